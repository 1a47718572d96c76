# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sidebar's entries and the filter box let through, and the counts beside the entries."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.torrent import State, Torrent
from starling.ui import filters
from starling.ui.filters import ALL, STATUS, Counts, Filter, Section

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
    rule = filters.predicate(entry, text)
    return torrents if rule is None else tuple(t for t in torrents if rule(t))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (LINUX, BOOKS)),
        ("   ", (LINUX, BOOKS)),
        ("DEBIAN dvd", (LINUX,)),
        ("dvd debian", (LINUX,)),
        ("nandu uber", (BOOKS,)),
        ("賢治", (BOOKS,)),
        ("aaaaaaaa", (LINUX,)),
        ("bbbb", (BOOKS,)),
        ("bttracker", (LINUX,)),
        ("/data/books", (BOOKS,)),
        ("linux 13.4", (LINUX,)),
        ("debian-1", (LINUX,)),
        ("debian nandu", ()),
    ],
)
def test_words_find_name_folder_label_tracker_and_hash(text: str, found: tuple[Torrent, ...]) -> None:
    assert shown(ALL, text) == found


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


@pytest.mark.parametrize(
    ("text", "plain", "inside"),
    [
        ("", "", ""),
        ("debian iso", "debian iso", ""),
        ("file:*.mkv", "", "*.mkv"),
        ("  File:  two words ", "", "two words"),
        ("debian FILE:*.iso size>1G", "debian", "*.iso size>1G"),
        ("profile:x", "profile:x", ""),
        ("a file:b file:c", "a", "b file:c"),
        ("debian file:", "debian", ""),
    ],
)
def test_what_follows_file_is_for_the_names_inside(text: str, plain: str, inside: str) -> None:
    assert filters.typed(text) == filters.Typed(plain, inside)


def test_what_was_found_inside_holds_with_entry_and_text() -> None:
    everything = (LINUX, BOOKS)
    for ids, entry, text, found in (
        ({LINUX.id, BOOKS.id}, ALL, "", everything),
        ({BOOKS.id}, ALL, "", (BOOKS,)),
        ({LINUX.id}, Filter(Section.STATUS, "paused"), "", ()),
        ({LINUX.id, BOOKS.id}, Filter(Section.STATUS, "active"), "debian", (LINUX,)),
        (set(), ALL, "", ()),
    ):
        rule = filters.predicate(entry, text, ids)
        assert rule is not None
        assert tuple(t for t in everything if rule(t)) == found


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
    for batch in batches:
        before = dict(counts.by_entry), dict(counts.failing)
        changed = counts.update(batch)
        assert changed or (dict(counts.by_entry), dict(counts.failing)) == before
        latest.update({torrent.id: torrent for torrent in batch})
    counts.remove(gone & latest.keys())
    left = [torrent for torrent in latest.values() if torrent.id not in gone]
    entries = [
        *(Filter(Section.STATUS, name) for name in STATUS),
        *(Filter(Section.LABELS, name) for name in ("Linux", "Big")),
        *(Filter(Section.TRACKERS, name) for name in ("one", "two", "")),
    ]
    for entry in entries:
        assert counts.by_entry[entry] == len(shown(entry, "", tuple(left))), entry
    for host in ("one", "two"):
        assert counts.failing[host] == sum(t.tracker_failing and host in t.tracker_hosts for t in left)
    assert counts.names(Section.LABELS) == sorted({label for t in left for label in t.labels})
