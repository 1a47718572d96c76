# SPDX-License-Identifier: GPL-3.0-or-later
"""What a keystroke in the filter box costs with 10,000 torrents, and a tick with saved filters.

`python -m tests.bench.bench_query`
"""

import gc
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from starling.query import parse
from starling.querycompletion import Offers, complete
from starling.settings.appearance import Appearance
from starling.torrent import State, Torrent
from starling.ui import torrents
from starling.ui.filters import Counts
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager
from tests.bench.bench_table import Meter

COUNT = 10_000
REPEATS = 15
TYPED = (
    "debian",
    "torrent number 77",
    '"number 77"',
    "state:stalled",
    "size>4G",
    "label:linux",
    "added<7d",
    "state:stalled ratio<1 size>4G label:linux tracker:example added<7d",
    "-(debian or size<1G) name:*7*.iso | tracker:none",
)
KEPT = (
    "state:stalled",
    "size>4G ratio<1",
    "label:linux tracker:example",
    "debian -state:paused",
    "added<7d progress<50%",
)
"""Of a user who likes saved filters."""


def collection(chance: random.Random) -> list[Torrent]:
    """Ten thousand torrents that differ as a user's do."""
    states, hosts = list(State), ("tracker.example.org", "open.example.net", "private.example.com")
    names = ("Debian 13.4 amd64 DVD", "Murmuración de estorninos", "Nature sounds", "Field recordings")
    return [
        Torrent(
            id=f"{number:040x}",
            name=f"{chance.choice(names)} torrent number {number * 7919 % COUNT:05d}.iso",
            state=chance.choice(states),
            size=(size := chance.randrange(10_000_000_000)),
            done=round(size * (share := chance.random())),
            progress=share,
            down=chance.randrange(2_000_000),
            up=chance.randrange(500_000),
            ratio=chance.random() * 3,
            added=int(time.time()) - chance.randrange(40_000_000),
            save_path=f"/data/{chance.choice(('films', 'linux', 'sounds'))}",
            tracker_hosts=(chance.choice(hosts),) if number % 9 else (),
            hash_v1=f"{number:040x}",
            labels=("Linux",) if number % 3 == 0 else ("Sounds", "Keep") if number % 3 == 1 else (),
            paused=number % 4 == 0,
        )
        for number in range(COUNT)
    ]


class Bench:
    """The real list with the real columns."""

    def __init__(self) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        font = QFont(app.font())
        font.setPixelSize(13)
        app.setFont(font)
        self._chance = random.Random(1)
        self.torrents = collection(self._chance)
        self.model: TableModel[Torrent] = TableModel(torrents.columns(), attrgetter("id"))
        self.view = TableView(self.model, ThemeManager(app, Appearance.LIGHT))
        self.view.resize(1400, 500)
        self.model.upsert(self.torrents)
        self.model.sort_by("down", falling=True)
        self.view.show()
        self.meter = Meter()
        self._settle()
        gc.collect()
        gc.freeze()

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(80, loop.quit)
        loop.exec()

    def turn(self, step: Callable[[], object]) -> float:
        """Milliseconds of CPU that the longest turn of the event loop took, painting included."""
        self._settle()
        QTimer.singleShot(10, step)
        self.meter.reset()
        self._settle()
        return self.meter.cpu * 1000

    def type(self, text: str) -> None:
        """What a keystroke leads to: read, ask every torrent, show those that are left, offer what may follow."""
        self.model.set_filter(parse(text).rule(), whole=False)
        complete(text, len(text), Offers(("Linux", "Sounds", "Keep"), ("tracker.example.org",)))

    def keystroke(self, text: str) -> tuple[float, float, float]:
        """Reading alone, asking 10,000 torrents alone, and all of it: the worst of going there key by key, medians."""
        reading = timed(lambda: parse(text))
        rule = parse(text).rule()
        assert rule is not None
        asking = timed(lambda: [torrent for torrent in self.torrents if rule(torrent)])
        keys = [text[: length + 1] for length in range(len(text)) if parse(text[: length + 1]).problem is None]
        whole = []
        for key in keys[-12:]:
            self.type("")
            whole.append(median(self.turn(lambda key=key: self.type(key)) for _ in range(3)))  # type: ignore[misc]
        return reading, asking, max(whole)

    def tick(self, changed: int) -> tuple[float, float]:
        """Counting so many changed torrents without saved filters, and with those of `KEPT`."""
        figures = []
        for kept in ((), KEPT):
            counts = Counts()
            counts.update(self.torrents)
            for text in kept:
                counts.watch(text, parse(text).rule(), self.torrents)
            new = [replace(one, down=one.down + 1000) for one in self._chance.sample(self.torrents, changed)]
            figures.append(timed(lambda counts=counts, new=new: counts.update(new)))  # type: ignore[misc]
        return figures[0], figures[1]


def timed(step: Callable[[], object]) -> float:
    """Median milliseconds of CPU."""
    taken = []
    for _ in range(REPEATS):
        begun = time.thread_time()
        step()
        taken.append((time.thread_time() - begun) * 1000)
    return median(taken)


def main() -> None:
    """Print the tables."""
    bench = Bench()
    print(f"{COUNT:,} torrents, ms of CPU; a keystroke with painting is the worst of those towards the text\n")
    print(f"{'':70}{'read':>8}{'ask':>8}{'keystroke':>11}")
    for text in TYPED:
        read, ask, whole = bench.keystroke(text)
        print(f"{text:70}{read:8.2f}{ask:8.1f}{whole:11.1f}")
    print(f"\n{'counting a tick':40}{'plain':>8}{f'{len(KEPT)} saved':>10}")
    for changed in (30, 500, COUNT):
        plain, kept = bench.tick(changed)
        print(f"{f'{changed:,} torrents changed':40}{plain:8.2f}{kept:10.2f}")


if __name__ == "__main__":
    sys.exit(main())
