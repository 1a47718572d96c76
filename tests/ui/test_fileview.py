# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of files on the screen: mouse, keys, menus, and rows that come and go under them."""

from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from starling import formats
from starling.torrent import File, FileState
from starling.ui import outline
from starling.ui.files.view import FileView
from starling.ui.theme import ThemeManager
from tests.ui.filetrees import SITA, names, tree

pytestmark = pytest.mark.usefixtures("qapp")

NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeManager) -> FileView:
    made = FileView(tree(), themes)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def click(qtbot: QtBot, view: FileView, key: int | str, column: int, offset: int = 5) -> None:
    number = view.model().index_of(key)
    rect = view.cell_rect(view.model().index(number, column))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + offset, rect.center().y()))


def press_priority(qtbot: QtBot, title: str) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == title)
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize("how", ["filter", "fold"])
def test_hundreds_of_selected_rows_leave(view: FileView, how: str) -> None:
    model = view.model()
    model.sort_by("done", falling=True)
    model.set_files([File(i, f"Set/folder {i // 200}/frame {i}.exr", 1000, i, 1) for i in range(1000)])
    model.fold_all(True)
    view.selectAll()
    assert model.held, "so many moving at every tick would cost too much"
    model.set_state(FileState(tuple(i * 7919 % 1000 for i in range(1000)), (4,) * 1000))
    if how == "filter":
        model.set_filter("*99.exr")
        assert len(names(model)) == 16
        found = [row.done for row in model.rows() if row.level == 1]
        assert found == sorted(found, reverse=True)
    else:
        model.fold_all(False)
        assert names(model) == ["Set"]
    assert not model.held


def test_keys_tick_fold_and_step(qtbot: QtBot, view: FileView) -> None:
    model = view.model()
    view.select_keys([1])
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.priorities() == {1: 0}
    qtbot.keyClick(view, "+")
    assert model.priorities() == {1: 1}
    qtbot.keyClick(view, "-")
    assert model.priorities() == {1: 0}
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.current_key() == "Sita/Extras"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert "    interview.mp4" not in names(model)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_priority_menu_opens_by_click(qtbot: QtBot, view: FileView) -> None:
    view.select_keys([0, 1])
    click(qtbot, view, 1, 2)
    press_priority(qtbot, "Low")
    assert view.model().priorities() == {0: 1, 1: 1}, "a click on a selected row means all that are selected"
    click(qtbot, view, 2, 2)
    press_priority(qtbot, "Skip")
    assert view.model().priorities() == {0: 1, 1: 1, 2: 0}


def test_the_menu_copies_paths_and_takes_all(qtbot: QtBot, view: FileView) -> None:
    view.folder = "/data/films/"
    view.select_keys([1, "Sita/Subtitles"])
    menu = QMenu(view)
    view.fill_menu(menu)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Copy path"].trigger()
    assert QGuiApplication.clipboard().text() == "/data/films/Sita/Extras/interview.mp4\n/data/films/Sita/Subtitles"
    actions["Download none"].trigger()
    assert len(view.model().priorities()) == 6
    actions["Collapse all"].trigger()
    assert names(view.model()) == ["Sita"]


def fold_by_mouse(qtbot: QtBot, view: FileView, key: str) -> None:
    number = view.tree.index_of(key)
    assert number is not None
    place = outline.fold_rect(view.cell_rect(view.tree.index(number, 0)), view.tree.row(number), view.scale)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())


def stands(view: FileView) -> tuple[object, list[object]]:
    """The current row and the selected ones."""
    return view.current_key(), view.selected_keys()


def test_a_folder_takes_over_what_was_picked_in_it(qtbot: QtBot, view: FileView) -> None:
    view.select_keys([2])
    fold_by_mouse(qtbot, view, "Sita/Subtitles")
    assert stands(view) == (2, [2]), "it was elsewhere"
    fold_by_mouse(qtbot, view, "Sita/Extras")
    assert stands(view) == ("Sita/Extras", ["Sita/Extras"])
    view.expand_all()
    view.select_keys([4, 6])
    view.selectionModel().setCurrentIndex(view.tree.index(view.tree.index_of(1), 0), NO_UPDATE)
    fold_by_mouse(qtbot, view, "Sita/Subtitles")
    assert stands(view) == (1, ["Sita/Subtitles", 6])
    view.collapse_all()
    assert stands(view) == ("Sita", ["Sita"])


@pytest.mark.parametrize("count", [0, 6000], ids=["at once", "in slices"])
def test_the_current_row_is_found_again_in_another_shape(qtbot: QtBot, view: FileView, count: int) -> None:
    if count:
        view.tree.set_files([*SITA, *(File(10 + i, f"Sita/many/{i}", 9, 13, 1) for i in range(count))])
        qtbot.waitUntil(lambda: not view.tree.busy)
        view.fold("Sita", True)
        qtbot.waitUntil(lambda: not view.tree.busy)

    def turns(on: bool) -> tuple[object, list[object]]:
        view.flat(on)
        qtbot.waitUntil(lambda: not view.tree.busy)
        return stands(view)

    view.select_keys(["Sita/Extras"])
    assert turns(True) == (1, [1])
    assert turns(False) == (1, [1])
    view.select_keys(["Sita/Subtitles"])
    view.fold("Sita/Subtitles", False)
    qtbot.waitUntil(lambda: not view.tree.busy)
    assert turns(True) == (4, [4])
    view.select_keys([5])
    assert turns(False) == ("Sita/Subtitles", ["Sita/Subtitles"])


def test_files_of_a_folded_folder_are_counted_readably(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "count", partial(formats.count, locale=QLocale("en_US")))
    model = tree(tuple(File(i, f"Set/{i}", 1, i, 1) for i in range(1234)))
    model.fold("Set", False)
    assert [model.columns[0].text(each) for each in model.rows()] == ["Set, 1,234 files"]
