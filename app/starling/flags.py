# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters that tell how we and a peer stand: Transmission's, and µTorrent's for what it has no letter for.

One table says what each letter means and when it is true. The string of a peer is Transmission's (T O D|d U|u K ? E
H|X I) wherever Transmission has a letter, with S, e, L, h and F of µTorrent between them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from starling.i18n import translate
from starling.peer import Encryption, Peer, Source, Transport


class Slot(IntEnum):
    """A fixed place in the flags column, so that a letter stands under its like; a peer fills it once at most."""

    TRANSPORT = 0
    OPTIMISTIC = 1
    DOWN = 2
    UP = 3
    SNUBBED = 4
    ENCRYPTION = 5
    SOURCE = 6
    ORIGIN = 7
    HASH_FAILS = 8


@dataclass(frozen=True, slots=True)
class Flag:
    """One letter."""

    letter: str
    slot: Slot
    true: Callable[[Peer], bool]
    words: Callable[[], str]
    """For the tooltip of a peer that has it."""
    legend: Callable[[], str]
    """For the line below the table, where every word counts."""


FLAGS: tuple[Flag, ...] = (
    Flag(
        "T",
        Slot.TRANSPORT,
        lambda peer: peer.transport is Transport.UTP,
        lambda: translate("Flags", "Connected over µTP, which gives way to other traffic"),
        lambda: translate("Flags", "µTP"),
    ),
    Flag(
        "O",
        Slot.OPTIMISTIC,
        lambda peer: peer.optimistic,
        lambda: translate("Flags", "Has our optimistic slot: it gets data to see whether it gives some back"),
        lambda: translate("Flags", "optimistic slot"),
    ),
    Flag(
        "D",
        Slot.DOWN,
        lambda peer: peer.we_want and not peer.they_choke,
        lambda: translate("Flags", "Sends to us: it has what we want and lets us have it"),
        lambda: translate("Flags", "it sends to us"),
    ),
    Flag(
        "d",
        Slot.DOWN,
        lambda peer: peer.we_want and peer.they_choke,
        lambda: translate("Flags", "Chokes us: it has what we want and gives us no slot"),
        lambda: translate("Flags", "it chokes us"),
    ),
    Flag(
        "U",
        Slot.UP,
        lambda peer: peer.they_want and not peer.we_choke,
        lambda: translate("Flags", "We send to it: it wants what we have, and has one of our slots"),
        lambda: translate("Flags", "we send to it"),
    ),
    Flag(
        "u",
        Slot.UP,
        lambda peer: peer.they_want and peer.we_choke,
        lambda: translate("Flags", "We choke it: it wants what we have and waits for one of our slots"),
        lambda: translate("Flags", "we choke it"),
    ),
    Flag(
        "K",
        Slot.DOWN,
        lambda peer: not peer.we_want and not peer.they_choke,
        lambda: translate("Flags", "It would send to us, but has nothing we need"),
        lambda: translate("Flags", "it would send, we need nothing"),
    ),
    Flag(
        "?",
        Slot.UP,
        lambda peer: not peer.they_want and not peer.we_choke,
        lambda: translate("Flags", "We would send to it, but it wants nothing"),
        lambda: translate("Flags", "we would send, it wants nothing"),
    ),
    Flag(
        "S",
        Slot.SNUBBED,
        lambda peer: peer.snubbed,
        lambda: translate("Flags", "Snubbed: it promised data and has sent none for a minute"),
        lambda: translate("Flags", "snubbed"),
    ),
    Flag(
        "E",
        Slot.ENCRYPTION,
        lambda peer: peer.encryption is Encryption.FULL,
        lambda: translate("Flags", "Encrypted"),
        lambda: translate("Flags", "encrypted"),
    ),
    Flag(
        "e",
        Slot.ENCRYPTION,
        lambda peer: peer.encryption is Encryption.HANDSHAKE,
        lambda: translate("Flags", "Only the handshake was encrypted"),
        lambda: translate("Flags", "encrypted handshake"),
    ),
    Flag(
        "H",
        Slot.SOURCE,
        lambda peer: Source.DHT in peer.source,
        lambda: translate("Flags", "Found by the DHT"),
        lambda: translate("Flags", "by DHT"),
    ),
    Flag(
        "X",
        Slot.SOURCE,
        lambda peer: Source.PEX in peer.source and Source.DHT not in peer.source,
        lambda: translate("Flags", "Found by peer exchange: another peer told us"),
        lambda: translate("Flags", "found by PEX"),
    ),
    Flag(
        "L",
        Slot.SOURCE,
        lambda peer: Source.LSD in peer.source and not peer.source & (Source.DHT | Source.PEX),
        lambda: translate("Flags", "Found in the local network"),
        lambda: translate("Flags", "local network"),
    ),
    Flag(
        "I",
        Slot.ORIGIN,
        lambda peer: peer.incoming,
        lambda: translate("Flags", "It called us"),
        lambda: translate("Flags", "it called us"),
    ),
    Flag(
        "h",
        Slot.ORIGIN,
        lambda peer: peer.holepunched and not peer.incoming,
        lambda: translate("Flags", "Reached through a hole in both firewalls, with the help of another peer"),
        lambda: translate("Flags", "hole punched"),
    ),
    Flag(
        "F",
        Slot.HASH_FAILS,
        lambda peer: peer.hash_fails > 0,
        lambda: translate("Flags", "Took part in a piece that failed its hash check"),
        lambda: translate("Flags", "failed a hash check"),
    ),
)


def of(peer: Peer) -> list[Flag]:
    """The flags that are true for a peer, in the order of the string."""
    return [flag for flag in FLAGS if flag.true(peer)]


def letters(peer: Peer) -> str:
    """The flags as one string, such as ``TDUEX``."""
    return "".join(flag.letter for flag in FLAGS if flag.true(peer))


def explain(peer: Peer) -> list[str]:
    """What each letter of this peer means, in the order of the string."""
    return [flag.words() for flag in FLAGS if flag.true(peer)]
