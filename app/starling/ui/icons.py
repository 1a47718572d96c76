# SPDX-License-Identifier: GPL-3.0-or-later
"""Line icons tinted with the palette's colours, and the program's own icon, drawn from SVG without a blurred pixel."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from starling.paths import resource
from starling.torrent import State

STATE_ICONS: Final[Mapping[State, str]] = {
    State.DOWNLOADING: "downloading",
    State.SEEDING: "seeding",
    State.STALLED: "stalled",
    State.METADATA: "magnet",
    State.CHECKING: "checking",
    State.MOVING: "moving",
    State.QUEUED: "queued",
    State.PAUSED: "paused",
    State.FINISHED: "finished",
    State.ERROR: "error",
}
"""The shape that stands for a state; its colour is the palette's business."""

SIZES: Final = (14, 16, 20, 24, 32)
"""Logical pixels an icon is drawn for; other sizes are scaled down from the next larger one."""

APP_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
SMALL_BELOW: Final = 48
"""Below this many pixels the program's icon loses its wing and keeps five larger speckles."""

_STROKE: Final = b'stroke-width="1.5"'
_SMALL_STROKE: Final = b'stroke-width="1.7"'
_SMALL: Final = 16
"""Up to this size the line is drawn thicker, or it would look grey beside 13 px text."""


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon `name` in one colour, and in another while disabled; raises KeyError for an unknown name."""
    return _icon(name, colour.rgba(), None if disabled is None else disabled.rgba(), _ratios())


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a square of `size` logical pixels; raises KeyError for an unknown name."""
    return _pixmap(name, size, colour.rgba(), ratio)


def app_icon() -> QIcon:
    """The program's icon, the simpler drawing in sizes below 48 px."""
    return _app_icon()


def _ratios() -> tuple[float, ...]:
    """1 and 2, which scale well to whatever screen is plugged in later, and exactly those of the screens of today."""
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=512)
def _icon(name: str, rgba: int, disabled: int | None, ratios: tuple[float, ...]) -> QIcon:
    # Pixmaps and not a QIconEngine of our own: PySide6 6.11 crashes when Qt clones an engine written in Python.
    made = QIcon()
    for size in SIZES:
        for ratio in ratios:
            made.addPixmap(_pixmap(name, size, rgba, ratio))
            if disabled is not None:
                made.addPixmap(_pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=4096)
def _pixmap(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    svg = _source(name)
    if size <= _SMALL:
        svg = svg.replace(_STROKE, _SMALL_STROKE)
    drawn = _draw(svg, round(size * ratio))
    painter = QPainter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), QColor.fromRgba(rgba))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=1)
def _app_icon() -> QIcon:
    made = QIcon()
    for size in APP_SIZES:
        made.addPixmap(_draw(_source("starling-small" if size < SMALL_BELOW else "starling"), size))
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    path = resource("icons", f"{name}.svg")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise KeyError(f"There is no icon called “{name}” in {path.parent}.") from None


def _draw(svg: bytes, side: int) -> QPixmap:
    """The picture as a square of `side` device pixels on a clear ground."""
    # Late, so that a start which shows no icon yet does not load the SVG library.
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn
