# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board of a torrent with 100 peers that trade costs a second; `python -m tests.bench swarmboard`."""

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling import settings
from starling.collector import Collector
from starling.engine.engine import Engine
from starling.torrent import AddOptions
from tests.bench.bench_engine import Blocks, running
from tests.bench.bench_peers_engine import port, until
from tests.helpers import hermetic
from tests.swarm import Address, Payload, Swarm, Version

PEERS = 100
SECONDS = 15
SIZE = 400_000_000
PIECE = 16_384
SHARE = 3.0
"""Per cent of a core that the board may cost."""
TURN = 16.0
"""Milliseconds of the event loop's processor time that a turn may take."""


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    collector = Collector()
    try:
        with tempfile.TemporaryDirectory() as name, QEventLoop(app) as loop:
            return loop.run_until_complete(measure(Path(name)))
    finally:
        collector.stop()


async def measure(folder: Path) -> int:
    """Seconds without and with the board, one after the other."""
    chosen = {settings.speed.LIMIT_LOCAL: True, settings.connection.CONNECTIONS_PER_TORRENT: 2 * PEERS}
    with Swarm() as swarm:
        payload = swarm.payload(version=Version.V1, files=SIZE, piece_size=PIECE)
        address = swarm.address()
        async with running(folder / "data", hermetic(folder, address, chosen, {})) as (engine, _):
            await engine.open()
            id = await engine.intake.add(
                (await engine.intake.preview(str(payload.torrent_path))).id, AddOptions(str(folder))
            )
            await until(lambda: engine._running and engine._running.network.listening.port)
            crowd(swarm, payload, Address(address, port(engine)))
            handle = (await engine.details.present(id))[1]
            await until(
                lambda: sum(info.flags & lt.peer_info.handshake == 0 for info in handle.get_peer_info()) >= PEERS
            )
            await asyncio.sleep(5)
            rows = {}
            for what in ("the Peers tab's look", "the board", "the Peers tab's look again", "the board again"):
                rows[what] = await spend(engine, id, board="board" in what)
            status = handle.status()
            rates = (
                f"{status.download_payload_rate / 1e6:.1f} MB/s down, {status.upload_payload_rate / 1e6:.1f} MB/s up"
            )
            print(f"{PEERS} peers that trade, {payload.pieces:,} pieces, {rates}; {SECONDS} s each, a look a second\n")
    for what, (gui, worker, turn, alerts) in rows.items():
        print(f"{what:28} event loop {gui:5.2f} %  worker {worker:5.2f} %  longest turn {turn:4.1f} ms  {alerts}")
    shares = [sum(row[:2]) for row in rows.values()]
    more = (shares[1] + shares[3] - shares[0] - shares[2]) / 2
    whole, turn = max(shares[1], shares[3]), max(rows["the board"][2], rows["the board again"][2])
    print(f"\nthe board costs {more:.2f} % of a core more than the peers, {whole:.2f} % with them")
    return int(whole > SHARE or turn > TURN)


def crowd(swarm: Swarm, payload: Payload, engine: Address) -> None:
    """Most give, all want: a third of them has everything."""
    for number in range(PEERS):
        have = 1.0 if number % 3 == 0 else range(number, payload.pieces, 2)
        gives = number % 5 > 0
        swarm.scripted(payload, have=have, up=40_000, unchokes=gives, wants=True, again=True, down=10_000).connect(
            engine
        )


async def spend(engine: Engine, id: str, *, board: bool) -> tuple[float, float, float, str]:
    """Per cent of a core of the event loop and the worker, the longest turn in ms, and alerts a second."""
    ran = engine._running
    assert ran is not None
    heard: Counter[str] = Counter()
    pump, handle = ran._pump, ran._pump._handle

    def counting(alert: lt.alert) -> None:
        heard[type(alert).__name__] += 1
        handle(alert)

    pump._handle = counting
    engine.insight.swarm.watch(id if board else None)
    await look(engine, id, 2, board=board)
    heard.clear()
    gui, worker = time.thread_time(), await ran.worker.run(time.thread_time)
    await look(engine, id, SECONDS, board=board)
    gui, worker = time.thread_time() - gui, await ran.worker.run(time.thread_time) - worker
    kinds = ", ".join(f"{count / SECONDS:.1f} {kind}" for kind, count in heard.most_common(3))
    # On its own, for a loop that is always busy costs what it costs.
    blocks = Blocks()
    blocks.start()
    await look(engine, id, SECONDS // 2, board=board)
    blocks.stop()
    pump._handle = handle
    return gui / SECONDS * 100, worker / SECONDS * 100, blocks.longest_cpu, kinds


async def look(engine: Engine, id: str, seconds: int, *, board: bool) -> None:
    """As the tab does, once a second."""
    for _ in range(seconds):
        begun = time.monotonic()
        await (engine.insight.swarm.board(id) if board else engine.peers.connected(id))
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - begun)))


if __name__ == "__main__":
    sys.exit(main())
