# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the engine for what the tab on screen shows: one question at a time, and none while nobody looks."""

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, QTimer

from starling.tasks import spawn

_TICK_MS = 1000


class Fetcher(QObject):
    """Asks once a second while it runs, and whenever it is told that the answer may be another."""

    def __init__(self, wanted: Callable[[], bool], ask: Callable[[], Awaitable[None]], parent: QObject) -> None:
        """`ask` asks one question about what is on screen now, if there is one that is `wanted`."""
        super().__init__(parent)
        self._wanted, self._ask = wanted, ask
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self.ticks = 0
        """Seconds since `restart`."""
        self.timer = QTimer(self)
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Somebody looks."""
        self.timer.start()
        self.refresh()

    def stop(self) -> None:
        """Nobody looks: no question is worth waiting for."""
        self.timer.stop()
        if self._task:
            self._task.cancel()
            self._task = None

    def restart(self) -> None:
        """It is about something else now."""
        self.ticks = 0
        self.refresh()

    def refresh(self) -> None:
        """Asks now, or once more as soon as what is being asked is answered."""
        if self.busy:
            self._again = True
        elif self._wanted():
            self._task = spawn(self._go_on(), name="details")

    @property
    def busy(self) -> bool:
        """A question is being answered."""
        return self._task is not None and not self._task.done()

    def tick(self) -> None:
        """A second has gone by."""
        self.ticks += 1
        # Whoever waits too long for an answer shall not wait twice as long for the next.
        if not self.busy:
            self.refresh()

    async def _go_on(self) -> None:
        self._again = True
        while self._again and self._wanted():
            self._again = False
            await self._ask()
