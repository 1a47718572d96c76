# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Swarm tab costs the whole program with 100 peers that trade; `python -m tests.bench.lab.board_cost`.

It needs none of the lab's clients: the peers are scripted ones. Each of some tabs is open for a while, twice.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.instance import Message, claim
from starling.paths import Profile
from starling.program import Program, prepare
from starling.torrent import AddOptions
from starling.ui.details.page import Page
from tests.bench.bench_peers_engine import until
from tests.bench.bench_swarmboard import PEERS, PIECE, SHARE, TURN, crowd
from tests.bench.bench_table import Meter
from tests.bench.lab.board import SETTINGS
from tests.swarm import Address, Swarm, Version
from tests.swarm.demo import say_of_qt

SETTLE, SECONDS, TURNS = 5.0, 20.0, 15
SIZE = 900_000_000
"""Bytes: more than comes in that time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one tab: per cent of a core, milliseconds."""

    gui: float
    whole: float
    usual: float
    """The longest of the GUI thread's turns in a second, of its own processor time: the median of some seconds."""
    turn: float
    """The longest of all."""
    wall: float


def main() -> int:
    """Prints the table; 1 if the tab costs too much."""
    with tempfile.TemporaryDirectory() as name, Swarm() as swarm:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = str(folder / "xdg")
        qInstallMessageHandler(say_of_qt)
        profile = Profile.at(folder / "profile")
        profile.make_folders()
        address = swarm.address()
        text = SETTINGS.format(downloads=folder / "downloads", address=address, slots=8, up=0)
        profile.settings_file.write_text(
            text.replace("utp = false", f"utp = false\nmax_per_torrent = {2 * PEERS}"), encoding="utf-8"
        )
        server = claim(profile, Message())
        assert server is not None
        app = QApplication(sys.argv[:1])
        prepare(app)
        loop = QEventLoop(app)
        rows: list[tuple[str, Cost]] = []
        with loop:

            async def both() -> None:
                program = Program(app, loop, profile, server)
                program.window.resize(1440, 900)
                task = loop.create_task(visit(program, swarm, folder, address, rows))
                await program.run(Message())
                await task

            loop.run_until_complete(both())
    return say(rows)


async def visit(program: Program, swarm: Swarm, folder: Path, address: str, rows: list[tuple[str, Cost]]) -> None:
    """Fills the swarm, and opens one tab after the other."""
    engine, window = program.engine, program.window
    try:
        payload = swarm.payload(version=Version.V1, files=SIZE, piece_size=PIECE)
        preview = await engine.intake.preview(str(payload.torrent_path))
        id = await engine.intake.add(preview.id, AddOptions(str(folder / "downloads")))
        await until(lambda: id in engine.torrents and engine._running and engine._running.network.listening.port)
        assert engine._running is not None
        crowd(swarm, payload, Address(address, engine._running.network.listening.port))
        await until(lambda: engine.torrents[id].peers + engine.torrents[id].seeds >= PEERS * 0.95)
        window.show_torrent(id)
        details = window.details
        rows += [
            (page.title, await spend(program, page)) for page in (details.general, details.peers, details.swarm) * 2
        ]
    finally:
        window.closed.emit()


async def spend(program: Program, page: Page) -> Cost:
    """The processor time of the program, and then its turns: to measure these keeps it busy."""
    program.window.details.show_tab(program.window.details.pages.index(page))
    await asyncio.sleep(SETTLE)
    gui, whole = time.thread_time(), time.process_time()
    begun = time.monotonic()
    await asyncio.sleep(SECONDS)
    gui, whole, past = time.thread_time() - gui, time.process_time() - whole, time.monotonic() - begun
    meter, turns, walls = Meter(), [], []
    for _ in range(TURNS):
        await asyncio.sleep(1)
        turns.append(meter.cpu * 1000)
        walls.append(meter.wall * 1000)
        meter.reset()
    meter.deleteLater()
    return Cost(gui / past * 100, whole / past * 100, statistics.median(turns), max(turns), max(walls))


def say(rows: list[tuple[str, Cost]]) -> int:
    """The table."""
    print(f"{PEERS} peers that trade; {SECONDS:.0f} s a tab")
    print(f"{'':12}{'GUI thread':>12}{'program':>10}{'longest turn a second':>24}{'of all':>10}{'wall':>10}")
    for title, cost in rows:
        print(
            f"{title:12}{cost.gui:11.2f}%{cost.whole:9.2f}%{cost.usual:21.1f} ms{cost.turn:7.1f} ms{cost.wall:7.1f} ms"
        )
    found: dict[str, list[Cost]] = {}
    for title, cost in rows:
        found.setdefault(title, []).append(cost)
    general, _, swarm = found.values()
    more = statistics.mean(one.gui for one in swarm) - statistics.mean(one.gui for one in general)
    all_ = statistics.mean(one.whole for one in swarm) - statistics.mean(one.whole for one in general)
    turn = max(one.turn for one in swarm)
    print(
        f"The Swarm tab costs {more:.2f} % of a core more than the General tab in the GUI thread, {all_:.2f} % in all"
        f" threads; its longest turn is {turn:.1f} ms."
    )
    return int(more > SHARE or turn > TURN)


if __name__ == "__main__":
    sys.exit(main())
