# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells whether a piece on disk is right, reading it as libtorrent would: from files, part file and pad files."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import libtorrent as lt

from starling.engine.partfile import PartFile, file_names, is_there

_BLOCK = 16 * 1024
_DIGEST = 32
_EMPTY_LEAF = bytes(_DIGEST)


class NoHashesError(Exception):
    """A v2 torrent whose hashes of pieces have not all come from peers yet (BEP 52)."""


class Pieces:
    """The pieces of a torrent as they lie on disk; every method may wait for it."""

    def __init__(self, params: lt.add_torrent_params) -> None:
        """`params` carry metadata, v2's trees and the way to the part file, as they are given to libtorrent.

        Raises OSError for a part file that can't be read.
        """
        info = params.ti
        if info is None:
            raise ValueError("no metadata")
        self._params = params
        self.info = info
        self._layout = info.layout()
        self._renamed: Mapping[int, str] = params.renamed_files
        self._top = Path(params.save_path)
        self._priorities: Sequence[int] = params.file_priorities
        hashes = info.info_hashes()
        self._layers: dict[bytes, bytes] | None = None
        self._v1 = hashes.has_v1()
        names = file_names(
            str(hashes.v1) if hashes.has_v1() else "",
            str(hashes.v2) if hashes.has_v2() else "",
        )
        # On Windows it may be in the save folder itself, see `part_file_dir`.
        folder = self._top / params.part_file_dir
        self.parts = PartFile.find(folder, names, info.num_pieces(), info.piece_length())

    def path(self, index: int) -> Path:
        """Where a file lies."""
        renamed = self._renamed.get(index) or self._layout.file_path(index)
        # An absolute one, of a file that was put aside, replaces the folder.
        return self._top / renamed

    def in_part_file(self, index: int) -> bool:
        """Whether libtorrent reads a file from the part file."""
        skipped = index < len(self._priorities) and not self._priorities[index]
        return skipped and not is_there(self.path(index))

    def learn_hashes(self) -> None:
        """Finds out the hashes of all pieces. Raises NoHashesError."""
        if not self._v1 and self._layers is None:
            self._layers = _layers(self._params)

    def is_right(self, piece: int) -> bool:
        """Whether all bytes of a piece are there and have its hash. Raises NoHashesError."""
        self.learn_hashes()
        try:
            return self._right_v1(piece) if self._v1 else self._right_v2(piece)
        except OSError:
            return False

    def _right_v1(self, piece: int) -> bool:
        data = hashlib.sha1(usedforsecurity=False)
        for part in self.info.map_block(piece, 0, self.info.piece_size(piece)):
            found = self._read(piece, part)
            if len(found) != part.size:
                return False
            data.update(found)
        return data.digest() == bytes(self.info.hash_for_piece(piece))

    def _right_v2(self, piece: int) -> bool:
        # Files begin with pieces of their own: the first part is the file's, the rest pads.
        part = self.info.map_block(piece, 0, self.info.piece_size(piece))[0]
        found = self._read(piece, part)
        if len(found) != part.size:
            return False
        size = self.info.piece_length()
        root = self._layout.root(part.file_index).to_bytes()
        if self._layout.file_size(part.file_index) <= size:
            return merkle_root(found, 0) == root
        layer = (self._layers or {})[root]
        at = part.offset // size * _DIGEST
        return merkle_root(found, size // _BLOCK) == layer[at : at + _DIGEST]

    def _read(self, piece: int, part: lt.file_slice) -> bytes:
        index = part.file_index
        if self._layout.file_flags(index) & lt.file_storage.flag_pad_file:
            return bytes(part.size)
        if self.in_part_file(index):
            offset = self._layout.file_offset(index) + part.offset - piece * self.info.piece_length()
            return self.parts.read(piece, offset, part.size)
        with self.path(index).open("rb") as file:
            file.seek(part.offset)
            return file.read(part.size)


def merkle_root(data: bytes, leaves: int) -> bytes:
    """The root over the 16 KiB blocks of `data`, filled up to `leaves` with empty ones (0: to a power of two)."""
    blocks = -(-len(data) // _BLOCK)
    view = memoryview(data)
    level = [hashlib.sha256(view[at * _BLOCK : (at + 1) * _BLOCK]).digest() for at in range(blocks)]
    count = leaves or 1 << max(0, blocks - 1).bit_length()
    level += [_EMPTY_LEAF] * (count - blocks)
    while len(level) > 1:
        level = [hashlib.sha256(left + right).digest() for left, right in zip(level[::2], level[1::2], strict=True)]
    return level[0]


def _layers(params: lt.add_torrent_params) -> dict[bytes, bytes]:
    try:
        document: Mapping[Any, Any] = lt.write_torrent_file(params)
    except RuntimeError as error:
        raise NoHashesError from error
    layers: dict[bytes, bytes] = document.get(b"piece layers") or {}
    return dict(layers)
