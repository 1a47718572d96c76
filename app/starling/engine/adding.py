# SPDX-License-Identifier: GPL-3.0-or-later
"""From a source to a torrent in the session: preview, then add, each torrent stored before it runs."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine import commands, holding, moretrackers, names, ownlimits, provenance, sources, suffix, waiting
from starling.engine.choices import all_excluded, configure
from starling.engine.entry import make_record, make_row
from starling.engine.errors import EngineError
from starling.engine.fetch import fetch
from starling.engine.homes import Homes
from starling.engine.opened import Opened
from starling.engine.record import Record, Records
from starling.engine.savefolder import check_folder, part_file_dir
from starling.engine.scraping import Scraper
from starling.engine.session import Config, Session
from starling.engine.store import Store
from starling.i18n import translate
from starling.paths import tidy
from starling.tasks import Worker
from starling.torrent import AddOptions, Preview

log = logging.getLogger(__name__)

_FLAGS = lt.torrent_flags
_HIDDEN = (_FLAGS.default_flags | _FLAGS.default_dont_download) & ~(_FLAGS.auto_managed | _FLAGS.paused)


class Adder(QObject):
    """Holds what is previewed, and adds it when it is wanted."""

    trouble = Signal(str)
    """A sentence about a torrent that could not enter the session, where nobody waits for it."""
    noted = Signal(str)
    """A sentence about one that did, but not just as it was asked for."""

    def __init__(
        self,
        session: Session,
        records: Records,
        store: Store,
        worker: Worker,
        files_worker: Worker,
        config: Config,
        parts: Path,
    ) -> None:
        """`parts` is the folder for the pieces that skipped files share with wanted ones.

        `files_worker` looks at the folders that torrents are saved in: these may lie on a slow disk.
        """
        super().__init__()
        self._session = session
        self._records = records
        self._store = store
        self._worker = worker
        self._files_worker = files_worker
        self.config = config
        self._parts = parts
        self.scraper = Scraper(records)
        self.homes = Homes(records, worker, files_worker)
        self._previews: dict[str, Opened] = {}
        self._waiting: dict[str, asyncio.Future[None]] = {}

    async def preview(self, source: str, data: bytes | None = None, cookies: str = "") -> Preview:
        """Parses a source; a magnet link starts looking for its metadata, hidden. Raises EngineError.

        `data` is what is in the file that `source` names, where it was read already.
        """
        if data is not None:
            params = await self._worker.run(sources.parse_buffer, data, source)
        elif sources.kind_of(source) is sources.Kind.URL:
            fetched = await fetch(source, self.config.pack, cookies)
            if fetched.magnet:
                params = await self._worker.run(sources.parse, fetched.magnet)
            else:
                params = await self._worker.run(sources.parse_buffer, fetched.data, fetched.name)
        else:
            params = await self._worker.run(sources.parse, source)
        found = await self._worker.run(sources.preview, params)
        known = self._records.with_hash(sources.hashes_of(params))
        if known is not None and not known.hidden:
            fresh = () if known.private else tuple(url for url in found.trackers if url not in known.trackers.tiers)
            self._previews[known.id] = Opened(params)
            return replace(found, id=known.id, name=known.name, known=True, new_trackers=fresh)
        if known is not None:
            # The same link once more: the search that runs for it answers this dialog too.
            known.unwanted = False
            before = self._previews.get(known.id)
            if params.ti is None and before is not None and before.params.ti is not None:
                params.ti, params.renamed_files = before.params.ti, before.renamed
                found = await self._worker.run(sources.preview, params)
            found = replace(found, id=known.id)
        elif params.ti is None:
            self._search(params, found)
        self._previews[found.id] = Opened(params)
        return found

    async def scrape(self, id: str) -> None:
        """Asks the trackers of a preview who is in its swarm, without joining it; see `Scraper.answered`.

        libtorrent knows of no scrape without a torrent: a hidden one is there for it, paused, without metadata.
        """
        opened = self._previews.get(id)
        if opened is None:
            return
        record = self._records.get(id)
        if record is None:
            found = await self._worker.run(sources.preview_of_magnet, opened.params)
            # Another may have begun, or it was discarded, meanwhile.
            if self._previews.get(id) is opened and self._records.get(id) is None:
                self._search(opened.params, found, asleep=True)
            record = self._records.get(id)
        if record is not None and record.hidden:
            await self.arrived(record)
            if self._records.get(id) is record:
                self.scraper.ask(record)

    def discard(self, id: str) -> None:
        """Forgets a preview and stops looking for its metadata."""
        self._previews.pop(id, None)
        record = self._records.get(id)
        if record is not None and record.hidden:
            self._withdraw(record)

    async def found_metadata(self, record: Record, info: lt.torrent_info) -> Preview | None:
        """Completes the preview of a hidden torrent; None if nobody waits for it."""
        own = await self._worker.run(names.own_paths, info)
        opened = self._previews.get(record.id)
        if opened is None:
            return None
        opened.learn(info, own)
        found = await self._worker.run(sources.preview, opened.params)
        return replace(found, id=record.id) if self._previews.get(record.id) is opened else None

    async def add(self, id: str, options: AddOptions) -> Record:
        """Adds what was previewed under `id`. Raises EngineError, and then the preview stays."""
        opened = self._previews.get(id)
        if opened is None:
            raise EngineError(translate("Engine", "This torrent is not open any more: open it again."))
        params = opened.params
        self._refuse_known(id)
        options = replace(options, save_path=tidy(options.save_path))
        await self._files_worker.run(check_folder, options.save_path)
        if self._previews.pop(id, None) is None:
            raise EngineError(translate("Engine", "This torrent is being added already."))
        try:
            later, everything = await self._worker.run(configure, opened, options)
            foreign = None
            if params.ti is not None:
                foreign = await self._foreign(params.ti, params)
            home = await self.homes.choose(id, params, options, self.config.data, there=bool(foreign))
            params.save_path = home.folder
            params.part_file_dir = await self._files_worker.run(part_file_dir, self._parts, home.folder)
            if home.folder != options.save_path:
                foreign = None if params.ti is None else await self._foreign(params.ti, params)
            if self.config.data.preallocate:
                params.storage_mode = lt.storage_mode_t.storage_mode_allocate
            await self.homes.suffix(id, params, foreign, self.config.data)
            # More than one pass: another preview of the same link may begin its search meanwhile.
            while (searching := self._records.get(id)) is not None:
                self._refuse_known(id)
                await self.arrived(searching)
                found = await self._worker.run(_addresses, searching.handle)
                params.peers = list(dict.fromkeys([*params.peers, *found]))
                if self._records.get(id) is searching:
                    self._withdraw(searching)
        except BaseException:
            self._previews[id] = opened
            raise
        moretrackers.give(params, self.config.trackers)
        self._prepare(params)
        record = make_record(id, params, options.name)
        record.labels, record.first_last, record.pending = options.labels, options.first_last, later
        record.foreign = foreign
        record.options = replace(record.options, destination=home.destination, home=home.own)
        ownlimits.prepare(record, params, self.config)
        record.suffixed = suffix.any_marked(params.renamed_files.values())
        self._records.add(record)
        try:
            await self._worker.run(self._store.put, make_row(record, params))
            if (stretch := self.config.rates.wait) is not None:
                holding.begin_waiting(record, params, stretch)
            self._session.lt.async_add_torrent(params)
            await self.arrived(record)
        except BaseException:
            self._previews[id] = opened
            if record.id in self._waiting:
                # Given up on before libtorrent answered.
                record.hidden = record.unwanted = True
            else:
                self._records.drop(record)
            self._worker.post(partial(self._store.delete, [id]))
            raise
        if options.top_of_queue and record.handle is not None:
            record.handle.queue_position_top()
        if everything:
            self.noted.emit(all_excluded(record.name))
        if home.note:
            self.noted.emit(home.note)
        return record

    async def _foreign(self, info: lt.torrent_info, params: lt.add_torrent_params) -> provenance.Foreign:
        return await self._files_worker.run(provenance.present, info, params.save_path, params.renamed_files)

    async def note_foreign(self, record: Record, info: lt.torrent_info, moved: Mapping[int, str]) -> None:
        """Notes what was on disk before a magnet link's torrent: its metadata have come, no file is begun.

        `moved` are the names that its files have got by now.
        """
        record.foreign = await self._files_worker.run(provenance.present, info, record.save_path, moved, {})
        try:
            await self._worker.run(self._store.set_foreign, record.id, provenance.encode(record.foreign))
        except EngineError as error:
            # After the next start all of them are taken for somebody's.
            log.warning("%s", error)

    def _refuse_known(self, id: str) -> None:
        record = self._records.get(id)
        if record is not None and not record.hidden:
            raise EngineError(translate("Engine", "“{name}” is in the list already.").format(name=record.name))

    def new_trackers(self, id: str) -> tuple[tuple[str, int], ...]:
        """(URL, tier) of the trackers that the known torrent `id` would gain from its preview."""
        opened, record = self._previews.get(id), self._records.get(id)
        if opened is None or record is None or record.private:
            return ()
        params = opened.params
        tiers = list(params.tracker_tiers)
        return tuple(
            (url, tiers[i] if i < len(tiers) else 0)
            for i, url in enumerate(params.trackers)
            if url not in record.trackers.tiers
        )

    def settle(self, record: Record, error: str) -> None:
        """libtorrent's answer to an addition came; `error` is empty if the torrent is in the session."""
        waiting = self._waiting.pop(record.id, None)
        if not error:
            commands.catch_up(record)
            if waiting is not None and not waiting.done():
                waiting.set_result(None)
            if record.unwanted:
                self._withdraw(record)
            return
        if record.snapshot is None:
            self._records.drop(record)
            sentence = translate("Engine", "“{name}” could not be added: {message}.")
        else:
            # Its owner sees it in the list.
            sentence = translate(
                "Engine", "“{name}” could not be opened again: {message}. Starling tries it once more when it starts."
            )
        sentence = sentence.format(name=record.name, message=error)
        if record.snapshot is not None:
            record.refused = sentence
        if waiting is not None and not waiting.done():
            waiting.set_exception(EngineError(sentence))
        elif not record.refused:
            self.trouble.emit(sentence)

    def insert(self, record: Record, params: lt.add_torrent_params) -> None:
        """Puts a stored torrent into the session again, without waiting for the answer.

        Its `part_file_dir` must be set.
        """
        self._prepare(params)
        ownlimits.prepare(record, params, self.config)
        record.suffixed = suffix.any_marked(params.renamed_files.values())
        record.brought = params.total_downloaded, params.total_uploaded
        # Left from a disk error: whether it is still there shows when it is tried.
        params.flags &= ~_FLAGS.upload_mode
        if (stretch := self.config.rates.wait) is not None and waiting.concerns(record, stretch):
            holding.wait(record, stretch)
        holding.as_held(record, params)
        self._records.add(record)
        try:
            self._session.lt.async_add_torrent(params)
        except (RuntimeError, ValueError) as error:
            # What the bindings refuse never gets as far as an answer.
            self.settle(record, str(error))

    def _prepare(self, params: lt.add_torrent_params) -> None:
        params.max_connections = self.config.connections
        params.max_uploads = self.config.slots
        params.flags &= ~_FLAGS.disable_pex
        if not self.config.pex:
            params.flags |= _FLAGS.disable_pex

    async def arrived(self, record: Record) -> None:
        """Waits until libtorrent has answered to the addition of a torrent. Raises EngineError if it refused."""
        if record.refused:
            raise EngineError(record.refused)
        if record.handle is None and self._records.get(record.id) is record:
            answer = self._waiting.get(record.id)
            if answer is None or answer.done():
                answer = self._waiting[record.id] = asyncio.get_running_loop().create_future()
            await asyncio.shield(answer)

    def _search(self, params: lt.add_torrent_params, found: Preview, *, asleep: bool = False) -> None:
        """A hidden torrent that looks for the metadata, or is `asleep`: it announces nothing and meets nobody."""
        looking = lt.parse_magnet_uri(lt.make_magnet_uri(params))
        looking.peers = params.peers
        looking.file_priorities = []
        looking.flags = _HIDDEN | (_FLAGS.paused if asleep else 0)
        # A folder that is never made: nothing is written while no file is wanted, nothing found that could be seeded.
        looking.save_path = str(self._parts / "preview")
        self._prepare(looking)
        record = make_record(found.id, looking, "")
        record.hidden = True
        self._records.add(record)
        self._session.lt.async_add_torrent(looking)

    def _withdraw(self, record: Record) -> None:
        self.scraper.forget(record.id)
        handle = record.handle
        if handle is None:
            record.unwanted = True
            return
        self._records.drop(record)
        self._session.lt.remove_torrent(handle)


def _addresses(handle: lt.torrent_handle | None) -> list[tuple[str, int]]:
    try:
        return [peer.remote_endpoint() for peer in handle.get_peer_info()] if handle is not None else []
    except RuntimeError:
        # Withdrawn meanwhile: the torrent is looked for without them.
        return []
