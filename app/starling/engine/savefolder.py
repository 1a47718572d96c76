# SPDX-License-Identifier: GPL-3.0-or-later
"""The folders that torrents are saved in: whether one will do, and the way from it to the part files."""

import errno
import os
from pathlib import Path

from starling.engine.errors import EngineError
from starling.engine.safename import LONGEST_PART, fits
from starling.i18n import translate
from starling.spelling import shortened

_MOUNTS = Path("/proc/self/mountinfo")
_PSEUDO = frozenset(
    b"binder binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts devtmpfs efivarfs fusectl hugetlbfs mqueue nsfs"
    b" proc pstore resctrl rpc_pipefs securityfs selinuxfs smackfs sysfs tracefs".split()
)
"""File systems of Linux that hold no files: what they show is the system itself."""


_MOST_SHOWN = 200
"""Characters of a path in a sentence."""


def part_file_dir(parts: Path, save_path: str) -> str:
    """The way from `save_path` to `parts`, for libtorrent knows this folder only as a relative one. Asks the disk.

    Empty, which stands for `save_path` itself, where there is none (another drive of Windows).
    """
    try:
        # The real folders: ".." leads out of where a symbolic link points to, not of where it stands.
        return os.path.relpath(os.path.realpath(parts), os.path.realpath(save_path))
    except ValueError:
        return ""


def check_folder(path: str) -> None:
    """Makes sure that `path` is a folder that can be written, creating it if need be. Raises EngineError."""
    folder = _full(path)
    _refuse_pseudo(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise EngineError(
            translate("Engine", "{path} is a file, not a folder: choose another.").format(path=path)
        ) from error
    except OSError as error:
        raise EngineError(_not_made(path, error.strerror or str(error))) from error
    _refuse_protected(folder)


def check_place(path: str) -> Path:
    """As `check_folder`, but makes nothing. Returns the folder itself, or the one above it that is there."""
    standing = _full(path)
    try:
        while not os.path.lexists(standing):
            standing = standing.parent
        if not standing.is_dir():
            raise EngineError(
                translate("Engine", "{path} is a file, not a folder: choose another.").format(path=standing)
            )
        _refuse_pseudo(Path(path))
        _refuse_protected(standing)
        _refuse_too_long(Path(path), standing)
    except OSError as error:
        raise EngineError(
            translate("Engine", "The folder {path} can't be looked at: {message}.").format(
                path=path, message=error.strerror or error
            )
        ) from error
    return standing


def _full(path: str) -> Path:
    folder = Path(path)
    shown = path.encode("utf-8", "replace").decode().replace("\0", "␀")
    # libtorrent takes UTF-8 only and cuts a path at NUL; a relative one would lie wherever the program was started.
    if shown != path or not folder.is_absolute():
        raise EngineError(
            translate("Engine", "“{path}” is no full path of a folder: choose another.").format(path=shown)
        )
    return folder


def _refuse_pseudo(folder: Path) -> None:
    """Raises EngineError for a folder, there or not, that would be on a disk that is none."""
    standing = folder
    while not os.path.exists(standing) and standing != standing.parent:  # noqa: PTH110  (this one never raises)
        standing = standing.parent
    if is_pseudo(standing):
        text = translate("Engine", "{path} shows the system and holds no files: choose another folder.")
        raise EngineError(text.format(path=folder))


def is_pseudo(folder: Path) -> bool:
    """Whether a folder is on a file system that holds no files, such as that of /proc. Asks the disk."""
    try:
        lines, device = _MOUNTS.read_bytes().splitlines(), folder.stat().st_dev
    except OSError:
        return False
    number = f"{os.major(device)}:{os.minor(device)}".encode()
    kinds = {line.partition(b" - ")[2].split(b" ", 1)[0] for line in lines if line.split(b" ", 3)[2] == number}
    return bool(kinds) and kinds <= _PSEUDO


def _refuse_protected(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK) or _on_read_only_disk(folder):
        raise EngineError(
            translate("Engine", "The folder {path} may not be written: choose another.").format(path=folder)
        )


def _refuse_too_long(folder: Path, standing: Path) -> None:
    """Raises EngineError for a folder that its disk can't make, below the one that is there."""
    longest = os.statvfs(standing).f_namemax if hasattr(os, "statvfs") else LONGEST_PART
    names = (os.fsencode(part) for part in folder.relative_to(standing).parts)
    if any(len(name) > longest for name in names) or not fits("", str(folder)):
        raise EngineError(_not_made(str(folder), os.strerror(errno.ENAMETOOLONG)))


def _not_made(path: str, message: str) -> str:
    text = translate("Engine", "The folder {path} can't be made: {message}.")
    return text.format(path=shortened(path, _MOST_SHOWN), message=message)


def _on_read_only_disk(folder: Path) -> bool:
    # os.access says so too, but not to root.
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
