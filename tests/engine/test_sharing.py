# SPDX-License-Identifier: GPL-3.0-or-later
"""A limit for several torrents: never more than it in all, nothing of it unused that somebody could use."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.sharing import Taker, share_out

rates = st.integers(0, 10_000_000)
takers = st.lists(st.builds(Taker, rates, st.none() | st.integers(1, 10_000_000), rates), max_size=30)


@given(st.integers(100, 20_000_000), takers, st.integers(0, 50))
def test_shares_are_never_more_than_the_limit(limit: int, those: list[Taker], idle: int) -> None:
    shares, spare = share_out(limit, those, idle)
    assert len(shares) == len(those)
    assert sum(shares) + spare * idle <= limit
    assert all(share > 0 for share in shares)
    assert bool(spare) is bool(idle)
    assert all(not one.most or share <= one.most for one, share in zip(those, shares, strict=True))


def test_nobody_gets_anything_of_nothing() -> None:
    assert share_out(1000, []) == ([], 0)


def test_all_that_could_use_more_get_the_same() -> None:
    assert share_out(300_000, [Taker(rate=10**6)] * 3) == ([100_000] * 3, 0)


def test_what_one_leaves_the_others_get() -> None:
    slow, fast = Taker(rate=8_000, share=50_000), Taker(rate=50_000, share=50_000)
    (first, *others), _ = share_out(100_000, [slow, fast, fast])
    assert first == 10_400
    assert others == [44_800] * 2


def test_a_limit_of_its_own_is_not_passed_and_not_wasted() -> None:
    assert share_out(100_000, [Taker(most=10_000), Taker()]) == ([10_000, 90_000], 0)
    assert share_out(100_000, [Taker(most=10_000)]) == ([10_000], 0)


def test_what_does_not_run_takes_next_to_nothing_away() -> None:
    (share,), spare = share_out(100_000, [Taker()], 500)
    assert share >= 99_000
    assert spare == 2
    assert share_out(100_000, [], 4) == ([], 25_000)


@pytest.mark.parametrize("supply", [[200_000, 200_000, 5_000], [40_000, 40_000, 40_000], [1, 1, 10**6], [0, 0, 0]])
def test_it_settles_where_everybody_has_what_it_can_use(supply: list[int]) -> None:
    limit, those = 100_000, [Taker()] * 3
    for _ in range(30):
        shares, _ = share_out(limit, those)
        those = [Taker(min(most, share), share) for most, share in zip(supply, shares, strict=True)]
    assert sum(one.rate for one in those) >= 0.97 * min(limit, sum(supply))


def test_who_could_use_little_gets_more_as_soon_as_it_can() -> None:
    those = [Taker(rate=100_000, share=97_000), Taker(rate=100, share=3_000)]
    for _ in range(12):
        shares, _ = share_out(100_000, those)
        those = [replace(one, rate=share, share=share) for one, share in zip(those, shares, strict=True)]
    assert abs(those[0].rate - those[1].rate) <= 1
