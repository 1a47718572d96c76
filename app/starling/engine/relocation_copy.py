# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a torrent's files to another volume: holes stay holes, every byte is on the disk before anybody relies on it.

The copies lie in a folder of their own beside their places until all of them are whole; nothing is ever written over.
"""

import errno
import logging
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from starling.engine import aside

log = logging.getLogger(__name__)

_BLOCK = 1 << 20
"""Bytes between two looks at whether it is still wanted."""


class CancelledCopyError(Exception):
    """Its owner wants no copy any more."""


@dataclass(slots=True)
class Progress:
    """Written by the thread that copies, read by that of the windows; `cancelled` the other way round."""

    done: int = 0
    total: int = 0
    """Bytes."""
    cancelled: bool = False


def staging(target: Path, id: str) -> Path:
    """The folder of the copies, at the root of where they go."""
    return target / f".starling-{id[:16]}"


def copy_all(
    source: Path, stage: Path, paths: Iterable[str], progress: Progress, links: Mapping[str, str] | None = None
) -> None:
    """Copies those of the files (below `source`) that have changed since they were copied, or were not yet.

    Several names of one file are that afterwards too, where the disk knows such. `links` is what those say that are
    symbolic links. Raises OSError, or CancelledCopyError.
    """
    folders = {stage}
    copies: dict[tuple[int, int], Path] = {}
    for path in paths:
        old, new = source / path, stage / path
        about = old.lstat()
        before = copies.setdefault((about.st_dev, about.st_ino), new)
        if is_same(old, new):
            continue
        new.parent.mkdir(parents=True, exist_ok=True)
        folders.update((new.parent, *(above for above in new.parent.parents if stage in above.parents)))
        if links and path in links:
            new.symlink_to(links[path])
        elif before is new or not _link(before, new):
            _copy(old, new, progress)
    for folder in sorted(folders):
        sync_folder(folder)


def _link(copy: Path, new: Path) -> bool:
    """Gives a copy another name, in the place of whatever has that; whether the disk can."""
    new.unlink(missing_ok=True)
    try:
        os.link(copy, new)
    except OSError:
        return False
    return True


def knows_links(folder: Path) -> bool:
    """Whether a file can have two names on the disk of a folder: exFAT and many a network disk know no such."""
    try:
        with tempfile.TemporaryDirectory(prefix=".starling-", dir=folder) as place:
            one = Path(place, "one")
            one.touch()
            return _link(one, Path(place, "other"))
    except OSError:
        return False


def is_same(old: Path, new: Path) -> bool:
    """Whether `new` is a copy of what `old` is now, as far as can be told without reading them. Asks the disk."""
    try:
        before, after = old.lstat(), new.lstat()
    except OSError:
        return False
    if stat.S_ISLNK(before.st_mode):
        # It may have to say something else to lead to the same.
        return stat.S_ISLNK(after.st_mode)
    drift = abs(before.st_mtime_ns - after.st_mtime_ns)
    # FAT counts in two seconds, exFAT in hundredths.
    coarse = not after.st_mtime_ns % 10_000_000 and drift < 2_000_000_000
    return stat.S_ISREG(after.st_mode) and before.st_size == after.st_size and (not drift or coarse)


def is_one(old: Path, new: Path) -> bool:
    """Whether both are the same file, by links or because both folders are one. Asks the disk."""
    with suppress(OSError):
        return os.path.samestat(old.lstat(), new.lstat())
    return False


def compare(source: Path, target: Path, paths: Iterable[str], progress: Progress) -> None:
    """Reads files in both folders. Raises FileExistsError for one that is another there, CancelledCopyError."""
    for path in paths:
        old, new = source / path, target / path
        if not is_one(old, new) and not _has_the_same(old, new, progress):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))


def _has_the_same(old: Path, new: Path, progress: Progress) -> bool:
    if old.is_symlink():
        return old.samefile(new)
    with old.open("rb") as one, new.open("rb") as other:
        while True:
            if progress.cancelled:
                raise CancelledCopyError
            block = one.read(_BLOCK)
            if block != other.read(_BLOCK):
                return False
            if not block:
                return True


def place(stage: Path, target: Path, paths: Iterable[str]) -> None:
    """Gives the copies their names. Raises OSError, and FileExistsError where one is taken by now."""
    folders = {target}
    for path in paths:
        new = target / path
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
        new.parent.mkdir(parents=True, exist_ok=True)
        folders.update(above for above in new.parents if above == target or target in above.parents)
        (stage / path).rename(new)
    shutil.rmtree(stage, ignore_errors=True)
    for folder in sorted(folders):
        sync_folder(folder)


def take_back(source: Path, target: Path, id: str, paths: Iterable[str]) -> None:
    """Removes what was copied, for the files stay in `source`. Asks the disk."""
    shutil.rmtree(staging(target, id), ignore_errors=True)
    for path in paths:
        old, new = source / path, target / path
        # What is not just like ours is somebody's.
        if is_same(old, new) and not is_one(old, new):
            with suppress(OSError):
                new.unlink()
                aside.prune(target, path)


def clear(source: Path, target: Path, paths: Iterable[str]) -> list[Path]:
    """Removes the files in `source` whose copies in `target` are in use now; returns those that had to stay."""
    stayed = []
    for path in paths:
        old, new = source / path, target / path
        try:
            if not os.path.lexists(old) or old.parent.samefile(new.parent) or not _is_at_least(new, old):
                continue
            old.unlink()
        except OSError as error:
            log.warning("%s stays: %s", old, error)
            stayed.append(old)
            continue
        aside.prune(source, path)
    return stayed


def sync_folder(folder: Path) -> None:
    """Has the names in a folder written."""
    # Not every system can, and not every disk.
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _is_at_least(new: Path, old: Path) -> bool:
    after, before = new.lstat(), old.lstat()
    if stat.S_ISLNK(before.st_mode):
        return stat.S_ISLNK(after.st_mode)
    return stat.S_ISREG(after.st_mode) and after.st_size >= before.st_size


def _copy(old: Path, new: Path, progress: Progress) -> None:
    about = old.lstat()
    new.unlink(missing_ok=True)
    with old.open("rb", buffering=0) as reading, new.open("xb", buffering=0) as writing:
        buffer = memoryview(bytearray(_BLOCK))
        for begin, end in _stretches(reading.fileno(), about.st_size):
            reading.seek(begin)
            writing.seek(begin)
            left = end - begin
            while left:
                if progress.cancelled:
                    raise CancelledCopyError
                count = reading.readinto(buffer[: min(_BLOCK, left)])
                if not count:
                    break
                written = 0
                while written < count:
                    written += writing.write(buffer[written:count])
                left -= count
                progress.done += count
        writing.truncate(about.st_size)
        os.fsync(writing.fileno())
    with suppress(OSError):  # FAT and network disks may have no owners or permissions
        shutil.copymode(old, new)
    os.utime(new, ns=(about.st_atime_ns, about.st_mtime_ns))


def _stretches(number: int, size: int) -> Iterator[tuple[int, int]]:
    """Where a file has data: the rest are holes, which take no room."""
    if not hasattr(os, "SEEK_DATA"):
        yield 0, size
        return
    end = 0
    while end < size:
        try:
            begin = os.lseek(number, end, os.SEEK_DATA)
        except OSError as error:
            if error.errno != errno.ENXIO:
                # A disk that knows of no holes.
                yield end, size
            return
        end = os.lseek(number, begin, os.SEEK_HOLE)
        yield begin, min(end, size)
