# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of one torrent in columns, each a `File` only while somebody looks at it.

Python's collector of cyclic garbage visits every object it tracks, again and again, and holds up the GUI thread while
it does. 100,000 `File`s cost it 40 ms each time. Arrays it never sees, and a tuple of texts it visits but once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, eq
from typing import overload

from starling.torrent import File

_columns = attrgetter("index", "path", "size", "first_piece", "pieces")


class FileList(Sequence[File]):
    """Never changes; equal to any list or tuple of the same files."""

    __slots__ = ("first_pieces", "indices", "paths", "pieces", "sizes")

    def __init__(
        self,
        indices: Iterable[int] = (),
        paths: Iterable[str] = (),
        sizes: Iterable[int] = (),
        first_pieces: Iterable[int] = (),
        pieces: Iterable[int] = (),
    ) -> None:
        """Columns of equal length, named after what `File` calls them."""
        listed = array("q", indices)
        plain = range(len(listed))
        # Only pad files make holes.
        self.indices: Sequence[int] = plain if all(map(eq, listed, plain)) else listed
        self.paths = tuple(paths)
        self.sizes: Sequence[int] = array("q", sizes)
        self.first_pieces: Sequence[int] = array("q", first_pieces)
        self.pieces: Sequence[int] = array("q", pieces)

    @classmethod
    def of(cls, files: Iterable[File]) -> FileList:
        """These files; the same object if it is one already."""
        return files if isinstance(files, FileList) else cls(*zip(*map(_columns, files), strict=True))

    def with_paths(self, paths: Iterable[str]) -> FileList:
        """The same files, named so."""
        return FileList(self.indices, paths, self.sizes, self.first_pieces, self.pieces)

    def __len__(self) -> int:
        return len(self.indices)

    @overload
    def __getitem__(self, number: int) -> File: ...
    @overload
    def __getitem__(self, number: slice) -> FileList: ...
    def __getitem__(self, number: int | slice) -> File | FileList:
        if isinstance(number, slice):
            return FileList(
                self.indices[number],
                self.paths[number],
                self.sizes[number],
                self.first_pieces[number],
                self.pieces[number],
            )
        return File(
            self.indices[number],
            self.paths[number],
            self.sizes[number],
            self.first_pieces[number],
            self.pieces[number],
        )

    def __iter__(self) -> Iterator[File]:
        return map(File, self.indices, self.paths, self.sizes, self.first_pieces, self.pieces)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FileList):
            return self is other or self._columns() == other._columns()
        if isinstance(other, (tuple, list)):
            return len(self) == len(other) and self == FileList.of(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"FileList({list(self)!r})"

    def _columns(self) -> tuple[Sequence[int] | Sequence[str], ...]:
        return self.indices, self.paths, self.sizes, self.first_pieces, self.pieces
