# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed in mid-download: nothing is lost but a few seconds of progress."""

from pathlib import Path

from tests.engine.headless import Headless
from tests.engine.kill_loop import change_minds, kill_again_and_again
from tests.swarm import Swarm, Version


def test_three_kills_in_a_row(swarm: Swarm, tmp_path: Path) -> None:
    assert len(kill_again_and_again(swarm, tmp_path, 3)) == 3


def test_killed_right_after_it_was_added(swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(files=10_000, version=Version.V1)
    options = {"save_path": str(tmp_path / "downloads"), "labels": ["x"]}
    program = Headless(tmp_path, swarm.address(), [{"source": str(payload.torrent_path), "options": options}])
    program.start()
    program.wait_for(bool)
    program.kill()
    program.start()
    assert program.wait_for(bool)[payload.id].labels == ("x",)
    program.quit()


def test_kills_while_minds_are_changed(swarm: Swarm, tmp_path: Path) -> None:
    change_minds(swarm, tmp_path, 3)
