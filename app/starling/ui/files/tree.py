# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of a torrent's files: what `FileRows` shows, sums over all of it, and wishes for priorities."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import cast

from PySide6.QtCore import QObject, Signal

from starling.filelist import FileList
from starling.torrent import Priority
from starling.ui.column import Column
from starling.ui.files.catalog import folder_id
from starling.ui.files.made import Keys
from starling.ui.files.model import FileRows
from starling.ui.files.node import FileRow, Key
from starling.ui.files.vectors import Bytes, both, chosen, differing, flags, inverted

_STEPS = tuple(Priority)
_UP = bytes(min((int(step) for step in _STEPS if step > level), default=level) for level in range(256))
_DOWN = bytes(max((int(step) for step in _STEPS if step < level), default=level) for level in range(256))
"""Priority -> the next one that has a name."""
_CHUNK = 500
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
        self._unwanted: frozenset[int] = frozenset()

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

    @property
    def left_out(self) -> int:
        """Number of the files that `leave_out` is about and that are not ticked."""
        if not self._unwanted:
            return 0
        listed = self._pending or (self._shelf.catalog, self._shelf.ledger.priorities)
        return sum(map(self._unwanted.__contains__, compress(listed[0].indices, inverted(bytes(listed[1])))))

    def priorities(self) -> dict[int, int]:
        """File index -> priority, only those that differ from normal: what `AddOptions.priorities` takes."""
        if self._pending:
            pairs = zip(self._pending[0].indices, self._pending[1], strict=True)
        else:
            pairs = zip(self._shelf.catalog.indices, self._shelf.ledger.priorities, strict=True)
        return {index: priority for index, priority in pairs if priority != Priority.NORMAL}

    def indices(self, keys: Iterable[Hashable]) -> list[int]:
        """The files that these rows stand for: a folder's are those that the filter lets through."""
        return sorted(compress(self._shelf.catalog.indices, self._meant(keys)))

    # Wishes

    def leave_out(self, indices: frozenset[int]) -> None:
        """No rule ticks these files from now on; the user may."""
        self._unwanted = indices

    def wish(self, priorities: Mapping[int, int]) -> None:
        """Ask for priorities by file index; those that are so already do not count."""
        self._be_ready()
        levels = bytearray(self._shelf.ledger.priorities)
        for index, priority in priorities.items():
            place = self._shelf.catalog.place_of(index)
            if place is not None:
                levels[place] = priority
        self._wish(bytes(levels))

    def set_wanted(self, keys: Iterable[Hashable], wanted: bool) -> None:
        """Tick (with the priority they had before) or untick files and all files of folders."""
        self._be_ready()
        self._want(self._meant(keys), wanted)

    def toggle(self, key: Hashable, selected: Sequence[Hashable] = ()) -> None:
        """A click on the box of a row: one of several selected rows changes them all.

        A folder with a filter on goes by the files that are shown.
        """
        self._be_ready()
        wanted = any(both(self._meant([key]), inverted(self._shelf.ledger.wished)))
        self.set_wanted(selected if key in selected else [key], wanted)

    def set_all_wanted(self, wanted: bool) -> None:
        """Tick or untick every file that the filter lets through."""
        self._be_ready()
        self._want(self._let_in(), wanted)

    def want_only(self, wanted: Iterable[Hashable] | Callable[[str, int], bool], *, everywhere: bool = False) -> None:
        """Tick these rows, or the files for whose path and size this is true, and untick all others.

        Files that the filter hides stay as they are, or are unticked too if this is about all, `everywhere`.
        """
        self._be_ready()
        if callable(wanted):
            self._find_out(self._sought(wanted, partial(self._only, everywhere=everywhere)))
        else:
            self._wish_only(self._meant(wanted), everywhere=everywhere)

    def skip(self, unwanted: Callable[[str, int], bool]) -> None:
        """Untick the files for whose path and size this is true, as far as the filter lets them through."""
        self._be_ready()
        self._find_out(self._sought(unwanted, self._skip))

    def invert(self) -> None:
        """Tick what is not ticked and the other way round, as far as the filter lets it through."""
        self._be_ready()
        self._wish_only(inverted(self._shelf.ledger.wished))

    def set_priority(self, keys: Iterable[Hashable], priority: int) -> None:
        """Wish one priority for files and all files of folders."""
        self._be_ready()
        meant = self._meant(keys)
        self._wish_for(meant, bytes([priority]) * len(meant))

    def step_priority(self, keys: Iterable[Hashable], *, up: bool) -> None:
        """Wish the next higher or lower priority that has a name."""
        self._be_ready()
        levels = self._shelf.ledger.wished
        self._wish_for(self._meant(keys), levels.translate(_UP if up else _DOWN))

    def by_shown_order(self, keys: Iterable[Hashable]) -> None:
        """Wish maximum for the first third of the files as they stand, high for the second, normal for the last.

        Files in folded folders count as if they were unfolded. Skipped ones stay so.
        """
        self._be_ready()
        self._find_out(self._grouped(both(self._meant(keys), flags(self._shelf.ledger.wished))))

    def _sought(self, meant: Callable[[str, int], bool], then: Callable[[Bytes], None]) -> Iterator[None]:
        found = bytearray()
        files = self._shelf.catalog.files
        for start in range(0, len(files), _CHUNK):
            part = slice(start, start + _CHUNK)
            found.extend(map(bool, map(meant, files.paths[part], files.sizes[part])))
            yield
        self._found_out()
        then(found)

    def _only(self, found: Bytes, *, everywhere: bool) -> None:
        """Rules leave alone what is left out, unless the user ticked it by hand."""
        catalog, priorities = self._shelf.catalog, self._shelf.ledger.wished
        if self._unwanted:
            out = both(bytes(map(self._unwanted.__contains__, catalog.indices)), inverted(priorities))
            found = both(found, inverted(out))
        self._wish_only(found, everywhere=everywhere)

    def _grouped(self, meant: Bytes) -> Iterator[None]:
        places = yield from self._order.places()
        placed = [place for place in places if meant[place]]
        levels = bytearray(len(meant))
        for number, place in enumerate(placed):
            levels[place] = _GROUPS[number * len(_GROUPS) // len(placed)]
        self._found_out()
        self._wish_for(meant, levels)

    def _want(self, meant: Bytes, wanted: bool) -> None:
        self._wish_for(meant, self._shelf.ledger.ticked() if wanted else bytes(len(meant)))

    def _skip(self, found: Bytes) -> None:
        self._want(both(found, self._let_in()), False)

    def _wish_only(self, keep: Bytes, *, everywhere: bool = False) -> None:
        meant = b"\1" * len(keep) if everywhere else self._let_in()
        self._wish_for(meant, chosen(keep, self._shelf.ledger.ticked(), bytes(len(keep))))

    def _wish_for(self, meant: Bytes, levels: Bytes) -> None:
        self._wish(chosen(meant, levels, self._shelf.ledger.wished))

    def _wish(self, levels: bytes) -> None:
        """Priorities of all files, by place."""
        ledger, indices = self._shelf.ledger, self._shelf.catalog.indices
        if levels == ledger.wished:
            return
        differs = differing(levels, ledger.wished)
        changes = dict(compress(zip(indices, levels, strict=True), differs))
        ledger.remember(levels)
        if self._decides:
            ledger.set_priorities(levels)
            self._news(list(compress(range(len(differs)), differs)))
        else:
            ledger.expect(levels)
        self.changed.emit(changes)

    def _meant(self, keys: Iterable[Hashable]) -> Bytes:
        """1 for each file that these rows stand for, by place."""
        catalog = self._shelf.catalog
        meant = bytearray(len(catalog.files))
        if isinstance(keys, Keys) and keys.catalog is catalog:
            ids = keys.ids
        else:
            ids = [id for key in keys if (id := catalog.id_of(cast(Key, key))) is not None]
        for id in ids:
            if id >= 0:
                meant[id] = 1
            else:
                low, high = catalog.range(folder_id(id))
                meant[low:high] = b"\1" * (high - low)
        return meant if self._mask is None else both(meant, self._mask)

    def _let_in(self) -> Bytes:
        """1 for each file that the filter lets through, by place."""
        return b"\1" * len(self._shelf.catalog.files) if self._mask is None else self._mask

    def _be_ready(self) -> None:
        """A wish means the files that are asked for, not those that are still shown."""
        for _ in self._prepare():
            pass


def _totals(files: FileList, priorities: Sequence[int]) -> Totals:
    wanted = sum(compress(files.sizes, priorities))
    return Totals(len(files), len(files) - bytes(priorities).count(0), sum(files.sizes), wanted, 0)
