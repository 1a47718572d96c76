# SPDX-License-Identifier: GPL-3.0-or-later
"""The choker's and the picker's work at one moment, as plain values; rates are bytes/s, moments Unix seconds."""

from dataclasses import dataclass
from enum import Enum

from starling.peer import Peer

MEAN = 20.0
"""Seconds over which a peer's rates are averaged for the board, as Cohen's choker did."""


class Standing(Enum):
    """Where a peer stands with our choker."""

    SLOT = "slot"
    OPTIMISTIC = "optimistic"
    FREE = "free"
    """Unchoked without a slot: slots do not count for it, as in the local network."""
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
    """Of its slot, from 1; 0 for none."""
    earned: int = 0
    """What it gave us, averaged over `MEAN`."""
    taken: int = 0
    """What we gave it, averaged likewise."""
    since: float | None = None
    """When we saw it get, or lose, its slot."""


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
    """How many of them are given by chance."""
    last: float | None = None
    """When the last round was."""


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
    WHOLE = "whole pieces from one peer"
    ENDGAME = "endgame"


@dataclass(frozen=True, slots=True)
class Picking:
    """The picker at work."""

    phase: Phase
    reasons: tuple[tuple[Pick, int], ...] = ()
    """Blocks asked for in the last seconds, by reason, the most first."""
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
