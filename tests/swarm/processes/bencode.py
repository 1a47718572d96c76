# SPDX-License-Identifier: GPL-3.0-or-later
"""Bencoding (BEP 3), the writing half: what a tracker needs."""

from collections.abc import Mapping, Sequence

Value = int | bytes | Sequence["Value"] | Mapping[bytes, "Value"]


def encode(value: Value) -> bytes:
    """Encode a value; a dictionary's keys are sorted as the standard wants it."""
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, Mapping):
        return b"d" + b"".join(encode(key) + encode(value[key]) for key in sorted(value)) + b"e"
    return b"l" + b"".join(map(encode, value)) + b"e"
