# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when single torrents are seeded: Transmission's two limits and their modes, in the one goal of Starling.

A goal of its own stands in the place of that of labels and settings. Where a client leaves one part of it to these, the
part is taken from them as they are now. The goal of a label is told as if it were the torrent's own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from starling import settings
from starling.goals import Goal
from starling.i18n import translate
from starling.remote.params import ParamError, Params
from starling.remote.switched import Kept
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


@dataclass(frozen=True, slots=True)
class Goals:
    """Those that a torrent may have; None = nothing is said."""

    own: Goal | None = None
    label: Goal | None = None
    session: Goal | None = None

    @property
    def told(self) -> Goal | None:
        """What clients take for its own: they know that of the session besides, and nothing of labels."""
        return self.label if self.own is None else self.own

    @property
    def inherited(self) -> Goal | None:
        """What holds for it without one of its own."""
        return self.session if self.label is None else self.label


def ratio_mode(told: Goal | None) -> Mode:
    """Of a torrent with this goal of its own, or of its label."""
    return Mode.GLOBAL if told is None else Mode.UNLIMITED if told.ratio is None else Mode.OWN


def idle_mode(told: Goal | None) -> Mode:
    """Likewise."""
    return Mode.GLOBAL if told is None else Mode.UNLIMITED if told.idle is None else Mode.OWN


class OwnGoals:
    """Remembers the numbers that were said and do not hold, until Starling ends."""

    def __init__(self, get: Callable[[Setting[Any]], Any]) -> None:
        """`get` gives what the settings say."""
        self._get = get
        self._ratios: Kept[float] = Kept()
        self._idles: Kept[int] = Kept()

    def changed(self, id: str, goals: Goals, wish: Wish) -> Goal | None:
        """The goal of its own that a torrent has after the wish; None for none. Changes nothing."""
        told, above, base = goals.told, goals.inherited or Goal(), goals.told or goals.inherited or Goal()
        usual_ratio, usual_idle = self.usual()
        ratio = self.ratio(id, told, usual_ratio) if wish.ratio is None else wish.ratio
        idle = self.idle(id, told, usual_idle) if wish.idle is None else wish.idle
        asked = {wish.ratio_mode, wish.idle_mode}
        modes = (
            ratio_mode(told) if wish.ratio_mode is None else wish.ratio_mode,
            idle_mode(told) if wish.idle_mode is None else wish.idle_mode,
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
        unsaid = goals.own is None and asked == {None}
        return None if (given_up or unsaid) and _same(goal, above) else goal

    def keep(self, id: str, own: Goal | None, wish: Wish) -> None:
        """A torrent that had this goal of its own has got what was wished."""
        ratio = own.ratio if wish.ratio is None and own is not None else wish.ratio
        idle = own.idle if wish.idle is None and own is not None else wish.idle
        if ratio is not None:
            self._ratios.keep(id, ratio)
        if idle is not None:
            self._idles.keep(id, idle)

    def usual(self) -> tuple[float, int]:
        """The ratio, and the seconds, of torrents of which nobody has said a number."""
        return self._get(settings.seeding.RATIO), self._get(settings.seeding.IDLE) * MINUTE

    def ratio(self, id: str, told: Goal | None, usual: float) -> float:
        """The ratio that clients see, whether it holds or not. From any thread."""
        return self._ratios.get(id, usual) if told is None or told.ratio is None else told.ratio

    def idle(self, id: str, told: Goal | None, usual: int) -> int:
        """Likewise the seconds."""
        return self._idles.get(id, usual) if told is None or told.idle is None else told.idle

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        gone = list(ids)
        self._ratios.forget(gone)
        self._idles.forget(gone)


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
