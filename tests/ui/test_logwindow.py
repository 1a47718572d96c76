# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the log in the whole program: what is in it, what it shows, and that it keeps up."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from starling import settings
from starling.logbook import KEPT, Area, Level
from starling.settings.log import LogLevel
from starling.torrent import State
from starling.ui.logwindow import LogWindow
from tests.swarm import Answer
from tests.ui.person import Person, choose, entry_of


def opens(person: Person) -> LogWindow:
    person.chooses("View", "Log")
    window = person.dialog(LogWindow)
    turned: list[bool] = []
    QTimer.singleShot(0, lambda: turned.append(True))
    person.until(lambda: turned)
    window.refresh()
    return window


def shown(window: LogWindow) -> list[str]:
    window.refresh()
    return [entry.text for entry in window.model.rows()]


def test_a_torrents_life_is_in_it(person: Person) -> None:
    tracker = person.swarm.tracker()
    tracker.behave(Answer.FAILURE)
    payload = person.swarm.payload(name="Aves", files={"a.bin": 300_000}, trackers=[tracker.url])
    person.offers(payload)
    person.clicks("Aves")
    person.presses("Ctrl+S")
    person.connects(payload, person.swarm.seed(payload))
    person.sees("Aves", State.SEEDING)
    window = opens(person)
    person.until(lambda: any("finished" in text for text in shown(window)))
    person.until(lambda: any("failed" in text for text in shown(window)))
    person.program.notices.warn("Beware.")
    person.window.activateWindow()
    person.program.engine.recheck([payload.id])
    person.until(lambda: any("have been checked" in text for text in shown(window)))
    person.sees("Aves", State.SEEDING)
    task = person.loop.create_task(person.program.engine.remove([payload.id], data=False))
    person.until(task.done)
    person.until(lambda: "Removed." in shown(window))
    found = {entry.text: entry for entry in window.model.rows()}
    assert found["Beware."].level is Level.WARNING
    assert found["Removed."].name == "Aves"
    assert any("Listening at" in text for text in found)
    added = next(entry for text, entry in found.items() if text.startswith("Added"))
    assert (added.torrent, added.area) == (payload.id, Area.TORRENTS)


def test_filters_find(person: Person) -> None:
    book = person.program.book
    one, two = person.makes("Óne", "Two")
    window = opens(person)
    book.clear()
    book.write(Level.ERROR, Area.DISK, "The disk is full.", one.id)
    book.write(Level.WARNING, Area.TRACKERS, "No answer", two.id)
    book.write(Level.INFO, Area.SESSION, "Hello")
    person.until(lambda: shown(window) == ["The disk is full.", "No answer", "Hello"])
    window.level.setCurrentIndex(2)
    window.level.activated.emit(2)
    assert shown(window) == ["The disk is full.", "No answer"]
    window.area.setCurrentIndex(window.area.findData(Area.DISK))
    window.area.activated.emit(0)
    assert shown(window) == ["The disk is full."]
    window.level.setCurrentIndex(0)
    window.area.setCurrentIndex(0)
    window.level.activated.emit(0)
    QTest.keyClicks(window.search, "one")
    person.until(lambda: shown(window) == ["The disk is full."])
    assert "1 of 3" in window.amount.text()
    window.search.clear()
    window.search.tell()
    window.show_only(two.id)
    book.write(Level.INFO, Area.TORRENTS, "It sings.", two.id, own=True)
    assert {"No answer", "It sings."} <= set(shown(window)), "its own log has more than that of all"
    assert {entry.torrent for entry in window.model.rows()} == {two.id}
    assert "Two" in window.only_button.text()
    QTest.mouseClick(window.only_button, Qt.MouseButton.LeftButton)
    assert len(shown(window)) == 3
    window.view.select_keys([window.model.row(1).number])
    window.view.copy()
    person.until(lambda: "Two\tNo answer" in person.clipboard())
    index = window.model.index(1, 0)
    window.view.activated.emit(index)
    assert person.selected() == ["Two"]


def test_it_follows_unless_somebody_reads(person: Person) -> None:
    book = person.program.book
    window = opens(person)
    bar = window.view.verticalScrollBar()
    write(person, 500)
    person.until(lambda: len(shown(window)) >= 500)
    person.until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(200)
    top = window.view.indexAt(window.view.viewport().rect().topLeft()).row()
    write(person, 100)
    person.until(lambda: window._last == book.last)
    assert window.view.indexAt(window.view.viewport().rect().topLeft()).row() == top
    bar.setValue(bar.maximum())
    write(person, 1)
    person.until(lambda: window._last == book.last and bar.value() == bar.maximum())


def test_it_has_the_latest_and_no_more_than_are_kept(person: Person) -> None:
    book = person.program.book
    window = opens(person)
    for _ in range(25):
        write(person, 1000)
        window.refresh()
    assert KEPT <= window.model.total <= KEPT + 2000
    assert window.model.row(window.model.rowCount() - 1).number == book.last


def test_it_is_exported_and_cleared(person: Person, tmp_path: Path) -> None:
    window = opens(person)
    person.program.book.clear()
    write(person, 3)
    person.until(lambda: len(shown(window)) == 3)
    path = tmp_path / "log.txt"
    export(person, window, "As text", path)
    assert [text.split()[-1] for text in path.read_text("utf-8-sig").splitlines()] == ["0", "1", "2"]
    path = tmp_path / "log.csv"
    export(person, window, "As CSV", path)
    assert len(path.read_text("utf-8-sig").splitlines()) == 4
    QTest.mouseClick(window.clear_button, Qt.MouseButton.LeftButton)
    person.until(lambda: "number 0" not in shown(window))


def test_details_are_written_on_demand(person: Person) -> None:
    window = opens(person)
    QTest.mouseClick(window.details, Qt.MouseButton.LeftButton)
    assert person.program.settings.get(settings.log.LEVEL) is LogLevel.DETAILS
    person.program.book.write(Level.DEBUG, Area.SESSION, "a detail")
    person.until(lambda: "a detail" in shown(window))
    person.program.settings.set(settings.log.LEVEL, LogLevel.WARNINGS)
    assert not window.details.isChecked()


def test_closed_and_opened_it_is_as_it_was(person: Person) -> None:
    window = opens(person)
    window.resize(700, 400)
    window.view.columns.setSectionHidden(2, True)
    window.close()
    person.until(lambda: person.window.records.log_window is None)
    again = opens(person)
    assert again is not window
    assert (again.width(), again.height()) == (700, 400)
    person.quits()


def write(person: Person, count: int) -> None:
    for number in range(count):
        person.program.book.write(Level.INFO, Area.SESSION, f"number {number}")


def export(person: Person, window: LogWindow, entry: str, path: Path) -> None:
    menu = window.export_button.menu()
    assert isinstance(menu, QMenu)
    choose(entry_of(menu.actions(), [entry]))
    person.until(lambda: window.findChildren(QFileDialog))
    dialog = window.findChildren(QFileDialog)[-1]
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    dialog.accept()
    person.until(path.exists)
    person.until(lambda: not window.findChildren(QFileDialog))
