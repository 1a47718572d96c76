# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a download has come in the last minute or so: an estimate of its end must not jump with every gap."""

import math
from dataclasses import dataclass

_SPAN = 60.0
"""Seconds after which what came counts for a third of what comes now."""


@dataclass(slots=True)
class Pace:
    """Bytes per second, averaged so that what is older counts less; the first minute over what there is of it."""

    rate: float = 0.0
    known: float = 0.0
    """How much of a full average there is, 0 to 1."""
    bytes: int = 0
    at: float = 0.0

    def take(self, total: int, now: float) -> float:
        """What came until `now` (seconds) is `total` bytes; bytes per second, 0 = not known or nothing."""
        elapsed, came = now - self.at, total - self.bytes
        if not self.at or came < 0 or elapsed > _SPAN:
            # The first word, another count than before, or the end of a long silence.
            self.reset()
            self.bytes, self.at = total, now
        elif elapsed > 0:
            fading = math.exp(-elapsed / _SPAN)
            known = 1 - fading * (1 - self.known)
            self.rate += (came / elapsed - self.rate) * (1 - fading) / known
            self.known, self.bytes, self.at = known, total, now
        return self.rate

    def reset(self) -> None:
        """It pauses, or has all: what comes after that is another story."""
        self.rate = self.known = self.at = 0.0
