# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch folders: as many watches as the settings name, begun and ended as these change."""

import asyncio

from PySide6.QtCore import QObject, Signal

from starling import settings
from starling.automation.memory import Memory
from starling.automation.owned import Owned
from starling.automation.taken import Taken
from starling.automation.territory import Territory
from starling.automation.watch import Watch
from starling.engine.engine import Engine
from starling.settings import Settings
from starling.watchfolders import WatchFolder

_GOODBYE = 0.25
"""Seconds in which threads that look at folders have to end; one whose disk hangs is left to itself."""


class Watching(QObject):
    """Adds what is put into watch folders, once every stored torrent is in the list: some of it may be there."""

    trouble = Signal(str)
    """A sentence about what could not be watched, added or put away."""
    noted = Signal(str)

    def __init__(self, engine: Engine, chosen: Settings, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, chosen
        self._taken, self._owned = Taken(memory), Owned(engine, self)
        self._territory = Territory()
        self._watches: dict[WatchFolder, Watch] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._begun = False
        engine.loaded.connect(self._begin)
        chosen.changed.connect(self._on_setting)

    @property
    def folders(self) -> tuple[WatchFolder, ...]:
        """Those that are watched."""
        return tuple(self._watches)

    async def close(self) -> None:
        """Ends all of it, at once even where a disk hangs."""
        self._engine.loaded.disconnect(self._begin)
        self._settings.changed.disconnect(self._on_setting)
        self._follow(())
        if self._ending:
            await asyncio.wait(self._ending)
        self._taken.save()

    def _begin(self) -> None:
        self._begun = True
        self._follow(self._settings.get(settings.automation.WATCH_FOLDERS))

    def _on_setting(self, key: str) -> None:
        if self._begun and key == settings.automation.WATCH_FOLDERS.key:
            self._follow(self._settings.get(settings.automation.WATCH_FOLDERS))

    def _follow(self, wanted: tuple[WatchFolder, ...]) -> None:
        for folder in self._watches.keys() - set(wanted):
            self._territory.leave(folder)
            task = asyncio.ensure_future(self._watches.pop(folder).close(_GOODBYE))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
        for folder in wanted:
            if folder not in self._watches:
                self._territory.enter(folder)
                watch = Watch(folder, self._engine, self._settings, self._taken, self._owned, self._territory, self)
                self._watches[folder] = watch
                watch.trouble.connect(self.trouble)
                watch.noted.connect(self.noted)
                watch.begin()
