# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered of peers from look to look: samples, waits, seats, rates."""

import libtorrent as lt
import pytest

from starling.engine import peerbook
from starling.engine.peerbook import Look, PeerBook
from starling.peer import Rates, Source
from tests.helpers import User
from tests.swarm import Swarm, Version


def looked(downloaded: int = 0, uploaded: int = 0, **more: object) -> Look:
    found = {"pieces": 0, "seed": False, "connecting": False, "want": True, "choked": False, "idle": 0.0, **more}
    return Look(downloaded, uploaded, **found)  # type: ignore[arg-type]


class Clocked:
    """A book with one peer, looked at when the test says."""

    def __init__(self, handle: lt.torrent_handle) -> None:
        self.book = PeerBook()
        self._handle = handle
        self.connected = {("192.0.2.1", 1): 900.0}

    def at(self, second: float, look: Look, *, holdings: bool = True) -> peerbook.Note:
        self.book.begin(self._handle, second, 1000.0 + second, holdings=holdings)
        note = self.book.see("key", ("192.0.2.1", 1), look, self.connected)
        self.book.end()
        return note


@pytest.fixture
def clocked(swarm: Swarm, user: User) -> Clocked:
    return Clocked(user.handle(user.adds(swarm.payload(version=Version.V1, files=16_384 * 40, piece_size=16_384))))


def test_samples_are_what_moved(clocked: Clocked) -> None:
    for second in range(31):
        note = clocked.at(second, looked(downloaded=1000 * second, uploaded=500 * second))
    assert note.rates == Rates((0, 0) + (1000,) * 10, (0, 0) + (500,) * 10)
    # A question that comes late or a little early changes nothing in sum.
    note = clocked.at(34.5, looked(downloaded=34_500, uploaded=15_000))
    note = clocked.at(36.1, looked(downloaded=36_100, uploaded=15_000))
    assert [round(rate, -2) for rate in note.rates.down[12:]] == [1000, 1000]
    for second in range(37, 400):
        note = clocked.at(second, looked(downloaded=36_100, uploaded=15_000))
    assert note.rates == Rates(), "nothing moved for long"


def test_history_does_not_begin_with_a_rise_from_nothing(clocked: Clocked) -> None:
    note = clocked.at(0, looked(downloaded=900_000, down=1000, up=50))
    assert note.rates == Rates((1000, 1000), (50, 50)), "an old connection: what libtorrent says of the last seconds"
    for second in range(1, 7):
        note = clocked.at(second, looked(downloaded=900_000 + 1000 * second, uploaded=50 * second, down=1000, up=50))
    assert note.rates == Rates((1000,) * 4, (50,) * 4), "a line can be drawn"
    clocked.connected["192.0.2.1", 1] = 1007.0
    note = clocked.at(7, looked(down=300))
    assert note.rates == Rates(), "nothing was before"
    # A sample is due, and only two seconds are over.
    note = clocked.at(9, looked(downloaded=2000, down=600))
    assert note.rates.down == (1000,)
    clocked.connected["192.0.2.1", 1] = 1011.0
    clocked.at(11, looked())
    assert clocked.at(12, looked(downloaded=9000)).rates == Rates(), "one second tells little"
    assert clocked.at(15, looked(downloaded=10_000)).rates.down == (2500,)


def test_history_begins_anew_after_a_gap_in_asking(clocked: Clocked) -> None:
    for second in range(13):
        note = clocked.at(second, looked(downloaded=1000 * second))
    note = clocked.at(72, looked(downloaded=5_000_000, down=1500))
    assert note.rates.down == (1500, 1500)
    for second in range(73, 76):
        note = clocked.at(second, looked(downloaded=5_000_000 + 2000 * (second - 72)))
    assert note.rates.down == (1500, 1500, 2000)
    assert clocked.at(75 + peerbook.FORGET + 1, looked(downloaded=6_000_000)).rates == Rates()


def test_samples_without_holdings_leave_what_we_miss_to_the_next_look(clocked: Clocked) -> None:
    looks: list[float] = []
    clocked.at(0, looked())
    missing = clocked.book.missing
    assert missing is not None
    missing.look = lambda handle: looks.append(clocked.book._now)  # type: ignore[method-assign]
    for second in (3, 6):
        clocked.at(second, looked(), holdings=False)
    assert (looks, clocked.book.is_due(8.9), clocked.book.is_due(9)) == ([], False, True)
    clocked.at(7, looked())
    clocked.at(8, looked())
    clocked.at(9, looked())
    assert looks == [7, 9]


def test_waits(clocked: Clocked) -> None:
    note = clocked.at(0, looked(choked=True))
    assert (note.since, note.waiting, note.choked, note.active) == (900, 900, 900, None)
    note = clocked.at(10, looked(choked=False))
    assert (note.waiting, note.choked) == (900, None)
    note = clocked.at(11, looked(downloaded=50, idle=0.5))
    assert (note.waiting, note.active) == (None, 1010.5)
    note = clocked.at(14, looked(downloaded=50))
    assert note.waiting is None, "the next block may be on its way"
    note = clocked.at(16, looked(downloaded=50))
    assert note.waiting == 1010.5
    note = clocked.at(20, looked(downloaded=50, choked=True))
    assert (note.waiting, note.choked) == (1010.5, 1020)
    note = clocked.at(21, looked(downloaded=50, choked=True, want=False))
    assert (note.waiting, note.choked) == (None, None)
    note = clocked.at(30, looked(downloaded=50))
    assert note.waiting == 1030, "it owed us nothing in between"


def test_who_sends_makes_nobody_wait(clocked: Clocked) -> None:
    for second in range(60):
        # A slow one, whose blocks come four seconds apart, and which takes our slot away at the end.
        look = looked(downloaded=16_384 * (second // 4), idle=second % 4, down=900, choked=second >= 50)
        note = clocked.at(second, look)
        if second >= 4:
            assert (note.waiting, note.choked) == (None, None), second
    assert clocked.at(61, looked(downloaded=16_384 * 14, choked=True)).choked == 1050
    note = clocked.at(90, looked(downloaded=16_384 * 14, down=5000))
    assert note.waiting is None, "a rate that is shown is not contradicted"


def test_peer_that_moved_before_we_looked(clocked: Clocked) -> None:
    note = clocked.at(0, looked(downloaded=10, uploaded=10, choked=True, idle=30))
    assert (note.since, note.active, note.waiting, note.choked) == (900, 970, 970, 1000)


def test_another_connection_at_the_same_place_begins_anew(clocked: Clocked) -> None:
    note = clocked.at(0, looked(downloaded=10))
    assert clocked.at(1, looked(downloaded=20)) is note
    fewer = clocked.at(2, looked(downloaded=0))
    assert fewer is not note
    clocked.connected["192.0.2.1", 1] = 1002.0
    anew = clocked.at(3, looked(downloaded=0))
    assert anew is not fewer
    assert anew.since == 1002.0


def test_web_seeds_keep_their_seats(clocked: Clocked) -> None:
    server, other = ("192.0.2.1", 80), ("192.0.2.2", 80)
    book = clocked.book
    assert book.seats([(server, ("127.0.0.1", 0)), (other, ("127.0.0.1", 0)), (server, ("127.0.0.1", 0))]) == [0, 0, 1]
    first, second, third = ((server, ("127.0.0.1", port)) for port in (1, 2, 3))
    assert book.seats([first, second]) == [0, 1]
    assert book.seats([second, first]) == [1, 0]
    assert book.seats([third, second]) == [0, 1], "the first has connected anew"
    assert book.seats([second]) == [1]


def test_alerts_of_one_web_seed_leave_the_other_of_its_server_alone(clocked: Clocked) -> None:
    note = clocked.at(0, looked(downloaded=10, ours=("127.0.0.1", 1)))
    clocked.connected["192.0.2.1", 1] = 950.0
    assert clocked.at(1, looked(downloaded=20, ours=("127.0.0.1", 1))) is note
    assert clocked.at(2, looked(downloaded=30, ours=("127.0.0.1", 2))) is not note


def test_two_looks_in_one_moment_divide_nothing(clocked: Clocked) -> None:
    clocked.at(0, looked())
    clocked.book.begin(clocked._handle, 3, 1003.0)
    for downloaded in (30, 60):
        note = clocked.book.see("key", ("192.0.2.1", 1), looked(downloaded=downloaded), clocked.connected)
    clocked.book.end()
    assert note.rates.down == (0, 0, 10)


def test_since_is_told_when_it_has_connected(clocked: Clocked) -> None:
    assert clocked.at(0, looked(connecting=True)).since is None
    assert clocked.at(1, looked()).since == 900
    clocked.connected.clear()
    assert clocked.at(2, looked()).since == 1002, "an older connection of which nobody told us: first sight"


def test_who_was_found_first_by_whom_is_kept(clocked: Clocked) -> None:
    clocked.connected.clear()
    assert clocked.at(0, looked(connecting=True, source=Source.TRACKER)).found is Source.TRACKER
    clocked.connected["192.0.2.1", 1] = 1001.0
    note = clocked.at(1, looked(source=Source.TRACKER | Source.PEX))
    assert note.since == 1001
    assert note.found is Source.TRACKER, "peer exchange named it while it was being connected to"


def test_own_rate_leaves_out_what_it_came_with(clocked: Clocked) -> None:
    note = clocked.at(0, looked(connecting=True))
    for second in range(1, 40):
        note = clocked.at(second, looked(pieces=0 if second < 3 else 20 + second // 4))
    assert note.own_rate == 16_384 / 4
    for second in range(40, 50):
        note = clocked.at(second, looked(pieces=40, seed=True))
    assert note.own_rate is None


@pytest.mark.parametrize(("pause", "known"), [(1, 16), (4, 20), (10, 25), (45, 105)])
def test_own_rate_is_right_from_the_beginning(clocked: Clocked, pause: int, known: int) -> None:
    """Of a peer that completes two pieces in each second, and tells of them with this pause, as Transmission does."""
    for second in range(200):
        note = clocked.at(second, looked(pieces=500 + second // pause * pause * 2))
        if second < 10:
            assert note.own_rate is None
        if second >= known:
            assert note.own_rate == 2 * 16_384, second


def test_own_rate_follows_within_a_minute_and_ends(clocked: Clocked) -> None:
    def pieces(second: int) -> int:
        return 100 + min(second, 60) + 4 * max(0, min(second, 130) - 60)

    told = [clocked.at(second, looked(pieces=pieces(second))).own_rate for second in range(220)]
    assert told[58] == 16_384
    assert told[123] == 4 * 16_384
    falling = told[132:190]
    assert falling == sorted(falling, reverse=True)
    assert told[145] < 4 * 16_384
    assert told[199] == 0


@pytest.mark.parametrize("seen", [{"want": False}, {"down": 19_000}, {"downloaded": 60}])
def test_who_sends_or_has_nothing_for_us_is_not_snubbed(clocked: Clocked, seen: dict[str, object]) -> None:
    assert clocked.at(0, looked(downloaded=50, idle=30)).waiting == 970
    assert clocked.at(1, looked(**{"downloaded": 50, "idle": 0, **seen})).waiting is None
