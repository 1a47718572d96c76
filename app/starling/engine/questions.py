# SPDX-License-Identifier: GPL-3.0-or-later
"""What the details tabs ask about a torrent: answered on the worker, for libtorrent's answers may take a while."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import libtorrent as lt

from starling.engine import details, pieceinfo
from starling.engine.errors import EngineError
from starling.engine.pieceprogress import Progresses
from starling.engine.record import Record, Records
from starling.filelist import FileList
from starling.i18n import translate
from starling.pieces import Hit, Partial, PieceFacts, Pieces
from starling.places import Places
from starling.tasks import Worker
from starling.torrent import Facts, FileState, Media

if TYPE_CHECKING:
    from starling.engine.media import MediaReader

PATIENCE = 3.0
"""Seconds that a question waits for a torrent that is out of the session for a moment."""

P = ParamSpec("P")
T = TypeVar("T")


class Questions:
    """Every question raises EngineError if its torrent is gone."""

    def __init__(
        self,
        records: Records,
        worker: Worker,
        arrived: Callable[[Record], Awaitable[None]],
    ) -> None:
        """`arrived` waits until a torrent is in the session; it raises EngineError if libtorrent refuses it."""
        self._records = records
        self._worker = worker
        self._arrived = arrived
        self._reader: MediaReader | None = None
        self._progresses = Progresses()
        self._placed: tuple[FileList, Places] | None = None

    async def files(self, id: str) -> FileList:
        """The files of a torrent, empty before its metadata."""
        record = self.known(id)
        if record.files is None:
            found = await self.about(id, details.files, id)
            record.files = found or None
            return found
        return record.files

    async def named(self, id: str, endings: tuple[str, ...]) -> tuple[str, ...]:
        """The paths of those files of a torrent that end so, in lower case or not; nothing else is kept of them."""
        if (files := self.known(id).files) is None:
            return await self.about(id, details.named, id, endings)
        return details.ending(files, endings)

    async def file_state(self, id: str) -> FileState:
        """Progress and priority of the files, in the order of `files`."""
        entries = await self.files(id)
        return await self.about(id, details.file_state, entries, self.known(id).priorities)

    async def media(self, id: str, first: Sequence[int] = ()) -> Mapping[int, Media]:
        """What the media files say of themselves, by file index; files of which nothing is known yet are not in it.

        To be asked about once a second while it is shown, for that is what makes their headers come first and be read.
        The same object as long as nothing new is known. `first` are the files to begin with: those on the screen.
        """
        return MappingProxyType({}) if self._reader is None else await self._reader.media(id, first)

    async def facts(self, id: str) -> Facts:
        """What the General tab says beside the snapshot."""
        record = self.known(id)
        return await self.about(id, details.facts, (record.comment, record.created_by), self._progresses.of(id))

    async def pieces(self, id: str) -> Pieces | None:
        """Every piece, and those in progress with their blocks; None before the metadata."""
        return await self.about(id, pieceinfo.pieces, self._progresses.of(id))

    async def partials(self, id: str) -> tuple[Partial, ...]:
        """The pieces in progress alone: a question that may be asked four times a second.

        The same tuple as before while another look would cost too much.
        """
        return await self.about(id, pieceinfo.partials, self._progresses.of(id))

    async def piece(self, id: str, index: int, piece_size: int) -> PieceFacts | None:
        """Files and holders of one piece, for who looks at it; None if there is none of that number."""
        places = await self._places(await self.files(id), piece_size)
        return await self.about(id, pieceinfo.piece_facts, index, places)

    async def hit(self, id: str, flags: bytes, piece_size: int) -> tuple[Hit, ...]:
        """The files that the pieces flagged with 1 belong to, in the order of the torrent."""
        places = await self._places(await self.files(id), piece_size)
        return await self._worker.run(places.hit, flags)

    async def magnets(self, ids: Iterable[str]) -> list[str]:
        """The magnet links of torrents, in their order; those that are gone are left out."""
        found = (self._records.get(id) for id in ids)
        handles = [record.handle for record in found if record is not None and record.handle is not None]
        return await self.ask(details.magnets, handles)

    async def _places(self, files: FileList, piece_size: int) -> Places:
        """Kept for the torrent that was asked about last: 100,000 files take as long as three frames."""
        if self._placed is None or self._placed[0] is not files:
            self._placed = files, await self._worker.run(Places, files, piece_size)
        return self._placed[1]

    # -- for the rest of the engine

    @property
    def records(self) -> Records:
        """All of them."""
        return self._records

    def read_media_with(self, reader: "MediaReader") -> None:
        """The reader asks here itself, and so comes later."""
        self._reader = reader

    def known(self, id: str) -> Record:
        """The record of a torrent that is in the list."""
        record = self._records.get(id)
        if record is None:
            raise _gone()
        return record

    async def present(self, id: str) -> tuple[Record, lt.torrent_handle]:
        """The record of a torrent and its handle; one that is reopened is waited for, but not for long."""
        record = self.known(id)
        if record.handle is None:
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._arrived(record)
            except TimeoutError as error:
                raise EngineError(
                    translate("Engine", "“{name}” is being opened again: wait a moment.").format(name=record.name)
                ) from error
        if record.handle is None or self._records.get(id) is not record:
            raise _gone()
        return record, record.handle

    async def about(
        self, id: str, question: Callable[Concatenate[lt.torrent_handle, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The answer to a blocking question about a torrent; asked once more if it was reopened meanwhile."""
        while True:
            record, handle = await self.present(id)
            try:
                return await self._worker.run(question, handle, *args, **kwargs)
            except RuntimeError as error:
                # "invalid torrent handle"
                if record.handle is handle or self._records.get(id) is not record:
                    raise _gone() from error

    async def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer to a blocking question about handles."""
        return await self.answer(self._worker.run(question, *args, **kwargs))

    async def answer(self, asked: Awaitable[T]) -> T:
        """The answer to one that was asked elsewhere."""
        try:
            return await asked
        except RuntimeError as error:
            # "invalid torrent handle": it was removed while the question was on its way.
            raise _gone() from error


def _gone() -> EngineError:
    return EngineError(translate("Engine", "This torrent is not in the list any more."))
