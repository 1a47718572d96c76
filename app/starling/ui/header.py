# SPDX-License-Identifier: GPL-3.0-or-later
"""The header of a table: flat titles, the widths, order and visibility of columns, and the menu for all that."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QContextMenuEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeView

from starling.ui.cells import INSET, PADDING, Context, draw_icon, draw_text
from starling.ui.column import Align, Column, Icon, Weight
from starling.ui.rows import RowsModel
from starling.ui.theme import Token

_CHEVRON = 12
_CHEVRON_GAP = 4
_NARROWEST = 24
_WIDEST = 4000


class Header(QHeaderView):
    """Columns of one `RowsModel`; widths are kept in pixels of the design, so they survive another font."""

    changed = Signal()
    """The user changed widths, order, visibility or sorting: a good moment to `save()`."""

    menu_opens = Signal(QMenu)
    """Its context menu is about to open: whoever has more to put into it may do so."""

    def __init__(self, model: RowsModel[Any], context: Context, dense: bool, table: QTreeView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._columns: tuple[Column[Any], ...] = model.columns
        self._rows = model
        self._context = context
        self._height = 26 if dense else 28
        self._hidden = {column.key for column in self._columns if column.hidden}
        self._idle: frozenset[str] = frozenset()
        """Columns that have nothing to show, and step back unless they are `_kept`."""
        self._kept: set[str] = set()
        """Columns that the user has asked for by name."""
        self._arranged = False
        self._widths = [0.0] * len(self._columns)
        self._given: Mapping[str, float] = {}
        """Widths of the program's own arrangement, by key."""
        self._adjusting = self._dragging = False
        self.setModel(model)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(self._moved)
        self.sortIndicatorChanged.connect(self._sort_wanted)
        model.sorted_by.connect(self._sorted)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.set_context(context)
        self.reset_columns()

    # Appearance

    def set_context(self, context: Context) -> None:
        """Take over theme and font; widths grow with the font."""
        self._context = context
        font = QFont(context.fonts[Weight.NORMAL])
        font.setPixelSize(context.px(12))
        self._titles = Context(context.theme, font, context.ratio)
        self.setMinimumSectionSize(context.px(_NARROWEST))
        self.fill()
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as the design says, or as the font needs."""
        height = max(self._context.px(self._height), self._titles.metrics[Weight.BOLD].height() + self._context.px(6))
        return QSize(super().sizeHint().width(), height)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's name
        """Qt asks when it fits a column: never narrower than its title."""
        width = self.title_width(logicalIndex) + self._edge(logicalIndex, self.visible())
        return QSize(width, self.sizeHint().height())

    def padding(self, number: int) -> tuple[int, int]:
        """Left and right padding of a column's cells: more where it stands at the edge of the table."""
        visible = self.visible()
        first, last = visible[:1] == [number], visible[-1:] == [number]
        return self._context.px(INSET if first else PADDING), self._context.px(INSET if last else PADDING)

    @property
    def arranged(self) -> bool:
        """Whether order, widths and visibility are the user's."""
        return self._arranged

    def visible(self) -> list[int]:
        """The shown columns from left to right, as places in the model."""
        logical = map(self.logicalIndex, range(self.count()))
        return [number for number in logical if not self.isSectionHidden(number)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The titles, and the same ground where there are none."""
        super().paintEvent(event)
        end = self.length() - self.offset()
        if end < self.viewport().width():
            painter = QPainter(self.viewport())
            self._ground(painter, QRect(end, 0, self.viewport().width() - end, self.height()))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """One title; the mark of the sorted column stands on the inner side, so that titles stay above numbers."""
        self._ground(painter, rect)
        column, ctx = self._columns[logicalIndex], self._titles
        left, right = self.padding(logicalIndex)
        inside = rect.adjusted(left, 0, -right, 0)
        if self.sortIndicatorSection() != logicalIndex:
            draw_text(painter, inside, self._title(logicalIndex), ctx, Token.MUTED, column.align, Weight.MEDIUM)
            return
        mark, gap = self._context.px(_CHEVRON), self._context.px(_CHEVRON_GAP)
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        title = ctx.elide(self._title(logicalIndex), max(0, inside.width() - mark - gap), Weight.BOLD)
        advance = ctx.metrics[Weight.BOLD].horizontalAdvance(title)
        if column.align is Align.RIGHT:
            start = inside.right() + 1 - advance - gap - mark
        else:
            start = inside.left() + advance + gap
            start += (inside.width() - advance) // 2 if column.align is Align.CENTRE else 0
        draw_text(painter, inside, title, ctx, Token.TEXT, column.align, Weight.BOLD)
        shape = Icon("chevron-down" if falling else "chevron-up", Token.TEXT)
        draw_icon(painter, QRect(start, inside.top(), mark, inside.height()), shape, self._context, _CHEVRON)

    def _ground(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._context.theme.base)
        self._context.line_below(painter, rect.left(), self.height(), rect.width(), Token.LINE)

    # Widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretching column follows the table's width."""
        super().resizeEvent(event)
        self.fill()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """While an edge is dragged it follows the mouse; the stretching column gives way at the end."""
        self._dragging = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        self._dragging = False
        super().mouseReleaseEvent(event)
        self.fill()

    def fill(self) -> None:
        """Give every column its width and the stretching one the rest; spare ones step back if that is too little."""
        if self._adjusting:
            return
        self._adjusting = True
        shown, free = self._choose()
        for number in range(self.count()):
            self.setSectionHidden(number, number not in shown)
        for number in shown:
            width = free if self._columns[number].stretch else self._pixels(number)
            self.resizeSection(number, width + self._edge(number, shown))
        self._adjusting = False
        self.viewport().update()

    def title_width(self, number: int) -> int:
        """The least width (real pixels) at which the title is whole, sorted or not."""
        advance = self._titles.metrics[Weight.BOLD].horizontalAdvance(self._title(number))
        return advance + self._context.px(2 * PADDING + _CHEVRON + _CHEVRON_GAP)

    def _title(self, number: int) -> str:
        column = self._columns[number]
        return "" if column.bare else column.title

    def _edge(self, number: int, shown: list[int]) -> int:
        """What an outermost column is wider, so that the inset of the table takes nothing from its contents."""
        return self._context.px(INSET - PADDING) * ((shown[:1] == [number]) + (shown[-1:] == [number]))

    def _pixels(self, number: int) -> int:
        """Width of a column, the edge of the table aside."""
        if self._widths[number]:
            return self._context.px(self._widths[number])
        column = self._columns[number]
        return max(self._context.px(self._given.get(column.key, column.width)), self.title_width(number))

    def _choose(self) -> tuple[list[int], int]:
        """The columns to show from left to right, and the width of the stretching one."""
        ordered = map(self.logicalIndex, range(self.count()))
        wanted = [number for number in ordered if self._columns[number].key not in self._hidden]
        idle = self._idle - self._kept
        # Without any column there would be no header left to bring them back.
        shown = [number for number in wanted if self._columns[number].key not in idle] or wanted
        least = max((self._context.px(column.least) for column in self._columns if column.stretch), default=0)
        free = self.viewport().width() - 2 * self._context.px(INSET - PADDING)
        free -= sum(self._pixels(number) for number in shown if not self._columns[number].stretch)
        ideal = [self._context.px(self._columns[number].width) for number in shown if self._columns[number].stretch]
        if ideal:
            for number in reversed(shown.copy()):
                if free < max(ideal[0], least) and self._columns[number].spare:
                    shown.remove(number)
                    free += self._pixels(number)
        return shown, max(free, least)

    def _resized(self, number: int, old: int, new: int) -> None:
        """A user's drag: what the stretching column gains is its neighbours' loss, others just have a new width."""
        if self._adjusting or not old or not new:
            return
        if self._columns[number].stretch:
            if self._dragging:
                visible = self.visible()
                self._take_from(visible[visible.index(number) + 1 :], new - old)
        else:
            self._widths[number] = (new - self._edge(number, self.visible())) / self._context.scale
        if not self._dragging or self._columns[number].stretch:
            self.fill()
        self._is_arranged()

    def _take_from(self, numbers: Sequence[int], pixels: int) -> None:
        for number in numbers:
            width = self._pixels(number)
            taken = min(pixels, width - self.minimumSectionSize())
            self._widths[number] = (width - taken) / self._context.scale
            pixels -= taken
            if not pixels:
                return

    # Visibility and sorting

    def set_hidden(self, key: str, hidden: bool) -> None:
        """The user's wish for a column."""
        if hidden:
            self._hidden.add(key)
            self._kept.discard(key)
        else:
            self._hidden.discard(key)
            self._kept.add(key)
        self.fill()
        self._is_arranged()

    def set_idle(self, keys: Iterable[str]) -> None:
        """Columns that have nothing to show now: they step back unless the user has asked for them."""
        idle = frozenset(keys)
        if idle != self._idle:
            self._idle = idle
            self.fill()

    def arrange(self, order: Sequence[str], hidden: Iterable[str], widths: Mapping[str, float] | None = None) -> None:
        """The program's own order (every key) and visibility, which stand until the user has others.

        `widths`, in pixels of the design, stand in the place of those of the columns.
        """
        self._hidden = set(hidden)
        self._given = widths or {}
        self._place(order)
        self.fill()

    def _is_arranged(self) -> None:
        self._arranged = True
        self.changed.emit()

    def _sort_wanted(self, number: int, order: Qt.SortOrder) -> None:
        if number >= 0 and not self._adjusting:
            self._rows.sort(number, order)
            self.changed.emit()

    def _sorted(self, key: str, falling: bool) -> None:
        number = self._rows.column_number(key)
        if number is not None:
            self._adjusting = True
            self.setSortIndicator(number, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
            self._adjusting = False
            self.viewport().update()

    def _moved(self) -> None:
        if not self._adjusting:
            self.viewport().update()
            self._is_arranged()

    # States

    def reset_columns(self) -> None:
        """Order, widths and visibility as on the first day; sorting stays."""
        self._arranged = False
        self._kept.clear()
        self._hidden = {column.key for column in self._columns if column.hidden}
        self._widths = [0.0] * len(self._columns)
        self._place([column.key for column in self._columns])
        self.fill()
        self.changed.emit()

    def save(self) -> str:
        """Order, widths, visibility and sorting by the keys of the columns."""
        ordered = map(self.logicalIndex, range(self.count()))
        keys = [self._columns[number].key for number in ordered]
        widths = {column.key: round(width, 1) for column, width in zip(self._columns, self._widths, strict=True)}
        columns = [(key, widths[key], key in self._hidden) for key in keys]
        section = self.sortIndicatorSection()
        falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        sort = (self._columns[section].key, falling) if 0 <= section < len(self._columns) else None
        state = {"columns": columns, "arranged": self._arranged, "kept": sorted(self._kept), "sort": sort}
        return json.dumps(state, separators=(",", ":"))

    def restore(self, state: str) -> bool:
        """Take over what `save()` returned, in another version too; False, and nothing done, if it is none.

        Columns that nobody arranged stand as this version has them.
        """
        try:
            saved = json.loads(state)
            columns = {str(key): (float(width), bool(hidden)) for key, width, hidden in saved["columns"]}
            arranged = bool(saved.get("arranged", True))
            kept = {str(key) for key in saved.get("kept", ())}
            sort = saved["sort"] and (str(saved["sort"][0]), bool(saved["sort"][1]))
        except (ValueError, TypeError, KeyError, IndexError):
            return False
        self._arranged = arranged
        self._kept = kept & {column.key for column in self._columns} if arranged else set()
        columns = columns if arranged else {}
        for number, column in enumerate(self._columns):
            width, hidden = columns.get(column.key, (0.0, column.hidden))
            self._widths[number] = width if _NARROWEST <= width <= _WIDEST else 0.0
            (self._hidden.add if hidden else self._hidden.discard)(column.key)
        if {column.key for column in self._columns} <= self._hidden:
            # A table without columns has no header left to bring them back.
            self._hidden = {column.key for column in self._columns if column.hidden}
        order = [key for key in columns if self._rows.column_number(key) is not None]
        for number, column in enumerate(self._columns):
            if column.key not in columns:
                before = self._columns[number - 1].key if number else None
                order.insert(order.index(before) + 1 if before else 0, column.key)
        self._place(order)
        self.fill()
        if sort and self._rows.column_number(sort[0]) is not None:
            self._rows.sort_by(sort[0], falling=sort[1])
        return True

    def _place(self, order: Sequence[str]) -> None:
        keys = [column.key for column in self._columns]
        self._adjusting = True
        for place, key in enumerate(order):
            self.moveSection(self.visualIndex(keys.index(key)), place)
        self._adjusting = False

    # The menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The columns menu; rows stay where they are while it is open."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.menu_opens.emit(menu)
        self._rows.hold()
        menu.aboutToHide.connect(self._rows.release)
        menu.popup(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Put sorting, visibility and widths of columns into a menu; the window's View menu has them too."""
        shown = set(self.visible())
        sort = menu.addMenu(self.tr("Sort by"))
        by = QActionGroup(menu)
        for number in self.visible():
            action = by.addAction(self._columns[number].title)
            action.setCheckable(True)
            action.setChecked(number == self.sortIndicatorSection())
            action.setData(number)
        by.triggered.connect(self._sort_chosen)
        sort.addActions(by.actions())
        sort.addSeparator()
        directions = QActionGroup(menu)
        for title, order in (
            (self.tr("Rising"), Qt.SortOrder.AscendingOrder),
            (self.tr("Falling"), Qt.SortOrder.DescendingOrder),
        ):
            action = directions.addAction(title)
            action.setCheckable(True)
            action.setChecked(order == self.sortIndicatorOrder())
            action.setData(order.value)
        directions.triggered.connect(self._direction_chosen)
        sort.addActions(directions.actions())
        menu.addSeparator()
        columns = QActionGroup(menu)
        columns.setExclusive(False)
        for number, column in enumerate(self._columns):
            idle = column.key in self._idle - self._kept
            crowded_out = not idle and column.key not in self._hidden and number not in shown
            title = self.tr("{column} (no room now)").format(column=column.title) if crowded_out else column.title
            action = columns.addAction(title)
            action.setCheckable(True)
            action.setChecked(not idle and column.key not in self._hidden)
            # The last one stays: a table without columns has no header left to bring them back.
            action.setEnabled(shown != {number})
            action.setData(column.key)
        columns.triggered.connect(self._column_chosen)
        menu.addActions(columns.actions())
        menu.addSeparator()
        menu.addAction(self.tr("Fit all columns")).triggered.connect(self._fit_all)
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)

    def _sort_chosen(self, action: QAction) -> None:
        number = action.data()
        order = Qt.SortOrder.DescendingOrder if self._columns[number].falls_first else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(number, order)

    def _direction_chosen(self, action: QAction) -> None:
        self.setSortIndicator(self.sortIndicatorSection(), Qt.SortOrder(action.data()))

    def _column_chosen(self, action: QAction) -> None:
        self.set_hidden(action.data(), not action.isChecked())

    def _fit_all(self) -> None:
        for number in self.visible():
            self._table.resizeColumnToContents(number)
