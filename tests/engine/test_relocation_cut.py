# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies that are watched, called off, cut short by the end of the program, or changed under way."""

from collections.abc import Iterator
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import relocation_copy
from starling.engine.relocation_log import Way
from starling.torrent import State
from tests.engine.relocating import Gate, diary, names, with_first
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=32_768, version=Version.V1
    )


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open()


def test_its_row_says_how_far_it_is_and_it_can_be_cancelled(
    user: User,
    payload: Payload,
    second_volume: Path,
    gate: Gate,
) -> None:
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    row = user.sees(id, lambda t: t.state is State.MOVING and t.moving is not None and t.moving.done)
    assert row.moving is not None
    assert row.moving.target == str(second_volume)
    assert 0 < row.moving.done < row.moving.total
    assert row.progress == row.moving.done / row.moving.total
    user.engine.relocation.cancel([id])
    gate.open()
    user.finish(going)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.arrives(user.downloads) == ()
    assert list(second_volume.iterdir()) == []


@pytest.mark.parametrize("sharing", [False, True])
def test_one_that_waits_for_another_can_be_cancelled(
    user: User, swarm: Swarm, second_volume: Path, gate: Gate, sharing: bool
) -> None:
    first, second = (
        swarm.payload(files={"a.bin": 300_000}, name=name, piece_size=size, version=Version.V1)
        for name, size in (("T", 32_768), ("T" if sharing else "U", 65_536))
    )
    ids = [user.owns(first), user.adds(second) if sharing else user.owns(second)]
    user.sees(ids[1], State.SEEDING)
    going = user.loop.create_task(user.engine.relocation.move(ids[:1], str(second_volume)))
    user.until(gate.reached.is_set)
    waiting = user.loop.create_task(user.engine.relocation.move(ids[1:], str(second_volume)))
    user.until(lambda: ids[1] in user.engine.relocation._mover._waits)
    user.engine.relocation.cancel(ids[1:])
    user.finish(waiting)
    user.sees(ids[1], State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert not going.done()
    gate.open()
    user.finish(going)
    user.sees(ids[0], State.SEEDING, lambda t: t.save_path == str(second_volume))
    assert first.arrives(second_volume) == second.arrives(user.downloads) == ()


def test_quitting_takes_it_back(user: User, payload: Payload, second_volume: Path, gate: Gate) -> None:
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    closing = user.loop.create_task(user.engine.close())
    user.until(lambda: user.engine.relocation._closed)
    gate.open()
    user.finish(closing)
    user.finish(going)
    user.restart()
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert list(second_volume.iterdir()) == []


def test_a_kill_in_the_middle_is_taken_back_at_the_next_start(
    user: User,
    payload: Payload,
    second_volume: Path,
) -> None:
    id = user.owns(payload)
    running = user.engine._running
    assert running is not None
    user.run(running.ways.begin(id, Way(str(user.downloads), str(second_volume), True, ["T/a.bin", "T/sub/b.bin"])))
    stage = relocation_copy.staging(second_volume, id)
    paths = ["T/a.bin", "T/sub/b.bin"]
    relocation_copy.copy_all(user.downloads, stage, paths, relocation_copy.Progress())
    # One of the two is in its place already.
    (second_volume / "T").mkdir()
    (stage / "T/a.bin").rename(second_volume / "T/a.bin")
    user.restart()
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert list(second_volume.iterdir()) == []
    assert any("as before" in one for one in user.noted)
    user.restart()
    assert user.noted[-1:] == [one for one in user.noted if "as before" in one][-1:]


@pytest.mark.parametrize("late", [False, True])
def test_removed_while_it_is_copied(user: User, payload: Payload, second_volume: Path, gate: Gate, late: bool) -> None:
    if late:
        gate.close_after_the_last_byte()
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    removing = user.loop.create_task(user.engine.remove([id], data=False))
    gate.open()
    user.finish(removing)
    user.finish(going)
    assert list(second_volume.iterdir()) == []
    assert payload.arrives(user.downloads) == ()


def test_it_is_started_again_while_it_is_copied(
    swarm: Swarm,
    user: User,
    payload: Payload,
    second_volume: Path,
    gate: Gate,
) -> None:
    payload.prefill(user.downloads, range(5))
    id = user.adds(payload)
    user.sees(id, lambda t: t.done == 5 * 32_768)
    user.engine.pause([id])
    user.sees(id, State.PAUSED)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    user.engine.start([id])
    assert user.handle(id).status().flags & lt.torrent_flags.paused
    gate.open()
    user.finish(going)
    user.sees(id, lambda t: t.state is not State.MOVING and not t.paused)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(second_volume) == ()


@pytest.fixture
def half(swarm: Swarm) -> Payload:
    """Its first file is pieces 0 to 3, its second the others."""
    return swarm.payload(
        files={"a.bin": 4 * 32_768, "b.bin": 4 * 32_768}, name="T", piece_size=32_768, version=Version.V1
    )


def test_a_kill_takes_back_what_had_set_out_and_nothing_else(user: User, half: Payload, tmp_path: Path) -> None:
    id = with_first(user, half)
    target = tmp_path / "new"
    mine = diary(target)
    running = user.engine._running
    assert running is not None
    user.run(running.ways.begin(id, Way(str(user.downloads), str(target), False, ["T/a.bin"])))
    (user.downloads / "T/a.bin").rename(target / "T/a.bin")
    user.restart()
    user.sees(id, lambda t: t.done == 4 * 32_768)
    assert names(user.downloads) == ["T/a.bin"]
    assert mine.read_text() == "dear diary" * 1000
