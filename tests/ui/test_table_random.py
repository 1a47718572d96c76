# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that come, change and go in any order: the model never says anything wrong to Qt."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from starling.ui.column import natural
from tests.ui.tablerows import FLAG, Row, chosen, table

pytestmark = pytest.mark.usefixtures("qapp")

KEYS = st.integers(0, 60).map(str)
ROWS = st.builds(Row, KEYS, st.sampled_from(["", "a", "B", "b2", "b10"]), st.none() | st.integers(0, 5))
PREDICATES = {
    "all": None,
    "few": lambda row: row.size == 5,
    "most": lambda row: row.size != 0,
    "named": lambda row: bool(row.name),
}


class Compared(RuleBasedStateMachine):
    """A table beside a dict, a list and two sets that say what it should show."""

    def __init__(self) -> None:
        super().__init__()
        self.model = table()
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Warning)
        self.selection = QItemSelectionModel(self.model)
        self.rows: dict[str, Row] = {}
        self.order: list[str] = []
        self.sorting: tuple[str, bool] | None = None
        self.filter = "all"
        self.selected: set[str] = set()
        self.current: str | None = None

    def settle(self, *, resort: bool = True) -> None:
        """What a table does, in the plainest words there are."""
        old = [key for key in self.order if key in self.rows]
        self.order = old + [key for key in self.rows if key not in old]
        if self.sorting and resort:
            column, falling = self.sorting

            def value(key: str) -> object:
                row = self.rows[key]
                return natural(row.name) if column == "name" else row.size

            filled = sorted((k for k in self.order if value(k) not in (None, "")), key=value, reverse=falling)
            self.order = filled + [key for key in self.order if value(key) in (None, "")]
        visible = set(self.visible())
        self.selected &= visible
        if self.current not in visible:
            self.current = None

    def visible(self) -> list[str]:
        predicate = PREDICATES[self.filter]
        return [key for key in self.order if predicate is None or predicate(self.rows[key])]

    @rule(rows=st.lists(ROWS, max_size=50))
    def upsert(self, rows: list[Row]) -> None:
        changed = any(self.rows.get(row.key) != row for row in rows)
        self.rows.update({row.key: row for row in rows})
        self.model.upsert(rows)
        self.settle(resort=changed and not self.model.held)

    @rule(rows=st.lists(ROWS, max_size=50, unique_by=lambda row: row.key))
    def replace(self, rows: list[Row]) -> None:
        self.rows = {key: row for key, row in self.rows.items() if key in {new.key for new in rows}}
        self.rows.update({row.key: row for row in rows})
        self.model.replace(rows)
        self.settle(resort=not self.model.held)

    @rule(keys=st.lists(KEYS, max_size=30))
    def remove(self, keys: list[str]) -> None:
        self.rows = {key: row for key, row in self.rows.items() if key not in keys}
        self.model.remove(keys)
        self.settle(resort=False)

    @rule(name=st.sampled_from(sorted(PREDICATES)))
    def filter_by(self, name: str) -> None:
        self.filter = name
        self.model.set_filter(PREDICATES[name])
        self.settle(resort=False)

    @rule(column=st.sampled_from(["name", "size"]), falling=st.booleans())
    def sort(self, column: str, falling: bool) -> None:
        self.sorting = column, falling
        self.model.sort_by(column, falling=falling)
        self.settle()

    @rule()
    def hold(self) -> None:
        self.model.hold()

    @precondition(lambda self: self.model.held)
    @rule()
    def release(self) -> None:
        self.model.release()
        self.settle(resort=not self.model.held)

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        visible = self.visible()
        keys = data.draw(st.sets(st.sampled_from(visible))) if visible else set()
        self.selection.clearSelection()
        for key in keys:
            self.selection.select(self.model.index(visible.index(key), 0), FLAG.Select | FLAG.Rows)
        self.selected = set(keys)
        if keys:
            self.current = min(keys)
            self.selection.setCurrentIndex(self.model.index(visible.index(self.current), 0), FLAG.NoUpdate)

    @invariant()
    def shows_what_it_should(self) -> None:
        visible = self.visible()
        assert list(self.model.keys()) == visible
        assert list(self.model.rows()) == [self.rows[key] for key in visible]
        assert self.model.rowCount() == len(visible)
        assert [self.model.index(n, 0).data() for n in range(len(visible))] == [self.rows[k].name for k in visible]
        assert [self.model.index_of(key) for key in visible] == list(range(len(visible)))

    @invariant()
    def selection_and_current_row_followed(self) -> None:
        assert chosen(self.model, self.selection) == self.selected
        row = self.selection.currentIndex().row()
        if self.current is not None:
            assert self.model.keys()[row] == self.current


Compared.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
TestCompared = Compared.TestCase
