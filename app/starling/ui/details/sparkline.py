# SPDX-License-Identifier: GPL-3.0-or-later
"""Sparklines: a line over the last samples with a wash below it, each on its own scale from 0."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from starling.peer import SAMPLES
from starling.ui.cells import Context
from starling.ui.theme import Token

_HEIGHT = 13
_LEAST = 4
"""Samples; fewer are a stroke at the edge."""
_LINE = 1.2
_FILL = 0.16
_TWICE_BELOW = 1.6
"""Device pixels."""


@lru_cache(maxsize=2048)
def shape(samples: tuple[int, ...], width: int, height: int) -> tuple[QPolygonF, QPolygonF]:
    """The line and the area below it; the newest sample stands at the right edge, whatever there is before it."""
    samples = samples[-SAMPLES:]
    highest = max(samples)
    step = width / (SAMPLES - 1)
    left = width - step * (len(samples) - 1)
    rise = (height - 1) / highest if highest else 0.0
    line = [QPointF(left + place * step, height - rise * value) for place, value in enumerate(samples)]
    return QPolygonF(line), QPolygonF([QPointF(left, height), *line, QPointF(width, height)])


@lru_cache(maxsize=64)
def _wash(rgba: int) -> QColor:
    colour = QColor.fromRgba(rgba)
    colour.setAlphaF(_FILL)
    return colour


def draw(painter: QPainter, rect: QRect, samples: tuple[int, ...], ctx: Context, token: Token) -> None:
    """In the middle of the rectangle's height; nothing before there is a course to see."""
    if len(samples) < _LEAST:
        return
    height = ctx.px(_HEIGHT)
    line, area = shape(samples, rect.width(), height)
    colour = ctx.colours[token]
    left, top = rect.left(), rect.top() + (rect.height() - height) // 2
    painter.translate(left, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_wash(colour.rgba()))
    painter.drawPolygon(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thick = _LINE * ctx.scale
    if thick * ctx.ratio < _TWICE_BELOW:
        # Lines of one pixel take a tenth of the time, even two of them.
        painter.setPen(colour)
        painter.drawPolyline(line)
        painter.translate(0, thick - 1)
        painter.drawPolyline(line)
        painter.translate(0, 1 - thick)
    else:
        painter.setPen(QPen(colour, thick))
        painter.drawPolyline(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.translate(-left, -top)
