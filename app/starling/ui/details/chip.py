# SPDX-License-Identifier: GPL-3.0-or-later
"""One mark of a legend that can be switched on: a check box that looks like a word of the legend until it is on."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from starling.ui.cells import Context, draw_icon, draw_text
from starling.ui.column import Align, Icon, Weight
from starling.ui.theme import Token

if TYPE_CHECKING:
    from starling.ui.details.chips import Chips

LINE, PADDING = 24, 6
"""Pixels of the design: height of a chip, and what is free before its mark and behind its words."""
_MARK, _MARK_GAP, _TICK, _TICK_GAP = 12, 6, 10, 3


class Mark(NamedTuple):
    """A chip: a letter or a count in its colour, and words."""

    key: Hashable
    mark: str
    words: str
    token: Token = Token.TEXT
    weight: Weight = Weight.BOLD
    tip: str = ""


class Chip(QCheckBox):
    """One of them; switched on it has a ground, an outline and a tick."""

    def __init__(self, row: "Chips") -> None:
        super().__init__(row)
        self._row = row
        self.mark = Mark("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, mark: Mark) -> None:
        """Be this one."""
        self.mark = mark
        self.setText(f"{mark.mark} {mark.words}".replace("&", "&&"))
        self.setToolTip(mark.tip)
        self.update()

    def sizeHint(self) -> QSize:
        """Mark and words, and the room of a tick: nothing moves when one is switched on."""
        ctx = self._row.small
        width = self._mark_width() + ctx.px(_MARK_GAP) + ctx.metrics[Weight.NORMAL].horizontalAdvance(self.mark.words)
        return QSize(width + ctx.px(PADDING + _TICK_GAP + _TICK + _TICK_GAP), ctx.px(LINE))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and outline, tick, mark and words."""
        painter, ctx = QPainter(self), self._row.small
        on = self.isChecked()
        self._ground(painter, ctx, on=on)
        padding = ctx.px(PADDING)
        inside = self.rect().adjusted(padding, 0, 0, 0)
        if on:
            tick = self.rect()
            tick.setLeft(tick.right() + 1 - ctx.px(_TICK + _TICK_GAP))
            draw_icon(painter, tick, Icon("finished", Token.ACCENT), ctx, _TICK)
        slot = QRect(inside.left(), inside.top(), self._mark_width(), inside.height())
        draw_text(painter, slot, self.mark.mark, ctx, self.mark.token, Align.CENTRE, self.mark.weight)
        inside.setLeft(slot.right() + 1 + ctx.px(_MARK_GAP))
        inside.setRight(self.width())
        draw_text(painter, inside, self.mark.words, ctx, Token.TEXT if on else Token.MUTED)

    def _ground(self, painter: QPainter, ctx: Context, *, on: bool) -> None:
        focused = self._row.hasFocus() and self._row.current is self
        if not (on or focused or self.underMouse()):
            return
        thick = ctx.px(2) if focused else 1
        line = thick / 2
        box = QRectF(self.rect()).adjusted(line, 1 + line, -line, -1 - line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ctx.theme.sel if on else ctx.theme.seloff if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ctx.theme.accent, thick) if on or focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, ctx.px(4), ctx.px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _mark_width(self) -> int:
        ctx = self._row.small
        # Advances are rounded: what has all its room must not be cut for a pixel.
        return max(ctx.px(_MARK), ctx.metrics[self.mark.weight].horizontalAdvance(self.mark.mark) + ctx.px(2))
