# SPDX-License-Identifier: GPL-3.0-or-later
"""Why no torrent could be made, in sentences."""

import errno

from starling.engine.errors import reason
from starling.i18n import translate
from starling.spelling import shown


def refused(why: str, path: str, said: str) -> str:
    """What the process that looks at files means by a word; `said` is the system's text or libtorrent's."""
    if why == "library":
        return translate("Create", "No torrent could be made: {reason}.").format(reason=reason(RuntimeError(said)))
    words = {
        "missing": translate("Create", "There is no {path}."),
        "root": translate("Create", "{path} is the whole disk: choose a folder on it."),
        "name": translate("Create", "The name of {path} is no UTF-8, which names in torrents are: rename it first."),
        "special": translate("Create", "{path} is neither a file nor a folder."),
        "gone": translate("Create", "{path} went away while it was hashed."),
        "changed": translate(
            "Create", "{path} has changed meanwhile: create the torrent again when nothing writes to it."
        ),
        "closed": translate("Create", "{path} can't be read: {reason}."),
    }
    return words[why].format(path=shown(path), reason=said)


def ended() -> str:
    """The process is gone without an answer."""
    return translate("Create", "Hashing ended before it was finished: try it again.")


def not_written(target: str, error: OSError) -> str:
    """Why a .torrent is not where it was wanted."""
    path = shown(target)
    if isinstance(error, FileExistsError):
        return translate("Create", "{file} was written by somebody else meanwhile.").format(file=path)
    if isinstance(error, IsADirectoryError):
        return translate("Create", "{file} is a folder: the .torrent needs another name.").format(file=path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return translate("Create", "{file} can't be written: there is no such folder.").format(file=path)
    if error.errno == errno.ENAMETOOLONG:
        return translate("Create", "{file} can't be written: the name is too long for the disk.").format(file=path)
    return translate("Create", "{file} can't be written: {reason}.").format(file=path, reason=error.strerror or error)
