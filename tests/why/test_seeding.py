# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds that give nothing: nobody asks or wants, or a limit or the slots are in the way; each arranged and lifted."""

from starling import settings
from starling.options import Limits
from starling.torrent import State
from starling.why.reason import Cause, Doing, Remedy
from tests.swarm import Payload
from tests.swarm.scripted import Scripted
from tests.why.conftest import Stages
from tests.why.stage import PIECE, Scene, Stage


def seeds(stage: Stage, payload: Payload) -> str:
    id = stage.adds(payload, range(payload.pieces))
    stage.user.sees(id, State.SEEDING)
    return id


def takes(stage: Stage, payload: Payload) -> Scripted:
    """Somebody comes and takes all of it, again and again."""
    taker = stage.swarm.scripted(payload, wants=True, again=True, down=PIECE * 4)
    taker.connect(stage.user.listens_at)
    return taker


def nobody_asks(stage: Stage) -> Scene:
    payload = stage.payload("nobody asks")
    return Scene(
        seeds(stage, payload),
        Cause.NOBODY_ASKS,
        lambda: takes(stage, payload),
        says=["It is complete, and nobody is connected."],
        doing=Doing.SEEDING,
    )


def nobody_wants(stage: Stage) -> Scene:
    payload = stage.payload("nobody wants")
    id = seeds(stage, payload)
    for _ in range(2):
        stage.swarm.scripted(payload, have=[1]).connect(stage.user.listens_at)
    return Scene(
        id,
        Cause.NOBODY_WANTS,
        lambda: takes(stage, payload),
        evidence={"count": 2},
        says=["connected, and none of them wants anything."],
        doing=Doing.SEEDING,
        before=[Cause.NOBODY_ASKS],
    )


def test_nobody_takes_it(stage: Stage) -> None:
    stage.play(nobody_asks, nobody_wants)


def test_the_upload_limit_is_in_the_way(stages: Stages) -> None:
    stage = stages({settings.speed.LIMIT_LOCAL: True})
    user, payload = stage.user, stage.payload("limited")
    id = seeds(stage, payload)
    user.engine.throttle.set_limits([id], Limits(up=1))
    takes(stage, payload)
    limited = Scene(
        id,
        Cause.UP_LIMIT,
        lambda: user.engine.throttle.set_limits([id], Limits(up=0)),
        evidence={"count": 1, "limit": 1, "kind": "torrent"},
        says=["wait, for your limit for this torrent is"],
        offers=[Remedy.RAISE_UP],
        doing=Doing.SEEDING,
        before=[Cause.NOBODY_ASKS, Cause.NOBODY_WANTS],
    )
    stage.see([limited])
    stage.lift([limited])


def test_every_slot_is_taken(stages: Stages) -> None:
    # Every two seconds it is somebody else's turn, and of seven there is one who comes last.
    stage = stages(
        {settings.connection.SLOTS: 2, settings.speed.LIMIT_LOCAL: True},
        unchoke_interval=2,
        optimistic_unchoke_interval=2,
    )
    user, busy, other = stage.user, stage.payload("busy"), stage.payload("other")
    seeds(stage, busy)
    takers = [takes(stage, busy) for _ in range(6)]

    def all_taken() -> bool:
        chokes = [taker.standing.they_choke for taker in takers]
        return chokes.count(False) == 2 and any(taker.heard("choke") for taker in takers)

    user.until(all_taken)
    id = seeds(stage, other)
    stage.swarm.scripted(other, wants=True).connect(user.listens_at)
    full = Scene(
        id,
        Cause.SLOTS,
        lambda: user.changes({settings.connection.SLOTS: 8, settings.speed.LIMIT_LOCAL: True}),
        evidence={"count": 1, "limit": 2},
        says=["and get none.", "All 2 upload slots are taken."],
        offers=[Remedy.MORE_SLOTS, Remedy.SHOW_PEERS],
        doing=Doing.SEEDING,
        before=[Cause.NOBODY_ASKS, Cause.NOBODY_WANTS],
    )
    stage.see([full])
    stage.lift([full])


def test_the_download_limit_is_in_the_way(stages: Stages) -> None:
    stage = stages({settings.speed.LIMIT_LOCAL: True})
    user, payload = stage.user, stage.payload("slowed")
    id = stage.adds(payload)
    giver = stage.swarm.scripted(payload, have=1.0, answers=0)
    giver.connect(user.listens_at)
    user.until(lambda: giver.heard("request"))
    user.engine.throttle.set_limits([id], Limits(down=1))
    user.until(lambda: user.handle(id).download_limit() == 1)
    giver.change(answers=-1)
    limited = Scene(
        id,
        Cause.DOWN_LIMIT,
        lambda: user.engine.throttle.set_limits([id], Limits(down=0)),
        evidence={"count": 1, "limit": 1, "kind": "torrent"},
        says=["wait, for your limit for this torrent is"],
        offers=[Remedy.RAISE_DOWN],
        before=[Cause.WAITING],
    )
    stage.see([limited])
    stage.lift([limited])
