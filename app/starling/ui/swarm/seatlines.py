# SPDX-License-Identifier: GPL-3.0-or-later
"""How one peer looks on the board: with a slot as a plate with a badge, waiting as a plain line."""

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from starling.swarm import Board, Seat
from starling.ui.cells import Context, draw_bar, draw_icon, draw_text
from starling.ui.column import Align, Icon, Weight
from starling.ui.swarm import seatwords
from starling.ui.swarm.lines import Line, Look
from starling.ui.swarm.rings import draw_ring
from starling.ui.swarm.terms import Term, explained
from starling.ui.theme import Token

STEPS = 200
"""Of a bar: what moves less than that is not painted again."""
_BADGE, _NAME = 22, 32
_VALUE, _RATE, _GAP = 84, 80, 8
_NAMES = 0.25, 112, 300
"""Share of the width for the address, and the least and the most of it."""
_LEAST_BAR = 48
_SNUBBED = Icon("stalled", Token.WARN)
_ARROW = Icon("arrow-up", Token.UP)
_ARROW_SIZE = 14


class Spans(NamedTuple):
    """Where the parts of a line stand, the same for all of a card."""

    name: QRect
    rate: QRect
    bar: QRect
    value: QRect

    @property
    def rest(self) -> QRect:
        """All behind the name."""
        return self.rate.united(self.value)

    @property
    def end(self) -> QRect:
        """All behind what we give."""
        return self.bar.united(self.value)


def spans(rect: QRect, ctx: Context) -> Spans:
    """The parts of a line in this rectangle; without room there is no bar."""
    share, least, most = _NAMES
    left, gap = rect.left() + ctx.px(_NAME), ctx.px(_GAP)
    width = rect.width() - ctx.px(_NAME)
    rate, value = ctx.px(_RATE), ctx.px(_VALUE)
    name = max(ctx.px(least), min(round(rect.width() * share), ctx.px(most)))
    bar = width - name - rate - value - gap
    if bar < ctx.px(_LEAST_BAR):
        bar = 0
        name = max(0, width - rate - value - gap)

    def part(start: int, length: int) -> QRect:
        return QRect(start, rect.top(), length, rect.height())

    start = left + name + gap
    return Spans(part(left, name), part(start, rate), part(start + rate, bar), part(start + rate + bar, max(0, value)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine(Line):
    """The base of both: its tip is made when somebody asks for it."""

    seat: Seat = field(compare=False)
    board: Board = field(compare=False)
    complete: bool = False
    name: str = ""
    share: int = 0
    """Of the bar, 0 to `STEPS`; 0 for none."""
    value: str = ""
    """The figure of the bar."""
    said: str = ""
    """Stands where bar and figure would."""

    def tip(self) -> str:
        """All that is known of it, then the terms."""
        more = seatwords.tip(self.seat, self.board, complete=self.complete)
        terms = (*self.terms, *((Term.PIPELINE,) if self.seat.peer.requests_out else ()))
        return "\n\n".join((more, *map(explained, terms)))

    def paint_bar(self, painter: QPainter, parts: Spans, look: Look, token: Token) -> None:
        """Bar and figure."""
        draw_bar(painter, parts.bar, self.share / STEPS, look.ctx, token)
        draw_text(painter, parts.value, self.value, look.ctx, token, Align.RIGHT, Weight.MEDIUM)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotLine(SeatLine):
    """A peer that may download from us."""

    badge: str = ""
    """Number of its slot; without one a ring."""
    ring: int | None = None
    """What is left of the time of the optimistic slot, 0 to `STEPS`; -1 while that is not known."""
    second: str = ""
    """Under its name."""
    up: str = ""
    """What we give it now."""
    has: str = ""
    """How much it has, where that is of more interest."""

    def height(self, look: Look) -> int:
        """The plate and what is between two of them."""
        return look.high(38, look.ctx, look.caption)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Plate, badge, name and client, what we give, what it gives."""
        ctx, px = look.ctx, look.px
        between = px(4)
        plate = rect.adjusted(-px(4), 0, px(4), -between)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ctx.theme.sel if ctx.selected else ctx.theme.win)
        painter.drawRoundedRect(plate, px(4), px(4))
        self._paint_badge(painter, plate, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        parts = spans(rect.adjusted(0, 0, 0, -between), ctx)
        upper, lower = ctx.metrics[Weight.MEDIUM].height(), look.caption.metrics[Weight.NORMAL].height()
        if self.second:
            top = plate.top() + (plate.height() - upper - lower) // 2
            first = QRect(parts.name.left(), top, parts.name.width(), upper)
            below = QRect(parts.name.left(), top + upper, parts.name.width(), lower)
            draw_text(painter, first, self.name, ctx, weight=Weight.MEDIUM)
            draw_text(painter, below, self.second, look.caption, Token.MUTED)
        else:
            draw_text(painter, parts.name, self.name, ctx, weight=Weight.MEDIUM)
        if self.has:
            draw_text(painter, parts.rate, self.has, ctx, Token.MUTED)
        elif self.up:
            draw_icon(painter, parts.rate, _ARROW, ctx, _ARROW_SIZE)
            draw_text(
                painter, parts.rate.adjusted(px(_ARROW_SIZE), 0, 0, 0), self.up, ctx, Token.UP, weight=Weight.MEDIUM
            )
        if self.value:
            self.paint_bar(painter, parts, look, Token.UP if self.complete else Token.DOWN)
        else:
            room = parts.end if self.up or self.has else parts.rest
            draw_text(painter, room, self.said, look.small, Token.MUTED, Align.RIGHT)

    def _paint_badge(self, painter: QPainter, plate: QRect, look: Look) -> None:
        ctx, side = look.ctx, look.px(_BADGE)
        circle = QRectF(plate.left() + look.px(5), plate.top() + (plate.height() - side) / 2, side, side)
        if self.badge:
            painter.setBrush(ctx.theme.accent)
            painter.drawEllipse(circle)
            painter.setFont(look.small.fonts[Weight.BOLD])
            painter.setPen(ctx.theme.on_accent)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.badge)
        elif self.ring is not None:
            draw_ring(painter, circle, max(0, self.ring) / STEPS, ctx, Token.UP, 2.5)
            painter.setFont(look.caption.fonts[Weight.BOLD])
            painter.setPen(ctx.theme.text)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "O")
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ctx.theme.faint, 1.5 * ctx.scale))
            inner = ctx.scale * 3
            painter.drawEllipse(circle.adjusted(inner, inner, -inner, -inner))


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitLine(SeatLine):
    """A peer that would like to download from us."""

    waits: str = ""
    warns: bool = False
    """It has snubbed us: the words say it all, and there is no figure."""

    def height(self, look: Look) -> int:
        """As close as in the design."""
        return look.high(24, look.ctx)

    def paint(self, painter: QPainter, rect: QRect, look: Look) -> None:
        """Name, that it waits, and what it gives."""
        ctx, parts = look.ctx, spans(rect, look.ctx)
        draw_text(painter, parts.name, self.name, ctx)
        if self.warns:
            draw_icon(painter, rect.adjusted(look.px(3), 0, 0, 0), _SNUBBED, ctx)
            draw_text(painter, parts.rest, self.waits, look.small, Token.WARN)
            return
        draw_text(painter, parts.rate, self.waits, look.small, Token.MUTED)
        if self.value:
            self.paint_bar(painter, parts, look, Token.UP if self.complete else Token.DOWN)
        else:
            draw_text(painter, parts.end, self.said, look.small, Token.MUTED, Align.RIGHT)
