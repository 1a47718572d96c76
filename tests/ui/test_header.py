# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of a table as a user meets them: sorting, widths, order, visibility, and all of it remembered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from starling.ui import cells
from starling.ui.column import Column, Weight
from starling.ui.tableview import TableView
from starling.ui.theme import LIGHT, ThemeManager
from tests.ui.tables import LEFT, ROWS, Row, click_header, columns, drag_edge, model_of, names, section_edge, show

# What the offscreen platform cannot do is no fault of the table.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeManager) -> TableView:
    """A shown table with the keyboard."""
    return show(qtbot, themes, columns(), ROWS)


# Columns


def test_the_first_click_on_numbers_sorts_falling_the_next_rising(view: TableView) -> None:
    model = model_of(view)
    click_header(view, 1)
    assert list(model.keys()) == ["ubuntu.iso", "arch.iso", "debian.iso", "Blender"]
    click_header(view, 1)
    assert list(model.keys()) == ["debian.iso", "arch.iso", "ubuntu.iso", "Blender"]
    click_header(view, 0)
    assert model.sorting == ("name", False)


def test_sorting_from_the_program_moves_the_mark(view: TableView) -> None:
    assert view.columns.sortIndicatorSection() == -1
    model_of(view).sort_by("size", falling=True)
    assert view.columns.sortIndicatorSection() == 1
    assert view.columns.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_columns_fill_the_table_and_titles_are_whole(view: TableView) -> None:
    header = view.columns
    assert header.length() == view.viewport().width()
    assert names(view) == ["name", "size", "part", "pair"]
    assert all(header.sectionSize(number) >= header.title_width(number) for number in header.visible())


def test_a_bare_column_is_as_narrow_as_it_says_and_named_in_the_menu(qtbot: QtBot, themes: ThemeManager) -> None:
    described = [replace(column, bare=column.key == "size", width=42) for column in columns()]
    header = show(qtbot, themes, described, ROWS).columns
    assert header.sectionSize(1) == header._context.px(42)
    assert header.sectionSize(2) > header._context.px(42), "its title needs more"
    menu = QMenu(header)
    header.fill_menu(menu)
    assert described[1].title in [action.text() for action in menu.actions()]


def test_an_arrangement_may_have_widths_of_its_own(view: TableView) -> None:
    header = view.columns
    keys = [column.key for column in header._columns]
    usual = header.sectionSize(1)
    header.arrange(keys, (), {"size": 150})
    assert header.sectionSize(1) == header._context.px(150)
    header.arrange(keys, ())
    assert header.sectionSize(1) == usual


def test_the_stretching_column_takes_what_the_window_gains(view: TableView, qtbot: QtBot) -> None:
    before = [view.columns.sectionSize(number) for number in view.columns.visible()]
    view.window().resize(1000, 400)
    qtbot.waitUntil(lambda: view.columns.length() == 1000)
    after = [view.columns.sectionSize(number) for number in view.columns.visible()]
    assert after == [before[0] + 200, *before[1:]]


def test_spare_columns_step_back_in_narrow_windows(view: TableView, qtbot: QtBot) -> None:
    view.window().resize(440, 400)
    qtbot.waitUntil(lambda: names(view) == ["name", "size", "part"])
    view.window().resize(800, 400)
    qtbot.waitUntil(lambda: names(view) == ["name", "size", "part", "pair"])


def test_the_stretching_column_keeps_what_it_needs(qtbot: QtBot, themes: ThemeManager) -> None:
    name, *others = columns()
    view = show(qtbot, themes, [replace(name, least=240), *others], ROWS)
    view.window().resize(300, 400)
    qtbot.waitUntil(lambda: names(view) == ["name", "size", "part"])
    assert view.columns.sectionSize(0) >= 240
    assert view.horizontalScrollBar().maximum() > 0


def test_the_menu_says_which_columns_have_no_room(view: TableView, qtbot: QtBot) -> None:
    def titles() -> list[str]:
        menu = QMenu()
        view.columns.fill_menu(menu)
        return [action.text() for action in menu.actions()]

    assert "Seeds" in titles()
    view.window().resize(440, 400)
    qtbot.waitUntil(lambda: "Seeds (no room now)" in titles())


def test_columns_with_nothing_to_show_step_back_unless_they_are_asked_for(view: TableView) -> None:
    header = view.columns
    header.set_idle(["size", "pair"])
    assert names(view) == ["name", "part"]
    menu = QMenu()
    header.fill_menu(menu)
    size = next(action for action in menu.actions() if action.text() == "Size")
    assert size.isEnabled()
    assert not size.isChecked()
    size.trigger()
    assert names(view) == ["name", "size", "part"]
    state = header.save()
    header.set_idle(())
    assert names(view) == ["name", "size", "part", "pair"]
    header.reset_columns()
    header.set_idle(["size", "pair"])
    assert names(view) == ["name", "part"]
    assert header.restore(state)
    assert names(view) == ["name", "size", "part"], "a wish is remembered"
    header.set_hidden("size", True)
    assert names(view) == ["name", "part"]


def test_a_table_of_nothing_to_show_still_has_a_header(view: TableView) -> None:
    view.columns.set_idle(["name", "size", "part", "pair"])
    assert names(view) == ["name", "size", "part", "pair"]


def test_dragging_an_edge_gives_the_column_another_width(view: TableView) -> None:
    header = view.columns
    before = header.sectionSize(1)
    drag_edge(view, 1, 40)
    assert header.sectionSize(1) == before + 40
    assert header.length() == view.viewport().width()


def test_dragging_the_stretching_column_takes_from_its_neighbour(view: TableView) -> None:
    header = view.columns
    name, size, part = (header.sectionSize(number) for number in range(3))
    drag_edge(view, 0, 20)
    assert [header.sectionSize(number) for number in range(3)] == [name + 20, size - 20, part]
    drag_edge(view, 0, 200)
    assert header.sectionSize(1) == header.minimumSectionSize()
    assert header.length() == view.viewport().width()


def test_a_double_click_on_an_edge_fits_the_column(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), [Row("a", 123456789012345)])
    header = view.columns
    QTest.mouseDClick(header.viewport(), LEFT, pos=section_edge(header, 1))
    fitted = header.sectionSize(1)
    metrics = cells.Context(LIGHT, view.font(), 1.0).metrics[Weight.MEDIUM]
    assert 0 <= fitted - metrics.horizontalAdvance("123456789012345 MB") - 2 * cells.PADDING <= 2


def open_menu(view: TableView, qtbot: QtBot) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(view.columns.viewport(), event)
    menu = view.columns.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    return menu


def choose(menu: QMenu, title: str) -> None:
    """Trigger an entry of a menu or of its submenus, and close it."""
    entries = menu.actions() + [entry for sub in menu.findChildren(QMenu) for entry in sub.actions()]
    next(entry for entry in entries if entry.text() == title).trigger()
    menu.close()


def test_the_header_menu_shows_hides_and_resets_columns(view: TableView, qtbot: QtBot) -> None:
    choose(open_menu(view, qtbot), "Note")
    assert names(view) == ["name", "size", "part", "pair", "note"]
    qtbot.waitUntil(lambda: view.columns.findChild(QMenu) is None)
    assert not model_of(view).held
    choose(open_menu(view, qtbot), "Size")
    assert "size" not in names(view)
    qtbot.waitUntil(lambda: view.columns.findChild(QMenu) is None)
    choose(open_menu(view, qtbot), "Reset columns")
    assert names(view) == ["name", "size", "part", "pair"]


def test_the_header_menu_sorts(view: TableView, qtbot: QtBot) -> None:
    menu = QMenu(view)
    view.columns.fill_menu(menu)
    sort = next(sub for sub in menu.findChildren(QMenu) if sub.title() == "Sort by")
    next(entry for entry in sort.actions() if entry.text() == "Size").trigger()
    assert model_of(view).sorting == ("size", True)
    next(entry for entry in sort.actions() if entry.text() == "Rising").trigger()
    assert model_of(view).sorting == ("size", False)
    menu.deleteLater()


def test_fit_all_columns(view: TableView) -> None:
    view.columns.resizeSection(1, 300)
    menu = QMenu(view)
    view.columns.fill_menu(menu)
    choose(menu, "Fit all columns")
    assert view.columns.sectionSize(1) < 100
    menu.deleteLater()


def test_the_last_column_cannot_be_hidden(view: TableView) -> None:
    for key in ("size", "part", "pair"):
        view.columns.set_hidden(key, True)
    menu = QMenu(view)
    view.columns.fill_menu(menu)
    assert not next(entry for entry in menu.actions() if entry.text() == "Name").isEnabled()
    menu.deleteLater()


# States


def test_order_widths_visibility_and_sorting_come_back(qtbot: QtBot, themes: ThemeManager, view: TableView) -> None:
    view.columns.moveSection(2, 0)
    view.columns.resizeSection(1, 111)
    view.columns.set_hidden("note", False)
    click_header(view, 1)
    state = view.save_state()
    again = show(qtbot, themes, columns(), ROWS)
    assert again.restore_state(state)
    assert names(again) == ["part", "name", "size", "pair", "note"]
    assert again.columns.sectionSize(1) == 111
    assert model_of(again).sorting == ("size", True)
    assert again.save_state() == state


def test_a_state_survives_columns_that_come_and_go(qtbot: QtBot, themes: ThemeManager, view: TableView) -> None:
    view.columns.moveSection(1, 2)
    view.columns.set_hidden("size", True)
    state = view.save_state().replace('"part"', '"gone"')
    ratio = Column[Row](key="ratio", title="Ratio", value=lambda row: row.size, text=lambda row: "1.00")
    newer = show(qtbot, themes, columns(ratio), ROWS)
    assert newer.restore_state(state)
    assert names(newer) == ["name", "part", "pair", "ratio"]


def test_a_first_column_that_is_new_stands_first(qtbot: QtBot, themes: ThemeManager, view: TableView) -> None:
    view.columns.set_hidden("note", False)
    state = view.save_state().replace('"name"', '"gone"')
    newer = show(qtbot, themes, columns(), ROWS)
    assert newer.restore_state(state)
    assert names(newer)[0] == "name"


@pytest.mark.parametrize(
    "state", ["", "x", "[]", "{}", '{"columns":[["name"]],"sort":null}', '{"columns":[["name","x",0]],"sort":null}']
)
def test_nonsense_is_no_state(view: TableView, state: str) -> None:
    before = view.save_state()
    assert not view.restore_state(state)
    assert view.save_state() == before


def test_impossible_widths_and_unknown_sorting_are_left_out(view: TableView) -> None:
    state = '{"columns":[["name",1e9,false],["size",NaN,false]],"sort":["gone",true]}'
    assert view.restore_state(state)
    assert view.columns.length() == view.viewport().width()
    assert model_of(view).sorting is None


def test_a_state_that_hides_everything_hides_nothing(view: TableView) -> None:
    view.columns.set_hidden("note", False)
    assert view.restore_state(view.save_state().replace("false", "true"))
    assert names(view) == ["name", "size", "part", "pair"]


def test_changes_are_announced_for_saving(view: TableView, qtbot: QtBot) -> None:
    def move() -> None:
        view.columns.moveSection(1, 0)

    for change in (lambda: click_header(view, 1), lambda: drag_edge(view, 1, 9), move):
        with qtbot.waitSignal(view.columns.changed):
            change()


def test_sorting_arranges_nothing(qtbot: QtBot, themes: ThemeManager, view: TableView) -> None:
    click_header(view, 1)
    assert not view.columns.arranged
    newer = show(qtbot, themes, list(reversed(columns())), ROWS)
    assert newer.restore_state(view.save_state())
    assert names(newer) == ["pair", "part", "size", "name"], "columns that nobody arranged are this version's"
    assert model_of(newer).sorting == ("size", True)
    drag_edge(view, 1, 9)
    assert view.columns.arranged
    view.columns.reset_columns()
    assert not view.columns.arranged


def test_the_program_may_arrange_columns_without_being_the_user(view: TableView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.columns.changed):
        view.columns.arrange(["note", "part", "pair", "size", "name"], {"pair"})
    assert names(view) == ["note", "part", "size", "name"]
    assert not view.columns.arranged
