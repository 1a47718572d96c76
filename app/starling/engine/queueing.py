# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the queue: moves of any number of torrents to any place, and that libtorrent has really made them."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable
from itertools import accumulate

import libtorrent as lt

from starling.engine import queueplan
from starling.engine.record import Record, Records
from starling.tasks import Worker, spawn
from starling.torrent import QueueMove

log = logging.getLogger(__name__)

_SLICE = 1_000
"""Steps between two turns of the event loop: 1-3 ms."""
_QUIET = 0.25
"""Seconds after the last step in which nobody moves anything, until it is looked at what has become of it."""
_TRIES = 5
_ASKED = 200
"""Torrents whose place is asked for at once, so that others get to the worker in between."""

_STEPS: dict[QueueMove, Callable[[lt.torrent_handle], object]] = {
    QueueMove.UP: lt.torrent_handle.queue_position_up,
    QueueMove.DOWN: lt.torrent_handle.queue_position_down,
    QueueMove.TOP: lt.torrent_handle.queue_position_top,
    QueueMove.BOTTOM: lt.torrent_handle.queue_position_bottom,
}


class Queue:
    """libtorrent can't put a torrent at a place, only move it by steps; and the queue goes on meanwhile.

    What was wanted is kept until libtorrent's own word is the same, so that one move after the other, torrents that
    come, go or finish in between, and news that are older than the last move do no harm.
    """

    def __init__(self, records: Records, worker: Worker, changed: Callable[[Iterable[Record]], None]) -> None:
        """`changed` has the list show what libtorrent has news of."""
        self._records = records
        self._worker = worker
        self._changed = changed
        self._wanted: list[Record] | None = None
        self._stands: list[Record] = []
        """The order as it is when libtorrent has made all steps; as much as is known of it."""
        self._steps: deque[queueplan.Step[Record]] = deque()
        self._task: asyncio.Task[None] | None = None

    def move(self, ids: Iterable[str], move: QueueMove) -> bool:
        """Moves torrents up, down or to an end, as one block; those that are not in the queue do not matter.

        Whether any place is another one by that.
        """
        block, order = self._block(ids), self._order()
        return self._go(order, queueplan.moved(order, block, move))

    def put(self, ids: Iterable[str], number: int) -> bool:
        """Puts torrents together, so that the first of them has this place; 0 is the first. As `move`."""
        block, order = self._block(ids), self._order()
        return self._go(order, queueplan.placed(order, block, number))

    def put_beside(self, ids: Iterable[str], anchor: str, *, after: bool = False) -> None:
        """Puts torrents together, right before or after another one; nothing if that has left the queue."""
        block, order, at = self._block(ids), self._order(), self._records.get(anchor)
        if at is not None and at.place is not None and at not in block:
            self._go(order, queueplan.beside(order, block, at, after=after))

    @property
    def settled(self) -> bool:
        """Everything stands where it was to be."""
        return self._task is None

    def close(self) -> None:
        """The session ends: what has been done by now stays."""
        self._steps.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # -- within

    def _block(self, ids: Iterable[str]) -> set[Record]:
        return {record for record in self._records.visible(ids) if record.place is not None}

    def _order(self) -> list[Record]:
        # One that is out of the session has the place that it is to get, which libtorrent has given to the next.
        order = sorted((record for record in self._records if record.place is not None), key=_place_and_presence)
        return order if self._wanted is None else queueplan.merged(order, self._wanted)

    def _go(self, before: list[Record], after: list[Record]) -> bool:
        if before == after:
            return False
        # What the list shows and the next move goes by, if it comes before libtorrent's word on this one.
        places = list(accumulate(sorted(map(_place, before)), _next_place))
        for record, place in zip(after, places, strict=True):
            record.place = place
        if self._wanted is None:
            self._stands = before
        self._wanted = after
        # Of each that gets another place libtorrent itself has news: they need not be asked for one by one.
        self._changed(())
        if self._task is None:
            self._task = spawn(self._settle(), name="queue")
        return True

    async def _settle(self) -> None:
        """Does what is to be done and looks at what has become of it, until it is as wanted."""
        tries = 0
        while (wanted := self._wanted) is not None:
            # A turn of the loop for each: at 10,000 torrents none of them may take longer.
            await asyncio.sleep(0)
            if self._steps:
                self._issue()
            elif self._stands is not wanted:
                before = queueplan.known(self._stands, wanted)
                await asyncio.sleep(0)
                self._steps.extend(queueplan.plan(_present(before), _present(wanted)))
                self._stands = wanted
            else:
                await asyncio.sleep(_QUIET)
                there = await self._read(wanted) if self._wanted is wanted else None
                if there is None or self._wanted is not wanted:
                    continue
                goal = queueplan.merged(there, wanted)
                if there == goal or tries == _TRIES:
                    self._wanted = None
                else:
                    tries += 1
                    log.info("The queue has changed while it was sorted: once more")
                    self._stands, self._wanted = there, goal
        if tries == _TRIES:
            log.warning("The queue changes too often to be sorted")
        self._stands, self._task = [], None

    def _issue(self) -> None:
        for _ in range(min(_SLICE, len(self._steps))):
            move, record = self._steps.popleft()
            # One that was removed meanwhile has a handle that is dead.
            if record.handle is not None and self._records.get(record.id) is record:
                _STEPS[move](record.handle)

    async def _read(self, wanted: Iterable[Record]) -> list[Record]:
        """The order as libtorrent has it, of these and of all that are in the queue besides."""
        asked = list(dict.fromkeys([*wanted, *(record for record in self._records if record.place is not None)]))
        places: list[tuple[int, Record]] = []
        for at in range(0, len(asked), _ASKED):
            some = [
                record
                for record in asked[at : at + _ASKED]
                if record.handle is not None and self._records.get(record.id) is record
            ]
            found = await self._worker.run(_positions, [record.handle for record in some if record.handle is not None])
            places += [(place, record) for place, record in zip(found, some, strict=True) if place >= 0]
        places.sort(key=_first)
        return [record for _, record in places]


def _positions(handles: Collection[lt.torrent_handle]) -> list[int]:
    """Where they stand; -1 for those that are complete, or gone."""
    found = []
    for handle in handles:
        try:
            found.append(handle.queue_position())
        except RuntimeError:
            found.append(-1)
    return found


def _present(order: Iterable[Record]) -> list[Record]:
    return [record for record in order if record.handle is not None]


def _next_place(before: int, place: int) -> int:
    return max(before + 1, place)


def _first(pair: tuple[int, Record]) -> int:
    return pair[0]


def _place(record: Record) -> int:
    return -1 if record.place is None else record.place


def _place_and_presence(record: Record) -> tuple[int, bool]:
    return _place(record), record.handle is not None
