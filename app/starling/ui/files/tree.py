# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of a torrent's files: what `FileRows` shows, sums over all of it, and wishes for priorities."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import and_, ne, not_
from typing import cast

from PySide6.QtCore import QObject, Signal

from starling.torrent import File, Priority
from starling.ui.column import Column
from starling.ui.files.catalog import ROOT, Steps, at_once, folder_id
from starling.ui.files.model import FileRows
from starling.ui.files.node import FileRow, Key

_STEPS = tuple(Priority)
_UP = bytes(min((int(step) for step in _STEPS if step > level), default=level) for level in range(256))
_DOWN = bytes(max((int(step) for step in _STEPS if step < level), default=level) for level in range(256))
"""Priority -> the next one that has a name."""
_GROUPS = (Priority.MAXIMUM, Priority.HIGH, Priority.NORMAL)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all files."""

    files: int
    wanted_files: int
    size: int
    wanted: int
    """Bytes of the files that are not skipped, and what of them is `wanted_done`."""
    wanted_done: int


class FileTree(FileRows):
    """The files of one torrent, for the Files tab and the add dialog."""

    # Not Signal(dict): PySide6 takes that for a table of texts and complains about other keys.
    changed = Signal(object)
    """dict[int, int]: priorities (0-7) wished for files, by index; only those that are different."""

    def __init__(self, columns: Sequence[Column[FileRow]], *, decides: bool, parent: QObject | None = None) -> None:
        """With `decides` a wish comes true here at once; else the owner brings the answer by `set_state`."""
        super().__init__(columns, parent)
        self._decides = decides
        self._before: dict[int, int] = {}
        """Priorities that skipped files had, by index, for the day they are wanted again."""

    @property
    def totals(self) -> Totals:
        """Sums over all files, whether they are shown or not - also of those that are not built yet."""
        if self._pending:
            return _totals(*self._pending)
        catalog, ledger = self._shelf.catalog, self._shelf.ledger
        files = len(catalog.files)
        return Totals(
            files=files,
            wanted_files=files - ledger.skipped_in(0, files),
            size=catalog.size_to[files],
            wanted=ledger.wanted_in(0, files),
            wanted_done=ledger.wanted_done_in(0, files),
        )

    def priorities(self) -> dict[int, int]:
        """File index -> priority, only those that differ from normal: what `AddOptions.priorities` takes."""
        if self._pending:
            pairs = zip((file.index for file in self._pending[0]), self._pending[1], strict=True)
        else:
            pairs = zip(self._shelf.catalog.indices, self._shelf.ledger.priorities, strict=True)
        return {index: priority for index, priority in pairs if priority != Priority.NORMAL}

    def indices(self, keys: Iterable[Hashable]) -> list[int]:
        """The files that these rows stand for: a folder's are those that the filter lets through."""
        return sorted(map(self._shelf.catalog.indices.__getitem__, self._meant(keys)))

    def clear_files(self) -> None:
        """No torrent: forget folding, filter and former priorities too."""
        self._before = {}
        super().clear_files()

    # Wishes

    def wish(self, priorities: Mapping[int, int]) -> None:
        """Ask for priorities by file index; those that are so already do not count."""
        self._be_ready()
        found = [(place, p) for i, p in priorities.items() if (place := self._shelf.catalog.place_of(i)) is not None]
        self._wish([place for place, _ in found], bytes(p for _, p in found))

    def set_wanted(self, keys: Iterable[Hashable], wanted: bool) -> None:
        """Tick (with the priority they had before) or untick files and all files of folders."""
        self._be_ready()
        self._want(self._meant(keys), wanted)

    def toggle(self, key: Hashable, selected: Iterable[Hashable] = ()) -> None:
        """A click on the box of a row: one of several selected rows changes them all.

        A folder with a filter on goes by the files that are shown.
        """
        self._be_ready()
        chosen = list(selected)
        levels = self._shelf.ledger.priorities
        wanted = not all(map(levels.__getitem__, self._meant([key])))
        self.set_wanted(chosen if key in chosen else [key], wanted)

    def set_all_wanted(self, wanted: bool) -> None:
        """Tick or untick every file that the filter lets through."""
        self._be_ready()
        self._want(self._let_in(), wanted)

    def want_only(self, wanted: Iterable[Hashable] | Callable[[str, int], bool]) -> None:
        """Tick these rows, or the files for whose path and size this is true, and untick all others.

        Files that the filter hides stay as they are.
        """
        self._be_ready()
        meant = self._let_in()
        if callable(wanted):
            files = self._shelf.catalog.files
            keep = bytes(bool(wanted(files[place].path, files[place].size)) for place in meant)
        else:
            keep = bytes(map(set(self._meant(wanted)).__contains__, meant))
        self._wish(meant, bytes(map(_level, keep, self._ticked(meant))))

    def invert(self) -> None:
        """Tick what is not ticked and the other way round, as far as the filter lets it through."""
        self._be_ready()
        meant = self._let_in()
        skipped = map(not_, map(self._shelf.ledger.priorities.__getitem__, meant))
        self._wish(meant, bytes(map(_level, skipped, self._ticked(meant))))

    def set_priority(self, keys: Iterable[Hashable], priority: int) -> None:
        """Wish one priority for files and all files of folders."""
        self._be_ready()
        meant = self._meant(keys)
        self._wish(meant, bytes([priority]) * len(meant))

    def step_priority(self, keys: Iterable[Hashable], *, up: bool) -> None:
        """Wish the next higher or lower priority that has a name."""
        self._be_ready()
        meant = self._meant(keys)
        self._wish(meant, self._levels(meant).translate(_UP if up else _DOWN))

    def by_shown_order(self, keys: Iterable[Hashable]) -> None:
        """Wish maximum for the first third of the files as they stand, high for the second, normal for the last.

        Files in folded folders count as if they were unfolded. Skipped ones stay so.
        """
        self._be_ready()
        chosen = set(compress(meant := self._meant(keys), self._levels(meant)))
        placed = at_once(self._places_shown())
        meant = [place for place in placed if place in chosen]
        count = len(meant)
        levels = bytes(_GROUPS[number * len(_GROUPS) // count] for number in range(count))
        self._wish(meant, levels)

    def _places_shown(self) -> Steps[list[int]]:
        return (yield from self._order.places(ROOT))

    def _want(self, meant: Sequence[int], wanted: bool) -> None:
        self._wish(meant, self._ticked(meant) if wanted else bytes(len(meant)))

    def _ticked(self, meant: Sequence[int]) -> bytes:
        """What the priorities of these would be if all were wanted."""
        levels = self._levels(meant)
        if 0 not in levels:
            return levels
        indices = map(self._shelf.catalog.indices.__getitem__, meant)
        return bytes(map(_either, levels, map(self._before.get, indices, repeat(int(Priority.NORMAL)))))

    def _levels(self, meant: Iterable[int]) -> bytes:
        return bytes(map(self._shelf.ledger.priorities.__getitem__, meant))

    def _wish(self, meant: Sequence[int], levels: bytes) -> None:
        """Priorities by place, each place once."""
        ledger = self._shelf.ledger
        now = self._levels(meant)
        if now == levels:
            return
        differs = bytes(map(ne, now, levels))
        places = list(compress(meant, differs))
        levels, now = bytes(compress(levels, differs)), bytes(compress(now, differs))
        indices = list(map(self._shelf.catalog.indices.__getitem__, places))
        self._before.update(compress(zip(indices, now, strict=True), map(not_, levels)))
        if self._decides:
            for place, level in zip(places, levels, strict=True):
                ledger.priorities[place] = level
            ledger.priorities_changed()
            self._news(places)
        self.changed.emit(dict(zip(indices, levels, strict=True)))

    def _meant(self, keys: Iterable[Hashable]) -> list[int]:
        """The places of the files that these rows stand for, in rising order."""
        catalog = self._shelf.catalog
        chosen = bytearray(len(catalog.files))
        for key in keys:
            id = catalog.id_of(cast(Key, key))
            if id is not None:
                low, high = (id, id + 1) if id >= 0 else catalog.range(folder_id(id))
                chosen[low:high] = b"\1" * (high - low)
        if self._mask is not None:
            chosen = bytearray(map(and_, chosen, self._mask))
        return list(compress(range(len(chosen)), chosen))

    def _let_in(self) -> Sequence[int]:
        """The places of all files that the filter lets through."""
        places = range(len(self._shelf.catalog.files))
        return places if self._mask is None else list(compress(places, self._mask))

    def _be_ready(self) -> None:
        """A wish means the files that are asked for, not those that are still shown."""
        for _ in self._prepare():
            pass


def _level(wanted: int, ticked: int) -> int:
    return ticked if wanted else int(Priority.SKIP)


def _either(level: int, before: int) -> int:
    return level or before


def _totals(files: Sequence[File], priorities: Sequence[int]) -> Totals:
    sizes = [file.size for file in files]
    wanted = sum(compress(sizes, priorities))
    return Totals(len(files), len(files) - bytes(priorities).count(0), sum(sizes), wanted, 0)
