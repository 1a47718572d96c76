# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the journals of the peers that are selected in a table: by its menu, by its shortcut, by Enter."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from starling.engine.engine import Engine
from starling.peer import Peer
from starling.peerstory import Story
from starling.torrent import Torrent
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

if TYPE_CHECKING:
    from starling.ui.details.journalwindow import JournalWindow

SHORTCUT = "Ctrl+J"


class JournalCommands(QObject):
    """For one table; `chosen` gives what is selected in it."""

    def __init__(
        self,
        engine: Engine,
        themes: ThemeManager,
        view: TableView,
        chosen: Callable[[], Sequence[Peer] | Sequence[Story]],
    ) -> None:
        super().__init__(view)
        self._engine, self._themes, self._view, self._chosen = engine, themes, view, chosen
        self.torrent: Torrent | None = None
        """Whose peers they are."""
        self.windows: list[JournalWindow] = []
        """Those that are open, the latest last."""
        self.action = QAction(self.tr("&Journal…"), self)
        self.action.setToolTip(self.tr("What happened between the peer and us, step by step"))
        self.action.setShortcut(QKeySequence(SHORTCUT))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.setShortcutVisibleInContextMenu(True)
        self.action.triggered.connect(self.show)
        view.addAction(self.action)
        view.activated.connect(self._on_activated)
        view.picked.connect(self._on_picked)
        self._on_picked()

    def fill(self, menu: QMenu) -> None:
        """Put it into a menu."""
        self._on_picked()
        menu.addAction(self.action)

    def show(self) -> None:
        """Open the journal of the selected ones, all in one window."""
        # Read when it is opened: the start does not pay for it.
        from starling.ui.details.journalwindow import JournalWindow

        chosen = self._chosen()
        if self.torrent is None or not chosen:
            return
        window = JournalWindow(self._engine, self._themes, self.torrent, chosen, self._view.window())
        self.windows.append(window)
        window.finished.connect(self._on_finished)
        window.show()

    def _on_activated(self) -> None:
        self.show()

    def _on_picked(self) -> None:
        self.action.setEnabled(self._view.selected_count() > 0)

    def _on_finished(self) -> None:
        for window in [window for window in self.windows if window.isHidden()]:
            self.windows.remove(window)
            window.deleteLater()
