# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch folders as the settings keep them: what is put into one is added, and in which way."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from os.path import normpath
from pathlib import Path
from typing import Any

from starling import labels
from starling.i18n import translate
from starling.spelling import shortened, shown

MOST = 50
"""Each has a thread of its own."""


class Done(Enum):
    """What becomes of a file whose torrents were added."""

    RENAME = "rename"
    TRASH = "trash"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class WatchFolder:
    """One folder, and what holds for the torrents that come from it."""

    folder: str
    """Absolute."""
    labels: tuple[str, ...] = ()
    save_path: str = ""
    """Absolute; empty for the usual one."""
    start: bool = True
    done: Done = Done.RENAME
    subfolders: bool = False


def check(one: WatchFolder) -> WatchFolder:
    """The folder as it is kept. Raises ValueError with a sentence about what will not do."""
    if not one.folder.strip():
        raise ValueError(translate("WatchFolders", "A watch folder needs a folder."))
    if not _is_absolute(one.folder):
        text = translate("WatchFolders", "The watch folder {folder} must be named in full, from the root on.")
        raise ValueError(text.format(folder=shown(one.folder)))
    if one.save_path and not _is_absolute(one.save_path):
        text = translate("WatchFolders", "{folder}, where torrents are saved, must be named in full, from the root on.")
        raise ValueError(text.format(folder=shown(one.save_path)))
    names = labels.canonical(filter(None, map(labels.tidy, one.labels)), ())
    for name in names:
        if wrong := labels.problem(name):
            raise ValueError(wrong)
    save_path = normpath(one.save_path) if one.save_path else ""
    return replace(one, folder=normpath(one.folder), labels=names, save_path=save_path)


def mixed(one: WatchFolder, saved: Iterable[str]) -> str:
    """A sentence for a folder in which torrents are saved too, or that lies where they are; empty for any other."""
    here = one.folder.rstrip("/") + "/"
    for folder in dict.fromkeys(normpath(path) for path in saved if path):
        there = folder.rstrip("/") + "/"
        if here == there or here.startswith(there) or (one.subfolders and there.startswith(here)):
            text = translate(
                "WatchFolders",
                "Torrents are saved in {folder}: their own files are never added, even if they hold torrents.",
            )
            return text.format(folder=shown(folder))
    return ""


def nested(one: WatchFolder, others: Iterable[WatchFolder]) -> str:
    """A sentence for a folder that lies in another one which is watched, or the other way round; else empty."""
    for other in others:
        if other.subfolders and one.folder.startswith(other.folder.rstrip("/") + "/"):
            text = translate("WatchFolders", "{folder} is watched with its subfolders: what is set here applies here.")
        elif one.subfolders and other.folder.startswith(one.folder.rstrip("/") + "/"):
            text = translate("WatchFolders", "{folder} is watched by itself: what is set there applies there.")
        else:
            continue
        return text.format(folder=shortened(shown(other.folder)))
    return ""


def twin(folder: str, others: Iterable[str]) -> str:
    """Which of the others is this folder by another name, empty if none is; may wait for a disk."""
    for other in others:
        with suppress(OSError):
            if Path(folder).samefile(other):
                return other
    return ""


def read(raw: object) -> tuple[WatchFolder, ...]:
    """The folders of a list of tables as `write` makes it. Raises ValueError with a sentence."""
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise ValueError(translate("WatchFolders", "Watch folders must be a list."))
    if len(raw) > MOST:
        raise ValueError(translate("WatchFolders", "There can be at most {count} watch folders.").format(count=MOST))
    found: dict[str, WatchFolder] = {}
    for one in map(_read_one, raw):
        if one.folder in found:
            text = translate("WatchFolders", "The folder {folder} is watched already.")
            raise ValueError(text.format(folder=shown(one.folder)))
        found[one.folder] = one
    return tuple(found.values())


def write(folders: Iterable[WatchFolder]) -> list[dict[str, Any]]:
    """The other way round; what is not said is left out."""
    return [dict(_fields(one)) for one in folders]


def _fields(one: WatchFolder) -> Iterator[tuple[str, Any]]:
    yield "folder", one.folder
    if one.labels:
        yield "labels", list(one.labels)
    if one.save_path:
        yield "save_path", one.save_path
    yield "start", one.start
    yield "done", one.done.value
    yield "subfolders", one.subfolders


def _read_one(raw: object) -> WatchFolder:
    if isinstance(raw, WatchFolder):
        return check(raw)
    if not isinstance(raw, Mapping) or not isinstance(raw.get("folder"), str):
        raise ValueError(translate("WatchFolders", "A watch folder needs a folder."))
    folder = str(raw["folder"])
    names = raw.get("labels", [])
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise _refused(folder, "labels")
    made: dict[str, Any] = {"labels": tuple(names)}
    for field, kind in (("save_path", str), ("start", bool), ("subfolders", bool)):
        if field in raw:
            if type(raw[field]) is not kind:
                raise _refused(folder, field)
            made[field] = raw[field]
    try:
        made["done"] = Done(raw.get("done", Done.RENAME.value))
    except ValueError as error:
        raise _refused(folder, "done") from error
    return check(WatchFolder(folder, **made))


def _refused(folder: str, field: str) -> ValueError:
    text = translate("WatchFolders", "The watch folder {folder} can't be used: {field} is not understood.")
    return ValueError(text.format(folder=shown(folder), field=field))


def _is_absolute(path: str) -> bool:
    return shown(path) == path and (path.startswith(("/", "\\\\")) or re.match(r"[A-Za-z]:[\\/]", path) is not None)
