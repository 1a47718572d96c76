# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tracker knows: the peers of each info-hash, how it is told to answer, and all it has heard."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.swarm.values import Announce, Answer, Event

MOST_PEERS = 200


@dataclass(frozen=True, slots=True)
class Member:
    """A peer that announced and did not stop."""

    ip: str
    port: int
    peer_id: bytes
    left: int


@dataclass(frozen=True, slots=True)
class Counts:
    """A scrape's answer for one info-hash (BEP 48)."""

    complete: int
    downloaded: int
    incomplete: int


@dataclass(slots=True)
class Table:
    """The state of one tracker, and its `answer` of the moment."""

    interval: int = 1800
    min_interval: int = 0
    compact: bool = True
    """Compact peers (BEP 23) for those who ask for them; False sends dictionaries to all."""
    answer: Answer = Answer.OK
    text: str = ""
    log: list[Announce] = field(default_factory=list)
    scraped: list[str] = field(default_factory=list)
    _members: dict[str, dict[tuple[str, int], Member]] = field(default_factory=lambda: defaultdict(dict))
    _downloads: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def hear(self, **values: Any) -> Announce:
        """Write an announce into the log and, if it will be answered, into the peer table."""
        announce = Announce(at=time.time(), answer=self.answer, **values)
        self.log.append(announce)
        if self.answer in (Answer.OK, Answer.WARNING):
            self._enter(announce)
        return announce

    def others(self, announce: Announce) -> list[Member]:
        """The peers to hand out: never the asker, none to one who stops, no seeds to a seed."""
        if announce.event is Event.STOPPED:
            return []
        me = (announce.ip, announce.port)
        known = self._members[announce.info_hash].items()
        useful = [member for key, member in known if key != me and (announce.left or member.left)]
        return useful[: min(MOST_PEERS, announce.numwant if announce.numwant >= 0 else 50)]

    def counts(self, info_hash: str) -> Counts:
        """Seeds, finished downloads and leeches of a torrent."""
        members = self._members[info_hash].values()
        seeds = sum(not member.left for member in members)
        return Counts(seeds, self._downloads[info_hash], len(members) - seeds)

    def _enter(self, announce: Announce) -> None:
        members, key = self._members[announce.info_hash], (announce.ip, announce.port)
        if announce.event is Event.STOPPED:
            members.pop(key, None)
            return
        if announce.event is Event.COMPLETED:
            self._downloads[announce.info_hash] += 1
        members[key] = Member(announce.ip, announce.port, announce.peer_id, announce.left)
