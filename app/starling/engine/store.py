# SPDX-License-Identifier: GPL-3.0-or-later
"""Every torrent's state in one SQLite file: a batch is one transaction, yesterday's copy stands by if it is damaged.

A store lives on the worker thread: it is opened, used and closed there.
"""

import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from starling.engine.errors import EngineError
from starling.i18n import translate

log = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS torrents (
    id         TEXT PRIMARY KEY,
    resume     BLOB NOT NULL,
    info       BLOB,
    name       TEXT NOT NULL DEFAULT '',
    position   INTEGER,
    first_last INTEGER NOT NULL DEFAULT 0,
    labels     TEXT NOT NULL DEFAULT '',
    removing   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
"""
_VERSION = 1
_GENERATIONS = 2
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Row:
    """One torrent as it is stored."""

    id: str
    resume: bytes
    """libtorrent's resume data without the info dictionary."""
    info: bytes | None
    """The bencoded info dictionary; None until a magnet's metadata is here."""
    name: str = ""
    """The name its owner gave it, empty for the torrent's own."""
    position: int | None = None
    first_last: bool = False
    labels: tuple[str, ...] = ()
    removing: bool = False
    """Its removal together with its data was begun and has to be finished."""


class Store:
    """The state database; every method may wait for the disk."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the database; a damaged one is put aside for its newest readable copy.

        `notices` then holds a sentence for the user. Raises OSError or sqlite3.Error if even a new one can't be made.
        """
        self.path = path
        self.notices: list[str] = []
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            self._db = self._open()
        except sqlite3.DatabaseError as error:
            log.warning("The database %s is damaged: %s", path, error)
            self._db = self._recover()
        self._keep_generation()

    def rows(self, batch: int = 500) -> Iterator[list[Row]]:
        """All torrents in the order of the queue, in batches."""
        cursor = self._db.execute(
            "SELECT id, resume, info, name, position, first_last, labels, removing FROM torrents"
            " ORDER BY position IS NULL, position, rowid"
        )
        while found := cursor.fetchmany(batch):
            yield [
                Row(id, resume, info, name, position, bool(first), _split(labels), bool(removing))
                for id, resume, info, name, position, first, labels, removing in found
            ]

    def put(self, row: Row) -> None:
        """Stores a whole torrent, new or known."""
        with self._db:
            self._db.execute(
                "INSERT OR REPLACE INTO torrents (id, resume, info, name, position, first_last, labels, removing)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row.id,
                    row.resume,
                    row.info,
                    row.name,
                    row.position,
                    row.first_last,
                    "\n".join(row.labels),
                    row.removing,
                ),
            )

    def save_progress(
        self, resumes: dict[str, bytes], infos: dict[str, bytes], positions: dict[str, int | None]
    ) -> None:
        """Stores one batch of resume data, newly found metadata and queue positions; unknown ids are ignored."""
        with self._db:
            self._db.executemany("UPDATE torrents SET resume = ? WHERE id = ?", [(v, k) for k, v in resumes.items()])
            self._db.executemany("UPDATE torrents SET info = ? WHERE id = ?", [(v, k) for k, v in infos.items()])
            self._db.executemany(
                "UPDATE torrents SET position = ? WHERE id = ?", [(v, k) for k, v in positions.items()]
            )

    def set_labels(self, ids: Iterable[str], labels: tuple[str, ...]) -> None:
        """Stores the labels of torrents."""
        with self._db:
            self._db.executemany("UPDATE torrents SET labels = ? WHERE id = ?", [("\n".join(labels), i) for i in ids])

    def set_first_last(self, ids: Iterable[str], on: bool) -> None:
        """Stores whether first and last pieces come first."""
        with self._db:
            self._db.executemany("UPDATE torrents SET first_last = ? WHERE id = ?", [(on, i) for i in ids])

    def begin_removal(self, ids: Iterable[str]) -> None:
        """Notes that these torrents go with their data, so that a kill in between does not bring them back."""
        with self._db:
            self._db.executemany("UPDATE torrents SET removing = 1 WHERE id = ?", [(i,) for i in ids])

    def delete(self, ids: Iterable[str]) -> None:
        """Forgets torrents."""
        with self._db:
            self._db.executemany("DELETE FROM torrents WHERE id = ?", [(i,) for i in ids])

    def meta(self, key: str) -> bytes | None:
        """A stored value that belongs to no torrent, such as the DHT's state."""
        found = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if found is None else bytes(found[0])

    def set_meta(self, key: str, value: bytes) -> None:
        """Stores a value that belongs to no torrent."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Ends the use of the database."""
        self._db.close()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            check = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if check != "ok":
                raise sqlite3.DatabaseError(check)
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                raise EngineError(newer_sentence(self.path))
            db.executescript(_SCHEMA)
            db.execute(f"PRAGMA user_version = {_VERSION}")
        except BaseException:
            db.close()
            raise
        return db

    def _generation(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")

    def _recover(self) -> sqlite3.Connection:
        aside = self.path.with_name(f"{self.path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
        self.path.replace(aside)
        for suffix in ("-wal", "-shm"):
            leftover = self.path.with_name(self.path.name + suffix)
            if leftover.exists():
                leftover.replace(aside.with_name(aside.name + suffix))
        for number in range(1, _GENERATIONS + 1):
            copy = self._generation(number)
            if not copy.exists():
                continue
            try:
                self.path.write_bytes(copy.read_bytes())
                db = self._open()
            except sqlite3.DatabaseError:
                self.path.unlink(missing_ok=True)
                continue
            self.notices.append(damaged_sentence(aside, copy))
            return db
        self.notices.append(damaged_sentence(aside, None))
        return self._open()

    def _keep_generation(self) -> None:
        newest = self._generation(1)
        if newest.exists() and time.time() - newest.stat().st_mtime < _DAY:
            return
        if not self._db.execute("SELECT EXISTS (SELECT 1 FROM torrents)").fetchone()[0]:
            return
        for number in range(_GENERATIONS, 1, -1):
            older = self._generation(number - 1)
            if older.exists():
                older.replace(self._generation(number))
        unfinished = self.path.with_name(self.path.name + ".new")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as copy:
            self._db.backup(copy)
        unfinished.replace(newest)


def _split(labels: str) -> tuple[str, ...]:
    return tuple(labels.split("\n")) if labels else ()


def newer_sentence(path: Path) -> str:
    """What is told of a database in a format of the future."""
    return translate(
        "Engine", "{path} was written by a newer version of Starling: start that version, or choose another profile."
    ).format(path=path)


def damaged_sentence(aside: Path, copy: Path | None) -> str:
    """What is told after a damaged database was replaced by `copy`, or by an empty one."""
    if copy is None:
        return translate(
            "Engine",
            "The list of torrents was damaged and no copy of it could be read: the list starts empty, your downloads "
            "are untouched. The damaged file is kept as {aside}.",
        ).format(aside=aside)
    return translate(
        "Engine",
        "The list of torrents was damaged, so its copy of {when} is used. The damaged file is kept as {aside}.",
    ).format(when=time.strftime("%Y-%m-%d %H:%M", time.localtime(copy.stat().st_mtime)), aside=aside)
