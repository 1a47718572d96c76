# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's objects -> the values of `starling.torrent`; the only reader of libtorrent's field names."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import itemgetter

import libtorrent as lt

from starling.engine.goalclock import Figures
from starling.engine.record import Hold, Record
from starling.engine.waiting import wait_of
from starling.filelist import FileList
from starling.torrent import NEVER, File, Problem, State, Torrent, Waste
from starling.why.reason import Cause, Reason

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

_WASTE = (
    (Waste.TIMED_OUT, "ses.waste_piece_timed_out"),
    (Waste.CANCELLED, "ses.waste_piece_cancelled"),
    (Waste.END_GAME, "ses.waste_piece_end_game"),
    (Waste.SEED, "ses.waste_piece_seed"),
    (Waste.CLOSING, "ses.waste_piece_closing"),
    (Waste.UNKNOWN, "ses.waste_piece_unknown"),
)

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
    if paused or phase != _states.downloading or status.total_payload_download != record.received:
        # Only what could be downloading and is not can stall, and from now on.
        record.received, record.received_at = status.total_payload_download, now
    elif now - record.received_at >= STALL_AFTER:
        down = 0
    record.passed = status.num_pieces
    up = 0 if paused else status.upload_payload_rate
    wanted = status.total_wanted
    done = status.total_wanted_done
    if record.pending is not None and phase in _COMPLETE and not wanted:
        # Nothing is wanted only until it is known where the files go.
        phase = _METADATA
    all_down, all_up = status.all_time_download, status.all_time_upload
    seeds = status.num_seeds
    active = int(status.active_duration.total_seconds())
    state = _state(status, flags, phase, record, now)
    complete = phase in _COMPLETE
    queue = status.queue_position
    ratio_of = _ratio_of(all_down, status.total_done)
    reannounce = int(status.next_announce.total_seconds())
    completed, seen = status.completed_time, status.last_seen_complete
    copies = status.distributed_copies
    swarm_seeds, swarm_peers = status.num_complete, status.num_incomplete
    eta: float | None = None
    eta_range: tuple[float, float] | None = None
    if state is State.DOWNLOADING:
        lately = record.pace.take(status.total_payload_download, now)
        # While some piece is neither here nor at any peer and no seed is known (-1 = the trackers have not said),
        # how fast the others come says nothing of the end.
        if lately and not (wanted == status.total and status.num_peers and 0 <= copies < 1 and swarm_seeds <= 0):
            eta = (wanted - done) / lately
            eta_range = record.pace.span(wanted - done)
    elif state is State.STALLED:
        if (
            not swarm_seeds
            and status.num_peers
            and (lacks_pieces(record.why) or (wanted == status.total and 0 <= copies < 1))
        ):
            # Nothing comes any more, and the trackers know of no seed.
            eta = NEVER
    else:
        record.pace.reset()
    options = record.options
    # Positional: with forty fields keywords would double the cost, and 10,000 of these are made a second.
    return Torrent(
        record.id,
        record.name,
        state,
        record.problem,
        record.error,
        _progress(status, record, state, _fraction(done, wanted, complete)),
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
        options.down_limit or None,
        options.up_limit or None,
        record.save_path,
        record.trackers.last_working,
        record.trackers.hosts,
        record.trackers.failing,
        reannounce if reannounce > 0 else None,
        record.private,
        record.hash_v1,
        record.hash_v2,
        record.has_metadata,
        record.paused if record.held is not None else bool(flags & _PAUSED) and not flags & _AUTO_MANAGED,
        record.forced if record.held is not None else not flags & (_PAUSED | _AUTO_MANAGED),
        bool(flags & _SEQUENTIAL),
        record.first_last,
        record.labels,
        record.created,
        status.list_peers,
        status.total_failed_bytes + status.total_redundant_bytes,
        record.moving,
        record.options.destination,
        record.aim,
        wait_of(record),
        record.unmoved,
        record.why,
        eta_range,
    )


def explained(row: Torrent, why: Reason | None) -> Torrent:
    """The same row with another reason, from which may follow that it can't end, or may."""
    eta = row.eta
    if row.state is State.STALLED and row.swarm_seeds == 0 and lacks_pieces(why) != lacks_pieces(row.why):
        eta = NEVER if lacks_pieces(why) else None
    return replace(row, why=why, eta=eta)


def lacks_pieces(why: Reason | None) -> bool:
    """Nobody who is connected has what is still missing."""
    return why is not None and why.cause is Cause.MISSING_PIECES


def figures(status: lt.torrent_status) -> Figures | None:
    """What a complete torrent has given; None of one that is not, or of which nothing is wanted."""
    if status.state not in _COMPLETE or not status.total_wanted:
        return None
    uploaded = status.all_time_upload
    ratio_of = _ratio_of(status.all_time_download, status.total_done)
    return Figures(
        not status.flags & _PAUSED,
        uploaded,
        uploaded / ratio_of if ratio_of else 0.0,
        int(status.finished_duration.total_seconds()),
    )


def _ratio_of(downloaded: int, done: int) -> int:
    """The bytes that the upload is compared with: what was there already has been got elsewhere."""
    return downloaded if downloaded * 100 >= done else done


def traffic(status: lt.torrent_status, torrent: Torrent) -> tuple[int, int, int, int]:
    """Bytes since the session began: payload received and sent, then what the protocol took on top of either."""
    down, up = torrent.session_downloaded, torrent.session_uploaded
    return down, up, max(0, status.total_download - down), max(0, status.total_upload - up)


def session_traffic(values: Mapping[str, int]) -> tuple[int, int, int, int]:
    """The same of the session's counters; on top are here also headers of TCP, UDP and IP, trackers and the DHT."""
    down, up = values["net.recv_payload_bytes"], values["net.sent_payload_bytes"]
    others_down = values["net.recv_bytes"] + values["net.recv_ip_overhead_bytes"] + values["dht.dht_bytes_in"]
    others_up = values["net.sent_bytes"] + values["net.sent_ip_overhead_bytes"] + values["dht.dht_bytes_out"]
    return (
        down,
        up,
        max(0, others_down + values["net.recv_tracker_bytes"] - down),
        max(0, others_up + values["net.sent_tracker_bytes"] - up),
    )


def _state(status: lt.torrent_status, flags: int, phase: lt.torrent_status.states, record: Record, now: float) -> State:
    if record.problem is not Problem.NONE:
        return State.ERROR
    if status.moving_storage or record.moving is not None:
        return State.MOVING
    if record.recheck is not None:
        return State.CHECKING
    paused = flags & _PAUSED
    if phase in _CHECKING and (not paused or flags & _STOP_WHEN_READY):
        return State.CHECKING
    if paused:
        if flags & _AUTO_MANAGED or (record.held is Hold.SCHEDULE and not record.paused):
            return State.QUEUED
        return State.FINISHED if phase in _COMPLETE else State.PAUSED
    if phase == _states.downloading_metadata:
        return State.METADATA
    if phase in _COMPLETE:
        return State.SEEDING
    return State.STALLED if now - record.received_at >= STALL_AFTER else State.DOWNLOADING


def waste(counters: Mapping[str, int]) -> tuple[tuple[Waste, int], ...]:
    """Why the session got bytes that were here already, the most first."""
    found = ((reason, counters[name]) for reason, name in _WASTE)
    return tuple(sorted((one for one in found if one[1] > 0), key=itemgetter(1), reverse=True))


def in_error_mode(status: lt.torrent_status) -> bool:
    """libtorrent stopped the torrent, or a disk error made it upload only."""
    return bool(status.errc.value()) or bool(status.flags & _UPLOAD_MODE)


def _progress(status: lt.torrent_status, record: Record, state: State, done: float) -> float:
    if state is State.CHECKING:
        return _share_checked(status, record)
    if state is State.MOVING and record.moving is not None and record.moving.total:
        return record.moving.done / record.moving.total
    return done


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


def timestamp() -> float:
    """The clock of `torrent`'s `now`."""
    return time.monotonic()
