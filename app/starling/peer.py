# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers as frozen snapshots: rates are bytes/s, sizes bytes, durations seconds, moments Unix seconds."""

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Final


class Source(Flag):
    """How a peer was found."""

    NONE = 0
    TRACKER = auto()
    DHT = auto()
    PEX = auto()
    LSD = auto()
    RESUME = auto()
    INCOMING = auto()
    WEB_SEED = auto()
    """It is a web seed, of which the torrent itself tells."""


class Encryption(Enum):
    """Message stream encryption of a connection."""

    NONE = "none"
    HANDSHAKE = "handshake"
    FULL = "full"


class Channel(Enum):
    """What one direction of a connection waits for."""

    IDLE = "idle"
    LIMIT = "limit"
    """For its share of a limit of ours."""
    NETWORK = "network"
    """For the other side."""
    DISK = "disk"
    """For our disk."""


class Transport(Enum):
    """What carries a peer's connection."""

    TCP = "TCP"
    UTP = "µTP"
    WEB_SEED = "web seed"


@dataclass(frozen=True, slots=True)
class Rates:
    """Payload rates of the last minutes in bytes/s, a sample every `SAMPLE` seconds, the newest last.

    Empty if nothing moved, and as long as the connection is looked at if that is not so long.
    """

    down: tuple[int, ...] = ()
    up: tuple[int, ...] = ()


SAMPLE = 3
"""Seconds between two samples of `Rates`."""
SAMPLES = 40
"""How many of them are kept: two minutes."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Which pieces a peer has against those we miss, in cells from the first piece to the last, a byte each."""

    has: bytes
    """Its share of the cell's pieces, 0-255; 255 only if it has them all."""
    useful: bytes
    """Its share of those pieces of the cell that we want and miss; 0 where we miss none."""
    relevance: float
    """Share of all the pieces that we want and miss; 0 if we miss none."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One connected peer."""

    address: str
    port: int
    client: str = ""
    """As the peer calls itself, made printable; a raw peer-id such as ``-BT7a4S-`` where it is unknown.

    Of a web seed the server's program.
    """
    progress: float = 0.0
    down: int = 0
    up: int = 0
    """Payload rates."""
    downloaded: int = 0
    uploaded: int = 0
    source: Source = Source.NONE
    """Everything that has told of it, in whatever order: others soon name whom the tracker has named."""
    encryption: Encryption = Encryption.NONE
    transport: Transport = Transport.TCP
    found: Source = Source.NONE
    """What had told of it when it was seen first: how it was found, if it was seen in time."""
    we_want: bool = False
    """We are interested in its pieces."""
    they_want: bool = False
    we_choke: bool = True
    they_choke: bool = True
    optimistic: bool = False
    snubbed: bool = False
    """It lets us have what we want, was asked long ago, and sends nothing: `waiting_since` tells since when."""
    incoming: bool = False
    connecting: bool = False
    seed: bool = False
    upload_only: bool = False
    holepunched: bool = False
    hash_fails: int = 0
    requests_out: int = 0
    requests_in: int = 0
    id: str = ""
    """The printable head of its peer-id, such as ``-qB4530-``."""
    raw_id: bytes = b""
    """All 20 bytes of that; of a web seed nothing."""
    host: str = ""
    """Its host name, where names are looked up and it has one; of a web seed the one in its URL."""
    country: str = ""
    """ISO 3166-1 alpha-2, empty where no database knows it."""
    rates: Rates = Rates()
    holding: Holding | None = None
    """Some seconds old; None while it is not known."""
    own_rate: int | None = None
    """How fast it completes pieces itself, from us and from others; None for seeds and while it is not known."""
    contribution: float | None = None
    """Share of what it has that we gave it; 0-1."""
    since: float | None = None
    """When it was connected."""
    waiting_since: float | None = None
    """Since when we want its pieces and get nothing: it chokes us, or is slow to answer. None while it sends."""
    choked_since: float | None = None
    """Since when it chokes us although we want its pieces; None while it still sends what was asked before."""
    last_active: float | None = None
    """When payload last moved in either direction."""
    piece: int | None = None
    """The piece it is sending."""
    on_parole: bool = False
    """A piece it took part in failed its hash check, and it is tested now."""
    endgame: bool = False
    """It is asked for blocks that others were asked for too."""
    down_limit: int | None = None
    """Our limit for its address; None = no limit of its own."""
    up_limit: int | None = None
    seat: int = 0
    """Which of several web seeds of one server it is."""
    url: str = ""
    """Of a web seed, where its server has no other of the torrent's."""
    extensions: bool = False
    """It speaks the extension protocol (BEP 10), without which it can't give the metadata."""
    round_trip: float | None = None
    """Seconds; None until it was measured."""
    queue_bytes: int = 0
    """Asked of it and not here yet."""
    reading: Channel = Channel.IDLE
    """What the next byte from it waits for."""
    writing: Channel = Channel.IDLE
    """What the next byte to it waits for."""
    times_out: float | None = None
    """Seconds until the oldest block it was asked for is asked of another; None where none is outstanding."""

    @property
    def key(self) -> str:
        """What tells this connection from every other of the torrent."""
        return self.key_of(self.address, self.port, self.transport, self.seat)

    @staticmethod
    def key_of(address: str, port: int, transport: Transport, seat: int = 0) -> str:
        """The same before there is a peer."""
        key = f"{address}|{port}|{transport.value}"
        return f"{key}|{seat}" if seat else key


class Leave(Enum):
    """Stands where a limit of a peer's rate would, for the one there is."""

    LEAVE = "leave"


LEAVE: Final = Leave.LEAVE
Change = int | None | Leave
"""A limit to be, none, or what it is."""
