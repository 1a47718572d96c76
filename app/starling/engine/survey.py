# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of many torrents at once: as few of libtorrent's calls as their snapshots leave open.

A call that waits for libtorrent takes 10 µs, and 60 while it is busy: ten of them for each of 10,000 torrents would be
seconds. What a snapshot says already is not asked, and what seldom changes is kept, in some 300 bytes a torrent: not
its files, which are read anew.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

import libtorrent as lt

from starling import mimes
from starling.engine import convert, details, peerinfo, trackerinfo
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
_PEERS = Need.PEERS | Need.FLOWS
_FILES = Need.FILES | Need.DONE | Need.PRIORITIES
_STATUS = Need.AMOUNTS | Need.METADATA | Need.PIECES | Need.DESIRED


class _Known(NamedTuple):
    """What is kept of one torrent until it changes."""

    outline: Outline
    plain: bool
    """Its files are called what the torrent calls them."""
    normal: bool | None
    """All of them have normal priority; None = not asked yet."""
    web_seeds: tuple[str, ...] | None
    """None = not asked yet."""


class _Question(NamedTuple):
    """What is asked about one torrent on the worker; nothing in it changes any more."""

    id: str
    handle: lt.torrent_handle
    torrent: Torrent
    need: Need
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
        websockets = bool(pack.get("max_webtorrent_offers", 0))
        for torrent in torrents:
            record = self._records.get(torrent.id)
            if record is None:
                found.append(Detail())
                continue
            left = _left(torrent, need)
            told = record.trackers.told(websockets=websockets) if Need.TRACKERS in need else ()
            detail = _at_hand(record, torrent, need, told)
            known = self._known.get(torrent.id)
            if Need.OUTLINE in left and known is not None:
                detail = detail._replace(outline=known.outline)
                left &= ~Need.OUTLINE
            if Need.WEB_SEEDS in left and known is not None and known.web_seeds is not None:
                detail = detail._replace(web_seeds=known.web_seeds)
                left &= ~Need.WEB_SEEDS
            if Need.TRACKERS in left and not _speaks(told, torrent):
                left &= ~Need.TRACKERS
            if left and record.handle is not None:
                places.append(len(found))
                questions.append(_question(record, record.handle, torrent, left, known, told))
            found.append(detail)
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


def _left(torrent: Torrent, need: Need) -> Need:
    """What of it a snapshot does not answer."""
    left = need & ~(Need.COMPLAINT | Need.TIERS)
    if not torrent.peers and not torrent.seeds:
        left &= ~(_PEERS | Need.COPIES | Need.DESIRED)
    elif not torrent.up and not torrent.down:
        left &= ~Need.FLOWS
    if not torrent.has_metadata:
        return left & (_PEERS | Need.METADATA | Need.AMOUNTS | Need.TRACKERS | Need.WEB_SEEDS)
    left &= ~Need.METADATA
    if _whole(torrent):
        left &= ~(Need.COPIES | Need.DESIRED)
        if not torrent.wasted:
            left &= ~Need.AMOUNTS
    elif torrent.seeds or torrent.complete:
        left &= ~Need.DESIRED
    return left


def _at_hand(record: Record, torrent: Torrent, need: Need, told: Sequence[Tracker]) -> Detail:
    """What needs no question."""
    complaint, refused = _complaint(record.trackers) if Need.COMPLAINT in need else ("", False)
    amounts, desired = Amounts(), 0
    if _whole(torrent):
        amounts = Amounts(torrent.total_size, finished_time=torrent.seeding_time, metadata=1.0)
    elif torrent.seeds and torrent.has_metadata:
        desired = torrent.size - torrent.done
    return Detail(
        comment=record.comment,
        created_by=record.created_by,
        options=record.options,
        complaint=complaint,
        refused=refused,
        tiers=_tiers(record.trackers.tiers) if Need.TIERS in need or told else (),
        trackers=tuple(told),
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
    need: Need,
    known: _Known | None,
    told: Sequence[Tracker],
) -> _Question:
    chosen = record.priorities
    return _Question(
        record.id,
        handle,
        torrent,
        need,
        known,
        record.files,
        None if chosen is None else tuple(chosen),
        told if Need.TRACKERS in need else (),
        record.trackers.remembered() if Need.TRACKERS in need else {},
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
    handle, torrent, need = question.handle, question.torrent, question.need
    info = handle.torrent_file()
    files, known = FileList(), question.known
    if info is not None:
        files, known = _files(question, info)
    said: dict[str, Any] = {"outline": Outline() if known is None else known.outline, "files": files}
    if need & (Need.DONE | Need.PRIORITIES):
        said["done"] = _done(question, files)
        said["priorities"], known = _priorities(question, files, known)
    if Need.WEB_SEEDS in need:
        said["web_seeds"] = web_seeds = tuple(sorted(handle.url_seeds()))
        known = known and known._replace(web_seeds=web_seeds)
    if Need.TRACKERS in need:
        said["trackers"] = tuple(trackerinfo.listed(handle, question.told, session, question.heard)[0])
    if need & _PEERS and side is not None:
        said["peers"] = peerinfo.glance(handle, question.connected, side)
    if info is not None and Need.PIECES in need and _whole(torrent):
        said["pieces"] = b"\1" * info.num_pieces()
        need &= ~Need.PIECES
    copies: Sequence[int] = ()
    if need & (Need.COPIES | Need.DESIRED):
        said["copies"] = copies = handle.piece_availability()
    if need & _STATUS:
        flags = convert.STATUS_FLAGS | lt.torrent_handle.query_pieces
        status = handle.status(flags if need & (Need.PIECES | Need.DESIRED) else convert.STATUS_FLAGS)
        said["amounts"] = _amounts(status, handle, torrent)
        if info is not None and need & (Need.PIECES | Need.DESIRED):
            # libtorrent gives no pieces at all of a torrent that is being checked.
            said["pieces"] = have = bytes(status.pieces) or bytes(info.num_pieces())
            if Need.DESIRED in need:
                said["desired"] = min(torrent.size - torrent.done, _desired(handle, info, have, copies))
    return detail._replace(**said), known


def _files(question: _Question, info: lt.torrent_info) -> tuple[FileList, _Known]:
    """The files, if they are asked for or nothing is known of them yet, and what is known now."""
    known = question.known
    if known is not None and not question.need & _FILES:
        return FileList(), known
    files = question.files
    if files is None:
        if known is not None and known.plain:
            files = convert.files(info, {})
        else:
            files = details.files(question.handle, question.id)
    if known is None:
        plain = files == convert.files(info, {}) if len(files) < _FEW else False
        outline = Outline(info.num_pieces(), info.piece_length(), len(files), mimes.of_most(files.paths, files.sizes))
        known = _Known(outline, plain, None, None)
    return files, known


_FEW = 100
"""Files that are compared to know whether any has another name."""


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
