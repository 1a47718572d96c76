# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torrents a change of labels or goals would remove: those that have reached the goal they get by it."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from starling.engine.convert import timestamp
from starling.engine.goalclock import Figures, GoalClock
from starling.engine.goalconfig import GoalConfig
from starling.engine.goalkeeper import Goalkeeper
from starling.engine.record import Hold, Record, Records
from starling.engine.session import Config
from starling.goals import REMOVALS, After, Goal, Removals, Share

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""
Goals = Mapping[str, Goal]
"""By label, in the order of the list of labels."""
_EVER = Goal()
_TURN = 0.02
"""Seconds between two looks at whether the settings have been heard of."""
_AWAY = (Hold.DRIVE, Hold.FOLDER, Hold.FILES)


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

        return await self._relabelled(self._records.visible(ids), names, *self._by_labels(goals))

    async def relabelled_each(self, give: Mapping[str, Sequence[str]], goals: Goals) -> Removals:
        """Of torrents that get labels of their own each, by their ids."""

        def names(record: Record) -> Sequence[str]:
            return [*record.labels, *give[record.id]]

        return await self._relabelled(self._records.visible(give), names, *self._by_labels(goals))

    async def redefined(self, goals: Goals, renamed: Mapping[str, str] | None = None) -> Removals:
        """Of all torrents, if labels have these goals and, as far as they are `renamed`, other names."""
        others = renamed or {}

        def names(record: Record) -> Sequence[str]:
            return [others.get(name, name) for name in record.labels]

        before = self._config().goals
        return await self._relabelled(list(self._records), names, (before, GoalConfig(before.session, goals)))

    async def put_back(self, name: str, bearers: Iterable[str], kept: Iterable[str], goals: Goals) -> Removals:
        """Of all torrents, if labels have these goals, `bearers` get one that was removed, and `kept` are let go."""
        had, freed, before = frozenset(bearers), frozenset(kept), self._config().goals
        after = GoalConfig(before.session, goals)

        def found(record: Record, now: float) -> Goal | None:
            names = [*record.labels, name] if record.id in had else record.labels
            if record.id in freed and record.options.goal == _EVER:
                return _end(record, _goal(names, after), now)
            return removing(record, names, before, after, now)

        return await self._look(list(self._records), found, (after.session, *goals.values()))

    async def configured(self, session: Goal | None, goals: Goals) -> Removals:
        """Of all torrents, if these are the goals of the settings: of those that labels give none, and of labels."""
        before = self._config().goals
        return await self._relabelled(list(self._records), _labels_of, (before, GoalConfig(session, goals)))

    async def given(self, ids: Iterable[str], goal: Goal | None) -> Removals:
        """Of torrents that get this goal of their own; None = that of their labels and of the settings."""
        config = self._config().goals

        def found(record: Record, now: float) -> Goal | None:
            # Set anew it holds anew: what goes on in spite of it is ended like any other.
            return _end(record, _goal(record.labels, config) if goal is None else goal, now)

        goals = (config.session, *config.labels.values()) if goal is None else (goal,)
        return await self._look(self._records.visible(ids), found, goals)

    async def keep(self, ids: Iterable[str]) -> None:
        """Turns the goals of torrents off, that is, has them seeded for ever; that is done when this returns."""
        self._keeper.set_goal(ids, _EVER)
        while self._keeper.giving:  # noqa: ASYNC110  (it takes a few turns of the event loop)
            await asyncio.sleep(0)

    async def let_go(self, ids: Iterable[str], goals: Callable[[], Goals]) -> None:
        """Takes `keep` back, once the engine has heard of the goals of labels; who has another one by now keeps it."""
        while [*self._config().goals.labels.items()] != [*goals().items()]:  # noqa: ASYNC110  (it hears soon)
            await asyncio.sleep(_TURN)
        kept = [record.id for record in self._records.visible(ids) if record.options.goal == _EVER]
        self._keeper.set_goal(kept, None)

    def _by_labels(self, goals: Goals) -> list[tuple[GoalConfig, GoalConfig]]:
        """What is in force, before and after labels are given; now, and when the engine has heard of `goals`."""
        now = self._config().goals
        soon = GoalConfig(now.session, goals)
        return [(now, now)] if now == soon else [(now, now), (soon, soon)]

    async def _relabelled(
        self,
        records: Iterable[Record],
        names: Callable[[Record], Sequence[str]],
        *configs: tuple[GoalConfig, GoalConfig],
    ) -> Removals:
        """`configs` are what holds before and after the change; more than one where it may be either."""

        def found(record: Record, now: float) -> Goal | None:
            wanted = names(record)
            goals = [removing(record, wanted, before, after, now) for before, after in configs]
            there = [goal for goal in goals if goal is not None]
            return next((goal for goal in there if goal.then is After.REMOVE_DATA), there[0] if there else None)

        said = [goal for _, after in configs for goal in (after.session, *after.labels.values())]
        return await self._look(records, found, said)

    async def _look(
        self,
        records: Iterable[Record],
        found: Callable[[Record, float], Goal | None],
        goals: Iterable[Goal | None],
    ) -> Removals:
        """`found` gives the goal that removes a torrent, one of `goals`."""
        if not any(goal is not None and goal.then in REMOVALS for goal in goals):
            return Removals()
        now, until = timestamp(), perf_counter() + _SLICE
        ids, data = [], 0
        for record in records:
            goal = found(record, now)
            if goal is not None:
                ids.append(record.id)
                data += goal.then is After.REMOVE_DATA
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
        return Removals(tuple(ids), data)


def removing(record: Record, names: Sequence[str], before: GoalConfig, config: GoalConfig, now: float) -> Goal | None:
    """The goal that would remove a torrent if it had labels of these names, and `config` held; else None.

    `now` is time.monotonic().
    """
    if record.options.goal is not None:
        return None
    goal, reached = _goal(names, config), record.options.reached
    if goal == _goal(record.labels, before) or (reached is not None and reached.goal == goal):
        return None
    return _end(record, goal, now)


def _end(record: Record, goal: Goal | None, now: float) -> Goal | None:
    """The goal, if the goalkeeper would remove a torrent for it: at once, or when it is checked or its drive is back.

    One that its owner has paused, or lets run whatever its goal says, is not removed.
    """
    if goal is None or goal.then not in REMOVALS:
        return None
    if record.hidden or record.leaving or record.paused or record.forced:
        return None
    share = _share(record, now)
    return goal if share is not None and goal.met(share) else None


def _share(record: Record, now: float) -> Share | None:
    """What a torrent has given, as far as that is known while its files are not; None of one that is not complete."""
    if record.clock.complete:
        return record.clock.share(now)
    if not (record.checking or record.recheck is not None or record.error or record.held in _AWAY):
        return None
    if record.clock.uploaded >= 0:
        return record.clock.share(now)
    row = record.snapshot
    if row is None or not (row.completed or record.checking):
        return None
    # Since the start nobody has said for how long it had all of what is wanted: where that is not everything, it is
    # at most the time that it ran.
    seconds = row.seeding_time if row.size == row.total_size else row.active_time
    clock = GoalClock()
    clock.take(Figures(False, row.uploaded, row.ratio, seconds), now, record.options.idle)
    return clock.share(now)


def _goal(names: Sequence[str], config: GoalConfig) -> Goal | None:
    return next((goal for label, goal in config.labels.items() if label in names), config.session)


def _labels_of(record: Record) -> Sequence[str]:
    return record.labels
