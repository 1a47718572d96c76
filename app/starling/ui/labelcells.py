# SPDX-License-Identifier: GPL-3.0-or-later
"""The column of labels: a chip for each, in its colour."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from starling.i18n import translate
from starling.spelling import shown
from starling.torrent import Torrent
from starling.ui.cells import Context, Painter, draw_text
from starling.ui.column import Column, Weight, natural
from starling.ui.labelcolours import shades
from starling.ui.theme import Token

_HEIGHT, _PADDING, _GAP, _RADIUS = 20, 7, 4, 4
_LEAST = 40
"""Pixels below which a chip says nothing."""


def column(colour: Callable[[str], str]) -> Column[Torrent]:
    """`colour` gives that of a label by its name: ``#rrggbb``, empty for grey."""
    return Column(
        key="labels",
        title=translate("Torrents", "Labels"),
        value=lambda torrent: natural(_text(torrent)),
        text=_text,
        width=150,
        hidden=True,
        paint=_chips(colour),
        extra=3 * _PADDING,
    )


def grey(_name: str) -> str:
    """The colour of labels of which nothing is known."""
    return ""


def _text(torrent: Torrent) -> str:
    return ", ".join(map(shown, torrent.labels))


def _chips(colour: Callable[[str], str]) -> Painter[Torrent]:
    def paint(painter: QPainter, rect: QRect, torrent: Torrent, ctx: Context) -> None:
        left, names = rect.left(), torrent.labels
        for number, name in enumerate(names):
            rest = len(names) - number - 1
            # What does not fit is counted; there is room for that behind all but the last one.
            room = rect.right() + 1 - left - (_advance(ctx, f"+{rest}") + ctx.px(_GAP) if rest else 0)
            if room < ctx.px(_LEAST):
                more = QRect(left, rect.top(), max(0, rect.right() + 1 - left), rect.height())
                draw_text(painter, more, f"+{rest + 1}", ctx, Token.MUTED)
                return
            text = shown(name)
            width = min(_advance(ctx, text) + 2 * ctx.px(_PADDING), room)
            _draw(painter, QRect(left, rect.top(), width, rect.height()), text, colour(name), ctx)
            left += width + ctx.px(_GAP)

    return paint


def _draw(painter: QPainter, rect: QRect, text: str, colour: str, ctx: Context) -> None:
    look, height = shades(colour, ctx.theme), ctx.px(_HEIGHT)
    chip = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground)
    painter.drawRoundedRect(chip, ctx.px(_RADIUS), ctx.px(_RADIUS))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    inside = chip.adjusted(ctx.px(_PADDING), 0, -ctx.px(_PADDING), 0)
    painter.setFont(ctx.fonts[Weight.NORMAL])
    painter.setPen(look.text)
    flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(inside, flags, ctx.elide(text, inside.width()))


def _advance(ctx: Context, text: str) -> int:
    # Rounded: what has all its room must not be cut for a pixel.
    return ctx.metrics[Weight.NORMAL].horizontalAdvance(text) + 1
