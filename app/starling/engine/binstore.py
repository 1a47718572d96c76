# SPDX-License-Identifier: GPL-3.0-or-later
"""The removed torrents in the database: a row leaves the list and enters here in one transaction, and back again.

So a torrent is in the one or in the other whenever a kill comes. As the store it lives on the worker thread.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starling.engine.bintrash import Move
from starling.engine.rows import Removal, Row
from starling.engine.store import ROW, Store, read_row
from starling.removed import Removed


@dataclass(frozen=True, slots=True)
class Leaver:
    """A torrent that goes, as it shall be shown afterwards."""

    id: str
    name: str
    size: int
    save_path: str
    others: tuple[int, ...] = ()
    """See `Notes`."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is needed to bring its files back."""

    moves: tuple[Move, ...] = ()
    stamp: str = ""
    """What `bindisk.stamp` gave; empty if nothing is known of how the files were."""
    others: tuple[int, ...] = ()
    """The files that other torrents in the list have too: they stay."""

    def encode(self) -> bytes:
        """As it is stored."""
        moves = [(move.origin, move.place, move.deleted) for move in self.moves]
        # A name that is no UTF-8 has lone surrogates, which JSON writes as escapes.
        return zlib.compress(json.dumps({"moves": moves, "stamp": self.stamp, "others": self.others}).encode())

    @classmethod
    def decode(cls, data: bytes | None) -> "Notes":
        """What was stored; nothing if it can't be read, and the files are checked then."""
        if not data:
            return cls()
        try:
            found = json.loads(zlib.decompress(data))
            moves = tuple(Move(*map(str, move)) for move in found["moves"])
            return cls(moves, str(found["stamp"]), tuple(map(int, found.get("others", ()))))
        except (zlib.error, ValueError, KeyError, TypeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Entry:
    """A removed torrent with all that makes it what it was."""

    removed: Removed
    todo: Removal
    """What has to be done to its files yet."""
    notes: Notes
    row: Row


class BinStore:
    """Reads and writes the table; what writes raises EngineError if the disk does not take it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, leavers: Sequence[Leaver], kind: Removal, at: int) -> dict[str, int]:
        """Takes torrents out of the list; their numbers by id. From here on a kill finds them here."""
        numbers: dict[str, int] = {}
        with self._store.writing() as db:
            (batch,) = db.execute(
                "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'removed'"
            ).fetchone()
            columns = _columns(db)
            insert = (
                f"INSERT INTO removed (batch, at, todo, trashed, shown, size, save_path, notes, {columns})"  # noqa: S608
                f" SELECT ?, ?, ?, ?, ?, ?, ?, ?, {columns} FROM torrents WHERE id = ?"
            )
            for one in leavers:
                facts = (batch, at, kind, kind is Removal.WITH_DATA, one.name, one.size, _plain(one.save_path))
                # Whoever finishes it after a kill must know.
                notes = Notes(others=one.others).encode() if one.others else None
                cursor = db.execute(insert, (*facts, notes, one.id))
                if cursor.rowcount and cursor.lastrowid is not None:
                    numbers[one.id] = cursor.lastrowid
            db.executemany("DELETE FROM torrents WHERE id = ?", [(one.id,) for one in leavers])
        return numbers

    def done(self, notes: Mapping[int, Notes]) -> None:
        """Nothing has to be done to the files of these any more: they can come back from now on."""
        with self._store.writing() as db:
            found = [(each.encode(), number) for number, each in notes.items()]
            db.executemany("UPDATE removed SET todo = 0, notes = ? WHERE number = ?", found)

    def relabel(self, name: str, other: str = "") -> list[int]:
        """Gives those that have a label another one instead, none if it is empty; their numbers."""
        having = [(number, there) for number, labels in self._labels() if name in (there := labels.split("\n"))]
        with self._store.writing() as db:
            for number, there in having:
                names = dict.fromkeys(other if one == name else one for one in there)
                text = "\n".join(filter(None, names))
                db.execute("UPDATE removed SET labels = ? WHERE number = ?", (text, number))
        return [number for number, _ in having]

    def label(self, numbers: Iterable[int], name: str) -> None:
        """Gives these a label, behind those they have."""
        wanted = set(numbers)
        with self._store.writing() as db:
            for number, labels in self._labels():
                if number in wanted:
                    text = "\n".join(dict.fromkeys(filter(None, [*labels.split("\n"), name])))
                    db.execute("UPDATE removed SET labels = ? WHERE number = ?", (text, number))

    def _labels(self) -> list[tuple[int, str]]:
        return [(number, labels) for number, labels in self._store.read("SELECT number, labels FROM removed")]

    def drop(self, numbers: Iterable[int]) -> None:
        """Forgets removed torrents."""
        with self._store.writing() as db:
            db.executemany("DELETE FROM removed WHERE number = ?", [(number,) for number in numbers])

    def give_back(self, entries: Mapping[int, bytes | None]) -> set[int]:
        """Puts torrents into the list again, those that have one with other resume data; the numbers of all that could.

        One that is in the list already stays here.
        """
        back = set()
        with self._store.writing() as db:
            columns = _columns(db)
            insert = (
                f"INSERT INTO torrents ({columns}) SELECT {columns} FROM removed AS gone WHERE number = ?"  # noqa: S608
                " AND NOT EXISTS (SELECT 1 FROM torrents WHERE torrents.id = gone.id)"
            )
            for number, resume in entries.items():
                if resume is not None:
                    db.execute("UPDATE removed SET resume = ? WHERE number = ?", (resume, number))
                if db.execute(insert, (number,)).rowcount:
                    back.add(number)
            db.executemany("DELETE FROM removed WHERE number = ?", [(number,) for number in back])
        return back

    def listed(self) -> list[Removed]:
        """Those that can come back, the last one first."""
        query = f"SELECT {_SHOWN} FROM removed WHERE todo = 0 ORDER BY batch DESC, number"  # noqa: S608
        return [_removed(found) for found in self._store.read(query)]

    def unfinished(self) -> list[Entry]:
        """Those whose removal a kill has cut short."""
        return list(self._entries("todo <> 0", ()))

    def entries(self, numbers: Iterable[int]) -> list[Entry]:
        """Those of these that can come back, in the order of the queue that they were in."""
        found = [entry for number in numbers for entry in self._entries("todo = 0 AND number = ?", (number,))]
        return sorted(found, key=_place)

    def expired(self, before: float) -> list[int]:
        """The numbers of those that were removed before a moment, Unix seconds."""
        return [
            number for (number,) in self._store.read("SELECT number FROM removed WHERE todo = 0 AND at < ?", before)
        ]

    def ids(self) -> set[str]:
        """The torrents that are here."""
        return {id for (id,) in self._store.read("SELECT DISTINCT id FROM removed")}

    def numbers(self) -> set[int]:
        """All of them."""
        return {number for (number,) in self._store.read("SELECT number FROM removed")}

    def _entries(self, where: str, values: tuple[object, ...]) -> Iterator[Entry]:
        query = f"SELECT {_SHOWN}, todo, notes, {ROW} FROM removed WHERE {where}"  # noqa: S608
        for found in self._store.read(query, *values):
            shown, (todo, notes), row = found[:8], found[8:10], found[10:]
            yield Entry(_removed(shown), Removal(todo), Notes.decode(notes), read_row(row))


_SHOWN = "number, batch, id, shown, size, at, save_path, trashed"


def _removed(found: tuple[int, int, str, str, int, int, str, int]) -> Removed:
    return Removed(*found[:7], trashed=bool(found[7]))


def _place(entry: Entry) -> tuple[bool, int, int]:
    position = entry.row.position
    return position is None, position or 0, entry.removed.number


def _columns(db: sqlite3.Connection) -> str:
    """What the list knows of a torrent, all of it."""
    return ", ".join(str(name) for _, name, *_ in db.execute("PRAGMA table_info(torrents)"))


def _plain(path: str) -> str:
    """SQLite takes no lone surrogates."""
    return path.encode("utf-8", "replace").decode()
