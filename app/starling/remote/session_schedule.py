# SPDX-License-Identifier: GPL-3.0-or-later
"""Transmission's times of the alternative speeds, which are one stretch a day, and Starling's week of hours."""

from dataclasses import dataclass

from starling.i18n import translate
from starling.remote.params import ParamError
from starling.schedule import DAYS, HOURS, Mode, Schedule

_HOUR = 60
_WEEK = DAYS * HOURS
EVERY_DAY = 0b111_1111


@dataclass(frozen=True, slots=True)
class Times:
    """A stretch on some days of the week."""

    begin: int
    """Minutes after midnight."""
    end: int
    """Likewise; of the next day where it is not after `begin`."""
    days: int
    """A bit for each day on which it begins: 1 is Sunday, 2 Monday, 64 Saturday."""


USUAL = Times(9 * _HOUR, 17 * _HOUR, EVERY_DAY)
"""Transmission's own; shown while there are none."""


def times_of(plan: Schedule) -> Times | None:
    """When slow mode holds by the plan; on no day if it never does. None for a plan that is more than one stretch."""
    if not set(plan.hours) <= {Mode.FULL, Mode.LIMITED}:
        return None
    slow = [mode is Mode.LIMITED for mode in plan.hours]
    if not any(slow):
        return Times(USUAL.begin, USUAL.end, 0)
    if all(slow):
        return Times(0, 0, EVERY_DAY)
    begins = {hour % HOURS for hour in range(_WEEK) if slow[hour] and not slow[hour - 1]}
    ends = {hour % HOURS for hour in range(_WEEK) if slow[hour - 1] and not slow[hour]}
    if len(begins) > 1 or len(ends) > 1:
        return None
    begin, end = begins.pop(), ends.pop()
    days = sum(_bit(day) for day in range(DAYS) if slow[day * HOURS + begin])
    found = Times(begin * _HOUR, end * _HOUR, days)
    return found if plan_of(found) == plan else None


def plan_of(times: Times) -> Schedule:
    """The plan that has this stretch and nothing else; hours are cut off to whole ones."""
    begin, end = times.begin // _HOUR, times.end // _HOUR
    long = end - begin if end > begin else end + HOURS - begin
    hours = {
        (day * HOURS + begin + hour) % _WEEK for day in range(DAYS) if times.days & _bit(day) for hour in range(long)
    }
    return Schedule().painted((divmod(hour, HOURS) for hour in hours), Mode.LIMITED)


def checked(times: Times) -> Times:
    """The same. Raises ParamError for what Starling's plan has no place for."""
    if not (0 <= times.begin < HOURS * _HOUR and 0 <= times.end <= HOURS * _HOUR):
        raise ParamError(translate("Remote", "The times must be minutes after midnight, 1440 at most."))
    if times.begin % _HOUR or times.end % _HOUR:
        raise ParamError(
            translate("Remote", "The times must be whole hours: Starling's schedule has no parts of them.")
        )
    if not 0 < times.days <= EVERY_DAY:
        raise ParamError(translate("Remote", "The days must be the sum of some of 1, 2, 4, 8, 16, 32 and 64."))
    return times


def _bit(day: int) -> int:
    """`day` counts from 0 = Monday."""
    return 1 << (day + 1) % DAYS
