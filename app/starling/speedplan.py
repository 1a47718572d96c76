# SPDX-License-Identifier: GPL-3.0-or-later
"""Which limits of the session hold, and why."""

from collections.abc import Iterable
from enum import Enum

from starling.setting import RATE_MAX, Setting
from starling.settings import Settings
from starling.settings.speed import DOWN_LIMIT, SEEDING, SEEDING_UP, SLOW_DOWN, SLOW_MODE, SLOW_UP, UP_LIMIT

_AFTER = 30.0
"""Seconds without a download after which nothing but seeding goes on: between two of them nothing shall jump."""
_STEPS = 1, 2, 5
_BESIDE = 3
"""Steps that are offered on either side of a limit."""
_USUAL = 1_000_000


class Way(Enum):
    """A direction."""

    DOWN = "down"
    UP = "up"


class Seeding:
    """Whether nothing is downloaded any more."""

    def __init__(self) -> None:
        self.only = False
        self._last: float | None = None
        """When the last download was seen."""

    def look(self, *, downloads: bool, seeds: bool, now: float) -> bool:
        """What runs at `now` (seconds, of any clock); whether that is nothing but seeding."""
        if downloads:
            self._last = now
        self.only = seeds and not downloads and (self._last is None or now - self._last >= _AFTER)
        return self.only


def setting_of(chosen: Settings, way: Way, *, only_seeding: bool) -> Setting[int]:
    """Where the limit stands that holds in a direction now. Slow mode has its own, whatever runs."""
    slow = chosen.get(SLOW_MODE)
    if way is Way.DOWN:
        return SLOW_DOWN if slow else DOWN_LIMIT
    if slow:
        return SLOW_UP
    return SEEDING_UP if only_seeding and chosen.get(SEEDING) else UP_LIMIT


def limit(chosen: Settings, way: Way, *, only_seeding: bool) -> int:
    """Bytes a second for all torrents together; 0 = no limit."""
    return chosen.get(setting_of(chosen, way, only_seeding=only_seeding))


def seeding_limit(chosen: Settings) -> int | None:
    """The upload limit while only seeding; None if that is as any other."""
    return chosen.get(SEEDING_UP) if chosen.get(SEEDING) and not chosen.get(SLOW_MODE) else None


def steps(around: int, unit: int) -> tuple[int, ...]:
    """Round rates below and above one (0 = no limit), rising; `unit` is 1000 or 1024."""
    series = [step * 10**power * size for size in (unit, unit**2) for power in range(3) for step in _STEPS]
    fitting = [rate for rate in (*series, unit**3) if rate <= RATE_MAX]
    around = around or _USUAL
    below = [rate for rate in fitting if rate < around]
    above = [rate for rate in fitting if rate > around]
    return tuple(below[-_BESIDE:] + [rate for rate in fitting if rate == around] + above[:_BESIDE])


def offered(present: int, own: Iterable[int], unit: int) -> tuple[int, ...]:
    """The rates of a menu, rising: steps around the present limit, itself, and the user's own."""
    return tuple(sorted({*steps(present, unit), *own, *([present] if present else [])}))
