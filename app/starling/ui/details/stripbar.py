# SPDX-License-Identifier: GPL-3.0-or-later
"""A strip over the width of the General tab, its name before it and its figure behind it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from starling.ui.cells import INSET, PADDING, Context, draw_text
from starling.ui.column import Align
from starling.ui.details.painted import Painted
from starling.ui.theme import ThemeManager, Token
from starling.ui.tips import plain_tip

_HEIGHT = 14
_ROW = 24
_SLOT = 84

Draw = Callable[[bytes, int, int, Context], QImage]
"""Data, width and height in device pixels, context -> the strip."""


class StripBar(Painted):
    """One strip; its image is made again only when data, size or colours changed."""

    def __init__(self, themes: ThemeManager, title: str, draw: Draw) -> None:
        super().__init__(themes)
        self._title = title
        self._draw = draw
        self._data = b""
        self._figure = ""
        self._image: QImage | None = None
        self._drawn_for: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_data(self, data: bytes, figure: str, description: str) -> None:
        """A byte a piece, as `draw` takes them; `description` is for who can't see it."""
        if data != self._data:
            self._data, self._image = data, None
            self.update()
        if figure != self._figure:
            self._figure = figure
            self.update()
        self.setToolTip(plain_tip(description))
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(description)

    def restyled(self) -> None:
        """Other colours."""
        self._image = None
        super().restyled()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(0, self.ctx.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, strip, figure."""
        painter, ctx = QPainter(self), self.ctx
        inset, slot, gap = ctx.px(INSET), ctx.px(_SLOT), ctx.px(PADDING)
        inside = self.rect().adjusted(inset, 0, -inset, 0)
        draw_text(painter, QRect(inside.left(), 0, slot, self.height()), self._title, ctx, Token.MUTED)
        figure = QRect(inside.right() + 1 - slot, 0, slot, self.height())
        draw_text(painter, figure, self._figure, ctx, align=Align.RIGHT)
        height = ctx.px(_HEIGHT)
        strip = inside.adjusted(slot + gap, (self.height() - height) // 2, -slot - gap, 0)
        size = round(strip.width() * ctx.ratio), round(height * ctx.ratio)
        if size[0] < 1 or not self._data:
            return
        if self._image is None or self._drawn_for != size:
            self._image, self._drawn_for = self._draw(self._data, *size, ctx), size
        painter.drawImage(strip.topLeft(), self._image)
