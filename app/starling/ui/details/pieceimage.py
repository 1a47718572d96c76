# SPDX-License-Identifier: GPL-3.0-or-later
"""The piece map as an image of the rows that are looked at, drawn anew where they changed; lengths in device pixels.

A row of cells is made of ready lines of pixels, joined by code: no painter is asked for 6,000 rectangles.
"""

import sys
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from starling.ui.details.piececells import (
    ALONE,
    COPIES,
    FLIGHT,
    FULL_COPIES,
    HAVE,
    HERE,
    LEVELS,
    NONE,
    PRIORITY,
    SHADES,
    SKIPPED,
    WHOLE,
)
from starling.ui.theme import Theme

_FAINTEST = 0.25
_SHADE_OF_ONE = 0.45
"""How much of the colour of copies a single one has."""

TOLD = 400
"""Cells of which it is told that they changed."""
_AT_ONCE = 512
"""Cells that are compared in one step before each is looked at."""

Tile = tuple[bytes, ...]
"""The lines of a cell, top to bottom, without the gaps."""


class MapImage:
    """Cells from left to right, top to bottom; kept are the rows seen last, however many there are in all."""

    def __init__(self) -> None:
        self._codes = b""
        self.columns = 1
        self.side = 1
        self.gap = 1
        self._theme: Theme | None = None
        self._image = QImage()
        self._kept: list[int] = []
        """Which row each place of the image has, -1 for none that could be shown; row n has place n modulo all."""

    @property
    def pitch(self) -> int:
        """From one cell to the next."""
        return self.side + self.gap

    @property
    def rows(self) -> int:
        """Of cells."""
        return -(-len(self._codes) // self.columns)

    @property
    def codes(self) -> bytes:
        """What is shown."""
        return self._codes

    @property
    def bytes_kept(self) -> int:
        """How much memory the image takes."""
        return self._image.sizeInBytes()

    def lay_out(self, columns: int, side: int, gap: int, theme: Theme) -> None:
        """The cells stand so from now on."""
        if (columns, side, gap, theme) != (self.columns, self.side, self.gap, self._theme):
            self.columns, self.side, self.gap, self._theme = columns, side, gap, theme
            self._forget()

    def show(self, codes: bytes) -> list[int]:
        """Show these codes; the cells that are another one than before, none if there are more or fewer now.

        Of more than `TOLD` of them only the first are told, and one more.
        """
        before, self._codes = self._codes, codes
        if len(before) != len(codes):
            self._forget()
            return []
        if before == codes:
            return []
        for place, row in enumerate(self._kept):
            start, end = row * self.columns, (row + 1) * self.columns
            if row >= 0 and before[start:end] != codes[start:end]:
                self._kept[place] = -1
        changed: list[int] = []
        for start in range(0, len(codes), _AT_ONCE):
            old, new = before[start : start + _AT_ONCE], codes[start : start + _AT_ONCE]
            if old != new:
                changed += [start + at for at, code in enumerate(new) if code != old[at]]
                if len(changed) > TOLD:
                    return changed[: TOLD + 1]
        return changed

    def paint(self, painter: QPainter, first: int, last: int, top: int) -> None:
        """Paint these rows, the first of them at `top`; what was not drawn by now is."""
        first, last = max(0, first), min(last, self.rows - 1)
        if last < first:
            return
        self._make_room(last - first + 1)
        places = len(self._kept)
        for row in range(first, last + 1):
            if self._kept[row % places] != row:
                self._draw(row)
        while first <= last:
            place = first % places
            count = min(last + 1 - first, places - place)
            part = QRect(0, place * self.pitch, self._image.width(), count * self.pitch)
            painter.drawImage(QPoint(0, top), self._image, part)
            top += part.height()
            first += count

    def _forget(self) -> None:
        self._image, self._kept = QImage(), []

    def _make_room(self, rows: int) -> None:
        """For so many, and as many again that were scrolled away: they may come back."""
        if rows > len(self._kept):
            places = min(2 * rows, self.rows)
            self._image = QImage(self.columns * self.pitch, places * self.pitch, QImage.Format.Format_RGB32)
            self._kept = [-1] * places

    def _draw(self, row: int) -> None:
        theme = self._theme
        if theme is None:
            return
        codes = self._codes[row * self.columns : (row + 1) * self.columns]
        base = _pixel(theme.base)
        width = self.columns * self.pitch
        gap = base * self.gap
        tail = base * ((self.columns - len(codes)) * self.pitch)
        tiles = {code: tile(code, self.side, theme) for code in set(codes)}
        lines: list[bytes] = []
        drawn: dict[tuple[bytes, ...], bytes] = {}
        for y in range(self.side):
            looks = {code: lines_of[y] + gap for code, lines_of in tiles.items()}
            # Most lines of a row are alike: only what fills or is marked differs from top to bottom.
            key = tuple(looks.values())
            line = drawn.get(key)
            if line is None:
                line = drawn[key] = b"".join(map(looks.__getitem__, codes)) + tail
            lines.append(line)
        lines.append(base * (width * self.gap))
        place = row % len(self._kept)
        start = place * self.pitch * width * 4
        data = b"".join(lines)
        memoryview(self._image.bits())[start : start + len(data)] = data
        self._kept[place] = row


def tile_image(code: int, side: int, theme: Theme) -> QImage:
    """One cell, for legends."""
    rows = b"".join(tile(code, side, theme))
    return QImage(rows, side, side, side * 4, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=1024)
def tile(code: int, side: int, theme: Theme) -> Tile:
    """How a code looks."""
    track, base = _pixel(theme.miss), _pixel(theme.base)
    if HAVE < code <= WHOLE:
        share = (code - HAVE) / SHADES
        return (_mixed(theme.miss, theme.have, _FAINTEST + (1 - _FAINTEST) * share) * side,) * side
    if FLIGHT <= code <= FLIGHT + LEVELS:
        # Something always shows, and what is not whole never looks so.
        height = min(side - 1, max(2, side // 4, round((code - FLIGHT) / LEVELS * side)))
        return _column(side, height, _pixel(theme.flight), track)
    if COPIES < code <= COPIES + FULL_COPIES:
        share = (code - COPIES) / FULL_COPIES
        colour = _mixed(theme.miss, theme.have, _SHADE_OF_ONE + (1 - _SHADE_OF_ONE) * share)
        return _column(side, max(1, round(share * side)), colour, track)
    if PRIORITY < code <= PRIORITY + 7:
        # The two highest differ by one pixel of height.
        colour = _pixel(theme.text if code == PRIORITY + 7 else theme.muted)
        return _column(side, max(1, round((code - PRIORITY) / 7 * side)), colour, track)
    if code == HERE:
        return (_mixed(theme.miss, theme.have, _FAINTEST) * side,) * side
    if code == ALONE:
        return _column(side, max(2, side // 4), _pixel(theme.none), track)
    if code == NONE:
        return _cross(side, _pixel(theme.none), base)
    if code == SKIPPED:
        ink, step = _pixel(theme.faint), max(3, side // 3)
        return tuple(b"".join(ink if (x + y) % step == 0 else base for x in range(side)) for y in range(side))
    return (track * side,) * side


def _column(side: int, height: int, colour: bytes, track: bytes) -> Tile:
    return (track * side,) * (side - height) + (colour * side,) * height


def _cross(side: int, ink: bytes, ground: bytes) -> Tile:
    thick = max(1, round(side / 9))
    rows = []
    for y in range(side):
        strokes = (min(abs(x - y), abs(side - 1 - x - y)) < thick for x in range(side))
        rows.append(b"".join(ink if stroke else ground for stroke in strokes))
    return tuple(rows)


def _mixed(ground: QColor, colour: QColor, share: float) -> bytes:
    return _pixel(
        QColor.fromRgbF(
            ground.redF() + (colour.redF() - ground.redF()) * share,
            ground.greenF() + (colour.greenF() - ground.greenF()) * share,
            ground.blueF() + (colour.blueF() - ground.blueF()) * share,
        )
    )


def _pixel(colour: QColor) -> bytes:
    return colour.rgb().to_bytes(4, sys.byteorder)
