# SPDX-License-Identifier: GPL-3.0-or-later
"""``torrent_set``: looks at all that a client wants of some torrents, and does it only if all of it can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from starling import labels, settings
from starling.goals import Goal
from starling.remote import own_goals, own_limits, tracker_wishes
from starling.remote.calls import Answer, Call, Method, RemoteError
from starling.remote.file_choice import FileChoice
from starling.remote.groups import with_group
from starling.remote.hearing import shown
from starling.remote.label_names import label_names
from starling.remote.lasting import by_turns, in_turns, lasting
from starling.remote.means import Means
from starling.remote.own_goals import Goals
from starling.remote.params import Params
from starling.remote.torrent_actions import refuse_none_in_queue
from starling.remote.torrent_place import absolute, place
from starling.remote.tracker_wishes import Tiers
from starling.remote.unsupported import refuse_unsupported
from starling.settings.labels import LABELS

Names = tuple[str, ...]


@dataclass(slots=True)
class _Plan:
    """What is to be done, by the ids of torrents; nothing of it is refused any more, as far as that can be known."""

    trackers: dict[str, Tiers] = field(default_factory=dict)
    files: dict[str, dict[int, int]] = field(default_factory=dict)
    """Index -> priority."""
    skipped: dict[str, dict[int, int]] = field(default_factory=dict)
    """What is remembered of skipped files."""
    labels: dict[Names, list[str]] = field(default_factory=dict)
    goals: dict[Goal | None, list[str]] = field(default_factory=dict)
    goals_before: dict[str, Goal | None] = field(default_factory=dict)
    """Own ones; they are remembered with the wish."""
    goal_wish: own_goals.Wish = field(default_factory=own_goals.Wish)
    limits: own_limits.Prepared = field(default_factory=own_limits.Prepared)
    sequential: bool | None = None
    queue_position: int | None = None
    location: str | None = None


class TorrentSet:
    """Unknown parameters are left alone, as Transmission does."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._engine, self._settings = means.engine, means.settings

    @property
    def methods(self) -> Mapping[str, Method]:
        """By their names."""
        return {"torrent_set": self._set}

    async def _set(self, call: Call) -> Answer:
        ids = self._means.ids.selected(call.params)
        plan = await self._prepare(call.params, ids)
        await lasting(self._apply(plan, ids), "change torrents")
        return {}

    # -- looking

    async def _prepare(self, params: Params, ids: Sequence[str]) -> _Plan:
        """Raises RemoteError, ParamError or EngineError for what can't be done."""
        refuse_unsupported(params)
        there = self._engine.torrents
        plan = _Plan(
            sequential=params.flag("sequential_download"),
            queue_position=params.integer("queue_position", 0),
            location=params.text("location"),
        )
        if plan.location is not None:
            absolute(plan.location, "location")
        if plan.queue_position is not None:
            refuse_none_in_queue([there[id] for id in ids if id in there])
        if wish := tracker_wishes.Wish.of(params):
            plan.trackers = await tracker_wishes.prepare(self._engine, wish, ids)
        if choice := FileChoice.of(params):
            await self._files(choice, ids, plan)
        await self._labels_and_goals(params, ids, plan)
        plan.limits = await self._means.limits.prepare(params, ids)
        if plan.location is not None:
            await self._engine.relocation.check(ids, plan.location)
        return plan

    async def _files(self, choice: FileChoice, ids: Sequence[str], plan: _Plan) -> None:
        for id in ids:
            files = await self._engine.details.files(id)
            now = (await self._engine.details.file_state(id)).priorities if files else ()
            found = await self._means.files.changes(choice, id, files.indices, now)
            plan.skipped[id] = found.skipped
            if found.differs:
                plan.files[id] = found.priorities

    async def _labels_and_goals(self, params: Params, ids: Sequence[str], plan: _Plan) -> None:
        """The goal of a label may come with it, and end a torrent that has reached it."""
        names, group = label_names(params, self._engine, self._settings), params.text("group")
        wish = plan.goal_wish = own_goals.Wish.of(params)
        defined = self._settings.get(LABELS)
        there = self._engine.torrents
        before = {id: there[id].labels for id in ids if id in there}
        after: dict[str, Names] = {}
        if names is not None or group is not None:
            async for id in in_turns(before):
                now = before[id] if names is None else names
                after[id] = now if group is None else with_group(defined, now, group)
                plan.labels.setdefault(after[id], []).append(id)
            await self._refuse_labels(plan.labels, before)
        if not wish:
            return
        session = settings.seeding.goal(self._settings.get)
        given: dict[Goal, list[str]] = {}
        async for id in in_turns(before):
            own = self._engine.throttle.options_of(id).goal
            goals = Goals(own, labels.goal(defined, after.get(id, before[id])), session)
            goal = self._means.goals.changed(id, goals, wish)
            plan.goals_before[id] = own
            if goal != own:
                plan.goals.setdefault(goal, []).append(id)
                given.setdefault(goal or goals.inherited or Goal(), []).append(id)
        for goal, some in given.items():
            _refuse_removal((await self._engine.forecast.given(some, goal)).ids)

    async def _refuse_labels(self, groups: Mapping[Names, Sequence[str]], before: Mapping[str, Names]) -> None:
        """The window asks whether torrents may go for the goals of labels; here there is nobody to ask."""
        goals = labels.goals(self._settings.get(LABELS))
        for names, ids in groups.items():
            taken = {name for id in ids for name in before[id]}
            _refuse_removal((await self._engine.forecast.relabelled(ids, goals, names, taken)).ids)

    # -- doing

    async def _apply(self, plan: _Plan, ids: Sequence[str]) -> None:
        """Raises EngineError for what turns out only now."""
        engine = self._engine
        news = self._news(plan, ids)
        for id, tiers in plan.trackers.items():
            await engine.trackers.set_tiers(id, tiers)
        for id, priorities in plan.files.items():
            await engine.contents.prioritise(id, priorities)
        for id, skipped in plan.skipped.items():
            self._means.files.keep(id, skipped)
        for names, some in plan.labels.items():
            await by_turns(partial(engine.set_labels, labels=names), some)
        for goal, some in plan.goals.items():
            await by_turns(partial(engine.goals.set_goal, goal=goal), some)
        for limits, some in plan.limits.limits.items():
            await by_turns(partial(engine.throttle.set_limits, limits=limits), some)
        await self._remember(plan)
        if plan.sequential is not None:
            await by_turns(partial(engine.set_sequential, on=plan.sequential), ids)
        if plan.queue_position is not None and engine.queue.put(ids, plan.queue_position):
            news.update(ids)
        if plan.location is not None:
            news.update(await place(self._means, ids, plan.location, move=True))
        await shown(engine, news)

    def _news(self, plan: _Plan, ids: Sequence[str]) -> set[str]:
        """Those whose rows will say something else: these tell nothing of trackers, limits and goals."""
        there = self._engine.torrents
        found = {id for names, some in plan.labels.items() for id in some if id in there and there[id].labels != names}
        found.update(plan.files)
        if plan.sequential is not None:
            found.update(id for id in ids if id in there and there[id].sequential is not plan.sequential)
        return found

    async def _remember(self, plan: _Plan) -> None:
        """The numbers that do not hold: clients show them, and switch them on."""
        async for id, own in in_turns(plan.goals_before.items()):
            self._means.goals.keep(id, own, plan.goal_wish)
        await self._means.limits.keep(plan.limits)


def _refuse_removal(ids: Sequence[str]) -> None:
    if ids:
        raise RemoteError(own_goals.would_go(len(ids)))
