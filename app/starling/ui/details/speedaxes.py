# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around and on the lines of the speed graph: round axes, and a mark on each peak."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from starling import formats
from starling.speed import Flow, Series
from starling.ui.cells import Context, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details import speedscale
from starling.ui.details.speedimage import Frame, place
from starling.ui.details.speedwords import rate_words
from starling.ui.theme import Token

_LABEL_EVERY = 92
_MARK = 3.5


class Scene(NamedTuple):
    """A series that has values, and where on the widget it is."""

    series: Series
    frame: Frame
    plot: QRect
    """Where the lines are."""
    width: int
    """Of the widget."""
    ticks: Sequence[float]
    """Rates that are written at the left."""
    ctx: Context

    def x(self, moment: float) -> float:
        """Where a moment is."""
        return self.plot.left() + place(moment, self.series, self.frame) / self.frame.ratio

    def y(self, rate: float) -> float:
        """Where a rate is."""
        return self.plot.bottom() + 1 - self.plot.height() * rate / self.frame.top

    def axes(self, painter: QPainter) -> None:
        """Rates at the left, moments below."""
        plot, small = self.plot, self.ctx
        theme, line = small.theme, small.metrics[Weight.NORMAL].height()
        unit, sign = formats.rate_unit(self.frame.top)
        painter.fillRect(plot.left(), plot.bottom() + 1, plot.width(), 1, theme.edge)
        axis = QRect(0, 0, plot.left() - small.px(6), line)
        for value in self.ticks:
            y = self.y(value)
            axis.moveTop(round(y) - line // 2)
            draw_text(painter, axis, formats.figure(value / unit), small, Token.MUTED, Align.RIGHT)
        axis.moveTop(max(0, round(self.y(self.frame.top)) - line // 2 - line))
        draw_text(painter, axis, sign, small, Token.MUTED, Align.RIGHT)
        start, end = self.series.end - self.frame.seconds, self.series.end
        for tick in speedscale.time_ticks(start, end, plot.width() // small.px(_LABEL_EVERY)):
            x = round(self.x(tick.value))
            if plot.left() <= x <= plot.right():
                painter.fillRect(x, plot.bottom() + 1, 1, small.px(4), theme.edge)
                width = small.metrics[Weight.NORMAL].horizontalAdvance(tick.text) + 2
                left = min(max(plot.left(), x - width // 2), self.width - width)
                draw_text(painter, QRect(left, plot.bottom() + small.px(5), width, line), tick.text, small, Token.MUTED)

    def peak(self, painter: QPainter, flow: Flow, token: Token, taken: list[QRect]) -> None:
        """A ring on the best second, and its rate where none of those `taken` is; then it is one of them.

        Where a step is long its line is far lower: a stem leads down to it.
        """
        peak, plot, small = flow.peak(), self.plot, self.ctx
        if peak is None:
            return
        middle = self.series.moment(peak.index) + self.series.step / 2
        x, y = self.x(middle), self.y(min(peak.rate, self.frame.top))
        words = rate_words(peak.rate)
        width, height = small.metrics[Weight.BOLD].horizontalAdvance(words) + 2, small.metrics[Weight.BOLD].height()
        rect = QRect(round(x) + small.px(7), round(y) - height, width, height)
        if rect.right() > plot.right():
            rect.moveRight(round(x) - small.px(7))
        rect.moveTop(max(rect.top(), small.px(2)))
        radius, base = small.px(_MARK), round(self.y(flow.payload[peak.index]))
        if base - y > radius:
            painter.fillRect(round(x), round(y), 1, base - round(y), small.colours[token])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(small.colours[token], 1.5))
        painter.setBrush(small.theme.base)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # Two peaks close to each other: the sentence tells both, the graph one.
        if not any(rect.intersects(other) for other in taken):
            taken.append(rect)
            ground = QColor(small.theme.base)
            ground.setAlphaF(0.8)
            painter.fillRect(rect.adjusted(-2, 0, 2, 0), ground)
            draw_text(painter, rect, words, small, token, Align.LEFT, Weight.BOLD)
