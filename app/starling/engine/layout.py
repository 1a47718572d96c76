# SPDX-License-Identifier: GPL-3.0-or-later
"""Into which folder the files of a torrent go: as it says, always into one of its own, or never."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import libtorrent as lt

from starling.filelist import FileList
from starling.i18n import translate
from starling.spelling import shown
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


def movable(info: lt.torrent_info, save_path: str, wanted: Mapping[int, str]) -> tuple[dict[int, str], bool]:
    """Which files of a torrent whose metadata has just come can have these names; asks the disk.

    Also, whether some of them are on disk already under these names, which libtorrent has to be told to look at.
    """
    storage = info.layout()
    there = False
    free = {}
    for index, path in wanted.items():
        if os.path.lexists(Path(save_path, path)):
            if os.path.lexists(Path(save_path, storage.file_path(index))):
                # The one would take the place of the other.
                continue
            there = True
        free[index] = path
    return free, there


def covered(info: lt.torrent_info, places: Mapping[int, str], failed: Iterable[int]) -> list[int]:
    """Those of the files that could not be renamed that now lie where another file of the torrent does.

    `places` are the new names of the others.
    """
    storage = info.layout()
    count = Counter(places.get(index) or storage.file_path(index) for index in range(storage.num_files()))
    return [index for index in failed if count[storage.file_path(index)] > 1]


def not_placed(info: lt.torrent_info, name: str, failed: Mapping[int, str], skipped: Collection[int]) -> str:
    """What is told of files (index -> error text) that stay where the torrent says; some of them are `skipped`."""
    index, message = next(iter(failed.items()))
    words = {"path": shown(info.layout().file_path(index)), "name": name, "message": message, "count": len(failed)}
    if len(failed) > 1:
        text = translate(
            "Engine",
            "{count} files of “{name}” can't lie where they were to: {message}. They are saved as the torrent says, "
            "“{path}” for example.",
        )
    else:
        text = translate(
            "Engine", "“{path}” of “{name}” can't lie where it was to: {message}. It is saved as the torrent says."
        )
    if skipped:
        text += " " + translate("Engine", "What would lie on another file of the torrent is skipped.")
    return text.format(**words)


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
