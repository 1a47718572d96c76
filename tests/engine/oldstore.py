# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a state database one of an earlier version of the program."""

import sqlite3
from contextlib import closing
from pathlib import Path

_UNDO = {
    5: "DROP TABLE removed; ALTER TABLE torrents ADD COLUMN removing INTEGER NOT NULL DEFAULT 0",
    4: "ALTER TABLE torrents DROP COLUMN options",
    3: "ALTER TABLE torrents DROP COLUMN foreign_files",
    2: "ALTER TABLE torrents DROP COLUMN pending",
}
"""What each version has brought, the newest first."""


def set_back(path: Path, version: int) -> None:
    """Takes out of the database all that came after that version."""
    with closing(sqlite3.connect(path)) as database, database:
        for brought, undo in _UNDO.items():
            if brought > version:
                database.executescript(undo)
        database.execute(f"PRAGMA user_version = {version}")
