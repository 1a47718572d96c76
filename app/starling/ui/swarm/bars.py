# SPDX-License-Identifier: GPL-3.0-or-later
"""A share as a bar with its words above: what a card is a sum of."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from starling import formats
from starling.ui.cells import draw_bar, draw_text
from starling.ui.column import Align, Weight
from starling.ui.swarm.lines import Line, Look
from starling.ui.theme import Token

_BAR = 6


def whole_percent(share: float) -> str:
    """Of a minute tenths of a percent are noise."""
    return f"{round(share * 100)}{formats.NBSP}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarLine(Line):
    """Words and percentage, and the bar below them."""

    label: str
    share: float
    """0-1."""
    token: Token

    def tip(self) -> str:
        """Begins with all of it: the label may be cut."""
        return "\n\n".join(filter(None, (self.words, Line.tip(self))))

    def height(self, look: Look) -> int:
        """A small line and the bar."""
        return look.small.metrics[Weight.MEDIUM].height() + look.px(_BAR + 8)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Label left, percentage right, bar below."""
        small = look.small
        line = QRect(rect.left(), rect.top() + look.px(2), rect.width(), small.metrics[Weight.MEDIUM].height())
        value = whole_percent(self.share)
        taken = small.metrics[Weight.MEDIUM].horizontalAdvance(value) + look.px(8)
        draw_text(painter, line, value, small, align=Align.RIGHT, weight=Weight.MEDIUM)
        draw_text(painter, line.adjusted(0, 0, -taken, 0), self.label, small)
        bar = QRect(rect.left(), line.bottom() + look.px(3), rect.width(), look.px(_BAR))
        draw_bar(painter, bar, self.share, look.ctx, self.token)
