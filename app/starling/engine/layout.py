# SPDX-License-Identifier: GPL-3.0-or-later
"""Into which folder the files of a torrent go: as it says, always into one of its own, or never."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import libtorrent as lt

from starling.filelist import FileList
from starling.torrent import File, Layout

_NOT_NAMES = {"", ".", ".."}


def renamed(info: lt.torrent_info, own: Mapping[int, str], layout: Layout) -> dict[int, str]:
    """Index -> path of every file that is saved under another than libtorrent's, pad files (BEP 47) left out.

    `own` are those that have another already: the second of two that differ in nothing but case, for example.
    """
    if layout is Layout.ORIGINAL:
        return dict(own)
    storage = info.layout()
    indices = [i for i in range(storage.num_files()) if not storage.file_flags(i) & storage.flag_pad_file]
    paths = [own.get(index) or storage.file_path(index) for index in indices]
    placed = dict(zip(indices, _placed(paths, layout), strict=True))
    return {**own, **{index: path for index, path in placed.items() if path != storage.file_path(index)}}


def laid_out(files: Sequence[File], layout: Layout) -> Sequence[File]:
    """The files as `renamed` places them."""
    if layout is Layout.ORIGINAL:
        return files
    listed = FileList.of(files)
    return listed.with_paths(_placed(listed.paths, layout))


def move(handle: lt.torrent_handle, save_path: str, wanted: Mapping[int, str]) -> tuple[dict[int, str], bool]:
    """Renames files of a torrent whose metadata has just come; asks the disk.

    Returns those that are renamed, and whether some of them are on disk already under these names, which libtorrent
    has to be told to look at.
    """
    info = handle.torrent_file()
    if info is None:
        return {}, False
    storage = info.layout()
    there = False
    moved = {}
    for index, path in wanted.items():
        if os.path.lexists(Path(save_path, path)):
            if os.path.lexists(Path(save_path, storage.file_path(index))):
                # The one would take the place of the other.
                continue
            there = True
        handle.rename_file(index, path)
        moved[index] = path
    return moved, there


def _placed(paths: Sequence[str], layout: Layout) -> list[str]:
    placed = [_place(path, layout) for path in paths]
    if len({path.casefold() for path in placed}) == len({path.casefold() for path in paths}):
        return placed
    # Two would be one file: nothing is worth that.
    return list(paths)


def _place(path: str, layout: Layout) -> str:
    head, slash, rest = path.partition("/")
    if layout is Layout.FLAT and slash and _NOT_NAMES.isdisjoint(rest.split("/")):
        return rest
    if layout is Layout.FOLDER and not slash:
        return f"{_folder(head)}/{head}"
    return path


def _folder(name: str) -> str:
    """The name of the folder of a single file: without its extension, and without what Windows takes off an end."""
    stem = PurePosixPath(name).stem.rstrip(". ")
    return stem if stem not in _NOT_NAMES else name
