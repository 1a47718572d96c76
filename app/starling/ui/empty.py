# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where the list would be while there is no torrent: the flock, a sentence and two ways to begin."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from starling.paths import resource
from starling.ui import icons
from starling.ui.button import Button
from starling.ui.theme import ThemeManager

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_PICTURE = QSize(440, 200)
_TITLE = 18
_BUTTON = 38


class _Picture(QWidget):
    """The flock, as large as there is room for, at most as large as it was drawn."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(1)

    def sizeHint(self) -> QSize:
        return _PICTURE * self._themes.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self.sizeHint().boundedTo(self.size())
        size = _PICTURE.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        self._renderer.render(QPainter(self), QRectF(left, top, size.width(), size.height()))

    @cached_property
    def _renderer(self) -> "QSvgRenderer":
        # Late: most starts show a list and need no SVG of this size.
        from PySide6.QtSvg import QSvgRenderer

        return QSvgRenderer(str(resource("pictures", "murmuration.svg")))


class EmptyState(QWidget):
    """The first run."""

    open_requested = Signal()
    """A .torrent file shall be chosen."""
    paste_requested = Signal()
    """The magnet link on the clipboard shall be opened."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._picture = _Picture(themes)
        self._title = QLabel(self.tr("Nothing here yet"))
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = QLabel(self.tr("Drop a .torrent file or a magnet link anywhere in this window."))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.open_button = Button(self.tr("&Open a .torrent…"))
        self.open_button.set_primary()
        self.open_button.clicked.connect(self.open_requested)
        self.paste_button = Button(self.tr("&Paste a magnet link"))
        self.paste_button.clicked.connect(self.paste_requested)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.paste_button)
        self._buttons.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._picture, 6)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addLayout(self._buttons)
        self._column.addStretch(4)
        self._restyle()
        themes.changed.connect(self._restyle)

    def _restyle(self) -> None:
        theme, scale = self._themes.theme, self._themes.scale
        font = QFont(self.font())
        font.setPixelSize(round(_TITLE * scale))
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        for button, name, colour in (
            (self.open_button, "folder", theme.on_accent),
            (self.paste_button, "magnet", theme.text),
        ):
            button.setIcon(icons.icon(name, colour))
            button.setIconSize(QSize(round(16 * scale), round(16 * scale)))
            button.set_least(QSize(round(182 * scale), round(_BUTTON * scale)))
        self._space(self._column, 8)
        self._space(self._buttons, 12)
        self._column.setContentsMargins(*(round(20 * scale) for _ in range(4)))
        self._buttons.setContentsMargins(0, round(12 * scale), 0, 0)

    def _space(self, layout: QBoxLayout, length: int) -> None:
        layout.setSpacing(round(length * self._themes.scale))
