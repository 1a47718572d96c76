# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed to find files, as a predicate over path and size: words, patterns, sizes, extensions, exclusions."""

import fnmatch
import re
from collections.abc import Callable
from dataclasses import dataclass

from starling.spelling import folded

Predicate = Callable[[str, int], bool]
"""Path (parts joined by ``/``) and size in bytes -> whether the file is meant."""

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_SIZE = re.compile(r"size(>=|<=|>|<|:|=)([0-9]+)(?:[.,]([0-9]+))?([kmgtp]?)(i?)b?")
_UNCLEAR = re.compile(r"size[<>:=]|ext:")
"""What begins like this is no word to look for, even where it makes no sense as what it begins to be."""
_BREAKS = re.compile(r"[*?/]+")
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5}


def matcher(text: str) -> Predicate | None:
    """The predicate a filter text stands for, None if it asks for nothing.

    `one two` both anywhere in the path, `"one two"` as it stands, `*.mkv` against name or path, `size>100M`
    (`>=`, `<`, `<=`; `size:700M` as precisely as it is written; K, M, G, T are decimal, KiB, MiB… binary),
    `ext:srt,sub`; each with `-` before it excludes. Case and accents do not matter. A size or extensions that make no
    sense (yet), such as `size>`, ask for nothing: see `not_understood`; in quotes they are words.
    """
    predicate = folded_matcher(text)
    if predicate is None:
        return None
    found = predicate

    def matches(path: str, size: int) -> bool:
        return found(folded(path), size)

    return matches


def not_understood(text: str) -> list[str]:
    """The terms of a text that ask for nothing since they make no sense; those that are only begun do not count."""
    words = [match[0] for match in _TERM.finditer(text) if match[3] and _unclear(folded(match[3]))]
    return [word for word in words if word[-1] not in "<>:=,."]


def folded_matcher(text: str) -> Predicate | None:
    """The same for paths that went through `folded` already."""
    terms = [term for match in _TERM.finditer(folded(text)) if (term := _term(*match.groups()))]
    if not terms:
        return None
    wanted = terms[0] if len(terms) == 1 else _all(terms)
    if len(terms) > 1 and _is_pattern(text):
        # A pattern may have spaces: names have them.
        return _either(_pattern(folded(text.strip())), wanted)
    return wanted


@dataclass(frozen=True, slots=True)
class Needles:
    """What stands in the folded path of every file that a text finds, as far as that can be said."""

    wanted: tuple[tuple[str, ...], ...]
    """Of each tuple one stands there. None of them spans a ``/``; ``\\n`` before or after one means that the path
    begins or ends there."""
    exact: bool
    """Whether every path in which they stand is found."""


def needles(text: str) -> Needles:
    """The needles of a text that `folded_matcher` reads."""
    found = [match.groups() for match in _TERM.finditer(folded(text))]
    # Where all of it may be one pattern, nothing is said of its terms' ends.
    loose = len(found) > 1 and _is_pattern(text)
    wanted: list[tuple[str, ...]] = []
    exact = len(found) == 1
    for minus, phrase, word in found:
        term = phrase or word or ""
        listed = _listed(term) if word else None
        if minus or (word and (_size(word) or _unclear(word))):
            exact = False
        elif listed:
            exact = exact and not any("." in ending for ending in listed)
            wanted.append(tuple(f".{ending}\n" for ending in sorted(listed)))
        else:
            pattern = bool(word) and _is_pattern(term)
            exact = exact and not _BREAKS.search(term.removeprefix("*") if pattern else term)
            wanted += [(part,) for part in _BREAKS.split(term) if part] if loose or not pattern else _anchored(term)
    return Needles(tuple(dict.fromkeys(wanted)), exact)


def _anchored(pattern: str) -> list[tuple[str, ...]]:
    parts = [part for part in _BREAKS.split(pattern) if part]
    if parts and pattern[-1] not in "*?/":
        parts[-1] += "\n"
    found = [(part,) for part in parts]
    if parts and pattern[0] not in "*?/":
        return [(f"\n{parts[0]}", f"/{parts[0]}"), *found[1:]]
    return [*found]


def _term(minus: str, phrase: str | None, word: str | None) -> Predicate | None:
    if word is None:
        term = _word(phrase) if phrase else None
    elif _unclear(word):
        term = None
    else:
        term = _size(word) or _extensions(word) or (_pattern(word) if _is_pattern(word) else _word(word))
    return _not(term) if term and minus else term


def _unclear(word: str) -> bool:
    return _UNCLEAR.match(word) is not None and not _listed(word) and _size(word) is None


def _is_pattern(word: str) -> bool:
    return "*" in word or "?" in word


def _word(word: str) -> Predicate:
    def matches(path: str, _size: int) -> bool:
        return word in path

    return matches


def _pattern(word: str) -> Predicate:
    # A bracket is a bracket: file names are full of them, and nobody types character classes.
    match = re.compile(fnmatch.translate(word.replace("[", "[[]"))).match

    def matches(path: str, _size: int) -> bool:
        return bool(match(path) or match(path, path.rfind("/") + 1))

    return matches


def _listed(word: str) -> set[str] | None:
    """The extensions that a term asks for."""
    kind, colon, listed = word.partition(":")
    wanted = {part.lstrip("*.") for part in listed.split(",")} - {""}
    return wanted if kind == "ext" and colon and wanted else None


def _extensions(word: str) -> Predicate | None:
    wanted = _listed(word)
    if wanted is None:
        return None

    def matches(path: str, _size: int) -> bool:
        _head, dot, extension = path.rpartition("/")[2].rpartition(".")
        return bool(dot) and extension in wanted

    return matches


def _size(word: str) -> Predicate | None:
    found = _SIZE.fullmatch(word)
    if found is None:
        return None
    sign, whole, decimals, unit, binary = found.groups()
    if binary and not unit:
        return None
    step = float((1024 if binary else 1000) ** _POWERS[unit])
    wanted = float(f"{whole}.{decimals or 0}") * step
    if sign == ">":
        return lambda _path, size: size > wanted
    if sign == ">=":
        return lambda _path, size: size >= wanted
    if sign == "<":
        return lambda _path, size: size < wanted
    if sign == "<=":
        return lambda _path, size: size <= wanted
    # "size:700M" is what is shown as 700 MB: half of the last digit to both sides.
    slack = step / 10 ** min(len(decimals or ""), 300) / 2 if unit else 0.5
    return lambda _path, size: abs(size - wanted) <= slack


def _not(term: Predicate) -> Predicate:
    return lambda path, size: not term(path, size)


def _all(terms: list[Predicate]) -> Predicate:
    def matches(path: str, size: int) -> bool:
        for term in terms:  # noqa: SIM110  (100,000 files: a generator would double the time)
            if not term(path, size):
                return False
        return True

    return matches


def _either(one: Predicate, other: Predicate) -> Predicate:
    return lambda path, size: one(path, size) or other(path, size)
