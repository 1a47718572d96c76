# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a table of 10,000 rows and 20 columns blocks the GUI thread; `python -m tests.bench.bench_table`."""

import gc
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from starling.settings.appearance import Appearance
from starling.ui import cells
from starling.ui.column import Align, Column, Weight, natural
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

COUNT = 10_000
NUMBERS = 17
REPEATS = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A row as a torrent's: a name, a state, a fraction and many numbers."""

    key: str
    name: str
    state: str
    part: float
    numbers: tuple[int, ...]


def columns() -> list[Column[Line]]:
    """Name, status, progress and 17 numbers, painted as in the torrent list."""

    def number(place: int) -> Column[Line]:
        return Column(
            key=f"n{place}",
            title=f"Number {place}",
            value=lambda line: line.numbers[place] or None,
            text=lambda line: f"{line.numbers[place] / 1000:.2f} MB/s",
            align=Align.RIGHT,
            width=56,
            colour=Token.DOWN if place % 2 else Token.TEXT,
            weight=Weight.MEDIUM if place % 2 else Weight.NORMAL,
        )

    return [
        Column(key="name", title="Name", value=lambda line: natural(line.name), text=lambda line: line.name, width=180),
        Column(key="status", title="Status", value=lambda line: line.state, text=lambda line: line.state, width=90),
        Column(
            key="progress",
            title="Progress",
            value=lambda line: line.part,
            text=lambda line: f"{line.part:.1%}",
            paint=cells.progress(lambda line: line.part, lambda line: f"{line.part:.1%}", lambda line: Token.HAVE),
            width=130,
        ),
        *map(number, range(NUMBERS)),
    ]


def lines(chance: random.Random, numbers: range) -> list[Line]:
    """New facts for these rows; name and key stay."""
    states = ("Downloading", "Seeding", "Stalled: 5 peers choke us", "Paused")
    return [
        Line(
            f"{n:040x}",
            f"{n * 7919 % COUNT} Torrent number {n}.iso",
            states[n % 4],
            chance.random(),
            tuple(chance.randrange(10_000) for _ in range(NUMBERS)),
        )
        for n in numbers
    ]


class Meter(QObject):
    """The most thread CPU and wall time one turn of the event loop took; a 1 ms timer marks the turns."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()
        self.reset()

    def reset(self) -> None:
        """Forget what was."""
        self.cpu = self.wall = 0.0
        self._last = time.thread_time(), time.perf_counter()

    def _turn(self) -> None:
        now = time.thread_time(), time.perf_counter()
        self.cpu, self.wall = max(self.cpu, now[0] - self._last[0]), max(self.wall, now[1] - self._last[1])
        self._last = now


class Bench:
    """One application with one table, and the figures that were measured on it (ms of CPU, ms of wall)."""

    def __init__(self) -> None:
        self._app = QApplication.instance() or QApplication([])
        assert isinstance(self._app, QApplication)
        font = QFont(self._app.font())
        font.setPixelSize(13)
        self._app.setFont(font)
        self._chance = random.Random(1)
        self.model = TableModel(columns(), lambda line: line.key)
        self.view = TableView(self.model, ThemeManager(self._app, Appearance.LIGHT))
        self.view.resize(1400, 950)
        self.model.upsert(lines(self._chance, range(COUNT)))
        self.view.show()
        self.meter = Meter()
        self._settle()
        gc.collect()
        gc.freeze()

    def _settle(self) -> None:
        """Let the event loop run until everything asked for is painted."""
        loop = QEventLoop()
        QTimer.singleShot(120, loop.quit)
        loop.exec()

    def measure(self, step: Callable[[], object]) -> tuple[float, float]:
        """Median CPU and wall milliseconds of the longest turn after `step`, called from the event loop."""
        cpu, wall = [], []
        for _ in range(REPEATS):
            self._settle()
            QTimer.singleShot(10, step)
            self.meter.reset()
            self._settle()
            cpu.append(self.meter.cpu * 1000)
            wall.append(self.meter.wall * 1000)
        return sorted(cpu)[REPEATS // 2], sorted(wall)[REPEATS // 2]

    def change(self, numbers: range) -> Callable[[], None]:
        """New facts for these rows, prepared before the clock runs."""
        batches = iter([lines(self._chance, numbers) for _ in range(REPEATS)])
        return lambda: self.model.upsert(next(batches))

    def alternate(self, *steps: Callable[[], object]) -> Callable[[], object]:
        """One step after the other, over and over."""
        left = iter(list(steps) * REPEATS)

        def step() -> object:
            return next(left)()

        return step

    def run(self) -> dict[str, tuple[float, float]]:
        """Every figure by the sentence that says what was done."""
        model, view = self.model, self.view
        bar = view.verticalScrollBar()
        result: dict[str, tuple[float, float]] = {}
        model.sort_by("n0", falling=True)
        result["all rows change, sorted by a changing column"] = self.measure(self.change(range(COUNT)))
        view.selectAll()
        result["the same, all rows selected"] = self.measure(self.change(range(COUNT)))
        view.clearSelection()
        result["500 rows change"] = self.measure(self.change(range(0, COUNT, 20)))
        result["30 rows change"] = self.measure(self.change(range(30)))
        model.sort_by("name", falling=False)
        result["all rows change, sorted by name"] = self.measure(self.change(range(COUNT)))
        for column in model.columns[:4]:
            steps = [lambda f=f, c=column: model.sort_by(c.key, falling=f) for f in (True, False)]
            result[f"sort by {column.title}"] = self.measure(self.alternate(*steps))
        result["filter on (1 of 10 stays) and off"] = self.measure(
            self.alternate(
                lambda: model.set_filter(lambda line: line.numbers[0] < 1000), lambda: model.set_filter(None)
            )
        )
        result["select all and nothing"] = self.measure(self.alternate(view.selectAll, view.clearSelection))
        model.set_filter(None)
        view.clearSelection()
        bar.setValue(0)
        result["repaint"] = self.measure(view.viewport().update)
        result["wheel step"] = self.measure(lambda: bar.setValue(bar.value() + 3 * view.row_height))
        result["jump"] = self.measure(lambda: bar.setValue(self._chance.randrange(bar.maximum())))
        return result


def main() -> None:
    """Print the table."""
    print(f"{COUNT:,} rows x {NUMBERS + 3} columns: longest turn of the event loop, median of {REPEATS}, ms\n")
    print(f"{'':50}{'CPU':>8}{'wall':>8}")
    for what, (cpu, wall) in Bench().run().items():
        print(f"{what:50}{cpu:8.1f}{wall:8.1f}")


if __name__ == "__main__":
    sys.exit(main())
