# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files of a drive that comes back tell: whether they are those that were written before it went."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from starling.engine import engine, volumes
from starling.engine.volumes_look import Expected, Verdict, compare
from starling.torrent import Problem, State
from tests.engine.volumes import Mount, pull_out
from tests.helpers import User
from tests.swarm import Swarm, Version

_LOST = 1_700_000_000.0


@pytest.mark.parametrize(
    ("written", "fed", "verdict"),
    [
        (-3600, -3600, Verdict.SAME),
        (-30, -3600, Verdict.CHANGED),
        (-3600, -30, Verdict.CHANGED),
        (30, -3600, Verdict.CHANGED),
    ],
)
def test_what_was_written_right_before_may_be_lost(
    tmp_path: Path, written: float, fed: float, verdict: Verdict
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(10))
    os.utime(path, (_LOST + written, _LOST + written))
    assert compare([Expected(path, 10, True, _LOST + fed)], _LOST)[0] is verdict


def test_a_drive_that_lost_what_was_not_on_it_yet_is_checked(
    user: User, swarm: Swarm, mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes, "EVERY", 0.05)
    monkeypatch.setattr(engine, "_TICK_MS", 100)
    disk = mount(40 << 20)
    payload = swarm.payload(files={"a.bin": 300_000}, name="T", piece_size=32_768, version=Version.V1)
    id = user.adds(payload, save_path=str(disk))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    running = user.engine._running
    assert running is not None
    user.until(lambda: str(disk) in running.volumes.mounts)
    pull_out(disk)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    # The name and the size were written, the bytes were not.
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(disk)], check=True)
    (disk / "T").mkdir()
    # It comes with its time: the program may look at any instant.
    whole = disk / "whole"
    whole.write_bytes(bytes(300_000))
    long_ago = time.time() - 3600
    os.utime(whole, (long_ago, long_ago))
    whole.rename(disk / "T/a.bin")
    user.sees(id, lambda t: t.problem is Problem.NONE and not t.done)
