# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a torrent of 100,000 files blocks the GUI thread; `python -m tests.bench.bench_files`."""

import gc
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from starling.torrent import File, FileState
from starling.ui.files.columns import dialog_columns
from starling.ui.files.tree import FileTree
from starling.ui.files.view import FileView
from starling.ui.theme import Appearance, ThemeManager

COUNT = 100_000
FOLDERS = 300
REPEATS = 7
NORMAL = (4,) * COUNT


class Bench:
    """One tree on screen, and the milliseconds of processor time that each thing done to it took."""

    def __init__(self) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self._files = tuple(
            File(i, f"Set/folder {i % FOLDERS}/Frame {i}.exr", 1_000_000, i // 2, 1) for i in range(COUNT)
        )
        self.tree = FileTree(dialog_columns(), decides=True)
        self.tree.sort_by("name", falling=False)
        self.view = FileView(self.tree, ThemeManager(app, Appearance.LIGHT))
        self.view.resize(800, 600)
        self.view.show()
        self.took: dict[str, list[float]] = {}

    def measure(self, what: str, step: Callable[[], object]) -> None:
        """Processor time of a call and of the painting after it."""
        start = time.thread_time()
        step()
        self.view.viewport().repaint()
        self.took.setdefault(what, []).append((time.thread_time() - start) * 1000)

    def run(self) -> None:
        """What a user does, once, from the first sight on."""
        tree = self.tree
        self.measure("first sight", lambda: tree.set_files(self._files))
        for number, text in enumerate(("f", "fr", "fram", "frame 9")):
            self.measure("first key of a filter" if not number else "next key", lambda text=text: tree.set_filter(text))
        self.measure("a pattern", lambda: tree.set_filter("*9.exr"))
        self.measure("no filter", lambda: tree.set_filter(""))
        self.measure("unfold everything", lambda: tree.fold_all(True))
        tree.sort_by("size", falling=True)
        for second in range(3):
            state = FileState(tuple(1000 * (i < 500 * second) for i in range(COUNT)), NORMAL)
            self.measure("a second's news, 500 files", lambda state=state: tree.set_state(state))
        self.measure("sort by name", lambda: tree.sort_by("name", falling=True))
        self.measure("untick everything", lambda: tree.set_all_wanted(False))
        self.measure("fold everything", lambda: tree.fold_all(False))
        tree.clear_files()
        # What one round leaves behind is not to be swept up in the next one's time.
        gc.collect()


def main() -> None:
    """Print the table."""
    print(f"{COUNT:,} files in {FOLDERS} folders: CPU milliseconds, median of {REPEATS} and the longest\n")
    bench = Bench()
    for _ in range(REPEATS):
        bench.run()
    for what, took in bench.took.items():
        print(f"{what:40}{statistics.median(took):8.1f}{max(took):8.1f}")


if __name__ == "__main__":
    sys.exit(main())
