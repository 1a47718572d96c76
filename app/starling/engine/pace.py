# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a download has come lately, and how evenly: an estimate of its end must not jump with every gap."""

import math
from dataclasses import dataclass, field

_SPAN = 60.0
"""Seconds after which what came counts for a third of what comes now."""
_STRETCH = 15.0
"""Seconds over which a gust is averaged before it is compared with others."""
_STRETCHES = 20
"""How many are compared: five minutes."""
_LEAST = 4
"""So many make a range."""
_WIDE, _EVEN = 1.25, 1.15
"""How many times the mean the faster half is, or the slower half is less, where it begins and ends to be uneven."""


@dataclass(slots=True)
class Pace:
    """Bytes per second, averaged so that what is older counts less; the first minute over what there is of it."""

    rate: float = 0.0
    known: float = 0.0
    """How much of a full average there is, 0 to 1."""
    bytes: int = 0
    at: float = 0.0
    halves: tuple[float, float] | None = None
    """Mean of the slower and of the faster half of the last minutes; None while it comes evenly, or is not known."""
    _begun: float = 0.0
    """When the stretch began that lasts."""
    _before: int = 0
    """Bytes until then."""
    _past: list[float] = field(default_factory=list)
    """Rates of the stretches before, the latest last."""

    def take(self, total: int, now: float) -> float:
        """What came until `now` (seconds) is `total` bytes; bytes per second, 0 = not known or nothing."""
        elapsed, came = now - self.at, total - self.bytes
        if not self.at or came < 0 or elapsed > _SPAN:
            # The first word, another count than before, or the end of a long silence.
            self.reset()
            self.bytes, self.at = total, now
            self._before, self._begun = total, now
        elif elapsed > 0:
            fading = math.exp(-elapsed / _SPAN)
            known = 1 - fading * (1 - self.known)
            self.rate += (came / elapsed - self.rate) * (1 - fading) / known
            self.known, self.bytes, self.at = known, total, now
            if now - self._begun >= _STRETCH:
                self._end_stretch()
        return self.rate

    def span(self, left: int) -> tuple[float, float] | None:
        """Seconds for so many bytes as in the faster and as in the slower half of the last minutes, `math.inf` if
        nothing came in that; around what `rate` gives. None where it comes evenly, or that is not known.
        """
        if self.halves is None or not self.rate:
            return None
        slow, fast = self.halves
        slow = min(slow, self.rate)
        return left / max(fast, self.rate), left / slow if slow else math.inf

    def reset(self) -> None:
        """It pauses, or has all: what comes after that is another story."""
        self.rate = self.known = self.at = 0.0
        if self._past:
            self.halves, self._past = None, []

    def _end_stretch(self) -> None:
        past = self._past
        past.append((self.bytes - self._before) / (self.at - self._begun))
        self._before, self._begun = self.bytes, self.at
        del past[:-_STRETCHES]
        if len(past) < _LEAST:
            return
        order, half = sorted(past), len(past) // 2
        slow, fast, mean = sum(order[:half]) / half, sum(order[-half:]) / half, sum(order) / len(order)
        # What is told apart from an even flow stays so until it is clearly even: a text must not flicker.
        bound = _WIDE if self.halves is None else _EVEN
        self.halves = (slow, fast) if fast > mean * bound or slow * bound < mean else None
