# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of filters at the left, with counts; in a narrow window a rail of icons and counts."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from starling import formats
from starling.ui import filters
from starling.ui.cells import ICON, Context, draw_icon, draw_text
from starling.ui.column import Align, Icon, Weight
from starling.ui.filters import ALL, Counts, Filter, Section
from starling.ui.labelcolours import draw_dot
from starling.ui.theme import ThemeManager, Token
from starling.ui.tips import plain_tip

WIDTH = 216
RAIL = 48
_ROW, _HEAD, _GAP = 26, 24, 10
_SMALL = 11
_RAIL_ICON, _RAIL_LEFT, _RAIL_RIGHT = 14, 8, 2
"""A small icon, so that three digits, or what is left of more, have their room beside it."""
_FOCUS = 2
_ENTRY = Qt.ItemDataRole.UserRole + 1
_TRACKER, _LABEL = Icon("tracker", Token.MUTED), Icon("label", Token.MUTED)
_SAVED, _FAILING = Icon("search", Token.MUTED), Icon("error", Token.ERR)


class Sidebar(QListView):
    """Shows one entry per filter and which one is picked."""

    picked = Signal(object)
    """The `Filter` that holds now."""
    menu_wanted = Signal(object, QPoint)
    """Of a `Filter`, at a place on the screen."""
    edit_wanted = Signal(object)
    """Of a `Filter`: F2 was pressed."""
    remove_wanted = Signal(object)
    """Likewise, by Delete."""
    move_wanted = Signal(object, int)
    """Likewise, one up (-1) or down (1), by Alt and an arrow."""
    section_menu_wanted = Signal(object, QPoint)
    """Of a `Section`, at a place on the screen."""

    def __init__(self, themes: ThemeManager, counts: Counts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._counts = counts
        self._entries: list[Filter] = []
        self._saved: Mapping[str, str] = {}
        self._colours: Mapping[str, str] = {}
        self._picked = ALL
        self._aimed: Filter | None = None
        self._rail = False
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Filters"))
        self.context = Context(themes.theme, self.font(), self.devicePixelRatioF())
        themes.changed.connect(self._restyle)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._restyle()
        self.refresh()

    @property
    def rail(self) -> bool:
        """Icons and counts only."""
        return self._rail

    @property
    def picked_entry(self) -> Filter:
        """The filter that holds."""
        return self._picked

    def set_rail(self, on: bool) -> None:
        """Makes itself narrow, or wide again."""
        if on != self._rail:
            self._rail = on
            self._fit()
            self._entries = []
            self.refresh()

    def entry(self, index: QModelIndex | QPersistentModelIndex) -> Filter | Section:
        """What stands in a row: a filter, or the head of a section."""
        found: Filter | Section = index.data(_ENTRY)
        return found

    def entry_at(self, point: QPoint) -> Filter | None:
        """The filter at a place of the screen."""
        found = self.indexAt(self.viewport().mapFromGlobal(point)).data(_ENTRY)
        return found if isinstance(found, Filter) else None

    def aim(self, entry: Filter | None) -> None:
        """Outlines where something that is dragged would land; None for nowhere."""
        if entry != self._aimed:
            self._aimed = entry
            self.viewport().update()

    @property
    def aimed(self) -> Filter | None:
        """What is outlined."""
        return self._aimed

    def count(self, entry: Filter) -> int:
        """Torrents behind an entry."""
        return self._counts.by_entry[entry]

    def failing(self, entry: Filter) -> bool:
        """Whether it is a tracker that answers most of its torrents with failures only."""
        return entry.section is Section.TRACKERS and 2 * self._counts.failing[entry.name] > self.count(entry)

    def show_saved(self, problems: Mapping[str, str]) -> None:
        """List these saved filters, in this order, each with the sentence that says what is wrong with it, if any."""
        self._saved = dict(problems)
        self.refresh()

    def show_labels(self, colours: Mapping[str, str]) -> None:
        """List these labels first, in this order, whether torrents have them or not, with dots in their colours."""
        self._colours = dict(colours)
        self.refresh()

    def refresh(self) -> None:
        """Takes over changed counts; the entries are made anew only if other labels or trackers are there."""
        entries = [Filter(Section.STATUS, name) for name in filters.STATUS]
        # Those of a section have one icon: a rail of them would say nothing.
        for section in (Section.SAVED, Section.LABELS, Section.TRACKERS):
            found = [Filter(section, name) for name in self._names(section)]
            entries += [entry for entry in found if not self._rail or self._picked == entry]
        if entries != self._entries:
            self._entries = entries
            self._rebuild()
        for row in range(self._items.rowCount()):
            item = self._items.item(row)
            entry = item.data(_ENTRY)
            if isinstance(entry, Filter):
                words = self._words(entry)
                if item.data(Qt.ItemDataRole.AccessibleTextRole) != words:
                    item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
                    # Names may be cut off, and the rail has neither names nor large numbers.
                    item.setToolTip(plain_tip(words))
        self.viewport().update()

    def pick(self, entry: Filter) -> None:
        """Picks an entry as a click would; does nothing where it stands for no torrent."""
        if entry == self._picked or not self._is_there(entry):
            return
        self._picked = entry
        # The rail lists a label or a tracker while it is picked.
        self.refresh()
        self._mark_picked()
        self.picked.emit(entry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for what is under it, by a key for what is picked."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        entry = index.data(_ENTRY)
        corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        where = event.globalPos() if by_mouse else corner
        if isinstance(entry, Filter):
            self.menu_wanted.emit(entry, where)
        elif isinstance(entry, Section):
            self.section_menu_wanted.emit(entry, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2, Delete, and Alt with an arrow are for whoever keeps the entry."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_F2:
            self.edit_wanted.emit(self._picked)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self._picked)
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(self._picked, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as it is fixed to."""
        return QSize(self.width(), 100)

    def event(self, event: QEvent) -> bool:
        """Icons are drawn for the pixels of one screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restyle()
        return super().event(event)

    def wrong(self, entry: Filter) -> str:
        """What is wrong with a saved filter, in a sentence."""
        return self._saved.get(entry.name, "") if entry.section is Section.SAVED else ""

    def colour(self, entry: Filter) -> str:
        """Of the dot of a label, ``#rrggbb``; empty for grey."""
        return self._colours.get(entry.name, "")

    def _names(self, section: Section) -> list[str]:
        """What is listed under a head."""
        if section is Section.SAVED:
            return list(self._saved)
        names = self._counts.names(section)
        if section is Section.LABELS:
            names = [*self._colours, *(name for name in names if name not in self._colours)]
            # That all torrents have none says something only where there are labels.
            return names if any(names) else []
        return names

    def _is_there(self, entry: Filter) -> bool:
        return entry.section is Section.STATUS or entry.name in self._names(entry.section)

    def _words(self, entry: Filter) -> str:
        words = f"{filters.title(entry)}, {formats.count(self.count(entry))}"
        if wrong := self.wrong(entry):
            return f"{words}. {wrong}"
        failing = self.tr("failing")
        return f"{words}, {failing}" if self.failing(entry) else words

    def _rebuild(self) -> None:
        blocked = self.selectionModel().blockSignals(True)
        self._items.clear()
        section = None
        for entry in self._entries:
            if entry.section is not section:
                section = entry.section
                self._items.appendRow(self._head(section))
            item = QStandardItem(filters.title(entry))
            item.setData(entry, _ENTRY)
            self._items.appendRow(item)
        self.selectionModel().blockSignals(blocked)
        if self._picked not in self._entries:
            self._picked = ALL
            self.picked.emit(ALL)
        self._mark_picked()

    def _mark_picked(self) -> None:
        for row in range(self._items.rowCount()):
            if self._items.item(row).data(_ENTRY) == self._picked:
                self.selectionModel().setCurrentIndex(
                    self._items.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )

    def _head(self, section: Section) -> QStandardItem:
        words = {
            Section.STATUS: self.tr("Status"),
            Section.SAVED: self.tr("Saved filters"),
            Section.LABELS: self.tr("Labels"),
            Section.TRACKERS: self.tr("Trackers"),
        }[section]
        item = QStandardItem(words)
        item.setData(section, _ENTRY)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _current_changed(self, current: QModelIndex) -> None:
        entry = current.data(_ENTRY)
        if isinstance(entry, Filter) and entry != self._picked:
            self._picked = entry
            self.picked.emit(entry)

    def _restyle(self) -> None:
        self.context = Context(self._themes.theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(f"QListView {{ background: {self._themes.theme.side.name()}; border: 0; }}")
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self.context.px(RAIL if self._rail else WIDTH))


class _Painter(QStyledItemDelegate):
    """Paints heads and entries."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        ctx = self._sidebar.context
        if isinstance(self._sidebar.entry(index), Section):
            if self._sidebar.rail:
                return QSize(10, ctx.px(1 if index.row() == 0 else _GAP))
            return QSize(10, ctx.px(_HEAD + (_GAP if index.row() else 6)))
        return QSize(10, ctx.px(_ROW + (8 if self._sidebar.rail else 0)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._sidebar.entry(index)
        rect: QRect = option.rect
        if isinstance(entry, Section):
            if not self._sidebar.rail:
                self._paint_head(painter, rect, index)
        else:
            self._paint_entry(painter, rect, entry, index)

    def _paint_head(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        ctx = self._sidebar.context
        words = str(index.data(Qt.ItemDataRole.DisplayRole)).upper()
        painter.setFont(_small(ctx, Weight.BOLD))
        painter.setPen(ctx.theme.muted)
        inside = rect.adjusted(ctx.px(14), 0, 0, -ctx.px(4))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_entry(
        self, painter: QPainter, rect: QRect, entry: Filter, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        bar, ctx = self._sidebar, self._sidebar.context
        picked = index == bar.currentIndex()
        if picked:
            self._paint_picked(painter, rect)
        if entry == bar.aimed:
            self._outline(painter, rect)
        count = bar.count(entry)
        if bar.rail:
            left = ctx.px(_RAIL_LEFT)
            self._paint_mark(painter, rect.adjusted(left, 0, 0, 0), entry, _RAIL_ICON)
            inside = rect.adjusted(left + ctx.px(_RAIL_ICON), 0, -ctx.px(_RAIL_RIGHT), 0)
            painter.setFont(_small(ctx, Weight.NORMAL))
            painter.setPen(ctx.theme.muted)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), short(count))
            return
        number = formats.count(count) if count else ""
        self._paint_mark(painter, rect.adjusted(ctx.px(15), 0, 0, 0), entry)
        inside = rect.adjusted(ctx.px(40), 0, -ctx.px(14), 0)
        draw_text(painter, inside, number, ctx, Token.MUTED, Align.RIGHT)
        width = ctx.metrics[Weight.NORMAL].horizontalAdvance(number) + ctx.px(8)
        inside = inside.adjusted(0, 0, -width, 0)
        if bar.failing(entry) or bar.wrong(entry):
            draw_icon(painter, inside.adjusted(inside.width() - ctx.px(14), 0, 0, 0), _FAILING, ctx, 14)
            inside = inside.adjusted(0, 0, -ctx.px(20), 0)
        draw_text(painter, inside, filters.title(entry), ctx, weight=Weight.MEDIUM if picked else Weight.NORMAL)

    def _paint_picked(self, painter: QPainter, rect: QRect) -> None:
        bar, ctx = self._sidebar, self._sidebar.context
        inner = self._inner(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ctx.theme.sel)
        painter.drawRoundedRect(inner, ctx.px(4), ctx.px(4))
        if bar.hasFocus():
            self._outline(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        edge = ctx.px(4)
        painter.fillRect(inner.left(), inner.top() + edge, ctx.px(3), inner.height() - 2 * edge, ctx.theme.accent)

    def _outline(self, painter: QPainter, rect: QRect) -> None:
        ctx, half = self._sidebar.context, _FOCUS / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ctx.theme.accent, _FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self._inner(rect)).adjusted(half, half, -half, -half), ctx.px(4), ctx.px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _inner(self, rect: QRect) -> QRect:
        ctx = self._sidebar.context
        left, right = (_RAIL_RIGHT, -_RAIL_RIGHT) if self._sidebar.rail else (6, -6)
        return rect.adjusted(ctx.px(left), 0, ctx.px(right), 0)

    def _paint_mark(self, painter: QPainter, rect: QRect, entry: Filter, size: float = ICON) -> None:
        ctx = self._sidebar.context
        if entry.section is Section.LABELS and entry.name:
            draw_dot(painter, rect, self._sidebar.colour(entry), ctx.theme, ctx.scale * size / ICON)
        else:
            draw_icon(painter, rect, self._shape(entry), ctx, size)

    @staticmethod
    def _shape(entry: Filter) -> Icon:
        if entry.section is Section.STATUS:
            return filters.STATUS[entry.name]
        return {Section.SAVED: _SAVED, Section.LABELS: _LABEL, Section.TRACKERS: _TRACKER}[entry.section]


def short(count: int) -> str:
    """A count for the rail, which has room for three digits: 999, then 1.2k, then 12k; rounded down, 0 is empty."""
    if count < 1_000:
        return formats.count(count) if count else ""
    thousands, rest = divmod(count, 1_000)
    locale = QLocale()
    number = locale.toString(thousands + rest // 100 / 10, "f", 1) if thousands < 10 else locale.toString(thousands)
    return f"{number}k"


def _small(ctx: Context, weight: Weight) -> QFont:
    font = QFont(ctx.fonts[weight])
    font.setPixelSize(ctx.px(_SMALL))
    return font
