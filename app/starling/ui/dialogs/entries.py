# SPDX-License-Identifier: GPL-3.0-or-later
"""The torrents of an add dialog, one below the other: name, size, and a mark for what keeps one from being added."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from starling import formats
from starling.engine.engine import EngineError
from starling.i18n import translate
from starling.torrent import AddOptions, Preview
from starling.ui import icons
from starling.ui.dialogs.form import TorrentForm, guess
from starling.ui.items import Kind, kind_of
from starling.ui.theme import ThemeManager, Token

_WIDTH, _ROW, _INSET, _ICON = 200, 44, 10, 16


class Mark(Enum):
    """How far it is; the value is the name of its icon."""

    READING = "queued"
    DETAILS = "magnet"
    READY = "file"
    KNOWN = "finished"
    FAILED = "error"


class Entry:
    """One torrent that may be added."""

    def __init__(self, source: str, options: AddOptions) -> None:
        self.source = source
        self.options = options
        """What it is added with as long as there is no `form`."""
        self.preview: Preview | None = None
        self.error = ""
        """Why it could not be read or added."""
        self.form: TorrentForm | None = None
        """What its user sees of it; made when it is looked at."""

    @property
    def mark(self) -> Mark:
        """How far it is."""
        if self.error:
            return Mark.FAILED
        if self.preview is None:
            return Mark.READING
        if self.preview.known:
            return Mark.KNOWN
        return Mark.READY if self.preview.has_metadata else Mark.DETAILS

    @property
    def ready(self) -> bool:
        """Whether it can be added."""
        if self.form is not None:
            return self.form.ready
        return self.preview is not None and not self.preview.known

    @property
    def name(self) -> str:
        """What it is called by now."""
        if self.form is not None and self.form.name.text().strip():
            return self.form.name.text().strip()
        return self.preview.name if self.preview is not None else guess(self.source) or self.source

    @property
    def fact(self) -> str:
        """The second line."""
        mark = self.mark
        if mark is Mark.FAILED:
            # The whole sentence stands in the form.
            return (
                translate("Entries", "Can't be read") if self.preview is None else translate("Entries", "Was not added")
            )
        if mark is Mark.KNOWN:
            return translate("Entries", "In the list already")
        if mark is Mark.DETAILS:
            return translate("Entries", "Finding the details")
        if self.preview is None:
            fetching = kind_of(self.source) is Kind.URL
            return translate("Entries", "Fetching it") if fetching else translate("Entries", "Reading it")
        return formats.size(self.preview.size)

    def learn(self, preview: Preview) -> None:
        """More is known."""
        self.preview, self.error = preview, ""
        if self.form is not None:
            self.form.show_preview(preview)

    def fail(self, error: EngineError) -> None:
        """It could not be read, or not be added."""
        self.error = str(error)
        if self.form is not None:
            self.say_error()

    def say_error(self) -> None:
        """Show in the form what went wrong."""
        if self.form is not None and self.error:
            self.form.say_trouble(self.error, again=self.preview is None and kind_of(self.source) is Kind.URL)


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
