# SPDX-License-Identifier: GPL-3.0-or-later
"""The composition root: builds every long-lived object, connects them, and stops them in order."""

import asyncio
import logging
import os
import signal
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling import __version__, settings
from starling.core.core import Core
from starling.display import displayed
from starling.engine.engine import EngineError
from starling.instance import Message, Server
from starling.logbook import Area, Level
from starling.paths import Profile
from starling.tasks import failures_to, spawn
from starling.ui.clipboardoffer import ClipboardOffer
from starling.ui.icons import app_icon
from starling.ui.incoming import Incoming
from starling.ui.lastingnotices import LastingNotices
from starling.ui.main_window import MainWindow
from starling.ui.notice import NoticeBar
from starling.ui.notifications import Notifications
from starling.ui.remotenotices import RemoteNotices
from starling.ui.theme import ThemeManager

if TYPE_CHECKING:
    from starling.ui.dialogs.failures import ErrorDialog, Failures

log = logging.getLogger(__name__)


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
        sys.stderr.write(
            "Starling needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set. Without one, use --headless.\n"
        )
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


def prepare(app: QApplication) -> None:
    """Tells Qt who we are; the end of the program is ours, not the last window's."""
    app.setApplicationName("Starling")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("starling")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)


class Program:
    """The core with a window on top; to be made where `loop` runs."""

    def __init__(self, app: QApplication, loop: asyncio.AbstractEventLoop, profile: Profile, server: Server) -> None:
        self._loop = loop
        self._server = server
        self.core = core = Core(app, loop, profile)
        self.book, self.settings, self.state = core.book, core.settings, core.state
        self.clock, self.engine = core.clock, core.engine
        self.themes = ThemeManager(app, self.settings.get(settings.appearance.THEME))
        self.notices = NoticeBar(self.themes)
        self.incoming = Incoming(self.engine, self.settings, self.state, self.themes, self.notices, core.disk_worker)
        self.window = MainWindow(
            self.engine,
            self.settings,
            self.state,
            self.themes,
            self.notices,
            self.incoming,
            core.disk_worker,
            self.book,
            core.door,
        )
        self.incoming.set_window(self.window)
        self.window.speed.follow(self.clock)
        self.watching, self.programs = core.watching, core.programs
        self._lasting = LastingNotices(self.programs, self.notices, self.window)
        self.remote_notices = RemoteNotices(core.door, self.engine, self.notices, self.window)
        core.trouble.connect(self._say)
        core.noted.connect(self._note)
        self.clipboard = ClipboardOffer(self.settings, self.engine, self.notices, self.incoming, self.window)
        self.notifications = Notifications(self.engine, self.settings, self.window)
        self._failures: Failures | None = None
        self.settings.changed.connect(self._on_setting)
        self.window.closed.connect(core.stop.set)
        server.received.connect(self.take)
        app.commitDataRequest.connect(self.window.save_state)

    async def run(self, message: Message) -> None:
        """From the first paint to the last write."""
        with failures_to(self._loop, self._say, self._show_failure):
            for number in (signal.SIGINT, signal.SIGTERM):
                self._loop.add_signal_handler(number, self.core.stop.set)
            self.window.show()
            self._server.start()
            for sentence in self.settings.problems:
                self.notices.warn(sentence)
            spawn(self._open(message), name="open")
            await self.core.stop.wait()
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
            await self.core.open()
        except EngineError as error:
            self.notices.error(str(error))

    async def _close(self) -> None:
        async with AsyncExitStack() as last_first:
            # Torrents are written whatever goes wrong with the window.
            last_first.callback(self._server.release)
            last_first.push_async_callback(self.core.close)
            self.window.save_state()
            self.window.leave()
            self._server.close()
            self.clipboard.close()
            await self.notifications.close()

    def _on_setting(self, key: str) -> None:
        if key == settings.appearance.THEME.key:
            self.themes.set_appearance(self.settings.get(settings.appearance.THEME))
        elif key == settings.appearance.BINARY_UNITS.key:
            self.window.show_units()
