# SPDX-License-Identifier: GPL-3.0-or-later
"""What the map of 50,000 pieces costs the GUI thread; `python -m tests.bench pieces`."""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import libtorrent as lt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from starling.engine import pieceinfo
from starling.engine.engine import Engine
from starling.engine.pieceprogress import PieceProgress
from starling.engine.session import Config
from starling.pieces import Block, Holder, Partial, PieceMap, Pieces
from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.torrent import State, Torrent
from starling.ui.details import piececells
from starling.ui.details.pieceasking import Fetched
from starling.ui.details.pieces import PiecesPage
from starling.ui.theme import ThemeManager
from tests.bench.bench_table import Meter

COUNT = 50_000
IN_PROGRESS = 60
BLOCKS = 64
FRAME = 16.0
SCROLLED = 4.0
"""Milliseconds that a repaint may take while scrolling."""
REPEATS = 60
MANY = 1_000_000
MEMORY = 8.0
"""Megabytes that the picture of a map may take, however many cells it has."""


def pieces(seed: int) -> Pieces:
    """50,000 pieces in all the states there are, 60 of them in progress; none is as with another seed."""
    random = Random(seed)
    have = bytes(random.choices((0, 1), k=COUNT))
    partials = []
    for index in random.sample([i for i in range(COUNT) if not have[i]], IN_PROGRESS):
        blocks = bytes(random.choices(list(Block), k=BLOCKS))
        filled = bytes(random.choices(range(256), k=BLOCKS))
        partials.append(Partial(index, BLOCKS * 16384, blocks, filled, random.randrange(BLOCKS * 16384), peers=("p",)))
    return Pieces(
        PieceMap(BLOCKS * 16384, have, bytes(random.choices(range(12), k=COUNT)), tuple(p.index for p in partials)),
        bytes(random.choices((0, 1, 4, 7), (1, 1, 20, 1), k=COUNT)),
        tuple(partials),
        (Holder("p", "Client 1.0"),),
    )


def report(what: str, times: list[float], target: float) -> bool:
    """Prints the figures of one step in ms; True if the median misses its target."""
    middle, worst = statistics.median(times), max(times)
    print(f"{what:<58} median {middle:6.2f}  worst {worst:6.2f} ms  (target {target:g})")
    return middle > target


def timed(step: Callable[[], object]) -> float:
    """CPU milliseconds of this thread: what other programs take is not ours."""
    begun = time.thread_time()
    step()
    return (time.thread_time() - begun) * 1000


def very_many(page: PiecesPage, torrent: Torrent) -> bool:
    """A cell for each of a million pieces: how long they take to scroll, and how much memory."""
    random = Random(7)
    have = bytes(random.choices((0, 1), k=MANY))
    some = Pieces(PieceMap(16384, have, bytes(random.choices(range(1, 12), k=MANY))), bytes([4]) * MANY)
    page.take(torrent, Fetched(some, bytes(MANY), (), 10))
    page.atlas.show_each(True)
    bar = page.map.verticalScrollBar()
    scrolls = []
    for number in range(REPEATS):
        bar.setValue(number * max(1, bar.maximum() // REPEATS))
        scrolls.append(timed(page.map.viewport().repaint))
    kept = page.map.image.bytes_kept / 1e6
    print(f"{page.map.count:,} cells: memory of their picture {kept:.1f} MB  (target {MEMORY:g})")
    page.atlas.show_each(False)
    return report(f"{MANY:,} cells: repaint while scrolling, rows not drawn before", scrolls, SCROLLED) | (
        kept > MEMORY
    )


def live_seconds(app: QApplication, page: PiecesPage, torrent: Torrent, folder: Path) -> bool:
    """Seconds as they are: a thread asks libtorrent about 50,000 pieces, and what it says is shown and painted."""
    info = {b"name": b"x", b"piece length": 16384, b"length": COUNT * 16384, b"pieces": os.urandom(20 * COUNT)}
    session = lt.session({"listen_interfaces": "127.0.0.1:0", "enable_dht": False, "enable_lsd": False})
    params = lt.load_torrent_buffer(lt.bencode({b"info": info}))
    params.save_path = str(folder)
    handle = session.add_torrent(params)
    while handle.status().state != lt.torrent_status.downloading:
        time.sleep(0.01)
    progress, meter = PieceProgress(), Meter()
    asked, turns = [], []
    with ThreadPoolExecutor(1) as worker:
        for _ in range(10):
            meter.reset()
            begun = time.perf_counter()
            answer = worker.submit(pieceinfo.pieces, handle, progress)
            until = begun + 0.3
            shown = False
            while time.perf_counter() < until:
                app.processEvents()
                if answer.done() and not shown:
                    shown = True
                    asked.append((time.perf_counter() - begun) * 1000)
                    found = answer.result()
                    assert found is not None
                    page.take(torrent, Fetched(found, piececells.unheld(found), (), 1))
            turns.append(meter.cpu * 1000)
    return report("libtorrent's answer about 50,000 pieces", asked, FRAME) | report(
        "longest turn of the event loop in such a second", turns, FRAME
    )


def main() -> int:
    """Measures; 1 if a target is missed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    font = QFont(app.font())
    font.setPixelSize(13)
    app.setFont(font)
    themes = ThemeManager(app, Appearance.DARK)
    loop = asyncio.new_event_loop()
    worker = Worker(loop, "bench")
    with tempfile.TemporaryDirectory() as folder:
        page = PiecesPage(Engine(worker, worker, Path(folder), Config({})), themes)
        page.live.timer.setInterval(1 << 30)
        page.live._wanted = lambda: False
        page.resize(1224, 470)
        torrent = Torrent("id", "Bench", State.DOWNLOADING, size=10, peers=11, availability=3.0)
        made = [pieces(seed) for seed in range(6)]
        fetched = [Fetched(each, piececells.unheld(each), (), 10) for each in made]
        page.take(torrent, fetched[0])
        page.show()
        app.processEvents()
        missed = False
        for each in (False, True):
            page.atlas.show_each(each)
            page.map.repaint()
            cells = f"{page.map.count:,} cells"
            bar = page.map.verticalScrollBar()
            scrolls, seconds, paints = [], [], []
            for number in range(REPEATS):
                bar.setValue(number * max(1, bar.maximum() // REPEATS))
                scrolls.append(timed(page.map.viewport().repaint))
            for number in range(REPEATS):
                seconds.append(timed(lambda n=number: page.take(torrent, fetched[(n + 1) % len(fetched)])))
                paints.append(timed(page.repaint))
            missed |= report(f"{cells}: repaint while scrolling, rows not drawn before", scrolls, SCROLLED)
            again = []
            for number in range(REPEATS):
                bar.setValue((REPEATS - number) * max(1, bar.maximum() // REPEATS))
                again.append(timed(page.map.viewport().repaint))
            missed |= report(f"{cells}: repaint while scrolling back", again, SCROLLED)
            missed |= report(f"{cells}: a second in which everything changed", seconds, FRAME)
            missed |= report(f"{cells}: painting the page after it", paints, FRAME)
            live = []
            for number in range(REPEATS):
                partials = made[number % len(made)].partials
                live.append(timed(lambda p=partials: page.show_partials(p)))
            missed |= report(f"{cells}: blocks of 60 pieces, four times a second", live, FRAME)
        for mode in piececells.Mode:
            codes = [timed(lambda m=mode, e=e: piececells.cells(e, m, 9)) for e in made]
            missed |= report(f"the codes of {mode.value}, 9 pieces a cell", codes, FRAME)
        missed |= very_many(page, torrent)
        missed |= live_seconds(app, page, torrent, Path(folder))
        page.close()
        page.deleteLater()
        loop.run_until_complete(worker.stop())
    loop.close()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
