# SPDX-License-Identifier: GPL-3.0-or-later
"""The axes of the plot of distribution times: round counts of peers, and round times in one unit."""

import math
from dataclasses import dataclass
from enum import IntEnum

from starling.distribution import Figures

_LEAST = 5
"""Peers at the right end, if there are fewer."""
_MODEL = 40
"""As many where there is nobody to count."""
_AFTER = 1.15
"""So many times as many as there are now have room, at least."""
_X_TICKS, _Y_TICKS = 4.5, 5.0


class Unit(IntEnum):
    """What times are told in, by its seconds."""

    SECONDS = 1
    MINUTES = 60
    HOURS = 3600
    DAYS = 86_400
    YEARS = 31_536_000


@dataclass(frozen=True, slots=True)
class Scale:
    """Both axes."""

    peers: int
    """At the right end."""
    step: int
    """From tick to tick."""
    top: float
    """Seconds at the upper end."""
    unit: Unit
    times: tuple[float, ...]
    """The ticks, in that unit."""

    @property
    def counts(self) -> range:
        """The ticks of the peers."""
        return range(self.step, self.peers + 1, self.step)


def scale_of(figures: Figures) -> Scale:
    """The axes that hold the swarm with some room, and the time that one server needs for so many."""
    wanted = math.ceil(figures.peers * _AFTER) if figures.peers else _MODEL
    step = max(1, math.ceil(_round((figures.peers or _MODEL) / _X_TICKS)))
    peers = max(_LEAST, math.ceil(wanted / step) * step)
    top = figures.alone(peers)
    unit = max((unit for unit in Unit if top >= 2 * unit), default=Unit.SECONDS)
    apart = _round(top / unit / _Y_TICKS)
    ticks = int(top / unit / apart + 1e-9)
    return Scale(peers, step, top, unit, tuple(apart * number for number in range(ticks + 1)))


def _round(value: float) -> float:
    """The next of 1, 2, 5, 10, 20 …, or of their fractions."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= value * (1 - 1e-9))
