# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about log and statistics do, and what of the window goes into the log."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from starling.engine.engine import EngineError
from starling.logbook import Area, Level, Logbook
from starling.torrent import Torrent
from starling.ui.dialogs.means import Means
from starling.ui.notice import Action, Kind, NoticeBar, Said

if TYPE_CHECKING:
    from starling.ui.dialogs.statistics import StatisticsDialog
    from starling.ui.logwindow import LogWindow
    from starling.ui.wirewindow import WireWindow

_LEVELS = {Kind.INFO: Level.INFO, Kind.OK: Level.INFO, Kind.WARN: Level.WARNING, Kind.ERR: Level.ERROR}
_JUST_NOW = 5.0
"""Seconds before a notice of an error in which what is logged is about it."""


class RecordCommands(QObject):
    """One window of each kind, opened once; methods of actions bear the key of their row."""

    show_wanted = Signal(str)
    """Id of a torrent that shall be shown in the list."""
    told = Signal(str)
    """A sentence worth an info notice."""

    def __init__(
        self,
        window: QWidget,
        means: Means,
        book: Logbook,
        notices: NoticeBar,
        get: Callable[[str], Torrent | None],
    ) -> None:
        """`get` finds a torrent of the list by its id, also while it is being removed from there."""
        super().__init__(window)
        self._window, self._means, self._book, self._get = window, means, book, get
        self._log: LogWindow | None = None
        self._statistics: StatisticsDialog | None = None
        self._wires: dict[tuple[str, str, int], WireWindow] = {}
        notices.told.connect(self._on_notice)
        notices.more = self._more

    @property
    def log_window(self) -> "LogWindow | None":
        """While it is open."""
        return self._log

    @property
    def statistics_window(self) -> "StatisticsDialog | None":
        """While it is open."""
        return self._statistics

    # -- actions

    def show_log(self) -> None:
        # Read when they are opened: the start does not pay for them.
        from starling.ui.logwindow import LogWindow

        if self._log is None:
            self._log = LogWindow(self._book, self._means, self._name, self._window)
            self._log.show_wanted.connect(self.show_wanted)
            self._log.told.connect(self.told)
            self._log.finished.connect(self._on_log_closed)
        _bring(self._log)

    def show_log_of(self, torrent: str) -> None:
        """What happened to one torrent, in the window of the log."""
        self.show_log()
        if self._log is not None:
            self._log.show_only(torrent)

    def show_wire(self, torrent: str, address: str, port: int) -> None:
        """What is said between us and one peer of a torrent, from now on."""
        from starling.ui.wirewindow import WireWindow

        key = (torrent, address, port)
        if key not in self._wires:
            try:
                window = WireWindow(self._means, torrent, self._name(torrent), (address, port), self._window)
            except EngineError:
                # It was removed in this moment, and the list says so.
                return
            self._wires[key] = window
            window.told.connect(self.told)
            window.finished.connect(partial(self._on_wire_closed, key))
        _bring(self._wires[key])

    def show_statistics(self) -> None:
        from starling.ui.dialogs.statistics import StatisticsDialog

        if self._statistics is None:
            self._statistics = StatisticsDialog(self._means, self._window)
            self._statistics.told.connect(self.told)
            self._statistics.finished.connect(self._on_statistics_closed)
        _bring(self._statistics)

    # -- within

    def _name(self, id: str) -> str:
        torrent = self._get(id)
        return torrent.name if torrent is not None else ""

    def _on_notice(self, said: Said) -> None:
        self._book.write(_LEVELS[said.kind], Area.NOTICES, said.sentence)

    def _more(self, sentence: str) -> Action | None:
        """The log, where it has just been told more about what went wrong than the notice says."""
        since = time.time() - _JUST_NOW
        told = any(
            entry.level >= Level.WARNING and entry.area is not Area.NOTICES and entry.text not in sentence
            for entry in self._book.latest(since)
        )
        return (self.tr("Show the log"), self.show_log) if told else None

    def _on_log_closed(self) -> None:
        if self._log is not None:
            self._log.deleteLater()
        self._log = None

    def _on_wire_closed(self, key: tuple[str, str, int], _result: int) -> None:
        self._wires.pop(key).deleteLater()

    def _on_statistics_closed(self) -> None:
        if self._statistics is not None:
            self._statistics.deleteLater()
        self._statistics = None


def _bring(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
