# SPDX-License-Identifier: GPL-3.0-or-later
"""The average behind the time that is left: calm where bytes come in gusts, and not slow to begin."""

import random

import pytest

from starling.engine.pace import Pace


def told(gusts: list[int], pace: Pace | None = None, start: float = 1000.0) -> list[float]:
    """What is said each second, a gust of bytes having come in each."""
    pace, total, said = pace or Pace(), 0, []
    pace.take(total, start)
    for second, gust in enumerate(gusts, 1):
        total += gust
        said.append(pace.take(total, start + second))
    return said


def test_an_even_flow_is_told_at_once() -> None:
    assert told([5000] * 100) == pytest.approx([5000.0] * 100)


def test_gusts_hardly_show_after_a_minute() -> None:
    gusts = [random.Random(second).choice((0, 0, 0, 100_000)) for second in range(600)]
    late = told(gusts)[60:]
    assert max(late) < 3 * min(late)
    whole = sum(gusts) / len(gusts)
    assert whole / 2 < min(late) < max(late) < whole * 2


def test_another_speed_is_believed_within_some_minutes() -> None:
    said = told([10_000] * 300 + [1000] * 300)
    assert said[299] == pytest.approx(10_000)
    assert 5000 < said[320] < 10_000
    assert said[-1] == pytest.approx(1000, rel=0.1)


def test_seconds_without_news_count() -> None:
    pace = Pace()
    pace.take(0, 10.0)
    assert pace.take(40_000, 14.0) == pytest.approx(10_000)


def test_a_long_silence_and_a_pause_begin_anew() -> None:
    pace = Pace()
    told([10_000] * 100, pace)
    assert pace.take(1_000_100, 9000.0) == 0
    assert pace.take(1_020_100, 9001.0) == pytest.approx(20_000)
    pace.reset()
    assert pace.take(2_000_000, 9002.0) == 0
    assert pace.take(2_001_000, 9003.0) == pytest.approx(1000)


def test_a_count_that_began_anew_is_no_negative_pace() -> None:
    pace = Pace()
    told([10_000] * 10, pace)
    assert pace.take(500, 1020.0) == 0
    assert pace.take(1500, 1021.0) == pytest.approx(1000)
