# SPDX-License-Identifier: GPL-3.0-or-later
"""The book of what trackers answered: by socket and by hash, over new lists, failures and restarts."""

import pytest

from starling.engine import trackerinfo
from starling.engine.trackerbook import Facts, Heard, TrackerBook
from starling.engine.trackerwords import Failure, Why
from starling.tracker import Cause, Event, TrackerState

A, B = "http://a/", "udp://b:1/"
V4, V6 = ("192.0.2.1 6881", 1), ("2001:db8::1 6881", 1)
V4_NEW = ("192.0.2.1 6881", 2)
"""The second hash of a hybrid torrent."""
NO, SKIPPED = Failure(Why.REFUSED), Failure(Why.NO_ADDRESS)


@pytest.fixture
def book() -> TrackerBook:
    """Of a torrent with two trackers."""
    made = TrackerBook()
    made.set_urls([A, B], [0])
    return made


def test_a_new_list_keeps_notes(book: TrackerBook) -> None:
    assert book.tiers == {A: 0, B: 1}
    book.answered(A, V4, 3)
    assert (book.present, book.failing, book.hosts, book.last_working) == (True, False, ("a", "b"), "a")
    book.set_urls([B, A], [0, 1])
    assert [(row.url, row.peers) for row in book.told()] == [(B, None), (A, 3)]
    book.set_urls([B], [0])
    book.failed(A, V4, NO, 1)
    assert (book.hosts, book.failing) == (("b",), False), "what comes for one that is gone is nobody's failure"


def test_an_announce_is_told_anew_only_when_more_is_known(book: TrackerBook) -> None:
    entry = book.failed(A, V4, NO, 1)
    assert entry is not None
    first = entry.told()
    assert entry.told() is first, "all of them are told every second"
    entry.failure = Failure(Why.NO_ADDRESS)
    assert entry.told().message != first.message
    assert entry.told() is entry.told()
    entry.peers = 4
    assert entry.told().peers == 4


def test_failing_and_present(book: TrackerBook) -> None:
    book.answered(A, V4, 3)
    book.failed(B, V4, NO, 2)
    assert not book.failing
    book.failed(A, V4, NO, 1)
    assert (book.failing, book.present) == (True, False)
    book.asked(A, V4, Event.NONE)
    assert book.failing, "to ask again is no success yet"
    assert book.told()[0].state is TrackerState.ASKING
    book.answered(A, V4, 1)
    book.asked(A, V4, Event.STOPPED)
    assert book.told()[0].asking_since is None, "nobody waits for a farewell"
    entry = book.answered(A, V4, 0)
    assert (book.present, book.told()[0].state, entry.event) == (False, TrackerState.NOT_ASKED, Event.STOPPED)


def test_a_tracker_that_one_socket_cannot_reach_works_by_the_other(book: TrackerBook) -> None:
    book.asked(A, V6, Event.STARTED)
    book.asked(A, V4, Event.STARTED)
    assert book.failed(A, V6, SKIPPED, 1) is None
    book.answered(A, V4, 7)
    row = book.told()[0]
    assert (row.state, row.peers, row.fails, row.message) == (TrackerState.WORKING, 7, 0, "")
    book.failed(A, V4, NO, 1)
    assert book.failed(A, V6, SKIPPED, 2) is None
    assert book.told()[0].cause is Cause.REFUSED


def test_a_tracker_that_no_socket_reaches_fails(book: TrackerBook) -> None:
    book.asked(A, V6, Event.STARTED)
    book.asked(A, V4, Event.STARTED)
    book.failed(A, V6, SKIPPED, 1)
    assert book.failed(A, V4, SKIPPED, 1) is not None
    assert (book.told()[0].state, book.told()[0].cause) == (TrackerState.FAILED, Cause.UNREACHABLE)


def test_both_hashes_of_a_hybrid_torrent_are_told(book: TrackerBook) -> None:
    book.answered(A, V4, 5)
    assert book.told()[0].versions == ()
    entry = book.failed(A, V4_NEW, Failure(Why.REASON, "unknown torrent"), 3)
    assert entry is not None
    assert entry.told().version == 2
    row = book.told()[0]
    assert (row.state, row.peers, row.fails, row.failing_since) == (TrackerState.WORKING, 5, 0, None)
    assert row.versions == (
        (1, TrackerState.WORKING, ""),
        (2, TrackerState.FAILED, "The tracker says: “unknown torrent”"),
    )


def test_failures_are_counted_by_rounds_and_end_with_an_answer(book: TrackerBook) -> None:
    for fails in (1, 2, 3):
        book.failed(A, V4, NO, fails)
        book.failed(A, V4_NEW, NO, fails)
    row = book.told()[0]
    assert (row.fails, row.cause, row.peers) == (3, Cause.REFUSED, None)
    assert row.failing_since is not None
    book.answered(A, V4, 0)
    row = book.told()[0]
    assert (row.fails, row.failing_since, row.cause, row.peers) == (0, None, Cause.NONE, 0)


def test_earlier_failures_count_unless_it_worked_since(book: TrackerBook) -> None:
    kept = Facts(last_announce=50.0, failure=NO, failing_since=40.0, fails=5, last_scrape=30.0, seeds=9, leeches=1)
    book.failed(A, V4, NO, 1)
    book.answered(B, V4, 2)
    book.failed(B, V4, NO, 1)
    book.recall([(A, kept), (B, kept), ("udp://gone/", kept)])
    first, second = book.told()
    assert (first.fails, first.failing_since, first.seeds, first.last_scrape) == (6, 40.0, 9, 30)
    assert second.fails == 1
    assert second.failing_since is not None
    assert second.failing_since > 40.0
    fresh = TrackerBook()
    fresh.set_urls([A], [0])
    fresh.recall([(A, kept), ("DHT", Facts(last_announce=7.0))])
    row = fresh.told()[0]
    assert (row.state, row.last_announce, row.fails, row.cause) == (TrackerState.NOT_ASKED, 50, 5, Cause.REFUSED)
    assert fresh.dht.last_announce == 7.0


def test_scrapes_of_both_hashes_are_one_answer(book: TrackerBook) -> None:
    book.scraped(A, 5, 2)
    book.scraped(A, 1, 3)
    row = book.told()[0]
    assert (row.seeds, row.leeches, row.scrape_message) == (5, 3, "")
    book.not_scraped(A, Failure(Why.NO_SCRAPE))
    assert book.told()[0].scrape_message.startswith("This tracker does not tell")


def test_more_becomes_known_of_the_last_failure_only(book: TrackerBook) -> None:
    before, after = Failure(Why.CERTIFICATE, "x"), Failure(Why.EXPIRED)
    book.failed(A, V4, before, 1)
    book.explained(A, V4, before, after)
    assert book.told()[0].message == "The certificate has expired"
    book.failed(A, V4, NO, 2)
    book.explained(A, V4, before, after)
    assert book.told()[0].cause is Cause.REFUSED


def test_stumbles_of_a_web_seed_are_few_and_end(book: TrackerBook) -> None:
    for i in range(1000):
        book.web_seed_failed(f"http://w/{i}", NO)
    assert next(iter(book.stumbles)) == "http://w/936"
    known = dict(book.stumbles)
    book.web_seed_failed("http://w/999", Failure(Why.REFUSED))
    book.web_seed_works("http://other/", known)
    assert len(book.stumbles) == 64
    book.web_seed_works("http://w/", known)
    assert list(book.stumbles) == ["http://w/999"], "it was not known when the web seed was seen to work"
    book.web_seed_works("http://w/", dict(book.stumbles))
    assert book.stumbles == {}


def endpoint(**more: int | bool) -> dict[str, object]:
    plain = {"updating": False, "next_announce": None, "min_announce": -(2**31) + 1}
    counts = {"scrape_complete": -1, "scrape_incomplete": -1, "scrape_downloaded": -1}
    return {**plain, **counts, **more}


def test_what_libtorrent_keeps_completes_the_book(book: TrackerBook) -> None:
    hashes = [
        endpoint(next_announce=1500, scrape_complete=3, min_announce=1100),
        endpoint(next_announce=1400, scrape_complete=5, scrape_incomplete=2),
    ]
    entries = [
        {"url": A, "tier": 0, "endpoints": [{"info_hashes": hashes}]},
        {"url": B, "tier": 1, "endpoints": [{"info_hashes": [endpoint(updating=True, next_announce=3)]}]},
    ]
    book.answered(A, V4, 4)
    first, second = trackerinfo.completed(entries, book.told(), 1000.0)
    assert (first.state, first.peers) == (TrackerState.WORKING, 4)
    assert (first.seeds, first.leeches, first.downloads) == (5, 2, None)
    assert (first.next_announce, first.min_announce) == (1400, 1100)
    assert (second.state, second.next_announce) == (TrackerState.ASKING, None)
    assert trackerinfo.completed([], book.told(), 1000.0) == book.told()


def test_an_announce_is_told_with_the_time_it_was_sent(book: TrackerBook, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("starling.engine.trackerbook.time.time", lambda: clock[0])
    book.asked(A, V4, Event.STARTED)
    clock[0] = 1010.0
    entry = book.failed(A, V4, NO, 1)
    assert entry is not None
    assert (entry.at, entry.latency) == (1000.0, 10.0)
    row = book.told()[0]
    assert (row.last_announce, row.failing_since) == (1000, 1010.0)
    book.asked(A, V6, Event.NONE)
    clock[0] = 1015.0
    book.asked(A, V4, Event.NONE)
    book.answered(A, V4, 3)
    clock[0] = 1030.0
    assert book.answered(A, V6, 3).at == 1010.0
    assert book.told()[0].last_announce == 1015, "the slow one was sent before"


def test_a_tracker_that_failed_has_not_said_when_it_may_be_asked(book: TrackerBook) -> None:
    book.failed(A, V4, NO, 1)
    book.answered(B, V4, 1)

    def earliest(moment: int) -> list[int | None]:
        entries = [{"url": url, "endpoints": [{"info_hashes": [endpoint(min_announce=moment)]}]} for url in (A, B)]
        return [row.min_announce for row in trackerinfo.completed(entries, book.told(), 1000.0)]

    assert earliest(990) == [None, 990]
    assert earliest(1010) == [1010, 1010]


def test_what_was_heard_holds_until_more_is_known(book: TrackerBook, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.2]
    monkeypatch.setattr("starling.engine.trackerbook.time.time", lambda: clock[0])
    book.answered(A, V4, 4)
    heard = Heard(1000.5, seeds=9, leeches=3, downloads=70, next_announce=2800, min_announce=1060)
    book.heard = {A: heard, "udp://gone:1": heard}

    def now() -> tuple[int | None, ...]:
        [kept] = book.remembered().values()
        found = trackerinfo.remembered(book.told()[0], kept, clock[0])
        return found.seeds, found.leeches, found.downloads, found.next_announce, found.min_announce

    assert now() == (9, 3, 70, 2800, 1060)
    clock[0] = 1000.7
    book.asked(A, V4, Event.NONE)
    assert now() == (9, 3, 70, None, None)
    book.failed(A, V4, NO, 1)
    book.not_scraped(A, NO)
    assert now() == (9, 3, 70, None, None)
    book.scraped(A, 1, 2)
    assert now() == (1, 2, None, None, None)
    book.heard = {A: heard}
    clock[0] = 2900.0
    assert trackerinfo.remembered(book.told()[0], heard, clock[0]).next_announce is None, "that is over"
    assert trackerinfo.remembered(book.told()[0], None, clock[0]) == book.told()[0]


def test_trackers_of_webtorrent_are_off_and_fail_nobody(book: TrackerBook) -> None:
    url = "WSS://b.example/"
    book.set_urls([url, A], [0, 1])
    book.asked(url, V4, Event.STARTED)
    book.unused(url, V4)
    assert not book.failing
    row = book.told()[0]
    assert (row.state, row.fails, row.last_announce) == (TrackerState.OFF, 0, None)
    assert row.message.startswith("This tracker speaks WebTorrent")
    book.failed(A, V4, NO, 1)
    assert book.failing
    assert book.told(websockets=True)[0].state is TrackerState.NOT_ASKED


def test_an_announce_that_a_pause_called_off_is_not_waited_for(book: TrackerBook) -> None:
    book.failed(A, V4, NO, 1)
    book.asked(A, V4, Event.NONE)
    entries = [{"url": A, "tier": 0, "endpoints": [{"info_hashes": [endpoint()]}]}]
    told = book.told()[:1]
    sent = told[0].asking_since
    assert sent is not None
    assert trackerinfo.completed(entries, told, sent + 1)[0].state is TrackerState.ASKING
    later = trackerinfo.completed(entries, told, sent + 60)[0]
    assert (later.state, later.asking_since) == (TrackerState.FAILED, None)
