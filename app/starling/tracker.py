# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers and the other sources of peers as frozen snapshots; moments are Unix seconds."""

from dataclasses import dataclass
from enum import Enum


class TrackerState(Enum):
    """What became of the last announce."""

    NOT_ASKED = "not asked"
    ASKING = "asking"
    WORKING = "working"
    FAILED = "failed"
    OFF = "off"


class Kind(Enum):
    """What gives us peers, or data."""

    TRACKER = "tracker"
    DHT = "DHT"
    PEX = "PEX"
    LSD = "LSD"
    WEB_SEED = "web seed"


class Cause(Enum):
    """Why an announce failed."""

    NONE = "none"
    NAME = "name not found"
    REFUSED = "refused"
    TIMED_OUT = "timed out"
    UNREACHABLE = "unreachable"
    CLOSED = "closed"
    """The connection was cut before the answer."""
    CERTIFICATE = "certificate"
    REDIRECT = "redirect"
    HTTP = "HTTP status"
    BAD_ANSWER = "bad answer"
    TRACKER = "tracker"
    """The tracker's own reason."""
    BLOCKED = "blocked"
    """We refused to ask: by a filter, a proxy or a rule against requests to the own network."""
    OTHER = "other"


class Event(Enum):
    """What an announce tells (BEP 3)."""

    NONE = "regular"
    STARTED = "started"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Announce:
    """One announce that was answered or failed."""

    at: float
    """When it was sent."""
    event: Event
    latency: float | None
    """Seconds until the answer or the failure."""
    peers: int | None = None
    """None where it failed."""
    cause: Cause = Cause.NONE
    message: str = ""
    """The sentence of a failure, or the tracker's warning."""
    version: int = 1
    """Which info-hash of a hybrid torrent was announced: 1 or 2 (BEP 52)."""

    @property
    def failed(self) -> bool:
        """No answer, or one that refuses."""
        return self.cause is not Cause.NONE


@dataclass(frozen=True, slots=True)
class Refusal:
    """A tracker that may not be asked yet."""

    url: str
    until: float
    """It is asked then."""


@dataclass(frozen=True, slots=True)
class Tracker:
    """One tracker of a torrent, or another of its sources; `tier` is None for what is no tracker."""

    url: str
    """For DHT, PEX and LSD the value of the kind."""
    tier: int | None
    state: TrackerState
    message: str = ""
    """A sentence for a failure or a tracker's own words; empty if there is nothing to say."""
    peers: int | None = None
    """Peers in its last answer; for DHT, PEX and LSD those connected that no tracker named, each counted once."""
    seeds: int | None = None
    leeches: int | None = None
    downloads: int | None = None
    last_announce: int | None = None
    next_announce: int | None = None
    min_announce: int | None = None
    fails: int = 0
    kind: Kind = Kind.TRACKER
    cause: Cause = Cause.NONE
    asking_since: float | None = None
    """When the announce that is being answered was sent."""
    failing_since: float | None = None
    """When the first of the failures in a row was."""
    last_scrape: int | None = None
    scrape_message: str = ""
    """Why the last scrape failed; empty if it did not."""
    rate: int = 0
    """Bytes/s from a web seed."""
    downloaded: int = 0
    """From a web seed since it is connected."""
    announces: tuple[Announce, ...] = ()
    """Those of the last six hours, the oldest first."""
    versions: tuple[tuple[int, TrackerState, str], ...] = ()
    """Of a hybrid torrent: 1 or 2, what became of the last announce of that info-hash, and its message."""
