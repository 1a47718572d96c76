# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about making torrents do: each method bears the key of its row."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

if TYPE_CHECKING:
    from starling.ui.dialogs.create import CreateDialog


class MakingCommands(QObject):
    """Opens dialogs that stay beside the window, as many as are wanted."""

    added = Signal(str)
    """Id of a torrent that was made and is seeded now."""

    def __init__(self, window: QWidget, engine: Engine, state: UiState, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window, self._engine, self._state, self._themes = window, engine, state, themes
        self.dialogs: list[CreateDialog] = []
        """Those that are open."""

    def create_torrent(self) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.create import CreateDialog

        dialog = CreateDialog(self._engine, self._state, self._themes, self._window)
        dialog.added.connect(self.added)
        dialog.finished.connect(partial(self._on_finished, dialog))
        self.dialogs.append(dialog)
        dialog.show()

    def _on_finished(self, dialog: "CreateDialog", _result: int = 0) -> None:
        self.dialogs.remove(dialog)
        dialog.deleteLater()
