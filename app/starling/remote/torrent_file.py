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
        data = _content(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _refused(translate("Remote", "{path} can't be read: {reason}."), path, reason or str(error)) from error
    if data is None:
        raise _refused(translate("Remote", "{path} is no .torrent file."), path)
    if len(data) > LARGEST:
        raise _refused(translate("Remote", "{path} is larger than 64 MB: that is no .torrent file."), path)
    return data


def _content(path: str) -> bytes | None:
    """None of what is no file. Raises OSError or ValueError."""
    # A pipe would wait for whoever writes into it.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            return None
        with os.fdopen(number, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(number)


def _refused(text: str, path: str, reason: str = "") -> RemoteError:
    return RemoteError(text.format(path=shown(path), reason=reason), Code.UNRECOGNIZED_INFO)
