# SPDX-License-Identifier: GPL-3.0-or-later
"""Push buttons that may be large, and never so small that a part of their text is hidden."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_RETURNS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
_REMEASURED = {QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange}


class Button(QPushButton):
    """Takes Enter only while it has the focus or is the default of its dialog.

    The ring round it is for who works with the keyboard: a click gives it the focus and no ring.
    """

    def __init__(self, text: str = "", *, least: QSize | None = None, parent: QWidget | None = None) -> None:
        """`least` is the size it has at least, in real pixels."""
        super().__init__(text, parent)
        self._least = least or QSize()
        self._ringed = True
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

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Without the ring it is drawn as one that has no focus."""
        super().initStyleOption(option)
        if not self._ringed:
            option.state &= ~QStyle.StateFlag.State_HasFocus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes, unless it was the mouse; who comes back to the window finds it as it was."""
        if event.reason() not in _RETURNS:
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Qt would press the default one of the dialog."""
        self._ringed = True
        self.update()
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
