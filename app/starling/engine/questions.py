# SPDX-License-Identifier: GPL-3.0-or-later
"""What the details tabs ask about a torrent: answered on the worker, for libtorrent's answers may take a while."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import libtorrent as lt

from starling.engine import details
from starling.engine.errors import EngineError
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.filelist import FileList
from starling.i18n import translate
from starling.tasks import Worker
from starling.torrent import Facts, FileState, Media, Peer, Tracker

if TYPE_CHECKING:
    from starling.engine.media import MediaReader

P = ParamSpec("P")
T = TypeVar("T")


class Questions:
    """Every question raises EngineError if its torrent is gone."""

    def __init__(self, records: Records, worker: Worker, config: Callable[[], Config]) -> None:
        self._records = records
        self._worker = worker
        self._config = config
        self._reader: MediaReader | None = None

    async def files(self, id: str) -> FileList:
        """The files of a torrent, empty before its metadata."""
        record, handle = self.alive(id)
        if record.files is None:
            found = await self.ask(details.files, handle)
            record.files = found or None
            return found
        return record.files

    async def file_state(self, id: str) -> FileState:
        """Progress and priority of the files, in the order of `files`."""
        entries = await self.files(id)
        record, handle = self.alive(id)
        return await self.ask(details.file_state, handle, entries, record.priorities)

    async def media(self, id: str, first: Sequence[int] = ()) -> Mapping[int, Media]:
        """What the media files say of themselves, by file index; files of which nothing is known yet are not in it.

        To be asked about once a second while it is shown, for that is what makes their headers come first and be read.
        The same object as long as nothing new is known. `first` are the files to begin with: those on the screen.
        """
        return MappingProxyType({}) if self._reader is None else await self._reader.media(id, first)

    async def peers(self, id: str) -> tuple[Peer, ...]:
        """The connected peers."""
        return await self.ask(details.peers, self.alive(id)[1])

    async def trackers(self, id: str) -> tuple[Tracker, ...]:
        """The trackers by tier, then the sources without a tracker."""
        record, handle = self.alive(id)
        pack = self._config().pack
        on = details.Sources(dht=bool(pack.get("enable_dht", True)), lsd=bool(pack.get("enable_lsd", True)))
        return await self.ask(details.trackers, handle, dict(record.trackers.notes), dict(record.trackers.tiers), on)

    async def facts(self, id: str) -> Facts:
        """What the General tab says beside the snapshot."""
        record, handle = self.alive(id)
        return await self.ask(details.facts, handle, (record.comment, record.created_by))

    async def magnets(self, ids: Iterable[str]) -> list[str]:
        """The magnet links of torrents, in their order; those that are gone are left out."""
        found = (self._records.get(id) for id in ids)
        handles = [record.handle for record in found if record is not None and record.handle is not None]
        return await self.ask(details.magnets, handles)

    # -- for the rest of the engine

    def read_media_with(self, reader: "MediaReader") -> None:
        """The reader asks here itself, and so comes later."""
        self._reader = reader

    def alive(self, id: str) -> tuple[Record, lt.torrent_handle]:
        """The record of a torrent that is in the session, and its handle."""
        record = self._records.get(id)
        if record is None or record.handle is None:
            raise EngineError(translate("Engine", "This torrent is not in the list any more."))
        return record, record.handle

    async def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer to a blocking question about handles."""
        return await self.answer(self._worker.run(question, *args, **kwargs))

    async def answer(self, asked: Awaitable[T]) -> T:
        """The answer to one that was asked elsewhere."""
        try:
            return await asked
        except RuntimeError as error:
            # "invalid torrent handle": it was removed while the question was on its way.
            raise EngineError(translate("Engine", "This torrent is not in the list any more.")) from error
