# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of many torrents at once: as few of libtorrent's calls as their snapshots leave open.

A call that waits for libtorrent takes 10 µs, and 60 while it is busy: ten of them for each of 10,000 torrents would be
seconds. What a snapshot says already is not asked, and what seldom changes is kept, in some 300 bytes a torrent: not
its files, which are read anew.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

import libtorrent as lt

from starling import mimes
from starling.engine import convert, peerinfo, suffix, trackerinfo
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.engine.trackerbook import Heard, TrackerBook
from starling.engine.trackerwords import Failure, sentence
from starling.filelist import FileList
from starling.survey import Amounts, Detail, Need, Outline
from starling.tasks import Worker
from starling.torrent import Priority, State, Torrent
from starling.tracker import Cause, Tracker, TrackerState

if TYPE_CHECKING:
    from starling.engine.peerside import PeerSide

_AT_ONCE = 20
"""Torrents between which others get the interpreter: about a millisecond."""
_OWN_WORDS = (Cause.TRACKER, Cause.HTTP, Cause.BAD_ANSWER)
"""What a tracker itself says against a torrent, and not the way to it."""


class _Known(NamedTuple):
    """What is kept of one torrent until it changes."""

    outline: Outline
    plain: bool
    """Its files are called what the torrent calls them."""
    normal: bool | None
    """All of them have normal priority; None = not asked yet."""
    web_seeds: tuple[str, ...] | None
    """None = not asked yet."""


class _Plan(NamedTuple):
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


class _Question(NamedTuple):
    """What is asked about one torrent on the worker; nothing in it changes any more."""

    id: str
    handle: lt.torrent_handle
    torrent: Torrent
    plan: _Plan
    known: _Known | None
    files: FileList | None
    priorities: Sequence[int] | None
    """By index, those on their way to libtorrent included; None = to be asked."""
    told: Sequence[Tracker]
    heard: Mapping[str, Heard]
    connected: Mapping[tuple[str, int], float]


class Survey:
    """Answers on what there is: torrents that are gone, or out of the session for a moment, say less."""

    def __init__(
        self,
        records: Records,
        worker: Worker,
        side: "Callable[[], PeerSide | None]",
        config: Callable[[], Config],
    ) -> None:
        self._records, self._worker, self._side, self._config = records, worker, side, config
        self._known: dict[str, _Known] = {}
        self._news = 0
        """How often something has changed: an answer may be older."""

    async def of(self, torrents: Sequence[Torrent], need: Need) -> list[Detail]:
        """What is needed of each of these, in their order; some hundred at once are good for both threads."""
        found: list[Detail] = []
        questions: list[_Question] = []
        places: list[int] = []
        pack = self._config().pack
        trackers, websockets = Need.TRACKERS in need, bool(pack.get("max_webtorrent_offers", 0))
        for torrent in torrents:
            record = self._records.get(torrent.id)
            if record is None:
                found.append(Detail())
                continue
            plan, known = _left(torrent, need), self._known.get(torrent.id)
            told = record.trackers.told(websockets=websockets) if trackers else ()
            speaks = plan.trackers and _speaks(told, torrent)
            if record.handle is not None and (plan.always or speaks or _unknown(plan, known)):
                places.append(len(found))
                questions.append(_question(record, record.handle, torrent, plan, known, told if speaks else ()))
            found.append(_at_hand(record, torrent, need, known, told))
        if questions:
            news = self._news
            session = trackerinfo.Session.of(pack)
            answers = await self._worker.run(_answer, questions, [found[at] for at in places], self._side(), session)
            for at, question, (detail, known) in zip(places, questions, answers, strict=True):
                found[at] = detail
                if known is not None and news == self._news:
                    self._known[question.id] = known
        return found

    def changed(self, id: str) -> None:
        """Names, priorities, metadata, trackers or web seeds of a torrent are others now."""
        self._news += 1
        self._known.pop(id, None)

    def gone(self, ids: Iterable[str]) -> None:
        """These are not in the list any more."""
        for id in ids:
            self.changed(id)


def _whole(torrent: Torrent) -> bool:
    """Every byte is here, wanted or not."""
    return torrent.has_metadata and torrent.state is not State.CHECKING and torrent.total_size <= torrent.done


def _left(torrent: Torrent, need: Need) -> _Plan:
    """What of it a snapshot does not answer."""
    return _plan(
        need,
        bool(torrent.peers or torrent.seeds),
        bool(torrent.up or torrent.down),
        torrent.has_metadata,
        _whole(torrent),
        bool(torrent.wasted),
        bool(torrent.seeds or torrent.complete),
    )


@lru_cache(maxsize=1024)
def _plan(
    need: Need, connected: bool, flows: bool, metadata: bool, whole: bool, wasted: bool, desired_known: bool
) -> _Plan:
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
    return _Plan(
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


def _unknown(plan: _Plan, known: _Known | None) -> bool:
    if known is None:
        return plan.outline or plan.web_seeds
    return plan.web_seeds and known.web_seeds is None


def _at_hand(record: Record, torrent: Torrent, need: Need, known: _Known | None, told: Sequence[Tracker]) -> Detail:
    """What needs no question."""
    book = record.trackers
    complaint, refused = _complaint(book) if need & Need.COMPLAINT else ("", False)
    amounts, desired = _NOTHING, 0
    if _whole(torrent):
        amounts = Amounts(torrent.total_size, 0, 0, torrent.seeding_time, 1.0)
    elif torrent.seeds and torrent.has_metadata:
        desired = torrent.size - torrent.done
    outline: Outline = _UNKNOWN
    web_seeds: tuple[str, ...] = ()
    if known is not None:
        outline, web_seeds = known.outline, known.web_seeds or ()
    return Detail(
        comment=record.comment,
        created_by=record.created_by,
        options=record.options,
        complaint=complaint,
        refused=refused,
        outline=outline,
        tiers=_tiers(book.tiers),
        trackers=tuple(told),
        web_seeds=web_seeds,
        amounts=amounts,
        desired=desired,
    )


def _complaint(book: TrackerBook) -> tuple[str, bool]:
    """What a tracker says against a torrent; that it refuses it counts only if no other works."""
    refusal: Failure | None = None
    warning, works = "", False
    for url in book.tiers:
        note = book.notes.get(url)
        for line in note.lines.values() if note is not None else ():
            if line.state is TrackerState.WORKING:
                works, warning = True, warning or line.warning
            elif line.state is TrackerState.FAILED and line.failure is not None and line.failure.cause in _OWN_WORDS:
                refusal = refusal or line.failure
    if refusal is not None and not works:
        return sentence(refusal), True
    return warning, False


def _tiers(tiers: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    if len(tiers) < 2:
        return tuple((url, 0) for url in tiers)
    numbers = {tier: number for number, tier in enumerate(sorted(set(tiers.values())))}
    return tuple(sorted(((url, numbers[tier]) for url, tier in tiers.items()), key=lambda each: each[1]))


def _speaks(told: Iterable[Tracker], torrent: Torrent) -> bool:
    """Whether libtorrent can know more of trackers than our book: one that rests and never asked any does not."""
    return any(tracker.last_announce or tracker.asking_since or tracker.last_scrape for tracker in told) or (
        not torrent.paused and torrent.reannounce is not None
    )


def _question(
    record: Record,
    handle: lt.torrent_handle,
    torrent: Torrent,
    plan: _Plan,
    known: _Known | None,
    told: Sequence[Tracker],
) -> _Question:
    chosen = record.priorities
    return _Question(
        record.id,
        handle,
        torrent,
        plan,
        known,
        record.files,
        None if chosen is None else tuple(chosen),
        told,
        record.trackers.remembered() if told else {},
        record.connected,
    )


# -- on the worker


def _answer(
    questions: Sequence[_Question],
    details: Sequence[Detail],
    side: "PeerSide | None",
    session: trackerinfo.Session,
) -> list[tuple[Detail, _Known | None]]:
    found: list[tuple[Detail, _Known | None]] = []
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
    question: _Question, detail: Detail, side: "PeerSide | None", session: trackerinfo.Session
) -> tuple[Detail, _Known | None]:
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
        said["trackers"] = tuple(trackerinfo.listed(handle, question.told, session, question.heard)[0])
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
            said["pieces"] = have = bytes(status.pieces) or bytes([_whole(torrent)]) * info.num_pieces()
            if plan.desired:
                said["desired"] = min(torrent.size - torrent.done, _desired(handle, info, have, copies))
    return detail._replace(**said), known


def _files(question: _Question, info: lt.torrent_info) -> tuple[FileList, _Known]:
    """The files, and what is known from now on."""
    known, files = question.known, question.files
    plain = known is not None and known.plain
    if files is None or known is None:
        renamed = {} if plain else question.handle.get_renamed_files().export_filenames(info.layout())
        plain = not renamed
        files = convert.files(info, suffix.logical_names(renamed, question.id))
    if known is None:
        mime = mimes.of_most(files.paths, files.sizes)
        known = _Known(Outline(info.num_pieces(), info.piece_length(), len(files), mime), plain, None, None)
    return files, known


_UNKNOWN = Outline()
_NOTHING = Amounts()


def _done(question: _Question, files: FileList) -> Sequence[int]:
    if _whole(question.torrent):
        return files.sizes
    return _by_position(files, question.handle.file_progress(), 0)


def _priorities(question: _Question, files: FileList, known: _Known | None) -> tuple[Sequence[int], _Known | None]:
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
    valid = torrent.total_size if _whole(torrent) else handle.status(0).total_done
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
