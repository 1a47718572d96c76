# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the schedule by a clock that the test sets: what holds, what the user switches, restarts, other plans."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.schedule import Mode, Schedule, Stretch
from starling.settings import Settings
from starling.speedclock import SpeedClock
from starling.uistate import UiState

SLOW, FOLLOWED, PLAN = settings.speed.SLOW_MODE, settings.schedule.FOLLOWED, settings.schedule.PLAN
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001  (as the clock on the wall shows it)
WORK = Schedule().painted([(day, hour) for day in range(5) for hour in range(8, 18)], Mode.LIMITED)


class Office:
    """Settings, a state and a clock on the wall."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(folder / "settings.toml")
        self.state = UiState(folder / "ui.json")
        self.time = MONDAY
        self.changes = 0
        self.settings.set(PLAN, WORK)
        self.clock = self.opens()

    def opens(self) -> SpeedClock:
        """The program starts."""
        self.clock = SpeedClock(self.settings, self.state, lambda: self.time)
        self.clock.changed.connect(self._on_changed)
        return self.clock

    def closes(self) -> None:
        self.clock.close()
        self.clock.deleteLater()

    def at(self, hour: float, day: int = 0) -> bool:
        """It gets that late; whether slow mode is on."""
        self.time = MONDAY + timedelta(days=day, hours=hour)
        self.clock.look()
        return self.slow

    @property
    def slow(self) -> bool:
        return self.settings.get(SLOW)

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def office(qapp: object, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    for part in (made.clock, made.settings, made.state):
        part.deleteLater()


def test_nothing_happens_while_it_is_not_followed(office: Office) -> None:
    office.settings.set(SLOW, True)
    assert office.at(3)
    assert office.at(12)
    assert (office.clock.stretch, office.changes) == (None, 0)
    assert not office.clock._timer.isActive()


def test_slow_mode_goes_on_and_off_at_the_hour(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    assert office.changes == 1
    assert not office.at(7.999)
    assert office.at(8)
    assert office.clock.stretch == Stretch(Mode.LIMITED, MONDAY.replace(hour=18))
    assert office.at(17.999)
    assert not office.at(18)
    assert office.changes == 3


def test_what_the_user_switches_holds_to_the_next_change(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    assert office.at(9)
    office.settings.set(SLOW, False)
    assert office.clock.overridden
    assert not office.at(12)
    office.closes()
    office.opens()
    assert not office.at(17), "a restart in between is none"
    assert not office.at(19)
    office.settings.set(SLOW, True)
    assert office.at(23)
    assert office.at(8, day=1)
    assert not office.clock.overridden
    assert not office.at(18, day=1)


def test_a_start_in_other_hours_goes_by_the_plan(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    assert office.at(9)
    office.settings.set(SLOW, False)
    office.closes()
    office.time = MONDAY + timedelta(days=1, hours=9)
    office.opens()
    assert office.slow


def test_a_clock_that_is_set_is_noticed(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    assert office.at(9)
    assert not office.at(7)
    assert office.at(9)
    assert not office.at(9, day=5)


def test_the_end_of_the_schedule_is_the_end_of_its_slow_mode(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    assert office.at(9)
    office.settings.set(FOLLOWED, False)
    assert not office.slow
    assert office.clock.stretch is None
    office.settings.set(FOLLOWED, True)
    assert not office.at(20)
    office.settings.set(SLOW, True)
    office.settings.set(FOLLOWED, False)
    assert office.slow, "that was the user's own"


def test_another_plan_holds_at_once(office: Office) -> None:
    office.settings.set(FOLLOWED, True)
    office.at(9)
    office.settings.set(PLAN, WORK.painted([(0, 9)], Mode.PAUSED))
    assert not office.slow
    assert office.clock.stretch == Stretch(Mode.PAUSED, MONDAY.replace(hour=10))
    office.settings.set(PLAN, Schedule())
    assert office.clock.stretch == Stretch(Mode.FULL, None)


def test_it_looks_by_itself_when_the_hour_comes(office: Office, qtbot: QtBot) -> None:
    office.settings.set(FOLLOWED, True)
    office.time = MONDAY.replace(hour=7, minute=59, second=59, microsecond=950_000)
    office.clock.look()
    assert office.clock._timer.interval() <= 51
    office.time = MONDAY.replace(hour=8)
    qtbot.waitUntil(lambda: office.slow)
    assert office.clock._timer.interval() == 10_000, "the clock may be set meanwhile"
