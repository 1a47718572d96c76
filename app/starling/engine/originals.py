# SPDX-License-Identifier: GPL-3.0-or-later
"""What the files of a torrent are called in it, where that is not how they are saved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import libtorrent as lt

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
    found = list(_paths(document))
    if len(found) != len(files):
        return {}
    return {file.index: path for file, path in zip(files, found, strict=True) if path != file.path}


def _paths(info: Any) -> Iterator[str]:
    top = _text(info.get(b"name.utf-8") or info.get(b"name"))
    tree = info.get(b"file tree")
    listed = info.get(b"files")
    if isinstance(listed, list):
        for entry in listed:
            if b"p" in (entry.get(b"attr") or b""):
                continue
            parts = entry.get(b"path.utf-8") or entry.get(b"path")
            yield "/".join([top, *map(_text, parts)]) if isinstance(parts, list) else top
    elif isinstance(tree, dict):
        if len(tree) == 1 and _is_file(next(iter(tree.values()))):
            # A v2 torrent of one file lies directly in the save folder.
            yield _text(next(iter(tree)))
        else:
            yield from _leaves(tree, top)
    else:
        yield top


def _leaves(level: Mapping[bytes, Any], above: str) -> Iterator[str]:
    for name, below in level.items():
        path = f"{above}/{_text(name)}"
        if _is_file(below):
            yield path
        elif isinstance(below, dict):
            yield from _leaves(below, path)


def _is_file(below: object) -> bool:
    return isinstance(below, dict) and b"" in below


def _text(raw: object) -> str:
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
