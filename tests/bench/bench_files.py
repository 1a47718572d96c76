# SPDX-License-Identifier: GPL-3.0-or-later
"""How a torrent of 100,000 files holds up the GUI thread; `python -m tests.bench files`."""

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from starling.collector import Collector
from starling.engine.engine import Engine
from starling.engine.session import Config
from starling.filelist import FileList
from starling.pieces import PieceMap
from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.torrent import FileState, Preview, State, Torrent
from starling.ui.details.files import Fetched, FilesPage
from starling.ui.dialogs.choice import FileChoice
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.theme import ThemeManager
from tests.bench.bench_table import Meter

COUNT = 100_000
HALF = COUNT // 2
REPEATS = 5
PIECE = 2_000_000
BLOCK = 50.0
"""No turn of the event loop shall be longer than this, in ms."""
PATIENCE = 30.0


def set_of_folders(folders: int, *, scattered: bool = False) -> FileList:
    """The files of one torrent; `scattered`, neighbours in the torrent stand in different folders."""
    size = COUNT // folders
    places = ((i % folders, i) if scattered else (i // size, i) for i in range(COUNT))
    name_of = "Set/folder {}/Frame {}.exr" if folders > 1 else "Set/Frame {1}.exr"
    paths = [name_of.format(folder, name) for folder, name in places]
    return FileList(range(COUNT), paths, [1_000_000] * COUNT, [i // 2 for i in range(COUNT)], [1] * COUNT)


@dataclass
class Figures:
    """What one step took each time, in ms."""

    target: float | None
    whole: list[float] = field(default_factory=list)
    """Until everything is on screen."""
    turn: list[float] = field(default_factory=list)
    """The longest turn of the event loop."""
    cpu: list[float] = field(default_factory=list)
    """The same without what other programs took from it."""

    @property
    def missed(self) -> bool:
        """Whether a target is missed."""
        late = self.target is not None and statistics.median(self.whole) > self.target
        return late or max(self.cpu) > BLOCK


def press(view: QWidget, key: Qt.Key) -> None:
    """As a user does."""
    text = "+" if key is Qt.Key.Key_Plus else " "
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


class Bench:
    """One application and the figures that were measured in it."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        font = QFont(app.font())
        font.setPixelSize(13)
        app.setFont(font)
        self._themes = ThemeManager(app, Appearance.LIGHT)
        worker = Worker(asyncio.new_event_loop(), "bench")
        self._engine = Engine(worker, worker, folder, Config({}))
        self._collector = Collector()
        self._meter = Meter()
        self.figures: dict[str, Figures] = {}

    # The clock

    def measure(
        self,
        what: str,
        step: Callable[[], object],
        view: FileView,
        target: float | None = None,
    ) -> None:
        """Do it in a turn of the event loop, and wait until the tree has nothing left to do and all is painted."""
        tree, copier = view.tree, view.copier
        self._settle(tree)
        begun = time.perf_counter()
        QTimer.singleShot(0, step)
        self._meter.reset()
        ended = self._settle(tree, view.viewport(), lambda: copier.busy)
        figures = self.figures.setdefault(what, Figures(target))
        figures.whole.append((ended - begun) * 1000)
        figures.turn.append(self._meter.wall * 1000)
        figures.cpu.append(self._meter.cpu * 1000)

    def _settle(self, tree: FileTree, view: QWidget | None = None, also: Callable[[], bool] = lambda: False) -> float:
        """Let the event loop run until the tree has been idle for a while; the moment when it and its view were."""
        loop = QEventLoop()
        idle = 0
        ended = 0.0
        begun = time.perf_counter()

        def look() -> None:
            nonlocal idle, ended
            if (tree.busy or also()) and time.perf_counter() - begun < PATIENCE:
                idle = 0
                return
            idle += 1
            if idle == 1 and view is not None:
                view.repaint()
            if idle == 1:
                ended = time.perf_counter()
            elif idle == 40:
                # Delayed layouts and paintings are done too.
                loop.quit()

        watch = QTimer(interval=1)
        watch.timeout.connect(look)
        watch.start()
        loop.exec()
        return ended

    # What a user does

    def tab(self, name: str, files: FileList) -> None:
        """The Files tab of a running torrent."""
        # What the round before left is not this one's garbage.
        gc.collect()
        stack = QStackedWidget()
        page = FilesPage(self._engine, self._themes)
        other = QWidget()
        stack.addWidget(other)
        stack.addWidget(page)
        stack.resize(1200, 700)
        stack.show()
        tree, view = page.tree, page.view

        def step(what: str, does: Callable[[], object], target: float | None = None) -> None:
            self.measure(f"{name}: {what}", does, view, target)

        second = 0

        def news(changed: int) -> Callable[[], object]:
            nonlocal second
            second += 1
            # As from libtorrent: every second's numbers are other objects.
            done = tuple(100 + second * 1000 if i < changed else 100 for i in range(COUNT))
            fetched = self._fetched(files, done, second)
            return lambda: page.take(self._torrent(), fetched)

        first = news(0)
        step("first sight, in the tab on screen", lambda: (stack.setCurrentWidget(page), first()), 1000)
        stack.setCurrentWidget(other)
        step("switch to the tab", lambda: stack.setCurrentWidget(page), 100)
        tree.sort_by("size", falling=True)
        step("unfold all", lambda: tree.fold_all(True))
        for text in ("f", "fr", "fram", "frame 9", "*9.exr", "size>100k -ext:nfo", ""):
            step("filter, each key", lambda text=text: tree.set_filter(text))
        for column in tree.columns:
            for falling in (True, False):
                step("sort, each column, all unfolded", lambda c=column.key, f=falling: tree.sort_by(c, falling=f))
        tree.sort_by("done", falling=True)
        for changed in (500, COUNT):
            for _ in range(3):
                step(f"a second's news of {changed:,} files", news(changed))
        step("flat list", lambda: tree.set_flat(True))
        step("flat list, sort by name", lambda: tree.sort_by("name", falling=False))
        step("a letter typed that no name begins with", lambda: view.keyboardSearch("q"))
        step("tree again", lambda: tree.set_flat(False))
        step("select all", view.selectAll)
        step("copy, all selected", view.copy)
        step("copy paths, all selected", view.copy_path)
        step("a second's news, all selected", news(COUNT))
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus):
            step(f"press {key.name}, all selected", partial(press, view, key))
        step("open the menu, all selected", partial(view.fill_menu, QMenu(view)))
        step("fold all, all selected", lambda: tree.fold_all(False))
        step("collect garbage", gc.collect)
        step("another torrent: nothing is left", page.clear)
        stack.close()
        stack.deleteLater()

    def dialog(self, name: str, files: FileList) -> None:
        """The files in the add dialog."""
        gc.collect()
        choice = FileChoice(self._themes)
        choice.resize(900, 600)
        choice.show()
        tree, view = choice.tree, choice.view
        preview = Preview("1" * 40, "Set", files=files, size=COUNT * 1_000_000, has_metadata=True)

        def step(what: str, does: Callable[[], object], target: float | None = None) -> None:
            self.measure(f"{name}: {what}", does, view, target)

        step("dialog filled", lambda: choice.show_files(preview), 1000)
        half = [f"Set/folder {number}" for number in range(2)]
        tree.fold_all(True)
        step("untick a folder of 50,000", lambda: tree.toggle(half[0]), 100)
        step("tick it", lambda: tree.toggle(half[0]), 100)
        step("tick a folder of 50,000, sorted by priority", self._sorted_tick(tree, half[0]), 100)
        step("by shown order", lambda: tree.by_shown_order(["Set"]))
        step("untick everything", lambda: tree.set_all_wanted(False), 100)
        step("invert", tree.invert)
        step("only those over 100 MB", lambda: tree.want_only(lambda _path, size: size > 100_000_000))
        step("what to add", choice.priorities)
        step("collect garbage", gc.collect)
        step("cleared", tree.clear_files)
        choice.close()
        choice.deleteLater()

    def _sorted_tick(self, tree: FileTree, key: str) -> Callable[[], object]:
        tree.sort_by("priority", falling=True)
        return lambda: tree.toggle(key)

    def _torrent(self) -> Torrent:
        return Torrent("1" * 40, "Set", State.DOWNLOADING, save_path="/data")

    def _fetched(self, files: FileList, done: tuple[int, ...], second: int) -> Fetched:
        pieces = PieceMap(PIECE, bytes(HALF), bytes([second % 5 + 1]) * HALF)
        return Fetched(files, FileState(done, (4,) * COUNT), float(second), pieces, {})


def main() -> None:
    """Print the table."""
    print(f"{COUNT:,} files, ms, median and longest of {REPEATS}: until all is on screen (and its target);")
    print(f"longest turn of the event loop (target {BLOCK:.0f}), in time of the clock and of the processor\n")
    print(f"{'':64}{'screen':>14}{'':6}{'turn':>14}{'CPU':>14}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        shapes = {
            "300 folders": lambda: set_of_folders(300),
            "300 folders, scattered": lambda: set_of_folders(300, scattered=True),
            "one folder": lambda: set_of_folders(1),
        }
        for _ in range(REPEATS):
            for name, files in shapes.items():
                bench.tab(name, files())
            bench.dialog("dialog, 2 folders", set_of_folders(2))
    for what, figures in bench.figures.items():
        target = "" if figures.target is None else f"<{figures.target:.0f}"
        columns = [
            f"{statistics.median(numbers):7.1f}{max(numbers):7.1f}"
            for numbers in (figures.whole, figures.turn, figures.cpu)
        ]
        print(f"{what:64}{columns[0]}{target:>6}{columns[1]}{columns[2]}{'  !' if figures.missed else ''}")
    missed = sum(figures.missed for figures in bench.figures.values())
    print(f"\n{missed} of {len(bench.figures)} lines miss a target")


if __name__ == "__main__":
    main()
