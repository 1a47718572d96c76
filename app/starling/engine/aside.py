# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the beginnings of files lie that are skipped now: beside the part files, out of the download folder.

libtorrent keeps what a file shares with its neighbours in a part file only as long as the file is not on disk yet. One
that was begun is given another place instead, by a rename: every byte stays, those not verified yet too, no peer and no
tracker notices, and the way back is a rename again. Its path here ends with the one it has in the download folder.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_FOLDER = "aside"
_PLACE = re.compile(r"(?:/|[A-Za-z]:[/\\]).*[/\\]" + _FOLDER + r"[/\\][0-9a-f]{40}[/\\](.+)", re.DOTALL)


def folder(parts: Path, id: str) -> Path:
    """The place of one torrent's files, below the folder of the part files."""
    return parts.resolve() / _FOLDER / id


def place(parts: Path, id: str, path: str) -> str:
    """Where a file goes that belongs at `path` in the download folder."""
    return (folder(parts, id) / path).as_posix()


def is_aside(path: str) -> bool:
    """Whether libtorrent's path of a file is one that `place` made."""
    return _PLACE.fullmatch(path) is not None


def plain(path: str) -> str:
    """The path that a file has in the download folder, wherever it lies."""
    found = _PLACE.fullmatch(path)
    return path if found is None else found[1]


def plain_names(renamed: Mapping[int, str]) -> dict[int, str]:
    """libtorrent's renames by file index, as they are shown."""
    return {index: plain(path) for index, path in renamed.items()}


def prune(top: Path, path: str) -> None:
    """Removes the folders above `path` that are empty now, up to `top`, which stays. Asks the disk."""
    inner = (top / path).parent
    # Not empty, a mount point, another owner's: it stays.
    with suppress(OSError):
        while inner != top and top in inner.parents:
            inner.rmdir()
            inner = inner.parent


def forget(parts: Path, id: str) -> None:
    """Removes what was kept of a torrent that is gone. Raises OSError."""
    top = folder(parts, id)
    for level, _, names in os.walk(top, topdown=False):
        for name in names:
            Path(level, name).unlink()
        Path(level).rmdir()
    # The folder of all torrents goes with the last one.
    with suppress(OSError):
        top.parent.rmdir()
