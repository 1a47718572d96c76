# SPDX-License-Identifier: GPL-3.0-or-later
"""From a source to a torrent in the session: preview, then add, each torrent stored before it runs."""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine import convert, keeper, layout, names, pending, sources
from starling.engine.errors import EngineError
from starling.engine.fetch import fetch
from starling.engine.opened import Opened
from starling.engine.pending import Pending
from starling.engine.record import Record, Records
from starling.engine.scraping import Scraper
from starling.engine.session import Config, Session
from starling.engine.store import Row, Store
from starling.engine.text import safe
from starling.i18n import translate
from starling.tasks import Worker
from starling.torrent import AddOptions, Preview, Priority

_FLAGS = lt.torrent_flags
_HIDDEN = (_FLAGS.default_flags | _FLAGS.default_dont_download) & ~(_FLAGS.auto_managed | _FLAGS.paused)


class Adder(QObject):
    """Holds what is previewed, and adds it when it is wanted."""

    trouble = Signal(str)
    """A sentence about a torrent that could not enter the session, where nobody waits for it."""

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
        self._previews: dict[str, Opened] = {}
        self._waiting: dict[str, asyncio.Future[None]] = {}

    async def preview(self, source: str) -> Preview:
        """Parses a source; a magnet link starts looking for its metadata, hidden. Raises EngineError."""
        name = source
        if sources.kind_of(source) is sources.Kind.URL:
            fetched = await fetch(source, self)
            if fetched.magnet:
                params = await self._worker.run(sources.parse, fetched.magnet)
            else:
                params = await self._worker.run(sources.parse_buffer, fetched.data, name)
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
        await self._files_worker.run(check_folder, options.save_path)
        if self._previews.pop(id, None) is None:
            raise EngineError(translate("Engine", "This torrent is being added already."))
        try:
            later, everything = await self._worker.run(_configure, opened, options)
            params.part_file_dir = await self._files_worker.run(part_file_dir, self._parts, options.save_path)
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
        self._prepare(params)
        record = make_record(id, params, options.name)
        record.labels, record.first_last, record.pending = options.labels, options.first_last, later
        self._records.add(record)
        try:
            await self._worker.run(self._store.put, _row(record, params))
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
            self.trouble.emit(all_excluded(record.name))
        return record

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
            if waiting is not None and not waiting.done():
                waiting.set_result(None)
            if record.unwanted:
                self._withdraw(record)
            return
        self._records.drop(record)
        sentence = translate("Engine", "“{name}” could not be added: {message}.").format(
            name=record.name, message=error
        )
        if waiting is not None and not waiting.done():
            waiting.set_exception(EngineError(sentence))
        else:
            self.trouble.emit(sentence)

    def insert(self, record: Record, params: lt.add_torrent_params) -> None:
        """Puts a stored torrent into the session again, without waiting for the answer.

        Its `part_file_dir` must be set.
        """
        self._prepare(params)
        # Left from a disk error: whether it is still there shows when it is tried.
        params.flags &= ~_FLAGS.upload_mode
        self._records.add(record)
        self._session.lt.async_add_torrent(params)

    def _prepare(self, params: lt.add_torrent_params) -> None:
        params.max_connections = self.config.connections
        params.flags &= ~_FLAGS.disable_pex
        if not self.config.pex:
            params.flags |= _FLAGS.disable_pex

    async def arrived(self, record: Record) -> None:
        """Waits until libtorrent has answered to the addition of a torrent. Raises EngineError if it refused."""
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


def make_record(id: str, params: lt.add_torrent_params, name: str) -> Record:
    """The record of a torrent that is about to enter the session; `name` replaces its own if not empty."""
    hashes = sources.hashes_of(params)
    info = params.ti
    record = Record(
        id=id,
        name=name or sources.name_of(params),
        save_path=safe(lambda: params.save_path),
        hash_v1=str(hashes.v1) if hashes.has_v1() else "",
        hash_v2=str(hashes.v2) if hashes.has_v2() else "",
        added=params.added_time or int(time.time()),
        created=params.creation_date or None,
        comment=safe(lambda: params.comment),
        created_by=safe(lambda: params.created_by),
        private=info is not None and info.priv(),
        has_metadata=info is not None,
        custom_name=bool(name),
        paused=bool(params.flags & (_FLAGS.paused | _FLAGS.stop_when_ready)) and not params.flags & _FLAGS.auto_managed,
    )
    record.trackers.set_urls(list(params.trackers), list(params.tracker_tiers))
    return record


def part_file_dir(parts: Path, save_path: str) -> str:
    """The way from `save_path` to `parts`, for libtorrent knows this folder only as a relative one. Asks the disk.

    Empty, which stands for `save_path` itself, where there is none (another drive of Windows).
    """
    try:
        # The real folders: ".." leads out of where a symbolic link points to, not of where it stands.
        return os.path.relpath(os.path.realpath(parts), os.path.realpath(save_path))
    except ValueError:
        return ""


def check_folder(path: str) -> None:
    """Makes sure that `path` is a folder that can be written, creating it if need be. Raises EngineError."""
    folder = Path(path)
    shown = path.encode("utf-8", "replace").decode().replace("\0", "␀")
    # libtorrent takes UTF-8 only and cuts a path at NUL; a relative one would lie wherever the program was started.
    if shown != path or not folder.is_absolute():
        raise EngineError(
            translate("Engine", "“{path}” is no full path of a folder: choose another.").format(path=shown)
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise EngineError(
            translate("Engine", "{path} is a file, not a folder: choose another.").format(path=path)
        ) from error
    except OSError as error:
        raise EngineError(
            translate("Engine", "The folder {path} can't be made: {message}.").format(path=path, message=error.strerror)
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK) or _on_read_only_disk(folder):
        raise EngineError(
            translate("Engine", "The folder {path} may not be written: choose another.").format(path=path)
        )


def _on_read_only_disk(folder: Path) -> bool:
    # os.access says so too, but not to root.
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def all_excluded(name: str) -> str:
    """What is told of a torrent that consists of excluded files."""
    return translate(
        "Engine", "Every file of “{name}” is one of those that are never downloaded: it is downloaded all the same."
    ).format(name=name)


def _configure(opened: Opened, options: AddOptions) -> tuple[Pending | None, bool]:
    """Makes the parameters what the options say; they may have been made for other options before.

    Returns what has to wait for the metadata, and whether all files were excluded, and therefore none is.
    """
    params = opened.reset()
    params.save_path = options.save_path
    params.added_time = int(time.time())
    info = params.ti
    later = Pending.of(params, options.layout, options.excluded)
    flags = _FLAGS.default_flags | _FLAGS.duplicate_is_error
    flags &= ~(_FLAGS.paused | _FLAGS.auto_managed)
    flags |= _FLAGS.auto_managed if options.start else _FLAGS.paused
    if options.sequential:
        flags |= _FLAGS.sequential_download
    if info is None:
        params.flags = flags | (params.flags & _FLAGS.default_dont_download)
        return later, False
    count = info.num_files()
    chosen = opened.asked(count)
    chosen, everything = pending.exclude(info, opened.renamed, options.excluded, chosen)
    for index, priority in options.priorities.items():
        if not 0 <= index < count or not 0 <= priority <= 7:
            raise EngineError(translate("Engine", "The torrent has no file {index}.").format(index=index))
        chosen[index] = priority
    params.renamed_files = layout.renamed(info, opened.renamed, options.layout)
    if options.skip_check and all(chosen):
        # Each piece is hashed when somebody asks for it the first time; a wrong one, and all of it is checked.
        flags |= _FLAGS.seed_mode
    params.flags = flags
    params.file_priorities = chosen
    if options.first_last:
        params.piece_priorities = _piece_priorities(info, chosen)
    return None, everything


def _piece_priorities(info: lt.torrent_info, chosen: Sequence[int]) -> list[int]:
    entries = convert.files(info, {})
    pieces = [0] * info.num_pieces()
    for entry in entries:
        for piece in range(entry.first_piece, entry.first_piece + entry.pieces):
            pieces[piece] = max(pieces[piece], chosen[entry.index])
    for piece in convert.edge_pieces(entries, chosen):
        pieces[piece] = int(Priority.MAXIMUM)
    return pieces


def _row(record: Record, params: lt.add_torrent_params) -> Row:
    info = params.ti
    params.ti = None
    try:
        resume = keeper.encode(params)
    finally:
        params.ti = info
    return Row(
        id=record.id,
        resume=resume,
        info=info.info_section() if info is not None else None,
        name=record.name if record.custom_name else "",
        first_last=record.first_last,
        labels=record.labels,
        pending="" if record.pending is None else record.pending.encode(),
    )


def _addresses(handle: lt.torrent_handle | None) -> list[tuple[str, int]]:
    try:
        return [peer.remote_endpoint() for peer in handle.get_peer_info()] if handle is not None else []
    except RuntimeError:
        # Withdrawn meanwhile: the torrent is looked for without them.
        return []
