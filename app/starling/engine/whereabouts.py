# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether files lie in the download folder: skipped ones may lie aside or in the part file, and only the disk knows."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import libtorrent as lt

from starling.engine import aside, suffix


def places(handle: lt.torrent_handle, id: str, indices: Iterable[int]) -> dict[int, str]:
    """The paths below the save folder of those files that do not lie aside."""
    info = handle.torrent_file()
    if info is None:
        return {}
    layout, renamed = info.layout(), handle.get_renamed_files()
    count = layout.num_files()
    paths = {index: renamed.file_path(layout, index) for index in indices if 0 <= index < count}
    return {index: path for index, path in paths.items() if not aside.is_aside(path, id)}


def on_disk(handle: lt.torrent_handle, id: str, indices: Iterable[int]) -> dict[int, str]:
    """The paths below the save folder under which files are found; of those that lie aside, where they are to be."""
    info = handle.torrent_file()
    if info is None:
        return {}
    layout, renamed = info.layout(), handle.get_renamed_files()
    count = layout.num_files()
    paths = {index: renamed.file_path(layout, index) for index in indices if 0 <= index < count}
    return {index: suffix.on_disk(aside.plain(path, id)) for index, path in paths.items()}


def there(top: Path, paths: Mapping[int, str]) -> frozenset[int]:
    """Those of the files (index -> path) that exist below the save folder. Asks the disk."""
    return frozenset(index for index, path in paths.items() if os.path.lexists(top / path))
