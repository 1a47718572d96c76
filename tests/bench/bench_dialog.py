# SPDX-License-Identifier: GPL-3.0-or-later
"""How the add dialog for 100,000 files holds up the GUI thread; `python -m tests.bench dialog`."""

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from starling import settings
from starling.collector import Collector
from starling.engine import sources
from starling.engine.engine import Engine
from starling.settings import Settings
from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.ui.dialogs.add import AddDialog, Outcome
from starling.ui.incoming import Incoming
from starling.ui.notice import NoticeBar
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.bench.bench_engine import running
from tests.helpers import hermetic
from tests.swarm import Swarm

COUNT = 100_000
REPEATS = 5
BLOCK = 50.0
"""No turn of the event loop shall be longer than this, in ms; while libtorrent parses it holds the interpreter."""
FILLED = 1000.0
"""So long it may take from the end of the parse until all is on screen, in ms."""


@dataclass(slots=True)
class Turns:
    """The turns of the event loop, marked by a timer that is always due, and when libtorrent held them up."""

    parse: tuple[float, float] = (0.0, 0.0)
    marks: list[tuple[float, float]] = field(default_factory=list)
    """Seconds of the clock and of this thread's CPU."""

    def turn(self) -> None:
        """One more."""
        self.marks.append((time.perf_counter(), time.thread_time()))

    def parsing(self, load: Callable[..., Any]) -> Callable[..., Any]:
        """`load`, with its time taken."""

        def timed(*arguments: Any) -> Any:
            begun = time.perf_counter()
            try:
                return load(*arguments)
            finally:
                self.parse = begun, time.perf_counter()

        return timed

    def longest(self, since: float, *, own: bool) -> tuple[float, float]:
        """The longest turn since then: ms of the clock and, of whichever that is, of CPU; `own`: none of the parse."""
        begun, ended = self.parse
        walls, cpus = [0.0], [0.0]
        for (start, before), (stop, after) in zip(self.marks, self.marks[1:], strict=False):
            if stop > since and not (own and start < ended and stop > begun):
                walls.append((stop - start) * 1000)
                cpus.append((after - before) * 1000)
        return max(walls), max(cpus)


@dataclass
class Figures:
    """What one kind of opening took each time, in ms."""

    filled: list[float] = field(default_factory=list)
    """From the end of the parse until all is painted."""
    parse: list[float] = field(default_factory=list)
    with_parse: list[float] = field(default_factory=list)
    turn: list[float] = field(default_factory=list)
    """The longest turn that is not libtorrent's."""
    cpu: list[float] = field(default_factory=list)
    """The most CPU of the GUI thread in a turn."""

    @property
    def missed(self) -> bool:
        """Whether a target is missed."""
        return statistics.median(self.filled) > FILLED or max(self.cpu) > BLOCK


class Bench:
    """A window with an engine, and what it took."""

    def __init__(self, engine: Engine, worker: Worker, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes = ThemeManager(app, Appearance.LIGHT)
        self._settings = Settings(folder / "settings.toml")
        self._settings.set(settings.downloads.SAVE_PATH, str(folder))
        self._state = UiState(folder / "state.json")
        self._window = QWidget()
        self._window.resize(1300, 900)
        self._turns = Turns()
        notices = NoticeBar(themes, self._window)
        self._incoming = Incoming(engine, self._settings, self._state, themes, notices, worker, self._window)
        self._clock = QTimer(interval=0)
        self._clock.timeout.connect(self._turns.turn)
        self._window.show()
        self.figures: dict[str, Figures] = {}
        sources.lt.load_torrent_buffer = self._turns.parsing(lt.load_torrent_buffer)

    async def open(self, what: str, path: Path, patterns: tuple[str, ...] = ()) -> None:
        """From the choice of a .torrent until its files are painted, and until the dialog has come to rest."""
        gc.collect()
        self._settings.set(settings.downloads.EXCLUDED, patterns)
        await asyncio.sleep(0.3)
        self._turns.marks.clear()
        self._clock.start()
        begun = time.perf_counter()
        self._incoming.open([str(path)])
        while not ((dialog := self._incoming.dialog) and filled(dialog)):  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        dialog.repaint()
        ended = time.perf_counter()
        await asyncio.sleep(1.5)
        self._clock.stop()
        figures = self.figures.setdefault(what, Figures())
        figures.filled.append((ended - self._turns.parse[1]) * 1000)
        figures.parse.append((self._turns.parse[1] - self._turns.parse[0]) * 1000)
        figures.with_parse.append(self._turns.longest(begun, own=False)[0])
        turn, cpu = self._turns.longest(begun, own=True)
        figures.turn.append(turn)
        figures.cpu.append(cpu)
        dialog.done(Outcome.CANCELLED)
        while self._incoming.dialog is not None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    def end(self) -> None:
        """Nothing of it is left."""
        self._settings.flush()
        self._state.flush()
        self._window.close()


def filled(dialog: AddDialog) -> bool:
    """Whether its files are there, in their order."""
    files = dialog.files
    return dialog.isVisible() and files.wanted is not None and not files.tree.busy and files.tree.rowCount() > 0


def written(path: Path, files: int, folders: int) -> Path:
    """A .torrent of many files in many folders."""
    size, piece = 1_000_000, 4 << 20
    listed = [
        {b"length": size, b"path": [b"folder %03d" % (number % folders), b"Frame %06d.exr" % number]}
        for number in range(files)
    ]
    pieces = b"\1" * (20 * -(-files * size // piece))
    info = {b"name": b"Frames %d" % files, b"piece length": piece, b"pieces": pieces, b"files": listed}
    path.write_bytes(lt.bencode({b"info": info}))
    return path


async def measure(folder: Path) -> dict[str, Figures]:
    """All of it."""
    with Swarm() as swarm:
        async with running(folder / "data", hermetic(folder, swarm.address(), {}, {})) as (engine, _):
            await engine.open()
            worker = Worker(asyncio.get_running_loop(), "disk")
            bench = Bench(engine, worker, folder)
            many = written(folder / "many.torrent", COUNT, 300)
            few = written(folder / "few.torrent", 10, 2)
            await bench.open("dialog: the first one, of 10 files", few)
            # As the program does once all is read: from here on only what a dialog makes is looked at for garbage.
            gc.collect()
            gc.freeze()
            for _ in range(REPEATS):
                await bench.open("dialog: open a .torrent of 10 files", few)
                await bench.open(f"dialog: open a {COUNT:,}-file .torrent", many)
                await bench.open(f"dialog: open a {COUNT:,}-file .torrent, some excluded", many, ("*7.exr",))
            bench.end()
            await worker.stop()
    return bench.figures


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    font = QFont(app.font())
    font.setPixelSize(13)
    app.setFont(font)
    collector = Collector()
    with tempfile.TemporaryDirectory() as name, QEventLoop(app) as loop:
        figures = loop.run_until_complete(measure(Path(name)))
    collector.stop()
    print(f"ms, median and longest of {REPEATS}: from the end of the parse until all is on screen (< {FILLED:.0f});")
    print("how long libtorrent's parse holds the interpreter; longest turn of the event loop with it and without it;")
    print(f"the most CPU in a turn (< {BLOCK:.0f})\n")
    titles = ("filled", "parse", "turn", "turn, own", "CPU, own")
    print(f"{'':56}" + "".join(f"{title:>16}" for title in titles))
    for what, each in figures.items():
        columns = (each.filled, each.parse, each.with_parse, each.turn, each.cpu)
        shown = "".join(f"{statistics.median(numbers):8.1f}{max(numbers):8.1f}" for numbers in columns)
        print(f"{what:56}{shown}{'  !' if each.missed else ''}")
    return int(any(each.missed for each in figures.values()))


if __name__ == "__main__":
    sys.exit(main())
