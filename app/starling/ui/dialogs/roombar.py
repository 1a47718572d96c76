# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk as a bar: what is on it, and what would come."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling.ui.dialogs.space import Place
from starling.ui.theme import ThemeManager


class RoomBar(QWidget):
    """A disk as a bar: what is on it, and what would come."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self._used = self._coming = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(220 * self._themes.scale), round(6 * self._themes.scale))

    def show_room(self, place: Place, coming: int) -> None:
        """Bytes of a disk, and those that would come."""
        total = max(1, place.total)
        self._used = 1 - place.free / total
        self._coming = min(coming / total, 1 - self._used)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, width, height = self._themes.theme, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), height / 2, height / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), theme.miss)
        used = width * self._used
        painter.fillRect(QRectF(0, 0, used, height), theme.faint)
        if self._coming > 0:
            # What comes is seen, however large the disk is.
            coming = max(3.0, width * self._coming)
            painter.fillRect(QRectF(min(used, width - coming), 0, coming, height), theme.flight)
