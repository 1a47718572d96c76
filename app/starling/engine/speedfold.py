# SPDX-License-Identifier: GPL-3.0-or-later
"""Folds the journal of rates into the chunks, and drops what is old, gone or told by a wrong clock: bit by bit.

Each function is one transaction of some milliseconds and says where the next one goes on, for others have questions to
the annals meanwhile; whatever was done until then is whole. Runs in the thread of the annals.
"""

import sqlite3
import sys
import time
from array import array
from collections.abc import Iterable, Mapping

from starling.engine.speedbook import (
    ALL,
    BLOCK,
    CHANNELS,
    LEVELS,
    Event,
    Level,
    peaks,
    put_chunk,
    read_block,
    read_chunk,
)

_TURN = 0.015
"""Seconds after which a transaction ends."""
_BREATH = 0.001
_BETWEEN = 4
"""Torrents between two breaths in which the other threads have the interpreter for themselves."""
_AT_ONCE = 50
"""Torrents that are read at once."""
_ROWS = 100
"""Rows that are deleted at once."""
_MOST_BYTES = 96_000_000
"""Packed chunks beyond this go, the oldest of the finer resolutions first: thousands of torrents were busy all day."""
_FUTURE = 86_400
"""Seconds by which a clock may have been ahead; what lies further ahead speaks of a clock that is wrong now."""
_GONE = "-"
"""What the id of a torrent begins with that is gone, until its rows are too."""

Place = tuple[int, int]
"""A level, and the torrent in it that was done last."""
BEGIN: Place = 0, 0


def begin(db: sqlite3.Connection) -> tuple[int | None, dict[str, list[Event]]]:
    """The moment at which was written last, None if never; and the limits there were, by id."""
    found: dict[str, list[Event]] = {}
    query = "SELECT id, at, down, up FROM speed_limits JOIN speed_of ON speed_of.number = of ORDER BY at"
    for id, at, down, up in db.execute(query):
        found.setdefault(id, []).append((at, down, up))
    last = db.execute("SELECT at FROM speed_last").fetchone()
    return (last[0] if last else None), found


def fold(db: sqlite3.Connection, after: int = 0) -> int | None:
    """Adds to the chunks what the journal has of torrents `after` this one; the last one done, None if all are."""
    until = time.perf_counter() + _TURN
    query = "SELECT DISTINCT of FROM speed_journal WHERE of > ? ORDER BY of LIMIT ?"
    found = db.execute(query, (after, _AT_ONCE)).fetchall()
    for turn, (of,) in enumerate(found, 1):
        blocks = db.execute("SELECT start, data FROM speed_journal WHERE of = ? ORDER BY start", (of,)).fetchall()
        _fold(db, of, _merged((start, read_block(data)) for start, data in blocks))
        db.execute("DELETE FROM speed_journal WHERE of = ?", (of,))
        after = of
        if time.perf_counter() > until:
            break
        if not turn % _BETWEEN:
            time.sleep(_BREATH)
    return after if found else None


def cut(db: sqlite3.Connection, now: int, place: Place = BEGIN) -> Place | None:
    """The clock went back to `now`, and the journal is folded: what was kept of the time from there on is told by
    another clock. Where to go on, None if it is done.
    """
    until = time.perf_counter() + _TURN
    first, after = place
    for number, level in enumerate(LEVELS[first:], first):
        later = "level = ? AND start > ? AND start <= ?"
        if not _delete(db, "speed_chunks", later, (number, now, now + _FUTURE), until):
            return number, after
        started = now - now % level.span
        query = "SELECT of, data FROM speed_chunks WHERE level = ? AND start = ? AND of > ? ORDER BY of LIMIT ?"
        while rows := db.execute(query, (number, started, after, _AT_ONCE)).fetchall():
            for of, data in rows:
                _clear(db, number, level, started, of, read_chunk(data), now)
                after = of
                if time.perf_counter() > until:
                    return number, after
            time.sleep(_BREATH)
        after = 0
    db.execute("DELETE FROM speed_limits WHERE at > ? AND at <= ?", (now, now + _FUTURE))
    return None


def forget(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """These torrents are gone: nothing is told of them any more, and `sweep` takes their rows away."""
    db.executemany("UPDATE speed_of SET id = ? || number WHERE id = ?", [(_GONE, id) for id in ids])


def keep_only(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Other torrents are gone, however they went."""
    there = {ALL, *ids}
    known = db.execute("SELECT id FROM speed_of").fetchall()
    forget(db, [id for (id,) in known if id not in there and not id.startswith(_GONE)])


def sweep(db: sqlite3.Connection) -> bool:
    """Takes away some rows of torrents that are gone; whether that was all."""
    until = time.perf_counter() + _TURN
    gone = "SELECT number FROM speed_of WHERE id >= ? AND id < ?"
    for row in db.execute(gone, (_GONE, chr(ord(_GONE) + 1))).fetchall():
        for table in ("speed_journal", "speed_chunks", "speed_limits"):
            if not _delete(db, table, "of = ?", row, until):
                return False
        db.execute("DELETE FROM speed_of WHERE number = ?", row)
    return True


def prune(db: sqlite3.Connection, now: int) -> bool:
    """Drops some of what is too old at `now`; whether that was all."""
    until = time.perf_counter() + _TURN
    for number, level in enumerate(LEVELS):
        old = number, now - level.keep - level.span
        if not _delete(db, "speed_chunks", "level = ? AND start < ?", old, until):
            return False
    # The last one before the time that is kept still holds in it.
    superseded = (
        "at < (SELECT MAX(later.at) FROM speed_limits AS later WHERE later.of = speed_limits.of AND later.at <= ?)"
    )
    return _delete(db, "speed_limits", superseded, (now - LEVELS[-1].keep,), until)


def shrink(db: sqlite3.Connection, excess: int | None = None) -> int | None:
    """Drops some chunks if all of them are too large; the bytes still too many, None if it is done."""
    until = time.perf_counter() + _TURN
    if excess is None:
        excess = round(db.execute("SELECT TOTAL(LENGTH(data)) FROM speed_chunks").fetchone()[0]) - _MOST_BYTES
    oldest = "SELECT MIN(start) FROM speed_chunks WHERE level = ?"
    while excess > 0 and time.perf_counter() < until:
        starts = [db.execute(oldest, (number,)).fetchone()[0] for number in range(len(LEVELS))]
        # The coarsest resolution last of all.
        finer = [(start, number) for number, start in enumerate(starts[:-1]) if start is not None]
        start, number = min(finer, default=(starts[-1], len(LEVELS) - 1))
        query = "SELECT rowid, LENGTH(data) FROM speed_chunks WHERE level = ? AND start = ? LIMIT ?"
        rows = db.execute(query, (number, start, _ROWS)).fetchall()
        if not rows:
            return None
        for rowid, length in rows:
            db.execute("DELETE FROM speed_chunks WHERE rowid = ?", (rowid,))
            excess -= length
            if excess <= 0:
                break
    return excess if excess > 0 else None


def _delete(db: sqlite3.Connection, table: str, where: str, given: tuple[int, ...], until: float) -> bool:
    """Deletes these rows until that moment; whether that was all."""
    query = f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {where} LIMIT {_ROWS})"  # noqa: S608
    while db.execute(query, given).rowcount == _ROWS:
        if time.perf_counter() > until:
            return False
    return True


def _merged(blocks: Iterable[tuple[int, "array[int]"]]) -> "dict[int, array[int]]":
    """Blocks by their start: one that was written before and after a restart is the sum, but for its peaks."""
    found: dict[int, array[int]] = {}
    for start, data in blocks:
        if (other := found.get(start)) is not None:
            best = array("Q", map(max, peaks(data), peaks(other)))
            data[:] = array("Q", map(int.__add__, data, other))
            data[-2:] = best
        found[start] = data
    return found


def _fold(db: sqlite3.Connection, of: int, blocks: "Mapping[int, array[int]]") -> None:
    _fold_seconds(db, of, blocks)
    sums: dict[int, list[int]] = {}
    for start, data in blocks.items():
        numbers = [sum(data[row : row + BLOCK]) for row in range(0, CHANNELS * BLOCK, BLOCK)]
        sums[start] = [*numbers, *peaks(data)]
    for number, level in enumerate(LEVELS[1:], 1):
        chunks: dict[int, array[int]] = {}
        for start, numbers in sums.items():
            started = start - start % level.span
            chunk = chunks.get(started)
            if chunk is None:
                chunk = chunks[started] = _chunk(db, number, started, of) or _empty(level)
            place = (start - started) // level.step
            for value in numbers[:CHANNELS]:
                chunk[place] += value
                place += level.numbers
            for value in numbers[CHANNELS:]:
                chunk[place] = max(chunk[place], value)
                place += level.numbers
        for started, chunk in chunks.items():
            put_chunk(db, number, started, of, chunk)


def _fold_seconds(db: sqlite3.Connection, of: int, blocks: "Mapping[int, array[int]]") -> None:
    level = LEVELS[0]
    chunks: dict[int, array[int]] = {}
    for start, data in blocks.items():
        started = start - start % level.span
        chunk = chunks.get(started)
        if chunk is None:
            chunk = chunks[started] = _empty(level)
        place = start - started
        for row in range(0, CHANNELS * BLOCK, BLOCK):
            chunk[place : place + BLOCK] = data[row : row + BLOCK]
            place += level.numbers
    for started, chunk in chunks.items():
        if (before := _chunk(db, 0, started, of)) is not None:
            # As one long number each: no sum of bytes reaches beyond its 64 bits, and this is ten times as fast.
            both = int.from_bytes(chunk, sys.byteorder) + int.from_bytes(before, sys.byteorder)
            chunk[:] = array("Q", both.to_bytes(8 * len(chunk), sys.byteorder))
        put_chunk(db, 0, started, of, chunk)


def _clear(
    db: sqlite3.Connection, number: int, level: Level, started: int, of: int, chunk: "array[int]", now: int
) -> None:
    """Without what lies behind `now`."""
    first = -(-(now - started) // level.step)
    nothing = array("Q", bytes(8 * (level.numbers - first)))
    places = [slice(row * level.numbers + first, (row + 1) * level.numbers) for row in range(level.channels)]
    if any(chunk[place] != nothing for place in places):
        for place in places:
            chunk[place] = nothing
        put_chunk(db, number, started, of, chunk)


def _chunk(db: sqlite3.Connection, number: int, started: int, of: int) -> "array[int] | None":
    query = "SELECT data FROM speed_chunks WHERE level = ? AND start = ? AND of = ?"
    found = db.execute(query, (number, started, of)).fetchone()
    return read_chunk(found[0]) if found else None


def _empty(level: Level) -> "array[int]":
    return array("Q", bytes(8 * level.channels * level.numbers))
