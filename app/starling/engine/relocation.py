# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the data of torrents go to another folder: when that is wished, when they are complete, after a kill."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import libtorrent as lt

from starling.engine import commands, holding, relocation_plan, suffixlook
from starling.engine.contents import Contents
from starling.engine.errors import EngineError, LackError
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.relocation_mover import Mover, is_complete
from starling.engine.relocation_plan import Route
from starling.engine.relocation_room import Rooms
from starling.engine.relocation_shared import Claims
from starling.engine.relocation_words import go_later, not_moved, raise_all
from starling.engine.reopen import reopen
from starling.engine.running import Running
from starling.engine.savefolder import check_folder, check_place, part_file_dir
from starling.engine.session import Config
from starling.paths import tidy
from starling.tasks import spawn

log = logging.getLogger(__name__)

_AT_THE_END = 1.5
"""Seconds that the end of the program gives to copies that are taken back; the next start does the rest."""


class Relocation:
    """What its owner and the engine ask for; a `Mover` does it."""

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
        self._mover = Mover(records, questions, contents, running, parts)
        self._rooms = Rooms(lambda: self._mover.worker("moves"), self._again_if_unmoved, self._start)
        self._finishing: set[str] = set()
        self._again: set[str] = set()
        """Those of them that may have become complete after their look was answered."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def move(self, ids: Iterable[str], folder: str) -> None:
        """Moves the files of torrents to a folder; each is in `State.MOVING` until it has arrived, or stays.

        Nothing is begun where all that has to be copied finds no room. Raises EngineError with a sentence for each
        that could not be moved; the others are. One that lies in the folder for incomplete torrents stays there
        until it is complete, and goes to this folder then.
        """
        folder = tidy(folder)
        target = Path(folder)
        records = self._records.visible(ids)
        waiting = self.waiting([record.id for record in records])
        if waiting:
            await self._mover.worker("moves").run(check_place, folder)
            later = [record for record in records if record.id in waiting]
            for record in later:
                self._send(record, folder)
            self._noted(go_later(later, target))
        now = [record for record in records if record.id not in waiting]
        claims = await self._mover.claims()
        if len(now) > 1:
            await self._refuse_lack(await self._surveyed(now, target, claims), target)
        await self._all([self._go(record, target, claims) for record in now])

    async def check(self, ids: Iterable[str], folder: str) -> None:
        """Raises EngineError for what `move` would refuse as everything is now; those that are there already need not.

        Nothing is moved, and nothing made.
        """
        folder = tidy(folder)
        target = Path(folder)
        records = [
            record
            for record in self._records.visible(ids)
            if Path(record.save_path) != target or record.options.destination
        ]
        if not records:
            return
        await self._mover.worker("moves").run(check_place, folder)
        waiting = self.waiting([record.id for record in records])
        now = [record for record in records if record.id not in waiting]
        for record in now:
            self._mover.refuse_busy(record)
        there = [record for record in now if record.has_metadata]
        found = await self._surveyed(there, target, await self._mover.claims())
        raise_all(found)
        await self._refuse_lack(found, target)

    async def look(self, folder: str) -> None:
        """Raises EngineError for a folder in which nothing could be saved now. Nothing is made."""
        await self._mover.worker("moves").run(check_place, tidy(folder))

    def waiting(self, ids: Iterable[str]) -> set[str]:
        """Those among torrents that `move` has go only when they are complete."""
        return {
            record.id
            for record in self._records.visible(ids)
            if record.options.destination and not is_complete(record) and self._begins(record)
        }

    async def adopt(self, ids: Iterable[str], folder: str) -> None:
        """The files of torrents are in this folder already: they are looked for there, and hashed. Raises EngineError.

        Nothing is moved; what is not there is downloaded again.
        """
        await self._all([self._adopt(record, tidy(folder)) for record in self._records.visible(ids)])

    def cancel(self, ids: Iterable[str]) -> None:
        """Copies that are under way or wait for their turn are given up: those torrents stay where they were."""
        for id in ids:
            self._mover.cancel(id)

    def set_destination(self, ids: Iterable[str], folder: str) -> None:
        """Torrents go to this folder when they are complete, those that are at once; empty = they stay."""
        for record in self._records.visible(ids):
            self._send(record, tidy(folder))
            self.finished(record)

    def redirect(self) -> None:
        """Those that go where the settings send complete torrents go where these send them now, or stay."""
        for record in self._records:
            if self._redirect(record):
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
                arrived = self._mover.arrived(running, record, way)
                self._start(self._contents.while_there(record, arrived), name="moved data")

    def finished(self, record: Record) -> None:
        """A torrent may be complete: it goes where it belongs then."""
        if self._closed or record.hidden:
            return
        # It may have been away while the settings were changed.
        self._redirect(record)
        if not record.options.destination:
            return
        if record.id in self._finishing:
            self._again.add(record.id)
        else:
            self._finishing.add(record.id)
            self._start(self._contents.while_there(record, self._finish_once(record)), name="move when done")

    def tick(self) -> None:
        """To be called each second."""
        if not self._closed:
            self._rooms.tick()

    async def close(self) -> None:
        """Gives up what goes on; what can't be taken back in time is at the next start."""
        self._closed = True
        self._mover.end()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_AT_THE_END)
        await self._mover.stop(_AT_THE_END)

    # -- within

    async def _all(self, ways: Sequence[Coroutine[Any, Any, None]]) -> None:
        tasks = [asyncio.ensure_future(way) for way in ways]
        self._tasks.update(tasks)
        try:
            results = await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            self._tasks.difference_update(tasks)
        raise_all(results)

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = spawn(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _begins(self, record: Record) -> bool:
        """Whether a torrent lies in the folder for incomplete ones."""
        folder = self._config().data.incomplete
        return bool(folder) and Path(record.save_path).is_relative_to(folder)

    async def _go(self, record: Record, target: Path, claims: Claims) -> None:
        """Moves one because its owner says so: it does not go to where it was to go until then, after a kill either."""
        before, unmoved, arrived = record.options, record.unmoved, False
        if before.destination:
            self._send(record, str(target))
        try:
            await self._mover.move(record, target, claims)
            # One without files is there as soon as libtorrent knows.
            arrived = not record.has_metadata
        finally:
            if before.destination and self._records.get(record.id) is record:
                if arrived or record.save_path == str(target):
                    self._send(record, "")
                else:
                    self._send(record, before.destination, before.home)
                    record.unmoved = unmoved
                    self._redirect(record)

    def _redirect(self, record: Record) -> bool:
        """Whether it goes elsewhere from now on."""
        home, done = record.options.home, self._config().data.done
        if not home or record.options.destination == (done or home):
            return False
        folder = done or home
        if folder == record.save_path:
            folder = ""
        self._send(record, folder, home if folder and done else "")
        return True

    async def _surveyed(
        self, records: Sequence[Record], target: Path, claims: Claims
    ) -> Sequence[Route | BaseException]:
        """The ways of torrents to a folder, or why they can't go there."""

        async def look(record: Record) -> Route:
            async with self._mover.few:
                return await self._mover.survey(record, target, claims)

        return await asyncio.gather(*(look(record) for record in records), return_exceptions=True)

    async def _refuse_lack(self, found: Iterable[Route | BaseException], target: Path) -> None:
        """Raises EngineError where all that is to be copied together would not find room."""
        copied = [route for route in found if isinstance(route, Route) and route.copied]
        if copied:
            # What several have is copied once.
            size = sum({path: size for route in copied for path, size in route.weights.items()}.values())
            await self._mover.worker("moves").run(relocation_plan.refuse_lack_for_all, len(copied), target, size)

    async def _adopt(self, record: Record, folder: str) -> None:
        self._mover.refuse_busy(record, drive=True)
        if not record.has_metadata:
            await self._mover.set_folder(record, Path(folder))
            self._send(record, "")
            return
        await self._mover.worker("moves").run(check_folder, folder)

        def change(params: lt.add_torrent_params) -> None:
            params.save_path, params.part_file_dir = folder, part_file_dir(self._parts, folder)
            params.have_pieces, params.verified_pieces, params.unfinished_pieces = [], [], {}
            params.flags &= ~lt.torrent_flags.seed_mode
            suffixlook.adopt(params)
            record.save_path, record.absent = folder, False

        async with self._mover.few, self._contents.lock(record):
            running = self._mover.alive(record)
            await reopen(running, record, self._mover.worker("moves"), self._parts, change)
            if record.held in holding.AWAY:
                running.volumes.find(record.id)
                holding.release(record)
            self._send(record, "")
        commands.recheck(record)

    async def _finish_once(self, record: Record) -> None:
        try:
            await self._finish(record)
        finally:
            self._finishing.discard(record.id)
            self._again.discard(record.id)

    async def _finish(self, record: Record) -> None:
        if record.handle is None and (running := self._running()) is not None:
            await running.adder.arrived(record)
        if record.moving is not None or not await self._is_finished(record):
            return
        folder, begun = record.options.destination, record.save_path
        if not folder or record.moving is not None:
            # Its owner has said otherwise meanwhile.
            return
        if begun != folder:
            await self._bring(record, folder)
        if record.save_path == folder:
            if (incomplete := self._config().data.incomplete) and begun != folder:
                await self._mover.worker("moves").run(relocation_plan.leave, Path(begun), Path(incomplete))
            self._send(record, "")

    async def _bring(self, record: Record, folder: str) -> None:
        """Moves a complete one to where it belongs; where that fails its row says why, too. Raises EngineError."""
        record.unmoved = ""
        self._rooms.forget(record.id)
        try:
            await self._mover.move(record, Path(folder), await self._mover.claims())
        except EngineError as error:
            if record.save_path == folder:
                self._send(record, "")
                raise
            if record.options.destination == folder and not self._closed:
                record.unmoved = str(error)
                if isinstance(error, LackError):
                    self._rooms.wait(record.id, folder, error)
                self._show(record)
            raise EngineError(not_moved(record, error)) from error

    def _again_if_unmoved(self, id: str) -> None:
        if (record := self._records.get(id)) is not None and record.unmoved:
            self.finished(record)

    async def _is_finished(self, record: Record) -> bool:
        """Whether it is now: the last byte may come between an answer and its arrival here."""
        while True:
            self._again.discard(record.id)
            if await self._questions.about(record.id, _finished):
                return True
            if record.id not in self._again:
                return False

    def _send(self, record: Record, folder: str, home: str = "") -> None:
        record.options, record.unmoved = replace(record.options, destination=folder, home=home), ""
        self._rooms.forget(record.id)
        if (running := self._running()) is not None:
            running.keeper.options(record)
        self._show(record)

    def _show(self, record: Record) -> None:
        if (running := self._running()) is not None:
            running.listener.stale.add(record)


def _finished(handle: lt.torrent_handle) -> bool:
    status = handle.status(0)
    states = lt.torrent_status.states
    return status.state in (states.finished, states.seeding) and status.total_wanted > 0
