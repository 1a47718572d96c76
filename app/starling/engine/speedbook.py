# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that rates are kept in: a journal of the last minutes, and chunks in three resolutions it is folded into.

Ten seconds of one torrent are a block: five rows (`CHANNELS`) of ten numbers, as they were measured, and two peaks.
Blocks are appended every ten seconds, so that a kill costs no more than that; every few minutes `speedfold` adds them
to the chunks, which are packed. Everything here adds: what is written twice for one second, before and after a restart,
is the sum. Runs in the thread of the annals.
"""

import json
import sqlite3
import sys
import time
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain
from operator import add, sub
from typing import NamedTuple, TypeVar

from starling.speed import MEAN

T = TypeVar("T")

DOWN, UP, DOWN_OVERHEAD, UP_OVERHEAD, ON, DOWN_PEAK, UP_PEAK = range(7)
"""Rows of a chunk. Bytes; `ON` milliseconds in which the program ran, only of all torrents together; the peaks,
bytes/s of the best `MEAN` seconds that end within, are left out where a second is the step."""

CHANNELS = 5
"""Rows of a block, without the peaks."""
BLOCK = 10
"""Seconds of a block, which begins at a multiple of it."""
_NUMBERS = CHANNELS * BLOCK + 2
"""Of a block: the last two are its peaks, down and up."""
ALL = ""
"""The id that stands for all torrents together."""

Event = tuple[int, int, int]
"""A moment and the limits that hold from then on, down and up, bytes/s; 0 = none."""


class Level(NamedTuple):
    """One resolution."""

    step: int
    """Seconds of a number."""
    numbers: int
    """Numbers in a row of a chunk."""
    keep: int
    """Seconds after which a chunk goes."""

    @property
    def span(self) -> int:
        """Seconds of a chunk, which begins at a multiple of it."""
        return self.step * self.numbers

    @property
    def channels(self) -> int:
        """Rows of a chunk."""
        return CHANNELS if self.step == 1 else 7


LEVELS = (Level(1, 300, 3900), Level(10, 360, 25 * 3600), Level(300, 288, 8 * 86_400))

_BREATH = 0.001
_AT_ONCE = 64
"""Chunks that are read between two breaths, in which the other threads have the interpreter for themselves."""
_LOOKED_UP = 50
"""So many torrents, and no more, are looked up one by one."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS speed_of (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS speed_journal (
    number INTEGER PRIMARY KEY, of INTEGER NOT NULL, start INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS speed_journal_of ON speed_journal (of, start);
CREATE TABLE IF NOT EXISTS speed_chunks (
    level INTEGER NOT NULL, start INTEGER NOT NULL, of INTEGER NOT NULL, data BLOB NOT NULL,
    UNIQUE (level, start, of)
) STRICT;
CREATE INDEX IF NOT EXISTS speed_chunks_of ON speed_chunks (of);
CREATE TABLE IF NOT EXISTS speed_limits (
    of INTEGER NOT NULL, at INTEGER NOT NULL, down INTEGER NOT NULL, up INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS speed_limits_of ON speed_limits (of, at);
CREATE TABLE IF NOT EXISTS speed_last (one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL) STRICT;
"""


def block() -> "array[int]":
    """An empty block."""
    return array("Q", bytes(8 * _NUMBERS))


def crown(data: "array[int]", before: "array[int] | None") -> None:
    """Sets a block's peaks; `before` is the block of the ten seconds before, if anything moved then."""
    for place, first in ((-2, DOWN * BLOCK), (-1, UP * BLOCK)):
        values = data[first : first + BLOCK]
        if before is not None:
            values = before[first + BLOCK - MEAN + 1 : first + BLOCK] + values
        data[place] = int(max(means(values, BLOCK)))


def means(values: "array[int]", count: int) -> Iterator[float]:
    """For each of the last `count` seconds, bytes/s of the `MEAN` seconds that end with it; before `values` is zero."""
    lead = bytes(8 * max(0, count + MEAN - 1 - len(values)))
    upto = list(accumulate(chain(array("Q", lead), values), initial=0))[-count - MEAN :]
    return (moved / MEAN for moved in map(sub, upto[MEAN:], upto))


def peaks(data: "array[int]") -> "array[int]":
    """The peaks of a block, down and up."""
    return data[-2:]


def write(
    db: sqlite3.Connection,
    blocks: Sequence[tuple[int, Mapping[str, "array[int]"]]],
    limits: Sequence[tuple[str, Event]],
    now: int,
) -> None:
    """Appends blocks by id, of several starts, and changes of limits; `now` is the moment until which was measured."""
    db.execute("INSERT OR REPLACE INTO speed_last VALUES (1, ?)", (now,))
    numbers: dict[str, int] = {}
    for start, found in blocks:
        db.executemany(
            "INSERT INTO speed_journal (of, start, data) VALUES (?, ?, ?)",
            [(_number(db, id, numbers), start, _journalled(data)) for id, data in found.items()],
        )
    for id, (at, down, up) in limits:
        of = _number(db, id, numbers)
        last = db.execute("SELECT down, up FROM speed_limits WHERE of = ? ORDER BY at DESC LIMIT 1", (of,)).fetchone()
        if last != (down, up):
            db.execute("INSERT INTO speed_limits VALUES (?, ?, ?, ?)", (of, at, down, up))


def load(
    db: sqlite3.Connection,
    ids: Sequence[str],
    level: Level,
    start: int,
    count: int,
    wanted: Callable[[], bool] = lambda: True,
) -> list["array[int]"]:
    """The seven rows of these torrents together, `count` numbers each from `start` on (a multiple of the step).

    `ON` is always that of all torrents together. The peaks of several torrents are not their sum, for they may have
    come at different times: the best single one, or the sum's own average where that is more. What it takes goes with
    the torrents that moved, not with those that are asked about; it ends early once nobody has it `wanted`.
    """
    rows = [array("Q", bytes(8 * count)) for _ in range(7)]
    for _ in loading(db, rows, ids, level, start, wanted):
        pass
    return rows


def loading(
    db: sqlite3.Connection,
    rows: "list[array[int]]",
    ids: Sequence[str],
    level: Level,
    start: int,
    wanted: Callable[[], bool],
) -> Iterator[None]:
    """The same into these rows, bit by bit: as long as nothing is folded, others may have their turn in between."""
    window = _Window(rows, level, start, len(rows[0]), wanted)
    numbers = dict(db.execute("SELECT id, number FROM speed_of"))
    # What is written from here on is in the journal, and not looked at any more.
    every = window.read(db, {numbers[ALL]}, (ON,)) if ALL in numbers else iter(())
    own = window.read(
        db,
        {numbers[id] for id in ids if id in numbers},
        (DOWN, UP, DOWN_OVERHEAD, UP_OVERHEAD),
        (DOWN_PEAK, UP_PEAK) if level.step > 1 else (),
    )
    next(every, None)
    next(own)
    yield
    yield from every
    yield from own
    if level.step == 1:
        rows[DOWN_PEAK], rows[UP_PEAK] = rows[DOWN][:], rows[UP][:]
    elif len(ids) > 1:
        for peak, flow in ((DOWN_PEAK, DOWN), (UP_PEAK, UP)):
            rows[peak] = array("Q", map(max, rows[peak], (value // level.step for value in rows[flow])))


class _Window(NamedTuple):
    """Rows that chunks and blocks are put into, as far as they lie in it."""

    rows: "list[array[int]]"
    level: Level
    start: int
    length: int
    wanted: Callable[[], bool]

    def read(
        self, db: sqlite3.Connection, of: Set[int], added: Sequence[int], peaks: Sequence[int] = ()
    ) -> Iterator[None]:
        """The numbers of these torrents: rows that are added up, and rows of which the highest counts.

        The journal at once, then the chunks of one time after the other.
        """
        level, end = self.level, self.start + self.length * self.level.step
        which, these = _which(of)
        query = f"SELECT start, data FROM speed_journal WHERE start > ? AND start < ? AND {which}"  # noqa: S608
        journal = self._unhurried(db.execute(query, (self.start - BLOCK, end, these)))
        begins: dict[int, list[array[int]]] = {}
        for at, rows in _resolved(((begun, read_block(data)) for begun, data in journal), level):
            begins.setdefault(at, []).append(array("Q", chain.from_iterable(rows)))
        for at, blocks in begins.items():
            length = len(blocks[0]) // level.channels
            self._put(at, length, _together(self._unhurried(blocks), length, added, peaks))
        yield
        query = f"SELECT data FROM speed_chunks WHERE level = ? AND start = ? AND {which}"  # noqa: S608
        for begun in range(self.start - self.start % level.span, end, level.span):
            found = (read_chunk(data) for (data,) in db.execute(query, (LEVELS.index(level), begun, these)))
            self._put(begun, level.numbers, _together(self._unhurried(found), level.numbers, added, peaks))
            yield

    def _unhurried(self, found: Iterable[T]) -> Iterator[T]:
        """Gives the interpreter to the other threads now and then, and ends early if nobody waits any more."""
        for turn, each in enumerate(found, 1):
            yield each
            if not turn % _AT_ONCE:
                if not self.wanted():
                    return
                time.sleep(_BREATH)

    def _put(self, begun: int, length: int, found: "Mapping[int, array[int]]") -> None:
        offset = (begun - self.start) // self.level.step
        skipped = max(0, -offset)
        place = slice(offset + skipped, min(offset + length, self.length))
        for row, values in found.items():
            join = max if row in (DOWN_PEAK, UP_PEAK) else add
            within = values[skipped : skipped + place.stop - place.start]
            self.rows[row][place] = array("Q", map(join, self.rows[row][place], within))


def _which(of: Set[int]) -> tuple[str, str]:
    """The condition that a row is of one of these torrents, and its parameter."""
    # Many are not looked up one by one: most of them have not moved. The plus keeps the index from being used for it.
    among = "of IN (SELECT value FROM json_each(?))"
    return among if len(of) <= _LOOKED_UP else "+" + among, json.dumps(list(of))


def _together(
    found: Iterable["array[int]"], length: int, added: Sequence[int], peaks: Sequence[int]
) -> "dict[int, array[int]]":
    """Rows of several chunks of `length` numbers as one. Empty if there is none."""
    totals = dict.fromkeys(added, 0)
    rows: dict[int, array[int]] = {}
    for chunk in found:
        for row in added:
            # As one long number: no sum of bytes reaches beyond its 64 bits, and this is ten times as fast.
            totals[row] += int.from_bytes(chunk[row * length : (row + 1) * length], sys.byteorder)
        for row in peaks:
            values = chunk[row * length : (row + 1) * length]
            rows[row] = array("Q", map(max, rows[row], values)) if row in rows else values
    for row, total in totals.items():
        if total:
            rows[row] = array("Q", total.to_bytes(8 * length, sys.byteorder))
    return rows


def _resolved(blocks: Iterable[tuple[int, "array[int]"]], level: Level) -> Iterator[tuple[int, list["array[int]"]]]:
    """Blocks as a level has them: where they begin, and the numbers of each row."""
    for start, data in blocks:
        rows = [data[row * BLOCK : (row + 1) * BLOCK] for row in range(CHANNELS)]
        if level.step > 1:
            rows = [array("Q", (number,)) for number in (*map(sum, rows), *peaks(data))]
        yield start - start % max(BLOCK, level.step), rows


def _number(db: sqlite3.Connection, id: str, known: dict[str, int]) -> int:
    if id not in known:
        found = db.execute("SELECT number FROM speed_of WHERE id = ?", (id,)).fetchone()
        query = "INSERT INTO speed_of (id) VALUES (?) RETURNING number"
        (known[id],) = found or db.execute(query, (id,)).fetchone()
    return known[id]


def put_chunk(db: sqlite3.Connection, number: int, start: int, of: int, chunk: "array[int]") -> None:
    """Writes the chunk of a level, by its number, in the place of what was there."""
    db.execute(
        "INSERT INTO speed_chunks (level, start, of, data) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (level, start, of) DO UPDATE SET data = excluded.data",
        (number, start, of, zlib.compress(_ordered(chunk).tobytes(), 1)),
    )


def read_chunk(data: bytes) -> "array[int]":
    """The numbers of a chunk, row by row."""
    chunk = array("Q")
    chunk.frombytes(zlib.decompress(data))
    return _ordered(chunk)


def _journalled(data: "array[int]") -> bytes:
    try:
        narrow = array("I", data)
    except OverflowError:
        # Half as wide: no second has more than 4 GB.
        narrow = array("I", (min(value, 0xFFFFFFFF) for value in data))
    return _ordered(narrow).tobytes()


def read_block(data: bytes) -> "array[int]":
    """A block of the journal."""
    narrow = array("I")
    narrow.frombytes(data)
    wide = array("Q", _ordered(narrow))
    # Earlier versions kept no peaks.
    wide.frombytes(bytes(8 * (_NUMBERS - len(wide))))
    return wide


def _ordered(values: "array[int]") -> "array[int]":
    """On disk the numbers are little-endian, whatever machine wrote them."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values
