# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits a value in its cell; what cannot be taken stays in the field, with a sentence."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from starling.advanced.row import Kind, Row
from starling.advanced.table import TABLE
from starling.ui.preferences.advancedvalues import AdvancedValues, figure, typed

ROW = Qt.ItemDataRole.UserRole + 1
"""Where every cell has the `Row` it is about."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Index = QModelIndex | QPersistentModelIndex


class AdvancedDelegate(QStyledItemDelegate):
    """A list for choices, a line for numbers and texts; switches are ticked without an editor."""

    refused = Signal(object, str)
    """The `Row`, and why it cannot have what was typed."""

    def __init__(self, values: AdvancedValues, parent: QObject) -> None:
        super().__init__(parent)
        self._values = values

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """By the kind of the setting."""
        row: Row = index.data(ROW)
        if row.kind is Kind.CHOICE:
            combo = QComboBox(parent)
            for value, words in row.named:
                combo.addItem(words, value)
            combo.activated.connect(self._on_activated)
            made: QWidget = combo
        else:
            made = QLineEdit(parent)
            made.setStyleSheet("QLineEdit { padding: 0; min-height: 0; }")
        made.setProperty("row", row.key)
        made.setAccessibleName(row.key)
        made.setAccessibleDescription(row.help)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The value in force, unless something was typed already."""
        row: Row = index.data(ROW)
        value = self._values.value(row)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(int(value)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(figure(value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Takes what stands there over; the old value stays where it will not do."""
        row: Row = index.data(ROW)
        try:
            self._take(editor, row)
        except ValueError as error:
            self.refused.emit(row, str(error))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, or more where a list needs it."""
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With Enter, what cannot be taken stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            row = self._row_of(watched)
            if row is not None and isinstance(watched, QWidget):
                try:
                    self._read(watched, row)
                except ValueError as error:
                    self.refused.emit(row, str(error))
                    return True
        return super().eventFilter(watched, event)

    def _row_of(self, editor: QObject) -> Row | None:
        return TABLE.get(str(editor.property("row")))

    def _read(self, editor: QWidget, row: Row) -> Any:
        if isinstance(editor, QLineEdit):
            return typed(row, editor.text())
        return editor.currentData() if isinstance(editor, QComboBox) else None

    def _take(self, editor: QWidget, row: Row) -> None:
        if not isinstance(editor, QLineEdit) or editor.isModified():
            self._values.set(row, self._read(editor, row))

    def _on_activated(self, _index: int) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
