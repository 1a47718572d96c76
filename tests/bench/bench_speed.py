# SPDX-License-Identifier: GPL-3.0-or-later
"""What the history of speeds costs the GUI thread and the disk, and how long its graph takes to paint.

`python -m tests.bench speed`
"""

import asyncio
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from starling.engine.annals import Annals
from starling.engine.history import History
from starling.engine.record import Record, Records
from starling.settings.appearance import Appearance
from starling.speed import Flow, Series
from starling.ui.details.speedgraph import SpeedGraph
from starling.ui.details.speedimage import Line
from starling.ui.theme import ThemeManager

TORRENTS, ACTIVE = 10_000, 200
SECONDS = 3700
POINTS = 3600
REPEATS = 40
PAINTED = 4.0
"""No picture of three lines of 3,600 points may take longer than this in the median, in ms."""
MEASURED = 16.0
"""Nor a second of measuring."""
TURN = 50.0
"""Nor, but for one in a hundred, a transaction: others wish to read meanwhile."""
LINES = frozenset({Line.DOWN, Line.UP, Line.DOWN_OVERHEAD})


def main() -> int:
    """Prints the figures; returns 1 if one is too high."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        slow = asyncio.run(measure(Path(folder)))
    themes = ThemeManager(app, Appearance.LIGHT)
    return int(any([slow, *(paint(app, themes, ratio) for ratio in (1.0, 2.0))]))


async def measure(folder: Path) -> bool:
    """An hour of 10,000 torrents, of which 200 move."""
    dice, now = random.Random(1), [1_800_000_000.0]
    records = Records()
    ids = [f"{number:040x}" for number in range(TORRENTS)]
    for id in ids:
        records.add(Record(id, "name", "/", added=1))
    annals = Annals(folder / "history.db")
    history = History(records, lambda: now[0])
    history.begin(annals)
    tidying = history._tidying
    assert tidying is not None
    turns = Turns(annals)
    totals = dict.fromkeys(ids, (0, 0, 0, 0))
    whole = (0, 0, 0, 0)
    times: list[float] = []
    for _ in range(SECONDS):
        now[0] += 1
        for id in ids[:ACTIVE]:
            down, up, more_down, more_up = totals[id]
            moved = dice.randrange(200_000)
            totals[id] = down + moved, up + moved // 9, more_down + moved // 50, more_up + moved // 30
            whole = tuple(map(sum, zip(whole, (moved, moved // 9, moved // 50, moved // 30), strict=True)))  # type: ignore[assignment]
        begun = time.perf_counter()
        history.tick(whole)
        for id in ids:
            history.note(id, totals[id])
        times.append((time.perf_counter() - begun) * 1000)
        while tasks := [task for task in (history._task, tidying._task) if task is not None]:
            await asyncio.wait(tasks)
    say(f"a second of {TORRENTS:,} torrents, {ACTIVE} of them moving", times)
    for count, seconds in ((1, 3600), (1, 86_400), (ACTIVE, 3600)):
        history._views.clear()
        asked = [await timed(history, ids[:count], seconds) for _ in range(10)]
        what = f"{count} torrent(s) over {seconds // 3600} h"
        print(f"{what}: first asked {asked[0]:.1f} ms, then every second {statistics.median(asked[1:]):.2f} ms")
    await history.close()
    await annals.close()
    size = (folder / "history.db").stat().st_size
    say(f"a turn of the thread that writes and folds, of {len(turns.times):,}", turns.times)
    print(
        f"the file: {size / 1e6:.1f} MB, {size / ACTIVE / (SECONDS / 3600) / 1000:.0f} kB per torrent and active hour"
    )
    return statistics.median(times) > MEASURED or sorted(turns.times)[-len(turns.times) // 100] > TURN


class Turns:
    """Clocks what the annals do at once."""

    def __init__(self, annals: Annals) -> None:
        self.times: list[float] = []
        self._perform, annals._perform = annals._perform, self._clocked  # type: ignore[method-assign]

    def _clocked(self, function: Callable[[sqlite3.Connection], Any]) -> object:
        begun = time.perf_counter()
        try:
            return self._perform(function)
        finally:
            self.times.append((time.perf_counter() - begun) * 1000)


async def timed(history: History, ids: list[str], seconds: int) -> float:
    begun = time.perf_counter()
    await history.series(ids, seconds)
    return (time.perf_counter() - begun) * 1000


def paint(app: QApplication, themes: ThemeManager, ratio: float) -> bool:
    """The graph at 1,400 × 400: each second's picture, one from nothing, and one with the cursor moved only."""
    graph = SpeedGraph(themes)
    graph.resize(1400, 400)
    canvas = QImage(graph.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.setDevicePixelRatio(ratio)
    dice = random.Random(2)
    values = [[dice.uniform(0.4, 0.9) * size for _ in range(2 * POINTS)] for size in (4e6, 3e6, 2e6)]

    def show(second: int) -> None:
        rows = [array("d", row[second : second + POINTS]) for row in values]
        none = array("d", [float("nan")]) * POINTS
        down, up = Flow(rows[0], rows[2], rows[0], none), Flow(rows[1], rows[2], rows[1], none)
        graph.show_series(Series(1_800_000_000 + second, 1, down, up, POINTS), POINTS, LINES)

    def render() -> None:
        graph.render(canvas)

    seconds, anew, cursor = [], [], []
    show(0)
    graph.paint_layer(ratio)
    for second in range(1, REPEATS):
        show(second)
        seconds.append(clocked(partial(graph.paint_layer, ratio)))
    for _ in range(REPEATS):
        graph._picture.__init__()  # type: ignore[misc]
        anew.append(clocked(partial(graph.paint_layer, ratio)))
    if ratio == 1.0:
        for second in range(REPEATS):
            graph.set_cursor_index(second)
            cursor.append(clocked(render))
    say(f"{ratio:.0%}: the picture of the next second", seconds)
    say(f"{ratio:.0%}: a picture from nothing", anew)
    if cursor:
        say(f"{ratio:.0%}: the cursor moved", cursor)
    graph.deleteLater()
    return statistics.median(seconds) > PAINTED


def clocked(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def say(what: str, times: list[float]) -> None:
    print(f"{what}: median {statistics.median(times):.2f} ms, longest {max(times):.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
