# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches the volumes that torrents are on: pauses downloads before one is full, and all whose drive is away.

Each volume is asked on a thread of its own every few seconds: one that never answers holds up nobody else.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import libtorrent as lt

from starling.engine import commands, holding, words
from starling.engine.contents import Contents
from starling.engine.questions import Questions
from starling.engine.record import Hold, Record, Records
from starling.engine.reopen import reopen
from starling.engine.running import Running
from starling.engine.volumes_book import VolumesBook, absent_sentence, empty_sentence, is_low, low_sentence, margin
from starling.engine.volumes_full import FullDisks
from starling.engine.volumes_look import Sight, Verdict, compare, expected_of, look, mounts, volume_of
from starling.tasks import Worker, spawn
from starling.torrent import Problem, State

EVERY = 2.0
"""Seconds between two looks."""
_AHEAD = 2 * EVERY
"""Seconds of downloading for which room is held back: so much comes before the next look."""
_CLOSE = 250_000_000
"""Bytes above what is to stay free from which a volume is looked at each second."""
_AT_THE_END = 0.2
_SLICE = 400
"""Torrents that are judged in a turn of the event loop."""
_PROBES = 20
"""Torrents that are looked for at once in a folder that is there while its drive is not."""
_AT_ONCE = 50
"""Torrents of a volume whose files are compared at the same time."""


_Why = dict[tuple[str, bool], tuple[Hold, str] | None]
"""Why what is in a folder can't be there, begun or not, and the sentence for it."""


class Volumes:
    """Every torrent is looked at with the others of its volume."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        running: Callable[[], Running | None],
        changed: Callable[[Iterable[Record]], None],
        parts: Path,
    ) -> None:
        """`running` is None while there is no session; `changed` shows and stores what became of records; `parts` is
        the folder of the part files.
        """
        self._parts = parts
        self._records = records
        self._questions = questions
        self._contents = contents
        self._running = running
        self._changed = changed
        self._workers: dict[str, Worker] = {}
        self._asking: set[str] = set()
        self._returning: dict[str, asyncio.Task[None]] = {}
        """Those whose files may be back, by id, until that is known."""
        self._comparing: defaultdict[Worker, asyncio.Semaphore] = defaultdict(partial(asyncio.Semaphore, _AT_ONCE))
        self._probed: dict[str, int] = {}
        """Folder without its drive -> how many of its torrents were looked for there in this round."""
        self._users: dict[str, set[Record]] = {}
        """Folder -> whose it was at the last look."""
        self._seen: dict[str, float] = {}
        """Folder -> when it was there, Unix seconds."""
        self._had: dict[str, dict[str, int]] = {}
        """Volume -> what each of its downloads had received the last time, bytes."""
        self._full = FullDisks()
        self._next = 0.0
        self._closed = False

    def tick(self) -> None:
        """To be called each second."""
        now = time.monotonic()
        if now >= self._next and self._running() is not None and not self._closed:
            self._next = now + EVERY
            self.look()

    def soon(self) -> None:
        """Something makes a look worth while: with the next tick."""
        self._next = 0.0

    def look(self) -> None:
        """Asks every volume that has answered the last time."""
        running = self._running()
        if running is None:
            return
        points = mounts()
        self._full.forget(self._records)
        folders: defaultdict[str, list[Record]] = defaultdict(list)
        for record in self._records:
            if not record.hidden:
                folders[record.save_path].append(record)
        for path, users in self._users.items():
            if users.isdisjoint(folders.get(path, ())):
                # Whoever comes there from now on knows nothing of the drive that it was.
                running.volumes.forget(path)
                self._seen.pop(path, None)
        self._users = {path: set(records) for path, records in folders.items()}
        volumes: defaultdict[str, dict[str, list[Record]]] = defaultdict(dict)
        for path, records in folders.items():
            volumes[volume_of(path, points)][path] = records
        for volume, those in volumes.items():
            if volume not in self._asking:
                self._asking.add(volume)
                spawn(self._ask(volume, those), name="volume")

    async def close(self) -> None:
        """Ends; a disk that does not answer is not waited for."""
        self._closed = True
        if returning := set(self._returning.values()):
            _, late = await asyncio.wait(returning, timeout=_AT_THE_END)
            for task in late:
                task.cancel()
        while self._workers:
            await self._workers.popitem()[1].stop(_AT_THE_END)

    # -- within

    async def _ask(self, volume: str, folders: Mapping[str, Sequence[Record]]) -> None:
        if self._closed:
            # Before its turn came.
            return
        worker = self._workers.get(volume)
        if worker is None:
            worker = self._workers[volume] = Worker(asyncio.get_running_loop(), "volume")
        try:
            sights = await worker.run(_look_at, list(folders))
            running = self._running()
            if running is not None and not self._closed:
                await self._judge(running, worker, [(sight, folders[sight.path]) for sight in sights])
        finally:
            self._asking.discard(volume)

    async def _judge(self, running: Running, worker: Worker, seen: Sequence[tuple[Sight, Sequence[Record]]]) -> None:
        book, now = running.volumes, time.time()
        by_mount: defaultdict[str, list[Record]] = defaultdict(list)
        changed: list[Record] = []
        away: set[str] = set()
        why_away: _Why = {}
        sought = {sight.path: self._seek(book, sight, records) for sight, records in seen}
        for count, (sight, record) in enumerate((sight, record) for sight, records in seen for record in records):
            if count and not count % _SLICE:
                await asyncio.sleep(0)
                if self._closed or self._running() is not running:
                    return
            if record.handle is None or record.leaving or record.moving is not None or record.save_path != sight.path:
                continue
            if record.held in holding.AWAY:
                if _say_again(book, record, sight, why_away):
                    changed.append(record)
                if record in sought[sight.path] or record.insists:
                    self._return(running, worker, record, sight)
                away.add(record.save_path)
            elif (why := book.absence(sight, begun=holding.is_begun(record), id=record.id)) is not None:
                book.lose(record.id, self._seen.get(record.save_path))
                instead = sight.there and not holding.is_begun(record)
                holding.hold(record, why, absent_sentence(record.save_path, why, instead=instead))
                changed.append(record)
                away.add(record.save_path)
                self.soon()
            else:
                if record.held is Hold.FILES:
                    # The drive is there, and they are not: that is its owner's to mend.
                    record.held = None
                    commands.pause(record)
                    changed.append(record)
                by_mount[sight.mount].append(record)
        fine = [sight for sight, _ in seen if sight.path not in away]
        for sight in fine:
            if sight.there:
                self._seen[sight.path] = now
        book.remember(fine)
        free = {sight.mount: sight for sight in fine if sight.free is not None}
        for mount, records in by_mount.items():
            if mount in free:
                changed += self._guard(book, free[mount], records)
        if changed:
            self._changed(changed)

    def _seek(self, book: VolumesBook, sight: Sight, records: Iterable[Record]) -> set[Record]:
        """Those of a folder whose drive was away that are worth looking for now: all if it is back, some if there is
        a folder of its name instead, for they may have been copied there; the others have their turn later.
        """
        waiting = [record for record in records if record.held in holding.AWAY] if sight.there else []
        if not waiting or book.absence(sight, begun=True) is None:
            self._probed.pop(sight.path, None)
            return set(waiting)
        begin = self._probed.get(sight.path, 0)
        if begin >= len(waiting):
            begin = 0
        self._probed[sight.path] = begin + _PROBES
        return set(waiting[begin : begin + _PROBES])

    def _guard(self, book: VolumesBook, sight: Sight, records: Sequence[Record]) -> list[Record]:
        """Has downloads wait, or go on; returns those that did."""
        mount, free, keep = sight.mount, sight.free or 0, book.keep_free
        changed = self._full.look(sight, records)
        if not keep or free >= book.enough.get(mount, keep + margin(keep)):
            book.has_room(mount)
            for record in records:
                record.insists = False
                if record.held is Hold.SPACE:
                    holding.release(record)
                    changed.append(record)
        coming = self._coming(mount, records)
        writing = [record for record in records if _writes(record)]
        if writing and is_low(free - _CLOSE - 3 * coming, keep):
            self.soon()
        low = is_low(free - coming, keep)
        waiting = [record for record in records if record.held is Hold.SPACE]
        if not waiting and not (low and writing):
            return changed
        enough = book.has_no_room(mount, free if low else 0)
        for record in writing if low else ():
            holding.hold(record, Hold.SPACE, low_sentence(sight, keep, enough, _left(record)))
            changed.append(record)
        for record in waiting:
            if record.error != (sentence := low_sentence(sight, keep, enough, _left(record))):
                record.error = sentence
                changed.append(record)
        return changed

    def _coming(self, mount: str, records: Iterable[Record]) -> int:
        """Bytes that torrents may write to a volume before the next look."""
        coming, before, now = 0, self._had.get(mount, {}), {}
        for record in records:
            row = record.snapshot
            if row is not None and record.held is None and row.state in (State.DOWNLOADING, State.STALLED):
                came = now[record.id] = row.session_downloaded
                # What has come since the last look may have been more than the rate says, which is an average.
                fast = max(int(row.down * _AHEAD), came - before.get(record.id, came))
                coming += min(fast, max(0, row.size - row.done))
        self._had[mount] = now
        return coming

    def _return(self, running: Running, worker: Worker, record: Record, sight: Sight) -> None:
        if record.id not in self._returning:
            work = self._contents.while_there(record, self._come_back(running, worker, record, sight))
            task = self._returning[record.id] = spawn(work, name="a drive is back")
            task.add_done_callback(partial(self._returned, record.id))

    def _returned(self, id: str, _task: "asyncio.Task[None]") -> None:
        self._returning.pop(id, None)

    async def _come_back(self, running: Running, worker: Worker, record: Record, sight: Sight) -> None:
        """Lets a torrent go on whose files are as they were; those that are not are checked."""
        back = running.volumes.absence(sight, begun=True) is None
        instead = sight.there and (back or not holding.is_begun(record))
        anew = record.insists and (record.held is Hold.FOLDER or instead)
        record.insists = False
        async with self._comparing[worker]:
            files = await self._questions.about(record.id, expected_of, record.id, record.save_path)
            if self._closed:
                return
            since = running.volumes.lost.get(record.id, 0.0)
            verdict, path = await worker.run(compare, files, since)
        if not files and (anew or running.volumes.absence(sight, begun=False) is None):
            verdict = Verdict.SAME
        if verdict is Verdict.NOTHING and not anew:
            if back and record.held in holding.AWAY and record.error != (said := empty_sentence(record.save_path)):
                # Another drive, or an empty one, is in its place.
                record.held, record.error = Hold.DRIVE, said
                self._changed([record])
            return
        async with self._contents.lock(record):
            if record.held not in holding.AWAY or self._records.get(record.id) is not record or self._closed:
                return
            if record.absent:
                await self._enter(running, worker, record, keep=verdict is Verdict.SAME)
            handle = record.handle
            if handle is None:
                return
            running.volumes.find(record.id, sight)
            if verdict is Verdict.MISSING:
                holding.forget(record)
                record.problem, record.error = Problem.MISSING_FILES, words.missing(path)
                record.unconfirmed = True
            else:
                holding.release(record)
                if verdict is not Verdict.SAME:
                    commands.recheck(record)
            self._changed([record])

    async def _enter(self, running: Running, worker: Worker, record: Record, *, keep: bool) -> None:
        """Gives libtorrent the real folder of a torrent that has been somewhere else."""

        def change(params: lt.add_torrent_params) -> None:
            record.absent = False
            if not keep:
                params.have_pieces, params.verified_pieces, params.unfinished_pieces = [], [], {}

        await reopen(running, record, worker, self._parts, change)


def _say_again(book: VolumesBook, record: Record, sight: Sight, found: _Why) -> bool:
    """Whether what keeps a torrent waiting is another thing now: its drive may be there without its folder."""
    key = sight.path, holding.is_begun(record)
    if key not in found:
        why = book.absence(sight, begun=key[1])
        instead = sight.there and not key[1]
        found[key] = None if why is None else (why, absent_sentence(sight.path, why, instead=instead))
    now = found[key]
    if now is None or now == (record.held, record.error):
        return False
    record.held, record.error = now
    return True


def _look_at(paths: Iterable[str]) -> list[Sight]:
    return [look(path) for path in paths]


def _left(record: Record) -> int:
    """Bytes that a torrent still has to write, as far as is known."""
    row = record.snapshot
    return 0 if row is None else max(0, row.size - row.done)


def _writes(record: Record) -> bool:
    """Whether a torrent takes room of its volume now."""
    snapshot = record.snapshot
    return (
        snapshot is not None
        and record.held is None
        and not record.paused
        and not record.insists
        and record.has_metadata
        and (snapshot.state in (State.DOWNLOADING, State.STALLED) or record.problem is Problem.DISK_FULL)
    )
