# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a list of 300,000 ranges takes until it is in force, what the window feels of it, and how long a kick takes
then; `python -m tests.bench ipfilter`.
"""

import asyncio
import gzip
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.engine.engine import Engine
from tests.bench.bench_engine import running
from tests.bench.bench_table import Meter
from tests.helpers import hermetic
from tests.swarm import Swarm

COUNT = 300_000
RUNS = 5
IN_FORCE = 2.0
"""Seconds from the wish until nobody of the list gets in."""
TURN = 16.0
"""Milliseconds that a turn of the event loop may wait."""
AT_ONCE = 0.5
"""Seconds until a kick or a ban holds."""

Ends = list[tuple[IPv4Address, IPv4Address]]


def ends() -> Ends:
    """Ranges that do not overlap, in no order, as long as those of real lists."""
    chance = random.Random(1)
    borders = sorted(chance.sample(range(1 << 24, 223 << 24), 2 * COUNT))
    made = [(IPv4Address(borders[at]), IPv4Address(borders[at + 1] - 1)) for at in range(0, 2 * COUNT, 2)]
    chance.shuffle(made)
    return made


def dat(rows: Ends) -> bytes:
    def padded(address: IPv4Address) -> str:
        return ".".join(f"{part:03d}" for part in address.packed)

    return "".join(f"{padded(a)} - {padded(b)} , 000 , Some organisation, Inc.\n" for a, b in rows).encode()


def p2p(rows: Ends) -> bytes:
    return "".join(f"Some organisation: {int(a) % 977}, Inc.:{a}-{b}\n" for a, b in rows).encode()


def p2b(rows: Ends) -> bytes:
    return b"\xff\xff\xff\xffP2B\x02" + b"".join(b"Some organisation\0" + a.packed + b.packed for a, b in rows)


def packed(rows: Ends) -> bytes:
    return gzip.compress(p2p(rows))


def six(rows: Ends) -> bytes:
    return "".join(f"2001:{int(a) >> 16:x}:{int(a) & 65535:x}::/48\n" for a, _ in rows).encode()


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as name, QEventLoop(app) as loop:
        missed = loop.run_until_complete(measure(Path(name)))
    return int(missed > 0)


async def measure(folder: Path) -> int:
    rows = ends()
    missed = 0
    print(f"{COUNT:,} ranges, {RUNS} runs{'':31}{'median s':>10}{'longest s':>10}{'longest turn ms':>18}")

    def tell(what: str, seconds: list[float], turns: list[float], most: float) -> None:
        nonlocal missed
        wrong = statistics.median(seconds) > most or statistics.median(turns) > TURN
        missed += wrong
        print(
            f"{what:48}{statistics.median(seconds):10.2f}{max(seconds):10.2f}{max(turns):18.1f}"
            f"  of {most:g} s, {TURN:.0f} ms{'  !' if wrong else ''}",
            flush=True,
        )

    with Swarm() as swarm:
        config = hermetic(folder, swarm.address(), {}, {})
        async with running(folder / "data", config) as (engine, _):
            await engine.open()
            print(f"{'memory before':48}{memory():10.0f} MB")
            meter = Meter()
            seconds, turns = [], []
            for _ in range(RUNS):
                await step(meter, partial(asyncio.sleep, 1.0), seconds, turns)
            tell("nothing at all: what else the machine does", seconds, turns, 2.0)
            for make in (dat, p2p, p2b, packed, six):
                file = folder / make.__name__
                file.write_bytes(make(rows))
                seconds, turns = [], []
                for _ in range(RUNS):
                    await step(meter, partial(come, engine, str(file)), seconds, turns)
                    await step(meter, partial(come, engine, ""), [], [])
                tell(f"in force: {make.__name__}, {file.stat().st_size / 1e6:.0f} MB", seconds, turns, IN_FORCE)
            await come(engine, str(folder / "dat"))
            print(f"{'memory with it':48}{memory():10.0f} MB")
            side = engine._get_side()
            assert side is not None
            bans: list[str] = []

            async def kick() -> None:
                await engine.peers.kick([f"9.9.9.{len(bans)}"])

            async def ban() -> None:
                bans.append(f"203.0.113.{len(bans)}")
                side.gate.ban(tuple(bans))
                await side.gate.ready()

            async def lift() -> None:
                bans.pop(0)
                side.gate.ban(tuple(bans))
                await side.gate.ready()

            actions: tuple[tuple[str, Callable[[], Awaitable[None]], float], ...] = (
                ("a kick", kick, AT_ONCE),
                ("a ban more", ban, AT_ONCE),
                ("a ban lifted", lift, IN_FORCE),
            )
            for what, act, most in actions:
                seconds, turns = [], []
                for _ in range(RUNS):
                    await step(meter, act, seconds, turns)
                tell(what, seconds, turns, most)
            print(f"{'memory at the end':48}{memory():10.0f} MB")
    return missed


async def step(meter: Meter, act: Callable[[], Awaitable[None]], seconds: list[float], turns: list[float]) -> None:
    await asyncio.sleep(0.2)
    meter.reset()
    begun = time.perf_counter()
    await act()
    seconds.append(time.perf_counter() - begun)
    await asyncio.sleep(0.2)
    turns.append(meter.wall * 1000)


async def come(engine: Engine, path: str) -> None:
    """As when the user chooses a file."""
    engine.ip_filter.use(path)
    while engine.ip_filter.state.source != path:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    side = engine._get_side()
    assert side is not None
    await side.gate.ready()


def memory() -> float:
    """Of this process, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1000
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
