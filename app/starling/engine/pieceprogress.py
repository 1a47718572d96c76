# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent does not keep of pieces in progress: since when they are, and how fast they have come lately."""

import time
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from starling.pieces import Block, Partial

WINDOW = 5.0
"""Seconds over which a rate is taken."""
_WATCHED = 2.5
"""Seconds between two looks within which nothing was missed: what is new at the second one has begun in between."""
_KEPT = 600.0
"""Seconds without a look after which a piece in progress may be so for the second time: nothing is known of any."""
_REMEMBERED = 16
"""Torrents."""
COSTLY = 0.005
"""Seconds from which a look is dear: libtorrent's answer holds Python's lock, 3 µs a block, and windows wait for it."""
_PAUSE = 50
"""How many times as long as a dear look took there is none."""


@dataclass(frozen=True, slots=True)
class Going:
    """What one look found."""

    partials: tuple[Partial, ...] = ()
    unverified: Mapping[int, int] = field(default_factory=dict)
    """Bytes of each that are here, by index."""


@dataclass(slots=True)
class _Piece:
    since: float
    begun: bool
    here: int = 0
    """Blocks that had arrived."""
    samples: deque[tuple[float, int]] = field(default_factory=deque)
    """Moments and bytes that were there."""


class PieceProgress:
    """The pieces in progress of one torrent, as they were at each look; for the worker thread only."""

    def __init__(self) -> None:
        self._pieces: dict[int, _Piece] = {}
        self._looked: float | None = None
        self._latest: Going | None = None
        self._read = 0.0
        """When the last look was over, in monotonic seconds."""
        self._pause = 0.0

    def latest(self, age: float) -> Going | None:
        """What was found last, where that is at most so many seconds old or another look would be too dear yet."""
        past = time.monotonic() - self._read
        return self._latest if past < max(age, self._pause) else None

    def keep(self, partials: Sequence[Partial], unverified: Mapping[int, int], cost: float) -> Going:
        """What was found now, and how many seconds of everybody's time that took."""
        self._latest = Going(self.note(partials, time.time()), unverified)
        self._read = time.monotonic()
        self._pause = cost * _PAUSE if cost > COSTLY else 0.0
        return self._latest

    def note(self, partials: Sequence[Partial], now: float) -> tuple[Partial, ...]:
        """The same with rate and beginning; `now` in Unix seconds, later than at the look before."""
        watched = self._looked is not None and 0 <= now - self._looked <= self._pause + _WATCHED
        known = self._looked is not None and 0 <= now - self._looked <= _KEPT
        self._looked = now
        before, self._pieces = self._pieces if known else {}, {}
        found = []
        for partial in partials:
            piece = before.get(partial.index)
            here = partial.blocks.count(Block.RECEIVED) + partial.blocks.count(Block.WRITTEN)
            # Fewer than there were: it failed its check and begins anew. A part of a block that a peer has left behind
            # is gone with that peer, and the piece goes on.
            if piece is None or here < piece.here:
                piece = _Piece(now, watched)
            piece.here = here
            if not watched or (piece.samples and partial.done < piece.samples[-1][1]):
                piece.samples.clear()
            self._pieces[partial.index] = piece
            rate = _rate(piece.samples, now, partial.done)
            found.append(replace(partial, rate=rate, since=piece.since, begun=piece.begun))
        return tuple(found)


class Progresses:
    """The pieces in progress of the torrents that were looked at last."""

    def __init__(self) -> None:
        self._by_id: OrderedDict[str, PieceProgress] = OrderedDict()

    def of(self, id: str) -> PieceProgress:
        """What is kept of this torrent's."""
        progress = self._by_id.setdefault(id, PieceProgress())
        self._by_id.move_to_end(id)
        if len(self._by_id) > _REMEMBERED:
            self._by_id.popitem(last=False)
        return progress


def _rate(samples: deque[tuple[float, int]], now: float, done: int) -> int:
    """Notes a sample and says how fast bytes came since the oldest that still counts."""
    samples.append((now, done))
    # One that is older than the window stays: the rate is taken over all of it.
    while len(samples) > 2 and now - samples[1][0] >= WINDOW:
        samples.popleft()
    then, before = samples[0]
    return round((done - before) / (now - then)) if now > then else 0
