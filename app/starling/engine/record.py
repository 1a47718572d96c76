# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine remembers of each torrent between two snapshots, and how a handle finds its record."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

import libtorrent as lt

from starling.engine.goalclock import GoalClock
from starling.engine.pace import Pace
from starling.engine.provenance import Foreign
from starling.engine.trackerbook import TrackerBook
from starling.filelist import FileList
from starling.goals import Aim
from starling.options import Options
from starling.schedule import Stretch
from starling.spelling import shown
from starling.torrent import Movement, Problem, Torrent
from starling.why.reason import Reason

if TYPE_CHECKING:
    from starling.engine.pending import Pending


class Hold(Enum):
    """Why the program itself keeps a torrent waiting, see `holding`."""

    SPACE = "space"
    """The volume that it is written to is nearly full."""
    DRIVE = "drive"
    """Its drive is not there."""
    FOLDER = "folder"
    """Its folder is not there."""
    FILES = "files"
    """Some of its files are not there: whether it is the drive will be seen."""
    MOVE = "move"
    """It is copied to another folder, and not complete yet."""
    SCHEDULE = "schedule"
    """It is not its time, see `Record.wait`."""


@dataclass(slots=True, eq=False)
class Record:
    """One torrent of the session; everything that would cost a call or a conversion each second is kept here."""

    id: str
    name: str
    save_path: str
    hash_v1: str = ""
    hash_v2: str = ""
    added: int = 0
    brought: tuple[int, int] = (0, 0)
    """Bytes that it had downloaded and uploaded in all when libtorrent was given it."""
    created: int | None = None
    custom_name: bool = False
    """`name` was given by its owner."""
    comment: str = ""
    created_by: str = ""
    private: bool = False
    has_metadata: bool = False
    labels: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    """The keys of labels that were taken from it since it came as a link, until its metadata are here."""
    first_last: bool = False
    hidden: bool = False
    """Only there to find the metadata for an open add dialog: not in the list, not in the store."""
    unwanted: bool = False
    """Its preview was discarded before libtorrent had it: it goes as soon as it is there."""
    paused: bool = False
    """Its owner wishes it to rest; a command goes by this and not by the snapshot, which may be a second old."""
    forced: bool = False
    """Its owner wishes it to run whatever the queue says."""
    held: Hold | None = None
    """Why it rests all the same; `paused` and `forced` are what comes after."""
    disguised: bool = False
    """libtorrent was told to pause it for such a reason since it was stored without one: that its owner wishes the same
    then is no news to libtorrent, and has to be stored all the same."""
    wait: Stretch | None = None
    """The hours of the schedule in which it is to wait, whatever else it waits for."""
    exempt: bool = False
    """Its owner has started it in these hours all the same: it runs in them."""
    insists: bool = False
    """Its owner has started it although its volume is nearly full: it goes on until there was room again. Or although
    its files are away: where their drive or folder is there without them, it begins anew.
    """
    absent: bool = False
    """libtorrent was given a folder that is never made, instead of one that was not there."""
    moving: Movement | None = None
    """Its way to another folder."""
    unmoved: str = ""
    """Why it is complete and not where it belongs: a sentence; it is told in its row."""
    leaving: bool = False
    """It is being removed."""
    unconfirmed: bool = False
    """What the store says of its files could not be found on disk: the store keeps that, in case they come back."""
    checking: bool = False
    """Its files are hashed: what libtorrent says of its pieces now is not the whole truth."""
    recheck: float | None = None
    """How much of some of its files is hashed again by us, while that lasts."""
    handle: lt.torrent_handle | None = None
    connected: dict[tuple[str, int], float] = field(default_factory=dict)
    """Since when each peer is connected, by address and port; written by the GUI thread, read by the worker."""
    problem: Problem = Problem.NONE
    error: str = ""
    error_mode: bool = False
    """libtorrent itself has stopped the torrent or makes it upload only."""
    foreign: Foreign | None = None
    """The files that were there before it; None = not known, and so any of them may have been."""
    suffixed: bool = False
    """Some of its unfinished files may be called so on disk, see `suffix`."""
    pending: "Pending | None" = None
    """What was chosen for its files before they were known, until it is done and stored."""
    options: Options = field(default_factory=Options)
    trackers: TrackerBook = field(default_factory=TrackerBook)
    files: FileList | None = None
    priorities: list[int] | None = None
    """The file priorities last asked for, one per file of the torrent, pad files included; None = not read yet."""
    snapshot: Torrent | None = None
    place: int | None = None
    """In the queue, as it will be once libtorrent has done what it was told."""
    stored_queue: int | None = None
    received: int = -1
    received_at: float = 0.0
    passed: int = 0
    """Pieces that are here, as of the last status; to see whether one passed its check."""
    """When payload came last, by that many bytes in all: of the clock that never jumps; or since when it could."""
    pace: Pace = field(default_factory=Pace)
    """How fast it has come lately, for the time that is left."""
    clock: GoalClock = field(default_factory=GoalClock)
    """What it has given, for its seeding goal."""
    aim: Aim | None = None
    """Its goal, and what is left of it."""
    why: Reason | None = None
    """As in `Torrent`, found by `engine.insight.whys`."""
    deferred: "list[Callable[[Record], None]]" = field(default_factory=list)
    """What was asked of it while it was not in the session: done when it is, see `commands.catch_up`."""
    refused: str = ""
    """The sentence with which libtorrent did not take it back, where only its row is left."""

    def learn(self, info: lt.torrent_info, name: str) -> None:
        """Takes over what a magnet link's metadata tells; `name` is the torrent's own."""
        hashes = info.info_hashes()
        self.hash_v1 = str(hashes.v1) if hashes.has_v1() else ""
        self.hash_v2 = str(hashes.v2) if hashes.has_v2() else ""
        self.private, self.has_metadata, self.files = info.priv(), True, None
        self.priorities = None
        if not self.custom_name:
            self.name = shown(name)

    def clear_problem(self) -> None:
        """Forgets the error that was shown."""
        self.problem, self.error = Problem.NONE, ""


class Records:
    """All records, found by id, by handle or by info-hash."""

    def __init__(self) -> None:
        self._by_id: dict[str, Record] = {}
        self._by_hash: dict[str, Record] = {}
        self._by_handle: dict[lt.torrent_handle, Record] = {}

    def __iter__(self) -> Iterator[Record]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, id: str) -> Record | None:
        """The record with that id."""
        return self._by_id.get(id)

    def visible(self, ids: Iterable[str]) -> list[Record]:
        """Those of these torrents that are in the list, each once."""
        found = (self._by_id.get(id) for id in dict.fromkeys(ids))
        return [record for record in found if record is not None and not record.hidden and not record.leaving]

    def of(self, handle: lt.torrent_handle) -> Record | None:
        """The record of a live handle (a removed torrent's handle finds nothing)."""
        return self._by_handle.get(handle)

    def with_hash(self, hashes: lt.info_hash_t) -> Record | None:
        """The record that has either of these info-hashes."""
        if hashes.has_v1() and (record := self._by_hash.get(str(hashes.v1))):
            return record
        return self._by_hash.get(str(hashes.v2)) if hashes.has_v2() else None

    def add(self, record: Record) -> None:
        """Takes a record in; its handle comes later, by `bind`."""
        self._by_id[record.id] = record
        self.index_hashes(record)

    def bind(self, record: Record, handle: lt.torrent_handle) -> None:
        """Ties a record to the handle that libtorrent gave it."""
        record.handle = handle
        self._by_handle[handle] = record

    def index_hashes(self, record: Record) -> None:
        """Makes a record found by its hashes; once more when its metadata brought a second one."""
        for digest in (record.hash_v1, record.hash_v2):
            if digest:
                self._by_hash[digest] = record

    def unbind(self, record: Record) -> None:
        """Parts a record from its handle, which must be alive; the torrent stays in the list."""
        if record.handle is not None and self._by_handle.get(record.handle) is record:
            del self._by_handle[record.handle]
        record.handle = None
        record.connected.clear()

    def drop(self, record: Record) -> None:
        """Forgets a record. To be called while its handle is alive: a dead one has lost its hash."""
        self._by_id.pop(record.id, None)
        for digest in (record.hash_v1, record.hash_v2):
            if self._by_hash.get(digest) is record:
                del self._by_hash[digest]
        if record.handle is not None and self._by_handle.get(record.handle) is record:
            del self._by_handle[record.handle]
