# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine's face: commands in, Qt signals out; everything above speaks to libtorrent through this."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import commands
from starling.engine.accounts import Accounts
from starling.engine.arrival import Arrival, Heralds
from starling.engine.bin import Bin
from starling.engine.contents import Contents
from starling.engine.convert import STATUS_FLAGS
from starling.engine.creator import Creator
from starling.engine.errors import EngineError
from starling.engine.forecast import Forecast
from starling.engine.goalkeeper import Goalkeeper
from starling.engine.identity import Identity
from starling.engine.insight import Insight
from starling.engine.intake import Intake, Ushers
from starling.engine.ipfilter import IpFilter
from starling.engine.labelling import Labelling
from starling.engine.leaving import Leaving
from starling.engine.media import MediaReader
from starling.engine.peers import Peers
from starling.engine.peerside import PeerSide
from starling.engine.pieces import Pieces
from starling.engine.playing import Playing
from starling.engine.questions import Questions
from starling.engine.queueing import Queue
from starling.engine.record import Record, Records
from starling.engine.relocation import Relocation
from starling.engine.rows import Removal
from starling.engine.running import Running
from starling.engine.session import Config
from starling.engine.survey import Survey
from starling.engine.throttle import Throttle
from starling.engine.trackers import Trackers
from starling.engine.volumes import Volumes
from starling.i18n import translate
from starling.reach import Reach
from starling.tasks import Worker, spawn
from starling.torrent import Torrent

__all__ = ["Engine", "EngineError"]

_TICK_MS = 1000
_SOON_MS = 60
"""After a command the list shows its effect at once, not at the next tick."""


class Engine(QObject):
    """Torrents, as the rest of the program sees them."""

    updated = Signal(list)
    """list[Torrent]: new or changed ones."""
    added = Signal(str)
    """Id of a torrent that is in the list for the first time; its row follows."""
    removed = Signal(list)
    """list[str]: ids that are gone."""
    files_changed = Signal(str)
    """Id of a torrent whose file names, priorities or metadata changed."""
    names_changed = Signal()
    """`find_files` may find something else now."""
    trackers_changed = Signal(str)
    session_changed = Signal(object)
    """SessionState, once a second."""
    metadata = Signal(object)
    """Preview that is now complete: its magnet link's metadata came."""
    scraped = Signal(str, object)
    """Id of a preview, and tuple[Tracker, ...]: what its trackers have answered to `Intake.scrape` by now."""
    playing_changed = Signal(object)
    """Playback, once a second while a file is played."""
    loaded = Signal()
    """Every stored torrent is in the session."""
    failed = Signal(str)
    """A sentence for the notice bar: something went wrong."""
    noted = Signal(str)
    """A sentence for the notice bar: good to know."""

    def __init__(self, worker: Worker, files_worker: Worker, data_dir: Path, config: Config) -> None:
        """`config` is what `pack.config` makes of the settings;
        `worker` takes libtorrent's blocking calls and the database, `files_worker` what may wait for a slow disk.
        """
        super().__init__()
        self._worker = worker
        self._files_worker = files_worker
        self._data_dir = data_dir
        self._parts = data_dir / "parts"
        self._config = config
        self._records = Records()
        self._running: Running | None = None
        self._opening = False
        self._closed = False
        self._unopened = ""
        """Why `open` failed: the sentence with which everything that needs the session is refused since."""
        self._ready = asyncio.Event()
        """Set when every stored torrent was read, or when there is nothing to wait for any more."""
        self.details = Questions(self._records, worker, self._arrived)
        """What the details tabs ask."""
        self.peers = Peers(self.details, self._get_side)
        """Who is connected."""
        self.trackers = Trackers(
            self.details, self._get_config, self._get_running, self._changed, self.trackers_changed.emit
        )
        """Where peers come from."""
        self.accounts = Accounts(self._records, self.details)
        """What happened, and what was transferred."""
        self.wire = self.accounts.wires
        """What is said between us and one peer."""
        self.history = self.accounts.history
        """How fast everything was."""
        self.accounts.damaged.connect(self.failed)
        self.removed.connect(self.accounts.forget)
        self.ip_filter = IpFilter()
        """Whom a list keeps out."""
        self.ip_filter.trouble.connect(self.failed)
        self.ip_filter.noted.connect(self.noted)
        self._pieces = Pieces(self.details, self._changed)
        self.contents = Contents(
            self._records,
            self.details,
            self._pieces,
            self._changed,
            self._get_running,
            files_worker,
            self._parts,
        )
        """What is done to files."""
        self.contents.suffixes.use(config.data.part_suffix)
        self.labelling = Labelling(self._records, self._get_running, self._get_config, self._changed)
        """Which labels they have."""
        self._arrival = Arrival(
            self._records,
            self.details,
            self.contents,
            self.labelling,
            files_worker,
            self._get_running,
            self._changed,
            Heralds(self.metadata.emit, self.files_changed.emit, self.failed.emit, self.noted.emit),
        )
        self.bin = Bin(
            self._records,
            self.contents,
            self._get_running,
            self._when_ready,
            self._changed,
            worker,
            files_worker,
            self._parts,
        )
        """What was removed, and can come back."""
        self.bin.days = config.keep_removed
        self._leaving = Leaving(
            self._records, self.details, self.contents, self.bin, self._gone, worker, files_worker, self._parts
        )
        self.intake = Intake(
            self._records,
            self._get_running,
            self._when_ready,
            worker,
            self.labelling,
            Ushers(
                self._leaving.let_by, self.bin.doorway.coming, self._changed, self._came, self.trackers_changed.emit
            ),
        )
        """How torrents come in."""
        self._reader = MediaReader(self._records, self.details, self._pieces)
        self.details.read_media_with(self._reader)
        self.playing = Playing(
            self.details,
            self._pieces,
            self._reader,
            self.contents.bring,
            self.start,
            self.playing_changed.emit,
        )
        """Plays files while they are fetched."""
        self.relocation = Relocation(
            self._records,
            self.details,
            self.contents,
            self._get_running,
            self._get_config,
            self.noted.emit,
            self._parts,
        )
        """Where their data lie."""
        self.identity = Identity(self.details, self._get_running, self._changed, files_worker, self._parts)
        """What they are called, and their .torrent files."""
        self.volumes = Volumes(
            self._records, self.details, self.contents, self._get_running, self._changed, self._parts
        )
        """What these are on."""
        self.goals = Goalkeeper(self._records, self._get_running, self._changed, self.remove)
        """Until when they are seeded."""
        self.goals.noted.connect(self.noted)
        self.goals.use(config.goals)
        self.forecast = Forecast(self._records, self._get_config, self.goals)
        """Which of them a change would remove."""
        self.queue = Queue(self._records, worker, self._changed)
        """In which order they come."""
        self.throttle = Throttle(self._records, self._get_running, self._get_config, self._changed)
        """How fast each may be."""
        self.insight = Insight(
            *(self._records, self.details, self.peers, self.playing, self.throttle, self._get_config, self._get_running)
        )
        """What explains how they fare."""
        self.survey = Survey(self._records, worker, self._get_side, self._get_config)
        """What is asked of many of them at once."""
        self.files_changed.connect(self.survey.changed)
        self.trackers_changed.connect(self.survey.sources_changed)
        self.removed.connect(self.survey.gone)
        self.creator = Creator(files_worker)
        """Makes torrents."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    async def open(self) -> None:
        """Opens the store and the session and loads every torrent. Raises EngineError if that can't be done."""
        troubles: list[str] = []
        self._opening = not self._closed
        try:
            if self._opening:
                self._running = await Running.open(
                    self._records, self._worker, self._files_worker, self._data_dir, self._config, self.accounts
                )
                self._connect(self._running)
                await self.ip_filter.begin(self._running.peers.gate, self._config.ip_filter)
                troubles = await self._load(self._running)
        except EngineError as error:
            self._unopened = str(error)
            raise
        finally:
            self._opening = False
            self._ready.set()
        if self._closed:
            return
        for sentence in troubles:
            self.failed.emit(sentence)
        self.refresh()
        self.loaded.emit()
        if self._running is not None:
            self._running.finder.begin()
            if not troubles:
                # What could not be restored may be another time, and has its history then.
                self.history.keep_only([*(record.id for record in self._records), *self._running.kept])
        await self.contents.begin()
        self.relocation.begin()

    async def close(self) -> None:
        """Tells the trackers, stores everything and ends the session, within about two seconds. For good."""
        self._closed = True
        self._tick.stop()
        self._soon.stop()
        self.ip_filter.abandon()
        if self._running is not None:
            self._running.stop_loading()
        if self._opening:
            await self._ready.wait()
        self._ready.set()
        await self.creator.close()
        await self.ip_filter.close()
        await self.playing.close()
        await self._reader.close()
        await self.relocation.close()
        await self.volumes.close()
        await self.contents.close()
        self.queue.close()
        self.throttle.close()
        self.goals.close()
        self.bin.close()
        running, self._running = self._running, None
        if running is not None:
            await running.close()

    @property
    def given(self) -> Mapping[str, bool | int | str]:
        """All of libtorrent's settings, as they are without what the user changed by their names."""
        return self._config.given

    @property
    def reach(self) -> Reach:
        """What is known of how others reach us, and we them."""
        return Reach() if self._running is None else self._running.network.reach(self._running.news.state)

    def watch_reach(self, on: bool) -> None:
        """Every word between us and the router is kept in `reach` from now on, or no more."""
        if self._running is not None:
            self._running.network.watch(on)

    def apply(self, config: Config) -> None:
        """Takes changed settings over."""
        self._config = config
        self.bin.keep_for(config.keep_removed)
        self.goals.use(config.goals)
        self.contents.suffixes.use(config.data.part_suffix)
        if self._running is not None:
            for sentence in self._running.apply(config):
                self.failed.emit(sentence)
            self.relocation.redirect()
            self.ip_filter.use(config.ip_filter)
            self.throttle.apply()

    def refresh(self) -> None:
        """Asks libtorrent what changed; the answer comes by `updated`."""
        running = self._running
        if running is None:
            return
        for record in running.listener.stale | running.news.watched:
            # A withdrawn one may still be among them, and its handle is dead.
            if record.handle is not None and self._records.get(record.id) is record:
                record.handle.post_status(STATUS_FLAGS)
        running.listener.stale.clear()
        running.session.lt.post_torrent_updates(STATUS_FLAGS)

    @property
    def torrents(self) -> Mapping[str, Torrent]:
        """The latest snapshots by id."""
        return MappingProxyType({r.id: r.snapshot for r in self._records if r.snapshot is not None})

    @property
    def count(self) -> int:
        """How many torrents there are; the first snapshots of some may be on their way."""
        return sum(not record.hidden and not record.leaving for record in self._records)

    async def find_files(self, text: str) -> frozenset[str]:
        """Ids of the torrents with a file inside whose name the text finds, see `filequery.matcher`."""
        return await (await self._when_ready()).finder.find(text)

    @property
    def names_read(self) -> bool:
        """Whether `find_files` knows the names inside all stored torrents by now."""
        return self._running is not None and self._running.finder.complete

    # -- removing

    async def remove(self, ids: Iterable[str], *, data: bool, for_good: bool = False) -> None:
        """Takes torrents out of the list; with `data` their files go to the trash, or are deleted for good.

        Raises EngineError naming the files that had to stay.
        """
        gone = list(ids)
        self.relocation.cancel(gone)
        kind = Removal.FOR_GOOD if data and for_good else Removal.WITH_DATA if data else Removal.ONLY
        await self._leaving.remove(await self._when_ready(), gone, kind)

    # -- commands: all return at once, the news come by signals

    def start(self, ids: Iterable[str]) -> None:
        """Lets torrents run as the queue allows, those that have reached their seeding goals too."""
        self._each(self.goals.started(ids), commands.start)

    def force_start(self, ids: Iterable[str]) -> None:
        """Lets torrents run whatever the queue and their seeding goals say."""
        self._each(self.goals.started(ids), commands.force_start)

    def pause(self, ids: Iterable[str]) -> None:
        """Stops torrents until they are started."""
        self._each(self.goals.paused(ids), commands.pause)

    def recheck(self, ids: Iterable[str]) -> None:
        """Hashes again what is on disk; those that wait in the queue go to its end."""
        self.accounts.checks(ids)
        self._each(ids, commands.recheck)

    def reannounce(self, ids: Iterable[str]) -> None:
        """Asks trackers, DHT and local network for peers."""
        self._each(ids, commands.reannounce)

    def set_sequential(self, ids: Iterable[str], on: bool) -> None:
        """Downloads pieces in order, or rarest first."""
        records = self._records.visible(ids)
        for record in records:
            commands.set_flag(record, lt.torrent_flags.sequential_download, on)
        self._changed(records)

    def set_labels(self, ids: Iterable[str], labels: tuple[str, ...]) -> None:
        """Gives torrents these labels instead of those they have."""
        self.labelling.put(ids, labels)

    # -- within

    async def _when_ready(self) -> Running:
        await self._ready.wait()
        if self._running is None or self._closed:
            if self._unopened and not self._closed:
                raise EngineError(self._unopened)
            raise EngineError(translate("Engine", "Starling is closing."))
        return self._running

    def _get_config(self) -> Config:
        return self._config

    def _get_side(self) -> PeerSide | None:
        return None if self._running is None else self._running.peers

    def _get_running(self) -> Running | None:
        return self._running

    async def _arrived(self, record: Record) -> None:
        if self._running is not None:
            await self._running.adder.arrived(record)

    def _came(self, record: Record) -> None:
        self.accounts.added(record)
        self._changed([record])
        self.added.emit(record.id)

    def _gone(self, ids: list[str]) -> None:
        self._pieces.forget(ids)
        self.removed.emit(ids)

    def _connect(self, running: Running) -> None:
        running.listener.metadata.connect(self._on_metadata)
        running.listener.priorities.connect(self._on_priorities)
        running.listener.renamed.connect(self._on_renamed)
        running.tracking.changed.connect(self._on_trackers)
        running.listener.files_renamed.connect(self.contents.files_renamed)
        running.listener.checked.connect(self.contents.suffixes.checked)
        running.listener.finished.connect(self.contents.suffixes.finished)
        running.listener.renamed.connect(self.contents.suffixes.look_at)
        running.listener.finished.connect(self.relocation.finished)
        running.listener.files_missing.connect(self.volumes.soon)
        running.listener.dropped.connect(self.contents.answers_lost)
        for part in (running.listener, running.keeper, running.adder):
            part.trouble.connect(self.failed)
        running.adder.noted.connect(self.noted)
        running.adder.scraper.answered.connect(self.scraped)
        running.finder.changed.connect(self.names_changed)
        running.network.changed.connect(self.throttle.renew)
        running.news.aim = self.goals.aim
        self.insight.begin(running)
        running.news.updated.connect(self.updated)
        running.news.session_changed.connect(self.session_changed)

    async def _load(self, running: Running) -> list[str]:
        if self._closed:
            return []
        self._tick.start()
        for sentence in [*running.store.notices, *self._config.refused]:
            self.failed.emit(sentence)
        return await running.load(self.bin.finish)

    def _each(self, ids: Iterable[str], command: Callable[[Record], None]) -> None:
        records = self._records.visible(ids)
        for record in records:
            command(record)
        self._changed(records)

    def _changed(self, records: Iterable[Record]) -> None:
        running = self._running
        if running is None:
            return
        for record in records:
            if self._records.get(record.id) is record:
                running.listener.stale.add(record)
                running.keeper.wish(record.id)
        if not self._soon.isActive():
            self._soon.start()

    def _on_tick(self) -> None:
        if self._running is not None:
            # Not with every refresh: rates are differences of samples a second apart.
            self._running.session.lt.post_session_stats()
            self.volumes.tick()
            self.relocation.tick()
            self.throttle.tick()
            self.goals.tick()
            self.contents.suffixes.tick()
            self.insight.tick()
            self.refresh()

    def _on_metadata(self, record: Record) -> None:
        spawn(self.contents.while_there(record, self._arrival.learn(record)), name="metadata")

    def _on_priorities(self, record: Record) -> None:
        self.contents.priorities_changed(record)
        self.files_changed.emit(record.id)

    def _on_renamed(self, record: Record) -> None:
        self.files_changed.emit(record.id)

    def _on_trackers(self, record: Record) -> None:
        self.trackers_changed.emit(record.id)
