# SPDX-License-Identifier: GPL-3.0-or-later
"""What is put aside is never lost, and what is somebody else's is never put aside, written over or thrown away."""

import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import aside, misplaced, skipping
from starling.engine.rows import Removal
from starling.torrent import State
from tests.engine.cutshort import cut_short
from tests.engine.oldstore import set_back
from tests.engine.skipcase import EMPTY, IN_FOLDER, NORMAL, SIZES, SKIP, SLOW, B, Case, begins, tree
from tests.helpers import User
from tests.swarm import Swarm, Version


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody changes their mind here within a moment, but where a test is about that."""
    monkeypatch.setattr(skipping, "MOMENT", 0.2)


@pytest.fixture
def begin(swarm: Swarm, user: User) -> Callable[[], Case]:
    """See `begins`."""
    return lambda: begins(swarm, user, Version.V1, up=SLOW)


OTHER_DISK = pytest.mark.skipif(
    sys.platform != "linux", reason="needs a second disk that a user may write, which /dev/shm is"
)


@pytest.fixture
def other_disk(user: User) -> Iterator[Path]:
    """Where files are put aside, on a disk of its own."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as other:
        (user.data_dir / "parts").mkdir(parents=True, exist_ok=True)
        (user.data_dir / "parts" / "aside").symlink_to(other)
        yield Path(other)


def plans(case: Case) -> None:
    """As if a kill had come while file B was on its way to another place."""
    with closing(sqlite3.connect(case.user.data_dir / "starling.db")) as database, database:
        plan = {case.id: {"skips": [case.indices[B]], "renames": []}}
        database.execute("INSERT OR REPLACE INTO meta VALUES ('files', ?)", (json.dumps(plan).encode(),))


@OTHER_DISK
def test_copy_from_another_disk_that_a_kill_cut_off_is_not_believed(
    begin: Callable[..., Case], other_disk: Path
) -> None:
    case = begin()
    kept = case.puts_aside(B)
    case.user.quit()
    half = case.user.downloads / case.path(B)
    # As long as it happens to be: what lies there ends with the last piece that came.
    copied = kept.read_bytes()
    half.write_bytes(copied[: len(copied) // 2])
    plans(case)
    case.user.start()
    case.rests()
    assert (kept.exists(), half.exists()) == (True, False)
    case.sets(B=NORMAL)
    case.user.until(half.exists)
    case.finishes()
    assert case.on_disk() == case.expected(())


@pytest.mark.parametrize("was_aside", [True, False])
def test_start_deletes_nothing_that_may_be_somebodys(begin: Callable[..., Case], was_aside: bool) -> None:
    case = begin()
    case.seed.limit(up=SLOW)
    kept = case.puts_aside(B)
    case.user.quit()
    mine = case.user.downloads / case.path(B)
    whole = (case.payload.root / case.path(B)).read_bytes()
    mine.write_bytes(whole)
    if not was_aside:
        # The kill came before it was stored where the file lies.
        changes_store(case, renamed_files={})
    plans(case)
    case.user.start()
    case.rests()
    assert (kept.exists(), mine.read_bytes() == whole) == (True, True)
    case.sets(B=NORMAL)
    case.user.hears("is in the way")
    assert (kept.exists(), mine.read_bytes() == whole) == (True, True)


def test_what_is_wanted_and_lies_aside_comes_back_at_a_start(begin: Callable[..., Case]) -> None:
    case = begin()
    case.puts_aside(B)
    case.user.quit()
    changes_store(case, file_priorities=[], piece_priorities=[])
    case.user.start()
    case.user.until((case.user.downloads / case.path(B)).exists)
    case.finishes()
    assert case.on_disk() == case.expected(())


def changes_store(case: Case, **values: object) -> None:
    """As if something else were stored of the torrent."""
    with closing(sqlite3.connect(case.user.data_dir / "starling.db")) as database, database:
        ((raw,),) = database.execute("SELECT resume FROM torrents")
        params = lt.read_resume_data(raw)
        for name, value in values.items():
            setattr(params, name, value)
        database.execute("UPDATE torrents SET resume = ?", (bytes(lt.write_resume_data_buf(params)),))


def test_what_is_in_the_way_is_waited_for(begin: Callable[..., Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skipping, "LATER", 0.1)
    case = begin()
    kept = case.puts_aside(B)
    mine = case.user.downloads / case.path(B)
    mine.write_text("mine")
    case.sets(B=NORMAL)
    case.user.hears("is in the way")
    case.seed.limit()
    case.user.sees(case.id, State.SEEDING)
    # Told once, and once more to whoever starts again.
    case.user.restart()
    case.user.hears("is in the way")
    assert (mine.read_text(), kept.stat().st_size) == ("mine", SIZES["b.bin"])
    assert case.user.told == []
    mine.unlink()
    case.rests()
    assert case.on_disk() == case.expected(())


@pytest.mark.parametrize("killed", [False, True])
def test_removal_gives_back_what_is_wanted(begin: Callable[..., Case], killed: bool) -> None:
    case = begin()
    kept, begun = case.puts_aside(B), case.puts_aside(IN_FOLDER)
    mine = case.user.downloads / case.path(B)
    mine.write_text("mine")
    case.sets(B=NORMAL)
    case.user.hears("is in the way")
    case.user.quit()
    here = kept.read_bytes()
    if killed:
        cut_short(case.user.data_dir, Removal.ONLY)
        case.user.start()
    else:
        case.user.start().hears("is in the way")
        assert "b.1.bin" in case.user.refused(case.user.engine.remove([case.id], data=False))
    assert mine.read_text() == "mine"
    assert mine.with_name("b.1.bin").read_bytes()[: len(here)] == here
    assert not begun.exists()
    assert not (case.user.downloads / case.path(IN_FOLDER)).exists()
    assert {path.name for path in (case.user.data_dir / "parts").iterdir()} <= {"removed"}


@pytest.mark.parametrize("killed", [False, True])
def test_removal_with_data_takes_what_lies_aside_and_no_strangers_file(
    begin: Callable[..., Case], home: Path, killed: bool
) -> None:
    case = begin()
    case.puts_aside(B)
    mine = case.user.downloads / case.path(B)
    mine.write_text("mine")
    if killed:
        case.user.quit()
        cut_short(case.user.data_dir, Removal.WITH_DATA)
        case.user.start()
    else:
        case.user.run(case.user.engine.remove([case.id], data=True))
    assert tree(case.user.downloads).keys() == {case.path(B)}
    assert mine.read_text() == "mine"
    assert "b.bin" in {path.name for path in (home / ".local/share/Trash/files").iterdir()}
    assert {path.name for path in (case.user.data_dir / "parts").iterdir()} <= {"removed"}


@pytest.mark.parametrize("source", ["file", "magnet"])
def test_what_was_there_before_the_torrent_stays(swarm: Swarm, user: User, source: str) -> None:
    payload = swarm.payload(files=SIZES, name="T", piece_size=32_768, version=Version.V1)
    mine = user.downloads / "T/b.bin"
    mine.parent.mkdir()
    mine.write_bytes(b"my own words" * 1000)
    (user.downloads / "T/g.empty").touch()
    seed = swarm.seed(payload, up=SLOW)
    id = user.adds(payload if source == "file" else payload.magnet)
    user.connects(id, seed)
    case = Case(user, swarm, payload, seed, id, tuple(range(len(SIZES))))
    user.sees(id, State.DOWNLOADING, lambda row: row.done)
    case.is_begun(IN_FOLDER)
    user.restart()
    case.sets(B=SKIP, IN_FOLDER=SKIP, EMPTY=SKIP)
    case.rests()
    assert {case.path(B), case.path(EMPTY)} <= case.on_disk().keys()
    assert case.path(IN_FOLDER) not in case.on_disk()
    user.run(user.engine.remove([id], data=False))
    assert mine.exists()


def test_torrent_of_an_earlier_version_moves_nothing(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.user.quit()
    set_back(case.user.data_dir / "starling.db", 2)
    case.user.start()
    case.sets(B=SKIP)
    case.rests()
    assert case.path(B) in case.on_disk()


def test_what_another_torrent_saves_too_stays(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    other = case.swarm.payload(files=SIZES, name=case.payload.name, piece_size=32_768, version=Version.V1, seed="other")
    id = case.user.adds(other, start=False)
    case.sets(B=SKIP)
    case.rests()
    assert case.path(B) in case.on_disk()
    case.user.run(case.user.engine.remove([id], data=False))
    case.sets(B=NORMAL)
    case.puts_aside(B)


def test_only_a_place_of_this_torrent_is_aside(tmp_path: Path) -> None:
    own, other = "a" * 40, "b" * 40
    for parts in (tmp_path / "parts", tmp_path / "moved profile" / "parts"):
        for path in ("T/film.mkv", f"T/aside/{own}/film.mkv", f"T/aside/{other}/film.mkv"):
            assert aside.plain(aside.place(parts, own, path), own) == path
            assert aside.plain(path, own) == path
    assert not aside.is_aside(aside.place(tmp_path, other, "T/film.mkv"), own)


def test_removed_torrent_leaves_nothing_aside(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    case.rests()
    parts = case.user.data_dir / "parts"
    assert (parts / "aside" / case.id / case.path(B)).exists()
    case.user.run(case.user.engine.remove([case.id], data=False))
    case.user.until(lambda: list(parts.iterdir()) == [])


@OTHER_DISK
@pytest.mark.parametrize("room", [True, False])
def test_other_disk_takes_what_it_has_room_for(
    begin: Callable[..., Case], other_disk: Path, monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    case = begin()
    case.is_begun(B)
    if not room:
        monkeypatch.setattr(misplaced, "_SPARE", shutil.disk_usage(other_disk).total)
    case.sets(B=SKIP)
    if not room:
        case.user.hears("is skipped but stays", "no room")
        assert (case.user.downloads / case.path(B)).exists()
        return
    case.rests()
    assert case.path(B) not in case.on_disk()
    case.sets(B=NORMAL)
    case.finishes()
    case.is_exact(())


@OTHER_DISK
def test_what_takes_long_to_copy_to_another_disk_stays(
    begin: Callable[..., Case], other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "COPIED", 10_000)
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    case.user.hears("is skipped but stays", "too large", "another disk")
    case.user.restart()
    case.rests()
    assert (case.user.downloads / case.path(B)).exists()
    assert list(other_disk.rglob("*.bin")) == []
