# SPDX-License-Identifier: GPL-3.0-or-later
"""Has torrents wait in the hours in which the schedule says so, and go on when they are over.

Each torrent by itself, as `holding` does it, and not the session: its owner's pauses, forced starts and the order of
the queue stay what they are, a single one can be let run, and a magnet link that is being added still finds its
metadata. What waits is found out from the clock, never stored: a kill at any time leaves nothing behind.
"""

from collections.abc import Callable, Iterable

from starling.engine import holding
from starling.engine.record import Hold, Record, Records
from starling.schedule import Mode, Stretch


class Waiting:
    """Looks at all torrents each second: those that are complete by now may seed, those that are not any more wait."""

    def __init__(self, records: Records, changed: Callable[[Iterable[Record]], None]) -> None:
        """`changed` has the list show what became of records."""
        self._records, self._changed = records, changed
        self._stretch: Stretch | None = None

    def use(self, stretch: Stretch | None) -> None:
        """These hours it is now; None where nobody waits."""
        before, self._stretch = self._stretch, stretch
        changed = []
        for record in self._records:
            if before is not None and stretch != before:
                record.exempt = False
            if record.hidden or record.leaving:
                continue
            wish = stretch if stretch is not None and concerns(record, stretch) else None
            if wish is None:
                if record.wait is None:
                    continue
                holding.go_on(record)
            elif wish == record.wait and record.held is not None:
                continue
            else:
                holding.wait(record, wish)
            changed.append(record)
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
