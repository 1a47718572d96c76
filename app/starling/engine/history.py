# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast everything was: counts bytes into seconds from the news that come anyway, keeps them, and tells of them.

Counted are differences of libtorrent's own counters, shared out over the time since the news before, so that sums are
right to the byte, also over a restart. Who does not move is not looked at.
"""

import asyncio
import logging
import sqlite3
import time
from array import array
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from starling.engine import speedbook, speedfold, speedtidy
from starling.engine.annals import Annals
from starling.engine.record import Records
from starling.engine.speedbook import ALL, BLOCK, ON, Event
from starling.engine.speedtidy import Tidying
from starling.engine.speedview import View
from starling.speed import Series, nothing, step_of
from starling.tasks import spawn

log = logging.getLogger(__name__)

Totals = tuple[int, int, int, int]
"""Bytes since the session began: payload received, sent; what the protocol took on top, received, sent."""

_STILL = 10.0
"""Seconds without a tick after which the program is taken not to have run: suspended, or stopped by a debugger."""
_FOLD_EVERY = 30
"""Blocks of time between two foldings of the journal: five minutes."""
_BELIEVED = 600.0
"""Seconds for which a clock has gone on evenly before what is too old by it goes: it may be wrong for a moment."""
_AT_ONCE = 500
"""Blocks, and changes of limits, a transaction: some 10 ms."""
_UNSAVED = 60
"""Blocks of time that wait for a disk that takes nothing."""
_VIEWS = 2
_GOODBYE = 1.0
_LATE = 3
"""Seconds after which a block takes nothing more: what came within it is told a little later."""
_UNLIMITED = 0, 0

Job = Callable[[Annals], Awaitable[None]]


class History:
    """Measures from the first `tick` on, keeps from `begin` on."""

    def __init__(self, records: Records, clock: Callable[[], float] = time.time) -> None:
        """`clock` gives Unix seconds, and may go back."""
        self._records = records
        self._clock = clock
        self._annals: Annals | None = None
        self._tidying: Tidying | None = None
        self._now = self._before = 0.0
        """Of this tick and the one before."""
        self._even = 0.0
        """Seconds for which the clock has gone on evenly."""
        self._totals: dict[str, tuple[float, Totals]] = {}
        self._open: dict[int, dict[str, array[int]]] = {}
        """Blocks of the seconds that are not over, by their start."""
        self._closed: tuple[int, dict[str, array[int]]] = 0, {}
        """The blocks that were closed last."""
        self._unsaved: deque[tuple[int, int, dict[str, array[int]]]] = deque(maxlen=_UNSAVED)
        """How often the clock had gone back, the start, and the blocks."""
        self._limits: dict[str, list[Event]] = {}
        self._new_limits: list[tuple[str, Event]] = []
        self._folding = _FOLD_EVERY
        self._views: OrderedDict[tuple[tuple[str, ...], int], View] = OrderedDict()
        self._readings: dict[tuple[tuple[str, ...], int], _Reading] = {}
        """Views that are being read."""
        self._catching: list[list[tuple[int, Mapping[str, array[int]]]]] = []
        """Where the blocks go that are closed while a view is read."""
        self._jumps = 0
        """How often the clock went back."""
        self._jobs: deque[Job] = deque()
        self._task: asyncio.Task[None] | None = None

    # -- what the tab asks

    async def series(self, ids: Sequence[str] | None, seconds: int) -> Series:
        """The last so many seconds (one of `PERIODS`) of these torrents together, or of the whole session.

        At most 3,600 steps; asked again a second later it costs a millisecond or two, and no disk.
        """
        if self._annals is None or not self._now:
            return nothing(int(self._clock()), step_of(seconds))
        wanted = (ALL,) if ids is None else tuple(dict.fromkeys(ids))
        while (view := self._views.get((wanted, seconds))) is None:
            await self._wait_for(wanted, seconds)
        self._views.move_to_end((wanted, seconds))
        own: list[Sequence[Event]] = [self._limits.get(id, ()) for id in wanted if id != ALL]
        if not all(own):
            # One that never had a limit leaves all of them together without one.
            own = []
        if step_of(seconds) > 1:
            for start, blocks in sorted(self._open.items()):
                self._crown(start, {id: blocks[id] for id in blocks.keys() & wanted})
        # News of torrents come after the tick: those of the one before are all here.
        end = int(self._now if ids is None else self._before)
        return view.series(end, sorted(self._open.items()), [*own, self._limits.get(ALL, ())])

    # -- what the engine tells

    def begin(self, annals: Annals) -> None:
        """There is a place to keep it."""
        self._annals = annals
        annals.keep(speedbook.SCHEMA)
        self._tidying = Tidying(annals)
        self._do(self._begin)

    def limit(self, down: int, up: int, id: str = ALL) -> None:
        """These limits hold from now on, bytes/s; 0 and less are none. Cheap if they are the same."""
        now = max(0, down), max(0, up)
        events = self._limits.get(id)
        if now == (events[-1][1:] if events else _UNLIMITED):
            return
        event = int(self._clock()), *now
        self._limits.setdefault(id, []).append(event)
        self._new_limits.append((id, event))

    def tick(self, totals: Totals) -> None:
        """A second has gone by; `totals` of the whole session."""
        now = self._clock()
        if not self._now or now - self._now > _STILL or now < self._now - 1:
            if self._now and now < self._now:
                self._go_back(int(now))
            # It begins, or it slept: what came since then came just now.
            self._before = now - 1
            self._even = 0.0
            self._open.setdefault(_start(int(now)), {})
        else:
            self._before = self._now
            self._even += now - self._now
        self._now = now
        self._count(ALL, totals, now)
        self._spread(ALL, max(self._before, self._horizon()), now, ((ON, round((now - self._before) * 1000)),))
        self._close_blocks(_start(int(now) - _LATE))

    def note(self, id: str, totals: Totals) -> None:
        """News of a torrent; cheap if it has not moved."""
        known = self._totals.get(id)
        if (known[1] == totals) if known else not any(totals):
            return
        self._count(id, totals, self._clock())

    def forget(self, ids: Iterable[str]) -> None:
        """These torrents are gone."""
        gone = list(ids)
        for id in gone:
            self._totals.pop(id, None)
            self._limits.pop(id, None)
            for blocks in (*self._open.values(), self._closed[1], *(blocks for _, _, blocks in self._unsaved)):
                blocks.pop(id, None)
        self._new_limits = [(id, event) for id, event in self._new_limits if id not in gone]
        self._do(partial(self._forget, speedfold.forget, gone))

    def keep_only(self, ids: Iterable[str]) -> None:
        """Whatever is kept of other torrents goes."""
        self._do(partial(self._forget, speedfold.keep_only, list(ids)))

    async def close(self, patience: float = _GOODBYE) -> None:
        """Keeps what is not kept yet, if the disk takes it within so many seconds."""
        self._close_blocks(None)
        self._annals = None
        if self._tidying is not None:
            self._tidying.stop()
        if (task := self._task) is not None:
            await asyncio.wait([task], timeout=patience)
            task.cancel()

    # -- within: counting

    def _count(self, id: str, totals: Totals, now: float) -> None:
        then, before = self._totals.get(id, (0.0, (0, 0, 0, 0)))
        self._totals[id] = now, totals
        begun = min(now, max(then, self._before or now - 1, self._horizon()))
        # Out of the session and in again: its counters begin anew.
        found = [
            (row, new - old if new >= old else new) for row, (new, old) in enumerate(zip(totals, before, strict=True))
        ]
        self._spread(id, begun, now, [(row, value) for row, value in found if value])

    def _spread(self, id: str, begun: float, now: float, values: Iterable[tuple[int, int]]) -> None:
        """Shares out what came from `begun` until `now`, to the byte."""
        second, last = int(begun), int(now)
        if second >= last:
            block = self._block(id, last)
            for row, value in values:
                block[row * BLOCK + last % BLOCK] += value
            return
        whole = now - begun
        shares = [(at, (min(at + 1, now) - begun) / whole) for at in range(second, last + 1)]
        left = [(row, value, 0) for row, value in values]
        for at, share in shares:
            block = self._block(id, at)
            place = at % BLOCK
            for number, (row, value, given) in enumerate(left):
                upto = round(value * share)
                block[row * BLOCK + place] += upto - given
                left[number] = row, value, upto

    def _block(self, id: str, second: int) -> "array[int]":
        blocks = self._open.setdefault(_start(second), {})
        block = blocks.get(id)
        if block is None:
            block = blocks[id] = speedbook.block()
        return block

    def _horizon(self) -> int:
        """The first second that is not closed."""
        return min(self._open, default=0)

    def _close_blocks(self, before: int | None) -> None:
        """Hands over the blocks that begin before this moment, or all."""
        done = sorted(start for start in self._open if before is None or start < before)
        if not done:
            return
        for start in done:
            blocks = self._open.pop(start)
            if blocks:
                self._crown(start, blocks)
                self._closed = start, blocks
                self._unsaved.append((self._jumps, start, blocks))
                for caught in self._catching:
                    caught.append((start, blocks))
                for view in self._views.values():
                    view.move(int(self._now))
                    view.absorb(start, blocks)
        if before is not None:
            self._open.setdefault(before, {})
        self._folding -= len(done)
        self._do(partial(self._write, self._jumps, int(self._now)))
        if self._folding <= 0 and self._tidying is not None:
            self._folding = _FOLD_EVERY
            self._tidying.ask(int(self._now) if self._even >= _BELIEVED else None)

    def _crown(self, start: int, blocks: "Mapping[str, array[int]]") -> None:
        """Sets the peaks of these blocks."""
        start_before, closed = self._closed
        before = closed if start_before == start - BLOCK else self._open.get(start - BLOCK, {})
        for id, data in blocks.items():
            speedbook.crown(data, before.get(id))

    def _go_back(self, now: int) -> None:
        """The clock was ahead: what it called later than now did not happen at that time."""
        self._close_blocks(None)
        self._views.clear()
        self._jumps += 1
        for id, events in self._limits.items():
            kept = [event for event in events if event[0] <= now]
            if events and kept[-1:] != events[-1:]:
                event = now, *events[-1][1:]
                kept.append(event)
                self._new_limits.append((id, event))
            self._limits[id] = kept
        self._do(partial(speedtidy.cut, now=now))

    # -- within: keeping, one job after the other

    async def _begin(self, annals: Annals) -> None:
        now = int(self._clock())
        last, _ = await annals.run(speedfold.begin)
        if last is None or last > now:
            await speedtidy.cut(annals, now)
        _, kept = await annals.run(speedfold.begin)
        for id, events in kept.items():
            # Until now nothing was known of the limits before: those that have not changed are no news.
            self._limits[id] = _deduplicated([*events, *self._limits.get(id, ())])
        if self._tidying is not None and self._annals is not None:
            # What was not folded the last time.
            self._tidying.ask()

    async def _write(self, before: int, now: int, annals: Annals) -> None:
        """What was measured before the clock went back for the next time; the rest comes after it is cut."""
        left: deque[tuple[int, dict[str, array[int]]]] = deque()
        for jumps, start, blocks in self._unsaved:
            if jumps <= before:
                ids = list(blocks)
                for at in range(0, len(ids), _AT_ONCE):
                    left.append((start, {id: blocks[id] for id in ids[at : at + _AT_ONCE]}))
        limits, self._new_limits = self._new_limits, []
        later = [kept for kept in self._unsaved if kept[0] > before]
        self._unsaved.clear()
        self._unsaved.extend(later)
        try:
            while left or limits:
                await annals.run(speedbook.write, [*left][:1], limits[:_AT_ONCE], now)
                del limits[:_AT_ONCE]
                if left:
                    left.popleft()
        except sqlite3.Error:
            again: dict[int, dict[str, array[int]]] = {}
            for start, blocks in left:
                again.setdefault(start, {}).update(blocks)
            self._unsaved.extendleft((before, *each) for each in reversed(again.items()))
            self._new_limits = limits + self._new_limits
            raise

    async def _forget(
        self, how: Callable[[sqlite3.Connection, Iterable[str]], None], ids: list[str], annals: Annals
    ) -> None:
        await annals.run(how, ids)
        if self._tidying is not None and self._annals is not None:
            self._tidying.ask()

    async def _wait_for(self, ids: tuple[str, ...], seconds: int) -> None:
        """Waits for `_read`, together with whoever asks for the same; what nobody waits for any more is given up."""
        reading = self._readings.get((ids, seconds))
        if reading is None:
            reading = self._readings[ids, seconds] = _Reading(asyncio.ensure_future(self._read(ids, seconds)))
        reading.waiting += 1
        try:
            await asyncio.shield(reading.task)
        finally:
            reading.waiting -= 1
            if reading.task.done() or not reading.waiting:
                reading.task.cancel()
                if self._readings.get((ids, seconds)) is reading:
                    del self._readings[ids, seconds]

    async def _read(self, ids: tuple[str, ...], seconds: int) -> None:
        while True:
            # What is being written is neither here nor there.
            while self._task is not None:
                await asyncio.wait([self._task])
            annals, jumps = self._annals, self._jumps
            view = View(ids, seconds, int(self._now), self._added(ids))
            caught: list[tuple[int, Mapping[str, array[int]]]] = [each[1:] for each in self._unsaved]
            self._catching.append(caught)
            try:
                if annals is not None and self._tidying is not None:
                    with self._tidying.paused():
                        while not await annals.run(view.read):
                            pass
            except sqlite3.Error as error:
                log.warning("The speeds of earlier times can't be read: %s", error)
            finally:
                # By identity: equal ones are another's.
                self._catching = [other for other in self._catching if other is not caught]
                # Cancelled, the thread need not go on.
                view.wanted = False
            if jumps == self._jumps:
                break
        view.move(int(self._now))
        for start, blocks in caught:
            view.absorb(start, blocks)
        self._views[ids, seconds] = view
        while len(self._views) > _VIEWS:
            self._views.popitem(last=False)

    def _added(self, ids: tuple[str, ...]) -> int:
        found = [record.added for record in map(self._records.get, ids) if record is not None]
        return min((added for added in found if added <= self._now), default=0)

    def _do(self, job: Job) -> None:
        if self._annals is not None:
            self._jobs.append(job)
            if self._task is None:
                self._task = spawn(self._go_on(self._annals), name="history")

    async def _go_on(self, annals: Annals) -> None:
        try:
            while self._jobs:
                try:
                    await self._jobs.popleft()(annals)
                except sqlite3.Error as error:
                    log.warning("The speeds can't be kept: %s", error)
        finally:
            self._task = None


@dataclass(slots=True)
class _Reading:
    """One view that is being read, and how many wait for it."""

    task: asyncio.Task[None]
    waiting: int = 0


def _start(second: int) -> int:
    return second - second % BLOCK


def _deduplicated(events: Iterable[Event]) -> list[Event]:
    found: list[Event] = []
    for event in events:
        if event[1:] != (found[-1][1:] if found else _UNLIMITED):
            found.append(event)
    return found
