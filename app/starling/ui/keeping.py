# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a table stand still while its rows come, go and move, and be as it was left when its torrent is back."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import compress, islice
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QTreeView

from starling.ui.rows import Rearrangement, RowsModel

_SUBJECTS = 50
"""So many are remembered, the latest."""
_SELECTED = 1000
"""More selected rows than these are not: looking for them takes longer than choosing them again."""


def place_after(change: Rearrangement, place: int) -> int:
    """Where a row at this place would stand if rows only came and went; the re-sorted ones do not count.

    A list sorted by what changes all the time never comes to rest: who has scrolled to the middle stays in the middle.
    """
    before, after = set(change.before), set(change.after)
    stayed = sum(map(after.__contains__, change.before[:place]))
    known = compress(range(len(change.after)), map(before.__contains__, change.after))
    return next(islice(known, stayed, None), len(change.after))


@dataclass(frozen=True, slots=True)
class _Left:
    """How a table was left."""

    selected: Sequence[Hashable]
    current: Hashable | None
    scrolled: int


class Keeper(QObject):
    """For one table."""

    def __init__(self, view: QTreeView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._shift: tuple[int, int] | None = None
        """The first row in sight and how much of it (pixels) is not, for when the change is done."""
        self._subject = ""
        self._left: dict[str, _Left] = {}
        self._awaited: _Left | None = None
        model.rearranging.connect(self._before)
        model.rearranged.connect(self._after)

    def turn_to(self, subject: str) -> None:
        """From the next rows on it is about this, the id of a torrent; empty for nothing. To be told before they go."""
        if subject == self._subject:
            return
        if self._subject and self._model.rowCount():
            self._left.pop(self._subject, None)
            self._left[self._subject] = self._now()
            while len(self._left) > _SUBJECTS:
                del self._left[next(iter(self._left))]
        self._subject, self._awaited = subject, self._left.get(subject)

    def _now(self) -> _Left:
        selection = self._view.selectionModel()
        spans = [
            (span.top(), span.bottom()) for span in map(selection.selection().at, range(selection.selection().count()))
        ]
        count = sum(last - first + 1 for first, last in spans)
        keys = self._model.keys_in(spans) if count <= _SELECTED else ()
        row = self._view.currentIndex().row()
        return _Left(list(keys), self._model.keys()[row] if row >= 0 else None, self._view.verticalScrollBar().value())

    def _before(self, change: Rearrangement) -> None:
        # Qt scrolls to a row that becomes current because the one before has gone; nobody asked for that.
        self._view.setAutoScroll(False)
        self._shift = None
        scrolled, height = self._view.verticalScrollBar().value(), self._row_height()
        # At the top one watches who comes first, whoever that is.
        if scrolled > 0 and height > 0 and change.before and change.after:
            top, hidden = divmod(scrolled, height)
            self._shift = place_after(change, top) * height + hidden, scrolled

    def _after(self) -> None:
        self._view.setAutoScroll(True)
        shift, self._shift = self._shift, None
        if self._awaited is not None and self._model.rowCount():
            awaited, self._awaited = self._awaited, None
            self._return_to(awaited)
        elif not self._model.rowCount():
            # Qt forgets it only once it paints, and what comes before that would be scrolled too.
            self._scroll(0)
        elif shift is not None and shift[0] != shift[1]:
            self._scroll(shift[0])

    def _return_to(self, left: _Left) -> None:
        flag = QItemSelectionModel.SelectionFlag
        selection = self._view.selectionModel()
        for row in sorted(row for key in left.selected if (row := self._model.index_of(key)) is not None):
            selection.select(self._model.index(row, 0), flag.Select | flag.Rows)
        if left.current is not None and (row := self._model.index_of(left.current)) is not None:
            self._view.setAutoScroll(False)
            selection.setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
            self._view.setAutoScroll(True)
        self._scroll(left.scrolled)

    def _scroll(self, value: int) -> None:
        self._view.executeDelayedItemsLayout()
        self._view.verticalScrollBar().setValue(value)

    def _row_height(self) -> int:
        return self._view.rowHeight(self._model.index(0, 0)) if self._model.rowCount() else 0
