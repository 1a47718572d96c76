# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a torrent has given, and how long, between two words of libtorrent too, which is silent about idle ones."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from starling.goals import REMOVALS, Share
from starling.options import Options


class Figures(NamedTuple):
    """What libtorrent says of a torrent that is complete."""

    running: bool
    uploaded: int
    ratio: float
    seconds: int
    """In which it ran and had all that was wanted, ever."""


@dataclass(slots=True)
class GoalClock:
    """Follows the figures of one torrent. `now` is time.monotonic()."""

    complete: bool = False
    running: bool = False
    ratio: float = 0.0
    uploaded: int = -1
    """Bytes; -1 = nothing is known yet."""
    idle_from: float = 0.0
    """Its seconds of seeding when something was last taken."""
    _seconds: float = 0.0
    _at: float = 0.0

    def take(self, figures: Figures, now: float, kept: tuple[int, int] | None) -> None:
        """News came; `kept` is what is stored of when something was last taken, see `options.Options.idle`."""
        running, uploaded, ratio, seconds = figures
        if self.uploaded < 0:
            if kept is not None and kept[1] == uploaded:
                self.idle_from = min(kept[0], seconds)
            else:
                # Of one that has given before nobody knows how long ago that is; the others have always been idle.
                self.idle_from = seconds if uploaded else 0
        elif uploaded != self.uploaded:
            self.idle_from = seconds
        self.complete, self.running = True, running
        self.uploaded, self.ratio = uploaded, ratio
        self._seconds, self._at = seconds, now

    def stop(self) -> None:
        """It is not complete, or not there, at the moment."""
        self.complete = self.running = False

    def share(self, now: float) -> Share:
        """What it has given by now."""
        seconds = self._seconds + (now - self._at if self.running else 0)
        return Share(self.ratio, seconds, max(0.0, seconds - self.idle_from))

    @property
    def last_taken(self) -> tuple[int, int]:
        """To be stored as `options.Options.idle`."""
        return int(self.idle_from), self.uploaded


def spared(options: str) -> str:
    """The options of a torrent that comes back although its goal has removed it: it stays, whatever the goal says."""
    try:
        said = Options.decode(options)
    except (ValueError, RecursionError):
        return options
    if said.reached is None or said.reached.goal.then not in REMOVALS:
        return options
    return replace(said, reached=replace(said.reached, rests=False)).encode()
