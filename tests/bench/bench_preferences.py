# SPDX-License-Identifier: GPL-3.0-or-later
"""What the preferences cost: the longest turn of the GUI while they open, search and change colours.

`python -m tests.bench.bench_preferences`; figures are CPU of the GUI thread, medians of `REPEATS`.
"""

import asyncio
import gc
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from starling.engine import pack
from starling.engine.engine import Engine
from starling.setting import Page
from starling.settings import Settings
from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.ui.dialogs.means import Means
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.theme import ThemeManager
from starling.uistate import UiState
from tests.bench.bench_table import Meter

REPEATS = 5
LIMIT = 16.0
RECOLOURED = 100.0
"""Of a change of colours: Qt polishes every widget that a style sheet holds for anew, in one go, 0.2 ms each."""
TYPED = ("p", "po", "por", "port", "speed", "e", "")


class Bench:
    """Settings with an engine that does nothing, and the window over and over."""

    def __init__(self, app: QApplication, folder: Path, loop: asyncio.AbstractEventLoop) -> None:
        self.themes = ThemeManager(app, Appearance.LIGHT)
        chosen = Settings(folder / "settings.toml")
        self.worker = Worker(loop, "bench")
        engine = Engine(self.worker, self.worker, folder / "data", pack.config(chosen))
        self.means = Means(engine, chosen, UiState(folder / "ui.json"), self.themes, self.worker)
        self.meter = Meter()
        self.figures: dict[str, list[float]] = {}

    async def settle(self, window: PreferencesWindow | None = None) -> None:
        """Until everything that was asked for is painted."""
        while True:
            await asyncio.sleep(0.15)
            if window is None or not window.busy:
                return

    async def step(self, what: str, act: Callable[[], object], window: PreferencesWindow | None = None) -> None:
        """Notes the longest turn that this leads to."""
        await self.settle(window)
        QTimer.singleShot(5, act)
        self.meter.reset()
        await self.settle(window)
        self.figures.setdefault(what, []).append(self.meter.cpu * 1000)

    async def open(self) -> PreferencesWindow:
        """As the menu does."""
        made: list[PreferencesWindow] = []

        def act() -> None:
            made.append(PreferencesWindow(self.means))
            made[0].show()

        await self.step("open", act)
        await self.settle(made[0])
        return made[0]

    async def run(self) -> None:
        """Once all of it."""
        window = await self.open()
        for page in window.pages.pages:
            await self.step(f"page {page.name.lower()}, first time", lambda p=page: window.show_page(p), window)
        for page in (Page.GENERAL, Page.CONNECTION, Page.PRIVACY):
            await self.step(f"page {page.name.lower()}, again", lambda p=page: window.show_page(p), window)
        for text in TYPED:
            await self.step(f"type “{text}”, all pages made", lambda t=text: self.type(window, t), window)
        window.show_page(Page.CONNECTION)
        for appearance in (Appearance.DARK, Appearance.LIGHT):
            await self.step("colours, all pages made", lambda a=appearance: self.themes.set_appearance(a), window)
        window.show_page(Page.GENERAL)
        await self.close(window)
        window = await self.open()
        for text in TYPED:
            await self.step(f"type “{text}”, no page made", lambda t=text: self.type(window, t), window)
        await self.close(window)
        window = await self.open()
        for appearance in (Appearance.DARK, Appearance.LIGHT):
            await self.step("colours, one page made", lambda a=appearance: self.themes.set_appearance(a), window)
        await self.close(window)

    @staticmethod
    def type(window: PreferencesWindow, text: str) -> None:
        """A key, and the pause after it is over."""
        window.search.setText(text)
        window.search.settle()

    async def close(self, window: PreferencesWindow) -> None:
        """It is gone."""
        await self.step("close", window.reject)
        window.deleteLater()
        await self.settle()


async def measure(app: QApplication, folder: Path) -> dict[str, list[float]]:
    """All of it."""
    bench = Bench(app, folder, asyncio.get_running_loop())
    # Whatever comes first pays for fonts and icons.
    await bench.run()
    bench.figures.clear()
    gc.collect()
    gc.freeze()
    for _ in range(REPEATS):
        # As the program does: it collects when there is time.
        gc.collect()
        await bench.run()
    await bench.worker.stop()
    return bench.figures


def main() -> int:
    """Prints the table."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder, QEventLoop(app) as loop:
        found = loop.run_until_complete(measure(app, Path(folder)))
    print(f"{'longest turn of the event loop, ms of CPU':44}{'median':>8}{'most':>8}")
    missed = False
    for what, figures in found.items():
        late = statistics.median(figures) > (RECOLOURED if what.startswith("colours") else LIMIT)
        missed |= late
        print(f"{what:44}{statistics.median(figures):8.1f}{max(figures):8.1f}{'  !' if late else ''}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
