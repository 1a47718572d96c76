# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashes the pieces of chosen files only, while the torrent goes on, and tells libtorrent what it was wrong about."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import libtorrent as lt

from starling.engine import commands
from starling.engine.errors import EngineError
from starling.engine.moves import Moves
from starling.engine.piecehash import NoHashesError, Pieces
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.reopen import reopen, stored
from starling.engine.running import Running
from starling.engine.settling import span
from starling.i18n import translate
from starling.tasks import Worker

_SLICE = 0.25
"""Seconds of hashing between two looks at whether it is still wanted."""


class Rechecking:
    """One check of one torrent's files at a time, in a thread of its own: it may take as long as reading them all."""

    def __init__(
        self,
        questions: Questions,
        moves: Moves,
        running: Callable[[], Running | None],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`running` is None while there is no session; `parts` is the folder of the part files."""
        self._questions = questions
        self._moves = moves
        self._running = running
        self._files_worker = files_worker
        self._parts = parts
        self._worker: Worker | None = None
        self._turn = asyncio.Lock()
        self._closed = False

    async def recheck(self, record: Record, indices: Iterable[int]) -> str:
        """See `Contents.recheck_files`."""
        if not record.has_metadata:
            raise EngineError(
                translate("Engine", "“{name}” can't be checked: its files are not known yet.").format(name=record.name)
            )
        if record.checking or record.recheck is not None:
            raise EngineError(translate("Engine", "“{name}” is being checked already.").format(name=record.name))
        self._tell(record, 0.0)
        try:
            async with self._turn:
                return await self._recheck(record, sorted(set(indices)))
        finally:
            self._tell(record, None)

    async def close(self) -> None:
        """What runs is given up."""
        self._closed = True
        worker, self._worker = self._worker, None
        if worker is not None:
            await worker.stop()

    async def _recheck(self, record: Record, indices: Sequence[int]) -> str:
        running = self._alive(record)
        _, handle = await self._questions.present(record.id)
        handle.flush_cache()
        params = await stored(running, record, self._files_worker, self._parts)
        pieces = await self._files_worker.run(Pieces, params)
        touched = await self._questions.ask(_touched, pieces.info, indices)
        try:
            await running.worker.run(pieces.learn_hashes)
        except NoHashesError:
            commands.recheck(record)
            return translate(
                "Engine", "All of “{name}” is checked: the hashes of its single pieces are not known yet."
            ).format(name=record.name)
        have = list(params.have_pieces)
        known = {index for index, here in enumerate(have) if here}
        wrong: list[int] = []
        left = iter(touched)
        done = 0
        while (some := await self._hash(pieces, left)) is not None:
            running = self._alive(record)
            done += len(some)
            wrong += [piece for piece, right in some if right is not (piece in known)]
            self._tell(record, done / len(touched))
        if wrong:
            return await self._correct(running, record, wrong)
        return translate("Engine", "What is here of the checked files of “{name}” is right.").format(name=record.name)

    async def _hash(self, pieces: Pieces, left: "Iterable[int]") -> list[tuple[int, bool]] | None:
        if self._worker is None:
            self._worker = Worker(asyncio.get_running_loop(), "recheck")
        return await self._worker.run(_some, pieces, iter(left))

    async def _correct(self, running: Running, record: Record, wrong: Sequence[int]) -> str:
        counts = [0, 0]

        def change(params: lt.add_torrent_params) -> None:
            # Once more, now that nobody writes: what came or was moved meanwhile looked wrong.
            pieces = Pieces(params)
            have = list(params.have_pieces)
            have += [False] * (pieces.info.num_pieces() - len(have))
            unfinished = dict(params.unfinished_pieces)
            for piece in wrong:
                right = pieces.is_right(piece)
                counts[right] += right is not have[piece]
                have[piece] = right
                unfinished.pop(piece, None)
            params.have_pieces, params.unfinished_pieces = have, unfinished
            params.flags &= ~lt.torrent_flags.seed_mode

        async with self._moves.lock(record):
            await reopen(running, record, self._files_worker, self._parts, change)
        lost, found = counts
        if not lost and not found:
            return translate("Engine", "What is here of the checked files of “{name}” is right.").format(
                name=record.name
            )
        return translate(
            "Engine",
            "Files of “{name}” were checked. Damaged pieces: {lost}; right pieces that were not known: {found}.",
        ).format(name=record.name, lost=lost, found=found)

    def _alive(self, record: Record) -> Running:
        running = self._running()
        if running is None or self._closed or running.records.get(record.id) is not record or record.leaving:
            raise EngineError(translate("Engine", "This torrent is not in the list any more."))
        return running

    def _tell(self, record: Record, share: float | None) -> None:
        record.recheck = share
        running = self._running()
        if running is not None and running.records.get(record.id) is record:
            running.listener.stale.add(record)


def _touched(info: lt.torrent_info, indices: Iterable[int]) -> list[int]:
    """The pieces of files; unknown indices are left out."""
    layout, size = info.layout(), info.piece_length()
    count = layout.num_files()
    return sorted({piece for index in indices if 0 <= index < count for piece in span(layout, index, size)})


def _some(pieces: Pieces, left: "Iterable[int]") -> list[tuple[int, bool]] | None:
    """Hashes for a while; None when nothing is left."""
    until = time.monotonic() + _SLICE
    found = []
    for piece in left:
        found.append((piece, pieces.is_right(piece)))
        if time.monotonic() > until:
            break
    return found or None
