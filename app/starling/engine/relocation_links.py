# SPDX-License-Identifier: GPL-3.0-or-later
"""Where symbolic links among a torrent's files have to lead once they are in another folder."""

import os
from collections.abc import Collection
from pathlib import Path


def leads(source: Path, target: Path, links: Collection[str], paths: Collection[str]) -> dict[str, str]:
    """What `links` (some of `paths`, all below `source`) have to say below `target`. Asks the disk; raises OSError.

    One to another file of the torrent leads to it where that is then; any other to what it has led to.
    """
    if not links:
        return {}
    inside = {_place(source / path): path for path in paths}
    said = {}
    for path in links:
        now = (source / path).readlink()
        place = _place((source / path).parent / now)
        moved = inside.get(place)
        if moved is None:
            new = now if now.is_absolute() else place
        elif now.is_absolute():
            new = target / moved
        else:
            new = Path(os.path.relpath(moved, Path(path).parent))
        said[path] = str(new)
    return said


def _place(path: Path) -> Path:
    """A path without links on the way to it; it may be one itself."""
    return Path(os.path.realpath(path.parent)) / path.name
