# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the engine takes to load, add and quit with many torrents, and how long it blocks the GUI thread.

`python -m tests.bench.bench_engine [torrents]`; 10,000 by default.
"""

import asyncio
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer
from qasync import QEventLoop

from starling.engine import keeper
from starling.engine.engine import Engine
from starling.engine.rows import Row
from starling.engine.session import Config
from starling.engine.store import Store
from starling.tasks import Worker
from starling.torrent import AddOptions
from tests.helpers import hermetic
from tests.swarm import Answer, Event, Swarm, Tracker

PIECES = 40


@dataclass(slots=True)
class Blocks(QObject):
    """How long the event loop did not turn: a timer that is always due tells."""

    longest: float = 0.0
    """Milliseconds of wall clock between two turns."""
    longest_cpu: float = 0.0
    """Milliseconds of this thread's CPU between two turns: what is the engine's own, whoever else has the machine."""
    _timer: QTimer = field(default_factory=QTimer)
    _clock: QElapsedTimer = field(default_factory=QElapsedTimer)
    _cpu: int = 0

    def __post_init__(self) -> None:
        QObject.__init__(self)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begins to look."""
        self.longest = self.longest_cpu = 0.0
        self._cpu = time.thread_time_ns()
        self._clock.start()
        self._timer.start(0)

    def stop(self) -> str:
        """Ends it and says what was seen."""
        self._turn()
        self._timer.stop()
        return f"longest block {self.longest:.0f} ms ({self.longest_cpu:.0f} ms CPU)"

    def _turn(self) -> None:
        cpu = time.thread_time_ns()
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self.longest_cpu = max(self.longest_cpu, (cpu - self._cpu) / 1e6)
        self._cpu = time.thread_time_ns()
        self._clock.restart()


def torrent(number: int, tracker: str) -> bytes:
    """A .torrent of one file that nobody has; made by hand since it is never downloaded."""
    pieces = hashlib.sha512(str(number).encode()).digest()[:20] * PIECES
    info = {b"name": b"torrent %05d" % number, b"piece length": 1 << 20, b"length": PIECES << 20, b"pieces": pieces}
    return bytes(lt.bencode({b"announce": tracker.encode(), b"info": info}))


def fill(folder: Path, count: int, tracker: str) -> None:
    """A database of `count` torrents that seed: complete as far as it says, and running."""
    store = Store(folder / "starling.db")
    store._db.execute("PRAGMA synchronous = OFF")
    for number in range(count):
        params = lt.load_torrent_buffer(torrent(number, tracker))
        info = params.ti
        assert info is not None
        params.save_path, params.added_time = str(folder), 1_700_000_000
        params.flags = lt.torrent_flags.auto_managed
        params.ti = None
        store.put(
            Row(str(info.info_hashes().v1), keeper.encode(params), info.info_section(), position=number, labels=("x",))
        )
    store.close()


@asynccontextmanager
async def running(folder: Path, config: Config) -> AsyncIterator[tuple[Engine, list[float]]]:
    """An engine, opened; afterwards closed, which took so many seconds."""
    loop = asyncio.get_running_loop()
    workers = Worker(loop, "engine"), Worker(loop, "files")
    engine = Engine(*workers, folder, config)
    engine.failed.connect(print)
    seconds: list[float] = []
    yield engine, seconds
    begun = time.monotonic()
    await engine.close()
    seconds.append(time.monotonic() - begun)
    for worker in workers:
        await worker.stop()


async def until_listed(engine: Engine, count: int) -> None:
    """Every torrent has its row."""
    while len(engine.torrents) < count:  # noqa: ASYNC110
        await asyncio.sleep(0.005)


async def load_and_quit(folder: Path, count: int, config: Config) -> None:
    """Start with `count` torrents, some seconds of life, quit."""
    blocks = Blocks()
    async with running(folder, config) as (engine, seconds):
        blocks.start()
        begun = time.monotonic()
        await engine.open()
        opened = time.monotonic() - begun
        await until_listed(engine, count)
        listed = time.monotonic() - begun
        print(f"load {count}: open() {opened:.2f} s, all listed {listed:.2f} s, {blocks.stop()}")
        blocks.start()
        await asyncio.sleep(6)
        print(f"run {count} for 6 s: {blocks.stop()}")
        blocks.start()
        engine.pause(list(engine.torrents))
        await asyncio.sleep(2)
        print(f"pause {count}: {blocks.stop()}")
        engine.start(list(engine.torrents))
        await asyncio.sleep(2)
        blocks.start()
    print(f"quit {count}: {seconds[0]:.2f} s, {blocks.stop()}")


async def quit_with_tracker(folder: Path, count: int, config: Config, tracker: Tracker, answer: Answer) -> None:
    """Quit while one tracker knows every torrent and answers, or not."""
    async with running(folder, config) as (engine, seconds):
        await engine.open()
        await until_listed(engine, count)
        deadline = time.monotonic() + 60
        while len(heard(tracker, Event.STARTED)) < count and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        started = heard(tracker, Event.STARTED)
        tracker.behave(answer)
    told = len(heard(tracker, Event.STOPPED))
    print(
        f"quit {count}, {tracker.scheme} tracker {answer.value}: {seconds[0]:.2f} s,"
        f" it was told of {told} of {len(started)}"
    )


def heard(tracker: Tracker, event: Event) -> set[str]:
    """Info-hashes that were announced with this event."""
    return {announce.info_hash for announce in tracker.announces if announce.event is event}


async def add(folder: Path, count: int, config: Config, tracker: str) -> None:
    """Add `count` .torrent files one after the other, as a drop of a folder does."""
    sources = folder / "torrents"
    sources.mkdir()
    for number in range(count):
        (sources / f"{number}.torrent").write_bytes(torrent(number, tracker))
    blocks = Blocks()
    async with running(folder / "added", config) as (engine, _):
        await engine.open()
        blocks.start()
        begun = time.monotonic()
        for number in range(count):
            preview = await engine.intake.preview(str(sources / f"{number}.torrent"))
            await engine.intake.add(preview.id, AddOptions(save_path=str(folder / "downloads"), start=False))
        added = time.monotonic() - begun
        await until_listed(engine, count)
        print(f"add {count}: {added:.2f} s ({1000 * added / count:.2f} ms each), {blocks.stop()}")


async def measure(count: int) -> None:
    """All of it."""
    with Swarm() as swarm, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = hermetic(folder, swarm.address(), {}, {})
        quiet = folder / "quiet"
        fill(quiet, count, "")
        await load_and_quit(quiet, count, config)
        for scheme, answer in product(("http", "udp"), (Answer.OK, Answer.HANG)):
            tracker = swarm.tracker(scheme)
            talking = folder / f"{scheme} {answer.value}"
            fill(talking, 1000, tracker.url)
            await quit_with_tracker(talking, 1000, config, tracker, answer)
        await add(folder, count, config, "")


def main() -> None:
    app = QCoreApplication([])
    with QEventLoop(app) as loop:
        loop.run_until_complete(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))


if __name__ == "__main__":
    main()
