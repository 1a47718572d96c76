# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's trash: puts files there, notes where each went, and takes them out again.

On Linux this is the trash of freedesktop.org: ``files/NAME`` is what was thrown away, ``info/NAME.trashinfo`` says
where it was. Qt makes both; what it did just before a kill is read from there. Everything here may wait for a disk.
"""

import filecmp
import logging
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QFile, QStandardPaths

log = logging.getLogger(__name__)

_SLACK = 5
"""Seconds by which the clock of a disk may be behind ours."""


@dataclass(frozen=True, slots=True)
class Move:
    """A file or folder that went to the trash; both are full paths."""

    origin: str
    place: str
    """Where it lies in the trash; empty if the system did not say."""
    deleted: str = ""
    """When it was thrown away, as the trash says it; empty if that is not known."""


class Fate(Enum):
    """What became of one that was to be taken out of the trash."""

    BACK = auto()
    """It is where it was, all of it."""
    GONE = auto()
    """It is not in the trash any more."""
    BARRED = auto()
    """Something else stands there: it, or some of it, stays in the trash."""


def home() -> Path:
    """The trash of the disk that the user's own files are on."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation), "Trash")


def put(path: Path) -> Move | None:
    """Moves a file or a folder to the trash; None if that takes nothing, and it stays."""
    file = QFile(str(path))
    if file.moveToTrash():
        place = file.fileName()
        said = _said(_info(Path(place))) if place else None
        return Move(str(path), place, "" if said is None else said.deleted)
    log.warning("%s can't go to the trash: %s", path, file.errorString())
    return None


def take_back(move: Move) -> Fate:
    """Moves one from the trash to where it was; once more is no harm. Raises OSError."""
    place, origin = Path(move.place), Path(move.origin)
    if not move.place or not os.path.lexists(place):
        return Fate.BACK if os.path.lexists(origin) else Fate.GONE
    if place.parent.name == "files" and not _is_of(place, move):
        # The trash was emptied, and something else of that name was thrown away since.
        return Fate.GONE
    origin.parent.mkdir(parents=True, exist_ok=True)
    if not _bring(place, origin):
        return Fate.BARRED
    if place.parent.name == "files":
        _info(place).unlink(missing_ok=True)
    return Fate.BACK


def take_part(move: Move, path: str) -> bool:
    """The same for one file of a folder that went there, by its path in that folder; whether it is back.

    The rest of the folder stays, and can be taken back all the same. Raises OSError.
    """
    top = Path(move.place)
    place, origin = top / path, Path(move.origin, path)
    if not os.path.lexists(place) or not _is_of(top, move):
        return False
    origin.parent.mkdir(parents=True, exist_ok=True)
    if not _bring(place, origin):
        return False
    with suppress(OSError):
        for folder in place.parents:
            folder.rmdir()
            if folder == top:
                _info(top).unlink(missing_ok=True)
                break
    return True


def find(origins: Iterable[str], since: float) -> list[Move]:
    """Where these went since a moment (Unix seconds), as far as the trash itself says so."""
    wanted = set(origins)
    found: dict[str, Move] = {}
    for trash, top in _trashes(wanted):
        for info in _recent(trash / "info", since - _SLACK):
            if (said := _said(info)) is None:
                continue
            origin = str(top / said.path)
            place = trash / "files" / info.name.removesuffix(".trashinfo")
            if origin in wanted and os.path.lexists(place):
                found[origin] = Move(origin, str(place), said.deleted)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Said:
    """What a file of the trash says."""

    path: str
    """Relative to the top of its disk, or absolute."""
    deleted: str


def _is_of(place: Path, move: Move) -> bool:
    """Whether what lies there is what went there then."""
    said = _said(_info(place))
    if said is None or (move.deleted and said.deleted != move.deleted):
        return False
    trash = place.parent.parent
    # Beside the user's own trash there is one on each disk: .Trash-1000, or .Trash/1000.
    tops = (trash.parent, trash.parent.parent)
    return _unlinked(move.origin) in {_unlinked(top / said.path) for top in tops}


def _unlinked(path: Path | str) -> str:
    """The path without links on the way."""
    folder, name = os.path.split(os.path.normpath(path))
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118


def _bring(place: Path, origin: Path) -> bool:
    """Whether all of it could be moved; nothing that stands there is replaced."""
    if place.is_dir() and not place.is_symlink():
        if not os.path.lexists(origin) and _same_disk(place, origin):
            place.rename(origin)
            return True
        if os.path.lexists(origin) and not origin.is_dir():
            return False
        origin.mkdir(exist_ok=True)
        barred = [entry for entry in sorted(place.iterdir()) if not _bring(entry, origin / entry.name)]
        if not barred:
            place.rmdir()
        return not barred
    try:
        if _same_disk(place, origin):
            _move(place, origin)
        else:
            _copy(place, origin)
    except FileExistsError:
        return False
    return True


def _move(place: Path, origin: Path) -> None:
    try:
        # Unlike a rename it never replaces what is there.
        os.link(place, origin, follow_symlinks=False)
    except FileExistsError:
        # A kill came between these two lines the last time.
        if not place.samefile(origin):
            raise
    except OSError:
        # No hard links on this disk.
        if os.path.lexists(origin):
            raise FileExistsError(origin) from None
        place.rename(origin)
        return
    place.unlink()


def _copy(place: Path, origin: Path) -> None:
    # Under a name of ours until it is whole: what a kill leaves of it is written over the next time.
    copy = origin.with_name(f".{sha256(os.fsencode(place)).hexdigest()}.starling")
    if os.path.lexists(origin):
        # A kill came between this and the last line the last time.
        if not _equal(place, origin):
            raise FileExistsError(origin)
        copy.unlink(missing_ok=True)
        place.unlink()
        return
    try:
        shutil.copy2(place, copy, follow_symlinks=False)
        _move(copy, origin)
    except OSError:
        copy.unlink(missing_ok=True)
        raise
    place.unlink()


def _equal(place: Path, origin: Path) -> bool:
    """Whether two files are the same, byte for byte: one of them is deleted."""
    kinds = {stat.S_IFMT(path.lstat().st_mode) for path in (place, origin)}
    if kinds == {stat.S_IFLNK}:
        return place.readlink() == origin.readlink()
    return kinds == {stat.S_IFREG} and filecmp.cmp(place, origin, shallow=False)


def _same_disk(place: Path, origin: Path) -> bool:
    return place.lstat().st_dev == origin.parent.stat().st_dev


def _trashes(origins: Iterable[str]) -> Iterator[tuple[Path, Path]]:
    """The trashes that these may lie in, and the folder that relative paths in each begin at."""
    yield home(), Path("/")
    if not hasattr(os, "getuid"):
        return
    tops = set()
    for folder in {Path(origin).parent for origin in origins}:
        top = folder
        while not os.path.ismount(top) and top != top.parent:
            top = top.parent
        tops.add(top)
    for top in tops:
        yield top / ".Trash" / str(os.getuid()), top
        yield top / f".Trash-{os.getuid()}", top


def _recent(folder: Path, since: float) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith(".trashinfo") and entry.stat().st_mtime >= since:
                    yield Path(entry.path)


def _info(place: Path) -> Path:
    return place.parent.parent / "info" / f"{place.name}.trashinfo"


def _said(info: Path) -> _Said | None:
    """What is noted of one that was thrown away; None if that can't be read."""
    try:
        lines = info.read_text("utf-8", "surrogateescape").splitlines()
    except OSError as error:
        log.warning("%s: %s", info, error)
        return None
    said = dict(line.split("=", 1) for line in lines if "=" in line)
    if "Path" not in said:
        return None
    return _Said(unquote(said["Path"], errors="surrogateescape"), said.get("DeletionDate", ""))
