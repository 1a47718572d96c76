# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tables of rates in order while nobody else needs the annals: one short transaction after the other."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from starling.engine import speedfold
from starling.engine.annals import Annals
from starling.tasks import spawn

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)


class Tidying:
    """Folds the journal, takes away what is gone, and keeps the rest within bounds."""

    def __init__(self, annals: Annals) -> None:
        self._annals = annals
        self._asked = False
        self._moment: int | None = None
        self._task: asyncio.Task[None] | None = None
        self._pauses = 0
        self._free = asyncio.Event()
        self._free.set()

    @property
    def busy(self) -> bool:
        """Whether it goes on."""
        return self._task is not None

    def ask(self, moment: int | None = None) -> None:
        """It is time to; what is too old at `moment` goes as well, if the clock is one to be believed."""
        self._asked = True
        self._moment = moment
        if self._task is None:
            self._task = spawn(self._tidy(), name="history")

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Meanwhile nothing moves from one table to the other, once what is begun is done."""
        self._pauses += 1
        self._free.clear()
        try:
            yield
        finally:
            self._pauses -= 1
            if not self._pauses:
                self._free.set()

    def stop(self) -> None:
        """What is not done is done the next time."""
        if self._task is not None:
            self._task.cancel()

    async def _tidy(self) -> None:
        try:
            while self._asked:
                self._asked = False
                try:
                    await self._once(self._moment)
                except sqlite3.Error as error:
                    log.warning("The speeds can't be kept in order: %s", error)
        finally:
            self._task = None

    async def _once(self, moment: int | None) -> None:
        while not await self._turn(speedfold.sweep):
            pass
        after: int | None = 0
        while after is not None:
            after = await self._turn(speedfold.fold, after)
        if moment is not None:
            while not await self._turn(speedfold.prune, moment):
                pass
        excess = await self._turn(speedfold.shrink)
        while excess is not None:
            excess = await self._turn(speedfold.shrink, excess)

    async def _turn(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        await self._free.wait()
        return await self._annals.run(function, *args, **kwargs)


async def cut(annals: Annals, now: int) -> None:
    """The clock went back to `now`: drops what was kept of the time from there on."""
    after: int | None = 0
    while after is not None:
        after = await annals.run(speedfold.fold, after)
    place: speedfold.Place | None = speedfold.BEGIN
    while place is not None:
        place = await annals.run(speedfold.cut, now, place)
