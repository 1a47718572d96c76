# SPDX-License-Identifier: GPL-3.0-or-later
"""The first run: a picture, a sentence, two ways to begin, in any size and colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.ui.empty import EmptyState
from starling.ui.theme import ThemeManager
from tests.ui.desk import Longer, texts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def empty(qtbot: QtBot, themes: ThemeManager) -> EmptyState:
    made = EmptyState(themes)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_it_says_what_to_do(empty: EmptyState) -> None:
    assert texts(empty.findChildren(QLabel)) == [
        "Nothing here yet",
        "Drop a .torrent file or a magnet link anywhere in this window.",
    ]


def test_its_buttons_ask_for_a_file_and_for_the_clipboard(empty: EmptyState, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty.open_requested):
        QTest.mouseClick(empty.open_button, LEFT)
    with qtbot.waitSignal(empty.paste_requested):
        QTest.keyClick(empty.paste_button, Qt.Key.Key_Space)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_flock_is_painted_on_the_ground_of_tables(
    empty: EmptyState, themes: ThemeManager, appearance: Appearance
) -> None:
    themes.set_appearance(appearance)
    image = empty.grab().toImage()
    ground = themes.theme.base.rgb()
    assert image.pixel(3, 3) == ground
    picture = empty._picture.geometry()
    pixels = {
        image.pixel(x, y)
        for x in range(picture.left(), picture.right())
        for y in range(picture.top(), picture.bottom())
    }
    assert len(pixels - {ground}) > 50


def test_it_fits_a_small_window_in_a_longer_language(qtbot: QtBot, themes: ThemeManager, qapp: QApplication) -> None:
    longer = Longer()
    qapp.installTranslator(longer)
    try:
        made = EmptyState(themes)
    finally:
        qapp.removeTranslator(longer)
    qtbot.addWidget(made)
    made.resize(800, 260)
    made.show()
    assert made.width() <= 800
    assert made.height() <= 260
    for button in (made.open_button, made.paste_button):
        assert button.width() >= button.sizeHint().width()
        assert made.rect().contains(button.geometry())
