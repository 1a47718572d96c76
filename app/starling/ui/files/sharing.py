# SPDX-License-Identifier: GPL-3.0-or-later
"""What of skipped files is fetched all the same, because their outermost pieces hold parts of wanted files too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starling.filelist import FileList
from starling.places import offsets
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
        indices = self._files.indices
        if isinstance(indices, range) and index in indices:
            return index
        if self._places is None:
            self._places = dict(zip(self._files.indices, range(len(self._files)), strict=True))
        return self._places[index]

    def shared(self, priorities: Sequence[int], places: Iterable[int]) -> Shared:
        """What is fetched of the files at these places though they are skipped; `priorities` go with the files."""
        listed = self._files
        touched: dict[int, list[int]] = {}
        for place in places:
            if not priorities[place] and listed.pieces[place]:
                first = listed.first_pieces[place]
                # No other file touches the pieces between the first and the last.
                for piece in {first, first + listed.pieces[place] - 1}:
                    touched.setdefault(piece, []).append(place)
        pieces: list[int] = []
        neighbours: set[int] = set()
        size = 0
        for piece, skipped in sorted(touched.items()):
            # Thousands of small files may share a piece: who touches it is looked for once.
            near = self._around(skipped[0], piece)
            if wanted := [place for place in near if priorities[place] and listed.pieces[place]]:
                pieces.append(piece)
                neighbours.update(wanted)
                size += sum(self._within(place, piece) for place in skipped)
        return Shared(tuple(pieces), size, tuple(sorted(neighbours)))

    def _around(self, place: int, piece: int) -> range:
        """From the first to the last file that touches this piece, which the file here does; empty ones do not."""
        first_pieces, pieces = self._files.first_pieces, self._files.pieces
        low, high = place, place + 1
        while low and (not pieces[low - 1] or first_pieces[low - 1] + pieces[low - 1] > piece):
            low -= 1
        while high < len(pieces) and (not pieces[high] or first_pieces[high] <= piece):
            high += 1
        return range(low, high)

    def _within(self, place: int, piece: int) -> int:
        """Bytes of a file in one of its pieces."""
        if self._offsets is None:
            self._offsets = offsets(self._files, self._piece_size)
        start = self._offsets[place]
        end = start + self._files.sizes[place]
        return min(end, (piece + 1) * self._piece_size) - max(start, piece * self._piece_size)
