# SPDX-License-Identifier: GPL-3.0-or-later
"""A file tree as a user meets it: folding, walking and ticking."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.ui import cells
from starling.ui.column import Column, Weight
from starling.ui.outlineview import OutlineView
from starling.ui.rows import RowsModel
from starling.ui.theme import LIGHT, ThemeManager

# Trees
from tests.ui.tables import CTRL, KEY, LEFT

# What the offscreen platform cannot do is no fault of the table.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@dataclass(frozen=True, slots=True)
class Leaf:
    key: str
    level: int = 0
    has_children: bool = False
    expanded: bool = False
    check: Qt.CheckState | None = Qt.CheckState.Checked


TREE = [
    Leaf("film", 0, True, True, Qt.CheckState.PartiallyChecked),
    Leaf("film.mkv", 1),
    Leaf("extras", 1, True, False, Qt.CheckState.Unchecked),
    Leaf("note", 0, check=None),
]


class Asked:
    """What a tree asked its owner for."""

    def __init__(self, view: OutlineView) -> None:
        self.said: list[tuple[object, ...]] = []
        view.toggled.connect(self._toggled)
        view.fold_requested.connect(self._fold)

    def _toggled(self, key: object) -> None:
        self.said.append((key,))

    def _fold(self, key: object, out: bool) -> None:
        self.said.append((key, out))


@pytest.fixture
def tree(qtbot: QtBot, themes: ThemeManager) -> OutlineView:
    """A small file tree."""
    name = Column[Leaf](key="name", title="Name", value=lambda row: row.key, text=lambda row: row.key, tree=True)
    model = RowsModel([name], lambda row: row.key)
    model.show(TREE)
    view = OutlineView(model, themes)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def test_keys_fold_walk_and_tick(tree: OutlineView) -> None:
    asked = Asked(tree)
    tree.setCurrentIndex(tree.model().index(0, 0))
    QTest.keyClick(tree, KEY.Key_Left)
    QTest.keyClick(tree, KEY.Key_Space)
    assert asked.said == [("film", False), ("film",)]
    QTest.keyClick(tree, KEY.Key_Right)
    assert tree.current_key() == "film.mkv"
    QTest.keyClick(tree, KEY.Key_Right)
    QTest.keyClick(tree, KEY.Key_Left)
    assert tree.current_key() == "film"
    QTest.keyClick(tree, KEY.Key_Left, CTRL)
    tree.setCurrentIndex(tree.model().index(2, 0))
    QTest.keyClick(tree, KEY.Key_Right)
    assert asked.said[2:] == [("extras", True)]
    QTest.keyClick(tree, KEY.Key_End)
    QTest.keyClick(tree, KEY.Key_Space)
    QTest.keyClick(tree, KEY.Key_Left)
    assert (tree.current_key(), len(asked.said)) == ("note", 3)


def test_clicks_on_marks_fold_and_tick(tree: OutlineView) -> None:
    asked = Asked(tree)

    def click(row: int, x: int, how=QTest.mouseClick) -> None:
        how(tree.viewport(), LEFT, pos=QPoint(x, tree.visualRect(tree.model().index(row, 0)).center().y()))

    fold, box = cells.INSET + 7, cells.INSET + 23
    click(0, fold)
    assert tree.selected_keys() == []
    click(0, box)
    assert (tree.current_key(), tree.selected_keys()) == ("film", ["film"])
    click(2, fold + 20)
    assert (tree.current_key(), tree.selected_keys()) == ("film", ["film"])
    click(1, fold + 20)
    assert asked.said == [("film", False), ("film",), ("extras", True)]
    assert tree.selected_keys() == ["film.mkv"]
    click(3, box)
    assert tree.selected_keys() == ["note"]
    click(2, box + 20, QTest.mouseDClick)
    assert asked.said[3] == ("extras",)
    assert (tree.current_key(), tree.selected_keys()) == ("extras", ["extras"])


def test_a_click_on_the_box_of_one_of_several_selected_rows_keeps_them(tree: OutlineView) -> None:
    asked = Asked(tree)
    tree.select_keys(["film", "film.mkv"])
    box = QPoint(cells.INSET + 23 + 20, tree.visualRect(tree.model().index(1, 0)).center().y())
    QTest.mouseClick(tree.viewport(), LEFT, pos=box)
    assert asked.said == [("film.mkv",)]
    assert tree.selected_keys() == ["film", "film.mkv"]
    assert tree.current_key() == "film.mkv"


def test_without_a_current_row_keys_of_trees_do_nothing(tree: OutlineView) -> None:
    asked = Asked(tree)
    model = tree.model()
    assert isinstance(model, RowsModel)
    model.show([])
    QTest.keyClick(tree, KEY.Key_Space)
    QTest.keyClick(tree, KEY.Key_Left)
    assert asked.said == []


def test_fitting_a_tree_column_counts_its_indentation(tree: OutlineView) -> None:
    tree.resizeColumnToContents(0)
    metrics = cells.Context(LIGHT, tree.font(), 1.0).metrics[Weight.NORMAL]
    marks = 20 + 14 + 2 + 15 + 6
    assert tree.columns.sectionSize(0) >= metrics.horizontalAdvance("film.mkv") + marks + 2 * cells.INSET
