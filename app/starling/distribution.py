# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes until everybody in a swarm has a file, from one server alone and with the peers sharing.

The bounds are those of Kurose & Ross, "Computer Networking", 2.5: sizes are bytes, rates bytes/s, times seconds.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from starling.peer import Peer, Transport
from starling.torrent import Torrent

MODEL_SECONDS = 3600.0
"""In which a peer of the model sends the file once."""
MODEL_SERVER = 10.0
"""As many times as fast as a peer is the model's server."""

_WINDOW = 20
"""Samples of a mean, a minute: over that long peers are seen to complete pieces, see `peerbook`."""
_BURST = 5
"""Samples of the highest rate: a second of a full socket buffer is none."""
_TRICKLE = 1000
"""Bytes/s below which nobody is said to send."""


def client_server(size: float, peers: float, server_up: float, slowest_down: float = math.inf) -> float:
    """The least time in which one server gives `peers` the file: max(N·F/u_s, F/d_min); infinite where it never can."""
    if peers <= 0:
        return 0.0
    return max(_time(peers * size, server_up), _time(size, slowest_down))


def peer_to_peer(size: float, peers: float, server_up: float, peers_up: float, slowest_down: float = math.inf) -> float:
    """The same where they share, `peers_up` being all their uploads: max(F/u_s, F/d_min, N·F/(u_s + Σu_i))."""
    if peers <= 0:
        return 0.0
    every = max(0.0, server_up) + max(0.0, peers_up)
    return max(_time(size, server_up), _time(size, slowest_down), _time(peers * size, every))


class Basis(Enum):
    """How a rate is known."""

    MEASURED = "measured"
    LIMIT = "limit"
    """Nothing was sent yet: what the limit allows."""
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in bytes/s, and where it is from."""

    value: float
    basis: Basis
    count: int = 0
    """Of how many peers it was measured."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The rates of one swarm.

    What a peer gets now says what it can take at least, not at most: so `slowest` bounds nothing here, and stands
    beside the bounds for what it is.
    """

    size: int
    """Of the file; 0 while it is not known."""
    peers: int
    """Who lacks the file or a part of it, oneself included; 0 if nobody does."""
    connected: int
    """How many of them are connected to us; the trackers tell of the others."""
    seeding: bool
    """The server is oneself; else it is the seeds that one is connected to."""
    server: Rate
    each: Rate
    """What a peer passes on, in the mean."""
    others: int = 0
    """Further seeds: what they give can't be told from what peers pass on, and is in `each`."""
    slowest: Rate | None = None
    """How fast that peer of those measured gets the file that gets it slowest."""

    @property
    def model(self) -> bool:
        """Nothing of it is measured."""
        return self.server.basis is Basis.ASSUMED and self.each.basis is Basis.ASSUMED

    @property
    def _size(self) -> float:
        return self.size or MODEL_SECONDS

    def alone(self, peers: float) -> float:
        """Seconds until so many have the file from one server."""
        return client_server(self._size, peers, self.server.value)

    def sharing(self, peers: float) -> float:
        """Seconds until so many have it where each passes on what it has."""
        if self.others:
            # The file comes from elsewhere too: however slow the server is, it holds up nobody.
            return _time(peers * self._size, self.server.value + peers * self.each.value)
        return peer_to_peer(self._size, peers, self.server.value, peers * self.each.value)

    @property
    def last(self) -> float | None:
        """Seconds in which the slowest has all of it at the rate of now; None while none is measured."""
        return None if self.slowest is None else _time(self._size, self.slowest.value)


def figures(torrent: Torrent, peers: Iterable[Peer], up_limit: int | None = None) -> Figures:
    """What is known of a swarm, and what has to be assumed; `up_limit` is the one in force for the torrent.

    What all peers get is what everybody sends: the rates at which they complete pieces (`Peer.own_rate`), less what the
    server gives them, are what they pass on among themselves.
    """
    here = [peer for peer in peers if not peer.connecting]
    seeds = [peer for peer in here if peer.seed or peer.transport is Transport.WEB_SEED]
    takers = [peer for peer in here if not (peer.seed or peer.upload_only or peer.transport is Transport.WEB_SEED)]
    seeding = torrent.complete
    ourselves = 0 if seeding else 1
    measured = [peer for peer in takers if peer.own_rate is not None]
    got = float(sum(peer.own_rate or 0 for peer in measured))
    if seeding:
        server = _own_server(torrent, takers, up_limit)
        given = sum(_mean(peer.rates.up, peer.up) for peer in measured)
    else:
        given = sum(_mean(peer.rates.down, peer.down) for peer in seeds)
        server = Rate(given, Basis.MEASURED, len(seeds)) if given >= _TRICKLE else None
        got += sum(_mean(peer.rates.down, peer.down) for peer in here)
    each = None
    if measured and got >= _TRICKLE:
        each = Rate(max(0.0, got - given) / (len(measured) + ourselves), Basis.MEASURED, len(measured))
    rates = [peer.own_rate for peer in measured if peer.own_rate]
    return Figures(
        torrent.total_size,
        max(len(takers) + ourselves, torrent.swarm_peers or 0),
        len(takers),
        seeding,
        *_completed(torrent.total_size, server, each),
        _others(torrent, seeds),
        Rate(min(rates), Basis.MEASURED, len(rates)) if rates else None,
    )


def _others(torrent: Torrent, seeds: Sequence[Peer]) -> int:
    counted = torrent.swarm_seeds or 0
    if torrent.complete:
        return max(len(seeds), counted - (torrent.done >= torrent.total_size))
    return max(0, counted - len(seeds))


def _own_server(torrent: Torrent, takers: Sequence[Peer], up_limit: int | None) -> Rate | None:
    highest = max(_highest([peer.rates.up for peer in takers]), torrent.up)
    if highest >= _TRICKLE:
        return Rate(highest, Basis.MEASURED)
    return Rate(up_limit, Basis.LIMIT) if up_limit else None


def _completed(size: int, server: Rate | None, each: Rate | None) -> tuple[Rate, Rate]:
    """What is not known is assumed in the model's proportion."""
    if server is None:
        peer = each.value if each and each.value else (size or MODEL_SECONDS) / MODEL_SECONDS
        server = Rate(MODEL_SERVER * peer, Basis.ASSUMED)
    return server, each or Rate(server.value / MODEL_SERVER, Basis.ASSUMED)


def _time(amount: float, rate: float) -> float:
    if amount <= 0:
        return 0.0
    return amount / rate if rate > 0 else math.inf


def _mean(samples: Sequence[int], now: int) -> float:
    recent = samples[-_WINDOW:]
    return sum(recent) / len(recent) if recent else float(now)


def _highest(series: Sequence[Sequence[int]]) -> float:
    """The highest that all of them together had in a while; the newest samples stand last."""
    length = max(map(len, series), default=0)
    sums = [sum(each[-back] for each in series if len(each) >= back) for back in range(length, 0, -1)]
    return max((sum(sums[at : at + _BURST]) / _BURST for at in range(length - _BURST + 1)), default=0.0)
