# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of many torrents at once: as few of libtorrent's calls as their snapshots leave open.

A call that waits for libtorrent takes 10 µs, and 60 while it is busy: ten of them for each of 10,000 torrents would be
seconds. What a snapshot says already is not asked, and what seldom changes is kept, in less than a kilobyte a
torrent: not its files, which are read anew.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import libtorrent as lt

from starling.engine import surveyed, trackerinfo
from starling.engine.record import Record, Records
from starling.engine.session import Config
from starling.engine.surveyed import Known, Plan, Question, left_of, whole
from starling.engine.trackerbook import TrackerBook
from starling.engine.trackerwords import Failure, sentence
from starling.survey import Amounts, Detail, Need, Outline
from starling.tasks import Worker
from starling.torrent import Torrent
from starling.tracker import Cause, Tracker, TrackerState

if TYPE_CHECKING:
    from starling.engine.peerside import PeerSide

_OWN_WORDS = (Cause.TRACKER, Cause.HTTP, Cause.BAD_ANSWER)
"""What a tracker itself says against a torrent, and not the way to it."""
_SETTLED = 3.0
"""Seconds after a start until those that were loaded have their rows."""
_FEW, _PAUSE = 50, 0.03
"""So many torrents at once, and seconds between: what the user does comes first."""
_UNKNOWN = Outline()
_NOTHING = Amounts()


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
        self._known: dict[str, Known] = {}
        self._stale: list[set[str]] = []
        """For each question that is on its way the torrents of which something has changed since."""

    async def of(self, torrents: Sequence[Torrent], need: Need) -> list[Detail]:
        """What is needed of each of these, in their order; some hundred at once are good for both threads."""
        found: list[Detail] = []
        questions: list[Question] = []
        places: list[int] = []
        pack = self._config().pack
        trackers, websockets = Need.TRACKERS in need, bool(pack.get("max_webtorrent_offers", 0))
        for torrent in torrents:
            record = self._records.get(torrent.id)
            if record is None:
                found.append(Detail())
                continue
            plan, known = left_of(torrent, need), self._known.get(torrent.id)
            told = record.trackers.told(websockets=websockets) if trackers else ()
            speaks = plan.trackers and _speaks(told, torrent)
            if record.handle is not None and (plan.always or speaks or _unknown(plan, known)):
                places.append(len(found))
                questions.append(_question(record, record.handle, torrent, plan, known, told if speaks else ()))
            found.append(_at_hand(record, torrent, need, known, told))
        if questions:
            session = trackerinfo.Session.of(pack)
            stale: set[str] = set()
            self._stale.append(stale)
            try:
                answers = await self._worker.run(
                    surveyed.answer, questions, [found[at] for at in places], self._side(), session
                )
            finally:
                # By identity: another one may be equal.
                self._stale = [each for each in self._stale if each is not stale]
            for at, question, (detail, known) in zip(places, questions, answers, strict=True):
                found[at] = detail
                if known is not None and question.id not in stale:
                    self._known[question.id] = known
        return found

    async def learn(self) -> None:
        """Finds out about every torrent what is kept, few at a time: then the first who asks of all waits no longer
        than the next.
        """
        await asyncio.sleep(_SETTLED)
        rows = iter([record.snapshot for record in self._records if record.snapshot is not None and not record.hidden])
        while few := tuple(islice(rows, _FEW)):
            await self.of(few, ~Need.NONE)
            await asyncio.sleep(_PAUSE)

    def changed(self, id: str) -> None:
        """Names, priorities or metadata of a torrent are others now."""
        self._outdate(id)
        self._known.pop(id, None)

    def sources_changed(self, id: str) -> None:
        """Something is new of its trackers, or of its web seeds."""
        if (known := self._known.get(id)) is not None:
            self._known[id] = known._replace(web_seeds=None, heard=None)
        self._outdate(id)

    def gone(self, ids: Iterable[str]) -> None:
        """These are not in the list any more."""
        for id in ids:
            self.changed(id)

    def _outdate(self, id: str) -> None:
        for stale in self._stale:
            stale.add(id)


def _unknown(plan: Plan, known: Known | None) -> bool:
    if known is None:
        return plan.outline or plan.web_seeds
    return plan.web_seeds and known.web_seeds is None


def _at_hand(record: Record, torrent: Torrent, need: Need, known: Known | None, told: Sequence[Tracker]) -> Detail:
    """What needs no question."""
    book = record.trackers
    complaint, refused = _complaint(book) if need & Need.COMPLAINT else ("", False)
    amounts, desired = _NOTHING, 0
    if whole(torrent):
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
    plan: Plan,
    known: Known | None,
    told: Sequence[Tracker],
) -> Question:
    chosen = record.priorities
    return Question(
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
