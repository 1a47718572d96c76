# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what libtorrent has no setting for: limits of torrents, labels, and while only seeding; hours of waiting."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from starling.engine import commands, ownlimits
from starling.engine.labelshares import LabelShares, own, put
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.engine.session import Config
from starling.engine.stepwise import Stepwise
from starling.engine.waiting import Waiting
from starling.options import Limits, Options
from starling.speedplan import Seeding
from starling.torrent import State

_DOWNLOADS = {State.DOWNLOADING, State.METADATA}
_SLICE = 200
"""Torrents that libtorrent is told something of in a turn of the event loop."""
_TICK = 50
"""Milliseconds."""
_LONG = 5.0
"""Seconds after which nothing of an average is left; the computer may have slept."""


class Throttle:
    """Once a second the limit of each label is shared out anew among its torrents, and it is seen who is to wait.

    Whatever concerns all torrents is done in turns of the event loop; where they are few, one is enough.
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
        self._shares = LabelShares(records)
        self._steps = Stepwise()
        self._ticked = time.monotonic()
        self._numbers: tuple[int, int, bool] | None = None
        """What all torrents were told last."""
        self._session_up: int | None = None
        self._smooths: bool | None = None
        self._waiting = Waiting(records, changed)
        self._untold: dict[Record, None] = {}
        """Those with other limits of their own that nobody knows of yet."""

    @property
    def only_seeding(self) -> bool:
        """Nothing is downloaded, and something is seeded."""
        return self._seeding.only

    @property
    def up_limit(self) -> int | None:
        """How fast all together may upload now, bytes/s; None = no limit."""
        return self._session_up or None

    def options_of(self, id: str) -> Options:
        """What a torrent was told; nothing for one that is gone."""
        record = self._records.get(id)
        return Options() if record is None else record.options

    def set_limits(self, ids: Iterable[str], limits: Limits) -> None:
        """Torrents have other limits of their own: at once, and after the next start."""
        others: dict[Options, Options] = {}
        for record in self._records.visible(ids):
            old = record.options
            new = others.get(old) or others.setdefault(old, _limited(old, limits))
            if new is not old:
                record.options = new
                self._untold[record] = None
        if self._untold:
            self._steps.begin("own", self._tell_own())
        self._share()

    def apply(self) -> None:
        """Other settings hold: libtorrent has taken its own over just now."""
        config = self._config()
        numbers = _numbers(config)
        if numbers != self._numbers:
            self._numbers = numbers
            self._steps.begin("numbers", self._configure())
        self.renew()
        self._limit_session()
        self._share()
        self._wait()

    def renew(self) -> None:
        """libtorrent has taken over what the settings say: what holds instead it is told by the next `tick`."""
        self._session_up = self._smooths = None

    def tick(self) -> None:
        """To be called each second."""
        states = {record.snapshot.state for record in self._records if record.snapshot is not None}
        before = self._seeding.only
        now = time.monotonic()
        only = self._seeding.look(downloads=not states.isdisjoint(_DOWNLOADS), seeds=State.SEEDING in states, now=now)
        if only is not before or self._session_up is None:
            self._limit_session()
        since, self._ticked = self._ticked, now
        self._share(min(now - since, _LONG))
        self._wait()

    def close(self) -> None:
        """The session ends: what libtorrent has not been told by now it need not know. It is stored all the same."""
        self._steps.close()
        self._tell(len(self._untold))

    # -- within

    def _share(self, seconds: float = 0.0) -> None:
        self._steps.begin("shares", self._sharing(seconds))

    def _sharing(self, seconds: float) -> Iterator[None]:
        yield from self._shares.steps(self._config().rates.labels, seconds)
        self._smooth()

    def _wait(self) -> None:
        self._steps.begin("waiting", self._waiting.use(self._config().rates.wait))

    def _tell_own(self) -> Iterator[None]:
        """Has libtorrent know the own limits of some; the shares of the others follow from them."""
        while self._untold:
            for record in self._tell(_SLICE):
                if record not in self._shares:
                    put(record, own(record))
                ownlimits.count(record, self._config())
            yield

    def _tell(self, count: int) -> list[Record]:
        """Stores the own limits of so many, and has the list show them; returns those."""
        some = list(islice(self._untold, count))
        for record in some:
            del self._untold[record]
        there = [record for record in some if self._records.get(record.id) is record]
        if (running := self._running()) is not None and there:
            running.keeper.all_options(there)
            self._changed(there)
        return there

    def _configure(self) -> Iterator[None]:
        for at, record in enumerate(tuple(self._records), 1):
            if self._records.get(record.id) is record:
                commands.configure(record, self._config())
            if not at % _SLICE:
                yield

    def _smooth(self) -> None:
        """A peer that is limited gets what it may take in one gulp after 20 ticks, which are 10 seconds of libtorrent's
        own: several torrents together would never keep to their limit.

        Nobody else needs so many, and they keep a processor awake.
        """
        running, config = self._running(), self._config()
        if running is None or "tick_interval" in config.pack or self._shares.flows is self._smooths:
            return
        self._smooths = self._shares.flows
        running.session.lt.apply_settings({"tick_interval": _TICK if self._smooths else config.given["tick_interval"]})

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


def _numbers(config: Config) -> tuple[int, int, bool]:
    """What each torrent is told of the settings."""
    return config.connections, config.slots, config.pex


def _limited(options: Options, limits: Limits) -> Options:
    limited = replace(
        options,
        down_limit=options.down_limit if limits.down is None else limits.down,
        up_limit=options.up_limit if limits.up is None else limits.up,
        connections=options.connections if limits.connections is None else limits.connections,
        slots=options.slots if limits.slots is None else limits.slots,
    )
    return options if limited == options else limited
