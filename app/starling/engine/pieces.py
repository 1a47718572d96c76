# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pieces are asked for before what their files' priorities say, and the only place that says so to libtorrent.

A piece has the highest priority of the files it belongs to. Above that are the first and last pieces of wanted files,
where their owner chose so, and those that hold headers of media files. They are raised by ``prioritize_pieces``, not by
``set_piece_deadline``. Measured with libtorrent 2.1.1: a deadline makes a piece 7 and, when it is reset or cleared,
leaves it at 1, below its file, even one of a skipped file, which is wanted from then on; ``prioritize_files`` mends
that only if it brings a change. It also asks several peers for the same block, which headers are not worth.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import compress

import libtorrent as lt

from starling.engine import convert, details
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.filelist import FileList
from starling.torrent import File

RAISED = 7


class Pieces:
    """Keeps for each torrent which pieces it has raised."""

    def __init__(self, questions: Questions, changed: Callable[[Iterable[Record]], None]) -> None:
        """`changed` shows and stores what became of records."""
        self._questions = questions
        self._changed = changed
        self._raised: dict[str, set[int]] = {}
        self._headers: dict[str, frozenset[int]] = {}

    async def apply(self, record: Record, *, edges: bool = False) -> None:
        """Raises again what is to be raised: whenever file priorities change, libtorrent sets every piece's anew.

        With `edges` the first and last pieces are set in any case, for their owner has just changed his mind.
        Raises EngineError if the torrent is gone.
        """
        headers = self._headers.get(record.id, frozenset())
        if not (edges or record.first_last or headers or self._raised.get(record.id)):
            return
        entries = await self._questions.files(record.id)
        if not entries:
            return
        _, handle = await self._questions.present(record.id)
        chosen = record.priorities
        if chosen is None:
            chosen = await self._questions.ask(details.priorities, handle)
        before = self._raised.get(record.id, set())
        self._raised[record.id] = await self._questions.ask(
            _raise, handle, entries, list(chosen), headers, before, record.first_last, edges
        )
        if edges:
            self._changed([record])

    async def want_headers(self, record: Record, headers: Collection[int]) -> None:
        """Asks for these pieces first, instead of those it was told last; those of skipped files alone stay skipped."""
        fresh = frozenset(headers)
        if fresh == self._headers.get(record.id, frozenset()):
            return
        self._headers[record.id] = fresh
        await self.apply(record)

    async def restore(self, record: Record, pieces: Collection[int]) -> None:
        """Gives pieces that had a deadline back the priority they would have without it."""
        entries = await self._questions.files(record.id)
        _, handle = await self._questions.present(record.id)
        chosen = record.priorities
        if chosen is None:
            chosen = await self._questions.ask(details.priorities, handle)
        raised = self._raised.get(record.id, set())
        await self._questions.ask(_lower, handle, entries, list(chosen), pieces, raised)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            self._raised.pop(id, None)
            self._headers.pop(id, None)


class Own:
    """The priority of pieces as their files have it."""

    def __init__(self, entries: Sequence[File], priorities: Sequence[int]) -> None:
        """`priorities` by file index."""
        files = FileList.of(entries)
        self._files = list(compress(zip(files.first_pieces, files.pieces, files.indices, strict=True), files.pieces))
        """First piece, number of pieces and index of every file that is not empty."""
        self._first = list(compress(files.first_pieces, files.pieces))
        self._priorities = priorities

    def of(self, piece: int) -> int:
        """The highest priority of the files that have a part in a piece."""
        found = 0
        at = bisect_right(self._first, piece)
        while at > 0:
            at -= 1
            first, count, index = self._files[at]
            if first + count <= piece:
                break
            found = max(found, self._priorities[index])
        return found


def _raise(
    handle: lt.torrent_handle,
    entries: Sequence[File],
    chosen: Sequence[int],
    headers: Collection[int],
    before: Collection[int],
    first_last: bool,
    edges: bool,
) -> set[int]:
    own = Own(entries, chosen)
    ends = convert.edge_pieces(entries, chosen) if first_last or edges else set()
    raised = {piece for piece in headers if own.of(piece)}
    if first_last:
        raised |= ends
    plain = (ends | set(before)) - raised
    handle.prioritize_pieces([(piece, RAISED) for piece in raised] + [(piece, own.of(piece)) for piece in plain])
    return raised


def _lower(
    handle: lt.torrent_handle,
    entries: Sequence[File],
    chosen: Sequence[int],
    pieces: Collection[int],
    raised: Collection[int],
) -> None:
    own = Own(entries, chosen)
    handle.prioritize_pieces([(piece, RAISED if piece in raised else own.of(piece)) for piece in pieces])
