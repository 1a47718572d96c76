# SPDX-License-Identifier: GPL-3.0-or-later
"""What never changes about the files of a torrent, in columns, ordered so that a folder is an unbroken range.

100,000 row objects would take half a second to make and a third of one to free, and every collection of cyclic garbage
would visit them all. Here a file is a place in flat columns, a folder two places, and only rows on screen are objects.
Columns of numbers are arrays, which the collector does not know, or tuples where they are read all at once, which is
faster: it forgets tuples of numbers and texts as soon as it has seen them, lists never.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import accumulate, chain
from operator import gt, itemgetter
from typing import Any, TypeVar

from starling.filelist import FileList

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that stops every millisecond or so, for whoever drives it to look after something else."""
Spans = tuple[tuple[int, int], ...]

ROOT = 0
"""The folder that all others are in; it is never shown."""
_CHUNK = 2000
_SORTED_AT_ONCE = 4096


class Catalog:
    """Files by place, a folder's own before those of the folders in it; folders by number, parents before children.

    A row of either kind has an id: a file's is its place, a folder's is `folder_id` of its number.
    """

    def __init__(self) -> None:
        """A torrent without files; `catalogue` makes others."""
        self.files = FileList()
        self.numbers: Sequence[int] = ()
        """Place -> number in the torrent's own list, which the default order within a folder follows."""
        self.indices: Sequence[int] = ()
        self.keys: Sequence[int | str] = ("",)
        """By id, a negative one counts from the end: indices of files, then paths of folders backwards."""
        self.sizes: Sequence[int] = ()
        self.size_to: Sequence[int] = (0,)
        """Bytes of all files before a place."""
        self.owner: Sequence[int] = ()
        """The folder that a file stands in."""
        self.folder_paths: Sequence[str] = ("",)
        self.parent: Sequence[int] = (ROOT,)
        self.first: Sequence[int] = (0,)
        """Number in the torrent's own list of the first file in it."""
        self.low: Sequence[int] = (0, 0)
        """The first file of a folder and of what is in it; one more entry than folders."""
        self.after: Sequence[int] = (1,)
        """Number of the first folder that is not in this one."""
        self.spans: Sequence[Spans] = ((),)
        """First and last piece of every unbroken run of pieces of a folder."""
        self.folders: dict[str, int] = {}
        """Without the root."""
        self.root_path = ""
        """The one folder that all files are in, with a slash at its end; empty if they are not all in one."""
        self._places: dict[int, int] | None = None
        self._default: Callable[[Sequence[Any]], tuple[Any, ...]] | None = None

    def range(self, folder: int) -> tuple[int, int]:
        """The places of the files of a folder, those in its folders included."""
        return self.low[folder], self.low[self.after[folder]]

    def place_of(self, index: int) -> int | None:
        """Where the file with this index stands."""
        if self._places is None:
            self._places = dict(zip(self.indices, range(len(self.indices)), strict=True))
        return self._places.get(index)

    def id_of(self, key: int | str) -> int | None:
        """The id of the file with this index, of the folder with this path."""
        if isinstance(key, int):
            return self.place_of(key)
        number = self.folders.get(key)
        return None if number is None else folder_id(number)

    def folders_above(self, places: Sequence[int]) -> set[int]:
        """The folders that these files are in, the root aside."""
        if len(places) == len(self.files):
            return set(range(ROOT + 1, len(self.folder_paths)))
        found = {ROOT}
        for owner in set(map(self.owner.__getitem__, places)):
            folder = owner
            while folder not in found:
                found.add(folder)
                folder = self.parent[folder]
        found.discard(ROOT)
        return found

    def in_order(self, values: Sequence[T]) -> Sequence[T]:
        """Values in the order of the torrent's list, by place."""
        return self._default(values) if self._default else values

    def has_folders(self, folder: int) -> bool:
        """Whether there are folders in this one."""
        return self.after[folder] > folder + 1

    def children(self, folder: int) -> list[int]:
        """Ids of what stands in a folder, in the order in which the torrent lists it."""
        own = range(self.low[folder], self.low[folder + 1])
        if not self.has_folders(folder):
            return list(own)
        found: list[int] = []
        at, child = own.start, folder + 1
        inside = []
        while child < self.after[folder]:
            inside.append((self.first[child], child))
            child = self.after[child]
        for number, child in sorted(inside):
            stop = bisect_left(self.numbers, number, at, own.stop)
            found.extend(range(at, stop))
            found.append(folder_id(child))
            at = stop
        found.extend(range(at, own.stop))
        return found


def folder_id(number: int) -> int:
    """The id of a folder's row, and the number of the folder that has this id."""
    return ~number


def catalogue(files: FileList) -> Steps[Catalog]:
    """Order these files."""
    made = Catalog()
    if not files:
        return made
    owners = yield from _folders(made, files.paths)
    count = len(files)
    made.numbers = range(count)
    made.owner = array("q", owners)
    if any(map(gt, owners, owners[1:])):
        made.numbers = array("q", (yield from sorted_in_steps(range(count), owners.__getitem__)))
        yield
        made._default = itemgetter(*made.numbers)  # noqa: SLF001  (made here)
        yield
        made.owner = array("q", made.in_order(owners))
        yield
    made.files = yield from _ordered(made, files)
    made.indices, made.sizes = made.files.indices, made.files.sizes
    made.keys = (*made.indices, *reversed(made.folder_paths))
    yield
    made.size_to = array("q", accumulate(made.sizes, initial=0))
    yield
    made.low = array("q", (yield from _lows(made.owner, len(made.folder_paths))))
    if made.after[ROOT] > 1 and made.after[1] == made.after[ROOT] and made.low[1] == 0:
        made.root_path = made.folder_paths[1] + "/"
    made.spans = tuple((yield from _spans(made)))
    yield
    made.place_of(0)
    return made


def _ordered(made: Catalog, files: FileList) -> Steps[FileList]:
    if made.numbers == range(len(files)):
        return files
    indices = made.in_order(files.indices)
    yield
    paths = made.in_order(files.paths)
    yield
    sizes = made.in_order(files.sizes)
    yield
    first_pieces = made.in_order(files.first_pieces)
    yield
    return FileList(indices, paths, sizes, first_pieces, made.in_order(files.pieces))


def _folders(made: Catalog, paths: Sequence[str]) -> Steps[tuple[int, ...]]:
    """Number the folders; which of them every file stands in."""
    found = {"": 0}
    first = [0]
    inside: dict[int, list[int]] = {}
    owners: list[int] = []
    for start in range(0, len(paths), _CHUNK):
        for path in paths[start : start + _CHUNK]:
            head = path.rpartition("/")[0]
            number = found.get(head)
            if number is None:
                number = _new_folder(head, found, inside)
                first.extend([len(owners)] * (len(found) - len(first)))
            owners.append(number)
        yield
    names = list(found)
    numbers = [0] * len(names)
    order: list[int] = []
    parents: list[int] = []
    stack = [(0, 0)]
    while stack:
        old, parent = stack.pop()
        number = numbers[old] = len(order)
        order.append(old)
        parents.append(parent)
        stack.extend((child, number) for child in reversed(inside.get(old, ())))
        if not number % _CHUNK:
            yield
    made.parent = tuple(parents)
    made.folder_paths = tuple([names[old] for old in order])
    made.first = tuple([first[old] for old in order])
    yield
    made.folders = {path: number for number, path in enumerate(made.folder_paths) if number}
    sizes = [1] * len(order)
    yield
    for number in range(len(order) - 1, 0, -1):
        sizes[parents[number]] += sizes[number]
    yield
    made.after = tuple([number + size for number, size in enumerate(sizes)])
    yield
    return tuple([numbers[old] for old in owners])


def _new_folder(path: str, found: dict[str, int], inside: dict[int, list[int]]) -> int:
    missing = []
    while (parent := found.get(path)) is None:
        missing.append(path)
        path = path.rpartition("/")[0]
    for each in reversed(missing):
        number = found[each] = len(found)
        inside.setdefault(parent, []).append(number)
        parent = number
    return parent


def _lows(owner: Sequence[int], folders: int) -> Steps[list[int]]:
    counts = [0] * folders
    for start in range(0, len(owner), _CHUNK):
        for folder in owner[start : start + _CHUNK]:
            counts[folder] += 1
        yield
    return list(accumulate(counts, initial=0))


def _spans(made: Catalog) -> Steps[list[Spans]]:
    """The runs of pieces of every folder, from the innermost outwards."""
    found: list[Spans] = [()] * len(made.folder_paths)
    carried: dict[int, list[tuple[int, int]]] = {}
    worked = 0
    firsts, pieces = made.files.first_pieces, made.files.pieces
    for folder in range(len(made.folder_paths) - 1, ROOT, -1):
        runs = carried.pop(folder, [])
        for place in range(made.low[folder], made.low[folder + 1]):
            if count := pieces[place]:
                first = firsts[place]
                last = first + count - 1
                if runs and runs[-1][0] <= first <= runs[-1][1] + 1:
                    runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
                else:
                    runs.append((first, last))
                worked += 1
                if worked % _CHUNK == 0:
                    yield
        if len(runs) > 1:
            runs = yield from _joined(runs)
        found[folder] = tuple(runs)
        if made.parent[folder] != ROOT:
            # Nobody asks the root, which is no row.
            carried.setdefault(made.parent[folder], []).extend(runs)
    return found


def _joined(runs: list[tuple[int, int]]) -> Steps[list[tuple[int, int]]]:
    """Runs of pieces in rising order, those that touch made one."""
    found: list[tuple[int, int]] = []
    ordered = yield from sorted_in_steps(runs)
    for number, (first, last) in enumerate(ordered):
        if found and first <= found[-1][1] + 1:
            if last > found[-1][1]:
                found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
        if number % _CHUNK == _CHUNK - 1:
            yield
    return found


def sorted_in_steps(
    items: Iterable[T], key: Callable[[T], Any] | None = None, *, reverse: bool = False
) -> Steps[list[T]]:
    """`sorted`, which for 100,000 texts holds the interpreter for 100 ms, as steps of a few."""
    listed = list(items)
    # Any: without a key the items have an order of their own.
    sort: Any = sorted
    parts = []
    for start in range(0, max(1, len(listed)), _SORTED_AT_ONCE):
        parts.append(sort(listed[start : start + _SORTED_AT_ONCE], key=key, reverse=reverse))
        if len(listed) > _SORTED_AT_ONCE:
            yield
    while len(parts) > 1:
        merged = []
        for number in range(0, len(parts), 2):
            # Two runs that are in order already: Python's sort finds and merges them.
            both = list(chain.from_iterable(parts[number : number + 2]))
            merged.append(sort(both, key=key, reverse=reverse))
            yield
        parts = merged
    return list(parts[0])


def at_once(steps: Steps[T]) -> T:
    """The result of steps that need no pause."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: T = done.value
            return result
