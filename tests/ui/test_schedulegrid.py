# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid of the schedule: painted with mouse and keyboard, read aloud, in the preferences."""

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.schedule import DAYS, HOURS, Mode, Schedule
from starling.settings.appearance import Appearance
from starling.ui.schedulegrid import Place, ScheduleGrid
from starling.ui.theme import ThemeManager

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALL = [(day, hour) for day in range(DAYS) for hour in range(HOURS)]


@pytest.fixture
def grid(qtbot: QtBot, themes: ThemeManager) -> ScheduleGrid:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = ScheduleGrid(themes)
    QLocale.setDefault(before)
    qtbot.addWidget(made)
    made.resize(700, made.minimumSizeHint().height())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def at(grid: ScheduleGrid, row: int, hour: int) -> QPoint:
    return grid.rect_of(Place(row, hour)).center()


def drags(grid: ScheduleGrid, begin: tuple[int, int], *ways: tuple[int, int]) -> None:
    QTest.mousePress(grid, LEFT, pos=at(grid, *begin))
    for way in ways:
        QTest.mouseMove(grid, at(grid, *way))
    QTest.mouseRelease(grid, LEFT, pos=at(grid, *(ways or (begin,))[-1]))


def has(grid: ScheduleGrid, mode: Mode) -> list[tuple[int, int]]:
    return [place for place, found in zip(ALL, grid.schedule.hours, strict=True) if found is mode]


def test_a_click_paints_an_hour_and_a_drag_a_block(grid: ScheduleGrid) -> None:
    strokes: list[Schedule] = []
    grid.painted.connect(strokes.append)
    drags(grid, (2, 5))
    assert has(grid, Mode.LIMITED) == [(2, 5)]
    grid.set_brush(Mode.PAUSED)
    drags(grid, (4, 12), (0, 0), (3, 10))
    assert has(grid, Mode.PAUSED) == [(3, 10), (3, 11), (3, 12), (4, 10), (4, 11), (4, 12)]
    assert strokes == [Schedule().painted([(2, 5)], Mode.LIMITED), grid.schedule], "one stroke, one change"
    drags(grid, (4, 12))
    assert len(strokes) == 2, "nothing was changed"


def test_heads_paint_days_hours_and_the_week(grid: ScheduleGrid) -> None:
    drags(grid, (1, -1), (2, -1))
    assert has(grid, Mode.LIMITED) == [(day, hour) for day in (1, 2) for hour in range(HOURS)]
    grid.set_brush(Mode.SEEDING)
    drags(grid, (-1, 0), (3, 1))
    assert has(grid, Mode.SEEDING) == [(day, hour) for day in range(DAYS) for hour in (0, 1)]
    grid.set_brush(Mode.FULL)
    drags(grid, (-1, -1))
    assert grid.schedule == Schedule()


def test_a_stroke_that_leaves_the_grid_ends_at_its_edge(grid: ScheduleGrid) -> None:
    QTest.mousePress(grid, LEFT, pos=at(grid, 5, 22))
    QTest.mouseMove(grid, QPoint(grid.width() + 50, grid.height() + 50))
    QTest.mouseRelease(grid, LEFT, pos=QPoint(grid.width() + 50, grid.height() + 50))
    assert has(grid, Mode.LIMITED) == [(5, 22), (5, 23), (6, 22), (6, 23)]


def test_the_keyboard_paints_what_it_has_selected(grid: ScheduleGrid) -> None:
    brushes: list[Mode] = []
    grid.brush_changed.connect(brushes.append)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grid, Key.Key_Right)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down):
        QTest.keyClick(grid, key, SHIFT)
    QTest.keyClick(grid, Key.Key_4)
    assert has(grid, Mode.PAUSED) == [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)]
    assert brushes == [Mode.PAUSED]
    QTest.keyClick(grid, Key.Key_End)
    QTest.keyClick(grid, Key.Key_Space)
    assert (1, 23) in has(grid, Mode.PAUSED)
    QTest.keyClick(grid, Key.Key_Home)
    QTest.keyClick(grid, Key.Key_Left)
    QTest.keyClick(grid, Key.Key_3)
    assert has(grid, Mode.SEEDING) == [(1, hour) for hour in range(HOURS)], "the head of the day is the day"
    for _ in range(9):
        QTest.keyClick(grid, Key.Key_Down)
    assert grid.cursor_place == Place(6, -1)


def test_escape_gives_up_a_stroke(grid: ScheduleGrid) -> None:
    QTest.mousePress(grid, LEFT, pos=at(grid, 0, 0))
    QTest.mouseMove(grid, at(grid, 3, 3))
    QTest.keyClick(grid, Key.Key_Escape)
    QTest.mouseRelease(grid, LEFT, pos=at(grid, 3, 3))
    assert grid.schedule == Schedule()


def test_what_is_looked_at_is_told(grid: ScheduleGrid) -> None:
    told: list[str] = []
    grid.looked_at.connect(told.append)
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        grid.clearFocus()
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        assert told[-1] == "Monday, 0:00 to 1:00: Full speed"
        QTest.keyClick(grid, Key.Key_2)
        assert grid.accessibleDescription() == told[-1] == "Monday, 0:00 to 1:00: Slow mode"
        assert grid.words(Place(6, 23)) == "Sunday, 23:00 to 24:00: Full speed"
        assert grid.words(Place(-1, 0)) == "Every day, 0:00 to 1:00: different"
        assert grid.words(Place(0, -1)) == "Monday: different"
        grid.clearFocus()
        assert told[-1] == ""
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(("language", "first"), [("en_GB", 0), ("en_US", 6), ("es_ES", 0), ("ar_EG", 5)])
def test_the_week_begins_as_it_does_there(qtbot: QtBot, themes: ThemeManager, language: str, first: int) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        grid = ScheduleGrid(themes)
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(grid)
    grid.resize(700, 300)
    grid.show()
    drags(grid, (0, 3))
    assert has(grid, Mode.LIMITED) == [(first, 3)]


def test_modes_differ_without_their_colours(grid: ScheduleGrid, themes: ThemeManager) -> None:
    themes.set_appearance(Appearance.DARK)
    for row, mode in enumerate(Mode):
        grid.set_brush(mode)
        drags(grid, (row, 10))
    picture = grid.grab().toImage()
    ratio = picture.devicePixelRatio()
    looks = set()
    for row in range(len(Mode)):
        rect = grid.rect_of(Place(row, 10))
        track = themes.theme.miss
        marks = tuple(
            picture.pixelColor(int(x * ratio), int(y * ratio)) != track
            for y in range(rect.top() + 2, rect.bottom() - 1, 2)
            for x in range(rect.left() + 2, rect.right() - 1, 2)
        )
        looks.add(marks)
    themes.set_appearance(Appearance.LIGHT)
    assert len(looks) == len(Mode)
