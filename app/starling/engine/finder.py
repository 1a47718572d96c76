# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the index of file names close behind the session, and asks it; all on a thread of its own.

Of its own, since a search has to wait neither for libtorrent, as the engine's worker does, nor for a slow disk, as the
one for files does; and since a details tab shall not wait while 10,000 torrents are read.
"""

import asyncio
import logging
import sqlite3
import time
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine import details, suffix
from starling.engine.fileindex import FileIndex
from starling.engine.record import Record, Records
from starling.tasks import Worker, spawn

log = logging.getLogger(__name__)

_BATCH = 200
_SLICE = 0.02
"""Seconds of reading at once; a search waits no longer than this."""
_PAUSE = 0.03
"""Seconds between two slices, in which everything else has the interpreter for itself."""
_PATIENCE = 1.0
"""Seconds that the disk gets at the end: what it does not take now is read again at the next start."""


class Finder(QObject):
    """Finds torrents by the names of the files inside."""

    changed = Signal()
    """What `find` finds may be something else now."""

    def __init__(self, records: Records, path: Path) -> None:
        """`path` is where the index lies; it is made anew whenever it can't be used."""
        super().__init__()
        self._records = records
        self._worker = Worker(asyncio.get_running_loop(), "file names")
        self._index = FileIndex(path)
        self._due: dict[str, None] = {}
        self._gone: set[str] = set()
        self._begun = self._closed = self._compared = False
        self.complete = False
        """Whether the names of all torrents have been read once; those that come later take a moment each."""
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Every stored torrent is on its way into the session: what the index lacks is read, little by little."""
        self._begun = True
        self._due.update((record.id, None) for record in self._records)
        self._go_on()

    def note(self, record: Record) -> None:
        """A torrent came, or other names for its files."""
        self._gone.discard(record.id)
        self._due[record.id] = None
        self._go_on()

    def added(self, record: Record, error: str) -> None:
        """libtorrent's answer to an addition."""
        if not error:
            self.note(record)

    def forget(self, ids: Iterable[str]) -> None:
        """These torrents are gone."""
        for id in ids:
            self._due.pop(id, None)
            self._gone.add(id)
        self._go_on()

    async def find(self, text: str) -> frozenset[str]:
        """Ids of the torrents with a file that the text finds, see `filequery.matcher`."""
        try:
            return await self._worker.run(self._index.find, text)
        except sqlite3.Error as error:
            await self._renew(error)
            return await self._worker.run(self._index.find, text)

    async def close(self) -> None:
        """Ends it; what is not read by now is read at the next start."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
        self._worker.post(self._index.close)
        await self._worker.stop(_PATIENCE)

    def _go_on(self) -> None:
        if self._begun and not self._closed and self._task is None and (self._due or self._gone or not self.complete):
            self._task = spawn(self._keep_up(), name="file names")

    async def _keep_up(self) -> None:
        try:
            if not self._compared:
                await self._drop_strangers()
            while self._due or self._gone:
                try:
                    news = await self._read_some()
                except sqlite3.Error as error:
                    await self._renew(error)
                    news = True
                if news:
                    self.changed.emit()
                await asyncio.sleep(_PAUSE)
        finally:
            self._task = None
        if not self.complete:
            self.complete = True
            self.changed.emit()

    async def _drop_strangers(self) -> None:
        try:
            known = await self._worker.run(self._index.ids)
        except sqlite3.Error as error:
            await self._renew(error)
        else:
            self._gone.update(known - {record.id for record in self._records})
        self._compared = True

    async def _read_some(self) -> bool:
        """Brings the index up to date for some torrents; whether that made a difference."""
        ids = list(islice(self._due, _BATCH))
        gone, self._gone = self._gone, set()
        for id in ids:
            del self._due[id]
        found = (self._records.get(id) for id in ids)
        # One without a handle is noted again as soon as it has one.
        asked = [
            (record.id, record.handle)
            for record in found
            if record is not None and record.handle is not None and not record.hidden
        ]
        count, news = await self._worker.run(_read, self._index, asked, gone)
        for id, _ in asked[count:]:
            self._due.setdefault(id)
        return news

    async def _renew(self, error: sqlite3.Error) -> None:
        log.warning("The index of file names is made anew: %s", error)
        await self._worker.run(self._index.renew)
        self._gone.clear()
        self.complete = self._compared = False
        self.begin()


def _read(index: FileIndex, asked: Sequence[tuple[str, lt.torrent_handle]], gone: set[str]) -> tuple[int, bool]:
    """Reads names until the time is up; how many torrents that were, and whether anything was new."""
    left = index.ids() & gone
    entries = []
    count = 0
    until = time.monotonic() + _SLICE
    for id, handle in asked:
        count += 1
        try:
            if (stamp := _stamp(handle)) is not None and index.stamp(id) != stamp:
                entries.append((id, stamp, details.files(handle, id)))
        except RuntimeError:
            # It was removed meanwhile.
            continue
        if time.monotonic() > until:
            break
    if entries or left:
        index.save(entries, left)
    return count, bool(entries or left)


def _stamp(handle: lt.torrent_handle) -> int | None:
    """Another number for other names; None before the metadata. What the torrent itself says never changes."""
    info = handle.torrent_file()
    if info is None:
        return None
    layout = info.layout()
    renamed = handle.get_renamed_files().export_filenames(layout)
    # Whoever got the suffix, and lost it, is called as before.
    names = [(index, suffix.plain(path)) for index, path in renamed.items()]
    other = sorted((index, path) for index, path in names if path != layout.file_path(index))
    return zlib.crc32(repr(other).encode("utf-8", "surrogatepass"))
