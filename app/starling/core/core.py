# SPDX-License-Identifier: GPL-3.0-or-later
"""The lower half of the composition root: what works without a window, built, connected, and stopped in order."""

import asyncio
import gc
from contextlib import AsyncExitStack

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from starling import formats, i18n, settings
from starling.automation.memory import Memory
from starling.automation.programs import Programs
from starling.automation.watching import Watching
from starling.collector import Collector
from starling.core.happenings import Happenings
from starling.engine import pack
from starling.engine.engine import Engine
from starling.logbook import Logbook
from starling.paths import Profile
from starling.recording import Recording
from starling.remote.door import Door
from starling.settings import Settings
from starling.speedclock import SpeedClock
from starling.tasks import Worker, cancel_all
from starling.uistate import UiState

_APPLY_AFTER_MS = 50
"""Several settings that change together reach libtorrent at once."""

_FILES_PATIENCE = 2.0
"""Seconds that a disk gets to finish what it is at when the program ends."""
_DISK_PATIENCE = 0.25
"""The same where it was only asked something: time for a worker that has nothing to do to say so."""


class Core(QObject):
    """Settings, engine, and what happens by itself; to be made where `loop` runs."""

    trouble = Signal(str)
    """A sentence about something that went wrong where nobody waits for it."""
    noted = Signal(str)
    """A sentence worth knowing."""

    def __init__(
        self,
        app: QCoreApplication,
        loop: asyncio.AbstractEventLoop,
        profile: Profile,
        *,
        always_open: bool = False,
        port: int | None = None,
    ) -> None:
        """`always_open`: clients are let in even if the settings do not want it; `port`: where, instead of theirs."""
        super().__init__()
        self._collector = Collector()
        self.stop = asyncio.Event()
        """To be set when the program shall end."""
        self.worker = Worker(loop, "engine")
        self.files_worker = Worker(loop, "files")
        self.disk_worker = Worker(loop, "disk")
        self.book = Logbook()
        # The settings say what is wrong in their file before they can say in which language.
        locale = i18n.install(app, "")
        # Where the database is: what is saved last must not wait behind somebody's slow disk.
        self.settings = Settings(profile.settings_file, self.worker.post)
        self.state = UiState(profile.ui_state_file, self.worker.post)
        self._recording = Recording(self.book, self.settings, profile.data_dir / "logs")
        language = self.settings.get(settings.general.LANGUAGE)
        if language is not settings.general.Language.SYSTEM:
            locale = i18n.install(app, language.value)
        formats.use(locale, binary=self.settings.get(settings.appearance.BINARY_UNITS))
        self._locale = locale
        self.clock = SpeedClock(self.settings, self.state)
        config = pack.config(self.settings, self.clock.stretch)
        self.engine = Engine(self.worker, self.files_worker, profile.data_dir, config)
        self._happenings = Happenings(self.engine, self.book, self)
        self._memory = Memory(profile.automation_file, self.worker.post)
        self.watching = Watching(self.engine, self.settings, self._memory, self)
        self.programs = Programs(self.engine, self.settings, self._memory, self)
        for part in (self.watching, self.programs):
            part.trouble.connect(self.trouble)
        self.watching.noted.connect(self.noted)
        self._remote_worker = Worker(loop, "answers")
        self.door = Door(
            self.engine,
            self.settings,
            self._remote_worker,
            self.disk_worker,
            profile.config_dir,
            self.stop.set,
            self,
            always=always_open,
            port=port,
        )
        self._apply = QTimer(self)
        self._apply.setSingleShot(True)
        self._apply.setInterval(_APPLY_AFTER_MS)
        self._apply.timeout.connect(self._apply_settings)
        self.settings.changed.connect(self._on_setting)
        self.clock.changed.connect(self._apply.start)
        self.engine.loaded.connect(self._on_loaded)

    async def open(self) -> None:
        """Brings back every torrent, then lets clients in. Raises EngineError if that can't be done."""
        await self.engine.open()
        await self.door.open()

    async def close(self) -> None:
        """Ends everything, and writes what is left to write; within about two seconds, whatever a disk does."""
        async with AsyncExitStack() as last_first:
            # Each has its turn whatever goes wrong with others: torrents that are not written are checked anew.
            last_first.callback(self._collector.stop)
            # What hangs on these is begun anew at the next start, or was only a question.
            last_first.push_async_callback(self._remote_worker.stop, _DISK_PATIENCE)
            last_first.push_async_callback(self.disk_worker.stop, _DISK_PATIENCE)
            last_first.push_async_callback(self.files_worker.stop, _FILES_PATIENCE)
            last_first.push_async_callback(self.worker.stop)
            last_first.push_async_callback(cancel_all)
            last_first.push_async_callback(self._recording.close)
            for part in (self.state, self.settings, self._memory):
                last_first.callback(part.flush)
            for guest in (self.engine, self.programs, self.watching, self.door):
                last_first.push_async_callback(guest.close)
            self.clock.close()

    def _on_loaded(self) -> None:
        # What is there now stays: a collection that looks at 10,000 torrents each time costs frames.
        gc.freeze()

    def _on_setting(self, key: str) -> None:
        if key == settings.appearance.BINARY_UNITS.key:
            formats.use(self._locale, binary=self.settings.get(settings.appearance.BINARY_UNITS))
        elif key != settings.appearance.THEME.key:
            self._apply.start()

    def _apply_settings(self) -> None:
        self.engine.apply(pack.config(self.settings, self.clock.stretch))
