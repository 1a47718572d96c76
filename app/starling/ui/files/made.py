# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows and keys of a file tree as sequences that are made of ids while they are read."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import compress
from typing import overload

from starling.ui.files.catalog import Catalog, Steps
from starling.ui.files.node import FileRow, Shelf
from starling.ui.files.order import Order


class Made(Sequence[FileRow]):
    """The rows of these ids."""

    def __init__(self, shelf: Shelf, ids: list[int]) -> None:
        self._shelf, self._ids = shelf, ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, number: int) -> FileRow: ...
    @overload
    def __getitem__(self, number: slice) -> list[FileRow]: ...
    def __getitem__(self, number: int | slice) -> FileRow | list[FileRow]:
        if isinstance(number, slice):
            return [FileRow(self._shelf, id) for id in self._ids[number]]
        return FileRow(self._shelf, self._ids[number])

    def __iter__(self) -> Iterator[FileRow]:
        return (FileRow(self._shelf, id) for id in self._ids)


class Keys(Sequence[Hashable]):
    """The keys of the rows of these ids."""

    def __init__(self, catalog: Catalog, ids: list[int]) -> None:
        self.catalog, self.ids = catalog, ids

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, key: object) -> bool:
        id = self.catalog.id_of(key) if isinstance(key, (int, str)) else None
        return id is not None and id in self.ids

    @overload
    def __getitem__(self, number: int) -> Hashable: ...
    @overload
    def __getitem__(self, number: slice) -> list[Hashable]: ...
    def __getitem__(self, number: int | slice) -> Hashable | list[Hashable]:
        keys = self.catalog.keys
        if isinstance(number, slice):
            return list(map(keys.__getitem__, self.ids[number]))
        return keys[self.ids[number]]

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self[:])


def files_of(shelf: Shelf, order: Order, mask: bytearray | None) -> Steps[Sequence[FileRow]]:
    """Steps towards all files in this order, or those whose places in `mask` hold 1."""
    places = yield from order.places()
    return Made(shelf, places if mask is None else list(compress(places, map(mask.__getitem__, places))))
