# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the user's programs: when a torrent was added, is downloaded, was seeded enough; a few at a time."""

import asyncio
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from starling import settings
from starling.automation.facts import Event, values_of
from starling.automation.finishing import Finishing
from starling.automation.run import run
from starling.engine.engine import Engine
from starling.setting import Setting
from starling.settings import Settings
from starling.tasks import Worker, spawn
from starling.torrent import Torrent

_COMMANDS: dict[Event, Setting[tuple[str, ...]]] = {
    Event.ADDED: settings.automation.RUN_ADDED,
    Event.FINISHED: settings.automation.RUN_FINISHED,
    Event.SEEDED: settings.automation.RUN_SEEDED,
}


class Programs(QObject):
    """Each that runs has a thread that waits for it; one that never ends keeps its place, and nothing else."""

    trouble = Signal(str)
    """A sentence about a program that failed."""

    def __init__(self, engine: Engine, chosen: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, chosen
        self._added: set[str] = set()
        """Ids of those whose rows are to come."""
        self._finishing = Finishing(self)
        self._finishing.finished.connect(self._on_finished)
        self._queue: deque[tuple[Event, Torrent, asyncio.Task[dict[str, str]]]] = deque()
        self._running = 0
        self._idle: list[Worker] = []
        self._workers: list[Worker] = []
        self._closed = False
        engine.added.connect(self._on_added)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)
        engine.accounts.downloaded.connect(self._on_downloaded)
        engine.goals.reached.connect(self._on_reached)
        chosen.changed.connect(self._on_setting)

    async def close(self) -> None:
        """What runs goes on without us; what waits is not run any more."""
        self._closed = True
        for _, _, facts in self._queue:
            facts.cancel()
        self._queue.clear()
        for worker in self._workers:
            await worker.stop(0 if worker not in self._idle else None)

    def _on_added(self, id: str) -> None:
        self._added.add(id)

    def _on_downloaded(self, ids: Sequence[str]) -> None:
        there = self._engine.torrents
        self._finishing.begin(filter(None, map(there.get, ids)))

    def _on_updated(self, rows: Sequence[Torrent]) -> None:
        for torrent in rows:
            if torrent.id in self._added:
                self._added.discard(torrent.id)
                self._put(Event.ADDED, torrent)
        self._finishing.take(rows)

    def _on_removed(self, ids: Sequence[str]) -> None:
        self._added.difference_update(ids)
        self._finishing.forget(ids)

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
            values = asyncio.ensure_future(values_of(self._engine, torrent, event))
            self._queue.append((event, torrent, values))
            self._go_on()

    def _go_on(self) -> None:
        while self._queue and not self._closed and self._running < self._settings.get(settings.automation.RUN_AT_ONCE):
            self._running += 1
            spawn(self._run(*self._queue.popleft()), name="program")

    async def _run(self, event: Event, torrent: Torrent, facts: "asyncio.Task[dict[str, str]]") -> None:
        try:
            values = await facts
            command = self._settings.get(_COMMANDS[event])
            if not command or self._closed:
                return
            worker = self._idle.pop() if self._idle else self._new_worker()
            try:
                outcome = await worker.run(run, command, values)
            finally:
                self._idle.append(worker)
            if (sentence := outcome.problem(torrent.name)) and not self._closed:
                self.trouble.emit(sentence)
        finally:
            self._running -= 1
            self._go_on()

    def _new_worker(self) -> Worker:
        self._workers.append(Worker(asyncio.get_running_loop(), "program"))
        return self._workers[-1]
