# SPDX-License-Identifier: GPL-3.0-or-later
"""What became different between two looks at a torrent's peers: steps that libtorrent itself does not tell of."""

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

import libtorrent as lt

from starling.peer import Encryption, Source, Transport
from starling.peerstory import Step

Endpoint = tuple[str, int]

_BT = lt.peer_info
_INTERESTING, _REMOTE_INTERESTED = int(_BT.interesting), int(_BT.remote_interested)
_CHOKED, _REMOTE_CHOKED = int(_BT.choked), int(_BT.remote_choked)
_OPTIMISTIC, _ON_PAROLE, _SEED = int(_BT.optimistic_unchoke), int(_BT.on_parole), int(_BT.seed)
_CONNECTING = int(_BT.connecting | _BT.handshake)
_WATCHED = _INTERESTING | _REMOTE_INTERESTED | _CHOKED | _REMOTE_CHOKED | _OPTIMISTIC | _ON_PAROLE | _SEED | _CONNECTING
_AT_FIRST = _CHOKED | _REMOTE_CHOKED | _CONNECTING
"""How every connection begins."""
_READ = 3
"""Looks at which it is read who a peer is: its own word for its client comes a moment after the handshake."""


class Identity(NamedTuple):
    """Who a peer is, and how it is connected."""

    client: str
    id: str
    raw_id: bytes
    source: Source
    encryption: Encryption
    transport: Transport
    incoming: bool


class State(NamedTuple):
    """What of a peer is compared."""

    flags: int
    downloaded: bool
    uploaded: bool
    fails: int


class Change(NamedTuple):
    """A step of one peer."""

    endpoint: Endpoint
    step: Step
    number: int = 0


class Looked(NamedTuple):
    """What one look found."""

    at: float
    after: float | None
    """When the look before began; None if there was none."""
    changes: tuple[Change, ...]
    identities: Mapping[Endpoint, Identity]
    """Of those of whom it was read at this look."""
    totals: Mapping[Endpoint, tuple[int, int]]
    """Bytes from and to each peer that is there, in this connection."""


_NEW = State(_AT_FIRST, False, False, 0)


class Watch:
    """The looks at one torrent: begun, filled and ended by one thread, taken by another."""

    def __init__(self) -> None:
        self._states: dict[Endpoint, State] = {}
        self._next: dict[Endpoint, State] = {}
        self._reads: dict[Endpoint, int] = {}
        self._totals: dict[Endpoint, tuple[int, int]] = {}
        self._earlier: dict[Endpoint, tuple[int, int]] = {}
        """The totals of the look before."""
        self._carried: dict[Endpoint, tuple[int, int]] = {}
        """What libtorrent counts of earlier connections to the same peer: its totals go on where they were."""
        self._identities: dict[Endpoint, Identity] = {}
        self._changes: list[Change] = []
        self._begun = 0.0
        self._before: float | None = None
        self._ready: deque[Looked] = deque()

    def begin(self, at: float) -> None:
        """A look begins, at this Unix moment."""
        self._begun = at
        self._earlier = self._totals
        self._next, self._totals, self._identities, self._changes = {}, {}, {}, []

    def see(self, endpoint: Endpoint, flags: int, downloaded: int, uploaded: int, fails: int) -> bool:
        """Notes a peer; whether it is to be told by `identify` who it is."""
        if flags & _CONNECTING and (downloaded or uploaded):
            # Nothing moves before the handshake.
            self._carried[endpoint] = downloaded, uploaded
        earlier = self._carried.get(endpoint, (0, 0))
        downloaded, uploaded = max(0, downloaded - earlier[0]), max(0, uploaded - earlier[1])
        state = State(flags & _WATCHED, downloaded > 0, uploaded > 0, fails)
        before = self._states.get(endpoint, _NEW)
        moved = self._earlier.get(endpoint, (0, 0))
        if (
            (state.flags & _CONNECTING and not before.flags & _CONNECTING)
            or downloaded < moved[0]
            or uploaded < moved[1]
        ):
            # Another connection to the same place.
            before = _NEW._replace(fails=before.fails)
            self._reads.pop(endpoint, None)
        self._next[endpoint] = state
        self._totals[endpoint] = downloaded, uploaded
        if state != before:
            self._compare(endpoint, before, state)
        if state.flags & _CONNECTING:
            return False
        reads = self._reads.get(endpoint, 0)
        if reads < _READ:
            self._reads[endpoint] = reads + 1
        return reads < _READ

    def identify(self, endpoint: Endpoint, identity: Identity) -> None:
        """Who a peer is."""
        self._identities[endpoint] = identity

    def end(self, at: float) -> None:
        """The look is over, at this Unix moment: who was not seen is gone."""
        if len(self._reads) > len(self._next):
            self._reads = {endpoint: reads for endpoint, reads in self._reads.items() if endpoint in self._next}
        if self._carried:
            self._carried = {endpoint: total for endpoint, total in self._carried.items() if endpoint in self._next}
        self._states = self._next
        self._ready.append(Looked(at, self._before, tuple(self._changes), self._identities, self._totals))
        self._before = self._begun

    def take(self) -> list[Looked]:
        """The looks that nobody has taken yet."""
        found = []
        while self._ready:
            found.append(self._ready.popleft())
        return found

    def _compare(self, endpoint: Endpoint, before: State, now: State) -> None:
        if before.flags & _CONNECTING and not now.flags & _CONNECTING:
            self._changes.append(Change(endpoint, Step.SHAKEN))
        changed = before.flags ^ now.flags
        for bit, on, off in _STEPS:
            if changed & bit and (step := on if now.flags & bit else off):
                self._changes.append(Change(endpoint, step))
        if changed & (_CHOKED | _OPTIMISTIC):
            self._changes.append(Change(endpoint, _slot(now.flags)))
        if now.downloaded and not before.downloaded:
            self._changes.append(Change(endpoint, Step.FIRST_FROM))
        if now.uploaded and not before.uploaded:
            self._changes.append(Change(endpoint, Step.FIRST_TO))
        if now.fails > before.fails:
            self._changes.append(Change(endpoint, Step.HASH_FAILED, now.fails - before.fails))


_STEPS: tuple[tuple[int, Step | None, Step | None], ...] = (
    (_SEED, Step.BECAME_SEED, None),
    (_INTERESTING, Step.WE_WANT, Step.WE_WANT_NOT),
    (_REMOTE_INTERESTED, Step.THEY_WANT, Step.THEY_WANT_NOT),
    (_REMOTE_CHOKED, Step.THEY_CHOKED, Step.THEY_UNCHOKED),
    (_ON_PAROLE, Step.ON_PAROLE, Step.OFF_PAROLE),
)
"""The bit, and what it means that it was set or cleared: in the order in which they come about."""


def _slot(flags: int) -> Step:
    if flags & _CHOKED:
        return Step.WE_CHOKED
    return Step.WE_TRIED if flags & _OPTIMISTIC else Step.WE_UNCHOKED
