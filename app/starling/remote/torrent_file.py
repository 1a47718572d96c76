# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a .torrent file of this computer that a client names, and nothing else."""

import os
import stat

from starling.i18n import translate
from starling.remote.calls import Code, RemoteError
from starling.spelling import shown

LARGEST = 64 * 1024 * 1024
"""Bytes, as everywhere else."""


def read(path: str) -> bytes:
    """What is in the file; its content never gets into a sentence. Waits for the disk. Raises RemoteError."""
    try:
        # A pipe would wait for whoever writes into it.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as file:
            about = os.fstat(number)
            if not stat.S_ISREG(about.st_mode):
                raise _refused(translate("Remote", "{path} is no .torrent file."), path)
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _refused(translate("Remote", "{path} can't be read: {reason}."), path, reason or str(error)) from error
    if len(data) > LARGEST:
        raise _refused(translate("Remote", "{path} is larger than 64 MB: that is no .torrent file."), path)
    return data


def _refused(text: str, path: str, reason: str = "") -> RemoteError:
    return RemoteError(text.format(path=shown(path), reason=reason), Code.UNRECOGNIZED_INFO)
