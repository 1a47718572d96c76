# SPDX-License-Identifier: GPL-3.0-or-later
"""The .torrent files that a path on the disk stands for: itself, or those of a folder."""

import os
from dataclasses import dataclass
from pathlib import Path

from starling.items import TORRENT

_DEPTH, _MOST, _VISITED = 8, 1_000, 100_000
"""How deep into a folder, for how many .torrent files, and past how many others."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a path on the disk holds."""

    files: tuple[str, ...]
    is_folder: bool = False
    cut: bool = False
    """There may be more: it is too large to look at all of it."""
    closed: tuple[str, ...] = ()
    """Folders that may not be read."""


def look_into(path: str) -> Found:
    """The .torrent files of a folder and of the folders in it, sorted, or the path itself if it is none; may wait."""
    if not os.path.isdir(path):  # noqa: PTH112  (Path's raises where the way there is closed)
        return Found((path,))
    files: list[str] = []
    closed: list[str] = []
    visited, cut = 0, False

    def note_closed(error: OSError) -> None:
        closed.append(error.filename)

    for folder, folders, names in os.walk(path, onerror=note_closed):
        folders.sort()
        if len(Path(folder).relative_to(path).parts) >= _DEPTH:
            cut = cut or bool(folders)
            folders.clear()
        visited += len(folders) + len(names)
        files += [str(Path(folder) / name) for name in sorted(names) if name.lower().endswith(TORRENT)]
        if len(files) > _MOST or visited > _VISITED:
            return Found(tuple(files[:_MOST]), True, True, tuple(closed))
    return Found(tuple(files), True, cut, tuple(closed))
