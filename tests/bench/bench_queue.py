# SPDX-License-Identifier: GPL-3.0-or-later
"""What moves in the queue, goals and limits cost with 10,000 torrents, and how long they block the GUI thread.

`python -m tests.bench.bench_queue [torrents]`
"""

import asyncio
import gc
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import libtorrent as lt

from starling import settings
from starling.engine import keeper
from starling.engine.convert import timestamp
from starling.engine.engine import Engine
from starling.engine.goalclock import Figures
from starling.engine.goalconfig import GoalConfig
from starling.engine.rows import Row
from starling.engine.session import Config
from starling.engine.store import Store
from starling.goals import Goal
from starling.labels import Label, write
from starling.torrent import State
from tests.bench.bench_engine import Blocks, running, torrent, until_listed
from tests.helpers import hermetic
from tests.swarm import Swarm

COUNT = 10_000
FLOWING = 300
"""Of them, that have somebody to give to."""
LABEL = "films"


def fill(folder: Path, count: int) -> None:
    """A database of `count` paused torrents, all in the queue."""
    store = Store(folder / "starling.db")
    store._db.execute("PRAGMA synchronous = OFF")
    for number in range(count):
        params = lt.load_torrent_buffer(torrent(number, ""))
        info = params.ti
        assert info is not None
        params.save_path, params.added_time = str(folder), 1_700_000_000
        params.flags = lt.torrent_flags.paused
        params.ti = None
        store.put(
            Row(
                str(info.info_hashes().v1), keeper.encode(params), info.info_section(), position=number, labels=(LABEL,)
            )
        )
    store.close()


def order(engine: Engine) -> list[str]:
    """The queue as it is to be."""
    return [record.id for record in engine.queue._order()]


async def moves(engine: Engine, blocks: Blocks) -> None:
    """Some of each kind."""
    count = len(engine.torrents)
    for what, chosen, number in (
        ("one by 100", [count // 2], count // 2 - 100),
        ("one from the end to the middle", [count - 1], count // 2),
        ("50 together by a quarter", range(count // 2, count // 2 + 50), count // 4),
        ("every second one to place 20", range(0, count, 2), 20),
        ("one half behind the other", range(count // 2), count // 2),
    ):
        before = order(engine)
        blocks.start()
        begun = time.perf_counter()
        engine.queue.put([before[at] for at in chosen], number)
        called = time.perf_counter() - begun
        while engine.queue._steps or engine.queue._stands is not engine.queue._wanted:  # noqa: ASYNC110
            await asyncio.sleep(0)
        issued = time.perf_counter() - begun
        while not engine.queue.settled:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        settled = time.perf_counter() - begun
        print(
            f"move {what} of {count}: the call {called * 1000:.1f} ms, told {issued * 1000:.0f} ms, "
            f"seen to be so {settled:.2f} s, {blocks.stop()}"
        )
        await asyncio.sleep(1)


async def goals(engine: Engine, blocks: Blocks) -> None:
    """A goal for all of them, and the second in which nothing happens."""
    for record in engine._records:
        # As if all of them were seeding.
        record.paused = False
        record.clock.take(Figures(True, 1 << 20, 0.5, 1000), timestamp(), None)
    blocks.start()
    begun = time.perf_counter()
    engine.goals.use(GoalConfig(Goal(ratio=2, time=86_400, idle=7200)))
    while engine.goals._waiting:  # noqa: ASYNC110
        await asyncio.sleep(0)
    print(f"a goal for {len(engine.torrents)}: {(time.perf_counter() - begun) * 1000:.0f} ms, {blocks.stop()}")
    begun = time.perf_counter()
    engine.goals.tick()
    print(f"a second of {len(engine.goals._wakes)} goals in which none is reached: {_ms(begun)}")
    record = next(iter(engine._records))
    begun = time.perf_counter()
    for _ in range(1000):
        engine.goals.aim(record, Figures(True, 1 << 20, 0.5, 1000), timestamp())
    print(f"1,000 news of torrents with goals: {_ms(begun)}")
    assert record.snapshot is not None
    assert replace(record.snapshot, goal=record.aim).goal is not None


async def limits(engine: Engine, blocks: Blocks, config: Config) -> None:
    """Other settings for all of them, and a label's limit that they share."""
    count = len(engine.torrents)
    labels = {LABEL: (2_000_000, 1_000_000)}
    for what, other in (
        ("a goal in the settings", replace(config, goals=GoalConfig(Goal(ratio=3)))),
        ("other numbers of connections", replace(config, connections=config.connections + 1)),
        ("a limit of their label", replace(config, rates=replace(config.rates, labels=labels))),
    ):
        blocks.start()
        begun = time.thread_time()
        engine.apply(other)
        called = time.thread_time() - begun
        await asyncio.sleep(5)
        print(f"{what} for {count}: the call {called * 1000:.1f} ms CPU, {blocks.stop()}")
    for what, some in (("nobody", 0), ("some", FLOWING)):
        for number, record in enumerate(engine._records):
            row = record.snapshot
            assert row is not None
            # As if they did.
            flows = number < some
            record.snapshot = replace(row, state=State.SEEDING, peers=int(flows), up=1000 + 10 * number * flows)
        seconds = []
        blocks.start()
        for _ in range(5):
            begun = time.thread_time()
            engine.throttle.tick()
            seconds.append(time.thread_time() - begun)
            await asyncio.sleep(0.5)
        spent = " ".join(f"{1000 * each:.1f}" for each in seconds)
        print(f"a second of a limited label of {count}, {what} flowing: {spent} ms CPU, {blocks.stop()}")


def _ms(begun: float) -> str:
    return f"{(time.perf_counter() - begun) * 1000:.1f} ms"


async def measure(count: int) -> None:
    """All of it."""
    with Swarm() as swarm, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, count)
        config = hermetic(folder, swarm.address(), {settings.labels.LABELS: write((Label(LABEL),))}, {})
        async with running(folder, config) as (engine, _):
            await engine.open()
            await until_listed(engine, count)
            await asyncio.sleep(3)
            # As the program does it, see `starling.collector`.
            gc.freeze()
            gc.disable()
            blocks = Blocks()
            await moves(engine, blocks)
            await goals(engine, blocks)
            await limits(engine, blocks, config)


def main(count: int) -> None:
    """Runs it where Qt and asyncio share a loop."""
    from PySide6.QtCore import QCoreApplication
    from qasync import QEventLoop

    app = QCoreApplication([])
    with QEventLoop(app) as loop:
        loop.run_until_complete(measure(count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else COUNT)
