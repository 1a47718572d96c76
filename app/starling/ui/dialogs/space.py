# SPDX-License-Identifier: GPL-3.0-or-later
"""What a folder offers to what shall be saved in it: room, or a reason why nothing can be saved there."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from starling.i18n import translate


@dataclass(frozen=True, slots=True)
class Place:
    """A folder at one moment; bytes."""

    path: str
    problem: str = ""
    """A sentence if nothing can be saved there; then the rest is unknown."""
    mount: str = ""
    """Where its disk begins."""
    free: int = 0
    total: int = 0
    exists: bool = True
    """False: it would be made."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a torrent takes of a disk."""

    mount: str
    """Where the disk begins."""
    size: int
    """Bytes that are still to be written."""


@dataclass(frozen=True, slots=True)
class Others:
    """What the other torrents of a dialog take of one disk."""

    size: int = 0
    count: int = 0
    """So many of them go there."""
    torrents: int = 1
    """All that may be added, wherever they go and whatever is known of them, with the one they are others to."""


def file_instead(path: str) -> str:
    """A sentence if a file stands where this folder is, or would be made; may wait for a slow disk."""
    try:
        standing = _standing(Path(path))
        return "" if standing.is_dir() else _no_folder(standing)
    except (OSError, ValueError):
        # Whoever saves there is told.
        return ""


def look(path: str) -> Place:
    """Looks at a folder, or at where it would be made; may wait for a slow disk."""
    if not path:
        return Place(path, translate("Dialogs", "A folder is needed."))
    folder = Path(path)
    if "\0" in path or not folder.is_absolute():
        return Place(path, translate("Dialogs", "This is no full path of a folder, such as {example}.").format(
            example=Path.home() / "films"
        ))  # fmt: skip
    try:
        standing = _standing(folder)
        if not standing.is_dir():
            return Place(path, _no_folder(standing))
        if not os.access(standing, os.W_OK | os.X_OK):
            return Place(path, translate("Dialogs", "{path} may not be written.").format(path=standing))
        usage = shutil.disk_usage(standing)
        mount = standing.resolve()
        while not os.path.ismount(mount):
            mount = mount.parent
    except OSError as error:
        reason = error.strerror or str(error)
        return Place(path, translate("Dialogs", "{path} cannot be used: {reason}.").format(path=path, reason=reason))
    return Place(path, "", str(mount), usage.free, usage.total, standing == folder)


def _standing(folder: Path) -> Path:
    """It, or what of the way to it is there."""
    while not os.path.lexists(folder):
        folder = folder.parent
    return folder


def _no_folder(path: Path) -> str:
    return translate("Dialogs", "{path} is a file, not a folder.").format(path=path)
