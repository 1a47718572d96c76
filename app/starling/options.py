# SPDX-License-Identifier: GPL-3.0-or-later
"""What its owner told one torrent, beyond what libtorrent itself keeps of it, and what became of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starling.goals import Goal, Reached
from starling.setting import INT_MAX

_COUNTS = ("down_limit", "up_limit", "connections", "slots")


@dataclass(frozen=True, slots=True)
class Options:
    """One torrent's own; what is not said goes by its labels and the settings."""

    goal: Goal | None = None
    """Until when it is seeded; None = as its labels or the settings say."""
    destination: str = ""
    """The folder that it is moved to when it is complete; empty where it stays."""
    home: str = ""
    """Where it belongs if the settings say of complete torrents no more that they go to `destination`; empty where its
    owner says so of this one."""

    reached: Reached | None = None
    """The goal that it has reached and that was acted upon."""
    idle: tuple[int, int] | None = None
    """When something was last taken: its seconds of seeding and the bytes uploaded until then. Where these are
    below 0 they are the complement, and the seconds those without uploads until nobody could come any more.
    """

    down_limit: int = 0
    """Bytes a second; 0 = none of its own."""
    up_limit: int = 0
    connections: int = 0
    """At most, 0 = as the settings say."""
    slots: int = 0
    """For uploads, 0 = as the settings say."""

    def encode(self) -> str:
        """As it is stored; empty where there is nothing to say."""
        said: dict[str, Any] = {}
        if self.goal is not None:
            said["goal"] = self.goal.encode()
        if self.destination:
            said["destination"] = self.destination
        if self.home:
            said["home"] = self.home
        if self.reached is not None:
            said["reached"] = self.reached.encode()
        if self.idle is not None:
            said["idle"] = list(self.idle)
        said.update({name: value for name in _COUNTS if (value := getattr(self, name))})
        return json.dumps(said) if said else ""

    @classmethod
    def decode(cls, text: str) -> "Options":
        """What `encode` wrote. Raises ValueError for anything else."""
        if not text:
            return cls()
        said = json.loads(text)
        if not isinstance(said, Mapping):
            raise ValueError(text)
        goal, destination, home = said.get("goal"), said.get("destination", ""), said.get("home", "")
        if not isinstance(destination, str) or not isinstance(home, str):
            raise ValueError(text)
        reached = said.get("reached")
        return cls(
            None if goal is None else Goal.decode(goal),
            destination,
            home,
            None if reached is None else Reached.decode(reached),
            _pair(said.get("idle")),
            *(_count(said.get(name, 0)) for name in _COUNTS),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """Other limits for some torrents; None leaves what each has, 0 takes its own away."""

    down: int | None = None
    up: int | None = None
    """Bytes a second."""
    connections: int | None = None
    slots: int | None = None
    """For uploads."""


def _count(said: object) -> int:
    if type(said) is not int or not 0 <= said <= INT_MAX:
        raise ValueError(repr(said))
    return said


def _pair(said: object) -> tuple[int, int] | None:
    if said is None:
        return None
    if not isinstance(said, list) or len(said) != 2 or any(type(value) is not int for value in said):
        raise ValueError(repr(said))
    return said[0], said[1]
