# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares the limit of each label out among its torrents, anew each second, in steps that take the window no time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import libtorrent as lt

from starling.engine import ownlimits
from starling.engine.record import Record, Records
from starling.engine.sharing import Following, Taker, share_out
from starling.torrent import State, Torrent

_FLOWS = {State.DOWNLOADING, State.METADATA, State.STALLED, State.SEEDING}
_LOOKS = 3_000
"""Torrents that are looked at in a turn of the event loop: 2-3 ms."""
_PUTS = 200
"""Torrents that libtorrent is told new limits of in a turn."""

Pair = tuple[int, int]
"""Bytes a second down and up; 0 = no limit."""


class LabelShares:
    """What torrents have of the limits of their labels; the others have their own limits, and nothing here."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._given: dict[Record, tuple[lt.torrent_handle | None, Pair]] = {}
        """What libtorrent was told."""
        self._spares: dict[tuple[str, int], int] = {}
        """What each idle one gets, by label and way."""
        self._following: dict[tuple[Record, int], Following] = {}
        self.flows = False
        """Something flows that is shared out."""

    def __contains__(self, record: Record) -> bool:
        """Whether a torrent has a share."""
        return record in self._given

    def steps(self, labels: Mapping[str, Pair], seconds: float) -> Iterator[None]:
        """Gives every torrent its share; `seconds` have gone by since the shares were looked at last."""
        labels = {name: limits for name, limits in labels.items() if any(limits)}
        if not labels and not self._given:
            self.flows = False
            return
        flowing: defaultdict[str, list[Record]] = defaultdict(list)
        idle: dict[str, int] = dict.fromkeys(labels, 0)
        quiet: list[Record] = []
        for at, record in enumerate(tuple(self._records) if labels else (), 1):
            if record.labels and record.handle is not None and not record.hidden:
                names = [name for name in record.labels if name in labels]
                if names and _flows(record.snapshot):
                    for name in names:
                        flowing[name].append(record)
                elif names:
                    quiet.append(record)
                    for name in names:
                        idle[name] += 1
            if not at % _LOOKS:
                yield
        self.flows = bool(flowing)
        wanted = self._shares(labels, flowing, idle, seconds)
        yield from self._rest(labels, quiet, wanted)
        yield from self._tell(wanted)

    # -- within

    def _shares(
        self, labels: Mapping[str, Pair], flowing: Mapping[str, list[Record]], idle: Mapping[str, int], seconds: float
    ) -> dict[Record, Pair]:
        """What those get that have somebody to give to or take from."""
        before, self._following = self._following, {}
        wanted: dict[Record, list[int]] = {}
        spares = {}
        for name, limits in labels.items():
            records = flowing.get(name, [])
            for way, limit in enumerate(limits):
                if not limit:
                    continue
                takers = [self._taker(record, way, before, seconds) for record in records]
                shares, spare = share_out(limit, takers, idle[name], self._spares.get((name, way), 0))
                spares[name, way] = spare
                for record, share in zip(records, shares, strict=True):
                    mine = wanted.get(record) or wanted.setdefault(record, list(own(record)))
                    mine[way] = min(share, mine[way] or share)
        self._spares = spares
        return {record: (down, up) for record, (down, up) in wanted.items()}

    def _taker(self, record: Record, way: int, before: Mapping[tuple[Record, int], Following], seconds: float) -> Taker:
        row, key = record.snapshot, (record, way)
        rate = 0 if row is None else row.up if way else row.down
        _, given = self._given.get(record, (None, None))
        share = given[way] or None if given else None
        following = self._following.get(key)
        if following is None:
            following = before.get(key) or Following(rate)
            if share is not None and seconds and key in before:
                following.go_on(share, seconds)
            self._following[key] = following
        return Taker(rate, share if key in before else None, own(record)[way], following.due)

    def _rest(self, labels: Mapping[str, Pair], quiet: list[Record], wanted: dict[Record, Pair]) -> Iterator[None]:
        """What those get that have nobody: few of them differ."""
        found: dict[tuple[tuple[str, ...], Pair], Pair] = {}
        for at, record in enumerate(quiet, 1):
            kind = record.labels, own(record)
            pair = found.get(kind)
            if pair is None:
                pair = found[kind] = self._idle_pair(labels, *kind)
            wanted[record] = pair
            if not at % _LOOKS:
                yield

    def _idle_pair(self, labels: Mapping[str, Pair], names: tuple[str, ...], own: Pair) -> Pair:
        pair = [0, 0]
        for way in (0, 1):
            spares = [self._spares[name, way] for name in names if name in labels and labels[name][way]]
            pair[way] = min([*spares, *([own[way]] if own[way] else [])], default=0)
        return pair[0], pair[1]

    def _tell(self, wanted: dict[Record, Pair]) -> Iterator[None]:
        """Tells libtorrent what is new of that."""
        done = 0
        for record in [record for record in self._given if record not in wanted]:
            del self._given[record]
            if self._records.get(record.id) is record:
                put(record, own(record))
                done += 1
                if not done % _PUTS:
                    yield
        for at, (record, pair) in enumerate(wanted.items(), 1):
            # One that was taken out of the session and put back has another handle, and not its share.
            given = record.handle, pair
            if self._given.get(record) != given and self._records.get(record.id) is record:
                self._given[record] = given
                put(record, pair)
                done += 1
                if not done % _PUTS:
                    yield
            if not at % _LOOKS:
                yield


def own(record: Record) -> Pair:
    """A torrent's own limits, which its options keep: libtorrent's resume data hold the share it had last."""
    return record.options.down_limit, record.options.up_limit


def put(record: Record, limits: Pair) -> None:
    """Has libtorrent hold a torrent to these."""
    if record.handle is not None:
        record.handle.set_download_limit(ownlimits.rate(limits[0]))
        record.handle.set_upload_limit(ownlimits.rate(limits[1]))


def _flows(row: Torrent | None) -> bool:
    """Whether there is somebody whom a torrent can give to or take from."""
    return row is not None and row.state in _FLOWS and bool(row.peers or row.seeds)
