# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of torrents that were removed and can come back."""

from dataclasses import dataclass, field

DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Removed:
    """One torrent that was removed."""

    number: int
    """Its own, for good: the same torrent may have been removed several times."""
    batch: int
    """Those that were removed at once have the same."""
    id: str
    name: str
    size: int
    """Bytes of its files; 0 before a magnet link's metadata."""
    at: int
    """When it was removed, Unix seconds."""
    save_path: str
    trashed: bool
    """Its files went to the trash, else they stayed in `save_path`."""

    def days_left(self, now: float, days: int) -> int:
        """In how many days, begun ones counted whole, it is forgotten where removed torrents are kept for `days`."""
        return max(0, -int((now - self.at - days * DAY) // DAY))


@dataclass(frozen=True, slots=True)
class Farewell:
    """A removal that can be undone."""

    batch: int
    names: tuple[str, ...]
    trashed: bool
    """The files went to the trash."""
    stayed: bool = False
    """Not all of them: why some stay is told by itself."""


@dataclass(frozen=True, slots=True)
class Return:
    """What became of torrents that were to come back."""

    ids: tuple[str, ...]
    """Those that are in the list again."""
    names: tuple[str, ...]
    """Theirs."""
    troubles: tuple[str, ...]
    """A sentence for each that did not come back, or not with all that was its own."""
    batch: int = field(default=0, compare=False)
    """The removal that was undone, if it was one."""
