# SPDX-License-Identifier: GPL-3.0-or-later
"""A stretch of time that somebody looks at: read once from the tables, then kept up to date from what is measured."""

import math
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from starling.engine import speedbook
from starling.engine.speedbook import (
    ALL,
    BLOCK,
    DOWN,
    DOWN_OVERHEAD,
    DOWN_PEAK,
    LEVELS,
    ON,
    UP,
    UP_OVERHEAD,
    UP_PEAK,
    Event,
)
from starling.speed import GAP, MEAN, Flow, Series, step_of

_MS = 1000
_SLACK = 30
"""Seconds kept before what is shown: of torrents somewhat older news are shown than of all together."""
_RATES = (DOWN, UP, DOWN_OVERHEAD, UP_OVERHEAD)


class View:
    """The last so many seconds of some torrents together, and a little more at both ends; `start` moves."""

    def __init__(self, ids: tuple[str, ...], seconds: int, end: int, since: int = 0) -> None:
        """`ids` may be (`ALL`,). It ends with the step in which `end` lies; before `since` there are gaps."""
        self.ids = ids
        self.wanted = True
        """Somebody waits for it; without, reading ends early, and what was read so far is of no use."""
        self._members = frozenset(ids)
        self._reading: Iterator[bool] | None = None
        self.step = step_of(seconds)
        self._shown = seconds // self.step
        self.count = self._shown + max(2, _SLACK // self.step)
        self.start = _next(end, self.step) - self.count * self.step
        self._since = since
        self._rows = [array("Q", bytes(8 * self.count)) for _ in range(7)]
        self._rates = [array("d", [GAP]) * self.count for _ in _RATES]

    def read(self, db: sqlite3.Connection) -> bool:
        """Fills it from the tables, a part at a time; whether that was all. In the thread of the annals, before anybody
        else has it, and while nothing is folded.
        """
        if self._reading is None:
            self._reading = self._read(db)
        return next(self._reading, True)

    def _read(self, db: sqlite3.Connection) -> Iterator[bool]:
        level = next(level for level in reversed(LEVELS) if not self.step % level.step)
        finer = self.step // level.step
        rows = [array("Q", bytes(8 * self.count * finer)) for _ in range(7)]
        for _ in speedbook.loading(db, rows, self.ids, level, self.start, self._is_wanted):
            yield False
        if finer > 1:
            for number, row in enumerate(rows):
                join: Callable[[array[int]], int] = max if number in (DOWN_PEAK, UP_PEAK) else sum
                rows[number] = array("Q", [join(row[at : at + finer]) for at in range(0, len(row), finer)])
        self._rows = rows
        self._resolve(0, self.count)

    def move(self, end: int) -> None:
        """Time goes on: the step in which `end` lies is the last one."""
        steps = (_next(end, self.step) - self.start) // self.step - self.count
        if steps <= 0:
            return
        steps_in = min(steps, self.count)
        for row in self._rows:
            del row[:steps_in]
            row.frombytes(bytes(8 * steps_in))
        for rates in self._rates:
            del rates[:steps_in]
            rates.extend(array("d", [GAP]) * steps_in)
        self.start += steps * self.step

    def absorb(self, start: int, blocks: Mapping[str, "array[int]"]) -> None:
        """One more block of each torrent that moved; the seconds of it that lie before the window are left out."""
        # Of 10,000 few have moved; of one among thousands that move, one.
        if len(self._members) < len(blocks):
            found = [blocks[id] for id in self._members if id in blocks]
        else:
            found = [block for id, block in blocks.items() if id in self._members]
        every = blocks.get(ALL)
        if every is None or start + BLOCK <= self.start:
            return
        total = found[0] if len(found) == 1 else array("Q", map(sum, zip(*found, strict=True))) if found else None
        first = (start - self.start) // self.step
        if self.step > 1:
            if not 0 <= first < self.count:
                return
            if total is not None:
                for row in _RATES:
                    self._rows[row][first] += sum(_row(total, row))
                best = zip(*map(speedbook.peaks, found), strict=True)
                for row, flow, single in zip((DOWN_PEAK, UP_PEAK), (DOWN, UP), best, strict=True):
                    together = sum(_row(total, flow)) // BLOCK if len(found) > 1 else 0
                    self._rows[row][first] = max(self._rows[row][first], together, *single)
            self._rows[ON][first] += sum(_row(every, ON))
            self._resolve(first, first + 1)
            return
        skipped = max(0, -first)
        length = min(BLOCK, self.count - first) - skipped
        if length <= 0:
            return
        place = slice(first + skipped, first + skipped + length)
        for row in (*_RATES, ON) if total is not None else (ON,):
            source = every if row == ON or total is None else total
            values = _row(source, row)[skipped : skipped + length]
            self._rows[row][place] = array("Q", map(int.__add__, self._rows[row][place], values))
        # These seconds are part of what is told of the next ones.
        self._resolve(place.start, min(self.count, place.stop + MEAN - 1))

    def series(
        self,
        end: int,
        pending: Sequence[tuple[int, Mapping[str, "array[int]"]]],
        limits: Sequence[Sequence[Event]],
    ) -> Series:
        """As it stands with blocks that are not complete, up to the step before the one in which `end` lies: one that
        goes on would look like a fall. `limits` are those of each torrent, then those of all together.
        """
        self.move(end)
        tail = max(0, min((start - self.start) // self.step for start, _ in pending)) if pending else self.count
        kept = [row[tail:] for row in self._rows], [rates[tail:] for rates in self._rates]
        for start, blocks in pending:
            self.absorb(start, blocks)
        made = self._made((end - self.start) // self.step, limits)
        for row, numbers in zip(self._rows, kept[0], strict=True):
            row[tail:] = numbers
        for rates, values in zip(self._rates, kept[1], strict=True):
            rates[tail:] = values
        return made

    def _made(self, last: int, limits: Sequence[Sequence[Event]]) -> Series:
        shown = slice(max(0, last - self._shown), last)
        rows, rates = self._rows, self._rates
        down_limit, up_limit = self._limits(shown, limits)
        added = slice(max(self._first(), shown.start), last)
        return Series(
            self.start + shown.start * self.step,
            self.step,
            Flow(rates[0][shown], rates[2][shown], self._peaks(DOWN_PEAK, shown), down_limit, sum(rows[DOWN][added])),
            Flow(rates[1][shown], rates[3][shown], self._peaks(UP_PEAK, shown), up_limit, sum(rows[UP][added])),
            sum(rows[ON][added]) / _MS,
        )

    def _peaks(self, row: int, shown: slice) -> "array[float]":
        rates = self._rates[_RATES.index(DOWN if row == DOWN_PEAK else UP)][shown]
        if self.step == 1:
            return rates
        # What is no gap in the one is none in the other.
        peaks = zip(self._rows[row][shown], rates, strict=True)
        return array("d", [GAP if math.isnan(rate) else max(peak, rate) for peak, rate in peaks])

    def _resolve(self, first: int, last: int) -> None:
        """Bytes and times -> rates."""
        on = self._rows[ON][first:last]
        begun = self._first() - first
        for number, row in enumerate(_RATES):
            if self.step == 1:
                # A second that the program saw only the end of is no busier for that.
                means = speedbook.means(self._rows[row][max(0, first - MEAN + 1) : last], last - first)
                rates = [value if ran else GAP for value, ran in zip(means, on, strict=True)]
            else:
                values = self._rows[row][first:last]
                rates = [value * _MS / ran if ran else GAP for value, ran in zip(values, on, strict=True)]
            if begun > 0:
                rates[:begun] = [GAP] * min(begun, len(rates))
            self._rates[number][first:last] = array("d", rates)

    def _is_wanted(self) -> bool:
        return self.wanted

    def _first(self) -> int:
        """The step in which the first of the torrents was added."""
        return min(self.count, max(0, (self._since - self.start) // self.step))

    def _limits(self, shown: slice, limits: Sequence[Sequence[Event]]) -> tuple["array[float]", "array[float]"]:
        """What held in each step: the limits of the torrents added up, and not more than that of all together."""
        start, end = self.start + shown.start * self.step, self.start + shown.stop * self.step
        moments = sorted({start, *(at for events in limits for at, _, _ in events if start < at < end)})
        found = array("d"), array("d")
        for moment, until in pairwise([*moments, end]):
            length = -(-(until - start) // self.step) - len(found[0])
            *own, every = [_in_force(events, moment) for events in limits]
            for direction, values in enumerate(found):
                single = [limit[direction] for limit in own]
                together = sum(single) if single and all(single) else 0
                bounds = [bound for bound in (together, every[direction]) if bound]
                values.extend(array("d", [min(bounds, default=GAP)]) * max(0, length))
        return found


def _in_force(events: Sequence[Event], moment: int) -> tuple[int, int]:
    last = 0, 0
    for at, down, up in events:
        if at > moment:
            break
        last = down, up
    return last


def _row(values: "array[int]", row: int) -> "array[int]":
    return values[row * BLOCK : (row + 1) * BLOCK]


def _next(moment: int, step: int) -> int:
    return moment - moment % step + step
