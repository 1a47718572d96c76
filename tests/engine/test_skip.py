# SPDX-License-Identifier: GPL-3.0-or-later
"""A changed mind about files is exact: every byte on disk, in the part file and on its way to others."""

import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import aside, misplaced, skipping
from starling.engine.store import Removal
from starling.torrent import Priority, SessionState, State
from tests.helpers import User
from tests.swarm import Payload, Peer, Swarm, Version

SKIP, NORMAL, HIGH = Priority.SKIP, Priority.NORMAL, Priority.HIGH
SIZES = {
    "a.bin": 150_000,
    "b.bin": 1_500_000,
    "c.tiny": 5_000,
    "d.bin": 120_000,
    "e/f.bin": 900_000,
    "g.empty": 0,
    "h.bin": 90_000,
}
A, B, TINY, D, IN_FOLDER, EMPTY, H = range(7)
SLOW = 200_000


@dataclass
class Case:
    """A torrent in the middle of a story."""

    user: User
    swarm: Swarm
    payload: Payload
    seed: Peer
    id: str
    indices: tuple[int, ...]
    """libtorrent's of the files, which counts pad files too."""

    def sets(self, **priorities: int) -> None:
        """Changes what is wanted, by the names of the files in capitals."""
        chosen = {self.indices[globals()[name]]: value for name, value in priorities.items()}
        self.user.sets_priorities(self.id, chosen)

    def path(self, number: int) -> str:
        return self.payload.files[number].path

    def is_begun(self, number: int) -> None:
        """Waits until some of a file's pieces are on disk, and not all."""
        index = self.indices[number]
        size = self.payload.files[number].size
        handle = self.user.handle(self.id)

        def begun() -> bool:
            handle.flush_cache()
            done = handle.file_progress(lt.torrent_handle.piece_granularity)[index]
            return 0 < done < size and (self.user.downloads / self.path(number)).exists()

        self.user.until(begun)

    def puts_aside(self, number: int) -> Path:
        """Skips a file that is begun; where it lies then."""
        self.is_begun(number)
        self.user.sets_priorities(self.id, {self.indices[number]: SKIP})
        self.rests()
        assert self.path(number) not in self.on_disk()
        return self.user.data_dir / "parts" / "aside" / self.id / self.path(number)

    def finishes(self) -> None:
        """Has all that is wanted, and everything is where it belongs."""
        self.seed.limit()
        self.user.connects(self.id, self.seed)
        self.user.sees(self.id, State.SEEDING)
        self.rests()

    def rests(self) -> None:
        """Waits until no file is on its way, neither to another place nor to the disk."""
        running = self.user.engine._running
        assert running is not None
        self.user.until(lambda: not running.journal.plans)
        self.user.run(running.keeper.stored(self.id))
        self.user.run(self.user._workers[1].run(int))

    def on_disk(self) -> dict[str, str]:
        """Whatever is in the download folder: path -> SHA-256, "folder" for an empty one."""
        return tree(self.user.downloads)

    def expected(self, skipped: Collection[int]) -> dict[str, str]:
        return {file.path: file.sha256.hex() for i, file in enumerate(self.payload.files) if i not in skipped}

    def have(self) -> list[bool]:
        return list(self.user.handle(self.id).status(lt.torrent_handle.query_pieces).pieces)

    def is_exact(self, skipped: Collection[int]) -> None:
        """Checks the disk, restarts, checks again; a stranger gets right bytes for every piece we claim to have."""
        assert self.on_disk() == self.expected(skipped)
        have = self.have()
        self.user.session = SessionState()  # the port is another one
        self.user.restart()
        self.user.sees(self.id, State.SEEDING)
        assert self.have() == have
        assert self.on_disk() == self.expected(skipped)
        self.serves_all_it_has()
        assert self.on_disk() == self.expected(skipped)

    def serves_all_it_has(self) -> None:
        # Whole pieces: nobody is given the first blocks of one.
        done = self.user.handle(self.id).file_progress(lt.torrent_handle.piece_granularity)
        share = sum(done[index] for index in self.indices) / self.payload.size
        stranger = self.swarm.leech(self.payload)
        stranger.connect(self.user.listens_at)
        self.user.until(lambda: abs(stranger.status.progress - share) < 2e-6)
        assert stranger.status.failed == 0
        stranger.kill()


def tree(top: Path) -> dict[str, str]:
    found = {}
    for folder, folders, names in os.walk(top):
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(top).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
        if not names and not folders and Path(folder) != top:
            found[Path(folder).relative_to(top).as_posix()] = "folder"
    return found


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody changes their mind here within a moment, but where a test is about that."""
    monkeypatch.setattr(skipping, "MOMENT", 0.2)


EVERY_VERSION = pytest.mark.parametrize("begin", list(Version), ids=lambda version: version.value, indirect=True)


@pytest.fixture
def begin(request: pytest.FixtureRequest, swarm: Swarm, user: User) -> Callable[..., Case]:
    """Adds a torrent of which a slow seed has everything."""
    version = getattr(request, "param", Version.V1)

    def begun(*skipped: int, up: int = SLOW) -> Case:
        payload = swarm.payload(files=SIZES, version=version, piece_size=32_768)
        assert [file.path for file in payload.files] == [f"{payload.name}/{path}" for path in SIZES]
        info = lt.load_torrent_file(str(payload.torrent_path)).ti
        assert info is not None
        layout = info.layout()
        indices = tuple(i for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file)
        seed = swarm.seed(payload, up=up)
        id = user.adds(payload, priorities={indices[one]: int(SKIP) for one in skipped})
        user.connects(id, seed)
        return Case(user, swarm, payload, seed, id, indices)

    return begun


@EVERY_VERSION
def test_skipped_from_the_start(begin: Callable[..., Case]) -> None:
    case = begin(B, TINY, EMPTY, up=0)
    case.finishes()
    case.is_exact({B, TINY, EMPTY})
    assert not (case.user.data_dir / "parts" / "aside").exists()


@EVERY_VERSION
def test_skipped_during_the_download(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.is_begun(IN_FOLDER)
    case.sets(B=SKIP, IN_FOLDER=SKIP, EMPTY=SKIP)
    case.finishes()
    assert {path.split("/", 2)[2] for path in tree(case.user.data_dir / "parts" / "aside")} == {"b.bin", "e/f.bin"}
    case.is_exact({B, IN_FOLDER, EMPTY})


def test_wanted_after_all_during_the_download(begin: Callable[..., Case]) -> None:
    case = begin(B, TINY, EMPTY)
    case.is_begun(A)
    case.sets(B=NORMAL, TINY=HIGH, EMPTY=NORMAL)
    case.finishes()
    case.is_exact(())


@EVERY_VERSION
def test_there_and_back_during_the_download(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    before = sum(case.have())
    case.sets(B=SKIP)
    case.rests()
    assert case.path(B) not in case.on_disk()
    case.sets(B=NORMAL)
    case.rests()
    assert sum(case.have()) >= before
    case.finishes()
    case.is_exact(())
    assert not (case.user.data_dir / "parts" / "aside").exists()


def test_quick_changes_end_as_the_last_one_says(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    for wish in (SKIP, NORMAL, SKIP, NORMAL, SKIP):
        case.user.engine.contents.set_priorities(case.id, {case.indices[B]: wish})
    case.user.until(lambda: case.user.handle(case.id).get_file_priorities()[case.indices[B]] == SKIP)
    case.finishes()
    case.is_exact({B})


def test_wanted_after_all_once_the_rest_is_complete(begin: Callable[..., Case]) -> None:
    case = begin(B, TINY, up=0)
    case.finishes()
    case.sets(B=NORMAL, TINY=NORMAL)
    case.user.sees(case.id, lambda row: row.size == case.payload.size)
    case.finishes()
    case.is_exact(())


def test_complete_file_stays_when_it_is_skipped(begin: Callable[..., Case]) -> None:
    case = begin(up=0)
    case.finishes()
    case.sets(B=SKIP, TINY=SKIP, EMPTY=SKIP)
    case.rests()
    case.is_exact({EMPTY})
    case.sets(B=NORMAL, TINY=NORMAL, EMPTY=NORMAL)
    case.rests()
    case.is_exact(())


def test_everything_skipped_in_mid_download_leaves_whole_files_only(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.sets(A=SKIP, B=SKIP, TINY=SKIP, D=SKIP, IN_FOLDER=SKIP, EMPTY=SKIP, H=SKIP)
    case.rests()
    assert case.on_disk().keys() == {case.path(n) for n in range(len(SIZES)) if n != EMPTY and is_whole(case, n)}
    case.user.restart()
    case.sets(A=NORMAL, B=NORMAL, TINY=NORMAL, D=NORMAL, IN_FOLDER=NORMAL, EMPTY=NORMAL, H=NORMAL)
    case.user.sees(case.id, lambda row: row.size == case.payload.size)
    case.finishes()
    case.is_exact(())


def is_whole(case: Case, number: int) -> bool:
    done = case.user.handle(case.id).file_progress(lt.torrent_handle.piece_granularity)
    return bool(done[case.indices[number]] >= case.payload.files[number].size)


def test_lost_part_file_costs_its_pieces_and_no_more(begin: Callable[..., Case]) -> None:
    case = begin(B, up=0)
    case.finishes()
    before = case.have()
    case.user.quit()
    (part_file,) = (case.user.data_dir / "parts").glob(".*.parts")
    part_file.unlink()
    case.user.session = SessionState()
    case.user.start()
    case.user.sees(case.id, lambda row: row.done)
    # The pieces at both ends of the file that was skipped: what is not here is not claimed.
    assert sum(before) - sum(case.have()) == 2
    case.serves_all_it_has()
    case.finishes()
    assert case.have() == before
    case.is_exact({B})


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
    half.write_bytes(kept.read_bytes()[:100_000] + bytes(1000))
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
        mark_removed(case, Removal.ONLY)
        case.user.start()
    else:
        case.user.start().hears("is in the way")
        assert "b.1.bin" in case.user.refused(case.user.engine.remove([case.id], data=False))
    assert mine.read_text() == "mine"
    assert mine.with_name("b.1.bin").read_bytes()[: len(here)] == here
    assert not begun.exists()
    assert not (case.user.downloads / case.path(IN_FOLDER)).exists()
    assert list((case.user.data_dir / "parts").iterdir()) == []


def mark_removed(case: Case, kind: Removal) -> None:
    with closing(sqlite3.connect(case.user.data_dir / "starling.db")) as database, database:
        database.execute("UPDATE torrents SET removing = ?", (kind,))


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
        mark_removed(case, Removal.WITH_DATA)
        case.user.start()
    else:
        case.user.run(case.user.engine.remove([case.id], data=True))
    assert tree(case.user.downloads).keys() == {case.path(B)}
    assert mine.read_text() == "mine"
    assert "b.bin" in {path.name for path in (home / ".local/share/Trash/files").iterdir()}
    assert list((case.user.data_dir / "parts").iterdir()) == []


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
    with closing(sqlite3.connect(case.user.data_dir / "starling.db")) as database, database:
        database.execute("ALTER TABLE torrents DROP COLUMN foreign_files")
        database.execute("PRAGMA user_version = 2")
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


def test_quitting_within_the_moment_puts_aside_at_once(
    begin: Callable[..., Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skipping, "MOMENT", 60.0)
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    assert (case.user.downloads / case.path(B)).exists()
    case.user.quit()
    assert not (case.user.downloads / case.path(B)).exists()


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
