# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiers of trackers: read from what people type, and moved without losing one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling import tiers
from starling.tiers import Place, Wrong

A, B, C, D = (f"udp://{name}.example:6969/announce" for name in "abcd")

URLS = [f"http://t{number}.example/announce" for number in range(12)]


@st.composite
def arranged(draw: st.DrawFn) -> list[list[str]]:
    """Some URLs in some tiers."""
    urls = draw(st.lists(st.sampled_from(URLS), min_size=1, unique=True))
    cuts = draw(st.sets(st.integers(1, len(urls))))
    edges = [0, *sorted(cuts), len(urls)]
    return [urls[first:last] for first, last in pairwise(edges) if first < last]


def test_a_blank_line_begins_a_tier() -> None:
    found = tiers.read(f"\n{A}\n{B}\n\n \n{C}\n{A}\n")
    assert found.tiers == [[A, B], [C]]
    assert found.urls == [A, B, C]
    assert not found.wrong


@pytest.mark.parametrize("between", [" ", ", ", ";", ",", "\t"])
def test_several_addresses_in_a_line_are_split(between: str) -> None:
    assert tiers.read(f"{A}{between}{B}{between}{C}").tiers == [[A, B, C]]


def test_a_comma_within_an_address_stays() -> None:
    assert tiers.read("http://a.example/x,y;z").tiers == [["http://a.example/x,y;z"]]


def test_what_is_no_address_is_told_with_its_line() -> None:
    wrong = tiers.read(f"{A}\n\nhtp://b.example/\nudp://:80\nhttp://[bad\nhttp://a:99999/").wrong
    assert wrong == (
        Wrong(3, "htp://b.example/"),
        Wrong(4, "udp://:80"),
        Wrong(5, "http://[bad"),
        Wrong(6, "http://a:99999/"),
    )
    assert tiers.read("udp://a.example:1", tiers.WEB_SEED_SCHEMES).wrong


def test_a_udp_tracker_needs_a_port_and_others_have_a_usual_one() -> None:
    bad = ["udp://noport.invalid", "UDP://noport.invalid/announce", "udp://[::1]/announce"]
    assert tiers.read("\n".join(bad)).wrong == tuple(Wrong(n, url, portless=True) for n, url in enumerate(bad, 1))
    usual = ["http://a.example", "https://a.example/announce", "wss://a.example", "udp://[::1]:6969"]
    assert tiers.read("\n".join(usual)) == ([usual], ())
    assert tiers.read(bad[0], known=bad) == ([bad[:1]], ())


def test_what_came_with_the_torrent_stays_however_odd() -> None:
    odd = "dht://a b"
    assert tiers.read(f"{odd}\n{A}", known=[odd]).tiers == [[odd, A]]


@given(arranged())
def test_what_is_written_reads_the_same(found: list[list[str]]) -> None:
    assert tiers.read(tiers.written(found)) == (found, ())


@pytest.mark.parametrize(
    ("urls", "anchor", "place", "after"),
    [
        ([C], A, Place.AFTER, [[A, C, B], [D]]),
        ([C], A, Place.BEFORE, [[C, A, B], [D]]),
        ([A], D, Place.TIER_AFTER, [[B], [C], [D], [A]]),
        ([D, B], A, Place.TIER_BEFORE, [[B, D], [A], [C]]),
        ([B], B, Place.TIER_BEFORE, [[B], [A], [C], [D]]),
        ([A], B, Place.AFTER, [[B, A], [C], [D]]),
        ([A, B], A, Place.AFTER, [[A, B], [C], [D]]),
    ],
)
def test_moves(urls: list[str], anchor: str, place: Place, after: list[list[str]]) -> None:
    assert tiers.moved([[A, B], [C], [D]], urls, anchor, place) == after


@pytest.mark.parametrize("place", Place)
def test_beside_a_tracker_that_is_gone_there_is_no_place(place: Place) -> None:
    assert tiers.moved([[A, B], [C]], [A], D, place) == [[A, B], [C]]


@given(arranged(), st.data())
def test_no_move_loses_a_tracker(found: list[list[str]], data: st.DataObject) -> None:
    every = tiers.flat(found)
    urls = data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    anchor, place = data.draw(st.sampled_from(URLS)), data.draw(st.sampled_from(Place))
    for after in (
        tiers.moved(found, urls, anchor, place),
        tiers.shifted(found, urls, up=True),
        tiers.shifted(found, urls, up=False),
    ):
        assert sorted(tiers.flat(after)) == sorted(every)
        assert all(after)


def test_a_step_leaves_a_shared_tier_and_the_next_joins_one() -> None:
    steps = [[[A, B], [C]]]
    for _ in range(3):
        steps.append(tiers.shifted(steps[-1], [A], up=False))
    assert steps[1:] == [[[B], [A], [C]], [[B], [A, C]], [[B], [C], [A]]]
    assert tiers.shifted(steps[-1], [A], up=False) == steps[-1]
    for before in reversed(steps[:-1]):
        steps[-1] = tiers.shifted(steps[-1], [A], up=True)
        assert [sorted(tier) for tier in steps[-1]] == [sorted(tier) for tier in before]


def test_empty_tiers_go() -> None:
    assert tiers.without([[A], [B, C]], [A, C]) == [[B]]
