# SPDX-License-Identifier: GPL-3.0-or-later
"""What every tab of the details pane is: it says what to fetch, shows what came, and remembers how it was left."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from starling.engine.engine import Engine
from starling.torrent import Torrent
from starling.ui.theme import ThemeManager


class Page(QWidget):
    """One tab. The pane fetches while it is on screen, and hands over nothing that belongs to another torrent."""

    changed = Signal()
    """Its columns are another way now: a good moment for `save_state`."""

    def __init__(self, themes: ThemeManager) -> None:
        super().__init__()
        self.themes = themes
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    async def fetch(self, engine: Engine, torrent_id: str) -> Any:
        """What `take` needs. Raises EngineError if the torrent is gone."""
        raise NotImplementedError

    def take(self, torrent: Torrent, fetched: Any) -> None:
        """Show what `fetch` returned."""
        raise NotImplementedError

    def clear(self) -> None:
        """Another torrent is selected: nothing is known of it yet."""
        raise NotImplementedError

    def main_widget(self) -> QWidget:
        """What takes the keyboard."""
        raise NotImplementedError

    def save_state(self) -> str:
        """Its columns, for `restore_state`; empty where the user has changed nothing."""
        return ""

    def restore_state(self, state: str) -> None:
        """Take over a `save_state`; what is none changes nothing."""
