# SPDX-License-Identifier: GPL-3.0-or-later
"""Strips of pieces and of copies, computed row by row into one image: a second's news of 50,000 pieces costs 2 ms."""

import sys
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from starling.pieces import PieceMap
from starling.ui.cells import Context
from starling.ui.theme import Theme

MISSING, HAVE, FLIGHT, NONE = range(4)
_SHADES = 8
_FULL_COPIES = 6
_FAINTEST = 0.25
_REMEMBERED = 500
"""Strips kept: more than rows fit on a screen, and far fewer than a torrent may have files."""
_EDGE = 3
"""Pixels of the design of the red line above and below a piece that nobody has."""

_FROM_FLAGS = bytes.maketrans(bytes(range(4)), bytes([MISSING, HAVE, NONE, HAVE]))
_NO_COPY = bytes([2]) + bytes(255)
"""Copies of a piece -> 2 where there is none."""


def codes(pieces: PieceMap) -> bytes:
    """What is to be shown of each piece, a code a byte.

    A piece is on no connected peer only where connected peers have others: without peers nothing would stand out.
    """
    have, copies = pieces.have, pieces.copies
    if len(copies) == len(have) and any(copies):
        flags = int.from_bytes(have) | int.from_bytes(copies.translate(_NO_COPY))
        found = bytearray(flags.to_bytes(len(have)).translate(_FROM_FLAGS))
    else:
        found = bytearray(have)
    for index in pieces.in_flight:
        if index < len(found) and found[index] == MISSING:
            found[index] = FLIGHT
    return bytes(found)


def part(whole: bytes, spans: Iterable[tuple[int, int]]) -> bytes:
    """The codes of a file's or folder's own pieces."""
    return b"".join(whole[first : last + 1] for first, last in spans)


def piece_strip(found: bytes, width: int, height: int, ctx: Context, *, skipped: bool = False) -> QImage:
    """The strip of these codes, in device pixels; where `skipped` what is missing is hatched."""
    theme, ratio = ctx.theme, ctx.ratio
    track = ctx.track
    clear = QColor(0, 0, 0, 0)
    upper = _palette(clear if skipped else track, theme.have, clear if skipped else track, theme.base, track)
    lower = _palette(clear if skipped else track, theme.have, theme.flight, theme.base, track)
    edge = _palette(clear if skipped else track, theme.have, clear if skipped else track, theme.none, track)
    low_edge = _palette(clear if skipped else track, theme.have, theme.flight, theme.none, track)
    pixels = _columns(found, width)
    line = min(max(1, round(_EDGE * ctx.scale * ratio)), height // 3)
    half = height // 2
    rows = (
        _row(pixels, edge) * line
        + _row(pixels, upper) * (half - line)
        + _row(pixels, lower) * (height - half - line)
        + _row(pixels, low_edge) * line
    )
    image = QImage(rows, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
    if skipped:
        ground = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(ground)
        hatch(painter, QRectF(0, 0, width, height), theme, ratio)
        painter.drawImage(0, 0, image)
        painter.end()
        image = ground
    image.setDevicePixelRatio(ratio)
    return image


def copies_strip(copies: bytes, width: int, height: int, ctx: Context) -> QImage:
    """How many connected peers have each piece: height for copies, full at 6, a red line for none; device pixels."""
    if not copies or width <= 0:
        return QImage()
    count = len(copies)
    levels = bytearray(width)
    for x in range(width):
        start = x * count // width
        rarest = min(copies[start : max(start + 1, (x + 1) * count // width)])
        levels[x] = min(rarest, _FULL_COPIES)
    track, have, none = (_argb(colour) for colour in (ctx.track, ctx.theme.have, ctx.theme.none))
    red = max(1, round(2 * ctx.scale * ctx.ratio))
    rows = []
    for y in range(height):
        from_below = height - 1 - y
        table = [none if from_below < red else track]
        table += [have if from_below * _FULL_COPIES < level * height else track for level in range(1, _FULL_COPIES + 1)]
        rows.append(b"".join([table[level] for level in levels]))
    image = QImage(b"".join(rows), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
    image.setDevicePixelRatio(ctx.ratio)
    return image


def hatch(painter: QPainter, rect: QRectF, theme: Theme, ratio: float = 1.0) -> None:
    """The ground of what is skipped."""
    brush = QBrush(theme.faint, Qt.BrushStyle.BDiagPattern)
    # The pattern is one of device pixels: on a dense screen it would be too fine to be seen.
    brush.setTransform(QTransform.fromScale(0.6 * ratio, 0.6 * ratio))
    painter.fillRect(rect, theme.base)
    painter.fillRect(rect, brush)


@dataclass(slots=True)
class _Cached:
    key: tuple[object, ...]
    image: QImage


class StripCache:
    """The strips of table rows, each drawn again only when its pieces, its size or the colours changed.

    Those that were out of sight for longest are forgotten.
    """

    def __init__(self) -> None:
        self._map: PieceMap | None = None
        self._codes = b""
        self._images: OrderedDict[object, _Cached] = OrderedDict()

    def set_pieces(self, pieces: PieceMap | None) -> None:
        """Another second's pieces, or none."""
        if pieces != self._map:
            self._map = pieces
            self._codes = codes(pieces) if pieces else b""

    def clear(self) -> None:
        """Another torrent."""
        self.set_pieces(None)
        self._images.clear()

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        key: object,
        spans: tuple[tuple[int, int], ...],
        skipped: bool,
        ctx: Context,
    ) -> None:
        """The strip of the pieces in `spans` into the rectangle."""
        own = part(self._codes, spans)
        if not own:
            return
        width, height = round(rect.width() * ctx.ratio), round(rect.height() * ctx.ratio)
        if width < 1 or height < 4:
            return
        state = (own, width, height, skipped, ctx.track.rgba(), ctx.theme.have.rgba())
        cached = self._images.get(key)
        if cached is None or cached.key != state:
            cached = self._images[key] = _Cached(state, piece_strip(own, width, height, ctx, skipped=skipped))
        self._images.move_to_end(key)
        if len(self._images) > _REMEMBERED:
            self._images.popitem(last=False)
        painter.drawImage(rect.topLeft(), cached.image)


def _columns(found: bytes, width: int) -> bytes:
    """A code per pixel: 0 missing, 1 flight, 2 none, 3… have by share, the last of them whole."""
    count = len(found)
    result = bytearray(width)
    for x in range(width):
        start = x * count // width
        pieces = found[start : max(start + 1, (x + 1) * count // width)]
        if NONE in pieces:
            result[x] = 2
        elif FLIGHT in pieces:
            result[x] = 1
        elif have := pieces.count(HAVE):
            result[x] = 2 + max(1, have * _SHADES // len(pieces))
    return bytes(result)


def _palette(missing: QColor, have: QColor, flight: QColor, none: QColor, track: QColor) -> list[bytes]:
    shades = [_blend(track, have, _FAINTEST + (1 - _FAINTEST) * step / _SHADES) for step in range(1, _SHADES + 1)]
    return [_argb(missing), _argb(flight), _argb(none), *map(_argb, shades)]


def _row(pixels: bytes, palette: list[bytes]) -> bytes:
    return b"".join([palette[pixel] for pixel in pixels])


def _blend(ground: QColor, colour: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )


def _argb(colour: QColor) -> bytes:
    return colour.rgba().to_bytes(4, sys.byteorder)
