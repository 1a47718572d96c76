# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers and web seeds that their user adds, moves, removes and asks: kept over restarts, refused in sentences."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from starling.engine import sourceurls
from starling.engine.errors import EngineError
from starling.tracker import Cause, Kind, TrackerState
from tests.helpers import User, sentence
from tests.swarm import Answer, Event, Swarm, Version

NOBODY = "http://127.0.0.1:1/announce"


def tiers(user: User, id: str) -> list[list[str]]:
    """As the edit dialog has them."""
    return user.run(user.engine.trackers.tiers(id))


def test_trackers_are_added_moved_and_removed_for_good(swarm: Swarm, user: User) -> None:
    first, second, third = (f"udp://127.0.0.1:{port}/announce" for port in (1, 2, 3))
    id = user.adds(swarm.payload(version=Version.V1, trackers=[first]), start=False)
    trackers = user.engine.trackers
    user.run(trackers.add(id, [second, f" {second} ", ""]))
    user.run(trackers.add(id, [third], 0))
    assert tiers(user, id) == [[first, third], [second]]
    user.run(trackers.set_tiers(id, [[second], [], [third, first]]))
    assert tiers(user, id) == [[second], [third, first]]
    assert [row.tier for row in user.trackers(id).values() if row.kind is Kind.TRACKER] == [0, 1, 1]
    user.restart()
    assert tiers(user, id) == [[second], [third, first]]
    user.run(user.engine.trackers.set_tiers(id, [[first]]))
    assert list(user.trackers(id)) == [first, "DHT", "PEX", "LSD"]
    user.run(user.engine.trackers.set_tiers(id, []))
    user.restart()
    assert list(user.trackers(id)) == ["DHT", "PEX", "LSD"]


def test_what_is_known_of_a_tracker_stays_when_it_moves(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[NOBODY, tracker.url]))
    user.until(lambda: user.trackers(id)[tracker.url].announces)
    before = len(tracker.announces)
    trackers = user.engine.trackers
    user.run(trackers.set_tiers(id, [*tiers(user, id), ["udp://127.0.0.1:9/announce"]]))
    row = user.trackers(id)[tracker.url]
    assert row.state is TrackerState.WORKING
    assert row.announces
    assert len(tracker.announces) == before, "more trackers are no reason to ask those again that work"
    user.run(trackers.set_tiers(id, [[tracker.url], [NOBODY]]))
    assert user.trackers(id)[tracker.url].announces[0] == row.announces[0]


@pytest.mark.parametrize("many", [256, 257, 300])
def test_more_tiers_than_libtorrent_counts_join_the_last(swarm: Swarm, user: User, many: int) -> None:
    id = user.adds(swarm.payload(version=Version.V1), start=False)
    urls = [f"http://127.0.0.1:9/{number}/announce" for number in range(many)]
    wanted = [[url] for url in urls[:255]] + [urls[255:]]
    for before in ([], [[NOBODY]]):
        # Once more trackers, and once others.
        user.run(user.engine.trackers.set_tiers(id, before))
        user.run(user.engine.trackers.set_tiers(id, [[url] for url in urls]))
        assert tiers(user, id) == wanted
        assert {entry["url"]: entry["tier"] for entry in user.handle(id).trackers()} == {
            url: min(number, 255) for number, url in enumerate(urls)
        }
    user.run(user.engine.trackers.add(id, [NOBODY]))
    assert tiers(user, id) == [*wanted[:-1], [*wanted[-1], NOBODY]]


def test_a_tracker_that_is_removed_is_forgotten(swarm: Swarm, user: User) -> None:
    tracker, stays = swarm.tracker(), swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[tracker.url], [stays.url]]))
    user.until(lambda: user.trackers(id)[tracker.url].announces)
    running = user.engine._running
    user.run(running.announces.write())
    running.announces._shown.clear()
    user.run(user.engine.trackers.set_tiers(id, [[stays.url]]))
    user.until(lambda: user.trackers(id)[stays.url].announces)
    book = user.engine._records.get(id).trackers
    # Its answer was still on the way.
    book.answered(tracker.url, ("127.0.0.1 1", 1), 1)
    book.notes[stays.url].lines.clear()
    assert not book.present, "the end need not wait for its answer: it is told nothing"
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "history.db")) as db:
        assert {url for (url,) in db.execute("SELECT url FROM trackers")} == {stays.url}
        assert {
            url
            for (url,) in db.execute("SELECT url FROM announces LEFT JOIN trackers ON trackers.id = announces.tracker")
        } == {stays.url}


def test_bad_addresses_are_named_and_nothing_is_lost(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload(trackers=[NOBODY]), start=False)
    told = user.refused(
        user.engine.trackers.set_tiers(id, [["ftp://x/announce", "udp://tracker.example/announce"], ["http://[::1"]])
    )
    assert [line.partition("”")[0][1:] for line in told.splitlines()] == [
        "ftp://x/announce",
        "udp://tracker.example/announce",
        "http://[::1",
    ]
    assert tiers(user, id) == [[NOBODY]]
    assert "no address of a web seed" in user.refused(user.engine.trackers.add_web_seeds(id, ["udp://x:1/"]))
    assert "not in the list" in user.refused(user.engine.trackers.tiers("0" * 40))


@pytest.mark.parametrize(
    "url", ["http://x.example", "https://x.example:1/a?passkey=1", "udp://[::1]:6969", "wss://x.example/", "HTTP://X/a"]
)
def test_addresses_that_are_taken(url: str) -> None:
    assert sourceurls.tiers([[url]], ()) == [[url]]


def test_many_bad_addresses_do_not_fill_the_screen() -> None:
    with pytest.raises(EngineError) as raised:
        sourceurls.tiers([[f"bad {i}" for i in range(500)]], ())
    lines = sentence(str(raised.value)).splitlines()
    assert len(lines) == 5
    assert "496" in lines[-1]
    assert sourceurls.tiers([["bad 7"]], ["bad 7"]) == [["bad 7"]], "what came with the torrent stays"
    with pytest.raises(EngineError, match="no address"):
        sourceurls.tiers([["http://x/" + "a" * 5000]], ())


def test_min_interval_is_respected_unless_forced(swarm: Swarm, user: User) -> None:
    strict, other = swarm.tracker(min_interval=600), swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[strict.url], [other.url]]))
    user.until(lambda: user.trackers(id)[strict.url].min_announce)
    trackers = user.engine.trackers
    refused = user.run(trackers.announce(id))
    assert [one.url for one in refused] == [strict.url]
    assert 500 < refused[0].until - time.time() < 700
    # Of one in a later tier nobody would have heard.
    other.wait_for_event(Event.STARTED, ip=user.address)
    assert strict.events(ip=user.address) == [Event.STARTED]
    assert user.run(trackers.announce(id, [strict.url], force=True)) == ()
    strict.wait_for(lambda announces: len(announces) == 2)
    user.until(lambda: [one.event.value for one in user.trackers(id)[strict.url].announces] == ["started", "regular"])


def test_only_what_can_be_asked_is_asked(swarm: Swarm, user: User) -> None:
    running, resting = user.adds(swarm.payload()), user.adds(swarm.payload(name="b"), start=False)
    trackers = user.engine.trackers
    assert "Only trackers" in user.refused(trackers.announce(running, ["PEX"]))
    assert "no tracker, and the DHT is switched off" in user.refused(trackers.announce(running))
    secret = user.adds(swarm.payload(name="c", private=True))
    assert "private, and has no tracker" in user.refused(trackers.announce(secret))
    assert user.run(trackers.announce(running, ["DHT"])) == ()
    user.sees(resting, lambda row: row.paused)
    assert "is paused" in user.refused(trackers.announce(resting))


def test_one_is_found_and_asked_behind_one_whose_answer_is_unreadable(swarm: Swarm, user: User) -> None:
    bad, good = swarm.tracker(), swarm.tracker()
    bad.behave(Answer.BAD_UTF8, "caf\xe9")
    id = user.adds(swarm.payload(version=Version.V1, trackers=[[bad.url], [good.url]]))
    user.until(lambda: user.trackers(id)[good.url].state is TrackerState.WORKING)
    count = len(good.announces)
    user.run(user.engine.trackers.announce(id, [good.url], force=True))
    good.wait_for(lambda announces: len(announces) > count)


def test_scrape_tells_the_swarm_and_why_not(swarm: Swarm, user: User) -> None:
    tracker, silent = swarm.tracker("udp"), swarm.tracker()
    payload = swarm.payload(version=Version.V1, trackers=[[tracker.url], [silent.url]])
    seed = swarm.seed(payload)
    tracker.wait_for(lambda announces: any(announce.ip == seed.address.ip for announce in announces))
    id = user.adds(payload, start=False)
    user.run(user.engine.trackers.scrape(id, [tracker.url, silent.url]))
    user.until(lambda: user.trackers(id)[tracker.url].last_scrape and user.trackers(id)[silent.url].last_scrape)
    rows = user.trackers(id)
    assert (rows[tracker.url].seeds, rows[tracker.url].scrape_message) == (1, "")
    # libtorrent asks nobody on this machine but for announces.
    assert "own network" in rows[silent.url].scrape_message
    assert tracker.scrapes == (payload.hash_v1,)


def test_web_seeds_of_one_server_fail_together_where_nobody_is_let_in(swarm: Swarm, user: User) -> None:
    closed = ["http://127.0.0.1:1/a/", "http://127.0.0.1:1/b/"]
    id = user.adds(swarm.payload(version=Version.V1))
    user.run(user.engine.trackers.add_web_seeds(id, closed))
    book = user.engine._records.get(id).trackers
    user.until(lambda: len(book.stumbles) == 2)
    assert {user.trackers(id)[url].cause for url in closed} == {Cause.REFUSED}, "nobody looked while it was tried"


@contextmanager
def serving(ip: str, handler: type[BaseHTTPRequestHandler], over: threading.Event) -> Iterator[int]:
    """A server in this process; its port. In the end it is `over` for requests that are still thought about."""
    with ThreadingHTTPServer((ip, 0), handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        over.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def half_broken(swarm: Swarm) -> Iterator[str]:
    """The URL of a server that is busy under /a/, and thinks about what is asked of it under /b/."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/a/"):
                self.send_error(503)
            else:
                over.wait()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    ip = swarm.address()
    with serving(ip, Handler, over) as port:
        yield f"http://{ip}:{port}"


def test_web_seeds_of_one_server_do_not_pass_for_each_other(swarm: Swarm, user: User, half_broken: str) -> None:
    failing, slow = f"{half_broken}/a/", f"{half_broken}/b/"
    id = user.adds(swarm.payload(version=Version.V1))
    user.run(user.engine.trackers.add_web_seeds(id, [failing, slow]))
    states = {failing: TrackerState.FAILED, slow: TrackerState.WORKING}
    user.until(lambda: {url: user.trackers(id)[url].state for url in states} == states)
    for _ in range(5):
        assert {url: user.trackers(id)[url].state for url in states} == states
    assert user.trackers(id)[failing].cause is Cause.HTTP
    user.quit()


@pytest.fixture
def undecided(swarm: Swarm) -> Iterator[tuple[str, threading.Event]]:
    """The URL of a server that is busy, and what it waits for until it says so."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            over.wait()
            self.send_error(503)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    ip = swarm.address()
    with serving(ip, Handler, over) as port:
        yield f"http://{ip}:{port}/", over


def test_a_web_seed_that_fails_while_it_is_looked_at_has_failed(
    swarm: Swarm, user: User, undecided: tuple[str, threading.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, answers = undecided
    id = user.adds(swarm.payload(version=Version.V1))
    trackers, book = user.engine.trackers, user.engine._records.get(id).trackers
    user.run(trackers.add_web_seeds(id, [url]))
    user.until(lambda: user.trackers(id)[url].state is TrackerState.WORKING)
    about, heard = trackers._details.about, asyncio.Event()

    async def overtaken(*args: Any) -> Any:
        found = await about(*args)
        answers.set()
        await heard.wait()
        return found

    with monkeypatch.context() as patch:
        patch.setattr(trackers._details, "about", overtaken)
        looking = user.loop.create_task(trackers.of(id))
        user.until(lambda: book.stumbles)
        heard.set()
        rows = {row.url: row for row in user.finish(looking)}
    assert rows[url].state is TrackerState.WORKING, "so it was when libtorrent was asked"
    row = user.trackers(id)[url]
    assert (row.state, row.cause) == (TrackerState.FAILED, Cause.HTTP)


@pytest.fixture
def by_name() -> Iterator[str]:
    """The URL, by name, of a server that says what it is, sends some of what is asked for, and keeps the rest."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        server_version = "nginx/1.27"
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            first, last = map(int, self.headers["Range"].removeprefix("bytes=").split("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{last}/3000000")
            self.send_header("Content-Length", str(last - first + 1))
            self.end_headers()
            self.wfile.write(bytes(20_000))
            over.wait()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with serving("127.0.0.1", Handler, over) as port:
        yield f"http://localhost:{port}/film"


def test_a_web_seed_by_name_is_known_after_its_answer(swarm: Swarm, user: User, by_name: str) -> None:
    id = user.adds(swarm.payload(version=Version.V1, files=3_000_000, name="film.bin"))
    user.run(user.engine.trackers.add_web_seeds(id, [by_name]))
    user.until(lambda: any("nginx" in peer.client for peer in user.run(user.engine.peers.connected(id))))
    user.until(lambda: user.trackers(id)[by_name].downloaded > 0)
    assert user.trackers(id)[by_name].state is TrackerState.WORKING
    user.quit()


def test_web_seeds_are_added_used_edited_and_removed(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1, files=3_000_000, name="film.bin")
    web = swarm.web_server(Path(payload.root))
    id = user.adds(payload)
    trackers = user.engine.trackers
    name = next(Path(payload.root).iterdir()).name
    nowhere, slow = "http://127.0.0.1:1/film", web.slow(name, 400_000)
    user.run(trackers.add_web_seeds(id, [nowhere, web.status(503, name)]))
    user.until(lambda: user.trackers(id)[nowhere].cause is Cause.REFUSED)
    failing = user.trackers(id)[web.status(503, name)]
    user.until(lambda: user.trackers(id)[failing.url].cause is Cause.HTTP)
    assert user.trackers(id)[failing.url].message.startswith("The server answered 503 ")
    user.run(trackers.replace_web_seed(id, nowhere, slow))
    user.until(lambda: user.trackers(id)[slow].rate > 0)
    row = user.trackers(id)[slow]
    assert (row.kind, row.state, row.tier) == (Kind.WEB_SEED, TrackerState.WORKING, None)
    assert row.downloaded > 0
    user.run(trackers.remove_web_seeds(id, [failing.url]))
    user.restart()
    assert [url for url, row in user.trackers(id).items() if row.kind is Kind.WEB_SEED] == [slow]
