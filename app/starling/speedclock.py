# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the schedule: knows which of its hours it is, and switches slow mode when another begins."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from starling.schedule import Mode, Stretch
from starling.settings import Settings
from starling.settings.schedule import FOLLOWED, PLAN
from starling.settings.speed import SLOW_MODE
from starling.uistate import UiState

_AT_MOST_MS = 10_000
"""The clock may be set, and the computer may sleep, which timers do not notice."""
_STARTED = "schedule.stretch"
"""The stretch that slow mode was switched for the last time; empty while the schedule is not followed."""


def wall_clock() -> datetime:
    """What the clock on the wall shows: in autumn an hour of it comes twice, and so does what the plan says of it."""
    return datetime.now()  # noqa: DTZ005


class SpeedClock(QObject):
    """Slow mode is switched only where a stretch begins: what the user switches in it stays to its end, restarts or
    not."""

    changed = Signal()
    """`stretch` is another one."""

    def __init__(
        self,
        chosen: Settings,
        state: UiState,
        now: Callable[[], datetime] = wall_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._state, self._now = chosen, state, now
        self.stretch: Stretch | None = None
        """The hours it is; None while the schedule is not followed."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        chosen.changed.connect(self._on_setting)
        self.look()

    @property
    def overridden(self) -> bool:
        """The user has switched slow mode otherwise than the schedule has it."""
        return self.stretch is not None and self._settings.get(SLOW_MODE) is not _slow(self.stretch)

    def look(self) -> None:
        """Which hours it is by now."""
        moment = self._now()
        before, followed = self.stretch, self._settings.get(FOLLOWED)
        self.stretch = self._settings.get(PLAN).stretch(moment) if followed else None
        self._switch()
        if self.stretch is None:
            self._timer.stop()
        else:
            left = None if self.stretch.until is None else (self.stretch.until - moment).total_seconds() * 1000
            self._timer.start(_AT_MOST_MS if left is None else min(_AT_MOST_MS, max(1, int(left) + 1)))
        if self.stretch != before:
            self.changed.emit()

    def close(self) -> None:
        """The program ends: nothing is switched any more."""
        self._timer.stop()
        self._settings.changed.disconnect(self._on_setting)

    def _switch(self) -> None:
        started = self._state.get(_STARTED) or ""
        current = "" if self.stretch is None else self.stretch.encode()
        if current == started:
            return
        if self.stretch is not None:
            self._settings.set(SLOW_MODE, _slow(self.stretch))
        elif started.startswith(Mode.LIMITED.value):
            # The schedule has switched it on, and is not asked any more.
            self._settings.set(SLOW_MODE, False)
        self._state.set(_STARTED, current)

    def _on_setting(self, key: str) -> None:
        if key in (FOLLOWED.key, PLAN.key):
            self.look()


def _slow(stretch: Stretch) -> bool:
    return stretch.mode is Mode.LIMITED
