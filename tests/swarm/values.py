# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the swarm kit: what can be chosen, and what its processes report.

Sizes are bytes, rates bytes/s, fractions 0-1, moments Unix seconds. Nothing here imports libtorrent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

Scheme = Literal["http", "https", "udp"]
"""What a tracker speaks, as its URL says it."""


class Version(Enum):
    """Which info dictionaries a .torrent carries (BEP 3, BEP 52)."""

    V1 = "v1"
    V2 = "v2"
    HYBRID = "hybrid"


class Encryption(Enum):
    """What a peer asks of its connections (message stream encryption)."""

    ANY = "any"
    OFF = "off"
    HANDSHAKE = "handshake"
    """An encrypted handshake is required, the payload travels in plain text."""
    RC4 = "rc4"
    """Everything is encrypted or there is no connection."""


class Transport(Enum):
    """The only transport a peer speaks. On loopback uTP reaches a few dozen MiB/s, TCP hundreds."""

    TCP = "tcp"
    UTP = "utp"


class Manner(Enum):
    """How a peer behaves."""

    HONEST = "honest"
    SLOW = "slow"
    """Uploads a block of 16 KiB every four seconds."""
    FREE_RIDER = "free rider"
    """Takes what it gets and never unchokes anybody."""
    CORRUPT = "corrupt"
    """Claims every piece and serves bytes that fail the hash check."""
    METADATA_ONLY = "metadata only"
    """Has the metadata (BEP 9) and not one piece, and never asks for one."""


class Certificate(Enum):
    """What is wrong with the certificate of an HTTPS server."""

    VALID = "valid"
    EXPIRED = "expired"
    WRONG_HOST = "wrong host"
    UNTRUSTED = "untrusted"
    """Signed by a CA that is not in `Swarm.ca_file`."""


class Answer(Enum):
    """How a tracker answers. UDP has no WARNING, NOT_FOUND, SERVER_ERROR and REDIRECT."""

    OK = "ok"
    HANG = "hang"
    """The announce is received and never answered."""
    GARBAGE = "garbage"
    EMPTY = "empty"
    FAILURE = "failure"
    """A failure reason, `text`; libtorrent drops the text of one that came by UDP."""
    BAD_UTF8 = "bad utf-8"
    """A failure reason that is Latin-1, as trackers of old send it."""
    WARNING = "warning"
    """Peers, and a warning message, `text`."""
    NOT_FOUND = "404"
    SERVER_ERROR = "500"
    REDIRECT = "redirect"
    """HTTP 302 to the tracker `text`, the query kept."""


class Event(Enum):
    """Why a peer announced (BEP 3); NONE is the regular one."""

    NONE = ""
    STARTED = "started"
    STOPPED = "stopped"
    COMPLETED = "completed"
    PAUSED = "paused"
    """It has what it wants and not everything: a partial seed (BEP 21)."""


@dataclass(frozen=True, slots=True)
class Client:
    """What a peer says it is: `name` in the extension handshake (BEP 10), `fingerprint` in its peer-id (BEP 20)."""

    name: str
    fingerprint: str


CLIENTS = (
    Client("qBittorrent/5.1.2", "-qB5120-"),
    Client("Transmission 4.0.6", "-TR4060-"),
    Client("Deluge/2.1.1 libtorrent/2.0.11.0", "-DE211s-"),
    Client("µTorrent 3.6", "-UT3600-"),
    Client("BiglyBT 3.8.0.0", "-BI3800-"),
    Client("KTorrent 24.12", "-KTO120-"),
    Client("aria2/1.37.0", "-A21370-"),
    Client("libtorrent/2.1.1", "-LT2110-"),
)
"""Peers that are not told who to be take these in turn."""


@dataclass(frozen=True, slots=True)
class Announce:
    """One announce as a tracker received it, whatever it answered."""

    at: float
    info_hash: str
    """40 hex digits; of a v2 torrent the first 40 of its 64."""
    event: Event
    ip: str
    port: int
    peer_id: bytes
    uploaded: int
    downloaded: int
    left: int
    numwant: int
    user_agent: str
    """Empty for UDP, which has none."""
    answer: Answer

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Announce":
        """Undo what the tracker's process did to send it."""
        own = {
            "event": Event(data["event"]),
            "answer": Answer(data["answer"]),
            "peer_id": bytes.fromhex(data["peer_id"]),
        }
        return cls(**{**data, **own})


@dataclass(frozen=True, slots=True)
class SeenPeer:
    """A connection as a peer of the kit sees it; `flags` are libtorrent's peer_info bits."""

    ip: str
    port: int
    client: str
    flags: int
    progress: float
    down: int
    up: int
    downloaded: int
    uploaded: int
    hash_fails: int


@dataclass(frozen=True, slots=True)
class PeerStatus:
    """A peer of the kit at one moment; `state` is libtorrent's word."""

    state: str
    progress: float
    has_metadata: bool
    seeding: bool
    down: int
    up: int
    downloaded: int
    uploaded: int
    failed: int
    """Bytes that did not pass the hash check."""
    peers: tuple[SeenPeer, ...]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PeerStatus":
        """Undo what the peer's process did to send it."""
        return cls(**{**data, "peers": tuple(SeenPeer(**peer) for peer in data["peers"])})


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something libtorrent reported in a peer: `kind` is the alert's name without "_alert"."""

    kind: str
    text: str


class ProxyManner(Enum):
    """How a proxy treats who comes."""

    HONEST = "honest"
    HANG = "hang"
    """It takes connections and never answers."""
    CLOSE = "close"
    """It ends every connection at once."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Something a proxy was asked for: `what` is connect, udp, refused or an HTTP method."""

    kind: str
    what: str
    host: str
    port: int
    user: str


@dataclass(frozen=True, slots=True)
class WebRequest:
    """One request a web server received; `complete` is False while it is answered and if the client went away."""

    path: str
    user_agent: str
    sent: int
    complete: bool
