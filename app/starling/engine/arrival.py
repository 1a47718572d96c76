# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when a magnet link's metadata comes: its files get their names, places and priorities."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import libtorrent as lt

from starling.engine import commands, layout, moretrackers, names
from starling.engine.choices import all_excluded
from starling.engine.contents import Contents
from starling.engine.errors import EngineError
from starling.engine.labelling import Labelling
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.running import Running
from starling.tasks import Worker
from starling.torrent import Preview, Priority


@dataclass(frozen=True, slots=True)
class Heralds:
    """Who is told what; see the signals of `Engine`."""

    metadata: Callable[[Preview], None]
    files_changed: Callable[[str], None]
    failed: Callable[[str], None]
    noted: Callable[[str], None]


class Arrival:
    """Completes torrents that began as links."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        contents: Contents,
        labelling: Labelling,
        files_worker: Worker,
        get_running: Callable[[], Running | None],
        changed: Callable[[Iterable[Record]], None],
        tell: Heralds,
    ) -> None:
        self._records = records
        self._questions = questions
        self._contents = contents
        self._labelling = labelling
        self._files_worker = files_worker
        self._get_running = get_running
        self._changed = changed
        self._tell = tell

    async def learn(self, record: Record) -> None:
        """Takes over what a record has learnt, and puts its files where they were wanted; an open dialog is told."""
        _, handle = await self._questions.present(record.id)
        info = await self._questions.ask(handle.torrent_file)
        running = self._get_running()
        if info is None or running is None:
            return
        if record.hidden:
            if (complete := await running.adder.found_metadata(record, info)) is not None:
                self._tell.metadata(complete)
            return
        own = await self._questions.ask(names.own_paths, info)
        await self._settle(running, record, info, own)
        later = record.pending
        paths = own if later is None else await self._questions.ask(later.paths, info, own)
        moves: dict[int, str] = {}
        failed: dict[int, str] = {}
        covered: list[int] = []
        if paths:
            moves, there = await self._files_worker.run(layout.movable, info, record.save_path, paths)
            failed = await self._contents.place(record, moves)
            moves = {index: path for index, path in moves.items() if index not in failed}
            if there:
                commands.recheck(record)
        if failed:
            covered = await self._questions.ask(layout.covered, info, moves, failed)
            self._tell.failed(layout.not_placed(info, record.name, failed, covered))
        if moretrackers.give_late(record, running.adder.config.trackers):
            running.tracking.changed.emit(record)
        await running.adder.note_foreign(record, info, moves)
        if later is not None:
            chosen, everything = await self._questions.ask(later.priorities, info, own)
            for index in covered:
                chosen[index] = Priority.SKIP
            moves |= await self._contents.suffixes.begin(record, chosen)
            record.priorities = chosen
            handle.prioritize_files(chosen)
            record.pending = later.told(moves)
            if everything:
                self._tell.noted(all_excluded(record.name))
        self._records.index_hashes(record)
        running.keeper.save_now(record.id, info=True)
        self._changed([record])
        self._tell.files_changed(record.id)
        await self._contents.metadata_came(record)

    async def _settle(self, running: Running, record: Record, info: lt.torrent_info, own: Mapping[int, str]) -> None:
        """It has its name, which may give it labels, and these a folder."""
        before, options = self._labelling.ruled(record.name, record.trackers.hosts), record.options
        name = names.own_name(info.name(), own)
        record.learn(info, name)
        self._labelling.give_new(record, before, self._labelling.ruled(name, record.trackers.hosts))
        try:
            await running.adder.homes.learn(record, info, own, self._labelling.folder(record))
        except EngineError as error:
            self._tell.failed(str(error))
        if record.options != options:
            running.keeper.options(record)
