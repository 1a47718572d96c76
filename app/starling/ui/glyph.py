# SPDX-License-Identifier: GPL-3.0-or-later
"""An icon as a widget: sharp on every screen, in a colour and a size of the theme."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from starling.ui import icons
from starling.ui.theme import ThemeManager, Token


class Glyph(QWidget):
    """Paints itself anew for whatever screen it is on, where a label would keep the pixels of another one."""

    def __init__(self, themes: ThemeManager, name: str, token: Token, side: float) -> None:
        """`side` is in pixels of the design."""
        super().__init__()
        self._themes = themes
        self._name, self._token, self._side = name, token, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._restyle)

    def show_icon(self, name: str, token: Token) -> None:
        """Another icon, or the same in another colour."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's square."""
        return QSize(self._pixels(), self._pixels())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in the middle."""
        side = self._pixels()
        colour = self._themes.theme.colour(self._token)
        drawn = icons.pixmap(self._name, side, colour, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint((self.width() - side) // 2, (self.height() - side) // 2), drawn)

    def _pixels(self) -> int:
        return round(self._side * self._themes.scale)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
