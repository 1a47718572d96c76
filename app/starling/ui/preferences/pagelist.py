# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of pages at the left of the preferences, with a dot where something differs from its default."""

from collections.abc import Mapping, Sequence, Set

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from starling import formats
from starling.setting import Page
from starling.ui.cells import Context, draw_icon, draw_text
from starling.ui.column import Align, Icon, Weight
from starling.ui.theme import ThemeManager, Token

_ROW, _FOCUS, _DOT = 31, 2, 5

ICONS: Mapping[Page, str] = {
    Page.GENERAL: "properties",
    Page.DOWNLOADS: "downloading",
    Page.AUTOMATION: "recheck",
    Page.LABELS: "label",
    Page.SPEED: "speed",
    Page.SCHEDULE: "queued",
    Page.QUEUE: "queue-top",
    Page.SEEDING: "seeding",
    Page.CONNECTION: "dht",
    Page.PROTOCOL: "swarm",
    Page.PRIVACY: "lock",
    Page.REMOTE: "remote",
    Page.NOTIFICATIONS: "bell",
    Page.APPEARANCE: "eye",
    Page.ADVANCED: "wrench",
}


class PageList(QListView):
    """One entry a page."""

    picked = Signal(object)
    """The `Page` that the user wants to see."""

    def __init__(self, themes: ThemeManager, pages: Sequence[Page]) -> None:
        super().__init__()
        self._themes, self.pages = themes, tuple(pages)
        self.changed: Set[Page] = frozenset()
        """Pages on which something differs from its default."""
        self.hits: Mapping[Page, int] | None = None
        """While something is looked for: how much of it is on each page."""
        self.context = Context(themes.theme, self.font(), self.devicePixelRatioF())
        items = QStandardItemModel(self)
        for page in self.pages:
            items.appendRow(QStandardItem(page.title))
        self.setModel(items)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Pages"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)
        themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def page(self) -> Page:
        """The one that is picked."""
        return self.pages[max(0, self.currentIndex().row())]

    def pick(self, page: Page) -> None:
        """As a click would."""
        index = self.model().index(self.pages.index(page), 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def tell(self, changed: Set[Page], hits: Mapping[Page, int] | None) -> None:
        """What is marked and counted beside the titles from now on."""
        self.changed, self.hits = changed, hits
        for row, page in enumerate(self.pages):
            words = [page.title]
            if page in changed:
                words.append(self.tr("changed"))
            if hits is not None:
                words.append(self.tr("%n found", "", hits.get(page, 0)))
            self.model().setData(self.model().index(row, 0), ", ".join(words), Qt.ItemDataRole.AccessibleTextRole)
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self.pages[current.row()])

    def _on_clicked(self, index: QModelIndex) -> None:
        # The current one too: while something is looked for, a click leads back to its page.
        if self.hits is not None:
            self.picked.emit(self.pages[index.row()])

    def _restyle(self) -> None:
        self.context = Context(self._themes.theme, self.font(), self.devicePixelRatioF())
        self.setStyleSheet(f"QListView {{ background: {self._themes.theme.side.name()}; border: 0; }}")
        self.scheduleDelayedItemsLayout()


class _Painter(QStyledItemDelegate):
    """Icon, title, and a count or a dot."""

    def __init__(self, pages: PageList) -> None:
        super().__init__(pages)
        self._list = pages

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, self._list.context.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ctx, page = self._list.context, self._list.pages[index.row()]
        hits = self._list.hits
        picked = index == self._list.currentIndex() and hits is None
        inner = option.rect.adjusted(ctx.px(10), 0, -ctx.px(8), 0)
        if picked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ctx.theme.sel)
            painter.drawRoundedRect(inner, ctx.px(4), ctx.px(4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            edge = ctx.px(4)
            painter.fillRect(inner.left(), inner.top() + edge, ctx.px(3), inner.height() - 2 * edge, ctx.theme.accent)
        if index == self._list.currentIndex() and self._list.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            half = _FOCUS / 2
            painter.setPen(QPen(ctx.theme.accent, _FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(inner).adjusted(half, half, -half, -half), ctx.px(4), ctx.px(4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        faint = hits is not None and not hits.get(page)
        tone = Token.FAINT if faint else Token.TEXT
        draw_icon(painter, inner.adjusted(ctx.px(10), 0, 0, 0), Icon(ICONS[page], tone), ctx)
        words = inner.adjusted(ctx.px(36), 0, -ctx.px(10), 0)
        if hits:
            number = formats.count(hits[page]) if hits.get(page) else ""
            draw_text(painter, words, number, ctx, Token.MUTED, Align.RIGHT)
            words = words.adjusted(0, 0, -ctx.px(28), 0)
        elif page in self._list.changed:
            radius = ctx.px(_DOT) / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ctx.theme.accent)
            painter.drawEllipse(QPointF(words.right() - radius, words.center().y() + 1), radius, radius)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            words = words.adjusted(0, 0, -ctx.px(14), 0)
        draw_text(painter, words, page.title, ctx, tone, weight=Weight.MEDIUM if picked else Weight.NORMAL)
