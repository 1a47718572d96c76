# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums up what the session counts, by day, and keeps it: a kill costs the last seconds, a restart nothing."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from starling.engine import convert, statistics_table
from starling.engine.annals import Annals
from starling.engine.statistics_table import Start
from starling.statistics import Day, Present, Statistics, Totals, day_of, in_month, month_before, summed
from starling.tasks import spawn

log = logging.getLogger(__name__)

_EVERY = 10
"""Seconds between two writings."""
_ASLEEP = 10.0
"""Seconds without news after which the program is taken not to have run."""
_GOODBYE = 0.5

Job = Callable[[sqlite3.Connection], None]


class Ledger:
    """Counts from the first news on; keeps it from `begin` on."""

    def __init__(self, clock: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives Unix seconds, and may go back; `steady` goes on evenly while the machine is awake."""
        self._clock, self._steady = clock, steady
        self._annals: Annals | None = None
        self._then = steady()
        self._counted = Totals()
        """What libtorrent's counters said last."""
        self._session = Totals()
        self._days: dict[date, Totals] = {}
        self._dirty: set[date] = set()
        self._known = False
        self._start: Start | None = None
        self._replaced: list[Start | None] = []
        """Starts that were replaced by another one while the program runs."""
        self._jobs: list[Job] = []
        self._wait = _EVERY
        self._task: asyncio.Task[None] | None = None
        self.present = Present()

    @property
    def can_undo(self) -> bool:
        """Whether there is a `begin_anew` to take back."""
        return bool(self._replaced)

    def look(self) -> Statistics:
        """Everything as it stands; costs no disk."""
        today = self._today()
        days = [Day(each, self._days[each]) for each in sorted(self._days, reverse=True)]
        always = summed(days)
        return Statistics(
            session=self._session,
            today=self._days.get(today, Totals()),
            month=summed(in_month(days, today)),
            last_month=summed(in_month(days, month_before(today))),
            always=always - self._start.totals if self._start is not None else always,
            since=self._start.at if self._start is not None else None,
            days=days,
            present=self.present,
            known=self._known,
        )

    def begin_anew(self) -> None:
        """The sums of all time are zero from here on; days and months stay."""
        self._replaced.append(self._start)
        every = summed(Day(each, totals) for each, totals in self._days.items())
        self._set_start(Start(int(self._clock()), every))

    def undo(self) -> None:
        """Takes the last `begin_anew` back."""
        if self._replaced:
            self._set_start(self._replaced.pop())

    # -- what the engine tells

    def begin(self, annals: Annals) -> None:
        """There is a place to keep it."""
        self._annals = annals
        annals.keep(statistics_table.SCHEMA)
        self._go()

    def take(self, values: Mapping[str, int]) -> None:
        """The session's counters came, a second after those before."""
        now = self._steady()
        elapsed, self._then = now - self._then, now
        down, up, overhead_down, overhead_up = convert.session_traffic(values)
        counted = Totals(
            down, up, overhead_down, overhead_up, values["net.recv_redundant_bytes"], values["net.recv_failed_bytes"]
        )
        since, self._counted = counted - self._counted, counted
        # It slept, or somebody held it: it runs since just now.
        ran = round((elapsed if elapsed < _ASLEEP else 1.0) * 1000)
        self._add(since + Totals(running=ran))
        self.present = Present(
            connected=values["peer.num_peers_connected"],
            trying=values["peer.num_peers_half_open"],
            sending=values["peer.num_peers_up_unchoked"],
            receiving=values["peer.num_peers_down_unchoked"],
        )
        self._wait -= 1
        if self._wait <= 0:
            self._wait = _EVERY
            self._go()

    def added(self) -> None:
        """A torrent is new in the list."""
        self._add(Totals(added=1))

    def finished(self) -> None:
        """All that was wanted of a torrent has been downloaded."""
        self._add(Totals(finished=1))

    async def close(self, patience: float = _GOODBYE) -> None:
        """Keeps what is not kept yet, if the disk takes it within so many seconds."""
        await self._wait_for(patience)
        # What was counted while it was being written.
        self._go()
        self._annals = None
        await self._wait_for(patience)
        if self._task is not None:
            self._task.cancel()

    # -- within

    def _today(self) -> date:
        return day_of(self._clock())

    def _add(self, more: Totals) -> None:
        today = self._today()
        self._session += more
        self._days[today] = self._days.get(today, Totals()) + more
        self._dirty.add(today)

    def _set_start(self, start: Start | None) -> None:
        self._start = start
        self._jobs.append(partial(statistics_table.begin_anew, start=start))
        self._go()

    def _go(self) -> None:
        if self._annals is not None and self._task is None:
            self._task = spawn(self._keep(self._annals), name="statistics")

    async def _wait_for(self, patience: float) -> None:
        if self._task is not None:
            await asyncio.wait([self._task], timeout=patience)

    async def _keep(self, annals: Annals) -> None:
        try:
            if not self._known:
                await self._read(annals)
            while self._jobs:
                await annals.run(self._jobs[0])
                del self._jobs[0]
            dirty = {day: self._days[day] for day in self._dirty}
            await annals.run(statistics_table.write, dirty, dict(self._days), self._start)
            # What has changed meanwhile is for the next time.
            self._dirty = {day for day in self._dirty if self._days[day] is not dirty.get(day)}
        except sqlite3.Error as error:
            # Nothing is lost: it is tried again.
            log.warning("The statistics can't be kept: %s", error)
        finally:
            self._task = None

    async def _read(self, annals: Annals) -> None:
        kept = await annals.run(statistics_table.read)
        for day, totals in kept.days.items():
            self._days[day] = self._days.get(day, Totals()) + totals
        if not self._replaced:
            self._start = kept.start
        self._known = True
