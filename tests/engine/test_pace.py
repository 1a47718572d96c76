# SPDX-License-Identifier: GPL-3.0-or-later
"""The average behind the time that is left: calm where bytes come in gusts, and not slow to begin."""

import math
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


def test_what_comes_evenly_is_no_range_and_what_comes_in_gusts_is_one() -> None:
    even, uneven, dead = Pace(), Pace(), Pace()
    told([9_000 + second % 2 * 2_000 for second in range(300)], even)
    told(([10_000] * 30 + [30_000] * 30) * 5, uneven)
    told(([0] * 90 + [30_000] * 60) * 3, dead)
    assert even.span(1_000_000) is None
    best, worst = uneven.span(3_000_000) or (0, 0)
    assert (best, worst) == (pytest.approx(100), pytest.approx(300, rel=0.1))
    assert best < 3_000_000 / uneven.rate < worst
    assert (dead.span(3_000_000) or (0, 0))[1] == math.inf
    uneven.reset()
    assert uneven.span(3_000_000) is None


def test_no_range_before_a_minute_and_it_goes_only_when_it_is_clearly_even() -> None:
    pace = Pace()
    gusts = ([10_000] * 15 + [20_000] * 15) * 2
    told(gusts[:-1], pace)
    assert pace.halves is None
    total, said = sum(gusts[:-1]), []
    for _second in range(900):
        total += 15_000
        pace.take(total, pace.at + 1)
        said.append(pace.halves is not None)
    assert (said[0], said[-1]) == (True, False)
    assert sorted(said, reverse=True) == said, "it does not flicker"
