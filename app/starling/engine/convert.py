# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's objects -> the values of `starling.torrent`; the only reader of libtorrent's field names."""

import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import libtorrent as lt

from starling.engine.record import Record
from starling.engine.text import printable
from starling.engine.trackers import TrackerNote
from starling.filelist import FileList
from starling.peer import Encryption, Peer, Source, Transport
from starling.pieces import PieceMap
from starling.torrent import NEVER, File, Problem, State, Torrent
from starling.tracker import Tracker, TrackerState

STATUS_FLAGS = (
    lt.torrent_handle.query_distributed_copies
    | lt.torrent_handle.query_accurate_download_counters
    | lt.torrent_handle.query_last_seen_complete
)
"""What a status must carry for `torrent`; names, paths and hashes are kept in the record instead."""

STALL_AFTER = 10.0
"""Seconds without payload after which a download is called stalled."""

_PAUSED = int(lt.torrent_flags.paused)
_AUTO_MANAGED = int(lt.torrent_flags.auto_managed)
_SEQUENTIAL = int(lt.torrent_flags.sequential_download)
_STOP_WHEN_READY = int(lt.torrent_flags.stop_when_ready)
_UPLOAD_MODE = int(lt.torrent_flags.upload_mode)

_states = lt.torrent_status.states
_CHECKING = (_states.checking_files, _states.checking_resume_data, _states.queued_for_checking)
_METADATA = _states(int(_states.downloading_metadata))
_COMPLETE = (_states.finished, _states.seeding)


def torrent(status: lt.torrent_status, record: Record, now: float) -> Torrent:
    """The snapshot of a status that carries `STATUS_FLAGS`; `now` is time.monotonic()."""
    flags = status.flags
    phase = status.state
    # libtorrent's averages fade for half a minute after the last byte: whoever has everything receives nothing.
    paused = bool(flags & _PAUSED)
    down = 0 if paused or phase in _COMPLETE else status.download_payload_rate
    up = 0 if paused else status.upload_payload_rate
    wanted = status.total_wanted
    done = status.total_wanted_done
    if record.pending is not None and phase in _COMPLETE and not wanted:
        # Nothing is wanted only until it is known where the files go.
        phase = _METADATA
    all_down, all_up = status.all_time_download, status.all_time_upload
    seeds = status.num_seeds
    active = int(status.active_duration.total_seconds())
    state = _state(status, flags, phase, record, down, now)
    complete = phase in _COMPLETE
    queue = status.queue_position
    ratio_of = all_down or status.total_done
    reannounce = int(status.next_announce.total_seconds())
    completed, seen = status.completed_time, status.last_seen_complete
    copies = status.distributed_copies
    swarm_seeds, swarm_peers = status.num_complete, status.num_incomplete
    eta: float | None = None
    if down > 0 and not complete and state is State.DOWNLOADING:
        eta = (wanted - done) / down
    elif state is State.STALLED and wanted == status.total and status.num_peers and 0 <= copies < 1 and not swarm_seeds:
        # Some piece is neither here nor at any peer, and the trackers know of no seed (-1 = they have not said).
        eta = NEVER
    down_limit, up_limit = status.download_limit, status.upload_limit
    # Positional: with forty fields keywords would double the cost, and 10,000 of these are made a second.
    return Torrent(
        record.id,
        record.name,
        state,
        record.problem,
        record.error,
        _share_checked(status, record) if state is State.CHECKING else _fraction(done, wanted, complete),
        wanted,
        status.total,
        done,
        down,
        up,
        eta,
        seeds,
        swarm_seeds if swarm_seeds >= 0 else None,
        max(0, status.num_peers - seeds),
        swarm_peers if swarm_peers >= 0 else None,
        all_up / ratio_of if ratio_of else 0.0,
        all_down,
        all_up,
        status.total_payload_download,
        status.total_payload_upload,
        queue if queue >= 0 else None,
        record.added,
        completed if completed > 0 and phase != _METADATA else None,
        copies if copies >= 0 and not complete else None,
        seen if seen > 0 else None,
        _latest(status.last_download, status.last_upload),
        active,
        int(status.seeding_duration.total_seconds()),
        down_limit if down_limit > 0 else None,
        up_limit if up_limit > 0 else None,
        record.save_path,
        record.trackers.last_working,
        record.trackers.hosts,
        record.trackers.failing,
        reannounce if reannounce > 0 else None,
        record.private,
        record.hash_v1,
        record.hash_v2,
        record.has_metadata,
        bool(flags & _PAUSED) and not flags & _AUTO_MANAGED,
        not flags & (_PAUSED | _AUTO_MANAGED),
        bool(flags & _SEQUENTIAL),
        record.first_last,
        record.labels,
        record.created,
        status.list_peers,
    )


def _state(
    status: lt.torrent_status, flags: int, phase: lt.torrent_status.states, record: Record, down: int, now: float
) -> State:
    if phase != _states.downloading or down or flags & _PAUSED:
        # Only what could be downloading and is not can stall, and from now on.
        record.stalled_since = 0.0
    if record.problem is not Problem.NONE:
        return State.ERROR
    if status.moving_storage:
        return State.MOVING
    if record.recheck is not None:
        return State.CHECKING
    paused = flags & _PAUSED
    if phase in _CHECKING and (not paused or flags & _STOP_WHEN_READY):
        return State.CHECKING
    if paused:
        if flags & _AUTO_MANAGED:
            return State.QUEUED
        return State.FINISHED if phase in _COMPLETE else State.PAUSED
    if phase == _states.downloading_metadata:
        return State.METADATA
    if phase in _COMPLETE:
        return State.SEEDING
    if down > 0:
        return State.DOWNLOADING
    if not record.stalled_since:
        record.stalled_since = now
    return State.STALLED if now - record.stalled_since >= STALL_AFTER else State.DOWNLOADING


def in_error_mode(status: lt.torrent_status) -> bool:
    """libtorrent stopped the torrent, or a disk error made it upload only."""
    return bool(status.errc.value()) or bool(status.flags & _UPLOAD_MODE)


def _share_checked(status: lt.torrent_status, record: Record) -> float:
    return status.progress_ppm / 1e6 if record.recheck is None else record.recheck


def _fraction(done: int, wanted: int, complete: bool) -> float:
    return done / wanted if wanted else float(complete)


def _latest(*moments: datetime | None) -> int | None:
    found = [int(moment.timestamp()) for moment in moments if moment is not None]
    return max(found) if found else None


def files(info: lt.torrent_info, renamed: Mapping[int, str]) -> FileList:
    """The files of a torrent as they are named on disk, pad files left out; `renamed` is index -> path."""
    layout = info.layout()
    piece = info.piece_length()
    indices = [i for i in range(layout.num_files()) if not layout.file_flags(i) & layout.flag_pad_file]
    sizes = [layout.file_size(index) for index in indices]
    offsets = [layout.file_offset(index) for index in indices]
    return FileList(
        indices,
        [renamed.get(index) or layout.file_path(index) for index in indices],
        sizes,
        [offset // piece for offset in offsets],
        [
            (offset + size - 1) // piece - offset // piece + 1 if size else 0
            for offset, size in zip(offsets, sizes, strict=True)
        ],
    )


def edge_pieces(entries: Iterable[File], priorities: Sequence[int]) -> set[int]:
    """First and last piece of each wanted file; `priorities` by file index."""
    files = FileList.of(entries)
    edges: set[int] = set()
    for index, first, count in zip(files.indices, files.first_pieces, files.pieces, strict=True):
        if count and priorities[index]:
            edges.update((first, first + count - 1))
    return edges


_SOURCES = (
    (1, Source.TRACKER),
    (2, Source.DHT),
    (4, Source.PEX),
    (8, Source.LSD),
    (16, Source.RESUME),
    (32, Source.INCOMING),
)
# Present in the number, but not exported by name: see libtorrent's peer_info.hpp.
_UTP_SOCKET = 1 << 17
_BT = lt.peer_info
_WEB_SEED = int(lt.peer_info.web_seed)


def peer(info: lt.peer_info) -> Peer:
    """One connected peer."""
    flags = info.flags
    address, port = info.ip
    if info.connection_type == _WEB_SEED:
        transport = Transport.WEB_SEED
    else:
        transport = Transport.UTP if flags & _UTP_SOCKET else Transport.TCP
    encryption = Encryption.NONE
    if flags & _BT.rc4_encrypted:
        encryption = Encryption.FULL
    elif flags & _BT.plaintext_encrypted:
        encryption = Encryption.HANDSHAKE
    found = Source.NONE
    for bit, source in _SOURCES:
        if info.source & bit:
            found |= source
    return Peer(
        address=address,
        port=port,
        client=client_name(info.client, info.pid.to_bytes()),
        progress=info.progress_ppm / 1e6,
        down=info.payload_down_speed,
        up=info.payload_up_speed,
        downloaded=info.total_download,
        uploaded=info.total_upload,
        source=found,
        encryption=encryption,
        transport=transport,
        we_want=bool(flags & _BT.interesting),
        they_want=bool(flags & _BT.remote_interested),
        we_choke=bool(flags & _BT.choked),
        they_choke=bool(flags & _BT.remote_choked),
        optimistic=bool(flags & _BT.optimistic_unchoke),
        snubbed=bool(flags & _BT.snubbed),
        incoming=not flags & _BT.outgoing_connection,
        connecting=bool(flags & (_BT.connecting | _BT.handshake)),
        seed=bool(flags & _BT.seed),
        upload_only=bool(flags & _BT.upload_only),
        holepunched=bool(flags & _BT.holepunched),
        hash_fails=info.num_hashfails,
        requests_out=info.download_queue_length,
        requests_in=info.upload_queue_length,
    )


def client_name(name: bytes, peer_id: bytes) -> str:
    """What a peer calls itself (bytes off the wire), else the printable head of its peer-id."""
    head = peer_id[:8]
    # Of "-XQ0120-", a code it does not know, libtorrent makes "XQ 0.1.2", as if that were a name.
    guessed = head.startswith(b"-") and name.startswith(head[1:3] + b" ")
    if name and not guessed and not name.startswith(b"Unknown"):
        return printable(name)
    return printable(head.decode("latin-1")) if any(head) else ""


def trackers(entries: Iterable[Mapping[str, Any]], notes: Mapping[str, TrackerNote], now: float) -> list[Tracker]:
    """The trackers of a torrent: what libtorrent keeps, completed by our own book."""
    found = []
    for entry in entries:
        hashes = [h for endpoint in entry["endpoints"] for h in endpoint["info_hashes"]]
        note = notes.get(entry["url"]) or TrackerNote()
        upcoming = [moment for h in hashes if (moment := h["next_announce"]) and moment > now - 5]
        earliest = [moment for h in hashes if (moment := h["min_announce"]) and moment > 0]
        updating = any(h["updating"] for h in hashes)
        found.append(
            Tracker(
                url=entry["url"],
                tier=entry["tier"],
                state=TrackerState.ASKING if updating else note.state,
                message=note.message,
                peers=note.peers,
                seeds=_known(h["scrape_complete"] for h in hashes),
                leeches=_known(h["scrape_incomplete"] for h in hashes),
                downloads=_known(h["scrape_downloaded"] for h in hashes),
                last_announce=note.last_announce,
                next_announce=min(upcoming) if upcoming else None,
                min_announce=max(earliest) if earliest else None,
                fails=note.fails,
            )
        )
    return found


def _known(counts: Iterable[int]) -> int | None:
    found = [count for count in counts if count >= 0]
    return max(found) if found else None


def piece_map(
    status: lt.torrent_status, copies: Sequence[int], queue: Iterable[Mapping[str, Any]], size: int
) -> PieceMap:
    """The pieces of a torrent; `status` must carry its pieces."""
    return PieceMap(
        size=size,
        have=bytes(status.pieces),
        copies=bytes(min(count, 255) for count in copies),
        in_flight=tuple(sorted(entry["piece_index"] for entry in queue)),
    )


def timestamp() -> float:
    """The clock of `torrent`'s `now`."""
    return time.monotonic()
