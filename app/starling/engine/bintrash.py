# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's trash: puts files there, notes where each went, and takes them out again.

On Linux this is the trash of freedesktop.org: ``files/NAME`` is what was thrown away, ``info/NAME.trashinfo`` says
where it was. Qt makes both; what it did just before a kill is read from there. Everything here may wait for a disk.
"""

import logging
import os
import shutil
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
        return Move(str(path), file.fileName())
    log.warning("%s can't go to the trash: %s", path, file.errorString())
    return None


def take_back(move: Move) -> Fate:
    """Moves one from the trash to where it was; once more is no harm. Raises OSError."""
    place, origin = Path(move.place), Path(move.origin)
    if not move.place or not os.path.lexists(place):
        return Fate.BACK if os.path.lexists(origin) else Fate.GONE
    origin.parent.mkdir(parents=True, exist_ok=True)
    if not _bring(place, origin):
        return Fate.BARRED
    if place.parent.name == "files":
        (place.parent.parent / "info" / f"{place.name}.trashinfo").unlink(missing_ok=True)
    return Fate.BACK


def find(origins: Iterable[str], since: float) -> list[Move]:
    """Where these went since a moment (Unix seconds), as far as the trash itself says so."""
    wanted = set(origins)
    found: dict[str, Move] = {}
    for trash, top in _trashes(wanted):
        for info in _recent(trash / "info", since - _SLACK):
            if (said := _path(info)) is None:
                continue
            origin = str(top / said)
            place = trash / "files" / info.name.removesuffix(".trashinfo")
            if origin in wanted and os.path.lexists(place):
                found[origin] = Move(origin, str(place))
    return list(found.values())


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
    if os.path.lexists(origin):
        raise FileExistsError(origin)
    # Under a name of ours until it is whole: what a kill leaves of it is written over the next time.
    copy = origin.with_name(f".{sha256(os.fsencode(place)).hexdigest()}.starling")
    try:
        shutil.copy2(place, copy, follow_symlinks=False)
        _move(copy, origin)
    except OSError:
        copy.unlink(missing_ok=True)
        raise
    place.unlink()


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


def _path(info: Path) -> str | None:
    """The path that a file of the trash says; None if it can't be read."""
    try:
        lines = info.read_text("utf-8", "surrogateescape").splitlines()
    except OSError as error:
        log.warning("%s: %s", info, error)
        return None
    return next((unquote(line[5:], errors="surrogateescape") for line in lines if line.startswith("Path=")), None)
