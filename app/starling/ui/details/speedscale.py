# SPDX-License-Identifier: GPL-3.0-or-later
"""The axes of the speed graph: round numbers that do not jump, and moments as a clock shows them."""

import math
from typing import NamedTuple

from PySide6.QtCore import QDateTime

from starling import formats

_PARTS = {
    1.0: (5, 2, 1),
    1.5: (3, 1),
    2.0: (4, 2, 1),
    3.0: (3, 1),
    4.0: (4, 2, 1),
    5.0: (5, 1),
    6.0: (3, 1),
    8.0: (4, 2, 1),
}
"""Round figures, and into how many parts an axis that ends there may be cut."""
_LEAST = 10_000.0
"""Bytes/s at the top of an empty graph."""
_ROOM = 1.06
"""The highest point stays a little below the top."""
_SHRINK = 0.7
"""The scale is made smaller only once the next smaller one would be filled up to here at most."""
_STEPS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)
_DAY = 86_400


class Tick(NamedTuple):
    """A line of the grid."""

    value: float
    text: str


def round_top(highest: float, *, binary: bool) -> float:
    """The round rate that holds this one."""
    wanted = max(highest * _ROOM, _LEAST)
    if binary:
        return 2.0 ** math.ceil(math.log2(wanted))
    power = 10.0 ** math.floor(math.log10(wanted))
    return next((power * factor for factor in _PARTS if power * factor >= wanted), power * 10)


def next_top(top: float, highest: float, *, binary: bool) -> float:
    """The top of the scale after `top`, where the highest rate is this one now."""
    wanted = round_top(highest, binary=binary)
    if wanted >= top:
        return wanted
    return min(top, round_top(highest / _SHRINK, binary=binary))


def rate_ticks(top: float, room: int) -> list[float]:
    """Rates from 0 to the top, at most `room` of them above 0, all round."""
    power = 10.0 ** math.floor(math.log10(top) + 1e-9)
    # Of powers of two every half is round.
    parts = _PARTS.get(round(top / power, 1), (4, 2, 1)) if not math.log2(top).is_integer() else (4, 2, 1)
    count = next((part for part in parts if part <= room), 1)
    return [top * number / count for number in range(count + 1)]


def time_ticks(start: float, end: float, most: int) -> list[Tick]:
    """Moments on the clock's round times, at most so many, with what a clock would show."""
    step = next((step for step in _STEPS if (end - start) / step <= max(1, most)), _DAY)
    # The clock on the wall is off by hours, and in some places by a part of one.
    offset = QDateTime.fromSecsSinceEpoch(int(end)).offsetFromUtc()
    moment = math.ceil((start + offset) / step) * step - offset
    found = []
    while moment <= end:
        found.append(Tick(moment, _clock(moment, step)))
        moment += step
    return found


def _clock(moment: int, step: int) -> str:
    return formats.weekday(moment) if step >= _DAY else formats.clock(moment, exact=step < 60)
