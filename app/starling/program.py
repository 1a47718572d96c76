# SPDX-License-Identifier: GPL-3.0-or-later
"""The composition root: builds every long-lived object, connects them, and stops them in order."""

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling import __version__, formats, i18n, settings
from starling.automation.memory import Memory
from starling.automation.programs import Programs
from starling.automation.watching import Watching
from starling.collector import Collector
from starling.engine import pack
from starling.engine.engine import Engine, EngineError
from starling.instance import Message, Server
from starling.logbook import Area, Level, Logbook
from starling.paths import Profile
from starling.recording import Recording
from starling.settings import Settings
from starling.speedclock import SpeedClock
from starling.tasks import Worker, cancel_all, failures_to, spawn
from starling.ui.clipboardoffer import ClipboardOffer
from starling.ui.icons import app_icon
from starling.ui.incoming import Incoming
from starling.ui.lastingnotices import LastingNotices
from starling.ui.main_window import MainWindow
from starling.ui.notice import NoticeBar
from starling.ui.notifications import Notifications
from starling.ui.theme import ThemeManager
from starling.uistate import UiState

if TYPE_CHECKING:
    from starling.ui.dialogs.failures import ErrorDialog, Failures

log = logging.getLogger(__name__)

_APPLY_AFTER_MS = 50
"""Several settings that change together reach libtorrent at once."""

_FILES_PATIENCE = 2.0
"""Seconds that a disk gets to finish what it is at when the program ends."""
_DISK_PATIENCE = 0.25
"""The same where it was only asked something: time for a worker that has nothing to do to say so."""


def run(profile: Profile, server: Server, message: Message) -> int:
    """Runs the program until it is quit; returns its exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for handler in logging.getLogger().handlers:
        # Whatever the log of the program wants to know besides.
        handler.setLevel(logging.WARNING)
    # Spent on this start: children must not use it again.
    for name in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):
        os.environ.pop(name, None)
    if not displayed(os.environ):
        sys.stderr.write("Starling needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set.\n")
        server.release()
        return 1
    app = QApplication(sys.argv[:1])
    prepare(app)
    loop = QEventLoop(app)
    with loop:
        loop.run_until_complete(_main(app, loop, profile, server, message))
    return 0


async def _main(
    app: QApplication, loop: asyncio.AbstractEventLoop, profile: Profile, server: Server, message: Message
) -> None:
    await Program(app, loop, profile, server).run(message)


def displayed(environment: Mapping[str, str]) -> bool:
    """Whether there is a screen to open windows on, or Qt was told to do without; where there is none, Qt aborts."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def prepare(app: QApplication) -> None:
    """Tells Qt who we are; the end of the program is ours, not the last window's."""
    app.setApplicationName("Starling")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("starling")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)


class Program:
    """Everything that lives as long as the process; to be made where `loop` runs."""

    def __init__(self, app: QApplication, loop: asyncio.AbstractEventLoop, profile: Profile, server: Server) -> None:
        self._collector = Collector()
        self._loop = loop
        self._server = server
        self._stop = asyncio.Event()
        self._worker = Worker(loop, "engine")
        self._files_worker = Worker(loop, "files")
        self._disk_worker = Worker(loop, "disk")
        self.book = Logbook()
        # The settings say what is wrong in their file before they can say in which language.
        locale = i18n.install(app, "")
        # Where the database is: what is saved last must not wait behind somebody's slow disk.
        self.settings = Settings(profile.settings_file, self._worker.post)
        self.state = UiState(profile.ui_state_file, self._worker.post)
        self._recording = Recording(self.book, self.settings, profile.data_dir / "logs")
        language = self.settings.get(settings.general.LANGUAGE)
        if language is not settings.general.Language.SYSTEM:
            locale = i18n.install(app, language.value)
        formats.use(locale, binary=self.settings.get(settings.appearance.BINARY_UNITS))
        self._locale = locale
        self.themes = ThemeManager(app, self.settings.get(settings.appearance.THEME))
        self.clock = SpeedClock(self.settings, self.state)
        config = pack.config(self.settings, self.clock.stretch)
        self.engine = Engine(self._worker, self._files_worker, profile.data_dir, config)
        self.notices = NoticeBar(self.themes)
        self.incoming = Incoming(self.engine, self.settings, self.state, self.themes, self.notices, self._disk_worker)
        self.window = MainWindow(
            self.engine,
            self.settings,
            self.state,
            self.themes,
            self.notices,
            self.incoming,
            self._disk_worker,
            self.book,
        )
        self.incoming.set_window(self.window)
        self.window.speed.follow(self.clock)
        self._memory = Memory(profile.automation_file, self._worker.post)
        self.watching = Watching(self.engine, self.settings, self._memory, self.window)
        self.programs = Programs(self.engine, self.settings, self._memory, self.window)
        self._lasting = LastingNotices(self.programs, self.notices, self.window)
        for part in (self.watching, self.programs):
            part.trouble.connect(self._say)
        self.watching.noted.connect(self._note)
        self.clipboard = ClipboardOffer(self.settings, self.engine, self.notices, self.incoming, self.window)
        self.notifications = Notifications(self.engine, self.settings, self.window)
        self._failures: Failures | None = None
        self._apply = QTimer(self.window)
        self._apply.setSingleShot(True)
        self._apply.setInterval(_APPLY_AFTER_MS)
        self._apply.timeout.connect(self._apply_settings)
        self.settings.changed.connect(self._on_setting)
        self.clock.changed.connect(self._apply.start)
        self.window.closed.connect(self._stop.set)
        self.engine.loaded.connect(self._on_loaded)
        server.received.connect(self.take)
        app.commitDataRequest.connect(self.window.save_state)

    async def run(self, message: Message) -> None:
        """From the first paint to the last write."""
        with failures_to(self._loop, self._say, self._show_failure):
            for number in (signal.SIGINT, signal.SIGTERM):
                self._loop.add_signal_handler(number, self._stop.set)
            self.window.show()
            self._server.start()
            for sentence in self.settings.problems:
                self.notices.warn(sentence)
            spawn(self._open(message), name="open")
            await self._stop.wait()
            await self._close()

    def take(self, message: Message) -> None:
        """What a second start hands over: its items, and the wish to see the window."""
        if message.activation_token:
            # Qt spends it on the next activation of a window.
            os.environ["XDG_ACTIVATION_TOKEN"] = message.activation_token
        self.window.raise_to_front()
        # It is for us, not for players and openers that are started later.
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)
        self._open_items(message)

    def _say(self, sentence: str) -> None:
        self.notices.error(sentence)

    def _note(self, sentence: str) -> None:
        self.notices.info(sentence)

    @property
    def failure(self) -> "ErrorDialog | None":
        """The dialog about what nobody expected, while it is open."""
        return self._failures.dialog if self._failures is not None else None

    def _show_failure(self, error: BaseException) -> None:
        # Late: the start does not pay for what is hoped never to be needed.
        from starling.ui.dialogs.failures import Failures

        self.book.write(Level.ERROR, Area.PROGRAM, f"{type(error).__name__}: {error}")
        if self._failures is None:
            self._failures = Failures(self.window)
        self._failures.show(error)

    def _open_items(self, message: Message) -> None:
        if message.items:
            self.incoming.open(
                message.items, save_path=message.save_path, paused=message.paused, no_dialog=message.no_dialog
            )

    async def _open(self, message: Message) -> None:
        self._open_items(message)
        try:
            await self.engine.open()
        except EngineError as error:
            self.notices.error(str(error))

    async def _close(self) -> None:
        self.window.save_state()
        self.window.leave()
        self._server.close()
        self.clock.close()
        self.clipboard.close()
        await self.notifications.close()
        await self.watching.close()
        await self.programs.close()
        try:
            await self.engine.close()
        finally:
            self._memory.flush()
            self.settings.flush()
            self.state.flush()
            await self._recording.close()
            await cancel_all()
            await self._worker.stop()
            # What hangs there is begun anew at the next start, or was only a question.
            await self._files_worker.stop(_FILES_PATIENCE)
            await self._disk_worker.stop(_DISK_PATIENCE)
            self._collector.stop()
            self._server.release()

    def _on_loaded(self) -> None:
        # What is there now stays: a collection that looks at 10,000 torrents each time costs frames.
        gc.freeze()

    def _on_setting(self, key: str) -> None:
        if key == settings.appearance.THEME.key:
            self.themes.set_appearance(self.settings.get(settings.appearance.THEME))
        elif key == settings.appearance.BINARY_UNITS.key:
            formats.use(self._locale, binary=self.settings.get(settings.appearance.BINARY_UNITS))
            self.window.show_units()
        else:
            self._apply.start()

    def _apply_settings(self) -> None:
        self.engine.apply(pack.config(self.settings, self.clock.stretch))
