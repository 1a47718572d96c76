# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown of trackers is what they said and when they were asked, also where libtorrent tells it badly."""

import socket
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial

import pytest

from starling import settings
from starling.engine import tracking
from starling.engine.sockets import Sockets, own_addresses
from starling.engine.trackerbook import TrackerBook
from starling.engine.trackerwords import Failure, Why
from starling.tracker import Cause, TrackerState
from starling.tracker import Event as Asked
from tests.helpers import User
from tests.swarm import Answer, Event, Swarm, Version

FAILED, WORKING, OFF = TrackerState.FAILED, TrackerState.WORKING, TrackerState.OFF
ALL = {"announce_to_all_trackers": True, "announce_to_all_tiers": True}


@pytest.mark.parametrize("scheme", ["ws", "wss", "WS"])
def test_a_tracker_of_webtorrent_is_off_and_hears_nothing(swarm: Swarm, user: User, scheme: str) -> None:
    with socket.create_server((swarm.address(), 0)) as server:
        server.setblocking(False)
        host, port = server.getsockname()
        url, works = f"{scheme}://{host}:{port}/announce", swarm.tracker("udp")
        id = user.adds(swarm.payload(version=Version.V1, trackers=[[url], [works.url]]))
        # It is the first: libtorrent was done with it before it asked the other.
        user.until(lambda: user.trackers(id)[works.url].state is WORKING)
        row = user.trackers(id)[url]
        assert (row.state, row.cause, row.fails, row.announces) == (OFF, Cause.NONE, 0, ())
        assert (row.last_announce, row.next_announce, row.min_announce) == (None, None, None)
        assert "WebTorrent" in row.message
        assert not user.torrent(id).tracker_failing
        with pytest.raises(BlockingIOError):
            server.accept()


def test_announces_are_told_with_the_time_they_were_sent(swarm: Swarm, users: Callable[..., User]) -> None:
    tracker = swarm.tracker()
    tracker.behave(Answer.HANG)
    user = users(tracker_receive_timeout=2, tracker_completion_timeout=2).start()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].announces)
    row, sent = user.trackers(id)[tracker.url], tracker.announces[0].at
    [announce] = row.announces
    assert announce.latency is not None
    assert announce.latency > 1.5
    assert abs(announce.at - sent) < 1
    assert row.last_announce == int(announce.at)
    assert row.cause is Cause.TIMED_OUT
    assert row.min_announce is None


def test_downloads_of_a_udp_tracker_come_with_a_scrape(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker("udp")
    payload = swarm.payload(version=Version.V1, trackers=[tracker.url])
    swarm.seed(payload)
    leech = swarm.leech(payload)
    tracker.wait_for_event(Event.COMPLETED, ip=leech.address.ip)
    id = user.adds(payload, start=True)
    user.until(lambda: user.trackers(id)[tracker.url].state is WORKING)
    assert user.trackers(id)[tracker.url].downloads is None, "an answer over UDP does not have them"
    before = tracker.counts(payload.hash_v1)[1]
    assert before >= 1
    user.run(user.engine.trackers.scrape(id, [tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].downloads is not None)
    assert before <= (user.trackers(id)[tracker.url].downloads or 0) <= tracker.counts(payload.hash_v1)[1]


def test_one_answer_that_is_no_text_takes_nothing_from_the_others(swarm: Swarm, users: Callable[..., User]) -> None:
    good, odd = swarm.tracker(interval=1200, min_interval=300), swarm.tracker()
    user = users(**ALL).start()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[good.url], [odd.url]]))
    user.until(lambda: all(user.trackers(id)[url].state is WORKING for url in (good.url, odd.url)))
    before = user.trackers(id)[good.url]
    assert None not in (before.seeds, before.leeches, before.downloads, before.next_announce, before.min_announce)
    odd.behave(Answer.BAD_UTF8, "Schlüssel ungültig")
    user.run(user.engine.trackers.announce(id, [odd.url], force=True))
    user.until(lambda: user.trackers(id)[odd.url].state is FAILED)
    with pytest.raises(UnicodeDecodeError):
        user.handle(id).trackers()
    after = user.trackers(id)
    kept = after[good.url]
    assert (kept.seeds, kept.leeches, kept.downloads) == (before.seeds, before.leeches, before.downloads)
    assert abs((kept.next_announce or 0) - (before.next_announce or 0)) < 3
    assert abs((kept.min_announce or 0) - (before.min_announce or 0)) < 3
    assert (after[odd.url].next_announce, after[odd.url].min_announce) == (None, None), "those were before it failed"
    good_again = len(good.announces)
    user.run(user.engine.trackers.announce(id, [good.url], force=True))
    user.until(lambda: len(good.announces) > good_again)
    user.until(lambda: user.trackers(id)[good.url].next_announce is None)


def test_one_that_failed_beside_one_that_works_is_not_asked_again_and_one_before_it_is(
    swarm: Swarm, user: User
) -> None:
    works, beside, before = swarm.tracker("udp"), swarm.tracker(), swarm.tracker()
    for tracker in (beside, before):
        tracker.behave(Answer.NOT_FOUND)
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[before.url], [beside.url, works.url]]), start=True)
    user.until(lambda: user.trackers(id)[works.url].state is WORKING)
    # Which of a tier comes first is left to chance (BEP 12).
    rows = user.trackers(id)
    user.run(user.engine.trackers.announce(id, [beside.url], force=True))
    user.until(lambda: user.trackers(id)[beside.url].state is FAILED)
    rows = user.trackers(id)
    assert rows[before.url].next_announce is not None
    assert rows[beside.url].next_announce is None
    works.behave(Answer.FAILURE)
    user.run(user.engine.trackers.announce(id, [works.url], force=True))
    user.until(lambda: user.trackers(id)[works.url].state is FAILED)
    user.until(lambda: user.trackers(id)[beside.url].next_announce is not None)


def test_what_was_said_to_a_socket_that_is_gone_does_not_count(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].state is WORKING)
    with socket.create_server((user.address, 0)) as taken:
        port = taken.getsockname()[1]
    tracker.behave(Answer.FAILURE, "go away")
    user.changes({settings.connection.PORT: port})
    user.until(lambda: user.session.port == port)

    def fails() -> bool:
        user.run(user.engine.trackers.announce(id, [tracker.url], force=True))
        return user.trackers(id)[tracker.url].state is FAILED

    user.until(fails)
    user.sees(id, lambda row: row.tracker_failing)
    assert not user.engine._running._known_to_trackers(), "the end waits for no answer to a socket that is gone"


def test_an_address_that_is_ours_no_more_has_no_sockets() -> None:
    book, url = TrackerBook(), "http://t/announce"
    book.set_urls([url], [0])
    for name in ("192.0.2.77 1", "127.0.0.5 1", "0.0.0.0 1", ":: 1", "2001:db8::7 1"):
        book.answered(url, (name, 1), 3)
    book.failed(url, ("192.0.2.77 1", 2), Failure(Why.REFUSED), 3)
    sockets = Sockets()
    assert book.part_with(partial(sockets.gone, own=own_addresses()))
    assert {name for name, _ in book.notes[url].lines} == {"127.0.0.5 1", "0.0.0.0 1", ":: 1"}
    assert book.notes[url].rounds == 0
    sockets.opened("127.0.0.5", 2)
    assert book.part_with(sockets.moved)
    assert not book.part_with(sockets.moved)


def test_reports_are_taken_in_one_by_one_and_in_order(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracking, "_SLICE", 0.0)
    trackers = [swarm.tracker() for _ in range(3)]
    ids = [
        user.adds(swarm.payload(name=str(number), version=Version.HYBRID, trackers=[tracker.url]))
        for number, tracker in enumerate(trackers)
    ]
    reports = user.engine._running.tracking._reports

    def settled(event: Asked) -> bool:
        rows = [user.trackers(id)[tracker.url] for id, tracker in zip(ids, trackers, strict=True)]
        return all([one.event for one in row.announces].count(event) == 2 for row in rows)

    user.until(lambda: settled(Asked.STARTED))
    user.engine.pause(ids)
    user.until(lambda: settled(Asked.STOPPED))
    user.until(lambda: not reports)
    for id, tracker in zip(ids, trackers, strict=True):
        found = user.trackers(id)[tracker.url].announces
        assert [one.event for one in found] == [Asked.STARTED] * 2 + [Asked.STOPPED] * 2
        assert all(one.latency is not None for one in found), "the answer comes after the question"


def test_what_was_reported_last_is_kept(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = swarm.tracker()
    monkeypatch.setattr(tracking.Tracking, "_go_on", lambda _: None)
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    gone = user.adds(swarm.payload(name="gone", version=Version.V1, trackers=[tracker.url]))
    reports = user.engine._running.tracking._reports
    user.until(lambda: len(reports) >= 4)
    waited = time.monotonic() + 0.3
    user.until(lambda: time.monotonic() > waited)
    now = time.time()
    assert not user.trackers(id)[tracker.url].announces
    user.run(user.engine.remove([gone], data=False))
    user.quit()
    assert not reports
    monkeypatch.undo()
    user.start()
    first = user.trackers(id)[tracker.url].announces[0]
    assert first.event is Asked.STARTED
    assert first.at < now - 0.2, "told as of when it was, not of when it was taken in"
    with closing(sqlite3.connect(user.data_dir / "history.db")) as db:
        assert db.execute("SELECT DISTINCT torrent FROM trackers").fetchall() == [(id,)]
