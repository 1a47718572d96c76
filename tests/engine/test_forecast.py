# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torrents a goal would remove, where that is not plain from what libtorrent says of them now."""

import pytest

from starling.engine.forecast import removing
from starling.engine.goalclock import Figures
from starling.engine.goalconfig import GoalConfig
from starling.engine.record import Hold, Record
from starling.goals import After, Goal
from starling.torrent import State, Torrent

HOUR = Goal(time=3600, then=After.REMOVE)


def would_go(record: Record, goal: Goal = HOUR) -> bool:
    return removing(record, (), GoalConfig(), GoalConfig(goal), now=50.0) is goal


def seeded(seconds: int = 4000) -> Record:
    """One that was complete until its files were looked at."""
    record = Record("1", "one", "/data")
    record.clock.take(Figures(True, 0, 0.0, seconds), 0.0, None)
    record.clock.stop()
    return record


def test_a_check_or_an_error_will_be_over() -> None:
    for name, value in (("checking", True), ("recheck", 0.5), ("error", "no"), ("held", Hold.DRIVE)):
        record = seeded()
        assert not would_go(record), "it has got more to do"
        setattr(record, name, value)
        assert would_go(record)
        assert not would_go(record, Goal(time=9000, then=After.REMOVE))
        record.paused = True
        assert not would_go(record)


@pytest.mark.parametrize(("total", "goes"), [(100, False), (200, True)])
def test_since_the_start_nobody_has_said_how_long_it_was_complete(total: int, goes: bool) -> None:
    record = Record("1", "one", "/data", error="no")
    row = Torrent("1", "one", State.ERROR, size=100, total_size=total, active_time=4000, seeding_time=3000)
    assert not would_go(record)
    record.snapshot = row
    assert not would_go(record), "it never was"
    record.checking = True
    assert would_go(record) is goes
