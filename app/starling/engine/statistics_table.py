# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that sums are kept in: one row a day, and one with what was there when all time was begun anew.

Rows hold whole sums, not what came since the last time: what is written twice is the same. Runs in the thread of the
annals.
"""

import logging
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from starling.statistics import FIGURES, Totals

log = logging.getLogger(__name__)

_COLUMNS = ", ".join(f"{name} INTEGER NOT NULL DEFAULT 0" for name in FIGURES)
_TABLES = ("statistics_days", "statistics_start")

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS statistics_days (day TEXT PRIMARY KEY, {_COLUMNS}) STRICT;
CREATE TABLE IF NOT EXISTS statistics_start (
    one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL, {_COLUMNS}
) STRICT;
"""


class Start(NamedTuple):
    """When the sums of all time were begun anew, and what had been summed up until then."""

    at: int
    """Unix time."""
    totals: Totals


class Kept(NamedTuple):
    """What the tables hold."""

    days: Mapping[date, Totals]
    start: Start | None


def read(db: sqlite3.Connection) -> Kept:
    """Everything; columns that an earlier version did not have are added, a row that says nothing is left alone."""
    for table in _TABLES:
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        for name in FIGURES:
            if name not in there:
                db.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0")
    names = ", ".join(FIGURES)
    days: dict[date, Totals] = {}
    # As bytes: SQLite would refuse all rows for one that is no text.
    for day, *figures in db.execute(f"SELECT CAST(day AS BLOB), {names} FROM statistics_days"):  # noqa: S608
        try:
            days[date.fromisoformat(day.decode())] = Totals(*figures)
        except ValueError:
            log.warning("The statistics of %r are left out: that is no day", day)
    row = db.execute(f"SELECT at, {names} FROM statistics_start").fetchone()  # noqa: S608
    return Kept(days, Start(row[0], Totals(*row[1:])) if row else None)


def write(
    db: sqlite3.Connection, changed: Mapping[date, Totals], every: Mapping[date, Totals], start: Start | None
) -> None:
    """These days; and everything that the tables have lost, for the file was damaged and is a new one."""
    if start is not None and not db.execute("SELECT count(*) FROM statistics_start").fetchone()[0]:
        begin_anew(db, start)
    (count,) = db.execute("SELECT count(*) FROM statistics_days").fetchone()
    rows = every if count < len(every.keys() - changed.keys()) else changed
    _put(db, "statistics_days", "day", [(day.isoformat(), *totals.figures) for day, totals in rows.items()])


def begin_anew(db: sqlite3.Connection, start: Start | None) -> None:
    """The sums of all time begin here; None: with the first day."""
    db.execute("DELETE FROM statistics_start")
    if start is not None:
        _put(db, "statistics_start", "one, at", [(1, start.at, *start.totals.figures)])


def _put(db: sqlite3.Connection, table: str, keys: str, rows: list[tuple[object, ...]]) -> None:
    names = ", ".join(FIGURES)
    places = ", ".join("?" * (len(keys.split(",")) + len(FIGURES)))
    latest = ", ".join(f"{name} = excluded.{name}" for name in FIGURES)
    # Columns of a later version keep what they have.
    db.executemany(
        f"INSERT INTO {table} ({keys}, {names}) VALUES ({places}) "  # noqa: S608
        f"ON CONFLICT ({keys.partition(',')[0]}) DO UPDATE SET {latest}",
        rows,
    )
