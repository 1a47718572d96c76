# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log costs: an entry, and the longest turn of the GUI with 20,000 of them; `python -m tests.bench.bench_log`.

Fails if a turn in which the window opens, or a burst of 1,000 entries or a key in the search field is dealt with takes
more than 16 ms.
"""

import asyncio
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from starling.engine.engine import Engine
from starling.logbook import KEPT, Area, Level, Logbook
from starling.settings import Settings
from starling.settings.appearance import Appearance
from starling.ui.dialogs.means import Means
from starling.ui.logwindow import LogWindow
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.bench.bench_table import Meter

BURST, BURSTS = 1000, 30
TYPED = ("t", "ti", "timed", "timed 7", "timed 77", "timed 770", "", "9", "")
REPEATS = 5
LIMIT = 0.016


def settle() -> None:
    """Lets the event loop run until everything asked for is painted."""
    loop = QEventLoop()
    QTimer.singleShot(120, loop.quit)
    loop.exec()


def longest_turn(meter: Meter, act: Callable[[], object]) -> float:
    """Seconds of CPU of the longest turn of the event loop that it leads to, painting included."""
    settle()
    QTimer.singleShot(5, act)
    meter.reset()
    settle()
    return meter.cpu


def fill(book: Logbook) -> float:
    """Writes a burst; returns seconds."""
    begun = time.perf_counter()
    for number in range(BURST):
        book.write(
            Level.INFO, Area.TRACKERS, f"http://tracker.example.org/{number} failed: timed out", "ab" * 20, "A name"
        )
    return time.perf_counter() - begun


def main() -> int:
    app = QApplication(sys.argv[:1])
    asyncio.set_event_loop(asyncio.new_event_loop())
    with tempfile.TemporaryDirectory() as folder:
        themes = ThemeManager(app, Appearance.LIGHT)
        book = Logbook()
        means = Means(
            cast(Engine, None),  # the window of the log asks nothing of it
            Settings(Path(folder, "settings.toml")),
            UiState(Path(folder, "ui.json")),
            themes,
            cast("None", None),  # type: ignore[arg-type]
        )
        empty = min(fill(Logbook()) for _ in range(5)) / BURST
        window = LogWindow(book, means, lambda id: "")
        window.resize(1200, 800)
        window.show()
        meter, bursts = Meter(), []
        for number in range(BURSTS):
            fill(book)
            if number + REPEATS == BURSTS:
                # As the program does: it collects when there is time.
                gc.collect()
                gc.freeze()
            bursts.append(longest_turn(meter, window.refresh))
        opened = []
        for _ in range(REPEATS + 1):
            window.deleteLater()

            def act() -> None:
                nonlocal window
                window = LogWindow(book, means, lambda id: "")
                window.resize(1200, 800)
                window.show()

            opened.append(longest_turn(meter, act))
        keys = {}
        for text in TYPED:
            window.search.setText(text)
            window.search._pause.stop()
            keys[text] = longest_turn(meter, window.search.tell)
        print(f"an entry                              {empty * 1e6:8.1f} µs")
        worst, best = max(bursts[-REPEATS:]) * 1e3, min(bursts[-REPEATS:]) * 1e3
        print(f"{BURST} entries more beside {KEPT}       {worst:8.1f} ms at most, {best:.1f} at least")
        # Whatever is opened first pays for fonts and icons.
        opening = max(opened[1:])
        print(f"opening it with {KEPT}                  {opening * 1e3:8.1f} ms at most")
        for text, key in keys.items():
            print(f"{f'to “{text}” in the search field':38}{key * 1e3:8.1f} ms")
        window.deleteLater()
    return int(max(opening, *bursts[-REPEATS:], *keys.values()) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
