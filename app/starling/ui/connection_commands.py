# SPDX-License-Identifier: GPL-3.0-or-later
"""What the action about the connection does, and what is offered where the IP filter can't be read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.ui.notice import NoticeBar, Said
from starling.ui.theme import ThemeManager

if TYPE_CHECKING:
    from starling.ui.dialogs.connectivity import ConnectivityDialog


class ConnectionCommands(QObject):
    """Opens the window about the connection, or brings it to the front."""

    def __init__(self, window: QWidget, engine: Engine, themes: ThemeManager, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._engine, self._themes, self._notices = window, engine, themes, notices
        self._open: ConnectivityDialog | None = None
        self._trouble: Said | None = None
        engine.ip_filter.unread.connect(self._on_filter_unread)
        engine.ip_filter.changed.connect(self._on_filter_changed)

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

    def _on_filter_unread(self, sentence: str) -> None:
        again = (self.tr("Try again"), self._engine.ip_filter.read_again)
        self._trouble = self._notices.error(sentence, again).said

    def _on_filter_changed(self) -> None:
        state = self._engine.ip_filter.state
        if self._trouble is not None and not state.reading and not state.problem:
            self._notices.withdraw(self._trouble)
            self._trouble = None

    def _on_finished(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
