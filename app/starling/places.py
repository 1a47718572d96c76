# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files lie in a piece and with which of their bytes, and which files some pieces belong to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from starling.filelist import FileList
from starling.pieces import Hit, Part
from starling.torrent import File


class Places:
    """The files of one torrent; a place is a position in their list, not a file's index."""

    def __init__(self, files: Sequence[File], piece_size: int) -> None:
        """`piece_size` is more than 0 bytes."""
        self._files = FileList.of(files)
        self._size = piece_size
        self._offsets = offsets(self._files, piece_size)

    def parts(self, piece: int) -> tuple[Part, ...]:
        """What lies in a piece, in the order of the torrent; empty files and pad files (BEP 47) are left out."""
        listed, found = self._files, []
        for place in self._touching(piece, piece):
            start = self._offsets[place]
            first = max(start, piece * self._size) - start
            last = min(start + listed.sizes[place], (piece + 1) * self._size) - start
            found.append(Part(listed.indices[place], listed.paths[place], first, last))
        return tuple(found)

    def hit(self, flags: bytes) -> tuple[Hit, ...]:
        """The files that the pieces flagged with 1 belong to, in the order of the torrent."""
        listed = self._files
        pieces: dict[int, int] = {}
        sizes: dict[int, int] = {}
        for first, last in _stretches(flags):
            for place in self._touching(first, last):
                start = self._offsets[place]
                end = start + listed.sizes[place]
                own_first = listed.first_pieces[place]
                own_last = own_first + listed.pieces[place] - 1
                pieces[place] = pieces.get(place, 0) + min(last, own_last) - max(first, own_first) + 1
                stretch = min(end, (last + 1) * self._size) - max(start, first * self._size)
                sizes[place] = sizes.get(place, 0) + stretch
        return tuple(Hit(listed.indices[p], listed.paths[p], pieces[p], sizes[p]) for p in pieces)

    def _touching(self, first: int, last: int) -> Iterator[int]:
        """Places of the files that have a part of these pieces, rising."""
        listed = self._files
        end = bisect_right(listed.first_pieces, last)
        place = end
        # Of the files before this one none reaches further: they lie one behind the other.
        while place and (
            not listed.pieces[place - 1] or listed.first_pieces[place - 1] + listed.pieces[place - 1] > first
        ):
            place -= 1
        return (number for number in range(place, end) if listed.pieces[number])


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


def _stretches(flags: bytes) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken row of 1."""
    end = 0
    while (start := flags.find(1, end)) >= 0:
        end = flags.find(0, start)
        if end < 0:
            end = len(flags)
        yield start, end - 1
