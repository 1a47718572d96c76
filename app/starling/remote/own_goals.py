# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when single torrents are seeded: Transmission's two limits and their modes, in the one goal of Starling.

A goal of its own stands in the place of that of labels and settings. Where a client leaves one part of it to these, the
part is taken from them as they are now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from starling import settings
from starling.goals import Goal
from starling.i18n import translate
from starling.remote.params import ParamError, Params
from starling.setting import Setting

MINUTE = 60


class Mode(IntEnum):
    """Who says when seeding ends."""

    GLOBAL = 0
    OWN = 1
    UNLIMITED = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said; None = nothing."""

    ratio_mode: Mode | None = None
    ratio: float | None = None
    idle_mode: Mode | None = None
    idle: int | None = None
    """Seconds."""

    @classmethod
    def of(cls, params: Params) -> "Wish":
        """Checked as Preferences do. Raises ParamError."""
        ratio, idle = params.number("seed_ratio_limit"), params.integer("seed_idle_limit")
        try:
            ratio = None if ratio is None else settings.seeding.RATIO.accept(ratio)
            idle = None if idle is None else settings.seeding.IDLE.accept(idle)
        except ValueError as error:
            raise ParamError(str(error)) from error
        idle = None if idle is None else idle * MINUTE
        return cls(_mode(params, "seed_ratio_mode"), ratio, _mode(params, "seed_idle_mode"), idle)

    def __bool__(self) -> bool:
        return self != Wish()


def ratio_mode(own: Goal | None) -> Mode:
    """Of a torrent with this goal of its own."""
    return Mode.GLOBAL if own is None else Mode.UNLIMITED if own.ratio is None else Mode.OWN


def idle_mode(own: Goal | None) -> Mode:
    """Likewise."""
    return Mode.GLOBAL if own is None else Mode.UNLIMITED if own.idle is None else Mode.OWN


class OwnGoals:
    """Remembers the numbers that were said and do not hold, until Starling ends."""

    def __init__(self, get: Callable[[Setting[Any]], Any]) -> None:
        """`get` gives what the settings say."""
        self._get = get
        self._ratios: dict[str, float] = {}
        self._idles: dict[str, int] = {}

    def changed(self, id: str, own: Goal | None, inherited: Goal | None, wish: Wish) -> Goal | None:
        """The goal of its own that a torrent has after the wish; None for none.

        `inherited` is the goal that labels and settings give it.
        """
        above, base = inherited or Goal(), own or inherited or Goal()
        ratio, idle = self._ratio(id, own, wish), self._idle(id, own, wish)
        asked = {wish.ratio_mode, wish.idle_mode}
        modes = (
            ratio_mode(own) if wish.ratio_mode is None else wish.ratio_mode,
            idle_mode(own) if wish.idle_mode is None else wish.idle_mode,
        )
        if modes == (Mode.GLOBAL, Mode.GLOBAL):
            return None
        goal = replace(
            base,
            ratio={Mode.GLOBAL: above.ratio, Mode.OWN: ratio, Mode.UNLIMITED: None}[modes[0]],
            idle={Mode.GLOBAL: above.idle, Mode.OWN: idle, Mode.UNLIMITED: None}[modes[1]],
        )
        if modes == (Mode.UNLIMITED, Mode.UNLIMITED) and goal.time == above.time:
            # For ever, as the client understands it; a time of its own stays.
            goal = replace(goal, time=None)
        # What is said again in so many words stays, even where labels and settings say the same.
        given_up = Mode.GLOBAL in asked and not asked & {Mode.OWN, Mode.UNLIMITED}
        return None if given_up and _same(goal, above) else goal

    def _ratio(self, id: str, own: Goal | None, wish: Wish) -> float:
        if wish.ratio is not None:
            self._ratios[id] = wish.ratio
        elif own is not None and own.ratio is not None:
            self._ratios[id] = own.ratio
        usual: float = self._get(settings.seeding.RATIO)
        return self._ratios.get(id, usual)

    def _idle(self, id: str, own: Goal | None, wish: Wish) -> int:
        if wish.idle is not None:
            self._idles[id] = wish.idle
        elif own is not None and own.idle is not None:
            self._idles[id] = own.idle
        usual: int = self._get(settings.seeding.IDLE)
        return self._idles.get(id, usual * MINUTE)


def _same(goal: Goal, other: Goal) -> bool:
    return goal == other or (goal.endless and other.endless)


def _mode(params: Params, name: str) -> Mode | None:
    value = params.integer(name, 0, 2)
    return None if value is None else Mode(value)


def would_go(count: int) -> str:
    """Why a change is refused that would remove so many torrents."""
    text = translate(
        "Remote", "Torrents that have reached the seeding goal they get by this would be removed at once: {count}."
    )
    return text.format(count=count)
