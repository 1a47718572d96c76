# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torrents a change of labels or goals would remove at once: those that have reached the goal they get by it."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from starling.engine.convert import timestamp
from starling.engine.goalconfig import GoalConfig
from starling.engine.goalkeeper import Goalkeeper
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.goals import REMOVALS, After, Goal, Removals

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""
Goals = Mapping[str, Goal]
"""By label, in the order of the list of labels."""


class Forecast:
    """Asked before a change: what is removed can be brought back for some days only, and its place in swarms is lost.

    The `goals` are those of the labels as the settings have them: the engine itself may hear of them a moment later.
    """

    def __init__(self, records: Records, config: Callable[[], Config], keeper: Goalkeeper) -> None:
        self._records, self._config, self._keeper = records, config, keeper

    async def relabelled(
        self, ids: Iterable[str], goals: Goals, give: Sequence[str] = (), take: Iterable[str] = ()
    ) -> Removals:
        """Of torrents that get these labels, and lose those."""
        taken = frozenset(take) - frozenset(give)

        def names(record: Record) -> Sequence[str]:
            return [*(name for name in record.labels if name not in taken), *give]

        return await self._look(self._records.visible(ids), names, *self._by_labels(goals))

    async def relabelled_each(self, give: Mapping[str, Sequence[str]], goals: Goals) -> Removals:
        """Of torrents that get labels of their own each, by their ids."""

        def names(record: Record) -> Sequence[str]:
            return [*record.labels, *give[record.id]]

        return await self._look(self._records.visible(give), names, *self._by_labels(goals))

    async def redefined(self, goals: Goals, renamed: Mapping[str, str] | None = None) -> Removals:
        """Of all torrents, if labels have these goals and, as far as they are `renamed`, other names."""
        others = renamed or {}

        def names(record: Record) -> Sequence[str]:
            return [others.get(name, name) for name in record.labels]

        before = self._config().goals
        return await self._look(list(self._records), names, (before, GoalConfig(before.session, goals)))

    async def with_goal(self, goal: Goal | None) -> Removals:
        """Of all torrents, if this is the goal of those that neither have one of their own nor by a label."""
        before = self._config().goals
        return await self._look(list(self._records), _labels_of, (before, GoalConfig(goal, before.labels)))

    async def keep(self, ids: Iterable[str]) -> None:
        """Turns the goals of torrents off, that is, has them seeded for ever; that is done when this returns."""
        self._keeper.set_goal(ids, Goal())
        while self._keeper.giving:  # noqa: ASYNC110  (it takes a few turns of the event loop)
            await asyncio.sleep(0)

    def _by_labels(self, goals: Goals) -> list[tuple[GoalConfig, GoalConfig]]:
        """What is in force, before and after labels are given; now, and when the engine has heard of `goals`."""
        now = self._config().goals
        soon = GoalConfig(now.session, goals)
        return [(now, now)] if now == soon else [(now, now), (soon, soon)]

    async def _look(
        self,
        records: Iterable[Record],
        names: Callable[[Record], Sequence[str]],
        *configs: tuple[GoalConfig, GoalConfig],
    ) -> Removals:
        """`configs` are what holds before and after the change; more than one where it may be either."""
        said = [goal for _, after in configs for goal in (after.session, *after.labels.values())]
        if not any(goal is not None and goal.then in REMOVALS for goal in said):
            return Removals()
        now, until = timestamp(), perf_counter() + _SLICE
        ids, data = [], 0
        for record in records:
            wanted = names(record)
            found = [removing(record, wanted, before, after, now) for before, after in configs]
            if thens := [goal.then for goal in found if goal is not None]:
                ids.append(record.id)
                data += After.REMOVE_DATA in thens
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
        return Removals(tuple(ids), data)


def removing(record: Record, names: Sequence[str], before: GoalConfig, config: GoalConfig, now: float) -> Goal | None:
    """The goal that would remove a torrent at once if it had labels of these names, and `config` held; else None.

    One that its owner has paused, or lets run whatever its goal says, is not removed. `now` is time.monotonic().
    """
    if record.options.goal is not None or record.hidden or record.leaving or not record.clock.complete:
        return None
    goal = _goal(names, config)
    if goal is None or goal.then not in REMOVALS or goal == _goal(record.labels, before):
        return None
    reached = record.options.reached
    if record.paused or record.forced or record.error or (reached is not None and reached.goal == goal):
        return None
    return goal if goal.met(record.clock.share(now)) else None


def _goal(names: Sequence[str], config: GoalConfig) -> Goal | None:
    return next((goal for label, goal in config.labels.items() if label in names), config.session)


def _labels_of(record: Record) -> Sequence[str]:
    return record.labels
