# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands on what comes into the log, on a thread of its own: to a file, or to whoever reads a daemon's output."""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from starling.i18n import translate
from starling.logbook import Area, Entry, Level, Logbook
from starling.tasks import Worker, spawn

_PATIENCE = 0.5
"""Seconds that the disk gets at the end."""
AGAIN_MS = 60_000
"""After which it is tried again to write where that failed."""


class LogWriter(QObject):
    """Begins and ends to write as it is told."""

    def __init__(
        self,
        book: Logbook,
        put: Callable[[Sequence[Entry]], None],
        place: str,
        parent: QObject | None = None,
        *,
        again_ms: int = AGAIN_MS,
    ) -> None:
        """`put` writes entries to the `place` of that name, in the thread; it may raise OSError."""
        super().__init__(parent)
        self._book, self._put, self._place = book, put, place
        self._worker = Worker(asyncio.get_running_loop(), "log")
        self._last = 0
        self._on = self._failed = False
        self._task: asyncio.Task[None] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(again_ms)
        self._again.timeout.connect(self._go)

    def write(self, on: bool) -> None:
        """From now on, with what is in the book already; or no more."""
        if on == self._on:
            return
        self._on, self._failed = on, False
        if on:
            self._book.grown.connect(self._on_grown)
            self._go()
        else:
            self._book.grown.disconnect(self._on_grown)
            self._again.stop()

    async def close(self) -> None:
        """Writes what is left, if the disk takes it soon."""
        if self._on:
            if self._task is not None:
                await asyncio.wait([self._task], timeout=_PATIENCE)
            self._go()
            if self._task is not None:
                await asyncio.wait([self._task], timeout=_PATIENCE)
            self.write(False)
        await self._worker.stop(_PATIENCE)

    def _on_grown(self) -> None:
        if not self._failed:
            self._go()

    def _go(self) -> None:
        if self._task is None:
            self._task = spawn(self._append(), name="log file")

    def _put_new(self, entries: Sequence[Entry]) -> None:
        """In the thread, which goes on when who waits for it is cancelled: the same would be handed to it again."""
        if new := [entry for entry in entries if entry.number > self._last]:
            self._put(new)
            self._last = new[-1].number

    async def _append(self) -> None:
        try:
            while self._on and (entries := self._book.since(self._last)):
                await self._worker.run(self._put_new, entries)
                self._failed = False
        except OSError as error:
            # What could not be written comes when the disk takes it again, as far as the book still has it.
            if self._on:
                self._again.start()
            if self._failed:
                return
            # Said once: to say it each time would be something to write, too.
            self._failed = True
            words = translate("Log", "The log can't be written to {path}: {reason}.")
            text = words.format(path=self._place, reason=error.strerror or error)
            self._book.write(Level.ERROR, Area.DISK, text)
        finally:
            self._task = None
