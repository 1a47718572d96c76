# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a card on screen: one tab stop with arrow keys inside, each line read as text and explained."""

from collections.abc import Hashable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from starling.ui.column import Column
from starling.ui.rows import RowsModel
from starling.ui.swarm.lines import Line, Look
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

_BAR = 3
_BESIDE = 4
"""Pixels of the design by which the mark of the current line goes beyond the lines."""
_TIP_STAYS_MS = 60_000

_Index = QModelIndex | QPersistentModelIndex


def _words(line: Line) -> str:
    return line.words


def _key(line: Line) -> Hashable:
    return line.key


class LineModel(RowsModel[Line]):
    """Lines in the order they are given."""

    def __init__(self, title: str, parent: "LineView") -> None:
        column = Column[Line](key="line", title=title, value=_words, text=_words, tooltip=Line.tip)
        super().__init__((column,), _key, parent)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; what looks as before is not painted again."""
        self._show([line.key for line in lines], list(lines))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The keyboard passes over what has no words, as hairlines."""
        flags = super().flags(index)
        return flags if not index.isValid() or self.row(index.row()).words else Qt.ItemFlag.NoItemFlags

    def _differing(self, before: Sequence[Line], rows: Sequence[Line]) -> list[int]:
        # What is only read is not compared, and has changed whenever somebody asks for it.
        return [number for number, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]


class _Heights(QStyledItemDelegate):
    """Says how high lines are; they are painted by the view."""

    def __init__(self, view: "LineView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Of one line."""
        return QSize(0, self._view.model_.row(index.row()).height(self._view.look))


class LineView(QTreeView):
    """As high as its lines: what is around it scrolls."""

    chosen = Signal(object)
    """This line was clicked twice, or Enter pressed on it."""
    menu_requested = Signal(QPoint)
    """A context menu shall open at this global point; `current` says about which line."""
    moved = Signal(QRect)
    """The keyboard is on the line that stands here."""

    def __init__(self, themes: ThemeManager, title: str) -> None:
        super().__init__()
        self._themes = themes
        font = QFont()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.look = Look(themes.theme, self.font(), self.devicePixelRatioF())
        self.model_ = LineModel(title, self)
        self.setModel(self.model_)
        self.setItemDelegate(_Heights(self))
        self.setAccessibleName(title)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.model_.rearranged.connect(self._fit)
        self.model_.dataChanged.connect(self._fit)
        themes.changed.connect(self._restyle)
        self._fit()

    @property
    def current(self) -> Line | None:
        """The line the keyboard is on."""
        row = self.currentIndex().row()
        return self.model_.row(row) if row >= 0 else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the keyboard stays on its line."""
        self.model_.show_lines(lines)

    def said(self) -> list[str]:
        """Every line as text."""
        return [line.words for line in self.model_.rows() if line.words]

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(self.look.px(200), self.height())

    # -- painting

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A line; the wash and the bar of a list's current row where the keyboard is."""
        rect, look = option.rect, self.look
        row = QRect(look.px(_BESIDE), rect.top(), self.viewport().width() - 2 * look.px(_BESIDE), rect.height())
        look.ctx.selected = look.ctx.focus = self.hasFocus() and index.row() == self.currentIndex().row()
        if look.ctx.selected:
            painter.fillRect(0, rect.top(), self.viewport().width(), rect.height(), look.ctx.theme.sel)
        self.model_.row(index.row()).paint(painter, row, look)
        if look.ctx.selected:
            painter.fillRect(0, rect.top(), look.px(_BAR), rect.height(), look.ctx.theme.accent)

    def _restyle(self) -> None:
        self.look = Look(self._themes.theme, self.font(), self.devicePixelRatioF())
        self.scheduleDelayedItemsLayout()
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        height = sum(line.height(self.look) for line in self.model_.rows())
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        """Another font: everything is measured again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "model_"):
            self._restyle()

    # -- keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the rest is Qt's, but for what belongs to the page."""
        line = self.current
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and line is not None:
            self.chosen.emit(line)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            # Copying and scrolling by pages are the page's.
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins where it was, or at the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_.rowCount():
            self.setCurrentIndex(self.model_.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        """Both lines are painted, and the page may have to scroll."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            self.moved.emit(self.visualRect(current))

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        """Chooses."""
        line = self.current
        if line is not None:
            self.chosen.emit(line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """From the keyboard the menu opens below the current line."""
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips, which stay long enough to be read."""
        if event.type() == QEvent.Type.ToolTip:
            pointer = cast(QHelpEvent, event)
            index = self.indexAt(pointer.pos())
            text = plain_tip(self.model_.row(index.row()).tip()) if index.isValid() else ""
            QToolTip.showText(pointer.globalPos(), text, self.viewport(), self.visualRect(index), _TIP_STAYS_MS)
            return True
        return super().viewportEvent(event)
