# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of an engine that runs: opened together, wired to each other, closed in order and in bounded time."""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from pathlib import Path

from starling.engine import commands
from starling.engine.accounts import Accounts
from starling.engine.adding import Adder
from starling.engine.alerts import AlertPump, together
from starling.engine.annals import Annals
from starling.engine.announces import Announces
from starling.engine.diagnosis import Diagnosis, Way
from starling.engine.errors import EngineError
from starling.engine.finder import Finder
from starling.engine.journal import Journal
from starling.engine.keeper import Keeper
from starling.engine.listener import Listener
from starling.engine.loading import Loader, unopened_sentence
from starling.engine.mishaps import MishapBook
from starling.engine.network import Network
from starling.engine.news import News
from starling.engine.peerside import PeerSide
from starling.engine.record import Record, Records
from starling.engine.relocation_log import RelocationLog
from starling.engine.session import Config
from starling.engine.store import Store
from starling.engine.swarmwatch import SwarmWatch
from starling.engine.tracking import Tracking
from starling.engine.volumes_book import VolumesBook, last_written
from starling.tasks import Worker, spawn

log = logging.getLogger(__name__)

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
        network: Network,
        config: Config,
        parts: Path,
        plans: bytes | None,
        accounts: Accounts,
    ) -> None:
        """`parts` is the folder of the part files, `plans` what `Journal.read` gave."""
        self.records = records
        self.worker = worker
        self._files_worker = files_worker
        self.store = store
        self.network = network
        self.session = session = network.session
        self.keeper = Keeper(records, store, worker)
        self.journal = Journal(store, worker, plans)
        self.ways = RelocationLog(store, worker)
        self.volumes = VolumesBook(store, worker, parts, config.data.keep_free)
        self.listener = Listener(records, self.keeper)
        self.peers = PeerSide(session, records, config)
        self.mishaps = MishapBook(records)
        self.news = News(records, self.keeper, network.listening, accounts.history)
        self._loading: asyncio.Task[list[str]] | None = None
        self.news.dht = bool(config.pack.get("enable_dht", True))
        self.adder = Adder(session, records, store, worker, files_worker, config, parts)
        self._removals: dict[str, asyncio.Event] = {}
        self.loader = Loader(store, worker, files_worker, self.adder, self.journal, self.ways, self.volumes, parts)
        self.kept: Collection[str] = ()
        """Removed torrents that can come back: what is known of their past stays."""
        self._parts = parts
        self.listener.statuses.connect(self.news.take)
        self.listener.stats.connect(self.news.take_stats)
        self.swarm = SwarmWatch(network, records)
        self.listener.stats.connect(self.swarm.take_stats)
        self.listener.listening.connect(network.listening.opened)
        self.listener.not_listening.connect(network.listening.failed)
        network.returned.connect(self._on_returned)
        network.changed.connect(self._on_way)
        self.annals = Annals(store.path.with_name("history.db"))
        self.announces = Announces(self.annals)
        self._diagnosis = Diagnosis(Worker(asyncio.get_running_loop(), "diagnosis"), Way.of(network.pack))
        self.tracking = Tracking(records, self.announces, self._diagnosis)
        self.listener.listening.connect(self.tracking.opened)
        self.tracking.changed.connect(self._on_tracker_news)
        self._accounts = accounts
        self.history = accounts.history
        self._limit_all(config)
        self._on_way()
        accounts.wires.opened.connect(self.peers.listen)
        accounts.begin(session, self.annals, self.listener, self.news)
        self.finder = Finder(records, store.path.with_name("files.db"))
        self.listener.added.connect(self.adder.settle)
        self.listener.added.connect(self.finder.added)
        self.listener.renamed.connect(self.finder.note)
        self.listener.metadata.connect(self.finder.note)
        self.listener.removed.connect(self._on_removed)
        self._pump = AlertPump(
            session,
            together(
                network.fair(self.listener.handlers()),
                self.adder.scraper.handlers(),
                self.peers.connections.handlers(),
                self.peers.journal.handlers(),
                self.peers.gate.handlers(),
                self.swarm.handlers(),
                network.fair(self.tracking.handlers()),
                network.handlers(),
                network.fair(accounts.handlers()),
                network.fair(self.mishaps.handlers()),
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
        accounts: Accounts,
    ) -> "Running":
        """Opens store and session. Raises EngineError if the store can't be had."""
        path = data_dir / "starling.db"
        parts = data_dir / "parts"
        try:
            last = await worker.run(last_written, path)
            store = await worker.run(Store, path)
            state = await worker.run(store.meta, "session")
            plans = await worker.run(Journal.read, store)
            await worker.run(parts.mkdir, 0o700, parents=True, exist_ok=True)
        except (OSError, sqlite3.Error) as error:
            raise EngineError(unopened_sentence(path, error)) from error
        running = cls(records, worker, files_worker, store, Network(config, state), config, parts, plans, accounts)
        await running.ways.read()
        await running.volumes.read(last)
        await running.peers.ready()
        return running

    async def load(self, finish: Callable[["Running"], Awaitable[Collection[str]]]) -> list[str]:
        """Puts every stored torrent into the session; returns a sentence for each that could not be read.

        `finish` ends what was begun with removed ones before, and gives the ids of those that are kept.
        """
        self._loading = asyncio.create_task(self._load(finish))
        try:
            await asyncio.wait([self._loading])
        finally:
            self._loading.cancel()
        if self._loading.cancelled():
            return []
        troubles = self._loading.result()
        if not troubles:
            # What could not be restored may be another time.
            spawn(self.announces.tidy([*(record.id for record in self.records), *self.kept]), name="tidy announces")
        return troubles

    async def remove(self, records: list[Record]) -> None:
        """Takes torrents out of the session and waits until libtorrent has closed their files; they all stay."""
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
                self.session.lt.remove_torrent(handle)
        gone = [record.id for record in records]
        self.keeper.forget(gone)
        self.journal.forget(gone)
        self.mishaps.forget(gone)
        self.finder.forget(record.id for record in records)
        for event in events:
            try:
                async with asyncio.timeout(_REMOVED):
                    await event.wait()
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
        self.keeper.unanswered(record.id)
        self.session.lt.remove_torrent(handle)
        try:
            async with asyncio.timeout(_REMOVED):
                await closed.wait()
        except TimeoutError:
            log.warning("libtorrent did not say that it has closed a torrent's files")

    def apply(self, config: Config) -> list[str]:
        """Takes changed settings over; returns a sentence for each of libtorrent's that it refused."""
        self.news.dht = bool(config.pack.get("enable_dht", True))
        self.network.apply(config)
        self._limit_all(config)
        self.peers.apply(config)
        self._on_way()
        self.adder.config = config
        self.volumes.keep_free = config.data.keep_free
        return list(config.refused)

    def stop_loading(self) -> None:
        """Stored torrents that are not in the session by now need not come any more."""
        if self._loading is not None:
            self._loading.cancel()

    async def close(self) -> None:
        """Says goodbye to the trackers, stores everything, ends the session."""
        for record in [record for record in self.records if record.hidden]:
            self.adder.discard(record.id)
        self.tracking.refresh(self.records)
        # Before: what comes back now must not wake the session again.
        self.network.close()
        self.session.say_goodbye()
        loop = asyncio.get_running_loop()
        deadline, end = loop.time() + _GOODBYE, loop.time() + _CLOSED
        # The disk may be slow while the trackers are: one need not wait for the other.
        accounts = asyncio.create_task(self._accounts.close())
        await self.keeper.drain(_GOODBYE)
        # The replies arrive as alerts, and there may be none: looked for, not waited for, and not for long.
        while self._known_to_trackers() and loop.time() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        state = await self.worker.run(self.session.dht_state)
        try:
            # Switched off, or just begun, it knows less than it did before.
            if state:
                await self.worker.run(self.store.set_meta, "session", state)
        except EngineError as error:
            log.warning("The nodes of the DHT are forgotten: %s", error)
        self._pump.stop()
        self.tracking.close()
        await asyncio.gather(self.peers.close(), self._diagnosis.close(), self.finder.close(), accounts)
        await self.announces.close(max(_LEAST, end - loop.time()))
        try:
            async with asyncio.timeout(max(_LEAST, end - loop.time())):
                await self.annals.close()
        except TimeoutError:
            log.info("The history is still busy, and left to itself")
        await self.worker.run(self.store.close)
        self.session.end()
        # Here and not by the garbage collector, which may run in another thread and must not stop timers there.
        for part in (
            self._pump,
            self.network,
            self.adder,
            self.news,
            self.listener,
            self.keeper,
            self.finder,
            self.tracking,
            self.announces,
        ):
            part.deleteLater()

    async def _load(self, finish: Callable[["Running"], Awaitable[Collection[str]]]) -> list[str]:
        self.kept = await finish(self)
        return await self.loader.load()

    def _on_tracker_news(self, record: Record) -> None:
        self.listener.stale.add(record)

    def _on_way(self) -> None:
        way = Way.of(self.network.pack)
        self._diagnosis.use(way)
        self.peers.lead(way)

    def _on_returned(self) -> None:
        for record in self.records:
            if record.snapshot is not None and not record.snapshot.paused:
                commands.reannounce(record)

    def _known_to_trackers(self) -> bool:
        return any(record.trackers.present for record in self.records)

    def _limit_all(self, config: Config) -> None:
        pack = config.pack
        self.history.limit(int(pack.get("download_rate_limit", 0)), int(pack.get("upload_rate_limit", 0)))

    def _on_removed(self, digest: str) -> None:
        event = self._removals.pop(digest, None)
        if event is not None:
            event.set()
