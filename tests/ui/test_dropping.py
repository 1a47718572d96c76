# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropping anywhere in the window: what is taken, what is left alone, what is seen meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from starling.ui.dropping import DropTarget
from starling.ui.theme import ThemeManager

MAGNET = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567"
COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Window(QWidget):
    """A field and much room, and what was dropped."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addStretch()
        self.taken: list[list[str]] = []
        self.target = DropTarget(self, themes, self.taken.append)
        self.resize(400, 300)


@pytest.fixture
def window(qtbot: QtBot, themes: ThemeManager) -> Window:
    made = Window(themes)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(widget: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(widget.rect().center(), COPY, mime, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, mime: QMimeData) -> bool:
    event = QDropEvent(QPointF(widget.rect().center()), COPY, mime, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_files_are_taken_and_the_window_says_so(window: Window, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.torrent"))])
    assert enter(window, mime)
    assert window.target.hint.isVisible()
    assert window.target.hint.geometry() == window.rect()
    image = window.grab().toImage()
    assert image.pixelColor(1, 1) == window.target.hint._themes.theme.accent
    assert drop(window, mime)
    assert not window.target.hint.isVisible()
    assert window.taken == [[str(tmp_path / "a.torrent")]]


def test_the_hint_goes_with_the_drag(window: Window) -> None:
    mime = QMimeData()
    mime.setText(MAGNET)
    enter(window, mime)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.target.hint.isVisible()
    assert window.taken == []


def test_a_link_dropped_on_a_field_is_opened_not_typed(window: Window) -> None:
    mime = QMimeData()
    mime.setText(MAGNET)
    assert enter(window.field, mime)
    assert drop(window.field, mime)
    assert window.taken == [[MAGNET]]
    assert window.field.text() == ""


def test_other_text_is_none_of_our_business(window: Window) -> None:
    mime = QMimeData()
    mime.setText("ubuntu")
    assert not enter(window, mime)
    assert not window.target.hint.isVisible()
    assert enter(window.field, mime)
    assert drop(window.field, mime)
    assert window.field.text() == "ubuntu"
    assert window.taken == []
