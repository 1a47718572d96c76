# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the folders of torrents and at the volumes these are on; everything here may wait for a disk."""

import os
import shutil
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import libtorrent as lt

from starling.engine import aside
from starling.engine.settling import span

_UNWRITTEN = 60.0
"""Seconds that bytes may wait in memory until they are on their disk; Linux takes half of it."""
_PAD = lt.file_storage.flag_pad_file
_MOUNTS = Path("/proc/self/mounts")


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a folder."""

    path: str
    there: bool
    mount: str = ""
    """Where the volume begins that it is on, or would be on."""
    free: int | None = None
    """Bytes; None where nobody can tell."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A file of which something has to be on disk."""

    path: Path
    size: int
    whole: bool
    """All of its pieces are here."""
    fed: float = 0.0
    """When bytes came for its torrent last, Unix seconds."""


class Verdict(Enum):
    """What has become of the files of a torrent whose drive was away."""

    NOTHING = "nothing"
    """None of them is there: this is another drive, or none."""
    SAME = "same"
    MISSING = "missing"
    """Some are there."""
    CHANGED = "changed"


def look(path: str) -> Sight:
    """Sees a folder as it is now."""
    there = False
    try:
        there = stat.S_ISDIR(Path(path).stat().st_mode)
        standing = Path(os.path.realpath(path))
        while not standing.exists():
            standing = standing.parent
        mount = standing
        while not os.path.ismount(mount):
            mount = mount.parent
        return Sight(path, there, str(mount), shutil.disk_usage(standing).free)
    except (FileNotFoundError, NotADirectoryError):
        return _above(path)
    except PermissionError:
        # It may be there: libtorrent will say.
        return Sight(path, True)
    except OSError:
        # A cable that was pulled: the folder has a name, and no answer.
        return Sight(path, False)


def _above(path: str) -> Sight:
    with suppress(OSError):
        standing = Path(os.path.realpath(path))
        while not standing.exists():
            standing = standing.parent
        mount = standing
        while not os.path.ismount(mount):
            mount = mount.parent
        return Sight(path, False, str(mount))
    return Sight(path, False)


def volume_of(path: str, mounts: Sequence[str]) -> str:
    """The mount point that a path begins with; the disk is not asked, for it may never answer."""
    for mount in mounts:
        if path == mount or path.startswith(mount.rstrip("/") + "/"):
            return mount
    return Path(path).anchor


def mounts() -> list[str]:
    """All mount points, the longest first; none where the system does not tell without being asked one by one."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return []
    found = {line.split(b" ")[1].decode("unicode_escape").encode("latin-1") for line in lines if line.count(b" ") > 1}
    return sorted((os.fsdecode(path) for path in found), key=len, reverse=True)


def expected(
    id: str,
    info: lt.torrent_info,
    renamed: Mapping[int, str],
    priorities: Sequence[int],
    have: Sequence[bool],
    top: Path,
) -> list[Expected]:
    """The files of a torrent of which pieces are here, those that are skipped or lie aside left out."""
    layout, size = info.layout(), info.piece_length()
    found = []
    for index in range(layout.num_files()):
        skipped = index < len(priorities) and not priorities[index]
        path = renamed.get(index) or layout.file_path(index)
        if skipped or layout.file_flags(index) & _PAD or aside.is_aside(path, id):
            continue
        pieces = span(layout, index, size)
        here = have[pieces.start : pieces.stop]
        if any(here):
            found.append(Expected(top / path, layout.file_size(index), len(here) == len(pieces) and all(here)))
    return found


def expected_of(handle: lt.torrent_handle, id: str, save_path: str) -> list[Expected]:
    """The same of a torrent in the session."""
    info = handle.torrent_file()
    if info is None:
        return []
    status = handle.status(lt.torrent_handle.query_pieces)
    files = expected(
        id,
        info,
        handle.get_renamed_files().export_filenames(info.layout()),
        handle.get_file_priorities(),
        status.pieces,
        Path(save_path),
    )
    fed = 0.0 if status.last_download is None else status.last_download.timestamp()
    return [replace(file, fed=fed) for file in files]


def compare(files: Iterable[Expected], since: float) -> tuple[Verdict, str]:
    """Whether files are as they were when they were seen last, `since` (Unix seconds); and a path that is not.

    Nobody knows what they were like then, but what was written later has another time, or another size. What was
    written right before may have been lost with the drive, and left a file that looks whole.
    """
    found = missing = changed = ""
    for file in files:
        try:
            about = file.path.stat()
        except OSError:
            missing = missing or str(file.path)
            continue
        found = str(file.path)
        written = max(about.st_mtime, file.fed)
        if written > since - _UNWRITTEN or about.st_size > file.size or (file.whole and about.st_size < file.size):
            changed = changed or found
    if not found:
        return Verdict.NOTHING, missing
    if missing:
        return Verdict.MISSING, missing
    return (Verdict.CHANGED, changed) if changed else (Verdict.SAME, "")
