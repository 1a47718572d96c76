# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of the peers table: a peer at one moment, with its flags and the verdict on it."""

import time
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from starling.flags import Facts, Flag, Letters
from starling.flags import of as flags_of
from starling.peer import SAMPLE, Peer
from starling.torrent import Torrent
from starling.ui.details import verdict
from starling.ui.details.verdict import Verdict

_JUDGED_BY = 20
"""Seconds over which it is measured who gives most, as for upload slots."""


class PeerRow(NamedTuple):
    """A peer and what is to be said of it."""

    peer: Peer
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    metadata: bool = True
    letters: Letters = Letters.TRANSMISSION
    now: int = 0
    """The Unix second it is about."""
    key: str = ""
    """What tells it from other rows; made once, since tables ask for it often."""

    @property
    def facts(self) -> Facts:
        """What its flags are told from."""
        return Facts(self.peer, self.metadata, self.now)

    @property
    def string(self) -> str:
        """Its flags as they are written, such as ``TDUEX``."""
        return "".join(flag.written(self.letters) for flag in self.flags)

    def lasted(self, since: float | None) -> int | None:
        """Seconds since then; None where that is not known."""
        return None if since is None else max(0, int(self.now - since))


def key_of(row: PeerRow) -> Hashable:
    """What tells it from other rows."""
    return row.key


def rows_of(
    torrent: Torrent, peers: Sequence[Peer], letters: Letters = Letters.TRANSMISSION, now: float | None = None
) -> list[PeerRow]:
    """The rows of a torrent's peers."""
    moment = int(time.time() if now is None else now)
    complete, metadata = torrent.complete, torrent.has_metadata
    slots = slots_of(peers, complete=complete)
    return [
        PeerRow(
            peer,
            verdict.of(peer, complete=complete, metadata=metadata, slot=slots.get(key), now=moment),
            flags_of(Facts(peer, metadata, moment)),
            metadata,
            letters,
            moment,
            key,
        )
        for peer in peers
        for key in (peer.key,)
    ]


def slots_of(peers: Sequence[Peer], *, complete: bool) -> Mapping[str, int]:
    """The number of each peer's upload slot, by its key: 1 for who gives us most, or takes most once we are complete.

    The optimistic one is not counted.
    """
    served = [peer for peer in peers if peer.they_want and not peer.we_choke and not peer.optimistic]
    served.sort(key=lambda peer: (-_judged(peer, complete=complete), peer.key))
    return {peer.key: number for number, peer in enumerate(served, 1)}


def _judged(peer: Peer, *, complete: bool) -> float:
    samples = (peer.rates.up if complete else peer.rates.down)[-(_JUDGED_BY // SAMPLE) :]
    if not samples:
        return peer.up if complete else peer.down
    return sum(samples) / len(samples)
