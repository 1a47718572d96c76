# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a torrent's files to another folder: renamed within its volume, else copied, and back if that fails."""

import asyncio
import errno
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import libtorrent as lt

from starling.engine import commands, holding, misplaced, relocation_copy, relocation_plan
from starling.engine.contents import Contents
from starling.engine.errors import EngineError, LackError
from starling.engine.questions import Questions
from starling.engine.record import Hold, Record, Records
from starling.engine.relocation_copy import CancelledCopyError, Progress
from starling.engine.relocation_log import Way
from starling.engine.relocation_plan import Route
from starling.engine.relocation_room import needed_after
from starling.engine.relocation_shared import Claims
from starling.engine.relocation_words import stays
from starling.engine.reopen import reopen
from starling.engine.running import Running
from starling.engine.savefolder import check_folder, part_file_dir
from starling.i18n import translate
from starling.tasks import Worker
from starling.torrent import Movement, Problem

log = logging.getLogger(__name__)

_LOOK = 0.25
"""Seconds between two looks at how far a copy has come."""
_WINDOW = 20
"""Looks over which its rate is averaged."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_AT_ONCE = 16
"""Torrents that are looked at, or renamed, at a time."""


class Mover:
    """Copies go one after another; whatever is within a volume need not wait for them."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        running: Callable[[], Running | None],
        parts: Path,
    ) -> None:
        self._records = records
        self._questions = questions
        self._contents = contents
        self._running = running
        self._parts = parts
        self._going: dict[str, Progress] = {}
        self._under_way: dict[str, tuple[frozenset[Path], asyncio.Event]] = {}
        """What torrents have directly in their folders, and when they are done."""
        self._waits: dict[str, asyncio.Timeout] = {}
        """Those that wait for others, with what ends that."""
        self._turn = asyncio.Lock()
        self.few = asyncio.Semaphore(_AT_ONCE)
        """To be held by whoever looks at the files of a torrent."""
        self._workers: dict[str, Worker] = {}
        self._closed = False

    def cancel(self, id: str) -> None:
        """Its copy, under way or waiting for its turn, is given up."""
        if (progress := self._going.get(id)) is not None and not progress.cancelled:
            progress.cancelled = True
            if (waits := self._waits.get(id)) is not None:
                waits.reschedule(asyncio.get_running_loop().time())

    def end(self) -> None:
        """Gives up every copy; none is begun any more."""
        self._closed = True
        for id in self._going:
            self.cancel(id)

    async def stop(self, patience: float) -> None:
        """Ends the threads, waiting so many seconds for each."""
        while self._workers:
            await self._workers.popitem()[1].stop(patience)

    async def claims(self) -> Claims:
        """What all torrents have."""
        return await Claims.of(self._records, self._questions, self.worker("moves"))

    async def survey(self, record: Record, target: Path, claims: Claims) -> Route:
        """Looks whether it can be done; raises EngineError. Hold `few` meanwhile."""
        places = await self._questions.about(record.id, relocation_plan.places_of, record.id)
        shared = await claims.shared(self._questions, record, places.disk)
        theirs = await claims.shared(self._questions, record, places.disk, target)
        survey = partial(relocation_plan.survey, record.name, Path(record.save_path), target, places)
        return await self.worker("moves").run(survey, shared, theirs)

    async def move(self, record: Record, target: Path, claims: Claims) -> None:
        """Does it, or leaves everything where it was; raises EngineError unless somebody wanted that."""
        self.refuse_busy(record)
        if not record.has_metadata:
            await self.set_folder(record, target)
            return
        progress = self._going[record.id] = Progress()
        try:
            self._tell(record, Movement(str(target)))
            await self._let_sharers_pass(record, claims)
            async with self.few:
                route = await self.survey(record, target, claims)
            if not route.copied:
                route = await self._rename(record, target, claims)
            if route.copied:
                await self._copy(record, target, claims, progress)
        except CancelledCopyError:
            # Whoever said so knows.
            log.info("%s stays in %s", record.id, record.save_path)
        except EngineError:
            if not record.leaving:
                raise
            # It was removed on its way: whoever did that knows.
            log.info("%s stays in %s, and is removed", record.id, record.save_path)
        finally:
            self._going.pop(record.id, None)
            if (under_way := self._under_way.pop(record.id, None)) is not None:
                under_way[1].set()
            self._tell(record, None)

    async def arrived(self, running: Running, record: Record, way: Way) -> None:
        """The program was killed when a torrent was in its new folder already."""
        async with self._contents.lock(record):
            await self._leave(running, record, way, await self.claims())

    def refuse_busy(self, record: Record, *, drive: bool = False) -> None:
        """Raises EngineError for a torrent that can't go now; with `drive` its own need not be there."""
        if record.moving is not None:
            raise EngineError(
                translate("Engine", "“{name}” is on its way to {folder} already.").format(
                    name=record.name, folder=record.moving.target
                )
            )
        if record.problem is Problem.NO_DRIVE and not drive:
            raise EngineError(
                translate("Engine", "“{name}” can't be moved: {reason}").format(name=record.name, reason=record.error)
            )
        if record.checking or record.recheck is not None:
            raise EngineError(
                translate("Engine", "“{name}” is being checked: move it when that is done.").format(name=record.name)
            )

    def alive(self, record: Record) -> Running:
        """What runs; raises EngineError where the torrent is not in it any more."""
        running = self._running()
        if self._closed:
            raise EngineError(translate("Engine", "Starling is closing."))
        if running is None or running.records.get(record.id) is not record or record.leaving:
            raise EngineError(translate("Engine", "This torrent is not in the list any more."))
        return running

    def worker(self, name: str) -> Worker:
        """A thread for what waits for disks; copies have one of their own."""
        if name not in self._workers:
            self._workers[name] = Worker(asyncio.get_running_loop(), name)
        return self._workers[name]

    # -- within

    async def _let_sharers_pass(self, record: Record, claims: Claims) -> None:
        """Torrents that may have files in common go one after another: the next finds what the one before brought."""
        places = await self._questions.about(record.id, relocation_plan.places_of, record.id)
        folder = record.save_path
        top = (await self.worker("moves").run(misplaced.real, [folder]))[folder]
        roots = frozenset(top / path.split("/", 1)[0] for path in places.disk.values())
        before = [done for taken, done in self._under_way.values() if taken & roots]
        self._under_way[record.id] = roots, asyncio.Event()
        for done in before:
            async with self._patience(record):
                await done.wait()
        if before:
            await claims.renew()

    @asynccontextmanager
    async def _patience(self, record: Record) -> AsyncIterator[None]:
        """What waits in it for others raises CancelledCopyError as soon as nobody wants that any more."""
        if self._going[record.id].cancelled:
            raise CancelledCopyError
        try:
            async with asyncio.timeout(None) as self._waits[record.id]:
                yield
        except TimeoutError:
            raise CancelledCopyError from None
        finally:
            del self._waits[record.id]

    @asynccontextmanager
    async def _turn_of(self, record: Record) -> AsyncIterator[None]:
        async with self._patience(record):
            await self._turn.acquire()
        try:
            yield
        finally:
            self._turn.release()

    async def _rename(self, record: Record, target: Path, claims: Claims) -> Route:
        """Moves files within their volume; returns the route, copied if it turns out that they are on two."""
        async with self.few, self._contents.lock(record):
            running = self.alive(record)
            await claims.renew()
            route = await self.survey(record, target, claims)
            if route.copied:
                return route
            way = _way(route)
            worker = self.worker("moves")
            made = await worker.run(relocation_plan.make_folder, target)
            await running.ways.begin(record.id, way)
            try:
                await self._reopen(running, record, route, partial(relocation_plan.rename_all, route))
            except EngineError as error:
                if record.save_path == str(target):
                    # Only the store does not know it yet: the next start looks there.
                    raise
                if await worker.run(relocation_plan.is_back, route):
                    await worker.run(relocation_plan.unmake, made, target)
                    await running.ways.end(record.id)
                if isinstance(error.__cause__, OSError) and error.__cause__.errno == errno.EXDEV:
                    return replace(route, copied=True)
                raise
            await self._leave(running, record, way, claims)
            return route

    async def _copy(self, record: Record, target: Path, claims: Claims, progress: Progress) -> None:
        async with self._turn_of(record), self._contents.lock(record):
            # Much may have changed while it waited.
            await claims.renew()
            route = replace(await self.survey(record, target, claims), copied=True)
            if progress.cancelled:
                raise CancelledCopyError
            running = self.alive(record)
            worker = self.worker("copies")
            source, way = route.source, _way(route)
            stage = relocation_copy.staging(target, record.id)
            progress.total = route.size
            made = await worker.run(relocation_plan.make_folder, target)
            await running.ways.begin(record.id, way)
            held = not is_complete(record) and record.held is None
            if held:
                # What is complete is only read, and goes on.
                holding.hold(record, Hold.MOVE)
            try:
                await running.keeper.stored(record.id)
                await worker.run(relocation_copy.compare, source, target, route.there, progress)
                copying = worker.run(relocation_copy.copy_all, source, stage, route.fresh, progress, route.links)
                await self._watch(record, target, progress, copying)
                if progress.cancelled:
                    # The last byte was written before anybody could stop.
                    raise CancelledCopyError
                self._going.pop(record.id, None)

                def arrive() -> None:
                    # Once more what was written meanwhile, now that nobody writes.
                    relocation_copy.copy_all(source, stage, route.fresh, progress, route.links)
                    relocation_copy.place(stage, target, route.fresh)

                await self._reopen(running, record, route, arrive)
                await running.ways.kept_durable()
            except BaseException as error:
                if record.save_path != str(target):
                    await worker.run(relocation_copy.take_back, source, target, record.id, route.fresh)
                    await worker.run(relocation_plan.unmake, made, target)
                    await running.ways.end(record.id)
                if isinstance(error, OSError):
                    said = relocation_plan.cannot(record.name, error)
                    if error.errno not in _FULL:
                        raise EngineError(said) from error
                    needed = await worker.run(needed_after, str(target), route.size + relocation_plan.SPARE)
                    raise LackError(said, needed) from error
                raise
            finally:
                if held and record.held is Hold.MOVE:
                    holding.release(record)
                commands.catch_up(record)
            await self._leave(running, record, way, claims)

    async def _leave(self, running: Running, record: Record, way: Way, claims: Claims) -> None:
        """Removes what is still in the old folder, but for what others have there too by now."""
        if way.copied or way.there:
            source, target = Path(way.source), Path(way.target)
            await claims.renew()
            own = dict(enumerate(way.own))
            shared = await claims.shared(self._questions, record, own, source)
            paths = [path for index, path in own.items() if index not in shared]
            stayed = await self.worker("copies").run(relocation_copy.clear, source, target, paths)
            if stayed:
                raise EngineError(stays(record, target, stayed))
        await running.ways.end(record.id)

    async def _reopen(self, running: Running, record: Record, route: Route, moved: Callable[[], None]) -> None:
        """Has libtorrent close the files, calls `moved`, and opens them in the other folder. Raises EngineError."""
        target = str(route.target)

        def change(params: lt.add_torrent_params) -> None:
            try:
                moved()
            except OSError as error:
                raise EngineError(relocation_plan.cannot(record.name, error)) from error
            params.save_path, params.part_file_dir = target, part_file_dir(self._parts, target)
            record.save_path = target

        await reopen(running, record, self.worker("moves"), self._parts, change)

    async def _watch(self, record: Record, target: Path, progress: Progress, work: Coroutine[Any, Any, None]) -> None:
        samples: deque[tuple[float, int]] = deque([(monotonic(), 0)], maxlen=_WINDOW)
        task = asyncio.ensure_future(work)
        try:
            while not task.done():
                await asyncio.wait([task], timeout=_LOOK)
                samples.append((monotonic(), progress.done))
                (begun, first), (now, last) = samples[0], samples[-1]
                rate = int((last - first) / max(now - begun, 0.001))
                self._tell(record, Movement(str(target), min(last, progress.total), progress.total, rate))
        except asyncio.CancelledError:
            progress.cancelled = True
            raise
        await task

    async def set_folder(self, record: Record, target: Path) -> None:
        """Of a torrent that has no files yet."""
        await self.worker("moves").run(check_folder, str(target))
        _, handle = await self._questions.present(record.id)
        handle.move_storage(str(target), lt.move_flags_t.dont_replace)

    def _tell(self, record: Record, movement: Movement | None) -> None:
        record.moving = movement
        running = self._running()
        if running is not None and running.records.get(record.id) is record:
            running.listener.stale.add(record)


def is_complete(record: Record) -> bool:
    """Whether all of a torrent is here, as far as is known."""
    return record.snapshot is not None and record.snapshot.complete


def _way(route: Route) -> Way:
    there, shared = sorted(route.there), sorted(route.shared)
    return Way(str(route.source), str(route.target), route.copied, list(route.fresh), there, shared)
