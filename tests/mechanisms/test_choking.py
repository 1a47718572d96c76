# SPDX-License-Identifier: GPL-3.0-or-later
"""Tit for tat, the optimistic slot, anti-snubbing and seeding: as the peers heard it, and as the board tells it."""

from collections.abc import Callable

from starling.formats import NBSP
from starling.peer import Peer
from starling.settings.mechanisms import OPTIMISTIC_ROUND, ROUND, SEED_RULE, SNUB, SeedRule
from starling.swarm import Board, Choker, Standing
from tests.helpers import User
from tests.mechanisms.stage import CLASSIC, COUNTED, board, classic, holds, said, seated, unchoked
from tests.swarm import Scripted, Swarm, Version

PIECE = 65_536


def seen(board: Board, peer: Scripted) -> Peer:
    """The peer on the board."""
    return next(seat.peer for seat in board.seats if seat.peer.address == peer.ip)


def test_slots_go_to_who_gives_most_one_by_chance_and_none_to_who_snubs(
    swarm: Swarm, users: Callable[..., User]
) -> None:
    user = users("downloader", classic(4, {ROUND: 1, OPTIMISTIC_ROUND: 1, SNUB: 2})).start()
    payload = swarm.payload(files=9 << 20, piece_size=PIECE, version=Version.V1)
    rest = range(16, payload.pieces)
    id = holds(user, payload, range(16))
    user.engine.insight.swarm.watch(id)
    fast = [swarm.scripted(payload, have=rest, up=80_000, wants=True, again=True, down=20_000) for _ in range(4)]
    slow = [swarm.scripted(payload, have=rest, up=16_384, wants=True, again=True, down=20_000) for _ in range(2)]
    snubber = swarm.scripted(payload, have=rest, answers=0, wants=True, again=True, down=20_000)
    everybody = [*fast, *slow, snubber]
    for peer in everybody:
        peer.connect(user.listens_at)
    earned = {peer.ip for peer in fast}

    def settled() -> bool:
        shown, heard = board(user, id), unchoked(everybody)
        assert shown.rounds.choker is Choker.TIT_FOR_TAT
        held = seated(shown, Standing.SLOT)
        lucky = seated(shown, Standing.OPTIMISTIC)
        # libtorrent picks three of the four who gave most, in no order.
        return (
            len(held) == 3
            and held < earned
            and len(lucky) == 1
            and held | lucky == heard
            and seen(shown, snubber).snubbed
            and (shown.rounds.period, shown.rounds.optimistic_period, shown.rounds.slots) == (1, 1, 4)
            and shown.rounds.next is not None
        )

    user.until(lambda: len(board(user, id).seats) == len(everybody))
    user.until(settled)
    chance: set[str] = set()

    def all_had_their_chance() -> bool:
        chance.update(seated(board(user, id), Standing.OPTIMISTIC))
        return {peer.ip for peer in slow} < chance and all(peer.heard("unchoke") for peer in slow)

    user.until(all_had_their_chance)
    words = said(user, id)
    assert all(f"{peer.ip}, " in words for peer in everybody)
    assert "Optimistic slot: " in words
    assert "every 1 s: " in words.replace(NBSP, " ")
    assert "snubbed: let us ask, then sent nothing" in words
    assert snubber.standing.sent == 0
    assert len(snubber.heard("request")) < 6, "who snubs us is not asked for more"
    shown = board(user, id)
    assert seen(shown, snubber).snubbed
    assert not any(seen(shown, peer).snubbed for peer in (*fast, *slow))


def test_a_seed_serves_by_the_rule_that_is_chosen(swarm: Swarm, users: Callable[..., User]) -> None:
    chosen = {ROUND: 1, OPTIMISTIC_ROUND: 1}
    user = users("seed", classic(2, chosen)).start()
    payload = swarm.payload(files=4 << 20, piece_size=PIECE, version=Version.V1)
    id = user.owns(payload)
    user.engine.insight.swarm.watch(id)
    fast = swarm.scripted(payload, have=0.5, wants=True, again=True, down=200_000)
    slow = [swarm.scripted(payload, have=[0], wants=True, again=True, down=16_384) for _ in range(2)]
    for peer in (*slow, fast):
        peer.connect(user.listens_at)
    others = {peer.ip for peer in slow}
    lucky: set[str] = set()

    def serves(rule: Choker, those: set[str]) -> bool:
        shown, heard = board(user, id), unchoked([fast, *slow])
        held, chance = seated(shown, Standing.SLOT), seated(shown, Standing.OPTIMISTIC)
        if not (shown.rounds.choker is rule and len(held) == 1 and held <= those and held | chance == heard):
            lucky.clear()
            return False
        lucky.update(chance)
        return True

    user.until(lambda: serves(Choker.FASTEST, {fast.ip}) and lucky == others)
    assert "for the 1 who take" in said(user, id)
    user.changes(classic(2, {**chosen, SEED_RULE: SeedRule.ANTI_LEECH.value}))
    user.until(lambda: serves(Choker.ANTI_LEECH, others) and fast.ip in lucky)
    user.changes(COUNTED)
    user.until(lambda: board(user, id).rounds.choker is Choker.ROUND_ROBIN)
    assert "You serve them" in said(user, id)
    assert "who had its share makes room" in said(user, id)


def test_who_snubs_us_keeps_a_slot_that_nobody_else_needs(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users("downloader", classic(4, {ROUND: 1, SNUB: 2})).start()
    payload = swarm.payload(files=8 << 20, piece_size=PIECE, version=Version.V1)
    id = holds(user, payload, range(4))
    user.engine.insight.swarm.watch(id)
    silent = swarm.scripted(payload, have=1.0, answers=0, wants=True, again=True, down=20_000)
    silent.connect(user.listens_at)
    rounds: set[float | None] = set()

    def snubs() -> bool:
        shown = board(user, id)
        rounds.add(shown.rounds.last)
        return len(shown.seats) == 1 and seen(shown, silent).snubbed

    user.until(snubs)
    rounds.clear()
    # Rounds of slots come and go after that.
    user.until(lambda: snubs() and len(rounds) > 1)
    assert seated(board(user, id), Standing.SLOT) == {silent.ip}
    assert silent.heard("choke") == []
    assert "snubbed: let us ask, then sent nothing" in said(user, id)
    assert "Waiting: " not in said(user, id)


def test_classic_has_five_slots_and_rounds_of_ten_seconds_the_default_eight_and_fifteen(
    swarm: Swarm, users: Callable[..., User]
) -> None:
    user = users("downloader", CLASSIC).start()
    payload = swarm.payload(files=24 << 20, piece_size=PIECE, version=Version.V1)
    id = holds(user, payload, range(16))
    user.engine.insight.swarm.watch(id)
    board(user, id)  # from now on rounds are told, of which the first comes with the first peer
    rest = range(16, payload.pieces)
    peers = [swarm.scripted(payload, have=rest, up=16_384, wants=True, again=True, down=20_000) for _ in range(9)]
    for peer in peers:
        peer.connect(user.listens_at)

    def as_told(slots: int, period: int) -> bool:
        shown = board(user, id)
        held, rounds = seated(shown, Standing.SLOT, Standing.OPTIMISTIC), shown.rounds
        # That of chance may be held by anybody until it is given so for the first time, or be left.
        return (
            len(shown.seats) == len(peers)
            and held == unchoked(peers)
            and slots - 1 <= len(held) <= slots
            and (rounds.slots, rounds.period, rounds.optimistic_period) == (slots, period, 30)
            and rounds.last is not None
            and rounds.next == rounds.last + period
        )

    user.until(lambda: as_told(5, 10))
    assert "every 10 s: " in said(user, id).replace(NBSP, " ")
    user.changes(COUNTED)
    user.until(lambda: as_told(8, 15))
    assert "every 15 s: " in said(user, id).replace(NBSP, " ")
