# SPDX-License-Identifier: GPL-3.0-or-later
"""The ".part" at the end of the names of unfinished files: how libtorrent is told, and how it is seen through.

Whoever reads libtorrent's path of a file can tell our suffix from the end of a file's own name: the path goes by way of
"." before it, ``folder/./name.ext.part``. That is the same place on disk, and no other path of a torrent has it:
libtorrent takes it out of metadata, `safename` refuses it. So the suffix is stored with the name, in one and the same
breath, and the rest of the engine need not know who has one.

Windows does not look for such a path: there nothing gets the suffix.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from starling.engine import aside
from starling.engine.safename import LONGEST_PART, fits

PART = ".part"

POSSIBLE = sys.platform != "win32"
"""Whether this system can open a path with the mark in it."""

_MARK = "./"


def marked(path: str) -> str:
    """The path of the file that is called `path` when it is finished, as libtorrent is told it until then."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{_MARK}{name}{PART}"


def is_marked(path: str) -> bool:
    """Whether libtorrent's path of a file is one that `marked` made."""
    return path.endswith(PART) and path.rpartition("/")[0].rpartition("/")[2] == "."


def plain(path: str) -> str:
    """The path that a file has when it is finished, in the folder in which it lies now."""
    return on_disk(path).removesuffix(PART) if is_marked(path) else path


def on_disk(path: str) -> str:
    """The path under which a file is found, without the mark: for those who take paths apart."""
    if not is_marked(path):
        return path
    folder, _, name = path.rpartition("/")
    return folder[:-1] + name


def logical(path: str, id: str) -> str:
    """The path by which a file is known, whatever it is called now and wherever it lies."""
    return plain(aside.plain(path, id))


def logical_names(renamed: Mapping[int, str], id: str) -> dict[int, str]:
    """libtorrent's renames by file index, as they are shown."""
    return {index: logical(path, id) for index, path in renamed.items()}


def any_marked(paths: Iterable[str]) -> bool:
    """Whether one of libtorrent's renames has the suffix."""
    return any(map(is_marked, paths))


class Room:
    """Which of a torrent's files can have the suffix without being in the way of another, or too long for a disk."""

    def __init__(self, paths: Iterable[str], top: str) -> None:
        """`paths` are the logical ones of all files; `top` is the save folder, of which the disk is asked."""
        self._top = top
        self._longest = _longest(top)
        self._taken: set[str] = set()
        for path in paths:
            # Nearly no torrent has any.
            if PART in path.lower():
                parts = _folded(path).split("/")
                self._taken.update("/".join(parts[: at + 1]) for at, part in enumerate(parts) if part.endswith(PART))

    def has(self, path: str) -> bool:
        """Whether there is room for the suffix after this path."""
        name = path.rpartition("/")[2]
        return (
            len((name + PART).encode("utf-8", "surrogatepass")) <= self._longest
            and fits(path + PART, self._top)
            and _folded(path + PART) not in self._taken
        )


def _longest(top: str) -> int:
    """Bytes of a name; some disks, those that are encrypted for example, hold less than others."""
    for folder in (Path(top), *Path(top).parents):
        try:
            return min(LONGEST_PART, os.pathconf(folder, "PC_NAME_MAX"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, AttributeError):
            break
    return LONGEST_PART


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
