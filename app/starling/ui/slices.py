# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work on the GUI thread, a few milliseconds at a time.

A second Python thread would not do: `sorted` holds the interpreter until it is done, wherever it runs, and every return
of the interpreter to the GUI thread may take 5 ms.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""


class Slices(QObject):
    """Drives one piece of work; what is begun later takes the place of what was.

    A step that yields True wants the event loop to run before the next one, however little time it took.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._owner = parent
        """A step may collect garbage: who is worked for, and takes all of this along, is none."""
        self._steps: Iterator[bool | None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return self._steps is not None

    def run(self, steps: Iterator[bool | None], *, whole: bool, at_once: bool = True) -> None:
        """Begin, and if it is `whole` also end it; else what a first slice does not do is done later.

        Not `at_once`, even that waits for the next turn of the event loop.
        """
        self._steps = steps
        if whole or at_once:
            self._work(None if whole else perf_counter() + _SLICE)
        else:
            self._timer.start()

    def stop(self) -> None:
        """Leave the work as it is."""
        self._steps = None
        self._timer.stop()

    def _go_on(self) -> None:
        self._work(perf_counter() + _SLICE)

    def _work(self, until: float | None) -> None:
        steps = self._steps
        if steps is None:
            self._timer.stop()
            return
        try:
            for apart in steps:
                if self._steps is not steps:
                    return
                if until is not None and (apart or perf_counter() > until):
                    self._timer.start()
                    return
        except BaseException:
            if self._steps is steps:
                self.stop()
            raise
        if self._steps is steps:
            self.stop()
