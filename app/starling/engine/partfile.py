# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads libtorrent's part file, which holds what skipped files share with the pieces of wanted ones.

Big-endian: the number of pieces, the size of a piece, then for every piece the slot it lies in, 0xffffffff = none; all
of it filled up to a multiple of 1024 bytes, and after it the slots, each as long as a piece. libtorrent 2.1 writes the
slots at once and the head only when it closes the torrent's files: after a kill the head may be older than its slots.
"""

import struct
from collections.abc import Iterable
from pathlib import Path

_NONE = 0xFFFFFFFF
_ALIGNMENT = 1024


class PartFile:
    """One that is on disk; an empty one stands for a file that is not there, or not of this torrent."""

    def __init__(self, path: Path | None = None, slots: dict[int, int] | None = None, piece_size: int = 0) -> None:
        self._path = path
        self._piece_size = piece_size
        self._begin = 0
        self.slots = slots or {}
        """Piece -> number of its slot."""

    @classmethod
    def find(cls, folder: Path, names: Iterable[str], pieces: int, piece_size: int) -> "PartFile":
        """Opens the first of `names` that fits a torrent of so many pieces of that size (bytes). Raises OSError."""
        for name in names:
            path = folder / name
            try:
                with path.open("rb") as file:
                    head = file.read(_head_size(pieces))
            except FileNotFoundError:
                continue
            if len(head) < _head_size(pieces) or struct.unpack_from(">2I", head) != (pieces, piece_size):
                continue
            numbers = struct.unpack_from(f">{pieces}I", head, 8)
            slots = {piece: slot for piece, slot in enumerate(numbers) if slot < pieces}
            found = cls(path, slots, piece_size)
            found._begin = len(head)
            return found
        return cls()

    def read(self, piece: int, offset: int, size: int) -> bytes:
        """Bytes of a piece; fewer than `size` where they end, none if the piece has no slot. Raises OSError."""
        slot = self.slots.get(piece)
        if slot is None or self._path is None:
            return b""
        with self._path.open("rb") as file:
            file.seek(self._begin + slot * self._piece_size + offset)
            return file.read(size)


def file_names(hash_v1: str, hash_v2: str) -> tuple[str, ...]:
    """What libtorrent may call a torrent's part file; empty hashes are left out."""
    return tuple(f".{digest[:40]}.parts" for digest in (hash_v1, hash_v2) if digest)


def _head_size(pieces: int) -> int:
    return -(-(2 + pieces) * 4 // _ALIGNMENT) * _ALIGNMENT


def is_there(path: Path) -> bool:
    """Whether libtorrent takes a skipped file from disk rather than from the part file."""
    try:
        return path.stat().st_size > 0
    except (OSError, ValueError):
        return False
