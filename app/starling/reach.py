# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of how others reach us, and we them: plain values for the window about the connection."""

from dataclasses import dataclass
from enum import Enum

from starling.peer import Transport


class Asked(Enum):
    """How a router is asked for a port."""

    UPNP = "UPnP"
    NATPMP = "NAT-PMP"


@dataclass(frozen=True, slots=True)
class Socket:
    """Where we listen."""

    address: str
    interface: str
    """Empty where the system does not say."""
    port: int
    kinds: tuple[str, ...]
    """TCP, µTP, and the same by TLS."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Somebody who connected to us."""

    at: float
    """Seconds since 1970."""
    address: str
    transport: Transport
    near: bool
    """From this computer or its network: no proof that the internet can."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the router said."""

    asked: Asked
    protocol: str
    """TCP or UDP; empty in a refusal."""
    port: int = 0
    """By which the world can reach us; 0 if it refused."""
    trouble: str = ""
    """Why not, a sentence."""


@dataclass(frozen=True, slots=True)
class Reach:
    """All of it at one moment."""

    sockets: tuple[Socket, ...] = ()
    trouble: str = ""
    """Why nobody can connect to us or not as was asked for, a sentence."""
    offline: str = ""
    """Why nothing goes out either, a sentence."""
    incoming: Incoming | None = None
    outside: bool = False
    """Somebody has connected from outside our network, since the start."""
    asks: tuple[Asked, ...] = ()
    """How the router is asked."""
    mappings: tuple[Mapping, ...] = ()
    external: tuple[str, ...] = ()
    """Our addresses as others see them, the latest first."""
    dht_nodes: int | None = None
    """None while the DHT is off."""
    bound: tuple[str, ...] = ()
    """Interfaces and addresses that nothing goes past."""
    proxy: str = ""
    """Kind and place of the proxy."""
    by_proxy: bool = False
    """Peers are reached by it, and none can reach us."""
    proxy_trouble: str = ""
    """What is wrong with it, a sentence."""
    proxy_answers: bool = False
    log: tuple[str, ...] = ()
    """What was said to the router and back, the latest last; collected while somebody watches."""
