# SPDX-License-Identifier: GPL-3.0-or-later
"""The tool bar: sizes of the design, words that leave before icons do, and the filter box."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.ui.action_rows import TOOLBAR
from starling.ui.actions import Actions
from starling.ui.theme import ThemeManager
from starling.ui.toolbar import ToolBar
from tests.ui.test_actions import Handler

KEYS = [*(key for group in TOOLBAR for key in group), "preferences"]
WORDLESS = {"queue_up", "queue_down", "preferences"}


@pytest.fixture
def bar(qtbot: QtBot, themes: ThemeManager) -> ToolBar:
    window = QMainWindow()
    actions = Actions(window, QWidget(window), Handler(), themes)
    made = ToolBar(actions, themes, window)
    window.addToolBar(made)
    window.setCentralWidget(QWidget())
    window.resize(1440, 600)
    qtbot.addWidget(window)
    made.kept = window  # qtbot holds it by a weak reference only
    window.show()
    return made


def tools(bar: ToolBar) -> list[QToolButton]:
    found = [bar.widgetForAction(action) for action in bar.actions()]
    return [tool for tool in found if isinstance(tool, QToolButton)]


def wide(tool: QToolButton) -> bool:
    return tool.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_it_has_the_sizes_of_the_design(bar: ToolBar) -> None:
    assert bar.height() == 43
    assert [tool.height() for tool in tools(bar)] == [32] * len(KEYS)
    assert {tool.y() for tool in tools(bar)} == {5}
    assert tools(bar)[0].x() == 10
    assert bar.filter.width() == 372
    gear = tools(bar)[-1]
    assert gear.x() > bar.filter.geometry().right()
    assert gear.geometry().right() + 1 == bar.width() - 10


def test_it_grows_with_the_font(bar: ToolBar) -> None:
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    assert bar.height() == 86
    assert {tool.height() for tool in tools(bar)} == {64}
    assert bar.iconSize().width() == 40


def test_another_theme_moves_nothing(bar: ToolBar, themes: ThemeManager) -> None:
    before = [tool.geometry() for tool in tools(bar)]
    themes.set_appearance(Appearance.DARK)
    QApplication.processEvents()
    assert [tool.geometry() for tool in tools(bar)] == before


def test_words_leave_where_there_is_no_room(bar: ToolBar, qtbot: QtBot) -> None:
    assert [wide(tool) for tool in tools(bar)] == [key not in WORDLESS for key in KEYS]
    bar.window().resize(1024, 600)
    qtbot.waitUntil(lambda: not wide(tools(bar)[1]))
    assert [wide(tool) for tool in tools(bar)] == [True] + [False] * (len(KEYS) - 1)
    bar.window().resize(640, 600)
    qtbot.waitUntil(lambda: bar.width() == 640)
    assert all(tool.isVisible() for tool in tools(bar))
    assert bar.filter.isVisible()
    assert bar.filter.geometry().right() < tools(bar)[-1].x()


def test_typing_filters_once_after_the_last_key(bar: ToolBar, qtbot: QtBot) -> None:
    told: list[str] = []
    bar.filter.filtered.connect(told.append)
    QTest.keyClicks(bar.filter, "ubuntu")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["ubuntu"]


def test_escape_clears_at_once_and_leaves(bar: ToolBar, qtbot: QtBot) -> None:
    told: list[str] = []
    left: list[bool] = []
    QTest.keyClicks(bar.filter, "x")
    bar.filter.filtered.connect(told.append)
    bar.filter.left.connect(lambda: left.append(True))
    QTest.keyClick(bar.filter, Qt.Key.Key_Escape)
    assert (told, left, bar.filter.text()) == ([""], [True], "")


def test_tools_say_what_they_do_and_which_keys_do_it(bar: ToolBar) -> None:
    tips = [tool.toolTip() for tool in tools(bar)]
    assert tips[2:5] == ["Start (Ctrl+S)", "Pause (Ctrl+P)", "Remove (Del)"]
    assert tips[-2:] == ["Use the limits of slow mode (Ctrl+L)", "Preferences (Ctrl+,)"]
