# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that stay where they are: nothing is written over, and nothing begun that can't be ended."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from starling import settings
from starling.engine import relocation_copy
from starling.torrent import State
from tests.engine.relocating import diary, moves, names, with_first
from tests.engine.volumes import Mount, remount
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=32_768, version=Version.V1
    )


def test_refused_for_lack_of_room_before_anything_is_touched(
    user: User,
    payload: Payload,
    mount: Mount,
) -> None:
    id = user.owns(payload)
    disk = mount(1 << 18)
    said = user.refused(user.engine.relocation.move([id], str(disk / "new")))
    assert "takes 500" in said
    assert "free" in said
    assert list(disk.iterdir()) == []
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))


def test_together_they_have_to_find_room(user: User, swarm: Swarm, mount: Mount) -> None:
    payloads = [swarm.payload(files={f"{name}.bin": 1_200_000}, name=name, version=Version.V1) for name in "xy"]
    ids = [user.owns(payload) for payload in payloads]
    disk = mount(3 << 20)
    said = user.refused(user.engine.relocation.move(ids, str(disk)))
    assert "2 torrents" in said
    assert user.refused(user.engine.relocation.check(ids, str(disk))) == said
    assert list(disk.iterdir()) == []


def test_bytes_that_are_shared_need_room_once(user: User, swarm: Swarm, mount: Mount) -> None:
    files = {"a.bin": 1_200_000, "b.bin": 1_200_000}
    one, two = (swarm.payload(files=files, name="T", piece_size=size, version=Version.V1) for size in (32_768, 65_536))
    ids = [user.owns(one), user.adds(two)]
    user.sees(ids[1], State.SEEDING)
    (user.downloads / "T/b.bin").unlink()
    os.link(user.downloads / "T/a.bin", user.downloads / "T/b.bin")
    disk = mount(3 << 20)
    user.run(user.engine.relocation.move(ids, str(disk)))
    for id in ids:
        user.sees(id, lambda t: t.save_path == str(disk))
    assert (disk / "T/a.bin").samefile(disk / "T/b.bin")
    assert (disk / "T/a.bin").read_bytes() == (one.root / "T/a.bin").read_bytes()
    assert names(user.downloads) == []


def test_names_of_one_file_need_room_each_where_the_disk_knows_no_such(
    user: User, swarm: Swarm, mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = user.owns(swarm.payload(files={"a.bin": 1_200_000, "b.bin": 1_200_000}, name="T", version=Version.V1))
    (user.downloads / "T/b.bin").unlink()
    os.link(user.downloads / "T/a.bin", user.downloads / "T/b.bin")

    def refuse(*_names: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(relocation_copy.os, "link", refuse)
    disk = mount(3 << 20)
    assert "takes 2." in user.refused(user.engine.relocation.move([id], str(disk)))
    assert list(disk.iterdir()) == []


@pytest.mark.parametrize("same", [True, False])
def test_nothing_is_written_over(
    user: User, payload: Payload, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    target = tmp_path / "there" if same else request.getfixturevalue("second_volume")
    (target / "T/sub").mkdir(parents=True)
    (target / "T/sub/b.bin").write_text("somebody's")
    id = user.owns(payload)
    said = user.refused(user.engine.relocation.move([id], str(target)))
    assert "T/sub/b.bin" in said
    assert (target / "T/sub/b.bin").read_text() == "somebody's"
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.arrives(user.downloads) == ()


def test_refused_into_itself_and_where_it_is(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    assert "inside" in user.refused(user.engine.relocation.move([id], str(user.downloads / "T/sub")))
    assert "already" in user.refused(user.engine.relocation.move([id], str(user.downloads)))
    assert payload.arrives(user.downloads) == ()


def test_refused_where_nothing_can_be_written(user: User, payload: Payload, mount: Mount, tmp_path: Path) -> None:
    id = user.owns(payload)
    disk = mount(4 << 20)
    remount(disk, "ro")
    assert "may not be written" in user.refused(user.engine.relocation.move([id], str(disk)))
    (tmp_path / "file").touch()
    assert "is a file" in user.refused(user.engine.relocation.move([id], str(tmp_path / "file")))
    assert "full path" in user.refused(user.engine.relocation.move([id], "relative"))
    for there in (tmp_path / ("x" * 300), tmp_path / "new" / ("€" * 100) / "b", tmp_path.joinpath(*["x" * 200] * 21)):
        said = user.refused(user.engine.relocation.move([id], str(there)))
        assert "can't be made: File name too long." in said
        assert user.refused(user.engine.relocation.check([id], str(there))) == said
        assert user.refused(user.engine.relocation.adopt([id], str(there))) == said
    assert names(tmp_path / "new") == []
    for there in (Path("/proc"), Path("/proc/new/folder")):
        said = user.refused(user.engine.relocation.move([id], str(there)))
        assert said == f"{there} shows the system and holds no files: choose another folder."


def test_a_target_that_fills_up_half_way(
    user: User,
    swarm: Swarm,
    mount: Mount,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    payload = swarm.payload(files={"a.bin": 2_500_000, "b.bin": 2_500_000}, name="T", version=Version.V1)
    id = user.owns(payload)
    disk = mount(6 << 20)
    begun = relocation_copy._copy

    def fill(old: Path, new: Path, progress: relocation_copy.Progress) -> None:
        begun(old, new, progress)
        filler = disk / "somebody else's"
        if not filler.exists():
            filler.write_bytes(bytes(2_000_000))

    monkeypatch.setattr(relocation_copy, "_copy", fill)
    said = user.refused(user.engine.relocation.move([id], str(disk)))
    assert "No space left" in said
    assert names(disk) == ["somebody else's"]
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.arrives(user.downloads) == ()


@pytest.fixture
def half(swarm: Swarm) -> Payload:
    """Its first file is pieces 0 to 3, its second the others."""
    return swarm.payload(
        files={"a.bin": 4 * 32_768, "b.bin": 4 * 32_768}, name="T", piece_size=32_768, version=Version.V1
    )


@pytest.mark.parametrize("same", [True, False])
def test_nothing_is_written_over_by_what_is_not_begun_yet(
    user: User, half: Payload, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    target = tmp_path / "there" if same else request.getfixturevalue("second_volume")
    mine = diary(target)
    id = with_first(user, half)
    assert "T/b.bin" in user.refused(user.engine.relocation.move([id], str(target)))
    assert user.torrent(id).save_path == str(user.downloads)
    assert mine.read_text() == "dear diary" * 1000
    mine.unlink()
    moves(user, id, target)
    user.sees(id, lambda t: t.save_path == str(target))


def test_a_name_that_a_file_gets_when_it_is_finished_has_to_be_free(
    users: Callable[..., User], half: Payload, tmp_path: Path
) -> None:
    user = users(chosen={settings.downloads.PART_SUFFIX: True}).start()
    mine = diary(tmp_path / "there")
    id = user.adds(half)
    assert "T/b.bin" in user.refused(user.engine.relocation.move([id], str(tmp_path / "there")))
    assert mine.read_text() == "dear diary" * 1000


def test_a_skipped_file_does_not_take_the_users(
    users: Callable[..., User], half: Payload, swarm: Swarm, tmp_path: Path
) -> None:
    user = users(chosen={settings.downloads.INCOMPLETE_FOLDER: str(tmp_path / "incomplete")}).start()
    id = user.adds(half)
    user.sets_priorities(id, {1: 0})
    mine = diary(user.downloads)
    seed = swarm.seed(half)
    user.connects(id, seed)
    # It is kept from going where it belongs, and goes on from where it is.
    user.hears("T/b.bin", "nothing is written over")
    user.sets_priorities(id, {1: 4})
    user.connects(id, seed)
    user.hears("T/b.bin", "nothing is written over")
    assert mine.read_text() == "dear diary" * 1000
    assert half.arrives(tmp_path / "incomplete") == ()
