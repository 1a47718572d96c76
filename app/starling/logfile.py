# SPDX-License-Identifier: GPL-3.0-or-later
"""The log as text: in a file that is begun anew when it is large, its predecessors kept."""

import asyncio
import os
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from starling.i18n import translate
from starling.logbook import Area, Entry, Level, Logbook
from starling.spelling import shown
from starling.tasks import Worker, spawn

LARGEST = 5_000_000
"""Bytes after which the next file is begun."""
OLDER = 3
"""So many are kept beside it."""
_PATIENCE = 0.5
"""Seconds that the disk gets at the end."""
_AGAIN_MS = 60_000
"""After which it is tried again to write to a file that could not be written to."""
_WORDS = {Level.DEBUG: "DETAIL", Level.INFO: "INFO", Level.WARNING: "WARNING", Level.ERROR: "ERROR"}


def line(entry: Entry, name: str = "") -> str:
    """One line, whatever the entry holds: moment with the offset from UTC, level, area, torrent, sentence."""
    moment = time.strftime("%Y-%m-%d %H:%M:%S%z", time.localtime(entry.at))
    about = f" [{entry.name or name or entry.torrent}]" if entry.torrent or entry.name else ""
    text = f"{moment} {_WORDS[entry.level]} {entry.area.title}{about}: {entry.text}"
    # A terminal obeys what strangers put into names, and an editor shows it in another order.
    return shown(" ".join(text.splitlines()))


def append(path: Path, lines: Iterable[str], largest: int = LARGEST) -> None:
    """Writes to the end of a file, after it has become the newest of the older ones if it is large. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size >= largest:
        for number in range(OLDER - 1, 0, -1):
            older = _older(path, number)
            if older.exists():
                older.replace(_older(path, number + 1))
        path.replace(_older(path, 1))
    # The names of torrents are nobody else's business.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.writelines(f"{one}\n".encode("utf-8", "backslashreplace") for one in lines)


class LogFile(QObject):
    """Writes what comes into the book to the end of a file, on a thread of its own."""

    def __init__(self, book: Logbook, path: Path, parent: QObject | None = None, *, again_ms: int = _AGAIN_MS) -> None:
        super().__init__(parent)
        self.path = path
        self._book = book
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

    async def _append(self) -> None:
        try:
            while self._on and (entries := self._book.since(self._last)):
                await self._worker.run(append, self.path, map(line, entries))
                self._last = entries[-1].number
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
            text = words.format(path=self.path, reason=error.strerror or error)
            self._book.write(Level.ERROR, Area.DISK, text)
        finally:
            self._task = None


def _older(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.{number}{path.suffix}")
