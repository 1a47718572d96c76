# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed while data go to another folder: the next start finds the torrent complete at one of both places."""

from functools import partial
from pathlib import Path

import pytest

from tests.engine.headless import Headless
from tests.engine.relocating import names
from tests.swarm import Payload, Swarm, Version, wait_until


def prepared(swarm: Swarm, folder: Path) -> tuple[Headless, Payload, Path]:
    payload = swarm.payload(
        files={f"{number:02}.bin": 700_000 for number in range(6)}, name="T", piece_size=65_536, version=Version.V1
    )
    home = folder / "downloads"
    payload.prefill(home, range(payload.pieces))
    program = Headless(
        folder, swarm.address(), [{"source": str(payload.torrent_path), "options": {"save_path": str(home)}}]
    )
    program.start()
    program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
    return program, payload, home


def left_in(folder: Path) -> list[str]:
    return names(folder) if folder.exists() else []


@pytest.mark.parametrize("copied", [False, True])
def test_killed_at_each_instant(swarm: Swarm, tmp_path: Path, request: pytest.FixtureRequest, copied: bool) -> None:
    program, payload, here = prepared(swarm, tmp_path)
    there = (request.getfixturevalue("second_volume") if copied else tmp_path) / "other"
    for instant, arrives in (("noted", False), ("first", False), ("stored", True), ("cleared", True)):
        program.wishes(payload.id, move=there, halt=instant)
        program.wait_until_halted()
        program.kill()
        program.start()
        program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
        if arrives:
            here, there = there, here
        wait_until(partial(left_in, there), lambda found: not found, 60.0, what=instant)
        assert payload.arrives(here) == (), instant
    program.quit()
