# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that several torrents have, or that are links, go to another folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling.engine.relocation_links import leads
from starling.engine.relocation_log import Way
from starling.torrent import State
from tests.engine.relocating import Gate, moves, names
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


def test_what_others_save_too_stays(user: User, swarm: Swarm, payload: Payload, tmp_path: Path) -> None:
    other = swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=65_536, version=Version.V1
    )
    id, second = user.owns(payload), user.adds(other)
    user.sees(second, State.SEEDING)
    moves(user, id, tmp_path / "new")
    assert payload.arrives(tmp_path / "new") == ()
    assert other.arrives(user.downloads) == ()


@pytest.fixture
def pair(swarm: Swarm) -> tuple[Payload, Payload]:
    """Two torrents of the same files."""
    files = {"a.bin": 300_000, "b.bin": 200_000}
    one, two = (swarm.payload(files=files, name="T", piece_size=size, version=Version.V1) for size in (32_768, 65_536))
    return one, two


def test_what_a_torrent_saves_that_comes_meanwhile_stays(
    user: User, pair: tuple[Payload, Payload], second_volume: Path, gate: Gate
) -> None:
    one, two = pair
    id = user.owns(one)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    second = user.adds(two)
    user.sees(second, State.SEEDING)
    gate.open()
    user.finish(going)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(second_volume))
    assert one.arrives(second_volume) == ()
    assert two.arrives(user.downloads) == ()


def test_a_kill_after_it_has_arrived_leaves_others_theirs(
    user: User, pair: tuple[Payload, Payload], second_volume: Path
) -> None:
    one, two = pair
    id = user.owns(one)
    moves(user, id, second_volume)
    second = user.owns(two)
    (user.downloads / "T/left.bin").write_bytes(b"x")
    (second_volume / "T/left.bin").write_bytes(b"x")
    running = user.engine._running
    assert running is not None
    paths = ["T/a.bin", "T/b.bin", "T/left.bin"]
    user.run(running.ways.begin(id, Way(str(user.downloads), str(second_volume), True, paths)))
    user.restart()
    user.until(lambda: not (user.downloads / "T/left.bin").exists())
    user.sees(second, State.SEEDING)
    assert two.arrives(user.downloads) == ()
    assert one.arrives(second_volume) == ()


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("together", [True, False])
def test_those_that_share_files_go_together(
    user: User,
    pair: tuple[Payload, Payload],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    same: bool,
    together: bool,
) -> None:
    target = tmp_path / "new" if same else request.getfixturevalue("second_volume")
    one, two = pair
    ids = [user.owns(one), user.adds(two)]
    user.sees(ids[1], State.SEEDING)
    if together:
        user.run(user.engine.relocation.move(ids, str(target)))
    else:
        moves(user, ids[0], target)
        moves(user, ids[1], target)
    for id, payload in zip(ids, pair, strict=True):
        user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
        assert payload.arrives(target) == ()
    assert names(user.downloads) == []
    assert names(target) == ["T/a.bin", "T/b.bin"]


def test_what_only_seems_to_be_there_is_not_written_over(
    user: User, pair: tuple[Payload, Payload], second_volume: Path
) -> None:
    ids = [user.owns(pair[0]), user.adds(pair[1])]
    user.sees(ids[1], State.SEEDING)
    moves(user, ids[0], second_volume)
    there = second_volume / "T/b.bin"
    about = there.stat()
    there.write_bytes(bytes(about.st_size))
    os.utime(there, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert "T/b.bin" in user.refused(user.engine.relocation.move([ids[1]], str(second_volume)))
    assert pair[1].verify(user.downloads) == ()
    assert not any(there.read_bytes())


@pytest.mark.parametrize("same", [True, False])
def test_links_lead_to_where_they_led(
    user: User, swarm: Swarm, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    files = {"a.bin": 300_000, "sub/b.bin": 100_000, "c.bin": 50_000, "d.bin": 60_000}
    payload = swarm.payload(files=files, name="T", piece_size=32_768, version=Version.V1)
    target = tmp_path / "new" if same else request.getfixturevalue("second_volume")
    id = user.owns(payload)
    top, store = user.downloads / "T", tmp_path / "store"
    store.mkdir()
    for path, link in (("a.bin", "../../../store/a.bin"), ("sub/b.bin", "../../../../store/b.bin")):
        (top / path).rename(store / Path(path).name)
        (top / path).symlink_to(link)
    (top / "d.bin").rename(store / "d.bin")
    (top / "d.bin").symlink_to(store / "d.bin")
    assert payload.arrives(user.downloads) == ()
    moves(user, id, target)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
    assert payload.arrives(target) == ()
    assert names(user.downloads) == []
    assert names(store) == ["a.bin", "b.bin", "d.bin"]
    user.restart()
    assert user.sees(id, State.SEEDING).complete


def test_a_link_from_file_to_file_stays_one(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "T/sub").mkdir(parents=True)
    (source / "T/a").write_text("a")
    (source / "T/sub/near").symlink_to("../a")
    (source / "T/far").symlink_to(source / "T/a")
    (source / "T/gone").symlink_to("../nowhere")
    links = ["T/sub/near", "T/far", "T/gone"]
    said = leads(source, target, links, ["T/a", *links])
    assert said == {
        "T/sub/near": "../a",
        "T/far": str(target / "T/a"),
        "T/gone": str(source.resolve() / "nowhere"),
    }
