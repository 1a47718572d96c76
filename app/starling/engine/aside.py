# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the beginnings of files lie that are skipped now: beside the part files, out of the download folder.

libtorrent keeps what a file shares with its neighbours in a part file only as long as the file is not on disk yet. One
that was begun is given another place instead, by a rename: every byte stays, those not verified yet too, no peer and no
tracker notices, and the way back is a rename again. Its path here ends with the one it has in the download folder.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_FOLDER = "aside"

COPIED = 64 << 20
"""Bytes that are copied to another disk at most: nothing else can be done with a torrent meanwhile."""

_BLOCK = 1 << 16


def folder(parts: Path, id: str) -> Path:
    """The place of one torrent's files, below the folder of the part files."""
    return parts.resolve() / _FOLDER / id


def place(parts: Path, id: str, path: str) -> str:
    """Where a file goes that belongs at `path` in the download folder."""
    return (folder(parts, id) / path).as_posix()


def is_aside(path: str, id: str) -> bool:
    """Whether libtorrent's path of a file of this torrent is one that `place` made."""
    return plain(path, id) != path


def plain(path: str, id: str) -> str:
    """The path that a file has in the download folder, wherever it lies.

    Only an absolute path can be another, and none of a torrent's own is; the folder before the first mark is a
    profile's, this one's or the one that it was before somebody moved it.
    """
    _, _, found = path.replace(os.sep, "/").partition(f"/{_FOLDER}/{id}/")
    return found if found and Path(path).is_absolute() else path


def plain_names(renamed: Mapping[int, str], id: str) -> dict[int, str]:
    """libtorrent's renames by file index, as they are shown."""
    return {index: plain(path, id) for index, path in renamed.items()}


def ids(parts: Path) -> set[str]:
    """The torrents that have files here; asks the disk."""
    try:
        return {one.name for one in (parts / _FOLDER).iterdir()}
    except OSError:
        return set()


def used(about: os.stat_result) -> int:
    """Bytes that a file takes on its disk."""
    # On Windows there is no count of blocks.
    blocks: int | None = getattr(about, "st_blocks", None)
    return about.st_size if blocks is None else blocks * 512


def is_part(copy: Path, whole: Path) -> bool:
    """Whether `copy` is what is left of copying `whole` from another disk: nothing is in it that is not there too.

    Reads both. Raises OSError.
    """
    about, other = copy.lstat(), whole.lstat()
    if about.st_dev == other.st_dev or not stat.S_ISREG(about.st_mode) or not stat.S_ISREG(other.st_mode):
        return False
    if about.st_size > other.st_size or used(about) > COPIED:
        return False
    with copy.open("rb") as left, whole.open("rb") as right:
        while block := left.read(_BLOCK):
            # Room that was made for what was still to come reads as zeros.
            if block != right.read(len(block)) and any(block):
                return False
    return True


def prune(top: Path, path: str) -> None:
    """Removes the folders above `path` that are empty now, up to `top`, which stays. Asks the disk."""
    inner = (top / path).parent
    # Not empty, a mount point, another owner's: it stays.
    with suppress(OSError):
        while inner != top and top in inner.parents:
            inner.rmdir()
            inner = inner.parent


def sweep(parts: Path, id: str) -> None:
    """Removes the folders of a torrent in which nothing lies any more, and that of all torrents with the last one."""
    home = folder(parts, id)
    folders = [Path(level) for level, _, _ in os.walk(home, topdown=False)]
    for level in (*folders, home.parent):
        # Not empty, or a link to where there is more room.
        with suppress(OSError):
            level.rmdir()
