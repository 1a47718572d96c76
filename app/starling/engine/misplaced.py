# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files that lie in the download folder and should be aside, or the other way round; everything here blocks.

What is asked of libtorrent runs on the engine's worker, what is asked of the disk on that of the files.
"""

import os
import shutil
import stat
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, details, provenance, suffix
from starling.engine.provenance import Foreign
from starling.i18n import translate

_SPARE = 16 * 1024 * 1024
"""Bytes that are left free where the files go."""


@dataclass(frozen=True, slots=True)
class Job:
    """The torrent whose files are moved."""

    id: str
    top: Path
    """Its download folder."""
    parts: Path

    def place(self, path: str) -> Path:
        """Where a file lies when it is aside."""
        return Path(aside.place(self.parts, self.id, path))


@dataclass(frozen=True, slots=True)
class File:
    """One that may have to be moved."""

    index: int
    path: str
    """In the download folder, by which it is known."""
    here: str
    """The same as it is called on disk, or is to be."""
    size: int
    out: bool
    """From the download folder; else back to it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Another torrent in the list."""

    id: str
    handle: lt.torrent_handle
    top: Path
    """Its download folder, as `real` gives it."""


@dataclass(slots=True)
class Found:
    """What the disk says about the files that are to be moved."""

    moves: dict[int, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    blocked: dict[int, str] = field(default_factory=dict)
    """Files whose place is taken, and what is told of each."""
    busy: bool = False
    """Some would have to be copied to another disk, for which there is no time at the end."""


def find(
    handle: lt.torrent_handle, id: str, chosen: Sequence[int] | None, indices: Iterable[int], foreign: Foreign | None
) -> list[File]:
    """The files among `indices` that may have to be moved; `foreign` were there before the torrent."""
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
        # Complete ones belong in the folder, wanted or not: one may have become that while its place was taken.
        out = not priorities[index] and not (size and done[index] >= size)
        if out == aside.is_aside(now, id) or (out and provenance.is_foreign(foreign, index)):
            continue
        found.append(File(index, suffix.logical(now, id), suffix.on_disk(aside.plain(now, id)), size, out))
    return found


def real(folders: Iterable[str]) -> dict[str, Path]:
    """The folders without links on the way to them; asks the disk."""
    return {folder: Path(os.path.realpath(folder)) for folder in set(folders)}


def unclaimed(top: Path, files: Sequence[File], claims: Iterable[Claim]) -> list[File]:
    """Those files that no other torrent saves under the same path, and all that come back.

    `top` is the download folder, as `real` gives it.
    """
    paths = {_key(top / file.here): file for file in files if file.out}
    taken: set[int] = set()
    for claim in claims if paths else ():
        above = _key(claim.top).rstrip(os.sep) + os.sep
        near = {path.removeprefix(above): file.index for path, file in paths.items() if path.startswith(above)}
        if near:
            with suppress(RuntimeError):  # it was removed meanwhile, and claims nothing any more
                taken.update(near[path] for path in near.keys() & _paths(claim, near))
    return [file for file in files if file.index not in taken]


def _paths(claim: Claim, near: Iterable[str]) -> set[str]:
    """The paths of a torrent that may be among `near`, as `_key` writes them."""
    info = claim.handle.torrent_file()
    if info is None:
        return set()
    layout = info.layout()
    renamed = claim.handle.get_renamed_files().export_filenames(layout)
    here = [aside.plain(path, claim.id) for path in renamed.values()]
    # Unfinished ones are to have another name still.
    found = {_folded(os.path.normpath(name)) for path in here for name in {path, suffix.plain(path)}}
    root = _folded(info.name())
    if any(path == root or path.startswith(root + os.sep) for path in near):
        found.update(_folded(os.path.normpath(layout.file_path(index))) for index in range(layout.num_files()))
    return found


def _key(path: Path) -> str:
    return _folded(os.path.normpath(path))


def _folded(path: str) -> str:
    """Names that some disk takes for one are one here."""
    return unicodedata.normalize("NFC", path).casefold()


def look(job: Job, files: Iterable[File], *, same_disk: bool) -> Found:
    """Asks the disk which files can be moved where, and makes the folder they go to. Raises OSError."""
    found = Found()
    home = aside.folder(job.parts, job.id)
    room: int | None = None
    for file in files:
        here, there = job.top / file.here, job.place(file.path)
        try:
            about = os.lstat(here if file.out else there)
        except (FileNotFoundError, NotADirectoryError):
            # Never written: there is nothing to be moved but the name.
            about = None
        if not file.out:
            if os.path.lexists(here):
                found.blocked[file.index] = _in_the_way(here, there)
            elif about is not None and same_disk and about.st_dev != job.top.stat().st_dev:
                found.busy = True
            else:
                found.moves[file.index] = file.path
            continue
        if about is None or not stat.S_ISREG(about.st_mode):
            continue
        if not file.size:
            if not about.st_size:
                here.unlink()
                aside.prune(job.top, file.path)
            continue
        there.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if about.st_dev != home.stat().st_dev:
            size = aside.used(about)
            if size > aside.COPIED:
                found.troubles.append(_too_large(here, home))
                continue
            if same_disk:
                found.busy = True
                continue
            if room is None:
                room = shutil.disk_usage(home).free - _SPARE
            if size > room:
                found.troubles.append(_no_room(here, home))
                continue
            room -= size
        # What is left of a copy that was cut off: libtorrent knows of the file in the download folder only.
        there.unlink(missing_ok=True)
        found.moves[file.index] = there.as_posix()
    return found


def tidy(job: Job, moved: Iterable[File], files: Iterable[File], failed: Iterable[int]) -> None:
    """Removes the folders that are empty now, and the beginnings of copies that failed."""
    home = aside.folder(job.parts, job.id)
    for file in files:
        if file.index in failed:
            here, there = job.top / file.here, job.place(file.path)
            copy, whole = (there, here) if file.out else (here, there)
            # What stays of it is found at the next start.
            with suppress(OSError):
                if aside.is_part(copy, whole):
                    copy.unlink()
    for file in moved:
        aside.prune(job.top if file.out else home, file.path)
    aside.sweep(job.parts, job.id)


def _in_the_way(here: Path, there: Path) -> str:
    return translate(
        "Engine", "{path} is in the way: the file of that name that was begun stays in {there} until it can go there."
    ).format(path=here, there=there.parent)


def _no_room(here: Path, home: Path) -> str:
    return translate("Engine", "{path} is skipped but stays: there is no room for it in {folder}.").format(
        path=here, folder=home
    )


def _too_large(here: Path, home: Path) -> str:
    return translate(
        "Engine", "{path} is skipped but stays: it is too large to be copied to {folder}, which is on another disk."
    ).format(path=here, folder=home)
