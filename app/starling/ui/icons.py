# SPDX-License-Identifier: GPL-3.0-or-later
"""Line icons tinted with the palette's colours, and the program's own icon, drawn from SVG without a blurred pixel."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from starling.paths import resource
from starling.torrent import State

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

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

SIZES: Final = (14, 16, 20, 22, 24, 32, 48, 64)
"""What an icon answers to those who ask for its sizes, such as trays; it is drawn in whatever size is asked for."""

APP_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
SMALL_BELOW: Final = 48
"""Below this many pixels the program's icon loses its wing and keeps five larger speckles."""

_STROKE: Final = b'stroke-width="1.5"'
_SMALL_STROKE: Final = b'stroke-width="1.7"'
_SMALL: Final = 16
"""Up to this size the line is drawn thicker, or it would look grey beside 13 px text."""

_clones: Final[set[QIconEngine]] = set()


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon `name` in one colour, and in another while disabled; raises KeyError for an unknown name."""
    return _icon(name, colour.rgba(), colour.rgba() if disabled is None else disabled.rgba())


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a square of `size` logical pixels; raises KeyError for an unknown name."""
    return _pixmap(name, size, colour.rgba(), ratio)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The program's icon, the simpler drawing in sizes below 48 px."""
    made = QIcon()
    for size in APP_SIZES:
        made.addPixmap(_draw("starling-small" if size < SMALL_BELOW else "starling", size))
    return made


class _TintedEngine(QIconEngine):
    """Draws when Qt asks, for the ratio of the screen it asks for; a start pays only for what it shows."""

    def __init__(self, name: str, rgba: int, disabled: int) -> None:
        super().__init__()
        self._name = name
        self._rgba = rgba
        self._disabled = disabled

    def clone(self) -> QIconEngine:
        made = _TintedEngine(self._name, self._rgba, self._disabled)
        # Qt owns the copy but PySide6 6.11 does not know it: without a reference Python would free it under Qt's feet.
        _clones.add(made)
        return made

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        rgba = self._disabled if mode is QIcon.Mode.Disabled else self._rgba
        side = min(size.width(), size.height())
        return _pixmap(self._name, side, rgba, scale) if side > 0 else QPixmap()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawn = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatioF())
        side = min(rect.width(), rect.height())
        painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, drawn)

    def availableSizes(  # noqa: N802
        self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        return [QSize(size, size) for size in SIZES]


@lru_cache(maxsize=512)
def _icon(name: str, rgba: int, disabled: int) -> QIcon:
    _renderer(name, thick=False)  # an unknown name shall fail here and not in the middle of a paint
    return QIcon(_TintedEngine(name, rgba, disabled))


@lru_cache(maxsize=2048)
def _pixmap(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    side = int(size * ratio + 0.5)  # as Qt rounds: round() would go to the even neighbour
    drawn = _draw(name, side, QColor.fromRgba(rgba), thick=size <= _SMALL)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _draw(name: str, side: int, tint: QColor | None = None, *, thick: bool = False) -> QPixmap:
    """The picture as a square of `side` device pixels on a clear ground."""
    renderer = _renderer(name, thick=thick)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter)
    if tint is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(drawn.rect(), tint)
    painter.end()
    return drawn


@lru_cache(maxsize=256)
def _renderer(name: str, *, thick: bool) -> "QSvgRenderer":
    # Late, so that modules which only name icons do not load the SVG library.
    from PySide6.QtSvg import QSvgRenderer

    path = resource("icons", f"{name}.svg")
    try:
        svg = path.read_bytes()
    except FileNotFoundError:
        raise KeyError(f"There is no icon called “{name}” in {path.parent}.") from None
    return QSvgRenderer(QByteArray(svg.replace(_STROKE, _SMALL_STROKE) if thick else svg))
