# SPDX-License-Identifier: GPL-3.0-or-later
"""What the marks of the piece map mean, in each of its modes, painted as the map paints them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from starling.i18n import Counted, translate
from starling.torrent import Priority
from starling.ui.cells import Context
from starling.ui.details.legend import Item, Legend
from starling.ui.details.piececells import (
    ALONE,
    COPIES,
    FLIGHT,
    FULL_COPIES,
    HAVE,
    HERE,
    LEVELS,
    MISSING,
    NONE,
    PRIORITY,
    SKIPPED,
    WHOLE,
    Mode,
)
from starling.ui.details.pieceimage import tile_image
from starling.ui.files.columns import priority_text
from starling.ui.theme import ThemeManager

_SIDE = 12
_MARGIN = 14


class PieceLegends(Counted):
    """Texts that count copies."""


def legends(themes: ThemeManager) -> Mapping[tuple[Mode, bool], Legend]:
    """A legend for each mode, and whether a cell stands for several pieces."""
    items = {Mode.COPIES: _copies, Mode.PRIORITY: _priority}
    made = {mode: Legend(themes, of_mode, margin=_MARGIN) for mode, of_mode in items.items()}
    return {
        (Mode.HAVE, False): Legend(themes, _have, margin=_MARGIN),
        (Mode.HAVE, True): Legend(themes, _have_some, margin=_MARGIN),
        **{(mode, several): legend for mode, legend in made.items() for several in (False, True)},
    }


def _have_some() -> list[Item]:
    first, *others = _have()
    return [first, _cell(HAVE + 3, translate("Strips", "some of the cell’s pieces")), *others]


def _have() -> list[Item]:
    return [
        _cell(WHOLE, translate("Strips", "have")),
        _cell(FLIGHT + LEVELS // 2, translate("Strips", "in progress, fills as it comes")),
        _cell(MISSING, translate("Strips", "missing")),
        _nobody(),
        _skipped(),
        Item(_twice, translate("Strips", "block asked of several peers")),
    ]


def _copies() -> list[Item]:
    words = [
        (1, PieceLegends.tr("%n copies", "", 1)),
        (3, PieceLegends.tr("%n copies", "", 3)),
        (FULL_COPIES, PieceLegends.tr("%n or more copies", "", FULL_COPIES)),
    ]
    return [
        *(_cell(COPIES + count, text) for count, text in words),
        _cell(ALONE, translate("Strips", "only you have it")),
        _nobody(),
        _skipped(),
    ]


def _priority() -> list[Item]:
    named = (Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.MAXIMUM)
    return [
        *(_cell(PRIORITY + level, priority_text(level)) for level in named),
        _skipped(),
        _cell(HERE, translate("Strips", "here already")),
    ]


def _nobody() -> Item:
    return _cell(NONE, translate("Strips", "on no connected peer"))


def _skipped() -> Item:
    return _cell(SKIPPED, translate("Strips", "skipped"))


def _cell(code: int, words: str) -> Item:
    return Item(partial(_paint, code), words)


def _paint(code: int, painter: QPainter, rect: QRect, ctx: Context) -> None:
    side = round(ctx.px(_SIDE) * ctx.ratio)
    image = tile_image(code, side, ctx.theme)
    image.setDevicePixelRatio(ctx.ratio)
    painter.drawImage(rect.left(), rect.top() + (rect.height() - ctx.px(_SIDE)) // 2, image)


def _twice(painter: QPainter, rect: QRect, ctx: Context) -> None:
    side = ctx.px(_SIDE)
    box = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
    painter.fillRect(box, ctx.theme.miss)
    painter.fillRect(box.adjusted(0, side // 2, 0, 0), ctx.theme.flight)
    painter.fillRect(box.left(), box.top(), side, ctx.px(2), ctx.theme.up)
