# SPDX-License-Identifier: GPL-3.0-or-later
"""The measured values of a query - sizes, rates, shares, ages, dates - as the numbers that a torrent is compared to."""

import datetime
import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from starling.queryfields import Kind


@dataclass(frozen=True, slots=True)
class Span:
    """What a literal stands for: everything from `low` up to, not including, `high`.

    ``700M`` is all that is shown as 700 MB, ``2026-11`` all of November.
    """

    low: float
    high: float
    age: bool = False
    """Seconds before now, not a moment."""
    whole: bool = False
    """A stretch of time: what is later than November begins in December."""


_NUMBER = r"(\d+)(?:[.,](\d+))?"
_DATA = re.compile(rf"{_NUMBER}\s?([kmgtpe]?)(i?)b?")
_RATE_END = re.compile(r"(?:/s|ps)$")
_PLAIN = re.compile(_NUMBER)
_TIMES = re.compile(rf"{_NUMBER}\s?([a-z]+)\s?")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5, "e": 6}
_DAY = 86_400
_SECONDS = {
    name: seconds
    for names, seconds in (
        ("s sec second seconds", 1),
        ("m min minute minutes", 60),
        ("h hour hours", 3600),
        ("d day days", _DAY),
        ("w week weeks", 7 * _DAY),
        ("mo month months", 30 * _DAY),
        ("y year years", 365 * _DAY),
    )
    for name in names.split()
}


def read(kind: Kind, text: str) -> Span | None:
    """A literal of a measured kind, without case and accents; None if it makes no sense."""
    return _READERS[kind](text)


def _number(whole: str, decimals: str | None, step: float = 1) -> Span:
    # Figures are cut, never rounded: 1.5 is shown for everything from 1.5 up to 1.6.
    low = float(f"{whole[:300]}.{(decimals or '0')[:300]}") * step
    return Span(low, low + step / 10 ** min(len(decimals or ""), 300))


def _size(text: str) -> Span | None:
    found = _DATA.fullmatch(text)
    if found is None:
        return None
    whole, decimals, unit, binary = found.groups()
    if binary and not unit:
        return None
    return _number(whole, decimals, float((1024 if binary else 1000) ** _POWERS[unit]))


def _rate(text: str) -> Span | None:
    return _size(_RATE_END.sub("", text))


def _plain(text: str) -> Span | None:
    found = _PLAIN.fullmatch(text)
    return _number(found[1], found[2]) if found else None


def _count(text: str) -> Span | None:
    return _plain(text) if text.isdecimal() else None


def _percent(text: str) -> Span | None:
    return _plain(text.removesuffix("%").rstrip())


def _duration(text: str) -> Span | None:
    if text == "never":
        return Span(math.inf, math.inf)
    total, step, end = 0.0, 0.0, 0
    while end < len(text):
        found = _TIMES.match(text, end)
        if found is None or found[3] not in _SECONDS:
            return None
        part = _number(found[1], found[2], _SECONDS[found[3]])
        total, step, end = total + part.low, part.high - part.low, found.end()
    return Span(total, total + step) if end else None


def _moment(text: str) -> Span | None:
    if (age := _duration(text)) is not None:
        return None if math.isinf(age.low) else Span(age.low, age.high, age=True)
    today = datetime.date.fromtimestamp(time.time())  # noqa: DTZ012  (the user's own days)
    if text in {"today", "yesterday"}:
        return _days(today - datetime.timedelta(text == "yesterday"), 1)
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
        if day:
            return _days(first, 1)
        after = datetime.date(year + (month in {0, 12}), month % 12 + 1 if month else 1, 1)
        return _days(first, (after - first).days)
    except (ValueError, OverflowError):
        return None


def _days(first: datetime.date, count: int) -> Span:
    after = first + datetime.timedelta(count)
    return Span(_midnight(first), _midnight(after), whole=True)


def _midnight(day: datetime.date) -> float:
    return time.mktime((day.year, day.month, day.day, 0, 0, 0, 0, 0, -1))


_READERS: dict[Kind, Callable[[str], Span | None]] = {
    Kind.SIZE: _size,
    Kind.RATE: _rate,
    Kind.COUNT: _count,
    Kind.NUMBER: _plain,
    Kind.PERCENT: _percent,
    Kind.DURATION: _duration,
    Kind.MOMENT: _moment,
}
