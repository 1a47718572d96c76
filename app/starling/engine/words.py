# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns libtorrent's error codes into sentences: what happened, to what, and what to do."""

import errno
from pathlib import PurePath

from starling.i18n import translate
from starling.torrent import Problem

_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV, errno.EIO}
_MISMATCHING_FILE_SIZE = 134
"""What libtorrent says at a start of a file that is missing or shorter than it was."""


def disk_problem(category: str, value: int, message: str, path: str) -> tuple[Problem, str]:
    """Kind and sentence of a disk error on `path`; `value` is an errno where `category` is system or generic."""
    place = str(PurePath(path).parent) if path else ""
    if category in ("system", "generic"):
        if value in (errno.ENOSPC, errno.EDQUOT):
            return Problem.DISK_FULL, translate(
                "Engine", "Disk full on {place}: free some space, and it goes on by itself, or press Start."
            ).format(place=place)
        if value in (errno.EROFS, errno.EACCES, errno.EPERM):
            return Problem.READ_ONLY, translate(
                "Engine", "{path} may not be written: change its permissions or move the torrent, then press Start."
            ).format(path=path)
        if value in _MISSING:
            return Problem.MISSING_FILES, missing(path)
        if value == errno.ENAMETOOLONG:
            return Problem.OTHER, translate(
                "Engine", "The name of {path} is too long for this disk: rename the file, then press Start."
            ).format(path=path)
    if category == "libtorrent" and (value == _MISMATCHING_FILE_SIZE or "too short" in message):
        return Problem.MISSING_FILES, missing(path)
    return Problem.OTHER, translate("Engine", "{path}: {message}. Mend the cause, then press Start.").format(
        path=path or place, message=message
    )


def missing(path: str) -> str:
    """The sentence for data that is not where it should be."""
    return translate(
        "Engine", "{path} is missing or incomplete: put it back and press Recheck, or press Start to download it again."
    ).format(path=path)


def bad_torrent(category: str, value: int, message: str, source: str) -> str:
    """Why something is no torrent; `source` names it."""
    if category == "system" and value == errno.ENOENT:
        return translate("Engine", "{source} does not exist.").format(source=source)
    if category == "system" and value in (errno.EACCES, errno.EPERM):
        return translate("Engine", "{source} may not be read: check its permissions.").format(source=source)
    if category == "bdecode":
        return translate("Engine", "{source} is not a .torrent file, or it is damaged: {message}.").format(
            source=source, message=message
        )
    return translate("Engine", "{source} is no valid torrent: {message}.").format(source=source, message=message)
