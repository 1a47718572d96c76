# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of a file tree: a file or a folder with its sums, read from the columns of its torrent when it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from starling.pieces import PieceMap
from starling.spelling import shown
from starling.torrent import Media
from starling.ui.column import natural
from starling.ui.files.catalog import Catalog, Spans, folder_id
from starling.ui.files.ledger import Ledger

Key = int | str
"""A file's index, a folder's path."""

_NO_MEDIA: Mapping[int, Media] = {}
_ROOM = bytes([*range(255), 254])
"""Leaves room for one more copy in a byte."""


@dataclass(slots=True)
class Shelf:
    """All that the rows of one torrent are read from."""

    catalog: Catalog
    ledger: Ledger
    unfolded: bytearray
    """By number of the folder."""
    flat: bool = False
    """Whether files alone are rows, each with its path."""
    media: Mapping[int, Media] = field(default_factory=lambda: _NO_MEDIA)
    """By index of the file."""
    pieces: PieceMap | None = None
    _copies: bytes | None = None

    def set_pieces(self, pieces: PieceMap | None) -> None:
        """The pieces as they are now."""
        self.pieces, self._copies = pieces, None

    @property
    def copies(self) -> bytes:
        """Copies of every piece, our own included as in libtorrent's distributed copies; empty if unknown."""
        if self._copies is None:
            self._copies = b""
            if self.pieces and len(self.pieces.copies) == self.pieces.count:
                # One addition of two long numbers: no byte overflows into its neighbour.
                total = int.from_bytes(self.pieces.copies.translate(_ROOM)) + int.from_bytes(self.pieces.have)
                self._copies = total.to_bytes(self.pieces.count)
        return self._copies


class FileRow:
    """A file or folder, as it is now; an `outline.Branch`. Rows are made for a moment: nothing is kept in them."""

    __slots__ = ("id", "shelf")

    def __init__(self, shelf: Shelf, id: int) -> None:
        """The row with this id in the catalog."""
        self.shelf = shelf
        self.id = id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileRow) and other.shelf is self.shelf and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def _range(self) -> tuple[int, int]:
        return (self.id, self.id + 1) if self.id >= 0 else self.shelf.catalog.range(folder_id(self.id))

    @property
    def key(self) -> Key:
        """What the model calls it."""
        return self.shelf.catalog.keys[self.id]

    @property
    def path(self) -> str:
        """The real one; what is shown is the `name`."""
        catalog = self.shelf.catalog
        return catalog.files.paths[self.id] if self.id >= 0 else catalog.folder_paths[folder_id(self.id)]

    @property
    def level(self) -> int:
        """0 at the top."""
        return 0 if self.shelf.flat else self.path.count("/")

    @property
    def name(self) -> str:
        """Safe to show; in a flat list the path without the folder that all files are in."""
        if self.shelf.flat:
            return shown(self.path.removeprefix(self.shelf.catalog.root_path))
        return shown(self.path.rpartition("/")[2])

    @property
    def order(self) -> str:
        """What it is sorted by when names are."""
        # In a flat list what is in a folder stays together: no character sorts before the end of a folder's name.
        return natural(self.name).replace("/", "\0") if self.shelf.flat else natural(self.name)

    @property
    def file(self) -> int | None:
        """The file's index in the torrent, None for a folder."""
        return self.shelf.catalog.indices[self.id] if self.id >= 0 else None

    @property
    def files(self) -> int:
        """Number of files: 1, or those in the folder."""
        low, high = self._range()
        return high - low

    @property
    def has_children(self) -> bool:
        """Whether it is a folder."""
        return self.id < 0

    @property
    def expanded(self) -> bool:
        """Whether what is in the folder is shown."""
        return self.id < 0 and bool(self.shelf.unfolded[folder_id(self.id)])

    @property
    def size(self) -> int:
        """Bytes."""
        catalog = self.shelf.catalog
        if self.id >= 0:
            return catalog.sizes[self.id]
        low, high = self._range()
        return catalog.size_to[high] - catalog.size_to[low]

    @property
    def done(self) -> int:
        """Bytes that are here."""
        return self.shelf.ledger.done[self.id] if self.id >= 0 else self.shelf.ledger.done_in(*self._range())

    @property
    def part(self) -> float:
        """What is here, 0-1; an empty file is complete."""
        size = self.size
        return self.done / size if size else 1.0

    @property
    def wanted(self) -> int:
        """Bytes of the files that are not skipped."""
        if self.id >= 0:
            return self.size if self.shelf.ledger.priorities[self.id] else 0
        return self.shelf.ledger.wanted_in(*self._range())

    @property
    def wanted_done(self) -> int:
        """Bytes of them that are here."""
        if self.id >= 0:
            return self.done if self.shelf.ledger.priorities[self.id] else 0
        return self.shelf.ledger.wanted_done_in(*self._range())

    @property
    def remaining(self) -> int:
        """Bytes of the files that are not skipped and that are still to come."""
        return self.wanted - self.wanted_done

    @property
    def rate(self) -> int:
        """Bytes/s, the mean of the last few seconds."""
        return self.shelf.ledger.rate_in(*self._range())

    @property
    def eta(self) -> float | None:
        """Seconds until all that is wanted is here; None where nothing is missing, and where nothing comes."""
        remaining = self.remaining
        rate = self.shelf.ledger.wanted_rate_in(*self._range()) if remaining > 0 else 0
        return remaining / rate if rate > 0 else None

    @property
    def priority(self) -> int | None:
        """0-7, None where the files of a folder differ."""
        ledger = self.shelf.ledger
        return ledger.priorities[self.id] if self.id >= 0 else ledger.priority_in(*self._range())

    @property
    def check(self) -> Qt.CheckState:
        """Whether it is wanted."""
        low, high = self._range()
        skipped = self.shelf.ledger.skipped_in(low, high)
        if skipped and skipped < high - low:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Unchecked if skipped else Qt.CheckState.Checked

    @property
    def spans(self) -> Spans:
        """First and last piece of every unbroken run of pieces."""
        catalog = self.shelf.catalog
        if self.id < 0:
            return catalog.spans[folder_id(self.id)]
        first, count = catalog.files.first_pieces[self.id], catalog.files.pieces[self.id]
        return ((first, first + count - 1),) if count else ()

    @property
    def first_piece(self) -> int | None:
        """Number of the first piece it touches; None if it is empty."""
        spans = self.spans
        return spans[0][0] if spans else None

    @property
    def pieces(self) -> int:
        """Number of pieces it touches."""
        return sum(last - first + 1 for first, last in self.spans)

    @property
    def leading(self) -> int:
        """Bytes of the file from its start that are here without a gap, at least; 0 while the pieces are unknown."""
        pieces = self.shelf.pieces
        if self.id < 0 or pieces is None or not self.size:
            return 0
        files = self.shelf.catalog.files
        first, count = files.first_pieces[self.id], files.pieces[self.id]
        gap = pieces.have.find(0, first, first + count)
        # The first piece may begin with what belongs to other files.
        return self.size if gap < 0 else max(0, gap - first - 1) * pieces.size

    @property
    def availability(self) -> float | None:
        """Copies of its rarest piece, plus the share of its pieces that have more; None if unknown or pointless.

        As in `Torrent.availability` our own pieces count. Complete and empty ones need nobody.
        """
        copies = self.shelf.copies
        if not copies or self.done >= self.size:
            return None
        own = b"".join([copies[first : last + 1] for first, last in self.spans])
        if not own:
            return None
        rarest = min(own)
        return rarest + 1 - own.count(rarest) / len(own)

    @property
    def media(self) -> Media | None:
        """What its headers say; None for folders and where nothing was read."""
        return self.shelf.media.get(self.shelf.catalog.indices[self.id]) if self.id >= 0 else None
