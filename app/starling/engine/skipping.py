# SPDX-License-Identifier: GPL-3.0-or-later
"""Clears the download folder of files that are skipped before they are complete, and brings them back when wanted.

A complete file stays: it is its owner's. So does one that was there before the torrent, or that another torrent saves
too. libtorrent stops or begins the download at once; the files follow a moment after the last change of mind, or when
the program ends, or at its next start; one whose place is taken, as soon as that is free.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from starling.engine import misplaced
from starling.engine.errors import EngineError
from starling.engine.journal import Journal
from starling.engine.moves import Moves
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker, spawn
from starling.torrent import Problem

MOMENT = 1.5
"""Seconds after the last change."""

LATER = 3.0
"""Seconds after which what can't be done now is tried again."""

_AT_THE_END = 1.0
"""Seconds that the end of the program gives to what goes on and to what is still to be put aside."""


class Skipping:
    """Moves files aside and back, one torrent at a time."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        moves: Moves,
        changed: Callable[[Iterable[Record]], None],
        journal: Callable[[], Journal | None],
        moved: Callable[[Record], None],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`parts` is the folder of the part files; `journal` is None while there is no session; `moved` hears of files
        that are somewhere else now.
        """
        self._records = records
        self._questions = questions
        self._moves = moves
        self._changed = changed
        self._journal = journal
        self._moved = moved
        self._files_worker = files_worker
        self._parts = parts
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._waiting: dict[str, set[int]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._told: dict[str, set[int]] = {}
        """Files whose owner knows that they can't come back yet."""
        self._closed = False

    def later(self, record: Record, indices: Iterable[int], seconds: float | None = None) -> None:
        """Looks after these files when their owner has not changed his mind for a moment."""
        if self._closed:
            # They are noted for the next start.
            return
        self._waiting.setdefault(record.id, set()).update(indices)
        if (timer := self._timers.pop(record.id, None)) is not None:
            timer.cancel()
        delay = MOMENT if seconds is None else seconds
        self._timers[record.id] = asyncio.get_running_loop().call_later(delay, self._begin, record)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            self._waiting.pop(id, None)
            self._told.pop(id, None)
            if (timer := self._timers.pop(id, None)) is not None:
                timer.cancel()

    async def close(self) -> None:
        """Does what is due, as far as there is time for it; the rest is noted and done at the next start."""
        self._closed = True
        waiting = [record for id in self._waiting if (record := self._records.get(id)) is not None]
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        due = [asyncio.ensure_future(self._settle(record, at_the_end=True)) for record in waiting]
        # What goes on is not cut short: libtorrent ends its moves in any case, and their outcome would get lost.
        if going := [*due, *self._running]:
            done, _ = await asyncio.wait(going, timeout=_AT_THE_END)
            for task in due:
                if task not in done:
                    task.cancel()
                # A torrent that went meanwhile, or what its owner would have been told: it is told at the next start.
                elif (error := task.exception()) is not None and not isinstance(error, EngineError):
                    raise error

    def _begin(self, record: Record) -> None:
        self._timers.pop(record.id, None)
        if self._records.get(record.id) is record and record.id in self._waiting:
            task = spawn(self._settle_or_close(record), name="skipped files")
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _settle_or_close(self, record: Record) -> None:
        try:
            await self._settle(record)
        except EngineError:
            # What the end of the program cuts short is noted, and done at the next start.
            if not self._closed:
                raise

    async def _settle(self, record: Record, *, at_the_end: bool = False) -> None:
        async with self._moves.lock(record):
            indices = self._waiting.pop(record.id, set())
            if not indices or self._records.get(record.id) is not record or record.leaving:
                return
            unknown = record.checking or record.problem is not Problem.NONE or record.unconfirmed
            if record.handle is None or unknown or self._awaited():
                # What is here of a file, or whose it is, is not known now.
                if not at_the_end:
                    self.later(record, indices, LATER)
                return
            job = misplaced.Job(record.id, Path(record.save_path), self._parts)
            files = await self._questions.about(
                record.id, misplaced.find, record.id, record.priorities, indices, record.foreign
            )
            if any(file.out for file in files):
                files = await self._unclaimed(record, files)
            try:
                found = await self._files_worker.run(misplaced.look, job, files, same_disk=at_the_end)
            except OSError as error:
                raise EngineError(_unmoved(record, error)) from error
            failed = await self._moves.rename(record, found.moves)
            moved = [file for file in files if file.index in found.moves and file.index not in failed]
            await self._files_worker.run(misplaced.tidy, job, moved, files, failed)
            if moved:
                self._changed([record])
                self._moved(record)
            journal = self._journal()
            settled = indices - failed.keys() - found.blocked.keys()
            if journal is not None and settled and not found.busy:
                await journal.settled(record.id, skips=settled)
            self._tell(record, files, found, failed, at_the_end=at_the_end)

    def _awaited(self) -> bool:
        """Whether torrents are on their way into the session: these are not asked yet which files are theirs."""
        return any(one.handle is None and not one.hidden and not one.refused for one in self._records)

    async def _unclaimed(self, record: Record, files: list[misplaced.File]) -> list[misplaced.File]:
        others = [one for one in self._records if one is not record and one.has_metadata and not one.hidden]
        tops = await self._files_worker.run(misplaced.real, [record.save_path, *(other.save_path for other in others)])
        claims = [
            misplaced.Claim(other.id, other.handle, tops[other.save_path])
            for other in others
            if other.handle is not None and other.save_path in tops
        ]
        return await self._questions.ask(misplaced.unclaimed, tops[record.save_path], files, claims)

    def _tell(
        self,
        record: Record,
        files: Iterable[misplaced.File],
        found: misplaced.Found,
        failed: dict[int, str],
        *,
        at_the_end: bool,
    ) -> None:
        by_index = {file.index: file for file in files}
        kept_out = found.blocked | {
            index: _failed(by_index[index], text) for index, text in failed.items() if not by_index[index].out
        }
        troubles = [*found.troubles, *(_failed(by_index[i], text) for i, text in failed.items() if by_index[i].out)]
        told = self._told.get(record.id, set())
        troubles += [sentence for index, sentence in kept_out.items() if index not in told]
        if kept_out:
            self._told[record.id] = set(kept_out)
            if not at_the_end:
                self.later(record, kept_out, LATER)
        else:
            self._told.pop(record.id, None)
        if troubles:
            raise EngineError("\n".join(troubles[:3]) + ("\n…" if troubles[3:] else ""))


def _unmoved(record: Record, error: OSError) -> str:
    return translate("Engine", "Skipped files of “{name}” stay where they are: {message}.").format(
        name=record.name, message=error.strerror or error
    )


def _failed(file: misplaced.File, message: str) -> str:
    if file.out:
        return translate("Engine", "“{path}” is skipped but stays in the download folder: {message}.").format(
            path=shown(file.path), message=message
        )
    return translate("Engine", "“{path}” can't come back to the download folder: {message}.").format(
        path=shown(file.path), message=message
    )
