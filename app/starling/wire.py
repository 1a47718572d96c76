# SPDX-License-Identifier: GPL-3.0-or-later
"""What two peers say to each other, message by message, as plain values: sizes are bytes, moments Unix seconds."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from starling.peer import Encryption, Transport

KEPT = 20_000
"""Messages of one connection; the oldest go first."""
BLOCK = 16_384
"""Bytes in which pieces are asked for; only the last block of a piece is shorter."""

UNSURE = "unsure"
"""The text of a rejection that may be nobody's word but libtorrent's: whether the peer rejects at all is not known."""


class Way(Enum):
    """Who says it."""

    IN = "in"
    OUT = "out"
    NONE = "none"
    """Nobody: something happened to the connection, or to the log of it."""


class Verb(Enum):
    """What is said; the value is how the field writes it. With the specification that defines it."""

    HANDSHAKE = "HANDSHAKE"
    """BEP 3, as the messages from here on."""
    KEEP_ALIVE = "KEEP-ALIVE"
    CHOKE = "CHOKE"
    UNCHOKE = "UNCHOKE"
    INTERESTED = "INTERESTED"
    NOT_INTERESTED = "NOT INTERESTED"
    HAVE = "HAVE"
    BITFIELD = "BITFIELD"
    REQUEST = "REQUEST"
    PIECE = "PIECE"
    CANCEL = "CANCEL"
    PORT = "PORT"
    """BEP 5."""
    HAVE_ALL = "HAVE ALL"
    """BEP 6, as the messages from here on."""
    HAVE_NONE = "HAVE NONE"
    SUGGEST = "SUGGEST PIECE"
    REJECT = "REJECT REQUEST"
    ALLOWED_FAST = "ALLOWED FAST"
    EXTENDED_HANDSHAKE = "EXTENDED HANDSHAKE"
    """BEP 10, as the messages from here on."""
    EXTENDED = "EXTENDED"
    """By an extension of which libtorrent tells no more."""
    METADATA = "EXTENDED ut_metadata"
    """BEP 9."""
    PEX = "EXTENDED ut_pex"
    """BEP 11."""
    HOLEPUNCH = "EXTENDED ut_holepunch"
    """BEP 55."""
    UPLOAD_ONLY = "EXTENDED upload_only"
    """BEP 21."""
    DONT_HAVE = "EXTENDED lt_donthave"
    """BEP 54."""
    SHARE_MODE = "EXTENDED share_mode"
    HASH_REQUEST = "HASH REQUEST"
    """BEP 52, as the messages from here on."""
    HASHES = "HASHES"
    HASH_REJECT = "HASH REJECT"
    OTHER = "?"
    """Something that we know no name for: `text` is libtorrent's."""

    CONNECTED = "connected"
    """No message: the connection stands."""
    ENCRYPTION = "encryption"
    """No message: what the two have agreed on, in `Message.text`."""
    CLOSED = "closed"
    """No message: the connection is over, `Message.text` says why as far as it is known."""
    UNHEARD = "unheard"
    """No message: for so many seconds (the first number) nothing was written down."""
    LOST = "lost"
    """No message: what was said before was lost on its way here; so many messages, where the number is known."""


_NUMBERED = frozenset({Verb.REQUEST, Verb.PIECE, Verb.CANCEL, Verb.REJECT})
_ABOUT_A_PIECE = _NUMBERED | {Verb.HAVE, Verb.SUGGEST, Verb.ALLOWED_FAST, Verb.DONT_HAVE}


class Message(NamedTuple):
    """One message, or something that happened to the connection. A tuple: thousands of them come in a second."""

    number: int
    """Rises by one."""
    at: float
    way: Way
    verb: Verb
    size: int | None = None
    """All of its bytes, those of its length included; None where it is not told."""
    numbers: tuple[int, ...] = ()
    """A piece; of a block its piece, its offset there and its length; of a bitfield how many pieces are there, and of
    how many; of peer exchange how many peers came, and how many went; of metadata which kind of message (BEP 9), and
    which piece of it; else what the message has."""
    text: str = ""

    @property
    def piece(self) -> int | None:
        """Which piece it is about."""
        return self.numbers[0] if self.verb in _ABOUT_A_PIECE and self.numbers else None

    @property
    def offset(self) -> int | None:
        """Of the block that it is about, in its piece."""
        return self.numbers[1] if self.verb in _NUMBERED else None

    @property
    def length(self) -> int | None:
        """Of the block that it is about."""
        return self.numbers[2] if self.verb in _NUMBERED else None

    @property
    def block(self) -> int | None:
        """Which block of the piece that is, from 0."""
        return self.numbers[1] // BLOCK if self.verb in _NUMBERED else None


@dataclass(frozen=True, slots=True)
class Line:
    """The connection that is listened to, as it is at the moment."""

    client: str
    """As the peer calls itself."""
    transport: Transport
    encryption: Encryption
    incoming: bool
    """It has called us."""
    since: float | None
    """When it was connected."""
