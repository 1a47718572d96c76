# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on disk already of the files that shall be saved in a folder: looked up on the worker, in slices."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from starling.tasks import Worker, spawn
from starling.torrent import File

_SLICE = 4_000
_FEW = 40
"""So many files of a folder are asked for one by one; of more, the whole folder is read."""


@dataclass(frozen=True, slots=True)
class Here:
    """Files of some names on a disk at one moment."""

    sizes: Mapping[int, int]
    """File index -> bytes that it has on disk."""
    used: Mapping[int, int]
    """File index -> bytes that the disk has given it, fewer where it has holes."""


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


Slice = Sequence[tuple[str, Sequence[tuple[str, int]]]]
"""Folders, each with (name, file index) of what is looked for in it."""


def slices(files: Iterable[File]) -> list[Slice]:
    """The files by folder, cut so that no slice keeps a disk for long."""
    folders: dict[str, list[tuple[str, int]]] = {}
    for file in files:
        folder, _, name = file.path.rpartition("/")
        folders.setdefault(folder, []).append((name, file.index))
    found: list[Slice] = []
    piece: list[tuple[str, Sequence[tuple[str, int]]]] = []
    count = 0
    for folder, names in folders.items():
        piece.append((folder, names))
        count += len(names)
        if count >= _SLICE:
            found.append(piece)
            piece, count = [], 0
    return [*found, piece] if piece else found


def look(save_path: str, wanted: Slice) -> Here:
    """What there is of these files; may wait for the disk. What can't be looked at is not there."""
    sizes: dict[int, int] = {}
    used: dict[int, int] = {}
    missing: set[str] = set()
    for folder, names in wanted:
        if any(folder == gone or folder.startswith(f"{gone}/") for gone in missing):
            continue
        for index, size, given in _statuses(Path(save_path, folder), names, missing, folder):
            sizes[index], used[index] = size, min(size, given)
    return Here(sizes, used)


def add_up(here: Here, sizes: Mapping[int, int], skipped: Iterable[int]) -> Sum:
    """What it comes to for the files that are not skipped; `sizes` are those of the torrent, by index."""
    unwanted = set(skipped)
    whole = size = other = used = 0
    for index, found in here.sizes.items():
        if index in unwanted:
            continue
        used += min(here.used[index], sizes[index])
        if found == sizes[index]:
            whole += 1
            size += found
        else:
            other += 1
    return Sum(whole, size, other, used)


def _statuses(
    path: Path, names: Sequence[tuple[str, int]], missing: set[str], folder: str
) -> Iterable[tuple[int, int, int]]:
    """Index, size and bytes given by the disk of each file that is there."""
    try:
        if len(names) <= _FEW:
            if not path.is_dir():
                missing.add(folder)
                return
            for name, index in names:
                yield from _regular(index, path / name)
            return
        indices = dict(names)
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


class OnDisk(QObject):
    """Looks for the files of a torrent in a folder, and again when either is another."""

    changed = Signal()

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted: tuple[str, Sequence[File]] | None = None
        self._here = Here({}, {})
        self._sizes: Mapping[int, int] = {}
        self._looking = False

    def look(self, folder: str, files: Sequence[File]) -> None:
        """Look there for these; nothing happens if that is known already. An empty folder is none."""
        if self._wanted is not None and self._wanted[0] == folder and self._wanted[1] is files:
            return
        self._wanted = folder, files
        self._here = Here({}, {})
        self.changed.emit()
        if not self._looking:
            self._looking = True
            spawn(self._look(), name="files on disk")

    def sum(self, skipped: Iterable[int]) -> Sum:
        """What is there of the files that are not skipped."""
        return add_up(self._here, self._sizes, skipped) if self._here.sizes else Sum()

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self._here.sizes)

    async def _look(self) -> None:
        asked = None
        try:
            while isValid(self) and asked is not self._wanted and self._wanted is not None:
                asked = self._wanted
                found = await self._find(*asked)
                if isValid(self) and asked is self._wanted:
                    self._here = found
                    self._sizes = {file.index: file.size for file in asked[1]} if found.sizes else {}
                    self.changed.emit()
        finally:
            self._looking = False

    async def _find(self, folder: str, files: Sequence[File]) -> Here:
        sizes: dict[int, int] = {}
        used: dict[int, int] = {}
        if folder:
            for piece in await self._worker.run(slices, files):
                found = await self._worker.run(look, folder, piece)
                sizes.update(found.sizes)
                used.update(found.used)
                if not isValid(self):
                    break
        return Here(sizes, used)
