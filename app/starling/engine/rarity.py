# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the pieces that nobody else has who is connected: libtorrent keeps no availability of complete torrents."""

import asyncio
import time
from collections import deque
from collections.abc import Mapping, Sequence

import libtorrent as lt

from starling.engine.errors import EngineError
from starling.engine.peerbook import Endpoint
from starling.engine.questions import Questions
from starling.rarity import Rarity, may_be_last
from starling.tasks import spawn
from starling.torrent import Torrent

BUDGET = 0.005
"""Seconds that one question may spend with bitfields; each takes a millisecond where there are 50,000 pieces."""
QUESTIONS = 40
"""After so many the peers that are left are not looked at."""
ROUND_SECONDS = 3
"""Between two looks at torrents that nobody asked about."""
FRESH = 60.0
"""Seconds for which a look will do where there is no time for another."""
PATIENCE = 0.3
"""Seconds that a wish to stop waits for looks."""
_REFILL = 30
"""Seconds between two collections of the torrents to look at: 10,000 rows are gone through for it."""

_SETTLED = 5.0
"""Seconds in which a peer that has just come has told what it has: till then it may have more than nothing."""

_SEED = int(lt.peer_info.seed)
_HANDSHAKE = int(lt.peer_info.handshake)
_CONNECTING = int(lt.peer_info.connecting) | _HANDSHAKE
_ONE = b"\x01"


class Rarities:
    """Every question raises EngineError if its torrent is gone."""

    def __init__(self, details: Questions) -> None:
        self._details = details
        self._kept: dict[str, tuple[float, Rarity]] = {}
        """With the monotonic moments of the looks."""
        self._ticks = 0
        self._round: deque[str] = deque()
        self._looking = False

    async def of(self, id: str, age: float = 0.0) -> Rarity | None:
        """What only we have of a torrent; None before its metadata. One of so many seconds' age will do."""
        if (kept := self.kept(id, age)) is not None:
            return kept
        reading = await self._details.about(id, Reading.of, self._details.known(id).connected)
        if reading is None:
            return None
        for _ in range(QUESTIONS):
            if reading.complete:
                break
            await self._details.ask(reading.go_on)
        row = self._details.known(id).snapshot
        found = reading.rarity(None if row is None else row.swarm_seeds)
        self._kept[id] = time.monotonic(), found
        return found

    def kept(self, id: str, age: float) -> Rarity | None:
        """The last look, if it is not older than so many seconds."""
        at, rarity = self._kept.get(id, (-age, None))
        return rarity if time.monotonic() - at < age else None

    async def last_copies(self, torrents: Sequence[Torrent]) -> list[tuple[Torrent, Rarity]]:
        """Those without which their swarms can't complete; the ones of which that is not known soon are left out."""
        wanted = list(filter(may_be_last, torrents))
        looks: dict[str, Rarity | None] = {}
        try:
            async with asyncio.timeout(PATIENCE):
                for torrent in wanted:
                    try:
                        looks[torrent.id] = await self.of(torrent.id)
                    except EngineError:
                        # It has gone meanwhile, and with it the question.
                        looks[torrent.id] = None
        except TimeoutError:
            # Nobody waits longer for a question than for the deed: of the others counts what was seen lately.
            looks = {torrent.id: self.kept(torrent.id, FRESH) for torrent in wanted} | looks
        return [(torrent, look) for torrent in wanted if (look := looks[torrent.id]) is not None and look.last_copy]

    def tick(self) -> None:
        """Once a second: looks at one of those that are seeded to somebody, in turn, so that it is known in time."""
        self._ticks += 1
        if not self._round and not self._ticks % _REFILL:
            rows = (record.snapshot for record in self._details.records)
            self._round.extend(row.id for row in rows if row is not None and may_be_last(row))
            self._kept = {id: kept for id, kept in self._kept.items() if self._details.records.get(id) is not None}
        if self._round and not self._looking and not self._ticks % ROUND_SECONDS:
            self._looking = True
            spawn(self._look(self._round.popleft()), name="rare pieces")

    async def _look(self, id: str) -> None:
        try:
            await self.of(id)
        except EngineError:
            # It has gone, or is out of the session for long: the round goes on with the next.
            return
        finally:
            self._looking = False


class Reading:
    """Goes through the peers of a torrent, a few at a time; used on the worker."""

    def __init__(self, handle: lt.torrent_handle, count: int, connected: Mapping[Endpoint, float]) -> None:
        """`count` is the number of its pieces, `connected` tells since when its peers are."""
        status = handle.status(lt.torrent_handle.query_pieces)
        mine = bytes(status.pieces)
        self._count = count
        self._whole = bool(status.is_seeding)
        self._mine = int.from_bytes(_ONE * count if status.is_seeding or len(mine) != count else mine)
        told = handle.get_peer_info()
        infos = [info for info in told if not info.flags & _CONNECTING]
        seeds = sum(1 for info in infos if info.flags & _SEED)
        self._peers = len(infos)
        self._seeds = max(int(status.list_seeds), seeds)
        self._web_seeds = len(handle.url_seeds())
        settled = time.time() - _SETTLED
        self._silent = any(
            info.flags & _HANDSHAKE or (not info.num_pieces and connected.get(info.ip, 0.0) > settled) for info in told
        )
        self._theirs = self._mine if seeds else 0
        # Who has the most comes first, and may leave nothing to ask of the others.
        self._left = sorted(infos, key=_pieces_of)

    @classmethod
    def of(cls, handle: lt.torrent_handle, connected: Mapping[Endpoint, float]) -> "Reading | None":
        """The beginning of it; None without metadata."""
        info = handle.torrent_file()
        return None if info is None else cls(handle, info.num_pieces(), connected)

    @property
    def complete(self) -> bool:
        """Nothing is left that could change the answer."""
        return not self._left or not self._mine & ~self._theirs

    def go_on(self) -> None:
        """Reads some more bitfields."""
        end = time.perf_counter() + BUDGET
        while not self.complete and time.perf_counter() < end:
            pieces = bytes(self._left.pop().pieces)
            if len(pieces) == self._count:
                self._theirs |= int.from_bytes(pieces)
            # Other threads need the interpreter too.
            time.sleep(0)

    def rarity(self, swarm_seeds: int | None) -> Rarity:
        """What was found; `swarm_seeds` is what the trackers say, who count us too if we have everything."""
        held = self._mine.to_bytes(self._count).count(1)
        rare = (self._mine & ~self._theirs).to_bytes(self._count).count(1)
        told = swarm_seeds is not None
        seeds = self._seeds if swarm_seeds is None else max(0, swarm_seeds - self._whole)
        return Rarity(
            rare, held, self._peers, self.complete and not (rare and self._silent), seeds + self._web_seeds, told
        )


def _pieces_of(info: lt.peer_info) -> int:
    return int(info.num_pieces)
