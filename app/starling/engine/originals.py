# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files of a torrent are called in it, where that is not how they are saved."""

from collections.abc import Sequence

import libtorrent as lt

from starling.engine.infodict import paths
from starling.torrent import File

MOST = 20_000
"""In a larger torrent nobody looks for the one file with a colon, and decoding it takes as long as parsing it."""


def originals(info: lt.torrent_info, files: Sequence[File]) -> dict[int, str]:
    """File index -> path as its maker wrote it, of those that libtorrent saves under another.

    It takes out separators, control characters and marks of direction, shortens names of more than 255 bytes, and
    tells apart two names that one folder can't hold. `files` is every file but pad files (BEP 47).
    """
    if len(files) > MOST:
        return {}
    try:
        document = lt.bdecode(info.info_section())
    except RuntimeError:
        return {}
    found = list(paths(document))
    if len(found) != len(files):
        return {}
    return {file.index: path for file, path in zip(files, found, strict=True) if path != file.path}
