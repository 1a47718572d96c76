# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the names of unfinished files end in ".part" on disk, if that is wished, and no longer than they are unfinished.

What was there before a torrent keeps its name, and so does what another torrent saves too. Each change is noted before
it happens, so that the start after a kill finds the files.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from time import monotonic

from starling.engine import holding, suffix, suffixlook
from starling.engine.errors import EngineError
from starling.engine.journal import Journal
from starling.engine.moves import Moves
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.relocation_shared import Claims
from starling.engine.suffixlook import Change
from starling.i18n import translate
from starling.spelling import shown
from starling.tasks import Worker, spawn
from starling.torrent import Problem

log = logging.getLogger(__name__)

MOMENT = 0.05
"""Seconds in which what is wanted of several files may change."""

SETTLED = 2.0
"""Seconds after a start until the snapshot tells what is here, and after a rename until it is stored for good."""

LATER = 3.0
"""Seconds after which what can't be done now is tried again."""

_AT_ONCE = 5_000
"""Files that are noted and renamed at a time."""

_CLAIMED = 1.0
"""Seconds for which it is believed what other torrents save."""


class Suffixing:
    """Looks after one torrent at a time."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        moves: Moves,
        journal: Callable[[], Journal | None],
        stored: Callable[[Record], Awaitable[None]],
        files_worker: Worker,
    ) -> None:
        """`stored` waits until what libtorrent knows is on disk; `journal` is None while there is no session."""
        self._records = records
        self._questions = questions
        self._moves = moves
        self._journal = journal
        self._stored = stored
        self._files_worker = files_worker
        self._on = False
        self._turn = asyncio.Lock()
        self._waiting: dict[str, set[int] | None] = {}
        """The files to be looked at, None for all."""
        self._sure: set[str] = set()
        """Torrents that are looked at even if their snapshots, which may be old, say that they are complete."""
        self._timers: dict[str, tuple[float, asyncio.TimerHandle]] = {}
        """When each torrent is looked at, by the clock of the loop."""
        self._going: dict[str, asyncio.Task[None]] = {}
        self._marked: dict[str, set[int]] = {}
        """Files that may have the suffix."""
        self._done: dict[str, int] = {}
        """How many bytes of such torrents were there when they were looked at last."""
        self._noted: dict[str, set[int]] = {}
        """Files that have been renamed, which may not be stored yet."""
        self._told: dict[str, set[int]] = {}
        """Files whose owner knows that they keep the suffix."""
        self._claims: tuple[float, Claims] | None = None
        self._closed = False

    def use(self, on: bool) -> None:
        """Unfinished files get the suffix from now on, or lose it."""
        on = on and suffix.POSSIBLE
        if on is not self._on:
            self._on = on
            for record in self._records:
                self.look_at(record)

    def look_at(self, record: Record) -> None:
        """Which of a torrent's files are wanted, or can have the suffix, may have changed."""
        if self._on or record.suffixed:
            self._sure.add(record.id)
            self._later(record, None, MOMENT)

    def checked(self, record: Record, hashed: bool) -> None:
        """What is here of a torrent is known, perhaps otherwise than before if it was `hashed`."""
        if hashed:
            self.look_at(record)
        elif self._on or record.suffixed:
            self._later(record, None, SETTLED)

    def tick(self) -> None:
        """Looks which files have become complete, once a second.

        libtorrent could tell at once, but would do so of each file of each seed at every start.
        """
        for id, marked in self._marked.items():
            record = self._records.get(id)
            if record is None or record.snapshot is None or record.snapshot.done == self._done.get(id):
                continue
            self._done[id] = record.snapshot.done
            self._later(record, marked, 0)

    def finished(self, record: Record) -> None:
        """All that is wanted of a torrent is here."""
        if record.suffixed:
            self._later(record, None, 0)

    async def begin(self, record: Record, chosen: Sequence[int]) -> dict[int, str]:
        """Gives files their names before anything is there; `chosen` are the priorities that they are to have.

        Returns what libtorrent was told, by index. Raises EngineError if the torrent goes meanwhile.
        """
        if not self._on:
            return {}
        try:
            async with self._moves.lock(record), self._turn:
                return await self._rename(record, None, chosen) or {}
        except EngineError as error:
            if self._records.get(record.id) is not record:
                raise
            # They get it when they are begun.
            log.warning("%s: %s", record.id, error)
            return {}

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            for known in (self._waiting, self._marked, self._done, self._noted, self._told):
                known.pop(id, None)
            self._sure.discard(id)
            if (timer := self._timers.pop(id, None)) is not None:
                timer[1].cancel()

    def close(self) -> None:
        """What is not done by now is noted, and done at the next start."""
        self._closed = True
        for _, timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    # -- within

    def _later(self, record: Record, indices: set[int] | None, seconds: float) -> None:
        if self._closed or record.hidden:
            return
        before = self._waiting.get(record.id, set())
        self._waiting[record.id] = None if before is None or indices is None else before | indices
        self._wake(record, seconds)

    def _wake(self, record: Record, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        due, timer = self._timers.get(record.id, (0.0, None))
        soon = loop.time() + seconds
        if timer is not None:
            if due <= soon:
                return
            timer.cancel()
        self._timers[record.id] = soon, loop.call_later(seconds, self._begin, record)

    def _begin(self, record: Record) -> None:
        self._timers.pop(record.id, None)
        if self._records.get(record.id) is not record or record.leaving:
            return
        if record.id not in self._going:
            task = self._going[record.id] = spawn(self._settle_or_close(record), name="suffixes")
            task.add_done_callback(partial(self._ended, record))

    def _ended(self, record: Record, _: asyncio.Task[None]) -> None:
        del self._going[record.id]
        left = record.id in self._waiting or record.id in self._noted
        if left and record.id not in self._timers and not self._closed:
            # It was to be looked at while that went on.
            self._wake(record, MOMENT)

    async def _settle_or_close(self, record: Record) -> None:
        try:
            await self._settle(record)
        except EngineError:
            # What the end of the program cuts short is noted; nobody waits for one that is gone.
            if not self._closed and self._records.get(record.id) is record:
                raise

    async def _settle(self, record: Record) -> None:
        # The torrent first: one that is copied for hours keeps no other waiting.
        async with self._moves.lock(record), self._turn:
            if self._records.get(record.id) is not record or record.leaving or not record.has_metadata:
                self._waiting.pop(record.id, None)
                return
            if record.id in self._waiting:
                indices = self._waiting.pop(record.id)
                seed = record.snapshot is not None and record.snapshot.complete and record.id not in self._sure
                self._sure.discard(record.id)
                if (record.suffixed or not seed) and await self._rename(record, indices) is None:
                    self._sure.add(record.id)
                    self._later(record, indices, LATER)
                    return
            if record.id in self._noted:
                await self._store(record)

    async def _rename(
        self, record: Record, indices: set[int] | None, chosen: Sequence[int] | None = None
    ) -> dict[int, str] | None:
        """Has files called as they should be, and returns what was changed; None if that can't be told now."""
        if not _is_known(record):
            return None
        about = record.id, record.priorities if chosen is None else chosen, record.foreign, record.save_path
        found = await self._questions.about(record.id, suffixlook.find, indices, *about, on=self._on)
        if found is None:
            return None
        if found.marked is not None:
            self._note(record, found.marked)
        changes = await self._unclaimed(record, found.changes)
        renamed: dict[int, str] = {}
        kept: dict[int, str] = {}
        left = iter(changes)
        while some := list(islice(left, _AT_ONCE)):
            free, barred = await self._files_worker.run(suffixlook.free, record.save_path, some)
            kept |= barred
            failed = await self._tell(record, free)
            kept |= {
                change.index: _refused(change, failed[change.index])
                for change in some
                if change.index in failed and not suffix.is_marked(change.new)
            }
            renamed |= {index: path for index, path in free.items() if index not in failed}
        finished = {index for index, path in renamed.items() if not suffix.is_marked(path)}
        if finished:
            self._note(record, self._marked.get(record.id, set()) - finished)
        self._explain(record, kept)
        return renamed

    async def _tell(self, record: Record, places: Mapping[int, str]) -> dict[int, str]:
        """Has libtorrent rename files; returns the error text of each that it could not."""
        if not places:
            return {}
        marks = suffix.any_marked(places.values())
        if (journal := self._journal()) is not None:
            try:
                await journal.renaming(record.id, places, durable=marks)
            except EngineError:
                await journal.settled(record.id, renames=places)
                raise
        if marks:
            self._note(record, {*places, *self._marked.get(record.id, ())})
        failed = await self._moves.rename(record, places)
        for index, text in failed.items():
            log.warning("%s: %s: %s", record.id, places[index], text)
        self._noted.setdefault(record.id, set()).update(places)
        if len(self._noted[record.id]) >= _AT_ONCE:
            await self._store(record)
        else:
            self._wake(record, SETTLED)
        return failed

    def _note(self, record: Record, marked: set[int]) -> None:
        record.suffixed = bool(marked)
        if marked:
            self._marked[record.id] = marked
        else:
            self._marked.pop(record.id, None)
            self._done.pop(record.id, None)

    async def _store(self, record: Record) -> None:
        """Once the names are stored, nothing need be known of how they came about."""
        noted = self._noted.pop(record.id)
        journal = self._journal()
        if journal is None:
            return
        try:
            await self._stored(record)
        except EngineError as error:
            # The files have their names all the same; what is noted of them helps the next start to know.
            log.warning("%s: the new names are not stored: %s", record.id, error)
            return
        await journal.settled(record.id, renames=noted)

    async def _unclaimed(self, record: Record, changes: list[Change]) -> list[Change]:
        """Without those files that would get the suffix though other torrents save them too."""
        places = {change.index: suffix.on_disk(change.now) for change in changes if suffix.is_marked(change.new)}
        if not places:
            return changes
        if self._claims is None or monotonic() - self._claims[0] > _CLAIMED:
            self._claims = monotonic(), await Claims.of(self._records, self._questions, self._files_worker)
        shared = await self._claims[1].shared(self._questions, record, places)
        return [change for change in changes if change.index not in shared]

    def _explain(self, record: Record, kept: Mapping[int, str]) -> None:
        if not kept:
            return
        self._later(record, set(kept), LATER)
        told = self._told.setdefault(record.id, set())
        fresh = [sentence for index, sentence in kept.items() if index not in told]
        told.update(kept)
        if fresh:
            raise EngineError("\n".join(fresh[:3]) + ("\n…" if fresh[3:] else ""))


def _is_known(record: Record) -> bool:
    """Whether libtorrent can say now what is here of a torrent, and where."""
    away = record.problem is Problem.NO_DRIVE or record.held in holding.AWAY or record.absent or record.unconfirmed
    return record.handle is not None and not record.checking and not away


def _refused(change: Change, message: str) -> str:
    return translate("Engine", "“{path}” still ends in .part on the disk: {message}.").format(
        path=shown(change.path), message=message
    )
