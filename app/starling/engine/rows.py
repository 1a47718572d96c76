# SPDX-License-Identifier: GPL-3.0-or-later
"""What the store keeps of a torrent, and what of it changes at a time."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any


class Removal(IntEnum):
    """What is to become of the files of a removed torrent."""

    NONE = 0
    """It is done."""
    WITH_DATA = 1
    """Its files go to the trash."""
    ONLY = 2
    """Its files stay, and what lies aside of those that are wanted or complete comes back to them."""
    FOR_GOOD = 3
    """Its files are deleted, and it can't come back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One torrent as it is stored."""

    id: str
    resume: bytes
    """libtorrent's resume data without the info dictionary."""
    info: bytes | None
    """The bencoded info dictionary; None until a magnet's metadata is here."""
    name: str = ""
    """The name its owner gave it, empty for the torrent's own."""
    position: int | None = None
    first_last: bool = False
    labels: tuple[str, ...] = ()
    pending: str = ""
    """What was chosen for its files and is not done yet, as `pending.Pending` writes it."""
    foreign: str | None = None
    """Files that were there before it, as `provenance.encode` writes them; None = not known."""
    options: str = ""
    """What its owner told it, as `options.encode` writes it."""


@dataclass(slots=True)
class Batch:
    """Changes to torrents that are stored already, by id; they go to the disk in one transaction."""

    resumes: dict[str, bytes] = field(default_factory=dict)
    infos: dict[str, bytes] = field(default_factory=dict)
    positions: dict[str, int | None] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first_last: dict[str, bool] = field(default_factory=dict)
    unconfirmed: set[str] = field(default_factory=set)
    """Of `resumes`, those that say nothing of the pieces: what is stored of them is to stay."""
    pending: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Given by their owners, empty for the torrents' own."""

    def __bool__(self) -> bool:
        return any(self._changes())

    def forget(self, id: str) -> None:
        """Leaves out a torrent that is gone."""
        for changes in self._changes():
            changes.pop(id, None)
        self.unconfirmed.discard(id)

    def followed_by(self, later: "Batch") -> "Batch":
        """This and what changed since."""
        return Batch(
            self.resumes | later.resumes,
            self.infos | later.infos,
            self.positions | later.positions,
            self.labels | later.labels,
            self.first_last | later.first_last,
            (self.unconfirmed - later.resumes.keys()) | later.unconfirmed,
            self.pending | later.pending,
            self.options | later.options,
            self.names | later.names,
        )

    def _changes(self) -> tuple[dict[str, Any], ...]:
        return (
            self.resumes,
            self.infos,
            self.positions,
            self.labels,
            self.first_last,
            self.pending,
            self.options,
            self.names,
        )
