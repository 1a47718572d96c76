# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of a torrent against what its peers hear, and libtorrent's reasons for what it asks for."""

from collections.abc import Callable
from itertools import pairwise

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import swarmwatch
from starling.engine.session import FIXED
from starling.swarm import BLOCK, Board, Choker, Phase, Pick, Picking, Seat, Standing, pipeline
from tests.helpers import User
from tests.swarm import Scripted, Swarm, Version, wait_until

ROUNDS = int(lt.alert.category_t.session_log_notification)
PICKS = int(lt.alert.category_t.picker_log_notification)


def look(user: User, id: str) -> Board:
    """A look at the board, as the tab has one each second."""
    return user.run(user.engine.insight.swarm.board(id))


def look_until(user: User, id: str, wanted: Callable[[Board], object]) -> Board:
    """Looks until it is as wanted, more often than the tab does."""
    return wait_until(lambda: look(user, id), lambda seen: bool(wanted(seen)), what="the board")


def at(board: Board, *standings: Standing) -> dict[str, Seat]:
    """By address, in their order."""
    return {seat.peer.address: seat for seat in board.seats if seat.standing in standings}


def told(user: User) -> int:
    """Of which kinds of alerts libtorrent tells beside the usual ones."""
    running = user.engine._running
    assert running is not None
    return int(running.session.lt.get_settings()["alert_mask"]) & ~int(FIXED["alert_mask"])


def asks(board: Board, phase: Phase, pick: Pick | None) -> bool:
    """Whether it is in that phase, and has asked for blocks by that reason."""
    picking = board.picking
    return picking is not None and picking.phase is phase and pick in {None, *dict(picking.reasons)}


def test_slots_are_those_that_peers_hear_of(swarm: Swarm, users: Callable[..., User]) -> None:
    on_loopback_too = {settings.speed.LIMIT_LOCAL: True, settings.connection.SLOTS: 3}
    user = users(chosen=on_loopback_too, unchoke_interval=2, optimistic_unchoke_interval=3).start()
    payload = swarm.payload(version=Version.V1, files=24_000_000, piece_size=65_536)
    payload.prefill(user.downloads, range(0, payload.pieces, 2))
    id = user.adds(payload)

    def peer(up: int) -> Scripted:
        made = swarm.scripted(
            payload, have=range(1, payload.pieces, 2), up=up, unchokes=up > 0, wants=True, again=True, down=20_000
        )
        made.connect(user.listens_at)
        return made

    givers, takers = [peer(up) for up in (90_000, 60_000, 30_000)], [peer(0) for _ in range(3)]
    everybody = {peer.ip: peer for peer in (*givers, *takers)}
    user.engine.insight.swarm.watch(id)
    boards: list[Board] = []

    def settled(seen: Board) -> bool:
        boards.append(seen)
        return seen.rounds.next is not None and len(at(seen, Standing.SLOT)) == 2

    def rotated(seen: Board) -> bool:
        """And what the peers have heard by then is what the board says."""
        heard = {ip for ip, peer in everybody.items() if not peer.standing.they_choke}
        before = next(iter(at(board, Standing.OPTIMISTIC)), "")
        now = next(iter(at(seen, Standing.OPTIMISTIC)), "")
        seated = at(seen, Standing.SLOT, Standing.OPTIMISTIC)
        return settled(seen) and now not in {"", before} and heard == {*seated} and len(heard) == 3

    board = look_until(user, id, settled)
    first = look_until(user, id, rotated)
    board = first
    second = look_until(user, id, rotated)
    for seen in (first, second):
        # Two of the best three have a slot: libtorrent sorts no further.
        assert {*at(seen, Standing.SLOT)} < {peer.ip for peer in givers}
        assert [seat.number for seat in at(seen, Standing.SLOT).values()] == [1, 2]
        rounds = seen.rounds
        assert (rounds.choker, rounds.period, rounds.optimistic_period) == (Choker.TIT_FOR_TAT, 2, 3)
        assert (rounds.slots, seen.elsewhere, seen.redundant, seen.failed) == (3, 0, 0, 0)
        assert rounds.last is not None
        assert rounds.last <= seen.at
        # Both slots were given within the last look.
        assert rounds.optimistic_next is not None
        assert rounds.optimistic_next > seen.at
        (chance,) = at(seen, Standing.OPTIMISTIC).values()
        assert chance.number == 0
        assert chance.since is not None
        assert chance.since <= seen.at
        assert {*at(seen, Standing.WAITING)} == {*everybody} - {*at(seen, Standing.SLOT), chance.peer.address}
    for earlier, later in pairwise(boards):
        before, after = at(earlier, Standing.SLOT), at(later, Standing.SLOT)
        # Until there is an optimistic one, there are three.
        assert all(before[ip].number in {3, after[ip].number} for ip in before.keys() & after.keys())
    ranked = look_until(user, id, lambda seen: all(seat.round_earned is not None for seat in seen.seats))
    best, _, least = (next(seat for seat in ranked.seats if seat.peer.address == peer.ip) for peer in givers)
    assert (best.round_earned or 0) > (least.round_earned or 0) > 0
    assert best.earned > least.earned > 0
    assert ranked.seats[-1].earned == 0
    flight = pipeline(best.peer)
    assert flight.blocks == best.peer.requests_out
    assert flight.seconds is not None
    # Of one of them a part is here already, and the torrent's last is shorter.
    assert (flight.blocks - 2) * BLOCK <= flight.seconds * best.peer.down <= flight.blocks * BLOCK + 1


def test_why_blocks_are_asked_for_and_what_is_heard_for_that(
    swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swarmwatch, "_ENOUGH", 2)
    # Two blocks at a time of each peer, so that it goes on just as they are let answer.
    user = users(initial_picker_threshold=8, max_out_request_queue=2, whole_pieces_threshold=0).start()
    payload = swarm.payload(version=Version.V1, files=1_000_000, piece_size=32_768)
    id = user.adds(payload)
    board = look(user, id)
    assert board.seats == ()
    assert board.picking is not None
    assert (board.picking.phase, board.picking.left, board.picking.rarest) == (Phase.NOTHING, 62, 0)
    assert told(user) == 0, "nobody watches"
    user.engine.insight.swarm.watch(id)
    look(user, id)
    user.until(lambda: told(user) == ROUNDS | PICKS)
    seeds = [swarm.scripted(payload, have=1.0, answers=0) for _ in range(2)]
    for seed in seeds:
        seed.connect(user.listens_at)

    def answer(answers: int) -> None:
        """Each answers so many requests in all."""
        for seed in seeds:
            seed.change(answers=answers)

    def sees(phase: Phase, pick: Pick | None = None) -> Picking:
        """It comes to this phase, and libtorrent gives that reason."""
        found = look_until(user, id, lambda seen: asks(seen, phase, pick)).picking
        assert found is not None
        return found

    answer(2)
    user.until(lambda: told(user) == ROUNDS)
    monkeypatch.setattr(swarmwatch, "_ENOUGH", 1000)
    found = sees(Phase.RANDOM, Pick.RANDOM)
    assert (found.rarest, found.asked_twice, found.seen, found.sampled) == (2, 0, True, True)
    assert found.partials <= 8
    user.until(lambda: told(user) == ROUNDS | PICKS)
    answer(14)
    assert 0 < sees(Phase.RAREST).left < 62
    answer(18)
    sees(Phase.RAREST, Pick.RAREST)
    user.engine.set_sequential([id], True)
    sees(Phase.SEQUENTIAL)
    answer(24)
    sees(Phase.SEQUENTIAL, Pick.SEQUENTIAL)
    answer(30)
    found = sees(Phase.ENDGAME)
    assert (found.left, found.rarest) == (0, 2)
    assert 0 < found.rarest_pieces == found.partials
    answer(-1)

    # Slots don't count on loopback, unless it is told so.
    leech = swarm.scripted(payload, wants=True, again=True, down=20_000)
    leech.connect(user.listens_at)
    seen = look_until(user, id, lambda seen: seen.picking is None and at(seen, Standing.FREE))
    (free,) = at(seen, Standing.FREE).values()
    assert (free.peer.address, free.number, free.since) == (leech.ip, 0, None)
    assert (seen.rounds.choker, seen.rounds.used) == (Choker.ROUND_ROBIN, 0)
    user.until(lambda: told(user) == ROUNDS)
    user.engine.insight.swarm.watch(None)
    user.until(lambda: told(user) == 0)
    user.engine.insight.swarm.watch(id)
    look(user, id)
    user.until(lambda: told(user) == ROUNDS)
    user.run(user.engine.remove([id], data=False))
    user.until(lambda: told(user) == 0)
    assert user.refused(user.engine.insight.swarm.board(id))
