# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose rules of the swarm hold: three to choose from, each with a line about it."""

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from starling.i18n import translate
from starling.mechanisms import starts_from
from starling.setting import Setting
from starling.settings.mechanisms import EXPLAINED, Profile
from starling.ui.dialogs.means import Means
from starling.ui.preferences.editor import Editor
from starling.ui.preferences.words import Words


class ProfileEditor(Editor):
    """Whoever first picks his own values finds those there that were in force until then."""

    wide = True

    def __init__(self, setting: Setting[Any], means: Means) -> None:
        super().__init__(setting, means)
        self._group = QButtonGroup(self)
        self.buttons: dict[Profile, QRadioButton] = {}
        self._lines: list[tuple[QHBoxLayout, Words]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for number, (profile, text) in enumerate(setting.choices):
            button, words = (
                QRadioButton(text),
                Words(means.themes, translate("Settings", EXPLAINED[profile]), small=True),
            )
            button.setAccessibleName(f"{setting.label}: {text}")
            button.setAccessibleDescription(words.text())
            words.clicked.connect(button.click)
            self._group.addButton(button, number)
            self.buttons[profile] = button
            line = QHBoxLayout()
            line.addWidget(words)
            self._lines.append((line, words))
            self._column.addWidget(button)
            self._column.addLayout(line)
        self._group.idClicked.connect(self._on_clicked)
        means.themes.changed.connect(self._restyle)
        self._restyle()

    def show_value(self, value: Any) -> None:
        """The one that holds; it gets the keyboard."""
        self.buttons[value].setChecked(True)
        self.setFocusProxy(self.buttons[value])

    def _on_clicked(self, number: int) -> None:
        profile = list(self.buttons)[number]
        chosen = self.means.settings
        if profile is Profile.CUSTOM and chosen.get(self.setting) is not Profile.CUSTOM:
            # Before the choice itself: with it they are what holds.
            for setting, value in starts_from(chosen).items():
                chosen.set(setting, value)
        self.chosen.emit(profile)

    def _restyle(self) -> None:
        scale = self.means.themes.scale
        self._column.setSpacing(round(4 * scale))
        for line, words in self._lines:
            words.restyle()
            line.setContentsMargins(round(24 * scale), 0, 0, round(4 * scale))
