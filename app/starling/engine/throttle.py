# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what libtorrent has no setting for: limits of torrents, labels, and while only seeding; hours of waiting."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, repeat

import libtorrent as lt

from starling.engine import ownlimits
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.engine.session import Config
from starling.engine.sharing import Taker, share_out
from starling.engine.waiting import Waiting
from starling.options import Limits, Options
from starling.speedplan import Seeding
from starling.torrent import State, Torrent

_DOWNLOADS = {State.DOWNLOADING, State.METADATA}
_FLOWS = {*_DOWNLOADS, State.STALLED, State.SEEDING}
Pair = tuple[int, int]
"""Bytes a second down and up; 0 = no limit."""


class Throttle:
    """Once a second the limit of each label is shared out anew among its torrents.

    A torrent's own limit is kept in its options: libtorrent's resume data hold the share it had last.
    """

    def __init__(
        self,
        records: Records,
        running: Callable[[], Running | None],
        config: Callable[[], Config],
        changed: Callable[[Iterable[Record]], None],
    ) -> None:
        """`changed` has the list show what records have now."""
        self._records, self._running, self._config, self._changed = records, running, config, changed
        self._seeding = Seeding()
        self._given: dict[Record, tuple[lt.torrent_handle | None, Pair]] = {}
        """What torrents with a share have been given; the others have their own limits."""
        self._session_up: int | None = None
        self._waiting = Waiting(records, changed)

    @property
    def only_seeding(self) -> bool:
        """Nothing is downloaded, and something is seeded."""
        return self._seeding.only

    def options_of(self, id: str) -> Options:
        """What a torrent was told; nothing for one that is gone."""
        record = self._records.get(id)
        return Options() if record is None else record.options

    def set_limits(self, ids: Iterable[str], limits: Limits) -> None:
        """Torrents have other limits of their own: at once, and after the next start."""
        running = self._running()
        records = self._records.visible(ids)
        for record in records:
            old = record.options
            record.options = replace(
                old,
                down_limit=old.down_limit if limits.down is None else limits.down,
                up_limit=old.up_limit if limits.up is None else limits.up,
                connections=old.connections if limits.connections is None else limits.connections,
                slots=old.slots if limits.slots is None else limits.slots,
            )
            if record.options != old:
                self._put(record, self._own(record))
                ownlimits.count(record, self._config())
                if running is not None:
                    running.keeper.options(record)
        self.share()
        self._changed(records)

    def apply(self) -> None:
        """Other settings hold: libtorrent has taken its own over just now."""
        self._session_up = None
        self._limit_session()
        self.share()
        self._waiting.use(self._config().rates.wait)

    def tick(self) -> None:
        """To be called each second."""
        states = {record.snapshot.state for record in self._records if record.snapshot is not None}
        before = self._seeding.only
        now = self._seeding.look(
            downloads=not states.isdisjoint(_DOWNLOADS), seeds=State.SEEDING in states, now=time.monotonic()
        )
        if now is not before or self._session_up is None:
            self._limit_session()
        self.share()
        self._waiting.use(self._config().rates.wait)

    def share(self) -> None:
        """Gives every torrent of a label with a limit its share of it."""
        labels = self._config().rates.labels
        if not labels and not self._given:
            return
        flowing: defaultdict[str, list[Record]] = defaultdict(list)
        idle: defaultdict[str, list[Record]] = defaultdict(list)
        for record in self._records if labels else ():
            if record.labels and record.handle is not None and not record.hidden:
                kind = flowing if _flows(record.snapshot) else idle
                for name in record.labels:
                    if name in labels:
                        kind[name].append(record)
        shares: dict[Record, list[int]] = {}
        for name in flowing.keys() | idle.keys():
            quiet = idle.get(name, [])
            for way, limit in enumerate(labels[name]):
                if limit:
                    records = flowing.get(name, [])
                    takers = [self._taker(record, way) for record in records]
                    found, spare = share_out(limit, takers, len(quiet))
                    for record, share in chain(zip(records, found, strict=True), zip(quiet, repeat(spare))):
                        mine = shares.get(record) or shares.setdefault(record, list(self._own(record)))
                        mine[way] = min(share, mine[way] or share)
        for record in self._given.keys() - shares.keys():
            if self._records.get(record.id) is record:
                self._put(record, self._own(record))
        before, self._given = self._given, {}
        for record, (down, up) in shares.items():
            self._given[record] = given = (record.handle, (down, up))
            # One that was taken out of the session and put back has another handle, and not its share.
            if before.get(record) != given:
                self._put(record, given[1])

    # -- within

    def _limit_session(self) -> None:
        running, config = self._running(), self._config()
        if running is None:
            return
        up = int(config.pack.get("upload_rate_limit", 0))
        if self._seeding.only and config.rates.seeding_up is not None:
            up = config.rates.seeding_up
        if up != self._session_up:
            self._session_up = up
            running.session.lt.apply_settings({"upload_rate_limit": up})
            running.history.limit(int(config.pack.get("download_rate_limit", 0)), up)

    def _taker(self, record: Record, way: int) -> Taker:
        row = record.snapshot
        _, given = self._given.get(record, (None, None))
        rate = 0 if row is None else row.up if way else row.down
        return Taker(rate, given[way] or None if given else None, self._own(record)[way])

    def _own(self, record: Record) -> Pair:
        return record.options.down_limit, record.options.up_limit

    def _put(self, record: Record, limits: Pair) -> None:
        if record.handle is not None:
            record.handle.set_download_limit(ownlimits.rate(limits[0]))
            record.handle.set_upload_limit(ownlimits.rate(limits[1]))


def _flows(row: Torrent | None) -> bool:
    """Whether there is somebody whom a torrent can give to or take from."""
    return row is not None and row.state in _FLOWS and bool(row.peers or row.seeds)
