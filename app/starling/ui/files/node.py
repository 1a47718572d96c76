# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders with their sums, kept up by differences: one file's news costs as much as its path is deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt

from starling.torrent import File, Priority
from starling.ui.files.names import shown

LEVELS = int(Priority.MAXIMUM) + 1

Key = int | str
"""A file's index, a folder's path."""


class FileRow(NamedTuple):
    """A file or folder as its row shows it; an `outline.Branch`. A tuple, since there may be 100,000 of them."""

    key: Key
    name: str
    """Safe to show; `path` is the real one."""
    path: str
    level: int
    file: int | None
    """The file's index in the torrent, None for a folder."""
    files: int
    """Number of files: 1, or those in the folder."""
    size: int
    done: int
    wanted: int
    """Bytes of the files that are not skipped."""
    priority: int | None
    """0-7, None where the files of a folder differ."""
    check: Qt.CheckState
    has_children: bool
    expanded: bool
    spans: tuple[tuple[int, int], ...]
    """First and last piece of every unbroken run of pieces."""

    @property
    def pieces(self) -> int:
        """Number of pieces it touches."""
        return sum(last - first + 1 for first, last in self.spans)

    @property
    def part(self) -> float:
        """What is here, 0-1; an empty file is complete."""
        return self.done / self.size if self.size else 1.0


class Node:
    """A file or folder in the tree."""

    __slots__ = (
        "children", "counts", "done", "key", "level", "name", "parent", "path", "priority", "row", "size", "spans",
        "wanted", "wanted_done",
    )  # fmt: skip

    def __init__(self, key: Key, path: str, parent: Node | None, *, folder: bool) -> None:
        self.key = key
        self.path = path
        self.name = shown(path.rpartition("/")[2])
        self.parent = parent
        self.level: int = -1 if parent is None else parent.level + 1
        self.children: list[Node] | None = [] if folder else None
        self.size = self.done = self.wanted = self.wanted_done = 0
        self.priority = 0
        self.counts = [0] * LEVELS if folder else []
        """Files of a folder by priority."""
        self.spans: list[tuple[int, int]] = []
        self.row: FileRow | None = None
        """The last row made, None if it is not right any more."""

    def ancestors(self) -> Iterator[Node]:
        """The folders it is in, the root last."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def cover(self, first: int, last: int) -> None:
        """The pieces of one more file, in the order of the torrent."""
        if self.spans and self.spans[-1][0] <= first <= self.spans[-1][1] + 1:
            self.spans[-1] = (self.spans[-1][0], max(last, self.spans[-1][1]))
        else:
            self.spans.append((first, last))

    def set_state(self, done: int, priority: int) -> None:
        """A file's bytes and priority, carried up to its folders."""
        more = done - self.done
        was, now = self.priority > 0, priority > 0
        wanted = self.size * (now - was)
        wanted_done = done * now - self.done * was
        old, self.done, self.priority, self.row = self.priority, done, priority, None
        self.wanted += wanted
        self.wanted_done += wanted_done
        for folder in self.ancestors():
            folder.done += more
            folder.wanted += wanted
            folder.wanted_done += wanted_done
            folder.counts[old] -= 1
            folder.counts[priority] += 1
            folder.row = None

    def make_row(self, expanded: bool) -> FileRow:
        """The row of its present state."""
        file: int | None
        if self.children is None:
            check = Qt.CheckState.Checked if self.priority else Qt.CheckState.Unchecked
            common: int | None = self.priority
            file, files = int(self.key), 1
        else:
            files, file = sum(self.counts), None
            used = [level for level, count in enumerate(self.counts) if count]
            common = used[0] if len(used) == 1 else None
            check = Qt.CheckState.PartiallyChecked
            if self.counts[0] in {0, files}:
                check = Qt.CheckState.Unchecked if self.counts[0] else Qt.CheckState.Checked
        self.row = FileRow(
            self.key, self.name, self.path, self.level, file, files, self.size, self.done, self.wanted, common, check,
            self.children is not None, expanded, tuple(self.spans),
        )  # fmt: skip
        return self.row


def build(files: Sequence[File]) -> tuple[Node, list[Node], dict[str, Node]]:
    """The root (not shown), the files in their order and the folders by path; every file begins skipped and empty."""
    root = Node("", "", None, folder=True)
    folders = {"": root}
    nodes = []
    for file in files:
        parent = _folder(file.path.rpartition("/")[0], folders)
        node = Node(file.index, file.path, parent, folder=False)
        node.size = file.size
        parent.children.append(node)  # type: ignore[union-attr]
        if file.pieces:
            node.cover(file.first_piece, file.first_piece + file.pieces - 1)
        for folder in node.ancestors():
            folder.size += file.size
            folder.counts[0] += 1
            if file.pieces:
                folder.cover(file.first_piece, file.first_piece + file.pieces - 1)
        nodes.append(node)
    del folders[""]
    return root, nodes, folders


def _folder(path: str, folders: dict[str, Node]) -> Node:
    missing = []
    while (found := folders.get(path)) is None:
        missing.append(path)
        path = path.rpartition("/")[0]
    for each in reversed(missing):
        made = folders[each] = Node(each, each, found, folder=True)
        found.children.append(made)  # type: ignore[union-attr]
        found = made
    return found
