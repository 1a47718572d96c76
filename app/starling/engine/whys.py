# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the reason why it does not move beside every torrent, at a fiftieth of a processor at most.

Whoever rests is judged by what is known already: when its row, its trackers or the session change, and else now and
then. Who has peers and is stuck all the same is looked at closely on the worker, few at a time, in turn.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from heapq import heappop, heappush
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING

import libtorrent as lt
from PySide6.QtCore import QTimer

from starling.addresses import parse
from starling.engine import convert, crowd, whyrules
from starling.engine.errors import EngineError
from starling.engine.mishaps import Mishaps
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.engine.whylines import Lines
from starling.engine.whysources import reached, sources
from starling.tasks import spawn
from starling.torrent import State, Torrent
from starling.why import causes
from starling.why.checks import checked
from starling.why.look import Look
from starling.why.reason import Doing, Reason
from starling.why.situation import Calls, Disk, Rules, Situation, Trouble

if TYPE_CHECKING:
    from starling.engine.gate import Gate
    from starling.engine.running import Running
    from starling.engine.throttle import Throttle

_BUDGET = 0.02
"""Seconds of each second that torrents are judged in."""
_HASTE = 0.1
"""The same while very many wait: after the start, and after orders for all."""
_MANY = 500
_TURN = 0.003
"""Seconds of one turn of the event loop."""
_BREATH = 0.016
"""Seconds in which rows that are told may cost one such turn: hundreds of them are told in one go."""
_LOOKS = 5
"""Torrents that are looked at closely each second."""
_SHARE = 50
"""After a look that took long there is none for so many times as long."""
_NEW = 10.0
"""Seconds for which nobody can be expected to have answered."""
_ASKED = 45.0
"""Seconds after which the DHT would have found somebody."""
_OLD = 15.0
"""Seconds for which a look still counts although others are connected now."""
_SOON = 5.0
"""Seconds after which there is another, where somebody who was not counted may have said hello meanwhile."""
_STEP = 200
"""Torrents that are put on a list without a pause."""
_ROUND = 60
"""Seconds in which every torrent is judged anew though nothing is known to have changed."""
_RUNS = frozenset({State.STALLED, State.METADATA, State.SEEDING})
_DRIFTS = _RUNS | {State.ERROR}
"""Of which something may change without a word."""
_SEEKS = frozenset({State.STALLED, State.METADATA})
_CALLS = _RUNS | {State.DOWNLOADING}
"""In which peers are called; in any other they may be found elsewhere meanwhile."""
_NO_CALLS, _NO_TROUBLE = Calls(), Trouble()


@dataclass(slots=True)
class _Note:
    """What is kept of a torrent."""

    state: State
    since: float
    """When it was first seen in that state, of the clock that never jumps."""
    at: float
    """The same in Unix seconds."""
    seen: crowd.Seen | None = None
    """From the last close look, as long as somebody is connected."""
    looked: float = 0.0
    """When that was, of the clock that never jumps."""
    met: int = 0
    """How many its row counted then."""


class Whys:
    """Writes `Record.why`, and has the list show it."""

    def __init__(
        self,
        records: Records,
        details: Questions,
        throttle: "Throttle",
        config: Callable[[], Config],
        running: "Callable[[], Running | None]",
    ) -> None:
        """`throttle` knows which limits hold."""
        self._records, self._details, self._throttle = records, details, throttle
        self._config, self._running = config, running
        self._notes: dict[str, _Note] = {}
        self._urgent: dict[Record, None] = {}
        self._later: dict[Record, None] = {}
        self._fresh: dict[Record, None] = {}
        """Those that were never looked at closely in the state they are in."""
        self._ring: deque[Record] = deque()
        self._ringed: set[Record] = set()
        self._due: list[tuple[float, int, Record]] = []
        """When to judge some again: a heap."""
        self._number = count()
        self._sweep: list[Record] = []
        self._chores: deque[Iterator[Iterable[Record]]] = deque()
        """What takes its time, bit by bit: each gives some who are to be judged anew."""
        self._lines = Lines(records)
        self._rules = Rules()
        self._hearing = whyrules.Hearing()
        self._left = _BUDGET
        self._breath = self._spent = 0.0
        self._planned = self._looking = False
        self._rest_until = 0.0

    def begin(self, running: "Running") -> None:
        """The session is open."""
        running.news.explain = self._explain
        running.mishaps.changed = self._touch
        running.tracking.changed.connect(self._on_tracker)
        running.listener.stats.connect(self._on_stats)

    async def look(self, id: str) -> Look:
        """Looks at one torrent closely and at once. Raises EngineError if it is gone."""
        record = self._details.known(id)
        row = record.snapshot
        if row is None:
            return Look(time.time(), None)
        if record.handle is not None and self._situation(record, row).doing is not Doing.NOTHING:
            self._keep(record, await self._details.about(id, crowd.look, pieces=True))
        if record.snapshot is None:
            return Look(time.time(), None)
        situation = self._situation(record, record.snapshot)
        reason = causes.why(situation)
        self._tell([(record, reason)])
        return Look(time.time(), reason, checked(situation))

    # -- what makes one worth judging

    def _explain(self, record: Record, row: Torrent) -> Torrent:
        """A row that is about to be told, with what is true of it now."""
        before = record.snapshot
        fresh = before is None or before.state is not row.state
        if fresh or (before is not None and before.queue != row.queue):
            self._lines.outdate()
        if _moves(row) and not self._has_trouble(record):
            why = None
            self._forget_mishaps(record, row)
        elif fresh and self._may_judge():
            why = self._timed(record, row)
        else:
            why = None if fresh else record.why
            if before is None or _concerns(before) != _concerns(row):
                self._touch(record)
        record.why = why
        return row if row.why == why else convert.explained(row, why)

    def _touch(self, record: Record) -> None:
        """Something is new of it."""
        self._urgent[record] = None
        self._plan()

    def _on_tracker(self, record: Record) -> None:
        """Something is new of its trackers."""
        heard = reached(record.trackers)
        if heard is not None:
            self._hearing.tracker = heard
        self._touch(record)

    def _on_stats(self, values: Mapping[str, int]) -> None:
        running = self._running()
        if running is None:
            return
        self._left = _BUDGET if len(self._urgent) < _MANY else _HASTE
        self._hearing.listen(values, running.news.state, time.monotonic())
        seeding = self._throttle.only_seeding
        rules = whyrules.rules(self._config(), running, values, self._hearing, self._rules, only_seeding=seeding)
        if whyrules.differ(rules, self._rules):
            self._chores.append(_batches(list(self._records)))
        if whyrules.way(rules) != whyrules.way(self._rules):
            running.mishaps.begin_anew()
        self._rules = rules
        if self._lines.is_outdated and not self._chores:
            self._chores.append(self._lines.renew())
        self._come_round()
        now = time.monotonic()
        while self._due and self._due[0][0] <= now:
            self._urgent[heappop(self._due)[2]] = None
        self._plan()
        if not self._looking and now >= self._rest_until and (some := self._next_looks()):
            self._looking = True
            spawn(self._look_at(some), name="why")

    def _come_round(self) -> None:
        """The next few of all."""
        if not self._sweep:
            self._sweep = list(self._records)
            known = self._records
            self._notes = {id: note for id, note in self._notes.items() if known.get(id) is not None}
        for _ in range(min(len(self._sweep), 1 + len(self._records) // _ROUND)):
            record = self._sweep.pop()
            if record.snapshot is not None and record.snapshot.state in _DRIFTS:
                self._later[record] = None

    # -- judging

    def _plan(self) -> None:
        if not self._planned and self._left > 0 and (self._chores or self._urgent or self._later):
            self._planned = True
            QTimer.singleShot(0, self._turn)

    def _turn(self) -> None:
        self._planned = False
        if self._running() is None:
            return
        begun = time.perf_counter()
        found: list[tuple[Record, Reason | None]] = []
        while (self._chores or self._urgent or self._later) and time.perf_counter() - begun < _TURN:
            if self._chores:
                self._do_chore()
                continue
            queue = self._urgent or self._later
            record = next(iter(queue))
            del queue[record]
            self._later.pop(record, None)
            row = record.snapshot
            if row is None or record.hidden or self._records.get(record.id) is not record:
                continue
            if _moves(row) and not self._has_trouble(record):
                why = None
                self._forget_mishaps(record, row)
            else:
                why = self._judge(record, row)
            if why != record.why or row.why != why:
                found.append((record, why))
        self._tell(found)
        self._left -= time.perf_counter() - begun
        self._plan()

    def _do_chore(self) -> None:
        batch = next(self._chores[0], None)
        if batch is None:
            self._chores.popleft()
        else:
            self._later.update(dict.fromkeys(batch))

    def _may_judge(self) -> bool:
        now = time.perf_counter()
        if now - self._breath >= _BREATH:
            self._breath, self._spent = now, 0.0
        return self._left > 0 and self._spent < _TURN

    def _timed(self, record: Record, row: Torrent) -> Reason | None:
        begun = time.perf_counter()
        why = self._judge(record, row)
        elapsed = time.perf_counter() - begun
        self._left -= elapsed
        self._spent += elapsed
        return why

    def _judge(self, record: Record, row: Torrent) -> Reason | None:
        situation = self._situation(record, row)
        if situation.doing is not Doing.NOTHING:
            self._wish_look(record, row)
        return causes.why(situation)

    def _tell(self, found: Sequence[tuple[Record, Reason | None]]) -> None:
        running = self._running()
        if running is not None and found:
            running.news.say_why(found)

    def _has_trouble(self, record: Record) -> bool:
        """What comes may be wrong although it comes."""
        mishaps = self._mishaps(record)
        return mishaps is not None and bool(mishaps.hash_fails)

    def _forget_mishaps(self, record: Record, row: Torrent) -> None:
        mishaps = self._mishaps(record)
        if mishaps is not None and (row.down or row.up):
            mishaps.met()

    def _mishaps(self, record: Record) -> Mishaps | None:
        running = self._running()
        return None if running is None else running.mishaps.of(record)

    def _situation(self, record: Record, row: Torrent) -> Situation:
        note = self._note(record, row)
        config, rules = self._config(), self._rules
        lasting = time.monotonic() - note.since
        mishaps = self._mishaps(record)
        running = self._running()
        if mishaps is not None:
            mishaps.come(record.passed)
            if running is not None and mishaps.filtered:
                mishaps.admit(partial(_refuses, running.peers.gate))
        runs = row.state in _RUNS
        seen = note.seen
        dht = rules.dht and not record.private
        return Situation(
            row,
            rules,
            whyrules.limits(record, config),
            self._lines.of(record) if row.state is State.QUEUED else whyrules.NO_LINE,
            sources(
                record.trackers,
                dht=dht,
                dht_asked=rules.dht_nodes and lasting >= _ASKED,
                websockets=bool(config.pack.get("max_webtorrent_offers", 0)),
            )
            if runs
            else whyrules.NO_SOURCES,
            _NO_CALLS if mishaps is None else mishaps.calls(),
            None if seen is None else seen.crowd,
            None if seen is None else seen.holes,
            _NO_TROUBLE if mishaps is None else mishaps.trouble(),
            whyrules.NO_DISK if running is None else Disk(*running.volumes.room(row.save_path)),
            opening=record.handle is None and not record.refused and row.state is not State.ERROR,
            check_waits=record.checking,
            new=runs and row.state is not State.STALLED and lasting < _NEW,
            stalled_since=note.at if row.state is State.STALLED else None,
        )

    def _note(self, record: Record, row: Torrent) -> _Note:
        note = self._notes.get(record.id)
        if note is None or note.state is not row.state:
            now = time.monotonic()
            note = self._notes[record.id] = _Note(row.state, now, time.time())
            delays = [_NEW] if row.state in (State.METADATA, State.SEEDING) else []
            if row.state in _SEEKS and self._rules.dht and not record.private:
                delays.append(_ASKED)
            for delay in delays:
                heappush(self._due, (now + delay, next(self._number), record))
            mishaps = self._mishaps(record)
            if mishaps is not None and row.state not in _CALLS:
                mishaps.met()
        elif note.seen is not None and _is_past(note, row.peers + row.seeds):
            note.seen = None
        return note

    # -- close looks

    def _wish_look(self, record: Record, row: Torrent) -> None:
        if not row.peers and not row.seeds and record.trackers.tiers:
            # What its trackers say explains it.
            return
        if record not in self._ringed:
            self._ringed.add(record)
            self._ring.append(record)
        note, met = self._notes[record.id], row.peers + row.seeds
        if note.seen is None or note.met != met or (met and not note.seen.crowd.connected and _age(note) >= _SOON):
            self._fresh[record] = None

    def _next_looks(self) -> list[tuple[Record, lt.torrent_handle]]:
        """Who is looked at next: those of whom nothing is known, then in turn."""
        some: dict[Record, lt.torrent_handle] = {}
        while self._fresh and len(some) < _LOOKS:
            record = next(iter(self._fresh))
            del self._fresh[record]
            if self._is_stuck(record) and record.handle is not None:
                some[record] = record.handle
        for _ in range(len(self._ring)):
            if len(some) >= _LOOKS:
                break
            record = self._ring.popleft()
            if not self._is_stuck(record):
                self._ringed.discard(record)
                continue
            self._ring.append(record)
            if record.handle is not None:
                some[record] = record.handle
        return list(some.items())

    def _is_stuck(self, record: Record) -> bool:
        row = record.snapshot
        if row is None or record.hidden or self._records.get(record.id) is not record:
            return False
        wants = row.peers or row.seeds or not record.trackers.tiers
        return row.state in _RUNS and not _moves(row) and bool(wants)

    async def _look_at(self, some: Sequence[tuple[Record, lt.torrent_handle]]) -> None:
        begun = time.perf_counter()
        try:
            with suppress(EngineError):
                seen = await self._details.ask(_look_at, [handle for _, handle in some])
                for (record, handle), one in zip(some, seen, strict=True):
                    if one is not None and record.handle is handle and self._records.get(record.id) is record:
                        self._keep(record, one)
                        self._touch(record)
        finally:
            self._looking = False
            self._rest_until = time.monotonic() + min((time.perf_counter() - begun) * _SHARE / _LOOKS, _ROUND)

    def _keep(self, record: Record, seen: crowd.Seen) -> None:
        row = record.snapshot
        if row is None:
            return
        note = self._note(record, row)
        note.seen, note.looked, note.met = seen, time.monotonic(), row.peers + row.seeds
        mishaps = self._mishaps(record)
        if mishaps is not None and seen.crowd.connected:
            mishaps.met()


def _age(note: _Note) -> float:
    return time.monotonic() - note.looked


def _is_past(note: _Note, met: int) -> bool:
    """Whether what was seen is not so any more, as far as the row tells, which now counts so many."""
    if note.seen is None or met == note.met:
        return False
    return not met or not note.seen.crowd.connected or _age(note) >= _OLD


def _batches(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    return (records[start : start + _STEP] for start in range(0, len(records), _STEP))


def _refuses(gate: "Gate", host: str) -> bool:
    address = parse(host)
    return address is None or gate.refuses(address)


def _moves(row: Torrent) -> bool:
    """It does what it is there for; of one that was stopped rates go on for half a minute, fading."""
    return row.state is State.DOWNLOADING or (row.state in _RUNS and bool(row.down or row.up))


_concerns = attrgetter(
    "state",
    "problem",
    "error",
    "peers",
    "seeds",
    "known_peers",
    "swarm_peers",
    "swarm_seeds",
    "done",
    "size",
    "up",
    "down",
    "wasted",
    "private",
    "save_path",
    "moving",
    "wait",
    "labels",
    "up_limit",
    "down_limit",
    "last_seen_complete",
)
"""What causes look at of a row: its seconds go on without them."""


def _look_at(handles: Sequence[lt.torrent_handle]) -> list[crowd.Seen | None]:
    """None of those that are gone."""
    found: list[crowd.Seen | None] = []
    for handle in handles:
        try:
            found.append(crowd.look(handle, pieces=False))
        except RuntimeError:
            found.append(None)
        time.sleep(0)
    return found
