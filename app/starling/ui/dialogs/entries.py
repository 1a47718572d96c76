# SPDX-License-Identifier: GPL-3.0-or-later
"""The torrents of an add dialog, one below the other: name, size, and a mark for what keeps one from being added."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from starling.ui import icons
from starling.ui.dialogs.entry import Entry, Mark
from starling.ui.theme import ThemeManager, Token

_WIDTH, _ROW, _INSET, _ICON = 200, 44, 10, 16


_TOKENS = {Mark.FAILED: Token.ERR, Mark.KNOWN: Token.OK}


class EntryList(QListWidget):
    """Arrows go from torrent to torrent, Delete takes one out."""

    looked_at = Signal(object)
    """Entry"""
    removed = Signal(object)
    """Entry"""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._entries: list[Entry] = []
        self.setItemDelegate(_Delegate(themes, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.currentRowChanged.connect(self._on_row)
        themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def entries(self) -> Sequence[Entry]:
        """All of them, top to bottom."""
        return tuple(self._entries)

    @property
    def current(self) -> Entry | None:
        """The one that is looked at."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def add(self, entry: Entry) -> None:
        """One more, at the end."""
        self._entries.append(entry)
        item = QListWidgetItem()
        self.addItem(item)
        self.tell(entry)
        if len(self._entries) == 1:
            self.setCurrentRow(0)

    def take_out(self, entry: Entry) -> None:
        """One less."""
        row = self._entries.index(entry)
        del self._entries[row]
        item = self.takeItem(row)
        del item
        if (current := self.current) is not None:
            self.looked_at.emit(current)

    def show_entry(self, entry: Entry) -> None:
        """Look at this one."""
        self.setCurrentRow(self._entries.index(entry))

    def tell(self, entry: Entry) -> None:
        """More is known of one."""
        if entry not in self._entries:
            return
        item = self.item(self._entries.index(entry))
        text = f"{entry.name}\n{entry.fact}"
        if item.text() != text or item.data(Qt.ItemDataRole.UserRole) != entry.mark.value:
            item.setText(text)
            item.setData(Qt.ItemDataRole.UserRole, entry.mark.value)
            spoken = ", ".join(filter(None, (entry.name, entry.fact, entry.error)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip("\n".join(filter(None, (text, entry.error))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current one out."""
        if event.key() == Qt.Key.Key_Delete and (current := self.current) is not None:
            self.removed.emit(current)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # For the dialog's default button.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for a name that is not too long."""
        return QSize(round(_WIDTH * self._themes.scale), 0)

    def minimumSizeHint(self) -> QSize:
        """It can be scrolled."""
        return QSize(round(_WIDTH * self._themes.scale * 0.7), round(_ROW * self._themes.scale))

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.looked_at.emit(self._entries[row])

    def _restyle(self) -> None:
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Two lines and a mark, on the wash that selected rows have everywhere."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row."""
        return QSize(0, round(_ROW * self._themes.scale))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The mark, the name, and what there is to say."""
        theme, scale = self._themes.theme, self._themes.scale
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.fillRect(rect, (theme.sel if focused else theme.seloff) if chosen else theme.base)
        if chosen:
            bar = QRect(rect.left(), rect.top(), round(3 * scale), rect.height())
            painter.fillRect(bar, theme.accent if focused else theme.faint)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.hair)
        mark = Mark(index.data(Qt.ItemDataRole.UserRole))
        name, _, fact = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        side, inset = round(_ICON * scale), round(_INSET * scale)
        colour = theme.colour(_TOKENS.get(mark, Token.MUTED))
        drawn = icons.pixmap(mark.value, side, colour, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + inset, rect.top() + (rect.height() - side) // 2, drawn)
        left = rect.left() + 2 * inset + side
        width = rect.right() - inset - left
        half = rect.height() // 2
        font = QFont(option.font)
        for number, (text, token) in enumerate(((name, Token.TEXT), (fact, _TOKENS.get(mark, Token.MUTED)))):
            if number:
                font.setPixelSize(round(12 * scale))
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            margin = round(3 * scale)
            line = QRect(left, rect.top() + (half if number else margin), width, half - margin)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
