# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed while data go to another folder: the next start finds the torrent complete at one of both places."""

import time
from pathlib import Path

import pytest

from tests.engine.headless import Headless
from tests.engine.test_relocation import names
from tests.swarm import Payload, Swarm, Version


def prepared(swarm: Swarm, folder: Path) -> tuple[Headless, Payload, Path]:
    payload = swarm.payload(
        files={f"{number:02}.bin": 700_000 for number in range(30)}, name="T", piece_size=65_536, version=Version.V1
    )
    home = folder / "downloads"
    payload.prefill(home, range(payload.pieces))
    program = Headless(
        folder, swarm.address(), [{"source": str(payload.torrent_path), "options": {"save_path": str(home)}}]
    )
    program.start()
    program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
    return program, payload, home


@pytest.mark.parametrize("copied", [False, True])
def test_killed_at_any_instant(swarm: Swarm, tmp_path: Path, request: pytest.FixtureRequest, copied: bool) -> None:
    program, payload, home = prepared(swarm, tmp_path)
    other = (request.getfixturevalue("second_volume") if copied else tmp_path) / "other"
    here, there = home, other
    lasts = 0.0
    for turn in range(5):
        program.wishes(payload.id, move=there)
        if turn:
            time.sleep(lasts * turn / 4)
            program.kill()
            program.start()
        else:
            # How long it takes on this machine.
            started = time.monotonic()
            while names(home) or not (other / "T").exists():
                time.sleep(0.005)
            lasts = time.monotonic() - started
        program.wait_for(lambda seen: bool(seen) and seen[payload.id].state == "seeding")
        arrived = there if (there / "T").exists() else here
        left = here if arrived == there else there
        assert payload.verify(arrived) == (), turn
        assert names(left) == [] if left.exists() else True, turn
        here, there = arrived, left
    program.quit()
