# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files whose names should end in ".part" on disk and do not, or the other way round; everything here blocks.

What is asked of libtorrent runs on the engine's worker, what is asked of the disk on that of the files.
"""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, details, provenance, suffix
from starling.engine.provenance import Foreign
from starling.i18n import translate
from starling.spelling import shown

_KNOWN = (lt.torrent_status.downloading, lt.torrent_status.finished, lt.torrent_status.seeding)
"""The states in which libtorrent knows what is here."""
_PAD = lt.file_storage.flag_pad_file


@dataclass(frozen=True, slots=True)
class Change:
    """A file that should be called otherwise."""

    index: int
    path: str
    """By which it is known."""
    now: str
    """libtorrent's path."""
    new: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at a torrent found."""

    changes: list[Change]
    marked: set[int] | None
    """Those of its files that have the suffix; None if only some were looked at."""


def find(
    handle: lt.torrent_handle,
    indices: Collection[int] | None,
    id: str,
    chosen: Sequence[int] | None,
    foreign: Foreign | None,
    top: str,
    *,
    on: bool,
) -> Found | None:
    """Which of some files, or of all, are to be called otherwise; None if libtorrent does not know now what is here.

    `chosen` are priorities on their way, `foreign` files were there before the torrent, `top` is the save folder;
    `on`: unfinished files are to have the suffix.
    """
    info = handle.torrent_file()
    state = handle.status(0).state
    if info is None or state not in _KNOWN:
        return None
    layout = info.layout()
    done = handle.file_progress(lt.torrent_handle.piece_granularity)
    if len(done) < layout.num_files():
        return None
    # Now that all is here a last look at all of them tells whether another is ever needed.
    every = indices is None or state != lt.torrent_status.downloading
    overlay = handle.get_renamed_files()
    renamed = overlay.export_filenames(layout) if every else {}
    some = range(layout.num_files()) if every else [index for index in indices or () if 0 <= index < len(done)]
    priorities = chosen if chosen is not None else details.priorities(handle)
    changes, unmarked = [], []
    marked: set[int] = set()
    for index in some:
        whole = done[index] >= layout.file_size(index)
        if on and not whole and not every:
            # Asked once a second: nothing has become of it.
            continue
        now = renamed.get(index) or (layout.file_path(index) if every else overlay.file_path(layout, index))
        if suffix.is_marked(now):
            marked.add(index)
            if not on or whole:
                changes.append(Change(index, suffix.logical(now, id), now, suffix.plain(now)))
        elif on and not whole and priorities[index] and not _is_foreign(layout, foreign, index):
            if aside.is_aside(now, id):
                # It gets the suffix when it is back.
                continue
            unmarked.append((index, now))
    if unmarked:
        renamed = renamed or overlay.export_filenames(layout)
        names = (suffix.logical(renamed.get(i) or layout.file_path(i), id) for i in range(layout.num_files()))
        room = suffix.Room(names, top)
        changes += [Change(index, now, now, suffix.marked(now)) for index, now in unmarked if room.has(now)]
    return Found(changes, marked if every else None)


def free(top: str, changes: Iterable[Change]) -> tuple[dict[int, str], dict[int, str]]:
    """The new paths of those files that nothing is in the way of, and what is told of each that has to keep its suffix.

    What would get the suffix and finds its place taken goes without.
    """
    free, barred = {}, {}
    for change in changes:
        old, new = Path(top, change.now), Path(top, change.new)
        if not os.path.lexists(new) or (os.path.lexists(old) and old.samefile(new)):
            free[change.index] = change.new
        elif suffix.is_marked(change.now):
            barred[change.index] = _in_the_way(new, change.path)
    return free, barred


def begin(params: lt.add_torrent_params, foreign: Foreign | None, own: Collection[int]) -> None:
    """Gives the files of a torrent that is added the suffix, where nothing is in the way of it.

    `own` are the indices of those that no other unfinished torrent saves too.
    """
    info = params.ti
    if info is None or params.flags & lt.torrent_flags.seed_mode:
        return
    layout, renamed, priorities = info.layout(), params.renamed_files, params.file_priorities
    paths = [renamed.get(index) or layout.file_path(index) for index in range(layout.num_files())]
    room = suffix.Room(paths, params.save_path)
    top = Path(params.save_path)
    folders: dict[Path, bool] = {}
    given = {
        index: suffix.marked(path)
        for index, path in enumerate(paths)
        if index in own
        and layout.file_size(index)
        and not layout.file_flags(index) & _PAD
        and (index >= len(priorities) or priorities[index])
        and not provenance.is_foreign(foreign, index)
        and room.has(path)
        and not provenance.is_there(top / (path + suffix.PART), folders)
    }
    params.renamed_files = {**renamed, **given}


def adopt(params: lt.add_torrent_params) -> None:
    """The files of a torrent are in its save folder, somebody says: those that are finished there have no suffix."""
    top = Path(params.save_path)
    found = {
        index: suffix.plain(path)
        for index, path in params.renamed_files.items()
        if suffix.is_marked(path) and not os.path.lexists(top / path) and os.path.lexists(top / suffix.plain(path))
    }
    params.renamed_files = {**params.renamed_files, **found}


def _is_foreign(layout: lt.file_storage, foreign: Foreign | None, index: int) -> bool:
    """Whether a file is none that is downloaded here."""
    return bool(layout.file_flags(index) & _PAD) or provenance.is_foreign(foreign, index)


def _in_the_way(place: Path, path: str) -> str:
    return translate("Engine", "{place} is in the way: “{path}” ends in .part on the disk until that is gone.").format(
        place=place, path=shown(path)
    )
