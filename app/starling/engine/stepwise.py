# SPDX-License-Identifier: GPL-3.0-or-later
"""Does work on thousands of torrents in turns of the event loop, so that the window never stands still."""

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QObject, QTimer


class Stepwise(QObject):
    """Goes on with one thing that was begun by one step each turn, and with all of them in turn."""

    def __init__(self) -> None:
        super().__init__()
        self._work: dict[Hashable, Iterator[None]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def begin(self, name: Hashable, steps: Iterator[None]) -> None:
        """Does the first step at once. What was begun by the same name is not gone on with."""
        # A new one comes last, and so after what was begun before it.
        self._work.pop(name, None)
        self._work[name] = steps
        self._step(name, steps)
        if self._work:
            self._timer.start()

    def close(self) -> None:
        """Does nothing any more of what was begun."""
        self._work.clear()
        self._timer.stop()

    def _turn(self) -> None:
        if self._work:
            name = next(iter(self._work))
            # To the end of those that wait.
            steps = self._work[name] = self._work.pop(name)
            self._step(name, steps)
        if not self._work:
            self._timer.stop()

    def _step(self, name: Hashable, steps: Iterator[None]) -> None:
        try:
            next(steps)
        except StopIteration:
            if self._work.get(name) is steps:
                del self._work[name]
        except Exception:
            self._work.pop(name, None)
            raise
