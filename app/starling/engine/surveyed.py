# SPDX-License-Identifier: GPL-3.0-or-later
"""What the survey asks libtorrent, torrent by torrent; `answer` runs on the worker thread only."""

import time
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

import libtorrent as lt

from starling import mimes
from starling.engine import convert, peerinfo, suffix, trackerinfo
from starling.engine.trackerbook import Heard
from starling.filelist import FileList
from starling.survey import Amounts, Detail, Need, Outline
from starling.torrent import Priority, State, Torrent
from starling.tracker import Tracker, TrackerState

if TYPE_CHECKING:
    from starling.engine.peerside import PeerSide

_AT_ONCE = 20
"""Torrents between which others get the interpreter: about a millisecond."""


class Known(NamedTuple):
    """What is kept of one torrent until it changes."""

    outline: Outline
    plain: bool
    """Its files are called what the torrent calls them."""
    normal: bool | None
    """All of them have normal priority; None = not asked yet."""
    web_seeds: tuple[str, ...] | None
    """None = not asked yet."""
    heard: Mapping[str, Heard] | None = None
    """What libtorrent said of the trackers while none was being asked; None = nothing that could be used again."""


class Plan(NamedTuple):
    """What libtorrent is asked of one torrent; flags cost too much to be looked at for each."""

    always: bool
    """Whatever is known already."""
    outline: bool
    web_seeds: bool
    trackers: bool
    files: bool
    done: bool
    priorities: bool
    peers: bool
    amounts: bool
    pieces: bool
    copies: bool
    desired: bool
    status: bool


class Question(NamedTuple):
    """What is asked about one torrent on the worker; nothing in it changes any more."""

    id: str
    handle: lt.torrent_handle
    torrent: Torrent
    plan: Plan
    known: Known | None
    files: FileList | None
    priorities: Sequence[int] | None
    """By index, those on their way to libtorrent included; None = to be asked."""
    told: Sequence[Tracker]
    heard: Mapping[str, Heard]
    connected: Mapping[tuple[str, int], float]


def whole(torrent: Torrent) -> bool:
    """Every byte is here, wanted or not."""
    return torrent.has_metadata and torrent.state is not State.CHECKING and torrent.total_size <= torrent.done


def left_of(torrent: Torrent, need: Need) -> Plan:
    """What of it a snapshot does not answer."""
    return _plan(
        need,
        bool(torrent.peers or torrent.seeds),
        bool(torrent.up or torrent.down),
        torrent.has_metadata,
        whole(torrent),
        bool(torrent.wasted),
        bool(torrent.seeds or torrent.complete),
    )


@lru_cache(maxsize=1024)
def _plan(
    need: Need, connected: bool, flows: bool, metadata: bool, whole: bool, wasted: bool, desired_known: bool
) -> Plan:
    if not connected:
        need &= ~(Need.PEERS | Need.FLOWS | Need.COPIES | Need.DESIRED)
    elif not flows:
        need &= ~Need.FLOWS
    if metadata:
        need &= ~Need.METADATA
    else:
        need &= Need.PEERS | Need.FLOWS | Need.METADATA | Need.AMOUNTS | Need.TRACKERS | Need.WEB_SEEDS
    if whole:
        need &= ~(Need.COPIES | Need.DESIRED)
        if not wasted:
            need &= ~Need.AMOUNTS
    elif desired_known:
        need &= ~Need.DESIRED
    files = bool(need & (Need.FILES | Need.DONE | Need.PRIORITIES))
    amounts, pieces = bool(need & (Need.AMOUNTS | Need.METADATA)), Need.PIECES in need
    desired = Need.DESIRED in need
    return Plan(
        always=bool(need & ~(Need.COMPLAINT | Need.TIERS | Need.OUTLINE | Need.WEB_SEEDS | Need.TRACKERS)),
        outline=Need.OUTLINE in need,
        web_seeds=Need.WEB_SEEDS in need,
        trackers=Need.TRACKERS in need,
        files=files,
        done=Need.DONE in need,
        priorities=Need.PRIORITIES in need,
        peers=bool(need & (Need.PEERS | Need.FLOWS)),
        amounts=amounts,
        pieces=pieces,
        copies=bool(need & (Need.COPIES | Need.DESIRED)),
        desired=desired,
        status=amounts or desired or (pieces and not whole),
    )


def answer(
    questions: Sequence[Question],
    details: Sequence[Detail],
    side: "PeerSide | None",
    session: trackerinfo.Session,
) -> list[tuple[Detail, Known | None]]:
    """Each of `details`, what is at hand, with what was asked in addition; and what can be kept of it."""
    found: list[tuple[Detail, Known | None]] = []
    for number, (question, detail) in enumerate(zip(questions, details, strict=True)):
        if number and not number % _AT_ONCE:
            # The GUI thread would wait five milliseconds for the interpreter to be taken away.
            time.sleep(0)
        try:
            found.append(_one(question, detail, side, session))
        except RuntimeError:
            # "invalid torrent handle": it was removed while the question was on its way.
            found.append((detail, None))
    return found


def _one(
    question: Question, detail: Detail, side: "PeerSide | None", session: trackerinfo.Session
) -> tuple[Detail, Known | None]:
    handle, torrent, plan, known = question.handle, question.torrent, question.plan, question.known
    info = handle.torrent_file()
    said: dict[str, Any] = {}
    files = FileList()
    if info is not None and (plan.files or known is None):
        files, known = _files(question, info)
        said["outline"], said["files"] = known.outline, files
    if plan.done:
        said["done"] = _done(question, files)
    if plan.priorities:
        said["priorities"], known = _priorities(question, files, known)
    if plan.web_seeds and (known is None or known.web_seeds is None):
        said["web_seeds"] = web_seeds = tuple(sorted(handle.url_seeds()))
        known = known and known._replace(web_seeds=web_seeds)
    if question.told:
        trackers, known = _trackers(question, known, session)
        said["trackers"] = tuple(trackers)
    if plan.peers and side is not None:
        said["peers"] = peerinfo.glance(handle, question.connected, side)
    copies: Sequence[int] = ()
    if plan.copies:
        said["copies"] = copies = handle.piece_availability()
    if info is not None and plan.pieces and not plan.status:
        said["pieces"] = b"\1" * info.num_pieces()
    if plan.status:
        pieces = info is not None and (plan.pieces or plan.desired)
        status = handle.status(convert.STATUS_FLAGS | (lt.torrent_handle.query_pieces if pieces else 0))
        if plan.amounts:
            said["amounts"] = _amounts(status, handle, torrent)
        if info is not None and pieces:
            # libtorrent gives no pieces at all of a torrent that has all, or is being checked.
            said["pieces"] = have = bytes(status.pieces) or bytes([whole(torrent)]) * info.num_pieces()
            if plan.desired:
                said["desired"] = min(torrent.size - torrent.done, _desired(handle, info, have, copies))
    return detail._replace(**said), known


def _files(question: Question, info: lt.torrent_info) -> tuple[FileList, Known]:
    """The files, and what is known from now on."""
    known, files = question.known, question.files
    plain = known is not None and known.plain
    if files is None or known is None:
        renamed = {} if plain else question.handle.get_renamed_files().export_filenames(info.layout())
        plain = not renamed
        files = convert.files(info, suffix.logical_names(renamed, question.id))
    if known is None:
        mime = mimes.of_most(files.paths, files.sizes)
        known = Known(Outline(info.num_pieces(), info.piece_length(), len(files), mime), plain, None, None)
    return files, known


def _trackers(
    question: Question, known: Known | None, session: trackerinfo.Session
) -> tuple[list[Tracker], Known | None]:
    told, now = question.told, time.time()
    heard = known and known.heard
    if heard and all(trackerinfo.still_holds(tracker, heard.get(tracker.url), now) for tracker in told):
        return trackerinfo.recalled(told, session, heard), known
    found, news = trackerinfo.listed(question.handle, told, session, question.heard)
    settled = all(tracker.state is not TrackerState.ASKING for tracker in (*told, *found))
    return found, known and known._replace(heard=news if settled else None)


def _done(question: Question, files: FileList) -> Sequence[int]:
    if whole(question.torrent):
        return files.sizes
    return _by_position(files, question.handle.file_progress(), 0)


def _priorities(question: Question, files: FileList, known: Known | None) -> tuple[Sequence[int], Known | None]:
    chosen = question.priorities
    if chosen is None:
        if known is not None and known.normal:
            return (int(Priority.NORMAL),) * len(files), known
        chosen = question.handle.get_file_priorities()
        known = known and known._replace(normal=all(each == Priority.NORMAL for each in chosen))
    return _by_position(files, chosen, Priority.NORMAL), known


def _by_position(files: FileList, values: Sequence[int], default: int) -> Sequence[int]:
    """Of values by file index those of these files; libtorrent gives none at all before it has begun."""
    count = len(values)
    if count == len(files):
        # No pad files.
        return values
    return [values[index] if index < count else default for index in files.indices]


def _amounts(status: lt.torrent_status, handle: lt.torrent_handle, torrent: Torrent) -> Amounts:
    # Without the flag for accurate counters those blocks are left out whose pieces are not verified.
    valid = torrent.total_size if whole(torrent) else handle.status(0).total_done
    return Amounts(
        valid,
        max(0, status.total_done - valid),
        status.total_failed_bytes,
        int(status.finished_duration.total_seconds()),
        1.0 if torrent.has_metadata else status.progress_ppm / 1e6,
    )


def _desired(handle: lt.torrent_handle, info: lt.torrent_info, have: bytes, copies: Sequence[int]) -> int:
    """Bytes of the pieces that are wanted, are not here, and that somebody has."""
    wanted = handle.get_piece_priorities()
    numbers = (
        number
        for number in compress(range(len(have)), copies)
        if not have[number] and (number >= len(wanted) or wanted[number])
    )
    return sum(map(info.piece_size, numbers))
