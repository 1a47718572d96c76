# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging selected rows out of a table onto whatever takes them: other rows, or entries of another list."""

from collections.abc import Hashable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from starling.ui.rows import RowsModel
from starling.ui.tableview import TableView
from starling.ui.tips import plain_tip

_SCROLL_MS = 30
_EDGE = 26
"""Pixels of the design from the upper and lower edge in which the table scrolls, the faster the nearer."""
_LEFT = Qt.MouseButton.LeftButton
_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Target(Protocol):
    """What takes rows that are let go over its widget; points are global."""

    def hover(self, keys: Sequence[Hashable], point: QPoint) -> tuple[bool, str]:
        """Shows what letting go here would do: whether it would do anything, and the sentence beside the pointer."""

    def leave(self) -> None:
        """The pointer is elsewhere, or it is over: shows nothing any more."""

    def drop(self, keys: Sequence[Hashable], point: QPoint) -> None:
        """They were let go here."""


class RowDrag(QObject):
    """Follows the mouse from a press on a row to its release; Esc and a lost window end it without a drop.

    Qt's own drags run a loop of their own, in which other tasks would be torn apart.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, view: TableView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._model, self._viewport = view, model, view.viewport()
        self._targets: list[tuple[QWidget, Target]] = []
        self._pressed: QPoint | None = None
        self._point = QPoint()
        self._keys: list[Hashable] = []
        self._given_up = False
        """It was ended, and the button is still down."""
        self._over: Target | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._viewport.installEventFilter(self)

    def add_target(self, widget: QWidget, target: Target) -> None:
        """Rows can be let go over this widget."""
        self._targets.append((widget, target))

    @property
    def keys(self) -> Sequence[Hashable]:
        """The rows that are dragged, top to bottom; empty while none are."""
        return self._keys

    def cancel(self) -> None:
        """Ends it without a drop."""
        self._pressed = None
        if self._keys:
            self._given_up = True
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse over the table, and the keyboard while rows are dragged."""
        kind = event.type()
        if watched is not self._viewport:
            return self._on_key(event) if kind in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride} else False
        if isinstance(event, QMouseEvent):
            if kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
                return self._on_press(event)
            if kind == QEvent.Type.MouseMove:
                return self._on_move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._on_release(event)
        elif kind in {QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self.cancel()
        return False

    def _on_press(self, event: QMouseEvent) -> bool:
        if self._keys:
            # Another button: not this way.
            self.cancel()
            return True
        self._given_up = False
        plain = event.button() == _LEFT and not event.modifiers() & _MODIFIERS
        point = event.position().toPoint()
        self._pressed = point if plain and self._view.indexAt(point).isValid() else None
        return False

    def _on_move(self, event: QMouseEvent) -> bool:
        if self._pressed is None or not event.buttons() & _LEFT:
            self._pressed = None
            return self._given_up
        point = event.position().toPoint()
        if not self._keys and (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._begin()
        if self._keys:
            self._point = event.globalPosition().toPoint()
            self._hover(self._point)
        # Else the view would select whatever the mouse passes.
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        self._pressed = None
        if not self._keys or event.button() != _LEFT:
            given_up, self._given_up = self._given_up, False
            return given_up
        point = event.globalPosition().toPoint()
        keys, target = self._keys, self._target(point)
        self._end()
        if target is not None:
            target.drop(keys, point)
        return True

    def _on_key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        return True

    def _begin(self) -> None:
        self._keys = self._view.selected_keys()
        if self._keys:
            self._model.hold()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            self._scrolling.start()
            self.began.emit()

    def _end(self) -> None:
        self._keys = []
        self._scrolling.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._leave()
        QToolTip.hideText()
        self._viewport.unsetCursor()
        self._view.end_press()
        self._model.release()
        self.ended.emit()

    def _hover(self, point: QPoint) -> None:
        target = self._target(point)
        if target is not self._over:
            self._leave()
            self._over = target
        takes, words = (False, "") if target is None else target.hover(self._keys, point)
        shape = Qt.CursorShape.DragMoveCursor if takes else Qt.CursorShape.ForbiddenCursor
        if self._viewport.cursor().shape() != shape:
            self._viewport.setCursor(shape)
        if words:
            QToolTip.showText(point, plain_tip(words), self._viewport)
        else:
            QToolTip.hideText()

    def _leave(self) -> None:
        if self._over is not None:
            self._over.leave()
            self._over = None

    def _target(self, point: QPoint) -> Target | None:
        for widget, target in self._targets:
            if widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(point)):
                return target
        return None

    def _scroll(self) -> None:
        """Near an edge, and beyond it, the table goes on."""
        here = self._viewport.mapFromGlobal(self._point)
        edge, height = _EDGE * self._view.scale, self._viewport.height()
        if not 0 <= here.x() < self._viewport.width():
            return
        step = min(0, here.y() - edge) + max(0, here.y() - (height - edge))
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(step / 2))
        if bar.value() != before:
            self._hover(self._point)
