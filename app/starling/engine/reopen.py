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
from starling.engine.running import Running
from starling.engine.savefolder import part_file_dir
from starling.engine.store import Batch
from starling.i18n import translate
from starling.tasks import Worker

Change = Callable[[lt.add_torrent_params], None]


async def reopen(running: Running, record: Record, files_worker: Worker, parts: Path, change: Change) -> None:
    """Calls `change` with the torrent's parameters while its files are closed; runs on `files_worker`.

    Whoever calls holds the torrent's lock (`Moves.lock`). Raises EngineError if that can't be done.
    """
    handle = record.handle
    if handle is None or not record.has_metadata or record.hidden or record.leaving:
        raise _gone()
    place, paused = record.place, record.paused
    # Nothing more is asked for, so that what is stored is what is here. A start of the program would take it off again.
    handle.set_flags(lt.torrent_flags.upload_mode)
    # Twice: the first time has everything written, and what is not written yet it does not count.
    await running.keeper.stored(record.id)
    await running.keeper.stored(record.id)
    params = await running.worker.run(stored, running, record.id, handle)
    if record.handle is not handle or record.leaving:
        raise _gone()
    await running.take_out(record)
    failure: Exception | None = None
    try:
        await files_worker.run(change, params)
        await running.worker.run(_store, running, record.id, params)
    except (OSError, EngineError) as error:
        failure = error
    # Whatever went wrong: the torrent is in the list, so it has to be in the session.
    params.part_file_dir = await files_worker.run(part_file_dir, parts, record.save_path)
    running.adder.insert(record, params)
    await running.adder.arrived(record)
    _catch_up(record, params, place, paused, len(running.records))
    running.keeper.wish(record.id)
    if failure is not None:
        raise failure


def stored(running: Running, id: str, handle: lt.torrent_handle) -> lt.add_torrent_params:
    """A torrent's parameters as a restart would find them; blocks. Raises EngineError if it is gone."""
    resume, info = running.store.resume(id), handle.torrent_file()
    if resume is None or info is None:
        raise _gone()
    return keeper.restore(id, resume, info.info_section())


async def relocate_part_file(running: Running, record: Record, files_worker: Worker, parts: Path) -> None:
    """After a torrent was moved: its part file's folder is known to libtorrent as the way from the save folder only."""
    await reopen(running, record, files_worker, parts, _unchanged)


def _unchanged(params: lt.add_torrent_params) -> None:
    """`reopen` itself finds the way to the part file."""


def _gone() -> EngineError:
    return EngineError(translate("Engine", "This torrent is not in the list any more."))


def _store(running: Running, id: str, params: lt.add_torrent_params) -> None:
    info, params.ti = params.ti, None
    try:
        running.store.save(Batch(resumes={id: keeper.encode(params)}))
    finally:
        params.ti = info


def _catch_up(record: Record, params: lt.add_torrent_params, place: int | None, paused: bool, count: int) -> None:
    """Does what was asked for meanwhile, and what libtorrent's parameters don't hold."""
    handle = record.handle
    if handle is None:
        return
    if record.priorities is not None and list(params.file_priorities) != record.priorities:
        handle.prioritize_files(record.priorities)
    if record.paused is not paused:
        (commands.pause if record.paused else commands.start)(record)
    if place is not None:
        commands.put_in_queue(record, place, count)
