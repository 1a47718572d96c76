# SPDX-License-Identifier: GPL-3.0-or-later
"""The stories of peers, as frozen snapshots: what became of each connection, step by step. Moments are Unix seconds."""

from dataclasses import dataclass
from enum import Enum

from starling.peer import Encryption, Source, Transport


class Step(Enum):
    """What happened between a peer and us."""

    CALLED = "called"
    """We began to connect to it."""
    CAME = "came"
    """It had connected to us."""
    SHAKEN = "shaken"
    """Both handshakes were over."""
    WE_WANT = "we want"
    """It had something that we want (we became interested)."""
    WE_WANT_NOT = "we want not"
    THEY_WANT = "they want"
    THEY_WANT_NOT = "they want not"
    THEY_UNCHOKED = "they unchoked"
    THEY_CHOKED = "they choked"
    WE_UNCHOKED = "we unchoked"
    WE_TRIED = "we tried"
    """We unchoked it by the optimistic slot."""
    WE_CHOKED = "we choked"
    FIRST_FROM = "first from"
    """The first payload from it."""
    FIRST_TO = "first to"
    SNUBBED = "snubbed"
    """It owed us blocks for too long."""
    UNSNUBBED = "unsnubbed"
    HASH_FAILED = "hash failed"
    """Pieces with blocks from it failed their hash check; the number is how many since the step before."""
    ON_PAROLE = "on parole"
    OFF_PAROLE = "off parole"
    BECAME_SEED = "became seed"
    EMPTY_PIECE = "empty piece"
    """It answered a request with nothing, which is how some clients refuse."""
    BAD_REQUEST = "bad request"
    """It asked for what we do not have."""
    UNASKED = "unasked"
    """It sent a block that we were not waiting for: never asked for, or given up when it choked us."""
    BANNED = "banned"
    BLOCKED = "blocked"
    """We were told of it and let it alone; see `Event.parting`."""
    LEFT = "left"
    """The connection ended; see `Event.parting`."""
    UNREACHED = "unreached"
    """There was no connection; see `Event.parting`."""


class Witness(Enum):
    """How a step is known, which says how exact its moment is."""

    TOLD = "told"
    """libtorrent said so when it happened."""
    LOOKS = "looks"
    """It was so at one look and not at the one before, see `Event.after`."""
    FIRST_LOOK = "first look"
    """It was so already when somebody looked first: not later than that."""
    WIRE = "wire"
    """The message itself was read."""


class Why(Enum):
    """Why a connection ended, or never came to be."""

    NO_ANSWER = "no answer"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    PROXY = "proxy"
    FORBIDDEN = "forbidden"
    NO_PORT = "no port"
    CLOSED = "closed"
    RESET = "reset"
    DEAD = "dead"
    SILENT = "silent"
    NO_HANDSHAKE = "no handshake"
    NO_REQUEST = "no request"
    NO_INTEREST = "no interest"
    BOTH_UPLOAD = "both upload"
    USELESS = "useless"
    FULL = "full"
    CHURN = "churn"
    DUPLICATE = "duplicate"
    OURSELVES = "ourselves"
    PAUSED = "paused"
    STOPPED = "stopped"
    REMOVED = "removed"
    QUIT = "quit"
    NOT_READY = "not ready"
    REOPENED = "reopened"
    WRONG_TORRENT = "wrong torrent"
    MUST_ENCRYPT = "must encrypt"
    MUST_NOT_ENCRYPT = "must not encrypt"
    NO_COMMON_ENCRYPTION = "no common encryption"
    BAD_ENCRYPTION = "bad encryption"
    FILTERED = "filtered"
    PORT_FILTERED = "port filtered"
    LOW_PORT = "low port"
    NO_UTP = "no µTP"
    NO_TCP = "no TCP"
    WRONG_INTERFACE = "wrong interface"
    NOT_ALLOWED = "not allowed"
    BANNED = "banned"
    CORRUPT = "corrupt"
    ASKED_CHOKED = "asked choked"
    BAD_MESSAGE = "bad message"
    TOO_MUCH_PEX = "too much PEX"
    BAD_METADATA = "bad metadata"
    TLS = "TLS"
    MEMORY = "memory"
    TOO_MANY_FILES = "too many files"
    DISK = "disk"
    GIVEN_UP = "given up"
    HTTP = "HTTP"
    UNKNOWN = "unknown"
    """Nobody saw how it ended."""
    OTHER = "other"


class Side(Enum):
    """Who ended a connection."""

    WE = "we"
    THEY = "they"
    NOBODY = "nobody"
    """Something on the way, or it is not known who."""


@dataclass(frozen=True, slots=True)
class Parting:
    """How a connection ended."""

    why: Why
    by: Side = Side.NOBODY
    text: str = ""
    """What libtorrent or the system says of it, in English, where the kind leaves that open."""
    given: Why | None = None
    """The reason that the other side itself gave when it closed; only µTP carries one, and only some clients do."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a story."""

    at: float
    step: Step
    witness: Witness = Witness.TOLD
    after: float | None = None
    """Of what was seen between two looks, the moment of the one before."""
    number: int = 0
    parting: Parting | None = None
    transport: Transport | None = None
    """Of a call: what carried it."""


BEGINNING, END = 12, 48
"""Events of a story that are kept of its beginning and of its end."""


@dataclass(frozen=True, slots=True)
class Story:
    """What became of one connection to a peer, and of the vain attempts before it."""

    number: int
    """Tells it from all others; later ones have higher numbers."""
    address: str
    port: int
    incoming: bool | None = None
    """None where its beginning was missed."""
    client: str = ""
    """As `Peer.client`; the head of its peer-id where nobody looked while it was there."""
    id: str = ""
    """As `Peer.id`."""
    raw_id: bytes = b""
    source: Source = Source.NONE
    encryption: Encryption | None = None
    """None where nobody looked while it was there."""
    transport: Transport | None = None
    begun: float = 0.0
    """When the connection began; of vain attempts, the last one."""
    ended: float | None = None
    """None while it is connected or being connected to."""
    reached: bool = False
    """There was a connection, if only for a moment."""
    shaken: bool = False
    """Both handshakes were over: they met."""
    attempts: int = 0
    """How often we called it in vain: without reaching it, or without a handshake."""
    downloaded: int | None = None
    """Bytes that it gave us by the last look; None if nobody looked."""
    uploaded: int | None = None
    looked: float | None = None
    """When it was looked at last."""
    parting: Parting | None = None
    events: tuple[Event, ...] = ()
    """In order; where there were very many the middle is left out."""
    left_out: int = 0
    """How many of `events`."""

    @property
    def seconds(self) -> float | None:
        """How long the connection lasted; None if there was none, or there still is."""
        return self.ended - self.begun if self.reached and self.ended is not None else None
