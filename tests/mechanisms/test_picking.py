# SPDX-License-Identifier: GPL-3.0-or-later
"""Pipeline, random first, rarest first, strict priority and endgame: what peers were asked for, and in which order."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from starling.swarm import Phase, Pick
from tests.helpers import Chosen, User
from tests.mechanisms.stage import CLASSIC, COUNTED, board, holds, said
from tests.swarm import Message, Scripted, Swarm, Version

BLOCK = 16_384
PIECE = 16 * BLOCK
"""256 KiB, as they typically are."""


def in_order(peers: Iterable[Scripted]) -> list[Message]:
    """What all of them said and heard, by time."""
    return sorted((message for peer in peers for message in peer.messages), key=lambda message: message.at)


def asked(messages: Iterable[Message]) -> list[int]:
    """The pieces that were asked for, each where it was first."""
    return list(dict.fromkeys(each.piece for each in messages if each.kind == "request" and not each.sent))


def begun(messages: Iterable[Message]) -> Iterator[int]:
    """How many pieces were asked for and are not here, each time that something of it changes."""
    open_: set[int] = set()
    done: set[int] = set()
    for message in messages:
        if message.kind == "request" and not message.sent and message.piece not in done:
            open_.add(message.piece)
        elif message.kind == "have" and not message.sent:
            done.add(message.piece)
            open_.discard(message.piece)
        yield len(open_)


@pytest.mark.parametrize(("chosen", "at_random"), [(CLASSIC, 1), (COUNTED, 4)], ids=["classic", "default"])
def test_pieces_come_at_random_first_then_the_rarest_some_blocks_ahead(
    swarm: Swarm, users: Callable[..., User], chosen: Chosen, at_random: int
) -> None:
    user = users("downloader", chosen).start()
    payload = swarm.payload(files=64 * BLOCK, piece_size=BLOCK, version=Version.V1)
    rare = {7, 21, 22, 40, 41, 55}
    id = holds(user, payload, ())
    user.engine.insight.swarm.watch(id)
    common = set(range(payload.pieces)) - rare
    others = [swarm.scripted(payload, have=common, unchokes=False, upload_only=number == 0) for number in range(3)]
    for peer in others:
        peer.connect(user.listens_at)
    user.until(lambda: len(board(user, id).seats) == 3)
    only = {seat.peer.address for seat in board(user, id).seats if seat.peer.upload_only}
    assert only == {others[0].ip}, "it says so (BEP 21); seeds need not"
    seed = swarm.scripted(payload, have=1.0, answers=0, up=16 * BLOCK)
    seed.connect(user.listens_at)
    user.until(lambda: seed.heard("request"))
    user.until(lambda: (shown := board(user, id).picking) and shown.phase is Phase.RANDOM and shown.seen)
    shown = board(user, id).picking
    assert shown is not None
    assert Pick.RANDOM in dict(shown.reasons)
    assert (shown.rarest, shown.rarest_pieces) == (1, 6)
    words = said(user, id)
    assert [line.startswith("Random first") for line in words.splitlines() if line.endswith(": now")] == [True]
    assert "Rarest piece: 1 " in words
    seed.change(answers=2)
    user.until(lambda: len(seed.heard("have")) == 2)
    expected = Phase.RANDOM if at_random > 2 else Phase.RAREST
    user.until(lambda: (shown := board(user, id).picking) and shown.phase is expected)
    seed.change(answers=-1)
    user.until(lambda: len(seed.heard("have")) > 30)
    messages = list(seed.messages)
    if chosen is CLASSIC:
        first = messages.index(seed.heard("have")[0])
        # What was asked for before it was known that the first piece is right was picked at random, too.
        assert rare <= set(asked(messages[: first + 1])) | set(asked(messages[first:])[: len(rare) + 3])
        assert seed.most_outstanding() == 5
        user.until(lambda: (shown := board(user, id).picking) and Pick.RAREST in dict(shown.reasons))
    else:
        assert seed.most_outstanding() > 5
    assert {message.length for message in seed.heard("request")} == {BLOCK}


@pytest.mark.parametrize(("chosen", "rate"), [(CLASSIC, 20), (COUNTED, 5)], ids=["classic", "default"])
def test_begun_pieces_are_finished_first(swarm: Swarm, users: Callable[..., User], chosen: Chosen, rate: int) -> None:
    user = users("downloader", chosen).start()
    payload = swarm.payload(files=30 * PIECE, piece_size=PIECE, version=Version.V1)
    id = holds(user, payload, range(6))
    user.engine.insight.swarm.watch(id)
    seeds = [swarm.scripted(payload, have=1.0, unchokes=False, up=rate * BLOCK) for _ in range(6)]
    for seed in seeds:
        seed.connect(user.listens_at)
    user.until(lambda: all(seed.heard("interested") for seed in seeds))
    for seed in seeds:
        seed.unchoke()
    partials: list[int] = []
    reasons: set[Pick] = set()

    def enough() -> bool:
        shown = board(user, id).picking
        if shown is not None:
            partials.append(shown.partials)
            reasons.update(dict(shown.reasons))
        if chosen is COUNTED:
            # Each peer has pieces of its own.
            return partials[-1] >= 6
        return sum(len(seed.said("piece")) for seed in seeds) > 150 and bool(reasons)

    user.until(enough)
    most = max(begun(in_order(seeds)))
    if chosen is COUNTED:
        assert most >= 6
    else:
        assert 2 <= most <= 5
        assert max(partials) <= 5
    assert (Pick.RARE_PARTIAL in reasons) is (chosen is CLASSIC), reasons


def test_the_last_blocks_are_asked_of_everybody_one_at_a_time(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users("downloader", CLASSIC).start()
    payload = swarm.payload(files=4 * PIECE, piece_size=PIECE, version=Version.V1)
    blocks = payload.pieces * 16
    id = holds(user, payload, ())
    user.engine.insight.swarm.watch(id)
    silent = swarm.scripted(payload, have=1.0, answers=0)
    silent.connect(user.listens_at)
    user.until(lambda: len(silent.heard("request")) == 4)
    seed = swarm.scripted(payload, have=1.0, answers=blocks - 4, takes=30)
    seed.connect(user.listens_at)
    user.until(lambda: len(seed.heard("request")) == blocks - 3)

    def endgame() -> bool:
        shown = board(user, id)
        picking = shown.picking
        assert picking is not None
        helped = any(seat.peer.endgame for seat in shown.seats if seat.peer.address == seed.ip)
        return picking.phase is Phase.ENDGAME and (picking.left, picking.asked_twice) == (0, 1) and helped

    user.until(endgame)
    words = said(user, id)
    assert "Blocks asked twice: 1" in words
    assert [line.startswith("Endgame") for line in words.splitlines() if line.endswith(": now")] == [True]
    seed.change(answers=-1)
    user.sees(id, lambda row: row.progress == 1)
    requests = [each for each in in_order([silent, seed]) if each.kind == "request" and not each.sent]
    wanted = [(each.piece, each.offset) for each in requests]
    assert len(set(wanted[:blocks])) == blocks, "each block once, before any is asked of a second peer"
    assert sorted(wanted[blocks:]) == sorted((each.piece, each.offset) for each in silent.heard("request"))
    assert silent.heard("cancel") == [], "libtorrent sends none: what comes late is thrown away"
    assert seed.most_outstanding() > 5, "who says how many requests it takes ahead is asked for so many"


def test_order_comes_before_rarity_only_in_the_default_where_nearly_everybody_has_everything(
    swarm: Swarm, users: Callable[..., User]
) -> None:
    payload = swarm.payload(files=60 * PIECE, piece_size=PIECE, version=Version.V1)
    ids: dict[str, tuple[User, str]] = {}
    for name, chosen in (("default", COUNTED), ("classic", CLASSIC)):
        user = users(name, chosen).start()
        ids[name] = user, holds(user, payload, range(30, 36))
        user.engine.insight.swarm.watch(ids[name][1])
        for _ in range(11):
            swarm.scripted(payload, have=1.0, up=2 * BLOCK).connect(user.listens_at)
    told: dict[str, tuple[Phase, set[Pick]]] = {}

    def both() -> bool:
        for name, (user, id) in ids.items():
            shown = board(user, id).picking
            if shown is not None:
                told[name] = shown.phase, set(dict(shown.reasons))
        return (
            told["default"][0] is Phase.SEQUENTIAL and told["classic"][0] is Phase.RAREST and bool(told["classic"][1])
        )

    ids["default"][0].until(both)
    assert Pick.SEQUENTIAL in told["default"][1]
    assert Pick.SEQUENTIAL not in told["classic"][1]
    assert "In order, from the first piece to the last: now" in said(*ids["default"])
    assert "Rarest first, what the fewest have: now" in said(*ids["classic"])
