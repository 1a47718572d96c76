# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds names for the files of a torrent that would lie where another of its files lies, or that Windows can't hold."""

import sys
import unicodedata
from collections.abc import Mapping, Sequence

from starling.engine.safename import is_device

CARELESS = {"win32", "darwin"}
"""Their disks hold names together that differ in capitals or in how accents are written, which libtorrent sees in
ASCII only."""


def told_apart(paths: Sequence[str], clashing: Mapping[int, str], *, system: str = sys.platform) -> dict[int, str]:
    """Index -> path for those that can't have the one given in `paths`, nor what libtorrent found instead.

    `clashing` is what libtorrent makes of paths that are taken: "a.1.txt" for the second "a.txt". It does not look
    whether the torrent has a file of that very name. Pad files (BEP 47) are "" in `paths`.
    """
    wanted = [_held(path) for path in paths] if system == "win32" else paths
    taken = _Taken(wanted)
    late = []
    for index, path in enumerate(wanted):
        if path and (index in clashing or not (taken.add(path) or system not in CARELESS)):
            late.append(index)
    found = {index: path for index, path in enumerate(wanted) if path != paths[index]}
    found.update((index, taken.free(wanted[index])) for index in late)
    return {index: path for index, path in found.items() if path != clashing.get(index)}


class _Taken:
    """The files and folders that have a name by now; a file gives way to a folder."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        for folder in {path.rpartition("/")[0] for path in paths}:
            key = _key(folder)
            self._folders.update([key, *(key[:at] for at, letter in enumerate(key) if letter == "/")])
        self._tried: dict[str, int] = {}

    def add(self, path: str) -> bool:
        """Takes a file in; false if something has its name already."""
        key = _key(path)
        if key in self._files or key in self._folders:
            return False
        self._files.add(key)
        return True

    def free(self, path: str) -> str:
        """The path with the first number in it that nothing has; it is taken then."""
        folder, slash, name = path.rpartition("/")
        stem, dot, extension = name.rpartition(".")
        if not stem:
            stem, dot, extension = name, "", ""
        number = self._tried.get(_key(path), 0)
        while True:
            number += 1
            chosen = f"{folder}{slash}{stem}.{number}{dot}{extension}"
            if self.add(chosen):
                self._tried[_key(path)] = number
                return chosen


def _key(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _held(path: str) -> str:
    """The path with names that Windows can hold; what else it refuses libtorrent takes out there."""
    return "/".join(_renamed(part) if is_device(part) else part for part in path.split("/"))


def _renamed(device: str) -> str:
    stem, dot, rest = device.partition(".")
    return f"{stem.rstrip()}_{dot}{rest}"
