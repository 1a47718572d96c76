# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field of a torrent that clients can ask for: one row each, which says what it is read from."""

import base64
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from starling import labels, settings
from starling.goals import Goal
from starling.labels import Label
from starling.remote import file_fields, peer_fields, torrent_status, tracker_fields
from starling.remote.calls import Dialect
from starling.remote.groups import group_of
from starling.remote.listing import Listed, numbers
from starling.remote.means import Means
from starling.remote.names import spelled
from starling.remote.own_goals import MINUTE, OwnGoals, idle_mode, ratio_mode
from starling.remote.own_limits import WAYS, OwnLimits
from starling.remote.torrent_status import Status
from starling.survey import Detail, Need
from starling.torrent import State, Torrent

NOT_GIVEN = {
    "bandwidth_priority": "libtorrent knows no priority of a torrent among others: 0",
    "honors_session_limits": "limits of the session hold for every torrent: true",
    "manual_announce_time": "deprecated, and never worked in Transmission: -1",
    "sequential_download_from_piece": "libtorrent begins with the first piece: 0",
    "torrent_file": "Starling keeps torrents in its database, not as files: empty",
}
"""Field -> why it always has the same value."""
NOTES = {
    "corrupt_ever": "of this session: libtorrent keeps no sum",
    "download_limit": "while it is off: the last one since Starling's start, else that of the session, else 100",
    "error": "2 where a tracker refuses the torrent and no other works; one that can't be reached is no error",
    "files": "without pad files (BEP 47); positions in this list are the numbers of files everywhere",
    "hash_string": "of a torrent that is v2 alone, the first 40 digits of its hash",
    "is_stalled": "of downloads alone, after ten seconds without data",
    "peers": "“peer_id” has the first eight bytes alone, which tell the program",
    "seed_idle_mode": "as of “seed_ratio_mode”",
    "seed_ratio_mode": "the goal of a label is told as if it were the torrent's own",
    "queue_position": "torrents that are outside Starling's queue come after those in it, by age",
    "start_date": "as if the torrent had run without a break: Starling keeps for how long it ran, not since when",
    "status": "never 1: Starling does not tell what waits to be checked from what is checked",
    "upload_limit": "as of “download_limit”",
    "upload_ratio": "uploaded to downloaded, or to the size of what was there already",
}
"""Field -> where it says something else than Transmission's."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for torrents that have nothing of their own."""

    connections: int
    ratio: float
    idle: int
    """Seconds."""
    down: int
    up: int
    """kB/s that clients see beside a limit that is off."""
    labels: tuple[Label, ...] = ()
    """Those that are defined."""
    goals: Mapping[str, Goal] = field(default_factory=dict)
    """Theirs, by name; the first that a torrent has holds."""

    @classmethod
    def of(cls, means: Means) -> "Usual":
        """As the settings have it now."""
        defined = means.settings.get(settings.labels.LABELS)
        return cls(
            means.settings.get(settings.connection.CONNECTIONS_PER_TORRENT),
            *means.goals.usual(),
            *means.limits.usual(),
            defined,
            labels.goals(defined),
        )


class Keys(NamedTuple):
    """The keys of nested objects, as a dialect spells them."""

    file: tuple[str, ...]
    file_stats: tuple[str, ...]
    peer: tuple[str, ...]
    peers_from: tuple[str, ...]
    web_seed: tuple[str, ...]
    tracker: tuple[str, ...]
    tracker_stats: tuple[str, ...]


@lru_cache(maxsize=2)
def keys(dialect: Dialect) -> Keys:
    """Made once for each."""
    canonical = (
        *(file_fields.FILE, file_fields.FILE_STATS, peer_fields.PEER, peer_fields.PEERS_FROM, peer_fields.WEB_SEED),
        *(tracker_fields.TRACKER, tracker_fields.TRACKER_STATS),
    )
    return Keys(*(tuple(spelled(name, dialect) for name in names) for names in canonical))


@dataclass(slots=True)
class View:
    """What the fields of a torrent are read from; the same object goes from torrent to torrent."""

    dialect: Dialect
    usual: Usual
    limits: OwnLimits
    goals: OwnGoals
    positions: Mapping[str, int]
    """In the queue, by id, where that is asked for."""
    edits: Callable[[str], int] = lambda id: 0
    """When a torrent was edited, by its id."""
    skipped: Callable[[str], Mapping[int, int]] = lambda id: {}
    """Priorities of a torrent's skipped files by position, see `OwnFiles.of`."""
    torrent: Torrent = field(init=False)
    detail: Detail = field(init=False)
    number: int = 0
    """By which clients know it."""
    now: float = field(default_factory=time.time)
    keys: Keys = field(init=False)

    def __post_init__(self) -> None:
        self.keys = keys(self.dialect)


Read = Callable[[View], object]


class Field(NamedTuple):
    """One field."""

    name: str
    """In JSON-RPC."""
    read: Read
    need: Need = Need.NONE


def _percent(part: int, whole: int) -> float:
    return min(1.0, part / whole) if whole else 0.0


def _have(view: View) -> int:
    amounts = view.detail.amounts
    return amounts.valid + amounts.unchecked


def _size_when_done(view: View) -> int:
    """With what is here of files that are skipped by now: it stays, and clients compare all that is here with this."""
    torrent = view.torrent
    if torrent.size == torrent.total_size:
        return torrent.size
    return min(torrent.total_size, max(torrent.size, _have(view) + torrent_status.left(torrent)))


def _upload_ratio(view: View) -> float:
    torrent = view.torrent
    return torrent.ratio if torrent.size or torrent.downloaded else torrent_status.NOT_AVAILABLE


def _down_limit(view: View) -> int:
    return view.limits.number(view.torrent.id, WAYS[0], view.detail.options.down_limit, view.usual.down)


def _up_limit(view: View) -> int:
    return view.limits.number(view.torrent.id, WAYS[1], view.detail.options.up_limit, view.usual.up)


def _peer_limit(view: View) -> int:
    return view.detail.options.connections or view.usual.connections


def _goal(view: View) -> Goal | None:
    """Its own, or that of a label."""
    own = view.detail.options.goal
    if own is None and view.usual.goals and (names := view.torrent.labels):
        return next((goal for name, goal in view.usual.goals.items() if name in names), None)
    return own


def _ratio_limit(view: View) -> float:
    return view.goals.ratio(view.torrent.id, _goal(view), view.usual.ratio)


def _idle_limit(view: View) -> int:
    return view.goals.idle(view.torrent.id, _goal(view), view.usual.idle) // MINUTE


def _seconds_seeding(view: View) -> int:
    return view.detail.amounts.finished_time


def _seconds_downloading(view: View) -> int:
    return max(0, view.torrent.active_time - view.detail.amounts.finished_time)


def _availability(view: View) -> Listed:
    pieces, copies = view.detail.pieces, view.detail.copies
    if not copies:
        return numbers(-1 if have else 0 for have in pieces)
    return numbers(-1 if have else count for have, count in zip(pieces, copies, strict=True))


@lru_cache(maxsize=512)
def _all_set(count: int) -> str:
    return _bits(b"\1" * count)


def _bits(pieces: bytes) -> str:
    """A bit a piece, the first the highest, in base64."""
    if not pieces:
        return ""
    rest = -len(pieces) % 8
    digits = pieces.translate(_DIGITS) + b"0" * rest
    return base64.b64encode(int(digits, 2).to_bytes(len(digits) // 8, "big")).decode()


_DIGITS = bytes([ord("0"), *[ord("1")] * 255])


def _pieces(view: View) -> str:
    pieces = view.detail.pieces
    return _bits(pieces) if 0 in pieces else _all_set(len(pieces))


def _peers_from(view: View) -> Mapping[str, int]:
    if not view.detail.peers:
        return dict.fromkeys(view.keys.peers_from, 0)
    found = peer_fields.peers_from(view.detail)
    return dict(zip(view.keys.peers_from, map(found.__getitem__, peer_fields.PEERS_FROM), strict=True))


def _senders(view: View) -> int:
    # The rates of peers sink slowly: to one that has just become complete nobody sends anything any more.
    return peer_fields.sending(view.detail) if view.torrent.down else 0


def _recheck(view: View) -> float:
    return view.torrent.progress if view.torrent.state is State.CHECKING else 0.0


def _finished(view: View) -> bool:
    """Paused by its goal, as Transmission means it."""
    torrent = view.torrent
    return torrent.goal is not None and torrent.goal.rests and torrent_status.status(torrent) is Status.STOPPED


def _as_numbers(view: View) -> bool:
    return view.dialect is Dialect.CLASSIC


FIELDS: Mapping[str, Field] = {
    row.name: row
    for row in (
        Field("activity_date", lambda v: v.torrent.last_activity or 0),
        Field("added_date", lambda v: v.torrent.added),
        Field("availability", _availability, Need.PIECES | Need.COPIES),
        Field("bandwidth_priority", lambda v: 0),
        Field("bytes_completed", lambda v: file_fields.bytes_completed(v.detail), Need.FILES | Need.DONE),
        Field("comment", lambda v: v.detail.comment),
        Field("corrupt_ever", lambda v: v.detail.amounts.failed, Need.AMOUNTS),
        Field("creator", lambda v: v.detail.created_by),
        Field("date_created", lambda v: v.torrent.created or 0),
        Field("desired_available", lambda v: v.detail.desired, Need.DESIRED),
        Field("done_date", lambda v: v.torrent.completed or 0),
        Field("download_dir", lambda v: v.torrent.save_path),
        Field("download_limit", _down_limit),
        Field("download_limited", lambda v: v.detail.options.down_limit > 0),
        Field("downloaded_ever", lambda v: v.torrent.downloaded),
        Field("edit_date", lambda v: v.edits(v.torrent.id)),
        Field("error", lambda v: torrent_status.fault(v.torrent, v.detail), Need.COMPLAINT),
        Field("error_string", lambda v: torrent_status.fault_words(v.torrent, v.detail), Need.COMPLAINT),
        Field("eta", lambda v: torrent_status.eta(v.torrent)),
        Field("eta_idle", lambda v: torrent_status.eta_idle(v.torrent, v.now)),
        Field("file_count", lambda v: v.detail.outline.files, Need.OUTLINE),
        Field(
            "file_stats",
            lambda v: file_fields.file_stats(v.detail, v.keys.file_stats, v.skipped(v.torrent.id)),
            Need.FILES | Need.DONE | Need.PRIORITIES,
        ),
        Field("files", lambda v: file_fields.files(v.detail, v.keys.file), Need.FILES | Need.DONE),
        Field("group", lambda v: group_of(v.usual.labels, v.torrent.labels)),
        Field("hash_string", lambda v: v.torrent.id),
        Field("have_unchecked", lambda v: v.detail.amounts.unchecked, Need.AMOUNTS),
        Field("have_valid", lambda v: v.detail.amounts.valid, Need.AMOUNTS),
        Field("honors_session_limits", lambda v: True),
        Field("id", lambda v: v.number),
        Field("is_finished", _finished),
        Field("is_private", lambda v: v.torrent.private),
        Field("is_stalled", lambda v: v.torrent.state is State.STALLED),
        Field("labels", lambda v: list(v.torrent.labels)),
        Field("left_until_done", lambda v: torrent_status.left(v.torrent)),
        Field(
            "magnet_link",
            lambda v: tracker_fields.magnet(v.torrent, v.detail.tiers, v.detail.web_seeds),
            Need.TIERS | Need.WEB_SEEDS,
        ),
        Field("manual_announce_time", lambda v: -1),
        Field("max_connected_peers", _peer_limit),
        Field(
            "metadata_percent_complete",
            lambda v: 1.0 if v.torrent.has_metadata else v.detail.amounts.metadata,
            Need.METADATA,
        ),
        Field("name", lambda v: v.torrent.name),
        Field("peer_limit", _peer_limit),
        Field("peers", lambda v: peer_fields.peers(v.detail, v.keys.peer, metadata=v.torrent.has_metadata), Need.PEERS),
        Field("peers_connected", lambda v: v.torrent.seeds + v.torrent.peers),
        Field("peers_from", _peers_from, Need.PEERS),
        Field("peers_getting_from_us", lambda v: peer_fields.getting(v.detail), Need.FLOWS),
        Field("peers_sending_to_us", _senders, Need.FLOWS),
        Field("percent_complete", lambda v: _percent(_have(v), v.torrent.total_size), Need.AMOUNTS),
        Field("percent_done", lambda v: _percent(v.torrent.done, v.torrent.size)),
        Field("piece_count", lambda v: v.detail.outline.pieces, Need.OUTLINE),
        Field("piece_size", lambda v: v.detail.outline.piece_size, Need.OUTLINE),
        Field("pieces", _pieces, Need.PIECES),
        Field("primary_mime_type", lambda v: v.detail.outline.mime, Need.OUTLINE),
        Field(
            "priorities",
            lambda v: file_fields.priorities(v.detail, v.skipped(v.torrent.id)),
            Need.FILES | Need.PRIORITIES,
        ),
        Field("queue_position", lambda v: v.positions.get(v.torrent.id, 0)),
        Field("rate_download", lambda v: v.torrent.down),
        Field("rate_upload", lambda v: v.torrent.up),
        Field("recheck_progress", _recheck),
        Field("seconds_downloading", _seconds_downloading, Need.AMOUNTS),
        Field("seconds_seeding", _seconds_seeding, Need.AMOUNTS),
        Field("seed_idle_limit", _idle_limit),
        Field("seed_idle_mode", lambda v: idle_mode(_goal(v))),
        Field("seed_ratio_limit", _ratio_limit),
        Field("seed_ratio_mode", lambda v: ratio_mode(_goal(v))),
        Field("sequential_download", lambda v: v.torrent.sequential),
        Field("sequential_download_from_piece", lambda v: 0),
        Field("size_when_done", _size_when_done, Need.AMOUNTS),
        Field("start_date", lambda v: torrent_status.started(v.torrent, v.now)),
        Field("status", lambda v: torrent_status.status(v.torrent)),
        Field("torrent_file", lambda v: ""),
        Field("total_size", lambda v: v.torrent.total_size),
        Field("tracker_list", lambda v: tracker_fields.tracker_list(v.detail), Need.TIERS),
        Field(
            "tracker_stats",
            lambda v: tracker_fields.tracker_stats(v.detail, v.torrent, v.keys.tracker_stats),
            Need.TRACKERS,
        ),
        Field("trackers", lambda v: tracker_fields.trackers(v.detail, v.keys.tracker), Need.TIERS),
        Field("upload_limit", _up_limit),
        Field("upload_limited", lambda v: v.detail.options.up_limit > 0),
        Field("upload_ratio", _upload_ratio),
        Field("uploaded_ever", lambda v: v.torrent.uploaded),
        Field(
            "wanted", lambda v: file_fields.wanted(v.detail, as_numbers=_as_numbers(v)), Need.FILES | Need.PRIORITIES
        ),
        Field("webseeds", lambda v: list(v.detail.web_seeds), Need.WEB_SEEDS),
        Field("webseeds_ex", lambda v: peer_fields.web_seeds(v.detail, v.keys.web_seed), Need.WEB_SEEDS | Need.FLOWS),
        Field("webseeds_sending_to_us", lambda v: peer_fields.web_seeds_sending(v.detail), Need.FLOWS),
    )
}
"""By name."""
