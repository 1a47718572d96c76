# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to the files of a torrent: which are fetched, and in which order."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping
from pathlib import Path
from typing import Any

from starling.engine import commands, details, whereabouts
from starling.engine.errors import EngineError
from starling.engine.journal import Journal
from starling.engine.moves import Moves
from starling.engine.pieces import Pieces
from starling.engine.questions import Questions
from starling.engine.rechecking import Rechecking
from starling.engine.record import Record, Records
from starling.engine.renaming import Renaming
from starling.engine.running import Running
from starling.engine.skipping import Skipping
from starling.engine.suffixing import Suffixing
from starling.i18n import translate
from starling.tasks import Worker, spawn
from starling.torrent import Priority


class Contents:
    """Commands return at once; what came of them is told by the engine's signals."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        pieces: Pieces,
        changed: Callable[[Iterable[Record]], None],
        running: Callable[[], Running | None],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`changed` shows and stores what became of records; `running` is None while there is no session;
        `parts` is the folder of the part files.
        """
        self._records = records
        self._questions = questions
        self._pieces = pieces
        self._changed = changed
        self._running = running
        self._files_worker = files_worker
        self._moves = Moves(records)
        self._turns: dict[str, asyncio.Lock] = {}
        self.suffixes = Suffixing(records, questions, self._moves, self._journal, self._stored, files_worker)
        """What the names of unfinished files end in."""
        self._skipping = Skipping(
            records, questions, self._moves, changed, self._journal, self.suffixes.look_at, files_worker, parts
        )
        self._renaming = Renaming(questions, self._moves, changed, self._journal, self._stored, files_worker, parts)
        self._rechecking = Rechecking(questions, self._moves, running, files_worker, parts)

    def set_priorities(self, id: str, priorities: Mapping[int, int]) -> None:
        """Sets files (by index) to 0-7; `Engine.files_changed` follows, or `Engine.failed`."""
        if record := self._records.get(id):
            spawn(self._change_priorities(record, dict(priorities)), name="file priorities")

    async def prioritise(self, id: str, priorities: Mapping[int, int]) -> None:
        """Likewise, for who waits until it is done. Raises EngineError."""
        await self._change_priorities(self._questions.known(id), dict(priorities))

    def bring(self, id: str, index: int, *, skipped: bool) -> None:
        """Has a file in the download folder at once, where it may not be yet, and wants it first if it is `skipped`."""
        if record := self._records.get(id):
            spawn(self.while_there(record, self._bring(record, index, skipped=skipped)), name="bring a file")

    def set_first_last(self, ids: Iterable[str], on: bool) -> None:
        """Asks for the first and last pieces of every wanted file first."""
        records = self._records.visible(ids)
        for record in records:
            record.first_last = on
            spawn(self.while_there(record, self._pieces.apply(record, edges=True)), name="first and last pieces")
        self._changed(records)
        if running := self._running():
            running.keeper.first_last([record.id for record in records], on)

    async def rename(self, id: str, path: str, new_path: str) -> None:
        """Renames the file at `path`, or the folder with all that is in it; both are paths below the save folder.

        Returns when it is done and stored; `Engine.files_changed` follows. Raises EngineError with a sentence if the
        name can't be, is taken in the torrent or on disk, or if the disk refuses it.
        """
        await self._renaming.rename(self._questions.known(id), path, new_path)

    async def recheck_files(self, id: str, indices: Iterable[int]) -> str:
        """Hashes the pieces of some files again; what is damaged is fetched again, the torrent goes on meanwhile.

        Its state is `State.CHECKING`, with the progress, until this returns what was found, in a sentence. Where the
        hashes of single pieces are not known, the whole torrent is checked, and the sentence says so.
        Raises EngineError.
        """
        return await self._rechecking.recheck(self._questions.known(id), indices)

    async def in_folder(self, id: str, indices: Iterable[int]) -> frozenset[int]:
        """Those of the files that lie in the download folder; what is here of the others is kept out of sight.

        Waits for the disk, however slow. Raises EngineError.
        """
        paths = await self._questions.about(id, whereabouts.places, id, tuple(indices))
        return await self._files_worker.run(whereabouts.there, Path(self._questions.known(id).save_path), paths)

    async def on_disk(self, id: str, indices: Iterable[int]) -> dict[int, str]:
        """The paths below the save folder that files have on disk, by index: unfinished ones may end in ".part".

        Raises EngineError.
        """
        return await self._questions.about(id, whereabouts.on_disk, id, tuple(indices))

    # -- for the engine

    async def begin(self, only: Collection[str] | None = None) -> None:
        """Finishes what the last run has begun with files, of all torrents or of those that have come back."""
        running = self._running()
        if running is None:
            return
        plans = running.journal.plans
        for id, plan in [(id, plan) for id, plan in plans.items() if only is None or id in only]:
            record = self._records.get(id)
            if record is None:
                running.journal.forget([id])
            elif not plan.skips:
                await running.journal.settled(id)
            else:
                finish = self._finish_skips(running, record, set(plan.skips))
                spawn(self.while_there(record, finish), name="skipped files")

    async def close(self) -> None:
        """Ends what goes on; what is not done by then is done at the next start."""
        self.suffixes.close()
        await self._skipping.close()
        await self._rechecking.close()
        self._moves.close()

    def lock(self, record: Record) -> asyncio.Lock:
        """To be held while the places of a torrent's files must not change."""
        return self._moves.lock(record)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        self._skipping.forget(ids)
        self.suffixes.forget(ids)
        self._moves.forget(ids)
        for id in ids:
            self._turns.pop(id, None)

    def files_renamed(self, answers: Iterable[tuple[Record, int, str]]) -> None:
        """libtorrent has renamed files, or could not: record, index, error text."""
        for record, index, error in answers:
            self._moves.answered(record, index, error)

    def answers_lost(self) -> None:
        """Some of libtorrent's answers will never come."""
        self._moves.lost()

    def priorities_changed(self, record: Record) -> None:
        """libtorrent has taken other priorities of files over, and with them every piece's."""
        self.suffixes.look_at(record)
        spawn(self.while_there(record, self._pieces.apply(record)), name="first pieces")

    async def place(self, record: Record, paths: Mapping[int, str]) -> dict[int, str]:
        """Gives files their names (index -> path) before anything of them is there; the error text of each that failed.

        Raises EngineError if the torrent goes meanwhile.
        """
        async with self._moves.lock(record):
            return await self._moves.rename(record, paths)

    async def metadata_came(self, record: Record) -> None:
        """The files of a magnet link's torrent are known now."""
        if record.first_last:
            await self._pieces.apply(record, edges=True)

    async def while_there(self, record: Record, work: Coroutine[Any, Any, None]) -> None:
        """What nobody waits for ends without a word when its torrent is gone."""
        try:
            await work
        except EngineError:
            if self._records.get(record.id) is record:
                raise

    # -- within

    def _journal(self) -> Journal | None:
        running = self._running()
        return None if running is None else running.journal

    async def _finish_skips(self, running: Running, record: Record, indices: set[int]) -> None:
        await running.adder.arrived(record)
        self._skipping.later(record, indices, 0)

    async def _stored(self, record: Record) -> None:
        if running := self._running():
            await running.keeper.stored(record.id)

    async def _bring(self, record: Record, index: int, *, skipped: bool) -> None:
        if skipped:
            await self._change_priorities(record, {index: Priority.NORMAL})
        self._skipping.later(record, {index}, 0)

    async def _change_priorities(self, record: Record, changes: Mapping[int, int]) -> None:
        if not record.has_metadata:
            raise EngineError(
                translate("Engine", "The priorities of “{name}” stay as they are: its files are not known yet.").format(
                    name=record.name
                )
            )
        try:
            # One after the other: noting a wish takes a while, and the last one is to win.
            async with self._turns.setdefault(record.id, asyncio.Lock()):
                if record.priorities is None:
                    record.priorities = await self._questions.about(record.id, details.priorities)
                turned = commands.turned(record, changes)
                if turned and (journal := self._journal()):
                    await journal.skipping(record.id, turned)
                commands.change_priorities(record, changes)
                if turned:
                    self._skipping.later(record, turned)
        except (IndexError, ValueError) as error:
            raise EngineError(
                translate("Engine", "The priorities of “{name}” stay as they are: {message}.").format(
                    name=record.name, message=error
                )
            ) from error
