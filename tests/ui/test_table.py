# SPDX-License-Identifier: GPL-3.0-or-later
"""The row models: whatever happens to the rows, order, filter, selection and Qt's own rules hold."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from starling.ui.column import natural
from starling.ui.rows import RowsModel, runs
from starling.ui.table import TableModel
from starling.ui.tips import plain_tip
from tests.ui.tablerows import COLUMNS, FLAG, Row, chosen, table

pytestmark = pytest.mark.usefixtures("qapp")

ROLE = Qt.ItemDataRole


def sizes(**values: int | None) -> list[Row]:
    """Rows whose keys and names are the words, with these sizes."""
    return [Row(key, key, size) for key, size in values.items()]


def shown(model: RowsModel[Row]) -> str:
    """The keys of the rows from top to bottom."""
    return " ".join(map(str, model.keys()))


class Signals:
    """What a model told its views."""

    def __init__(self, model: RowsModel[Row]) -> None:
        self.changed: list[tuple[int, int]] = []
        self.layouts = 0
        model.dataChanged.connect(lambda top, bottom: self.changed.append((top.row(), bottom.row())))
        model.layoutChanged.connect(self._layout)

    def _layout(self) -> None:
        self.layouts += 1


def test_sorts_both_ways_with_empty_values_last() -> None:
    model = table(*sizes(a=2, none=None, c=3, b=1))
    model.sort_by("size", falling=False)
    assert shown(model) == "b a c none"
    model.sort_by("size", falling=True)
    assert shown(model) == "c a b none"
    assert model.sorting == ("size", True)


def test_empty_texts_are_last_too() -> None:
    model = table(Row("1", ""), Row("2", "b"), Row("3", "a"))
    model.sort_by("name", falling=False)
    assert shown(model) == "3 2 1"
    model.sort_by("name", falling=True)
    assert shown(model) == "2 3 1"


def test_equal_values_keep_the_order_they_had() -> None:
    model = table(*sizes(c=1, a=2, b=1, d=2))
    model.sort_by("name", falling=True)
    model.sort_by("size", falling=True)
    assert shown(model) == "d a c b"
    model.sort_by("size", falling=False)
    assert shown(model) == "c b d a"


def test_unknown_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        table().sort_by("colour", falling=False)


def test_a_header_without_sorted_section_changes_nothing() -> None:
    model = table(*sizes(b=1, a=2))
    model.sort(-1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == "b a"
    model.sort(0)
    assert shown(model) == "a b"


def test_upsert_moves_the_changed_row_only_if_its_place_changed() -> None:
    model = table(*sizes(a=1, b=5, c=9))
    model.sort_by("size", falling=False)
    signals = Signals(model)
    model.upsert([Row("b", "b", 6)])
    assert (signals.changed, signals.layouts) == ([(1, 1)], 0)
    model.upsert([Row("b", "b", 10)])
    assert (signals.layouts, shown(model)) == (1, "a c b")


def test_equal_rows_are_ignored() -> None:
    model = table(*sizes(a=1, b=5))
    signals = Signals(model)
    before = model.row(0)
    model.upsert(sizes(a=1, b=5))
    model.replace(sizes(a=1, b=5))
    assert (signals.changed, signals.layouts) == ([], 0)
    assert model.row(0) is before


def test_the_last_of_two_rows_with_one_key_wins() -> None:
    model = table(Row("a", "old"))
    model.upsert([Row("a", "new"), Row("a", "old")])
    assert model.row(0).name == "old"


def test_one_signal_for_each_run_of_changed_rows_and_one_for_very_many() -> None:
    model = table(*(Row(f"{n:03}", "x") for n in range(100)))
    signals = Signals(model)
    model.upsert([Row(f"{n:03}", "y") for n in (3, 4, 5, 9)])
    assert signals.changed == [(3, 5), (9, 9)]
    model.upsert([Row(f"{n:03}", "z") for n in range(1, 99, 2)])
    assert signals.changed[2:] == [(1, 97)]


def test_large_batches_are_not_compared_but_right() -> None:
    model = table(*(Row(f"{n}", "", n) for n in range(2500)))
    model.sort_by("size", falling=True)
    model.upsert([Row(f"{n}", "", -n) for n in range(2500)])
    assert list(model.keys()) == [str(n) for n in range(2500)]
    assert model.row(2499).size == -2499


def test_replaced_rows_are_freed_slice_by_slice(qtbot) -> None:
    model = table(*(Row(f"{n}", "", n) for n in range(2500)))
    model.upsert([Row(f"{n}", "", n + 1) for n in range(2500)])
    assert model._spent
    qtbot.waitUntil(lambda: not model._spent)
    assert not model._sweeper.isActive()


def test_remove_and_replace() -> None:
    model = table(*sizes(a=1, b=2, c=3))
    model.remove(["b", "unknown"])
    assert shown(model) == "a c"
    model.replace(sizes(c=4, d=5))
    assert shown(model) == "c d"
    assert (model.total, model.get("a"), model.get("c")) == (2, None, Row("c", "c", 4))
    model.remove([])
    model.replace([])
    assert model.rowCount() == 0


def test_filter_follows_the_rows() -> None:
    model = table(*sizes(a=1, b=20, c=30))
    model.set_filter(lambda row: (row.size or 0) >= 10)
    assert shown(model) == "b c"
    model.upsert(sizes(a=10, b=2, d=40, e=4))
    assert shown(model) == "a c d"
    assert {row.key for row in model.all_rows()} == set("abcde")
    assert (model.index_of("c"), model.index_of("b")) == (1, None)
    model.set_filter(None)
    assert shown(model) == "a b c d e"


def slow(wanted: Callable[[Row], bool], asked: list[str]) -> Callable[[Row], bool]:
    """A filter that takes half a second for 5,000 rows."""

    def predicate(row: Row) -> bool:
        asked.append(row.key)
        until = time.perf_counter() + 0.0001
        while time.perf_counter() < until:
            pass
        return wanted(row)

    return predicate


def test_a_slow_filter_is_asked_in_slices_and_shown_at_once(qtbot: QtBot) -> None:
    model = table(*(Row(f"{n}", "", n) for n in range(5000)))
    counts: list[int] = []
    model.filtered.connect(lambda: counts.append(model.rowCount()))
    asked: list[str] = []
    model.set_filter(slow(lambda row: row.size % 2 == 0, asked), whole=False)
    assert len(asked) < 5000
    assert (model.rowCount(), counts) == (5000, [])
    # What comes, changes and goes meanwhile: shown is what was, and in the end what is.
    model.upsert([Row("0", "", 1), Row("1", "", 2), Row("new", "", 4), Row("odd", "", 5)])
    model.remove(["2"])
    assert model.rowCount() == 4999
    assert model.index_of("new") is None
    qtbot.waitUntil(lambda: counts != [])
    assert counts == [2500]
    assert [model.index_of(key) is not None for key in ("0", "1", "2", "3", "new", "odd")] == [0, 1, 0, 0, 1, 0]
    # The latest wins, and what a batch that changed is asked does not hold up either.
    model.set_filter(slow(lambda row: False, []), whole=False)
    model.set_filter(slow(lambda row: row.size < 10, asked), whole=False)
    qtbot.waitUntil(lambda: len(counts) == 2)
    assert counts[1] == 11
    asked.clear()
    # Whichever is asked first, for that is as the set has them: one that comes into sight waits for the others.
    model.upsert([Row(f"{n}", "", n - 1 if n < 11 else 9) for n in range(3, 3000)])
    assert 0 < len(asked) < 2997
    assert model.rowCount() == 11
    qtbot.waitUntil(lambda: len(counts) == 3)
    assert counts[2] == 3001


def test_a_quick_filter_is_immediate(qtbot: QtBot) -> None:
    model = table(*(Row(f"{n}", "", n) for n in range(200)))
    model.set_filter(slow(lambda row: row.size < 10, []), whole=False)
    assert model.rowCount() == 10


def test_held_rows_stay_and_newcomers_wait_at_the_end() -> None:
    model = table(*sizes(a=1, b=2, c=3))
    model.sort_by("size", falling=False)
    model.hold()
    model.hold()
    model.upsert(sizes(a=9, d=0))
    assert shown(model) == "a b c d"
    model.release()
    assert model.held
    assert shown(model) == "a b c d"
    model.release()
    assert shown(model) == "d b c a"
    assert not model.held


def test_sorting_by_hand_while_held_sorts() -> None:
    model = table(*sizes(a=1, b=2))
    model.hold()
    model.sort_by("size", falling=True)
    assert shown(model) == "b a"


@pytest.mark.parametrize("leaving", ["a", "abcde"])
def test_rows_that_let_go_while_they_leave_move_once_the_change_is_done(leaving: str) -> None:
    model = table(*sizes(a=1, b=2, c=3, d=4, e=5, f=6))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort_by("size", falling=False)
    model.hold()
    model.upsert(sizes(f=0, e=1))
    model.rowsAboutToBeRemoved.connect(model.release, Qt.ConnectionType.SingleShotConnection)
    seen: list[tuple[int, str]] = []
    model.released.connect(lambda: seen.append((model.rowCount(), shown(model))))
    model.remove(leaving)
    left = "".join(sorted(set("abcdef") - set(leaving)))
    assert [count for count, _ in seen] == [len(left)], "said once, and when rows were what they seem"
    assert shown(model) == ("f e b c d" if leaving == "a" else "f")
    assert not model.held
    del tester


def test_rows_held_again_in_the_same_change_stay() -> None:
    model = table(*sizes(a=1, b=2, c=3))
    model.sort_by("size", falling=False)
    model.hold()
    model.upsert(sizes(c=0))
    model.rowsAboutToBeRemoved.connect(model.release, Qt.ConnectionType.SingleShotConnection)
    model.rowsRemoved.connect(model.hold, Qt.ConnectionType.SingleShotConnection)
    model.remove("a")
    assert shown(model) == "b c"
    model.release()
    assert shown(model) == "c b"


def test_data_serves_what_qt_and_screen_readers_ask() -> None:
    model = table(Row("a", "Alpha", 5))
    name, size = model.index(0, 0), model.index(0, 1)
    assert name.data() == "Alpha"
    assert name.data(ROLE.ToolTipRole) == plain_tip("tip Alpha")
    assert name.data(ROLE.AccessibleTextRole) == "called Alpha"
    assert name.data(ROLE.AccessibleDescriptionRole) == "about Alpha"
    assert size.data() == "5"
    assert size.data(ROLE.TextAlignmentRole) == int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole, ROLE.AccessibleDescriptionRole, ROLE.DecorationRole):
        assert size.data(role) is None
    assert model.data(model.index(7, 0)) is None


def test_headers_say_title_alignment_help_and_first_order() -> None:
    model, across = table(), Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "Name"
    assert model.headerData(0, across, ROLE.ToolTipRole) == "What it is called"
    assert model.headerData(0, across, ROLE.InitialSortOrderRole) == Qt.SortOrder.AscendingOrder.value
    assert model.headerData(1, across, ROLE.InitialSortOrderRole) == Qt.SortOrder.DescendingOrder.value
    assert Qt.AlignmentFlag(model.headerData(1, across, ROLE.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight


def test_falling_first_can_be_chosen() -> None:
    column = COLUMNS[0]
    assert not column.falls_first
    assert replace(column, falling=True).falls_first


def test_natural_order_knows_numbers_accents_and_case() -> None:
    names = ["part 10", "Part 9", "eclair", "Éclair 2", "éclair 1", "zebra"]
    assert sorted(names, key=natural) == ["eclair", "éclair 1", "Éclair 2", "Part 9", "part 10", "zebra"]


def test_runs() -> None:
    assert runs([]) == []
    assert runs([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]


def test_two_rows_with_one_key_are_an_error() -> None:
    model = RowsModel(COLUMNS, lambda row: row.key)
    with pytest.raises(ValueError, match="same key"):
        model.show([Row("a"), Row("a")])


def test_a_plain_rows_model_leaves_sorting_to_its_heirs() -> None:
    with pytest.raises(NotImplementedError):
        RowsModel(COLUMNS, lambda row: row.key).sort(0)


def test_show_keeps_equal_rows_and_tells_of_the_others() -> None:
    model = RowsModel(COLUMNS, lambda row: row.key)
    model.show([Row("a"), Row("b")])
    first, signals = model.row(0), Signals(model)
    model.show([Row("a"), Row("b", "new")])
    assert signals.changed == [(1, 1)]
    assert model.row(0) is first


def test_show_walks_from_any_rows_to_any_others() -> None:
    """Folding, unfolding, sorting and filtering at once, with the selection kept."""
    chance = random.Random(7)
    model = RowsModel(COLUMNS, lambda row: row.key)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    selection = QItemSelectionModel(model)
    for step in range(120):
        before = chosen(model, selection)
        keys = chance.sample(range(200), chance.choice([0, 3, 40, 150, 200]))
        if step % 3:
            keys.sort()
        rows = [Row(str(key), f"{key} at {step}") for key in keys]
        model.show(rows)
        assert list(model.rows()) == rows
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == [row.name for row in rows]
        assert chosen(model, selection) == before & {row.key for row in rows}
        for number in chance.sample(range(len(rows)), min(len(rows), 20)):
            selection.select(model.index(number, 0), FLAG.Select | FLAG.Rows)
    assert tester.model() is model


def test_many_rows_leave_and_come_back_with_the_current_row_let_go(qtbot) -> None:
    """Leaving in many runs goes another way than leaving in few; `dropping` says where it starts."""
    model = table(*(Row(f"{n:04}", "", n) for n in range(1000)))
    starts: list[int] = []
    model.dropping.connect(starts.append)
    model.set_filter(lambda row: row.size % 7 == 0)
    assert starts == [143]
    assert list(model.keys()) == [f"{n:04}" for n in range(0, 1000, 7)]
    model.set_filter(None)
    assert model.rowCount() == 1000
    assert list(model.keys()) == sorted(map(str, model.keys()))


def unordered(rows: Iterable[Row]) -> set[str]:
    """The keys of rows whose order does not matter."""
    return {row.key for row in rows}


def test_every_row_is_known_whatever_is_filtered() -> None:
    model = table(*sizes(a=1, b=2))
    model.set_filter(lambda row: False)
    assert model.rowCount() == 0
    assert unordered(model.all_rows()) == {"a", "b"}


def test_some_rows_stay_below_the_others_in_every_order() -> None:
    model = TableModel(COLUMNS, lambda row: row.key, below=lambda row: row.key in "xy")
    model.upsert(sizes(x=9, a=1, y=2, b=5, c=None))
    model.sort_by("size", falling=False)
    assert shown(model) == "a b c y x"
    model.sort_by("size", falling=True)
    assert shown(model) == "b a c x y"
    model.upsert(sizes(y=50, d=3))
    assert shown(model) == "b d a c y x"
