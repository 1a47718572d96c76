# SPDX-License-Identifier: GPL-3.0-or-later
"""How many stand before each torrent that waits in the queue."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from starling.engine.record import Record, Records
from starling.torrent import State
from starling.why.situation import Line

_NO_LINE = Line()
_STEP = 200
"""Torrents between two breaths: 0.2 ms."""
_RUNS = frozenset({State.DOWNLOADING, State.STALLED, State.METADATA, State.CHECKING})


class Lines:
    """Counted once a second at most: of 10,000 it takes 5 ms and more, so that it is done bit by bit."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._lines: dict[str, Line] = {}
        self.is_outdated = True

    def outdate(self) -> None:
        """Somebody came, went, or does something else."""
        self.is_outdated = True

    def of(self, record: Record) -> Line:
        """Its place; of one that is complete there is none."""
        return self._lines.get(record.id, _NO_LINE)

    def renew(self) -> Iterator[Sequence[Record]]:
        """Counts again; gives those whose place is another, few or none of them at a time."""
        self.is_outdated = False
        order: list[tuple[int, bool, Record]] = []
        for number, record in enumerate(list(self._records), 1):
            if not number % _STEP:
                yield ()
            row = record.snapshot
            if row is None or record.place is None or record.hidden:
                continue
            if row.state is State.QUEUED and row.wait is None:
                order.append((record.place, True, record))
            elif row.state in _RUNS:
                order.append((record.place, False, record))
        yield ()
        order.sort(key=itemgetter(0))
        yield ()
        before, lines = self._lines, dict[str, Line]()
        changed: list[Record] = []
        waiting = 0
        for ahead, (_, waits, record) in enumerate(order):
            if waits:
                waiting += 1
                line = lines[record.id] = Line(ahead, waiting)
                if before.get(record.id) != line:
                    changed.append(record)
            if not ahead % _STEP:
                yield ()
        self._lines = lines
        for start in range(0, len(changed), _STEP):
            yield changed[start : start + _STEP]
