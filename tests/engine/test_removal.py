# SPDX-License-Identifier: GPL-3.0-or-later
"""Removal: the torrent goes for good, its files go to the trash together, and nothing else is touched."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from starling.engine import leaving, partfile, removal
from starling.engine.bintrash import Move
from starling.engine.errors import EngineError
from starling.engine.rows import Removal
from starling.removed import Farewell
from starling.torrent import File, State
from tests.engine.cutshort import cut_short
from tests.helpers import User
from tests.swarm import Event, Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(version=Version.V1)


@pytest.fixture
def trash(home: Path) -> Path:
    """The folder of the desktop's trash in which the files lie."""
    return home / ".local/share/Trash/files"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def forget_all(user: User) -> None:
    await user.engine.bin.forget([one.number for one in await user.engine.bin.entries()])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A trash that takes its time: until this is set."""
    go, real = threading.Event(), removal.trash

    def slow(remains: removal.Remains, moves: list[Move]) -> None:
        go.wait(20)
        real(remains, moves)

    monkeypatch.setattr(removal, "trash", slow)
    yield go
    go.set()


@pytest.fixture
def fixed(user: User, payload: Payload) -> Iterator[Path]:
    """A folder inside the torrent's that nobody may remove: something is mounted there."""
    folder = user.downloads / payload.name / "mounted"
    folder.mkdir(parents=True)
    mounted = shutil.which("mount") and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(["mount", "-t", "tmpfs", "none", str(folder)], capture_output=True, check=False).returncode
    ):
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def mounted_twice(user: User) -> Iterator[Path]:
    """Another path to the download folder, without links."""
    folder = user.folder / "again"
    folder.mkdir()
    command = ["mount", "--bind", str(user.downloads), str(folder)]
    if (
        os.geteuid() != 0
        or shutil.which("mount") is None
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_files_stay_unless_told_otherwise(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    user.run(user.engine.remove([id], data=False))
    assert (user.gone, dict(user.engine.torrents), user.stored(), names(trash)) == ([id], {}, [], [])
    assert payload.arrives(user.downloads) == ()
    assert dict(user.restart().engine.torrents) == {}


def test_files_go_to_the_trash_as_one_folder(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    user.run(user.engine.remove([id], data=True))
    assert names(user.downloads) == []
    assert names(trash) == [payload.name]
    assert payload.arrives(trash) == ()
    assert user.stored() == []


def test_single_file_goes_to_the_trash(swarm: Swarm, user: User, trash: Path) -> None:
    payload = swarm.payload(files=100_000, name="film.mkv")
    id = user.owns(payload)
    user.run(user.engine.remove([id], data=True))
    assert (names(user.downloads), names(trash)) == ([], ["film.mkv"])


def test_foreign_file_stays_where_it_is(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    notes = user.downloads / payload.name / "docs" / "my notes.txt"
    notes.write_text("mine")
    user.run(user.engine.remove([id], data=True))
    left = [path for path in user.downloads.rglob("*") if path.is_file()]
    assert (left, notes.read_text()) == ([notes], "mine")
    assert sorted(path.name for path in user.downloads.rglob("*") if path.is_dir()) == ["docs", payload.name]
    assert sorted(path.name for path in trash.rglob("*")) == sorted(Path(file.path).name for file in payload.files)


def test_own_empty_folder_stays_where_it_is(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    mine = user.downloads / payload.name / "docs" / "to do"
    mine.mkdir(parents=True)
    user.run(user.engine.remove([id], data=True))
    assert sorted(user.downloads.rglob("*")) == [mine.parent.parent, mine.parent, mine]
    assert sum(path.is_file() for path in trash.rglob("*")) == len(payload.files)


@pytest.mark.parametrize("path", ["Documents", "T/Documents"])
def test_folder_where_a_file_should_be_is_not_the_torrents(tmp_path: Path, home: Path, path: str) -> None:
    folder = tmp_path / path
    (folder / "empty").mkdir(parents=True)
    (folder / "thesis").write_text("ten years")
    other = tmp_path / "Empty"
    other.mkdir()
    files = (File(0, path, 4, 0, 1), File(1, "Empty", 4, 0, 1))
    removal.trash(removal.Remains("a", "film", str(tmp_path), files=files), [])
    assert ((folder / "thesis").read_text(), (folder / "empty").is_dir(), other.is_dir()) == ("ten years", True, True)


@pytest.mark.parametrize("killed", [False, True])
def test_file_that_was_there_before_and_is_skipped_stays(swarm: Swarm, user: User, trash: Path, killed: bool) -> None:
    payload = swarm.payload(name="T", files={"a": 65_536, "b": 65_536, "c": 0}, piece_size=32_768, version=Version.V1)
    diary = user.downloads / "T/a"
    diary.parent.mkdir(parents=True)
    diary.write_text("mine")
    payload.prefill(user.downloads / "x", range(payload.pieces))
    shutil.copy(user.downloads / "x/T/b", diary.with_name("b"))
    id = user.adds(payload, priorities={0: 0})
    user.sees(id, State.SEEDING)
    if killed:
        user.quit()
        cut_short(user.data_dir, Removal.WITH_DATA)
        user.start()
    else:
        assert "it was there before" in user.refused(user.engine.remove([id], data=True))
    assert (diary.read_text(), names(diary.parent)) == ("mine", ["a"])
    assert names(trash) == ["b", "c"]


def test_file_that_was_there_before_and_was_never_had_stays(user: User, payload: Payload, trash: Path) -> None:
    mine = {user.downloads / file.path for file in payload.files}
    for path in mine:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    said: list[Farewell] = []
    user.engine.bin.kept.connect(said.append)
    told = user.refused(user.engine.remove([user.adds(payload, start=False)], data=True))
    assert "it was there before" in told
    assert ({path for path in mine if path.read_text() == "mine"}, names(trash)) == (mine, [])
    assert [one.stayed for one in said] == [True]


@pytest.mark.parametrize("killed", [False, True])
def test_files_that_others_have_too_stay(
    swarm: Swarm, user: User, trash: Path, killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes: list[tuple[dict[str, int], int]] = [({"a": 100_000, "b": 50_000}, 32_768), ({"a": 100_000}, 65_536)]
    one, two = (swarm.payload(name="T", files=files, piece_size=size, version=Version.V1) for files, size in shapes)
    ids = [user.owns(one), user.owns(two)]
    if killed:
        with monkeypatch.context() as full:
            full.setattr(removal, "trash", broken)
            with pytest.raises(OSError, match="output"):
                user.run(user.engine.remove(ids[:1], data=True))
        user.restart()
    else:
        told = user.refused(user.engine.remove(ids[:1], data=True))
        assert "for other torrents in the list have it too" in told
        assert str(user.downloads / "T/a") in told
    assert (names(user.downloads / "T"), names(trash)) == (["a"], ["b"])
    user.run(user.engine.bin.undo())
    assert user.sees(ids[0], State.SEEDING).progress == 1
    user.run(user.engine.remove(ids, data=True))
    assert names(user.downloads) == []


def test_what_others_reach_through_links_and_folders_in_folders_stays(swarm: Swarm, user: User, trash: Path) -> None:
    files = {"a": 100_000, "b": 50_000, "sub/c": 70_000, "d": 40_000}
    one = swarm.payload(name="T", files=files, piece_size=32_768, version=Version.V1)
    nested, linked, below = (
        swarm.payload(name=name, files=files, version=Version.V1)
        for name, files in (("a", 100_000), ("b", 50_000), ("sub", {"c": 70_000}))
    )
    id, top, store = user.owns(one), user.downloads / "T", user.folder / "store"
    # The same bytes as other torrents: in the folder itself, by a link to a file, and by a link to a folder.
    for payload, name in ((nested, "a"), (linked, "b"), (below, "sub/c")):
        source = payload.root / (f"{payload.name}/c" if payload is below else payload.name)
        shutil.copyfile(source, top / name)
    store.mkdir()
    (store / "b").symlink_to(top / "b")
    (store / "sub").symlink_to(top / "sub")
    others = [
        user.adds(payload, save_path=str(folder), skip_check=True)
        for payload, folder in ((nested, top), (linked, store), (below, store))
    ]
    for other in others:
        user.sees(other, State.SEEDING)
    told = user.refused(user.engine.remove([id], data=True))
    assert "for other torrents in the list have it too" in told
    assert (names(top), names(top / "sub"), names(trash)) == (["a", "b", "sub"], ["c"], ["d"])
    user.run(user.engine.bin.undo())
    user.sees(id, lambda row: row.state is not State.CHECKING)
    for other in (others[0], others[2]):
        assert "have it too" in user.refused(user.engine.remove([other], data=True))
    user.run(user.engine.remove([others[1]], data=True))
    assert (names(top), names(top / "sub"), names(trash)) == (["a", "b", "d", "sub"], ["c"], ["b"])
    assert (trash / "b").is_symlink()


def test_what_others_reach_by_a_folder_that_is_mounted_twice_stays(
    swarm: Swarm, user: User, mounted_twice: Path
) -> None:
    one, other = (
        swarm.payload(name="T", files={"a": 100_000}, piece_size=size, version=Version.V1) for size in (32_768, 65_536)
    )
    id, stays = user.owns(one), user.adds(other, save_path=str(mounted_twice))
    user.sees(stays, State.SEEDING)
    assert "have it too" in user.refused(user.engine.remove([id], data=True))
    assert other.arrives(mounted_twice) == ()
    # A hard link is a file of its own.
    user.run(user.engine.remove([stays], data=True))
    link = user.folder / "links" / "T"
    link.mkdir(parents=True)
    id = user.owns(one)
    (link / "a").hardlink_to(user.downloads / "T/a")
    stays = user.adds(other, save_path=str(link.parent))
    user.sees(stays, State.SEEDING)
    user.run(user.engine.remove([id], data=True))
    assert ((user.downloads / "T").exists(), other.arrives(link.parent)) == (False, ())


def test_those_that_share_files_go_and_come_back_together(swarm: Swarm, user: User, trash: Path) -> None:
    shapes: list[tuple[dict[str, int], int]] = [({"a": 100_000, "b": 50_000}, 32_768), ({"a": 100_000}, 65_536)]
    ids = [
        user.owns(swarm.payload(name="T", files=files, piece_size=size, version=Version.V1)) for files, size in shapes
    ]
    user.run(user.engine.remove(ids, data=True))
    assert names(user.downloads) == []
    assert user.run(user.engine.bin.undo()).troubles == ()
    for id in ids:
        user.sees(id, State.SEEDING)


def test_link_out_of_the_folder_is_not_followed(
    swarm: Swarm, user: User, payload: Payload, trash: Path, tmp_path: Path
) -> None:
    id = user.owns(payload)
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "gold").write_text("gold")
    (user.downloads / payload.name / "link").symlink_to(treasure)
    user.run(user.engine.remove([id], data=True))
    assert (treasure / "gold").read_text() == "gold"


def test_unfinished_torrent_leaves_nothing(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.adds(payload, priorities={0: 0})
    user.connects(id, swarm.seed(payload, up=100_000))
    user.sees(id, lambda row: row.done > 100_000)
    user.run(user.engine.remove([id], data=True))
    assert names(user.downloads) == []
    user.run(forget_all(user))
    assert names(user.data_dir / "parts") == []


def test_trash_that_takes_nothing_is_named(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    trash.parent.write_text("no folder")
    told = user.refused(user.engine.remove([id], data=True))
    assert payload.name in told
    assert "could not be moved to the trash" in told
    assert payload.arrives(user.downloads) == ()
    assert user.stored() == []


def test_removal_that_a_kill_cut_short_is_finished(swarm: Swarm, user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    user.quit()
    cut_short(user.data_dir, Removal.WITH_DATA)
    user.start()
    assert (names(user.downloads), names(trash), user.stored()) == ([], [payload.name], [])
    assert id not in user.engine.torrents


@pytest.mark.parametrize("version", list(Version), ids=lambda version: version.value)
def test_part_file_goes_with_a_removal_that_a_kill_cut_short(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(version=version)
    user.adds(payload, start=False)
    user.quit()
    names_of_it = partfile.file_names(payload.hash_v1, payload.hash_v2)
    for name in names_of_it:
        (user.data_dir / "parts" / name).touch()
    assert names_of_it
    cut_short(user.data_dir, Removal.WITH_DATA)
    user.start()
    assert names(user.data_dir / "parts") == ["removed"]
    user.run(forget_all(user))
    assert names(user.data_dir / "parts") == []


def test_removal_waits_for_files_that_are_being_renamed(swarm: Swarm, user: User, trash: Path) -> None:
    payload = swarm.payload(name="T", files={f"d/{n:04}.bin": 10 for n in range(1000)}, version=Version.V1)
    id = user.owns(payload)

    async def both() -> None:
        renaming = user.loop.create_task(user.engine.contents.rename(id, "T/d", "T/other"))
        while not (user.downloads / "T/other").exists():  # noqa: ASYNC110
            await asyncio.sleep(0)
        await user.engine.remove([id], data=True)
        await renaming

    user.run(both())
    assert (names(user.downloads), names(trash)) == ([], ["T"])


def test_tracker_is_told(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker()
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: tracker.events() == [Event.STARTED])
    user.run(user.engine.remove([id], data=False))
    user.until(lambda: tracker.events() == [Event.STARTED, Event.STOPPED])


def test_many_at_once_and_again_before_they_are_gone(swarm: Swarm, user: User) -> None:
    ids = [user.adds(swarm.payload(files=1000, name=f"{number}")) for number in range(5)]
    first = user.loop.create_task(user.engine.remove([*ids, ids[0]], data=True))
    user.run(user.engine.remove(ids, data=True))
    user.finish(first)
    assert (sorted(user.gone), user.stored()) == (sorted(ids), [])


def test_removed_torrent_can_be_added_again(swarm: Swarm, user: User, payload: Payload) -> None:
    seed = swarm.seed(payload)
    id = user.downloads_all(payload, seed, labels=("old",))
    user.run(user.engine.remove([id], data=True))
    assert user.downloads_all(payload, seed) == id
    assert user.torrent(id).labels == ()
    # The last blocks may be on their way to the disk yet.
    user.until(lambda: payload.verify(user.downloads) == ())


def test_removed_while_libtorrent_still_takes_it_in(user: User, payload: Payload) -> None:
    async def regret() -> None:
        shown = await user.engine.intake.preview(str(payload.torrent_path))
        adding = user.loop.create_task(user.engine.intake.add(shown.id, user.options()))
        while user.engine._records.get(shown.id) is None:  # noqa: ASYNC110
            await asyncio.sleep(0)
        await user.engine.remove([shown.id], data=False)
        await adding

    user.run(regret())
    assert user.stored() == []
    assert user.sees(user.adds(payload), State.DOWNLOADING).id == payload.id


def test_added_again_while_its_files_go_to_the_trash(user: User, payload: Payload, held: threading.Event) -> None:
    user.adds(payload, start=False)
    user.previews(payload.torrent_path)
    going = user.loop.create_task(user.engine.remove([payload.id], data=True))
    user.until(lambda: user.engine._records.get(payload.id) is None)
    assert payload.name in user.refused(user.engine.intake.preview(str(payload.torrent_path)))
    assert "is being removed" in user.refused(user.engine.intake.preview(payload.magnet))
    assert "is being removed" in user.refused(user.engine.intake.add(payload.id, user.options()))
    held.set()
    user.finish(going)
    id = user.adds(payload, start=False)
    assert user.stored() == [id]
    assert id in user.restart().engine.torrents


def test_added_again_at_once_when_its_files_stay(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)

    async def change_of_mind() -> None:
        going = user.loop.create_task(user.engine.remove([id], data=False))
        while user.engine._records.get(id) is not None:  # noqa: ASYNC110
            await asyncio.sleep(0)
        shown = await user.engine.intake.preview(str(payload.torrent_path))
        await user.engine.intake.add(shown.id, user.options())
        await going

    user.run(change_of_mind())
    assert user.stored() == [id]


def test_one_that_comes_while_others_go_keeps_its_files(
    swarm: Swarm, user: User, trash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *same = (
        swarm.payload(name=name, files={"a": 100_000}, piece_size=size, version=Version.V1)
        for name, size in (("first", 32_768), ("T", 32_768), ("T", 65_536))
    )
    ids = [user.owns(first), user.owns(same[0])]
    between, go, left = asyncio.Event(), asyncio.Event(), user.engine.bin.left

    async def slow(*args: Any, **how: bool) -> None:
        await left(*args, **how)
        between.set()
        await go.wait()

    monkeypatch.setattr(leaving, "_TURN", 0.0)
    monkeypatch.setattr(user.engine.bin, "left", slow)
    going = user.loop.create_task(user.engine.remove(ids, data=True))
    user.until(between.is_set)
    id = user.adds(same[1])
    user.sees(id, State.SEEDING)
    go.set()
    with pytest.raises(EngineError, match="other torrents in the list have it too"):
        user.finish(going)
    assert (names(user.downloads), names(trash)) == (["T"], ["first"])
    assert same[1].arrives(user.downloads) == ()


def test_folder_that_may_not_be_removed_stays(user: User, payload: Payload, fixed: Path, trash: Path) -> None:
    notes = fixed.with_name("notes.txt")
    notes.write_text("mine")
    id = user.owns(payload)
    user.run(user.engine.remove([id], data=True))
    assert (user.stored(), user.told, names(fixed.parent)) == ([], [], ["mounted", "notes.txt"])


def test_removal_that_can_never_be_finished_keeps_nobody_from_their_torrents(
    swarm: Swarm, user: User, payload: Payload, trash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, other = user.owns(payload), user.adds(swarm.payload(name="other"), start=False)
    user.quit()
    cut_short(user.data_dir, Removal.WITH_DATA, gone)
    # As on a disk with errors: not even a look at the files is possible.
    monkeypatch.setattr(removal, "_present", broken)
    monkeypatch.setattr(removal, "_holds_only", broken)
    (user.data_dir / "parts" / f".{payload.id}.parts").mkdir(parents=True)
    user.start()
    assert list(user.engine.torrents) == [other]
    assert user.stored() == [other]


def test_removal_that_can_not_be_noted_keeps_nobody_from_their_torrents(
    swarm: Swarm, user: User, payload: Payload, trash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, other = user.owns(payload), user.adds(swarm.payload(name="other"), start=False)
    user.quit()
    cut_short(user.data_dir, Removal.WITH_DATA, gone)
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database, database:
        database.execute("CREATE TRIGGER full BEFORE UPDATE ON removed BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    user.start()
    assert list(user.engine.torrents) == [other]


def test_what_can_not_be_looked_at_is_named(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "film.mkv").write_text("film")
    monkeypatch.setattr(removal, "_present", broken)
    remains = removal.Remains("a", "film", str(tmp_path), files=(File(0, "film.mkv", 4, 0, 1),))
    with pytest.raises(EngineError, match=r"trash.*film\.mkv"):
        removal.trash(remains, [])
    with pytest.raises(EngineError, match=r"deleted.*film\.mkv"):
        removal.delete(remains)
    monkeypatch.undo()
    removal.delete(remains)
    assert not (tmp_path / "film.mkv").exists()


def broken(*_: object) -> bool:
    raise OSError(5, "Input/output error")
