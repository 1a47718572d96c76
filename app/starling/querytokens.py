# SPDX-License-Identifier: GPL-3.0-or-later
"""A query taken apart: brackets, "or", and terms with their sign, key and value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from starling.queryfields import Kind, find

_SPACE = re.compile(r"\s*")
_KEY = re.compile(r"([^\W\d_][\w-]*)")
_SIGN = re.compile(r":?(?:[<>]=?|=[<>]|!=|==?|[≤≥≠])|:")
_COMPARED = re.compile(r"\s+([<>]=?|=[<>]|!=|==?|[≤≥≠])")
_SIGNS = {"=<": "<=", "=>": ">=", "==": "=", "≤": "<=", "≥": ">=", "≠": "!="}
_CLOSING = {'"': '"', "“": "”", "„": "“”"}
"""By the quote that opens, those that close: systems make typographic ones of what is typed."""


_AWKWARD = re.compile(r'[\s"“”„()|,*]')


class Part(Enum):
    """What a token is."""

    TERM = auto()
    OPEN = auto()
    CLOSE = auto()
    OR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, from `start` up to, not including, `end`."""

    part: Part
    start: int
    end: int
    negated: bool = False
    key: str = ""
    """As it was typed; empty for plain words."""
    sign: str = ""
    """One of ``: = != < <= > >=`` where there is a key."""
    value: str = ""
    """Without its quotes."""
    value_at: int = 0
    """Where the value begins, its quotes included."""
    quoted: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text; nothing makes it fail, and what is not closed ends with the text."""
    at, depth = 0, 0
    while (at := _past_space(text, at)) < len(text):
        character = text[at]
        if character == "|":
            yield Token(Part.OR, at, at + 1)
            at += 1
            continue
        if character == ")":
            if depth:
                depth -= 1
                yield Token(Part.CLOSE, at, at + 1)
            at += 1
            continue
        begin = at
        negated = character == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in "|)"
        at += negated
        if text[at] == "(":
            depth += 1
            at += 1
            yield Token(Part.OPEN, begin, at, negated)
            continue
        token = _term(text, begin, at, depth)
        at = token.end
        yield token


def quoted(value: str) -> str:
    """A value in quotes that it does not hold itself; where it holds all of them, as a pattern that finds it."""
    for opening, closing in _CLOSING.items():
        if not any(quote in value for quote in closing):
            return f"{opening}{value}{closing[0]}"
    return _AWKWARD.sub("?", value)


def left_open(token: Token, text: str) -> str:
    """What is missing at the end of the last token of a text: quotes and brackets that nothing closes."""
    value = text[token.value_at : token.end]
    if closing := _CLOSING.get(value[:1]) if token.part is Part.TERM else None:
        return "" if len(value) > 1 and value[-1] in closing else closing[0]
    field = find(token.key)
    if not value.startswith("(") or field is None or field.kind is not Kind.INSIDE:
        return ""
    quotes = '"' * (value.count('"') % 2)
    parts = "".join(value.split('"')[::2])
    return quotes + ")" * max(0, parts.count("(") - parts.count(")"))


def _term(text: str, begin: int, at: int, depth: int) -> Token:
    negated = at > begin
    key, sign, value_at = _key(text, at)
    field = find(key)
    if field is not None:
        value_at = _past_space(text, value_at)
    value, quoted, end = _value(text, value_at, depth, brackets=field is not None and field.kind is Kind.INSIDE)
    if not negated and not key and not quoted and value.casefold() == "or":
        return Token(Part.OR, begin, end, value=value)
    return Token(Part.TERM, begin, end, negated, key, sign, value, value_at, quoted)


def _key(text: str, at: int) -> tuple[str, str, int]:
    """Key, sign, and where the value may begin; empty ones where there is no key."""
    named = _KEY.match(text, at)
    if named is None:
        return "", "", at
    sign = _SIGN.match(text, named.end())
    if sign is not None:
        plain = sign[0].removeprefix(":") or ":"
        return named[1], _SIGNS.get(plain, plain), sign.end()
    compared = _COMPARED.match(text, named.end())
    if compared is not None and find(named[1]) is not None:
        return named[1], _SIGNS.get(compared[1], compared[1]), compared.end()
    return "", "", at


def _value(text: str, at: int, depth: int, *, brackets: bool) -> tuple[str, bool, int]:
    """A value, whether it was quoted, and where it ends; `brackets` may hold it together as quotes do."""
    if closing := _CLOSING.get(text[at : at + 1]):
        end = at + 1
        while end < len(text) and text[end] not in closing:
            end += 1
        return text[at + 1 : end], True, min(end + 1, len(text))
    if brackets and text[at : at + 1] == "(":
        return _bracketed(text, at)
    end, within = at, 0
    while end < len(text) and not text[end].isspace() and text[end] != "|":
        if text[end] == "(":
            within += 1
        elif text[end] == ")":
            if within:
                within -= 1
            elif depth:
                break
        end += 1
    return text[at:end], False, end


def _bracketed(text: str, at: int) -> tuple[str, bool, int]:
    within, end, in_quotes = 0, at, False
    while end < len(text):
        if text[end] == '"':
            in_quotes = not in_quotes
        elif not in_quotes:
            within += (text[end] == "(") - (text[end] == ")")
        end += 1
        if not within:
            return text[at + 1 : end - 1], False, end
    return text[at + 1 :], False, end


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
