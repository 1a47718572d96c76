# SPDX-License-Identifier: GPL-3.0-or-later
"""Painters of table cells: a few plain calls each, since forty rows of them are painted every second."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from starling.ui import icons, outline
from starling.ui.column import Align, Column, Icon, Row, Weight
from starling.ui.style import draw_box
from starling.ui.theme import Theme, Token, scale_of, tabular

PADDING = 8
"""Left and right of every cell, in pixels of the design."""
INSET = 14
"""The same at the outer edges of the table."""
PERCENT_SLOT = 52
FOLD_MARK = 14
ICON = 16
ICON_GAP = 8
_BAR = 6
_REMEMBERED = 20000

Painter = Callable[[QPainter, QRect, Row, "Context"], None]


class Context:
    """What a cell painter needs to know: theme, fonts and the state of the row at hand."""

    def __init__(self, theme: Theme, font: QFont, ratio: float) -> None:
        self.theme = theme
        self.ratio = ratio
        """Device pixels of a logical one."""
        self.scale = scale_of(font)
        self.colours = {token: theme.colour(token) for token in Token}
        self.fonts = {weight: _weighted(font, weight) for weight in Weight}
        self.metrics = {weight: QFontMetrics(font) for weight, font in self.fonts.items()}
        self.selected = False
        self.focus = False
        """Whether the table has the keyboard."""
        self._icons: dict[tuple[Icon, int], QPixmap] = {}
        self._elided: dict[tuple[str, int, Weight], str] = {}
        # No letter of a text font is wider: what fits by this measure need not be measured.
        self._widest = round(self.scale * 14)

    @property
    def track(self) -> QColor:
        """The ground of bars and strips, which stays visible on a selected row."""
        if not self.selected:
            return self.theme.miss
        return self.theme.miss_sel if self.focus else self.theme.miss_seloff

    def px(self, length: float) -> int:
        """A length of the design in logical pixels."""
        return round(length * self.scale)

    def pixmap(self, icon: Icon, size: float = ICON) -> QPixmap:
        """An icon in its colour, `size` in pixels of the design."""
        key = icon, self.px(size)
        pixmap = self._icons.get(key)
        if pixmap is None:
            pixmap = icons.pixmap(icon.name, key[1], self.colours[icon.token], self.ratio)
            self._icons[key] = pixmap
        return pixmap

    def elide(self, text: str, width: int, weight: Weight = Weight.NORMAL) -> str:
        """The text, or its beginning and an ellipsis where the width is too small."""
        if len(text) * self._widest <= width:
            return text
        key = text, width, weight
        short = self._elided.get(key)
        if short is None:
            if len(self._elided) > _REMEMBERED:
                self._elided.clear()
            short = self.metrics[weight].elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = short
        return short

    def line_below(self, painter: QPainter, left: int, bottom: int, width: int, token: Token = Token.HAIR) -> None:
        """A hairline whose lower edge is `bottom`, on whole device pixels at every scale."""
        thick = max(1, round(self.ratio))
        top = (round(bottom * self.ratio) - thick) / self.ratio
        painter.fillRect(QRectF(left, top, width, thick / self.ratio), self.colours[token])


def _weighted(font: QFont, weight: Weight) -> QFont:
    font = tabular(font)
    font.setWeight(QFont.Weight(weight.value))
    return font


_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_FLAGS = {align: int(align.value) | _ONE_LINE for align in Align}


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    ctx: Context,
    token: Token = Token.TEXT,
    align: Align = Align.LEFT,
    weight: Weight = Weight.NORMAL,
) -> None:
    """One line of text, elided where it does not fit."""
    painter.setFont(ctx.fonts[weight])
    painter.setPen(ctx.colours[token])
    painter.drawText(rect, _FLAGS[align], ctx.elide(text, rect.width(), weight))


def draw_icon(painter: QPainter, rect: QRect, icon: Icon, ctx: Context, size: float = ICON) -> None:
    """An icon at the left end of the rectangle, in the middle of its height."""
    painter.drawPixmap(rect.left(), rect.top() + (rect.height() - ctx.px(size)) // 2, ctx.pixmap(icon, size))


def draw_bar(painter: QPainter, rect: QRect, fraction: float, ctx: Context, token: Token) -> None:
    """A rounded bar in the middle of the rectangle's height; something that has begun shows at least 2 px."""
    height = ctx.px(_BAR)
    left, top, width = rect.left(), rect.top() + (rect.height() - height) // 2, rect.width()
    if width < height:
        return
    radius = height / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ctx.track)
    painter.drawRoundedRect(left, top, width, height, radius, radius)
    if fraction > 0:
        filled = max(2, int(width * min(fraction, 1.0)))
        colour = ctx.colours[token]
        painter.setBrush(colour)
        if filled >= width:
            painter.drawRoundedRect(left, top, width, height, radius, radius)
        else:
            painter.setClipRect(QRect(left, top, filled, height))
            painter.drawRoundedRect(left, top, width, height, radius, radius)
            painter.setClipping(False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def plain(column: Column[Row]) -> Painter[Row]:
    """The painter of a column without its own: icon, then text, in the column's colour and weight."""
    text, icon, align = column.text, column.icon, column.align
    colour, weight = column.colour, column.weight

    def paint(painter: QPainter, rect: QRect, row: Row, ctx: Context) -> None:
        if icon is not None:
            shape = icon(row)
            if shape is not None:
                draw_icon(painter, rect, shape, ctx)
            rect = rect.adjusted(ctx.px(ICON + ICON_GAP), 0, 0, 0)
        words = text(row)
        if words:
            token = colour if isinstance(colour, Token) else colour(row)
            draw_text(painter, rect, words, ctx, token, align, weight if isinstance(weight, Weight) else weight(row))

    return paint


def progress(
    fraction: Callable[[Row], float | None], text: Callable[[Row], str], token: Callable[[Row], Token]
) -> Painter[Row]:
    """A bar (fraction 0-1) with its percentage in a slot of its own; a row without fraction stays empty."""

    def paint(painter: QPainter, rect: QRect, row: Row, ctx: Context) -> None:
        part = fraction(row)
        if part is None:
            return
        slot = ctx.px(PERCENT_SLOT)
        draw_bar(painter, rect.adjusted(0, 0, -slot, 0), part, ctx, token(row))
        draw_text(painter, rect.adjusted(rect.width() - slot, 0, 0, 0), text(row), ctx, align=Align.RIGHT)

    return paint


def pair(first: Callable[[Row], str], second: Callable[[Row], str]) -> Painter[Row]:
    """Right-aligned "7 / 34": ours in `text`, the swarm's in `muted`; either may be empty."""

    def paint(painter: QPainter, rect: QRect, row: Row, ctx: Context) -> None:
        ours, theirs = first(row), second(row)
        if theirs:
            theirs = f"\u00a0/\u00a0{theirs}"
            draw_text(painter, rect, theirs, ctx, Token.MUTED, Align.RIGHT)
            rect = rect.adjusted(0, 0, -ctx.metrics[Weight.NORMAL].horizontalAdvance(theirs), 0)
        if ours:
            draw_text(painter, rect, ours, ctx, Token.TEXT, Align.RIGHT)

    return paint


def two_tone(first: Callable[[Row], str], second: Callable[[Row], str], weight: Weight = Weight.MEDIUM) -> Painter[Row]:
    """Left-aligned "tracker.example.org  https": the fact in `text`, what only explains it in `muted`."""

    def paint(painter: QPainter, rect: QRect, row: Row, ctx: Context) -> None:
        fact, rest = first(row), second(row)
        draw_text(painter, rect, fact, ctx, weight=weight)
        left = ctx.metrics[weight].horizontalAdvance(fact) + ctx.px(PADDING)
        if rest and left < rect.width():
            draw_text(painter, rect.adjusted(left, 0, 0, 0), rest, ctx, Token.MUTED)

    return paint


def tree(label: Column[Row]) -> Painter[Row]:
    """Indentation, fold mark and box before what the column shows anyway; rows are `outline.Branch`es."""
    inner = plain(label)
    folded, unfolded = Icon("chevron-right", Token.MUTED), Icon("chevron-down", Token.MUTED)

    def paint(painter: QPainter, rect: QRect, row: Row, ctx: Context) -> None:
        branch = cast(outline.Branch, row)
        if branch.has_children:
            mark = unfolded if branch.expanded else folded
            draw_icon(painter, outline.fold_rect(rect, branch, ctx.scale), mark, ctx, FOLD_MARK)
        if branch.check is not None:
            checked, partly = branch.check is Qt.CheckState.Checked, branch.check is Qt.CheckState.PartiallyChecked
            box = outline.box_rect(rect, branch, ctx.scale)
            draw_box(painter, box, ctx.theme, ctx.theme.text, checked=checked, partly=partly)
        inner(painter, outline.label_rect(rect, branch, ctx.scale), row, ctx)

    return paint
