# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the user's programs: when a torrent was added, is downloaded, was seeded enough; a few at a time."""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from starling import formats, settings
from starling.automation.facts import Event, values_of
from starling.automation.finishing import Finishing
from starling.automation.memory import Due, Memory
from starling.automation.run import Reins, run
from starling.engine.engine import Engine
from starling.setting import Setting
from starling.settings import Settings
from starling.spelling import shortened, shown
from starling.tasks import UserError, Worker, report, spawn
from starling.torrent import Torrent

log = logging.getLogger(__name__)

LASTS_S = 600.0
"""A program that runs for so long may never end."""
KILL_S = 5.0
"""One that was asked to end has so many seconds."""
_FACTS_S = 1.0
"""At the end of the program, for what is to be told of torrents whose programs wait."""

_COMMANDS: dict[Event, Setting[tuple[str, ...]]] = {
    Event.ADDED: settings.automation.RUN_ADDED,
    Event.FINISHED: settings.automation.RUN_FINISHED,
    Event.SEEDED: settings.automation.RUN_SEEDED,
}


@dataclass(eq=False, slots=True)
class Lasting:
    """A program that runs for very long."""

    sentence: str
    reins: Reins

    def end(self) -> None:
        """Asks it to end; what does not is killed."""
        try:
            self.reins.end(gently=True)
        except UserError as error:
            # Others that are called alike are ended all the same.
            report(error)
            return
        asyncio.get_running_loop().call_later(KILL_S, self._kill)

    def _kill(self) -> None:
        self.reins.end(gently=False)


class Programs(QObject):
    """Each that runs has a thread that waits for it; one that never ends keeps its place, and nothing else."""

    trouble = Signal(str)
    """A sentence about a program that failed."""
    lasting = Signal(object)
    """Lasting: it may never end."""
    ended = Signal(object)
    """Lasting: it has ended after all."""

    def __init__(self, engine: Engine, chosen: Settings, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._memory = engine, chosen, memory
        self._added: set[str] = set()
        """Ids of those whose rows are to come."""
        self._finishing = Finishing(self)
        self._finishing.finished.connect(self._on_finished)
        self._queue: deque[asyncio.Task[Due]] = deque()
        self._running = 0
        self._idle: list[Worker] = []
        self._workers: list[Worker] = []
        self._closed = False
        engine.added.connect(self._on_added)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)
        engine.accounts.downloaded.connect(self._on_downloaded)
        engine.goals.reached.connect(self._on_reached)
        engine.loaded.connect(self._on_loaded)
        chosen.changed.connect(self._on_setting)
        self._finishing.resume(memory.going)
        self._finishing.take(engine.torrents.values())

    async def close(self) -> None:
        """What runs goes on without us; what waits is run after the next start."""
        self._closed = True
        waiting, self._queue = list(self._queue), deque()
        if waiting:
            _, late = await asyncio.wait(waiting, timeout=_FACTS_S)
            for task in waiting:
                if task in late:
                    log.warning("A program that waits is forgotten: nobody says what it is to be told")
                    task.cancel()
                elif (error := task.exception()) is not None:
                    report(error)
        for worker in self._workers:
            await worker.stop(0 if worker not in self._idle else None)

    def _on_loaded(self) -> None:
        self._queue.extend(asyncio.ensure_future(_known(due)) for due in self._memory.take())
        self._go_on()

    def _on_added(self, id: str) -> None:
        # One of this id whose download had finished was removed.
        self._finishing.forget([id])
        self._memory.went([id])
        if not self._settings.get(_COMMANDS[Event.ADDED]):
            return
        # Its row may have been the first to come, and no other follows while nothing happens to it.
        if (torrent := self._engine.torrents.get(id)) is not None:
            self._put(Event.ADDED, torrent)
        else:
            self._added.add(id)

    def _on_downloaded(self, ids: Sequence[str]) -> None:
        there = self._engine.torrents
        found = [there[id] for id in ids if id in there]
        if self._settings.get(_COMMANDS[Event.FINISHED]):
            self._memory.goes(torrent.id for torrent in found)
        self._finishing.begin(found)

    def _on_updated(self, rows: Sequence[Torrent]) -> None:
        for torrent in rows:
            if torrent.id in self._added:
                self._added.discard(torrent.id)
                self._put(Event.ADDED, torrent)
        self._finishing.take(rows)

    def _on_removed(self, ids: Sequence[str]) -> None:
        self._added.difference_update(ids)
        self._finishing.forget(ids)
        self._memory.went(ids)

    def _on_finished(self, torrent: Torrent) -> None:
        self._put(Event.FINISHED, torrent)

    def _on_reached(self, ids: Sequence[str]) -> None:
        there = self._engine.torrents
        for torrent in filter(None, map(there.get, ids)):
            self._put(Event.SEEDED, torrent)

    def _on_setting(self, key: str) -> None:
        if key == settings.automation.RUN_AT_ONCE.key:
            self._go_on()

    def _put(self, event: Event, torrent: Torrent) -> None:
        if self._settings.get(_COMMANDS[event]):
            # At once: a torrent that was seeded enough may be removed next.
            self._queue.append(asyncio.ensure_future(self._due(torrent, event)))
            self._go_on()
        elif event is Event.FINISHED:
            self._memory.went([torrent.id])

    async def _due(self, torrent: Torrent, event: Event) -> Due:
        due = Due(event, torrent.name, await values_of(self._engine, torrent, event))
        self._memory.put(due)
        if event is Event.FINISHED:
            self._memory.went([torrent.id])
        return due

    def _go_on(self) -> None:
        while self._queue and not self._closed and self._running < self._settings.get(settings.automation.RUN_AT_ONCE):
            self._running += 1
            spawn(self._run(self._queue.popleft()), name="program")

    async def _run(self, told: "asyncio.Task[Due]") -> None:
        try:
            due = await told
            if self._closed:
                return
            self._memory.drop(due)
            if command := self._settings.get(_COMMANDS[due.event]):
                await self._run_in_thread(command, due)
        finally:
            self._running -= 1
            self._go_on()

    async def _run_in_thread(self, command: Sequence[str], due: Due) -> None:
        worker = self._idle.pop() if self._idle else self._new_worker()
        lasting = Lasting(_lasts(command[0], due.name), Reins())
        patience = asyncio.get_running_loop().call_later(LASTS_S, self._say_lasting, lasting)
        try:
            outcome = await worker.run(run, command, due.values, lasting.reins)
        finally:
            self._idle.append(worker)
            patience.cancel()
            if not self._closed:
                self.ended.emit(lasting)
        if (sentence := outcome.problem(due.name)) and not self._closed and not lasting.reins.pulled:
            self.trouble.emit(sentence)

    def _say_lasting(self, lasting: Lasting) -> None:
        if not self._closed:
            self.lasting.emit(lasting)

    def _new_worker(self) -> Worker:
        self._workers.append(Worker(asyncio.get_running_loop(), "program"))
        return self._workers[-1]


async def _known(due: Due) -> Due:
    return due


def _lasts(program: str, name: str) -> str:
    text = QCoreApplication.translate(
        "Programs", "{program}, run for “{name}”, has not ended in {time}, and may keep others waiting."
    )
    program, name = shortened(shown(program)), shortened(shown(name))
    return text.format(program=program, name=name, time=formats.duration(LASTS_S))
