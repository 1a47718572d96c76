# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects cyclic garbage in the GUI thread alone: Qt's objects must not die in a worker that allocates."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250


class Collector(QObject):
    """Stands in for Python's own collector, which runs in whatever thread happens to allocate."""

    def __init__(self) -> None:
        super().__init__()
        self._before = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> int | None:
        """Collects the oldest generation that is due by Python's own thresholds; which one, None if none was."""
        young, middle, old = gc.get_count()
        first, second, third = gc.get_threshold()
        if young <= first:
            return None
        generation = 0 if middle <= second else 1 if old <= third else 2
        gc.collect(generation)
        return generation

    def stop(self) -> None:
        """Leaves the collector as it was found."""
        self._timer.stop()
        if self._before:
            gc.enable()
