# SPDX-License-Identifier: GPL-3.0-or-later
"""The removed torrents in the database and the desktop's trash: every column, every place, every way back."""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from starling.engine import bintrash
from starling.engine.binstore import BinStore, Leaver, Notes
from starling.engine.bintrash import Fate, Move
from starling.engine.errors import EngineError
from starling.engine.rows import Removal, Row
from starling.engine.store import Store
from tests.engine.oldstore import set_back
from tests.helpers import sentence

ROW = Row("a" * 40, b"resume", b"info", "Mine", 3, True, ("x", "ñ"), "{}", "0-2", '{"a": 1}')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "starling.db"


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")]


def test_a_row_goes_and_comes_with_every_column(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put(ROW)
        bins = BinStore(store)
        numbers = bins.begin([Leaver(ROW.id, "Shown", 9, "/x"), Leaver("b" * 40, "?", 0, "")], Removal.WITH_DATA, 5)
        assert (list(numbers), list(store.rows()), bins.listed()) == ([ROW.id], [], [])
        (entry,) = bins.unfinished()
        assert (entry.row, entry.todo, entry.removed.name, entry.removed.at) == (ROW, Removal.WITH_DATA, "Shown", 5)
        notes = Notes((Move("/x/\udce9", "/trash/\udce9", "now"),), "seal", (0, 7))
        bins.done({numbers[ROW.id]: notes})
        assert bins.entries([entry.removed.number])[0].notes == notes
        assert (bins.expired(5), bins.expired(6)) == ([], [entry.removed.number])
        assert bins.give_back({entry.removed.number: None}) == {entry.removed.number}
        assert (next(store.rows()), bins.ids()) == ([ROW], set())
    assert set(columns(path, "torrents")) <= set(columns(path, "removed"))


def test_one_that_is_in_the_list_stays_removed_and_numbers_are_never_used_again(path: Path) -> None:
    with closing(Store(path)) as store:
        bins = BinStore(store)
        store.put(ROW)
        (first,) = bins.begin([Leaver(ROW.id, "", 0, "")], Removal.ONLY, 1).values()
        bins.done({first: Notes()})
        store.put(ROW)
        assert bins.give_back({first: b"other"}) == set()
        bins.drop([first])
        (second,) = bins.begin([Leaver(ROW.id, "", 0, "")], Removal.ONLY, 2).values()
        assert second > first


@pytest.mark.parametrize("data", [None, b"", b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_notes_that_can_not_be_read_are_none(data: bytes | None) -> None:
    assert Notes.decode(data) == Notes()


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_removal_that_an_earlier_version_has_begun_is_taken_over(path: Path, version: int) -> None:
    other = Row("b" * 40, b"r", None)
    with closing(Store(path)) as store:
        store.put(ROW)
        store.put(other)
    set_back(path, version)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE torrents SET removing = 2 WHERE id = ?", (ROW.id,))
    with closing(Store(path)) as store:
        assert [row.id for row in next(store.rows())] == [other.id]
        (entry,) = BinStore(store).unfinished()
    assert (entry.row.id, entry.row.labels, entry.todo) == (ROW.id, ROW.labels, Removal.ONLY)
    assert abs(entry.removed.at - time.time()) < 60


def test_disk_that_takes_nothing_is_told(path: Path) -> None:
    with closing(Store(path)) as store:
        store.put(ROW)
        with store.writing() as database:
            database.execute("CREATE TRIGGER full BEFORE INSERT ON removed BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        with pytest.raises(EngineError) as caught:
            BinStore(store).begin([Leaver(ROW.id, "", 0, "")], Removal.ONLY, 1)
        assert "disk full" in sentence(str(caught.value))
        assert next(store.rows()) == [ROW]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "T ñ"
    (made / "in").mkdir(parents=True)
    (made / "a").write_text("a")
    (made / "in/b").write_text("b")
    return made


def thrown(path: Path) -> Move:
    move = bintrash.put(path)
    assert move is not None
    return move


def test_trash_and_back_and_back_again(folder: Path, home: Path) -> None:
    move = thrown(folder)
    assert (folder.exists(), Path(move.place).is_dir()) == (False, True)
    assert bintrash.find([move.origin, "/other"], time.time() - 1) == [move]
    assert bintrash.find([move.origin], time.time() + 60) == []
    assert [bintrash.take_back(move), bintrash.take_back(move)] == [Fate.BACK, Fate.BACK]
    assert (folder / "in/b").read_text() == "b"
    assert list((home / ".local/share/Trash/info").iterdir()) == []


def test_folder_that_is_there_again_gets_what_it_lacks(folder: Path) -> None:
    move = thrown(folder)
    (folder / "in").mkdir(parents=True)
    (folder / "a").write_text("mine")
    assert bintrash.take_back(move) is Fate.BARRED
    assert ((folder / "a").read_text(), (folder / "in/b").read_text()) == ("mine", "b")
    assert (Path(move.place) / "a").read_text() == "a"
    (folder / "a").unlink()
    assert bintrash.take_back(move) is Fate.BACK
    assert not os.path.lexists(move.place)


def test_half_of_a_way_back_is_finished(folder: Path) -> None:
    move = thrown(folder)
    folder.mkdir()
    # The kill came between the link and the removal of the old name.
    (folder / "a").hardlink_to(Path(move.place) / "a")
    assert bintrash.take_back(move) is Fate.BACK
    assert sorted(path.name for path in folder.rglob("*")) == ["a", "b", "in"]


def test_file_where_a_folder_was_bars_the_way(folder: Path) -> None:
    move = thrown(folder)
    folder.write_text("mine")
    assert bintrash.take_back(move) is Fate.BARRED
    assert (folder.read_text(), (Path(move.place) / "a").read_text()) == ("mine", "a")


def test_what_went_there_since_under_the_same_name_is_a_strangers(folder: Path, tmp_path: Path, home: Path) -> None:
    move = thrown(folder)
    shutil.rmtree(home / ".local/share/Trash")
    holiday = tmp_path / "holiday" / folder.name
    holiday.mkdir(parents=True)
    (holiday / "a").write_text("mine")
    other = thrown(holiday)
    assert other.place == move.place
    assert (bintrash.take_back(move), folder.exists()) == (Fate.GONE, False)
    assert bintrash.take_back(other) is Fate.BACK
    assert (holiday / "a").read_text() == "mine"


def test_what_went_there_later_from_the_same_place_is_another(folder: Path, home: Path) -> None:
    move = thrown(folder)
    info = home / f".local/share/Trash/info/{folder.name}.trashinfo"
    said = info.read_text().replace(move.deleted, "1999-12-31T23:59:59")
    info.write_text(said)
    assert bintrash.take_back(move) is Fate.GONE
    assert bintrash.take_back(Move(move.origin, move.place)) is Fate.BACK
    assert bintrash.take_back(move) is Fate.BACK


def test_copy_that_a_kill_left_at_its_place_is_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = thrown(folder)
    monkeypatch.setattr(bintrash, "_same_disk", lambda *_: False)
    folder.mkdir()
    shutil.copy2(Path(move.place) / "a", folder / "a")
    (folder / "in").mkdir()
    (folder / "in/b").write_text("B")
    assert bintrash.take_back(move) is Fate.BARRED
    assert [path.name for path in Path(move.place).rglob("*") if path.is_file()] == ["b"]
    assert ((folder / "a").read_text(), (folder / "in/b").read_text()) == ("a", "B")


def test_what_is_gone_is_gone(folder: Path) -> None:
    assert bintrash.take_back(Move(str(folder / "x"), "/nowhere/files/x")) is Fate.GONE
    assert bintrash.take_back(Move(str(folder / "x"), "")) is Fate.GONE
