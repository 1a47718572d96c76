# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as an info-hash, for the command line, for texts that are pasted and for the engine."""

import re

_DIGITS = re.compile(r"[0-9a-f]{40}|(1220)?[0-9a-f]{64}|[a-z2-7]{32}", re.IGNORECASE | re.ASCII)
_MULTIHASH = 68
"""Digits of a v2 hash with the prefix that names its kind and length (BEP 52)."""


def is_info_hash(text: str) -> bool:
    """Whether this is v1 in hex or base32 (BEP 9) or v2 in hex, with or without its multihash prefix."""
    return _DIGITS.fullmatch(text) is not None


def without_prefix(text: str) -> str:
    """An info-hash without its multihash prefix; any other text as it is."""
    return text[4:] if len(text) == _MULTIHASH and is_info_hash(text) else text
