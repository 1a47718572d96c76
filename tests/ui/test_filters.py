# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sidebar's entries let through together with a query, and the counts beside the entries."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.query import parse
from starling.torrent import State, Torrent
from starling.ui import filters
from starling.ui.filters import STATUS, Counts, Filter, Section

LINUX = Torrent(
    id="a" * 40,
    name="debian-13.4.0-amd64-DVD-1.iso",
    state=State.DOWNLOADING,
    size=100,
    done=50,
    down=5_000,
    hash_v1="a" * 40,
    save_path="/data/linux",
    labels=("Linux",),
    tracker_hosts=("bttracker.debian.org",),
)
BOOKS = Torrent(
    id="b" * 40,
    name="宮沢賢治 全集, Ñandú y Über",
    state=State.FINISHED,
    size=100,
    done=100,
    paused=True,
    hash_v2="b" * 64,
    save_path="/data/books",
)


def shown(entry: Filter, text: str, torrents: tuple[Torrent, ...] = (LINUX, BOOKS)) -> tuple[Torrent, ...]:
    rule = filters.both(filters.rule(entry), parse(text).rule())
    return torrents if rule is None else tuple(t for t in torrents if rule(t))


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (Filter(Section.STATUS, "active"), (LINUX,)),
        (Filter(Section.STATUS, "downloading"), (LINUX,)),
        (Filter(Section.STATUS, "completed"), (BOOKS,)),
        (Filter(Section.STATUS, "paused"), (BOOKS,)),
        (Filter(Section.STATUS, "errors"), ()),
        (Filter(Section.LABELS, "Linux"), (LINUX,)),
        (Filter(Section.TRACKERS, "bttracker.debian.org"), (LINUX,)),
        (Filter(Section.TRACKERS, ""), (BOOKS,)),
    ],
)
def test_entry_and_text_hold_together(entry: Filter, found: tuple[Torrent, ...]) -> None:
    assert shown(entry, "") == found
    assert shown(entry, "no such name") == ()


def test_every_status_entry_has_a_title() -> None:
    titles = [filters.title(Filter(Section.STATUS, name)) for name in STATUS]
    assert all(titles)
    assert len(set(titles)) == len(STATUS)


torrents = st.lists(
    st.builds(
        replace,
        st.sampled_from((LINUX, BOOKS)),
        id=st.sampled_from([letter * 40 for letter in "abcdef"]),
        state=st.sampled_from(State),
        paused=st.booleans(),
        down=st.integers(0, 2),
        done=st.sampled_from((50, 100)),
        labels=st.sampled_from(((), ("Linux",), ("Linux", "Big"))),
        tracker_hosts=st.sampled_from(((), ("one",), ("one", "two"))),
        tracker_failing=st.booleans(),
    ),
    max_size=12,
)


@given(st.lists(torrents, max_size=4), st.sets(st.sampled_from([letter * 40 for letter in "abcdef"])))
def test_counts_are_those_of_counting_anew(batches: list[list[Torrent]], gone: set[str]) -> None:
    counts, latest = Counts(), {}
    kept = {"big": parse("label:big state:paused").rule(), "none": None}
    for name, rule in kept.items():
        counts.watch(name, rule, ())
    for batch in batches:
        before = dict(counts.by_entry), dict(counts.failing)
        changed = counts.update(batch)
        assert changed or (dict(counts.by_entry), dict(counts.failing)) == before
        latest.update({torrent.id: torrent for torrent in batch})
    counts.remove(gone & latest.keys())
    left = [torrent for torrent in latest.values() if torrent.id not in gone]
    entries = [
        *(Filter(Section.STATUS, name) for name in STATUS),
        *(Filter(Section.LABELS, name) for name in ("Linux", "Big", "")),
        *(Filter(Section.TRACKERS, name) for name in ("one", "two", "")),
    ]
    for entry in entries:
        assert counts.by_entry[entry] == len(shown(entry, "", tuple(left))), entry
    rule = kept["big"]
    assert rule is not None
    assert counts.by_entry[Filter(Section.SAVED, "big")] == sum(map(rule, left))
    assert counts.by_entry[Filter(Section.SAVED, "none")] == 0
    assert not counts.watch("big", rule, left)
    counts.unwatch("big")
    assert Filter(Section.SAVED, "big") not in counts.by_entry
    for host in ("one", "two"):
        assert counts.failing[host] == sum(t.tracker_failing and host in t.tracker_hosts for t in left)
    names = sorted({label for t in left for label in t.labels})
    assert counts.names(Section.LABELS) == names + [""] * any(not t.labels for t in left)
