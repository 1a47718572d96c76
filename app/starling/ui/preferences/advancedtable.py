# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of libtorrent's own settings: by group, edited in place, what was changed marked."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView

from starling.advanced.row import Kind, Row
from starling.advanced.table import groups
from starling.ui.preferences.advanceddelegate import ROW, AdvancedDelegate
from starling.ui.preferences.advancedvalues import AdvancedValues, Value, in_words
from starling.ui.slices import Slices
from starling.ui.theme import ThemeManager

_NAME, _VALUE, _DEFAULT = range(3)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TICKED = {False: Qt.CheckState.Unchecked, True: Qt.CheckState.Checked}
_HEIGHT, _MARK, _DOT = 25, 12, 6
Index = QModelIndex | QPersistentModelIndex


class AdvancedTable(QTreeView):
    """One row a setting."""

    looked_at = Signal(object)
    """The `Row` that is current; None for none."""
    refused = Signal(object, str)
    """The `Row`, and why it cannot have what was typed."""
    filled = Signal()
    """Every setting has its row."""

    def __init__(self, values: AdvancedValues, themes: ThemeManager) -> None:
        super().__init__()
        self._values, self._themes = values, themes
        self._items: dict[str, list[QStandardItem]] = {}
        self._rows: dict[str, Row] = {}
        self._shown: Collection[str] | None = None
        self._marks = (QIcon(), QIcon())
        self._written: dict[str, tuple[bool, Value, Value]] = {}
        self._writing = False
        self._slices = Slices(self)
        self._table = QStandardItemModel(self)
        self._table.setHorizontalHeaderLabels([self.tr("Setting"), self.tr("Value"), self.tr("Default")])
        self.setModel(self._table)
        self.delegate = AdvancedDelegate(values, self)
        self.delegate.refused.connect(self.refused)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("libtorrent's own settings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.SelectedClicked)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.itemChanged.connect(self._on_item)
        self.selectionModel().currentChanged.connect(self._on_current)
        values.changed.connect(self.refresh)
        themes.changed.connect(self._restyle)
        self._restyle()

    def fill(self) -> None:
        """Makes the rows, if that was not done before; in steps."""
        if not self._items and not self._slices.busy:
            # The page that opens has had enough to do.
            self._slices.run(self._fill(), whole=False, at_once=False)

    @property
    def busy(self) -> bool:
        """Whether rows are still being made."""
        return self._slices.busy

    def row(self, index: Index) -> Row | None:
        """The setting in a row; None for the head of a group."""
        found: Row | None = index.sibling(index.row(), _NAME).data(ROW) if index.isValid() else None
        return found

    def current(self) -> Row | None:
        """The setting that the keyboard is on."""
        return self.row(self.currentIndex())

    def show_only(self, keys: Collection[str] | None) -> int:
        """Hides all others; None shows all. How many are left."""
        self._shown = keys
        left = 0
        for number in range(self._table.rowCount()):
            head = self._table.item(number)
            here = 0
            for place in range(head.rowCount()):
                hidden = keys is not None and head.child(place).data(ROW).key not in keys
                self.setRowHidden(place, head.index(), hidden)
                here += not hidden
            self.setRowHidden(number, QModelIndex(), not here)
            left += here
        return left

    def pick(self, key: str) -> None:
        """Make a setting the current one and bring it into sight."""
        if items := self._items.get(key):
            self.setCurrentIndex(items[_NAME].index())
            self.scrollTo(items[_NAME].index(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def pick_first(self) -> None:
        """The first of those that are shown becomes the current one."""
        shown = (key for key in self._items if self._shown is None or key in self._shown)
        if (key := next(shown, None)) is not None:
            self.pick(key)

    def refresh(self) -> None:
        """Shows the values that are in force now."""
        if self.isVisible():
            self._writing = True
            for key in self._items:
                self._write(self._rows[key])
            self._writing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space edit or tick, Del gives the default back."""
        row = self.current()
        if row is not None and event.key() == Qt.Key.Key_Delete:
            self._values.reset(row)
        elif (
            row is not None
            and event.key() in {*_ENTER, Qt.Key.Key_Space}
            and self.state() is not QAbstractItemView.State.EditingState
        ):
            item = self._items[row.key][_VALUE]
            if row.kind is Kind.SWITCH and row.editable:
                item.setCheckState(_TICKED[item.checkState() is Qt.CheckState.Unchecked])
            elif row.editable:
                self.edit(item.index())
        else:
            super().keyPressEvent(event)

    def attempt(self, row: Row, value: Value) -> bool:
        """Takes a value over, or says why not."""
        try:
            self._values.set(row, value)
        except ValueError as error:
            self.refused.emit(row, str(error))
            return False
        return True

    # -- within

    def _fill(self) -> Iterator[None]:
        for group, rows in groups().items():
            head = QStandardItem(group.title)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setForeground(QBrush(self._themes.theme.muted))
            head.setFont(self._font(QFont.Weight.DemiBold))
            self._table.appendRow(head)
            for number, row in enumerate(rows):
                items = [QStandardItem(row.key), QStandardItem(), QStandardItem()]
                for item in items:
                    item.setData(row, ROW)
                    item.setToolTip(row.help)
                    item.setEditable(False)
                self._items[row.key], self._rows[row.key] = items, row
                self._writing = True
                self._write(row)
                self._writing = False
                head.appendRow(items)
                if not number % 8:
                    yield
            self.setFirstColumnSpanned(head.row(), QModelIndex(), True)
            self.expand(head.index())
        if self._shown is not None:
            self.show_only(self._shown)
        self.filled.emit()

    def _write(self, row: Row) -> None:
        changed, now, given = self._values.is_changed(row), self._values.value(row), self._values.default(row)
        if self._written.get(row.key) == (changed, now, given):
            return
        self._written[row.key] = changed, now, given
        name, value, default = self._items[row.key]
        if row.kind is Kind.SWITCH:
            value.setCheckState(_TICKED[bool(now)])
            value.setCheckable(row.editable)
        elif row.editable:
            value.setEditable(True)
        value.setText(in_words(row, now))
        default.setText(in_words(row, given))
        theme = self._themes.theme
        weight = QFont.Weight.DemiBold if changed else QFont.Weight.Normal
        name.setIcon(self._marks[changed])
        for item in (name, value):
            item.setFont(self._font(weight))
            item.setForeground(QBrush(theme.text if row.editable or changed else theme.muted))
        default.setForeground(QBrush(theme.muted))
        words = self.tr("{name}, changed").format(name=row.key) if changed else row.key
        name.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        name.setData(row.help, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _font(self, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setWeight(weight)
        return font

    def _on_item(self, item: QStandardItem) -> None:
        row: Row | None = item.data(ROW)
        if not self._writing and row is not None and row.kind is Kind.SWITCH and item.column() == _VALUE:
            self.attempt(row, item.checkState() is Qt.CheckState.Checked)

    def _on_current(self, current: QModelIndex) -> None:
        self.looked_at.emit(self.row(current))

    def _restyle(self) -> None:
        theme, scale = self._themes.theme, self._themes.scale
        self.setStyleSheet(
            f"QTreeView {{ background: {theme.base.name()}; border: 0; }}"
            f"QTreeView::item {{ height: {round(_HEIGHT * scale)}px; border-bottom: 1px solid {theme.hair.name()}; }}"
            f"QTreeView::item:selected {{ background: {theme.sel.name()}; color: {theme.text.name()}; }}"
            f"QHeaderView {{ background: {theme.base.name()}; border: 0; }}"
            f"QHeaderView::section {{ background: {theme.base.name()}; color: {theme.muted.name()}; border: 0;"
            f" border-bottom: 1px solid {theme.line.name()}; padding: {round(5 * scale)}px; }}"
        )
        self._marks = _mark(theme.accent, scale, on=False), _mark(theme.accent, scale, on=True)
        self.setIconSize(QSize(round(_MARK * scale), round(_MARK * scale)))
        self.header().resizeSection(_VALUE, round(170 * scale))
        self.header().resizeSection(_DEFAULT, round(150 * scale))
        self._written.clear()
        self.refresh()


def _mark(colour: QColor, scale: float, *, on: bool) -> QIcon:
    """A dot, or the room for one."""
    drawn = QPixmap(round(_MARK * scale * 2), round(_MARK * scale * 2))
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    if on:
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        side, room = _DOT * scale, _MARK * scale
        painter.drawEllipse(QRectF((room - side) / 2, (room - side) / 2, side, side))
        painter.end()
    return QIcon(drawn)
