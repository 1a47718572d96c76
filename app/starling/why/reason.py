# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a torrent does not move: the cause, its evidence and what would help, as plain values.

Nothing in it changes while nothing changes: moments instead of durations, so that a row stays as it is.
"""

from dataclasses import dataclass
from enum import Enum


class Cause(Enum):
    """One member for each that is told apart; the value is what the filter ``why:`` takes."""

    # Its owner wanted it so
    PAUSED = "paused"
    QUEUED = "queued"
    SCHEDULE = "schedule"
    SKIPPED = "skipped"
    """Every file is skipped: nothing is wanted."""
    # It is being seen to
    OPENING = "opening"
    CHECKING = "checking"
    CHECK_WAITS = "check-waits"
    """It is to be checked, after others."""
    MOVING = "moving"
    # The disk
    DISK_FULL = "disk-full"
    LOW_SPACE = "low-space"
    READ_ONLY = "read-only"
    MISSING_FILES = "missing-files"
    NO_DRIVE = "no-drive"
    DISK_ERROR = "disk-error"
    DISK_SLOW = "disk-slow"
    """Peers are held back because the disk does not keep up."""
    # The way to the network
    OFFLINE = "offline"
    PROXY = "proxy"
    NOT_LISTENING = "not-listening"
    UNREACHABLE = "unreachable"
    """Nobody can connect to us, and those whom we call do not answer."""
    # Finding peers
    NO_SOURCES = "no-sources"
    """There is nobody to ask for peers."""
    UNREGISTERED = "unregistered"
    """A tracker refused the torrent."""
    TRACKERS_FAIL = "trackers-fail"
    NOBODY_THERE = "nobody-there"
    """The trackers answer that nobody else has it."""
    SEARCHING = "searching"
    """Trackers or the DHT have been asked, and have not answered yet."""
    CONNECTING = "connecting"
    NO_ANSWER = "no-answer"
    """Addresses are known, and none of them answers."""
    FILTERED = "filtered"
    """Bans or the IP filter keep out all who are known."""
    ENCRYPTION = "encryption"
    """We require what they do not speak, or the other way round."""
    CONNECTION_LIMIT = "connection-limit"
    # Metadata
    METADATA_NO_PEERS = "metadata-no-peers"
    METADATA_UNANSWERED = "metadata-unanswered"
    METADATA_UNSUPPORTED = "metadata-unsupported"
    """None of the connected peers speaks the extension (BEP 9)."""
    METADATA_WRONG = "metadata-wrong"
    """What came did not have the right hash."""
    # Getting it from them
    DOWN_LIMIT = "down-limit"
    MISSING_PIECES = "missing-pieces"
    """Nobody who is connected has what is still missing."""
    NOTHING_NEEDED = "nothing-needed"
    """Those who are connected have only what is here already."""
    CHOKED_BY_LIMIT = "choked-by-limit"
    """All who have what we need choke us, and we give them hardly anything: our limit is low."""
    CHOKED = "choked"
    SNUBBED = "snubbed"
    WAITING = "waiting"
    """Blocks have been asked for, and are on their way or not."""
    BAD_DATA = "bad-data"
    """What comes fails its hash check again and again."""
    WEB_SEED = "web-seed"
    """Only a web seed has it, and that fails."""
    # Giving
    NOBODY_ASKS = "nobody-asks"
    """Seeding, and nobody is connected."""
    NOBODY_WANTS = "nobody-wants"
    """Seeding, and those who are connected want nothing."""
    UP_LIMIT = "up-limit"
    SLOTS = "slots"
    """They want, and every upload slot is taken elsewhere."""
    UNEXPLAINED = "unexplained"
    """It does not move, and nothing that we know says why."""


class Doing(Enum):
    """What a torrent would do if it could."""

    NOTHING = "nothing"
    """It rests, waits or is seen to."""
    DETAILS = "details"
    """Getting its metadata."""
    DOWNLOADING = "downloading"
    SEEDING = "seeding"


class Remedy(Enum):
    """What can be offered; who shows it knows how it is done."""

    START = "start"
    START_NOW = "start now"
    """Whatever queue and schedule say."""
    CHOOSE_FILES = "choose files"
    RAISE_UP = "raise the upload limit"
    """To `Offer.amount` bytes/s; of the torrent, or of the session if `Offer.session`."""
    RAISE_DOWN = "raise the download limit"
    LEAVE_SLOW_MODE = "leave slow mode"
    MORE_SLOTS = "more upload slots"
    MORE_CONNECTIONS = "more connections"
    ASK_TRACKERS = "ask trackers"
    EDIT_TRACKERS = "edit trackers"
    ADD_PEERS = "add peers"
    SWITCH_ON_DHT = "switch on the DHT"
    ALLOW_ENCRYPTION = "allow encryption both ways"
    EDIT_BANS = "edit bans"
    CONNECTION = "show the connection"
    """The window that says how others reach us."""
    FREE_SPACE = "free space"
    """Shows the folder."""
    RELOCATE = "say where the files are"
    VERIFY = "verify"
    SKIP_UNHELD = "skip the files that nobody has"
    SHOW_PIECES = "show the pieces"
    SHOW_PEERS = "show the peers"
    SHOW_TRACKERS = "show the trackers"


@dataclass(frozen=True, slots=True)
class Offer:
    """A remedy with what it needs to know."""

    remedy: Remedy
    amount: int = 0
    session: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen; which of it is set depends on the cause, see its sentence in `words`."""

    count: int = 0
    """How many of them: peers, trackers, torrents ahead in the queue."""
    of: int = 0
    pieces: tuple[tuple[int, int], ...] = ()
    """Stretches of pieces, first and last, counted from 0; at most the first few."""
    missing: int = 0
    """Pieces in all such stretches."""
    size: int = 0
    rate: int = 0
    limit: int = 0
    port: int = 0
    since: float | None = None
    """Unix seconds."""
    until: float | None = None
    path: str = ""
    host: str = ""
    text: str = ""
    """What somebody said, or a whole sentence where one exists."""
    kind: str = ""
    """Which of several forms of the cause it is, see its sentence in `words`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The first cause, in the order of the table, that holds for a torrent."""

    cause: Cause
    evidence: Evidence = Evidence()
    offers: tuple[Offer, ...] = ()
    """The best first."""
    doing: Doing = Doing.NOTHING
    certain: bool = True
    """It was seen; False where it is the likeliest explanation of what was seen, and the words say so."""
