# SPDX-License-Identifier: GPL-3.0-or-later
"""Rings that say how much of a period is left, with its seconds inside."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from starling import formats
from starling.ui.cells import Context, draw_text
from starling.ui.column import Weight
from starling.ui.swarm.lines import Line, Look
from starling.ui.theme import Token

_SIDE, _STROKE = 44, 4
_TOP, _TURN = 90 * 16, 360 * 16


def draw_ring(painter: QPainter, rect: QRectF, share: float, ctx: Context, token: Token, stroke: float) -> None:
    """What is left, 0-1, from the top clockwise; the painter is to be antialiased. `stroke` in the design's pixels."""
    width = stroke * ctx.scale
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ctx.theme.miss, width))
    painter.drawEllipse(inner)
    if share > 0:
        pen = QPen(ctx.colours[token], width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, _TOP, -round(min(share, 1.0) * _TURN))


@dataclass(frozen=True, slots=True, kw_only=True)
class RingLine(Line):
    """A ring with two lines of text beside it."""

    title: str
    text: str
    seconds: int | None
    """Left; None where that is not known."""
    period: int
    token: Token

    def height(self, look: Look) -> int:
        """The ring, and some air."""
        return look.high(_SIDE + 9, look.ctx, look.ctx)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Ring, seconds, title and text."""
        ctx, side = look.ctx, look.px(_SIDE)
        ring = QRectF(rect.left() + look.px(1), rect.top() + (rect.height() - side) / 2, side, side)
        share = (self.seconds or 0) / self.period if self.period else 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ring(painter, ring, share, ctx, self.token, _STROKE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        inside = formats.duration(self.seconds) if self.seconds is not None and self.seconds < 60 else ""
        if self.seconds is not None and not inside:
            inside = formats.duration(self.seconds, coarse=True)
        painter.setFont(look.small.fonts[Weight.BOLD])
        painter.setPen(ctx.theme.text)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, inside)
        left = rect.left() + side + look.px(13)
        upper, lower = ctx.metrics[Weight.BOLD].height(), look.small.metrics[Weight.NORMAL].height()
        top = rect.top() + (rect.height() - upper - lower - look.px(1)) // 2
        width = rect.right() - left + 1
        draw_text(painter, QRect(left, top, width, upper), self.title, ctx, weight=Weight.BOLD)
        draw_text(painter, QRect(left, top + upper + look.px(1), width, lower), self.text, look.small, Token.MUTED)
