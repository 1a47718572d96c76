# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a removed torrent's files into the trash, and nothing that is not the torrent's."""

import logging
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from starling.engine.errors import EngineError
from starling.i18n import translate
from starling.torrent import File

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remains:
    """What a removed torrent leaves on disk."""

    name: str
    save_path: str
    files: Sequence[File]


def trash(remains: Remains) -> None:
    """Moves the files to the trash, as one folder where they are all that is in it; empty folders go with them.

    To be run off the GUI thread. Raises EngineError naming what had to stay.
    """
    base = Path(remains.save_path)
    kept: list[Path] = []
    # Qt makes the trash itself, but not the folder it lies in; without that it takes nothing, and says so file by file.
    with suppress(OSError):
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)).mkdir(
            parents=True, exist_ok=True
        )
    for root, entries in _roots(remains.files).items():
        top = base / root
        paths = [base / entry.path for entry in entries]
        if not _inside(base, paths):
            log.error("%s: a path leaves the save folder, nothing is touched", remains.name)
            kept += paths
            continue
        try:
            kept += _trash_top(top, paths)
        except OSError as error:
            log.warning("%s: %s", remains.name, error)
            kept.append(top)
    if kept:
        raise EngineError(
            translate(
                "Engine", "“{name}” was removed, but this could not be moved to the trash and stays: {paths}."
            ).format(name=remains.name, paths=", ".join(str(path) for path in kept[:3]) + (" …" if kept[3:] else ""))
        )


def _trash_top(top: Path, paths: list[Path]) -> list[Path]:
    """Moves what lies in or at `top`; returns what had to stay. Raises OSError where that can't be looked at."""
    if not top.is_dir() or top.is_symlink():
        return [top] if _present(top) and not _to_trash(top) else []
    if _holds_only(top, set(paths)):
        return [] if _to_trash(top) else [top]
    kept = [path for path in paths if _present(path) and not _to_trash(path)]
    _prune(top)
    return kept


def _to_trash(path: Path) -> bool:
    return QFile(str(path)).moveToTrash()


def _roots(entries: Iterable[File]) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for entry in entries:
        found.setdefault(entry.path.split("/", 1)[0], []).append(entry)
    return found


def _inside(base: Path, paths: Iterable[Path]) -> bool:
    return all(".." not in path.parts and path.is_relative_to(base) and path != base for path in paths)


def _present(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _holds_only(top: Path, ours: set[Path]) -> bool:
    hidden: list[OSError] = []  # folders that can't be looked into may hold anything
    return (
        all(Path(folder) / name in ours for folder, _, names in os.walk(top, onerror=hidden.append) for name in names)
        and not hidden
    )


def _prune(top: Path) -> None:
    for folder, _, _ in os.walk(top, topdown=False):
        # What is not empty stays, and so does what may not be removed: a mount point, another owner's folder.
        with suppress(OSError):
            Path(folder).rmdir()
