# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of every table and file tree: a flat list of keyed rows that Qt sees through a C++ skeleton.

`RowsModel` is a `QStandardItemModel` without items: Qt asks rowCount(), index() and flags() hundreds of thousands of
times and gets its answers without Python; only `data` is ours. Rows are changed by `show`, which finds out what moved,
came and went.
"""

from collections.abc import Callable, Generator, Hashable, Iterable, Sequence
from itertools import chain, compress
from operator import ne, not_
from typing import Any, Generic, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QStandardItemModel

from starling.ui import outline
from starling.ui.column import Column, Row
from starling.ui.tips import plain_tip

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_SORT_HINT = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
_LAYOUT_SIGNATURE = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"

# Above this many separate stretches one change of everything between them is cheaper than a signal for each.
_MANY_RUNS = 16
_SLICE = 500
_LOOKED_FOR = 4


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Rising numbers as (first, last) of their unbroken stretches."""
    result: list[tuple[int, int]] = []
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if first >= 0:
                result.append((first, last))
            first = number
        last = number
    if first >= 0:
        result.append((first, last))
    return result


def _few_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The same, or nothing if there are so many that one change of everything is cheaper."""
    listed = list(numbers)
    if listed and listed[-1] - listed[0] == len(listed) - 1:
        return [(listed[0], listed[-1])]
    # Each number that is one more than the one before belongs to its stretch.
    starts = sum(map(ne, listed[1:], map((1).__add__, listed)))
    return runs(listed) if starts < _MANY_RUNS else []


class Rearrangement(NamedTuple):
    """Rows come, go or move: what stands for each of them, top to bottom."""

    before: Sequence[Hashable]
    after: Sequence[Hashable]


class RowsModel(QStandardItemModel, Generic[Row]):
    """Rows in the order they are shown; selection and current row follow their row wherever it goes."""

    dropping = Signal(int)
    """The rows from this one on are about to leave, and where they stand says nothing about where they stood."""
    sorted_by = Signal(str, bool)
    """The rows are sorted by this column now, falling if True."""
    released = Signal()
    """Rows may move again."""
    rearranging = Signal(object)
    """Rows are about to do what a `Rearrangement` says."""
    rearranged = Signal()
    """They have."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(0, len(columns), parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._keys: list[Hashable] = []
        self._numbers: dict[Hashable, int] | None = {}
        self._version = 0
        self._holds = 0
        self._showing = self._owed = False
        self._spent: list[Row] = []
        self._sweeper = QTimer(self, interval=0)
        self._sweeper.timeout.connect(self._sweep)
        self._arriving: tuple[list[Hashable], list[Row]] = ([], [])
        # Connected before anybody else can: when others hear of it, the lists are right again.
        self.rowsInserted.connect(self._splice)
        self.rowsRemoved.connect(self._cut)
        for number, column in enumerate(self.columns):
            horizontal, role = Qt.Orientation.Horizontal, Qt.ItemDataRole
            order = Qt.SortOrder.DescendingOrder if column.falls_first else Qt.SortOrder.AscendingOrder
            self.setHeaderData(number, horizontal, column.title, role.DisplayRole)
            self.setHeaderData(
                number, horizontal, int(column.align.value | Qt.AlignmentFlag.AlignVCenter), role.TextAlignmentRole
            )
            self.setHeaderData(number, horizontal, order.value, role.InitialSortOrderRole)
            if column.help:
                self.setHeaderData(number, horizontal, column.help, role.ToolTipRole)

    # What is there

    def row(self, number: int) -> Row:
        """The row shown at this place."""
        return self._rows[number]

    def rows(self) -> Sequence[Row]:
        """The shown rows, top to bottom; not to be changed."""
        return self._rows

    def keys(self) -> Sequence[Hashable]:
        """Their keys; not to be changed."""
        return self._keys

    def keys_in(self, spans: Iterable[tuple[int, int]]) -> Sequence[Hashable]:
        """The keys of the rows of these stretches (first, last)."""
        return list(chain.from_iterable(self._keys[first : last + 1] for first, last in spans))

    def rows_in(self, spans: Iterable[tuple[int, int]]) -> Sequence[Row]:
        """The rows of these stretches (first, last), as they are now, whatever comes, goes or moves later."""
        return list(chain.from_iterable(self._rows[first : last + 1] for first, last in spans))

    def everything(self) -> Generator[None, None, Sequence[Row]]:
        """Steps towards the rows of the whole table as it stands now, those folded away included."""
        return _found(self._rows.copy())

    @property
    def version(self) -> int:
        """Another number after rows came, went or moved."""
        return self._version

    def index_of(self, key: Hashable) -> int | None:
        """The place of a row, None if it is not shown."""
        return self._places().get(key)

    def above(self, number: int) -> int | None:
        """In a tree, the place of the row that this one is a child of; rows are `outline.Branch`es then."""
        rows: Any = self.rows()
        return outline.parent_of(rows, number)

    def starting_with(self, text: str, column: Column[Row], start: int) -> int | None:
        """The first row from this place on, and from the top after the last, whose text begins so; case is ignored."""
        wanted, count = text.casefold(), len(self._keys)
        for number in chain(range(start, count), range(min(start, count))):
            if column.text(self.row(number)).casefold().startswith(wanted):
                return number
        return None

    def column_number(self, key: str) -> int | None:
        """The place of a column in `columns`."""
        return next((number for number, column in enumerate(self.columns) if column.key == key), None)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Text, tooltip, alignment and speech of a cell; painting does not come this way."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _DISPLAY:
            return column.text(self.row(index.row()))
        if role == _TOOLTIP:
            return plain_tip(column.tooltip(self.row(index.row()))) if column.tooltip else None
        if role == _ALIGNMENT:
            return int(column.align.value | Qt.AlignmentFlag.AlignVCenter)
        if role == _SPOKEN:
            return column.spoken(self.row(index.row())) if column.spoken else None
        if role == _DESCRIPTION:
            return column.description(self.row(index.row())) if column.description else None
        return None

    # Sorting, as the header asks for it

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's name for `sort_by`; a header without a sorted section asks with -1."""
        if 0 <= column < len(self.columns):
            self.sort_by(self.columns[column].key, falling=order == Qt.SortOrder.DescendingOrder)

    def sort_by(self, column: str, *, falling: bool) -> None:
        """Sort by the column with this key."""
        raise NotImplementedError

    @property
    def held(self) -> bool:
        """Whether rows have to stay where they are."""
        return self._holds > 0

    def hold(self) -> None:
        """Keep every row where it is until `release` is called as often: a menu is open, a drag runs."""
        self._holds += 1

    def release(self) -> None:
        """The counterpart of `hold`."""
        self._holds -= 1
        if self._holds == 0:
            self._announce_release()

    def _announce_release(self) -> None:
        """Let rows move, but never while they do: selected rows that leave let go in the middle of a change."""
        self._owed = self._showing
        if not self._showing:
            self.released.emit()

    # Changes

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in this order; those shown before keep their selection. Equal rows cost nothing.

        Raises ValueError if two rows have the same key.
        """
        old = dict(zip(self._keys, self._rows, strict=True))
        keys = [self._key(row) for row in rows]
        self._show(keys, [row if old.get(key) != row else old[key] for key, row in zip(keys, rows, strict=True)])

    def _show(self, keys: list[Hashable], rows: list[Row]) -> None:
        """`show` for callers that have the keys and pass an unchanged row as the object that is shown already."""
        self._showing = True
        try:
            self._change(keys, rows)
        finally:
            self._showing = False
        if self._owed and not self.held:
            self._announce_release()

    def _change(self, keys: list[Hashable], rows: list[Row]) -> None:
        if keys != self._keys:
            self.rearranging.emit(Rearrangement(self._keys, keys))
            try:
                self._rearrange(keys, rows)
            finally:
                self.rearranged.emit()
        else:
            self._refresh(rows)

    def _rearrange(self, keys: list[Hashable], rows: list[Row]) -> None:
        self._arrange(keys, rows)
        if keys != self._keys:
            # Views read everything again after layoutChanged: saying what changed as well would only cost time.
            self._permute(keys, rows)
        else:
            self._refresh(rows)

    def _refresh(self, rows: list[Row]) -> None:
        """The same keys in the same order."""
        before, self._rows = self._rows, rows
        self._let_go(before)
        self._say_changed(self._differing(before, rows))

    def _differing(self, before: Sequence[Row], rows: Sequence[Row]) -> list[int]:
        """Places, rising, of the rows that are not what they were; the keys are."""
        return [number for number, (old, new) in enumerate(zip(before, rows, strict=True)) if old is not new]

    def _say_changed(self, changed: list[int]) -> None:
        if not changed:
            return
        stretches = runs(changed)
        if len(stretches) > _MANY_RUNS:
            stretches = [(changed[0], changed[-1])]
        last_column = len(self.columns) - 1
        for first, last in stretches:
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))

    def _let_go(self, rows: list[Row]) -> None:
        """Free rows that were replaced in slices: 10,000 torrents at once take as long as a repaint."""
        if len(rows) > _SLICE:
            self._spent.extend(rows)
            self._sweeper.start()

    def _sweep(self) -> None:
        del self._spent[-_SLICE:]
        if not self._spent:
            self._sweeper.stop()

    def _arrange(self, keys: list[Hashable], rows: list[Row]) -> None:
        """Let rows go and come until the same are shown, if not yet in this order."""
        if not keys:
            self.removeRows(0, len(self._keys))
            return
        wanted = set(keys)
        if len(wanted) != len(keys):
            raise ValueError("two rows have the same key")
        # Loops in C: there may be 100,000 rows.
        staying = bytes(map(wanted.__contains__, self._keys))
        if 0 in staying:
            self._leave(staying)
        if len(keys) > len(self._keys):
            present = set(self._keys)
            new = bytes(map(not_, map(present.__contains__, keys)))
            stretches = _few_runs(compress(range(len(keys)), new))
            if stretches and list(filter(present.__contains__, keys)) == self._keys:
                for first, last in stretches:
                    self._insert(first, keys[first : last + 1], rows[first : last + 1])
            else:
                self._insert(len(self._keys), list(compress(keys, new)), list(compress(rows, new)))

    def _leave(self, staying: bytes) -> None:
        """`staying` is 1 for each row that does."""
        leaving = bytes(map(not_, staying))
        stretches = _few_runs(compress(range(len(leaving)), leaving))
        if stretches:
            for first, last in reversed(stretches):
                self.removeRows(first, last - first + 1)
            return
        keys, rows = self._keys, self._rows
        count = staying.count(1)
        self._permute(
            [*compress(keys, staying), *compress(keys, leaving)], [*compress(rows, staying), *compress(rows, leaving)]
        )
        self.dropping.emit(count)
        self.setRowCount(count)

    def _insert(self, at: int, keys: list[Hashable], rows: list[Row]) -> None:
        self._arriving = keys, rows
        self.insertRows(at, len(keys))
        self._arriving = [], []

    def _splice(self, _parent: QModelIndex, first: int, _last: int) -> None:
        keys, rows = self._arriving
        self._keys[first:first] = keys
        self._rows[first:first] = rows
        self._moved()

    def _cut(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._keys[first : last + 1]
        del self._rows[first : last + 1]
        self._moved()

    def _permute(self, keys: list[Hashable], rows: list[Row]) -> None:
        """The same keys in another order."""
        # Only by its signature can the signal be sent with a hint; the type stubs do not know that.
        about: SignalInstance = self.layoutAboutToBeChanged[_LAYOUT_SIGNATURE]  # type: ignore[index]
        done: SignalInstance = self.layoutChanged[_LAYOUT_SIGNATURE]  # type: ignore[index]
        about.emit([], _SORT_HINT)
        self._let_go(self._rows)
        before, self._keys, self._rows = self._keys, keys, rows
        self._moved()
        old = self.persistentIndexList()
        moved = {before[index.row()] for index in old}
        # Looking for a few is cheaper than knowing all.
        places = self._places() if len(moved) > _LOOKED_FOR else {key: keys.index(key) for key in moved}
        # index(), never createIndex(): the skeleton keeps its root item in the index, and a foreign one crashes it.
        new = [self.index(places[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        done.emit([], _SORT_HINT)

    def _moved(self) -> None:
        """Rows stand elsewhere than they did."""
        self._numbers = None
        self._version += 1

    def _places(self) -> dict[Hashable, int]:
        if self._numbers is None:
            self._numbers = dict(zip(self._keys, range(len(self._keys)), strict=True))
        return self._numbers


def _found(rows: Sequence[Row]) -> Generator[None, None, Sequence[Row]]:
    yield
    return rows
