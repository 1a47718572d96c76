# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors in which something is picked: a box to tick, one of several words."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout

from starling.setting import Setting
from starling.ui.dialogs.frame import ROW
from starling.ui.dialogs.means import Means
from starling.ui.preferences.editor import Editor

_WIDTH = 132


class SwitchEditor(Editor):
    """On or off."""

    leads = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        # Its words stand beside it: those of a check box know no second line.
        self.box = QCheckBox()
        self.box.clicked.connect(self._on_clicked)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        """Ticked or not."""
        self.box.setChecked(value)

    def pressed(self) -> None:
        """Its words are a part of it."""
        self.box.setFocus()
        self.box.click()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.box.isChecked())


class _Combo(QComboBox):
    """The wheel scrolls the page, and changes only what has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceEditor(Editor):
    """One of the choices of a setting."""

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._values = [value for value, _ in setting.choices]
        self.field = _Combo()
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.addItems([text for _, text in setting.choices])
        self.field.activated.connect(self._on_activated)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addStretch()
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def show_value(self, value: Any) -> None:
        """Its word; none for a value that is no choice."""
        self.field.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    def _restyle(self) -> None:
        scale = self.means.themes.scale
        self.field.setMinimumSize(round(_WIDTH * scale), round(ROW * scale))
