# SPDX-License-Identifier: GPL-3.0-or-later
"""The log: a ring that any thread writes into, what the program logs by itself, and its file."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling import logbook, settings
from starling.logbook import Area, Entry, Happening, Level, Logbook, ProgramLog
from starling.logfile import LogFile, append, line
from starling.recording import Recording
from starling.settings import Settings
from starling.settings.log import LogLevel


def texts(book: Logbook, since: int = 0) -> list[str]:
    return [entry.text for entry in book.since(since)]


@pytest.fixture
def book(qtbot: QtBot) -> Logbook:
    return Logbook(5)


def test_the_oldest_go_first(book: Logbook) -> None:
    for number in range(8):
        book.write(Level.INFO, Area.SESSION, str(number))
    assert texts(book) == ["3", "4", "5", "6", "7"]
    assert texts(book, since=6) == ["6", "7"]
    assert texts(book, since=8) == []
    assert (book.first, book.last) == (4, 8)
    book.clear()
    assert (texts(book), book.first, book.last) == ([], 9, 8)


def test_what_is_not_grave_enough_is_not_written(book: Logbook) -> None:
    book.write(Level.DEBUG, Area.SESSION, "detail")
    book.least = Level.ERROR
    book.write(Level.WARNING, Area.SESSION, "warning")
    book.write(Level.ERROR, Area.SESSION, "error")
    assert texts(book) == ["error"]


def test_a_torrent_has_a_story_of_its_own_whatever_else_happens(book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook, "_STORIES", 5)
    book.note(Happening(Level.INFO, Area.TORRENTS, "It is paused.", "one", own=True))
    book.write(Level.DEBUG, Area.TRACKERS, "gave 3 peers", "one")
    # Both of our addresses have asked.
    book.write(Level.DEBUG, Area.TRACKERS, "gave 3 peers", "one")
    assert texts(book) == []
    for number in range(9):
        book.write(Level.INFO, Area.SESSION, str(number))
    assert [entry.text for entry in book.of("one")] == ["It is paused.", "gave 3 peers"]
    for number in range(4):
        book.write(Level.INFO, Area.TORRENTS, str(number), "two")
    assert [entry.text for entry in book.of("one")] == ["gave 3 peers"], "the one that was quiet longest loses first"
    assert texts(book) == ["8", "0", "1", "2", "3"]
    assert texts(book, since=book.of("two")[1].number) == ["2", "3"]
    assert (book.is_shortened("one"), book.is_shortened("two")) == (True, False)
    book.clear()
    assert len(book.of("two")) == 4, "it is still so that this has happened to it"
    book.clear("two")
    assert (book.of("two"), book.is_shortened("two"), len(book.of("one"))) == ((), True, 1)


def test_what_two_say_of_a_torrent_in_the_same_words_is_written_once(book: Logbook) -> None:
    for own in (False, False, True):
        book.write(Level.ERROR, Area.TORRENTS, "The disk is full.", "one", own=own)
    assert texts(book) == ["The disk is full."]


def test_readers_hear_of_what_only_a_torrent_is_told(qtbot: QtBot, book: Logbook) -> None:
    with qtbot.waitSignal(book.grown, timeout=20_000):
        book.write(Level.INFO, Area.TORRENTS, "It is paused.", "one", own=True)


def test_many_threads_write_and_readers_hear_of_it_once(qtbot: QtBot) -> None:
    book = Logbook()
    heard: list[int] = []
    book.grown.connect(lambda: heard.append(book.last))
    threads = [threading.Thread(target=write_many, args=(book, n)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: heard[-1:] == [4000])
    assert len(heard) < 10
    assert [entry.number for entry in book.since(0)] == list(range(1, 4001))


def write_many(book: Logbook, number: int) -> None:
    for count in range(1000):
        book.write(Level.INFO, Area.SESSION, f"{number} {count}")


@pytest.fixture
def program_log(book: Logbook) -> Iterator[ProgramLog]:
    handler = ProgramLog(book)
    handler.begin()
    yield handler
    handler.end()


def test_what_modules_log_is_in_it(book: Logbook, program_log: ProgramLog) -> None:
    id = "0123456789" * 4
    logging.getLogger("starling.engine.listener").warning("%s: The disk is full", id)
    try:
        raise OSError("broken")
    except OSError:
        logging.getLogger("starling.engine.store").exception("Not kept")
    logging.getLogger("starling.engine.store").debug("a detail")
    logging.getLogger("starling.automation.run").info("copy ended")
    logging.getLogger("starling.engine.store").info("a detail")
    logging.getLogger("elsewhere").warning("100 %")
    found = [(e.level, e.area, e.torrent, e.text) for e in book.since(0)]
    assert found == [
        (Level.WARNING, Area.TORRENTS, id, "The disk is full"),
        (Level.ERROR, Area.DISK, "", "Not kept (OSError: broken)"),
        (Level.INFO, Area.AUTOMATION, "", "copy ended"),
        (Level.WARNING, Area.PROGRAM, "", "100 %"),
    ]


def test_a_line_of_the_file_is_one_line() -> None:
    entry = Entry(1, 0.0, Level.ERROR, Area.DISK, "two\nlines\u2028three", "ab" * 20, "A name")
    assert line(entry).endswith("ERROR Disk [A name]: two lines three")
    assert len(line(entry).splitlines()) == 1


def test_a_line_of_the_file_holds_nothing_that_a_terminal_obeys() -> None:
    entry = Entry(1, 0.0, Level.ERROR, Area.DISK, "\x1b[2J\x9b31m\x07 \u202egpj", "ab" * 20, "A\x1b]0;name")
    assert line(entry).endswith("ERROR Disk [A␛]0;name]: ␛[2J\ufffd31m␇ \ufffdgpj")
    assert line(entry).isprintable()


def test_a_large_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "starling.log"
    for number in range(7):
        append(path, [f"{number} " + "x" * 50], largest=50)
    kept = {one.name: one.read_text().split()[0] for one in path.parent.iterdir()}
    assert kept == {"starling.log": "6", "starling.1.log": "5", "starling.2.log": "4", "starling.3.log": "3"}
    assert path.stat().st_mode & 0o077 == 0


def test_the_settings_decide(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    book, chosen = Logbook(), Settings(tmp_path / "settings.toml")
    recording = Recording(book, chosen, tmp_path / "logs")
    file = recording.file.path
    book.write(Level.INFO, Area.SESSION, "before")
    logging.getLogger("starling.engine.store").debug("unheard")
    assert not file.exists()
    chosen.set(settings.log.FILE, True)
    qtbot.waitUntil(lambda: file.exists() and "before" in file.read_text())
    chosen.set(settings.log.LEVEL, LogLevel.DETAILS)
    logging.getLogger("starling.engine.store").debug("heard")
    qtbot.waitUntil(lambda: "heard" in file.read_text())
    assert "unheard" not in file.read_text()
    assert "“Write a log file” was changed" in file.read_text()
    chosen.set(settings.log.FILE, False)
    size = file.stat().st_size
    book.write(Level.ERROR, Area.SESSION, "after")
    task = qloop.create_task(recording.close())
    qtbot.waitUntil(task.done)
    assert file.stat().st_size == size
    assert not logging.getLogger("starling").isEnabledFor(logging.DEBUG)
    chosen.flush()
    chosen.deleteLater()


def test_a_file_that_can_not_be_written_is_said_once(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    book = Logbook()
    (tmp_path / "logs").write_text("in the way")
    file = LogFile(book, tmp_path / "logs" / "starling.log")
    book.write(Level.INFO, Area.SESSION, "one")
    file.write(True)
    qtbot.waitUntil(lambda: book.last == 2)
    book.write(Level.INFO, Area.SESSION, "two")
    task = qloop.create_task(file.close())
    qtbot.waitUntil(task.done)
    (said,) = [entry.text for entry in book.since(0) if entry.level is Level.ERROR]
    assert "can't be written" in said


def test_a_file_that_can_be_written_again_gets_what_was_missed(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    book = Logbook()
    folder = tmp_path / "logs"
    folder.write_text("in the way")
    file = LogFile(book, folder / "starling.log", again_ms=10)
    book.write(Level.INFO, Area.SESSION, "one")
    file.write(True)
    qtbot.waitUntil(lambda: book.last == 2)
    book.write(Level.INFO, Area.SESSION, "two")
    folder.unlink()
    qtbot.waitUntil(lambda: file.path.exists() and "two" in file.path.read_text())
    book.write(Level.INFO, Area.SESSION, "three")
    qtbot.waitUntil(lambda: "three" in file.path.read_text())
    assert [text.split(": ", 1)[1][:12] for text in file.path.read_text().splitlines()] == [
        "one",
        "The log can'",
        "two",
        "three",
    ]
    task = qloop.create_task(file.close())
    qtbot.waitUntil(task.done)
