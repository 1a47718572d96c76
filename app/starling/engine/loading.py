# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts what is stored into the session when the program starts, and ends what a kill has left half done."""

import asyncio
import errno
import logging
import sqlite3
from pathlib import Path

import libtorrent as lt

from starling.engine import choices, keeper, provenance, settling, sources
from starling.engine.adding import Adder
from starling.engine.entry import make_record
from starling.engine.errors import EngineError, reason
from starling.engine.journal import Journal, Plan
from starling.engine.limits import LIMITS
from starling.engine.pending import Pending
from starling.engine.relocation_log import RelocationLog
from starling.engine.rows import Batch, Row
from starling.engine.savefolder import part_file_dir
from starling.engine.store import Store
from starling.engine.volumes_book import VolumesBook
from starling.i18n import translate
from starling.options import Options
from starling.tasks import Worker

log = logging.getLogger(__name__)

_BATCH = 200
"""Torrents that enter the session between two turns of the event loop."""


class Loader:
    """Reads the store from its beginning to its end, once."""

    def __init__(
        self,
        store: Store,
        worker: Worker,
        files_worker: Worker,
        adder: Adder,
        journal: Journal,
        ways: RelocationLog,
        volumes: VolumesBook,
        parts: Path,
    ) -> None:
        self._store = store
        self._worker = worker
        self._files_worker = files_worker
        self._adder = adder
        self._journal = journal
        self._ways = ways
        self._volumes = volumes
        self._parts = parts

    async def load(self) -> list[str]:
        """Puts every stored torrent into the session; returns a sentence for each that could not be read."""
        troubles: list[str] = []
        batches = self._store.rows(_BATCH)
        try:
            while rows := await self._worker.run(next, batches, None):
                troubles += await self.bring(rows)
        except sqlite3.Error as error:
            troubles.append(unopened_sentence(self._store.path, error))
        return troubles

    async def bring(self, rows: list[Row]) -> list[str]:
        """Puts torrents into the session; a sentence for each that could not be read."""
        troubles = []
        parsed = await self._worker.run(_restore, rows)
        await self._worker.run(_do_pending, parsed, self._store)
        await self._worker.run(_put_ends_first, parsed)
        await self._files_worker.run(_find_parts, [params for _, params in parsed], self._parts)
        for row, params in parsed:
            if row.id in self._ways.ways and not isinstance(params, str):
                name = row.name or sources.name_of(params)
                if await self._files_worker.run(self._ways.settle, row.id, params, name):
                    await self._ways.end(row.id)
        moved = await self._files_worker.run(_settle, parsed, self._parts, self._journal.plans)
        if moved:
            await self._worker.run(_store_moved, moved, self._store)
        there = [(row.id, params) for row, params in parsed if not isinstance(params, str)]
        held = await self._files_worker.run(self._volumes.look_at_all, there)
        for row, params in parsed:
            if isinstance(params, str):
                log.error("%s can't be restored: %s", row.id, params)
                troubles.append(
                    translate("Engine", "“{name}” can't be restored, its stored state is damaged: {message}.").format(
                        name=row.name or row.id, message=params
                    )
                )
            else:
                record = make_record(row.id, params, row.name)
                record.labels, record.first_last = row.labels, row.first_last
                record.foreign = provenance.decode(row.foreign)
                record.options = _options(row)
                record.pending = Pending.decode(row.pending) if params.ti is None else None
                if record.pending is not None:
                    record.pending.hold(params)
                record.stored_queue = row.position
                if (waiting := held.get(row.id)) is not None:
                    self._volumes.hold(record, params, *waiting)
                self._adder.insert(record, params)
        await asyncio.sleep(0)
        return troubles


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


def _put_ends_first(restored: list[tuple[Row, lt.add_torrent_params | str]]) -> None:
    """Whatever was stored of the pieces: it may be of the moment between a file's new priority and its pieces'."""
    for row, params in restored:
        if row.first_last and not isinstance(params, str):
            choices.put_ends_first(params)


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


def _options(row: Row) -> Options:
    try:
        return Options.decode(row.options)
    except (ValueError, RecursionError):
        # A torrent is worth more than what was said of it.
        log.warning("What %s was told can't be read: %s", row.id, row.options[:200])
        return Options()
