# SPDX-License-Identifier: GPL-3.0-or-later
"""In which order files and folders stand within each folder, found out for folders that are looked into."""

from collections.abc import Iterable, Sequence
from typing import Any

from starling.torrent import Media
from starling.ui.column import Column
from starling.ui.files.catalog import ROOT, Steps, folder_id, sorted_in_steps
from starling.ui.files.node import FileRow, Shelf

FLAT = -1
"""Stands for a folder: the list of all files."""
_CHUNK = 500
_NOTED = 20


class _Measured(FileRow):
    """The row whose values are sorted by: one for all, as making 100,000 costs more than reading them."""

    __slots__ = ("reads_media", "reads_pieces")

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf, 0)
        self.reads_media = self.reads_pieces = False

    @property
    def availability(self) -> float | None:
        self.reads_pieces = True
        return super().availability

    @property
    def media(self) -> Media | None:
        self.reads_media = True
        return super().media


class Order:
    """The order of every folder; equal values stay in the order they had before."""

    def __init__(self, shelf: Shelf, column: Column[FileRow] | None, falling: bool) -> None:
        self._shelf = shelf
        self._orders: dict[int, tuple[int, ...]] = {}
        """Number of a folder -> ids of what is in it."""
        self._values: dict[int, dict[int, Any]] = {}
        """What they are sorted by, as far as it is found out: right, unless the id is a stale one."""
        self._sorted: set[int] = set()
        self._stale: list[Sequence[int]] = []
        """Ids whose values may be others, as they were noted."""
        self.column = column
        self.falling = falling
        self.moved = False
        """Whether something that was in order is not any more; for whoever puts it there to take back."""
        self._row = _Measured(shelf)

    def by(self, column: Column[FileRow], falling: bool) -> None:
        """Another order."""
        if column is not self.column:
            self._values = {}
            self._stale.clear()
            self._row = _Measured(self._shelf)
        self.column, self.falling = column, falling
        self._sorted.clear()

    @property
    def stale(self) -> bool:
        """Whether there is something for `catch_up`."""
        return bool(self._stale)

    @property
    def reads_pieces(self) -> bool:
        """Whether other pieces may mean another order."""
        return self._row.reads_pieces

    @property
    def reads_media(self) -> bool:
        """Whether other media facts may mean another order."""
        return self._row.reads_media

    def note(self, places: Sequence[int], folders: Iterable[int]) -> None:
        """These files and folders may have other values now."""
        # Names do not change by progress.
        if self._values and self.column and not self.column.tree:
            if len(self._stale) > _NOTED:
                self._stale = [range(len(self._shelf.catalog.files))]
                folders = range(1, len(self._shelf.catalog.folder_paths))
            self._stale += [places, [folder_id(folder) for folder in folders]]

    def catch_up(self) -> Steps[None]:
        """Look at what was noted."""
        while self._stale and self.column:
            ids = self._stale[-1]
            for start in range(0, len(ids), _CHUNK):
                for id in ids[start : start + _CHUNK]:
                    self._look_at(self.column, id)
                yield
            # More may have been noted meanwhile.
            self._stale = [others for others in self._stale if others is not ids]

    def _look_at(self, column: Column[FileRow], id: int) -> None:
        catalog = self._shelf.catalog
        inside = catalog.owner[id] if id >= 0 else catalog.parent[folder_id(id)]
        for folder in (inside, FLAT):
            values = self._values.get(folder)
            if values is not None and id in values and values[id] != (value := self._value(column, id)):
                values[id] = value
                self.moved = self.moved or folder in self._sorted
                self._sorted.discard(folder)

    def children(self, folder: int) -> Steps[tuple[int, ...]]:
        """The ids of what is in a folder (or `FLAT`), in order; not to be changed."""
        ids = self._orders.get(folder)
        if ids is None:
            ids = self._orders[folder] = tuple((yield from self._listed(folder)))
        if self.column is None or folder in self._sorted:
            return ids
        values = self._values.setdefault(folder, {})
        missing = ids if not values else [id for id in ids if id not in values]
        for start in range(0, len(missing), _CHUNK):
            for id in missing[start : start + _CHUNK]:
                values[id] = self._value(self.column, id)
            yield
        empty = [id for id in ids if values[id] is None]
        filled = [id for id in ids if values[id] is not None] if empty else ids
        ordered = yield from sorted_in_steps(filled, values.__getitem__, reverse=self.falling)
        if self.column.tree and folder != FLAT and self._shelf.catalog.has_folders(folder):
            # By name, folders stand before files whichever way it goes, as in every file manager.
            ordered = [id for id in ordered if id < 0] + [id for id in ordered if id >= 0]
        ids = self._orders[folder] = (*ordered, *empty)
        self._sorted.add(folder)
        return ids

    def places(self, folder: int = ROOT) -> Steps[list[int]]:
        """All files of a folder from top to bottom, as they would stand if everything were unfolded."""
        if self._shelf.flat:
            return list((yield from self.children(FLAT)))
        found: list[int] = []
        stack = [folder_id(folder)]
        while stack:
            id = stack.pop()
            if id >= 0:
                found.append(id)
                continue
            inside = yield from self.children(folder_id(id))
            if self._shelf.catalog.has_folders(folder_id(id)):
                stack.extend(reversed(inside))
            else:
                found.extend(inside)
            yield
        return found

    def _listed(self, folder: int) -> Steps[list[int]]:
        catalog = self._shelf.catalog
        if folder != FLAT:
            return catalog.children(folder)
        numbers = catalog.numbers
        if isinstance(numbers, range):
            return list(numbers)
        return (yield from sorted_in_steps(range(len(numbers)), numbers.__getitem__))

    def _value(self, column: Column[FileRow], id: int) -> Any:
        self._row.id = id
        value = column.value(self._row)
        return None if value == "" else value
