# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a torrent out of the session and puts it back changed, for what libtorrent can't change while it runs.

It goes by the same road as a restart of the program: what it is to be is stored first, and read from there. Its row,
its place in the queue, its peers' addresses, limits and flags stay; its connections are made anew.
"""

from collections.abc import Callable
from pathlib import Path

import libtorrent as lt

from starling.engine import commands, keeper
from starling.engine.errors import EngineError
from starling.engine.record import Record
from starling.engine.rows import Batch
from starling.engine.running import Running
from starling.engine.savefolder import part_file_dir
from starling.i18n import translate
from starling.tasks import Worker

Change = Callable[[lt.add_torrent_params], None]


async def reopen(running: Running, record: Record, files_worker: Worker, parts: Path, change: Change) -> None:
    """Calls `change` with the torrent's parameters while its files are closed; runs on `files_worker`.

    Whoever calls holds the torrent's lock (`Moves.lock`). Raises EngineError if that can't be done; whatever goes
    wrong, the torrent is in the session again, or its row says why not.
    """
    handle = record.handle
    if handle is None or not record.has_metadata or record.hidden or record.leaving:
        raise _gone()
    # Nothing more is asked for, so that what is stored is what is here.
    handle.set_flags(lt.torrent_flags.upload_mode)
    try:
        # Twice: the first time has everything written, and what is not written yet it does not count.
        await running.keeper.stored(record.id)
        params = await stored(running, record, files_worker, parts)
        if record.handle is not handle or record.leaving:
            raise _gone()
    except BaseException:
        if record.handle is handle and running.records.get(record.id) is record and not record.error_mode:
            handle.unset_flags(lt.torrent_flags.upload_mode)
        raise
    try:
        try:
            await running.take_out(record)
            await files_worker.run(change, params)
            await running.worker.run(_store, running, record.id, params)
        finally:
            await _put_back(running, record, params)
    except OSError as error:
        raise EngineError(
            translate("Engine", "The files of “{name}” can't be looked at: {message}.").format(
                name=record.name, message=error.strerror or error
            )
        ) from error


async def stored(running: Running, record: Record, files_worker: Worker, parts: Path) -> lt.add_torrent_params:
    """A torrent's parameters as a restart would find them. Raises EngineError if it is gone, or can't be stored."""
    handle = record.handle
    if handle is None:
        raise _gone()
    await running.keeper.stored(record.id)
    params = await running.worker.run(_read, running, record.id, handle, record.brought)
    params.part_file_dir = await files_worker.run(part_file_dir, parts, record.save_path)
    return params


async def _put_back(running: Running, record: Record, params: lt.add_torrent_params) -> None:
    if running.records.get(record.id) is not record:
        return
    running.adder.insert(record, params)
    try:
        await running.adder.arrived(record)
    except EngineError as error:
        running.news.lost(record, str(error))
        raise
    _catch_up(record, params, len(running.records))
    running.keeper.wish(record.id)


def _read(running: Running, id: str, handle: lt.torrent_handle, brought: tuple[int, int]) -> lt.add_torrent_params:
    try:
        info, status = handle.torrent_file(), handle.status()
    except RuntimeError as error:
        raise _gone() from error
    resume = running.store.resume(id)
    if resume is None or info is None:
        raise _gone()
    params = keeper.restore(id, resume, info.info_section())
    # libtorrent adds what came and went to the sums of all time once a second, and this can't wait for it.
    down, up = brought[0] + status.total_payload_download, brought[1] + status.total_payload_upload
    params.total_downloaded = max(params.total_downloaded, down)
    params.total_uploaded = max(params.total_uploaded, up)
    return params


def _gone() -> EngineError:
    return EngineError(translate("Engine", "This torrent is not in the list any more."))


def _store(running: Running, id: str, params: lt.add_torrent_params) -> None:
    info, params.ti = params.ti, None
    try:
        running.store.save(Batch(resumes={id: keeper.encode(params)}))
    finally:
        params.ti = info


def _catch_up(record: Record, params: lt.add_torrent_params, count: int) -> None:
    """Does what was asked of its files meanwhile, and gives it its place in the queue, as that is to be by now."""
    handle = record.handle
    if handle is None:
        return
    if record.priorities is not None and list(params.file_priorities) != record.priorities:
        handle.prioritize_files(record.priorities)
    if record.place is not None:
        commands.put_in_queue(record, record.place, count)
