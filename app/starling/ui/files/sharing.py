# SPDX-License-Identifier: GPL-3.0-or-later
"""What of skipped files is fetched all the same, because their outermost pieces hold parts of wanted files too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from starling.filelist import FileList
from starling.torrent import File


@dataclass(frozen=True, slots=True)
class Shared:
    """Of some skipped files: the pieces that wanted files touch as well."""

    pieces: tuple[int, ...] = ()
    """Rising."""
    size: int = 0
    """Bytes of the skipped files in these pieces."""
    neighbours: tuple[int, ...] = ()
    """Places of the wanted files in them, rising."""


class Sharing:
    """The files of one torrent, in its order; a place is a position in that order, not a file's index."""

    def __init__(self, files: Sequence[File], piece_size: int) -> None:
        """`piece_size` is more than 0 bytes; empty files touch no piece."""
        self._files = FileList.of(files)
        self._piece_size = piece_size
        self._offsets: list[int] | None = None
        self._places: dict[int, int] | None = None

    def place(self, index: int) -> int:
        """Where the file with this index of the torrent stands. Raises KeyError."""
        if self._places is None:
            self._places = dict(zip(self._files.indices, range(len(self._files)), strict=True))
        return self._places[index]

    def shared(self, priorities: Sequence[int], places: Iterable[int]) -> Shared:
        """What is fetched of the files at these places though they are skipped; `priorities` go with the files."""
        pieces: dict[int, None] = {}
        neighbours: set[int] = set()
        size = 0
        for place in places:
            file = self._files[place]
            if priorities[place] or not file.pieces:
                continue
            # No other file touches the pieces between the first and the last.
            for piece in {file.first_piece, file.first_piece + file.pieces - 1}:
                if found := [other for other in self._around(place, piece) if priorities[other]]:
                    pieces[piece] = None
                    neighbours.update(found)
                    size += self._within(place, piece)
        return Shared(tuple(sorted(pieces)), size, tuple(sorted(neighbours)))

    def _around(self, place: int, piece: int) -> Iterator[int]:
        """The other files that touch this piece, which the file here touches as well."""
        files = self._files
        for other in range(place - 1, -1, -1):
            file = files[other]
            if file.pieces:
                if file.first_piece + file.pieces <= piece:
                    break
                yield other
        for other in range(place + 1, len(files)):
            file = files[other]
            if file.pieces:
                if file.first_piece > piece:
                    break
                yield other

    def _within(self, place: int, piece: int) -> int:
        """Bytes of a file in one of its pieces."""
        if self._offsets is None:
            self._offsets = offsets(self._files, self._piece_size)
        start = self._offsets[place]
        end = start + self._files[place].size
        return min(end, (piece + 1) * self._piece_size) - max(start, piece * self._piece_size)


def offsets(files: Sequence[File], piece_size: int) -> list[int]:
    """Where each file begins in the torrent's bytes.

    A file begins where the one before ends, or at the beginning of its first piece where a pad file (BEP 47), which
    `File` lists leave out, or the rule of v2 (BEP 52) has moved it there.
    """
    listed = FileList.of(files)
    found = []
    end = 0
    for size, first, pieces in zip(listed.sizes, listed.first_pieces, listed.pieces, strict=True):
        start = end
        if pieces:
            start = end if end // piece_size == first else first * piece_size
            end = start + size
        found.append(start)
    return found
