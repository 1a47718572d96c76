# SPDX-License-Identifier: GPL-3.0-or-later
"""What its owner chose, and what is being seen to: each arranged, told, and gone with what was arranged."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from starling import settings
from starling.schedule import Mode, Stretch
from starling.torrent import State
from starling.why.reason import Cause, Doing, Remedy
from tests.why.conftest import Stages
from tests.why.stage import PIECE, PIECES, Leases, Scene, Stage


def paused(stage: Stage) -> Scene:
    id = stage.adds(stage.payload("paused"), start=False)
    return Scene(
        id,
        Cause.PAUSED,
        lambda: stage.user.engine.start([id]),
        says=["It is paused."],
        offers=[Remedy.START],
        doing=Doing.NOTHING,
    )


def skipped(stage: Stage) -> Scene:
    id = stage.adds(stage.payload("skipped", files={"a": PIECE, "b": PIECE}), priorities={0: 0, 1: 0})
    return Scene(
        id,
        Cause.SKIPPED,
        lambda: stage.user.engine.contents.set_priorities(id, {0: 4}),
        says=["Every file is skipped"],
        offers=[Remedy.CHOOSE_FILES],
        doing=Doing.NOTHING,
    )


def test_what_its_owner_wants(stage: Stage) -> None:
    stage.play(paused, skipped)


def test_checks_and_moves(stages: Stages, hangs: Leases, second_volume: Path) -> None:
    stage = stages({settings.queue.CHECKED_AT_A_TIME: 1})
    downloads = stage.user.downloads

    def moving(stage: Stage) -> Scene:
        id = stage.adds(stage.payload("moving"), range(PIECES))
        stage.user.sees(id, State.SEEDING)
        stage.user.engine.pause([id])
        stage.user.sees(id, State.FINISHED)
        # libtorrent lets go of the file a moment later.
        stage.user.until(lambda: hangs.tries(downloads / "moving"))
        goes = stage.user.loop.create_task(stage.user.engine.relocation.move([id], str(second_volume)))
        return Scene(
            id,
            Cause.MOVING,
            lambda: (hangs.release(downloads / "moving"), stage.user.finish(goes)),
            evidence={"path": str(second_volume)},
            says=["Its files are being moved to", str(second_volume)],
            doing=Doing.NOTHING,
        )

    def checking(stage: Stage) -> Scene:
        payload = stage.payload("checking")
        payload.prefill(downloads, range(PIECES))
        hangs.hold(downloads / "checking")
        return Scene(
            stage.adds(payload),
            Cause.CHECKING,
            lambda: hangs.release(downloads / "checking"),
            says=["What is on the disk is being checked"],
            doing=Doing.NOTHING,
        )

    def check_waits(stage: Stage) -> Scene:
        return Scene(
            stage.adds(stage.payload("check waits"), range(PIECES)),
            Cause.CHECK_WAITS,
            lambda: None,
            says=["to be checked, after other torrents"],
            doing=Doing.NOTHING,
        )

    stage.play(moving, checking, check_waits)


def test_the_queue_and_the_schedule(stages: Stages) -> None:
    stage = stages({settings.queue.ACTIVE_DOWNLOADS: 1, settings.queue.SLOW_FREE: False})
    first, second = stage.adds(stage.payload("first")), stage.adds(stage.payload("second"))
    queued = Scene(
        second,
        Cause.QUEUED,
        lambda: stage.user.engine.force_start([second]),
        evidence={"count": 1, "of": 1},
        says=["Queued behind", "1"],
        offers=[Remedy.START_NOW],
        doing=Doing.NOTHING,
    )
    stage.see([queued])
    stage.lift([queued])

    until = datetime.now().replace(microsecond=0) + timedelta(hours=3)  # noqa: DTZ005  (as the clock on the wall has it)

    def follow(stretch: Stretch | None) -> None:
        config = stage.user.config
        stage.user.config = replace(config, rates=replace(config.rates, wait=stretch))
        stage.user.engine.apply(stage.user.config)

    follow(Stretch(Mode.PAUSED, until))
    stage.given.clear()
    scheduled = Scene(
        first,
        Cause.SCHEDULE,
        lambda: follow(None),
        evidence={"until": until.timestamp()},
        says=["The schedule has it wait until", f"{until:%H:%M}"],
        offers=[Remedy.START_NOW],
        doing=Doing.NOTHING,
    )
    stage.see([scheduled])
    stage.lift([scheduled])
