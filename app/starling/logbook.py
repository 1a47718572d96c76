# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened, one sentence each: a ring of entries that anything may write into, from any thread."""

import logging
import re
import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import takewhile
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from starling.setting import QT_TRANSLATE_NOOP

KEPT = 20_000
"""Entries; the oldest go first."""
STORY = 200
"""So many entries are kept about a torrent beside them, the latest."""
_TWICE = 5.0
"""Seconds: both of our addresses ask a tracker, and each answer says the same."""
_STORIES = 30_000
"""So many about all torrents together."""
FLEETING = 3_000
"""So many that are fleeting are kept of a torrent, in a ring of their own."""
_READ = 4
"""Of so many torrents, those that were looked at last."""


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
    REMOTE = QT_TRANSLATE_NOOP("Log", "Remote")
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
    own: bool = False
    """Worth telling only to who looks at that torrent, or wants every detail."""
    fleeting: bool = False
    """It comes by the hundred, and only while somebody looks: it is kept out of the log of everything."""
    peer: str = ""
    """Address and port of the peer it is about, blanks between those of several."""
    at: float | None = None
    """When it happened, if it is written later: Unix time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened."""

    number: int
    """Rises."""
    at: float
    """Unix time."""
    level: Level
    area: Area
    text: str
    torrent: str = ""
    name: str = ""
    peer: str = ""
    """As of `Happening`."""


class _Stories:
    """What happened to each torrent, by its id; where there is too much, the one that was quiet longest loses first."""

    def __init__(self) -> None:
        self._of: OrderedDict[str, deque[Entry]] = OrderedDict()
        self._count = 0
        self.shortened: set[str] = set()
        """Those of which something was forgotten."""

    def add(self, entry: Entry) -> bool:
        """False for what was said a moment ago in the same words: that is not said again."""
        story = self._of.get(entry.torrent)
        if story is None:
            story = self._of[entry.torrent] = deque()
        else:
            self._of.move_to_end(entry.torrent)
            if story[-1].text == entry.text and entry.at - story[-1].at < _TWICE:
                return False
        story.append(entry)
        self._count += 1
        if len(story) > STORY:
            self._drop(entry.torrent)
        if self._count > _STORIES:
            self._drop(next(iter(self._of)))
        return True

    def of(self, torrent: str) -> tuple[Entry, ...]:
        """The oldest first."""
        return tuple(self._of.get(torrent, ()))

    def forget(self, torrent: str) -> None:
        """All of one."""
        while torrent in self._of:
            self._drop(torrent)

    def _drop(self, torrent: str) -> None:
        story = self._of[torrent]
        story.popleft()
        self._count -= 1
        self.shortened.add(torrent)
        if not story:
            del self._of[torrent]


class Logbook(QObject):
    """The last `KEPT` entries, and `STORY` of each torrent. Writing costs microseconds, read or not."""

    grown = Signal()
    """There is more, be it about one torrent only, or less: once a turn of the event loop, however many came."""
    _woken = Signal()

    def __init__(self, kept: int = KEPT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.least = Level.INFO
        """What is less grave is not written, but in the story of its torrent."""
        self._entries: deque[Entry] = deque(maxlen=kept)
        self._stories = _Stories()
        self._fleeting: OrderedDict[str, deque[Entry]] = OrderedDict()
        self._number = 0
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

    def write(
        self,
        level: Level,
        area: Area,
        text: str,
        torrent: str = "",
        name: str = "",
        peer: str = "",
        *,
        own: bool = False,
    ) -> None:
        """Adds an entry; `peer` and `own` as of `Happening`."""
        wanted = level >= self.least and not (own and self.least > Level.DEBUG)
        if not (wanted or torrent):
            return
        with self._lock:
            self._number += 1
            entry = Entry(self._number, time.time(), level, area, text, torrent, name, peer)
            if torrent and not self._stories.add(entry):
                return
            if wanted:
                self._last = entry.number
                self._entries.append(entry)
            wake, self._told = self._told, False
        if wake:
            self._woken.emit()

    def note(self, happening: Happening) -> None:
        """The same; what is fleeting goes elsewhere."""
        it = happening
        if it.fleeting:
            self._note_fleeting(it)
            return
        self.write(it.level, it.area, it.text, it.torrent, it.name, it.peer, own=it.own)

    def since(self, number: int) -> Sequence[Entry]:
        """Those that came after the one with this number, as far as they are still here."""
        with self._lock:
            return [*takewhile(lambda entry: entry.number > number, reversed(self._entries))][::-1]

    def latest(self, moment: float) -> Sequence[Entry]:
        """Those that were written after this moment (Unix time), the latest first."""
        with self._lock:
            return [*takewhile(lambda entry: entry.at > moment, reversed(self._entries))]

    def of(self, torrent: str) -> Sequence[Entry]:
        """What happened to the torrent with this id, the oldest first; at most `STORY` entries, and `FLEETING` of that
        kind."""
        with self._lock:
            story = self._stories.of(torrent)
            if fleeting := self._fleeting.get(torrent):
                return sorted([*story, *fleeting], key=_number)
            return story

    def is_shortened(self, torrent: str) -> bool:
        """Whether more has happened to it than `of` says."""
        with self._lock:
            return torrent in self._stories.shortened

    def clear(self, torrent: str = "") -> None:
        """Forgets all entries, and what happened to one torrent; other torrents keep their stories. Numbers go on."""
        with self._lock:
            self._entries.clear()
            self._stories.forget(torrent)
            self._fleeting.pop(torrent, None)
            self.cleared = self._last
            wake, self._told = self._told, False
        if wake:
            self._woken.emit()

    def _note_fleeting(self, it: Happening) -> None:
        with self._lock:
            ring = self._fleeting.setdefault(it.torrent, deque(maxlen=FLEETING))
            self._fleeting.move_to_end(it.torrent)
            if len(self._fleeting) > _READ:
                self._fleeting.popitem(last=False)
            if len(ring) == FLEETING:
                self._stories.shortened.add(it.torrent)
            self._number += 1
            at = time.time() if it.at is None else it.at
            ring.append(Entry(self._number, at, it.level, it.area, it.text, it.torrent, it.name, it.peer))
            wake, self._told = self._told, False
        if wake:
            self._woken.emit()

    def _tell(self) -> None:
        with self._lock:
            self._told = True
        self.grown.emit()


def _number(entry: Entry) -> int:
    return entry.number


_ID = re.compile(r"([0-9a-f]{40}): (?=.)", re.DOTALL)
"""How the engine begins what it says of a torrent."""
_AREAS = (
    ("starling.automation", Area.AUTOMATION),
    ("starling.remote", Area.REMOTE),
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


_TELLING = ("starling.automation", "starling.remote")
"""What these modules say below a warning is for the user too: what his programs wrote."""


class ProgramLog(logging.Handler):
    """Writes into the book what the modules of the program log: warnings, and details if they are wanted."""

    def __init__(self, book: Logbook) -> None:
        super().__init__()
        self._book = book

    def begin(self) -> None:
        """Listens from now on."""
        logging.getLogger().addHandler(self)
        for name in _TELLING:
            logging.getLogger(name).setLevel(logging.INFO)

    def want_details(self, on: bool) -> None:
        """From now on, or no more."""
        logging.getLogger("starling").setLevel(logging.DEBUG if on else logging.NOTSET)
        for name in _TELLING:
            logging.getLogger(name).setLevel(logging.DEBUG if on else logging.INFO)

    def end(self) -> None:
        """Listens no more."""
        logging.getLogger().removeHandler(self)
        for name in ("starling", *_TELLING):
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
