# SPDX-License-Identifier: GPL-3.0-or-later
"""One tracker's last six hours as a chart: a bar for each answer, as high as the peers it gave, marks for the rest."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from starling import formats
from starling.tracker import Announce
from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details.painted import Painted
from starling.ui.details.timeline import SPAN, Spot, draw_mark, nearest, spots, summary, tally
from starling.ui.details.tracker_rounds import Mark
from starling.ui.notice import announce
from starling.ui.theme import ThemeManager, Token
from starling.ui.tips import plain_tip

_BAR, _SLOT, _TYPE = 8, 11, 11
_LABELS = 18
"""Height of the line of hours, and of the figure above a bar."""
_HOUR = 3600


class AnnounceChart(Painted):
    """Pointer and arrow keys read out an announce; its text stands in `read_out` and in the tooltip."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._announces: tuple[Announce, ...] = ()
        self._both = False
        self._name = ""
        self._cursor: Announce | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    def show_announces(self, name: str, announces: Sequence[Announce], *, both: bool) -> None:
        """Those of one tracker, the oldest first; `both` says that a torrent's two hashes are announced."""
        if name != self._name:
            self._cursor = None
        self._name, self._announces, self._both = name, tuple(announces), both
        if self._cursor not in self._announces:
            self._cursor = None
        self._describe()
        self.update()

    @property
    def read_out(self) -> str:
        """The announce under the keyboard's cursor in words; empty without one."""
        spot = self._at_cursor(self.found())
        return spot.words(both=self._both) if spot else ""

    def found(self) -> list[Spot]:
        """What is drawn, from left to right."""
        area = self._area()
        return spots(self._announces, time.time(), area.left(), area.width(), self.ctx.px(_SLOT))

    # -- Qt's

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(self.ctx.px(480), self.ctx.px(124))

    def minimumSizeHint(self) -> QSize:
        """Less makes no bars."""
        return QSize(self.ctx.px(200), self.ctx.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, bars, marks and the cursor."""
        painter, ctx, area = QPainter(self), self.smaller(_TYPE), self._area()
        self._paint_axis(painter, area, ctx)
        found = self.found()
        if not found:
            draw_text(painter, area, self.tr("Nothing was asked in these hours."), ctx, Token.MUTED, Align.CENTRE)
        top = max((spot.peers or 0 for spot in found), default=0)
        cursor = self._at_cursor(found)
        clear = area.left()
        for spot in found:
            if spot is cursor and self.hasFocus():
                painter.setPen(ctx.theme.text)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                half = ctx.px(_SLOT) // 2 + 1
                painter.drawRect(round(spot.x) - half, area.top() - ctx.px(2), 2 * half, area.height() + ctx.px(2))
            clear = self._paint_spot(painter, area, spot, top, clear, ctx)
        if self.hasFocus() and cursor is None:
            painter.setPen(ctx.theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """The tooltip of what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = nearest(self.found(), event.pos().x(), self.ctx.px(_SLOT))
            text = plain_tip(spot.words(both=self._both)) if spot else ""
            around = QRect(event.pos().x() - 2, 0, 5, self.height())
            QToolTip.showText(event.globalPos(), text, self, around)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Puts the cursor there."""
        spot = nearest(self.found(), event.position().x(), self.ctx.px(_SLOT))
        self._move_to(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from announce to announce; Esc leaves them."""
        found = self.found()
        spot = self._at_cursor(found)
        place = found.index(spot) if spot else None
        last = len(found) - 1
        key = event.key()
        if key == Qt.Key.Key_Escape and place is not None:
            self._move_to(None)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End} and found:
            goal = {
                Qt.Key.Key_Left: last if place is None else max(0, place - 1),
                Qt.Key.Key_Right: 0 if place is None else min(last, place + 1),
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }[Qt.Key(key)]
            self._move_to(found[goal])
            point = self.mapToGlobal(QPoint(round(found[goal].x), self._area().top()))
            QToolTip.showText(point, plain_tip(self.read_out), self)
            announce(self, self.read_out)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language of numbers is another width of labels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self.update()

    # -- within

    def _move_to(self, spot: Spot | None) -> None:
        self._cursor = spot.announces[-1] if spot else None
        self._describe()
        self.update()

    def _at_cursor(self, found: Sequence[Spot]) -> Spot | None:
        return next((spot for spot in found if self._cursor in spot.announces), None) if self._cursor else None

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Announces to {name}").format(name=self._name) if self._name else "")
        words = summary(tally(self._announces)) or self.tr("Nothing was asked in these hours.")
        self.setAccessibleDescription(self.read_out or words)

    def _area(self) -> QRect:
        """Where bars stand: a label at either end reaches over it."""
        side, line = self.ctx.px(18), self.ctx.px(_LABELS)
        return QRect(side, line, max(1, self.width() - 2 * side), max(1, self.height() - 2 * line))

    def _paint_axis(self, painter: QPainter, area: QRect, ctx: Context) -> None:
        now = time.time()
        bottom = area.top() + area.height()
        metrics = ctx.metrics[Weight.NORMAL]
        label = QRect(0, bottom + ctx.px(2), 0, ctx.px(_LABELS) - ctx.px(2))
        last = self.tr("now")
        free = area.right() - metrics.horizontalAdvance(last) // 2 - ctx.px(6)
        for hour in _full_hours(now):
            x = round(area.left() + area.width() * (1 - (now - hour) / SPAN))
            painter.fillRect(x, area.top() - ctx.px(8), 1, area.height() + ctx.px(8), ctx.theme.hair)
            text = formats.clock(hour)
            half = metrics.horizontalAdvance(text) // 2 + 1
            if x - half >= 0 and x + half <= free:
                draw_text(painter, label.adjusted(x - half, 0, x + half, 0), text, ctx, Token.MUTED, Align.CENTRE)
        half = metrics.horizontalAdvance(last) // 2 + 1
        x = area.right()
        draw_text(painter, label.adjusted(x - half, 0, x + half, 0), last, ctx, Token.MUTED, Align.CENTRE)
        painter.fillRect(area.left(), bottom, area.width(), 1, ctx.theme.edge)

    def _paint_spot(self, painter: QPainter, area: QRect, spot: Spot, top: int, clear: int, ctx: Context) -> int:
        """One bar or mark; its figure only where it has room right of `clear`. Returns what is taken then."""
        bottom, x, peers = area.top() + area.height(), round(spot.x), spot.peers
        room = area.height() - ctx.px(_LABELS) // 2
        high = 0
        if peers is not None:
            high = max(ctx.px(2), round(room * peers / top)) if top and peers else ctx.px(2)
            wide = ctx.px(_BAR)
            painter.fillRect(x - wide // 2, bottom - high, wide, high, ctx.theme.have)
        over = bottom - high
        if peers is not None:
            text = formats.count(peers)
            half = ctx.metrics[Weight.NORMAL].horizontalAdvance(text) // 2 + 1
            if x - half >= clear:
                line = ctx.px(14)
                draw_text(painter, QRect(x - half, over - line, 2 * half, line), text, ctx, align=Align.CENTRE)
                clear, over = x + half + ctx.px(2), over - line
        if spot.mark is not Mark.ANSWERED:
            draw_mark(painter, spot.x, over - ctx.px(8), spot.mark, ctx)
        return clear


def _full_hours(now: float) -> list[int]:
    """The full hours of local time that are shown; zones may lie half an hour apart."""
    present = QDateTime.fromSecsSinceEpoch(int(now))
    minutes = present.time().minute() * 60 + present.time().second()
    latest = int(now) - minutes
    return [latest - hours * _HOUR for hours in range(6, -1, -1) if now - (latest - hours * _HOUR) <= SPAN]
