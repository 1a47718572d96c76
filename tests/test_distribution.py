# SPDX-License-Identifier: GPL-3.0-or-later
"""Distribution time: the study's figures, the ends of the formulas, and what is made of a swarm's rates."""

import math
from dataclasses import replace

import pytest

from starling.distribution import Basis, Rate, client_server, figures, peer_to_peer
from starling.peer import Peer, Rates, Transport
from starling.torrent import State, Torrent

HOUR = 3600.0
U = 1_000_000.0
FILE = U * HOUR
MINUTE_OF = 20


def torrent(**other: int) -> Torrent:
    row = Torrent("a", "A", State.SEEDING, size=int(FILE), total_size=int(FILE), done=int(FILE))
    return replace(row, **other)  # type: ignore[arg-type]


def test_the_case_of_the_study() -> None:
    """u_i = u, F/u = 1 h, u_s = 10u and nobody's download in the way: linear in N against less than an hour."""
    assert client_server(FILE, 30, 10 * U) == 3 * HOUR
    assert [client_server(FILE, n, 10 * U) for n in (10, 20, 40)] == [HOUR, 2 * HOUR, 4 * HOUR]
    times = [peer_to_peer(FILE, n, 10 * U, n * U) for n in range(1, 10_001)]
    assert all(time < HOUR for time in times)
    assert times == sorted(times)
    assert times[0] == HOUR / 10
    assert times[29] == pytest.approx(0.75 * HOUR)


def test_each_term_can_be_the_one_that_counts() -> None:
    assert client_server(FILE, 1, 10 * U, U / 2) == 2 * HOUR
    assert peer_to_peer(FILE, 5, 10 * U, 1e15, U / 2) == 2 * HOUR
    assert peer_to_peer(FILE, 5, U, 1e15) == HOUR, "the server has to send every byte once"


def test_the_ends() -> None:
    assert client_server(FILE, 0, 0) == peer_to_peer(FILE, 0, 0, 0) == 0
    assert client_server(FILE, 3, 0) == peer_to_peer(FILE, 3, 0, U) == math.inf
    assert peer_to_peer(FILE, 3, math.inf, 0, math.inf) == client_server(0, 3, 0) == 0
    assert client_server(FILE, 3, -1) == math.inf


def leech(number: int, own: int | None, up: int = 0, **other: object) -> Peer:
    rates = Rates((0,) * MINUTE_OF, (up,) * MINUTE_OF) if up else Rates()
    return Peer(f"192.0.2.{number}", 6881, own_rate=own, rates=rates, up=up, **other)  # type: ignore[arg-type]


def test_a_seeded_swarm_as_it_was_measured() -> None:
    others = [leech(8, 50, connecting=True), leech(7, 50, upload_only=True)]
    takers = [leech(1, 150_000, 100_000), leech(2, 100_000, 20_000)]
    found = figures(torrent(swarm_peers=34, swarm_seeds=1), [*takers, *others])
    assert (found.peers, found.connected, found.seeding, found.model) == (34, 2, True, False)
    assert found.server == Rate(120_000, Basis.MEASURED)
    assert found.each == Rate((150_000 + 100_000 - 120_000) / 2, Basis.MEASURED, 2)
    assert found.slowest == Rate(100_000, Basis.MEASURED, 2)
    assert found.last == FILE / 100_000
    assert found.alone(34) == 34 * FILE / 120_000
    assert found.sharing(34) == pytest.approx(34 * FILE / (120_000 + 34 * 65_000))
    assert found.sharing(2) == FILE / 120_000, "we have to send every byte once"


def test_other_seeds_give_too_and_our_rate_is_no_floor() -> None:
    takers = [leech(1, 1_000_000, 10_000), leech(2, 1_000_000, 10_000)]
    counted = figures(torrent(swarm_peers=2, swarm_seeds=6), takers)
    connected = figures(torrent(swarm_peers=2), [*takers, *(leech(3 + n, None, seed=True) for n in range(5))])
    assert (counted.others, connected.others) == (5, 5)
    assert counted.sharing(2) == pytest.approx(FILE / 1_000_000, rel=0.02), "as fast as they get it now"
    assert figures(torrent(swarm_seeds=1, size=int(FILE / 2), done=int(FILE / 2)), takers).others == 1, "we are no seed"
    assert figures(torrent(done=0, swarm_seeds=3), takers).others == 3


def test_who_downloads_is_one_of_the_peers_and_the_seeds_are_the_server() -> None:
    seed = Peer("192.0.2.1", 1, seed=True, down=400_000)
    web = Peer("192.0.2.2", 80, transport=Transport.WEB_SEED, down=100_000)
    giver = Peer("192.0.2.3", 1, own_rate=300_000, down=200_000)
    found = figures(torrent(done=0), [seed, web, giver])
    assert (found.peers, found.connected, found.seeding) == (2, 1, False)
    assert found.server == Rate(500_000, Basis.MEASURED, 2)
    assert found.each == Rate((300_000 + 700_000 - 500_000) / 2, Basis.MEASURED, 1)


def test_what_is_not_measured_is_assumed_and_said() -> None:
    nothing = figures(torrent(), [])
    assert nothing.model
    assert (nothing.peers, nothing.last) == (0, None)
    assert (nothing.alone(30), nothing.sharing(30)) == (3 * HOUR, pytest.approx(0.75 * HOUR))
    assert figures(torrent(done=0, total_size=0, size=0), []).alone(30) == 3 * HOUR, "before the metadata too"
    limited = figures(torrent(), [leech(1, None)], up_limit=50_000)
    assert (limited.server, limited.each) == (Rate(50_000, Basis.LIMIT), Rate(5_000, Basis.ASSUMED))
    idle = figures(torrent(), [leech(1, 0)])
    assert idle.model, "nothing moves: nothing is measured"
    selfish = figures(torrent(), [leech(1, 80_000, 90_000)])
    assert selfish.each == Rate(0, Basis.MEASURED, 1)
    assert selfish.sharing(5) == selfish.alone(5), "who passes nothing on is no help"
    unserved = figures(torrent(), [leech(1, 80_000)])
    assert (unserved.server, unserved.each.value) == (Rate(800_000, Basis.ASSUMED), 80_000)
