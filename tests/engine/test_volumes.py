# SPDX-License-Identifier: GPL-3.0-or-later
"""Volumes that fill up, drives that are pulled out and put back, folders that vanish: torrents wait, and go on."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from starling import formats, settings
from starling.engine import engine, volumes, volumes_book, volumes_look
from starling.engine.record import Hold
from starling.engine.volumes_book import VolumesBook, low_sentence
from starling.torrent import Problem, State
from tests.engine.volumes import Mount, pull_out
from tests.helpers import User, sentence
from tests.swarm import Payload, Peer, Swarm, Version

KEEP = 4_000_000


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes are looked at ten times a second."""
    monkeypatch.setattr(volumes, "EVERY", 0.05)
    monkeypatch.setattr(engine, "_TICK_MS", 100)


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files={"a.bin": 200_000, "b.bin": 100_000}, name="T", piece_size=32_768, version=Version.V1)


def owns_on(user: User, payload: Payload, folder: Path) -> str:
    """Has a whole torrent in some folder."""
    payload.prefill(folder, range(payload.pieces))
    id = user.adds(payload, save_path=str(folder))
    user.sees(id, State.SEEDING)
    user.until(lambda: str(folder) in remembered(user))
    return id


def remembered(user: User) -> dict[str, str]:
    running = user.engine._running
    assert running is not None
    return running.volumes.mounts


def fill(disk: Path, leave: int) -> Path:
    """Somebody else takes all room of a disk but so many bytes."""
    filler = disk / "somebody else's"
    filler.unlink(missing_ok=True)
    filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - leave)))
    return filler


def nearly_full(swarm: Swarm, user: User, disk: Path, keep: int = KEEP) -> tuple[str, str, Peer]:
    """A download that waits, and a seed, both on a disk that is nearly full."""
    large = swarm.payload(files={"large.bin": 6_000_000}, name="large", version=Version.V1)
    small = swarm.payload(files={"small.bin": 90_000}, name="small", version=Version.V1)
    seeding = owns_on(user, small, disk)
    fill(disk, keep + 300_000)
    id, seed = user.adds(large, save_path=str(disk)), swarm.seed(large)
    seed.limit(up=500_000)
    user.connects(id, seed)
    user.sees(id, lambda t: t.problem is Problem.LOW_SPACE)
    seed.limit()
    return id, seeding, seed


def test_downloads_wait_before_the_disk_is_full_and_go_on_when_there_is_room(
    swarm: Swarm, users: Callable[..., User], mount: Mount
) -> None:
    user = users(chosen={settings.downloads.KEEP_FREE: KEEP}).start()
    disk = mount(40 << 20)
    id, seeding, seed = nearly_full(swarm, user, disk)
    row = user.torrent(id)
    assert row.state is State.ERROR
    assert shutil.disk_usage(disk).free >= KEEP - 600_000
    assert str(disk) in row.error
    assert not row.paused
    assert not row.complete
    assert user.torrent(seeding).state is State.SEEDING
    user.restart()
    user.sees(id, lambda t: t.problem is Problem.LOW_SPACE and t.done == row.done)
    fill(disk, 30_000_000)
    user.sees(id, lambda t: t.problem is Problem.NONE)
    user.connects(id, seed)
    user.sees(id, State.SEEDING)


def test_how_much_room_is_lacking() -> None:
    sight = volumes_look.Sight("/d", True, "/d", 20_900_000)
    for left, lacking in ((157_300_000, "637 MB"), (0, "530 MB")):
        said = sentence(low_sentence(sight, 500_000_000, 550_000_000, left))
        assert f"make {lacking} of room" in said.replace("\xa0", " ")


def test_its_owner_starts_it_all_the_same(swarm: Swarm, users: Callable[..., User], mount: Mount) -> None:
    user = users(chosen={settings.downloads.KEEP_FREE: KEEP}).start()
    disk = mount(40 << 20)
    id, _, seed = nearly_full(swarm, user, disk)
    filler = fill(disk, KEEP - 500_000)
    filler.write_bytes(b"")
    fill(disk, 7_000_000 + 500_000)
    user.changes({settings.downloads.KEEP_FREE: 20_000_000})
    user.sees(id, lambda t: "20" in t.error)
    user.engine.start([id])
    user.sees(id, State.DOWNLOADING)
    user.connects(id, seed)
    user.sees(id, State.SEEDING)


def test_paused_by_its_owner_it_stays_so(
    swarm: Swarm, users: Callable[..., User], mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes_book, "_MARGIN", 1_000_000)
    user = users(chosen={settings.downloads.KEEP_FREE: KEEP}).start()
    disk = mount(40 << 20)
    id, _, _ = nearly_full(swarm, user, disk)
    # Room for all that is missing, not just for it to go on.
    user.sees(id, lambda t: t.error == low_sentence(volumes_look.look(str(disk)), KEEP, 0, t.size - t.done))
    # It waits from the beginning: what its owner wishes then is no news to libtorrent.
    user.restart()
    user.sees(id, lambda t: t.problem is Problem.LOW_SPACE)
    user.engine.pause([id])
    assert user.sees(id, State.PAUSED).problem is Problem.NONE
    user.changes({settings.downloads.KEEP_FREE: 0})
    user.restart()
    assert user.sees(id, State.PAUSED).paused


def test_where_less_is_to_stay_free_it_goes_on(swarm: Swarm, users: Callable[..., User], mount: Mount) -> None:
    user = users(chosen={settings.downloads.KEEP_FREE: 20_000_000}).start()
    disk = mount(40 << 20)
    id, _, seed = nearly_full(swarm, user, disk, keep=20_000_000)
    user.changes({settings.downloads.KEEP_FREE: 10_000_000})
    user.sees(id, lambda t: formats.size(10_000_000) in t.error)
    user.changes({settings.downloads.KEEP_FREE: 1_000_000})
    user.sees(id, lambda t: t.problem is Problem.NONE)
    user.connects(id, seed)
    user.sees(id, State.SEEDING)


def test_what_somebody_else_writes_at_once_holds_nobody_up_where_there_is_room(
    swarm: Swarm, users: Callable[..., User], mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[int] = []

    def look(path: str) -> volumes_look.Sight:
        sight = volumes_look.look(path)
        free.append(sight.free or 0)
        return sight

    monkeypatch.setattr(volumes, "look", look)
    user = users(chosen={settings.downloads.KEEP_FREE: KEEP}).start()
    disk = mount(100 << 20)
    payload = swarm.payload(files={"large.bin": 6_000_000}, name="large", version=Version.V1)
    id, seed = user.adds(payload, save_path=str(disk)), swarm.seed(payload)
    seed.limit(up=100_000)
    user.connects(id, seed)
    user.sees(id, State.DOWNLOADING)
    user.until(lambda: free and free[-1] > 90_000_000)
    fill(disk, 30_000_000)
    free.clear()
    user.until(lambda: sum(size < 31_000_000 for size in free) >= 2)
    assert user.torrent(id).problem is Problem.NONE
    seed.limit()
    user.sees(id, State.SEEDING)


def stick(drive: Path, contents: Path) -> None:
    """Puts a drive back: another mount of the same things."""
    subprocess.run(["mount", "--bind", str(contents), str(drive)], check=True)


@pytest.fixture
def contents(tmp_path: Path, mount: Mount) -> Path:
    """What is on a drive, wherever that is put in."""
    return mount(20 << 20)


def test_a_drive_that_is_pulled_out_and_put_back(
    swarm: Swarm, user: User, payload: Payload, contents: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    stick(drive, contents)
    try:
        id = owns_on(user, payload, drive)
        pull_out(drive)
        row = user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
        assert str(drive) in row.error
        assert row.complete
        assert not row.paused
        leech = swarm.leech(payload)
        leech.connect(user.listens_at)
        user.restart()
        row = user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
        assert row.complete
        assert list(drive.iterdir()) == []
        user.engine.start([id])
        user.engine.recheck([id])
        stick(drive, contents)
        user.news.clear()
        row = user.sees(id, State.SEEDING)
        assert row.problem is Problem.NONE
        assert row.save_path == str(drive)
        leech.connect(user.listens_at)
        leech.wait_until_done()
        user.restart()
        user.sees(id, State.SEEDING)
    finally:
        if os.path.ismount(drive):
            pull_out(drive)


@pytest.mark.parametrize("below", ["", "films"])
def test_a_drive_that_came_back_empty(user: User, swarm: Swarm, payload: Payload, mount: Mount, below: str) -> None:
    disk = mount(20 << 20)
    folder = disk / below
    folder.mkdir(exist_ok=True)
    id = owns_on(user, payload, folder)
    pull_out(disk)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE and "drive" in t.error)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m,mode=755", "none", str(disk)], check=True)
    there = f"The folder {folder} is not there" if below else f"{folder} is there, and the files are not"
    row = user.sees(id, lambda t: there in t.error)
    assert row.complete, "what is known of it stays until its owner says otherwise"
    (user.engine.start if below else user.engine.recheck)([id])
    user.sees(id, lambda t: t.problem is Problem.NONE and not t.done)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(folder) == ()


def test_a_drive_that_is_given_up(user: User, swarm: Swarm, payload: Payload, mount: Mount) -> None:
    disk = mount(40 << 20)
    fresh, later = (
        swarm.payload(files={f"{name}.bin": 90_000}, name=name, piece_size=32_768, version=Version.V1)
        for name in ("fresh", "later")
    )
    id, waiting = owns_on(user, payload, disk), user.adds(fresh, save_path=str(disk))
    pull_out(disk)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    row = user.sees(waiting, lambda t: t.problem is Problem.NO_DRIVE)
    assert "Start" in row.error
    assert list(disk.iterdir()) == []
    # An ordinary folder of that name will do from now on for what has nothing to lose, the other keeps waiting.
    user.engine.start([id, waiting])
    user.connects(waiting, swarm.seed(fresh))
    user.sees(waiting, State.SEEDING)
    assert user.torrent(id).problem is Problem.NO_DRIVE
    user.restart()
    user.sees(waiting, State.SEEDING)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    payload.prefill(disk, range(payload.pieces))
    user.sees(id, State.SEEDING)
    user.run(user.engine.remove([id, waiting], data=False))
    user.until(lambda: str(disk) not in remembered(user))
    id = user.adds(later, save_path=str(disk))
    user.connects(id, swarm.seed(later))
    user.sees(id, State.SEEDING)


def test_a_drive_that_is_given_up_for_a_folder_of_its_name(user: User, payload: Payload, mount: Mount) -> None:
    disk = mount(20 << 20)
    id = owns_on(user, payload, disk)
    pull_out(disk)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    user.run(user.engine.relocation.adopt([id], str(disk)))
    user.sees(id, lambda t: t.problem is Problem.NONE and not t.done)
    user.until(lambda: remembered(user)[str(disk)] != str(disk))
    payload.prefill(disk, range(payload.pieces))
    user.engine.recheck([id])
    assert user.sees(id, State.SEEDING).problem is Problem.NONE


def test_many_are_judged_in_slices_and_looked_for_a_few_at_a_time_while_their_drive_is_away(
    user: User, swarm: Swarm, contents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes, "_SLICE", 1, raising=False)
    monkeypatch.setattr(volumes, "_PROBES", 1, raising=False)
    drive = tmp_path / "drive"
    drive.mkdir()
    stick(drive, contents)
    try:
        payloads = [swarm.payload(files={f"{n}.bin": 50_000}, name=f"T{n}", version=Version.V1) for n in range(3)]
        ids = [owns_on(user, payload, drive) for payload in payloads]
        turn, turns, counting = [0], [], True
        absence = VolumesBook.absence

        def judged(book: VolumesBook, sight: volumes_look.Sight, *, begun: bool, id: str = "") -> Hold | None:
            turns.append(turn[0])
            return absence(book, sight, begun=begun, id=id)

        def count() -> None:
            turn[0] += 1
            if counting:
                user.loop.call_soon(count)

        monkeypatch.setattr(VolumesBook, "absence", judged)
        user.loop.call_soon(count)
        user.until(lambda: len(turns) >= 6)
        assert len(set(turns)) >= 6
        monkeypatch.setattr(VolumesBook, "absence", absence)
        counting = False
        looks, compared = [], []

        def look(path: str) -> volumes_look.Sight:
            looks.append(path)
            return volumes_look.look(path)

        def compare(*about: Any) -> Any:
            compared.append(about)
            return volumes_look.compare(*about)

        pull_out(drive)
        for id in ids:
            user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
        monkeypatch.setattr(volumes, "look", look)
        monkeypatch.setattr(volumes, "compare", compare)
        user.until(lambda: len(looks) >= 5)
        assert 1 <= len(compared) <= len(looks) + 1
        stick(drive, contents)
        for id in ids:
            user.sees(id, State.SEEDING)
    finally:
        if os.path.ismount(drive):
            pull_out(drive)


def test_a_drive_whose_files_were_changed_meanwhile_is_checked(
    user: User, payload: Payload, contents: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    stick(drive, contents)
    try:
        id = owns_on(user, payload, drive)
        pull_out(drive)
        user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
        payload.spoil(contents, [2])
        later = time.time() + 60
        os.utime(contents / "T/a.bin", (later, later))
        stick(drive, contents)
        row = user.sees(id, lambda t: t.problem is Problem.NONE and t.done == t.size - 32_768)
        assert not row.paused
    finally:
        if os.path.ismount(drive):
            pull_out(drive)


def test_a_folder_that_is_renamed_away_and_back(user: User, payload: Payload, tmp_path: Path) -> None:
    id = user.owns(payload)
    user.until(lambda: str(user.downloads) in remembered(user))
    user.downloads.rename(tmp_path / "away")
    row = user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    assert str(user.downloads) in row.error
    user.restart()
    assert user.sees(id, lambda t: t.problem is Problem.NO_DRIVE).complete
    assert not user.downloads.exists()
    (tmp_path / "away").rename(user.downloads)
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_folder_that_has_another_name_now(user: User, payload: Payload, tmp_path: Path, restarted: bool) -> None:
    id = owns_on(user, payload, user.downloads)
    away = tmp_path / "away"
    user.downloads.rename(away)
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    if restarted:
        user.restart()
        user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    user.run(user.engine.relocation.adopt([id], str(away)))
    assert user.sees(id, State.SEEDING).save_path == str(away)
    user.restart()
    assert user.sees(id, State.SEEDING).save_path == str(away)
    assert not user.downloads.exists()


def test_a_folder_that_is_gone_for_good_is_downloaded_again(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload)
    user.until(lambda: str(user.downloads) in remembered(user))
    user.quit()
    shutil.rmtree(user.downloads)
    user.start()
    user.sees(id, lambda t: t.problem is Problem.NO_DRIVE)
    user.engine.start([id])
    user.sees(id, lambda t: t.problem is Problem.NONE and not t.done)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


def test_a_single_file_that_is_gone_is_no_drive(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload)
    (user.downloads / "T/a.bin").unlink()
    leech = swarm.leech(payload)
    leech.connect(user.listens_at)
    assert user.sees(id, State.ERROR, lambda t: t.paused).problem is Problem.MISSING_FILES


def test_a_disk_that_never_answers_holds_up_nobody(
    user: User, swarm: Swarm, payload: Payload, mount: Mount, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = mount(4 << 20)
    other = swarm.payload(files={"x.bin": 50_000}, name="X", version=Version.V1)
    stuck, fine = owns_on(user, other, disk), owns_on(user, payload, user.downloads)
    answer, asked = threading.Event(), threading.Event()

    def look(path: str) -> volumes_look.Sight:
        if path == str(disk):
            asked.set()
            answer.wait(20)
        return volumes_look.look(path)

    monkeypatch.setattr(volumes, "look", look)
    try:
        user.until(asked.is_set)
        user.downloads.rename(tmp_path / "away")
        user.sees(fine, lambda t: t.problem is Problem.NO_DRIVE)
        assert user.torrent(stuck).state is State.SEEDING
    finally:
        answer.set()
