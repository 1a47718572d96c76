# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent does not keep of pieces in progress: since when they are, and how fast they have come lately."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from starling.pieces import Partial

WINDOW = 5.0
"""Seconds over which a rate is taken."""
_WATCHED = 2.5
"""Seconds between two looks within which nothing was missed: what is new at the second one has begun in between."""
_REMEMBERED = 16
"""Torrents."""


@dataclass(slots=True)
class _Piece:
    since: float
    begun: bool
    samples: deque[tuple[float, int]] = field(default_factory=deque)
    """Moments and bytes that were there."""


class PieceProgress:
    """The pieces in progress of one torrent, as they were at each look; for the worker thread only."""

    def __init__(self) -> None:
        self._pieces: dict[int, _Piece] = {}
        self._looked: float | None = None

    def note(self, partials: Sequence[Partial], now: float) -> tuple[Partial, ...]:
        """The same with rate and beginning; `now` in Unix seconds, later than at the look before."""
        watched = self._looked is not None and 0 <= now - self._looked <= _WATCHED
        self._looked = now
        before, self._pieces = self._pieces, {}
        found = []
        for partial in partials:
            piece = before.get(partial.index)
            # Less than there was: it failed its check and begins anew.
            if piece is None or (piece.samples and partial.done < piece.samples[-1][1]):
                piece = _Piece(now, watched)
            if not watched:
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
