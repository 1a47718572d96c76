# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits where on the board, from one look to the next."""

from dataclasses import replace

import pytest

from starling.engine.seating import Seating, Table
from starling.peer import Peer, Rates, Transport
from starling.swarm import Choker, Seat, Standing

TABLE = Table(Choker.TIT_FOR_TAT, 3, 1_000_000, (None, None))


def peer(number: int, gives: int = 0, takes: int = 0, *, slot: bool = False, **more: object) -> Peer:
    """One that wants data; rates of the last 20 s and more."""
    rates = Rates((gives,) * 8, (takes,) * 8)
    fields: dict[str, object] = {"they_want": True, "we_choke": not slot, "since": 1.0, "rates": rates, **more}
    return Peer(f"192.0.2.{number}", 6881, **fields)


def seated(seats: tuple[Seat, ...]) -> list[tuple[str, int, Standing]]:
    return [(seat.peer.address.rpartition(".")[2], seat.number, seat.standing) for seat in seats]


def nobody(_address: str, _since: float | None) -> bool:
    return False


def test_who_keeps_a_slot_keeps_its_number() -> None:
    seating = Seating()
    peers = [peer(1, 10, slot=True), peer(2, 30, slot=True), peer(3, 20, slot=True)]
    assert seated(seating.take(peers, 10.0, TABLE, nobody)) == [
        (f"{n}", i, Standing.SLOT) for i, n in ((1, 2), (2, 3), (3, 1))
    ]
    peers = [peer(1, 90, slot=True), peer(2, 30), peer(3, 0, slot=True), peer(4, 5, slot=True)]
    seats = seating.take(peers, 11.0, TABLE, nobody)
    assert [(seat.peer.address[-1], seat.number) for seat in seats] == [("4", 1), ("3", 2), ("1", 3), ("2", 0)]
    assert [seat.since for seat in seats] == [11.0, None, None, 11.0], "4 has got it, 2 has lost it"
    fewer = replace(TABLE, slots=2)
    seats = seating.take([peer(1, 90, slot=True), peer(3, slot=True)], 12.0, fewer, nobody)
    assert [(seat.peer.address[-1], seat.number) for seat in seats] == [("1", 1), ("3", 2)]


def test_standings_in_their_order() -> None:
    local, idle = peer(1, slot=True), peer(3, slot=True, they_want=False)
    peers = [
        idle,
        peer(9, they_want=False, seed=True),
        peer(8, 10),
        peer(7, 20),
        local,
        peer(6, slot=True, optimistic=True),
        peer(5, slot=True),
        peer(4, connecting=True),
        peer(2, they_want=False, seed=True, transport=Transport.WEB_SEED),
    ]
    seats = Seating().take(peers, 10.0, TABLE, lambda address, _: address in {local.address, idle.address})
    assert [(seat.peer.address[-1], seat.standing) for seat in seats] == [
        ("5", Standing.SLOT),
        ("6", Standing.OPTIMISTIC),
        ("1", Standing.FREE),
        ("7", Standing.WAITING),
        ("8", Standing.WAITING),
        ("3", Standing.CONTENT),
        ("9", Standing.CONTENT),
    ]


@pytest.mark.parametrize(
    ("choker", "order"),
    [
        # 1 takes fastest, 2 was let ask longest ago, 3 is nearly complete; 4 gives something, which counts by any rule.
        (Choker.FASTEST, "4123"),
        (Choker.ROUND_ROBIN, "4213"),
        (Choker.ANTI_LEECH, "4312"),
    ],
)
def test_who_waits_is_ranked_by_the_rule(choker: Choker, order: str) -> None:
    def those(*, slots: tuple[int, ...]) -> list[Peer]:
        return [
            peer(1, takes=900, progress=0.3, slot=1 in slots),
            peer(2, takes=500, progress=0.5, slot=2 in slots),
            peer(3, takes=100, progress=0.9, slot=3 in slots),
            peer(4, gives=1, progress=0.5, slot=4 in slots),
        ]

    seating = Seating()
    table = replace(TABLE, choker=choker)
    seats: tuple[Seat, ...] = ()
    # It is lost in another order.
    for at, slots in enumerate([(), (2,), (1, 2), (1, 2, 3, 4), (2, 3, 4), (2,), ()]):
        seats = seating.take(those(slots=slots), 10.0 + at, table, nobody)
    assert "".join(seat.peer.address[-1] for seat in seats) == order


def test_how_long_it_has_waited_or_held_is_counted_from_when_it_began_to() -> None:
    seating = Seating()

    def since(at: float, **facts: object) -> float | None:
        seat, *_ = seating.take([peer(1, **facts)], at, TABLE, nobody)
        return seat.since

    assert since(10.0, slot=True) is None, "nobody saw it begin"
    assert since(11.0, they_want=False) is None, "it has all it wanted, and its slot is gone"
    assert since(700.0) == 700.0, "it wants something again"
    assert since(701.0) == 700.0
    assert since(702.0, slot=True, optimistic=True) == 702.0
    assert since(730.0, slot=True) == 730.0, "what it had by chance it has won"
    assert since(731.0, slot=True) == 730.0


def test_rates_are_means_of_twenty_seconds_or_of_what_there_is() -> None:
    given = [
        peer(1, rates=Rates((900, 60, 30, *[0] * 5, 90), (0,) * 9)),
        peer(2, rates=Rates((30, 60), (0, 20))),
        peer(3, rates=Rates(), since=5.0),
        peer(4, rates=Rates(), since=5.0, downloaded=1),
    ]
    seats = {seat.peer.address[-1]: seat for seat in Seating().take(given, 12.0, TABLE, nobody)}
    assert (seats["1"].earned, seats["1"].over) == ((90 * 3 + 30 * 2) // 20, 20.0)
    assert (seats["2"].earned, seats["2"].taken, seats["2"].over) == (45, 10, 6.0)
    assert [(seats[each].earned, seats[each].over) for each in "34"] == [(0, 7.0), (0, 0.0)], "nothing, and not known"


def test_what_was_given_in_a_round_is_known_where_both_its_ends_were_seen() -> None:
    seating = Seating()

    def given(at: float, before: float | None, last: float | None, *downloaded: int) -> list[int | None]:
        peers = [peer(number, downloaded=bytes_) for number, bytes_ in enumerate(downloaded)]
        seats = seating.take(peers, at, replace(TABLE, rounds=(before, last)), nobody)
        return [seat.round_earned for seat in sorted(seats, key=lambda seat: seat.peer.address)]

    assert given(10.0, None, None, 100) == [None]
    assert given(11.0, None, 10.5, 150) == [None]
    assert given(25.0, None, 10.5, 800) == [None]
    assert given(26.0, 10.5, 25.5, 900, 40) == [750, 40], "the second came meanwhile"
    assert given(27.0, 10.5, 25.5, 999, 60) == [750, 40]
    assert given(41.0, 25.5, 40.5, 1900, 10) == [1000, 10], "the second came anew"
    assert given(60.0, 40.5, 55.5, 3000, 90) == [None, None], "looked too late"
    assert given(71.0, 55.5, 70.5, 4000, 90) == [None, None]
