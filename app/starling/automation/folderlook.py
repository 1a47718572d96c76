# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks into a watch folder, reads what lies there and puts it away; everything here may wait for a disk."""

import os
import stat
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from os.path import lexists
from pathlib import Path

from PySide6.QtCore import QFile, QStorageInfo

from starling.i18n import translate
from starling.spelling import shown
from starling.watchfolders import Done

TORRENT, LINKS, NOTES = ".torrent", ".magnet", ".txt"
ADDED = ".added"
SUFFIXES = (TORRENT, LINKS, NOTES)
_DEPTH, _MOST = 16, 200_000
"""How deep, and past how many files and folders."""
_TORRENT_MOST, _LINKS_MOST = 64 << 20, 1 << 20
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Should a pipe stand there by now, nobody would ever write into it."""
_AROUND = "<>\"'“”«» \t"
_NEAR = {
    *("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "bcachefs", "jfs", "reiserfs", "overlay", "tmpfs"),
    *("ramfs", "vfat", "exfat", "ntfs", "ntfs3", "hfs", "hfsplus", "apfs", "ecryptfs", "udf", "squashfs"),
}
"""File systems whose changes nobody makes but this machine, so that it is told of all of them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a file is another than it was."""

    size: int
    """Bytes."""
    changed: int
    """Nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Place:
    """One folder, whatever it is called."""

    identity: tuple[int, int]
    """Device and number: links to folders and folders that are mounted elsewhere too have them of what they lead to."""
    depth: int
    """Below the folder that is watched."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is in a folder now."""

    files: dict[str, Stamp]
    """Those that may hold torrents, by path."""
    folders: dict[str, Place] = field(default_factory=dict)
    """Those that were looked into, by path."""
    near: bool = False
    """Changes in them are told by the system."""
    problem: str = ""
    """Why it could not be looked into, a sentence; the rest is empty then."""


@dataclass(frozen=True, slots=True)
class Away:
    """Where a file is by now."""

    path: str
    problem: str = ""
    """Why it could not be put away, a sentence."""


class UnstableError(Exception):
    """The file is another than it was a moment ago, or gone."""


def look(folder: str, *, subfolders: bool, known: Container[str], left: Mapping[str, Stamp]) -> Sight:
    """Looks at what is there, but for files whose marks are `known`, and whether those that were `left` changed."""
    found: dict[str, Stamp] = {}
    folders: dict[str, Place] = {}
    passed = 0
    try:
        for here, depth, entries in _walk(folder, 0, _DEPTH if subfolders else 0):
            status = os.stat(here)  # noqa: PTH116
            folders[here] = Place((status.st_dev, status.st_ino), depth)
            passed += len(entries)
            for entry in entries:
                if entry.name.startswith(".") or not entry.name.lower().endswith(SUFFIXES):
                    continue
                # One that is gone by now, or a link to nowhere.
                with suppress(OSError):
                    status = entry.stat()
                    stamp = Stamp(status.st_size, status.st_mtime_ns)
                    if stat.S_ISREG(status.st_mode) and mark(entry.path, stamp) not in known:
                        found[entry.path] = stamp
            if passed > _MOST:
                text = translate("Watching", "The watch folder {folder} holds too much to look through.")
                return Sight({}, problem=text.format(folder=shown(folder)))
    except OSError as error:
        return Sight({}, problem=_problem(folder, error))
    for path, before in left.items():
        with suppress(OSError):
            status = os.stat(path)  # noqa: PTH116
            if (stamp := Stamp(status.st_size, status.st_mtime_ns)) != before:
                found[path] = stamp
    kind = bytes(QStorageInfo(folder).fileSystemType().data()).decode(errors="replace").lower()
    return Sight(dict(sorted(found.items())), folders, kind in _NEAR)


def read(path: str, stamp: Stamp) -> bytes:
    """What is in a file. Raises `UnstableError` if it is not what it was; OSError."""
    most = _TORRENT_MOST if path.lower().endswith(TORRENT) else _LINKS_MOST
    try:
        with os.fdopen(os.open(path, _READING), "rb") as f:
            data = f.read(most + 1)
            status = os.fstat(f.fileno())
    except FileNotFoundError as error:
        raise UnstableError(path) from error
    if Stamp(status.st_size, status.st_mtime_ns) != stamp or len(data) < min(status.st_size, most):
        raise UnstableError(path)
    return data


def is_torrent(path: str) -> bool:
    """Whether it is to hold a torrent rather than links, going by its name."""
    return path.lower().endswith(TORRENT)


def must_hold_links(path: str) -> bool:
    """A .txt file may be about anything."""
    return path.lower().endswith(LINKS)


def links_in(data: bytes) -> list[str]:
    """The magnet links of a text, one in a line, each once."""
    return list(dict.fromkeys(line for line in _lines(data) if line[:7].lower() == "magnet:"))


def too_large(path: str, data: bytes) -> bool:
    """Whether there is more of a text than was read: what was cut off could be links."""
    return not is_torrent(path) and len(data) > _LINKS_MOST


def is_ended(path: str, data: bytes) -> bool:
    """Whether the last line of a text is whole, as far as can be told; a torrent tells by itself."""
    return is_torrent(path) or not data or data.endswith((b"\n", b"\r", b"\n\0", b"\r\0"))


def only_links(data: bytes) -> bool:
    """Whether a text holds nothing else."""
    return all(line[:7].lower() == "magnet:" for line in _lines(data) if line)


def _lines(data: bytes) -> list[str]:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return [line.strip().strip(_AROUND) for line in data.decode(encoding, "replace").splitlines()]


def put_away(path: str, stamp: Stamp, done: Done) -> Away:
    """Does with a file what is done with those that were added."""
    try:
        status = Path(path).stat()
        if done is Done.KEEP or Stamp(status.st_size, status.st_mtime_ns) != stamp:
            # Another one by now: that is taken in its turn.
            return Away(path)
        if done is Done.TRASH:
            return _trash(path)
        Path(path).rename(free := _free(path + ADDED))
    except FileNotFoundError:
        return Away(path)
    except OSError as error:
        text = translate("Watching", "{file} was added but can't be renamed: {reason}. It stays as it is.")
        return Away(path, text.format(file=shown(path), reason=error.strerror))
    return Away(free)


def _trash(path: str) -> Away:
    """Raises OSError."""
    folder, name = os.path.split(path)
    spelt = os.fsencode(name).decode("utf-8", "replace")
    plain = path if spelt == name else _free(os.path.join(folder, spelt))  # noqa: PTH118
    if plain != path:
        # Qt finds no file whose name is no text.
        Path(path).rename(plain)
    file = QFile(plain)
    if file.moveToTrash():
        return Away(file.fileName())
    if plain != path:
        Path(plain).rename(path)
    if not lexists(path):
        return Away(path)
    text = translate("Watching", "{file} was added but can't go to the trash: {reason}. It stays there.")
    return Away(path, text.format(file=shown(path), reason=file.errorString().rstrip(".")))


def mark(path: str, stamp: Stamp) -> str:
    """Twelve characters for a file as it is now, by which it is known again."""
    facts = f"{path}\0{stamp.size}\0{stamp.changed}".encode("utf-8", "surrogateescape")
    return blake2b(facts, digest_size=6).hexdigest()


def _walk(folder: str, depth: int, deepest: int) -> Iterator[tuple[str, int, list["os.DirEntry[str]"]]]:
    """Folders, how deep they are and what is in them; those below the first that can't be read are left out, as are
    links to folders.
    """
    with os.scandir(folder) as entries:
        here = list(entries)
    yield folder, depth, here
    for entry in here if depth < deepest else ():
        if entry.name.startswith(".") or not entry.is_dir(follow_symlinks=False):
            continue
        with suppress(OSError):
            yield from _walk(entry.path, depth + 1, deepest)


def _free(path: str) -> str:
    """A name that nothing has."""
    number, free = 1, path
    while lexists(free):
        number += 1
        free = f"{path}.{number}"
    return free


def _problem(folder: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        text = translate("Watching", "The watch folder {folder} is not there. It is watched again when it comes back.")
    elif isinstance(error, PermissionError):
        text = translate("Watching", "The watch folder {folder} may not be read.")
    else:
        text = translate("Watching", "The watch folder {folder} can't be read: {reason}.")
    return text.format(folder=shown(folder), reason=error.strerror)
