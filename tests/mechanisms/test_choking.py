# SPDX-License-Identifier: GPL-3.0-or-later
"""Tit for tat, the optimistic slot, anti-snubbing and seeding: as the peers heard it, and as the board tells it."""

from collections.abc import Callable
from itertools import pairwise

from starling.peer import Peer
from starling.settings.mechanisms import OPTIMISTIC_ROUND, ROUND, SEED_RULE, SNUB, SeedRule
from starling.swarm import Board, Choker, Standing
from tests.helpers import LONG, User
from tests.mechanisms.stage import CLASSIC, COUNTED, board, classic, holds, seated, unchoked
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
    user.changes(classic(2, {**chosen, SEED_RULE: SeedRule.ANTI_LEECH.value}))
    user.until(lambda: serves(Choker.ANTI_LEECH, others) and fast.ip in lucky)
    user.changes(COUNTED)
    user.until(lambda: board(user, id).rounds.choker is Choker.ROUND_ROBIN)


def test_classic_decides_every_ten_seconds_on_five_slots(swarm: Swarm, users: Callable[..., User]) -> None:
    payload = swarm.payload(files=24 << 20, piece_size=PIECE, version=Version.V1)
    rest = range(16, payload.pieces)
    told: dict[str, tuple[User, str, list[Scripted]]] = {}
    for name, chosen in (("default", COUNTED), ("classic", CLASSIC)):
        user = users(name, chosen).start()
        id = holds(user, payload, range(16))
        user.engine.insight.swarm.watch(id)
        board(user, id)  # from now on rounds are told, of which the first comes with the first peer
        peers = [
            swarm.scripted(payload, have=rest, up=100_000 if fast else 16_384, wants=True, again=True, down=20_000)
            for fast in (True,) * 5 + (False,) * 4
        ]
        for peer in peers:
            peer.connect(user.listens_at)
        told[name] = (user, id, peers)
    rounds: dict[str, list[float]] = {name: [] for name in told}
    shown: dict[str, Board] = {}

    def longest(name: str) -> float:
        return max((after - before for before, after in pairwise(rounds[name])), default=0)

    def again() -> bool:
        for name, (user, id, _) in told.items():
            shown[name] = board(user, id)
            last = shown[name].rounds.last
            if last is not None and last not in rounds[name]:
                rounds[name].append(last)
        return longest("classic") > 9

    told["classic"][0].until(again, timeout=2 * LONG)
    assert longest("default") < 9, "its next round is still to come"
    periods = {name: (each.rounds.period, each.rounds.optimistic_period) for name, each in shown.items()}
    assert periods == {"default": (15, 30), "classic": (10, 30)}

    def as_heard(name: str, slots: int) -> bool:
        user, id, peers = told[name]
        now, heard = board(user, id), unchoked(peers)
        held, chance = seated(now, Standing.SLOT), seated(now, Standing.OPTIMISTIC)
        # Who gave most is known of the classic one after ten seconds, which those of the default do not have yet.
        earned = held < {peer.ip for peer in peers[:5]} or name == "default"
        # The one slot of chance is given for the first time after half a minute.
        return earned and held | chance == heard and len(held) == slots - 1 and now.rounds.slots == slots

    told["classic"][0].until(lambda: as_heard("classic", 5) and as_heard("default", 8))
