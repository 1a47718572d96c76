# SPDX-License-Identifier: GPL-3.0-or-later
"""Which labels torrents have: given, taken, renamed, by rules too; for very many without a pause in the window."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from starling import labels
from starling.engine.convert import timestamp
from starling.engine.forecast import removing
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.engine.session import Config

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""
_FEW = 25
"""Torrents between two looks at the clock."""


class Labelling:
    """Works on what torrents have now, which the list may show a moment later only; everything is stored at once."""

    def __init__(
        self,
        records: Records,
        running: Callable[[], Running | None],
        config: Callable[[], Config],
        changed: Callable[[Iterable[Record]], None],
    ) -> None:
        self._records, self._running, self._config, self._changed = records, running, config, changed

    def put(self, ids: Iterable[str], names: tuple[str, ...]) -> None:
        """Gives torrents these labels instead of those they have."""
        self._put({names: self._records.visible(ids)})

    async def change(self, ids: Iterable[str], give: Sequence[str] = (), take: Iterable[str] = ()) -> None:
        """Gives labels to torrents, behind those they have, and takes others from them."""
        taken = frozenset(take) - frozenset(give)

        def changed(record: Record) -> tuple[str, ...]:
            return tuple(dict.fromkeys([*(name for name in record.labels if name not in taken), *give]))

        await self._map(self._records.visible(ids), changed)

    async def change_each(self, give: Mapping[str, Sequence[str]]) -> None:
        """Gives each of these torrents labels of its own."""
        records = self._records.visible(give)
        await self._map(records, lambda record: tuple(dict.fromkeys([*record.labels, *give[record.id]])))

    async def rename(self, name: str, other: str) -> None:
        """Gives all torrents that have a label another one instead, at its place."""

        def renamed(record: Record) -> tuple[str, ...]:
            return tuple(dict.fromkeys(other if label == name else label for label in record.labels))

        await self._map(self._records.visible(self.bearers(name)), renamed)

    def ruled(self, name: str, hosts: Iterable[str]) -> tuple[str, ...]:
        """The labels that the rules give to a torrent of this name with trackers on these hosts."""
        return labels.given(self._config().labels, name, hosts)

    def give_new(self, record: Record, before: Iterable[str], now: Iterable[str]) -> None:
        """More is known of a torrent: it gets those of the labels that the rules give `now` that they did not `before`.

        What they gave before it had, and what its owner has taken from it stays away.
        """
        had = {*map(labels.key, (*before, *record.labels)), *record.taken}
        record.taken = frozenset()
        fresh = tuple(name for name in now if labels.key(name) not in had)
        names, goals = (*record.labels, *fresh), self._config().goals
        # Nobody was asked: what a label would remove at once does without it.
        if fresh and removing(record, names, goals, goals, timestamp()) is None:
            self._put({names: [record]})

    def folder(self, record: Record) -> str:
        """Where its labels want a torrent that is to be saved in the usual folder; empty where they don't mind."""
        config = self._config()
        if (record.options.destination or record.save_path) != config.data.usual:
            return ""
        return labels.folder(config.labels, record.labels)

    def borne(self) -> set[str]:
        """The labels that any torrent has now."""
        return {name for record in self._records if not record.hidden for name in record.labels}

    def bearers(self, name: str) -> list[str]:
        """The ids of all torrents that have a label now."""
        return [record.id for record in self._records if name in record.labels and not record.hidden]

    async def _map(self, records: Sequence[Record], change: Callable[[Record], tuple[str, ...]]) -> None:
        until = perf_counter() + _SLICE
        for start in range(0, len(records), _FEW):
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
            groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
            for record in records[start : start + _FEW]:
                # What was removed meanwhile is told in `_put`: it is not in the list any more.
                if (names := change(record)) != record.labels:
                    groups[names].append(record)
            self._put(groups)

    def _put(self, groups: Mapping[tuple[str, ...], Iterable[Record]]) -> None:
        running = self._running()
        for names, records in groups.items():
            there = [record for record in records if self._records.get(record.id) is record]
            for record in there:
                if not record.has_metadata:
                    record.taken = (record.taken | set(map(labels.key, record.labels))) - set(map(labels.key, names))
                record.labels = names
            self._changed(there)
            if running is not None:
                running.keeper.labels([record.id for record in there], names)
