# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer wire protocol (BEP 3, 6, 10, 52): messages to bytes and back, and what of them a test can read."""

import struct
from collections.abc import Collection
from dataclasses import dataclass

from tests.swarm.processes.bencode import encode

PROTOCOL = b"\x13BitTorrent protocol"
HANDSHAKE = len(PROTOCOL) + 8 + 20 + 20
"""Bytes of a handshake."""
BLOCK = 16_384

IDS = {
    "choke": 0,
    "unchoke": 1,
    "interested": 2,
    "not interested": 3,
    "have": 4,
    "bitfield": 5,
    "request": 6,
    "piece": 7,
    "cancel": 8,
    "port": 9,
    "suggest": 13,
    "have all": 14,
    "have none": 15,
    "reject": 16,
    "allowed fast": 17,
    "extended": 20,
    "hash request": 21,
    "hashes": 22,
    "hash reject": 23,
}
NAMES = {id: name for name, id in IDS.items()}
_ONE = frozenset({"have", "suggest", "allowed fast"})
_THREE = frozenset({"request", "cancel", "reject"})


@dataclass(frozen=True, slots=True)
class Line:
    """A message as it is recorded: payload is only counted."""

    at: float
    sent: bool
    kind: str
    piece: int = -1
    offset: int = -1
    length: int = -1
    """Bytes of payload; of what has none -1."""
    text: str = ""


def handshake(info_hash: bytes, peer_id: bytes, *, fast: bool, extended: bool) -> bytes:
    """The first thing either side says."""
    reserved = bytearray(8)
    reserved[5] |= 0x10 if extended else 0
    reserved[7] |= 0x04 if fast else 0
    return PROTOCOL + bytes(reserved) + info_hash + peer_id


def speaks(reserved: bytes) -> tuple[bool, bool]:
    """Whether the other side knows the fast extension (BEP 6), and that for extensions (BEP 10)."""
    return bool(reserved[7] & 0x04), bool(reserved[5] & 0x10)


def frame(kind: str, body: bytes = b"") -> bytes:
    """A message with its length; a keep-alive is the length alone."""
    return struct.pack(">I", 0) if kind == "keep-alive" else struct.pack(">IB", 1 + len(body), IDS[kind]) + body


def body(kind: str, piece: int = -1, offset: int = -1, length: int = -1) -> bytes:
    """What follows the id of a message that is made of numbers."""
    if kind in _ONE:
        return struct.pack(">I", piece)
    return struct.pack(">III", piece, offset, length) if kind in _THREE else b""


def bitfield(pieces: Collection[int], count: int) -> bytes:
    """Which of `count` pieces there are, a bit each."""
    bits = bytearray((count + 7) // 8)
    for piece in pieces:
        bits[piece // 8] |= 0x80 >> piece % 8
    return bytes(bits)


def pieces(bits: bytes, count: int) -> set[int]:
    """The other way round."""
    return {piece for piece in range(count) if bits[piece // 8] & (0x80 >> piece % 8)}


def extension_handshake(
    client: str, numbers: dict[str, int], *, metadata_size: int, upload_only: bool, most: int
) -> bytes:
    """What is said first of extensions: which there are under which numbers, and who speaks."""
    said: dict[bytes, object] = {b"m": {name.encode(): number for name, number in numbers.items()}}
    if client:
        said[b"v"] = client.encode()
    if metadata_size:
        said[b"metadata_size"] = metadata_size
    if upload_only:
        said[b"upload_only"] = 1
    if most:
        said[b"reqq"] = most
    return b"\0" + encode(said)  # type: ignore[arg-type]


def line(at: float, sent: bool, kind: str, said: bytes, text: str = "") -> Line:
    """The record of a message."""
    if kind in _ONE:
        return Line(at, sent, kind, *struct.unpack_from(">I", said))
    if kind in _THREE:
        return Line(at, sent, kind, *struct.unpack_from(">III", said))
    if kind == "piece":
        return Line(at, sent, kind, *struct.unpack_from(">II", said), len(said) - 8)
    return Line(at, sent, kind, length=len(said) if said else -1, text=text)
