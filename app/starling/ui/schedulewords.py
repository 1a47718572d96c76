# SPDX-License-Identifier: GPL-3.0-or-later
"""What the schedule says, in words."""

from datetime import datetime, timedelta

from starling import formats
from starling.i18n import translate
from starling.schedule import Mode, Stretch
from starling.speedclock import wall_clock

_SOON = timedelta(hours=24)


def mode(which: Mode) -> str:
    """The mode, as the legend has it."""
    return {
        Mode.FULL: translate("Schedule", "Full speed"),
        Mode.LIMITED: translate("Schedule", "Slow mode"),
        Mode.SEEDING: translate("Schedule", "Seeding only"),
        Mode.PAUSED: translate("Schedule", "Everything waits"),
    }[which]


def moment(when: datetime, now: datetime) -> str:
    """The time; with its day where that is not plain."""
    seconds = when.timestamp()
    time = formats.clock(seconds)
    return time if when - now <= _SOON else f"{formats.weekday(seconds)}, {time}"


def waiting(stretch: Stretch) -> str:
    """Why a torrent does not run."""
    only = stretch.mode is Mode.SEEDING
    if stretch.until is None:
        return translate("Schedule", "Waiting: seeding only") if only else translate("Schedule", "Waiting: schedule")
    # The time first: columns are narrow.
    time = moment(stretch.until, wall_clock())
    if only:
        return translate("Schedule", "Waiting until {time}: seeding only").format(time=time)
    return translate("Schedule", "Waiting until {time}: schedule").format(time=time)


def in_force(stretch: Stretch | None, *, slow: bool, now: datetime) -> str:
    """What holds and why, for the status bar; empty where that is nothing special."""
    if stretch is None:
        return translate("Schedule", "Slow mode") if slow else ""
    by_plan = stretch.mode is Mode.LIMITED
    if stretch.until is None:
        return {
            Mode.SEEDING: translate("Schedule", "Seeding only by schedule"),
            Mode.PAUSED: translate("Schedule", "Everything waits by schedule"),
        }.get(stretch.mode, translate("Schedule", "Slow mode") if slow else "")
    time = moment(stretch.until, now)
    if stretch.mode is Mode.SEEDING:
        return translate("Schedule", "Seeding only by schedule until {time}").format(time=time)
    if stretch.mode is Mode.PAUSED:
        return translate("Schedule", "Everything waits by schedule until {time}").format(time=time)
    if slow:
        text = (
            translate("Schedule", "Slow mode by schedule until {time}")
            if by_plan
            else translate("Schedule", "Slow mode until {time}")
        )
        return text.format(time=time)
    return translate("Schedule", "Full speed until {time}").format(time=time) if by_plan else ""
