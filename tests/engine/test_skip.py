# SPDX-License-Identifier: GPL-3.0-or-later
"""A changed mind about files is exact: every byte on disk, in the part file and on its way to others."""

import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import skipping
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
        status = self.user.handle(self.id).status()
        share = status.total_done / status.total
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


def test_copy_to_another_disk_that_a_kill_cut_off_is_not_believed(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    case.rests()
    case.user.quit()
    # As if the way back had begun, and had been a copy.
    kept = case.user.data_dir / "parts" / "aside" / case.id / case.path(B)
    half = case.user.downloads / case.path(B)
    half.write_bytes(bytes(1000))
    with closing(sqlite3.connect(case.user.data_dir / "starling.db")) as database, database:
        plan = {case.id: {"skips": [case.indices[B]], "renames": []}}
        database.execute("INSERT OR REPLACE INTO meta VALUES ('files', ?)", (json.dumps(plan).encode(),))
    case.user.start()
    case.rests()
    assert (kept.exists(), half.exists()) == (True, False)
    case.sets(B=NORMAL)
    case.user.until(half.exists)
    case.finishes()
    assert case.on_disk() == case.expected(())


def test_what_is_in_the_way_is_not_overwritten(begin: Callable[..., Case]) -> None:
    case = begin()
    case.is_begun(B)
    case.sets(B=SKIP)
    case.rests()
    (case.user.downloads / case.path(B)).write_text("mine")
    case.sets(B=NORMAL)
    case.user.hears("is in the way")
    assert (case.user.downloads / case.path(B)).read_text() == "mine"


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


@pytest.mark.skipif(sys.platform != "linux", reason="needs a second disk that a user may write, which /dev/shm is")
@pytest.mark.parametrize("room", [True, False])
def test_other_disk_takes_what_it_has_room_for(
    begin: Callable[..., Case], monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    case = begin()
    case.is_begun(B)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as other:
        parts = case.user.data_dir / "parts"
        (parts / "aside").symlink_to(other)
        if not room:
            monkeypatch.setattr(skipping, "_SPARE", shutil.disk_usage(other).total)
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
