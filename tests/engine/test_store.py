# SPDX-License-Identifier: GPL-3.0-or-later
"""The database: whatever happens to its file, the newest readable copy is used, and it says so."""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from starling.engine import store as module
from starling.engine.errors import EngineError
from starling.engine.rows import Batch, Row
from starling.engine.store import Store
from tests.helpers import User, sentence
from tests.swarm import Swarm

DAY = 24 * 3600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "starling.db"


def row(number: int) -> Row:
    return Row(f"{number:040x}", bytes([number % 256]) * 3000, b"info" * 200, labels=("a", "b"), position=number)


def ids(store: Store) -> list[str]:
    return [one.id for batch in store.rows() for one in batch]


def written(path: Path, *rows: Row) -> None:
    with closing(Store(path)) as store:
        for one in rows:
            store.put(one)


def older(path: Path, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


@pytest.fixture
def backed_up(path: Path) -> Path:
    """A database of 30 torrents and its copy."""
    written(path, *map(row, range(30)))
    Store(path).close()
    assert path.with_name("starling.db.1").exists()
    return path


def test_rows_come_back_as_they_were_in_the_order_of_the_queue(path: Path) -> None:
    rows = [
        Row("c" * 40, b"r", None, "My name", None, True, ("x y", "ñ")),
        Row("b" * 40, b"\0\xff", b"i", position=1),
        Row("a" * 40, b"r", b"i", position=0),
    ]
    written(path, *rows)
    with closing(Store(path)) as store:
        assert [one for batch in store.rows(2) for one in batch] == [rows[2], rows[1], rows[0]]
    assert path.parent.stat().st_mode & 0o077 == 0


def test_batch_changes_what_it_names_and_nothing_else(path: Path) -> None:
    written(path, row(1), row(2))
    first, second = row(1).id, row(2).id
    changes = Batch(
        {first: b"new", "unknown": b"x"}, {first: b"metadata"}, {first: None}, {first: ("z",)}, {first: True}
    )
    with closing(Store(path)) as store:
        store.save(changes)
        store.save(Batch())
        found = {one.id: one for batch in store.rows() for one in batch}
    assert found == {first: Row(first, b"new", b"metadata", "", None, True, ("z",)), second: row(2)}


def test_batches_follow_each_other() -> None:
    older, newer = Batch({"a": b"1", "b": b"1"}, labels={"a": ("x",)}), Batch({"b": b"2"}, positions={"b": 3})
    merged = older.followed_by(newer)
    assert merged == Batch({"a": b"1", "b": b"2"}, {}, {"b": 3}, {"a": ("x",)}, {})
    assert (bool(merged), bool(Batch())) == (True, False)
    merged.forget("b")
    assert merged == Batch({"a": b"1"}, labels={"a": ("x",)})
    blind = Batch({"a": b"1", "b": b"1"}, unconfirmed={"a", "b"})
    assert blind.followed_by(Batch({"b": b"2"})).unconfirmed == {"a"}
    assert Batch({"a": b"1"}).followed_by(blind).unconfirmed == {"a", "b"}


def test_meta_and_deletion(path: Path) -> None:
    written(path, row(1), row(2))
    with closing(Store(path)) as store:
        assert store.meta("session") is None
        store.set_meta("session", b"\0nodes")
        store.delete([row(2).id])
    with closing(Store(path)) as store:
        assert store.meta("session") == b"\0nodes"
        assert ids(store) == [row(1).id]


LENGTHS = [0, 1, 15, 16, 50, 99, 100, 511, 512, 1000, 4095, 4096, 4097, 8192, 20_000]


@pytest.mark.parametrize("length", LENGTHS)
def test_truncated_file_is_replaced_by_its_copy(backed_up: Path, length: int) -> None:
    os.truncate(backed_up, length)
    with closing(Store(backed_up)) as store:
        assert ids(store) == [row(number).id for number in range(30)]
        (told,) = store.notices
    assert "copy" in sentence(told)
    assert str(backed_up.parent) in told
    (aside,) = backed_up.parent.glob("starling.db.damaged-*")
    assert aside.stat().st_size == length


@pytest.mark.parametrize("seed", range(6))
def test_garbage_costs_at_most_a_day(backed_up: Path, seed: int) -> None:
    noise = random.Random(seed)
    data = bytearray(backed_up.read_bytes())
    for _ in range(1 + seed * 5):
        start = noise.randrange(0, len(data) - 600) if seed else 0
        data[start : start + 600] = noise.randbytes(600)
    backed_up.write_bytes(data)
    with closing(Store(backed_up)) as store:
        found = ids(store)
    assert found == [row(number).id for number in range(30)]


def test_text_file_is_no_database(backed_up: Path) -> None:
    backed_up.write_text("Dear diary, " * 1000)
    with closing(Store(backed_up)) as store:
        assert len(ids(store)) == 30
        assert store.notices


def test_damaged_copy_is_passed_over_for_the_one_before(backed_up: Path) -> None:
    newest, oldest = backed_up.with_name("starling.db.1"), backed_up.with_name("starling.db.2")
    written(backed_up, row(99))
    older(newest, 2 * DAY)
    Store(backed_up).close()
    assert oldest.exists()
    backed_up.write_bytes(b"x" * 5000)
    newest.write_bytes(newest.read_bytes()[:3000])
    with closing(Store(backed_up)) as store:
        assert len(ids(store)) == 30
        assert len(store.notices) == 1


def test_without_a_copy_the_list_starts_empty_and_the_rest_is_kept(path: Path) -> None:
    written(path, row(1))
    path.write_bytes(b"x" * 5000)
    with closing(Store(path)) as store:
        assert ids(store) == []
        assert "starts empty" in sentence(store.notices[0])
    (aside,) = path.parent.glob("starling.db.damaged-*")
    assert aside.read_bytes() == b"x" * 5000


def test_list_that_is_gone_comes_back_from_its_copy(backed_up: Path) -> None:
    backed_up.unlink()
    with closing(Store(backed_up)) as store:
        assert len(ids(store)) == 30
        assert "was gone" in sentence(store.notices[0])
    assert not list(backed_up.parent.glob("*damaged*"))


class Killed(BaseException):
    """The process ends here."""


def kill_before(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Ends the process before one of the steps that change files, counted from 0."""
    done = count()

    def guarded(function: Callable[..., object]) -> Callable[..., object]:
        def guard(*args: object, **options: object) -> object:
            if next(done) == step:
                raise Killed
            return function(*args, **options)

        return guard

    for place, name in ((os, "link"), (os, "fsync"), (shutil, "copyfile"), (Path, "unlink"), (Path, "replace")):
        monkeypatch.setattr(place, name, guarded(getattr(place, name)))


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize("copies", ["good", "bad"])
def test_kill_while_the_copy_takes_its_place_loses_nothing(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch, step: int, copies: str
) -> None:
    damaged = b"x" * 5000
    backed_up.write_bytes(damaged)
    if copies == "bad":
        backed_up.with_name("starling.db.1").write_bytes(b"y" * 5000)
    with monkeypatch.context() as patched:
        kill_before(patched, step)
        with pytest.raises(Killed):
            Store(backed_up)
    with closing(Store(backed_up)) as store:
        assert len(ids(store)) == (30 if copies == "good" else 0)
        assert store.notices
    kept = {aside.read_bytes() for aside in backed_up.parent.glob("starling.db.damaged-*")}
    assert kept == {damaged}


def test_log_of_the_damaged_database_is_not_applied_to_the_copy(backed_up: Path, tmp_path: Path) -> None:
    with closing(Store(backed_up)) as store:
        store.put(row(99))
        log = shutil.copy(backed_up.with_name("starling.db-wal"), tmp_path / "log")
    backed_up.write_bytes(b"x" * 5000)
    shutil.copy(log, backed_up.with_name("starling.db-wal"))
    with closing(Store(backed_up)) as store:
        assert len(ids(store)) == 30
    assert len(list(backed_up.parent.glob("starling.db.damaged-*-wal"))) == 1


def test_two_copies_a_day_apart(path: Path) -> None:
    first, second, third = (path.with_name(f"starling.db.{number}") for number in (1, 2, 3))
    for number in range(5):
        written(path, row(number))
        Store(path).close()
        older(first, DAY + 1)
    assert (first.exists(), second.exists(), third.exists()) == (True, True, False)
    counts = []
    for copy in (second, first):
        with closing(sqlite3.connect(copy)) as database:
            counts.append(database.execute("SELECT count(*) FROM torrents").fetchone()[0])
    assert counts == [3, 4]


def test_copy_of_today_is_not_made_again(backed_up: Path) -> None:
    before = backed_up.with_name("starling.db.1").stat()
    Store(backed_up).close()
    assert backed_up.with_name("starling.db.1").stat() == before


def test_program_that_runs_for_days_makes_copies_too(backed_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store(backed_up)) as store:
        store.put(row(77))
        older(backed_up.with_name("starling.db.1"), 2 * DAY)
        later = time.monotonic() + 2 * DAY
        monkeypatch.setattr(time, "monotonic", lambda: later)
        store.save(Batch({row(77).id: b"x"}))
    with closing(sqlite3.connect(backed_up.with_name("starling.db.1"))) as copy:
        assert copy.execute("SELECT count(*) FROM torrents").fetchone() == (31,)


def test_copy_that_cannot_be_made_keeps_nobody_out(path: Path) -> None:
    written(path, row(1))
    path.with_name("starling.db.new").mkdir()
    with closing(Store(path)) as store:
        assert ids(store) == [row(1).id]


def test_newer_database_is_left_alone(path: Path) -> None:
    written(path, row(1))
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(EngineError, match="newer version") as raised:
        Store(path)
    assert sentence(str(raised.value))
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*damaged*"))


def test_what_cannot_be_opened_is_not_taken_for_damaged(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    assert path.is_dir()


def test_locked_database_is_not_taken_for_damaged(backed_up: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, timeout=0.1, **options))
    with closing(connect(backed_up)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            Store(backed_up)
    assert not list(backed_up.parent.glob("*damaged*"))


@pytest.fixture
def full(path: Path) -> Iterator[Store]:
    """A store whose disk is full: SQLite may not take one page more."""
    written(path, row(1))
    with closing(Store(path)) as store:
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        yield store


def test_full_disk_is_a_sentence(full: Store) -> None:
    with pytest.raises(EngineError, match="can't be saved") as raised:
        full.put(Row("f" * 40, bytes(100_000), None))
    assert "full" in sentence(str(raised.value))
    assert ids(full) == [row(1).id]


def fill(user: User) -> None:
    running = user.engine._running
    assert running is not None
    database = running.store._db
    pages = user.run(user._workers[0].run(lambda: database.execute("PRAGMA page_count").fetchone()[0]))
    user.run(user._workers[0].run(lambda: database.execute(f"PRAGMA max_page_count = {pages}").fetchone()))


def empty(user: User) -> None:
    running = user.engine._running
    assert running is not None
    database = running.store._db
    user.run(user._workers[0].run(lambda: database.execute("PRAGMA max_page_count = 1000000").fetchone()))


def test_full_disk_is_told_once_and_nothing_is_lost_when_it_has_space_again(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload())
    long = tuple(f"{number} {'x' * 200}" for number in range(200))
    fill(user)
    user.engine.set_labels([id], long)
    user.hears("can't be saved")
    # A change that is small enough is taken in between; that is no reason to tell it again.
    keeper = user.engine._running.keeper
    keeper.write()
    user.engine.contents.set_first_last([id], True)
    user.until(lambda: keeper._batch.labels)
    keeper.write()
    user.until(lambda: keeper._batch.labels)
    user.sees(id, lambda row: row.first_last)
    empty(user)
    user.restart()
    assert (user.torrent(id).labels, user.torrent(id).first_last) == (long, True)


def test_adding_to_a_full_disk_is_refused_and_can_be_tried_again(swarm: Swarm, user: User) -> None:
    user.adds(swarm.payload(name="first"))
    payload = swarm.payload(files={f"{'n' * 200}{number}": 10 for number in range(200)})
    shown = user.previews(payload.torrent_path)
    fill(user)
    assert "can't be saved" in user.refused(user.engine.intake.add(shown.id, user.options()))
    assert shown.id not in user.engine.torrents
    empty(user)
    assert user.run(user.engine.intake.add(shown.id, user.options())) == payload.id


def test_damaged_database_at_the_start_of_the_program(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload())
    user.restart().quit()
    os.truncate(user.data_dir / "starling.db", 5000)
    user.start()
    assert id in user.engine.torrents
    user.hears("copy of", "is used")


def test_folder_that_cannot_be_had_is_a_sentence(user: User) -> None:
    user.quit()
    database = user.data_dir / "starling.db"
    for file in user.data_dir.glob("starling.db*"):
        file.unlink()
    database.mkdir()
    with pytest.raises(EngineError, match="can't be opened") as raised:
        user.finish(user.launch())
    assert sentence(str(raised.value))
    assert user.refused(user.engine.intake.preview("x")) == str(raised.value)


def test_schema_is_strict() -> None:
    assert module._SCHEMA.count("STRICT") == 2
