# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of an engine that runs: opened together, wired to each other, closed in order and in bounded time."""

import asyncio
import errno
import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, keeper, partfile, provenance, removal, settling
from starling.engine.adding import Adder
from starling.engine.alerts import AlertPump, together
from starling.engine.annals import Annals
from starling.engine.announces import Announces
from starling.engine.diagnosis import Diagnosis, Way
from starling.engine.entry import make_record
from starling.engine.errors import EngineError, reason
from starling.engine.finder import Finder
from starling.engine.history import History
from starling.engine.journal import Journal, Plan
from starling.engine.keeper import Keeper
from starling.engine.limits import LIMITS
from starling.engine.listener import Listener
from starling.engine.listening import Listening
from starling.engine.news import News
from starling.engine.peerside import PeerSide
from starling.engine.pending import Pending
from starling.engine.record import Record, Records
from starling.engine.savefolder import part_file_dir
from starling.engine.session import Config, Session
from starling.engine.store import Batch, Removal, Row, Store
from starling.engine.tracking import Tracking
from starling.i18n import translate
from starling.tasks import Worker, spawn

log = logging.getLogger(__name__)

_BATCH = 200
"""Torrents that enter the session between two turns of the event loop."""

_GOODBYE = 1.5
"""Seconds that trackers get to take our "stopped"."""

_CLOSED = 2.0
"""Seconds in which everything that may take long has come to its end: the trackers, and a disk with our history."""

_LEAST = 0.25
"""Seconds that the history gets for the last announces, whatever took so long before."""

_REMOVED = 5.0
"""Seconds after which a torrent's files are taken for closed."""


class Running:
    """Session, store and what stands between them."""

    def __init__(
        self,
        records: Records,
        worker: Worker,
        files_worker: Worker,
        store: Store,
        session: Session,
        config: Config,
        parts: Path,
        plans: bytes | None,
        history: History,
    ) -> None:
        """`parts` is the folder of the part files, `plans` what `Journal.read` gave."""
        self.records = records
        self.worker = worker
        self._files_worker = files_worker
        self.store = store
        self.session = session
        self.keeper = Keeper(records, store, worker)
        self.journal = Journal(store, worker, plans)
        self.listener = Listener(records, self.keeper)
        self.listening = Listening(config.pack)
        self.peers = PeerSide(session, records, config)
        self.news = News(records, self.keeper, self.listening, history)
        self._loading: asyncio.Task[list[str]] | None = None
        self.news.dht = bool(config.pack.get("enable_dht", True))
        self.adder = Adder(session, records, store, worker, files_worker, config, parts)
        self._removals: dict[str, asyncio.Event] = {}
        self._parts = parts
        self.listener.statuses.connect(self.news.take)
        self.listener.stats.connect(self.news.take_stats)
        self.listener.listening.connect(self.listening.opened)
        self.listener.not_listening.connect(self.listening.failed)
        self.annals = Annals(store.path.with_name("history.db"))
        self.announces = Announces(self.annals)
        self._diagnosis = Diagnosis(Worker(asyncio.get_running_loop(), "diagnosis"), Way.of(config.pack))
        self.tracking = Tracking(records, self.announces, self._diagnosis)
        self.listener.listening.connect(self.tracking.opened)
        self.tracking.changed.connect(self._on_tracker_news)
        self.history = history
        self._limit_all(config)
        history.begin(self.annals)
        self.finder = Finder(records, store.path.with_name("files.db"))
        self.listener.added.connect(self.adder.settle)
        self.listener.added.connect(self.finder.added)
        self.listener.renamed.connect(self.finder.note)
        self.listener.metadata.connect(self.finder.note)
        self.listener.removed.connect(self._on_removed)
        self._pump = AlertPump(
            session,
            together(
                self.listener.handlers(),
                self.adder.scraper.handlers(),
                self.peers.connections.handlers(),
                self.tracking.handlers(),
            ),
            self.keeper.batch_done,
        )

    @classmethod
    async def open(
        cls,
        records: Records,
        worker: Worker,
        files_worker: Worker,
        data_dir: Path,
        config: Config,
        history: History,
    ) -> "Running":
        """Opens store and session. Raises EngineError if the store can't be had."""
        path = data_dir / "starling.db"
        parts = data_dir / "parts"
        try:
            store = await worker.run(Store, path)
            state = await worker.run(store.meta, "session")
            plans = await worker.run(Journal.read, store)
            await worker.run(parts.mkdir, 0o700, parents=True, exist_ok=True)
        except (OSError, sqlite3.Error) as error:
            raise EngineError(unopened_sentence(path, error)) from error
        session = Session(config.pack, state)
        running = cls(records, worker, files_worker, store, session, config, parts, plans, history)
        await running.peers.ready()
        return running

    async def load(self) -> list[str]:
        """Puts every stored torrent into the session; returns a sentence for each that could not be read."""
        self._loading = asyncio.create_task(self._load())
        try:
            await asyncio.wait([self._loading])
        finally:
            self._loading.cancel()
        if self._loading.cancelled():
            return []
        troubles = self._loading.result()
        if not troubles:
            # What could not be restored may be another time.
            spawn(self.announces.tidy([record.id for record in self.records]), name="tidy announces")
        return troubles

    async def remove(self, records: list[Record]) -> None:
        """Takes torrents out of the session and waits until libtorrent has closed their files."""
        events = []
        for record in records:
            # One that libtorrent refused is gone already.
            with suppress(EngineError):
                await self.adder.arrived(record)
        for record in records:
            handle = record.handle
            self.news.forget(record)
            self.listener.stale.discard(record)
            self.records.drop(record)
            if handle is not None:
                event = self._removals[record.hash_v1 or record.hash_v2] = asyncio.Event()
                events.append(event)
                self.session.lt.remove_torrent(handle, lt.session.delete_partfile)
        gone = [record.id for record in records]
        self.keeper.forget(gone)
        self.journal.forget(gone)
        self.finder.forget(record.id for record in records)
        self.announces.forget(gone)
        self.history.forget(gone)
        for event in events:
            try:
                await asyncio.wait_for(event.wait(), _REMOVED)
            except TimeoutError:
                log.warning("libtorrent did not say that a removed torrent is gone")

    async def take_out(self, record: Record) -> None:
        """Takes a torrent out of the session, to put it back: it stays in the list. Its files are closed then."""
        handle = record.handle
        if handle is None:
            return
        closed = self._removals[record.hash_v1 or record.hash_v2] = asyncio.Event()
        self.news.forget(record)
        self.listener.stale.discard(record)
        self.records.unbind(record)
        self.session.lt.remove_torrent(handle)
        try:
            await asyncio.wait_for(closed.wait(), _REMOVED)
        except TimeoutError:
            log.warning("libtorrent did not say that it has closed a torrent's files")

    def apply(self, config: Config) -> list[str]:
        """Takes changed settings over; returns a sentence for each of libtorrent's that it refused."""
        self.listening.begin(config.pack)
        self.news.dht = bool(config.pack.get("enable_dht", True))
        self._diagnosis.use(Way.of(config.pack))
        self.session.apply(config.pack)
        self._limit_all(config)
        self.peers.apply(config)
        self.adder.config = config
        return self.session.refused

    def stop_loading(self) -> None:
        """Stored torrents that are not in the session by now need not come any more."""
        if self._loading is not None:
            self._loading.cancel()

    async def close(self) -> None:
        """Says goodbye to the trackers, stores everything, ends the session."""
        for record in [record for record in self.records if record.hidden]:
            self.adder.discard(record.id)
        self.tracking.refresh(self.records)
        self.session.say_goodbye()
        loop = asyncio.get_running_loop()
        deadline, end = loop.time() + _GOODBYE, loop.time() + _CLOSED
        # The disk may be slow while the trackers are: one need not wait for the other.
        history = asyncio.create_task(self.history.close())
        await self.keeper.drain(_GOODBYE)
        # The replies arrive as alerts, and there may be none: looked for, not waited for, and not for long.
        while self._known_to_trackers() and loop.time() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        state = await self.worker.run(self.session.dht_state)
        try:
            await self.worker.run(self.store.set_meta, "session", state)
        except EngineError as error:
            log.warning("The nodes of the DHT are forgotten: %s", error)
        self._pump.stop()
        self.tracking.close()
        await asyncio.gather(self.peers.close(), self._diagnosis.close(), self.finder.close(), history)
        await self.announces.close(max(_LEAST, end - loop.time()))
        try:
            await asyncio.wait_for(self.annals.close(), max(_LEAST, end - loop.time()))
        except TimeoutError:
            log.info("The history is still busy, and left to itself")
        await self.worker.run(self.store.close)
        self.session.end()
        # Here and not by the garbage collector, which may run in another thread and must not stop timers there.
        for part in (
            self._pump,
            self.adder,
            self.news,
            self.listener,
            self.keeper,
            self.finder,
            self.tracking,
            self.announces,
        ):
            part.deleteLater()

    async def _load(self) -> list[str]:
        troubles: list[str] = []
        batches = self.store.rows(_BATCH)
        try:
            while rows := await self.worker.run(next, batches, None):
                troubles += await self._load_batch(rows)
        except sqlite3.Error as error:
            troubles.append(unopened_sentence(self.store.path, error))
        return troubles

    async def _load_batch(self, rows: list[Row]) -> list[str]:
        troubles = []
        parsed = await self.worker.run(_restore, rows)
        await self.worker.run(_do_pending, parsed, self.store)
        await self._files_worker.run(_find_parts, [params for _, params in parsed], self._parts)
        moved = await self._files_worker.run(_settle, parsed, self._parts, self.journal.plans)
        if moved:
            await self.worker.run(_store_moved, moved, self.store)
        for row, params in parsed:
            if isinstance(params, str):
                log.error("%s can't be restored: %s", row.id, params)
                troubles.append(
                    translate("Engine", "“{name}” can't be restored, its stored state is damaged: {message}.").format(
                        name=row.name or row.id, message=params
                    )
                )
            elif row.removing:
                await self._finish_removal(row, params)
            else:
                record = make_record(row.id, params, row.name)
                record.labels, record.first_last = row.labels, row.first_last
                record.foreign = provenance.decode(row.foreign)
                record.pending = Pending.decode(row.pending) if params.ti is None else None
                if record.pending is not None:
                    record.pending.hold(params)
                record.stored_queue = row.position
                self.adder.insert(record, params)
        await asyncio.sleep(0)
        return troubles

    async def _finish_removal(self, row: Row, params: lt.add_torrent_params) -> None:
        try:
            await self._files_worker.run(_remove_files, row, params, self._parts)
        except (EngineError, OSError) as error:
            log.warning("%s", error)
        # Whatever stayed: a removal is not begun again at each start, unless the disk does not even take that.
        try:
            await self.worker.run(self.store.delete, [row.id])
        except EngineError as error:
            log.warning("%s", error)

    def _on_tracker_news(self, record: Record) -> None:
        self.listener.stale.add(record)

    def _known_to_trackers(self) -> bool:
        return any(record.trackers.present for record in self.records)

    def _limit_all(self, config: Config) -> None:
        pack = config.pack
        self.history.limit(int(pack.get("download_rate_limit", 0)), int(pack.get("upload_rate_limit", 0)))

    def _on_removed(self, digest: str) -> None:
        event = self._removals.pop(digest, None)
        if event is not None:
            event.set()


def unopened_sentence(path: Path, error: Exception) -> str:
    """What is told when there is no way to the stored torrents."""
    if getattr(error, "errno", 0) == errno.ENOSPC or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
        return translate(
            "Engine", "The list of torrents in {path} can't be opened: the disk is full. Make space and start again."
        ).format(path=path)
    return translate("Engine", "The list of torrents in {path} can't be opened: {message}.").format(
        path=path, message=getattr(error, "strerror", None) or error
    )


def _restore(rows: list[Row]) -> list[tuple[Row, lt.add_torrent_params | str]]:
    found: list[tuple[Row, lt.add_torrent_params | str]] = []
    for row in rows:
        try:
            Pending.decode(row.pending)
            found.append((row, keeper.restore(row.id, row.resume, row.info)))
        except (RuntimeError, ValueError) as error:
            found.append((row, reason(error)))
    return found


def _remove_files(row: Row, params: lt.add_torrent_params, parts: Path) -> None:
    """Does to the files of a torrent what its removal did not get to. Raises EngineError or OSError."""
    hashes = params.info_hashes
    names = partfile.file_names(str(hashes.v1) if hashes.has_v1() else "", str(hashes.v2) if hashes.has_v2() else "")
    folder = Path(params.save_path, params.part_file_dir) if params.part_file_dir else Path(params.save_path)
    for name in names:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s", error)
    if params.ti is None:
        return
    known = removal.Known(params.ti, params.renamed_files, params.file_priorities, params.have_pieces)
    remains = removal.remains(row.id, row.name or params.ti.name(), params.save_path, known, parts)
    try:
        (removal.trash if row.removing is Removal.WITH_DATA else removal.bring_back)(remains)
    finally:
        aside.sweep(parts, row.id)


def _do_pending(restored: list[tuple[Row, lt.add_torrent_params | str]], store: Store) -> None:
    """Does what a kill has kept from being done to the files of torrents whose metadata had just come."""
    done = Batch()
    for row, params in restored:
        if isinstance(params, str) or params.ti is None:
            continue
        if (later := Pending.decode(row.pending)) is not None:
            later.apply(params)
            info, params.ti = params.ti, None
            done.resumes[row.id], done.pending[row.id] = keeper.encode(params), ""
            params.ti = info
    if done:
        try:
            store.save(done)
        except EngineError as error:
            # It is done for now, and will be once more at the next start.
            log.warning("%s", error)


def _settle(
    restored: list[tuple[Row, lt.add_torrent_params | str]], parts: Path, plans: dict[str, Plan]
) -> list[tuple[Row, lt.add_torrent_params]]:
    """Looks for files where a kill may have left them; returns the torrents whose files were found elsewhere."""
    moved = []
    for row, params in restored:
        if isinstance(params, str):
            continue
        plan = plans.get(row.id, Plan())
        try:
            if settling.settle(row.id, params, parts, plan):
                moved.append((row, params))
            if plan:
                plans[row.id] = plan
        except OSError as error:
            log.warning("%s: what was begun with its files can't be finished: %s", row.id, error)
    return moved


def _store_moved(moved: list[tuple[Row, lt.add_torrent_params]], store: Store) -> None:
    """Stores the new places of files, and nothing else of what is known by now."""
    batch = Batch()
    for row, params in moved:
        stored = lt.read_resume_data(store.resume(row.id) or row.resume, LIMITS)
        stored.renamed_files = params.renamed_files
        batch.resumes[row.id] = keeper.encode(stored)
    try:
        store.save(batch)
    except EngineError as error:
        # They are found again at the next start.
        log.warning("%s", error)


def _find_parts(restored: list[lt.add_torrent_params | str], parts: Path) -> None:
    folders: dict[str, str] = {}
    for params in restored:
        if isinstance(params, str):
            continue
        save_path = params.save_path
        if save_path not in folders:
            folders[save_path] = part_file_dir(parts, save_path)
        params.part_file_dir = folders[save_path]
