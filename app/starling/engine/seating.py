# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits where on the choker's board: slots with numbers that last, since when, won by what, and who waits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from starling.peer import SAMPLE, Peer, Transport
from starling.swarm import MEAN, Choker, Seat, Standing

_WATCHED = 2.5
"""Seconds after a round in which a look still tells well enough what everybody had given by then."""

_TIMED = frozenset({Standing.SLOT, Standing.OPTIMISTIC, Standing.WAITING})
"""Of these it is told since when."""

_WHOLE = int(MEAN // SAMPLE)
"""Samples of a peer's rates that lie within `MEAN`; of the one before a part does."""

Ignores = Callable[[str, float | None], bool]
"""Whether slots do not count for who has connected from this address at that moment."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the seats depend on beside the peers."""

    choker: Choker
    slots: int | None
    """As in `Rounds`."""
    size: int
    """Bytes of the torrent."""
    rounds: tuple[float | None, float | None]
    """When the last round but one was, and the last, as far as they were heard of."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was seen of one connection up to the last look."""

    standing: Standing
    since: float | None
    """When it was seen to come to that; None where it was so at the first look."""
    served: bool
    unchoked: float
    """When it was let ask last; where that was not seen, when it came, from which libtorrent counts too."""


class Seating:
    """The board of one torrent from look to look; used by one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        """By connection."""
        self._numbers: dict[str, int] = {}
        self._looked = False
        self._rounds = _RoundBook()

    def take(self, peers: Iterable[Peer], at: float, table: Table, ignores: Ignores) -> tuple[Seat, ...]:
        """The seats in the order of `Board.seats`, after a look at this moment."""
        there = [peer for peer in peers if not (peer.connecting or peer.transport is Transport.WEB_SEED)]
        self._rounds.see(there, at, *table.rounds)
        standings = [(peer, _standing(peer, ignores)) for peer in there]
        self._known = {peer.key: self._follow(peer, standing, at) for peer, standing in standings}
        self._looked = True
        best = _Rank(table.choker, table.size, {key: known.unchoked for key, known in self._known.items()})
        by: dict[Standing, list[Seat]] = {standing: [] for standing in Standing}
        for peer, standing in standings:
            by[standing].append(self._seat(peer, standing, at))
        for standing, seats in by.items():
            seats.sort(key=_name if standing in (Standing.OPTIMISTIC, Standing.CONTENT) else best)
        left = None if table.slots is None else table.slots - len(by[Standing.OPTIMISTIC])
        by[Standing.SLOT] = self._numbered(by[Standing.SLOT], left)
        return tuple(seat for standing in Standing for seat in by[standing])

    def _follow(self, peer: Peer, standing: Standing, at: float) -> _Known:
        served, before = not peer.we_choke, self._known.get(peer.key)
        if before is None:
            seen = at if self._looked else None
            return _Known(standing, seen, served, at if served and self._looked else peer.since or 0.0)
        unchoked = at if served and not before.served else before.unchoked
        return _Known(standing, before.since if standing is before.standing else at, served, unchoked)

    def _seat(self, peer: Peer, standing: Standing, at: float) -> Seat:
        over = len(peer.rates.down) * float(SAMPLE)
        if not over and peer.since is not None and not (peer.downloaded or peer.uploaded):
            # Nothing has moved since it came.
            over = max(0.0, at - peer.since)
        earned, taken = self._rounds.last.get(peer.key, (None, None))
        return Seat(
            peer=peer,
            standing=standing,
            earned=_mean(peer.rates.down),
            taken=_mean(peer.rates.up),
            since=self._known[peer.key].since if standing in _TIMED else None,
            over=min(MEAN, over),
            round_earned=earned,
            round_taken=taken,
        )

    def _numbered(self, seats: Sequence[Seat], slots: int | None) -> list[Seat]:
        """With the numbers they had, or, the best first, the lowest that are left."""
        kept = {
            seat.peer.key: number
            for seat in seats
            if (number := self._numbers.get(seat.peer.key)) is not None and (slots is None or number <= slots)
        }
        taken = set(kept.values())
        left = (number for number in count(1) if number not in taken)
        self._numbers = {key: kept[key] if key in kept else next(left) for key in (seat.peer.key for seat in seats)}
        numbered = [replace(seat, number=self._numbers[seat.peer.key]) for seat in seats]
        return sorted(numbered, key=_number)


class _RoundBook:
    """What everybody gave and took from one round to the next."""

    def __init__(self) -> None:
        self.last: Mapping[str, tuple[int, int]] = {}
        """In the last whole round, where that is known."""
        self._begun: Mapping[str, tuple[int, int]] = {}
        """What each had given and taken in all when the round began that lasts now."""
        self._at: float | None = None
        """When that was; None where nobody looked then."""
        self._round: float | None = None

    def see(self, peers: Iterable[Peer], at: float, before: float | None, last: float | None) -> None:
        """A look at this moment, when these were the last rounds."""
        if last == self._round:
            return
        self._round = last
        totals = {peer.key: (peer.downloaded, peer.uploaded) for peer in peers}
        soon = last is not None and at - last <= _WATCHED
        if soon and self._at is not None and self._at == before:
            self.last = {key: _gain(total, self._begun.get(key)) for key, total in totals.items()}
        else:
            self.last = {}
        self._begun, self._at = totals, last if soon else None


class _Rank:
    """Sorts the best first, as the choker does (libtorrent's choker.cpp).

    It goes by the bytes of the last round, and first by what a peer gave, by whatever rule; here the mean of some
    seconds more stands for that, so that rows do not jump with each round.
    """

    def __init__(self, choker: Choker, size: int, unchoked: Mapping[str, float]) -> None:
        self._choker = choker
        self._size = size
        self._unchoked = unchoked
        """When each was let ask last: who is equal otherwise is served in that order."""

    def __call__(self, seat: Seat) -> tuple[float, ...]:
        waited = self._unchoked[seat.peer.key]
        if self._choker is Choker.ANTI_LEECH:
            return (-seat.earned, -self._need(seat.peer), waited)
        if self._choker is Choker.ROUND_ROBIN and seat.peer.we_choke:
            return (-seat.earned, waited, 0.0)
        return (-seat.earned, -seat.taken, waited)

    def _need(self, peer: Peer) -> float:
        """How near it is to its beginning or its end, 0-1, after Chow et al., "Improving BitTorrent"."""
        given = min(peer.uploaded / self._size, 0.5) if self._size else 0.0
        return abs(2 * max(given, peer.progress) - 1)


def _standing(peer: Peer, ignores: Ignores) -> Standing:
    if peer.we_choke:
        return Standing.WAITING if peer.they_want else Standing.CONTENT
    if peer.optimistic:
        return Standing.OPTIMISTIC
    if not ignores(peer.address, peer.since):
        # Also one that wants nothing: libtorrent gives slots that are left with the handshake, until the next round.
        return Standing.SLOT
    return Standing.FREE if peer.they_want else Standing.CONTENT


def _mean(samples: Sequence[int]) -> int:
    if not samples:
        return 0
    recent = samples[-_WHOLE:]
    moved, over = sum(recent) * SAMPLE, float(len(recent) * SAMPLE)
    if len(samples) > _WHOLE:
        moved += round(samples[-_WHOLE - 1] * (MEAN - over))
        over = MEAN
    return round(moved / over)


def _gain(total: tuple[int, int], begun: tuple[int, int] | None) -> tuple[int, int]:
    if begun is None or total[0] < begun[0] or total[1] < begun[1]:
        # It came, or came anew, in between.
        return total
    return total[0] - begun[0], total[1] - begun[1]


def _name(seat: Seat) -> str:
    return seat.peer.key


def _number(seat: Seat) -> int:
    return seat.number
