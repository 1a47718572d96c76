# SPDX-License-Identifier: GPL-3.0-or-later
"""What went wrong is counted once, told while it lasts, and forgotten with what it came from."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from starling.engine import mishaps, whyrules, whys
from starling.engine.crowd import Seen
from starling.engine.mishaps import MishapBook, Mishaps
from starling.engine.trackerbook import TrackerBook
from starling.engine.trackerwords import Failure, Why
from starling.engine.whylines import Lines
from starling.engine.whyrules import Hearing
from starling.engine.whysources import reached, sources
from starling.torrent import SessionState, State, Torrent
from starling.tracker import Event
from starling.why.situation import MOST, Crowd, Line

_REFUSED, _CLOSED = ("system", 111, 16), ("asio.misc", 2, 1)
_OTHER_TORRENT, _BAD_SYNC = ("libtorrent", 39, 3), ("libtorrent", 69, 3)
_URL = "http://tracker.example.org/announce"
_KEY = ("127.0.0.1", 1)


class Clock:
    """Stands still until it is told to go on."""

    now = 1000.0

    def monotonic(self) -> float:
        """Both clocks are one."""
        return self.now

    time = monotonic


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()
    monkeypatch.setattr(mishaps, "time", made)
    return made


class Book:
    """The book of one torrent, and what libtorrent says of it."""

    def __init__(self) -> None:
        self.record: Any = SimpleNamespace(id="a", passed=0)
        records: Any = SimpleNamespace(of=lambda _handle: self.record)
        self.book = MishapBook(records)

    @property
    def mishaps(self) -> Mishaps:
        return self.book.of(self.record) or Mishaps()

    def fail(self) -> None:
        self._say("hash_failed")

    def spoil(self) -> None:
        self._say("metadata_failed")

    def end(self, host: str, how: tuple[str, int, int]) -> None:
        category, value, operation = how
        error = SimpleNamespace(category=lambda: SimpleNamespace(name=lambda: category), value=lambda: value)
        nobody = SimpleNamespace(to_bytes=lambda: bytes(20))
        self._say("peer_disconnected", error=error, op=operation, endpoint=(host, 6881), pid=nobody, reason=0)

    def _say(self, what: str, **facts: object) -> None:
        handlers = {kind.__name__: handler for kind, handler in self.book.handlers().items()}
        handlers[f"{what}_alert"](SimpleNamespace(handle=None, **facts))


def test_wrong_pieces_count_only_in_a_row(clock: Clock) -> None:
    book = Book()
    for _ in range(30):
        book.fail()
        clock.now += 0.5
        book.mishaps.come(book.record.passed)
        assert book.mishaps.trouble().hash_fails == 1
        book.record.passed += 1
    for _ in range(5):
        book.fail()
    assert book.mishaps.trouble().hash_fails == 5
    book.mishaps.come(book.record.passed)
    assert book.mishaps.trouble().hash_fails == 5
    clock.now += 400
    book.mishaps.come(book.record.passed)
    assert book.mishaps.trouble().hash_fails == 0


def test_wrong_metadata_are_of_the_past_after_a_while(clock: Clock) -> None:
    book = Book()
    book.spoil()
    assert book.mishaps.trouble().metadata_lately
    clock.now += 200
    assert not book.mishaps.trouble().metadata_lately
    assert book.mishaps.trouble().metadata_fails == 1


def test_who_fails_in_two_ways_is_one(clock: Clock) -> None:
    book = Book()
    book.end("192.0.2.1", _REFUSED)
    book.end("192.0.2.1", _CLOSED)
    calls = book.mishaps.calls()
    assert (calls.vain, calls.failed, calls.hung_up, calls.long) == (1, 1, 1, False)
    clock.now += 200
    assert book.mishaps.calls().long
    # They answered.
    book.end("192.0.2.2", _OTHER_TORRENT)
    book.end("192.0.2.3", _BAD_SYNC)
    assert (book.mishaps.calls().vain, book.mishaps.calls().secrecy) == (1, 0)
    for number in range(200):
        book.end(f"198.51.100.{number}", _REFUSED)
    assert book.mishaps.calls().vain == MOST
    book.book.begin_anew()
    assert book.mishaps.calls().vain == 0


def test_who_is_let_in_again_is_not_filtered(clock: Clock) -> None:
    kept = Mishaps(filtered={"192.0.2.1", "192.0.2.2"})
    kept.admit(lambda host: host.endswith("2"))
    assert kept.calls().filtered == 1


def _asked(failure: Failure | None) -> TrackerBook:
    book = TrackerBook()
    book.set_urls([_URL], [0])
    book.asked(_URL, _KEY, Event.STARTED, 5.0)
    if failure is None:
        book.answered(_URL, _KEY, 0, 6.0)
    else:
        book.failed(_URL, _KEY, failure, 1, 6.0)
    return book


@pytest.mark.parametrize(
    ("said", "refuses"),
    [
        ("Too many requests, try again in 5 minutes", False),
        ("Your BitTorrent client is not allowed", False),
        ("unregistered torrent", True),
        ("Requested download is not authorized for use with this tracker", True),
        ("Info_hash not found", True),
    ],
)
def test_a_tracker_refuses_the_torrent_only_if_it_says_so(said: str, refuses: bool) -> None:
    book = _asked(Failure(Why.REASON, said))
    found = sources(book, dht=False, dht_asked=False, websockets=False)
    assert bool(found.refusal) is refuses
    assert said in found.text


def test_a_tracker_that_was_reached_breaks_the_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reached(_asked(None)) is True
    assert reached(_asked(Failure(Why.REASON, "No"))) is True
    assert reached(_asked(Failure(Why.NAME))) is False
    assert reached(TrackerBook()) is None
    hearing, silence = Hearing(), SessionState(dht_nodes=0)
    for now in (0.0, 10.0, whyrules._LONG + 1):
        hearing.listen({"peer.num_peers_connected": 0}, silence, now)
    assert hearing.nothing
    hearing.tracker = True
    assert not hearing.nothing


def test_a_long_queue_is_counted_bit_by_bit() -> None:
    records: Any = [
        SimpleNamespace(id=str(place), place=place, hidden=False, snapshot=Torrent(str(place), "A", state))
        for place in range(1000)
        for state in ([State.DOWNLOADING] if place < 3 else [State.QUEUED])
    ]
    lines = Lines(records)
    bits = list(lines.renew())
    assert max(map(len, bits)) < 250
    assert sum(map(len, bits)) == 997
    assert lines.of(records[3]) == Line(ahead=3, place=1)
    assert not any(lines.renew())


def test_rows_that_come_in_one_go_are_judged_by_and_by(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(whys, "time", SimpleNamespace(perf_counter=lambda: now[0]))
    nothing: Any = None
    judge = whys.Whys(nothing, nothing, nothing, nothing, lambda: None)

    def judges(_record: object, _row: object) -> None:
        now[0] += 0.001

    monkeypatch.setattr(judge, "_judge", judges)
    told = 0
    for _ in range(100):
        if judge._may_judge():
            judge._timed(nothing, nothing)
            told += 1
    assert told <= 4
    now[0] += 1
    assert judge._may_judge()


def test_a_look_is_past_when_others_are_connected() -> None:
    def past(connected: int, met: int, now: int, age: float) -> bool:
        looked = whys.time.monotonic() - age
        note = whys._Note(State.STALLED, 0.0, 0.0, Seen(Crowd(connected=connected), None), looked, met)
        return whys._is_past(note, now)

    assert past(connected=0, met=0, now=3, age=1)
    assert past(connected=3, met=3, now=0, age=1)
    assert past(connected=3, met=3, now=4, age=60)
    # Peers come and go all the time: a reason stays until there is another.
    assert not past(connected=3, met=3, now=4, age=1)
    assert not past(connected=3, met=3, now=3, age=600)
