# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives files of running torrents other paths, and waits until libtorrent has done it or says why it can't."""

import asyncio
from collections.abc import Iterable, Mapping
from itertools import islice

from starling.engine.errors import EngineError
from starling.engine.record import Record, Records
from starling.i18n import translate

_AT_ONCE = 200
"""Answers that come in one turn of the event loop; the disk is the slower one anyway."""

_LOOK_AGAIN = 1.0
"""Seconds after which it is asked whether the torrent is still there."""


class Moves:
    """Renames that libtorrent was told, by torrent and file index."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._waiting: dict[tuple[str, int], asyncio.Future[str]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    def lock(self, record: Record) -> asyncio.Lock:
        """To be held by whoever changes the places of a torrent's files, or takes it out of the session."""
        return self._locks.setdefault(record.id, asyncio.Lock())

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            self._locks.pop(id, None)

    async def rename(self, record: Record, paths: Mapping[int, str]) -> dict[int, str]:
        """Renames files (index -> path, absolute or in the save folder); returns the error text of each that failed.

        The indices must be the torrent's. Raises EngineError if the torrent goes meanwhile.
        """
        failed: dict[int, str] = {}
        left = iter(paths.items())
        while some := dict(islice(left, _AT_ONCE)):
            handle = record.handle
            if handle is None or self._records.get(record.id) is not record:
                raise EngineError(translate("Engine", "This torrent is not in the list any more."))
            loop = asyncio.get_running_loop()
            answers = {index: loop.create_future() for index in some}
            for index, path in some.items():
                self._waiting[record.id, index] = answers[index]
                handle.rename_file(index, path)
            await self._wait_for(record, answers.values())
            failed |= {index: text for index, answer in answers.items() if (text := answer.result())}
        return failed

    def answered(self, record: Record, index: int, error: str) -> None:
        """libtorrent has renamed a file, or could not."""
        answer = self._waiting.pop((record.id, index), None)
        if answer is not None and not answer.done():
            answer.set_result(error)

    async def _wait_for(self, record: Record, answers: Iterable["asyncio.Future[str]"]) -> None:
        pending = set(answers)
        while pending:
            _, pending = await asyncio.wait(pending, timeout=_LOOK_AGAIN)
            if pending and self._records.get(record.id) is not record:
                raise EngineError(translate("Engine", "This torrent is not in the list any more."))
