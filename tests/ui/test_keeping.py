# SPDX-License-Identifier: GPL-3.0-or-later
"""A table stands still under the eyes of who reads it, and is as it was left when its torrent is shown again."""

from itertools import pairwise

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.ui.keeping import place_after
from starling.ui.rows import Rearrangement
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from tests.ui.tables import KEY, Row, columns, model_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def rows(*numbers: int) -> list[Row]:
    return [Row(f"{number:04}", number + 1) for number in numbers]


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeManager) -> TableView:
    """A thousand rows, sorted by name, scrolled to the 500th and 7 pixels more."""
    made = show(qtbot, themes, columns(), rows(*range(1000)))
    model_of(made).sort_by("name", falling=False)
    made.verticalScrollBar().setValue(500 * made.row_height + 7)
    return made


def in_sight(view: TableView) -> tuple[str, int]:
    """The first row in sight and where it begins."""
    index = view.indexAt(view.viewport().rect().topLeft())
    return model_of(view).row(index.row()).key, view.visualRect(index).top()


def test_what_is_in_sight_stays_while_rows_come_and_go_above(view: TableView) -> None:
    assert in_sight(view) == ("0500", -7)
    model = model_of(view)
    model.upsert([Row(f"0100 {n}") for n in range(40)])
    assert in_sight(view) == ("0500", -7)
    model.remove([f"{n:04}" for n in range(0, 480, 3)])
    assert in_sight(view) == ("0500", -7)
    model.remove(["0500"])
    assert in_sight(view) == ("0501", -7)
    model.upsert([Row(f"0900 {n}") for n in range(40)])
    assert in_sight(view) == ("0501", -7)


def test_at_the_top_one_sees_who_comes_first(view: TableView) -> None:
    view.verticalScrollBar().setValue(0)
    model_of(view).upsert([Row("0000 first"), Row("-1")])
    assert in_sight(view) == ("-1", 0)


def test_rows_that_only_change_places_do_not_scroll(view: TableView) -> None:
    model = model_of(view)
    model.sort_by("size", falling=True)
    before = view.verticalScrollBar().value()
    for shift in (0, 317, 611):
        model.upsert([Row(f"{n:04}", (n * 7919 + shift) % 1000 + 1) for n in range(1000)])
        assert view.verticalScrollBar().value() == before


def test_sorted_by_what_changes_while_peers_come_and_go(view: TableView) -> None:
    model = model_of(view)
    model.sort_by("size", falling=True)
    view.select_keys(["0490"])
    view.verticalScrollBar().setValue(480 * view.row_height)
    before, current = view.verticalScrollBar().value(), view.current_key()
    for tick in range(5):
        there = [n for n in range(1000) if n == 490 or (n + tick) % 10]
        model.replace([Row(f"{n:04}", (n * 7919 + tick * 13) % 1000 + 1) for n in there])
        assert view.current_key() == current
        assert view.selected_keys() == [current]
        # A tenth goes and comes: what is above stays as many rows, give or take who came instead of whom.
        assert abs(view.verticalScrollBar().value() - before) < 60 * view.row_height


def test_a_current_row_out_of_sight_may_go_without_a_jump(view: TableView) -> None:
    top = view.verticalScrollBar().value()
    view.select_keys(["0002"])
    view.verticalScrollBar().setValue(top)
    model_of(view).remove(["0002"])
    assert view.current_key() == "0003"
    assert in_sight(view) == ("0500", -7)


def test_where_things_are_after_a_change_that_also_sorts() -> None:
    assert place_after(Rearrangement("abcde", "abcde"), 3) == 3
    assert place_after(Rearrangement("abcde", "edcba"), 3) == 3
    assert place_after(Rearrangement("abcde", "xyabcde"), 3) == 5
    assert place_after(Rearrangement("abcde", "cde"), 3) == 1
    assert place_after(Rearrangement("abcde", "xde"), 3) == 1
    assert place_after(Rearrangement("abcde", "xy"), 3) == 2


def test_each_torrent_finds_its_table_as_it_was_left(view: TableView) -> None:
    model = model_of(view)
    view.keeper.turn_to("one")
    view.select_keys(["0510", "0512"])
    QTest.keyClick(view, KEY.Key_Down)
    view.select_keys(["0510", "0512"])
    view.verticalScrollBar().setValue(505 * view.row_height + 3)
    view.keeper.turn_to("two")
    model.replace([])
    model.replace(rows(*range(2000, 2300)))
    assert view.selected_keys() == []
    assert view.verticalScrollBar().value() == 0
    view.select_keys(["2100"])
    view.keeper.turn_to("one")
    model.replace([])
    model.replace(rows(*range(512), *range(513, 1000)))
    assert view.selected_keys() == ["0510"], "the other one has gone meanwhile"
    assert view.current_key() == "0510"
    assert view.verticalScrollBar().value() == 505 * view.row_height + 3
    view.keeper.turn_to("two")
    model.replace([])
    model.replace(rows(*range(2000, 2300)))
    assert view.selected_keys() == ["2100"]


def test_the_same_torrent_told_again_changes_nothing(view: TableView) -> None:
    view.keeper.turn_to("one")
    view.select_keys(["0510"])
    view.keeper.turn_to("one")
    model_of(view).replace(rows(*range(1, 1001)))
    assert view.selected_keys() == ["0510"]


def test_many_torrents_do_not_pile_up(view: TableView) -> None:
    for number in range(200):
        view.keeper.turn_to(str(number))
    assert len(view.keeper._left) <= 50


def test_a_neighbour_can_be_selected(qtbot: QtBot, themes: ThemeManager) -> None:
    view = show(qtbot, themes, columns(), rows(1, 2, 3))
    for gone, expected in pairwise(["0002", "0003", "0001"]):
        view.select_keys([gone])
        place = view.selected_spans()[0][0]
        model_of(view).remove([gone])
        view.select_place(place)
        assert view.selected_keys() == [expected]
    model_of(view).replace([])
    view.select_place(0)
    assert view.selected_keys() == []
