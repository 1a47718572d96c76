# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of labels: what is offered, how each is shown in both themes, and the marks painted in it."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from starling.i18n import translate
from starling.setting import QT_TRANSLATE_NOOP
from starling.ui.theme import Theme

PALETTE: tuple[tuple[str, str], ...] = (
    ("#c9302c", QT_TRANSLATE_NOOP("LabelColours", "Red")),
    ("#c2571a", QT_TRANSLATE_NOOP("LabelColours", "Orange")),
    ("#b7791f", QT_TRANSLATE_NOOP("LabelColours", "Yellow")),
    ("#6b8e23", QT_TRANSLATE_NOOP("LabelColours", "Olive")),
    ("#2e8b57", QT_TRANSLATE_NOOP("LabelColours", "Green")),
    ("#128c8c", QT_TRANSLATE_NOOP("LabelColours", "Teal")),
    ("#2f6fde", QT_TRANSLATE_NOOP("LabelColours", "Blue")),
    ("#7a5bd6", QT_TRANSLATE_NOOP("LabelColours", "Violet")),
    ("#b54fb0", QT_TRANSLATE_NOOP("LabelColours", "Purple")),
    ("#c2417c", QT_TRANSLATE_NOOP("LabelColours", "Pink")),
    ("#8a6240", QT_TRANSLATE_NOOP("LabelColours", "Brown")),
    ("", QT_TRANSLATE_NOOP("LabelColours", "Grey")),
)
"""Colours and their English names; `name_of` has the translated ones."""

_TEXT, _MARK = 4.5, 3.0
"""Contrast that texts and marks need (WCAG 2, level AA)."""
_TINT_LIGHT, _TINT_DARK = 0.14, 0.26
_STEP = 0.01
_DOT = 10


class Tick(Enum):
    """Whether torrents have a label."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True, eq=False)
class Shades:
    """One colour in one theme."""

    dot: QColor
    """Seen on every ground of lists and menus."""
    ground: QColor
    """Of a chip."""
    text: QColor
    """On that."""


@lru_cache(256)
def shades(colour: str, theme: Theme) -> Shades:
    """How a colour (``#rrggbb``; grey if empty) is shown: as it is, or darker or lighter where it lacks contrast."""
    chosen = QColor(colour) if colour else theme.muted
    ground = _mixed(theme.base, chosen, _TINT_DARK if theme.dark else _TINT_LIGHT)
    grounds = (theme.base, theme.side, theme.win, theme.sel, theme.seloff)
    return Shades(_against(chosen, theme, grounds, _MARK), ground, _against(chosen, theme, (ground,), _TEXT))


def name_of(colour: str) -> str:
    """What a colour is called; one of the user's own is called by its number."""
    for offered, words in PALETTE:
        if offered == colour:
            return translate("LabelColours", words)
    return colour


def contrast(one: QColor, other: QColor) -> float:
    """1-21, as WCAG 2 reckons it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def draw_dot(painter: QPainter, rect: QRect, colour: str, theme: Theme, scale: float) -> None:
    """A dot in the middle of the height of the rectangle, where an icon of 16 pixels would stand at its left."""
    middle = QPointF(rect.left() + 8 * scale, rect.top() + rect.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shades(colour, theme).dot)
    painter.drawEllipse(middle, _DOT / 2 * scale, _DOT / 2 * scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def dot_icon(colour: str, theme: Theme, size: int, ratio: float) -> QIcon:
    """A dot for lists, fields and menus."""
    pixmap = _empty(size, ratio)
    painter = QPainter(pixmap)
    draw_dot(painter, QRect(0, 0, size, size), colour, theme, size / 16)
    painter.end()
    return QIcon(pixmap)


def wash(view: QWidget, theme: Theme) -> None:
    """Dots are seen on the wash of selected rows, not on the accent that Qt would paint there."""
    palette = QPalette(view.palette())
    for group, colour in ((QPalette.ColorGroup.Active, theme.sel), (QPalette.ColorGroup.Inactive, theme.seloff)):
        palette.setColor(group, QPalette.ColorRole.Highlight, colour)
        palette.setColor(group, QPalette.ColorRole.HighlightedText, theme.text)
    view.setPalette(palette)


def tick_icon(colour: str, tick: Tick, theme: Theme, size: int, ratio: float) -> QIcon:
    """A disc with a tick if all have the label, with a dash if some have, a ring if none has."""
    pixmap, dot = _empty(size, ratio), shades(colour, theme).dot
    unit = size / 16
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = QRectF(1.5 * unit, 1.5 * unit, 13 * unit, 13 * unit)
    painter.setPen(QPen(dot, 1.6 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush if tick is Tick.NONE else dot)
    painter.drawEllipse(disc)
    if tick is not Tick.NONE:
        pen = QPen(theme.base, 1.9 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if tick is Tick.SOME:
            painter.drawLine(QLineF(5 * unit, 8 * unit, 11 * unit, 8 * unit))
        else:
            painter.drawLine(QLineF(4.8 * unit, 8.3 * unit, 7.1 * unit, 10.6 * unit))
            painter.drawLine(QLineF(7.1 * unit, 10.6 * unit, 11.2 * unit, 5.8 * unit))
    painter.end()
    return QIcon(pixmap)


def _empty(size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _against(colour: QColor, theme: Theme, grounds: tuple[QColor, ...], least: float) -> QColor:
    """The colour, made darker or lighter until it has that contrast on all grounds."""
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    step, found = (_STEP if theme.dark else -_STEP), colour
    while min(contrast(found, ground) for ground in grounds) < least and 0 < lightness + step < 1:
        lightness += step
        found = QColor.fromHslF(hue, saturation, lightness)
    return found


def _mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    parts = zip(_parts(ground), _parts(colour), strict=True)
    return QColor.fromRgbF(*(below + (above - below) * share for below, above in parts))


def _luminance(colour: QColor) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
