# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on disk already of the files that shall be saved in a folder: looked up on the worker, in slices."""

import asyncio
import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from starling.filelist import FileList
from starling.tasks import Worker, spawn
from starling.torrent import File

_SLICE = 4_000
_FEW = 40
"""So many files of a folder are asked for one by one; of more, the whole folder is read."""


@dataclass(frozen=True, slots=True)
class Here:
    """Files of some names on a disk at one moment, by index."""

    whole: Mapping[int, int]
    """Bytes of those of the right size."""
    other: Mapping[int, int]
    """Bytes of those of another size."""
    used: Mapping[int, int]
    """Bytes of what is wanted that the disk has given to them, fewer where they have holes."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What `Here` comes to for the files that are wanted."""

    whole: int = 0
    """Files of the right size, and their bytes."""
    bytes: int = 0
    other: int = 0
    """Files of another size."""
    used: int = 0
    """Bytes of what is wanted that need no more room."""


NOTHING = Here({}, {}, {})

Slice = Sequence[tuple[str, Sequence[tuple[str, int, int]]]]
"""Folders, each with (name, index, size) of the files that are looked for in it."""


def slices(files: Iterable[File]) -> Iterator[Slice]:
    """The files by folder, cut so that no slice keeps a disk for long."""
    listed = FileList.of(files)
    folders: dict[str, list[int]] = {}
    for number, path in enumerate(listed.paths):
        folders.setdefault(path.rpartition("/")[0], []).append(number)
    piece: list[tuple[str, Sequence[tuple[str, int, int]]]] = []
    count = 0
    for folder, numbers in folders.items():
        start = len(folder) + 1 if folder else 0
        piece.append((folder, [(listed.paths[n][start:], listed.indices[n], listed.sizes[n]) for n in numbers]))
        count += len(numbers)
        if count >= _SLICE:
            yield piece
            piece, count = [], 0
    if piece:
        yield piece


def may_be_there(save_path: str, files: Iterable[File]) -> bool:
    """False if the one folder that all of them are in is not there: most torrents are new. May wait for the disk."""
    paths = FileList.of(files).paths
    if not paths:
        return False
    first, last = min(paths), max(paths)
    top = first.partition("/")[0]
    return not last.startswith(f"{top}/") or os.path.isdir(f"{save_path}/{top}")  # noqa: PTH112  (Path's raises where the way there is closed)


def look(save_path: str, wanted: Slice) -> Here:
    """What there is of these files; may wait for the disk. What can't be looked at is not there."""
    whole: dict[int, int] = {}
    other: dict[int, int] = {}
    used: dict[int, int] = {}
    missing: set[str] = set()
    for folder, files in wanted:
        if any(folder == gone or folder.startswith(f"{gone}/") for gone in missing):
            continue
        sizes = {index: size for _, index, size in files}
        for index, size, given in _statuses(Path(save_path, folder), files, missing, folder):
            (whole if size == sizes[index] else other)[index] = size
            used[index] = min(size, given, sizes[index])
    return Here(whole, other, used)


def add_up(here: Here, skipped: Iterable[int]) -> Sum:
    """What it comes to for the files that are not skipped."""
    unwanted = set(skipped)
    whole, other, used = (found.keys() - unwanted for found in (here.whole, here.other, here.used))
    return Sum(len(whole), sum(map(here.whole.__getitem__, whole)), len(other), sum(map(here.used.__getitem__, used)))


def _statuses(
    path: Path, files: Sequence[tuple[str, int, int]], missing: set[str], folder: str
) -> Iterable[tuple[int, int, int]]:
    """Index, size and bytes given by the disk of each file that is there."""
    try:
        if len(files) <= _FEW:
            if not path.is_dir():
                missing.add(folder)
                return
            for name, index, _ in files:
                yield from _regular(index, path / name)
            return
        indices = {name: index for name, index, _ in files}
        with os.scandir(path) as entries:
            for entry in entries:
                if (number := indices.get(entry.name)) is not None and entry.is_file():
                    yield _found(number, entry.stat())
    except (OSError, ValueError):
        missing.add(folder)


def _regular(index: int, path: Path) -> Iterable[tuple[int, int, int]]:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return
    if S_ISREG(status.st_mode):
        yield _found(index, status)


def _found(index: int, status: os.stat_result) -> tuple[int, int, int]:
    # Windows does not tell of holes.
    blocks = getattr(status, "st_blocks", None)
    return index, status.st_size, status.st_size if blocks is None else blocks * 512


async def find(worker: Worker, folder: str, files: Sequence[File], asker: QObject) -> Here:
    """What there is of all these files; an empty folder has none, and nobody looks on when the asker is gone."""
    whole: dict[int, int] = {}
    other: dict[int, int] = {}
    used: dict[int, int] = {}
    there = await worker.run(may_be_there, folder, files) if folder else False
    if there:
        pieces = slices(files)
        while piece := await worker.run(next, pieces, None):
            found = await worker.run(look, folder, piece)
            whole.update(found.whole)
            other.update(found.other)
            used.update(found.used)
            if not isValid(asker):
                break
    return Here(whole, other, used)


class OnDisk(QObject):
    """Looks for the files of a torrent in a folder, and again when either is another."""

    changed = Signal()

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted: tuple[str, Sequence[File]] | None = None
        self._here = NOTHING
        self._looking: asyncio.Task[None] | None = None

    def look(self, folder: str, files: Sequence[File]) -> None:
        """Look there for these; nothing happens if that is known already. An empty folder is none."""
        if self._wanted is not None and self._wanted[0] == folder and self._wanted[1] is files:
            return
        self._wanted = folder, files
        self._here = NOTHING
        self.changed.emit()
        if self._looking is None:
            self._looking = spawn(self._look(), name="files on disk")

    def stop(self) -> None:
        """Nobody wants to know any more."""
        if self._looking is not None:
            self._looking.cancel()

    def sum(self, skipped: Iterable[int]) -> Sum:
        """What is there of the files that are not skipped."""
        return add_up(self._here, skipped)

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self._here.used)

    @property
    def indices(self) -> Container[int]:
        """Of the files of which there is something."""
        return self._here.used

    async def _look(self) -> None:
        asked = None
        try:
            while isValid(self) and asked is not self._wanted and self._wanted is not None:
                asked = self._wanted
                found = await find(self._worker, *asked, self)
                if isValid(self) and asked is self._wanted:
                    self._here = found
                    self.changed.emit()
        finally:
            self._looking = None
