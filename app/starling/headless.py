# SPDX-License-Identifier: GPL-3.0-or-later
"""Starling without a window, for a machine without a screen: the core, controlled from elsewhere, its log on stderr."""

import asyncio
import os
import signal
import socket
import sys
import traceback

from PySide6.QtCore import QCoreApplication

from starling import __version__
from starling.automation.unasked import Unasked
from starling.core.console import Console
from starling.core.core import Core
from starling.engine.engine import EngineError
from starling.i18n import translate
from starling.instance import Message, Server
from starling.logbook import Area, Level
from starling.paths import Profile
from starling.qtloop import bare_loop
from starling.tasks import failures_to, spawn


def run(profile: Profile, server: Server, message: Message, port: int | None) -> int:
    """Runs until SIGTERM or SIGINT, or until a client ends it; returns the exit status.

    `port` is where clients are listened for, None = where the settings say.
    """
    app = QCoreApplication(sys.argv[:1])
    app.setApplicationName("Starling")
    app.setApplicationVersion(__version__)
    with bare_loop(app) as loop:
        return loop.run_until_complete(_main(app, loop, profile, server, message, port))


async def _main(
    app: QCoreApplication,
    loop: asyncio.AbstractEventLoop,
    profile: Profile,
    server: Server,
    message: Message,
    port: int | None,
) -> int:
    return await Headless(app, loop, profile, server, port).run(message)


class Headless:
    """The core, and what stands in for the window; to be made where `loop` runs."""

    def __init__(
        self,
        app: QCoreApplication,
        loop: asyncio.AbstractEventLoop,
        profile: Profile,
        server: Server,
        port: int | None = None,
    ) -> None:
        self._loop, self._server = loop, server
        self._file = profile.settings_file
        self.core = core = Core(app, loop, profile, always_open=True, port=port)
        self._console = Console(core.book, core)
        self._console.write(True)
        self._unasked = Unasked(core.engine, core.settings, core.disk_worker, core)
        for part in (core, self._unasked):
            part.trouble.connect(self._say)
            part.noted.connect(self._note)
        core.door.trouble.connect(self._hint)
        core.engine.failed.connect(self._say)
        core.engine.noted.connect(self._note)
        server.windowless = True
        server.received.connect(self.take)
        self._status = 0

    async def run(self, message: Message) -> int:
        """From the first line of the log to the last write."""
        with failures_to(self._loop, self._say, self._report):
            for number in _endings():
                self._loop.add_signal_handler(number, self.core.stop.set)
            self._server.start()
            for sentence in self.core.settings.problems:
                self._write(Level.WARNING, sentence)
            spawn(self._open(message), name="open")
            await self.core.stop.wait()
            _tell_systemd("STOPPING=1")
            await self._close()
        return self._status

    def take(self, message: Message) -> None:
        """What a second start hands over is added without asking."""
        self._unasked.open(message.items, save_path=message.save_path, paused=message.paused)

    async def _open(self, message: Message) -> None:
        self.take(message)
        try:
            await self.core.open()
        except EngineError as error:
            # Nobody is there to read it and to do something about it.
            self._say(str(error))
            self._status = 1
            self.core.stop.set()
        else:
            _tell_systemd("READY=1")

    async def _close(self) -> None:
        try:
            self._server.close()
        finally:
            try:
                await self.core.close()
            finally:
                await self._console.close()
                self._server.release()

    def _say(self, sentence: str) -> None:
        self._write(Level.ERROR, sentence)

    def _note(self, sentence: str) -> None:
        self._write(Level.INFO, sentence)

    def _write(self, level: Level, sentence: str) -> None:
        self.core.book.write(level, Area.NOTICES, sentence)

    def _hint(self, _problem: str) -> None:
        """The door has told its problem to the log itself; what it says of preferences is for who sees a window."""
        text = translate(
            "Headless", "Without a window the port is chosen by --rpc-port, and all else of remote control in {path}."
        )
        self._write(Level.WARNING, text.format(path=self._file))

    def _report(self, error: BaseException) -> None:
        text = translate("Headless", "Something went wrong that should not have: {error}. What follows tells where.")
        self.core.book.write(Level.ERROR, Area.PROGRAM, text.format(error=f"{type(error).__name__}: {error}"))
        sys.stderr.write("".join(traceback.format_exception(error)))


def _endings() -> tuple[signal.Signals, ...]:
    """The signals that end it; who starts it by nohup wants it to outlive its terminal."""
    always = (signal.SIGINT, signal.SIGTERM)
    if sys.platform == "win32" or signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        return always
    return (*always, signal.SIGHUP)


def _tell_systemd(state: str) -> None:
    """As sd_notify(3) does; nothing where systemd did not ask for it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")) or sys.platform == "win32":
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as link:
        link.setblocking(False)
        try:
            link.sendto(state.encode(), address.replace("@", "\0", 1) if address[0] == "@" else address)
        except OSError as error:
            sys.stderr.write(f"systemd could not be told {state}: {error}\n")
