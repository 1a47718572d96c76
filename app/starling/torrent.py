# SPDX-License-Identifier: GPL-3.0-or-later
"""The values every layer speaks in: torrents and their files as frozen snapshots; peers, trackers and pieces beside it.

Sizes are bytes, rates bytes/s, durations seconds, moments Unix seconds, fractions 0-1, unless said otherwise.
``None`` stands for "not known"; nothing here imports Qt or libtorrent.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from starling.goals import Aim
from starling.pieces import PieceMap
from starling.schedule import Stretch
from starling.why.reason import Reason

NEVER = float("inf")
"""An ETA that will not come: nothing left to ask and nobody to ask it from."""


class State(Enum):
    """What a torrent is doing, in the words of the list."""

    DOWNLOADING = "downloading"
    SEEDING = "seeding"
    STALLED = "stalled"
    METADATA = "metadata"
    CHECKING = "checking"
    MOVING = "moving"
    QUEUED = "queued"
    PAUSED = "paused"
    FINISHED = "finished"
    ERROR = "error"


class Priority(IntEnum):
    """A file's priority; libtorrent's scale is 0-7, these are the steps that have names."""

    SKIP = 0
    LOW = 1
    NORMAL = 4
    HIGH = 6
    MAXIMUM = 7


class QueueMove(Enum):
    """Where a queued torrent goes."""

    UP = "up"
    DOWN = "down"
    TOP = "top"
    BOTTOM = "bottom"


class Problem(Enum):
    """Why a torrent is in `State.ERROR`; the sentence stands in `Torrent.error`."""

    NONE = "none"
    DISK_FULL = "disk full"
    READ_ONLY = "read only"
    MISSING_FILES = "missing files"
    LOW_SPACE = "low space"
    """Its volume is nearly full: it waits, and goes on by itself when there is room again."""
    NO_DRIVE = "no drive"
    """The drive or the folder with its files is not there: it waits, and goes on by itself when it is back."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Movement:
    """Where a torrent in `State.MOVING` goes, and how far its files have come."""

    target: str
    done: int = 0
    total: int = 0
    """Bytes; 0 while it waits for its turn, or where nothing has to be copied."""
    rate: int = 0


@dataclass(frozen=True, slots=True)
class Torrent:
    """One torrent at one moment."""

    id: str
    """Best info-hash in hex: 40 digits for v1, the first 40 of v2's 64 where there is no v1 (BEP 3, BEP 52)."""
    name: str
    state: State
    problem: Problem = Problem.NONE
    error: str = ""
    """A sentence where `problem` is set, else empty."""
    progress: float = 0.0
    """Of the wanted bytes; while checking, of the check; while moving, of the bytes to be copied."""
    size: int = 0
    """Wanted bytes; 0 until the metadata is here."""
    total_size: int = 0
    done: int = 0
    """Wanted bytes that are here and verified."""
    down: int = 0
    up: int = 0
    eta: float | None = None
    """Seconds, `NEVER`, or None where unknown or pointless."""
    seeds: int = 0
    """Connected seeds; `swarm_seeds` counts those the trackers know."""
    swarm_seeds: int | None = None
    peers: int = 0
    """Connected peers that are not seeds; `swarm_peers` counts those the trackers know."""
    swarm_peers: int | None = None
    ratio: float = 0.0
    downloaded: int = 0
    uploaded: int = 0
    session_downloaded: int = 0
    session_uploaded: int = 0
    queue: int | None = None
    """0 is the first in line; None for torrents outside the queue (complete ones)."""
    added: int = 0
    completed: int | None = None
    availability: float | None = None
    """Copies of the whole torrent among connected peers, the fraction as libtorrent's distributed copies."""
    last_seen_complete: int | None = None
    last_activity: int | None = None
    active_time: int = 0
    seeding_time: int = 0
    down_limit: int | None = None
    up_limit: int | None = None
    save_path: str = ""
    tracker: str = ""
    """Host of the tracker that answered last, empty where none did."""
    tracker_hosts: tuple[str, ...] = ()
    tracker_failing: bool = False
    """Every tracker's last answer was a failure."""
    reannounce: int | None = None
    private: bool = False
    hash_v1: str = ""
    hash_v2: str = ""
    has_metadata: bool = True
    paused: bool = False
    """Paused by its owner (the queue's waiting is `State.QUEUED`)."""
    forced: bool = False
    """Outside the queue's rule: runs whatever the limits on active torrents say."""
    sequential: bool = False
    first_last: bool = False
    """The first and last pieces of every file are asked for first."""
    labels: tuple[str, ...] = ()
    created: int | None = None
    known_peers: int = 0
    """Peers that are known, connected or not."""
    wasted: int = 0
    """Bytes of this session that were thrown away: failed the hash check, or were here already."""
    moving: Movement | None = None
    """Its way to another folder, copied by us."""
    destination: str = ""
    """The folder that it is moved to when it is complete; empty where it stays."""
    goal: Aim | None = None
    """Until when it is seeded; None where nothing says so."""
    wait: Stretch | None = None
    """The hours of the schedule in which it is `State.QUEUED` though its owner would have it run."""
    unmoved: str = ""
    """A sentence: why it is complete and could not be moved to `destination`; empty where it could, or need not."""
    why: Reason | None = None
    """Why nothing moves; None while something does, or nothing has to, and until it was looked into."""
    eta_range: tuple[float, float] | None = None
    """Seconds as in the faster and as in the slower half of the last minutes, around `eta`; the latter may be `NEVER`.
    None where there is no `eta`, and where it comes so evenly that all three are much the same.
    """

    @property
    def goal_reached(self) -> bool:
        """It has reached its seeding goal, whether it goes on or not."""
        return self.goal is not None and self.goal.reached is not None

    @property
    def complete(self) -> bool:
        """Every wanted byte is here, and there are some."""
        return 0 < self.size <= self.done


@dataclass(frozen=True, slots=True)
class File:
    """What never changes about a file of a torrent, its name apart; pad files (BEP 47) are left out."""

    index: int
    path: str
    """Relative to the save folder, parts joined by ``/``, as it is named on disk."""
    size: int
    first_piece: int
    pieces: int
    """Pieces the file touches; the first and the last may be shared with neighbours. 0 for an empty file."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes about the files of a torrent, in the order of its `File` list."""

    done: tuple[int, ...]
    priorities: tuple[int, ...]


class Ready(Enum):
    """Whether a media file can be played while it is fetched."""

    UNKNOWN = "unknown"
    NO = "no"
    """Its index stands at the end: players need all of it first."""
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Media:
    """What the headers of one video or audio file say."""

    rate: int | None = None
    """Bytes a second of all streams together, to be compared with the download rate."""
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    codecs: tuple[str, ...] = ()
    """Video, audio, then subtitles, each once, as they are usually called: ``AVC``, ``AAC``."""
    streamable: Ready = Ready.UNKNOWN
    headers: bool = False
    """The pieces that hold the headers are here."""
    failed: bool = False
    """They are here and could not be understood: malformed, or no media file whatever its name says."""


class Layout(Enum):
    """Into which folder a torrent's files go."""

    ORIGINAL = "original"
    FOLDER = "folder"
    """Always one of the torrent's name, for a single file too."""
    FLAT = "flat"
    """Never: what is in the torrent's own folder goes into the save folder itself."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the General tab says beside the row's own snapshot."""

    pieces: PieceMap | None
    comment: str = ""
    created_by: str = ""
    redundant: int = 0
    """Bytes of this session that were here already when they came."""
    failed: int = 0
    """Bytes of this session thrown away after a failed hash check."""
    unverified: int = 0
    """Bytes that are here in pieces that are not whole yet."""
    finished_time: int = 0
    """Seconds in which it ran and had all that was wanted."""
    connections: int = 0
    connections_limit: int | None = None
    web_seeds: tuple[str, ...] = ()
    magnet: str = ""


class Waste(Enum):
    """Why bytes came that were here already."""

    TIMED_OUT = "timed out"
    """They were given up and asked of another peer, and came from both."""
    CANCELLED = "cancelled"
    """They were on their way when they were called off."""
    END_GAME = "end game"
    """The last blocks are asked of several peers at once."""
    SEED = "seed"
    """The torrent was complete by then."""
    CLOSING = "closing"
    """The connection was being closed."""
    UNKNOWN = "unknown"
    """Nobody had asked for them."""


@dataclass(frozen=True, slots=True)
class SessionState:
    """The session at one moment."""

    down: int = 0
    up: int = 0
    dht_nodes: int | None = None
    """None while the DHT is off."""
    port: int = 0
    """The port that listens, 0 if none does."""
    reachable: bool = False
    """A peer has connected to us from outside in this session."""
    listen_error: str = ""
    offline: str = ""
    """Why nothing goes out at all, a sentence."""
    proxy: bool = False
    """Peers are reached by a proxy, and none can reach us."""
    downloaded: int = 0
    uploaded: int = 0
    """Payload of this session."""
    waste: tuple[tuple[Waste, int], ...] = ()
    """Bytes of this session, of all torrents, that were here already, by reason, the most first; no zeros."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the add dialog knows about a torrent before it is added."""

    id: str
    name: str
    hash_v1: str = ""
    hash_v2: str = ""
    size: int = 0
    files: Sequence[File] = ()
    """Empty until the metadata is here."""
    priorities: tuple[int, ...] = ()
    """What the link asked for (BEP 53 ``so=``), in the order of `files`; empty = everything."""
    has_metadata: bool = False
    piece_size: int = 0
    """Bytes of a piece; 0 until the metadata is here."""
    private: bool = False
    comment: str = ""
    created: int | None = None
    trackers: tuple[str, ...] = ()
    originals: dict[int, str] = field(default_factory=dict)
    """File index -> path as the torrent has it, of the files that are saved under another."""
    known: bool = False
    """The torrent is in the list already."""
    new_trackers: tuple[str, ...] = ()
    """For a known torrent: the trackers it would gain by a merge."""


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the add dialog, the command line or a drop asks for beside the torrent itself."""

    save_path: str
    start: bool = True
    priorities: dict[int, int] = field(default_factory=dict)
    """File index -> 0-7, only those that differ from what the link asks for (`Preview.priorities`, else normal).

    Where the files are not known yet: place in the torrent -> 0-7, pad files left out.
    """
    name: str = ""
    """Another name for the torrent in the list; empty keeps its own."""
    sequential: bool = False
    first_last: bool = False
    top_of_queue: bool = False
    labels: tuple[str, ...] = ()
    layout: Layout = Layout.ORIGINAL
    skip_check: bool = False
    """What is on disk already is believed to be whole, and not hashed; only where every file is wanted."""
    excluded: tuple[str, ...] = ()
    """Patterns (`starling.excluded`) of files that are skipped unless `priorities` names them."""
    paths: dict[int, str] = field(default_factory=dict)
    """File index -> path on the disk, where it has another than the torrent says; they are not judged."""
