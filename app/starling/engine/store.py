# SPDX-License-Identifier: GPL-3.0-or-later
"""Every torrent's state in one SQLite file: a batch is one transaction, yesterday's copy stands by if it is damaged.

A store lives on the worker thread: it is opened, used and closed there.
"""

import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from starling.engine.errors import EngineError
from starling.engine.rows import Batch, Row
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
    pending    TEXT NOT NULL DEFAULT '',
    foreign_files TEXT,
    options    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
"""
_REMOVED = """
CREATE TABLE IF NOT EXISTS removed (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    batch      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    todo       INTEGER NOT NULL,
    trashed    INTEGER NOT NULL,
    shown      TEXT NOT NULL,
    size       INTEGER NOT NULL DEFAULT 0,
    save_path  TEXT NOT NULL DEFAULT '',
    notes      BLOB,
    id         TEXT NOT NULL,
    resume     BLOB NOT NULL,
    info       BLOB,
    name       TEXT NOT NULL DEFAULT '',
    position   INTEGER,
    first_last INTEGER NOT NULL DEFAULT 0,
    labels     TEXT NOT NULL DEFAULT '',
    pending    TEXT NOT NULL DEFAULT '',
    foreign_files TEXT,
    options    TEXT NOT NULL DEFAULT ''
) STRICT
"""
"""See `binstore`. From `id` on it is what `torrents` has: a column of that one is to be one of this."""
_VERSION = 5
_MIGRATIONS = {
    1: "ALTER TABLE torrents ADD COLUMN pending TEXT NOT NULL DEFAULT ''",
    2: "ALTER TABLE torrents ADD COLUMN foreign_files TEXT",
    3: "ALTER TABLE torrents ADD COLUMN options TEXT NOT NULL DEFAULT ''",
    4: f"""
{_REMOVED};
INSERT INTO removed (batch, at, todo, trashed, shown, id, resume, info, name, position, first_last, labels, pending,
                     foreign_files, options)
    SELECT 1, CAST(strftime('%s', 'now') AS INTEGER), removing, removing = 1, name, id, resume, info, name, position,
           first_last, labels, pending, foreign_files, options
    FROM torrents WHERE removing <> 0;
DELETE FROM torrents WHERE removing <> 0;
ALTER TABLE torrents DROP COLUMN removing
""",  # noqa: S608
}
"""What makes a database of the next version of one that is older."""
ROW = "id, resume, info, name, position, first_last, labels, pending, foreign_files, options"
"""The columns that make a `Row`."""
_GENERATIONS = 2
_DAY = 24 * 3600
_HEADER = 100
"""Bytes at the beginning of every SQLite database."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Everything else that SQLite reports - no space, no permission, a lock - says nothing against the file."""


class DamagedError(sqlite3.DatabaseError):
    """The file is there and is no database that can be used."""


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
            if not _is_damage(error):
                raise
            log.warning("The database %s is damaged: %s", path, error)
            self._db = self._recover()
        self._keep_generation()

    def rows(self, batch: int = 500) -> Iterator[list[Row]]:
        """All torrents in the order of the queue, in batches."""
        cursor = self._db.execute(
            f"SELECT {ROW} FROM torrents ORDER BY position IS NULL, position, rowid"  # noqa: S608
        )
        while found := cursor.fetchmany(batch):
            yield [read_row(row) for row in found]

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds, for other tables."""
        return self._db.execute(query, values).fetchall()

    def resume(self, id: str) -> bytes | None:
        """The resume data of one torrent."""
        found = self._db.execute("SELECT resume FROM torrents WHERE id = ?", (id,)).fetchone()
        return None if found is None else bytes(found[0])

    def put(self, row: Row) -> None:
        """Stores a whole torrent, new or known. Raises EngineError, as every method that writes."""
        labels = "\n".join(row.labels)
        with self.writing() as db:
            db.execute(
                f"INSERT OR REPLACE INTO torrents ({ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (
                    *(row.id, row.resume, row.info, row.name, row.position, row.first_last, labels),
                    *(row.pending, row.foreign, row.options),
                ),
            )

    def save(self, batch: Batch) -> None:
        """Stores one batch of changes; unknown ids are ignored."""
        with self.writing() as db:
            db.executemany("UPDATE torrents SET resume = ? WHERE id = ?", _swapped(batch.resumes))
            db.executemany("UPDATE torrents SET info = ? WHERE id = ?", _swapped(batch.infos))
            db.executemany("UPDATE torrents SET position = ? WHERE id = ?", _swapped(batch.positions))
            db.executemany("UPDATE torrents SET first_last = ? WHERE id = ?", _swapped(batch.first_last))
            labels = {id: "\n".join(found) for id, found in batch.labels.items()}
            db.executemany("UPDATE torrents SET labels = ? WHERE id = ?", _swapped(labels))
            db.executemany("UPDATE torrents SET pending = ? WHERE id = ?", _swapped(batch.pending))
            db.executemany("UPDATE torrents SET options = ? WHERE id = ?", _swapped(batch.options))
            db.executemany("UPDATE torrents SET name = ? WHERE id = ?", _swapped(batch.names))
        # A program that runs for weeks has yesterday's copy too.
        if time.monotonic() - self._kept > _DAY:
            self._keep_generation()

    def set_foreign(self, id: str, foreign: str | None) -> None:
        """Notes which files were there before a torrent, as `provenance.encode` writes them."""
        with self.writing() as db:
            db.execute("UPDATE torrents SET foreign_files = ? WHERE id = ?", (foreign, id))

    def delete(self, ids: Iterable[str]) -> None:
        """Forgets torrents."""
        with self.writing() as db:
            db.executemany("DELETE FROM torrents WHERE id = ?", [(i,) for i in ids])

    def meta(self, key: str) -> bytes | None:
        """A stored value that belongs to no torrent, such as the DHT's state."""
        found = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if found is None else bytes(found[0])

    def set_meta(self, key: str, value: bytes) -> None:
        """Stores a value that belongs to no torrent."""
        with self.writing() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def sync(self) -> None:
        """Has all that was stored survive a power cut too: what comes later is written later."""
        with self.writing() as db:
            db.execute("PRAGMA wal_checkpoint(FULL)").fetchone()

    def close(self) -> None:
        """Ends the use of the database."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; raises EngineError if the disk did not take it."""
        try:
            with self._db:
                yield self._db
        except sqlite3.Error as error:
            raise EngineError(unsaved_sentence(self.path, error)) from error

    def _open(self, *, fresh: bool = False) -> sqlite3.Connection:
        if not fresh and self._size() < _HEADER and any(copy.exists() for copy in self._copies()):
            # SQLite would take it for a new database.
            raise DamagedError("the file is empty or gone")
        db = sqlite3.connect(self.path)
        try:
            # Ours alone, so that the index of the log needs no file: a full disk keeps nobody from their torrents.
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            self._bring_up_to_date(db, self._check(db))
        except BaseException:
            db.close()
            raise
        return db

    def _bring_up_to_date(self, db: sqlite3.Connection, version: int) -> None:
        """Makes the tables, or those of an older version what they are now: all of it or nothing."""
        if version == _VERSION:
            return
        steps = [_MIGRATIONS[each] for each in range(version, _VERSION)] if version else [_SCHEMA, _REMOVED]
        db.executescript(";".join(["BEGIN", *steps, f"PRAGMA user_version = {_VERSION}", "COMMIT"]))

    def _check(self, db: sqlite3.Connection) -> int:
        """The version of a database that can be used. Raises DamagedError, or EngineError if it is of the future."""
        check = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if check != "ok":
            raise DamagedError(check)
        version: int = db.execute("PRAGMA user_version").fetchone()[0]
        if version > _VERSION:
            raise EngineError(newer_sentence(self.path))
        return version

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def _generation(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")

    def _copies(self) -> list[Path]:
        return [self._generation(number) for number in range(1, _GENERATIONS + 1)]

    def _recover(self) -> sqlite3.Connection:
        """Puts the newest good copy in the damaged file's place; a kill on the way leaves it all to the next start."""
        aside = None
        if self.path.exists():
            aside = self.path.with_name(f"{self.path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
        logs = [(self.path.with_name(self.path.name + suffix), suffix) for suffix in ("-wal", "-shm")]
        if aside is not None:
            _keep(self.path, aside)
            for leftover, suffix in logs:
                if leftover.exists():
                    _keep(leftover, aside.with_name(aside.name + suffix))
        used = next((copy for copy in self._copies() if copy.exists() and self._prepare(copy)), None)
        for leftover, _ in logs:
            # It would be taken for the log of the copy.
            leftover.unlink(missing_ok=True)
        if used is None:
            self.path.unlink(missing_ok=True)
        else:
            self._unfinished().replace(self.path)
        self.notices.append(damaged_sentence(aside, used))
        return self._open(fresh=True)

    def _prepare(self, copy: Path) -> bool:
        """Whether the copy is good; it then lies beside the database, safe on the disk."""
        new = self._unfinished()
        shutil.copyfile(copy, new)
        try:
            # Read as it is: nothing is made beside it.
            with closing(sqlite3.connect(f"{new.as_uri()}?immutable=1", uri=True)) as db:
                self._check(db)
        except (sqlite3.DatabaseError, EngineError) as error:
            log.warning("The copy %s can't be used either: %s", copy, error)
            new.unlink()
            return False
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        return True

    def _unfinished(self) -> Path:
        return self.path.with_name(self.path.name + ".new")

    def _keep_generation(self) -> None:
        """Copies the database once a day; what goes wrong there must not keep anybody from their torrents."""
        self._kept = time.monotonic()
        unfinished = self._unfinished()
        try:
            newest = self._generation(1)
            if newest.exists() and 0 <= time.time() - newest.stat().st_mtime < _DAY:
                return
            if not self._db.execute("SELECT EXISTS (SELECT 1 FROM torrents)").fetchone()[0]:
                return
            unfinished.unlink(missing_ok=True)
            with closing(sqlite3.connect(unfinished)) as copy:
                self._db.backup(copy)
            for number in range(_GENERATIONS, 1, -1):
                older = self._generation(number - 1)
                if older.exists():
                    older.replace(self._generation(number))
            unfinished.replace(newest)
        except (OSError, sqlite3.Error) as error:
            log.warning("No copy of %s could be kept: %s", self.path, error)
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def read_row(found: tuple[Any, ...]) -> Row:
    """A torrent as the columns of `ROW` tell it."""
    id, resume, info, name, position, first_last, labels, *rest = found
    return Row(id, resume, info, name, position, bool(first_last), _split(labels), *rest)


def _keep(damaged: Path, aside: Path) -> None:
    """Gives a file a second name, or a copy where there are no hard links."""
    try:
        os.link(damaged, aside)
    except FileExistsError:
        log.warning("%s is kept as %s already", damaged, aside)
    except OSError:
        shutil.copyfile(damaged, aside)


def _split(labels: str) -> tuple[str, ...]:
    return tuple(labels.split("\n")) if labels else ()


def _swapped(changes: dict[str, Any]) -> list[tuple[Any, str]]:
    return [(value, id) for id, value in changes.items()]


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, DamagedError) or code & 0xFF in _DAMAGED


def unsaved_sentence(path: Path, error: sqlite3.Error) -> str:
    """What is told when the disk does not take a change."""
    return translate(
        "Engine", "The list of torrents can't be saved in {path}: {message}. Make sure that there is space."
    ).format(path=path, message=str(error).rstrip("."))


def newer_sentence(path: Path) -> str:
    """What is told of a database in a format of the future."""
    return translate(
        "Engine", "{path} was written by a newer version of Starling: start that version, or choose another profile."
    ).format(path=path)


def damaged_sentence(aside: Path | None, copy: Path | None) -> str:
    """What is told after a database was replaced by `copy`, or by an empty one; it was gone if there is no `aside`."""
    when = "" if copy is None else time.strftime("%Y-%m-%d %H:%M", time.localtime(copy.stat().st_mtime))
    if aside is None and copy is None:
        return translate(
            "Engine",
            "The list of torrents was gone and no copy of it could be read: the list starts empty, your downloads "
            "are untouched.",
        )
    if aside is None:
        return translate("Engine", "The list of torrents was gone, so its copy of {when} is used.").format(when=when)
    if copy is None:
        return translate(
            "Engine",
            "The list of torrents was damaged and no copy of it could be read: the list starts empty, your downloads "
            "are untouched. The damaged file is kept as {aside}.",
        ).format(aside=aside)
    return translate(
        "Engine",
        "The list of torrents was damaged, so its copy of {when} is used. The damaged file is kept as {aside}.",
    ).format(when=when, aside=aside)
