# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened, one sentence each: a ring of entries that anything may write into, from any thread."""

import logging
import re
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import islice
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from starling.setting import QT_TRANSLATE_NOOP

KEPT = 20_000
"""Entries; the oldest go first."""


class Level(IntEnum):
    """How grave it is."""

    DEBUG = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Log", _LEVELS[self])


_LEVELS = {
    Level.DEBUG: QT_TRANSLATE_NOOP("Log", "Detail"),
    Level.INFO: QT_TRANSLATE_NOOP("Log", "Info"),
    Level.WARNING: QT_TRANSLATE_NOOP("Log", "Warning"),
    Level.ERROR: QT_TRANSLATE_NOOP("Log", "Error"),
}


class Area(Enum):
    """What it is about; the value is its title in English."""

    SESSION = QT_TRANSLATE_NOOP("Log", "Session")
    TORRENTS = QT_TRANSLATE_NOOP("Log", "Torrents")
    TRACKERS = QT_TRANSLATE_NOOP("Log", "Trackers")
    PEERS = QT_TRANSLATE_NOOP("Log", "Peers")
    NETWORK = QT_TRANSLATE_NOOP("Log", "Network")
    DISK = QT_TRANSLATE_NOOP("Log", "Disk")
    AUTOMATION = QT_TRANSLATE_NOOP("Log", "Automation")
    SETTINGS = QT_TRANSLATE_NOOP("Log", "Settings")
    NOTICES = QT_TRANSLATE_NOOP("Log", "Notices")
    PROGRAM = QT_TRANSLATE_NOOP("Log", "Program")

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Log", str(self.value))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that is worth an entry."""

    level: Level
    area: Area
    text: str
    torrent: str = ""
    """Id of the torrent it is about."""
    name: str = ""
    """What that is called, where the writer knows it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened."""

    number: int
    """Rises by one."""
    at: float
    """Unix time."""
    level: Level
    area: Area
    text: str
    torrent: str = ""
    name: str = ""


class Logbook(QObject):
    """The last `KEPT` entries. Writing costs microseconds, whether somebody reads or not."""

    grown = Signal()
    """There is more, or all is gone: once a turn of the event loop, however many entries came."""
    _woken = Signal()

    def __init__(self, kept: int = KEPT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.least = Level.INFO
        """What is less grave is not written."""
        self._entries: deque[Entry] = deque(maxlen=kept)
        self._last = 0
        self.cleared = 0
        """The number of the last entry that was forgotten on demand."""
        self._told = True
        self._lock = Lock()
        # Queued: whoever writes, from whatever thread, is not held up by those who read.
        self._woken.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def last(self) -> int:
        """The number of the latest entry, 0 before there is one."""
        return self._last

    @property
    def first(self) -> int:
        """The number of the oldest one that is still here; above `last` where there is none."""
        with self._lock:
            return self._entries[0].number if self._entries else self._last + 1

    def write(self, level: Level, area: Area, text: str, torrent: str = "", name: str = "") -> None:
        """Adds an entry."""
        if level < self.least:
            return
        with self._lock:
            self._last += 1
            self._entries.append(Entry(self._last, time.time(), level, area, text, torrent, name))
            wake, self._told = self._told, False
        if wake:
            self._woken.emit()

    def note(self, happening: Happening) -> None:
        """The same."""
        it = happening
        self.write(it.level, it.area, it.text, it.torrent, it.name)

    def since(self, number: int) -> Sequence[Entry]:
        """Those that came after the one with this number, as far as they are still here."""
        with self._lock:
            wanted = min(len(self._entries), self._last - number)
            return [*islice(reversed(self._entries), max(0, wanted))][::-1]

    def clear(self) -> None:
        """Forgets all of them; numbers go on."""
        with self._lock:
            self._entries.clear()
            self.cleared = self._last
            wake, self._told = self._told, False
        if wake:
            self._woken.emit()

    def _tell(self) -> None:
        with self._lock:
            self._told = True
        self.grown.emit()


_ID = re.compile(r"([0-9a-f]{40}): (?=.)", re.DOTALL)
"""How the engine begins what it says of a torrent."""
_AREAS = (
    ("starling.automation", Area.AUTOMATION),
    ("starling.settings", Area.SETTINGS),
    ("starling.engine.track", Area.TRACKERS),
    ("starling.engine.announces", Area.TRACKERS),
    ("starling.engine.diagnosis", Area.TRACKERS),
    ("starling.engine.peer", Area.PEERS),
    ("starling.engine.ipfilter", Area.PEERS),
    ("starling.engine.binding", Area.NETWORK),
    ("starling.engine.network", Area.NETWORK),
    ("starling.engine.proxywatch", Area.NETWORK),
    ("starling.engine.fetch", Area.NETWORK),
    ("starling.engine.volumes", Area.DISK),
    ("starling.engine.relocation", Area.DISK),
    ("starling.engine.store", Area.DISK),
    ("starling.engine.keeper", Area.DISK),
    ("starling.engine.annals", Area.DISK),
    ("starling.engine.history", Area.DISK),
    ("starling.saving", Area.DISK),
    ("starling.engine.listener", Area.TORRENTS),
    ("starling.engine", Area.SESSION),
)


_TELLING = "starling.automation"
"""What these modules say below a warning is for the user too: what his programs wrote."""


class ProgramLog(logging.Handler):
    """Writes into the book what the modules of the program log: warnings, and details if they are wanted."""

    def __init__(self, book: Logbook) -> None:
        super().__init__()
        self._book = book

    def begin(self) -> None:
        """Listens from now on."""
        logging.getLogger().addHandler(self)
        logging.getLogger(_TELLING).setLevel(logging.INFO)

    def want_details(self, on: bool) -> None:
        """From now on, or no more."""
        logging.getLogger("starling").setLevel(logging.DEBUG if on else logging.NOTSET)
        logging.getLogger(_TELLING).setLevel(logging.DEBUG if on else logging.INFO)

    def end(self) -> None:
        """Listens no more."""
        logging.getLogger().removeHandler(self)
        for name in ("starling", _TELLING):
            logging.getLogger(name).setLevel(logging.NOTSET)

    def emit(self, record: logging.LogRecord) -> None:
        """One entry; what is said of an exception is its last line."""
        try:
            text = record.getMessage()
            if record.exc_info and (error := record.exc_info[1]) is not None:
                text = f"{text} ({type(error).__name__}: {error})"
        except Exception:  # noqa: BLE001  (logging's own way: a wrong call of it must not cost more than its line)
            self.handleError(record)
            return
        torrent = ""
        if found := _ID.match(text):
            torrent, text = found[1], text[found.end() :]
        self._book.write(_level(record), _area(record.name), text, torrent)


def _level(record: logging.LogRecord) -> Level:
    if record.levelno >= logging.ERROR:
        return Level.ERROR
    if record.levelno >= logging.WARNING:
        return Level.WARNING
    if record.levelno >= logging.INFO and record.name.startswith(_TELLING):
        return Level.INFO
    # What modules say below that is for who looks for a fault.
    return Level.DEBUG


def _area(name: str) -> Area:
    return next((area for start, area in _AREAS if name.startswith(start)), Area.PROGRAM)
