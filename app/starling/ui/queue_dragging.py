# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging torrents to another place in the queue, while the list is in its order."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.torrent import Torrent
from starling.ui.notice import NoticeBar
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

_COLUMN = "queue"
_LINE, _KNOB = 2, 8


class DropLine(QWidget):
    """Where rows would go: a line in the accent between two rows."""

    def __init__(self, view: TableView, themes: ThemeManager) -> None:
        super().__init__(view.viewport())
        self._viewport, self._themes = view.viewport(), themes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """At this height of the table."""
        knob = round(_KNOB * self._themes.scale)
        lowest = max(0, self._viewport.height() - knob)
        self.setGeometry(QRect(0, min(max(0, y - knob // 2), lowest), self._viewport.width(), knob))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, with a ring at its beginning."""
        theme, scale = self._themes.theme, self._themes.scale
        line, knob = max(1, round(_LINE * scale)), self.height()
        painter = QPainter(self)
        painter.fillRect(knob, (knob - line) // 2, self.width(), line, theme.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(0, 0, knob, knob)


class QueueDrop(QObject):
    """Takes torrents between the rows of the list; elsewhere than in the order of the queue it offers that order."""

    def __init__(
        self, engine: Engine, view: TableView, model: TableModel[Torrent], themes: ThemeManager, notices: NoticeBar
    ) -> None:
        super().__init__(view)
        self._engine, self._view, self._model, self._notices = engine, view, model, notices
        self.line = DropLine(view, themes)

    def hover(self, keys: Sequence[Hashable], point: QPoint) -> tuple[bool, str]:
        """The line, or what stands in the way."""
        if refusal := self._refusal(keys):
            self.line.hide()
            return False, refusal
        number = self._gap(point)
        if self._beside(keys, number) is None:
            self.line.hide()
            return False, ""
        self.line.show_at(self._height(number))
        count = len(self._queued(keys))
        return True, self.tr("Move %n torrents here", "", count) if count > 1 else ""

    def leave(self) -> None:
        """No line."""
        self.line.hide()

    def drop(self, keys: Sequence[Hashable], point: QPoint) -> None:
        """They go between these two."""
        queued = self._queued(keys)
        if queued and not self._in_order():
            action = self.tr("&Sort by the queue"), self.sort
            self._notices.info(self._refusal(keys), action, brief=True)
            return
        found = self._beside(keys, self._gap(point)) if queued else None
        if found is not None:
            anchor, after = found
            self._engine.queue.put_beside(queued, anchor, after=after)

    def sort(self) -> None:
        """Puts the list into the order of the queue."""
        self._model.sort_by(_COLUMN, falling=False)
        self._view.setFocus()

    def _in_order(self) -> bool:
        return self._model.sorting is not None and self._model.sorting[0] == _COLUMN

    def _refusal(self, keys: Sequence[Hashable]) -> str:
        if not self._queued(keys):
            return self.tr("Complete torrents have no place in the queue.")
        if not self._in_order():
            return self.tr("To change the order of the queue, sort the list by it: by the column #.")
        return ""

    def _queued(self, keys: Sequence[Hashable]) -> list[str]:
        rows = map(self._model.get, keys)
        return [row.id for row in rows if row is not None and row.queue is not None]

    def _gap(self, point: QPoint) -> int:
        """The number of the row that they would stand before."""
        here = self._view.viewport().mapFromGlobal(point)
        index = self._view.indexAt(QPoint(1, here.y()))
        if not index.isValid():
            return 0 if here.y() < 0 else self._model.rowCount()
        return index.row() + (here.y() > self._view.visualRect(index).center().y())

    def _height(self, number: int) -> int:
        if number < self._model.rowCount():
            return self._view.visualRect(self._model.index(number, 0)).top()
        return self._view.visualRect(self._model.index(number - 1, 0)).bottom() + 1

    def _beside(self, keys: Sequence[Hashable], number: int) -> tuple[str, bool] | None:
        """The neighbour there that stays where it is, and whether they come after it in the queue."""
        dragged, rows = set(keys), self._model.rows()
        falling = self._model.sorting is not None and self._model.sorting[1]
        below = next((row for row in rows[number:] if row.id not in dragged), None)
        if below is not None and below.queue is not None:
            return below.id, falling
        above = next((row for row in reversed(rows[:number]) if row.id not in dragged and row.queue is not None), None)
        return None if above is None else (above.id, not falling)
