# SPDX-License-Identifier: GPL-3.0-or-later
"""How torrents come in: what a source would add is shown first, then added, or not."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from starling.engine import commands, layout
from starling.engine.errors import EngineError
from starling.engine.labelling import Labelling
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.tasks import Worker
from starling.torrent import AddOptions, File, Layout, Preview


@dataclass(frozen=True, slots=True)
class Ushers:
    """Who is asked before a torrent comes in, and told when it has."""

    let_by: Callable[[str], Awaitable[None]]
    """Waits for a removal of the same torrent. Raises EngineError."""
    coming: Callable[[], AbstractAsyncContextManager[None]]
    """Waits for a moment in which it may come in, and lasts until it is in the list."""
    changed: Callable[[Iterable[Record]], None]
    added: Callable[[Record], None]
    trackers_changed: Callable[[str], None]


class Intake:
    """From a source to a torrent in the list."""

    def __init__(
        self,
        records: Records,
        get_running: Callable[[], Running | None],
        when_ready: Callable[[], Awaitable[Running]],
        worker: Worker,
        labelling: Labelling,
        ushers: Ushers,
    ) -> None:
        """`when_ready` waits until every stored torrent is there; it raises EngineError if that can't be."""
        self._records = records
        self._get_running = get_running
        self._when_ready = when_ready
        self._worker = worker
        self._labelling = labelling
        self._ushers = ushers

    async def preview(self, source: str, data: bytes | None = None, *, cookies: str = "") -> Preview:
        """What `source` (path, whose `data` may be known, magnet link, hash, http(s) URL) adds. Raises EngineError.

        `cookies` go with the question to the server of a URL: ``name1=content1; name2=content2``.
        """
        adder = (await self._when_ready()).adder
        found = await adder.preview(source, data, cookies)
        try:
            await self._ushers.let_by(found.id)
        except EngineError:
            adder.discard(found.id)
            raise
        return found

    async def scrape(self, preview_id: str) -> None:
        """Asks the trackers of a preview who is in its swarm, without an announce; `Engine.scraped` follows."""
        await (await self._when_ready()).adder.scrape(preview_id)

    async def laid_out(self, files: Sequence[File], wish: Layout) -> Sequence[File]:
        """The files of a preview with the paths under which a layout saves them."""
        return await self._worker.run(layout.laid_out, files, wish)

    def discard(self, preview_id: str) -> None:
        """The preview is not wanted."""
        if (running := self._get_running()) is not None:
            running.adder.discard(preview_id)

    async def add(self, preview_id: str, options: AddOptions) -> str:
        """Adds what was previewed; it is stored before it runs. Returns its id. Raises EngineError."""
        running = await self._when_ready()
        await self._ushers.let_by(preview_id)
        async with self._ushers.coming():
            record = await running.adder.add(preview_id, options)
        self._ushers.added(record)
        return record.id

    async def merge_trackers(self, preview_id: str) -> int:
        """Gives a known torrent the trackers of its preview that it lacks; returns how many."""
        adder = (await self._when_ready()).adder
        record = self._records.get(preview_id)
        fresh = adder.new_trackers(preview_id)
        if record is None:
            return 0
        before = self._labelling.ruled(record.name, record.trackers.hosts)
        commands.add_trackers(record, fresh)
        for url, tier in fresh:
            record.trackers.add(url, tier)
        self._labelling.give_new(record, before, self._labelling.ruled(record.name, record.trackers.hosts))
        adder.discard(preview_id)
        self._ushers.changed([record])
        self._ushers.trackers_changed(record.id)
        return len(fresh)
