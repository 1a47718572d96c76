# SPDX-License-Identifier: GPL-3.0-or-later
"""What the terms of a query ask of a torrent, as predicates: made once for a text, called for every torrent."""

import fnmatch
import re
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from starling.querystates import Predicate
from starling.queryvalues import Span
from starling.spelling import fold
from starling.torrent import Torrent

Value = Callable[[Torrent], Any]

_HASH_FROM = 6
"""Digits with which a plain word may be meant for a hash: fewer begin one of many torrents by chance."""
_HEX = re.compile(rf"[0-9a-f]{{{_HASH_FROM},}}")
_PLACES_AT_MOST, _KEPT_AT_MOST = 4096, 65536

Places = tuple[str, tuple[str, ...], tuple[str, ...]]


class _Elsewhere:
    """Folder, labels and trackers as one folded text each: torrents share them, so few have to be made."""

    def __init__(self) -> None:
        self._known: dict[Places, str] = {}

    def __call__(self, torrent: Torrent) -> str:
        places = torrent.save_path, torrent.labels, torrent.tracker_hosts
        found = self._known.get(places)
        if found is None:
            if len(self._known) >= _PLACES_AT_MOST:
                self._known.clear()
            found = self._known[places] = fold("\n".join((places[0], *places[1], *places[2])))
        return found


_elsewhere = _Elsewhere()


def words(wanted: Sequence[str]) -> Predicate:
    """All of these, folded, somewhere: in name, folder, labels or trackers; or at the beginning of a hash, if long."""
    if len(wanted) == 1:
        return _word(wanted[0])

    def rule(torrent: Torrent) -> bool:
        name = fold(torrent.name)
        for word in wanted:  # noqa: SIM110  (10,000 torrents with every key: a generator would double the time)
            if word not in name and not _found_elsewhere(word, torrent):
                return False
        return True

    return rule


def _word(word: str) -> Predicate:
    if _HEX.fullmatch(word):
        return lambda t: word in fold(t.name) or _found_elsewhere(word, t)
    return lambda t: word in fold(t.name) or word in _elsewhere(t)


def _found_elsewhere(word: str, torrent: Torrent) -> bool:
    if word in _elsewhere(torrent):
        return True
    return len(word) >= _HASH_FROM and (torrent.hash_v1.startswith(word) or torrent.hash_v2.startswith(word))


def any_word(wanted: Sequence[str]) -> Predicate:
    """One of these, likewise; all of them in one go, as a search in one text costs less than a call."""
    if len(wanted) == 1:
        return _word(wanted[0])
    hashes = tuple(filter(_HEX.fullmatch, wanted))

    def rule(torrent: Torrent) -> bool:
        text = f"{fold(torrent.name)}\n{_elsewhere(torrent)}"
        for word in wanted:
            if word in text:
                return True
        return bool(hashes) and (torrent.hash_v1.startswith(hashes) or torrent.hash_v2.startswith(hashes))

    return rule


def kept(rule: Predicate) -> Predicate:
    """The same for a rule that asks for names, folders, labels, trackers and hashes alone: asked once for each.

    Keys are texts, not tuples, which Python's collector of garbage would visit.
    """
    known: dict[str, bool] = {}

    def ask(torrent: Torrent) -> bool:
        key = "\0".join(
            (
                torrent.hash_v1,
                torrent.hash_v2,
                torrent.name,
                torrent.save_path,
                *torrent.labels,
                "",
                *torrent.tracker_hosts,
            )
        )
        holds = known.get(key)
        if holds is None:
            if len(known) >= _KEPT_AT_MOST:
                known.clear()
            holds = known[key] = rule(torrent)
        return holds

    return ask


def hash_begins(wanted: str) -> Predicate:
    """One of the two hashes begins so."""
    return lambda t: t.hash_v1.startswith(wanted) or t.hash_v2.startswith(wanted)


def text(value: Value, wanted: str, *, exact: bool, literal: bool) -> Predicate:
    """A text holds this, folded, or is it; unless it is `literal`, ``*`` and ``?`` make it a pattern for the whole."""
    test = _tester(wanted, exact=exact, literal=literal)
    return lambda t: test(fold(value(t)))


def names(value: Value, wanted: Iterable[str], *, exact: bool, literal: bool) -> Predicate:
    """One of several names does."""
    tests = [_tester(name, exact=exact, literal=literal) for name in wanted]
    return lambda t: any(test(fold(name)) for name in value(t) for test in tests)


def _tester(wanted: str, *, exact: bool, literal: bool) -> Callable[[str], bool]:
    if not literal and ("*" in wanted or "?" in wanted):
        # A bracket is a bracket, as in the filter of the Files tab.
        match = re.compile(fnmatch.translate(wanted.replace("[", "[[]"))).match
        return lambda text: match(text) is not None
    if exact:
        return wanted.__eq__
    return lambda text: wanted in text


def nothing(value: Value) -> Predicate:
    """Whether there is no value."""
    return lambda t: value(t) in {None, "", ()}


def true(value: Value) -> Predicate:
    """Whether it is so."""
    return lambda t: bool(value(t))


def limited(value: Value, places: Iterable[int]) -> Predicate:
    """Whether there is a limit in one of these places: 0 is down, 1 is up."""
    wanted = tuple(places)
    return lambda t: any(value(t)[place] for place in wanted)


def either(rules: Sequence[Predicate]) -> Predicate:
    """One of them holds."""
    if len(rules) == 1:
        return rules[0]

    def rule(torrent: Torrent) -> bool:
        for one in rules:  # noqa: SIM110
            if one(torrent):
                return True
        return False

    return rule


def every(rules: Sequence[Predicate]) -> Predicate:
    """All of them hold."""
    if len(rules) == 1:
        return rules[0]

    def rule(torrent: Torrent) -> bool:
        for one in rules:  # noqa: SIM110
            if not one(torrent):
                return False
        return True

    return rule


def negated(rule: Predicate) -> Predicate:
    """It does not hold."""
    return lambda t: not rule(t)


def compared(value: Value, sign: str, span: Span) -> Predicate:
    """A number, or the age of a moment, against a literal; what is not known is neither more nor less."""
    if span.age:
        return _aged(value, sign, span)
    inside, below = _between(span.low, span.high), span.high if span.whole else None
    tests: dict[str, Callable[[float], bool]] = {
        ":": inside,
        "=": inside,
        "!=": lambda number: not inside(number),
        "<": span.low.__gt__,
        ">=": span.low.__le__,
        "<=": span.low.__ge__ if below is None else below.__gt__,
        ">": span.low.__lt__ if below is None else below.__le__,
    }
    return _known(value, tests[sign])


def ranged(value: Value, first: Span, last: Span) -> Predicate:
    """From one literal to another, both included."""
    if first.age:
        young, old = sorted((first.low, last.low))
        return _known(value, lambda moment: young <= time.time() - moment <= old)
    low, high = first.low, last.high
    return _known(value, lambda number: low <= number < high)


def _between(low: float, high: float) -> Callable[[float], bool]:
    if low == high:
        return low.__eq__
    return lambda number: low <= number < high


def _aged(value: Value, sign: str, span: Span) -> Predicate:
    now, low = time.time, span.low
    tests: dict[str, Callable[[float], bool]] = {
        # "added:7d" is what came in the last seven days.
        ":": lambda moment: now() - moment <= low,
        "=": lambda moment: now() - moment <= low,
        "!=": lambda moment: now() - moment > low,
        "<": lambda moment: now() - moment < low,
        "<=": lambda moment: now() - moment <= low,
        ">": lambda moment: now() - moment > low,
        ">=": lambda moment: now() - moment >= low,
    }
    return _known(value, tests[sign])


def _known(value: Value, test: Callable[[float], bool]) -> Predicate:
    def rule(torrent: Torrent) -> bool:
        found = value(torrent)
        return found is not None and test(found)

    return rule
