# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files lay where a torrent saves its own before it came: they are somebody's, and stay where they are."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import libtorrent as lt

Foreign = tuple[range, ...]
"""File indices in ascending runs: in a torrent of thousands nearly always none or all."""


def present(info: lt.torrent_info, save_path: str, *renamed: Mapping[int, str]) -> Foreign:
    """The files that are on disk now; asks it.

    `renamed` are the names by index of those that are not called as the torrent says; with several, a file is there if
    it is under any of its names.
    """
    layout = info.layout()
    top = Path(save_path)
    folders: dict[Path, bool] = {}
    return _runs(
        index
        for index in range(layout.num_files())
        if not layout.file_flags(index) & layout.flag_pad_file
        and any(
            is_there(top / path, folders)
            for path in {names.get(index) or layout.file_path(index) for names in renamed or ({},)}
        )
    )


def is_foreign(foreign: Foreign | None, index: int) -> bool:
    """Whether a file is not to be touched; of torrents of which nothing was noted none is."""
    return foreign is None or any(index in run for run in foreign)


def encode(foreign: Foreign | None) -> str | None:
    """As it is stored."""
    return None if foreign is None else ",".join(f"{run.start}-{run.stop}" for run in foreign)


def decode(text: str | None) -> Foreign | None:
    """What was stored; None for what can't be read, and nothing is touched then."""
    if text is None:
        return None
    try:
        return tuple(range(*map(int, run.split("-"))) for run in text.split(",") if run)
    except (ValueError, TypeError):
        return None


def _runs(indices: Iterable[int]) -> Foreign:
    found: list[range] = []
    for index in indices:
        if found and found[-1].stop == index:
            found[-1] = range(found[-1].start, index + 1)
        else:
            found.append(range(index, index + 1))
    return tuple(found)


def is_there(path: Path, folders: dict[Path, bool]) -> bool:
    """Whether a file is on disk; `folders` remembers those that are, or are not."""
    folder = path.parent
    if folder not in folders:
        folders[folder] = _exists(folder, follow=True)
    return folders[folder] and _exists(path, follow=False)


def _exists(path: Path, *, follow: bool) -> bool:
    try:
        path.stat(follow_symlinks=follow)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        # Nobody knows: better not ours.
        return True
    return True
