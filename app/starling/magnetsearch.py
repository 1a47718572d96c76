# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a magnet link's torrent has come on its way to the metadata, as plain values."""

from dataclasses import dataclass

from starling.peer import Source


@dataclass(frozen=True, slots=True)
class DhtSearch:
    """What became of asking the DHT, since it is listened to and as long as somebody looks."""

    nodes: int = 0
    """That the DHT knows: nobody can be asked without any."""
    asked: int = 0
    """Different nodes that were asked for this torrent."""
    answers: int = 0
    """That named peers."""
    peers: int = 0
    """The most that one answer named."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Of BEP 9, since somebody looks. libtorrent counts them for all torrents together."""

    sent: int = 0
    came: int = 0


@dataclass(frozen=True, slots=True)
class MagnetSearch:
    """At one moment."""

    known: int = 0
    """Addresses."""
    connecting: int = 0
    """That have not said who they are yet."""
    connected: int = 0
    capable: int = 0
    """Of these, those that speak the extension protocol (BEP 10), by which alone the metadata come."""
    sources: tuple[tuple[Source, int], ...] = ()
    """How those were found, whether they have answered or not; the most first."""
    unanswered: int = 0
    """Addresses that did not answer since the last one did."""
    wrong: int = 0
    """How often metadata came whose hash was another: those who sent them are asked again later."""
    trackers: int = 0
    trackers_working: int = 0
    trackers_failing: int = 0
    dht: DhtSearch | None = None
    """None where it is off, or may not be asked."""
    messages: Messages | None = None
