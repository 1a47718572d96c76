# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to know of every torrent why it does not move, each second and in the longest turn.

`python -m tests.bench.bench_whys [torrents]`; 10,000 by default, all stalled, then all but a few in the queue.
"""

import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

from starling import settings
from starling.collector import Collector
from starling.engine import news, whys
from starling.engine.engine import Engine
from starling.engine.session import Config
from tests.bench.bench_engine import Blocks, fill, running, until_listed
from tests.helpers import hermetic
from tests.swarm import Swarm

_SECONDS = 20
_slice = news.News._slice


class Meter:
    """CPU time of a thread in functions."""

    def __init__(self) -> None:
        self.total = self.longest = 0.0

    def of(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, measured."""

        def measured(*args: Any) -> Any:
            begun = time.thread_time()
            try:
                return function(*args)
            finally:
                self.add(time.thread_time() - begun)

        return measured

    def add(self, seconds: float) -> None:
        """One more call."""
        self.total += seconds
        self.longest = max(self.longest, seconds)

    def take(self) -> tuple[float, float]:
        """Milliseconds in all and of the longest call since the last time."""
        found = self.total * 1000, self.longest * 1000
        self.total = self.longest = 0.0
        return found


def metered(engine: Engine) -> tuple[Meter, Meter]:
    """What the GUI thread and the worker spend on reasons; rows that are told in one turn count as one call."""
    window, worker, rows = Meter(), Meter(), Meter()
    for name in ("_turn", "_on_stats"):
        setattr(engine.insight.whys, name, window.of(getattr(engine.insight.whys, name)))
    engine.insight.whys._explain = rows.of(engine.insight.whys._explain)

    def sliced(self: news.News) -> None:
        _slice(self)
        window.add(rows.take()[0] / 1000)

    news.News._slice = sliced
    whys._look_at = worker.of(whys._look_at)
    return window, worker


async def measure(folder: Path, count: int, config: Config) -> None:
    """Load, wait until all are judged, then look at some quiet seconds."""
    collector = Collector()
    async with running(folder, config) as (engine, _):
        window, worker = metered(engine)
        begun = time.monotonic()
        await engine.open()
        await until_listed(engine, count)
        listed = time.monotonic() - begun
        blocks = Blocks()
        blocks.start()
        while any(row.why is None for row in engine.torrents.values()):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        cost, longest = window.take()
        elapsed = time.monotonic() - begun
        causes = Counter(row.why.cause.value if row.why else "-" for row in engine.torrents.values())
        print(
            f"{count} listed after {listed:.1f} s, judged after {elapsed:.1f} s: {cost / elapsed:.1f} ms each second,"
            f" longest turn {longest:.1f} ms, {blocks.stop()}; {dict(causes)}"
        )
        worker.take()
        await asyncio.sleep(_SECONDS)
        cost, longest = window.take()
        looked, longest_look = worker.take()
        print(
            f"then for {_SECONDS} s: {cost / _SECONDS:.1f} ms each second, longest turn {longest:.1f} ms;"
            f" worker {looked / _SECONDS:.2f} ms each second, longest {longest_look:.1f} ms"
        )
    collector.stop()


async def both(count: int) -> None:
    """All stalled, then nearly all in the queue."""
    with Swarm() as swarm, tempfile.TemporaryDirectory() as name:
        for at, active in enumerate((0, 5)):
            folder = Path(name) / str(at)
            folder.mkdir()
            chosen = {settings.queue.ACTIVE_DOWNLOADS: active, settings.queue.SLOW_FREE: False}
            config = hermetic(folder, swarm.address(), chosen, {})
            fill(folder / "data", count, "")
            print("all stalled:" if not active else f"{active} at a time:")
            await measure(folder / "data", count, config)


def main() -> None:
    app = QCoreApplication([])
    with QEventLoop(app) as loop:
        loop.run_until_complete(both(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))


if __name__ == "__main__":
    main()
