# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full, read-only or gone: the torrent says so in its row, once, and goes on when told to."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine.errors import EngineError
from starling.torrent import Problem, State, Torrent
from tests.helpers import User, sentence
from tests.swarm import Payload, Swarm, Version

Mount = Callable[[int], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts disks of so many bytes; skips where that is not allowed."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    mounted: list[Path] = []

    def make(size: int) -> Path:
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "none", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("mounting is not allowed here")
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def trouble(row: Torrent) -> tuple[State, Problem]:
    sentence(row.error)
    return row.state, row.problem


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files={"a.bin": 1_500_000, "b.bin": 1_500_000}, version=Version.V1)


def test_full_disk(swarm: Swarm, user: User, payload: Payload, mount: Mount) -> None:
    disk = mount(1 << 20)
    seed = swarm.seed(payload)
    id = user.adds(payload, save_path=str(disk))
    user.connects(id, seed)
    row = user.sees(id, State.ERROR)
    assert trouble(row) == (State.ERROR, Problem.DISK_FULL)
    assert "free some space, and it goes on by itself" in row.error
    # Started by hand, it tries again at once; and by itself as soon as there is more room.
    user.engine.start([id])
    assert user.engine._records.get(id).problem is Problem.NONE  # type: ignore[union-attr]
    user.connects(id, seed)
    user.sees(id, State.ERROR)
    remount(disk, "size=20m")
    user.sees(id, lambda row: row.state is not State.ERROR)
    user.connects(id, seed)
    assert user.sees(id, State.SEEDING).problem is Problem.NONE
    assert payload.arrives(disk) == ()


def test_full_disk_is_told_in_the_same_words_after_a_restart(
    swarm: Swarm, user: User, payload: Payload, mount: Mount
) -> None:
    disk = mount(1 << 20)
    seed = swarm.seed(payload)
    id = user.adds(payload, save_path=str(disk))
    user.connects(id, seed)
    before = user.sees(id, State.ERROR).error
    user.until(lambda: user.handle(id).flags() & lt.torrent_flags.upload_mode)
    user.restart()
    assert user.sees(id).problem is Problem.NONE
    user.connects(id, seed)
    row = user.sees(id, State.ERROR)
    assert (row.problem, row.error) == (Problem.DISK_FULL, before)


def test_disk_that_becomes_read_only(swarm: Swarm, user: User, payload: Payload, mount: Mount) -> None:
    disk = mount(20 << 20)
    seed = swarm.seed(payload)
    id = user.adds(payload, save_path=str(disk))
    remount(disk, "ro")
    user.connects(id, seed)
    row = user.sees(id, State.ERROR)
    assert trouble(row) == (State.ERROR, Problem.READ_ONLY)
    remount(disk, "rw")
    user.engine.start([id])
    user.connects(id, seed)
    user.sees(id, State.SEEDING)
    assert payload.arrives(disk) == ()


def test_read_only_folder_is_refused_when_adding(user: User, payload: Payload, mount: Mount) -> None:
    disk = mount(1 << 20)
    remount(disk, "ro")
    shown = user.previews(payload.torrent_path)
    add = user.engine.intake.add
    assert "may not be written" in user.refused(add(shown.id, user.options(save_path=str(disk))))
    assert "can't be made" in user.refused(add(shown.id, user.options(save_path=str(disk / "new"))))
    assert user.stored() == []


def test_full_disk_when_adding(swarm: Swarm, user: User, payload: Payload, mount: Mount) -> None:
    disk = mount(64 << 10)
    (disk / "filler").write_bytes(bytes((64 << 10) - 4096))
    id = user.adds(payload, save_path=str(disk))
    user.connects(id, swarm.seed(payload))
    assert trouble(user.sees(id, State.ERROR)) == (State.ERROR, Problem.DISK_FULL)


@pytest.mark.parametrize("damage", ["deleted", "truncated"])
def test_missing_files_of_a_seed_pause_it_once(
    swarm: Swarm, user: User, payload: Payload, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    id = user.owns(payload)
    for file in (user.downloads / payload.name).iterdir():
        file.unlink() if damage == "deleted" else os.truncate(file, 1000)
    # Open files hide what happened to them.
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    user.connects(id, swarm.leech(payload))
    row = user.sees(id, State.ERROR, lambda row: row.paused)
    assert (trouble(row), row.paused) == ((State.ERROR, Problem.MISSING_FILES), True)
    assert "put it back" in row.error
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


def test_missing_files_are_loaded_again_when_started(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload)
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    (user.downloads / payload.files[0].path).unlink()
    user.engine.start([id])
    user.connects(id, swarm.leech(payload))
    user.sees(id, State.ERROR, lambda row: row.paused)
    user.engine.start([id])
    user.sees(id, State.DOWNLOADING)
    user.connects(id, swarm.seed(payload))
    assert user.sees(id, State.SEEDING).problem is Problem.NONE
    assert payload.arrives(user.downloads) == ()


def test_file_where_a_folder_should_be(swarm: Swarm, user: User, payload: Payload) -> None:
    (user.downloads / payload.name).write_text("in the way")
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    row = user.sees(id, State.ERROR)
    assert trouble(row)[0] is State.ERROR
    (user.downloads / payload.name).unlink()
    user.engine.start([id])
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_folder_where_a_file_should_be(swarm: Swarm, user: User, payload: Payload) -> None:
    (user.downloads / payload.files[0].path).mkdir(parents=True)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    assert trouble(user.sees(id, State.ERROR))[0] is State.ERROR


def test_folder_in_the_place_of_a_seed_s_file_pauses_it(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload)
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    file = user.downloads / payload.files[0].path
    file.unlink()
    file.mkdir()
    user.engine.start([id])
    user.connects(id, swarm.leech(payload))
    row = user.sees(id, State.ERROR, lambda row: row.paused)
    assert str(file) in sentence(row.error)
    file.rmdir()
    shutil.copyfile(payload.root / payload.files[0].path, file)
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    leech = swarm.leech(payload)
    user.connects(id, leech)
    leech.wait_until_done()


def test_peer_that_sends_garbage_costs_nothing_but_time(swarm: Swarm, user: User) -> None:
    from tests.swarm import Manner

    payload = swarm.payload(files=400_000, version=Version.V1, piece_size=32_768)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, manner=Manner.CORRUPT))
    user.until(lambda: user.run(user.engine.details.facts(id)).failed)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_list_is_there_although_its_disk_is_full(swarm: Swarm, users: Callable[..., User], mount: Mount) -> None:
    disk = mount(2 << 20)
    user = users()
    user.data_dir = disk / "data"
    id = user.start().adds(swarm.payload(), start=False)
    user.quit()
    fill(disk)
    user.start()
    assert list(user.engine.torrents) == [id]
    user.engine.set_labels([id], tuple(f"{number}{'x' * 200}" for number in range(200)))
    user.hears("can't be saved", "space")


def test_first_start_on_a_full_disk_asks_for_space(users: Callable[..., User], mount: Mount) -> None:
    disk = mount(64 << 10)
    user = users()
    user.data_dir = disk / "data"
    user.data_dir.mkdir()
    fill(disk)
    with pytest.raises(EngineError, match="Make space") as raised:
        user.finish(user.launch())
    assert sentence(str(raised.value)) == user.refused(user.engine.intake.preview("ab" * 20))


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(bytes(4096))
