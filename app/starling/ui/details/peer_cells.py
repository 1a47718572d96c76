# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of the peers table that paint themselves: country, flags in slots, pieces, rates, requests."""

import sys
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from starling import formats
from starling.flags import Flag
from starling.peer import Holding
from starling.ui.cells import Context, Painter, draw_bar, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details import peer_words, sparkline
from starling.ui.details.peer_row import PeerRow
from starling.ui.theme import Token

SLOT = 12
SPARK, SPARK_GAP = 50, 6
NUMBER = 36
_MARK_GAP = 4
"""Between the mark of a limit and the rate."""
"""The slot of the percentage."""
_FIGURE = 30
_LEAST_SPARK = 22
"""A sparkline with less room says nothing, and is left out."""
_LONGEST = 88_800_000
_CHIP = 26, 18
_STRIP, _STEP = 8, 3
"""Pixels of the design: height of the bar of pieces, and width of what is told of them as one."""
_HAS = 0.35
"""How strong the colour is of what a peer has, before which all stands that we miss."""
_LEAST = 0.25
"""How high what is of use stands at least, of the height."""

_LOOKS = {"D": (Token.DOWN, Weight.BOLD), "U": (Token.UP, Weight.BOLD), "O": (Token.UP, Weight.BOLD)}
_LOOKS |= {"S": (Token.WARN, Weight.BOLD), "F": (Token.ERR, Weight.BOLD)}
_LOOKS |= dict.fromkeys("du?", (Token.MUTED, Weight.NORMAL))


def flag_look(flag: Flag) -> tuple[Token, Weight]:
    """Colour and weight of a flag."""
    return _LOOKS.get(flag.letter, (Token.TEXT, Weight.MEDIUM))


def country(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    """The code in a chip."""
    if not row.peer.country:
        return
    width, height = min(ctx.px(_CHIP[0]), rect.width()), ctx.px(_CHIP[1])
    chip = QRectF(rect.left(), rect.top() + (rect.height() - height) // 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ctx.colours[Token.EDGE])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip, ctx.px(4), ctx.px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(_sized(ctx.fonts[Weight.MEDIUM].toString(), ctx.px(11)))
    painter.setPen(ctx.colours[Token.MUTED])
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), row.peer.country)


@lru_cache(maxsize=16)
def _sized(description: str, pixels: int) -> QFont:
    font = QFont()
    font.fromString(description)
    font.setPixelSize(pixels)
    return font


def flags(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    """Letters in nine slots, so that one stands under its like."""
    slot = ctx.px(SLOT)
    middle = int(Qt.AlignmentFlag.AlignCenter)
    for flag in row.flags:
        left = rect.left() + flag.slot * slot
        if left + slot > rect.right() + 1:
            break
        token, weight = flag_look(flag)
        painter.setFont(ctx.fonts[weight])
        painter.setPen(ctx.colours[token])
        painter.drawText(QRect(left, rect.top(), slot, rect.height()), middle, flag.written(row.letters))


def percent(row: PeerRow) -> str:
    """Whole percent, cut: a peer that lacks a piece has not 100."""
    # The float 0.29 is a little less than 0.29.
    return str(int(row.peer.progress * 100 + 1e-9))


def pieces(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    """As high as the share of pieces it has there, strong as high as the share that we miss; then the percentage."""
    slot = ctx.px(NUMBER)
    bar = rect.adjusted(0, 0, -slot, 0)
    holding = row.peer.holding
    token = Token.OK if row.peer.seed or row.peer.progress >= 1 else Token.HAVE
    if holding is None or not holding.has:
        draw_bar(painter, bar, row.peer.progress, ctx, token)
    elif bar.width() > 0:
        height = ctx.px(_STRIP)
        colours = ctx.track.rgba(), ctx.colours[token].rgba()
        image = strip(holding, round(bar.width() * ctx.ratio), round(height * ctx.ratio), *colours)
        top = rect.top() + (rect.height() - height) // 2
        painter.drawImage(QRect(bar.left(), top, bar.width(), height), image)
    draw_text(painter, rect.adjusted(rect.width() - slot, 0, 0, 0), percent(row), ctx, align=Align.RIGHT)


@lru_cache(maxsize=1024)
def strip(holding: Holding, width: int, height: int, track: int, colour: int) -> QImage:
    """The bar in device pixels; the colours are ARGB.

    A seed's outline is a rectangle. Each pixel for itself would be more exact, and looks like noise.
    """
    steps = max(1, width // max(1, height * _STEP // _STRIP))
    shares = zip(_shares(holding.has, steps), _shares(holding.useful, steps), strict=True)
    heights = [(_high(has, height, 1), _high(useful, height, max(1, round(height * _LEAST)))) for has, useful in shares]
    columns = [heights[x * steps // width] for x in range(width)]
    bare, only, full = (each.to_bytes(4, sys.byteorder) for each in (track, _mixed(track, colour, _HAS), colour))
    rows = b"".join(
        b"".join(full if y <= useful else only if y <= has else bare for has, useful in columns)
        for y in range(height, 0, -1)
    )
    return QImage(rows, width, height, width * 4, QImage.Format.Format_ARGB32).copy()


def _shares(cells: bytes, steps: int) -> list[float]:
    """What part of each step is there, 0 to 1."""
    count = len(cells)
    spans = (cells[x * count // steps : max(x * count // steps + 1, (x + 1) * count // steps)] for x in range(steps))
    return [sum(span) / (255 * len(span)) for span in spans]


def _high(share: float, height: int, least: int) -> int:
    """In pixels; anything at all is seen, and only what is whole looks so."""
    if share >= 1:
        return height
    return min(height - 1, max(least, round(share * height))) if share > 0 else 0


def _mixed(ground: int, colour: int, part: float) -> int:
    """Both as ARGB."""
    return sum(
        round((ground >> shift & 255) * (1 - part) + (colour >> shift & 255) * part) << shift
        for shift in (0, 8, 16, 24)
    )


def rate(
    now: Callable[[PeerRow], int],
    samples: Callable[[PeerRow], tuple[int, ...]],
    limit: Callable[[PeerRow], int | None],
    token: Token,
) -> Painter[PeerRow]:
    """A sparkline, where there is room for one, and the rate; nothing at all of a peer that idles.

    With a limit of ours a mark stands before the rate, and the limit itself where there is no rate.
    """

    def paint(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
        words, most = formats.rate(now(row)), limit(row)
        if not words:
            if most:
                draw_text(painter, rect, peer_words.limited(most), ctx, Token.MUTED, Align.RIGHT)
            return
        # The room of the longest rate, so that lines are as wide in every row.
        figure = ctx.metrics[Weight.MEDIUM].horizontalAdvance(formats.rate(_LONGEST))
        width = min(ctx.px(SPARK), rect.width() - figure - ctx.px(SPARK_GAP))
        if width >= ctx.px(_LEAST_SPARK):
            sparkline.draw(painter, QRect(rect.left(), rect.top(), width, rect.height()), samples(row), ctx, token)
        if most:
            taken = ctx.metrics[Weight.MEDIUM].horizontalAdvance(words) + ctx.px(_MARK_GAP)
            draw_text(painter, rect.adjusted(0, 0, -taken, 0), "≤", ctx, Token.MUTED, Align.RIGHT)
        draw_text(painter, rect, words, ctx, token, Align.RIGHT, Weight.MEDIUM)

    return paint


def requests(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
    """Out to the left of a line, in to the right."""
    peer = row.peer
    if not peer.requests_out and not peer.requests_in:
        return
    middle, gap = rect.center().x(), ctx.px(6)
    side = ctx.px(_FIGURE)
    left = QRect(middle - gap - side, rect.top(), side, rect.height())
    right = QRect(middle + gap + 1, rect.top(), side, rect.height())
    draw_text(painter, left, str(peer.requests_out), ctx, align=Align.RIGHT)
    draw_text(painter, right, str(peer.requests_in), ctx)
    height = ctx.px(12)
    painter.fillRect(middle, rect.top() + (rect.height() - height) // 2, 1, height, ctx.theme.faint)
