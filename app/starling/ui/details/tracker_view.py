# SPDX-License-Identifier: GPL-3.0-or-later
"""The trackers table as it is handled: rows are dragged between tiers, and timelines know what the pointer is on."""

import time
from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip

from starling.tiers import Place
from starling.ui.cells import Context
from starling.ui.column import Weight
from starling.ui.details import timeline
from starling.ui.details.tracker_columns import HOURS
from starling.ui.details.tracker_rows import TrackerRow
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

_EDGE = 0.3
"""The part of a row's height, at its top and at its bottom, that means "between"."""


class Target(NamedTuple):
    """Where dragged trackers would go."""

    anchor: str
    place: Place
    y: int
    """Where the mark stands; for a whole row its top."""
    whole: bool
    """The row itself is meant."""
    tier: int
    """From 1."""


class TrackerView(TableView):
    """Shows `TrackerRow`s; sorted by tier, trackers can be dragged."""

    moved = Signal(str, list, str, Place)
    """Of the torrent with this id these URLs were dropped at a place seen from the tracker with that URL."""

    def __init__(self, model: TableModel[TrackerRow], themes: ThemeManager) -> None:
        super().__init__(model, themes, dense=True)
        self._rows, self._looks = model, themes
        self._torrent_id = ""
        self._dragged: list[str] = []
        self._target: Target | None = None
        self._lifted = False
        """The button is down since a drag began, which may be over already."""
        # A place among rows that have come or gone since is not the one that was seen.
        model.rearranged.connect(self._stop)
        # Qt then leaves several selected rows selected when one of them is pressed, and calls `startDrag`.
        self.setDragEnabled(True)

    def chosen(self) -> list[TrackerRow]:
        """The selected rows, top to bottom."""
        return list(self._rows.rows_in(self.selected_spans()))

    def turn_to(self, torrent_id: str) -> None:
        """From now on its rows are those of this torrent; empty for none. What is dragged of another's is let go."""
        if torrent_id != self._torrent_id:
            self._torrent_id = torrent_id
            self._stop()

    @property
    def target(self) -> Target | None:
        """Where what is dragged would go."""
        return self._target

    @property
    def orderly(self) -> bool:
        """Whether rows stand in the order of their tiers: else no place between them means anything."""
        return self._rows.sorting == ("tier", False)

    # -- dragging

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's name
        """Begins it without Qt's own drag, whose loop would run inside of this one."""
        urls = [row.url for row in self.chosen() if row.tier is not None]
        if urls and self.orderly:
            self._dragged, self._lifted = urls, True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            # Else no move tells that the button is up, should the release have gone elsewhere.
            self.viewport().setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins anew, should a release have gone elsewhere."""
        if self._lifted and event.button() == Qt.MouseButton.LeftButton:
            self._put_down()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows where it would go; near the edges the table scrolls. A drag that is over selects no rows."""
        if not self._lifted:
            super().mouseMoveEvent(event)
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._put_down()
            return
        if not self._dragged:
            return
        y, bar = event.position().toPoint().y(), self.verticalScrollBar()
        if y < 0:
            bar.setValue(bar.value() - self.row_height)
        elif y > self.viewport().height():
            bar.setValue(bar.value() + self.row_height)
        self._aim(self._target_at(y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops."""
        if not self._lifted:
            super().mouseReleaseEvent(event)
            return
        dragged, target = self._dragged, self._target
        self._stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_down()
            if dragged and target:
                self.moved.emit(self._torrent_id, dragged, target.anchor, target.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go."""
        if self._dragged and event.key() == Qt.Key.Key_Escape:
            self._stop()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whatever took the keyboard, the drag is over."""
        self._stop()
        super().focusOutEvent(event)

    def _stop(self) -> None:
        """Nothing is dragged any more, though the button may be down still."""
        if self._dragged:
            self._dragged = []
            self.viewport().unsetCursor()
            self._aim(None)

    def _put_down(self) -> None:
        self._stop()
        self._lifted = False
        self.viewport().setMouseTracking(False)
        self._hold_for_mouse(False)

    def _aim(self, target: Target | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    def _target_at(self, y: int) -> Target | None:
        """The place that this height means; None where nothing would change."""
        rows = [row for row in self._rows.rows() if row.tier is not None]
        if not rows:
            return None
        first = self.visualRect(self._rows.index(0, 0))
        height = max(1, first.height())
        part = (y - first.top()) / height
        number = int(part) if part >= 0 else -1
        within = part - number
        if number < 0:
            found = self._between(rows, 0, first.top())
        elif number >= len(rows):
            found = self._between(rows, len(rows), first.top() + len(rows) * height)
        elif within < _EDGE:
            found = self._between(rows, number, first.top() + number * height)
        elif within > 1 - _EDGE:
            found = self._between(rows, number + 1, first.top() + (number + 1) * height)
        else:
            row = rows[number]
            top = first.top() + number * height
            found = Target(row.url, Place.AFTER, top, whole=True, tier=(row.tier or 0) + 1)
            if row.url in self._dragged:
                return None
        return found

    def _between(self, rows: Sequence[TrackerRow], number: int, y: int) -> Target:
        """Above this row: within a tier at that place, between two tiers as one of their own."""
        above = rows[number - 1] if number else None
        below = rows[number] if number < len(rows) else None
        if above and below and above.tier == below.tier:
            return Target(below.url, Place.BEFORE, y, whole=False, tier=(below.tier or 0) + 1)
        if above:
            return Target(above.url, Place.TIER_AFTER, y, whole=False, tier=(above.tier or 0) + 2)
        return Target(rows[0].url, Place.TIER_BEFORE, y, whole=False, tier=1)

    def _words(self, target: Target) -> str:
        if target.place in {Place.TIER_BEFORE, Place.TIER_AFTER}:
            return self.tr("a tier of its own: {tier}").format(tier=target.tier)
        return self.tr("into tier {tier}").format(tier=target.tier)

    # -- painting and tooltips

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row that the cards are about stays in sight when they take their room."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.selected_count() == 1:
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where the dragged ones would go."""
        super().paintEvent(event)
        if not self._target:
            return
        ctx = Context(self._looks.theme, self.font(), self.devicePixelRatioF())
        painter, target = QPainter(self.viewport()), self._target
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, thick = self.viewport().width(), max(2, ctx.px(2))
        if target.whole:
            pen = painter.pen()
            pen.setColor(ctx.theme.accent)
            pen.setWidth(thick)
            painter.setPen(pen)
            painter.drawRect(QRect(0, target.y, width, self.row_height).adjusted(1, 1, -1, -1))
            middle = target.y + self.row_height // 2
        else:
            middle = max(target.y, thick)
            painter.fillRect(0, middle - thick // 2, width, thick, ctx.theme.accent)
        self._paint_words(painter, self._words(target), middle, ctx)

    def _paint_words(self, painter: QPainter, words: str, middle: int, ctx: Context) -> None:
        metrics = ctx.metrics[Weight.MEDIUM]
        height = metrics.height() + ctx.px(2)
        width = metrics.horizontalAdvance(words) + ctx.px(16)
        top = min(max(0, middle - height // 2), self.viewport().height() - height)
        box = QRect((self.viewport().width() - width) // 2, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ctx.theme.accent)
        painter.drawRoundedRect(box, ctx.px(4), ctx.px(4))
        painter.setFont(ctx.fonts[Weight.MEDIUM])
        painter.setPen(ctx.theme.on_accent)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def viewportEvent(self, event: QEvent) -> bool:
        """In a timeline the tooltip is about the announce under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            index = self.indexAt(help_event.pos())
            if index.isValid() and self._rows.columns[index.column()].key == HOURS:
                text = plain_tip(self.announce_at(help_event.pos()))
                x = help_event.pos().x()
                around = QRect(x - 2, self.visualRect(index).top(), 5, self.row_height)
                QToolTip.showText(help_event.globalPos(), text, self.viewport(), around)
                return True
        return super().viewportEvent(event)

    def announce_at(self, point: QPoint) -> str:
        """The announce whose mark is at this point of the viewport in words; empty where there is none."""
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        tracker = self._rows.row(index.row()).tracker
        ctx = Context(self._looks.theme, self.font(), self.devicePixelRatioF())
        found = timeline.cell_spots(tracker.announces, time.time(), self.cell_rect(index), ctx)
        spot = timeline.nearest(found, point.x(), ctx.px(8))
        return spot.words(both=len(tracker.versions) > 1) if spot else ""
