# SPDX-License-Identifier: GPL-3.0-or-later
"""Where torrents begin and where they go when they are complete: the folder for incomplete ones, and that for others.

What is on disk already where a torrent is to be stays there: it has been complete once, or will be where it is.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import libtorrent as lt

from starling.engine import commands, provenance, suffix, suffixlook
from starling.engine.dataconfig import DataConfig
from starling.engine.errors import EngineError
from starling.engine.misplaced import Claim, File, real, unclaimed
from starling.engine.provenance import Foreign
from starling.engine.record import Record, Records
from starling.engine.relocation_shared import by_root
from starling.engine.savefolder import check_folder
from starling.i18n import translate
from starling.tasks import Worker
from starling.torrent import AddOptions

log = logging.getLogger(__name__)

_OWN = 12
"""Digits of the info-hash that name the folder of a torrent whose place is taken."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a torrent begins, and where it goes then."""

    folder: str
    destination: str = ""
    """Empty where it stays."""
    note: str = ""
    """A sentence if it could not be as its owner wishes."""
    own: str = ""
    """The folder that was chosen for it, where the settings have it go to `destination` instead."""


class Homes:
    """Asks the disk, and libtorrent for the names of others."""

    def __init__(self, records: Records, worker: Worker, files_worker: Worker) -> None:
        self._records = records
        self._worker = worker
        self._files_worker = files_worker

    async def choose(
        self, id: str, params: lt.add_torrent_params, options: AddOptions, data: DataConfig, *, there: bool
    ) -> Home:
        """For a torrent that is added; `there`: something of it is in its save folder already."""
        own = options.save_path
        if there or options.skip_check:
            return Home(own)
        folder, note = own, ""
        if data.incomplete and data.incomplete != own:
            try:
                await self._files_worker.run(check_folder, data.incomplete)
                folder = await self._free(id, data.incomplete, _roots(params.ti, params.renamed_files))
            except EngineError as error:
                note = translate("Engine", "{problem} Until then torrents begin in their own folders.").format(
                    problem=error
                )
        destination = data.done or own
        if destination == folder:
            return Home(folder, note=note)
        return Home(folder, destination, note, own if data.done else "")

    async def learn(self, record: Record, info: lt.torrent_info, renamed: Mapping[int, str], wished: str = "") -> None:
        """The files of a magnet link's torrent are known, and none is begun: it may have to begin elsewhere.

        It belongs into the folder that is `wished`, if one is. Raises EngineError if that will not do, after the rest.
        """
        handle, waits = record.handle, bool(record.options.destination)
        problem: EngineError | None = None
        if wished:
            try:
                await self._files_worker.run(check_folder, wished)
            except EngineError as error:
                problem, wished = error, ""
        destination = wished or record.options.destination
        if handle is not None and destination:
            await self._begin(record, handle, info, renamed, destination, waits=waits)
        if problem is not None:
            raise problem

    async def _begin(
        self,
        record: Record,
        handle: lt.torrent_handle,
        info: lt.torrent_info,
        renamed: Mapping[int, str],
        destination: str,
        *,
        waits: bool,
    ) -> None:
        """`waits`: it does not begin at its destination, unless some of it is there."""
        there = await self._files_worker.run(provenance.present, info, destination, renamed)
        if there or not waits:
            folder = destination
            record.options = replace(record.options, destination="", home="")
        else:
            folder = await self._free(record.id, record.save_path, _roots(info, renamed))
            home = record.options.home if destination == record.options.destination else ""
            record.options = replace(record.options, destination=destination, home=home)
        if folder == record.save_path:
            return
        # It has nothing on disk that could be moved: this only tells libtorrent.
        handle.move_storage(folder, lt.move_flags_t.dont_replace)
        record.save_path = folder
        if there:
            commands.recheck(record)

    async def suffix(self, id: str, params: lt.add_torrent_params, foreign: Foreign | None, data: DataConfig) -> None:
        """Has the names of the files of a torrent that is added end in ".part", if that is wished.

        Not of those that another unfinished torrent saves too: it would not find them when one is renamed.
        """
        if not data.part_suffix or not suffix.POSSIBLE or params.ti is None:
            return
        others = [
            record
            for record in self._records
            if record.id != id
            and not record.hidden
            and record.has_metadata
            and not (record.snapshot is not None and record.snapshot.complete)
        ]
        tops = await self._files_worker.run(real, [params.save_path, *(one.save_path for one in others)])
        claims = [Claim(one.id, one.handle, tops[one.save_path]) for one in others if one.handle is not None]
        # Neither the name that each has at the end nor that until then.
        files = _files(params.ti, params.renamed_files)
        marked = [replace(file, index=-1 - file.index, here=file.here + suffix.PART) for file in files]
        free = await self._worker.run(unclaimed, tops[params.save_path], [*files, *marked], claims)
        indices = {file.index for file in free}
        own = {index for index in indices if index >= 0 and -1 - index in indices}
        await self._files_worker.run(suffixlook.begin, params, foreign, own)

    async def _free(self, id: str, folder: str, roots: set[str]) -> str:
        """The folder, or one inside where another torrent has files of such names there."""
        others = [
            record
            for record in self._records
            if record.id != id and record.has_metadata and record.handle is not None and record.save_path == folder
        ]
        if not others or not roots:
            return folder
        tops = await self._files_worker.run(real, [folder])
        claims = [Claim(record.id, record.handle, tops[folder]) for record in others if record.handle is not None]
        taken = await self._worker.run(by_root, claims)
        folded = {root.name.casefold() for root in taken}
        return str(Path(folder, id[:_OWN])) if any(root.casefold() in folded for root in roots) else folder


def _roots(info: lt.torrent_info | None, renamed: Mapping[int, str]) -> set[str]:
    """The names that files and folders of a torrent have in its save folder."""
    if info is None:
        return set()
    storage = info.layout()
    paths: Iterable[str] = (renamed.get(i) or storage.file_path(i) for i in range(storage.num_files()))
    return {path.split("/", 1)[0] for path in paths}


def _files(info: lt.torrent_info, renamed: Mapping[int, str]) -> list[File]:
    storage = info.layout()
    paths = (renamed.get(index) or storage.file_path(index) for index in range(storage.num_files()))
    return [File(index, path, path, 0, True) for index, path in enumerate(paths)]
