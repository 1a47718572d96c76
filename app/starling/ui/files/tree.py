# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of a torrent's files: folders with sums, folding, sorting, filtering, and wishes for priorities."""

import fnmatch
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from starling.torrent import File, FileState, Priority
from starling.ui.column import Column
from starling.ui.files.node import FileRow, Key, build
from starling.ui.rows import RowsModel

_UNFOLDED = 300
"""With more files than this a new torrent shows its topmost folders only."""
_MANY_FOUND = 2000
"""With more files than this what a filter finds does so too: nobody reads them all, and sorting them takes time."""

_STEPS = tuple(Priority)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all files."""

    files: int
    wanted_files: int
    size: int
    wanted: int
    """Bytes of the files that are not skipped, and what of them is `wanted_done`."""
    wanted_done: int


class FileTree(RowsModel[FileRow]):
    """Files and folders as the rows that are unfolded now; keys are file indices and folder paths."""

    # Not Signal(dict): PySide6 takes that for a table of texts and complains about other keys.
    changed = Signal(object)
    """dict[int, int]: priorities (0-7) wished for files, by index; only those that are different."""

    def __init__(self, columns: Sequence[Column[FileRow]], *, decides: bool, parent: QObject | None = None) -> None:
        """With `decides` a wish comes true here at once; else the owner brings the answer by `set_state`."""
        super().__init__(columns, _key_of, parent)
        self._decides = decides
        self._root, self._files, self._folders = build(())
        self._by_index: dict[int, FileRow] = {}
        self._folded: set[Key] = set()
        self._folded_found: set[Key] = set()
        """The same while a filter is on: it begins with everything in sight."""
        self._filter = ""
        self._matches: set[FileRow] | None = None
        self._sort_column: Column[FileRow] | None = None
        self._falling = False
        self._unsorted: set[FileRow] = set()
        """Folders whose children are not in order; they are put in order when they are shown."""
        self._state: FileState | None = None
        self._before: dict[int, int] = {}
        """Priorities that skipped files had, for the day they are wanted again."""
        self._dirty: set[FileRow] = set()
        """Rows that changed since they were last shown."""
        self._searched: list[str] | None = None
        """The paths as a filter looks at them, made for the first one."""
        self.released.connect(self._catch_up)

    # What is there

    @property
    def totals(self) -> Totals:
        """Sums over all files, whether they are shown or not."""
        root = self._root
        files = len(self._files)
        return Totals(
            files=files,
            wanted_files=files - root.counts[0],
            size=root.size,
            wanted=root.wanted,
            wanted_done=root.wanted_done,
        )

    def priorities(self) -> dict[int, int]:
        """File index -> priority, only those that differ from normal: what `AddOptions.priorities` takes."""
        return {int(node.key): node.given for node in self._files if node.given != Priority.NORMAL}

    def find(self, key: Hashable) -> FileRow | None:
        """The row of a file or folder, whether it is shown or not."""
        return self._node(key)

    def indices(self, keys: Iterable[Hashable]) -> list[int]:
        """The files that these rows stand for: a folder's are those that the filter lets through."""
        found: dict[int, None] = {}
        stack = [node for key in keys if (node := self._node(key))]
        while stack:
            node = stack.pop()
            if self._matches is not None and node not in self._matches:
                continue
            if node.children is None:
                found[int(node.key)] = None
            else:
                stack.extend(node.children)
        return sorted(found)

    @property
    def filtering(self) -> bool:
        """Whether a filter is on."""
        return self._matches is not None

    # Files and their state

    def clear_files(self) -> None:
        """No torrent: forget folding and filter too."""
        self._folded.clear()
        self._before.clear()
        self._filter, self._matches = "", None
        self._fill(())

    def set_files(self, files: Sequence[File], priorities: Sequence[int] = ()) -> None:
        """Show these files, in the order of the torrent; folders known by their path stay folded or unfolded.

        `priorities` go with `files`; all are normal unless there is one for each.
        """
        known = tuple(priorities) if len(priorities) == len(files) else (int(Priority.NORMAL),) * len(files)
        self._fill(files, known)

    def _fill(self, files: Sequence[File], priorities: Sequence[int] = ()) -> None:
        known = set(self._folders)
        self._root, self._files, self._folders = build(files, priorities)
        if len(files) > _UNFOLDED:
            self._folded.update(path for path, node in self._folders.items() if node.level and path not in known)
        self._by_index = {int(node.key): node for node in self._files}
        self._state = self._searched = None
        self._unsort_all()
        self._match()
        self._flatten()

    def set_state(self, state: FileState) -> None:
        """Progress and priorities, in the order of the files; a state of other files is ignored."""
        before, self._state = self._state, state
        if before == state or len(state.done) != len(self._files):
            return
        self._update(
            (node, done, priority)
            for node, done, priority in zip(self._files, state.done, state.priorities, strict=True)
            if node.done != done or node.given != priority
        )

    def _update(self, news: Iterable[tuple[FileRow, int, int]]) -> None:
        touched: dict[FileRow, Any] = {}
        parents: set[FileRow] = set()
        # Names do not change by progress.
        column = None if self._sort_column is None or self._sort_column.tree else self._sort_column
        for node, done, priority in news:
            if column:
                for each in (node, *node.ancestors()):
                    if each.parent and each not in touched:
                        touched[each] = column.value(each)
            node.set_state(done, priority)
            self._dirty.add(node)
            if node.parent:
                parents.add(node.parent)
        self._dirty |= _with_ancestors(parents)
        if column:
            moved = {node.parent for node, old in touched.items() if column.value(node) != old}
            self._unsorted.update(parent for parent in moved if parent)
            if moved and not self.held:
                self._flatten()
                return
        self._refresh()

    # Wishes

    def wish(self, priorities: Mapping[int, int]) -> None:
        """Ask for priorities by file index; those that are so already do not count."""
        nodes = self._by_index
        changes = {i: int(p) for i, p in priorities.items() if i in nodes and nodes[i].given != p}
        if not changes:
            return
        for index, priority in changes.items():
            if not priority:
                self._before[index] = nodes[index].given
        if self._decides:
            self._update((nodes[i], nodes[i].done, p) for i, p in changes.items())
        self.changed.emit(changes)

    def set_wanted(self, keys: Iterable[Hashable], wanted: bool) -> None:
        """Tick (with the priority they had before) or untick files and all files of folders."""
        indices = self.indices(keys)
        if wanted:
            skipped = [index for index in indices if not self._by_index[index].given]
            self.wish({index: self._before.get(index, int(Priority.NORMAL)) for index in skipped})
        else:
            self.wish(dict.fromkeys(indices, int(Priority.SKIP)))

    def toggle(self, key: Hashable, selected: Iterable[Hashable] = ()) -> None:
        """A click on the box of a row: one of several selected rows changes them all.

        A folder with a filter on goes by the files that are shown.
        """
        chosen = list(selected)
        indices = self.indices([key])
        wanted = not all(self._by_index[index].given for index in indices)
        self.set_wanted(chosen if key in chosen else [key], wanted)

    def set_all_wanted(self, wanted: bool) -> None:
        """Tick or untick every file that the filter lets through."""
        self.set_wanted((node.key for node in self._files), wanted)

    def set_priority(self, keys: Iterable[Hashable], priority: int) -> None:
        """Wish one priority for files and all files of folders."""
        self.wish(dict.fromkeys(self.indices(keys), priority))

    def step_priority(self, keys: Iterable[Hashable], *, up: bool) -> None:
        """Wish the next higher or lower priority that has a name."""
        wishes = {}
        for index in self.indices(keys):
            now = self._by_index[index].given
            beyond = [step for step in _STEPS if (step > now if up else step < now)]
            if beyond:
                wishes[index] = int(min(beyond) if up else max(beyond))
        self.wish(wishes)

    # Folding, filter, order

    def fold(self, key: Hashable, expanded: bool) -> None:
        """Show or fold away what is in a folder."""
        node = self._node(key)
        if node is not None and node.children is not None:
            (self._closed.discard if expanded else self._closed.add)(node.key)
            self._open(node)
            self._flatten()

    def fold_all(self, expanded: bool) -> None:
        """Show or fold away what is in every folder."""
        self._closed.clear()
        if not expanded:
            self._closed.update(self._folders)
        self._open(*self._folders.values())
        self._flatten()

    def set_filter(self, text: str) -> None:
        """Show files whose path contains the text, or whose name or path matches it as a pattern with * and ?."""
        text = text.strip()
        if text != self._filter:
            self._filter = text
            self._match()
            self._flatten()

    def _match(self) -> None:
        self._matches = None
        self._folded_found.clear()
        if self._filter:
            found = self._find(self._filter.casefold())
            self._matches = found | _with_ancestors({node.parent for node in found if node.parent})
            if len(found) > _MANY_FOUND:
                self._folded_found.update(path for path, node in self._folders.items() if node.level)
        self._open(*self._folders.values())

    def _find(self, wanted: str) -> set[FileRow]:
        if self._searched is None:
            self._searched = [node.path.casefold() for node in self._files]
        pairs = zip(self._files, self._searched, strict=True)
        if "*" not in wanted and "?" not in wanted:
            return {node for node, path in pairs if wanted in path}
        # A bracket is a bracket: file names are full of them, and nobody types character classes.
        matches = re.compile(fnmatch.translate(wanted.replace("[", "[[]"))).match
        return {node for node, path in pairs if matches(path) or matches(path, path.rfind("/") + 1)}

    def _open(self, *folders: FileRow) -> None:
        """Let folders know whether they are unfolded now."""
        for folder in folders:
            folder.expanded = folder.key not in self._closed
        self._dirty.update(folders)

    def sort_by(self, column: str, *, falling: bool) -> None:
        """Sort the files and folders within each folder. Raises KeyError for an unknown column."""
        number = self.column_number(column)
        if number is None:
            raise KeyError(column)
        self._sort_column, self._falling = self.columns[number], falling
        self._unsort_all()
        self._flatten()
        self.sorted_by.emit(column, falling)

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """Key of the sorted column and whether it falls."""
        return (self._sort_column.key, self._falling) if self._sort_column else None

    def _unsort_all(self) -> None:
        self._unsorted = {self._root, *self._folders.values()} if self._sort_column else set()

    def _sorted(self, folder: FileRow) -> list[FileRow]:
        """The children of a folder, in order."""
        column = self._sort_column
        if column is None or folder not in self._unsorted:
            return folder.children or []
        self._unsorted.discard(folder)
        values = {child: column.value(child) for child in folder.children or ()}
        filled = [child for child, value in values.items() if value is not None and value != ""]
        empty = [child for child, value in values.items() if value is None or value == ""]
        filled.sort(key=values.__getitem__, reverse=self._falling)
        if column.tree:
            # By name, folders stand before files whichever way it goes, as in every file manager.
            filled.sort(key=_is_file)
        folder.children = filled + empty
        return folder.children

    def _catch_up(self) -> None:
        if self._unsorted:
            self._flatten()

    # Rows

    def _node(self, key: Hashable) -> FileRow | None:
        return self._by_index.get(key) if isinstance(key, int) else self._folders.get(cast(str, key))

    @property
    def _closed(self) -> set[Key]:
        return self._folded if self._matches is None else self._folded_found

    def _flatten(self) -> None:
        flat: list[FileRow] = []
        stack = self._sorted(self._root)[::-1]
        matches = self._matches
        while stack:
            node = stack.pop()
            if matches is not None and node not in matches:
                continue
            flat.append(node)
            if node.children and node.expanded:
                stack.extend(reversed(self._sorted(node)))
        self._show([node.key for node in flat], flat)
        self._dirty.clear()

    def _refresh(self) -> None:
        """Show what changed of the rows, which stay where they are."""
        self._say_changed(self._differing(self._rows, self._rows))
        self._dirty.clear()

    def _differing(self, before: Sequence[FileRow], rows: Sequence[FileRow]) -> list[int]:
        """Rows are the same objects all the time: what changed of them is known."""
        places = (self.index_of(node.key) for node in self._dirty)
        return sorted(place for place in places if place is not None)


def _key_of(row: FileRow) -> Hashable:
    return row.key


def _is_file(node: FileRow) -> bool:
    return node.children is None


def _with_ancestors(folders: Iterable[FileRow]) -> set[FileRow]:
    found: set[FileRow] = set()
    for folder in folders:
        node: FileRow | None = folder
        while node is not None and node not in found:
            found.add(node)
            node = node.parent
    return found
