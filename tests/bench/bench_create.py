# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes to make a torrent of 1 GiB, beside mktorrent; `python -m tests.bench.bench_create`."""

import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.creation import Format, Made, Outline, Progress, Recipe
from starling.engine.creator import Creator
from starling.tasks import Worker

SIZE = 1 << 30
FILES = 16
EXPONENT = 19
"""Of the piece size: 512 KiB, which is the automatic one."""
REPEATS = 5
MANY = 100_000
FASTER = 1.3
"""What v1 may take of mktorrent's time on one thread, each at its best."""
LONGEST_GAP = 0.05
"""Seconds for which the window may stand still meanwhile."""


class Gaps:
    """How long the loop of the window stood still at most."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        # Not at every turn: who never sleeps is made to wait for a core by those who hash, which no window does.
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


def nothing(_progress: Progress) -> None:
    """Nobody looks."""


async def make(creator: Creator, path: Path, form: Format, piece_size: int = 0) -> tuple[float, Made]:
    """Seconds from the press of the button to the .torrent; 0 is the automatic piece size."""
    outline = Outline(str(path))
    found = await creator.look(outline)
    recipe = Recipe(outline, found.stamp, form, piece_size or found.automatic(form))
    begun = time.perf_counter()
    made = await creator.make(recipe, nothing)
    return time.perf_counter() - begun, made


def mktorrent(path: Path, threads: int) -> float:
    """Seconds that it takes."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mktorrent", "-l", str(EXPONENT), "-t", str(threads), "-o", str(Path(folder) / "x.torrent"), path]
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun


def said(name: str, times: list[float]) -> float:
    middle = statistics.median(times)
    print(f"{name:<28} median {middle:5.2f} s  best {min(times):5.2f} s  {SIZE / middle / 1e6:6.0f} MB/s")
    return min(times)


async def measured(folder: Path) -> bool:
    """Prints all of it; whether it was quick enough."""
    worker = Worker(asyncio.get_running_loop(), "bench")
    creator, gaps, good = Creator(worker), Gaps(), True
    data = folder / "data"
    times: dict[str, list[float]] = {form.value: [] for form in Format}
    others: dict[int, list[float]] = {1: [], os.cpu_count() or 1: []}
    there = shutil.which("mktorrent") is not None
    for _ in range(REPEATS):
        for form in Format:
            times[form.value].append((await make(creator, data, form, 1 << EXPONENT))[0])
        # Another thread: the loop is to be seen turning only while we are at it.
        for threads, seconds in others.items():
            if there:
                seconds.append(await worker.run(mktorrent, data, threads))
    ours = {name: said(f"Starling, {name}", seconds) for name, seconds in times.items()}
    if there:
        theirs = {threads: said(f"mktorrent -t {threads}, v1", seconds) for threads, seconds in others.items()}
        good = ours["v1"] < theirs[1] * FASTER
    else:
        print("mktorrent is not installed")
    many = folder / "many"
    begun = time.perf_counter()
    found = await creator.look(Outline(str(many)))
    print(f"a look at {found.files:,} files: {time.perf_counter() - begun:.2f} s")
    seconds, made = await make(creator, many, Format.HYBRID)
    print(f"a hybrid of {made.files:,} small files: {seconds:.2f} s, a .torrent of {len(made.data):,} bytes")
    longest = gaps.stop()
    print(f"the window stood still for {longest * 1000:.0f} ms at most")
    await creator.close()
    await worker.stop()
    return good and longest < LONGEST_GAP


def prepare(folder: Path) -> None:
    """1 GiB in some files, and many small ones; read once, so that no disk is measured."""
    (folder / "data").mkdir()
    source = random.Random("create")
    for number in range(FILES):
        (folder / "data" / f"{number:02}.bin").write_bytes(source.randbytes(SIZE // FILES))
    for number in range(MANY):
        file = folder / "many" / f"{number % 100:02}" / f"{number}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%d" % number)


def main() -> int:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    loop = QEventLoop(app)
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name))
        with loop:
            return 0 if loop.run_until_complete(measured(Path(name))) else 1


if __name__ == "__main__":
    sys.exit(main())
