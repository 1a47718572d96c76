# SPDX-License-Identifier: GPL-3.0-or-later
"""What 500 real connections cost, looked at once a second; `python -m tests.bench peers_engine`."""

import asyncio
import os
import random
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling import settings
from starling.engine import peerinfo
from starling.engine.engine import Engine
from starling.engine.peerbook import PeerBook
from starling.torrent import AddOptions
from tests.bench.bench_engine import running
from tests.bench.bench_table import Meter
from tests.helpers import hermetic
from tests.swarm import Swarm

PEERS = 500
PIECES = 50_000
SECONDS = 15
WORKER = 60.0
"""Milliseconds of the worker's processor time that a second's look may take."""
TURN = 16.0
"""Milliseconds that a turn of the event loop may wait."""
PATIENCE = 60.0


def main() -> int:
    """Print the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as name, QEventLoop(app) as loop:
        rows = loop.run_until_complete(measure(Path(name)))
    print(f"{PEERS} peers, {PIECES:,} pieces, a tenth of them gets a piece each second; {SECONDS} looks, one a second")
    print(f"\n{'ms':48}{'median':>10}{'longest':>10}")
    missed = 0
    for what, (numbers, target) in rows.items():
        wrong = bool(target) and statistics.median(numbers) > target
        missed += wrong
        shown = f"{statistics.median(numbers):10.1f}{max(numbers):10.1f}"
        print(f"{what:48}{shown}{f'  of {target:.0f}' if target else ''}{'  !' if wrong else ''}")
    return int(missed > 0)


async def measure(folder: Path) -> dict[str, tuple[list[float], float]]:
    """Rows: what was measured -> (ms, the target or 0)."""
    torrent = folder / "crowd.torrent"
    torrent.write_bytes(
        lt.bencode(
            {
                b"info": {
                    b"name": b"crowd",
                    b"piece length": 65_536,
                    b"length": 65_536 * PIECES,
                    b"pieces": os.urandom(20 * PIECES),
                }
            }
        )
    )
    many = {settings.connection.CONNECTIONS: 2 * PEERS, settings.connection.CONNECTIONS_PER_TORRENT: 2 * PEERS}
    with Swarm() as swarm:
        address = swarm.address()
        async with running(folder / "data", hermetic(folder, address, many, {"connection_speed": 200})) as (engine, _):
            await engine.open()
            id = await engine.intake.add((await engine.intake.preview(str(torrent))).id, AddOptions(str(folder)))
            await until(lambda: engine._running and engine._running.network.listening.port)
            command = (sys.executable, "-m", "tests.bench.bench_peers_engine", address, str(port(engine)), id)
            crowd = await asyncio.to_thread(subprocess.Popen, command, stdin=subprocess.PIPE)
            try:
                handle = (await engine.details.present(id))[1]
                await until(lambda: sum(info.num_pieces > 0 for info in handle.get_peer_info()) >= PEERS * 0.98)
                return await look(engine, id, handle)
            finally:
                await asyncio.to_thread(crowd.communicate)


async def look(engine: Engine, id: str, handle: lt.torrent_handle) -> dict[str, tuple[list[float], float]]:
    """A second's look, as often as seconds pass; first the engine's own, then its parts alone."""
    meter = Meter()
    turns, idle, whole, alone, parts = [], [], [], [], []
    for _ in range(SECONDS):
        meter.reset()
        await asyncio.sleep(0.5)
        idle.append(meter.wall * 1000)
        meter.reset()
        begun = time.perf_counter()
        found = await engine.peers.connected(id)
        whole.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.05)
        turns.append(meter.wall * 1000)
        await asyncio.sleep(max(0.0, 0.95 - (time.perf_counter() - begun)) / 2)
    assert len(found) >= PEERS * 0.98
    assert sum(peer.holding is not None for peer in found) > 20
    assert all(peer.since for peer in found)
    book, record, ran = PeerBook(), engine._records.get(id), engine._running
    assert record is not None
    assert ran is not None

    def timed() -> tuple[float, float]:
        begun = time.thread_time()
        handle.get_peer_info()
        middle = time.thread_time()
        peerinfo.peers(handle, book, record.connected, ran.peers)
        return (middle - begun) * 1000, (time.thread_time() - middle) * 1000

    for _ in range(SECONDS):
        asked, all_of_it = await ran.worker.run(timed)
        parts.append(asked)
        alone.append(all_of_it)
        await asyncio.sleep(1)
    return {
        "a look, until its answer is there": (whole, 0.0),
        "processor time of the worker for it": (alone, WORKER),
        "of that libtorrent's get_peer_info": (parts, 0.0),
        "longest turn of the event loop meanwhile": (turns, TURN),
        "longest turn when nobody looks": (idle, 0.0),
    }


def port(engine: Engine) -> int:
    """Where it listens."""
    assert engine._running is not None
    return engine._running.network.listening.port


async def until(condition: object) -> None:
    """Lets the event loop run until something is true."""
    assert callable(condition)
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def crowd(address: str, port: int, digest: str) -> None:
    """The process that is all the peers, each at an address of its own; until its stdin ends."""
    chance = random.Random(1)
    network = address.rpartition(".")[0].rpartition(".")[0]
    selector = selectors.DefaultSelector()
    selector.register(sys.stdin, selectors.EVENT_READ)
    links: list[tuple[socket.socket, list[int]]] = []
    for number in range(PEERS):
        own = f"{network}.{number // 250}.{1 + number % 250}"
        link = socket.create_connection((address, port), source_address=(own, 0))
        peer_id = b"-qB5120-" + os.urandom(12).hex().encode()[:12]
        link.sendall(b"\x13BitTorrent protocol" + bytes(8) + bytes.fromhex(digest) + peer_id)
        field = bytearray(os.urandom((PIECES + 7) // 8))
        if PIECES % 8:
            field[-1] &= 0xFF << (8 - PIECES % 8) & 0xFF
        link.sendall((1 + len(field)).to_bytes(4) + b"\x05" + bytes(field))
        missing = [piece for piece in range(2000) if not field[piece // 8] >> (7 - piece % 8) & 1]
        links.append((link, missing))
        link.setblocking(False)
        selector.register(link, selectors.EVENT_READ)
    due = time.monotonic() + 1
    while True:
        for key, _ in selector.select(max(0.0, due - time.monotonic())):
            if key.fileobj is sys.stdin:
                return
            assert isinstance(key.fileobj, socket.socket)
            try:
                if key.fileobj.recv(65_536):
                    continue
            except OSError:
                pass
            selector.unregister(key.fileobj)
        if time.monotonic() >= due:
            due += 1
            for link, missing in chance.sample(links, PEERS // 10):
                if missing and link in selector.get_map():
                    link.send(b"\x00\x00\x00\x05\x04" + missing.pop().to_bytes(4))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        crowd(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main())
