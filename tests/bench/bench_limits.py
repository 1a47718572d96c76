# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of limit, held against what the kernel counts on the wire in 20 s; `python -m tests.bench limits`.

A real swarm over TCP on loopback addresses, with `ignore_limits_on_local_network` off where limits of the session are
looked at. Counted are the bytes of all TCP connections of the engine's own address, as `ss` tells them. libtorrent
counts headers of TCP and IP too, as they would be on Ethernet: that is 2 to 3 % which are not seen here.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling import settings
from starling.engine.engine import Engine
from starling.labels import Label, write
from starling.options import Limits
from starling.torrent import AddOptions, State
from tests.bench.bench_engine import running
from tests.helpers import Chosen, hermetic
from tests.swarm import Payload, Peer, Swarm, Version

SECONDS = 20
SETTLE = 10.0
"""Seconds before the first count: libtorrent's averages, by which a label is shared out, reach back five."""
LIMIT = 1_000_000
EDGE = 20_000
"""Bytes that are more than what is said beside the payload."""
OFF = 0.05
"""How far from the limit it may be."""
PATIENCE = 60.0
SPEED, LABELS = settings.speed, settings.labels.LABELS

_WAITING = re.compile(r"^\S+\s+(\d+)", re.MULTILINE)
_RECEIVED, _SENT = re.compile(r"bytes_received:(\d+)"), re.compile(r"bytes_sent:(\d+)")


@dataclass(frozen=True, slots=True)
class Case:
    """One limit."""

    name: str
    up: bool = False
    chosen: Chosen = field(default_factory=dict)
    own: Limits = field(default_factory=Limits)
    """Of each torrent."""
    limit: int = LIMIT
    """What is to flow; 0 = more than that, since none holds."""
    slow: tuple[int, ...] = ()
    """How fast those that it is shared with can be, one torrent each; 0 = as fast as can be."""
    labels: tuple[str, ...] = ()


COUNTED = {SPEED.LIMIT_LOCAL: True}
SHARED = {LABELS: write((Label("films", down_limit=LIMIT, up_limit=LIMIT),))}
CASES = (
    Case("session, down", chosen={**COUNTED, SPEED.DOWN_LIMIT: LIMIT}),
    Case("session, up", up=True, chosen={**COUNTED, SPEED.UP_LIMIT: LIMIT}),
    Case("session, down, local network not counted", chosen={SPEED.DOWN_LIMIT: LIMIT}, limit=0),
    Case("slow mode, down", chosen={**COUNTED, SPEED.SLOW_MODE: True, SPEED.SLOW_DOWN: LIMIT}),
    Case("slow mode, up", up=True, chosen={**COUNTED, SPEED.SLOW_MODE: True, SPEED.SLOW_UP: LIMIT}),
    Case(
        "only seeding, up",
        up=True,
        chosen={**COUNTED, SPEED.UP_LIMIT: LIMIT // 10, SPEED.SEEDING: True, SPEED.SEEDING_UP: LIMIT},
    ),
    Case("torrent, down", own=Limits(down=LIMIT)),
    Case("torrent, up", up=True, own=Limits(up=LIMIT)),
    Case("label of three torrents, down", chosen=SHARED, slow=(0, 0, 0), labels=("films",)),
    Case("label of three torrents, up", up=True, chosen=SHARED, slow=(0, 0, 0), labels=("films",)),
    Case("label, one of three is slow, down", chosen=SHARED, slow=(0, 0, 50_000), labels=("films",)),
)


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    print(f"{'limit':46}{'kB/s':>10}{'on the wire':>14}{'off':>9}")
    missed = 0
    with QEventLoop(app) as loop:
        for case in CASES:
            with tempfile.TemporaryDirectory() as name, Swarm() as swarm:
                rate = loop.run_until_complete(measure(case, Path(name), swarm))
            wrong = rate <= 2 * LIMIT if not case.limit else abs(rate / case.limit - 1) > OFF
            missed += wrong
            limit = f"{case.limit / 1000:10.0f}" if case.limit else f"{'none':>10}"
            off = f"{rate / case.limit - 1:+9.1%}" if case.limit else ""
            print(f"{case.name:46}{limit}{rate / 1000:14.0f}{off}{'  !' if wrong else ''}", flush=True)
    return int(missed > 0)


async def measure(case: Case, folder: Path, swarm: Swarm) -> float:
    """Bytes a second of one direction, over so many seconds."""
    address = swarm.address()
    # One that nothing limits must not be through before it is looked at.
    size = (SECONDS + int(SETTLE) + 15) * LIMIT if case.limit else 600_000_000
    rates = case.slow or (0,)
    async with running(folder / "data", hermetic(folder, address, case.chosen, {})) as (engine, _):
        await engine.open()
        network = engine._running
        assert network is not None
        await until(lambda: network.network.listening.port)
        for number, rate in enumerate(rates):
            payload = swarm.payload(name=f"{number}", files=size, version=Version.V1, piece_size=1 << 20)
            await begin(case, engine, swarm, payload, folder, rate)
        await asyncio.sleep(SETTLE if case.limit else 0.5)
        begun, first = await edge(address, up=case.up)
        await asyncio.sleep(SECONDS if case.limit else 0.5)
        ended, last = await edge(address, up=case.up)
        return (last - first) / (ended - begun)


async def edge(address: str, *, up: bool) -> tuple[float, int]:
    """The next moment at which something flows, and all that has by then.

    With a limit libtorrent takes what comes in gulps, each of which may be the bytes of two seconds.
    """
    before = counted(address, up=up)
    while (now := counted(address, up=up)) - before < EDGE:  # noqa: ASYNC110  (the kernel tells only who asks)
        await asyncio.sleep(0.05)
    return time.monotonic(), now


async def begin(case: Case, engine: Engine, swarm: Swarm, payload: Payload, folder: Path, rate: int) -> None:
    """Gets a torrent from somebody, or gives it."""
    if case.up:
        payload.prefill(folder / "downloads", range(payload.pieces))
    options = AddOptions(str(folder / "downloads"), labels=case.labels)
    id = await engine.intake.add((await engine.intake.preview(str(payload.torrent_path))).id, options)
    engine.throttle.set_limits([id], case.own)
    peer: Peer = swarm.leech(payload, down=rate) if case.up else swarm.seed(payload, up=rate)
    if case.up:
        await until(lambda: id in engine.torrents and engine.torrents[id].state is State.SEEDING)
    record = engine._records.get(id)
    assert record is not None
    assert record.handle is not None
    record.handle.connect_peer(tuple(peer.address), 0)


def counted(address: str, *, up: bool) -> int:
    """Bytes of all TCP connections of an address; what came and nobody has taken yet fills the kernel's buffers."""
    told = subprocess.run(["ss", "-tinH", "src", address], capture_output=True, text=True, check=True).stdout
    waiting = 0 if up else sum(map(int, _WAITING.findall(told)))
    return sum(map(int, (_SENT if up else _RECEIVED).findall(told))) - waiting


async def until(condition: Callable[[], object]) -> None:
    """Waits; raises TimeoutError if it takes too long."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
