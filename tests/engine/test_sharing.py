# SPDX-License-Identifier: GPL-3.0-or-later
"""A limit for several torrents: hardly more than it in all, nothing of it unused that somebody could use."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.sharing import OVER, Following, Taker, share_out

rates = st.integers(0, 10_000_000)
takers = st.lists(st.builds(Taker, rates, st.none() | st.integers(1, 10_000_000), rates), max_size=30)


@given(st.integers(100, 20_000_000), takers, st.integers(0, 20_000))
def test_shares_are_hardly_more_or_less_than_the_limit(limit: int, those: list[Taker], idle: int) -> None:
    shares, spare = share_out(limit, those, idle, spare=7)
    assert len(shares) == len(those)
    assert sum(shares) + spare * idle <= limit + limit // OVER + idle
    # All that they can use, but for the part that is kept for the others, and what does not divide.
    assert sum(shares) >= min(limit * 0.98, sum(one.most or limit for one in those)) - len(those)
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
    assert first == 11_200
    # A little of what the slow one does not use, but may, is theirs all the same.
    assert sum(others) == 100_000 + 100_000 // OVER - 11_200
    assert max(others) - min(others) <= 1


def test_a_limit_of_its_own_is_not_passed_and_not_wasted() -> None:
    assert share_out(100_000, [Taker(most=10_000), Taker()]) == ([10_000, 90_000], 0)
    assert share_out(100_000, [Taker(most=10_000)]) == ([10_000], 0)


def test_what_does_not_run_takes_next_to_nothing_away() -> None:
    (share,), spare = share_out(100_000, [Taker()], 500)
    assert share >= 99_000
    assert 1 <= spare <= 2
    assert share_out(100_000, [], 4) == ([], 25_000)


def test_thousands_that_do_not_run_are_not_told_something_else_each_second() -> None:
    _, spare = share_out(10_000_000, [Taker()], 5_000)
    for idle, those in ((5_010, [Taker()] * 2), (4_400, []), (6_000, [Taker()])):
        assert share_out(10_000_000, those, idle, spare)[1] == spare
    assert share_out(10_000_000, [Taker()], 50_000, spare)[1] < spare
    assert share_out(10_000_000, [Taker()], 500, spare)[1] > spare


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


def settle(supply: list[int], rates: list[float], seconds: int) -> list[list[int]]:
    """Their shares second by second, where libtorrent's averages of what flows are all that is known of them."""
    following = [Following(int(rate)) for rate in rates]
    told, late = list[list[int]](), list(rates)
    for _ in range(seconds):
        those = [Taker(int(rate), due=one.due) for rate, one in zip(late, following, strict=True)]
        if told:
            those = [replace(one, share=share) for one, share in zip(those, told[-1], strict=True)]
        shares, _ = share_out(900_000, those)
        for one, share in zip(following, shares, strict=True):
            one.go_on(share, 1)
        late = list(rates)
        rates = [0.8 * rate + 0.2 * min(share, most) for rate, share, most in zip(rates, shares, supply, strict=True)]
        told.append(shares)
    return told


def test_those_that_begin_are_all_the_same_from_the_first_second() -> None:
    assert settle([10**6] * 3, [0, 0, 0], 12) == [[300_000] * 3] * 12
    assert settle([10**6] * 3, [900_000, 0, 0], 12)[2:] == [[300_000] * 3] * 10


def test_what_a_slow_one_leaves_is_used_within_seconds() -> None:
    slow = [shares[2] for shares in settle([10**6, 10**6, 30_000], [0, 0, 0], 12)]
    assert slow[0] == 300_000
    assert max(slow[5:]) <= 50_000
