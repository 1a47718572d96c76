# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of strangers - names, messages - as they can be shown without deceiving."""

import unicodedata

from starling.remembered import remembered

_KEPT = {"\u200c", "\u200d"}
"""Joiners: Persian, Indic scripts and emoji need them, and they move nothing."""
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_REPLACEMENT = "\ufffd"


def shown(text: str) -> str:
    """The text on one line, with a mark for every character that could hide or re-order what stands beside it.

    Control characters get their pictures (U+2400…), overrides of the writing direction and the like U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _REPLACEMENT


def shortened(text: str, most: int = 60) -> str:
    """A name for the middle of a sentence: a long one keeps its beginning and its end, where its kind stands."""
    if len(text) <= most:
        return text
    tail = most // 3
    return f"{text[: most - tail - 1].rstrip()}…{text[-tail:].lstrip()}"


def folded(text: str) -> str:
    """The text without case and accents, as it is searched for."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold()


fold = remembered(65536)(folded)
"""The same, remembered: what is on screen is searched with every key."""
