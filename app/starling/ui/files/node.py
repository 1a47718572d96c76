# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders with their sums, kept up by differences: one file's news costs as much as its path is deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from starling.spelling import shown
from starling.torrent import File, Priority
from starling.ui.column import natural

LEVELS = int(Priority.MAXIMUM) + 1

Key = int | str
"""A file's index, a folder's path."""
Spans = tuple[tuple[int, int], ...]


class FileRow:
    """A file or folder, as its row shows it now; an `outline.Branch`.

    There may be 100,000 of them: what only rows on screen or a sorted folder need is made when it is asked for.
    """

    __slots__ = (
        "_entry",
        "_name",
        "_order",
        "children",
        "counts",
        "done",
        "expanded",
        "given",
        "key",
        "level",
        "parent",
        "path",
        "runs",
        "size",
        "wanted",
        "wanted_done",
    )  # fmt: skip

    def __init__(self, key: Key, path: str, parent: FileRow | None, entry: File | None = None, given: int = 0) -> None:
        """A folder, or the file `entry` with the priority `given`, of which nothing is here yet."""
        self.key = key
        self.path = path
        """The real one; what is shown is the `name`."""
        self.parent = parent
        self.level: int = -1 if parent is None else parent.level + 1
        self.expanded = False
        self.done = self.size = self.wanted = self.wanted_done = 0
        """Bytes; wanted are those of the files that are not skipped."""
        self._entry = entry
        self._name: str | None = None
        self._order: str | None = None
        self.given = given
        """A file's own priority."""
        if entry is None:
            self.children: list[FileRow] | None = []
            self.counts = [0] * LEVELS
            """Files of a folder by priority."""
            self.runs: list[tuple[int, int]] = []
        else:
            self.children = None
            self.size = entry.size
            if given:
                self.wanted = entry.size

    @property
    def name(self) -> str:
        """Safe to show."""
        if self._name is None:
            self._name = shown(self.path.rpartition("/")[2])
        return self._name

    @property
    def order(self) -> str:
        """What it is sorted by when names are."""
        if self._order is None:
            self._order = natural(self.name)
        return self._order

    @property
    def file(self) -> int | None:
        """The file's index in the torrent, None for a folder."""
        return self._entry.index if self._entry else None

    @property
    def files(self) -> int:
        """Number of files: 1, or those in the folder."""
        return 1 if self.children is None else sum(self.counts)

    @property
    def has_children(self) -> bool:
        """Whether it is a folder."""
        return self.children is not None

    @property
    def priority(self) -> int | None:
        """0-7, None where the files of a folder differ."""
        if self.children is None:
            return self.given
        used = [level for level, count in enumerate(self.counts) if count]
        return used[0] if len(used) == 1 else None

    @property
    def check(self) -> Qt.CheckState:
        """Whether it is wanted."""
        if self.children is None:
            return Qt.CheckState.Checked if self.given else Qt.CheckState.Unchecked
        skipped = self.counts[0]
        if skipped and skipped < sum(self.counts):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Unchecked if skipped else Qt.CheckState.Checked

    @property
    def spans(self) -> Spans:
        """First and last piece of every unbroken run of pieces."""
        if self._entry is None:
            return tuple(self.runs)
        first, pieces = self._entry.first_piece, self._entry.pieces
        return ((first, first + pieces - 1),) if pieces else ()

    @property
    def pieces(self) -> int:
        """Number of pieces it touches."""
        return sum(last - first + 1 for first, last in self.spans)

    @property
    def part(self) -> float:
        """What is here, 0-1; an empty file is complete."""
        return self.done / self.size if self.size else 1.0

    def ancestors(self) -> Iterator[FileRow]:
        """The folders it is in, the root last."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def adopt(self, node: FileRow, entry: File) -> None:
        """One more file of a folder, in the order of the torrent."""
        self.children.append(node)  # type: ignore[union-attr]
        self.size += node.size
        self.wanted += node.wanted
        self.counts[node.given] += 1
        if entry.pieces:
            first, runs = entry.first_piece, self.runs
            last = first + entry.pieces - 1
            if runs and runs[-1][0] <= first <= runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
            else:
                runs.append((first, last))

    def carry_up(self) -> None:
        """Add what a folder's own files and the folders in it sum up to, which is all there now, to its parent."""
        above = self.parent
        if above is not None:
            self.runs = _joined(self.runs)
            above.size += self.size
            above.wanted += self.wanted
            above.counts = [sum(pair) for pair in zip(above.counts, self.counts, strict=True)]
            if above.parent is not None:
                # Nobody asks the root, which is no row.
                above.runs.extend(self.runs)

    def set_state(self, done: int, priority: int) -> None:
        """A file's bytes and priority, carried up to its folders."""
        more = done - self.done
        old = self.given
        was, now = old > 0, priority > 0
        wanted = self.size * (now - was)
        wanted_done = done * now - self.done * was
        self.done, self.given = done, priority
        self.wanted += wanted
        self.wanted_done += wanted_done
        for folder in self.ancestors():
            folder.done += more
            folder.wanted += wanted
            folder.wanted_done += wanted_done
            folder.counts[old] -= 1
            folder.counts[priority] += 1


def build(files: Sequence[File], priorities: Sequence[int] = ()) -> tuple[FileRow, list[FileRow], dict[str, FileRow]]:
    """The root (not shown), the files in their order and the folders by path; nothing is here of any file yet."""
    root = FileRow("", "", None)
    folders = {"": root}
    nodes = []
    for file, priority in zip(files, priorities, strict=True):
        path = file.path
        head = path.rpartition("/")[0]
        parent = folders.get(head) or _folder(head, folders)
        node = FileRow(file.index, path, parent, file, priority)
        parent.adopt(node, file)
        nodes.append(node)
    # Folders stand behind the one they are in.
    for folder in reversed(folders.values()):
        folder.carry_up()
    del folders[""]
    return root, nodes, folders


def _folder(path: str, folders: dict[str, FileRow]) -> FileRow:
    missing = []
    while (found := folders.get(path)) is None:
        missing.append(path)
        path = path.rpartition("/")[0]
    for each in reversed(missing):
        made = folders[each] = FileRow(each, each, found)
        found.children.append(made)  # type: ignore[union-attr]
        found = made
    return found


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of pieces in rising order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if found and first <= found[-1][1] + 1:
            if last > found[-1][1]:
                found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
