# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when a torrent is seeded: a ratio, a time, a time without any upload, and what is done then."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import isfinite


class Part(Enum):
    """What of a goal is looked at."""

    RATIO = "ratio"
    TIME = "time"
    IDLE = "idle"


class After(Enum):
    """What becomes of a torrent whose goal is reached."""

    PAUSE = "pause"
    REMOVE = "remove"
    REMOVE_DATA = "remove with data"
    SUPER_SEED = "super-seed"


REMOVALS = (After.REMOVE, After.REMOVE_DATA)


@dataclass(frozen=True, slots=True)
class Goal:
    """None = that one is no goal. A goal without any of them is to seed for ever."""

    ratio: float | None = None
    time: int | None = None
    """Seconds of seeding."""
    idle: int | None = None
    """Seconds of seeding in which nobody took anything."""
    every: bool = False
    """Only when all of them are reached; else any one will do."""
    then: After = After.PAUSE

    @property
    def endless(self) -> bool:
        """Nothing is to be reached."""
        return self.ratio is None and self.time is None and self.idle is None

    def met(self, share: "Share") -> tuple[Part, ...]:
        """By what it is reached; empty if it is not."""
        parts = [
            (Part.RATIO, self.ratio, share.ratio),
            (Part.TIME, self.time, share.time),
            (Part.IDLE, self.idle, share.idle),
        ]
        asked = [(part, limit, value) for part, limit, value in parts if limit is not None]
        found = tuple(part for part, limit, value in asked if value >= limit)
        return () if self.every and len(found) < len(asked) else found

    def encode(self) -> dict[str, object]:
        """As it is stored, in JSON or TOML."""
        said = {"ratio": self.ratio, "time": self.time, "idle": self.idle}
        given: dict[str, object] = {name: value for name, value in said.items() if value is not None}
        return {**given, "every": self.every, "then": self.then.value}

    @classmethod
    def decode(cls, said: object) -> "Goal":
        """What `encode` wrote; what is missing is no goal. Raises ValueError for anything else."""
        if not isinstance(said, Mapping):
            raise ValueError(repr(said))
        every = said.get("every", False)
        if not isinstance(every, bool):
            raise ValueError(repr(every))
        ratio, time, idle = (_number(said.get(name)) for name in ("ratio", "time", "idle"))
        return cls(
            ratio,
            None if time is None else int(time),
            None if idle is None else int(idle),
            every,
            After(said.get("then", After.PAUSE.value)),
        )


@dataclass(frozen=True, slots=True)
class Share:
    """What a torrent has given by now, in the terms of a goal."""

    ratio: float = 0.0
    time: float = 0.0
    """Seconds in which it ran and had all that was wanted."""
    idle: float = 0.0
    """The last of these seconds, in which nobody took anything."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A goal that a torrent has reached, and that was acted upon."""

    goal: Goal
    by: tuple[Part, ...] = ()
    rests: bool = False
    """It is paused since. Else its owner wishes it to go on in spite of the goal, or it goes on super-seeding."""

    def encode(self) -> dict[str, object]:
        """As it is stored."""
        return {"goal": self.goal.encode(), "by": [part.value for part in self.by], "rests": self.rests}

    @classmethod
    def decode(cls, said: object) -> "Reached":
        """What `encode` wrote. Raises ValueError for anything else."""
        if not isinstance(said, Mapping):
            raise ValueError(repr(said))
        by, rests = said.get("by", []), said.get("rests", False)
        if not isinstance(by, list) or not isinstance(rests, bool):
            raise ValueError(repr(said))
        return cls(Goal.decode(said.get("goal")), tuple(Part(part) for part in by), rests)


@dataclass(frozen=True, slots=True)
class Aim:
    """The goal in force for a torrent, who says so, and what is left of it."""

    goal: Goal
    own: bool = False
    """The torrent's own; else that of a label, or of the settings."""
    label: str = ""
    """The label that says so."""
    share: Share | None = None
    """What it had given when it was last heard of; None while it is not complete."""
    time_due: int | None = None
    """When the time is over if it goes on like this, in Unix seconds; None where it does not run."""
    idle_due: int | None = None
    """The same of the time without uploads."""
    reached: Reached | None = None

    @property
    def rests(self) -> bool:
        """It is paused because it has reached its goal."""
        return self.reached is not None and self.reached.rests


@dataclass(frozen=True, slots=True)
class Removals:
    """Torrents that a change would remove at once: they have reached the goal that would be theirs then."""

    ids: tuple[str, ...] = ()
    data: int = 0
    """How many of them with their data."""


def _number(raw: object) -> float | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not isfinite(raw) or raw < 0:
        raise ValueError(repr(raw))
    return raw
