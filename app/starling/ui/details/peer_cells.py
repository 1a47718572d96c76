# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of the peers table that paint themselves: country, flags in slots, pieces, rates, requests."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from starling import formats
from starling.flags import Flag
from starling.peer import Holding
from starling.ui.cells import Context, Painter, draw_bar, draw_text
from starling.ui.column import Align, Weight
from starling.ui.details import sparkline
from starling.ui.details.peer_row import PeerRow
from starling.ui.theme import Token

SLOT = 12
SPARK, SPARK_GAP = 50, 6
NUMBER = 36
"""The slot of the percentage."""
_FIGURE = 30
_LEAST_SPARK = 22
"""A sparkline with less room says nothing, and is left out."""
_LONGEST = 88_800_000
_CHIP = 26, 18
_STRIP, _THIN = 8, 4
"""Pixels of the design: height of what is useful to us, and of what a peer only has."""
_HAS = 0.5
"""How strong the colour is of pieces that we have already."""

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
    """A thin line where it has pieces, all of the height where it has some that we miss; then the percentage."""
    slot = ctx.px(NUMBER)
    bar = rect.adjusted(0, 0, -slot, 0)
    holding = row.peer.holding
    if holding is None or not holding.has or (row.peer.seed and not any(holding.useful)):
        token = Token.OK if row.peer.progress >= 1 else Token.HAVE
        draw_bar(painter, bar, row.peer.progress, ctx, token)
    elif bar.width() > 0:
        height = ctx.px(_STRIP)
        colours = ctx.track.rgba(), ctx.colours[Token.OK if row.peer.seed else Token.HAVE].rgba()
        image = strip(holding, round(bar.width() * ctx.ratio), round(height * ctx.ratio), *colours)
        top = rect.top() + (rect.height() - height) // 2
        painter.drawImage(QRect(bar.left(), top, bar.width(), height), image)
    draw_text(painter, rect.adjusted(rect.width() - slot, 0, 0, 0), percent(row), ctx, align=Align.RIGHT)


@lru_cache(maxsize=1024)
def strip(holding: Holding, width: int, height: int, track: int, colour: int) -> QImage:
    """The bar in device pixels; the colours are ARGB, the ground is clear above and below what is thin."""
    has, useful = _columns(holding.has, width), _columns(holding.useful, width)
    only, full = _shades(track, colour, _HAS), _shades(0, colour, 1.0)
    edge = b"".join([full[share] for share in useful])
    # Where something of use is, it is drawn over what there is besides.
    middle = b"".join([full[mine] if mine else only[share] for share, mine in zip(has, useful, strict=True)])
    thin = max(1, height * _THIN // _STRIP)
    above = (height - thin) // 2
    rows = edge * above + middle * thin + edge * (height - thin - above)
    return QImage(rows, width, height, width * 4, QImage.Format.Format_ARGB32).copy()


def _columns(cells: bytes, width: int) -> list[int]:
    """The share of each pixel; anything at all is seen."""
    count = len(cells)
    found = []
    for x in range(width):
        span = cells[x * count // width : max(x * count // width + 1, -(-(x + 1) * count // width))]
        found.append(-(-sum(span) // len(span)))
    return found


@lru_cache(maxsize=32)
def _shades(ground: int, colour: int, strength: float) -> list[bytes]:
    """From nothing to all of a cell, as ARGB; the least that is not nothing stands out as a quarter does."""
    made = [ground.to_bytes(4, "little")]
    for share in range(1, 256):
        part = strength * (0.25 + 0.75 * share / 255)
        if ground:
            mixed = sum(
                round((ground >> shift & 255) * (1 - part) + (colour >> shift & 255) * part) << shift
                for shift in (0, 8, 16, 24)
            )
        else:
            mixed = round(255 * part) << 24 | colour & 0xFFFFFF
        made.append(mixed.to_bytes(4, "little"))
    return made


def rate(
    now: Callable[[PeerRow], int], samples: Callable[[PeerRow], tuple[int, ...]], token: Token
) -> Painter[PeerRow]:
    """A sparkline, where there is room for one, and the rate; nothing at all of a peer that idles."""

    def paint(painter: QPainter, rect: QRect, row: PeerRow, ctx: Context) -> None:
        words = formats.rate(now(row))
        if not words:
            return
        # The room of the longest rate, so that lines are as wide in every row.
        figure = ctx.metrics[Weight.MEDIUM].horizontalAdvance(formats.rate(_LONGEST))
        width = min(ctx.px(SPARK), rect.width() - figure - ctx.px(SPARK_GAP))
        if width >= ctx.px(_LEAST_SPARK):
            sparkline.draw(painter, QRect(rect.left(), rect.top(), width, rect.height()), samples(row), ctx, token)
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
