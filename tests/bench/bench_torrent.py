# SPDX-License-Identifier: GPL-3.0-or-later
"""How a real torrent of 100,000 files in a real engine holds up the GUI thread; `python -m tests.bench torrent`."""

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.collector import Collector
from starling.engine.engine import Engine
from starling.settings.appearance import Appearance
from starling.torrent import AddOptions, Priority
from starling.ui.details.files import FilesPage
from starling.ui.theme import ThemeManager
from tests.bench.bench_dialog import written
from tests.bench.bench_engine import running
from tests.bench.bench_table import Meter
from tests.helpers import hermetic
from tests.swarm import Swarm

COUNT = 100_000
HALF = COUNT // 2
REPEATS = 5
BLOCK = 50.0
"""No turn of the event loop shall take the GUI thread longer than this, in ms of CPU."""
PATIENCE = 20.0
SHOWN = 0.3
"""Seconds after a step in which what it leaves behind may still come."""


@dataclass
class Figures:
    """What one step took each time, in ms."""

    whole: list[float] = field(default_factory=list)
    turn: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


class Bench:
    """The Files tab of one torrent in an engine."""

    def __init__(self, engine: Engine, id: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._engine, self._id = engine, id
        self._page = FilesPage(engine, ThemeManager(app, Appearance.LIGHT))
        self._page.resize(1300, 700)
        self._page.show()
        self._meter = Meter()
        self.figures: dict[str, Figures] = {}

    @asynccontextmanager
    async def _measured(self, what: str) -> AsyncIterator[None]:
        await asyncio.sleep(SHOWN)
        begun = time.perf_counter()
        self._meter.reset()
        yield
        ended = time.perf_counter()
        await asyncio.sleep(SHOWN)
        figures = self.figures.setdefault(what, Figures())
        figures.whole.append((ended - begun) * 1000)
        figures.turn.append(self._meter.wall * 1000)
        figures.cpu.append(self._meter.cpu * 1000)

    async def _second(self) -> None:
        """What the details pane does once a second."""
        fetched = await self._page.fetch(self._engine, self._id)
        self._page.take(self._engine.torrents[self._id], fetched)
        await until(lambda: not self._page.tree.busy)
        self._page.view.viewport().repaint()

    async def _wish(self, priority: int) -> None:
        """As a tick of a folder of 50,000 files does; until libtorrent has answered and the tab shows it."""
        told = asyncio.Event()

        def hear(_id: str) -> None:
            told.set()

        self._engine.files_changed.connect(hear)
        self._engine.contents.set_priorities(self._id, dict.fromkeys(range(HALF), priority))
        async with asyncio.timeout(PATIENCE):
            await told.wait()
        self._engine.files_changed.disconnect(hear)
        await self._second()

    async def run(self) -> None:
        """Every step, in the order in which they happen."""
        for _ in range(REPEATS):
            self._page.clear()
            gc.collect()
            async with self._measured("the tab is opened: fetch and show"):
                await self._second()
            async with self._measured("a second's fetch"):
                await self._second()
            for name, priority in (("skip", Priority.SKIP), ("fetch", Priority.NORMAL)):
                async with self._measured(f"{name} 50,000 files, until the tab shows it"):
                    await self._wish(priority)
                wanted = self._page.tree.totals.wanted_files
                assert wanted == (COUNT if priority else HALF), wanted
                async with self._measured(f"a second's fetch after that ({name})"):
                    await self._second()
                async with self._measured(f"the three seconds after that ({name}): files put aside, all stored"):
                    await asyncio.sleep(3)
        self._page.close()


async def until(condition: Callable[[], object]) -> None:
    """Lets the event loop run until something is true."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def interpreter_held(handle: lt.torrent_handle, path: Path) -> dict[str, float]:
    """For how long libtorrent's own calls hold Python's interpreter, on whichever thread, in ms."""
    info = handle.torrent_file()
    assert info is not None
    plain = [int(Priority.NORMAL)] * COUNT
    calls: dict[str, Callable[[], Any]] = {
        "load_torrent_file": lambda: lt.load_torrent_file(str(path)),
        "torrent_info.layout": info.layout,
        "get_file_priorities": handle.get_file_priorities,
        "file_progress": handle.file_progress,
        "prioritize_files": lambda: handle.prioritize_files(plain),
        "get_renamed_files": lambda: handle.get_renamed_files().export_filenames(info.layout()),
        "piece_availability": handle.piece_availability,
        "status(query_pieces)": lambda: handle.status(lt.torrent_handle.query_pieces).pieces,
    }
    found = {}
    for name, call in calls.items():
        times = []
        for _ in range(REPEATS):
            begun = time.thread_time()
            call()
            times.append((time.thread_time() - begun) * 1000)
        found[name] = statistics.median(times)
    return found


async def measure(folder: Path) -> tuple[dict[str, Figures], dict[str, float]]:
    """All of it."""
    path = written(folder / "many.torrent", COUNT, 300)
    with Swarm() as swarm:
        async with running(folder / "data", hermetic(folder, swarm.address(), {}, {})) as (engine, _):
            await engine.open()
            preview = await engine.intake.preview(str(path))
            id = await engine.intake.add(preview.id, AddOptions(str(folder), start=False))
            await until(lambda: id in engine.torrents)
            bench = Bench(engine, id)
            await bench.run()
            held = interpreter_held((await engine.details.present(id))[1], path)
    return bench.figures, held


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    font = QFont(app.font())
    font.setPixelSize(13)
    app.setFont(font)
    collector = Collector()
    with tempfile.TemporaryDirectory() as name, QEventLoop(app) as loop:
        figures, held = loop.run_until_complete(measure(Path(name)))
    collector.stop()
    print(f"{COUNT:,} files, ms, median and longest of {REPEATS}: until it is done; longest turn of the event loop,")
    print(f"in time of the clock and of the processor (target {BLOCK:.0f})\n")
    print(f"{'':72}{'done':>16}{'turn':>16}{'CPU':>16}")
    missed = 0
    for what, each in figures.items():
        columns = (each.whole, each.turn, each.cpu)
        shown = "".join(f"{statistics.median(numbers):8.1f}{max(numbers):8.1f}" for numbers in columns)
        missed += max(each.cpu) > BLOCK
        print(f"{what:72}{shown}{'  !' if max(each.cpu) > BLOCK else ''}")
    print("\nlibtorrent's own calls, in which Python's interpreter does not turn:")
    for name, spent in held.items():
        print(f"{name:72}{spent:8.1f}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
