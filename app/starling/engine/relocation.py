# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves the data of torrents to another folder, at once within a volume, copied with progress to another one."""

import asyncio
import errno
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import libtorrent as lt

from starling.engine import commands, holding, misplaced, relocation_copy, relocation_plan, suffixlook
from starling.engine.contents import Contents
from starling.engine.errors import EngineError
from starling.engine.questions import Questions
from starling.engine.record import Hold, Record, Records
from starling.engine.relocation_copy import CancelledCopyError, Progress
from starling.engine.relocation_log import Way
from starling.engine.relocation_plan import Route
from starling.engine.relocation_shared import Claims
from starling.engine.reopen import reopen
from starling.engine.running import Running
from starling.engine.savefolder import check_folder, check_place, part_file_dir
from starling.engine.session import Config
from starling.i18n import translate
from starling.tasks import Worker, spawn
from starling.torrent import Movement, Problem

log = logging.getLogger(__name__)

_LOOK = 0.25
"""Seconds between two looks at how far a copy has come."""
_WINDOW = 20
"""Looks over which its rate is averaged."""
_AT_ONCE = 16
"""Torrents that are looked at, or renamed, at a time."""
_AT_THE_END = 1.5
"""Seconds that the end of the program gives to copies that are taken back; the next start does the rest."""


class Relocation:
    """Copies go one after another; whatever is within a volume need not wait for them."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        running: Callable[[], Running | None],
        config: Callable[[], Config],
        noted: Callable[[str], None],
        parts: Path,
    ) -> None:
        """`running` is None while there is no session; `noted` hears sentences; `parts` is the folder of the part
        files, and of what lies aside.
        """
        self._records = records
        self._questions = questions
        self._contents = contents
        self._running = running
        self._config = config
        self._noted = noted
        self._parts = parts
        self._going: dict[str, Progress] = {}
        self._finishing: set[str] = set()
        self._under_way: dict[str, tuple[frozenset[Path], asyncio.Event]] = {}
        """What torrents have directly in their folders, and when they are done."""
        self._turn = asyncio.Lock()
        self._few = asyncio.Semaphore(_AT_ONCE)
        self._workers: dict[str, Worker] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def move(self, ids: Iterable[str], folder: str) -> None:
        """Moves the files of torrents to a folder; each is in `State.MOVING` until it has arrived, or stays.

        Nothing is begun where all that has to be copied finds no room. Raises EngineError with a sentence for each
        that could not be moved; the others are. One that lies in the folder for incomplete torrents stays there
        until it is complete, and goes to this folder then.
        """
        target = Path(folder)
        records = self._records.visible(ids)
        waiting = self.waiting([record.id for record in records])
        if waiting:
            await self._worker("moves").run(check_place, folder)
            later = [record for record in records if record.id in waiting]
            for record in later:
                self._send(record, folder)
            self._noted(_go_later(later, target))
        now = [record for record in records if record.id not in waiting]
        claims = await self._claims()
        await self._refuse_lack(now, target, claims)
        await self._all([self._move(record, target, claims) for record in now])

    def waiting(self, ids: Iterable[str]) -> set[str]:
        """Those among torrents that `move` has go only when they are complete."""
        return {
            record.id
            for record in self._records.visible(ids)
            if record.options.destination and not _is_complete(record) and self._begins(record)
        }

    async def adopt(self, ids: Iterable[str], folder: str) -> None:
        """The files of torrents are in this folder already: they are looked for there, and hashed. Raises EngineError.

        Nothing is moved; what is not there is downloaded again.
        """
        await self._all([self._adopt(record, folder) for record in self._records.visible(ids)])

    def cancel(self, ids: Iterable[str]) -> None:
        """Copies that are under way or wait for their turn are given up: those torrents stay where they were."""
        for id in ids:
            if (progress := self._going.get(id)) is not None:
                progress.cancelled = True

    def set_destination(self, ids: Iterable[str], folder: str) -> None:
        """Torrents go to this folder when they are complete, those that are at once; empty = they stay."""
        for record in self._records.visible(ids):
            self._send(record, folder)
            self.finished(record)

    # -- for the engine

    def begin(self) -> None:
        """Every stored torrent is there: what was to be moved by now is."""
        running = self._running()
        if running is None:
            return
        for sentence in running.ways.notes:
            self._noted(sentence)
        running.ways.notes.clear()
        for record in self._records:
            self.finished(record)
            way = running.ways.ways.get(record.id)
            if way is not None and record.save_path == way.target:
                self._start(self._contents.while_there(record, self._arrived(running, record, way)), name="moved data")

    def finished(self, record: Record) -> None:
        """A torrent may be complete: it goes where it belongs then."""
        busy = self._closed or record.id in self._finishing
        if record.options.destination and not record.hidden and not busy:
            self._finishing.add(record.id)
            self._start(self._contents.while_there(record, self._finish_once(record)), name="move when done")

    async def close(self) -> None:
        """Gives up what goes on; what can't be taken back in time is at the next start."""
        self._closed = True
        self.cancel(list(self._going))
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_AT_THE_END)
        while self._workers:
            await self._workers.popitem()[1].stop(_AT_THE_END)

    # -- within

    async def _all(self, ways: Sequence[Coroutine[Any, Any, None]]) -> None:
        tasks = [asyncio.ensure_future(way) for way in ways]
        self._tasks.update(tasks)
        try:
            results = await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            self._tasks.difference_update(tasks)
        _raise(results)

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = spawn(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _begins(self, record: Record) -> bool:
        """Whether a torrent lies in the folder for incomplete ones."""
        folder = self._config().data.incomplete
        return bool(folder) and Path(record.save_path).is_relative_to(folder)

    async def _refuse_lack(self, records: Sequence[Record], target: Path, claims: Claims) -> None:
        """Raises EngineError where all that is to be copied together would not find room."""
        if len(records) < 2:
            return

        async def look(record: Record) -> Route:
            async with self._few:
                return await self._survey(record, target, claims)

        found = await asyncio.gather(*(look(record) for record in records), return_exceptions=True)
        copied = [route for route in found if isinstance(route, Route) and route.copied]
        if copied:
            size = sum(route.size for route in copied)
            await self._worker("moves").run(relocation_plan.refuse_lack_for_all, len(copied), target, size)

    async def _claims(self) -> Claims:
        return await Claims.of(self._records, self._questions, self._worker("moves"))

    async def _survey(self, record: Record, target: Path, claims: Claims) -> Route:
        places = await self._questions.about(record.id, relocation_plan.places_of, record.id)
        shared = await claims.shared(self._questions, record, places.disk)
        theirs = await claims.shared(self._questions, record, places.disk, target)
        survey = partial(relocation_plan.survey, record.name, Path(record.save_path), target, places)
        return await self._worker("moves").run(survey, shared, theirs)

    async def _move(self, record: Record, target: Path, claims: Claims) -> None:
        self._refuse_busy(record)
        if not record.has_metadata:
            await self._set_folder(record, target)
            return
        progress = self._going[record.id] = Progress()
        try:
            self._tell(record, Movement(str(target)))
            await self._let_sharers_pass(record, claims)
            async with self._few:
                route = await self._survey(record, target, claims)
            if not route.copied:
                route = await self._rename(record, target, claims)
            if route.copied:
                await self._copy(record, target, claims, progress)
        except CancelledCopyError:
            # Whoever said so knows.
            log.info("%s stays in %s", record.id, record.save_path)
        finally:
            self._going.pop(record.id, None)
            if (under_way := self._under_way.pop(record.id, None)) is not None:
                under_way[1].set()
            self._tell(record, None)

    async def _let_sharers_pass(self, record: Record, claims: Claims) -> None:
        """Torrents that may have files in common go one after another: the next finds what the one before brought."""
        places = await self._questions.about(record.id, relocation_plan.places_of, record.id)
        folder = record.save_path
        top = (await self._worker("moves").run(misplaced.real, [folder]))[folder]
        roots = frozenset(top / path.split("/", 1)[0] for path in places.disk.values())
        before = [done for taken, done in self._under_way.values() if taken & roots]
        self._under_way[record.id] = roots, asyncio.Event()
        for done in before:
            await done.wait()
        if before:
            await claims.renew()

    async def _rename(self, record: Record, target: Path, claims: Claims) -> Route:
        """Moves files within their volume; returns the route, copied if it turns out that they are on two."""
        async with self._few, self._contents.lock(record):
            running = self._alive(record)
            await claims.renew()
            route = await self._survey(record, target, claims)
            if route.copied:
                return route
            way = _way(route)
            worker = self._worker("moves")
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
        async with self._turn, self._contents.lock(record):
            # Much may have changed while it waited.
            await claims.renew()
            route = replace(await self._survey(record, target, claims), copied=True)
            if progress.cancelled:
                raise CancelledCopyError
            running = self._alive(record)
            worker = self._worker("copies")
            source, way = route.source, _way(route)
            stage = relocation_copy.staging(target, record.id)
            progress.total = route.size
            made = await worker.run(relocation_plan.make_folder, target)
            await running.ways.begin(record.id, way)
            held = not _is_complete(record) and record.held is None
            if held:
                # What is complete is only read, and goes on.
                holding.hold(record, Hold.MOVE)
            try:
                await running.keeper.stored(record.id)
                await worker.run(relocation_copy.compare, source, target, route.there, progress)
                copying = worker.run(relocation_copy.copy_all, source, stage, route.fresh, progress, route.links)
                await self._watch(record, target, progress, copying)
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
                    raise EngineError(relocation_plan.cannot(record.name, error)) from error
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
            stayed = await self._worker("copies").run(relocation_copy.clear, source, target, paths)
            if stayed:
                raise EngineError(_stays(record, target, stayed))
        await running.ways.end(record.id)

    async def _arrived(self, running: Running, record: Record, way: Way) -> None:
        """The program was killed when a torrent was in its new folder already."""
        async with self._contents.lock(record):
            await self._leave(running, record, way, await self._claims())

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

        await reopen(running, record, self._worker("moves"), self._parts, change)

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

    async def _adopt(self, record: Record, folder: str) -> None:
        self._refuse_busy(record, drive=True)
        if not record.has_metadata:
            await self._set_folder(record, Path(folder))
            return
        await self._worker("moves").run(check_folder, folder)

        def change(params: lt.add_torrent_params) -> None:
            params.save_path, params.part_file_dir = folder, part_file_dir(self._parts, folder)
            params.have_pieces, params.verified_pieces, params.unfinished_pieces = [], [], {}
            params.flags &= ~lt.torrent_flags.seed_mode
            suffixlook.adopt(params)
            record.save_path, record.absent = folder, False

        async with self._few, self._contents.lock(record):
            running = self._alive(record)
            await reopen(running, record, self._worker("moves"), self._parts, change)
            if record.held in holding.AWAY:
                running.volumes.find(record.id)
                holding.release(record)
        commands.recheck(record)

    async def _finish_once(self, record: Record) -> None:
        try:
            await self._finish(record)
        finally:
            self._finishing.discard(record.id)

    async def _finish(self, record: Record) -> None:
        if record.handle is None and (running := self._running()) is not None:
            await running.adder.arrived(record)
        if record.moving is not None or not await self._questions.about(record.id, _finished):
            return
        folder, begun = record.options.destination, record.save_path
        if begun != folder:
            await self._all([self._move(record, Path(folder), await self._claims())])
        if record.save_path == folder:
            if (incomplete := self._config().data.incomplete) and begun != folder:
                await self._worker("moves").run(relocation_plan.leave, Path(begun), Path(incomplete))
            self._send(record, "")

    def _send(self, record: Record, folder: str) -> None:
        record.options = replace(record.options, destination=folder)
        if (running := self._running()) is not None:
            running.keeper.options(record)
            running.listener.stale.add(record)

    async def _set_folder(self, record: Record, target: Path) -> None:
        """Of a torrent that has no files yet."""
        await self._worker("moves").run(check_folder, str(target))
        _, handle = await self._questions.present(record.id)
        handle.move_storage(str(target), lt.move_flags_t.dont_replace)

    def _refuse_busy(self, record: Record, *, drive: bool = False) -> None:
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

    def _alive(self, record: Record) -> Running:
        running = self._running()
        if self._closed:
            raise EngineError(translate("Engine", "Starling is closing."))
        if running is None or running.records.get(record.id) is not record or record.leaving:
            raise EngineError(translate("Engine", "This torrent is not in the list any more."))
        return running

    def _tell(self, record: Record, movement: Movement | None) -> None:
        record.moving = movement
        running = self._running()
        if running is not None and running.records.get(record.id) is record:
            running.listener.stale.add(record)

    def _worker(self, name: str) -> Worker:
        if name not in self._workers:
            self._workers[name] = Worker(asyncio.get_running_loop(), name)
        return self._workers[name]


def _finished(handle: lt.torrent_handle) -> bool:
    status = handle.status(0)
    states = lt.torrent_status.states
    return status.state in (states.finished, states.seeding) and status.total_wanted > 0


def _is_complete(record: Record) -> bool:
    return record.snapshot is not None and record.snapshot.complete


def _way(route: Route) -> Way:
    there, shared = sorted(route.there), sorted(route.shared)
    return Way(str(route.source), str(route.target), route.copied, list(route.fresh), there, shared)


def _raise(results: Iterable[object]) -> None:
    """Raises what went wrong, the sentences of all together."""
    errors = [result for result in results if isinstance(result, BaseException)]
    for error in errors:
        if not isinstance(error, EngineError):
            raise error
    if errors:
        sentences = list(dict.fromkeys(map(str, errors)))
        raise EngineError("\n".join(sentences[:3]) + ("\n…" if sentences[3:] else ""))


def _go_later(records: Sequence[Record], target: Path) -> str:
    if len(records) == 1:
        text = translate("Engine", "“{name}” goes to {target} when it is complete.")
        return text.format(name=records[0].name, target=target)
    return translate("Engine", "What is not complete yet goes to {target} when it is.").format(target=target)


def _stays(record: Record, target: Path, stayed: Sequence[Path]) -> str:
    return translate("Engine", "“{name}” is in {target} now, but this could not be removed: {paths}.").format(
        name=record.name,
        target=target,
        paths=", ".join(str(path) for path in stayed[:3]) + (" …" if stayed[3:] else ""),
    )
