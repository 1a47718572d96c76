# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds that give nothing: nobody asks or wants, or a limit is in the way; each arranged and lifted."""

from starling import settings
from starling.options import Limits
from starling.torrent import State
from starling.why.reason import Cause, Doing, Remedy
from tests.swarm import Payload
from tests.why.conftest import Stages
from tests.why.stage import PIECE, Scene, Stage


def seeds(stage: Stage, payload: Payload) -> str:
    id = stage.adds(payload, range(payload.pieces))
    stage.user.sees(id, State.SEEDING)
    return id


def takes(stage: Stage, payload: Payload) -> None:
    """Somebody comes and takes all of it, again and again."""
    stage.swarm.scripted(payload, wants=True, again=True, down=PIECE * 4).connect(stage.user.listens_at)


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
