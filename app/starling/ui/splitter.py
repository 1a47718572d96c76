# SPDX-License-Identifier: GPL-3.0-or-later
"""A splitter whose handle is a line with three dots, easy to hit and to see."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from starling.ui.theme import ThemeManager

_THICK = 7
_DOT = 3


class Splitter(QSplitter):
    """Divides two panes."""

    def __init__(self, orientation: Qt.Orientation, themes: ThemeManager, parent: QWidget) -> None:
        # The handles are made while children are added, and ask for the theme.
        self.themes = themes
        super().__init__(orientation, parent)
        self._restyle()
        themes.changed.connect(self._restyle)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Qt asks for each handle once."""
        return _Handle(self.orientation(), self)

    def _restyle(self) -> None:
        self.setHandleWidth(round(_THICK * self.themes.scale))


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, splitter: Splitter) -> None:
        super().__init__(orientation, splitter)
        self._themes = splitter.themes
        self._themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As thick as is easy to hit."""
        thick = round(_THICK * self._themes.scale)
        return QSize(thick, thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline, and three dots in the middle."""
        painter = QPainter(self)
        theme, scale = self._themes.theme, self._themes.scale
        painter.fillRect(self.rect(), theme.base)
        below = self.orientation() is Qt.Orientation.Vertical
        edge = QRect(0, self.height() - 1, self.width(), 1) if below else QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, theme.line)
        dot = round(_DOT * scale)
        middle = self.rect().center()
        for step in (-1, 0, 1):
            along, across = (step * 2 * dot, 0) if below else (0, step * 2 * dot)
            painter.fillRect(
                QRect(middle.x() + along - dot // 2, middle.y() + across - dot // 2, dot, dot), theme.muted
            )
