# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces and blocks of a torrent as frozen snapshots."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PieceMap:
    """The pieces of a torrent, one byte a piece."""

    size: int
    """Bytes of a piece (the last may be shorter)."""
    have: bytes
    """1 where the piece is here and verified."""
    copies: bytes
    """Connected peers that have the piece, 255 at most; empty where it is not known (complete torrents)."""
    in_flight: tuple[int, ...] = ()
    """Pieces with requested or unverified blocks."""

    @property
    def count(self) -> int:
        """Number of pieces."""
        return len(self.have)
