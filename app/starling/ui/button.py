# SPDX-License-Identifier: GPL-3.0-or-later
"""Push buttons that may be large, and never so small that a part of their text is hidden."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_REMEASURED = {QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange}


class Button(QPushButton):
    """Takes Enter only while it has the focus or is the default of its dialog."""

    def __init__(self, text: str = "", *, least: QSize | None = None, parent: QWidget | None = None) -> None:
        """`least` is the size it has at least, in real pixels."""
        super().__init__(text, parent)
        self._least = least or QSize()
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_primary(self) -> None:
        """The one affirmative button of its dialog or view."""
        self.setProperty("primary", True)

    def set_least(self, least: QSize) -> None:
        """Another least size."""
        self._least = least
        self._pin()

    def say(self, text: str) -> None:
        """Another text."""
        self.setText(text)
        self._pin()

    def sizeHint(self) -> QSize:
        """What the text needs, or more."""
        return super().sizeHint().expandedTo(self._least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Qt would press the default one of the dialog."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Measured again whenever the style is another."""
        handled = super().event(event)
        if event.type() in _REMEASURED:
            self._pin()
        return handled

    def _pin(self) -> None:
        # The minimum of the program's style sheet counts as set by hand, and wins over what the text needs.
        self.setMinimumSize(self.sizeHint())
