# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads text that came off the network: the bindings raise on bytes that are not UTF-8."""

from collections.abc import Callable


def safe(read: Callable[[], str]) -> str:
    """What `read` returns; where the bindings refuse its bytes, the same text with U+FFFD for what is not UTF-8."""
    try:
        return read()
    except UnicodeDecodeError as error:
        return error.object.decode("utf-8", "replace")


def printable(raw: bytes | str, limit: int = 64) -> str:
    """One line of at most `limit` characters that can be shown: control and format characters become ``?``."""
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    return "".join(c if c.isprintable() else "?" for c in text[:limit])
