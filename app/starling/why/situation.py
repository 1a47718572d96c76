# SPDX-License-Identifier: GPL-3.0-or-later
"""All that the causes look at, of one torrent at one moment: plain values, as far as they are known.

What changes from second to second while nothing happens has no place here: moments instead of durations, no rates.
"""

from dataclasses import dataclass
from enum import Enum

from starling.torrent import State, Torrent
from starling.why.reason import Doing

MOST = 51
"""Addresses that are counted of each kind, one more than is told: beyond that it is a number without a meaning."""


class Secrecy(Enum):
    """What encryption we insist on."""

    EITHER = "either"
    REQUIRED = "required"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for the session; one object for all torrents, and the same one as long as nothing of it changes."""

    port: int = 0
    """That listens; 0 if none does."""
    listen_error: str = ""
    """Why none does, or not the one that was asked for; a sentence."""
    reachable: bool = False
    """Somebody from outside our network has connected to us."""
    offline: str = ""
    """Why nothing goes out at all, a sentence."""
    proxy: bool = False
    """Peers are reached by a proxy."""
    proxy_trouble: str = ""
    """What is wrong with it, a sentence."""
    alone: bool = False
    """For a minute no torrent has had a peer, the DHT that is on has known no node, and no tracker has been reached."""
    dht: bool = True
    dht_nodes: bool = True
    """It knows some."""
    secrecy: Secrecy = Secrecy.EITHER
    down_limit: int = 0
    """Bytes/s that hold now, slow mode and schedule included; 0 = no limit. So in every limit here."""
    up_limit: int = 0
    slow: bool = False
    """These limits are those of slow mode."""
    connections: int = 0
    connections_fixed: bool = False
    """Their own setting does not decide how many; so for slots."""
    crowded: bool = False
    """Nearly all of them are taken."""
    slots: int = 0
    """For uploads, of all torrents; 0 = no limit."""
    slots_fixed: bool = False
    slots_taken: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for this torrent beside `Rules`; 0 = no limit."""

    down: int = 0
    up: int = 0
    """Its own, or its label's where that is lower."""
    down_label: str = ""
    """The label whose limit that is; empty if it is the torrent's own."""
    up_label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Its place in the queue."""

    ahead: int = 0
    """How many stand before it, those that run and those that wait."""
    place: int = 0
    """Among those that wait, 1 is the next; 0 where there is no order, as of complete torrents."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where its peers are to come from."""

    trackers: int = 0
    """That could be asked."""
    working: int = 0
    failing: int = 0
    host: str = ""
    """Of the first that fails, or else of the one that answered last."""
    text: str = ""
    """The sentence of the first that fails."""
    refuser: str = ""
    """Host of the first that refuses this torrent in its own words."""
    refusal: str = ""
    """Those words."""
    unreachable: bool = False
    """All that fail could not be found or reached."""
    failing_since: float | None = None
    answered: float | None = None
    """When one answered last."""
    dht: bool = False
    """It may be asked for this torrent."""
    dht_asked: bool = False
    """It has been for long enough to know."""
    outside: bool = False
    """A tracker beyond our own network answers: the swarm is out there."""
    web_host: str = ""
    """Of the web seed that failed last."""
    web_text: str = ""
    """Why it did; empty where none did, or it has worked since."""


@dataclass(frozen=True, slots=True)
class Calls:
    """What became of attempts to connect since somebody was connected last; each address once, up to some number."""

    failed: int = 0
    """Addresses that did not answer, or broke off before the handshake."""
    vain: int = 0
    """Addresses that were called without a connection, for whatever of these reasons: some fail in two ways."""
    long: bool = False
    """So it has been for minutes."""
    outside: int = 0
    """Of those, the ones beyond our own network."""
    since: float | None = None
    """When the first of them failed."""
    filtered: int = 0
    """Addresses that a filter or a ban kept out."""
    secrecy: int = 0
    """Addresses with which no encryption could be agreed on; these and the next are not in `failed`."""
    hung_up: int = 0
    """Addresses that closed the connection during the handshake, without a word."""
    own: int = 0
    """Addresses that turned out to be ours."""
    banned: int = 0
    """Peers that were banned for wrong data."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who is connected, from a close look."""

    connected: int = 0
    """With a finished handshake; web seeds are not counted here."""
    web_seeds: int = 0
    """How many the torrent has, connected or not."""
    web_host: str = ""
    """Of the first."""
    holders: int = 0
    """Who have something that we lack and want."""
    choking: int = 0
    """Of the holders, those who choke us."""
    traders: int = 0
    """Of these, those who want something of us: more for them may change their mind."""
    snubbed: int = 0
    """Of the others, those who send nothing although they were asked long ago."""
    asked: int = 0
    """Of the others, those who were asked for something."""
    down_limited: int = 0
    """Whose data wait for a limit of ours."""
    down_disk: int = 0
    """Whose data wait for our disk."""
    extensions: int = 0
    """Who speak the extension protocol."""
    wanting: int = 0
    """Who want something of us."""
    served: int = 0
    """Of those, the ones we have unchoked."""
    up_limited: int = 0
    """Data for whom wait for a limit of ours."""
    up_disk: int = 0
    """Data for whom wait for our disk."""


@dataclass(frozen=True, slots=True)
class Holes:
    """Pieces that are wanted and missing, from a close look."""

    missing: int = 0
    unheld: int = 0
    """Of those, the ones that nobody connected has."""
    stretches: tuple[tuple[int, int], ...] = ()
    """The first few stretches of the unheld, first and last piece counted from 0."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with what came."""

    hash_fails: int = 0
    """Pieces that failed their check since one passed it."""
    since: float | None = None
    metadata_fails: int = 0
    """Times that the metadata came and had the wrong hash."""
    metadata_lately: bool = False
    """They did so some moments ago."""


@dataclass(frozen=True, slots=True)
class Disk:
    """Where it is written to."""

    folder: str = ""
    free: int | None = None
    """Bytes; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything at once. What was not looked at is None: no cause that needs it holds."""

    row: Torrent
    rules: Rules = Rules()
    limits: Limits = Limits()
    line: Line = Line()
    sources: Sources = Sources()
    calls: Calls = Calls()
    crowd: Crowd | None = None
    holes: Holes | None = None
    trouble: Trouble = Trouble()
    disk: Disk = Disk()
    opening: bool = False
    """It is not in the session, and about to be."""
    check_waits: bool = False
    """It is queued to be checked, not to be transferred."""
    new: bool = False
    """It runs for some seconds only: nobody can have answered."""
    stalled_since: float | None = None
    """Unix seconds."""

    @property
    def doing(self) -> Doing:
        """What it would do; nothing also where it does it, or has only just begun."""
        row = self.row
        if row.state is State.STALLED:
            return Doing.DOWNLOADING
        if self.new or self.opening:
            return Doing.NOTHING
        if row.state is State.METADATA:
            return Doing.DETAILS
        return Doing.SEEDING if row.state is State.SEEDING and row.size and not row.up else Doing.NOTHING

    @property
    def nobody(self) -> bool:
        """Nobody is connected."""
        return not self.row.peers and not self.row.seeds if self.crowd is None else not self.crowd.connected

    @property
    def web_seeds(self) -> bool:
        """It has some, as far as that was seen."""
        return bool(self.sources.web_text) or bool(self.crowd is not None and self.crowd.web_seeds)

    @property
    def known(self) -> int:
        """Addresses that are known, our own left out."""
        return max(0, self.row.known_peers - self.calls.own)

    def most(self, count: int) -> bool:
        """Whether so many are most of the addresses that are known, or as many as are counted."""
        return count >= MOST or count * 2 >= self.known

    @property
    def up_limit(self) -> int:
        """The lowest that holds, bytes/s; 0 = none."""
        return min(filter(None, (self.rules.up_limit, self.limits.up)), default=0)

    @property
    def down_limit(self) -> int:
        """The lowest that holds, bytes/s; 0 = none."""
        return min(filter(None, (self.rules.down_limit, self.limits.down)), default=0)
