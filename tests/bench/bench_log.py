# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log costs: an entry, and how long a window full of 20,000 blocks the GUI; `python -m tests.bench.bench_log`.

Fails if a burst of 1,000 entries or a key in the search field blocks for more than 100 ms.
"""

import asyncio
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

BURST, BURSTS = 1000, 30
LIMIT = 0.1


def timed(act: Callable[[], object]) -> float:
    """Seconds that it takes, the painting after it included."""
    begun = time.perf_counter()
    act()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    return time.perf_counter() - begun


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
        bursts = []
        for _ in range(BURSTS):
            fill(book)
            bursts.append(timed(window.refresh))
        window.search.setText("timed 77")
        key = timed(window.search.tell)
        window.search.setText("timed 770")
        again = timed(window.search.tell)
        print(f"an entry                              {empty * 1e6:8.1f} µs")
        worst, best = max(bursts) * 1e3, min(bursts) * 1e3
        print(f"{BURST} entries more beside {KEPT}       {worst:8.1f} ms at most, {best:.1f} at least")
        print(f"a key in the search field, the first  {key * 1e3:8.1f} ms, the next {again * 1e3:.1f}")
        window.deleteLater()
    return int(max(*bursts, key, again) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
