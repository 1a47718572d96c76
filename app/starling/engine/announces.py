# SPDX-License-Identifier: GPL-3.0-or-later
"""The announces of the last six hours and what each tracker told last, kept in the annals over a restart."""

import asyncio
import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from starling.engine.annals import Annals
from starling.engine.trackerbook import Entry, Facts, TrackerNote
from starling.engine.trackerwords import Failure, Why
from starling.tasks import spawn
from starling.tracker import Event

log = logging.getLogger(__name__)

KEPT = 6 * 3600.0
"""Seconds for which announces are kept."""

_FACTS_KEPT = 60 * 86_400.0
"""Seconds after which nobody asks any more what a tracker told that is not asked any more."""
_WRITE_MS = 5_000
_PRUNE_FIRST = 60.0
"""Seconds until that: some computers know the time only when they have asked for it."""
_PRUNE_EVERY = 600.0
_OFF = 30.0
"""Seconds that a clock may go wrong meanwhile, or be put right."""
_PATIENCE = 0.5
"""Seconds that the tab waits for the disk: somebody else may have it, and what the trackers do is shown without."""
_BATCH = 500
"""Trackers a transaction: 4 ms of the GUI thread, and others wish to write between two of them."""
_SHOWN = 8
"""Torrents whose announces are kept at hand, because their tab is looked at."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS trackers (
    id INTEGER PRIMARY KEY, torrent TEXT NOT NULL, url TEXT NOT NULL,
    last_announce REAL, peers INTEGER, why TEXT, text TEXT NOT NULL, moved TEXT NOT NULL,
    failing_since REAL, fails INTEGER NOT NULL,
    last_scrape REAL, scrape_why TEXT, scrape_text TEXT NOT NULL, seeds INTEGER, leeches INTEGER,
    UNIQUE (torrent, url)
) STRICT;
CREATE TABLE IF NOT EXISTS announces (
    tracker INTEGER NOT NULL, at REAL NOT NULL, event TEXT NOT NULL, latency REAL, peers INTEGER,
    why TEXT, text TEXT NOT NULL, moved TEXT NOT NULL, warning TEXT NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS announces_by_tracker ON announces (tracker);
CREATE INDEX IF NOT EXISTS announces_by_time ON announces (at);
"""

_KEEP_FACTS = """
INSERT INTO trackers VALUES (
    NULL, :torrent, :url, :last_announce, :peers, :why, :text, :moved, :failing_since, :fails,
    :last_scrape, :scrape_why, :scrape_text, :seeds, :leeches)
ON CONFLICT (torrent, url) DO UPDATE SET
    last_announce = coalesce(excluded.last_announce, last_announce), peers = excluded.peers,
    why = excluded.why, text = excluded.text, moved = excluded.moved,
    fails = CASE WHEN excluded.failing_since IS NULL THEN 0 WHEN :mended THEN :fails ELSE fails + :fails END,
    failing_since = CASE WHEN excluded.failing_since IS NULL OR :mended THEN excluded.failing_since
                         ELSE coalesce(failing_since, excluded.failing_since) END,
    last_scrape = coalesce(excluded.last_scrape, last_scrape),
    scrape_why = excluded.scrape_why, scrape_text = excluded.scrape_text,
    seeds = coalesce(excluded.seeds, seeds), leeches = coalesce(excluded.leeches, leeches)
"""
"""`fails` are those since it was stored last; `mended`, that it worked in between."""

Row = dict[str, str | int | float | None]
Rows = tuple[list[Row], list[Row], list[Row]]
"""Of the trackers, of their announces, and of those stored already of which more became known."""
History = dict[str, list[Entry]]
"""By URL, the oldest first."""
Stored = Sequence[tuple[str, Facts]]
"""What is kept of a torrent's trackers, by URL."""
Key = tuple[str, str]
"""Torrent and URL."""


@dataclass(slots=True)
class _News:
    """What is to be stored of one tracker."""

    known: TrackerNote | Facts
    """Turned into a row when it is written, for until then it changes."""
    entries: list[Entry] = field(default_factory=list)
    amended: list[Entry] = field(default_factory=list)
    """Stored ones of which more became known."""


@dataclass(slots=True)
class _Reading:
    """A torrent's announces, while the stored ones are read."""

    news: dict[Key, _News]
    """Not stored when it began; comes back with the stored ones."""
    task: "asyncio.Task[None] | None" = None
    live: History = field(default_factory=dict)
    """Since then."""
    amended: list[tuple[str, Entry]] = field(default_factory=list)

    def at_hand(self) -> History:
        """What this run of the program knows of by itself."""
        found = {url: list(one.entries) for (_, url), one in self.news.items() if one.entries}
        for url, entries in self.live.items():
            found.setdefault(url, []).extend(entries)
        return found


class Announces(QObject):
    """Collects what was announced, writes it in batches, and reads it for the torrents that are looked at."""

    def __init__(self, annals: Annals) -> None:
        super().__init__()
        self._annals = annals
        annals.keep(SCHEMA)
        self._news: dict[Key, _News] = {}
        self._closed = False
        self._shown: OrderedDict[str, History] = OrderedDict()
        self._reading: dict[str, _Reading] = {}
        self._looked = time.monotonic(), time.time()
        """When it was looked whether the clock holds: by one that is never set, and by itself."""
        self._prune_after = _PRUNE_FIRST
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WRITE_MS)
        self._timer.timeout.connect(self._write_soon)

    def keep(self, torrent: str, url: str, known: TrackerNote | Facts, entry: Entry | None = None) -> None:
        """Something came of an announce or a scrape."""
        news = self._news.setdefault((torrent, url), _News(known))
        news.known = known
        if entry is not None:
            news.entries.append(entry)
            reading = self._reading.get(torrent)
            history = self._shown.get(torrent) if reading is None else reading.live
            if history is not None:
                history.setdefault(url, []).append(entry)
        if not self._timer.isActive() and not self._closed:
            self._timer.start()

    def amend(self, torrent: str, url: str, entry: Entry) -> None:
        """More is known of what was kept before: why it failed, or how many peers it brought."""
        news = self._news.get((torrent, url))
        if news is not None and not any(entry is one for one in (*news.entries, *news.amended)):
            news.amended.append(entry)
        if (reading := self._reading.get(torrent)) is not None:
            reading.amended.append((url, entry))
        _amend(self._shown.get(torrent, {}), url, entry)

    async def recall(self, torrent: str, take: Callable[[Stored], None]) -> Mapping[str, Sequence[Entry]]:
        """The announces of a torrent's last six hours by URL; `take` gets what was stored of its trackers, once read.

        The disk is waited for a moment and no longer: who asks again a little later gets what is missing.
        """
        if torrent not in self._shown and not self._closed:
            reading = self._reading.get(torrent)
            if reading is None:
                reading = self._reading[torrent] = _Reading(
                    self._take([key for key in self._news if key[0] == torrent])
                )
                reading.task = spawn(self._read(torrent, reading, take), name="read announces")
                # Who waits may be called off, the reading is not: it has the news.
                await asyncio.wait([reading.task], timeout=_PATIENCE)
            if torrent in self._reading:
                return _recent(self._reading[torrent].at_hand())
        if (shown := self._shown.get(torrent)) is None:
            return {}
        self._shown.move_to_end(torrent)
        return _recent(shown)

    def forget(self, torrents: Collection[str]) -> None:
        """These torrents are gone."""
        gone = set(torrents)
        for torrent in gone:
            self._shown.pop(torrent, None)
            if (reading := self._reading.pop(torrent, None)) is not None and reading.task is not None:
                reading.task.cancel()
        self._take([key for key in self._news if key[0] in gone])
        if gone:
            spawn(self._run_forget(gone), name="forget announces")

    async def drop(self, torrent: str, urls: Collection[str]) -> None:
        """These trackers are no more the torrent's."""
        self._take([key for key in self._news if key[0] == torrent and key[1] in urls])
        reading = self._reading.get(torrent)
        for history in (self._shown.get(torrent), reading.live if reading else None):
            for url in urls:
                if history is not None:
                    history.pop(url, None)
        if self._closed:
            return
        try:
            await self._annals.run(_drop, torrent, urls)
        except sqlite3.Error as error:
            self._warn(error)

    async def tidy(self, torrents: Collection[str]) -> None:
        """Forgets torrents that are none of these: they were removed when nobody could write it down."""
        if self._closed:
            return
        try:
            await self._annals.run(_forget_others, frozenset(torrents))
        except sqlite3.Error as error:
            self._warn(error)

    async def write(self) -> None:
        """Stores what was collected; what the disk refuses is lost: it is no more than history."""
        self._timer.stop()
        try:
            while self._news:
                await self._annals.run(_store, _rows(self._take(list(islice(self._news, _BATCH)))))
            if not self._closed and self._may_prune():
                now = time.time()
                for history in self._shown.values():
                    _trim(history, now)
                await self._annals.run(_prune, now)
        except sqlite3.Error as error:
            self._warn(error)

    async def close(self, patience: float) -> None:
        """Stores what is left, as far as the disk takes it in so many seconds.

        Ten thousand torrents say goodbye to more trackers than can be written then, and others may have the thread.
        """
        self._closed = True
        try:
            async with asyncio.timeout(patience):
                await self.write()
        except TimeoutError:
            log.info("The last announces are not kept: the disk is busy")
        # Nor shall one that was writing already go on with them.
        self._news.clear()

    async def _read(self, torrent: str, reading: _Reading, take: Callable[[Stored], None]) -> None:
        try:
            facts, history = await self._annals.run(_store_and_read, _rows(reading.news), torrent, time.time() - KEPT)
        except sqlite3.Error as error:
            self._warn(error)
            facts, history = [], {url: one.entries for (_, url), one in reading.news.items()}
        if self._reading.get(torrent) is not reading:
            return
        del self._reading[torrent]
        for url, entries in reading.live.items():
            history.setdefault(url, []).extend(entries)
        for url, entry in reading.amended:
            _amend(history, url, entry)
        self._shown[torrent] = history
        while len(self._shown) > _SHOWN:
            self._shown.popitem(last=False)
        take(facts)

    def _may_prune(self) -> bool:
        """Whether it is time to, and the clock was not set meanwhile: it may be wrong at the moment."""
        steady, now = time.monotonic(), time.time()
        ran, went = steady - self._looked[0], now - self._looked[1]
        holds = abs(went - ran) < _OFF
        if holds and ran < self._prune_after:
            return False
        self._looked = steady, now
        self._prune_after = _PRUNE_EVERY if holds else _PRUNE_FIRST
        return holds

    async def _run_forget(self, torrents: Collection[str]) -> None:
        if self._closed:
            # `tidy` does it at the next start.
            return
        try:
            await self._annals.run(_forget, torrents)
        except sqlite3.Error as error:
            self._warn(error)

    def _write_soon(self) -> None:
        spawn(self.write(), name="write announces")

    def _take(self, keys: Iterable[Key]) -> dict[Key, _News]:
        return {key: self._news.pop(key) for key in keys}

    def _warn(self, error: sqlite3.Error) -> None:
        if not self._told:
            self._told = True
            log.warning("The announces are not kept over a restart: %s", error)


def _recent(history: History) -> Mapping[str, Sequence[Entry]]:
    since = time.time() - KEPT
    return {url: tuple(entry for entry in entries if entry.at >= since) for url, entries in history.items() if entries}


def _trim(history: History, now: float) -> None:
    for entries in history.values():
        entries[:] = [entry for entry in entries if entry.at >= now - KEPT]


def _amend(history: History, url: str, entry: Entry) -> None:
    for one in history.get(url, ()):
        if (one.at, one.version) == (entry.at, entry.version):
            one.failure, one.peers = entry.failure, entry.peers


def _rows(news: Mapping[Key, _News]) -> Rows:
    facts = [_facts_row(key, one.known) for key, one in news.items()]
    entries = [_entry_row(*key, entry) for key, one in news.items() for entry in one.entries]
    return facts, entries, [_entry_row(*key, entry) for key, one in news.items() for entry in one.amended]


def _entry_row(torrent: str, url: str, entry: Entry) -> Row:
    return {
        "torrent": torrent,
        "url": url,
        "at": entry.at,
        "event": entry.event.value,
        "latency": entry.latency,
        "peers": entry.peers,
        "warning": entry.warning,
        "version": entry.version,
        **_failure_row(entry.failure),
    }


def _facts_row(key: Key, known: TrackerNote | Facts) -> Row:
    facts, fails, mended = known if isinstance(known, Facts) else known.facts, 0, False
    if isinstance(known, TrackerNote):
        fails, mended = known.unsaved, known.mended
        known.unsaved, known.mended = 0, False
    return {
        "torrent": key[0],
        "url": key[1],
        "last_announce": facts.last_announce,
        "peers": facts.peers,
        "failing_since": facts.failing_since,
        "fails": fails,
        "mended": mended,
        "last_scrape": facts.last_scrape,
        "seeds": facts.seeds,
        "leeches": facts.leeches,
        "scrape_why": facts.scrape_failure.why.value if facts.scrape_failure else None,
        "scrape_text": _stored(facts.scrape_failure.text) if facts.scrape_failure else "",
        **_failure_row(facts.failure),
    }


def _failure_row(failure: Failure | None) -> Row:
    if failure is None:
        return {"why": None, "text": "", "moved": ""}
    return {"why": failure.why.value, "text": _stored(failure.text), "moved": _stored(failure.moved)}


def _stored(text: str) -> str:
    # A stranger's text may be long, and may hold what is no UTF-8.
    return text[:1000].encode("utf-8", "replace").decode()


def _failure(why: str | None, text: str, moved: str = "") -> Failure | None:
    if why is None:
        return None
    try:
        return Failure(Why(why), text, moved)
    except ValueError:
        # From a newer Starling.
        return Failure(Why.OTHER, text, moved)


# -- in the thread of the annals


def _store(db: sqlite3.Connection, rows: Rows) -> None:
    facts, entries, amended = rows
    db.executemany(_KEEP_FACTS, facts)
    db.executemany(
        "INSERT INTO announces SELECT id, :at, :event, :latency, :peers, :why, :text, :moved, :warning, :version "
        "FROM trackers WHERE torrent = :torrent AND url = :url",
        entries,
    )
    db.executemany(
        "UPDATE announces SET peers = :peers, why = :why, text = :text, moved = :moved"
        " WHERE at = :at AND version = :version"
        " AND tracker = (SELECT id FROM trackers WHERE torrent = :torrent AND url = :url)",
        amended,
    )


def _store_and_read(
    db: sqlite3.Connection, rows: Rows, torrent: str, since: float
) -> tuple[list[tuple[str, Facts]], History]:
    _store(db, rows)
    facts = [
        (
            url,
            Facts(
                last_announce, peers, _failure(why, text, moved), failing_since, fails,
                last_scrape, _failure(scrape_why, scrape_text), seeds, leeches,
            ),
        )
        for (
            url, last_announce, peers, why, text, moved, failing_since, fails,
            last_scrape, scrape_why, scrape_text, seeds, leeches,
        ) in db.execute(
            "SELECT url, last_announce, peers, why, text, moved, failing_since, fails, last_scrape, scrape_why,"
            " scrape_text, seeds, leeches FROM trackers WHERE torrent = ?",
            (torrent,),
        )
    ]  # fmt: skip
    history: History = {}
    for url, at, event, latency, peers, why, text, moved, warning, version in db.execute(
        "SELECT url, at, event, latency, a.peers, a.why, a.text, a.moved, warning, version FROM announces AS a"
        " JOIN trackers AS t ON t.id = a.tracker WHERE torrent = ? AND at >= ? ORDER BY at",
        (torrent, since),
    ):
        entry = Entry(at, Event(event), latency, peers, _failure(why, text, moved), warning, version)
        history.setdefault(url, []).append(entry)
    return facts, history


def _forget(db: sqlite3.Connection, torrents: Iterable[str]) -> None:
    ids = [(torrent,) for torrent in torrents]
    db.executemany("DELETE FROM announces WHERE tracker IN (SELECT id FROM trackers WHERE torrent = ?)", ids)
    db.executemany("DELETE FROM trackers WHERE torrent = ?", ids)


def _drop(db: sqlite3.Connection, torrent: str, urls: Iterable[str]) -> None:
    keys = [(torrent, url) for url in urls]
    db.executemany(
        "DELETE FROM announces WHERE tracker = (SELECT id FROM trackers WHERE torrent = ? AND url = ?)", keys
    )
    db.executemany("DELETE FROM trackers WHERE torrent = ? AND url = ?", keys)


def _forget_others(db: sqlite3.Connection, torrents: Collection[str]) -> None:
    known = [torrent for (torrent,) in db.execute("SELECT DISTINCT torrent FROM trackers")]
    _forget(db, [torrent for torrent in known if torrent not in torrents])


def _prune(db: sqlite3.Connection, now: float) -> None:
    # From the future are those of a clock that was wrong: they would stay for ever.
    db.execute("DELETE FROM announces WHERE at < ? OR at > ?", (now - KEPT, now + KEPT))
    db.execute(
        "DELETE FROM trackers WHERE max(coalesce(last_announce, 0), coalesce(last_scrape, 0)) < ?"
        " AND NOT EXISTS (SELECT 1 FROM announces WHERE tracker = trackers.id)",
        (now - _FACTS_KEPT,),
    )
