# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the schedule: why a torrent waits, what holds, and until when."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from starling import formats
from starling.schedule import Mode, Stretch
from starling.speedclock import wall_clock
from starling.ui import schedulewords

NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001  (as the clock on the wall shows it)
SIX = NOON.replace(hour=18)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    formats.use(QLocale("en_GB"))
    yield
    formats.use(QLocale.c())


@pytest.mark.parametrize(
    ("mode", "slow", "words"),
    [
        (Mode.FULL, False, ""),
        (Mode.FULL, True, "Slow mode until 18:00"),
        (Mode.LIMITED, True, "Slow mode by schedule until 18:00"),
        (Mode.LIMITED, False, "Full speed until 18:00"),
        (Mode.SEEDING, False, "Seeding only by schedule until 18:00"),
        (Mode.PAUSED, True, "Everything waits by schedule until 18:00"),
    ],
)
def test_what_holds_until_when(mode: Mode, slow: bool, words: str) -> None:
    assert schedulewords.in_force(Stretch(mode, SIX), slow=slow, now=NOON) == words


def test_what_holds_without_an_end() -> None:
    assert schedulewords.in_force(None, slow=False, now=NOON) == ""
    assert schedulewords.in_force(None, slow=True, now=NOON) == "Slow mode"
    for mode in Mode:
        assert "until" not in schedulewords.in_force(Stretch(mode), slow=True, now=NOON)
    assert schedulewords.waiting(Stretch(Mode.PAUSED)) == "Waiting: schedule"
    assert schedulewords.waiting(Stretch(Mode.SEEDING)) == "Waiting: seeding only"


def test_a_time_that_is_far_has_its_day() -> None:
    assert schedulewords.moment(SIX, NOON) == "18:00"
    assert schedulewords.moment(SIX + timedelta(days=2), NOON) == "Wed 25, 18:00"
    soon = wall_clock().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    assert schedulewords.waiting(Stretch(Mode.SEEDING, soon)) == f"Waiting until {soon.hour:02}:00: seeding only"
    assert schedulewords.waiting(Stretch(Mode.PAUSED, soon)) == f"Waiting until {soon.hour:02}:00: schedule"
