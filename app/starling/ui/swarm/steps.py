# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that follow each other: a tick on what is over, a wash on the current one."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from starling.ui.cells import draw_text
from starling.ui.column import Weight
from starling.ui.swarm.lines import Line, Look
from starling.ui.theme import Token


class Step(Enum):
    """Where one stands with it."""

    OVER = "over"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine(Line):
    """A mark with two lines of text beside it."""

    title: str
    text: str
    step: Step
    first: bool = False
    last: bool = False

    def height(self, look: Look) -> int:
        """Both lines."""
        return look.high(40, look.ctx, look.caption)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Wash, the way from mark to mark, mark, words."""
        ctx, px = look.ctx, look.px
        current = self.step is Step.CURRENT
        radius = ctx.scale * 8
        middle = QPointF(rect.left() + px(14), rect.top() + rect.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ctx.theme.sel)
            painter.drawRoundedRect(rect.adjusted(-px(4), px(2), px(4), -px(2)), px(4), px(4))
        painter.setPen(QPen(ctx.theme.edge, max(1.0, ctx.scale)))
        apart = radius + ctx.scale * 2
        if not self.first:
            painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), middle.y() - apart))
        if not self.last:
            painter.drawLine(QPointF(middle.x(), middle.y() + apart), QPointF(middle.x(), rect.bottom() + 1))
        self._paint_mark(painter, middle, radius, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        upper, lower = ctx.metrics[Weight.BOLD].height(), look.caption.metrics[Weight.NORMAL].height()
        left, top = rect.left() + px(30), rect.top() + (rect.height() - upper - lower) // 2
        width = rect.right() - left + 1
        weight = Weight.BOLD if current else Weight.NORMAL
        token = Token.MUTED if self.step is Step.AHEAD else Token.TEXT
        draw_text(painter, QRect(left, top, width, upper), self.title, ctx, token, weight=weight)
        draw_text(painter, QRect(left, top + upper, width, lower), self.text, look.caption, Token.MUTED)

    def _paint_mark(self, painter: QPainter, middle: QPointF, radius: float, look: Look) -> None:
        theme, scale = look.ctx.theme, look.ctx.scale
        if self.step is Step.AHEAD:
            painter.setPen(QPen(theme.faint, max(1.0, scale)))
            painter.setBrush(theme.base)
            painter.drawEllipse(middle, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(middle, radius, radius)
        if self.step is Step.CURRENT:
            painter.setBrush(theme.on_accent)
            painter.drawEllipse(middle, radius * 0.4, radius * 0.4)
            return
        pen = QPen(theme.on_accent, 1.6 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tick = ((-0.42, 0.05), (-0.1, 0.36), (0.45, -0.3))
        painter.drawPolyline(QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in tick]))
