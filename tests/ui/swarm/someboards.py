# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards to paint: the one of the design, and what a test changes about it."""

from dataclasses import replace

from starling.peer import Peer
from starling.swarm import Board, Choker, Phase, Pick, Picking, Rounds, Seat, Standing
from starling.torrent import State, Torrent

NOW = 1_700_000_000.0
TORRENT = Torrent("a", "Sita", State.DOWNLOADING, size=8_000_000_000, done=2_000_000_000, session_downloaded=10**9)
SEEDED = replace(TORRENT, done=TORRENT.size, state=State.SEEDING)
ROUNDS = Rounds(Choker.TIT_FOR_TAT, 15, NOW + 8, 30, NOW + 18, 5, 5, 1)
PICKING = Picking(Phase.RAREST, ((Pick.RAREST, 41), (Pick.PARTIAL, 12)), True, 7, 31, 9, 2)
SLOTS = ((77, 622_000, 17_000), (203, 298_000, 12_000), (9, 203_000, 9_000), (15, 78_000, 6_000))


def peer(number: int, /, **facts: object) -> Peer:
    return Peer(f"203.0.113.{number}", 6881, **facts)  # type: ignore[arg-type]


def wants(number: int, /, **facts: object) -> Peer:
    return peer(number, they_want=True, **facts)


def seats() -> tuple[Seat, ...]:
    """Four slots, the one by chance, three that wait, two seeds and one more that want nothing."""
    trades = {"we_want": True, "they_choke": False, "we_choke": False}
    held = [
        Seat(
            wants(host, client=f"Client {slot}", down=gave, up=got, **trades), Standing.SLOT, slot, gave, since=NOW - 90
        )
        for slot, (host, gave, got) in enumerate(SLOTS, 1)
    ]
    return (
        *held,
        Seat(wants(58, optimistic=True, we_choke=False), Standing.OPTIMISTIC),
        Seat(wants(90, we_want=True), Standing.WAITING, earned=41_000, since=NOW - 40),
        Seat(wants(11, we_want=True, choked_since=NOW - 300), Standing.WAITING),
        Seat(wants(210, we_want=True, they_choke=False, snubbed=True, waiting_since=NOW - 72), Standing.WAITING),
        Seat(peer(1, seed=True, we_want=True, they_choke=False), Standing.CONTENT),
        Seat(peer(2, seed=True), Standing.CONTENT),
        Seat(peer(3), Standing.CONTENT),
    )


def board(**facts: object) -> Board:
    """That of the design but for these facts."""
    return replace(Board(NOW, seats(), ROUNDS, PICKING, 300_000, 112_000), **facts)  # type: ignore[arg-type]
