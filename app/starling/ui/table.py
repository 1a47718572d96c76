# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of every flat table: keyed rows that keep themselves sorted and filtered without a proxy model."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, Signal

from starling.ui.column import Column, Row
from starling.ui.rows import RowsModel
from starling.ui.slices import Slices

# Comparing a row with its predecessor costs more than painting it again once a batch is larger than this.
_COMPARED = 1000
_AT_ONCE, _STEP = 200, 64
"""Rows that are asked in any case before the event loop runs again, and those after which time is looked at."""
_LARGE = 2000
"""Rows of which showing others takes a turn of the event loop of its own."""


class TableModel(RowsModel[Row]):
    """Rows by key, in the order of one column, equal values in the order they had before."""

    filtered = Signal()
    """What the filter that was set last lets through is what is shown."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
        *,
        below: Callable[[Row], bool] | None = None,
    ) -> None:
        """Rows that `below` is true for stay under the others whatever is sorted; it never changes for a key."""
        super().__init__(columns, key, parent)
        self._below = below
        self._all: dict[Hashable, Row] = {}
        self._order: list[Hashable] = []
        self._sort_column: Column[Row] | None = None
        self._falling = False
        self._values: dict[Hashable, Any] = {}
        self._predicate: Callable[[Row], bool] | None = None
        self._hidden: set[Hashable] = set()
        self._whole = True
        self._again: set[Hashable] = set()
        """Rows that came or changed while the filter was being asked."""
        self._taking = False
        self._slices = Slices(self)
        self._late = False
        self.released.connect(self._catch_up)

    @property
    def total(self) -> int:
        """Number of rows, those that the filter hides included."""
        return len(self._all)

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """Key of the sorted column and whether it falls."""
        return (self._sort_column.key, self._falling) if self._sort_column else None

    def all_rows(self) -> Iterable[Row]:
        """Every row, those that the filter hides included, in no order."""
        return self._all.values()

    def get(self, key: Hashable) -> Row | None:
        """The row with this key, whether the filter hides it or not."""
        return self._all.get(key)

    def upsert(self, rows: Sequence[Row]) -> None:
        """Add the rows that are new and take over those that changed."""
        if self._take(rows):
            self._settle()

    def remove(self, keys: Iterable[Hashable]) -> None:
        """Remove the rows with these keys; unknown keys do not matter."""
        gone = {key for key in keys if key in self._all}
        if gone:
            self._forget(gone)
            self._settle()

    def replace(self, rows: Sequence[Row]) -> None:
        """Have these rows and no others; those with a known key keep their place and selection."""
        wanted = {self._key(row) for row in rows}
        gone = self._all.keys() - wanted
        if gone:
            self._forget(gone)
        if self._take(rows) or gone:
            self._settle()

    def set_filter(self, predicate: Callable[[Row], bool] | None, *, whole: bool = True) -> None:
        """Show the rows for which this is true; call again if its answers may have changed, None shows all.

        Not `whole`, a filter that is slow to answer is asked in slices: what was shown stays until it has answered
        for all rows, or another one takes its place.
        """
        self._predicate, self._whole = predicate, whole
        self._again.clear()
        rows = list(self._all.items()) if predicate else []
        self._slices.run(self._sift(rows, set()), whole=whole)

    def sort_by(self, column: str, *, falling: bool) -> None:
        """Sort by the column with this key and stay sorted by it. Raises KeyError for an unknown column."""
        number = self.column_number(column)
        if number is None:
            raise KeyError(column)
        if self._sort_column is not self.columns[number]:
            self._sort_column = self.columns[number]
            values = self._values_of(self._sort_column, self._all.values())
            self._values = dict(zip(self._all, values, strict=True))
        self._falling = falling
        self._sort()
        self._settle()
        self.sorted_by.emit(column, falling)

    def _take(self, rows: Sequence[Row]) -> bool:
        """Store what is new or changed and bring order and filter up to it; False if nothing was."""
        known = self._all
        latest = dict(zip(map(self._key, rows), rows, strict=True))
        if len(latest) <= _COMPARED:
            latest = {key: row for key, row in latest.items() if known.get(key) != row}
        if not latest:
            return False
        new = [key for key in latest if key not in known]
        known.update(latest)
        self._order.extend(new)
        if self._predicate:
            self._judge(latest, new)
        if self._sort_column:
            values = self._values_of(self._sort_column, latest.values())
            if new or list(map(self._values.get, latest)) != values:
                self._values.update(zip(latest, values, strict=True))
                self._late = True
                if not self.held:
                    self._sort()
        return True

    def _judge(self, latest: Mapping[Hashable, Row], new: Sequence[Hashable]) -> None:
        """Ask the filter of what came or changed; where that takes long, what is new waits and what was shown stays."""
        self._again.update(latest)
        if not self._slices.busy:
            self._taking = True
            try:
                # A copy: what the first of them answer must not show before all have answered.
                hidden = self._hidden if self._whole else set(self._hidden)
                self._slices.run(self._sift([], hidden), whole=self._whole)
            finally:
                self._taking = False
        if self._slices.busy:
            self._hidden.update(new)

    def _sift(self, rows: Sequence[tuple[Hashable, Row]], hidden: set[Hashable]) -> Iterator[bool]:
        """Asks the filter of these, then of what came or changed meanwhile; starts from what is hidden else."""
        predicate, known, first = self._predicate or _shows, self._all, 0
        while first < len(rows):
            last = first + (_STEP if first else _AT_ONCE)
            hidden.update([key for key, row in rows[first:last] if not predicate(row)])
            first = last
            if first < len(rows):
                yield False
        while self._again:
            keys = list(islice(self._again, _STEP if first else _AT_ONCE))
            first += len(keys)
            self._again.difference_update(keys)
            hidden.difference_update(keys)
            hidden.update([key for key in keys if key in known and not predicate(known[key])])
            if self._again:
                yield False
        if not self._taking and len(known) > _LARGE:
            yield True
        self._hidden = hidden
        if not self._taking:
            self._settle()
            self.filtered.emit()

    def _forget(self, gone: set[Hashable]) -> None:
        for key in gone:
            del self._all[key]
            self._values.pop(key, None)
        self._hidden -= gone
        self._order = [key for key in self._order if key not in gone]

    @staticmethod
    def _values_of(column: Column[Row], rows: Iterable[Row]) -> list[Any]:
        values = list(map(column.value, rows))
        # Most columns have no empty text, and asking the list is ten times as fast as asking each value.
        return [None if value == "" else value for value in values] if "" in values else values

    def _catch_up(self) -> None:
        if self._late:
            self._sort()
            self._settle()

    def _sort(self) -> None:
        """Sort from the order there is: equal values stay as they were, and nearly sorted rows sort fast."""
        self._late = False
        values = self._values
        filled = [key for key in self._order if values[key] is not None]
        empty = [key for key in self._order if values[key] is None] if len(filled) < len(self._order) else []
        filled.sort(key=values.__getitem__, reverse=self._falling)
        self._order = filled + empty
        if (below := self._below) is not None:
            known = self._all
            self._order.sort(key=lambda key: below(known[key]))

    def _settle(self) -> None:
        hidden, known = self._hidden, self._all
        keys = [key for key in self._order if key not in hidden] if hidden else list(self._order)
        self._show(keys, [known[key] for key in keys])


def _shows(_row: object) -> bool:
    return True
