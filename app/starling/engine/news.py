# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns what libtorrent reports each second into snapshots, in slices between which the event loop runs."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import convert, words
from starling.engine.goalclock import Figures
from starling.engine.history import History
from starling.engine.keeper import Keeper
from starling.engine.listening import Listening
from starling.engine.record import Record, Records
from starling.engine.text import safe
from starling.goals import Aim
from starling.torrent import Problem, SessionState, State, Torrent
from starling.why.reason import Reason

_SLICE = 400
"""Statuses a turn of the event loop: 4-6 ms."""

_RATE_WINDOW = 5
"""Seconds over which the session's rates are averaged, like the rates that libtorrent gives for a torrent."""


class News(QObject):
    """Statuses in, changed snapshots out."""

    updated = Signal(list)
    session_changed = Signal(object)

    def __init__(self, records: Records, keeper: Keeper, listening: Listening, history: History) -> None:
        super().__init__()
        self._records = records
        self._keeper = keeper
        self._history = history
        self._statuses: deque[lt.torrent_status] = deque()
        self._changed: dict[str, Torrent] = {}
        self._busy = False
        self.watched: set[Record] = set()
        """Downloads without a rate: they are stalled after a while, which libtorrent does not report."""
        self.aim: Callable[[Record, Figures | None, float], Aim | None] = _no_aim
        """Follows the seeding goal of each torrent."""
        self.explain: Callable[[Record, Torrent], Torrent] = _as_it_is
        """Gives a row that is about to be told what is true of `Torrent.why` by now."""
        self._samples: deque[tuple[float, int, int]] = deque(maxlen=_RATE_WINDOW + 1)
        self._listening = listening
        self.state = SessionState()
        """As it was told last."""
        self.dht = True
        """Whether the DHT is switched on; its counters do not tell."""

    def take(self, statuses: list[lt.torrent_status]) -> None:
        """A batch of statuses came."""
        self._statuses.extend(statuses)
        if not self._busy and self._statuses:
            self._busy = True
            # Not at once: 10,000 torrents that are asked for one by one answer in as many alerts of one pop.
            QTimer.singleShot(0, self._slice)

    def take_stats(self, values: Mapping[str, int]) -> None:
        """The session's counters came."""
        now = time.monotonic()
        self._history.tick(convert.session_traffic(values))
        received, sent = values["net.recv_payload_bytes"], values["net.sent_payload_bytes"]
        self._samples.append((now, received, sent))
        begun, first_received, first_sent = self._samples[0]
        elapsed = max(now - begun, 0.001) if len(self._samples) > 1 else 1.0
        self.state = SessionState(
            down=int((received - first_received) / elapsed),
            up=int((sent - first_sent) / elapsed),
            dht_nodes=values["dht.dht_nodes"] if self.dht else None,
            port=self._listening.port,
            reachable=bool(values["net.has_incoming_connections"]),
            listen_error=self._listening.error,
            offline=self._listening.offline,
            proxy=self._listening.proxy,
            downloaded=received,
            uploaded=sent,
            waste=convert.waste(values),
        )
        self.session_changed.emit(self.state)

    def forget(self, record: Record) -> None:
        """A torrent is gone."""
        self.watched.discard(record)
        self._changed.pop(record.id, None)

    def amend(self, aims: Iterable[tuple[Record, Aim | None]]) -> None:
        """Goals are others, or nearer, although nothing else is new."""
        for record, aim in aims:
            record.aim = aim
            if record.snapshot is not None and record.snapshot.goal != aim:
                record.snapshot = self._changed[record.id] = replace(record.snapshot, goal=aim)
        if not self._busy:
            self._tell()

    def say_why(self, reasons: Iterable[tuple[Record, Reason | None]]) -> None:
        """What keeps them from moving is something else, although nothing else is new."""
        for record, why in reasons:
            record.why = why
            if record.snapshot is not None and record.snapshot.why != why:
                record.snapshot = self._changed[record.id] = convert.explained(record.snapshot, why)
        if not self._busy:
            self._tell()

    def lost(self, record: Record, sentence: str) -> None:
        """libtorrent did not take a torrent back: its row stays and says so."""
        self.forget(record)
        record.problem, record.error = Problem.OTHER, sentence
        if record.snapshot is not None:
            record.snapshot = replace(
                record.snapshot,
                state=State.ERROR,
                problem=Problem.OTHER,
                error=sentence,
                down=0,
                up=0,
                eta=None,
                eta_range=None,
            )
            self.updated.emit([record.snapshot])

    def _slice(self) -> None:
        now = convert.timestamp()
        for _ in range(min(_SLICE, len(self._statuses))):
            status = self._statuses.popleft()
            record = self._records.of(status.handle)
            if record is None or record.hidden:
                continue
            self._follow_errors(status, record)
            record.aim = self.aim(record, convert.figures(status), now)
            snapshot = convert.torrent(status, record, now)
            self._history.note(record.id, convert.traffic(status, snapshot))
            if status.need_save_resume_data:
                self._keeper.touch(record.id)
            if snapshot.state is State.DOWNLOADING and not snapshot.down:
                self.watched.add(record)
            else:
                self.watched.discard(record)
            record.place = snapshot.queue
            if snapshot != record.snapshot:
                snapshot = self.explain(record, snapshot)
                self._history.limit(snapshot.down_limit or 0, snapshot.up_limit or 0, record.id)
                if snapshot.queue != record.stored_queue:
                    record.stored_queue = snapshot.queue
                    self._keeper.position(record.id, snapshot.queue)
                record.snapshot = snapshot
                self._changed[record.id] = snapshot
        if self._statuses:
            QTimer.singleShot(0, self._slice)
            return
        self._busy = False
        self._tell()

    def _tell(self) -> None:
        if self._changed:
            changed, self._changed = list(self._changed.values()), {}
            self.updated.emit(changed)

    def _follow_errors(self, status: lt.torrent_status, record: Record) -> None:
        stopped = convert.in_error_mode(status)
        error = status.errc
        if stopped and record.problem is Problem.NONE and record.held is None and error.value():
            # Without a code it uploads only because of a disk error, which has an alert of its own.
            record.problem, record.error = words.disk_problem(
                error.category().name(), error.value(), safe(error.message), record.save_path
            )
        elif record.error_mode and not stopped and record.held is None:
            # libtorrent tried again by itself, and it worked.
            record.clear_problem()
        record.error_mode = stopped


def _no_aim(_record: Record, _figures: Figures | None, _now: float) -> Aim | None:
    return None


def _as_it_is(_record: Record, row: Torrent) -> Torrent:
    return row
