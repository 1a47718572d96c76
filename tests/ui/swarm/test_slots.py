# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of the slots: who stands where, by which figure, and what is said where there is little to say."""

from collections.abc import Sequence
from dataclasses import replace

from starling.peer import Peer
from starling.swarm import Board, Choker, Seat, Standing
from starling.torrent import Torrent
from starling.ui.swarm import boardwords, seatwords, slotscard
from starling.ui.swarm.flight import in_flight
from starling.ui.swarm.lines import Line
from starling.ui.swarm.seatlines import SlotLine, WaitLine
from tests.ui.swarm.someboards import NOW, ROUNDS, SEEDED, TORRENT, board, seats, wants


def lines(found: Board, torrent: Torrent = TORRENT) -> list[Line]:
    return list(slotscard.lines(torrent, found))


def words(found: Sequence[Line]) -> str:
    return "\n".join(line.words for line in found)


def said(torrent: Torrent, found: Board) -> str:
    return " ".join("".join(part.text for part in parts) for parts in boardwords.sentence(torrent, found))


def slots(found: Sequence[Line]) -> list[SlotLine]:
    return [line for line in found if isinstance(line, SlotLine)]


def test_the_board_of_the_design() -> None:
    found = lines(board())
    held = slots(found)
    assert [line.badge for line in held] == ["1", "2", "3", "4", ""]
    assert [line.value for line in held] == ["622\u00a0kB/s", "298\u00a0kB/s", "203\u00a0kB/s", "78\u00a0kB/s", ""]
    assert held[0].share > held[1].share > held[3].share > 0
    assert held[4].said == "optimistic, for 18\u00a0s more"
    told = words(found)
    assert "Slot 1: 203.0.113.77, Client 1, gives you 622\u00a0kB/s, gets 17\u00a0kB/s" in told
    assert "a slot takes more than 78\u00a0kB/s" in told
    assert "chokes us, 5\u00a0min, waits" in told
    assert "snubbed: let us ask, then sent nothing for 1\u00a0min 12\u00a0s" in told
    assert [line.name for line in found if isinstance(line, WaitLine) and line.warns] == ["203.0.113.210"]
    assert "2 seeds and 1 peer" in told
    assert "You serve those who serve you: 4 peers hold a slot" in said(TORRENT, board())
    generous = (*seats(), Seat(wants(99), Standing.CONTENT, earned=9_000_000))
    assert slots(lines(board(seats=generous)))[0].share == held[0].share, "bars are measured by who trades"
    assert "In return 5 of 9 let you download." in said(TORRENT, board()), "seeds give for nothing"
    assert len({line.key for line in found}) == len(found)


def test_seeding_the_rows_tell_how_fast_each_takes() -> None:
    taking = tuple(replace(seat, taken=seat.earned) for seat in seats())
    found = board(seats=taking, rounds=replace(ROUNDS, choker=Choker.FASTEST), picking=None)
    first = slots(lines(found, SEEDED))[0]
    assert (first.value, first.up) == ("622\u00a0kB/s", "")
    assert "takes 622\u00a0kB/s, has " in first.words
    assert "those who take it fastest" in said(SEEDED, found)
    assert "In return" not in said(SEEDED, found)
    assert "wants your pieces; you need none" in first.tip()
    turns = replace(found, rounds=replace(ROUNDS, choker=Choker.ROUND_ROBIN))
    assert seatwords.winning(turns, complete=True) == ("", ""), "no figure decides"


def test_what_wins_a_slot_is_said_where_a_figure_decides() -> None:
    assert seatwords.winning(board(), complete=False) == ("a slot takes more than 78\u00a0kB/s", ">\u00a078\u00a0kB/s")
    assert "wins a slot" in seatwords.winning(board(elsewhere=2), complete=False)[0], "theirs are not known"
    assert seatwords.winning(board(rounds=replace(ROUNDS, used=3)), complete=False)[0] == ""
    idle = tuple(replace(seat, earned=0) for seat in seats())
    assert seatwords.winning(board(seats=idle), complete=False)[0] == "whoever gives anything wins a slot"
    passed_over = (*seats(), Seat(wants(99), Standing.WAITING, earned=100_000))
    assert seatwords.winning(board(seats=passed_over), complete=False) == ("", ""), "somebody gives more and waits"


def test_empty_slots_and_those_held_elsewhere_are_said() -> None:
    some = replace(ROUNDS, slots=8, used=6)
    assert "2 slots" in words(lines(board(rounds=some)))
    assert "until the next round" in words(lines(board(rounds=some)))
    unlucky = board(rounds=replace(ROUNDS, slots=5, used=4, optimistic=0))
    assert "until they are given by turns" in words(lines(unlucky))
    assert seatwords.winning(unlucky, complete=False)[0], "a round gives away no more than four"
    assert "no more than 5 slots" in words(lines(board(rounds=some, most=5)))
    nobody_waits = tuple(seat for seat in seats() if seat.standing is not Standing.WAITING)
    assert "nobody else wants data" in words(lines(board(seats=nobody_waits, rounds=some)))
    content = tuple(seat for seat in seats() if seat.standing is Standing.CONTENT)
    assert "nobody wants data" in words(lines(board(seats=content, rounds=replace(some, used=0))))
    assert said(TORRENT, board(seats=content)).endswith("wants data of yours. 1 of 3 let you download.")
    assert slotscard.note(TORRENT, board(seats=content)) == ""
    assert "3 of your 8 slots" in words(lines(board(rounds=some, elsewhere=3)))
    endless = board(rounds=replace(ROUNDS, choker=Choker.EVERYBODY, slots=None))
    assert "There is no limit on slots" in words(lines(endless))
    assert "empty" not in words(lines(endless))


def test_slots_that_nobody_has_earned_are_not_called_earned() -> None:
    idle = tuple(replace(seat, earned=0) for seat in seats())
    told = said(TORRENT, board(seats=idle))
    assert told.startswith("Nobody earns a slot by sending at the moment: 4 peers hold a slot, 1 hold")
    assert "by what they send" not in told
    assert "You serve those who serve you" not in told
    told = said(TORRENT, board(seats=(*seats()[:2], *idle[2:])))
    assert "You serve those who serve you: 2 peers hold a slot by what they send, 2 hold one and send nothing," in told
    waiting = tuple(seat for seat in seats() if seat.standing in (Standing.WAITING, Standing.CONTENT))
    assert "In return" not in said(TORRENT, board(seats=waiting)), "nobody is served"


def test_who_downloads_without_a_slot_stands_apart() -> None:
    address, why = "192.168.0.7", "local network"
    free = Seat(Peer(address, 1, they_want=True, we_choke=False, up=5_000_000), Standing.FREE)
    found = lines(board(seats=(*seats(), free)))
    heading = next(line for line in found if line.key == "free")
    assert why in heading.words
    row = slots(found)[-1]
    assert (row.name, row.badge, row.ring) == (address, "", None)
    assert row.words.startswith(f"Without a slot: {address}")


def test_of_very_many_the_best_stand_there_and_the_rest_are_counted() -> None:
    crowd = tuple(Seat(wants(number), Standing.WAITING) for number in range(60))
    many = tuple(Seat(wants(100 + slot), Standing.SLOT, slot) for slot in range(1, 21))
    found = lines(board(seats=(*many, *crowd)))
    assert sum(isinstance(line, WaitLine) for line in found) == slotscard.MOST_WAITING
    assert len(slots(found)) == slotscard.MOST_SLOTS
    assert f"and {60 - slotscard.MOST_WAITING} more wait" in words(found)
    assert f"and {20 - slotscard.MOST_SLOTS} more download" in words(found)


def test_peers_at_one_address_are_told_apart_by_their_ports() -> None:
    here = tuple(Seat(Peer("127.0.0.1", port, they_want=True), Standing.WAITING) for port in (1001, 1002))
    names = [line.name for line in lines(board(seats=here)) if isinstance(line, WaitLine)]
    assert names == ["127.0.0.1:1001", "127.0.0.1:1002"]


def test_the_tip_says_what_is_between_the_two() -> None:
    fast = wants(1, we_want=True, they_choke=False, down=622_000, round_trip=0.5, requests_out=4, queue_bytes=65_536)
    seat = Seat(fast, Standing.SLOT, 1, 622_000, since=NOW - 90, round_earned=9_000_000, over=6.0)
    tip = slots(lines(board(seats=(seat,))))[0].tip()
    for part in (
        "You want its pieces, and it wants yours.",
        "It lets you download.",
        "Has had its slot for 1\u00a0min.",
        "Between the last two rounds it gave you 9.00\u00a0MB.",
        "so long is the average",
        "4 blocks asked for and not here yet. At its rate they last less than a second.",
        "Requests in flight: ",
    ):
        assert part in tip
    assert "round trip" not in tip, "libtorrent's is the time from block to block"
    long = replace(fast, requests_out=300, queue_bytes=300 * 16_384)
    assert in_flight(long).endswith("At its rate they last 7\u00a0s.")
    assert "rate" not in in_flight(replace(fast, down=0)), "nothing is guessed"
    assert in_flight(replace(fast, requests_out=0)) == ""
