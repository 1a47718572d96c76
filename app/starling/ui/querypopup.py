# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of what may be meant, below the filter box; the box keeps the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from starling.querycompletion import Candidate
from starling.ui import querywords
from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.theme import ThemeManager, Token

_ROW, _INSET, _GAP, _LEAST = 26, 10, 24, 240
_ROWS = 9
_CANDIDATE = Qt.ItemDataRole.UserRole + 1
_HELP = Qt.ItemDataRole.UserRole + 2


class QueryPopup(QListView):
    """Shows candidates; which one is picked is up to the box, or to the mouse."""

    picked = Signal(object)
    """A `Candidate` was clicked."""

    def __init__(self, box: QWidget, themes: ThemeManager) -> None:
        super().__init__(box.window())
        self._box, self._themes = box, themes
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Painter(self))
        # A part of the window, not a window: no system takes the keyboard from the box for it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("What may be meant"))
        self.clicked.connect(self._on_clicked)
        self.context = Context(themes.theme, self.font(), self.devicePixelRatioF())
        themes.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def current(self) -> Candidate | None:
        """The one that is marked."""
        index = self.currentIndex()
        return self.candidate(index) if index.isValid() else None

    def candidate(self, index: QModelIndex | QPersistentModelIndex) -> Candidate:
        """The one in a row."""
        found: Candidate = index.data(_CANDIDATE)
        return found

    def first(self) -> Candidate:
        """The one at the top; there is one while it is shown."""
        return self.candidate(self._items.index(0, 0))

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Show these, none of them marked."""
        self._items.clear()
        for candidate in candidates:
            help_text = querywords.of_candidate(candidate)
            item = QStandardItem(candidate.text)
            item.setData(candidate, _CANDIDATE)
            item.setData(help_text, _HELP)
            item.setData(f"{candidate.text}, {help_text}" if help_text else candidate.text, _SPOKEN)
            self._items.appendRow(item)
        self.setCurrentIndex(QModelIndex())
        self._place()
        self.show()
        self.raise_()

    def step(self, by: int) -> str:
        """Mark the next or the one before; between the last and the first none is. What a screen reader says of it."""
        count = self._items.rowCount()
        place = self.currentIndex().row() + by
        index = self._items.index(place if 0 <= place < count else count - 1 if place == -2 else -1, 0)
        self.setCurrentIndex(index)
        return str(index.data(_SPOKEN)) if index.isValid() else ""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self.candidate(index))

    def _place(self) -> None:
        """Below the box, as wide as its texts, at the box's right end if there is no room to the right."""
        window, ctx = self._box.window(), self.context
        if self.parentWidget() is not window:
            self.setParent(window)
        measure = ctx.metrics[Weight.NORMAL].horizontalAdvance
        rows = [self._items.item(row) for row in range(self._items.rowCount())]
        texts = [measure(row.text()) + measure(str(row.data(_HELP))) for row in rows]
        wanted = max(texts) + ctx.px(2 * _INSET + _GAP) + 2 * self.frameWidth()
        if len(rows) > _ROWS:
            wanted += self.verticalScrollBar().sizeHint().width()
        below = self._box.mapTo(window, QPoint(0, self._box.height() + ctx.px(2)))
        width = min(max(wanted, ctx.px(_LEAST)), window.width() - ctx.px(_INSET))
        height = min(min(len(rows), _ROWS) * ctx.px(_ROW) + 2 * self.frameWidth(), window.height() - below.y())
        left = max(0, min(below.x(), window.width() - width - ctx.px(_INSET)))
        self.setGeometry(left, below.y(), width, height)

    def _restyle(self) -> None:
        theme = self._themes.theme
        self.context = Context(theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(f"QListView {{ background: {theme.base.name()}; border: 1px solid {theme.edge.name()}; }}")


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class _Painter(QStyledItemDelegate):
    """What would be typed at the left, what it means at the right."""

    def __init__(self, popup: QueryPopup) -> None:
        super().__init__(popup)
        self._popup = popup

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, self._popup.context.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ctx, rect = self._popup.context, QRect(option.rect)
        state: QStyle.StateFlag = option.state
        if index == self._popup.currentIndex():
            painter.fillRect(rect, ctx.theme.sel)
            painter.fillRect(rect.left(), rect.top(), ctx.px(3), rect.height(), ctx.theme.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, ctx.theme.seloff)
        inside = rect.adjusted(ctx.px(_INSET), 0, -ctx.px(_INSET), 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        draw_text(painter, inside, text, ctx)
        room = inside.adjusted(ctx.metrics[Weight.NORMAL].horizontalAdvance(text) + ctx.px(8), 0, 0, 0)
        draw_text(painter, room, str(index.data(_HELP)), ctx, Token.MUTED, Align.RIGHT)
