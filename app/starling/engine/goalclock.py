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
    runs: bool = False
    """libtorrent has it run."""
    online: bool = True
    """Somebody could take something of it: no second counts else."""
    ratio: float = 0.0
    uploaded: int = -1
    """Bytes; -1 = nothing is known yet."""
    idle_from: float = 0.0
    """Its seconds of seeding when something was last taken."""
    _seconds: float = 0.0
    _at: float = 0.0
    _lost: float = 0.0
    """Seconds that libtorrent has counted, but in which nobody could come."""
    _left: float = 0.0
    """Its seconds when it went offline."""

    def take(self, figures: Figures, now: float, kept: tuple[int, int] | None, *, online: bool = True) -> None:
        """News came; `kept` is what is stored of when something was last taken, see `options.Options.idle`."""
        if self.uploaded >= 0:
            self.switch(online, now)
        running, uploaded, ratio, seconds = figures
        if self.uploaded < 0:
            self.online, self._left = online, seconds
            if kept is not None and kept[1] == uploaded:
                self.idle_from = min(kept[0], seconds)
            elif kept is not None and kept[1] == ~uploaded:
                self.idle_from = max(0, seconds - kept[0])
            else:
                # Of one that has given before nobody knows how long ago that is; the others have always been idle.
                self.idle_from = seconds if uploaded else 0
        elif uploaded != self.uploaded:
            self.idle_from = seconds
        self.complete, self.runs = True, running
        self.uploaded, self.ratio = uploaded, ratio
        self._seconds, self._at = seconds, now

    def stop(self) -> None:
        """It is not complete, or not there, at the moment."""
        self.complete = self.runs = False

    def switch(self, online: bool, now: float) -> None:
        """From now on somebody can come, or nobody can; libtorrent counts on all the same."""
        if online == self.online:
            return
        self.online = online
        seconds = self._counted(now)
        if online:
            gone = max(0.0, seconds - self._left)
            self._lost += gone
            self.idle_from = min(seconds, self.idle_from + gone)
        else:
            self._left = seconds

    def share(self, now: float) -> Share:
        """What it has given by now."""
        seconds = self._counted(now) if self.online else self._left
        return Share(self.ratio, seconds - self._lost, max(0.0, seconds - self.idle_from))

    @property
    def running(self) -> bool:
        """Its seconds count."""
        return self.runs and self.online

    @property
    def last_taken(self) -> tuple[int, int]:
        """To be stored as `options.Options.idle`."""
        if self.online:
            return int(self.idle_from), self.uploaded
        # By the time it is read, seconds have been counted that are none.
        return int(max(0.0, self._left - self.idle_from)), ~self.uploaded

    def _counted(self, now: float) -> float:
        return self._seconds + (now - self._at if self.runs else 0)


def spared(options: str) -> str:
    """The options of a torrent that comes back although its goal has removed it: it stays, whatever the goal says."""
    try:
        said = Options.decode(options)
    except (ValueError, RecursionError):
        return options
    if said.reached is None or said.reached.goal.then not in REMOVALS:
        return options
    return replace(said, reached=replace(said.reached, rests=False)).encode()
