# SPDX-License-Identifier: GPL-3.0-or-later
"""What was chosen for the files of a magnet link before anybody knew them: kept, stored, done when they are known."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import libtorrent as lt

from starling import excluded
from starling.engine import convert, layout, names
from starling.torrent import Layout, Priority

_HOLD = lt.torrent_flags.default_dont_download


@dataclass(frozen=True, slots=True)
class Pending:
    """While it lasts no file is wanted, so that not one byte is written in the wrong place."""

    layout: Layout = Layout.ORIGINAL
    excluded: tuple[str, ...] = ()
    asked: tuple[int, ...] | None = None
    """The priorities of the files that the link asks for (BEP 53), the others are skipped; None = of all."""
    wished: tuple[tuple[int, int], ...] = ()
    """(Place, priority) of files that somebody chose unseen: their places in the torrent, pad files left out."""
    moves: frozenset[int] | None = None
    """The files that libtorrent has renamed, None before; not stored."""

    @classmethod
    def of(
        cls,
        params: lt.add_torrent_params,
        layout: Layout,
        patterns: tuple[str, ...],
        wished: Mapping[int, int] = MappingProxyType({}),
    ) -> "Pending | None":
        """What has to wait for the metadata; None if it is there. The torrent is told to wait for it.

        There is always something: libtorrent may lay two files in one place, see `clashes`, and a file that was begun
        there could not be told from the other.
        """
        if params.ti is not None:
            return None
        asked = tuple(params.file_priorities) if params.flags & _HOLD else None
        later = cls(layout, patterns, asked, tuple(wished.items()))
        later.hold(params)
        return later

    def hold(self, params: lt.add_torrent_params) -> None:
        """Has a torrent wait for what was chosen; resume data do not say so."""
        params.file_priorities = []
        params.flags |= _HOLD

    def encode(self) -> str:
        """As it is stored."""
        wished = {"wished": self.wished} if self.wished else {}
        return json.dumps({"layout": self.layout.value, "excluded": self.excluded, "asked": self.asked, **wished})

    @classmethod
    def decode(cls, text: str) -> "Pending | None":
        """What was stored. Raises ValueError for what `encode` did not write."""
        if not text:
            return None
        try:
            found = json.loads(text)
            asked = found["asked"]
            patterns = tuple(str(pattern) for pattern in found["excluded"])
            wished = tuple((int(place), int(priority)) for place, priority in found.get("wished", ()))
            return cls(Layout(found["layout"]), patterns, None if asked is None else tuple(map(int, asked)), wished)
        except (KeyError, TypeError) as error:
            raise ValueError(text) from error

    def paths(self, info: lt.torrent_info, own: Mapping[int, str]) -> dict[int, str]:
        """Index -> path of the files that are saved under another than libtorrent's."""
        return layout.renamed(info, own, self.layout)

    def priorities(self, info: lt.torrent_info, own: Mapping[int, str]) -> tuple[list[int], bool]:
        """The priority of every file, pad files included, and whether all were excluded, and therefore none is."""
        asked = self.asked
        count = info.num_files()
        chosen = [int(Priority.NORMAL if asked is None else Priority.SKIP)] * count
        if asked is not None:
            chosen[: len(asked)] = asked[:count]
        chosen, everything = exclude(info, own, self.excluded, chosen)
        if self.wished:
            indices = convert.files(info, {}).indices
            for place, priority in self.wished:
                if place < len(indices):
                    chosen[indices[place]] = priority
        return chosen, everything

    def apply(self, params: lt.add_torrent_params) -> None:
        """Does it to a stored torrent that knows its files, and has begun none of them."""
        info = params.ti
        if info is None:
            return
        own = names.own_paths(info)
        params.renamed_files = {**params.renamed_files, **self.paths(info, own)}
        params.file_priorities, _ = self.priorities(info, own)
        params.flags &= ~_HOLD

    def told(self, moves: Iterable[int]) -> "Pending":
        """libtorrent has renamed these files, and was told the priorities."""
        return replace(self, moves=frozenset(moves))

    def done_in(self, params: lt.add_torrent_params, chosen: Sequence[int] | None) -> bool:
        """Whether resume data show that all of it is done; `chosen` are the priorities by now.

        The owner may have changed names and priorities since: that is not undone.
        """
        if self.moves is None:
            return False
        priorities = params.file_priorities
        # None at all stands for all of them wanted.
        lifted = any(priorities) or not priorities or (chosen is not None and not any(chosen))
        return lifted and self.moves <= params.renamed_files.keys()


def exclude(
    info: lt.torrent_info, own: Mapping[int, str], patterns: tuple[str, ...], chosen: list[int]
) -> tuple[list[int], bool]:
    """Priorities without the files that patterns mean, and whether that would be all, and therefore none is left out.

    `chosen` has one for every file, pad files included.
    """
    if not patterns:
        return chosen, False
    files = convert.files(info, own)
    asked = [(index, path) for index, path in zip(files.indices, files.paths, strict=True) if chosen[index]]
    unwanted, everything = excluded.among(asked, patterns)
    return [0 if index in unwanted else each for index, each in enumerate(chosen)], everything
