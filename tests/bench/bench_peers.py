# SPDX-License-Identifier: GPL-3.0-or-later
"""How 500 peers that all change every second hold up the GUI thread; `python -m tests.bench peers`."""

import asyncio
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from starling.engine.engine import Engine
from starling.engine.session import Config
from starling.peer import SAMPLES, Encryption, Holding, Peer, Rates, Source, Transport
from starling.settings import Settings
from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.torrent import State, Torrent
from starling.ui.details.peers import PeersPage
from starling.ui.theme import ThemeManager
from tests.bench.bench_table import Meter

COUNT = 500
TICKS = 25
CELLS = 96
FRAME = 16.0
"""No turn of the event loop shall be longer, in ms."""
CLIENTS = ("qBittorrent 5.1.2", "Transmission 4.1.0", "µTorrent 3.6.0", "-BT7a4S-", "Deluge 2.2.0", "libtorrent 2.1.1")


def peers(chance: random.Random, second: int, before: list[Peer] | None) -> list[Peer]:
    """The swarm a second later: every rate, sample and wait is another, now and then a flag or what somebody has."""
    now = time.time()
    made = []
    for number in range(COUNT):
        old = before[number] if before else None
        down = chance.randrange(2_000_000) if number % 5 else 0
        up = chance.randrange(200_000) if number % 3 else 0
        rates = Rates(_samples(chance, old.rates.down if old else ()), _samples(chance, old.rates.up if old else ()))
        if old is not None and (second + number) % 5:
            made.append(replace(old, down=down, up=up, rates=rates, downloaded=old.downloaded + down))
            continue
        has = bytes(chance.randrange(256) for _ in range(CELLS))
        made.append(
            Peer(
                f"203.0.{number // 250}.{number % 250 + 1}",
                1024 + number,
                CLIENTS[number % len(CLIENTS)],
                chance.random(),
                down,
                up,
                chance.randrange(10**9),
                chance.randrange(10**8),
                Source(chance.randrange(64)),
                chance.choice(list(Encryption)),
                Transport.UTP if number % 2 else Transport.TCP,
                Source(chance.randrange(64)),
                we_want=number % 7 > 0,
                they_want=number % 4 > 0,
                we_choke=chance.random() < 0.5,
                they_choke=not down,
                requests_out=chance.randrange(50),
                requests_in=chance.randrange(5),
                country="DE",
                rates=rates,
                holding=Holding(has, bytes(share // 2 for share in has), 0.3),
                since=now - number,
                waiting_since=now - 90,
                choked_since=now - 60,
            )
        )
    return made


def _samples(chance: random.Random, before: tuple[int, ...]) -> tuple[int, ...]:
    if not before:
        return tuple(chance.randrange(2_000_000) for _ in range(SAMPLES))
    return (*before[1:], chance.randrange(2_000_000))


class Bench:
    """One page in a window of the usual size."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        font = QFont(app.font())
        font.setPixelSize(13)
        app.setFont(font)
        worker = Worker(asyncio.new_event_loop(), "bench")
        engine = Engine(worker, worker, folder, Config({}))
        self.page = PeersPage(engine, Settings(folder / "settings.toml"), ThemeManager(app, Appearance.LIGHT))
        self.page.resize(1400, 700)
        self.torrent = Torrent("a" * 40, "Set", State.DOWNLOADING, size=10**10, done=10**9)
        self._meter = Meter()
        self.page.show()
        # Prepared before the clock runs: in the program it comes from the engine's thread.
        chance = random.Random(1)
        self.seconds: list[list[Peer]] = []
        for second in range(TICKS + 1):
            self.seconds.append(peers(chance, second, self.seconds[-1] if self.seconds else None))
        self.page.take(self.torrent, tuple(self.seconds[0]))
        self._settle()
        # As in the program, which collects while nothing else is to be done.
        gc.collect()
        gc.freeze()
        gc.disable()

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(120, loop.quit)
        loop.exec()

    def measure(self, what: str, step: Callable[[list[Peer]], object]) -> bool:
        """Prints the longest turn of the event loop after each second's news; whether it is short enough."""
        cpu, wall = [], []
        for second in self.seconds[1:]:
            QTimer.singleShot(10, lambda second=second: step(second))
            self._meter.reset()
            self._settle()
            cpu.append(self._meter.cpu * 1000)
            wall.append(self._meter.wall * 1000)
        # All but one of them: other programs have their turns too.
        good = sorted(cpu)[-2] <= FRAME
        print(
            f"{what:52}{statistics.median(cpu):8.1f}{max(cpu):8.1f}{statistics.median(wall):8.1f}{max(wall):8.1f}"
            f"{'' if good else '   MISSED'}"
        )
        return good

    def news(self, second: list[Peer]) -> None:
        """What the pane does once a second."""
        self.page.take(self.torrent, tuple(second))

    def painted(self, _second: list[Peer]) -> None:
        """Every visible row again."""
        self.page.view.viewport().update()


def main() -> int:
    """Prints the table; 1 if a frame is missed."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        page = bench.page
        print(f"{COUNT} peers, all of them changed: longest turn of the event loop, {TICKS} times, ms")
        print(f"{'':52}{'CPU':>8}{'most':>8}{'wall':>8}{'most':>8}")
        good = [bench.measure("a second's news, sorted by Down, with sparklines", bench.news)]
        good.append(bench.measure("painting alone", bench.painted))
        page.legend.chip("d").click()
        good.append(bench.measure("a second's news, filtered by a flag", bench.news))
        page.show_all()
        for column in page.model.columns:
            page.view.columns.set_hidden(column.key, False)
        good.append(bench.measure("a second's news, every column shown", bench.news))
        page.view.selectAll()
        good.append(bench.measure("a second's news, all selected", bench.news))
        page.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
