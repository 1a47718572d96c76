# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees to it that torrents are seeded until their goal is reached, and does then what the goal says.

A goal is looked at when libtorrent has news of a torrent, and when its time is over: idle torrents make no news, and
cost one comparison a second. What was reached is stored before anything is done, so that a kill changes nothing.
"""

import time
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from itertools import islice
from typing import Protocol

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling import goalwords
from starling.engine import commands
from starling.engine.convert import timestamp
from starling.engine.goalclock import Figures
from starling.engine.goalconfig import GoalConfig
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.goals import REMOVALS, After, Aim, Goal, Part, Reached, Share
from starling.i18n import translate
from starling.options import Options
from starling.spelling import shortened
from starling.tasks import spawn

_SLICE = 150
"""Torrents that are looked at in a turn of the event loop: 4-5 ms, and as much for the list that shows them."""
_IDLE_STORED = 60.0
"""Seconds without uploads after which it is stored since when that is."""
_AGAIN = 1.0
"""Seconds after which it is looked again at one that can't be ended now, as it is moved or checked."""
_NAME = 60


class Remove(Protocol):
    """Takes torrents out of the list, with their data or not."""

    def __call__(self, ids: Iterable[str], *, data: bool) -> Coroutine[object, object, None]: ...


class Goalkeeper(QObject):
    """The goal in force of a torrent is its own, else that of the first of its labels that has one, else the settings'.

    A goal is reached once. The owner who starts a torrent that has reached its goal wishes it to go on: it is ended
    again only by another goal, or by the same one after that was not reached in between, as when somebody has taken
    something of an idle one. One that rests because of its goal goes on by itself when the one in force is not reached.
    """

    reached = Signal(list)
    """list[str]: ids of torrents that have reached their goals just now."""
    noted = Signal(str)
    """A sentence: torrents are removed."""

    def __init__(
        self,
        records: Records,
        running: Callable[[], Running | None],
        changed: Callable[[Iterable[Record]], None],
        remove: "Remove",
    ) -> None:
        """`changed` has records looked at anew."""
        super().__init__()
        self._records = records
        self._running = running
        self._changed = changed
        self._remove = remove
        self._config = GoalConfig()
        self._wakes: dict[Record, float] = {}
        """When a torrent is to be looked at although there is no news of it."""
        self._untold: dict[Record, None] = {}
        """Those of which something has to be stored."""
        self._ended: dict[Record, None] = {}
        """Those of which it is still to be told that they have reached their goals, and done what is left to do."""
        self._leaving: dict[Record, bool] = {}
        """Those that are on their way out, and whether their data go with them."""
        self._waiting: deque[Record] = deque()
        self._given: dict[Record, Goal | None] = {}
        """Those that are to get another goal of their own."""
        self._was_online = True
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._slice)

    # -- what the window asks

    def set_goal(self, ids: Iterable[str], goal: Goal | None) -> None:
        """Gives torrents a goal of their own, which may be to be seeded for ever; None = by labels and settings."""
        self._given.update(dict.fromkeys(self._records.visible(ids), goal))
        self._give(_SLICE)
        if self._given:
            self._slices.start()

    @property
    def giving(self) -> bool:
        """Whether some that were set are still to be given."""
        return bool(self._given)

    def inherited(self, ids: Iterable[str]) -> list[Goal | None]:
        """The goals that labels and settings give torrents, whatever their own are."""
        return [self._said_elsewhere(record)[0] for record in self._records.visible(ids)]

    # -- for the engine

    def use(self, config: GoalConfig) -> None:
        """Takes over what the settings say now."""
        if config != self._config:
            self._config = config
            self._look_at_all()

    def started(self, ids: Iterable[str]) -> list[str]:
        """Their owner starts torrents: those that have reached their goals go on all the same. Gives the ids back."""
        now = timestamp()
        records = self._records.visible(ids)
        for record in records:
            if (kept := record.options.reached) is not None:
                self._spare(record)
                if kept.rests:
                    self._tell(record, replace(record.options, reached=replace(kept, rests=False)))
                continue
            goal, _ = self._goal(record)
            met = goal.met(record.clock.share(now)) if goal is not None and record.clock.complete else ()
            if goal is not None and met:
                self._tell(record, replace(record.options, reached=Reached(goal, met)))
        self._on_soon()
        return [record.id for record in records]

    def paused(self, ids: Iterable[str]) -> list[str]:
        """Their owner pauses torrents: from now on none of them rests because of its goal. Gives the ids back."""
        records = self._records.visible(ids)
        for record in records:
            if (kept := record.options.reached) is not None and kept.rests:
                self._spare(record)
                self._tell(record, replace(record.options, reached=replace(kept, rests=False)))
        self._on_soon()
        return [record.id for record in records]

    def aim(self, record: Record, figures: Figures | None, now: float) -> Aim | None:
        """What there is news of: the goal in force, and what is left of it; None without one.

        `figures` is None for a torrent that is not complete.
        """
        if figures is None:
            record.clock.stop()
        else:
            record.clock.take(figures, now, record.options.idle, online=self._online)
        return self._judge(record, now)

    def tick(self) -> None:
        """Once a second."""
        if self._online != self._was_online:
            self._was_online = not self._was_online
            self._look_at_all()
        now = timestamp()
        due = [record for record, at in self._wakes.items() if at <= now]
        for record in due:
            del self._wakes[record]
        if due:
            self._waiting.extend(due)
            self._slice()
            if self._waiting:
                self._slices.start()

    def close(self) -> None:
        """Stores what may be gone else, and ends nothing any more."""
        self._slices.stop()
        self._tell_given(len(self._given))
        now = timestamp()
        for record in list(self._wakes):
            self._keep_idle(record, now, least=0.0)
        self._wakes.clear()
        self._leaving.clear()
        self._flush()

    # -- within

    @property
    def _online(self) -> bool:
        """Whether anybody can come; while nobody can, no torrent is ended for having been there in vain."""
        running = self._running()
        return running is None or not running.network.listening.offline

    def _look_at_all(self) -> None:
        self._waiting = deque(self._records)
        self._slices.start()

    def _goal(self, record: Record) -> tuple[Goal | None, str]:
        """The goal in force, and the label that says so."""
        if record.options.goal is not None:
            return record.options.goal, ""
        return self._said_elsewhere(record)

    def _said_elsewhere(self, record: Record) -> tuple[Goal | None, str]:
        if self._config.labels and record.labels:
            for label, goal in self._config.labels.items():
                if label in record.labels:
                    return goal, label
        return self._config.session, ""

    def _judge(self, record: Record, now: float) -> Aim | None:
        goal, label = self._goal(record)
        own = record.options.goal is not None
        self._wakes.pop(record, None)
        if record.hidden or goal is None or goal.endless:
            if record.options.reached is not None:
                self._lapse(record)
            return None if goal is None else Aim(goal, own, label)
        if not record.clock.complete:
            return Aim(goal, own, label)
        record.clock.switch(self._online, now)
        share = record.clock.share(now)
        met = goal.met(share)
        online = record.clock.online
        if online or not {Part.TIME, Part.IDLE} & set(met):
            self._follow(record, goal, met)
        if not online and goal.idle is not None:
            # At once, and not with the next upload: it may be killed before it is online again.
            self._tell(record, replace(record.options, idle=record.clock.last_taken))
        wait = self._next_look(record, goal, share, met)
        if wait is not None:
            self._wakes[record] = now + wait
        due: tuple[int | None, int | None] = None, None
        if record.clock.running:
            clock = time.time()
            due = _due(goal.time, share.time, clock), _due(goal.idle, share.idle, clock)
        return Aim(goal, own, label, Share(share.ratio, int(share.time), int(share.idle)), *due, record.options.reached)

    def _follow(self, record: Record, goal: Goal, met: tuple[Part, ...]) -> None:
        """Does what is to be done for a torrent, now that it has reached its goal or not."""
        reached = record.options.reached
        if reached is None:
            if met and _may_end(record):
                self._end(record, goal, met)
        elif reached.rests and reached.goal.then in REMOVALS:
            # A kill has come before its end.
            if met and reached.goal == goal and _may_end(record):
                self._end(record, goal, met)
            elif not met or reached.goal != goal:
                self._lapse(record)
        elif reached.goal != goal:
            if not met:
                self._lapse(record)
            elif reached.rests and record.paused:
                self._tell(record, replace(record.options, reached=Reached(goal, met, rests=True)))
            elif _may_end(record):
                self._end(record, goal, met)
        elif reached.rests:
            if _may_end(record):
                # A kill has come between the word and the deed.
                commands.pause(record)
                self._changed_soon(record)
        elif not met and goal.then is not After.SUPER_SEED:
            self._lapse(record)

    def _end(self, record: Record, goal: Goal, met: tuple[Part, ...]) -> None:
        if record in self._leaving:
            return
        then = goal.then
        options = replace(record.options, reached=Reached(goal, met, rests=then is not After.SUPER_SEED))
        self._tell(record, replace(options, idle=record.clock.last_taken))
        self._ended[record] = None
        if then is After.PAUSE:
            commands.pause(record)
        elif then is After.SUPER_SEED:
            commands.set_flag(record, lt.torrent_flags.super_seeding, on=True)
        else:
            self._leaving[record] = then is After.REMOVE_DATA
        self._changed_soon(record)

    def _lapse(self, record: Record) -> None:
        """Its goal is another now, and not reached."""
        reached = record.options.reached
        if reached is None:
            return
        self._spare(record)
        self._tell(record, replace(record.options, reached=None))
        if reached.goal.then is After.SUPER_SEED:
            commands.set_flag(record, lt.torrent_flags.super_seeding, on=False)
        elif reached.rests and record.paused and not record.error:
            commands.start(record)
        self._changed_soon(record)

    def _spare(self, record: Record) -> None:
        """One that was to go, and is not yet on its way, stays: somebody has thought better of it."""
        if not record.leaving and self._leaving.pop(record, None) is not None:
            self._ended.pop(record, None)

    def _next_look(self, record: Record, goal: Goal, share: Share, met: tuple[Part, ...]) -> float | None:
        """In how many seconds there may be something to do without any news; None = never."""
        if not record.clock.running:
            return None
        looks = []
        if goal.idle is not None and record.options.idle != record.clock.last_taken:
            looks.append(max(0.0, _IDLE_STORED - share.idle))
        if record.options.reached is None:
            if met:
                looks += [] if record.forced else [_AGAIN]
            else:
                left = [goal.time - share.time] if goal.time is not None else []
                left += [goal.idle - share.idle] if goal.idle is not None else []
                if left and not (goal.every and goal.ratio is not None and share.ratio < goal.ratio):
                    looks.append(max(0.0, max(left) if goal.every else min(left)))
        return min(looks, default=None)

    def _restate(self, records: Iterable[Record]) -> None:
        """Looks at torrents without news of them."""
        now = timestamp()
        aims = [(record, self._judge(record, now)) for record in records]
        if (running := self._running()) is not None:
            running.news.amend(aims)

    def _keep_idle(self, record: Record, now: float, least: float = _IDLE_STORED) -> None:
        goal, _ = self._goal(record)
        clock = record.clock
        if goal is None or goal.idle is None or not clock.complete or clock.share(now).idle < least:
            return
        self._tell(record, replace(record.options, idle=clock.last_taken))

    def _tell(self, record: Record, options: Options) -> None:
        if options != record.options:
            record.options = options
            self._untold[record] = None
            if not self._soon.isActive():
                self._soon.start()

    def _changed_soon(self, record: Record) -> None:
        self._changed([record])

    def _slice(self) -> None:
        if self._given:
            self._give(_SLICE)
            some = []
        else:
            some = [self._waiting.popleft() for _ in range(min(_SLICE, len(self._waiting)))]
        there = [record for record in some if self._records.get(record.id) is record]
        now = timestamp()
        for record in there:
            self._keep_idle(record, now)
        if there:
            self._restate(there)
        if not self._waiting and not self._given:
            self._slices.stop()
            self._flush()
        else:
            self._store()

    def _give(self, count: int) -> None:
        """Gives so many torrents at most the goal that was set for them, and goes by it."""
        there = self._tell_given(count)
        self._store()
        self._restate(there)

    def _tell_given(self, count: int) -> list[Record]:
        some = [(record, self._given.pop(record)) for record in list(islice(self._given, count))]
        there = [(record, goal) for record, goal in some if self._records.get(record.id) is record]
        for record, goal in there:
            if (kept := record.options.reached) is not None and not kept.rests:
                # Set anew it counts anew, for those that go on in spite of it too.
                self._lapse(record)
            self._tell(record, replace(record.options, goal=goal))
        return [record for record, _ in there]

    def _on_soon(self) -> None:
        if self._slices.isActive():
            # More of them may end: that is told of all together, and they go together.
            self._store()
        else:
            self._flush()

    def _store(self) -> None:
        """Stores what became of torrents."""
        untold, self._untold = self._untold, {}
        there = [record for record in untold if self._records.get(record.id) is record and not record.hidden]
        running = self._running()
        if running is not None and there:
            running.keeper.all_options(there)

    def _flush(self) -> None:
        """The same, and tells who has ended, and removes those that are to go."""
        self._soon.stop()
        self._store()
        for record in [record for record in self._ended if record in self._leaving and not self._is_due(record)]:
            self._spare(record)
        ended, self._ended = list(self._ended), {}
        if ended:
            self.reached.emit([record.id for record in ended])
        for data in (False, True):
            going = [record for record in ended if self._leaving.get(record) is data]
            if going:
                spawn(self._take_out(going, data), name="goals reached")

    def _is_due(self, record: Record) -> bool:
        """Whether one that was to go still is: much may be said and done while all of them are looked at."""
        reached = record.options.reached
        goal, _ = self._goal(record)
        there = self._records.get(record.id) is record
        return there and reached is not None and reached.rests and reached.goal == goal and _may_end(record)

    async def _take_out(self, due: list[Record], data: bool) -> None:
        if not (records := [record for record in due if record in self._leaving]):
            return
        self.noted.emit(_removal(records))
        try:
            await self._remove([record.id for record in records], data=data)
        finally:
            for record in records:
                ours = self._leaving.pop(record, None) is not None
                if ours and self._records.get(record.id) is record and record.options.reached is not None:
                    # It could not be done; that was told, and is not tried again each second.
                    self._tell(record, replace(record.options, reached=replace(record.options.reached, rests=False)))


def _may_end(record: Record) -> bool:
    """It runs, or waits in the queue, as the queue will have it, and nothing is done with it just now."""
    return not (
        record.paused
        or record.forced
        or record.held is not None
        or record.leaving
        or record.moving is not None
        or record.checking
        or record.recheck is not None
        or record.error
    )


def _due(limit: int | None, value: float, clock: float) -> int | None:
    return None if limit is None or value >= limit else round(clock + limit - value)


def _removal(records: list[Record]) -> str:
    """What is told of torrents that go."""
    if len(records) > 1:
        text = translate("Engine", "{count} torrents have reached their seeding goals and are removed.")
        return text.format(count=len(records))
    record = records[0]
    text = translate("Engine", "“{name}” is removed: {goal} reached.")
    reached = record.options.reached
    words = "" if reached is None else goalwords.by(reached)
    return text.format(name=shortened(record.name, _NAME), goal=words)
