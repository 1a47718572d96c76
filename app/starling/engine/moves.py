# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives files of running torrents other paths, and waits until libtorrent has done it or says why it can't."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from starling.engine.errors import EngineError
from starling.engine.record import Record, Records
from starling.i18n import translate

_AT_ONCE = 200
"""Answers that come in one turn of the event loop; the disk is the slower one anyway."""

_LOOK_AGAIN = 1.0
"""Seconds after which it is asked whether the torrent is still there."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A rename that was not answered yet."""

    path: str
    answer: "asyncio.Future[str]"


class Moves:
    """Renames that libtorrent was told, by torrent and file index."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._waiting: dict[tuple[str, int], _Told] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._closed = False

    def lock(self, record: Record) -> asyncio.Lock:
        """To be held by whoever changes the places of a torrent's files, or takes it out of the session."""
        return self._locks.setdefault(record.id, asyncio.Lock())

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        gone = set(ids)
        for id in gone:
            self._locks.pop(id, None)
        for key in [key for key in self._waiting if key[0] in gone]:
            del self._waiting[key]

    async def rename(self, record: Record, paths: Mapping[int, str]) -> dict[int, str]:
        """Renames files (index -> path, absolute or in the save folder); returns the error text of each that failed.

        The indices must be the torrent's. Raises EngineError if the torrent goes meanwhile, or the program ends.
        """
        failed: dict[int, str] = {}
        left = iter(paths.items())
        while some := dict(islice(left, _AT_ONCE)):
            handle = record.handle
            if self._closed:
                raise EngineError(translate("Engine", "Starling is closing."))
            if handle is None or self._records.get(record.id) is not record:
                raise EngineError(translate("Engine", "This torrent is not in the list any more."))
            loop = asyncio.get_running_loop()
            told = {index: _Told(path, loop.create_future()) for index, path in some.items()}
            for index, each in told.items():
                self._waiting[record.id, index] = each
                handle.rename_file(index, each.path)
            await self._wait_for(record, [each.answer for each in told.values()])
            failed |= {index: text for index, each in told.items() if (text := each.answer.result())}
        return failed

    def answered(self, record: Record, index: int, error: str) -> None:
        """libtorrent has renamed a file, or could not."""
        told = self._waiting.pop((record.id, index), None)
        if told is not None and not told.answer.done():
            told.answer.set_result(error)

    def lost(self) -> None:
        """Answers got lost: what was not answered is told once more, which changes nothing if it was done."""
        for (id, index), told in self._waiting.items():
            record = self._records.get(id)
            if record is not None and record.handle is not None and not told.answer.done():
                record.handle.rename_file(index, told.path)

    def close(self) -> None:
        """No more answers will come."""
        self._closed = True
        for told in self._waiting.values():
            told.answer.cancel()
        self._waiting.clear()

    async def _wait_for(self, record: Record, answers: Iterable["asyncio.Future[str]"]) -> None:
        pending = set(answers)
        while pending:
            _, pending = await asyncio.wait(pending, timeout=_LOOK_AGAIN)
            if self._closed:
                raise EngineError(translate("Engine", "Starling is closing."))
            if pending and self._records.get(record.id) is not record:
                raise EngineError(translate("Engine", "This torrent is not in the list any more."))
