# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about preferences do: one window, opened once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling.settings.mechanisms import PROFILE
from starling.ui.dialogs.means import Means

if TYPE_CHECKING:
    from starling.ui.preferences.window import PreferencesWindow


class PreferencesCommands(QObject):
    """Opens the preferences, or brings them to the front."""

    def __init__(self, window: QWidget, means: Means) -> None:
        super().__init__(window)
        self._window, self._means = window, means
        self._open: PreferencesWindow | None = None

    @property
    def dialog(self) -> "PreferencesWindow | None":
        """The window, while it is open."""
        return self._open

    def preferences(self) -> None:
        """As they were left the last time."""
        self._show()

    def show_setting(self, key: str) -> None:
        """The preferences with one setting in sight."""
        self._show().show_setting(key)

    def protocol(self) -> None:
        """The preferences with whose rules of the swarm hold."""
        self.show_setting(PROFILE.key)

    def _show(self) -> "PreferencesWindow":
        # Late: the start does not pay for it.
        from starling.ui.preferences.window import PreferencesWindow

        if self._open is None:
            self._open = PreferencesWindow(self._means, self._window)
            self._open.finished.connect(self._on_finished)
        self._open.show()
        self._open.raise_()
        self._open.activateWindow()
        return self._open

    def _on_finished(self) -> None:
        if self._open is not None:
            # Deleting waits for its turn, and the next wish is for a new one.
            self._open.deleteLater()
        self._open = None
