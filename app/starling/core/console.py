# SPDX-License-Identifier: GPL-3.0-or-later
"""The log on standard error: for a terminal with moments, for systemd's journal with its levels."""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject

from starling.logbook import Entry, Level, Logbook
from starling.logfile import line
from starling.logwriter import LogWriter

_LEVELS = {Level.DEBUG: 7, Level.INFO: 6, Level.WARNING: 4, Level.ERROR: 3}
"""As syslog counts them; sd-daemon(3)."""


class Console(LogWriter):
    """Writes what comes into the book, in a thread: who reads it may be slow."""

    def __init__(self, book: Logbook, parent: QObject | None = None) -> None:
        super().__init__(book, self._print, "stderr", parent)
        self._journal = _is_journal(os.environ.get("JOURNAL_STREAM", ""))

    def _print(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            text = f"<{_LEVELS[entry.level]}>{line(entry, dated=False)}" if self._journal else line(entry)
            sys.stderr.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()


def _is_journal(stream: str) -> bool:
    """Whether standard error is still what systemd made (systemd.exec(5)): children inherit the variable."""
    try:
        found = os.fstat(2)
    except OSError:  # it was closed
        return False
    return stream == f"{found.st_dev}:{found.st_ino}"
