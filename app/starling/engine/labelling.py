# SPDX-License-Identifier: GPL-3.0-or-later
"""Which labels torrents have: given, taken and renamed, for very many without a pause in the window."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from starling.engine.record import Record, Records
from starling.engine.running import Running

_SLICE = 500


class Labelling:
    """Works on what torrents have now, which the list may show a moment later only; everything is stored at once."""

    def __init__(
        self,
        records: Records,
        running: Callable[[], Running | None],
        changed: Callable[[Iterable[Record]], None],
    ) -> None:
        self._records, self._running, self._changed = records, running, changed

    def put(self, ids: Iterable[str], labels: tuple[str, ...]) -> None:
        """Gives torrents these labels instead of those they have."""
        self._put({labels: self._records.visible(ids)})

    async def change(self, ids: Iterable[str], give: Sequence[str] = (), take: Iterable[str] = ()) -> None:
        """Gives labels to torrents, behind those they have, and takes others from them."""
        taken = frozenset(take) - frozenset(give)

        def changed(labels: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys([*(name for name in labels if name not in taken), *give]))

        await self._map(ids, changed)

    async def change_each(self, give: Mapping[str, Sequence[str]]) -> None:
        """Gives each of these torrents labels of its own."""
        ids = defaultdict(list)
        for id, names in give.items():
            ids[tuple(names)].append(id)
        for names, those in ids.items():
            await self.change(those, names)

    async def rename(self, name: str, other: str) -> None:
        """Gives all torrents that have a label another one instead, at its place."""

        def renamed(labels: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(other if label == name else label for label in labels))

        await self._map([record.id for record in self._records if name in record.labels], renamed)

    def borne(self) -> set[str]:
        """The labels that any torrent has now."""
        return {name for record in self._records if not record.hidden for name in record.labels}

    def bearers(self, name: str) -> list[str]:
        """The ids of all torrents that have a label now."""
        return [record.id for record in self._records if name in record.labels and not record.hidden]

    async def _map(self, ids: Iterable[str], change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        records = self._records.visible(ids)
        for start in range(0, len(records), _SLICE):
            if start:
                await asyncio.sleep(0)
            groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
            for record in records[start : start + _SLICE]:
                # What was removed meanwhile is told in `_put`: it is not in the list any more.
                if (labels := change(record.labels)) != record.labels:
                    groups[labels].append(record)
            self._put(groups)

    def _put(self, groups: Mapping[tuple[str, ...], Iterable[Record]]) -> None:
        running = self._running()
        for labels, records in groups.items():
            there = [record for record in records if self._records.get(record.id) is record]
            for record in there:
                record.labels = labels
            self._changed(there)
            if running is not None:
                running.keeper.labels([record.id for record in there], labels)
