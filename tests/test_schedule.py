# SPDX-License-Identifier: GPL-3.0-or-later
"""The week of hours: what holds when, and until when."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.schedule import DAYS, HOURS, Mode, Schedule


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001  (as the clock on the wall shows it)


weeks = st.lists(st.sampled_from(Mode), min_size=DAYS * HOURS, max_size=DAYS * HOURS).map(tuple).map(Schedule)
moments = st.datetimes(wall(2026, 1, 1), wall(2027, 1, 1))


@given(weeks)
def test_a_week_comes_back_as_it_was(week: Schedule) -> None:
    assert Schedule.decode(week.encode()) == week


@given(weeks, moments)
def test_it_holds_until_something_else_does(week: Schedule, moment: datetime) -> None:
    end = week.until(moment)
    now = week.at(moment)
    if end is None:
        assert set(week.hours) == {now}
        return
    assert end > moment
    assert (end.minute, end.second) == (0, 0)
    assert week.at(end) is not now
    assert week.at(end - timedelta(seconds=1)) is now


def test_the_first_hour_is_monday_at_midnight() -> None:
    week = Schedule().painted([(0, 0), (6, 23)], Mode.PAUSED)
    assert week.at(wall(2026, 11, 23, 0, 30)) is Mode.PAUSED
    assert week.at(wall(2026, 11, 22, 23, 59)) is Mode.PAUSED
    assert week.until(wall(2026, 11, 22, 23, 59)) == wall(2026, 11, 23, 1)


@pytest.mark.parametrize("raw", [[], None, ["f" * 24] * 6, ["f" * 23] * 7, ["x" * 24] * 7, [1] * 7, "f" * 168])
def test_something_else_is_no_week(raw: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        Schedule.decode(raw)


def test_a_week_has_all_its_hours() -> None:
    with pytest.raises(ValueError, match="no week"):
        Schedule(())
