# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that does nothing but measure its speeds, at a clock that a test sets."""

import asyncio
import math
from array import array
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from starling.engine.annals import Annals
from starling.engine.history import History
from starling.engine.record import Record, Records

T = TypeVar("T")

NOON = 1_800_000_000 - 1_800_000_000 % 300
A, B = "a" * 40, "b" * 40


class Program:
    """A history at a clock of its own, fed as the engine feeds it."""

    def __init__(self, folder: Path, now: float = NOON) -> None:
        self.folder, self.now = folder, now
        self.records = Records()
        for id in (A, B):
            self.records.add(Record(id, "name", "/", added=NOON - 1_000_000))
        self.totals: dict[str, list[int]] = {}

    def live(self, acts: Callable[["Program"], Coroutine[Any, Any, T]]) -> T:
        """One run of the program."""

        async def run() -> T:
            self.totals = {}
            annals = Annals(self.folder / "history.db")
            self.history = History(self.records, lambda: self.now)
            self.history.begin(annals)
            try:
                return await acts(self)
            finally:
                await self.history.close()
                await annals.close()

        return asyncio.run(run())

    async def second(self, length: float = 1.0, **moved: int) -> None:
        """A second with its news: `a`, `b` are payload received, `over` overhead of the session."""
        self.now += length
        every = self.totals.setdefault("", [0] * 4)
        every[0] += sum(value for key, value in moved.items() if key in "ab")
        every[2] += moved.get("over", 0)
        self.history.tick((every[0], every[1], every[2], every[3]))
        for key, id in (("a", A), ("b", B)):
            if key in moved:
                own = self.totals.setdefault(id, [0] * 4)
                own[0] += moved[key]
                self.history.note(id, (own[0], own[1], own[2], own[3]))
        await asyncio.sleep(0)
        await self.at_rest()

    async def at_rest(self) -> None:
        """Until everything is written and in order."""
        tidying = self.history._tidying
        assert tidying is not None
        while tasks := [task for task in (self.history._task, tidying._task) if task is not None]:
            await asyncio.wait(tasks)

    async def seconds(self, count: int, **moved: int) -> None:
        for _ in range(count):
            await self.second(**moved)


def known(values: "array[float]") -> list[float]:
    return [value for value in values if not math.isnan(value)]
