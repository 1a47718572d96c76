# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of a file tree: a table whose rows fold and have boxes."""

from typing import Any, cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from starling.ui import outline
from starling.ui.rows import RowsModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager


class OutlineView(TableView):
    """Shows a model whose rows are `outline.Branch`es; one of its columns has `tree` set.

    It asks for folding and ticking and changes nothing: the model's owner answers by showing other rows.
    """

    toggled = Signal(object)
    """The box of the row with this key was clicked, or Space pressed on it."""
    fold_requested = Signal(object, bool)
    """The row with this key shall show (True) or fold away its children."""

    def __init__(
        self, model: RowsModel[Any], themes: ThemeManager, *, dense: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, themes, dense=dense, parent=parent)
        self._rows = model
        self._column = next(number for number, column in enumerate(model.columns) if column.tree)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right fold and walk, Space ticks; the rest is as in every table."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~keypad != Qt.KeyboardModifier.NoModifier or not self._key_pressed(event.key()):
            super().keyPressEvent(event)

    def _key_pressed(self, key: int) -> bool:
        number = self.currentIndex().row()
        if number < 0 or key not in {Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return False
        row, name = cast("outline.Branch", self._rows.row(number)), self._rows.keys()[number]
        if key == Qt.Key.Key_Space:
            if row.check is not None:
                self.toggled.emit(name)
        elif key == Qt.Key.Key_Right:
            if row.has_children and not row.expanded:
                self.fold_requested.emit(name, True)
            elif row.has_children:
                self.setCurrentIndex(self._rows.index(number + 1, 0))
        elif row.has_children and row.expanded:
            self.fold_requested.emit(name, False)
        elif (above := self._rows.above(number)) is not None:
            self.setCurrentIndex(self._rows.index(above, 0))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold marks and boxes take their clicks themselves; a box makes its row the one that keys are about."""
        if not self._clicked(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks on a mark or a box is a click like the first."""
        if not self._clicked(event):
            super().mouseDoubleClickEvent(event)

    def _clicked(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or index.column() != self._column:
            return False
        row, key = cast("outline.Branch", self._rows.row(index.row())), self._rows.keys()[index.row()]
        if row.has_children and self._near(point, outline.fold_rect(self.cell_rect(index), row, self.scale)):
            self.fold_requested.emit(key, not row.expanded)
            return True
        if row.check is not None and self._near(point, outline.box_rect(self.cell_rect(index), row, self.scale)):
            self._touch(index)
            self.toggled.emit(key)
            return True
        return False

    def _touch(self, index: QModelIndex) -> None:
        """What was clicked last is what the next key means; of several selected rows all stay so."""
        flag = QItemSelectionModel.SelectionFlag
        selected = self.selectionModel().isSelected(index)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate if selected else flag.ClearAndSelect | flag.Rows)

    def _near(self, point: QPoint, rect: QRect) -> bool:
        """Whether a click means a mark: 15 px are hard to hit, so the row's height and a little beside it count."""
        slack = round(3 * self.scale)
        return rect.left() - slack <= point.x() <= rect.right() + slack
