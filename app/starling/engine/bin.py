# SPDX-License-Identifier: GPL-3.0-or-later
"""The removed torrents: kept for some days with all that makes them what they were, and brought back as they were."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import bindisk, commands, keeper, provenance, removal, sources
from starling.engine.bindisk import Arrival
from starling.engine.binqueue import restore_places
from starling.engine.binstore import BinStore, Entry, Notes
from starling.engine.doorway import Doorway
from starling.engine.errors import EngineError, reason
from starling.engine.goalclock import spared
from starling.engine.record import Record, Records
from starling.engine.removal import Remains
from starling.engine.rows import Removal
from starling.i18n import translate
from starling.removed import DAY, Farewell, Removed, Return
from starling.tasks import Worker, spawn

if TYPE_CHECKING:
    from starling.engine.contents import Contents
    from starling.engine.running import Running

log = logging.getLogger(__name__)

_AT_ONCE = 50
"""Torrents that come back between two turns of the event loop."""


@dataclass(slots=True)
class _Case:
    """One that shall come back."""

    entry: Entry
    params: lt.add_torrent_params
    remains: Remains


class Bin(QObject):
    """What was removed and can be undone."""

    kept = Signal(object)
    """Farewell: torrents have just been removed, files and all, and can come back."""
    changed = Signal()
    """`entries` gives something else now."""

    def __init__(
        self,
        records: Records,
        contents: "Contents",
        running: Callable[[], "Running | None"],
        ready: Callable[[], Awaitable["Running"]],
        shown: Callable[[Iterable[Record]], None],
        worker: Worker,
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`running` is None while there is no session; `ready` waits for it, with every stored torrent in it, or raises
        EngineError; `shown` has the list show what became of records.
        """
        super().__init__()
        self._records = records
        self._contents = contents
        self._running = running
        self._ready = ready
        self._shown = shown
        self._worker = worker
        self._files_worker = files_worker
        self._parts = parts
        self.days = 7
        """For how many days removed torrents are kept; 0 = not at all."""
        self.doorway = Doorway()
        """By which torrents come into the list."""
        self._going: set[asyncio.Future[None]] = set()
        """Removals that go on."""
        self._returning: dict[str, str] = {}
        """Id -> name of torrents that are on their way back."""
        self._lock = asyncio.Lock()
        self._daily = QTimer(self)
        self._daily.setInterval(DAY * 1000)
        self._daily.timeout.connect(self._on_day)

    # -- what the window asks

    async def entries(self) -> list[Removed]:
        """Every torrent that can come back, the last removed ones first."""
        return await self._worker.run(BinStore((await self._ready()).store).listed)

    async def undo(self, batch: int | None = None) -> Return:
        """Brings back what was removed at once, the last time if nothing else is said; waits for it to be gone.

        Raises EngineError if there is nothing left of it.
        """
        if self._going:
            await asyncio.wait(self._going)
        found = await self.entries()
        if batch is None and found:
            batch = found[0].batch
        numbers = [one.number for one in found if one.batch == batch]
        if not numbers:
            raise EngineError(translate("Engine", "There is no removal to undo."))
        return replace(await self.restore(numbers), batch=batch or 0)

    async def restore(self, numbers: Iterable[int]) -> Return:
        """Puts removed torrents into the list again, with their files out of the trash, each where it was.

        Those whose files are what they were go on without a check.
        """
        running = await self._ready()
        places: dict[Record, int | None] = {}
        troubles: list[str] = []
        async with self._lock:
            entries = await self._worker.run(BinStore(running.store).entries, list(numbers))
            for at in range(0, len(entries), _AT_ONCE):
                async with self.doorway.coming():
                    came, told = await self._restore(running, entries[at : at + _AT_ONCE])
                places |= came
                troubles += told
            restore_places(places, self._records)
        back = list(places)
        self._shown(back)
        self.changed.emit()
        await self._contents.begin({record.id for record in back})
        return Return(tuple(record.id for record in back), tuple(record.name for record in back), tuple(troubles))

    async def relabel(self, name: str, other: str = "") -> list[int]:
        """Gives those that have a label another one instead, none if it is empty; their numbers."""
        async with self._lock:
            return await self._worker.run(BinStore((await self._ready()).store).relabel, name, other)

    async def label(self, numbers: Iterable[int], name: str) -> None:
        """Gives these a label."""
        async with self._lock:
            await self._worker.run(BinStore((await self._ready()).store).label, list(numbers), name)

    async def forget(self, numbers: Iterable[int]) -> None:
        """Has removed torrents gone for good. What is in the desktop's trash stays there."""
        gone = set(numbers)
        async with self._lock:
            bins = BinStore((await self._ready()).store)
            ids = await self._worker.run(bins.ids)
            await self._worker.run(bins.drop, gone)
            left = await self._worker.run(bins.ids)
        await self._files_worker.run(bindisk.forget, self._parts, gone)
        self._forget_history(ids - left)
        self.changed.emit()

    # -- for the engine

    def refuse(self, id: str) -> None:
        """Raises EngineError for a torrent that is on its way back."""
        if (name := self._returning.get(id)) is not None:
            raise EngineError(
                translate("Engine", "“{name}” is coming back from the removed torrents.").format(name=name)
            )

    @contextmanager
    def going(self) -> Iterator[None]:
        """While it lasts, torrents are being removed."""
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._going.add(ended)
        try:
            yield
        finally:
            self._going.discard(ended)
            ended.set_result(None)

    async def left(self, numbers: Mapping[str, int], notes: Mapping[int, Notes], *, keep: bool) -> None:
        """Torrents are gone, with all that had to be done to their files; `numbers` by id. To `keep` or to forget."""
        if self._running() is None:
            # Starling ends meanwhile: the next start takes note of it, as after a kill.
            return
        bins = self._bins()
        if keep:
            await self._worker.run(bins.done, notes)
        else:
            await self._worker.run(bins.drop, notes)
            gone = {id for id, number in numbers.items() if number in notes}
            self._forget_history(gone - await self._worker.run(bins.ids))

    def say(self, farewell: Farewell) -> None:
        """All of a removal is done."""
        if self.days:
            self.kept.emit(farewell)
            self.changed.emit()

    async def finish(self, running: "Running") -> set[str]:
        """Ends the removals that a kill has cut short, and forgets what is too old; the ids of those that are kept.

        To be awaited before the stored torrents come in.
        """
        bins = BinStore(running.store)
        try:
            for entry in await self._worker.run(bins.unfinished):
                keep = self.days > 0 and entry.todo is not Removal.FOR_GOOD
                notes = await self._files_worker.run(_finish, entry, self._parts, keep)
                if entry.todo is Removal.FOR_GOOD:
                    await self._worker.run(bins.drop, [entry.removed.number])
                else:
                    await self._worker.run(bins.done, {entry.removed.number: notes})
            before = time.time() - self.days * DAY
            await self._worker.run(bins.drop, await self._worker.run(bins.expired, before))
            known = await self._worker.run(bins.numbers)
            await self._files_worker.run(bindisk.sweep, self._parts, known)
            self._daily.start()
            return await self._worker.run(bins.ids)
        except (EngineError, sqlite3.Error) as error:
            # Another time: nobody is to be kept from their torrents.
            log.warning("The removed torrents can't be looked after: %s", error)
            return set()

    def keep_for(self, days: int) -> None:
        """Removed torrents are kept so long from now on, those that are here already too.

        What is too old now goes at the next start, or when its day is over: a number may be on its way to another one.
        """
        self.days = days

    def close(self) -> None:
        """No more of it."""
        self._daily.stop()

    # -- within

    async def _restore(self, running: "Running", entries: list[Entry]) -> tuple[dict[Record, int | None], list[str]]:
        """Who is back, with the places in the queue that they had, and what is told."""
        bins, troubles = BinStore(running.store), []
        cases: list[_Case] = []
        for entry, found in await self._worker.run(_parse, entries, self._parts):
            if isinstance(found, str):
                troubles.append(
                    translate("Engine", "“{name}” can't be restored, its stored state is damaged: {message}.").format(
                        name=entry.removed.name, message=found
                    )
                )
            elif self._is_listed(found, entry.removed.id):
                troubles.append(translate("Engine", "“{name}” is in the list already.").format(name=entry.removed.name))
            else:
                cases.append(found)
        cases, older = _last_removals(cases)
        troubles += older
        self._returning.update((case.entry.removed.id, case.entry.removed.name) for case in cases)
        try:
            for case in cases:
                await self._stop_looking(running, case.entry.removed.id)
            arrivals = await self._files_worker.run(_bring, cases, self._parts)
            troubles += [arrival.told for arrival in arrivals.values() if arrival.told]
            cases = [case for case in cases if not arrivals[case.entry.removed.number].away]
            changed = await self._worker.run(_resumes, cases, arrivals)
            back = await self._worker.run(bins.give_back, changed)
            rows = [
                replace(
                    case.entry.row,
                    resume=changed[case.entry.removed.number] or case.entry.row.resume,
                    options=spared(case.entry.row.options),
                )
                for case in cases
                if case.entry.removed.number in back
            ]
            troubles += await running.loader.bring(rows)
            records = [record for row in rows if (record := self._records.get(row.id)) is not None]
            by_id = {case.entry.removed.id: case for case in cases}
            came: dict[Record, int | None] = {}
            for record in records:
                try:
                    await running.adder.arrived(record)
                except EngineError as error:
                    troubles.append(str(error))
                    continue
                entry = by_id[record.id].entry
                # Not the record's own: news have told where it stands meanwhile.
                came[record] = entry.row.position
                arrival = arrivals[entry.removed.number]
                if record.paused and arrival.there and not arrival.unchanged:
                    # libtorrent checks those that run by itself.
                    commands.recheck(record)
            # What came back to stay is not to go again by what was stored of its goal before.
            running.keeper.all_options(came)
            return came, troubles
        finally:
            for case in cases:
                self._returning.pop(case.entry.removed.id, None)

    def _is_listed(self, case: _Case, id: str) -> bool:
        found = self._records.get(id) or self._records.with_hash(sources.hashes_of(case.params))
        return found is not None and not found.hidden

    async def _stop_looking(self, running: "Running", id: str) -> None:
        """A magnet link of the same torrent is open and looks for its metadata: not needed any more."""
        if (searching := self._records.get(id)) is not None:
            await running.adder.arrived(searching)
            running.adder.discard(id)

    def _forget_history(self, ids: Collection[str]) -> None:
        running = self._running()
        gone = [id for id in ids if self._records.get(id) is None]
        if running is not None and gone:
            running.announces.forget(gone)
            running.history.forget(gone)

    def _require(self) -> "Running":
        running = self._running()
        if running is None:
            raise EngineError(translate("Engine", "Starling is closing."))
        return running

    def _bins(self) -> BinStore:
        return BinStore(self._require().store)

    def _on_day(self) -> None:
        spawn(self._expire(), name="forget removed torrents")

    async def _expire(self) -> None:
        if self._running() is not None:
            old = await self._worker.run(self._bins().expired, time.time() - self.days * DAY)
            if old:
                await self.forget(old)


def _last_removals(cases: Iterable[_Case]) -> tuple[list[_Case], list[str]]:
    """The same torrent may have been removed several times: the last one counts, and is told of."""
    found: dict[str, _Case] = {}
    several: dict[str, str] = {}
    for case in cases:
        removed = case.entry.removed
        if (other := found.get(removed.id)) is not None:
            several[removed.id] = translate(
                "Engine", "“{name}” was removed more than once: it is back as it was the last time."
            )
        if other is None or other.entry.removed.number < removed.number:
            found[removed.id] = case
    return list(found.values()), [text.format(name=found[id].entry.removed.name) for id, text in several.items()]


def _parse(entries: Iterable[Entry], parts: Path) -> list[tuple[Entry, _Case | str]]:
    found: list[tuple[Entry, _Case | str]] = []
    for entry in entries:
        row = entry.row
        try:
            params = keeper.restore(row.id, row.resume, row.info)
            found.append((entry, _Case(entry, params, _remains(entry, params, parts))))
        except (RuntimeError, ValueError) as error:
            found.append((entry, reason(error)))
    return found


def _remains(entry: Entry, params: lt.add_torrent_params, parts: Path) -> Remains:
    known = None
    if params.ti is not None:
        foreign = provenance.decode(entry.row.foreign)
        known = removal.Known(params.ti, params.renamed_files, params.file_priorities, params.have_pieces, foreign)
    name = entry.removed.name or entry.row.name or (params.ti.name() if params.ti is not None else entry.row.id)
    return removal.remains(entry.row.id, name, params.save_path, known, parts)


def _bring(cases: Iterable[_Case], parts: Path) -> dict[int, Arrival]:
    waiting, found = list(cases), {}
    # Twice: files that several have came with the last of them.
    for _ in range(2):
        for case in waiting:
            found[case.entry.removed.number] = _come_back(case, parts)
        alone = len(waiting) < 2
        waiting = [case for case in waiting if not found[case.entry.removed.number].unchanged]
        if alone:
            break
    for case in waiting:
        number = case.entry.removed.number
        if case.entry.removed.trashed and not found[number].away:
            found[number] = _complete(case, found[number], parts)
    return found


def _come_back(case: _Case, parts: Path) -> Arrival:
    try:
        return bindisk.come_back(case.remains, case.entry.notes, case.entry.removed.number, parts)
    except OSError as error:
        log.warning("%s: %s", case.remains.name, error)
        return Arrival(unchanged=False, complete=False, told=_stopped(case.remains.name, error))


def _complete(case: _Case, arrival: Arrival, parts: Path) -> Arrival:
    """Looks for what went to the trash with others that had it too, in the same removal or later."""
    had = removal.had(case.params)
    lacking = bindisk.lacking(case.remains, had)
    if not lacking:
        return arrival
    if bindisk.fetch(lacking, bindisk.went(case.remains, lacking, case.entry.removed.at)):
        arrival = _come_back(case, parts)
        lacking = bindisk.lacking(case.remains, had)
    if lacking and not arrival.told:
        return replace(arrival, told=bindisk.told_without(case.remains.name, lacking))
    return arrival


def _stopped(name: str, error: OSError) -> str:
    return translate("Engine", "“{name}” is back, paused: its files can't be looked at: {message}.").format(
        name=name, message=error.strerror or error
    )


def _resumes(cases: Iterable[_Case], arrivals: Mapping[int, Arrival]) -> dict[int, bytes | None]:
    """Other resume data for those that are not what they were: without a piece they are checked."""
    found: dict[int, bytes | None] = {}
    for case in cases:
        number, params = case.entry.removed.number, case.params
        arrival = arrivals[number]
        found[number] = None
        # Where nothing is there, its row says so, and it is as it was if its disk or its files come back.
        if params.ti is None or not arrival.there or (arrival.unchanged and arrival.complete):
            continue
        params.ti = None
        if not arrival.unchanged:
            params.have_pieces, params.verified_pieces, params.unfinished_pieces = [], [], {}
        # Nothing is fetched again that nobody asked for, and nothing written over.
        params.flags = (params.flags | lt.torrent_flags.paused) & ~lt.torrent_flags.auto_managed
        found[number] = keeper.encode(params)
    return found


def _finish(entry: Entry, parts: Path, keep: bool) -> Notes:
    """Does to files what a removal did not get to."""
    try:
        params = keeper.restore(entry.row.id, entry.row.resume, entry.row.info)
        remains = removal.without(_remains(entry, params, parts), entry.notes.others)
        known = bindisk.already_gone(remains, entry.removed.at)
        notes, told = bindisk.leave(remains, entry.todo, entry.removed.number, parts, keep=keep, known=known)
    except (RuntimeError, ValueError, OSError) as error:
        # Whatever stayed: a removal is not begun again at each start.
        log.warning("%s: %s", entry.removed.name, error)
        return Notes()
    if told:
        log.warning("%s", told)
    return notes
