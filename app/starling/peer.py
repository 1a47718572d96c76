# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers as frozen snapshots: rates are bytes/s, sizes bytes, durations seconds, moments Unix seconds."""

from dataclasses import dataclass
from enum import Enum, Flag, auto


class Source(Flag):
    """How a peer was found."""

    NONE = 0
    TRACKER = auto()
    DHT = auto()
    PEX = auto()
    LSD = auto()
    RESUME = auto()
    INCOMING = auto()


class Encryption(Enum):
    """Message stream encryption of a connection."""

    NONE = "none"
    HANDSHAKE = "handshake"
    FULL = "full"


class Transport(Enum):
    """What carries a peer's connection."""

    TCP = "TCP"
    UTP = "µTP"
    WEB_SEED = "web seed"


@dataclass(frozen=True, slots=True)
class Peer:
    """One connected peer."""

    address: str
    port: int
    client: str = ""
    """As the peer calls itself, made printable; a raw peer-id such as ``-BT7a4S-`` where it is unknown."""
    progress: float = 0.0
    down: int = 0
    up: int = 0
    """Payload rates."""
    downloaded: int = 0
    uploaded: int = 0
    source: Source = Source.NONE
    encryption: Encryption = Encryption.NONE
    transport: Transport = Transport.TCP
    we_want: bool = False
    """We are interested in its pieces."""
    they_want: bool = False
    we_choke: bool = True
    they_choke: bool = True
    optimistic: bool = False
    snubbed: bool = False
    incoming: bool = False
    connecting: bool = False
    seed: bool = False
    upload_only: bool = False
    holepunched: bool = False
    hash_fails: int = 0
    requests_out: int = 0
    requests_in: int = 0

    @property
    def key(self) -> str:
        """What tells this connection from every other of the torrent."""
        return f"{self.address}|{self.port}|{self.transport.value}"
