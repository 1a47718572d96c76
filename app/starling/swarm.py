# SPDX-License-Identifier: GPL-3.0-or-later
"""The choker's and the picker's work at one moment, as plain values; rates are bytes/s, moments Unix seconds."""

from dataclasses import dataclass
from enum import Enum

from starling.peer import Peer

MEAN = 20.0
"""Seconds over which a peer's rates are averaged for the board, as Cohen's choker did."""

BLOCK = 16_384
"""Bytes that are asked for at a time."""

SHOWN = 10.0
"""Seconds for which a reason of the picker is told."""


class Standing(Enum):
    """Where a peer stands with our choker."""

    SLOT = "slot"
    OPTIMISTIC = "optimistic"
    FREE = "free"
    """It wants data and is unchoked without a slot: slots do not count for it, as in the local network."""
    WAITING = "waiting"
    """It wants data and we choke it."""
    CONTENT = "content"
    """It wants nothing."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One connected peer on the board."""

    peer: Peer
    standing: Standing
    number: int = 0
    """Of its slot, from 1, the same as long as it keeps it; 0 for none, and for the optimistic ones."""
    earned: int = 0
    """What it gave us, averaged over the last `over` seconds."""
    taken: int = 0
    """What we gave it, averaged likewise."""
    since: float | None = None
    """When we saw it get its slot, the one by chance, or begin to wait; None where that was before somebody looked, and
    for those who neither have a slot nor wait.
    """
    over: float = MEAN
    """Seconds of `earned` and `taken`: fewer than `MEAN` while it has not been looked at so long, 0 if not at all."""
    round_earned: int | None = None
    """Bytes it gave us from the last round but one to the last, by which libtorrent ranked it, seen within a second;
    None until we saw both.
    """
    round_taken: int | None = None
    """Bytes it took from us meanwhile."""


class Choker(Enum):
    """By which rule slots are given."""

    TIT_FOR_TAT = "tit for tat"
    """Downloading: to who gives us most."""
    ROUND_ROBIN = "round robin"
    """Seeding: each its quota, then the next."""
    FASTEST = "fastest"
    """Seeding: to who takes fastest."""
    ANTI_LEECH = "anti leech"
    """Seeding: to who has just begun or is about to finish."""
    EVERYBODY = "everybody"
    """There is no limit on slots."""
    RATE_BASED = "rate based"
    """As many slots as the upload rate fills."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """When slots are decided, as far as it was seen."""

    choker: Choker
    period: int
    """Seconds between two rounds."""
    next: float | None
    """None until a round was seen."""
    optimistic_period: int
    optimistic_next: float | None
    slots: int | None
    """For all torrents together; None = no limit."""
    used: int
    """Of those, by peers of all torrents."""
    optimistic: int
    """How many of them are optimistic: they go by turns, to who has waited longest.

    The others go to some of the best `slots` peers: libtorrent does not sort these among each other, so that the very
    best may have to wait.
    """
    last: float | None = None
    """When the last round was."""
    forced: bool = False
    """It came before its time, because somebody with a slot left or lost interest, settings changed, or more were
    served than there are slots when optimistic ones were given.
    """
    quota: int = 0
    """Pieces after which, and not within a minute, `ROUND_ROBIN` gives a slot to the next."""


class Phase(Enum):
    """What the picker does at the moment."""

    NOTHING = "nothing"
    """It needs nothing, or can ask nobody."""
    RANDOM = "random first"
    RAREST = "rarest first"
    SEQUENTIAL = "sequential"
    DEADLINE = "deadline"
    """Pieces that are needed at a certain time come first: streaming."""
    ENDGAME = "endgame"


class Pick(Enum):
    """A reason that libtorrent gave for asking for a block (picker_log)."""

    PARTIAL = "partial pieces first"
    RARE_PARTIAL = "rarest partial piece"
    RAREST = "rarest first"
    COMMON = "commonest first"
    RANDOM = "random"
    SEQUENTIAL = "sequential"
    DEADLINE = "deadline"
    SUGGESTED = "suggested by the peer"
    NEAR = "near what was begun lately"
    """In the same 4 MiB of the files as pieces begun lately, which disks like."""
    PRIORITY = "highest priority first"
    """Before the others of a sequential download."""


@dataclass(frozen=True, slots=True)
class Picking:
    """The picker at work."""

    phase: Phase
    reasons: tuple[tuple[Pick, int], ...] = ()
    """Blocks that it chose in the last seconds, by reason, the most first.

    One choice may have gone several ways, of which libtorrent does not tell block by block: the last one counts.
    """
    seen: bool = False
    """Whether the reasons are libtorrent's own, or nothing was asked while somebody looked."""
    rarest: int | None = None
    """Connected peers that have the rarest piece that we lack."""
    rarest_pieces: int = 0
    """How many such pieces there are."""
    partials: int = 0
    """Pieces that are begun."""
    asked_twice: int = 0
    """Blocks that were asked of several peers and are not here."""
    left: int = 0
    """Blocks that nobody was asked for yet."""
    whole: int = 0
    """Of the blocks in `reasons`, those chosen as whole pieces from one peer, because it is fast."""
    sampled: bool = False
    """So much was chosen that only a part of it was listened to: there were more blocks than `reasons` tells."""


@dataclass(frozen=True, slots=True)
class Board:
    """All that the Swarm tab shows of one torrent."""

    at: float
    seats: tuple[Seat, ...]
    """Slots by number, the optimistic ones, those outside slots, who waits (the best first), who wants nothing."""
    rounds: Rounds
    picking: Picking | None
    """None of a torrent that wants nothing."""
    redundant: int = 0
    """Bytes of this session that came twice."""
    failed: int = 0
    """Bytes of this session that failed their hash check."""
    elsewhere: int = 0
    """Slots that peers of other torrents hold."""
    most: int | None = None
    """Slots that this torrent may have; None = as many as there are."""
    web_seeds: tuple[Peer, ...] = ()
    """They give and can't want anything: no choker decides on them, and they have no seat."""

    @property
    def connected(self) -> tuple[Peer, ...]:
        """Everybody, who has a seat and who has none."""
        return (*(seat.peer for seat in self.seats), *self.web_seeds)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The requests that are kept in flight with one peer."""

    blocks: int
    """Asked of it and not here yet."""
    seconds: float | None
    """What is asked for lasts so long at its rate; None while nothing comes."""


def pipeline(peer: Peer) -> Pipeline:
    """Requests in flight, and for how long they are.

    Whether they are enough can't be told: what libtorrent calls the round trip (peer_info.rtt) is the time from one
    block to the next, which says nothing of the way there and back.
    """
    return Pipeline(peer.requests_out, peer.queue_bytes / peer.down if peer.down else None)
