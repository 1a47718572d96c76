# SPDX-License-Identifier: GPL-3.0-or-later
"""What the maker of a torrent has called its files."""

from collections.abc import Iterator, Mapping
from typing import Any


def paths(info: Any) -> Iterator[str]:
    """The path of every file but pad files (BEP 47) in a decoded info dictionary (BEP 3, BEP 52), in its order.

    Nothing in them is safe: not for a disk, and not for a label.
    """
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
