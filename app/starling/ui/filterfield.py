# SPDX-License-Identifier: GPL-3.0-or-later
"""The field that filters a list: what is typed holds shortly after the last key."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from starling.ui.icons import icon
from starling.ui.theme import ThemeManager

_TYPING_MS = 120
_ON = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class FilterField(QLineEdit):
    """Esc empties it; Enter and Down go on with what was found."""

    filtered = Signal(str)
    left = Signal()
    """The user is done with it: the list shall have the keyboard."""

    def __init__(self, themes: ThemeManager, width: float, parent: QWidget | None = None) -> None:
        """`width` is what it would like, in pixels of the design."""
        super().__init__(parent)
        self._themes, self._width = themes, width
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self.tell)
        self.textChanged.connect(self._pause.start)
        self.tint()
        themes.changed.connect(self.tint)

    def tint(self) -> None:
        """Takes over colours and sizes of the theme."""
        self._icon.setIcon(icon("search", self._themes.theme.muted))
        self.updateGeometry()

    def tell(self) -> None:
        """What stands there holds now."""
        self._pause.stop()
        self.filtered.emit(self.text())

    def settle(self) -> None:
        """What was typed a moment ago holds from now on: something is about to be done with what is found."""
        if self._pause.isActive():
            self.tell()

    def sizeHint(self) -> QSize:
        """Wide enough for what it says it can find."""
        return QSize(round(self._width * self._themes.scale), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty, Esc is for whatever the field stands in."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.tell()
        elif event.key() in _ON:
            self.tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)
