# SPDX-License-Identifier: GPL-3.0-or-later
"""The editors of the pages Speed and Schedule: rates in a line, and the grid with its brushes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.schedule import Mode, Schedule
from starling.ui.dialogs.means import Means
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.scheduleedit import ScheduleEditor
from starling.ui.schedulegrid import Place
from tests.ui.preferences.steps import row_of, shown, types

PRESETS = settings.speed.PRESETS
FOLLOWED, PLAN = settings.schedule.FOLLOWED, settings.schedule.PLAN
LEFT = Qt.MouseButton.LeftButton


def test_rates_are_typed_in_one_line(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, PRESETS, qtbot)
    types(row, "2M; 300 ;300 kB/s; 1,5 MB/s;")
    assert means.settings.get(PRESETS) == (300_000, 1_500_000, 2_000_000)
    assert shown(row) == "300 kB/s; 1,500 kB/s; 2,000 kB/s"
    types(row, "300; fast")
    assert means.settings.get(PRESETS) == (300_000, 1_500_000, 2_000_000)
    assert "“fast”" in row.verdict.text()
    types(row, "0")
    assert row.verdict.isVisible()
    types(row, " ")
    assert means.settings.get(PRESETS) == ()


def test_the_week_is_painted_once_it_is_followed(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, PLAN, qtbot)
    assert isinstance(row.editor, ScheduleEditor)
    assert not row.editor.isEnabled()
    means.settings.set(FOLLOWED, True)
    assert row.editor.isEnabled()
    editor = row.editor
    QTest.mouseClick(editor.brushes[Mode.PAUSED], LEFT)
    QTest.mouseClick(editor.grid, LEFT, pos=editor.grid.rect_of(Place(0, 7)).center())
    assert means.settings.get(PLAN) == Schedule().painted([(0, 7)], Mode.PAUSED)
    editor.grid.setFocus()
    QTest.keyClick(editor.grid, Qt.Key.Key_3)
    assert editor.brushes[Mode.SEEDING].isChecked()
    assert means.settings.get(PLAN) == Schedule().painted([(0, 7)], Mode.SEEDING)
    assert editor.told.text() == "Monday, 7:00 to 8:00: Seeding only"
    row.reset()
    assert editor.grid.schedule == Schedule()
