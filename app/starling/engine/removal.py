# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a removed torrent's files into the trash, and nothing that is not the torrent's."""

import logging
import os
from collections.abc import Iterable
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
    files: tuple[File, ...]


def trash(remains: Remains) -> None:
    """Moves the files to the trash, as one folder where they are all that is in it; empty folders go with them.

    To be run off the GUI thread. Raises EngineError naming what had to stay.
    """
    base = Path(remains.save_path)
    kept: list[Path] = []
    # Qt makes the trash itself, but not the folder it lies in.
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
        if top.is_dir() and not top.is_symlink():
            if _holds_only(top, set(paths)):
                kept += [] if _to_trash(top) else [top]
                continue
            kept += [path for path in paths if _present(path) and not _to_trash(path)]
            _prune(top)
        elif _present(top) and not _to_trash(top):
            kept.append(top)
    if kept:
        raise EngineError(
            translate(
                "Engine", "“{name}” was removed, but this could not be moved to the trash and stays: {paths}."
            ).format(name=remains.name, paths=", ".join(str(path) for path in kept[:3]) + (" …" if kept[3:] else ""))
        )


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
    return all(Path(folder) / name in ours for folder, _, names in os.walk(top) for name in names)


def _prune(top: Path) -> None:
    for folder, _, _ in os.walk(top, topdown=False):
        if not any(Path(folder).iterdir()):
            Path(folder).rmdir()
