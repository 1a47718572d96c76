# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes about the files of a torrent, in columns by place, with the sums over any range of them."""

from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import lt, mul, ne, sub

from starling.torrent import Priority
from starling.ui.files.catalog import Catalog
from starling.ui.files.vectors import both, chosen, differing, flags, inverted

_WINDOW = 5.0
"""Seconds over which a rate is the mean."""
_GAP = 10.0
"""After so long without news nobody knows how what came was spread over the time."""
_PATIENCE = 3
"""States that the engine may bring after a wish and before it has done it: those were asked for before."""
_SUMMED = 1000
"""Longer ranges are summed up from the beginning, once for all folders; all files at once only when that is asked."""


@dataclass(slots=True)
class _Column:
    """Numbers by place; the sums are made when the first long range is asked for."""

    values: Sequence[int]
    to: Sequence[int] = ()

    def within(self, low: int, high: int) -> int:
        if not _SUMMED < high - low < len(self.values):
            return sum(self.values[low:high])
        if not self.to:
            self.to = array("q", accumulate(self.values, initial=0))
        return self.to[high] - self.to[low]


class Ledger:
    """Bytes that are here, priorities and rates."""

    def __init__(self, catalog: Catalog, priorities: Sequence[int]) -> None:
        """Nothing is here yet; the priorities are by place."""
        self._catalog = catalog
        self.priorities = bytearray(priorities)
        """0-7; `wish` changes them here, `take` brings what the engine has."""
        self.before = bytearray([Priority.NORMAL]) * len(catalog.files)
        """Priorities that skipped files had, for the day they are wanted again."""
        self._expected = b""
        """What the engine was told and has not confirmed; empty if nothing is on its way."""
        self._patience = 0
        """How often it may still bring something else, which it was asked before."""
        self._done = _Column((0,) * len(catalog.files))
        self._past: deque[tuple[float, _Column]] = deque()
        """States and their moments, the first as old as the window or a little older."""
        self._wanted_to: Sequence[int] | None = None
        self._wanted_done_to: Sequence[int] | None = None
        """Bytes of all wanted files before a place, and those that are here; made when they are needed."""

    @property
    def done(self) -> Sequence[int]:
        """Bytes that are here, by place."""
        return self._done.values

    def set_priorities(self, priorities: bytes) -> None:
        """Other ones for all files, by place."""
        self.priorities[:] = priorities
        self._wanted_to = self._wanted_done_to = None

    @property
    def wished(self) -> bytes | bytearray:
        """What the priorities will be once the engine has done what it was told: a wish is about these."""
        return self._expected or self.priorities

    def expect(self, priorities: bytes) -> None:
        """The engine is told so."""
        self._expected, self._patience = priorities, _PATIENCE

    def remember(self, priorities: bytes) -> None:
        """These are about to be: keep what files have that will be skipped and are not yet."""
        leaving = both(flags(self.wished), inverted(flags(priorities)))
        self.before[:] = chosen(leaving, self.wished, self.before)

    def ticked(self) -> bytes:
        """What the priorities would be if all files were wanted."""
        return chosen(flags(self.wished), self.wished, self.before)

    def take(self, done: Sequence[int], priorities: Sequence[int], at: float | None) -> list[int]:
        """A second's news, by place; the places whose bytes, rate or priority are others now, in rising order."""
        count, past, latest = len(self.priorities), self._past, self._done.values
        if done == latest:
            # Equal states are one, which keeps its sums.
            now = self._done
        else:
            now = _Column(done)
            # What is past is seldom read: as a tuple, each would cost the collector of garbage milliseconds.
            self._done.values = array("q", latest)
            self._wanted_done_to = None
        if now is not self._done and any(map(lt, done, latest)):
            # A check or a lost disk took something away: what comes back at once is no download.
            past.clear()
            found = list(range(count))
        else:
            # Whatever has a rate differs from the oldest state.
            before = past[0][1].values if past else self._done.values
            found = list(compress(range(count), map(ne, before, done)))
        if self._expected:
            self._patience -= 1
            if bytes(priorities) == self._expected or not self._patience:
                self._expected = b""
        if bytes(priorities) != self.priorities:
            others = differing(self.priorities, bytes(priorities))
            found = sorted({*found, *compress(range(count), others)})
            self.set_priorities(bytes(priorities))
        self._done = now
        self._remember(at, now)
        return found

    def _remember(self, at: float | None, now: _Column) -> None:
        past = self._past
        if at is None or (past and not 0 <= at - past[-1][0] <= _GAP):
            past.clear()
        if at is not None:
            past.append((at, now))
            while len(past) > 1 and past[1][0] <= at - _WINDOW:
                past.popleft()

    def done_in(self, low: int, high: int) -> int:
        """Bytes of a range that are here."""
        return self._done.within(low, high)

    def wanted_in(self, low: int, high: int) -> int:
        """Bytes of the files of a range that are not skipped."""
        sizes = self._catalog.sizes
        skipped = self.skipped_in(low, high)
        if not skipped or skipped == high - low:
            return 0 if skipped else self._catalog.size_to[high] - self._catalog.size_to[low]
        if not self._from_the_beginning(low, high):
            return sum(compress(sizes[low:high], self.priorities[low:high]))
        if self._wanted_to is None:
            self._wanted_to = self._sums(sizes)
        return self._wanted_to[high] - self._wanted_to[low]

    def wanted_done_in(self, low: int, high: int) -> int:
        """Bytes of them that are here."""
        skipped = self.skipped_in(low, high)
        if not skipped or skipped == high - low:
            return 0 if skipped else self.done_in(low, high)
        if not self._from_the_beginning(low, high):
            return sum(compress(self._done.values[low:high], self.priorities[low:high]))
        if self._wanted_done_to is None:
            self._wanted_done_to = self._sums(self._done.values)
        return self._wanted_done_to[high] - self._wanted_done_to[low]

    def _from_the_beginning(self, low: int, high: int) -> bool:
        """Whether a range is one of several long ones; all files are only summed up once."""
        return _SUMMED < high - low < len(self.priorities)

    def _sums(self, values: Sequence[int]) -> Sequence[int]:
        return array("q", accumulate(map(mul, values, flags(self.priorities)), initial=0))

    def rate_in(self, low: int, high: int) -> int:
        """Bytes a second that came for a range in the last few seconds; 0 before there are two states."""
        if len(self._past) < 2:
            return 0
        (then, before), (now, latest) = self._past[0], self._past[-1]
        if before is latest or now <= then:
            return 0
        return round((latest.within(low, high) - before.within(low, high)) / (now - then))

    def wanted_rate_in(self, low: int, high: int) -> float:
        """Bytes a second of the wanted files of a range alone: what skipped ones get does not help them."""
        if len(self._past) < 2:
            return 0.0
        (then, before), (now, latest) = self._past[0], self._past[-1]
        if before is latest or now <= then:
            return 0.0
        wanted = self.priorities[low:high]
        gains = compress(map(sub, latest.values[low:high], before.values[low:high]), wanted)
        return float(sum(gains) / (now - then))

    def priority_in(self, low: int, high: int) -> int | None:
        """The priority of all files of a range, None where they differ or there are none."""
        if low >= high:
            return None
        first = self.priorities[low]
        return first if self.priorities.count(first, low, high) == high - low else None

    def skipped_in(self, low: int, high: int) -> int:
        """Number of files of a range that are skipped."""
        return self.priorities.count(0, low, high)
