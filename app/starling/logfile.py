# SPDX-License-Identifier: GPL-3.0-or-later
"""The log as text: in a file that is begun anew when it is large, its predecessors kept."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from starling.logbook import Entry, Level, Logbook
from starling.logwriter import AGAIN_MS, LogWriter
from starling.spelling import shown

LARGEST = 5_000_000
"""Bytes after which the next file is begun."""
OLDER = 3
"""So many are kept beside it."""
_WORDS = {Level.DEBUG: "DETAIL", Level.INFO: "INFO", Level.WARNING: "WARNING", Level.ERROR: "ERROR"}


def line(entry: Entry, name: str = "", *, dated: bool = True) -> str:
    """One line, whatever the entry holds: moment with the offset from UTC, level, area, torrent, sentence.

    Not `dated` it is for who writes moment and level himself.
    """
    moment = time.strftime("%Y-%m-%d %H:%M:%S%z ", time.localtime(entry.at))
    head = f"{moment}{_WORDS[entry.level]} " if dated else ""
    about = f" [{entry.name or name or entry.torrent}]" if entry.torrent or entry.name else ""
    text = f"{head}{entry.area.title}{about}: {entry.text}"
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


class LogFile(LogWriter):
    """Writes what comes into the book to the end of a file."""

    def __init__(self, book: Logbook, path: Path, parent: QObject | None = None, *, again_ms: int = AGAIN_MS) -> None:
        super().__init__(book, self._append_all, str(path), parent, again_ms=again_ms)
        self.path = path

    def _append_all(self, entries: Iterable[Entry]) -> None:
        append(self.path, map(line, entries))


def _older(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.{number}{path.suffix}")
