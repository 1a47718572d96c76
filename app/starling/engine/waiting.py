# SPDX-License-Identifier: GPL-3.0-or-later
"""Has torrents wait in the hours in which the schedule says so, and go on when they are over.

Each torrent by itself, as `holding` does it, and not the session: its owner's pauses, forced starts and the order of
the queue stay what they are, a single one can be let run, and a magnet link that is being added still finds its
metadata. What waits is found out from the clock, never stored: a kill at any time leaves nothing behind.
"""

from collections.abc import Callable, Iterable, Iterator

from starling.engine import holding
from starling.engine.record import Hold, Record, Records
from starling.schedule import Mode, Stretch

_SLICE = 150
"""Torrents that libtorrent is told to stop or to go on in a turn of the event loop: 2-4 ms."""
_LOOKS = 3_000
"""Torrents that are looked at in a turn."""


class Waiting:
    """Looks at all torrents each second: those that are complete by now may seed, those that are not any more wait."""

    def __init__(self, records: Records, changed: Callable[[Iterable[Record]], None]) -> None:
        """`changed` has the list show what became of records."""
        self._records, self._changed = records, changed
        self._stretch: Stretch | None = None

    def use(self, stretch: Stretch | None) -> Iterator[None]:
        """These hours it is now, None where nobody waits; in steps, between which the event loop may turn."""
        before, self._stretch = self._stretch, stretch
        if before is not None and stretch != before:
            for record in self._records:
                record.exempt = False
        if stretch is None:
            # Each second, and mostly none: no more than a glance at each.
            records = [record for record in self._records if record.wait is not None]
        else:
            records = list(self._records)
        changed = []
        for at, record in enumerate(records, 1):
            if self._see_to(record, stretch):
                changed.append(record)
            if len(changed) == _SLICE or not at % _LOOKS:
                self._tell(changed)
                changed = []
                yield
        self._tell(changed)

    def _see_to(self, record: Record, stretch: Stretch | None) -> bool:
        """Has one wait or go on; whether that is new."""
        if record.hidden or record.leaving:
            return False
        wish = stretch if stretch is not None and concerns(record, stretch) else None
        if wish == record.wait and (wish is None or record.held is not None):
            return False
        if self._records.get(record.id) is not record:
            return False
        if wish is None:
            holding.go_on(record)
        else:
            holding.wait(record, wish)
        return True

    def _tell(self, changed: list[Record]) -> None:
        if changed:
            self._changed(changed)


def concerns(record: Record, stretch: Stretch) -> bool:
    """Whether a torrent is to wait in these hours; one of which nothing is known yet does."""
    if record.exempt:
        return False
    if stretch.mode is Mode.PAUSED:
        return True
    row = record.snapshot
    return row is None or not (row.complete or (row.has_metadata and not row.size))


def wait_of(record: Record) -> Stretch | None:
    """The hours that a torrent waits for and for nothing else."""
    return record.wait if record.held is Hold.SCHEDULE and not record.paused else None
