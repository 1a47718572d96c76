# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened, in one SQLite file beside the store: rates and announces. Whoever keeps something here has a table.

On a thread of its own, for nothing that matters shall wait for it; a file that is damaged is put aside, and another
one begun.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker

log = logging.getLogger(__name__)

_PATIENCE = 1.0
"""Seconds that the disk gets at the end."""
_WAIT = 2.0
"""Seconds that a statement waits for another process that has the file."""

_LOG = 4_000_000
"""Bytes that the write-ahead log keeps."""

P = ParamSpec("P")
T = TypeVar("T")


class Annals:
    """Runs functions with the open database, in the order they come."""

    def __init__(self, path: Path) -> None:
        """`path` is made when it is needed first."""
        self._path = path
        self._worker = Worker(asyncio.get_running_loop(), "history")
        self._schemas: list[str] = []
        self._db: sqlite3.Connection | None = None
        self._news: list[str] = []
        self.damaged: Callable[[str], object] = log.warning
        """Gets a sentence for the user, in the thread of the event loop."""

    def keep(self, schema: str) -> None:
        """Adds tables (``CREATE … IF NOT EXISTS``), before anything is run."""
        self._schemas.append(schema)

    async def run(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What the function makes of the database, in one transaction; called again with an empty one if it is damaged.

        Raises sqlite3.Error where the file can't be used: no space, no permission.
        """
        try:
            return await self._worker.run(self._perform, lambda db: function(db, *args, **kwargs))
        finally:
            while self._news:
                self.damaged(self._news.pop())

    async def close(self, patience: float = _PATIENCE) -> None:
        """Takes what was given, and ends; left to itself if that takes more than so many seconds."""
        self._worker.post(self._close)
        await self._worker.stop(patience)

    def _perform(self, function: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with self._opened() as db:
                return function(db)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            log.warning("The history in %s is damaged: %s", self._path, error)
            self._close()
            try:
                aside = self._put_aside()
            except OSError as failure:
                log.warning("It can't be put aside: %s", failure)
                raise error from failure
            self._news.append(_sentence(aside))
            with self._opened() as db:
                return function(db)

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            db = sqlite3.connect(self._path, timeout=_WAIT)
            try:
                db.execute("PRAGMA journal_mode = WAL")
                # A power cut may cost the last seconds, and never the file.
                db.execute("PRAGMA synchronous = NORMAL")
                # However much was written at once, once: the log is small again.
                db.execute(f"PRAGMA journal_size_limit = {_LOG}")
                for schema in self._schemas:
                    db.executescript(schema)
            except sqlite3.Error:
                db.close()
                raise
            self._db = db
        return self._db

    def _close(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error), closing(self._db):
                self._db.execute("PRAGMA optimize")
            self._db = None

    def _put_aside(self) -> Path:
        aside = self._path.with_name(f"{self._path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
        self._path.replace(aside)
        with suppress(FileNotFoundError):
            self._beside(self._path, "-wal").replace(self._beside(aside, "-wal"))
        self._beside(self._path, "-shm").unlink(missing_ok=True)
        return aside

    @staticmethod
    def _beside(path: Path, suffix: str) -> Path:
        return path.with_name(path.name + suffix)


def _sentence(aside: Path) -> str:
    text = translate(
        "Engine",
        "The history of rates, announces and statistics was damaged, and begins anew. What it held is kept as {path}.",
    )
    return text.format(path=shown(str(aside)))
