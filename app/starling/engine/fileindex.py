# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of all files of all torrents in one SQLite file, searched within a frame or two.

A row per torrent holds its paths as one text, without case and accents: an empty line, the folder in which all of them
lie with the "/" after it, and a line for each path below; and the extensions there are. Reading all of it takes
10-40 ms for 500,000 files; a trigram index (FTS5) is quicker for long words, but takes three times the space and fifty
times the time to fill, knows no words of two letters, and not every SQLite has it.

Nothing here is the only copy of anything: what is missing, damaged or of another version is made anew.
"""

import logging
import re
import sqlite3
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from starling import filequery
from starling.spelling import folded
from starling.torrent import File

log = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE torrents (
    id         TEXT PRIMARY KEY,
    stamp      INTEGER NOT NULL,
    extensions TEXT NOT NULL,
    names      TEXT NOT NULL,
    sizes      BLOB NOT NULL
) STRICT
"""
_VERSION = zlib.crc32(f"2 {unicodedata.unidata_version}".encode()) & 0x7FFFFFFF
"""Of the layout, and of the tables that letters are folded by."""
_EXTENSION = re.compile(r"\.[^.\n]+\n")
_LONGEST = 1_000
"""Characters of a text to look for; no name has more."""
_MEMORY = ":memory:"
_MEANT = re.compile(r"[*?\[]")
"""What means something else to SQLite's GLOB."""


class FileIndex:
    """Torrent id -> the names inside; every method belongs to one worker thread, where the first opens the file.

    All but `close` and `renew` raise sqlite3.Error when the file can't be used: `renew` then begins with an empty one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: sqlite3.Connection | None = None
        self._stamps: dict[str, int] = {}
        self._renewed = False

    def ids(self) -> set[str]:
        """The torrents whose names are here."""
        self._db()
        return set(self._stamps)

    def stamp(self, id: str) -> int | None:
        """The stamp with which a torrent's names were saved."""
        self._db()
        return self._stamps.get(id)

    def save(self, entries: Iterable[tuple[str, int, Sequence[File]]], gone: Iterable[str] = ()) -> None:
        """Takes names in and lets others go, in one transaction; `entries` are torrent id, stamp, files."""
        rows = [_row(*entry) for entry in entries]
        left = list(gone)
        with self._db() as db:
            db.executemany("INSERT OR REPLACE INTO torrents VALUES (?, ?, ?, ?, ?)", rows)
            db.executemany("DELETE FROM torrents WHERE id = ?", [(id,) for id in left])
        self._stamps.update((id, stamp) for id, stamp, *_ in rows)
        for id in left:
            self._stamps.pop(id, None)

    def find(self, text: str) -> frozenset[str]:
        """Ids of the torrents with a file that the text finds, see `filequery.matcher`."""
        text = text[:_LONGEST].replace("\n", " ")
        sought = filequery.needles(text)
        matches = filequery.folded_matcher(text)
        if matches is None:
            return frozenset()
        sides = [[_glob(needle) for needle in either] for either in sought.wanted]
        rule = " AND ".join(
            ["1", *(f"({' OR '.join(f'{column} GLOB ?' for column, _ in either)})" for either in sides)]
        )
        globs = [glob for either in sides for _, glob in either]
        # Nothing of the text stands in the statement itself.
        if sought.exact:
            rows = self._db().execute(f"SELECT id FROM torrents WHERE {rule}", globs)  # noqa: S608
            return frozenset(id for (id,) in rows)
        rows = self._db().execute(f"SELECT id, names, sizes FROM torrents WHERE {rule}", globs)  # noqa: S608
        telling = sorted(
            (either[0].lstrip("\n") for either in sought.wanted if len(either) == 1), key=len, reverse=True
        )
        return frozenset(id for id, names, sizes in rows if _holds(matches, names, sizes, telling))

    def renew(self) -> None:
        """Begins anew with nothing in it; where the disk takes no file, or loses it twice, in memory."""
        self.close()
        self._stamps = {}
        if not self._renewed:
            self._renewed = True
            try:
                for suffix in ("", "-wal", "-shm", "-journal"):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
                self._opened = _open(self._path)
            except (OSError, sqlite3.Error) as error:
                log.warning("The index of file names can't be kept in %s: %s", self._path, error)
            else:
                return
        self._opened = _open(_MEMORY)

    def close(self) -> None:
        """Ends the use of the file."""
        db, self._opened = self._opened, None
        if db is not None:
            db.close()

    def _db(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = _open(self._path)
            self._stamps = dict(self._opened.execute("SELECT id, stamp FROM torrents"))
        return self._opened


def _open(path: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    try:
        # Ours alone, as the state database: the log's index needs no file.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if not version and not db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            with db:
                db.execute(_SCHEMA)
                db.execute(f"PRAGMA user_version = {_VERSION}")
        elif version != _VERSION:
            raise sqlite3.DatabaseError("it is of another version")
        elif (check := db.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(check)
    except BaseException:
        db.close()
        raise
    return db


def _row(id: str, stamp: int, files: Sequence[File]) -> tuple[str, int, str, str, bytes]:
    paths = [file.path.replace("\n", " ") for file in files]
    top = paths[0].partition("/")[0] + "/" if paths else ""
    if not all(path.startswith(top) for path in paths):
        top = ""
    lines = [folded(path[len(top) :]) for path in paths]
    extensions = {line.rpartition(".")[2] for line in lines if "." in line}
    sizes = array("q", [file.size for file in files]).tobytes()
    return id, stamp, _lined(sorted(extensions)), _lined([folded(top), *lines]), sizes


def _lined(texts: Sequence[str]) -> str:
    return "\n".join(["", *texts, ""])


def _glob(needle: str) -> tuple[str, str]:
    """Where to look for one of `filequery.Needles`, and for what."""
    glob = "*" + _MEANT.sub(r"[\g<0>]", needle) + "*"
    if _EXTENSION.fullmatch(needle):
        return "extensions", glob.replace(".", "\n", 1)
    return "names", glob


def _holds(matches: filequery.Predicate, names: str, sizes: bytes, telling: Sequence[str]) -> bool:
    """Whether one of the files matches; `telling` stands somewhere in all that do, the longest first."""
    ends = names.index("\n", 1)
    top = names[1:ends]
    needle = next((needle for needle in telling if needle not in top), "\n")
    counted = array("q", sizes)
    return any(matches(top + line, counted[number]) for number, line in _lines(names, ends + 1, needle))


def _lines(names: str, start: int, needle: str) -> Iterator[tuple[int, str]]:
    """The lines from `start` on that hold the needle, which may end with the line's end, and their numbers."""
    number = 0
    while (at := names.find(needle, start)) >= 0:
        number += names.count("\n", start, at)
        end = names.index("\n", at)
        yield number, names[names.rindex("\n", 0, at) + 1 : end]
        start = end + 1
        number += 1
