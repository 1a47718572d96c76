# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when a torrent is seeded: a ratio, a time, a time without any upload, and what is done then."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import isfinite


class After(Enum):
    """What becomes of a torrent whose goal is reached."""

    PAUSE = "pause"
    REMOVE = "remove"
    REMOVE_DATA = "remove with data"
    SUPER_SEED = "super-seed"


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


def _number(raw: object) -> float | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not isfinite(raw) or raw < 0:
        raise ValueError(repr(raw))
    return raw
