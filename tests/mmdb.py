# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small databases in MaxMind's format, as its specification has it (version 2.0)."""

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path

from starling.addresses import Address


class _U16(int):
    kind = 5


class _U32(int):
    kind = 6


class _U64(int):
    """Type 9, which is one of the extended ones."""


_MAGIC = b"\xab\xcd\xefMaxMind.com"


def write(path: Path, networks: Mapping[str, object], *, version: int = 6) -> Path:
    """A database that answers with these values; `version` 4 has no place for addresses of IPv6."""
    tree: list[list[object]] = [[None, None]]
    data = b""
    for text, value in networks.items():
        network = ip_network(text)
        bits = _bits(network.network_address, network.prefixlen, version)
        node = 0
        for bit in bits[:-1]:
            following = tree[node][bit]
            if not isinstance(following, int):
                following = tree[node][bit] = len(tree)
                tree.append([None, None])
            node = following
        tree[node][bits[-1]] = ("data", len(data))
        data += _encoded(value)
    count = len(tree)

    def record(child: object) -> bytes:
        if isinstance(child, tuple):
            return int(count + 16 + child[1]).to_bytes(3)
        return (child if isinstance(child, int) else count).to_bytes(3)

    nodes = b"".join(record(left) + record(right) for left, right in tree)
    about = {
        "binary_format_major_version": _U16(2),
        "binary_format_minor_version": _U16(0),
        "build_epoch": _U64(1_700_000_000),
        "database_type": "Country",
        "description": {"en": "made for a test"},
        "ip_version": _U16(version),
        "languages": ["en"],
        "node_count": _U32(count),
        "record_size": _U16(24),
    }
    path.write_bytes(nodes + bytes(16) + data + _MAGIC + _encoded(about))
    return path


def _bits(address: Address, length: int, version: int) -> list[int]:
    number, width = int(address), 32 if address.version == 4 else 128
    bits = [number >> (width - 1 - place) & 1 for place in range(length)]
    # In a database of IPv6 those of IPv4 are ::/96.
    return [0] * 96 + bits if version == 6 and address.version == 4 else bits


def _encoded(value: object) -> bytes:
    if isinstance(value, Mapping):
        return bytes([7 << 5 | len(value)]) + b"".join(_encoded(k) + _encoded(v) for k, v in value.items())
    if isinstance(value, str):
        raw = value.encode()
        assert len(raw) < 29 or 29 <= len(raw) < 285
        head = bytes([2 << 5 | len(raw)]) if len(raw) < 29 else bytes([2 << 5 | 29, len(raw) - 29])
        return head + raw
    if isinstance(value, list):
        return bytes([len(value), 11 - 7]) + b"".join(map(_encoded, value))
    assert isinstance(value, _U16 | _U32 | _U64)
    raw = value.to_bytes((value.bit_length() + 7) // 8)
    return (bytes([len(raw), 9 - 7]) if isinstance(value, _U64) else bytes([value.kind << 5 | len(raw)])) + raw
