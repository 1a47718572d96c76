# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines reach the clipboard at once, or after a while in which the event loop runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from starling.ui import slices
from starling.ui.copying import Copier

MANY = 2_000


@pytest.fixture(autouse=True)
def little_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the machine is, many lines do not fit into one slice."""
    monkeypatch.setattr(slices, "_SLICE", 0.0)


def widget_of(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def many(word: str) -> Iterator[str]:
    for number in range(MANY):
        yield f"{word} {number}"


def test_few_lines_are_there_at_once(qtbot: QtBot) -> None:
    copier = Copier(widget_of(qtbot))
    copier.copy(["a", "b"], 2)
    assert not copier.busy
    assert QGuiApplication.clipboard().text() == "a\nb"


def test_without_lines_the_clipboard_stays(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    Copier(widget_of(qtbot)).copy([], 0)
    assert QGuiApplication.clipboard().text() == "before"


def test_many_lines_come_later_and_the_pointer_says_so(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    widget = widget_of(qtbot)
    copier = Copier(widget)
    copier.copy(many("x"), MANY)
    assert copier.busy
    assert QGuiApplication.clipboard().text() == "before"
    assert widget.cursor().shape() == Qt.CursorShape.BusyCursor
    qtbot.waitUntil(lambda: not copier.busy)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (len(lines), lines[0], lines[-1]) == (MANY, "x 0", f"x {MANY - 1}")
    assert widget.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_what_is_copied_later_wins(qtbot: QtBot) -> None:
    widget = widget_of(qtbot)
    copier = Copier(widget)
    copier.copy(many("x"), MANY)
    copier.copy(many("y"), MANY)
    assert widget.cursor().shape() == Qt.CursorShape.BusyCursor
    qtbot.waitUntil(lambda: not copier.busy)
    assert QGuiApplication.clipboard().text().startswith("y 0\n")
    copier.copy(many("z"), MANY)
    copier.copy(["few"], 1)
    assert not copier.busy
    assert QGuiApplication.clipboard().text() == "few"
    assert widget.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_it_ends_with_its_widget(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    widget = QWidget()
    copier = Copier(widget)
    copier.copy(many("x"), MANY)
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    del copier
    assert QGuiApplication.clipboard().text() == "before"
