# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the tables of rates in order while nobody else needs the annals: one short transaction after the other."""

import asyncio
import logging
import sqlite3

from starling.engine import speedfold
from starling.engine.annals import Annals
from starling.tasks import spawn

log = logging.getLogger(__name__)


class Tidying:
    """Folds the journal, takes away what is gone, and keeps the rest within bounds."""

    def __init__(self, annals: Annals) -> None:
        self._annals = annals
        self._asked = False
        self._moment: int | None = None
        self._task: asyncio.Task[None] | None = None

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
        run = self._annals.run
        while not await run(speedfold.sweep):
            pass
        await fold(self._annals)
        if moment is not None:
            while not await run(speedfold.prune, moment):
                pass
        excess = await run(speedfold.shrink)
        while excess is not None:
            excess = await run(speedfold.shrink, excess)


async def fold(annals: Annals) -> None:
    """Folds the whole journal."""
    after: int | None = 0
    while after is not None:
        after = await annals.run(speedfold.fold, after)


async def cut(annals: Annals, now: int) -> None:
    """The clock went back to `now`: drops what was kept of the time from there on."""
    await fold(annals)
    place: speedfold.Place | None = speedfold.BEGIN
    while place is not None:
        place = await annals.run(speedfold.cut, now, place)
