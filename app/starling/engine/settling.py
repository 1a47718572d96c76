# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a stored torrent right before it enters the session: a kill may have left files in other places."""

import logging
import os
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, suffix
from starling.engine.journal import Plan
from starling.engine.piecehash import NoHashesError, Pieces

log = logging.getLogger(__name__)

_PAD = lt.file_storage.flag_pad_file


def settle(id: str, params: lt.add_torrent_params, parts: Path, plan: Plan) -> bool:
    """Corrects `params`: where files lie, and which pieces are here. Asks the disk. Their `part_file_dir` must be set.

    The renames that are finished leave `plan`; those stay whose files are nowhere, for their disk may be missing. Files
    that are wanted and lie aside come into it, to be brought back.
    True if what it found of the places of files has to be stored. Pieces that are not here are left out of `params`
    only: should a disk be missing, the store goes on knowing what was on it.
    """
    info = params.ti
    if info is None:
        return False
    put_aside = [index for index, path in params.renamed_files.items() if aside.is_aside(path, id)]
    moved = False
    if plan or put_aside or aside.folder(parts, id).is_dir():
        moved = _find_files(id, params, info, parts, plan, put_aside)
        plan.skips |= _kept_out(id, params)
    moved = _find_finished(params, info) or moved
    if any(params.have_pieces) or params.unfinished_pieces:
        try:
            _leave_out(params, info, plan)
        except OSError as error:
            log.warning("%s: the part file can't be read: %s", id, error)
    return moved


def _kept_out(id: str, params: lt.add_torrent_params) -> set[int]:
    """The wanted files that lie aside: what they were waiting for may be over."""
    priorities = params.file_priorities
    return {
        index
        for index, path in params.renamed_files.items()
        if aside.is_aside(path, id) and (index >= len(priorities) or priorities[index])
    }


def _find_files(
    id: str, params: lt.add_torrent_params, info: lt.torrent_info, parts: Path, plan: Plan, put_aside: list[int]
) -> bool:
    layout = info.layout()
    before = dict(params.renamed_files)
    renamed = dict(before)
    top, home = Path(params.save_path), aside.folder(parts, id)
    count = layout.num_files()
    for index, path in list(plan.renames.items()) if top.is_dir() else ():
        if 0 <= index < count:
            now = renamed.get(index) or layout.file_path(index)
            new = aside.place(parts, id, suffix.plain(path)) if aside.is_aside(now, id) else path
            if _is_begun(params, info, index) and not _is_any(top, now, new):
                continue
            if _finish_rename(id, top, now, new):
                renamed[index] = new
        del plan.renames[index]
    kept = {found.relative_to(home).as_posix() for found in home.rglob("*") if not found.is_dir()}
    for index in range(count) if kept else put_aside:
        now = renamed.get(index) or layout.file_path(index)
        here, path = aside.plain(now, id), suffix.logical(now, id)
        elsewhere = aside.place(parts, id, path)
        is_kept = path in kept
        if is_kept and os.path.lexists(top / here):
            is_kept = _lies_aside(top / here, Path(elsewhere), was_aside=now != here, moving=index in plan.skips)
        if is_kept:
            renamed[index] = elsewhere
        elif now != here:
            renamed[index] = here
    for index in [index for index, path in renamed.items() if path == layout.file_path(index)]:
        del renamed[index]
    if renamed == before:
        return False
    params.renamed_files = renamed
    return True


def _find_finished(params: lt.add_torrent_params, info: lt.torrent_info) -> bool:
    """Sees files that have lost the suffix of unfinished ones, which was not stored, or not for good."""
    marked = {index: path for index, path in params.renamed_files.items() if suffix.is_marked(path)}
    if not marked:
        return False
    layout, top = info.layout(), Path(params.save_path)
    found = {
        index: suffix.plain(path)
        for index, path in marked.items()
        # Of one that was not begun, a file of its name is somebody's.
        if _is_begun(params, info, index) and not _is_any(top, path) and _is_any(top, suffix.plain(path))
    }
    if found:
        renamed = {**params.renamed_files, **found}
        params.renamed_files = {i: path for i, path in renamed.items() if path != layout.file_path(i)}
    return bool(found)


def _is_any(top: Path, *paths: str) -> bool:
    return any(os.path.lexists(top / path) for path in paths)


def _is_begun(params: lt.add_torrent_params, info: lt.torrent_info, index: int) -> bool:
    """Whether there has to be something of a file on disk."""
    priorities, have = params.file_priorities, params.have_pieces
    wanted = index >= len(priorities) or bool(priorities[index])
    touched = span(info.layout(), index, info.piece_length())
    return wanted and any(have[touched.start : touched.stop])


def _lies_aside(here: Path, there: Path, *, was_aside: bool, moving: bool) -> bool:
    """Whether, of two files, that of the torrent is the one that lies aside and not the one in the download folder.

    `was_aside` is what libtorrent knew last; `moving`, whether it was told to change that.
    """
    if was_aside:
        if moving and aside.is_part(here, there):
            here.unlink()
        return True
    if not moving:
        return False
    if aside.is_part(there, here):
        there.unlink()
        return False
    # It was put aside, and somebody has laid another where it was.
    return True


def _finish_rename(id: str, top: Path, now: str, new: str) -> bool:
    """Whether the file, if there is one, has its new name."""
    old_path, new_path = top / now, top / new
    if os.path.lexists(old_path):
        if os.path.lexists(new_path) and not old_path.samefile(new_path):
            return False
        try:
            new_path.parent.mkdir(parents=True, exist_ok=True)
            old_path.rename(new_path)
        except OSError as error:
            log.warning("%s can't be called %s: %s", old_path, new_path, error)
            return False
        if not aside.is_aside(now, id):
            aside.prune(top, now)
    return True


def _leave_out(params: lt.add_torrent_params, info: lt.torrent_info, plan: Plan) -> None:
    """Leaves out pieces that libtorrent would take from a place where they are not."""
    priorities = params.file_priorities
    skipped = [index for index, priority in enumerate(priorities) if not priority]
    skips = plan.skips
    if not (skipped or skips) or not Path(params.save_path).is_dir():
        return
    layout = info.layout()
    pieces = Pieces(params)
    size, count = info.piece_length(), layout.num_files()
    slots = pieces.parts.slots
    have = list(params.have_pieces)
    unfinished = dict(params.unfinished_pieces)
    gone: set[int] = set()
    for index in skipped:
        if index >= count or layout.file_flags(index) & _PAD or not layout.file_size(index):
            continue
        if pieces.in_part_file(index):
            # libtorrent notes only now and then what it has put into the part file.
            gone.update(piece for piece in span(layout, index, size) if piece not in slots)
    for index in skips:
        if 0 <= index < count:
            # The way out of the part file may have been cut off; only pieces at the ends of files are there.
            shared = {piece for piece in span(layout, index, size) if piece in slots and any(have[piece : piece + 1])}
            gone.update(piece for piece in shared if not _is_right(pieces, piece))
    for piece in gone:
        if piece < len(have):
            have[piece] = False
        unfinished.pop(piece, None)
    params.have_pieces, params.unfinished_pieces = have, unfinished


def _is_right(pieces: Pieces, piece: int) -> bool:
    try:
        return pieces.is_right(piece)
    except NoHashesError:
        # Fetched once more rather than believed.
        return False


def span(layout: lt.file_storage, index: int, piece_size: int) -> range:
    """The pieces that a file touches."""
    begin, size = layout.file_offset(index), layout.file_size(index)
    return range(begin // piece_size, -(-(begin + size) // piece_size) if size else begin // piece_size)
