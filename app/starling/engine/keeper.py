# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the state on disk close behind the session: collects what changed and stores it in batches."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import holding
from starling.engine.errors import EngineError
from starling.engine.limits import LIMITS
from starling.engine.record import Record, Records
from starling.engine.rows import Batch
from starling.engine.store import Store
from starling.i18n import translate
from starling.tasks import Worker

log = logging.getLogger(__name__)

SAVE_EVERY_MS = 4_000
"""At most these many milliseconds (and the time of one write) of progress are lost by a kill."""

_IN_FLIGHT = 200
"""More requests at once only queue up in libtorrent, at a kilobyte and more each."""

_MOMENT_MS = 40
"""Between a wish and its way to the disk; several at once are stored together."""

_PATIENCE = 15.0
"""Seconds that libtorrent may take for one answer before it is taken for lost."""

_MODIFIED = lt.torrent_handle.only_if_modified


class Keeper(QObject):
    """Asks libtorrent for resume data, turns it to bytes while the alert is alive, writes it on the worker."""

    trouble = Signal(str)
    """A sentence: the disk takes nothing. Told once until it does again; what was to be stored is kept."""

    def __init__(self, records: Records, store: Store, worker: Worker) -> None:
        super().__init__()
        self._records = records
        self._store = store
        self._worker = worker
        self._dirty: dict[str, None] = {}
        self._queue: OrderedDict[str, None] = OrderedDict()
        self._flying: set[str] = set()
        self._with_info: set[str] = set()
        self._withheld: set[str] = set()
        """Torrents whose data are to be asked for even if libtorrent changed nothing: they were stored without their
        pieces, in the middle of a check, or were lost on their way."""
        self._batch = Batch()
        self._told = False
        self._owed = False
        """The batch holds what the disk has refused."""
        self._refusals: dict[str, str] = {}
        """Torrents whose last state the disk has refused, and its sentence; the worker's own."""
        self._loop = asyncio.get_running_loop()
        self._landings: dict[str, asyncio.Future[None]] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.request_dirty)
        self._timer.start()
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(self.request_dirty)

    def touch(self, id: str) -> None:
        """Something of this torrent changed that a status would not tell."""
        self._dirty[id] = None

    def wish(self, id: str) -> None:
        """Its owner changed something of this torrent: that is stored within a moment, not with the next batch."""
        self._dirty[id] = None
        if not self._moment.isActive():
            self._moment.start()

    def save_now(self, id: str, *, info: bool = False) -> None:
        """Asks for this torrent's resume data at once, with its metadata if that is new."""
        if info:
            self._with_info.add(id)
        self._queue[id] = None
        self._pump()

    def position(self, id: str, queue: int | None) -> None:
        """A torrent's place in the queue changed."""
        self._batch.positions[id] = queue

    def options(self, record: Record) -> None:
        """A torrent's owner told it something else: stored at once."""
        self._batch.options[record.id] = record.options.encode()
        self.write()

    def name(self, id: str, name: str) -> None:
        """A torrent has another name in the list, empty for its own: stored at once."""
        self._batch.names[id] = name
        self.write()

    def all_options(self, records: Iterable[Record]) -> None:
        """The same of several."""
        self._batch.options.update({record.id: record.options.encode() for record in records})
        self.write()

    def labels(self, ids: Iterable[str], labels: tuple[str, ...]) -> None:
        """Torrents have other labels: stored at once."""
        self._batch.labels.update(dict.fromkeys(ids, labels))
        self.write()

    def first_last(self, ids: Iterable[str], on: bool) -> None:
        """First and last pieces come first, or not any more: stored at once."""
        self._batch.first_last.update(dict.fromkeys(ids, on))
        self.write()

    async def stored(self, id: str) -> None:
        """Waits until what libtorrent knows of a torrent now is in the store, its files' caches written.

        Raises EngineError if the disk refuses it, or takes too long.
        """
        while id in self._flying:
            await self._landing(id)
        record = self._records.get(id)
        if record is not None and record.handle is not None:
            record.handle.save_resume_data(lt.torrent_handle.flush_disk_cache)
            self._flying.add(id)
            await self._landing(id)
        self.write()
        # Its turn comes when what was posted before is stored, or was refused.
        if refusal := await self._worker.run(self._refusals.get, id):
            raise EngineError(refusal)

    def is_behind(self, id: str) -> bool:
        """Whether what is stored of a torrent is older than what libtorrent has told, or is about to tell."""
        return id in self._flying or id in self._withheld

    def forget(self, ids: Iterable[str]) -> None:
        """These torrents are gone: nothing of them is to be written any more."""
        for id in ids:
            self._dirty.pop(id, None)
            self._with_info.discard(id)
            self._withheld.discard(id)
            self._batch.forget(id)
            self._landed(id)

    def unanswered(self, id: str) -> None:
        """This torrent is taken out of the session: what it was asked for comes no more, and nobody waits for it."""
        self._landed(id)

    def start_over(self) -> None:
        """Answers got lost: nothing is on its way any more as far as we know, and everything may have changed."""
        # libtorrent takes what was in lost answers for stored.
        self._withheld |= self._flying
        self._flying.clear()
        self._queue.update(dict.fromkeys(self._landings))
        self._dirty.update(dict.fromkeys(record.id for record in self._records if not record.hidden))
        self._pump()

    def request_dirty(self) -> None:
        """Asks for the resume data of everything that changed since the last time."""
        self._queue.update(self._dirty)
        self._dirty.clear()
        self._pump()
        self.write()

    def saved(self, alert: lt.save_resume_data_alert) -> None:
        """Handler: resume data has come; encoded here, since `params` dies with the alert."""
        record = self._records.of(alert.handle)
        if record is None:
            return
        if not record.hidden:
            params = alert.params
            if record.id in self._with_info and params.ti is not None:
                self._with_info.discard(record.id)
                self._batch.infos[record.id] = params.ti.info_section()
                params.ti = None
            if record.pending is not None and record.has_metadata and record.pending.done_in(params, record.priorities):
                # In one transaction with the data that show it: a kill before that does it all over.
                record.pending, self._batch.pending[record.id] = None, ""
            if record.checking:
                # Half a check would be taken for the whole: without any piece the next start checks again.
                params.have_pieces, params.verified_pieces, params.unfinished_pieces = [], [], {}
                self._withheld.add(record.id)
            else:
                self._withheld.discard(record.id)
            holding.as_wished(record, params)
            record.disguised = record.held is not None
            self._batch.resumes[record.id] = encode(params)
            (self._batch.unconfirmed.add if record.unconfirmed else self._batch.unconfirmed.discard)(record.id)
        self._landed(record.id)

    def failed(self, alert: lt.save_resume_data_failed_alert) -> None:
        """Handler: nothing was modified, or the torrent is gone."""
        record = self._records.of(alert.handle)
        if record is not None:
            self._landed(record.id)

    def batch_done(self) -> None:
        """To be called after each batch of alerts: keeps libtorrent busy and writes what was asked for explicitly."""
        self._pump()
        if self._batch.resumes and not self._flying and not self._queue:
            self.write()

    def write(self) -> None:
        """Stores what has been collected, on the worker."""
        if self._batch:
            batch, self._batch = self._batch, Batch()
            # Posted at once and not awaited: the worker's order is then the order of the changes.
            settles, self._owed = self._owed, False
            self._worker.post(partial(self._save, batch, settles=settles))

    async def drain(self, patience: float) -> bool:
        """At the end: asks for everything that libtorrent holds modified and waits until it is stored.

        False if that took longer than `patience` seconds; what had come by then is stored all the same.
        """
        self._timer.stop()
        self._moment.stop()
        self._dirty.update((record.id, None) for record in self._records if not record.hidden)
        complete = True
        deadline = self._loop.time() + patience
        # More than once: what changed while an answer was on its way is asked for again.
        while complete and self._dirty:
            self._queue.update(self._dirty)
            self._dirty.clear()
            self._pump()
            complete = await self._all_landed(deadline)
        # Whatever the disk refused before is back after this, and gets its last chance.
        await self._worker.run(self._save, Batch(), settles=False)
        try:
            await self._worker.run(self._write, self._batch)
        except EngineError as error:
            log.error("%s", error)
            complete = False
        return complete

    async def _all_landed(self, deadline: float) -> bool:
        if self._queue or self._flying:
            self._idle.clear()
            try:
                async with asyncio.timeout_at(deadline):
                    await self._idle.wait()
            except TimeoutError:
                log.warning("%d torrents did not give their resume data in time", len(self._flying) + len(self._queue))
                return False
        return True

    def _save(self, batch: Batch, *, settles: bool) -> None:
        """On the worker: nothing of a batch that the disk refuses is lost."""
        try:
            self._write(batch)
        except EngineError as error:
            self._refusals.update(dict.fromkeys(batch.resumes, str(error)))
            self._loop.call_soon_threadsafe(self._refused, batch, str(error))
            return
        for id in batch.resumes:
            self._refusals.pop(id, None)
        # A small change may still find its place on a disk that has refused a larger one.
        if settles:
            self._loop.call_soon_threadsafe(self._settled)

    def _write(self, batch: Batch) -> None:
        for id in batch.unconfirmed:
            if (stored := self._store.resume(id)) is not None:
                batch.resumes[id] = with_pieces_of(stored, batch.resumes[id])
        self._store.save(batch)

    def _refused(self, batch: Batch, sentence: str) -> None:
        self._batch = batch.followed_by(self._batch)
        self._owed = True
        if not self._told:
            self._told = True
            self.trouble.emit(sentence)

    def _settled(self) -> None:
        self._told = False

    def _pump(self) -> None:
        while self._queue and len(self._flying) < _IN_FLIGHT:
            id, _ = self._queue.popitem(last=False)
            record = self._records.get(id)
            if record is None or record.handle is None:
                continue
            if id in self._flying:
                # What is on its way may be older than this wish: once more, when it has come.
                self.wish(id)
                continue
            if id in self._with_info:
                flags = lt.torrent_handle.save_info_dict
            else:
                whole = id in self._withheld and not record.checking
                flags = 0 if whole or record.disguised else _MODIFIED
            if record.snapshot is not None and record.snapshot.size < record.snapshot.total_size:
                # Files are skipped. libtorrent notes what it put into their part file when it closes files only.
                flags |= lt.torrent_handle.flush_disk_cache
            record.handle.save_resume_data(flags)
            self._flying.add(id)
        if not self._queue and not self._flying:
            self._idle.set()

    async def _landing(self, id: str) -> None:
        landing = self._landings.setdefault(id, self._loop.create_future())
        try:
            async with asyncio.timeout(_PATIENCE):
                await asyncio.shield(landing)
        except TimeoutError as error:
            raise EngineError(
                translate("Engine", "The disk takes too long to save what is known of a torrent: try again later.")
            ) from error

    def _landed(self, id: str) -> None:
        self._flying.discard(id)
        if (landing := self._landings.pop(id, None)) is not None and not landing.done():
            landing.set_result(None)
        if not self._queue and not self._flying:
            self._idle.set()


def encode(params: lt.add_torrent_params) -> bytes:
    """Resume data; `params` should carry no metadata, which is stored once, on its own."""
    return bytes(lt.write_resume_data_buf(params))


def with_pieces_of(stored: bytes, news: bytes) -> bytes:
    """Resume data with the pieces of `stored`, and running or paused as it says; the rest is that of `news`."""
    old, new = (lt.read_resume_data(data, LIMITS) for data in (stored, news))
    new.have_pieces, new.verified_pieces = old.have_pieces, old.verified_pieces
    new.unfinished_pieces = old.unfinished_pieces
    # It was paused only because its files could not be found.
    running = lt.torrent_flags.paused | lt.torrent_flags.auto_managed
    new.flags = (new.flags & ~running) | (old.flags & running)
    return encode(new)


def restore(id: str, resume: bytes, info: bytes | None) -> lt.add_torrent_params:
    """Parameters of a stored torrent. Raises RuntimeError or ValueError if they can't be read or are not its own."""
    params = lt.read_resume_data(resume, LIMITS)
    if info is not None:
        params.ti = lt.load_torrent_buffer(b"d4:info" + info + b"e", LIMITS).ti
    hashes = params.info_hashes
    if id not in (str(hashes.v1), str(hashes.v2)[:40]):
        raise ValueError(translate("Engine", "it describes another torrent"))
    return params
