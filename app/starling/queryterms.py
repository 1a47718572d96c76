# SPDX-License-Identifier: GPL-3.0-or-later
"""One term of a query, such as ``size>4G``: what it asks for, or what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from types import MappingProxyType

from starling import querycauses, queryrules, queryvalues
from starling.queryfields import MEASURED, NAMED, Field, Kind
from starling.queryproblem import Problem, Wrong
from starling.querystates import STATES, Predicate
from starling.querytokens import Token
from starling.queryvalues import Span
from starling.spelling import fold
from starling.why.reason import Cause

Vocabulary = Mapping[str, str]
"""Further words for values, folded -> the English ones; those of causes are made by `querycauses.vocabulary`."""

ENGLISH: Vocabulary = MappingProxyType({})

NONE, ANY = "none", "any"
_YES = {"yes": True, "y": True, "true": True, "1": True, "on": True, "any": True}
_NO = {"no": False, "n": False, "false": False, "0": False, "off": False, "none": False}
_TRUTH = _YES | _NO
_LIMITS = {"down": (0,), "up": (1,)}
_EQUAL = {":", "=", "!="}


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word, or several in quotes."""

    text: str

    @property
    def folded(self) -> str:
        """As it is searched for."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A rule of its own."""

    rule: Predicate
    timed: bool = False
    """Its answers change as time goes by."""
    texts: int = 0
    """How many texts it asks for, where these are names, folders, labels, trackers or hashes and nothing else."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Something asked of the names of the files inside."""

    text: str
    """As `starling.filequery` reads it."""


def unknown(token: Token, *, at_end: bool) -> Problem:
    """What to say of a key that is none."""
    # Names hold colons and equal signs, but hardly ever what compares.
    careful = token.sign in {":", "="}
    close = get_close_matches(fold(token.key), NAMED, 1, 0.75 if careful else 0.6)
    wrong = Wrong.WORD if careful and not (close and token.value) else Wrong.FIELD
    return Problem(wrong, token.key, token.sign, token.value, suggestion=close[0] if close else "", at_end=at_end)


def placed(problem: Problem, *, at_end: bool) -> Problem:
    """The problem of a term that stands at the end of the text, or does not."""
    return replace(problem, at_end=at_end)


def term(field: Field, token: Token, vocabulary: Vocabulary) -> Leaf | Inside | Problem:
    """What a term with a value asks for."""
    if field.kind in MEASURED:
        return _measured(field, token, vocabulary)
    if token.sign not in _EQUAL:
        return Problem(Wrong.SIGN, field.key, token.sign, token.value, field.kind)
    if field.kind is Kind.INSIDE:
        return Inside(f'"{token.value}"' if token.quoted else token.value)
    rule = _rule(field, token, vocabulary)
    if rule is None:
        return _refused(field, token, vocabulary)
    texts = 0
    if field.kind in {Kind.NAMES, Kind.HASH} or field.key in {"name", "path"}:
        texts = token.value.count(",") + 1 if field.kind is Kind.NAMES else 1
    return Leaf(queryrules.negated(rule) if token.sign == "!=" else rule, texts=texts)


def _rule(field: Field, token: Token, vocabulary: Vocabulary) -> Predicate | None:
    value, exact = fold(token.value), token.sign != ":"
    word = vocabulary.get(value, value)
    if field.kind is Kind.HASH:
        return queryrules.hash_begins(value)
    if field.kind is Kind.TEXT:
        if not token.quoted and word in {NONE, ANY} and field.key == "error":
            rule = queryrules.nothing(field.value)
            return rule if word == NONE else queryrules.negated(rule)
        return queryrules.text(field.value, value, exact=exact, literal=token.quoted)
    if field.kind is Kind.NAMES:
        return _names(field, token, vocabulary)
    if field.kind is Kind.STATE:
        return _state(value.split(","), vocabulary)
    if field.kind is Kind.CAUSE:
        return _cause(value, vocabulary, exact=exact)
    if field.kind is Kind.LIMIT and word in _LIMITS:
        return queryrules.limited(field.value, _LIMITS[word])
    if (holds := _TRUTH.get(word)) is None:
        return None
    rule = queryrules.limited(field.value, (0, 1)) if field.kind is Kind.LIMIT else queryrules.true(field.value)
    return rule if holds else queryrules.negated(rule)


def _names(field: Field, token: Token, vocabulary: Vocabulary) -> Predicate | None:
    value, exact = fold(token.value), token.sign != ":"
    if token.quoted:
        return queryrules.names(field.value, [value], exact=exact, literal=True)
    word = vocabulary.get(value, value)
    if word in {NONE, ANY}:
        rule = queryrules.nothing(field.value)
        return rule if word == NONE else queryrules.negated(rule)
    listed = [name for name in value.split(",") if name]
    return queryrules.names(field.value, listed, exact=exact, literal=False) if listed else None


def _state(asked: Iterable[str], vocabulary: Vocabulary) -> Predicate | None:
    wanted: dict[str, Predicate] = {}
    for word in filter(None, dict.fromkeys(asked)):
        if not (meant := states(word, vocabulary)):
            return None
        wanted |= {state: STATES[state] for state in meant}
    return queryrules.either(list(wanted.values())) if wanted else None


def _cause(value: str, vocabulary: Vocabulary, *, exact: bool) -> Predicate | None:
    if (word := vocabulary.get(value, value)) in {NONE, ANY}:
        rule = querycauses.rule(Cause)
        return rule if word == ANY else queryrules.negated(rule)
    found = [querycauses.meant(word, vocabulary, exact=exact) for word in value.split(",") if word]
    return querycauses.rule(set().union(*found)) if found and all(found) else None


def states(word: str, vocabulary: Vocabulary) -> list[str]:
    """The states that a folded word, or its beginning, stands for."""
    word = word.replace("-", " ").replace("_", " ")
    if word in STATES:
        return [word]
    if meant := [state for state in STATES if state.startswith(word)]:
        return meant
    translated = {spoken: state for spoken, state in vocabulary.items() if state in STATES}
    if word in translated:
        return [translated[word]]
    return list(dict.fromkeys(state for spoken, state in translated.items() if spoken.startswith(word)))


def _measured(field: Field, token: Token, vocabulary: Vocabulary) -> Leaf | Problem:
    value = fold(token.value).strip()
    word = vocabulary.get(value, value)
    unset = {NONE, "never"} if field.kind is Kind.MOMENT else {NONE}
    if token.sign in _EQUAL and word in unset | {ANY}:
        rule = queryrules.nothing(field.value)
        return Leaf(rule if (word in unset) == (token.sign != "!=") else queryrules.negated(rule))
    first, dots, last = word.partition("..")
    low, high = (queryvalues.read(field.kind, vocabulary.get(part, part)) for part in (first, last or first))
    if low is None or high is None or (dots and not (last and token.sign in _EQUAL and low.age == high.age)):
        return _refused(field, token, vocabulary)
    if not dots:
        return Leaf(queryrules.compared(field.value, token.sign, low), timed=_timed(low))
    rule = queryrules.ranged(field.value, low, high)
    return Leaf(queryrules.negated(rule) if token.sign == "!=" else rule, timed=_timed(low) or _timed(high))


def _timed(span: Span) -> bool:
    # Dates too: what is called today is another day tomorrow.
    return span.age or span.whole


def _refused(field: Field, token: Token, vocabulary: Vocabulary) -> Problem:
    close: list[str] = []
    if field.kind is Kind.STATE:
        wrong = next((word for word in fold(token.value).split(",") if word and not states(word, vocabulary)), "")
        close = get_close_matches(wrong, [*STATES, *vocabulary], 1, 0.6)
    elif field.kind is Kind.CAUSE:
        asked = filter(None, fold(token.value).split(","))
        wrong = next((word for word in asked if not querycauses.meant(word, vocabulary, exact=token.sign != ":")), "")
        close = list(filter(None, [querycauses.close(wrong, vocabulary)]))
    return Problem(Wrong.VALUE, field.key, token.sign, token.value, field.kind, suggestion=close[0] if close else "")
