# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of every table and file tree: paints one row per call and knows the keyboard of lists."""

from collections.abc import Hashable, Iterable
from typing import Any, cast

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from starling.ui import outline
from starling.ui.cells import ICON, ICON_GAP, INSET, Context, Painter, plain, tree
from starling.ui.column import Align, Column, Weight
from starling.ui.copying import Copier
from starling.ui.exporting import Exporter
from starling.ui.header import Header
from starling.ui.keeping import Keeper
from starling.ui.rows import RowsModel
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

_BAR = 3
_FITTED_ROWS = 2000
_MANY_SELECTED = 500
"""Above this many, moving selected rows at every tick costs more than a frame: they stay where they are."""

_AIMING_MS = 1_000
"""So long after the mouse moved rows stay where they are: somebody is about to click."""
_STALE_MS = 3_000
"""Never longer than this at a stretch, however long it moves."""

_Index = QModelIndex | QPersistentModelIndex


class _RowHeight(QStyledItemDelegate):
    """Says how high rows are; they are painted by the view."""

    def __init__(self, view: "TableView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt asks it for the first row only."""
        return QSize(0, self._view.row_height)


class TableView(QTreeView):
    """Shows a `RowsModel`; `dense` rows are those of the details, the others those of the torrent list."""

    picked = Signal()
    """Other rows are selected now: see `selected_keys`."""
    menu_requested = Signal(QPoint)
    """A context menu for the selected rows shall open at this global point: see `popup`."""

    def __init__(
        self,
        model: RowsModel[Any],
        themes: ThemeManager,
        *,
        dense: bool = False,
        patient: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Rows of a `patient` one wait for a mouse that moves over them: for what is sorted anew at every tick."""
        super().__init__(parent)
        self._model = model
        self._themes = themes
        self._dense = dense
        self._empty = ""
        self._cells: list[tuple[Painter[Any], int, int]] = []
        self._current = -1
        self._pressed = self._many = self._aiming = False
        self._held_since = QElapsedTimer()
        self._aimed = QTimer(self)
        self._aimed.setSingleShot(True)
        self._aimed.timeout.connect(self._stop_aiming)
        self._jump = ""
        self._typed = QElapsedTimer()
        self._painters = [_painter(column) for column in model.columns]
        font = QFont()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self._context = Context(themes.theme, self.font(), self.devicePixelRatioF())
        self._header = Header(model, self._context, dense, self)
        self.setHeader(self._header)
        # Qt's own sorting is off, which in its view means that nobody may click.
        self._header.setSectionsClickable(True)
        self.setModel(model)
        self._patient = patient
        self.viewport().setMouseTracking(patient)
        self.setItemDelegate(_RowHeight(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.copier = Copier(self.viewport())
        self.exporter = Exporter(self, model, self._header.visible, self.selected_spans)
        self.keeper = Keeper(self, model)
        self._header.menu_opens.connect(self._more_for_header)
        model.dropping.connect(self._let_go)
        themes.changed.connect(self._restyle)

    @property
    def columns(self) -> Header:
        """The header: order, widths, visibility and their state."""
        return self._header

    @property
    def row_height(self) -> int:
        """Pixels; even, so that hairlines fall on whole device pixels at 150 %."""
        text = self._context.metrics[Weight.BOLD].height() + self._context.px(4)
        height = max(self._context.px(24 if self._dense else 26), text)
        return height + height % 2

    @property
    def scale(self) -> float:
        """Real pixels of one of the design."""
        return self._context.scale

    def save_state(self) -> str:
        """Columns and sorting, for `restore_state`."""
        return self._header.save()

    def restore_state(self, state: str) -> bool:
        """Take over a `save_state`; False, and nothing done, if it is none."""
        return self._header.restore(state)

    @property
    def empty_text(self) -> str:
        """The sentence that stands where rows would, while there are none."""
        return self._empty

    def set_empty_text(self, text: str) -> None:
        """Say this where rows would stand, while there are none."""
        self._empty = text
        self.viewport().update()

    # Selection

    def selected_keys(self) -> list[Hashable]:
        """Keys of the selected rows, top to bottom."""
        return list(self._model.keys_in(self.selected_spans()))

    def selected_spans(self) -> list[tuple[int, int]]:
        """First and last row of each stretch of selected rows, top to bottom.

        To be asked where a number or a few rows will do: 100,000 keys take as long as a frame.
        """
        return sorted(self._spans())

    def selected_count(self) -> int:
        """Number of selected rows."""
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def current_key(self) -> Hashable | None:
        """Key of the row the keyboard is on."""
        row = self.currentIndex().row()
        return self._model.keys()[row] if row >= 0 else None

    def select_keys(self, keys: Iterable[Hashable]) -> None:
        """Select these rows and no others, make the first one current and scroll to it; hidden ones do not matter."""
        rows = sorted(row for key in keys if (row := self._model.index_of(key)) is not None)
        selection = QItemSelection()
        for row in rows:
            selection.select(self._model.index(row, 0), self._model.index(row, 0))
        flag = QItemSelectionModel.SelectionFlag
        if rows:
            self.selectionModel().setCurrentIndex(self._model.index(rows[0], 0), flag.NoUpdate)
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)

    def select_place(self, number: int) -> None:
        """Select the row that stands here, or the last one: the neighbour of one that is gone."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.select_keys([self._model.keys()[min(number, last)]])

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Rows stay where they are while very many are selected."""
        super().selectionChanged(selected, deselected)
        many = self.selected_count() > _MANY_SELECTED
        if many != self._many:
            self._many = many
            (self._model.hold if many else self._model.release)()
        self.picked.emit()

    def _spans(self) -> list[tuple[int, int]]:
        """First and last row of each selected range; asking row by row takes 100 times as long."""
        selection = self.selectionModel().selection()
        return [(span.top(), span.bottom()) for span in map(selection.at, range(selection.count()))]

    def _let_go(self, first: int) -> None:
        # Or Qt would make a neighbour current that never stood near the row, and scroll there.
        if self.currentIndex().row() >= first:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def copy(self) -> None:
        """Put the shown columns of the selected rows on the clipboard, separated by tabs."""
        columns = [self._model.columns[number] for number in self._header.visible()]
        rows = self._model.rows_in(self.selected_spans())
        self.copier.copy(("\t".join([column.text(row) for column in columns]) for row in rows), len(rows))

    def fill_export(self, menu: QMenu) -> None:
        """Put the export of the table into a menu: for its context menu, and for the same entries in the menu bar."""
        self.exporter.fill(menu)

    def _more_for_header(self, menu: QMenu) -> None:
        menu.addSeparator()
        self.fill_export(menu)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Find the columns once, let Qt call `drawRow` for each row, and say why there are none."""
        if self._context.ratio != self.devicePixelRatioF():
            self._restyle()
        self._context.focus = self.hasFocus()
        self._current = self.currentIndex().row()
        self._cells = []
        width = self.viewport().width()
        for number in self._header.visible():
            rect = self._content_rect(number)
            if rect.right() >= 0 and rect.left() < width:
                self._cells.append((self._painters[number], rect.left(), rect.width()))
        super().paintEvent(event)
        if self._empty and not self._model.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(self._context.fonts[Weight.NORMAL])
            painter.setPen(self._context.theme.muted)
            inset = self._context.px(INSET)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(inset, inset, -inset, -inset), flags, self._empty)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row: wash and bar if selected, cells, hairline, outline if it is current and not selected."""
        number, ctx, line = index.row(), self._context, option.rect
        top, height, width = line.top(), line.height(), self.viewport().width()
        ctx.selected = self.selectionModel().isSelected(index)
        if ctx.selected:
            painter.fillRect(0, top, width, height, ctx.theme.sel if ctx.focus else ctx.theme.seloff)
        ctx.line_below(painter, 0, top + height, width)
        if ctx.selected:
            painter.fillRect(0, top, ctx.px(_BAR), height, ctx.theme.accent if ctx.focus else ctx.theme.faint)
        row = self._model.row(number)
        for paint, left, span in self._cells:
            paint(painter, QRect(left, top, span, height), row, ctx)
        if number == self._current and ctx.focus and not ctx.selected:
            painter.setPen(ctx.theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(0, top, width - 1, height - 1)

    def _content_rect(self, number: int) -> QRect:
        """Where a column's contents stand, padding taken off; the top is the caller's business."""
        left, right = self._header.padding(number)
        width = self._header.sectionSize(number) - left - right
        return QRect(self._header.sectionViewportPosition(number) + left, 0, max(0, width), self.row_height)

    def cell_rect(self, index: _Index) -> QRect:
        """Where the contents of a cell stand, in the viewport."""
        rect = self._content_rect(index.column())
        rect.moveTop(self.visualRect(index).top())
        return rect

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted and paint what is new; Qt repaints all for a step of more pixels than rows fit."""
        if dx or abs(dy) >= self.viewport().height():
            super().scrollContentsBy(dx, dy)
        else:
            self.executeDelayedItemsLayout()
            self.viewport().scroll(dx, dy)

    def _restyle(self) -> None:
        self._context = Context(self._themes.theme, self.font(), self.devicePixelRatioF())
        self._header.set_context(self._context)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another font: everything is measured again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_header"):
            self._restyle()

    def sizeHintForColumn(self, column: int) -> int:
        """The width at which no text (of the first 2,000 rows) is cut off; a double click on an edge asks for it."""
        described, ctx = self._model.columns[column], self._context
        metrics = ctx.metrics[described.weight if isinstance(described.weight, Weight) else Weight.BOLD]
        rows = self._model.rows()[:_FITTED_ROWS]
        widest = max((metrics.horizontalAdvance(text) for text in {described.text(row) for row in rows}), default=0)
        beside = max((self._beside(described, row) for row in rows), default=0)
        return widest + beside + sum(self._header.padding(column)) + 1

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        """The row below takes the keyboard over, so that one can go on removing; Qt would take the one above."""
        if start <= self.currentIndex().row() <= end < self._model.rowCount() - 1:
            below = self._model.index(end + 1, self.currentIndex().column())
            self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().rowsAboutToBeRemoved(parent, start, end)

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing jumps to the next row whose name begins with it."""
        if not self._typed.isValid() or self._typed.hasExpired(QApplication.keyboardInputInterval()):
            self._jump = ""
        self._typed.start()
        again = self._jump == search
        self._jump = search if again else self._jump + search
        start = max(0, self.currentIndex().row())
        # A letter typed again goes on to the next row; a longer word may still mean this one.
        start += len(self._jump) == 1 and self.selectionModel().isSelected(self.currentIndex())
        number = self._model.starting_with(self._jump, self._searched, start)
        if number is not None:
            self.setCurrentIndex(self._model.index(number, 0))

    @property
    def _searched(self) -> Column[Any]:
        """The column that names a row: that of the tree, else the first of texts, wherever the user has moved it."""
        columns, visible = self._model.columns, sorted(self._header.visible())
        shown = [columns[number] for number in visible] or list(columns)
        names = [column for column in columns if column.tree] + [c for c in shown if c.align is Align.LEFT]
        return next(iter(names), shown[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rows stay where they are while the button is down, so that a click meets the row it was aimed at."""
        # The release of another button may go to the menu it opened.
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold_for_mouse(True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Rows may move again."""
        super().mouseReleaseEvent(event)
        self._hold_for_mouse(False)

    def end_press(self) -> None:
        """Whoever has taken the mouse over from a press on a row has seen the button go up."""
        self._hold_for_mouse(False)

    def _hold_for_mouse(self, pressed: bool) -> None:
        if pressed != self._pressed:
            self._pressed = pressed
            (self._model.hold if pressed else self._model.release)()

    def _aim_anew(self) -> None:
        if not self._aiming:
            self._aiming = True
            self._held_since.start()
            self._model.hold()
        self._aimed.start(max(0, min(_AIMING_MS, _STALE_MS - self._held_since.elapsed())))

    def _stop_aiming(self) -> None:
        self._aimed.stop()
        if self._aiming:
            self._aiming = False
            self._model.release()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """From the keyboard the menu opens below the current row."""
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(point)

    def popup(self, menu: QMenu, point: QPoint) -> None:
        """Open a menu while rows stay where they are."""
        self._model.hold()
        menu.aboutToHide.connect(self._model.release, Qt.ConnectionType.SingleShotConnection)
        menu.popup(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips: what the column says, else the text that is cut off; and the moves of the mouse."""
        if self._patient and event.type() == QEvent.Type.MouseMove:
            self._aim_anew()
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.Hide}:
            self._stop_aiming()
        elif event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            index = self.indexAt(help_event.pos())
            text = plain_tip(self._tip(index)) if index.isValid() else ""
            QToolTip.showText(help_event.globalPos(), text, self.viewport(), self.visualRect(index))
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex) -> str:
        column: Column[Any] = self._model.columns[index.column()]
        row = self._model.row(index.row())
        if column.tooltip and (tip := column.tooltip(row)):
            return tip
        text = column.text(row)
        needed = self._context.metrics[Weight.MEDIUM].horizontalAdvance(text) + self._beside(column, row)
        return text if needed > self._content_rect(index.column()).width() else ""

    def _beside(self, column: Column[Any], row: Any) -> int:
        """Width of what a cell shows beside its text."""
        width = self._context.px(column.extra + (ICON + ICON_GAP if column.icon else 0))
        return width + (outline.label_rect(QRect(), row, self._context.scale).left() if column.tree else 0)


def _painter(column: Column[Any]) -> Painter[Any]:
    if column.paint:
        return column.paint
    return tree(column) if column.tree else plain(column)
