# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full, read-only, pulled out, wrong or slow: each arranged, told, and gone with what was arranged."""

import shutil
import subprocess

import pytest

from starling import settings
from starling.engine import engine, volumes
from starling.torrent import State
from starling.why.reason import Cause, Doing, Remedy
from tests.engine.volumes import Mount, pull_out, remount
from tests.why.conftest import Stages
from tests.why.stage import PIECES, Leases, Scene, Stage


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes are looked at ten times a second."""
    monkeypatch.setattr(volumes, "EVERY", 0.05)
    monkeypatch.setattr(engine, "_TICK_MS", 100)


def test_disks_that_take_nothing_more(stage: Stage, mount: Mount) -> None:
    user = stage.user

    def full(stage: Stage) -> Scene:
        disk, payload = mount(1 << 20), stage.payload("full", files=6_000_000, piece_size=1 << 18)
        id = stage.adds(payload, save_path=str(disk))
        stage.swarm.scripted(payload, have=1.0).connect(user.listens_at)
        return Scene(
            id,
            Cause.DISK_FULL,
            lambda: remount(disk, "size=20m"),
            evidence={"path": str(disk)},
            says=["Disk full on", "MB missing"],
            offers=[Remedy.FREE_SPACE, Remedy.START],
            doing=Doing.NOTHING,
        )

    def read_only(stage: Stage) -> Scene:
        disk, payload = mount(4 << 20), stage.payload("read only")
        # Of a file that is not there yet it may be said first that it is missing.
        id = stage.adds(payload, [0], save_path=str(disk))
        user.sees(id, lambda row: row.done)
        remount(disk, "ro")
        stage.swarm.scripted(payload, have=1.0).connect(user.listens_at)

        def lift() -> None:
            remount(disk, "rw")
            user.engine.start([id])

        return Scene(
            id,
            Cause.READ_ONLY,
            lift,
            says=[str(disk), "may not be written"],
            offers=[Remedy.START, Remedy.RELOCATE],
            doing=Doing.NOTHING,
        )

    def no_drive(stage: Stage) -> Scene:
        disk, payload = mount(4 << 20), stage.payload("no drive")
        id = stage.adds(payload, range(PIECES), save_path=str(disk))
        user.sees(id, State.SEEDING)
        running = user.engine._running
        assert running is not None
        user.until(lambda: str(disk) in running.volumes.mounts)
        pull_out(disk)

        def lift() -> None:
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,mode=755", "none", str(disk)], check=True)
            payload.prefill(disk, range(PIECES))

        return Scene(id, Cause.NO_DRIVE, lift, says=[str(disk)], offers=[Remedy.RELOCATE], doing=Doing.NOTHING)

    def missing_files(stage: Stage) -> Scene:
        payload = stage.payload("missing files")
        id = stage.adds(payload, range(PIECES))
        user.sees(id, State.SEEDING)
        user.engine.pause([id])
        user.sees(id, State.FINISHED)
        (user.downloads / payload.name).unlink()
        user.engine.start([id])
        stage.swarm.scripted(payload, wants=True).connect(user.listens_at)

        def lift() -> None:
            payload.prefill(user.downloads, range(PIECES))
            user.engine.start([id])

        return Scene(
            id,
            Cause.MISSING_FILES,
            lift,
            says=["missing files", "put it back"],
            offers=[Remedy.RELOCATE, Remedy.VERIFY, Remedy.START],
            doing=Doing.NOTHING,
        )

    def in_the_way(stage: Stage) -> Scene:
        payload = stage.payload("in the way")
        there = user.downloads / payload.name
        there.symlink_to(there)
        id = stage.adds(payload)
        stage.swarm.scripted(payload, have=1.0).connect(user.listens_at)

        def lift() -> None:
            there.unlink()
            user.engine.start([id])

        return Scene(id, Cause.DISK_ERROR, lift, says=["in the way"], offers=[Remedy.START], doing=Doing.NOTHING)

    stage.play(full, read_only, no_drive, missing_files, in_the_way)


def test_too_little_space_is_left(stages: Stages, mount: Mount) -> None:
    keep = 4_000_000
    stage = stages({settings.downloads.KEEP_FREE: keep})
    disk, payload = mount(40 << 20), stage.payload("low", files=6_000_000, piece_size=1 << 18)
    filler = disk / "somebody else's"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free - keep - 300_000))
    id = stage.adds(payload, save_path=str(disk))
    stage.swarm.scripted(payload, have=1.0, up=1_000_000).connect(stage.user.listens_at)
    low = Scene(
        id,
        Cause.LOW_SPACE,
        filler.unlink,
        says=[str(disk), "make"],
        offers=[Remedy.FREE_SPACE, Remedy.START],
        doing=Doing.NOTHING,
        before=[Cause.WAITING],
    )
    stage.see([low])
    stage.lift([low])


def test_a_disk_that_hangs(stage: Stage, hangs: Leases) -> None:
    user, payload = stage.user, stage.payload("slow")
    id, file = stage.adds(payload, range(PIECES)), user.downloads / payload.name
    user.sees(id, State.SEEDING)
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    user.until(lambda: hangs.tries(file))
    user.engine.start([id])
    stage.swarm.scripted(payload, wants=True).connect(user.listens_at)
    slow = Scene(
        id,
        Cause.DISK_SLOW,
        lambda: hangs.release(file),
        evidence={"count": 1},
        says=["Your disk does not keep up", "wait to be read"],
        offers=[Remedy.SHOW_PEERS],
        doing=Doing.SEEDING,
        before=[Cause.NOBODY_WANTS, Cause.NOBODY_ASKS],
    )
    stage.see([slow])
    stage.lift([slow])
