# SPDX-License-Identifier: GPL-3.0-or-later
"""What every tab of the details pane is: it says what to fetch, shows what came, and remembers how it was left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from starling.engine.engine import Engine
from starling.torrent import Torrent
from starling.ui.theme import ThemeManager


class Page(QWidget):
    """One tab. The pane fetches while it is on screen, and hands over nothing that belongs to another torrent."""

    changed = Signal()
    """Its columns are another way now: a good moment for `save_state`."""

    told = Signal(str)
    """A sentence for the notice bar: good to know."""

    def __init__(self, themes: ThemeManager, key: str, title: str) -> None:
        """`key` names its saved state."""
        super().__init__()
        self.themes, self.key, self.title = themes, key, title
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    def shows(self, selected: Sequence[Torrent]) -> bool:
        """Whether it has something to show for this selection; by default a single torrent."""
        return len(selected) == 1

    def turn_to(self, selected: Sequence[Torrent]) -> None:
        """This is selected now, whatever is still being asked about; then comes `clear`."""

    async def fetch_all(self, engine: Engine, selected: Sequence[Torrent]) -> Any:
        """What `take_all` needs. Raises EngineError if the torrent is gone."""
        return await self.fetch(engine, selected[0].id)

    def take_all(self, selected: Sequence[Torrent], fetched: Any) -> None:
        """Show what `fetch_all` returned; the torrents are as they are now."""
        self.take(selected[0], fetched)

    async def fetch(self, engine: Engine, torrent_id: str) -> Any:
        """`fetch_all` of a page about one torrent."""
        raise NotImplementedError

    def take(self, torrent: Torrent, fetched: Any) -> None:
        """`take_all` of a page about one torrent."""
        raise NotImplementedError

    def clear(self) -> None:
        """Something else is selected: nothing is known of that yet."""
        raise NotImplementedError

    def main_widget(self) -> QWidget:
        """What takes the keyboard."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to what is selected in it: the same in its context menu and in the menu bar."""

    def save_state(self) -> str:
        """Its columns, for `restore_state`; empty where the user has changed nothing."""
        return ""

    def restore_state(self, state: str) -> None:
        """Take over a `save_state`; what is none changes nothing."""
