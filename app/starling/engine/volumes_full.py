# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets downloads that a full disk has stopped go on as soon as there is more room than when that happened."""

from collections.abc import Sequence

from starling.engine import commands
from starling.engine.record import Record, Records
from starling.engine.volumes_book import margin
from starling.engine.volumes_look import Sight
from starling.torrent import Problem


class FullDisks:
    """libtorrent would try again after minutes. A quota or a lack of inodes it has to find out about that way."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        """Volume -> bytes free at the last look."""
        self._then: dict[str, int] = {}
        """Torrent that was stopped -> bytes that were free then."""

    def look(self, sight: Sight, records: Sequence[Record]) -> list[Record]:
        """Has those on a volume that was seen go on for which there is room by now; returns them."""
        free = sight.free or 0
        # Somebody may have made room between the last write and this look.
        before = min(free, self._last.get(sight.mount, free))
        self._last[sight.mount] = free
        gone_on = []
        for record in records:
            row = record.snapshot
            stopped = record.problem is Problem.DISK_FULL and record.held is None and not record.paused
            if not stopped or row is None:
                self._then.pop(record.id, None)
                continue
            wanted = self._then.setdefault(record.id, before) + min(margin(0), max(1, row.size - row.done))
            if free >= wanted:
                del self._then[record.id]
                commands.try_again(record)
                gone_on.append(record)
        return gone_on

    def forget(self, known: Records) -> None:
        """Others than these torrents are gone."""
        for id in [id for id in self._then if known.get(id) is None]:
            del self._then[id]
