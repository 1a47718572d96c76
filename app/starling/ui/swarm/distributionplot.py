# SPDX-License-Identifier: GPL-3.0-or-later
"""The plot of distribution times over the count of peers: one server alone, and the peers sharing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from starling import formats
from starling.distribution import Figures
from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details.painted import Painted
from starling.ui.notice import announce
from starling.ui.swarm import distributionwords as words
from starling.ui.swarm.distributionscale import Scale, scale_of
from starling.ui.theme import ThemeManager, Token

_TYPE, _SMALL = 11, 12
_LEFT, _RIGHT = 26, 10
_HEIGHT = 262
_DOT = 4.0
_PAGE = 10


class DistributionPlot(Painted):
    """Pointer and arrow keys read out both times at a count of peers."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__(themes)
        self._figures: Figures | None = None
        self._scale: Scale | None = None
        self._cursor: int | None = None
        self._by_mouse = False
        self._layer = QImage()
        """Everything but the cursor."""
        self._stale = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Distribution time"))

    def show_figures(self, figures: Figures | None) -> None:
        """Show this swarm; the same again costs nothing."""
        if figures == self._figures:
            return
        self._figures = figures
        self._scale = None if figures is None else scale_of(figures)
        if self._cursor is not None and (self._scale is None or self._cursor > self._scale.peers):
            self._cursor = None
        self._forget_layer()

    @property
    def read_out(self) -> list[str]:
        """What the cursor tells, line by line; nothing without one."""
        return [] if self._cursor is None or self._figures is None else words.at(self._figures, self._cursor)

    # -- Qt's

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(self.ctx.px(280), self.ctx.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Cards become narrow."""
        return QSize(self.ctx.px(120), self.ctx.px(_HEIGHT))

    def restyled(self) -> None:
        """Everything is painted anew."""
        self._forget_layer()
        super().restyled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another picture."""
        super().resizeEvent(event)
        self._forget_layer()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture as it was made, and the cursor on it."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        if self._stale or self._layer.devicePixelRatio() != ratio:
            self._paint_layer(ratio)
        painter.drawImage(QPoint(0, 0), self._layer)
        if self.hasFocus():
            painter.setPen(QPen(self.ctx.theme.accent, 1))
            painter.drawRect(QRectF(self._plot).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._cursor is not None and self._figures is not None:
            self._paint_cursor(painter, self._figures, self._cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cursor follows."""
        plot, at = self._plot, event.position()
        if self._scale is None or not plot.contains(at.toPoint()):
            self._leave()
            return
        self._by_mouse = True
        share = (at.x() - plot.left()) / plot.width()
        self._put(min(max(1, round(share * self._scale.peers)), self._scale.peers))

    def leaveEvent(self, event: QEvent) -> None:
        """So does what it told."""
        super().leaveEvent(event)
        self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Page Up, Page Down, Home and End move the cursor, Escape takes it away."""
        scale, figures, key = self._scale, self._figures, event.key()
        if scale is None or figures is None:
            super().keyPressEvent(event)
            return
        stride = max(1, round(2 * scale.peers / max(1, self._plot.width())))
        start = self._cursor or words.counted(figures)
        goals = {
            Qt.Key.Key_Left: start - stride,
            Qt.Key.Key_Right: start + stride,
            Qt.Key.Key_PageUp: start - _PAGE * stride,
            Qt.Key.Key_PageDown: start + _PAGE * stride,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: scale.peers,
        }
        self._by_mouse = False
        if key in goals:
            self._put(min(max(goals[Qt.Key(key)], 1), scale.peers))
            announce(self, ", ".join(self.read_out))
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._put(None)
        else:
            super().keyPressEvent(event)

    # -- within

    @property
    def _plot(self) -> QRect:
        """Where the lines are."""
        ctx = self.ctx
        line = self._line
        above = line + ctx.px(12)
        return self.rect().adjusted(ctx.px(_LEFT), above, -ctx.px(_RIGHT), -2 * line - ctx.px(12))

    @property
    def _line(self) -> int:
        return self.smaller(_TYPE).metrics[Weight.NORMAL].height()

    def _forget_layer(self) -> None:
        self._stale = True
        self.update()

    def _put(self, peers: int | None) -> None:
        if peers != self._cursor:
            self._cursor = peers
            self.update()

    def _leave(self) -> None:
        if self._by_mouse:
            self._by_mouse = False
            self._put(None)

    def _x(self, peers: float, scale: Scale) -> float:
        return self._plot.left() + self._plot.width() * peers / scale.peers

    def _y(self, seconds: float, scale: Scale) -> float:
        return self._plot.bottom() + 1 - self._plot.height() * min(1.0, seconds / scale.top)

    def _height(self, share: float) -> float:
        """Where that share of the axis of times is."""
        return self._plot.bottom() + 1 - self._plot.height() * share

    def _paint_layer(self, ratio: float) -> None:
        size = self.size() * ratio
        if self._layer.size() != size:
            self._layer = QImage(size, QImage.Format.Format_RGB32)
        self._layer.setDevicePixelRatio(ratio)
        self._layer.fill(self.ctx.theme.base)
        self._stale = False
        if self._figures is None or self._scale is None:
            return
        painter = QPainter(self._layer)
        self._paint_axes(painter, self._scale)
        self._paint_lines(painter, self._figures, self._scale)
        painter.end()

    def _paint_axes(self, painter: QPainter, scale: Scale) -> None:
        small, plot, line = self.smaller(_TYPE), self._plot, self._line
        theme, width = small.theme, self.width()
        draw_text(painter, QRect(0, 0, width, line), words.caption(scale.unit), self.smaller(_SMALL), Token.MUTED)
        for value in scale.times:
            y = round(self._y(value * scale.unit, scale))
            painter.fillRect(plot.left(), y, plot.width(), 1, theme.edge if not value else theme.hair)
            label = QRect(0, y - line // 2, plot.left() - small.px(6), line)
            draw_text(painter, label, formats.figure(value), small, Token.MUTED, Align.RIGHT)
        below = plot.bottom() + small.px(4)
        for count in scale.counts:
            text = formats.count(count)
            wide = small.metrics[Weight.NORMAL].horizontalAdvance(text) + 2
            left = min(round(self._x(count, scale)) - wide // 2, width - wide)
            draw_text(painter, QRect(left, below, wide, line), text, small, Token.MUTED, Align.CENTRE)
        under = QRect(plot.left(), below + line, plot.width(), line)
        draw_text(painter, under, self.tr("peers"), small, Token.MUTED, Align.CENTRE)

    def _paint_lines(self, painter: QPainter, figures: Figures, scale: Scale) -> None:
        ctx, plot = self.ctx, self._plot
        if figures.peers:
            x = round(self._x(figures.peers, scale))
            painter.fillRect(x, plot.top(), 1, plot.height(), ctx.theme.edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(plot.adjusted(0, -ctx.px(2), ctx.px(2), ctx.px(2)))
        last = self._last(figures, scale)
        if last is not None:
            painter.setPen(QPen(ctx.theme.muted, 1, Qt.PenStyle.DotLine))
            y = round(self._y(last, scale)) + 0.5
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QPen(ctx.theme.down, max(2.0, ctx.px(2))))
        painter.drawPolyline(self._curve(figures.sharing, scale))
        # On top: where nobody passes on anything it is the same line.
        pen = QPen(ctx.theme.muted, max(1.5, ctx.px(1.6)))
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawPolyline(self._curve(figures.alone, scale))
        painter.setClipping(False)
        if figures.peers:
            self._paint_dots(painter, figures, figures.peers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_names(painter, figures, scale)

    def _last(self, figures: Figures, scale: Scale) -> float | None:
        """When the slowest is through, if that is on the plot and apart from the line of those who share."""
        last = figures.last
        if last is None or last > scale.top:
            return None
        apart = self._y(figures.sharing(max(1, figures.peers)), scale) - self._y(last, scale)
        return last if apart > self._line else None

    def _curve(self, time_of: Callable[[float], float], scale: Scale) -> QPolygonF:
        # From the first peer on: without any there is nothing to distribute.
        steps = max(2, self._plot.width() // 3)
        counts = (1 + (scale.peers - 1) * step / steps for step in range(steps + 1))
        return QPolygonF([QPointF(self._x(count, scale), self._y(time_of(count), scale)) for count in counts])

    def _paint_dots(self, painter: QPainter, figures: Figures, peers: int) -> None:
        scale, ctx = self._scale, self.ctx
        if scale is None:
            return
        painter.setBrush(ctx.theme.base)
        for seconds, colour in ((figures.alone(peers), ctx.theme.muted), (figures.sharing(peers), ctx.theme.down)):
            painter.setPen(QPen(colour, max(1.5, ctx.px(1.6))))
            painter.drawEllipse(QPointF(self._x(peers, scale), self._y(seconds, scale)), ctx.px(_DOT), ctx.px(_DOT))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_names(self, painter: QPainter, figures: Figures, scale: Scale) -> None:
        """Each line's name where there is room for it."""
        small, plot = self.smaller(_SMALL), self._plot
        high, gap = small.metrics[Weight.BOLD].height(), small.px(5)
        taken: list[QRect] = []
        last = self._last(figures, scale)
        level = self._y(last, scale) if last is not None else -9.0 * high
        alone = self.tr("one server alone")
        wide = small.metrics[Weight.NORMAL].horizontalAdvance(alone) + 2
        # Clear of the level of the slowest, and of its name above that.
        off = {share: self._height(share) - level for share in (0.58, 0.78, 0.38)}
        share = next((share for share, by in off.items() if not -1.5 * high - 2 < by < 0.5 * high + 4), 0.58)
        right = round(self._x(_peers_at(figures, scale, share), scale)) - 2 * gap
        top = round(self._height(share)) - high // 2
        self._paint_name(painter, QRect(right - wide, top, wide, high), alone, Token.MUTED, taken)
        sharing = self.tr("peers sharing")
        wide = small.metrics[Weight.BOLD].horizontalAdvance(sharing) + 2
        peers = scale.peers * 0.55
        left = round(self._x(peers, scale)) - wide // 2
        ends = (scale.peers * 0.55 * (1 - wide / max(1, plot.width())), peers * (1 + wide / max(1, plot.width())))
        top = round(self._y(max(figures.sharing(max(1, end)) for end in ends), scale)) - high - gap
        below = round(self._y(min(figures.sharing(max(1, end)) for end in ends), scale)) + gap
        beneath = top - gap < self._y(figures.alone(max(1, ends[0])), scale)
        name = QRect(left, below if beneath else top, wide, high)
        if beneath:
            name.moveLeft(min(round(self._x(peers, scale)) + gap, plot.right() - wide))
        self._paint_name(painter, name, sharing, Token.DOWN, taken, Weight.BOLD)
        if last is not None:
            text = self.tr("the slowest now")
            wide = small.metrics[Weight.NORMAL].horizontalAdvance(text) + 2
            name = QRect(plot.left() + gap, round(level) - high - 1, wide, high)
            self._paint_name(painter, name, text, Token.MUTED, taken)

    def _paint_name(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        token: Token,
        taken: list[QRect],
        weight: Weight = Weight.NORMAL,
    ) -> None:
        small, plot = self.smaller(_SMALL), self._plot
        rect.moveLeft(max(plot.left() + 2, rect.left()))
        inside = plot.adjusted(0, -rect.height(), self.ctx.px(_RIGHT), 0)
        if inside.contains(rect) and not any(rect.intersects(other) for other in taken):
            taken.append(rect)
            draw_text(painter, rect, text, small, token, Align.LEFT, weight)

    def _paint_cursor(self, painter: QPainter, figures: Figures, peers: int) -> None:
        scale, small, plot = self._scale, self.smaller(_TYPE), self._plot
        if scale is None:
            return
        x = round(self._x(peers, scale))
        painter.fillRect(x, plot.top(), 1, plot.height(), small.theme.muted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dots(painter, figures, peers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_told(painter, x, small)

    def _paint_told(self, painter: QPainter, x: int, small: Context) -> None:
        plot, said, height, padding = self._plot, self.read_out, self._line, small.px(8)
        width = max(small.metrics[Weight.BOLD].horizontalAdvance(line) for line in said) + 2 * padding
        box = QRect(x + small.px(10), plot.top(), width, height * len(said) + padding)
        if box.right() >= self.width():
            box.moveRight(x - small.px(10))
        box.moveLeft(max(0, box.left()))
        painter.setPen(QPen(small.theme.edge, 1))
        painter.setBrush(small.theme.base)
        painter.drawRect(box)
        for number, line in enumerate(said):
            rect = QRect(box.left() + padding, box.top() + padding // 2 + number * height, width - 2 * padding, height)
            token = Token.DOWN if number == len(said) - 1 else Token.TEXT
            draw_text(painter, rect, line, small, token, Align.LEFT, Weight.NORMAL if number else Weight.BOLD)


def _peers_at(figures: Figures, scale: Scale, share: float) -> float:
    """For how many one server needs that share of the axis: the line is straight."""
    return max(1.0, share * scale.top / figures.alone(1.0))
