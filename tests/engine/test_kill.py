# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed in mid-download: nothing is lost but a few seconds of progress."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from starling.torrent import State
from tests.engine.headless import Headless
from tests.engine.kill_loop import change_minds, change_names, kill_again_and_again
from tests.engine.regret import Regret
from tests.helpers import User
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


def test_kills_while_unfinished_files_get_their_suffix_and_lose_it(swarm: Swarm, tmp_path: Path) -> None:
    change_names(swarm, tmp_path, 2)


def test_killed_while_torrents_are_removed_and_come_back(swarm: Swarm, users: Callable[..., User]) -> None:
    payloads = [swarm.payload(name=f"T{n}", files={"a.bin": 40_000, "b/c.bin": 9_000}) for n in range(12)]
    user = users()
    for payload in payloads:
        payload.prefill(user.downloads, range(payload.pieces))
    dice = random.Random(5)
    for word in ("remove", "undo", "remove", "undo"):
        program = Regret(user.folder, user.address, [str(payload.torrent_path) for payload in payloads])
        program.hears(word)
        time.sleep(dice.uniform(0, 0.15))
        program.kill()
    user.start()
    entries = user.run(user.engine.bin.entries())
    gone, there = [one.id for one in entries], user.stored()
    assert sorted(gone + there) == sorted(payload.id for payload in payloads)
    assert user.run(user.engine.bin.restore([one.number for one in entries])).troubles == ()
    for payload in payloads:
        user.sees(payload.id, State.SEEDING)
        assert payload.arrives(user.downloads) == ()
