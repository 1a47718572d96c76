# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of the Speed tab: what flowed in a stretch of time, of some torrents or of all together."""

import math
from array import array
from dataclasses import dataclass

GAP = math.nan
"""The rate of a time in which the program did not run."""

MEAN = 5
"""Seconds of which the rate of a second is the average: those that end with it. With a limit libtorrent takes what
comes in gulps, one in two seconds and more; second by second, what flows evenly would be a saw far above the limit."""

PERIODS = (60, 300, 1800, 3600, 6 * 3600, 86_400, 7 * 86_400)
"""Seconds that a `Series` may cover."""


@dataclass(frozen=True, slots=True)
class Peak:
    """The highest rate of a stretch of time."""

    rate: float
    index: int
    """Of the value in which it was reached."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One direction. Every array has one value a step; rates are bytes/s, `GAP` where the program did not run.

    Where a second is the step, a rate is the average of the last `MEAN`; totals are of the bytes themselves.
    """

    payload: "array[float]"
    """Contents of files."""
    overhead: "array[float]"
    """What the protocol takes on top: requests, piece announcements, handshakes; for all torrents together also the
    headers of TCP, UDP and IP, trackers and the DHT."""
    peaks: "array[float]"
    """The best `MEAN` seconds of `payload` that end within each step."""
    limit: "array[float]"
    """The limit in force, NaN where there was none."""
    total: int = 0
    """Bytes of payload in all."""

    def peak(self) -> Peak | None:
        """The best of `peaks`; None if nothing flowed. Of several, the latest."""
        best = max((rate for rate in self.peaks if not math.isnan(rate)), default=0.0)
        if best <= 0:
            return None
        return Peak(best, len(self.peaks) - 1 - self.peaks[::-1].index(best))


@dataclass(frozen=True, slots=True)
class Series:
    """Both directions from `start` on, in steps of `step` seconds, which lie on multiples of it."""

    start: int
    step: int
    down: Flow
    up: Flow
    seconds: float = 0.0
    """How long the program ran within it."""

    def __len__(self) -> int:
        """Number of values."""
        return len(self.down.payload)

    @property
    def end(self) -> int:
        """The moment at which the last step ends."""
        return self.start + len(self) * self.step

    def moment(self, index: int) -> int:
        """When a step begins."""
        return self.start + index * self.step

    def index(self, moment: float) -> int | None:
        """The step a moment lies in; None outside."""
        found = math.floor((moment - self.start) / self.step)
        return found if 0 <= found < len(self) else None

    def ran(self, index: int) -> bool:
        """Whether anything is known of this step: whether the program ran."""
        return not math.isnan(self.down.payload[index])

    def average(self, flow: Flow) -> float:
        """Bytes/s over the time in which the program ran."""
        return flow.total / self.seconds if self.seconds else 0.0


def step_of(seconds: int) -> int:
    """The step of a `Series` that covers so many seconds: never more than 3,600 values."""
    if seconds <= 3600:
        return 1
    if seconds <= 6 * 3600:
        return 10
    return 30 if seconds <= 86_400 else 300


_NOTHING = array("d")


def nothing(moment: int = 0, step: int = 1) -> Series:
    """A series without values."""
    return Series(moment, step, Flow(*(_NOTHING,) * 4), Flow(*(_NOTHING,) * 4))
