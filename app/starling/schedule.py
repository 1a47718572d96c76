# SPDX-License-Identifier: GPL-3.0-or-later
"""A week of hours, and what torrents may do in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

DAYS, HOURS = 7, 24


class Mode(Enum):
    """What torrents may do in an hour; the value is its letter in settings.toml."""

    FULL = "f"
    """Everything, with the normal limits."""
    LIMITED = "l"
    """Everything, with the limits of slow mode."""
    SEEDING = "s"
    """Downloads wait."""
    PAUSED = "p"
    """Everything waits."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours in which the same holds."""

    mode: Mode
    until: datetime | None = None
    """By the clock on the wall, without a zone; None for ever."""

    @property
    def waits(self) -> bool:
        """Some torrents do not run in it."""
        return self.mode in (Mode.SEEDING, Mode.PAUSED)

    def encode(self) -> str:
        """A text that differs from that of any other one."""
        return f"{self.mode.value} {'' if self.until is None else self.until.isoformat()}"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The week by the clock on the wall: an hour that is set back is that hour twice."""

    hours: tuple[Mode, ...] = (Mode.FULL,) * (DAYS * HOURS)
    """Monday from 0 to 24, then Tuesday, and so on."""

    def __post_init__(self) -> None:
        if len(self.hours) != DAYS * HOURS:
            raise ValueError(f"{len(self.hours)} hours are no week")

    def at(self, moment: datetime) -> Mode:
        """What holds then; `moment` is what the clock on the wall shows, without a zone."""
        return self.hours[moment.weekday() * HOURS + moment.hour]

    def until(self, moment: datetime) -> datetime | None:
        """When something else holds, by the same clock; None if that is never."""
        now = self.at(moment)
        wall = moment.replace(minute=0, second=0, microsecond=0)
        for step in range(1, DAYS * HOURS + 1):
            later = wall + timedelta(hours=step)
            if self.at(later) is not now:
                return later
        return None

    def stretch(self, moment: datetime) -> Stretch:
        """What holds then, and until when."""
        return Stretch(self.at(moment), self.until(moment))

    def painted(self, places: Iterable[tuple[int, int]], mode: Mode) -> "Schedule":
        """With another mode in these hours: (day from 0 = Monday, hour)."""
        hours = list(self.hours)
        for day, hour in places:
            hours[day * HOURS + hour] = mode
        return Schedule(tuple(hours))

    def encode(self) -> list[str]:
        """A text of 24 letters for each day."""
        letters = "".join(mode.value for mode in self.hours)
        return [letters[day * HOURS : (day + 1) * HOURS] for day in range(DAYS)]

    @classmethod
    def decode(cls, raw: object) -> "Schedule":
        """What `encode` wrote. Raises ValueError for anything else."""
        if not isinstance(raw, list | tuple) or len(raw) != DAYS:
            raise ValueError(repr(raw))
        if not all(isinstance(day, str) and len(day) == HOURS for day in raw):
            raise ValueError(repr(raw))
        return cls(tuple(Mode(letter) for day in raw for letter in day))
