# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice of one among few, side by side: one tab stop, arrow keys inside."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """Buttons of which one is down."""

    chosen = Signal(str)
    """The user has chosen the one with this key."""

    def __init__(self, title: str, choices: Iterable[tuple[str, str, str]]) -> None:
        """`choices` are key, text (with its Alt key) and tooltip; the first one is down."""
        super().__init__()
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self._by_key: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, text, tip in choices:
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setObjectName(key)
            self._by_key[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        next(iter(self._by_key.values())).setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def current(self) -> str:
        """The key of the one that is down."""
        return next(key for key, button in self._by_key.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Put this one down; an unknown key changes nothing."""
        if key in self._by_key:
            self._by_key[key].setChecked(True)

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.objectName())
