# SPDX-License-Identifier: GPL-3.0-or-later
"""The table as a user meets it: clicks, keys, columns, and what is painted."""

from dataclasses import replace
from itertools import count

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QHelpEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.ui import cells, tableview
from starling.ui.tableview import TableView
from starling.ui.theme import LIGHT, ThemeManager
from starling.ui.tips import plain_tip
from tests.ui.tables import CTRL, KEY, LEFT, ROWS, Row, colour_at, columns, model_of, picture, point_in, show

# What the offscreen platform cannot do is no fault of the table.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeManager) -> TableView:
    """A shown table with the keyboard."""
    return show(qtbot, themes, columns(), ROWS)


# Selection and keyboard


@pytest.mark.parametrize("how", ["removed", "filtered", "replaced"])
def test_hundreds_of_selected_rows_leave(qtbot: QtBot, themes: ThemeManager, how: str) -> None:
    view = show(qtbot, themes, columns(), [Row(f"row {n}", n) for n in range(900)])
    model = model_of(view)
    model.sort_by("size", falling=False)
    view.select_keys([f"row {n}" for n in range(600)])
    assert model.held, "so many moving at every tick would cost too much"
    model.upsert([Row(f"row {n}", n * 7919 % 900) for n in range(900)])
    if how == "removed":
        model.remove([f"row {n}" for n in range(0, 600, 2)])
    elif how == "filtered":
        model.set_filter(lambda row: row.key.endswith("1"))
    else:
        model.replace([Row(f"row {n}", n * 7919 % 900) for n in range(1, 900, 2)])
    assert not model.held
    sizes = [row.size for row in model.rows()]
    assert sizes == sorted(sizes)
    assert all(int(key.split()[1]) < 600 for key in view.selected_keys())


def test_a_click_selects_a_row_and_paints_its_wash_and_bar(view: TableView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=point_in(view, 1))
    assert view.selected_keys() == ["debian.iso"]
    assert view.current_key() == "debian.iso"
    assert colour_at(view, 0, 1) == LIGHT.accent
    assert colour_at(view, 400, 1) == LIGHT.sel
    assert colour_at(view, 400, 0) == LIGHT.base


def test_without_the_keyboard_the_selection_is_grey(view: TableView, qtbot: QtBot) -> None:
    view.select_keys(["arch.iso"])
    view.window().findChild(QLineEdit).setFocus()
    qtbot.waitUntil(lambda: not view.hasFocus())
    assert colour_at(view, 0, 2) == LIGHT.faint
    assert colour_at(view, 400, 2) == LIGHT.seloff


def test_a_current_row_that_is_not_selected_has_an_outline(view: TableView) -> None:
    view.select_keys(["ubuntu.iso"])
    QTest.keyClick(view, KEY.Key_Down, CTRL)
    assert view.selected_keys() == ["ubuntu.iso"]
    assert view.current_key() == "debian.iso"
    assert colour_at(view, 400, 1, 0) == LIGHT.accent
    assert colour_at(view, 400, 1, 3) == LIGHT.base


def test_rows_end_in_a_hairline(view: TableView) -> None:
    assert colour_at(view, 400, 1, view.row_height - 1) == LIGHT.hair


def test_select_all_home_and_end(view: TableView) -> None:
    QTest.keyClick(view, KEY.Key_A, CTRL)
    assert view.selected_keys() == [row.key for row in ROWS]
    assert view.selected_spans() == [(0, len(ROWS) - 1)]
    assert view.selected_count() == len(ROWS)
    QTest.keyClick(view, KEY.Key_End)
    assert view.selected_keys() == ["Blender"]
    QTest.keyClick(view, KEY.Key_Home)
    assert view.current_key() == "ubuntu.iso"


def test_typing_jumps_to_a_name(view: TableView) -> None:
    view.select_keys(["ubuntu.iso"])
    QTest.keyClicks(view, "bl")
    assert view.current_key() == "Blender"
    view._jump = ""
    QTest.keyClicks(view, "d")
    assert view.selected_keys() == ["debian.iso"]
    QTest.keyClicks(view, "x")
    assert view.selected_keys() == ["debian.iso"]


def test_the_same_letter_goes_on_to_the_next_name(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), [Row("aa"), Row("ab"), Row("b")])
    for expected in ("aa", "ab", "aa"):
        QTest.keyClicks(view, "a")
        assert view.current_key() == expected


def test_copy_gives_the_shown_columns_separated_by_tabs(view: TableView) -> None:
    view.select_keys(["arch.iso", "ubuntu.iso"])
    QTest.keyClick(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "ubuntu.iso\t6140 MB\t70%\t6140 / 9\narch.iso\t1310 MB\t25%\t1310 / 9"


def test_selecting_says_so(view: TableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked):
        view.select_keys(["arch.iso"])
    with qtbot.waitSignal(view.picked):
        model_of(view).remove(["arch.iso"])
    assert view.selected_keys() == []


def test_the_selection_follows_its_rows(view: TableView) -> None:
    view.select_keys(["arch.iso", "Blender"])
    model_of(view).sort_by("name", falling=False)
    assert view.selected_keys() == ["arch.iso", "Blender"]
    assert view.current_key() == "arch.iso"
    model_of(view).set_filter(lambda row: row.size == 0)
    assert view.selected_keys() == ["Blender"]


def test_a_removed_current_row_hands_over_to_its_neighbour(view: TableView) -> None:
    view.select_keys(["debian.iso"])
    model_of(view).remove(["debian.iso"])
    assert view.current_key() == "arch.iso"


def test_a_filter_that_takes_the_current_row_does_not_jump_to_the_end(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), [Row(f"{n:04}", n) for n in range(1000)])
    view.select_keys(["0001"])
    model_of(view).set_filter(lambda row: row.size % 2 == 0)
    assert view.current_key() is None
    assert view.verticalScrollBar().value() == 0


def test_rows_stay_while_very_many_are_selected(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), [Row(f"{n:04}", n + 1) for n in range(600)])
    model = model_of(view)
    model.sort_by("size", falling=False)
    view.selectAll()
    model.upsert([Row("0000", 9999)])
    assert model.index_of("0000") == 0
    view.clearSelection()
    assert model.index_of("0000") == 599


def test_rows_stay_while_the_button_is_down_or_a_menu_open(view: TableView, qtbot: QtBot) -> None:
    model = model_of(view)
    QTest.mousePress(view.viewport(), LEFT, pos=point_in(view, 0))
    assert model.held
    QTest.mouseRelease(view.viewport(), LEFT, pos=point_in(view, 0))
    assert not model.held
    menu = QMenu(view)
    menu.addAction("Start")
    view.popup(menu, view.mapToGlobal(QPoint(5, 5)))
    assert model.held
    menu.close()
    assert not model.held


def test_the_menu_key_asks_for_the_menu_below_the_row(view: TableView, qtbot: QtBot) -> None:
    view.select_keys(["debian.iso"])
    with qtbot.waitSignal(view.menu_requested) as signal:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(view.viewport(), event)
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().mapFromGlobal(signal.args[0]) == rect.bottomLeft()


# Looks


def test_an_empty_table_says_why(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), [])
    blank = picture(view)
    view.set_empty_text("Nothing here yet.")
    assert picture(view) != blank
    model_of(view).upsert(ROWS)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).isValid())
    with_rows = picture(view)
    view.set_empty_text("")
    assert picture(view) == with_rows


@pytest.mark.parametrize("step", [1, 78, 200, 5000])
def test_what_was_scrolled_looks_as_if_painted_anew(qtbot: QtBot, themes: ThemeManager, step: int) -> None:
    view = show(qtbot, themes, columns(), [Row(f"{n:04}", n) for n in range(1000)])
    view.select_keys(["0004"])
    window = view.window()

    def on_screen() -> QImage:
        image = window.screen().grabWindow(window.winId()).toImage()
        return image.convertToFormat(QImage.Format.Format_RGB32)

    before = on_screen()
    for _ in range(3):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        qtbot.waitUntil(lambda: on_screen() == window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    assert on_screen() != before


def test_the_theme_is_taken_over_at_once(view: TableView, themes: ThemeManager) -> None:
    themes.set_appearance(Appearance.DARK)
    assert colour_at(view, 400, 1).name() == themes.theme.base.name()
    assert colour_at(view, 400, 1) != LIGHT.base


def test_rows_and_columns_grow_with_the_font(view: TableView, qapp: QApplication, qtbot: QtBot) -> None:
    height, width = view.row_height, view.columns.sectionSize(1)
    assert height == 26
    font = QFont(qapp.font())
    font.setPixelSize(26)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: view.row_height == 52)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(1, 0)).top() == 52)
    assert view.columns.sectionSize(1) == 2 * width


def test_cells_are_painted_by_their_columns(view: TableView) -> None:
    def ink(column: int) -> set[str]:
        image, rect = picture(view), view.visualRect(view.model().index(0, column))
        return {image.pixelColor(x, y).name() for x in range(rect.left(), rect.right()) for y in range(rect.height())}

    assert LIGHT.down.name() in ink(0)
    assert LIGHT.have.name() in ink(2)
    assert LIGHT.miss.name() in ink(2)


def test_what_only_explains_is_muted(view: TableView) -> None:
    view.columns.set_hidden("note", False)
    view.columns.resizeSection(4, 200)
    model_of(view).upsert([Row("ubuntu.iso", 6140, 0.7, "by https")])
    image, rect = picture(view), view.visualRect(view.model().index(0, 4))
    found = {image.pixelColor(x, y).name() for x in range(rect.left(), rect.right()) for y in range(rect.height())}
    assert {LIGHT.text.name(), LIGHT.muted.name()} <= found


def test_bars_stay_visible_on_a_selected_row(view: TableView, qtbot: QtBot) -> None:
    view.select_keys(["arch.iso"])
    rect = view.visualRect(view.model().index(2, 2))
    end = rect.right() - 8 - cells.PERCENT_SLOT - 6
    assert picture(view).pixelColor(end, rect.center().y()) == LIGHT.miss_sel
    view.window().findChild(QLineEdit).setFocus()
    qtbot.waitUntil(lambda: not view.hasFocus())
    assert picture(view).pixelColor(end, rect.center().y()) == LIGHT.miss_seloff


def mouse_moves(view: TableView, point: QPoint) -> None:
    """As an event of its own: QTest's makes none where the pointer is there already, left by another test."""
    none = Qt.MouseButton.NoButton
    there = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), there, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def test_rows_wait_for_a_mouse_that_moves_over_them(
    view: TableView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tableview, "_AIMING_MS", 50)
    model = model_of(view)
    model.sort_by("size", falling=True)
    first, last = model.keys()[0], model.keys()[-1]
    mouse_moves(view, point_in(view, 1))
    model.upsert([Row(str(last), 9_999)])
    assert model.keys()[0] == first
    qtbot.waitUntil(lambda: model.keys()[0] == last)
    assert not model.held


def test_rows_do_not_wait_for_ever(view: TableView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tableview, "_STALE_MS", 50)
    model = model_of(view)
    model.sort_by("size", falling=True)
    last = model.keys()[-1]
    mouse_moves(view, point_in(view, 1))
    model.upsert([Row(str(last), 9_999)])
    steps = count()

    def moved_on() -> bool:
        mouse_moves(view, point_in(view, 1) + QPoint(next(steps) % 9, 0))
        return model.keys()[0] == last

    qtbot.waitUntil(moved_on, timeout=900)


def test_a_mouse_that_leaves_lets_the_rows_go(view: TableView) -> None:
    mouse_moves(view, point_in(view, 1))
    assert model_of(view).held
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert not model_of(view).held


def test_a_right_click_does_not_hold_the_rows(view: TableView) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=point_in(view, 0))
    assert not model_of(view).held


def test_a_row_without_progress_has_no_bar(view: TableView) -> None:
    rect = view.visualRect(view.model().index(3, 2))
    image = picture(view)
    assert {image.pixelColor(x, rect.center().y()).name() for x in range(rect.left(), rect.right())} == {
        LIGHT.base.name()
    }


def show_tip(view: TableView, row: int, column: int) -> None:
    """Let the mouse rest on a cell."""
    point = point_in(view, row, column)
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)


def test_tooltips_say_what_the_column_says_or_what_is_cut_off(qtbot: QtBot, themes: ThemeManager) -> None:
    long = "<h1>A very long name &amp; more</h1> " * 12
    view = show(qtbot, themes, columns(), [Row("short", 5, 0.5), Row(long, 6)])
    show_tip(view, 0, 2)
    assert QToolTip.text() == plain_tip("0.5 of 1")
    show_tip(view, 0, 0)
    qtbot.waitUntil(lambda: not QToolTip.text())
    show_tip(view, 1, 0)
    assert QToolTip.text() == plain_tip(long)
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_typing_goes_by_the_names_wherever_they_stand(qtbot: QtBot, themes: ThemeManager) -> None:
    rows = [Row("apple", 7), Row("7 pears", 3), Row("3 plums", 1)]
    name, size, *rest = columns()
    view = show(qtbot, themes, [size, name, *rest], rows)
    QTest.keyClicks(view, "7")
    assert view.selected_keys() == ["7 pears"], "texts name the row, not numbers"
    view = show(qtbot, themes, [size, replace(name, hidden=True)], rows)
    QTest.keyClicks(view, "3")
    assert view.selected_keys() == ["7 pears"], "but not texts out of sight"
