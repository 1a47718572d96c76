# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a log: entries come at one end and go at the other, and only those that do cost time."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from starling.ui.column import Column
from starling.ui.rows import Rearrangement, RowsModel
from starling.ui.slices import Slices

TIME = "time"
"""The key of the column in whose order entries come."""
_STEP = 64
"""Entries after which time is looked at."""
_AT_ONCE = 500
"""More than these are not asked for in one go whether the filter lets them through, unless they are asked quickly."""


class Numbered(Protocol):
    """What a log is made of."""

    @property
    def number(self) -> int:
        """Rises."""


Item = TypeVar("Item", bound=Numbered)


class LogModel(RowsModel[Item], Generic[Item]):
    """Entries by their numbers, which rise. By time nothing is ever sorted; by other columns it is, in slices."""

    filtered = Signal()
    """What the filter that was set last lets through is what is shown, in the order wanted last."""

    def __init__(
        self, columns: Sequence[Column[Item]], parent: QObject | None = None, *, at_once: int = _AT_ONCE
    ) -> None:
        """The filters look at `at_once` entries in a moment."""
        super().__init__(columns, _number, parent)
        self._at_once = at_once
        self._all: list[Item] = []
        self._rule: Callable[[Item], bool] | None = None
        self._column: Column[Item] | None = None
        """What they are sorted by if not by time."""
        self._falling = False
        self._slices = Slices(self)
        self.released.connect(self._catch_up)

    @property
    def total(self) -> int:
        """Number of entries, those that the filter hides included."""
        return len(self._all)

    @property
    def sorting(self) -> tuple[str, bool]:
        """Key of the sorted column and whether it falls."""
        return (self._column.key if self._column else TIME), self._falling

    def get(self, number: Any) -> Item | None:
        """The entry with this number, whether the filter hides it or not."""
        place = bisect_left(self._all, number, key=_number)
        return self._all[place] if place < len(self._all) and self._all[place].number == number else None

    def append(self, entries: Sequence[Item]) -> None:
        """These came after all others."""
        self._all += entries
        if not entries or self._slices.busy:
            # What is being sifted is so to the end, wherever that is.
            return
        rule = self._rule
        if self._column is not None or (rule is not None and len(entries) > self._at_once):
            self._rearrange_all()
            return
        rows = [entry for entry in entries if rule(entry)] if rule else list(entries)
        keys: list[Hashable] = [entry.number for entry in rows]
        if self._falling:
            rows.reverse()
            keys.reverse()
            with self._kept_in_sight([*keys, *self._keys]):
                self._insert(0, keys, rows)
        elif rows:
            self._insert(len(self._keys), keys, rows)

    def drop_before(self, number: int) -> None:
        """Those with smaller numbers are gone."""
        gone = bisect_left(self._all, number, key=_number)
        if not gone:
            return
        del self._all[:gone]
        busy = self._slices.busy
        if self._column is not None or busy:
            kept = [row for row in self._rows if row.number >= number]
            self._show([row.number for row in kept], kept)
        elif self._falling:
            count = bisect_left(self._rows, 1 - number, key=_negative)
            self.removeRows(count, len(self._rows) - count)
        else:
            count = bisect_left(self._rows, number, key=_number)
            with self._kept_in_sight(self._keys[count:]):
                self.removeRows(0, count)
        if busy:
            # It counts from the first one.
            self._rearrange_all()

    def set_filter(self, rule: Callable[[Item], bool] | None) -> None:
        """Show those for which it is true, None for all; what was shown stays until each was asked."""
        self._rule = rule
        self._rearrange_all()

    def sort_by(self, column: str, *, falling: bool) -> None:
        """Sort by the column with this key and stay sorted by it. Raises KeyError for an unknown column."""
        number = self.column_number(column)
        if number is None:
            raise KeyError(column)
        self._column = None if column == TIME else self.columns[number]
        self._falling = falling
        self._rearrange_all()
        self.sorted_by.emit(column, falling)

    # -- within

    def _rearrange_all(self) -> None:
        self._slices.run(self._sift(), whole=False)

    def _catch_up(self) -> None:
        if self._column is not None:
            self._rearrange_all()

    def _sift(self) -> Iterator[bool]:
        """Finds what is to be shown, those that come meanwhile included, then shows it."""
        found: list[Item] = []
        values: dict[int, Any] = {}
        rule, column, place = self._rule, self._column, 0
        while place < len(self._all):
            step = self._all[place : place + _STEP]
            place += len(step)
            if rule is not None:
                step = [entry for entry in step if rule(entry)]
            found += step
            if column is not None:
                values.update((entry.number, column.value(entry)) for entry in step)
                if place == len(self._all):
                    found.sort(key=lambda entry: values[entry.number], reverse=self._falling)
            # Showing others takes long enough for a turn of its own; what comes before that is asked next.
            yield place == len(self._all) > _AT_ONCE
        if column is None and self._falling:
            found.reverse()
        if column is not None and self.held:
            return
        self._show([entry.number for entry in found], found)
        self.filtered.emit()

    @contextmanager
    def _kept_in_sight(self, after: list[Hashable]) -> Iterator[None]:
        """Whoever reads goes on reading what he does, although rows above it come or go."""
        self.rearranging.emit(Rearrangement(self._keys, after))
        try:
            yield
        finally:
            self.rearranged.emit()


def _number(entry: Numbered) -> int:
    return entry.number


def _negative(entry: Numbered) -> int:
    return -entry.number
