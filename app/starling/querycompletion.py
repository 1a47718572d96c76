# SPDX-License-Identifier: GPL-3.0-or-later
"""What may follow while a query is typed: fields at the beginning of a term, values behind its sign."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from starling.querycauses import CAUSES
from starling.queryfields import FIELDS, MEASURED, Field, Kind, find
from starling.querystates import STATES
from starling.queryterms import ANY, NONE
from starling.querytokens import Part, quoted, tokens
from starling.spelling import fold

_FIELDS_FROM, _STATES_FROM = 2, 3
"""Letters of a plain word from which it may be the beginning of a field, or of a state."""
_MOST = 50
_LARGER = frozenset({Kind.SIZE, Kind.RATE, Kind.COUNT})
_BARE = re.compile(r"[^\s\"“„()|,*?]+")
_FIXED = {Kind.YES_NO: ("yes", "no"), Kind.LIMIT: ("yes", "no", "down", "up")}


@dataclass(frozen=True, slots=True)
class Offers:
    """What values there are."""

    labels: Sequence[str] = ()
    trackers: Sequence[str] = ()
    causes: Sequence[tuple[str, str]] = ()
    """The words of ``why:`` with what is said of them in the language of the program."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be meant."""

    text: str
    """What is put there."""
    field: str
    """Key of the field that is begun, or whose value this is."""
    value: str = ""
    """The value alone; empty where a value is still to come."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The candidates for what stands from `start` up to, not including, `end`."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


def complete(text: str, cursor: int, offers: Offers, *, asked: bool = False) -> Completion | None:
    """What may be meant at the cursor; None where nothing can be offered.

    `asked` offers fields where nothing is typed yet, too.
    """
    typed = text[:cursor]
    last = next(iter(deque(tokens(typed), maxlen=1)), None)
    if last is None or last.part is not Part.TERM or last.end < cursor:
        return _completion(cursor, cursor, _fields("", asked=True)) if asked else None
    if not last.key:
        if last.quoted:
            return None
        start = last.start + last.negated
        return _completion(start, cursor, _fields(last.value, asked=asked), typed[start:])
    field = find(last.key)
    if field is None:
        return None
    listed = field.kind in {Kind.STATE, Kind.NAMES, Kind.CAUSE} and not last.quoted
    before = last.value.rpartition(",")[0] if listed else ""
    prefix = last.value[len(before) + bool(before) :] if before else last.value
    start = (cursor - len(prefix)) if not last.quoted else last.value_at
    return _completion(start, cursor, _values(field, prefix, offers), typed[start:])


def _completion(start: int, end: int, found: Iterator[Candidate], typed: str = "") -> Completion | None:
    candidates = tuple(islice(found, _MOST))
    # What stands there already needs no completion.
    if not candidates or (len(candidates) == 1 and fold(candidates[0].text) == fold(typed)):
        return None
    return Completion(start, end, candidates)


def _fields(prefix: str, *, asked: bool) -> Iterator[Candidate]:
    folded = fold(prefix)
    if len(folded) >= _FIELDS_FROM or asked:
        for field in FIELDS:
            if any(name.startswith(folded) for name in (field.key, *field.aliases)):
                yield Candidate(field.key + _sign(field), field.key)
    if len(folded) >= _STATES_FROM:
        yield from (Candidate(f"state:{state}", "state", state) for state in STATES if state.startswith(folded))


def _sign(field: Field) -> str:
    """What is asked most."""
    if field.kind not in MEASURED:
        return ":"
    return ">" if field.kind in _LARGER else "<"


def _values(field: Field, prefix: str, offers: Offers) -> Iterator[Candidate]:
    folded = fold(prefix)
    if field.kind is Kind.NAMES:
        there = offers.labels if field.key == "label" else offers.trackers
        # Those that begin so come first.
        matching = sorted(
            (name for name in there if folded in fold(name)), key=lambda n: not fold(n).startswith(folded)
        )
        yield from (Candidate(_quoted(name), field.key, name) for name in matching if name)
        fixed: Sequence[str] = (NONE, ANY)
    elif field.kind is Kind.STATE:
        fixed = tuple(STATES)
    elif field.kind is Kind.CAUSE:
        yield from (Candidate(word, field.key, word) for word in _causes(folded, offers))
        fixed = (ANY, NONE)
    else:
        fixed = _FIXED.get(field.kind, field.samples)
    yield from (Candidate(value, field.key, value) for value in fixed if value.startswith(folded))


def _causes(prefix: str, offers: Offers) -> Iterator[str]:
    """The words of causes that begin so, then those of which it is said so, or that go on so."""
    said = dict(offers.causes)
    yield from (word for word in CAUSES if word.startswith(prefix))
    for word in CAUSES:
        parts = [*word.split("-")[1:], *fold(said.get(word, "")).split()]
        if not word.startswith(prefix) and any(part.startswith(prefix) for part in parts):
            yield word


def _quoted(name: str) -> str:
    if _BARE.fullmatch(name) and fold(name) not in {NONE, ANY}:
        return name
    return quoted(name)
