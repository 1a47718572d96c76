# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: one ring round the words, and only for who works with the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from starling.ui.button import Button
from starling.ui.theme import LIGHT, ThemeManager

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pair(qtbot: QtBot, themes: ThemeManager) -> Iterator[tuple[Button, Button]]:
    """Two buttons without words, in an active window; the first has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = Button(), Button()
    for button in made:
        column.addWidget(button)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made[0].setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    window.close()


def accents(button: Button) -> list[int]:
    """Where the colour of the ring stands on the way from the left edge to the right, half way down."""
    image = button.grab().toImage()
    middle, wanted = image.height() // 2, QColor(LIGHT.accent)
    return [x for x in range(image.width()) if image.pixelColor(x, middle) == wanted]


def test_one_ring_goes_round_the_button_that_has_the_keyboard(pair: tuple[Button, Button]) -> None:
    first, second = pair
    assert accents(first) == [0, 1, first.width() - 2, first.width() - 1]
    assert accents(second) == []
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert accents(first) == []
    assert accents(second) == [0, 1, second.width() - 2, second.width() - 1]


def test_a_click_gives_the_focus_without_a_ring_until_a_key_is_pressed(pair: tuple[Button, Button]) -> None:
    _first, second = pair
    pressed: list[int] = []
    second.clicked.connect(lambda: pressed.append(1))
    QTest.mouseClick(second, LEFT)
    assert second.hasFocus()
    assert accents(second) == []
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert len(accents(second)) == 4
    assert len(pressed) == 2


def test_the_ring_is_as_it_was_when_the_window_comes_back(pair: tuple[Button, Button], qtbot: QtBot) -> None:
    first, second = pair
    other = QWidget()
    qtbot.addWidget(other)
    for button, ringed in ((first, True), (second, False)):
        if not ringed:
            QTest.mouseClick(button, LEFT)
            assert button.hasFocus()
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda left=button: not left.hasFocus())
        first.window().activateWindow()
        qtbot.waitUntil(button.hasFocus)
        assert bool(accents(button)) is ringed
        other.hide()
