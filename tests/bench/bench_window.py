# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the whole program blocks its GUI thread with 10,000 torrents; `python -m tests.bench.bench_window`."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.instance import Message, Server, claim
from starling.paths import Profile
from starling.program import Program, prepare
from tests.bench import collection
from tests.bench.bench_table import Meter

COUNT = 10_000
PATIENCE = 120.0

Figures = dict[str, tuple[float, float]]


class Story:
    """What a user does with 10,000 torrents, each step with its longest turn of the event loop."""

    def __init__(self, program: Program, meter: Meter, begun: float) -> None:
        self._program, self._meter, self._begun = program, meter, begun
        self.figures: Figures = {}
        self.seconds: dict[str, float] = {}

    async def tell(self) -> None:
        """Start, sort, filter, scroll, select, change; then the program is asked to quit."""
        window, model = self._program.window, self._program.window.model
        try:
            await self._until(lambda: model.total > 0)
            self.seconds["first rows listed"] = time.perf_counter() - self._begun
            await self._until(lambda: model.total == COUNT)
            self.seconds["all rows listed"] = time.perf_counter() - self._begun
            await asyncio.sleep(2.5)
            self._note("start")
            for column in model.columns:
                for falling in (True, False):
                    await self._step(
                        f"sort by {column.key}", lambda c=column.key, f=falling: model.sort_by(c, falling=f)
                    )
            for text in ("t", "to", "tor", "torr", "torrent 12", "torrent 123", ""):
                await self._step("filter, each key", lambda t=text: window.toolbar.filter.filtered.emit(t))
            bar = window.list.verticalScrollBar()
            for place in range(20):
                await self._step("scroll", lambda p=place: bar.setValue(bar.maximum() * (p * 7 % 20) // 20))
            await self._step("select all", window.list.selectAll)
            await self._step("pause all", window.commands.pause, seconds=4)
            await self._step("start all", window.commands.start, seconds=4)
            await self._step("select none", window.list.clearSelection)
        finally:
            self._meter.reset()
            self._begun = time.perf_counter()
            window.closed.emit()

    def ended(self) -> None:
        """The program has closed."""
        self.seconds["quit"] = time.perf_counter() - self._begun
        self._note("quit")

    async def _step(self, name: str, step: Callable[[], object], seconds: float = 0.25) -> None:
        await asyncio.sleep(0.05)
        self._meter.reset()
        step()
        await asyncio.sleep(seconds)
        self._note(name)

    async def _until(self, condition: Callable[[], bool]) -> None:
        deadline = time.perf_counter() + PATIENCE
        while not condition():
            if time.perf_counter() > deadline:
                raise TimeoutError("the torrents did not appear")
            await asyncio.sleep(0.01)

    def _note(self, name: str) -> None:
        cpu, wall = self.figures.get(name, (0.0, 0.0))
        self.figures[name] = max(cpu, self._meter.cpu * 1000), max(wall, self._meter.wall * 1000)
        self._meter.reset()


async def _both(app: QApplication, loop: QEventLoop, profile: Profile, server: Server) -> Story:
    begun = time.perf_counter()
    program = Program(app, loop, profile, server)
    story = Story(program, Meter(), begun)
    task = loop.create_task(story.tell())
    await program.run(Message())
    story.ended()
    await task
    return story


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        profile = collection.make(Path(folder), COUNT)
        print(f"made {COUNT:,} torrents in {time.perf_counter() - begun:.1f} s", flush=True)
        server = claim(profile, Message())
        assert server is not None
        app = QApplication(sys.argv[:1])
        prepare(app)
        loop = QEventLoop(app)
        with loop:
            story = loop.run_until_complete(_both(app, loop, profile, server))
    for what, seconds in story.seconds.items():
        print(f"{what:34}{seconds:8.2f} s")
    print(f"\nlongest turn of the event loop, ms\n{'':34}{'CPU':>8}{'wall':>8}")
    for what, (cpu, wall) in story.figures.items():
        print(f"{what:34}{cpu:8.1f}{wall:8.1f}")


if __name__ == "__main__":
    main()
