# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces and blocks of a torrent as frozen snapshots."""

from dataclasses import dataclass
from enum import IntEnum


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


class Block(IntEnum):
    """What has become of a block (16 KiB); the values stand in `Partial.blocks`."""

    OPEN = 0
    REQUESTED = 1
    """Of one peer."""
    REQUESTED_TWICE = 2
    """Of several peers: endgame mode."""
    RECEIVED = 3
    """On its way to the disk."""
    WRITTEN = 4


@dataclass(frozen=True, slots=True)
class Partial:
    """A piece in progress."""

    index: int
    size: int
    """Bytes; the last piece of a torrent may be shorter."""
    blocks: bytes
    """`Block` codes."""
    filled: bytes
    """How much of each block is here, 0-255; moves while a block arrives."""
    done: int
    """Bytes that are here, blocks that are arriving included."""
    rate: int = 0
    """Bytes/s over the last seconds."""
    since: float = 0.0
    """When it was first seen in progress."""
    begun: bool = False
    """It was seen to begin then; else it may have begun before anybody looked."""
    peers: tuple[str, ...] = ()
    """Addresses (``host:port``) that were asked for or gave blocks of it, each once."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A connected peer that has a piece, or gives blocks of it."""

    address: str
    """``host:port``"""
    client: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the Pieces tab shows."""

    map: PieceMap
    priorities: bytes
    """0-7 a piece, 0 where no wanted file has a part of it; empty where libtorrent keeps none (complete torrents)."""
    partials: tuple[Partial, ...] = ()
    senders: tuple[Holder, ...] = ()
    """The connected ones of the peers of `partials`."""


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of a file that lies in a piece."""

    file: int
    """Its index."""
    path: str
    start: int
    """The first byte, counted within the file."""
    end: int
    """The byte after the last."""


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """What there is to say of one piece that is looked at."""

    index: int
    size: int
    """Bytes."""
    parts: tuple[Part, ...] = ()
    holders: tuple[Holder, ...] = ()
    unasked: int = 0
    """Connected peers that were not looked at, for that would have taken too long: they may have it too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A file that some pieces belong to."""

    file: int
    """Its index."""
    path: str
    pieces: int
    """How many of them."""
    size: int
    """Its bytes in them."""
