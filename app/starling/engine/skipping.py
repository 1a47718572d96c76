# SPDX-License-Identifier: GPL-3.0-or-later
"""Clears the download folder of files that are skipped before they are complete, and brings them back when wanted.

A complete file stays: it is its owner's. libtorrent stops or begins the download at once; the files follow a moment
after the last change of mind, or when the program ends, or at its next start.
"""

import asyncio
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, details
from starling.engine.errors import EngineError
from starling.engine.journal import Journal
from starling.engine.moves import Moves
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.i18n import translate
from starling.tasks import Worker, spawn
from starling.torrent import Problem

MOMENT = 1.5
"""Seconds after the last change."""

_LATER = 3.0
"""Seconds after which a torrent that is checked or has lost its files is looked at again."""

_AT_THE_END = 1.0
"""Seconds that the end of the program gives to what is still to be put aside."""

_SPARE = 16 * 1024 * 1024
"""Bytes that are left free where the files go."""


@dataclass(frozen=True, slots=True)
class _File:
    index: int
    path: str
    """In the download folder."""
    size: int
    out: bool
    """From the download folder; else back to it."""


@dataclass(slots=True)
class _Found:
    """What the disk says about the files that are to be moved."""

    moves: dict[int, str] = field(default_factory=dict)
    settled: list[int] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    busy: bool = False
    """Some would have to be copied to another disk, for which there is no time at the end."""


class Skipping:
    """Moves files aside and back, one torrent at a time."""

    def __init__(
        self,
        records: Records,
        questions: Questions,
        moves: Moves,
        changed: Callable[[Iterable[Record]], None],
        journal: Callable[[], Journal | None],
        files_worker: Worker,
        parts: Path,
    ) -> None:
        """`parts` is the folder of the part files; `journal` is None while there is no session."""
        self._records = records
        self._questions = questions
        self._moves = moves
        self._changed = changed
        self._journal = journal
        self._files_worker = files_worker
        self._parts = parts
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._waiting: dict[str, set[int]] = {}

    def later(self, record: Record, indices: Iterable[int], seconds: float | None = None) -> None:
        """Looks after these files when their owner has not changed his mind for a moment."""
        self._waiting.setdefault(record.id, set()).update(indices)
        if (timer := self._timers.pop(record.id, None)) is not None:
            timer.cancel()
        delay = MOMENT if seconds is None else seconds
        self._timers[record.id] = asyncio.get_running_loop().call_later(delay, self._begin, record)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        for id in ids:
            self._waiting.pop(id, None)
            if (timer := self._timers.pop(id, None)) is not None:
                timer.cancel()

    async def close(self) -> None:
        """Does what is due, as far as there is time for it; the rest is noted and done at the next start."""
        waiting = [record for id in self._waiting if (record := self._records.get(id)) is not None]
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        due = [asyncio.ensure_future(self._settle(record, at_the_end=True)) for record in waiting]
        if due:
            done, late = await asyncio.wait(due, timeout=_AT_THE_END)
            for task in late:
                task.cancel()
            for task in done:
                # A torrent that went meanwhile, or what its owner would have been told: it is told at the next start.
                if (error := task.exception()) is not None and not isinstance(error, EngineError):
                    raise error

    def _begin(self, record: Record) -> None:
        self._timers.pop(record.id, None)
        if self._records.get(record.id) is record and record.id in self._waiting:
            spawn(self._settle(record), name="skipped files")

    async def _settle(self, record: Record, *, at_the_end: bool = False) -> None:
        async with self._moves.lock(record):
            indices = self._waiting.pop(record.id, set())
            if not indices or self._records.get(record.id) is not record or record.leaving:
                return
            if record.handle is None or record.checking or record.problem is not Problem.NONE or record.unconfirmed:
                # What is here of a file is not known now.
                if not at_the_end:
                    self.later(record, indices, _LATER)
                return
            files = await self._questions.about(record.id, _misplaced, record.priorities, indices)
            try:
                found = await self._files_worker.run(
                    _look, files, Path(record.save_path), self._parts, record.id, same_disk=at_the_end
                )
            except OSError as error:
                raise EngineError(_unmoved(record, error)) from error
            failed = await self._moves.rename(record, found.moves)
            moved = [file for file in files if file.index in found.moves and file.index not in failed]
            await self._files_worker.run(_tidy, moved, files, failed, Path(record.save_path), self._parts, record.id)
            if moved:
                self._changed([record])
            journal = self._journal()
            if journal is not None and not found.busy:
                await journal.settled(record.id, skips=indices - failed.keys())
            by_index = {file.index: file for file in files}
            found.troubles += [_failed(by_index[index], text) for index, text in failed.items()]
            if found.troubles:
                raise EngineError("\n".join(found.troubles[:3]) + ("\n…" if found.troubles[3:] else ""))


def _misplaced(handle: lt.torrent_handle, chosen: list[int] | None, indices: Iterable[int]) -> list[_File]:
    """The files among `indices` that may have to be moved."""
    info = handle.torrent_file()
    if info is None:
        return []
    layout = info.layout()
    priorities = chosen if chosen is not None else details.priorities(handle)
    renamed = handle.get_renamed_files().export_filenames(layout)
    done = handle.file_progress(lt.torrent_handle.piece_granularity)
    found = []
    for index in sorted(indices):
        if not 0 <= index < layout.num_files() or layout.file_flags(index) & lt.file_storage.flag_pad_file:
            continue
        now = renamed.get(index) or layout.file_path(index)
        size = layout.file_size(index)
        out = not priorities[index]
        is_aside = aside.is_aside(now)
        if out == is_aside or (out and size and done[index] >= size):
            continue
        found.append(_File(index, aside.plain(now), size, out))
    return found


def _look(files: Iterable[_File], top: Path, parts: Path, id: str, *, same_disk: bool) -> _Found:
    found = _Found()
    home = aside.folder(parts, id)
    room: int | None = None
    for file in files:
        here, there = top / file.path, Path(aside.place(parts, id, file.path))
        try:
            about = os.lstat(here if file.out else there)
        except OSError:
            # Never written: there is nothing to be moved but the name.
            if not file.out:
                found.moves[file.index] = file.path
            continue
        if not file.out:
            if os.path.lexists(here):
                found.troubles.append(_in_the_way(here, there))
            elif same_disk and about.st_dev != _device(top):
                found.busy = True
            else:
                found.moves[file.index] = file.path
            continue
        if not stat.S_ISREG(about.st_mode):
            continue
        if not file.size:
            if not about.st_size:
                here.unlink()
                aside.prune(top, file.path)
            continue
        there.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if about.st_dev != home.stat().st_dev:
            if same_disk:
                found.busy = True
                continue
            if room is None:
                room = shutil.disk_usage(home).free - _SPARE
            room -= _used(about)
            if room < 0:
                room += _used(about)
                found.troubles.append(_no_room(here, home))
                continue
        there.unlink(missing_ok=True)
        found.moves[file.index] = there.as_posix()
    return found


def _tidy(
    moved: Iterable[_File], files: Iterable[_File], failed: Iterable[int], top: Path, parts: Path, id: str
) -> None:
    """Removes the folders that are empty now, and the beginnings of copies that failed."""
    home = aside.folder(parts, id)
    for file in files:
        if file.index in failed:
            here, there = top / file.path, Path(aside.place(parts, id, file.path))
            if os.path.lexists(here) and os.path.lexists(there):
                # What stays of it is found at the next start.
                with suppress(OSError):
                    (there if file.out else here).unlink()
    for file in moved:
        aside.prune(top if file.out else home, file.path)
    for level in (home, home.parent):
        # Not empty, not there, or a link to where there is more room.
        with suppress(OSError):
            level.rmdir()


def _device(folder: Path) -> int:
    return folder.stat().st_dev


def _used(about: os.stat_result) -> int:
    # On Windows there is no count of blocks.
    blocks: int | None = getattr(about, "st_blocks", None)
    return about.st_size if blocks is None else blocks * 512


def _unmoved(record: Record, error: OSError) -> str:
    return translate("Engine", "Skipped files of “{name}” stay where they are: {message}.").format(
        name=record.name, message=error.strerror or error
    )


def _in_the_way(here: Path, there: Path) -> str:
    return translate(
        "Engine", "{path} is in the way: the file of that name that was begun stays in {there} until it can go there."
    ).format(path=here, there=there.parent)


def _no_room(here: Path, home: Path) -> str:
    return translate("Engine", "{path} is skipped but stays: there is no room for it in {folder}.").format(
        path=here, folder=home
    )


def _failed(file: _File, message: str) -> str:
    if file.out:
        return translate("Engine", "“{path}” is skipped but stays in the download folder: {message}.").format(
            path=file.path, message=message
        )
    return translate("Engine", "“{path}” can't come back to the download folder: {message}.").format(
        path=file.path, message=message
    )
