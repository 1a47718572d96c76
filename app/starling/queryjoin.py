# SPDX-License-Identifier: GPL-3.0-or-later
"""Two queries made one that finds what both find, written as a user would and read as the two were."""

from collections.abc import Iterator
from itertools import product

from starling.query import parse
from starling.querytokens import Part, Token, left_open, tokens

_Read = tuple[Part, bool, str, str, str, bool]


def both(first: str, second: str) -> str:
    """A query for what is found by either of two as they stand, open quotes and stray brackets included.

    Alternatives get brackets around them; where a query holds a bracket of its own that would close these, each
    alternative of one gets those of the other.
    """
    first, second = _closed(first), _closed(second)
    if not first or not second:
        return first or second
    loose = _has_alternatives(first), _has_alternatives(second)
    for around in (loose, (True, True)):
        text = " ".join(f"({one})" if held else one for one, held in zip((first, second), around, strict=True))
        wanted = [*_read(first, bracketed=around[0]), *_read(second, bracketed=around[1])]
        if _read(text) == wanted:
            return text
    pairs = product(_alternatives(first) or [""], _alternatives(second) or [""])
    return " | ".join(" ".join(filter(None, pair)) for pair in pairs)


def _closed(text: str) -> str:
    """The same with an end to everything that would go on into what follows."""
    text = text.strip()
    found = list(tokens(text))
    if not found:
        return ""
    text += left_open(found[-1], text)
    if depth := sum((token.part is Part.OPEN) - (token.part is Part.CLOSE) for token in found):
        # A word with an opening bracket of its own would have the first of these.
        last = text[found[-1].start :]
        text += (" " if last.count("(") > last.count(")") else "") + ")" * depth
    if found[0].part is Part.OR and found[0].value:
        # At the beginning it is a word, and would be none elsewhere.
        # What stands before it are brackets that close nothing.
        text = f'"{text[found[0].start : found[0].end]}"{text[found[0].end :]}'
    return text


def _read(text: str, *, bracketed: bool = False) -> list[_Read]:
    """What a text says, wherever in it."""
    said = [(t.part, t.negated, t.key, t.sign, t.value if t.part is Part.TERM else "", t.quoted) for t in tokens(text)]
    if not bracketed:
        return said
    return [(Part.OPEN, False, "", "", "", False), *said, (Part.CLOSE, False, "", "", "", False)]


def _has_alternatives(text: str) -> bool:
    return next(_ors(text), None) is not None


def _alternatives(text: str) -> list[str]:
    """What stands between the "or" that no bracket holds, and asks for something."""
    found, begin = [], 0
    for token in _ors(text):
        found.append(text[begin : token.start].strip())
        begin = token.end
    found.append(text[begin:].strip())
    # Empty brackets and lone hyphens are passed over where they are all there is, and would not be beside something.
    return [one for one in found if parse(one).says]


def _ors(text: str) -> Iterator[Token]:
    depth = 0
    for token in tokens(text):
        depth += (token.part is Part.OPEN) - (token.part is Part.CLOSE)
        if token.part is Part.OR and not depth:
            yield token
