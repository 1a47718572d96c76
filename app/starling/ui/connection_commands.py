# SPDX-License-Identifier: GPL-3.0-or-later
"""What the action about the connection does: one window, opened once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.ui.theme import ThemeManager

if TYPE_CHECKING:
    from starling.ui.dialogs.connectivity import ConnectivityDialog


class ConnectionCommands(QObject):
    """Opens the window about the connection, or brings it to the front."""

    def __init__(self, window: QWidget, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window, self._engine, self._themes = window, engine, themes
        self._open: ConnectivityDialog | None = None

    def connectivity(self) -> None:
        """What is known of how others reach us."""
        # Late: the start does not pay for it.
        from starling.ui.dialogs.connectivity import ConnectivityDialog

        if self._open is None:
            self._open = ConnectivityDialog(self._engine, self._themes, self._window)
            self._open.finished.connect(self._on_finished)
        self._open.show()
        self._open.raise_()
        self._open.activateWindow()

    def _on_finished(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
