# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the statistics in the whole program."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from starling.torrent import State
from starling.ui.dialogs.statistics import ResetStatisticsDialog, StatisticsDialog
from tests.swarm import Payload
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton
DOWNLOADED, ADDED, FINISHED = 0, -2, -1
SESSION, TODAY, ALWAYS = 0, 1, -1


def opens(person: Person) -> StatisticsDialog:
    person.presses("F9")
    return person.dialog(StatisticsDialog)


def text(window: StatisticsDialog, row: int, column: int) -> str:
    return window.figures[row][column].text()


def test_a_download_is_in_it_while_it_goes_on_and_after_a_restart(
    person: Person, payload: Payload, tmp_path: Path
) -> None:
    window = opens(person)
    assert text(window, DOWNLOADED, ALWAYS) == ""
    person.offers(payload)
    person.clicks(payload.name)
    person.presses("Ctrl+S")
    person.connects(payload, person.swarm.seed(payload))
    person.sees(payload.name, State.SEEDING)
    person.until(lambda: text(window, FINISHED, SESSION) == "1")
    person.until(lambda: text(window, DOWNLOADED, TODAY).startswith(("3.3", "3.4")))
    assert text(window, ADDED, ALWAYS) == "1"
    day = window.model.row(0)
    assert day.totals.downloaded >= 3_300_000
    assert window.model.rowCount() == 31
    assert "connected" in window.now.text()
    QTest.mouseClick(window.copy_button, LEFT)
    assert person.clipboard().splitlines()[1].split("\t")[0] == "Downloaded"
    path = tmp_path / "days.csv"
    QTest.mouseClick(window.export_button, LEFT)
    person.until(lambda: window.findChildren(QFileDialog))
    chooser = window.findChildren(QFileDialog)[0]
    field = chooser.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    chooser.accept()
    person.until(path.exists)
    assert path.read_text("utf-8-sig").splitlines()[1].startswith(f'"{day.date.isoformat()}"')
    window.close()
    person.comes_back()
    window = opens(person)
    person.until(lambda: text(window, DOWNLOADED, ALWAYS).startswith(("3.3", "3.4")))
    assert text(window, DOWNLOADED, SESSION) == ""


def test_all_time_is_reset_and_that_is_undone(person: Person) -> None:
    person.makes("One", "Two")
    window = opens(person)
    person.until(lambda: text(window, ADDED, ALWAYS) == "2")
    assert not window.undo_button.isVisible()
    QTest.mouseClick(window.reset_button, LEFT)
    question = person.dialog(ResetStatisticsDialog)
    QTest.mouseClick(question.cancel_button, LEFT)
    person.until(lambda: not question.isVisible())
    assert text(window, ADDED, ALWAYS) == "2"
    QTest.mouseClick(window.reset_button, LEFT)
    question = person.dialog(ResetStatisticsDialog)
    QTest.mouseClick(question.reset_button, LEFT)
    person.until(lambda: text(window, ADDED, ALWAYS) == "")
    assert text(window, ADDED, TODAY) == "2"
    assert "reset" in window.since.text()
    QTest.mouseClick(window.undo_button, LEFT)
    assert text(window, ADDED, ALWAYS) == "2"
    assert not window.undo_button.isVisible()
