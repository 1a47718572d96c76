# SPDX-License-Identifier: GPL-3.0-or-later
"""Six hours of announces: written in batches, there again after a restart, gone with their torrent."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from starling.engine.annals import Annals
from starling.engine.announces import KEPT, Announces
from starling.engine.trackerbook import Entry, Facts, TrackerBook
from starling.engine.trackerwords import Failure, Why
from starling.tracker import Cause, Event, TrackerState
from tests.helpers import User
from tests.swarm import Answer, Swarm, Version

URL, KEY = "http://a/announce", ("192.0.2.1 1", 1)
NO = Failure(Why.REASON, "caf\udce9 \U0001f600", "https://x/")


class Clock:
    """Can be set."""

    def __init__(self) -> None:
        self.wall, self.steady = time.time(), 1000.0

    def pass_(self, seconds: float) -> None:
        """As time does."""
        self.wall, self.steady = self.wall + seconds, self.steady + seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """That of the announces."""
    made = Clock()
    monkeypatch.setattr(
        "starling.engine.announces.time", SimpleNamespace(time=lambda: made.wall, monotonic=lambda: made.steady)
    )
    return made


def announces(desk: "Desk", clock: Clock) -> Entry:
    """One at this moment is stored."""
    book, entry = TrackerBook(), Entry(clock.wall, Event.NONE, 0.1, 1)
    desk.announces.keep("t", URL, book.note(URL), entry)
    desk.user.run(desk.announces.write())
    return entry


@dataclass
class Recalled:
    """What is known of a torrent's trackers."""

    facts: Sequence[tuple[str, Facts]]
    history: Mapping[str, Sequence[Entry]]


class Desk:
    """Announces with a database that can be closed and opened."""

    def __init__(self, user: User, path: Path) -> None:
        self.user = user
        self.path = path
        self.open()

    def open(self) -> None:
        """A new run of the program."""
        self.annals = Annals(self.path)
        self.announces = Announces(self.annals)

    def close(self) -> None:
        """Its end."""
        self.user.run(self.announces.close(10.0))
        self.user.run(self.annals.close())
        self.announces.deleteLater()

    def reopen(self) -> None:
        """A restart."""
        self.close()
        self.open()

    def recall(self, torrent: str) -> Recalled:
        """What the tab gets."""
        facts: list[tuple[str, Facts]] = []
        history = self.user.run(self.announces.recall(torrent, facts.extend))
        while torrent in self.announces._reading:
            self.user.until(lambda: torrent not in self.announces._reading)
            history = self.user.run(self.announces.recall(torrent, facts.extend))
        return Recalled(facts, history)

    def count(self, table: str) -> int:
        """Rows in the file, when it is closed."""
        with closing(sqlite3.connect(self.path)) as db:
            return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.fixture
def desk(user: User, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(user, tmp_path / "announces.db")
    yield made
    made.close()


def test_announces_and_facts_are_there_again(desk: Desk) -> None:
    book = TrackerBook()
    book.asked(URL, KEY, Event.STARTED)
    entry = book.answered(URL, KEY, 12)
    book.scraped(URL, 4, 5)
    desk.announces.keep("t", URL, book.note(URL), entry)
    assert desk.recall("t").history[URL] == (entry,)
    later = book.failed(URL, KEY, NO, 1)
    desk.announces.keep("t", URL, book.note(URL), later)
    assert [one.failure for one in desk.recall("t").history[URL]] == [None, NO]
    desk.reopen()
    recalled = desk.recall("t")
    first, second = recalled.history[URL]
    assert (first.at, first.event, first.latency, first.peers) == (entry.at, Event.STARTED, entry.latency, 12)
    assert second.told().cause is Cause.REDIRECT
    assert second.told().message == "Moved to https://x. The tracker says: “caf? \U0001f600”"
    [(url, facts)] = recalled.facts
    assert (url, facts.seeds, facts.leeches, facts.fails) == (URL, 4, 5, 1)
    assert facts.last_scrape is not None
    assert desk.recall("other") == Recalled([], {})


def test_failures_are_counted_over_restarts_until_it_works(desk: Desk) -> None:
    for failures in (1, 2):
        book = TrackerBook()
        for fails in range(1, failures + 1):
            desk.announces.keep("t", URL, book.note(URL), book.failed(URL, KEY, NO, fails))
        desk.user.run(desk.announces.write())
        desk.announces.keep("t", URL, book.note(URL), book.failed(URL, KEY, NO, failures + 1))
        desk.reopen()
    [(_, facts)] = desk.recall("t").facts
    assert facts.fails == 5
    since = facts.failing_since
    assert since is not None
    assert since < time.time()
    book = TrackerBook()
    book.answered(URL, KEY, 0)
    book.failed(URL, KEY, NO, 1)
    desk.announces.keep("t", URL, book.note(URL))
    desk.reopen()
    [(_, facts)] = desk.recall("t").facts
    assert facts.fails == 1
    assert facts.failing_since is not None
    assert facts.failing_since > since


def test_what_becomes_known_later_is_stored_too(desk: Desk) -> None:
    book = TrackerBook()
    entry = book.failed(URL, KEY, NO, 1)
    assert entry is not None
    desk.announces.keep("t", URL, book.note(URL), entry)
    shown = desk.recall("t").history[URL]
    entry.failure = Failure(Why.EXPIRED)
    desk.announces.keep("t", URL, book.note(URL))
    desk.announces.amend("t", URL, entry)
    assert shown[0].failure == Failure(Why.EXPIRED)
    desk.reopen()
    assert desk.recall("t").history[URL][0].failure == Failure(Why.EXPIRED)


def test_a_search_of_the_dht_is_one_entry(desk: Desk) -> None:
    book = TrackerBook()
    for peers, version, fresh in ((3, 1, True), (9, 1, False), (4, 1, False), (1, 2, True)):
        entry, found = book.found_by_dht(peers, version)
        assert found is fresh
        desk.announces.keep("t", "DHT", book.dht, entry if fresh else None)
        if not fresh:
            desk.user.run(desk.announces.write())
            desk.announces.keep("t", "DHT", book.dht)
            desk.announces.amend("t", "DHT", entry)
    desk.reopen()
    recalled = desk.recall("t")
    assert [(one.version, one.peers) for one in recalled.history["DHT"]] == [(1, 9), (2, 1)]
    assert recalled.facts[0][1].last_announce == book.dht.last_announce


def test_old_ones_go_and_so_do_those_of_removed_torrents(desk: Desk, clock: Clock) -> None:
    desk.reopen()
    clock.pass_(61)
    now, book = clock.wall, TrackerBook()
    book.answered(URL, KEY, 0)
    for torrent in ("a", "b", "c"):
        for age in (KEPT + 60, 60):
            desk.announces.keep(torrent, URL, book.note(URL), Entry(now - age, Event.NONE, 0.1, 1))
    assert len(desk.recall("a").history[URL]) == 1
    desk.user.run(desk.announces.write())
    desk.announces.forget(["a"])
    desk.user.run(desk.announces.tidy(["c"]))
    assert desk.recall("a") == Recalled([], {})
    desk.close()
    assert (desk.count("trackers"), desk.count("announces")) == (1, 1)
    desk.open()


def test_ten_thousand_torrents_are_written_in_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = TrackerBook()
    book.answered(URL, KEY, 0)
    for i in range(10_000):
        desk.announces.keep(f"{i:040}", URL, book.note(URL), Entry(time.time(), Event.NONE, 0.1, 1))
    perform, batches = desk.annals.run, 0

    async def counted(*args: Any) -> Any:
        nonlocal batches
        batches += 1
        return await perform(*args)

    monkeypatch.setattr(desk.annals, "run", counted)
    desk.user.run(desk.announces.write())
    assert batches == 20, "of 500 trackers each"
    assert len(desk.recall(f"{9_999:040}").history[URL]) == 1


def test_a_disk_that_takes_nothing_costs_no_more_than_history(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.path.mkdir()
    book = TrackerBook()
    for _ in range(2):
        desk.announces.keep("t", URL, book.note(URL), book.answered(URL, KEY, 1))
        desk.user.run(desk.announces.write())
    desk.announces.keep("t", URL, book.note(URL), book.answered(URL, KEY, 3))
    assert [one.peers for one in desk.recall("t").history[URL]] == [3], "what this run knows is shown all the same"
    assert caplog.text.count("not kept over a restart") == 1
    desk.path.rmdir()


def test_a_timeline_outlives_the_program_and_ends_with_its_torrent(swarm: Swarm, user: User) -> None:
    works, fails = swarm.tracker(), swarm.tracker()
    fails.behave(Answer.FAILURE, "unregistered")
    id = user.adds(swarm.payload(version=Version.HYBRID, trackers=[[fails.url], [works.url]]))
    user.until(lambda: len(user.trackers(id)[works.url].announces) == 2)
    row = user.trackers(id)[works.url]
    assert {one.version for one in row.announces} == {1, 2}
    assert {one.event for one in row.announces} == {Event.STARTED}
    assert all(one.latency is not None and one.latency < 10 and one.peers == 0 for one in row.announces)
    assert [version for version, *_ in row.versions] == [1, 2]
    user.engine.pause([id])
    user.until(lambda: [one.event for one in user.trackers(id)[works.url].announces].count(Event.STOPPED) == 2)
    before = user.trackers(id)
    user.restart()
    after = user.trackers(id)
    assert after[works.url].announces == before[works.url].announces
    assert after[fails.url].announces == before[fails.url].announces
    assert {one.cause for one in after[fails.url].announces} == {Cause.TRACKER}
    assert (after[works.url].state, after[works.url].last_announce) == (
        TrackerState.NOT_ASKED,
        before[works.url].last_announce,
    )
    assert after[fails.url].message == "The tracker says: “unregistered”"
    assert after[fails.url].failing_since == before[fails.url].failing_since
    user.run(user.engine.remove([id], data=False))
    # As long as it can come back, its past can.
    user.run(user.engine.bin.forget([one.number for one in user.run(user.engine.bin.entries())]))
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "history.db")) as db:
        assert db.execute("SELECT count(*) FROM trackers").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM announces").fetchone() == (0,)


@pytest.fixture
def busy(desk: Desk) -> Iterator[Callable[[], None]]:
    """The thread of the history has something else to do until this is called, or the test is over."""
    gate, begun = threading.Event(), threading.Event()

    def fold(_db: object) -> None:
        begun.set()
        gate.wait(20)

    folding = desk.user.loop.create_task(desk.annals.run(fold))
    desk.user.until(begun.is_set)
    yield gate.set
    gate.set()
    desk.user.finish(folding)


def test_a_tab_that_is_left_takes_no_announce_with_it(desk: Desk, busy: Callable[[], None]) -> None:
    book = TrackerBook()
    first = book.answered(URL, KEY, 1)
    desk.announces.keep("t", URL, book.note(URL), first)
    facts: list[tuple[str, Facts]] = []

    async def left() -> None:
        asked = asyncio.ensure_future(desk.announces.recall("t", facts.extend))
        await asyncio.sleep(0)
        asked.cancel()
        await asyncio.wait([asked])

    desk.user.run(left())
    second = book.answered(URL, KEY, 2)
    desk.announces.keep("t", URL, book.note(URL), second)
    assert desk.user.run(desk.announces.recall("t", facts.extend)) == {URL: (first, second)}, "without the disk"
    second.peers = 9
    desk.announces.amend("t", URL, second)
    busy()
    assert [one.peers for one in desk.recall("t").history[URL]] == [1, 9]
    assert [url for url, _ in facts] == [URL], "told to who asked first, and once"
    desk.reopen()
    assert [one.peers for one in desk.recall("t").history[URL]] == [1, 9]


def test_a_torrent_that_goes_while_it_is_read_leaves_nothing(desk: Desk, busy: Callable[[], None]) -> None:
    book = TrackerBook()
    desk.announces.keep("t", URL, book.note(URL), book.answered(URL, KEY, 1))
    desk.user.run(desk.announces.recall("t", lambda _: None))
    desk.announces.forget(["t"])
    busy()
    assert desk.recall("t") == Recalled([], {})


def test_the_rows_do_not_wait_for_the_timeline(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].announces)
    user.restart()
    gate = threading.Event()
    folding = user.loop.create_task(user.engine._running.annals.run(lambda _: gate.wait(20)))
    try:
        begun = time.monotonic()
        user.until(lambda: user.trackers(id)[tracker.url].state is TrackerState.WORKING)
        assert len(user.trackers(id)[tracker.url].announces) <= 1
        assert time.monotonic() - begun < 10
    finally:
        gate.set()
    user.finish(folding)
    user.until(lambda: len(user.trackers(id)[tracker.url].announces) >= 2)


def test_a_clock_that_is_ahead_for_a_moment_costs_no_history(desk: Desk, clock: Clock) -> None:
    entry = announces(desk, clock)
    # When it was set, and when it was wrong from the start.
    for restart in (False, True):
        clock.wall += 30 * 86_400
        if restart:
            desk.reopen()
        clock.pass_(50)
        announces(desk, clock)
        clock.wall -= 30 * 86_400
        clock.pass_(50)
        announces(desk, clock)
    assert desk.recall("t").history[URL][0].at == entry.at
    clock.pass_(61)
    last = announces(desk, clock)
    desk.reopen()
    kept = [one.at for one in desk.recall("t").history[URL]]
    assert (min(kept), max(kept)) == (entry.at, last.at), "only those of the future are gone"
    clock.pass_(KEPT + 1)
    last = announces(desk, clock)
    desk.reopen()
    assert [one.at for one in desk.recall("t").history[URL]] == [last.at]
