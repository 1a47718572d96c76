# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files of removed torrents that others in the list reach by other paths: links, or folders mounted twice.

Only files of one size can be the same one, so that the disk is asked about few.
"""

import os
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

import libtorrent as lt

from starling.engine import suffix
from starling.engine.questions import Questions
from starling.engine.record import Record
from starling.engine.removal import Remains
from starling.tasks import Worker

_AT_ONCE = 200
"""Torrents that are asked about at a time."""
_LINKS = 40
"""Links that a system follows at most."""
Seat = tuple[int | str, int, str]
"""Where a file lies: device and number of its folder (the path of one that is not there, and 0), and its name in it.

Hard links are told apart by it: of those each may go by itself.
"""

_PAD = lt.file_storage.flag_pad_file


async def reached(
    questions: Questions, files_worker: Worker, leaving: Sequence[Remains], staying: Sequence[Record]
) -> dict[str, set[int]]:
    """The files of some torrents that others which stay have too, wherever those look for them: indices by id."""
    sizes = frozenset(file.size for remains in leaving for file in remains.files if file.size)
    files: list[tuple[str, str]] = []
    for at in range(0, len(staying) if sizes else 0, _AT_ONCE):
        some = [(one.handle, one.save_path) for one in staying[at : at + _AT_ONCE] if one.has_metadata]
        files += await questions.ask(_of_sizes, some, sizes)
    return await files_worker.run(_shared, leaving, files) if files else {}


def _of_sizes(
    torrents: Iterable[tuple[lt.torrent_handle | None, str]], sizes: Collection[int]
) -> list[tuple[str, str]]:
    """The files that have one of these sizes: save folder, and path from there."""
    found = []
    for handle, top in torrents:
        try:
            info = None if handle is None else handle.torrent_file()
        except RuntimeError:  # removed meanwhile
            continue
        if handle is None or info is None:
            continue
        layout = info.layout()
        indices = [
            index
            for index in range(layout.num_files())
            if layout.file_size(index) in sizes and not layout.file_flags(index) & _PAD
        ]
        if indices:
            renamed = handle.get_renamed_files().export_filenames(layout)
            found += [(top, suffix.on_disk(renamed.get(index) or layout.file_path(index))) for index in indices]
    return found


def _shared(leaving: Iterable[Remains], files: Iterable[tuple[str, str]]) -> dict[str, set[int]]:
    folders: dict[str, tuple[int | str, int]] = {}
    seats = {seat for top, path in files for seat in _seats(f"{top}/{path}" if path[0] != "/" else path, folders)}
    found = {}
    for remains in leaving:
        indices = {
            file.index
            for file in remains.files
            if file.size and _seat(f"{remains.save_path}/{file.path}", folders) in seats
        }
        if indices:
            found[remains.id] = indices
    return found


def _seats(path: str, folders: dict[str, tuple[int | str, int]]) -> Iterator[Seat]:
    """Where whoever opens a path comes by: the links, and the file at the end."""
    for _ in range(_LINKS):
        yield _seat(path, folders)
        try:
            said = os.readlink(path)  # noqa: PTH115
        except OSError:
            return
        path = os.path.join(os.path.dirname(path), said)  # noqa: PTH118, PTH120


def _seat(path: str, folders: dict[str, tuple[int | str, int]]) -> Seat:
    """Where a file, or a link, lies."""
    folder, name = os.path.split(path)
    if folder not in folders:
        try:
            about = os.stat(folder)  # noqa: PTH116
        except OSError:
            folders[folder] = os.path.realpath(folder), 0
        else:
            folders[folder] = about.st_dev, about.st_ino
    # Names that some disk takes for one are one here.
    return *folders[folder], unicodedata.normalize("NFC", name).casefold()
