# SPDX-License-Identifier: GPL-3.0-or-later
"""What the map of pieces is painted on: square cells as large as lets all be seen, that scroll where they cannot."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from starling.ui.details.pieceimage import MapImage
from starling.ui.theme import ThemeManager

_SIDES = 7, 12
"""Pixels of the design: cells are as large as lets all of them be seen at once, and no smaller or larger than this."""
_BRIGHT_MS = 300
_GLOW = QColor(255, 255, 255, 120)


class PieceCanvas(QAbstractScrollArea):
    """Cells by code, see `piececells`; some stand out for a moment, two can have a frame."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.image = MapImage()
        self._cursor = -1
        """The cell the keyboard is on."""
        self._hovered = -1
        """The cell under the mouse."""
        self._bright: set[int] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dim = QTimer(self, singleShot=True, interval=_BRIGHT_MS)
        self._dim.timeout.connect(self._dimmed)
        themes.changed.connect(self._lay_out)

    @property
    def count(self) -> int:
        """Cells."""
        return len(self.image.codes)

    # -- geometry

    def cell_rect(self, cell: int) -> QRect:
        """Where a cell stands in the viewport, with what is around it."""
        image, ratio = self.image, self._ratio
        row, column = divmod(cell, image.columns)
        left = column * image.pitch / ratio
        top = (row * image.pitch - self._offset) / ratio
        around = 2 * self._themes.scale + 1
        side = image.side / ratio
        return QRectF(left - around, top - around, side + 2 * around, side + 2 * around).toAlignedRect()

    def cell_at(self, point: QPoint) -> int:
        """The cell at a point of the viewport, -1 for none."""
        image, ratio = self.image, self._ratio
        column = int(point.x() * ratio) // image.pitch
        row = (int(point.y() * ratio) + self._offset) // image.pitch
        cell = row * image.columns + column
        return cell if 0 <= column < image.columns and 0 <= cell < self.count else -1

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def _offset(self) -> int:
        """Device pixels that are scrolled away: whole ones, or cells would blur."""
        return round(self.verticalScrollBar().value() * self._ratio)

    def _lay_out(self) -> None:
        ratio, scale = self._ratio, self._themes.scale
        gap = max(1, round(ratio))
        smallest, largest = (max(2, round(side * scale * ratio)) for side in _SIDES)
        height = round(self.viewport().height() * ratio)
        # Whether there is a scroll bar must not depend on itself: its place is always left free.
        bar = self.verticalScrollBar().sizeHint().width()
        width = round((self.width() - bar) * ratio)
        for side in range(largest, smallest - 1, -1):
            columns = max(1, (width + gap) // (side + gap))
            if -(-self.count // columns) * (side + gap) <= height or side == smallest:
                self.image.lay_out(columns, side, gap, self._themes.theme)
                break
        whole = math.ceil(self.image.rows * self.image.pitch / ratio)
        page = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, whole - page) if self.count else 0)
        self.verticalScrollBar().setPageStep(page)
        self.verticalScrollBar().setSingleStep(max(1, round(self.image.pitch / ratio)))
        self.viewport().update()

    def _reveal(self, cell: int) -> None:
        rect, bar = self.cell_rect(cell), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + 1 - self.viewport().height())

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The visible part of the image, what stands out, and the cursor."""
        painter = QPainter(self.viewport())
        theme, ratio, image = self._themes.theme, self._ratio, self.image
        painter.fillRect(event.rect(), theme.base)
        if not self.count:
            return
        painter.scale(1 / ratio, 1 / ratio)
        offset = self._offset
        first = (int(event.rect().top() * ratio) + offset) // image.pitch
        last = (int((event.rect().bottom() + 1) * ratio) + offset) // image.pitch
        image.paint(painter, first, last, first * image.pitch - offset)
        for cell in self._bright:
            row, column = divmod(cell, image.columns)
            if first <= row <= last:
                painter.fillRect(column * image.pitch, row * image.pitch - offset, image.side, image.side, _GLOW)
        if self._cursor >= 0 and self.hasFocus():
            self._frame(painter, self._cursor, 1.5, theme.text)
        if self._hovered >= 0:
            self._frame(painter, self._hovered, 1, theme.text)

    def _frame(self, painter: QPainter, cell: int, thick: float, colour: QColor) -> None:
        image = self.image
        row, column = divmod(cell, image.columns)
        pen = thick * self._ratio
        rect = QRectF(column * image.pitch, row * image.pitch - self._offset, image.side, image.side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A dark line inside a light one, or the other way round: seen on every cell.
        painter.setPen(QPen(self._themes.theme.base, pen))
        painter.drawRect(rect.adjusted(-pen / 2, -pen / 2, pen / 2, pen / 2))
        painter.setPen(QPen(colour, pen))
        painter.drawRect(rect.adjusted(-pen * 1.5, -pen * 1.5, pen * 1.5, pen * 1.5).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _update_mark(self, cell: int) -> None:
        if cell >= 0:
            self.viewport().update(self.cell_rect(cell).adjusted(-2, -2, 2, 2))

    def _brighten(self, cells: Iterable[int]) -> None:
        """These stand out for a moment."""
        self._bright.update(cells)
        self._dim.start()

    def _dimmed(self) -> None:
        gone, self._bright = self._bright, set()
        for cell in gone:
            self.viewport().update(self.cell_rect(cell))

    # -- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or screen."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange}:
            self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Another screen may have other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)
