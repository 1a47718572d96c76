# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeding goals in words: what is asked, what is left of it, by what it was reached."""

import time
from collections.abc import Iterable

from starling import formats
from starling.goals import After, Aim, Goal, Part, Reached
from starling.i18n import translate


def asked(goal: Goal) -> str:
    """In a cell: ratio 2.00 or 2 d of seeding."""
    words = _parts(goal)
    return _joined(words, goal) if words else translate("Goals", "for ever")


def left(aim: Aim, now: float | None = None) -> str:
    """What is left of it, `now` being Unix seconds: 0.37 or 2 h 5 min; empty where nothing is asked, or not yet."""
    share = aim.share
    if share is None or aim.goal.endless:
        return ""
    goal = aim.goal
    ratio, time_left, idle_left = remaining(aim, now)
    words = []
    if ratio is not None and (ratio > 0 or not goal.every):
        words.append(formats.ratio(max(ratio, 0.01)))
    if time_left is not None and (time_left > 0 or not goal.every):
        words.append(formats.duration(time_left, coarse=True))
    if idle_left is not None and (idle_left > 0 or not goal.every):
        words.append(translate("Goals", "{time} idle").format(time=formats.duration(idle_left, coarse=True)))
    if is_reached(aim):
        return translate("Goals", "reached")
    return _joined(words, goal)


def remaining(aim: Aim, now: float | None = None) -> tuple[float | None, float | None, float | None]:
    """Ratio, seconds, idle seconds that are left; 0 for what is reached, None for what is not asked."""
    goal, share = aim.goal, aim.share
    if share is None:
        return None, None, None
    clock = time.time() if now is None else now
    return (
        None if goal.ratio is None else max(0.0, goal.ratio - share.ratio),
        None if goal.time is None else _seconds(goal.time - share.time, aim.time_due, clock),
        None if goal.idle is None else _seconds(goal.idle - share.idle, aim.idle_due, clock),
    )


def share_left(aim: Aim) -> float | None:
    """How much of it is left, 1 to 0, of the part that decides; None where nothing is asked, or not yet."""
    goal = aim.goal
    if aim.share is None or goal.endless:
        return None
    if is_reached(aim):
        return 0.0
    limits = (goal.ratio, goal.time, goal.idle)
    shares = [
        left / limit if limit else 0.0
        for left, limit in zip(remaining(aim), limits, strict=True)
        if left is not None and limit is not None
    ]
    return max(shares) if goal.every else min(shares)


def is_reached(aim: Aim) -> bool:
    """Whether it is reached, or has been and somebody let it go on."""
    return aim.reached is not None or (aim.share is not None and bool(aim.goal.met(aim.share)))


def by(reached: Reached) -> str:
    """By what: ratio 2.00; every part of it where all were asked."""
    goal = reached.goal
    met = Goal(
        goal.ratio if Part.RATIO in reached.by else None,
        goal.time if Part.TIME in reached.by else None,
        goal.idle if Part.IDLE in reached.by else None,
        every=True,
    )
    return _joined(_parts(goal if met.endless else met), met)


def sentence(aim: Aim) -> str:
    """The whole of it: what is asked, by whom, what is done then, and that it was."""
    goal, text = aim.goal, meaning(aim.goal)
    if aim.label:
        who = translate("Goals", "Its label “{label}” says so.").format(label=aim.label)
    elif aim.own:
        who = translate("Goals", "This torrent's own goal.")
    else:
        who = translate("Goals", "By the settings.")
    words = [text, who]
    if aim.reached is not None:
        reached = by(aim.reached)
        if aim.rests and goal.then is After.PAUSE:
            words.append(translate("Goals", "Paused: {goal} reached. Start it to seed on.").format(goal=reached))
        elif goal.then is After.SUPER_SEED:
            words.append(translate("Goals", "Reached: {goal}.").format(goal=reached))
        else:
            words.append(translate("Goals", "Reached: {goal}. It goes on as it was started.").format(goal=reached))
    return " ".join(words)


def meaning(goal: Goal) -> str:
    """What is asked and what is done then."""
    if goal.endless:
        return translate("Goals", "Seeded for ever.")
    return _THEN[goal.then]().format(goal=_joined(_parts(goal), goal))


def _pause() -> str:
    return translate("Goals", "Seeded until {goal}, then paused.")


def _remove() -> str:
    return translate("Goals", "Seeded until {goal}, then removed; its files stay.")


def _remove_data() -> str:
    return translate("Goals", "Seeded until {goal}, then removed, its files to the trash.")


def _super_seed() -> str:
    return translate("Goals", "Seeded until {goal}, then as a super-seed.")


_THEN = {
    After.PAUSE: _pause,
    After.REMOVE: _remove,
    After.REMOVE_DATA: _remove_data,
    After.SUPER_SEED: _super_seed,
}


def _parts(goal: Goal) -> list[str]:
    words = []
    if goal.ratio is not None:
        words.append(translate("Goals", "ratio {ratio}").format(ratio=formats.ratio(goal.ratio)))
    if goal.time is not None:
        words.append(translate("Goals", "{time} of seeding").format(time=formats.duration(goal.time)))
    if goal.idle is not None:
        words.append(translate("Goals", "{time} without uploads").format(time=formats.duration(goal.idle)))
    return words


def _joined(words: Iterable[str], goal: Goal) -> str:
    link = translate("Goals", " and ") if goal.every else translate("Goals", " or ")
    return link.join(words)


def _seconds(still: float, due: int | None, clock: float) -> float:
    return max(0.0, still if due is None else due - clock)
