# SPDX-License-Identifier: GPL-3.0-or-later
"""``torrent_set``: looks at all that a client wants of some torrents, and does it only if all of it can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from starling import labels, settings
from starling.goals import Goal
from starling.options import Limits
from starling.remote import own_goals, tracker_wishes
from starling.remote.calls import Answer, Call, Method, RemoteError
from starling.remote.file_choice import FileChoice
from starling.remote.groups import with_group
from starling.remote.hearing import shown
from starling.remote.label_names import label_names
from starling.remote.lasting import by_turns, in_turns, lasting
from starling.remote.means import Means
from starling.remote.own_goals import OwnGoals
from starling.remote.own_limits import OwnLimits
from starling.remote.params import Params
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
    labels: dict[Names, list[str]] = field(default_factory=dict)
    goals: dict[Goal | None, list[str]] = field(default_factory=dict)
    limits: list[tuple[str, Limits]] = field(default_factory=list)
    sequential: bool | None = None
    queue_position: int | None = None
    location: str | None = None


class TorrentSet:
    """Unknown parameters are left alone, as Transmission does."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._engine, self._settings = means.engine, means.settings
        self._limits = OwnLimits(means)
        self._goals = OwnGoals(means.settings.get)

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
        plan = _Plan(
            sequential=params.flag("sequential_download"),
            queue_position=params.integer("queue_position", 0),
            location=params.text("location"),
        )
        if plan.location is not None:
            absolute(plan.location, "location")
        if wish := tracker_wishes.Wish.of(params):
            plan.trackers = await tracker_wishes.prepare(self._engine, wish, ids)
        if choice := FileChoice.of(params):
            plan.files = await self._files(choice, ids)
        await self._labels_and_goals(params, ids, plan)
        plan.limits = await self._limits.prepare(params, ids)
        return plan

    async def _files(self, choice: FileChoice, ids: Sequence[str]) -> dict[str, dict[int, int]]:
        changes = {}
        for id in ids:
            files = await self._engine.details.files(id)
            now = (await self._engine.details.file_state(id)).priorities if files else ()
            if found := choice.changes(files.indices, now):
                changes[id] = found
        return changes

    async def _labels_and_goals(self, params: Params, ids: Sequence[str], plan: _Plan) -> None:
        """The goal of a label may come with it, and end a torrent that has reached it."""
        names, group = label_names(params, self._engine, self._settings), params.text("group")
        wish = own_goals.Wish.of(params)
        defined = self._settings.get(LABELS)
        before = {id: torrent.labels for id in ids if (torrent := self._engine.torrents.get(id)) is not None}
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
            of_label = labels.goal(defined, after.get(id, before[id]))
            inherited = session if of_label is None else of_label
            goal = self._goals.changed(id, own, inherited, wish)
            if goal != own:
                plan.goals.setdefault(goal, []).append(id)
                given.setdefault(goal or inherited or Goal(), []).append(id)
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
        for id, tiers in plan.trackers.items():
            await engine.trackers.set_tiers(id, tiers)
        for id, priorities in plan.files.items():
            await engine.contents.prioritise(id, priorities)
        for names, some in plan.labels.items():
            await by_turns(partial(engine.set_labels, labels=names), some)
        for goal, some in plan.goals.items():
            engine.goals.set_goal(some, goal)
        self._limits.apply(plan.limits)
        if plan.sequential is not None:
            await by_turns(partial(engine.set_sequential, on=plan.sequential), ids)
        if plan.queue_position is not None:
            engine.queue.put(ids, plan.queue_position)
        if plan.location is not None:
            await place(self._means, ids, plan.location, move=True)
        # Rows do not say which trackers they have.
        if plan != _Plan(trackers=plan.trackers):
            await shown(engine, ids)


def _refuse_removal(ids: Sequence[str]) -> None:
    if ids:
        raise RemoteError(own_goals.would_go(len(ids)))
