# SPDX-License-Identifier: GPL-3.0-or-later
"""What skipping files costs all the same, and what becomes of what is here of them, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLocale

from starling import formats
from starling.i18n import Counted
from starling.spelling import shortened, shown
from starling.torrent import File
from starling.ui.details.sentence import Segment, plain, rich, strong
from starling.ui.files.sharing import Shared, Sharing

_NAMED = 3


class Skipping(Counted):
    """The texts of this module."""


class Place(Enum):
    """Where what is here of skipped files lies."""

    UNKNOWN = "unknown"
    """Nobody has looked yet: nothing is said of it."""
    FOLDER = "folder"
    HIDDEN = "hidden"
    """In the part file, or in a file beside it."""
    BOTH = "both"
    """Of some files there, of others here."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Skipped files, which a row of the tree stands for."""

    name: str
    pieces: int
    """All pieces they touch."""
    size: int
    done: int
    shared: Shared
    here: bool
    """Every shared piece has arrived."""
    neighbours: tuple[str, ...]
    """Names of the first few wanted files that share pieces."""
    single: bool = True
    """One file, or more."""
    place: Place = Place.UNKNOWN

    @property
    def complete(self) -> bool:
        """Every byte is here."""
        return 0 < self.size <= self.done


def skipped(
    name: str,
    files: Sequence[File],
    sharing: Sharing,
    priorities: Sequence[int],
    places: Sequence[int],
    *,
    pieces: int,
    done: int = 0,
    have: bytes = b"",
    place: Place = Place.UNKNOWN,
) -> Skipped | None:
    """What there is to say of the files at these places; None unless there are some and all are skipped.

    `priorities` go with `files`; `have` has a byte a piece, 1 for those that are here, or nothing.
    """
    if not places or any(priorities[place] for place in places):
        return None
    shared = sharing.shared(priorities, places)
    return Skipped(
        name=name,
        pieces=pieces,
        size=sum(files[place].size for place in places),
        done=done,
        shared=shared,
        here=bool(shared.pieces) and all(have[piece : piece + 1] == b"\x01" for piece in shared.pieces),
        neighbours=tuple(files[place].path.rpartition("/")[2] for place in shared.neighbours[:_NAMED]),
        single=len(places) == 1,
        place=place,
    )


def placed(files: Sequence[tuple[int, bool | None]]) -> Place:
    """The place of some skipped files: for each the bytes that are here, and whether it lies in the folder."""
    begun = {in_folder for done, in_folder in files if done}
    # What of none has come goes where the files are that are there already.
    known = begun or {in_folder for _, in_folder in files}
    if not known or None in known:
        return Place.UNKNOWN
    if len(known) > 1:
        return Place.BOTH if begun else Place.UNKNOWN
    return Place.FOLDER if True in known else Place.HIDDEN


def sentence(about: Skipped) -> list[Segment]:
    """What of them is fetched all the same; nothing where nothing is."""
    count = len(about.shared.pieces)
    if not count or (about.complete and about.place is not Place.HIDDEN):
        return []
    here = about.here or about.complete
    values = {
        "name": strong(shortened(shown(about.name))),
        "size": strong(formats.size(about.shared.size)),
        "shared": Segment(formats.count(count)),
        "all": Segment(formats.count(about.pieces)),
    }
    if about.pieces == 1:
        words = (
            Skipping.tr("{name} is skipped, yet {size} of it are here: its piece is shared with files you want.", "", 1)
            if here
            else Skipping.tr(
                "{name} is skipped, yet {size} of it are still fetched: its piece is shared with files you want.", "", 1
            )
        )
    elif here:
        words = Skipping.tr(
            "{name} is skipped, yet {size} of it are here: "
            "{shared} of its {all} pieces are shared with files you want.",
            "",
            count,
        )
    else:
        words = Skipping.tr(
            "{name} is skipped, yet {size} of it are still fetched: "
            "{shared} of its {all} pieces are shared with files you want.",
            "",
            count,
        )
    return rich(words, values)


def whereabouts(about: Skipped) -> str:
    """Where what is here of them lies, and what becomes of it; empty where nothing is or comes, or nobody knows."""
    if about.place is Place.FOLDER and about.complete:
        if about.single:
            return Skipping.tr("It is complete and stays in your folder.", "", 1)
        return Skipping.tr("They are complete and stay in your folder.", "", 1)
    if about.place is Place.FOLDER:
        return Skipping.tr("What is here of it is in your folder.", "", 1) if about.done else ""
    if about.place is Place.BOTH:
        return Skipping.tr("What is here of it is partly in your folder, partly in a hidden part file.", "", 1)
    if about.place is Place.UNKNOWN:
        return ""
    if about.complete:
        return Skipping.tr(
            "All of it is here, but in a hidden part file: it comes to your folder when you want it.", "", 1
        )
    if about.done > about.shared.size:
        return Skipping.tr(
            "What is here of it is kept in a hidden part file, and comes back when you want it again.", "", 1
        )
    if about.shared.pieces:
        return Skipping.tr("They stay in a hidden part file, not in your folder.", "", len(about.shared.pieces))
    return ""


def partners(about: Skipped) -> str:
    """Which wanted files need pieces of theirs; empty where none does."""
    count = len(about.shared.neighbours)
    if not count:
        return ""
    named = [shortened(shown(name)) for name in about.neighbours]
    if count > len(named):
        named.append(Skipping.tr("%n more", "", count - len(named)))
    listed = QLocale().createSeparatedList(named)
    return Skipping.tr("%n wanted files share pieces with it: {names}", "", count).format(names=listed)


def tip(about: Skipped) -> str:
    """All of it, a line each."""
    return "\n".join(filter(None, (plain(sentence(about)), whereabouts(about), partners(about))))
