# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a file tree: which files and folders are shown, in which order, while others are built, sought, sorted.

Up to a few thousand files everything is done when it is asked for; with more, what takes long is done in slices, and
the rows stay as they are until then.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum, auto
from itertools import chain, compress, repeat
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from starling.filelist import FileList
from starling.filequery import folded_matcher
from starling.pieces import PieceMap
from starling.spelling import folded
from starling.torrent import File, FileState, Media, Priority
from starling.ui.column import Column
from starling.ui.files.catalog import ROOT, Catalog, Steps, catalogue, folder_id
from starling.ui.files.ledger import Ledger
from starling.ui.files.made import Keys, Made, files_of
from starling.ui.files.node import FileRow, Key, Shelf
from starling.ui.files.order import FLAT, Order
from starling.ui.rows import RowsModel
from starling.ui.slices import Slices

_AT_ONCE = 5000
"""Files of which everything is done at once."""
_UNFOLDED = 300
"""With more files than this a new torrent shows its topmost folders only."""
_MANY_FOUND = 2000
"""With more files than this what a filter finds does so too: nobody reads them all, and sorting them takes time."""
_MANY_NEWS = 1000
"""With more changed files than this everything in sight is painted again: finding out what takes longer."""
_CHUNK = 500


class _Stage(IntEnum):
    """In this order."""

    BUILD = auto()
    FIND = auto()
    WISH = auto()
    """Finds out what a wish means."""


class FileRows(RowsModel[FileRow]):
    """Files and folders as the rows that are unfolded now; keys are file indices and folder paths.

    What `RowsModel` calls a key is an id of the catalog here, and what it calls a row too.
    """

    built = Signal()
    """The files of `set_files` are on screen now; with few of them that is before it returns."""
    settled = Signal()
    """Everything that was asked for is on screen now."""

    def __init__(self, columns: Sequence[Column[FileRow]], parent: QObject | None = None) -> None:
        super().__init__(columns, _no_key, parent)
        self._shelf = _shelf_of(Catalog())
        self._order = Order(self._shelf, None, falling=False)
        self._unfolded = self._shelf.unfolded
        """The folders that are unfolded while there is no filter."""
        self._filter = ""
        self._mask: bytearray | None = None
        """By place, 1 where the filter lets a file through; None without one."""
        self._searched: list[str] = []
        """The paths as a filter looks at them, as many as were needed yet."""
        self._pending: tuple[FileList, Sequence[int]] | None = None
        """What is being built."""
        self._given: tuple[Catalog, bytes, bytes] = (self._shelf.catalog, b"", b"")
        """For which files priorities came last, and how: in the torrent's order, then by place."""
        self._awaited: tuple[FileState, float | None] | None = None
        """The state of what is being built."""
        self._stages: dict[_Stage, Iterator[None]] = {}
        """What comes before the rows; each goes on where it was if a later wish takes the place of the work."""
        self._reshape = False
        """Other rows are to be shown."""
        self._just_built = False
        self._dirty: set[int] | None = set()
        """Rows that changed since they were last shown; None if all may have."""
        self._left: list[Any] = []
        self._slices = Slices(self)
        self.released.connect(self._catch_up)

    # What is there

    @property
    def building(self) -> bool:
        """Whether the files of `set_files` are not on screen yet: see `built`."""
        return self._pending is not None

    @property
    def busy(self) -> bool:
        """Whether the rows are not yet what was asked for: see `settled`."""
        return self._slices.busy

    @property
    def file_count(self) -> int:
        """Number of files, shown or not."""
        return len(self._pending[0] if self._pending else self._shelf.catalog.files)

    @property
    def has_folders(self) -> bool:
        """Whether some files are in folders; those that are not built yet do not count."""
        return bool(self._shelf.catalog.folders)

    @property
    def filtering(self) -> bool:
        """Whether a filter is on, and says anything."""
        return folded_matcher(self._filter) is not None

    @property
    def flat(self) -> bool:
        """Whether files alone are shown, in one list."""
        return self._shelf.flat

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """Key of the sorted column and whether it falls."""
        column = self._order.column
        return (column.key, self._order.falling) if column else None

    def find(self, key: Hashable) -> FileRow | None:
        """The row of a file or folder, whether it is shown or not."""
        id = self._id_of(key)
        return None if id is None else FileRow(self._shelf, id)

    def row(self, number: int) -> FileRow:
        """The row shown at this place."""
        return FileRow(self._shelf, cast(int, self._keys[number]))

    def rows(self) -> Sequence[FileRow]:
        """The shown rows, top to bottom, each made when it is looked at."""
        return Made(self._shelf, cast("list[int]", self._keys))

    def keys(self) -> Sequence[Hashable]:
        """Their keys."""
        return Keys(self._shelf.catalog, cast("list[int]", self._keys))

    def rows_in(self, spans: Iterable[tuple[int, int]]) -> Sequence[FileRow]:
        """The rows of these stretches (first, last) as they stand now, each made when it is looked at."""
        return Made(self._shelf, self._ids_in(spans))

    def keys_in(self, spans: Iterable[tuple[int, int]]) -> Sequence[Hashable]:
        """Their keys; what they stand for is found faster than that of other keys."""
        return Keys(self._shelf.catalog, self._ids_in(spans))

    def everything(self) -> Steps[Sequence[FileRow]]:
        """Steps towards every file that the filter lets through, in order, whatever is folded away; no folders."""
        # An order of its own: what is sorted meanwhile by another column shall not meet in it.
        order = Order(self._shelf, self._order.column, self._order.falling)
        return files_of(self._shelf, order, self._mask)

    def _ids_in(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        ids = cast("list[int]", self._keys)
        return list(chain.from_iterable(ids[first : last + 1] for first, last in spans))

    def index_of(self, key: Hashable) -> int | None:
        """The place of a row, None if it is not shown."""
        id = self._id_of(key)
        return None if id is None else self._places().get(id)

    def above(self, number: int) -> int | None:
        """The place of the folder that a row is in."""
        id, catalog = cast(int, self._keys[number]), self._shelf.catalog
        folder = catalog.owner[id] if id >= 0 else catalog.parent[folder_id(id)]
        return None if folder == ROOT or self._shelf.flat else self._places().get(folder_id(folder))

    def starting_with(self, text: str, column: Column[FileRow], start: int) -> int | None:
        """Looks at names without making rows of them."""
        if not column.tree:
            return super().starting_with(text, column, start)
        for _ in self._search_paths():
            pass
        wanted, catalog, paths = folded(text), self._shelf.catalog, self._searched
        skipped = len(folded(catalog.root_path)) if self._shelf.flat else 0
        count = len(self._keys)
        for number in chain(range(start, count), range(min(start, count))):
            id = cast(int, self._keys[number])
            path = paths[id] if id >= 0 else folded(catalog.folder_paths[folder_id(id)])
            if path.startswith(wanted, skipped if self._shelf.flat else path.rfind("/") + 1):
                return number
        return None

    def _id_of(self, key: Hashable) -> int | None:
        return self._shelf.catalog.id_of(cast(Key, key))

    # Files and their state

    def clear_files(self) -> None:
        """No torrent: forget folding and filter too."""
        self._slices.stop()
        self._pending = self._awaited = None
        self._stages.clear()
        self._filter = ""
        self._reshape = False
        self._show([], [])
        shelf = _shelf_of(Catalog())
        shelf.flat, self._unfolded = self._shelf.flat, shelf.unfolded
        self._put(shelf, Order(shelf, self._order.column, self._order.falling))

    def set_files(self, files: Sequence[File], priorities: Sequence[int] = ()) -> None:
        """Show these files, in the order of the torrent; folders known by their path stay folded or unfolded.

        `priorities` go with `files`; all are normal unless there is one for each.
        """
        listed = FileList.of(files)
        known = priorities if len(priorities) == len(files) else bytes([Priority.NORMAL]) * len(files)
        self._pending = listed, known
        self._awaited = None
        self._stages = {_Stage.BUILD: self._build(listed, known)}
        self._reshape = True
        self._go_on(at_once=False)

    def set_state(self, state: FileState, at: float | None = None) -> None:
        """Progress and priorities, in the order of the files; a state of other files is ignored.

        `at` (seconds of any clock that only goes forward) is when it was so; without it there are no rates.
        """
        if self._pending:
            self._awaited = state, at
            return
        catalog = self._shelf.catalog
        if len(state.done) == len(state.priorities) == len(catalog.files):
            self._news(self._shelf.ledger.take(catalog.in_order(state.done), self._ordered(state.priorities), at))

    def _ordered(self, priorities: Sequence[int]) -> bytes:
        """By place; they are the same nearly every second, and putting 100,000 in order takes milliseconds."""
        given, catalog = bytes(priorities), self._shelf.catalog
        if self._given[:2] != (catalog, given):
            self._given = catalog, given, bytes(catalog.in_order(given))
        return self._given[2]

    def set_pieces(self, pieces: PieceMap | None) -> None:
        """The pieces of the torrent, for availabilities."""
        if pieces != self._shelf.pieces:
            self._shelf.set_pieces(pieces)
            self._news(range(len(self._shelf.catalog.files)), reordered=self._order.reads_pieces)

    def set_media(self, media: Mapping[int, Media]) -> None:
        """What is known of video and audio files, by index; others than before take the place of those."""
        before, self._shelf.media = self._shelf.media, media
        if media is before:
            return
        # What is still the same is the same object: comparing 100,000 takes longer than a frame.
        differing = [index for index, known in media.items() if before.get(index) is not known]
        differing += [index for index in before if index not in media]
        places = map(self._shelf.catalog.place_of, differing)
        self._news(sorted(place for place in places if place is not None), reordered=self._order.reads_media)

    def _build(self, files: FileList, priorities: Sequence[int]) -> Iterator[None]:
        before = self._shelf
        catalog = yield from catalogue(files)
        shelf = _shelf_of(catalog, catalog.in_order(priorities))
        shelf.flat, shelf.media = before.flat, before.media
        shelf.set_pieces(before.pieces)
        yield
        folded_deep = len(files) > _UNFOLDED
        if before.ledger.before.count(Priority.NORMAL) < len(before.ledger.before):
            had = dict(zip(before.catalog.indices, before.ledger.before, strict=True))
            shelf.ledger.before[:] = bytes(map(had.get, catalog.indices, repeat(int(Priority.NORMAL))))
            yield
        known = before.catalog.folders
        unfolded = bytearray(not folded_deep or not path.count("/") for path in catalog.folder_paths)
        for path, number in known.items():
            if (again := catalog.folders.get(path)) is not None:
                unfolded[again] = self._unfolded[number]
        yield
        # What stays is the same row, with its selection; what does not leaves while its torrent is still known.
        staying = {key: new for key in self.keys() if (new := catalog.id_of(cast(Key, key))) is not None}
        if len(staying) < len(self._keys):
            kept = [id for id, key in zip(self._keys, self.keys(), strict=True) if key in staying]
            self._show(kept, cast("list[FileRow]", kept.copy()))
        self._keys = list(staying.values())
        self._rows = cast("list[FileRow]", self._keys.copy())
        self._unfolded = shelf.unfolded = unfolded
        self._put(shelf, Order(shelf, self._order.column, self._order.falling))
        if self._filter:
            self._stages[_Stage.FIND] = self._find(self._filter)
        awaited, self._awaited = self._awaited, None
        self._pending = None
        self._just_built = self._reshape = True
        if awaited:
            self.set_state(*awaited)

    def _put(self, shelf: Shelf, order: Order) -> None:
        for part in (self._shelf.catalog, self._shelf.ledger, self._order):
            self._left.extend(vars(part).values())
        self._left.append(self._searched)
        self._sweeper.start()
        self._shelf, self._order = shelf, order
        self._mask, self._searched = None, []
        self._moved()
        self._dirty = None

    def _news(self, places: Sequence[int], *, reordered: bool = True) -> None:
        """These files are others than they were."""
        if not places:
            return
        folders = self._shelf.catalog.folders_above(places)
        if reordered:
            self._order.note(places, folders)
        if len(places) > _MANY_NEWS or len(self._keys) > _AT_ONCE:
            self._dirty = None
        elif self._dirty is not None:
            self._dirty.update(places, map(folder_id, folders))
        self._say_changed(self._differing((), ()))
        self._dirty = set()
        if self._order.stale and not self.held and not self.busy:
            # Whoever brought the news has more to do in this turn of the event loop.
            self._go_on(at_once=False)

    # Folding, filter, order

    def fold(self, key: Hashable, expanded: bool) -> None:
        """Show or fold away what is in a folder."""
        number = self._shelf.catalog.folders.get(key) if isinstance(key, str) else None
        if number is not None:
            self._shelf.unfolded[number] = expanded
            if self._dirty is not None:
                self._dirty.add(folder_id(number))
            self._settle()

    def fold_all(self, expanded: bool) -> None:
        """Show or fold away what is in every folder."""
        unfolded = self._shelf.unfolded
        unfolded[:] = bytes([expanded]) * len(unfolded)
        self._dirty = None
        self._settle()

    def set_flat(self, flat: bool) -> None:
        """Show files alone, in one list that is sorted as a whole, or the tree."""
        if flat != self._shelf.flat:
            self._shelf.flat = flat
            self._dirty = None
            self._settle()

    def set_filter(self, text: str) -> None:
        """Show the files that `starling.filequery` finds for this text."""
        text = text.strip()
        if text != self._filter:
            self._filter = text
            self._stages[_Stage.FIND] = self._find(text)
            self._settle()

    def sort_by(self, column: str, *, falling: bool) -> None:
        """Sort the files and folders within each folder. Raises KeyError for an unknown column."""
        number = self.column_number(column)
        if number is None:
            raise KeyError(column)
        self._order.by(self.columns[number], falling)
        self.sorted_by.emit(column, falling)
        self._settle()

    def _search_paths(self) -> Iterator[None]:
        paths, found = self._shelf.catalog.files.paths, self._searched
        while len(found) < len(paths):
            found.extend(map(folded, paths[len(found) : len(found) + _CHUNK]))
            yield

    def _find(self, text: str) -> Iterator[None]:
        predicate = folded_matcher(text)
        mask: bytearray | None = None
        shelf = self._shelf
        if predicate is not None:
            yield from self._search_paths()
            mask = bytearray()
            for start in range(0, len(shelf.catalog.files), _CHUNK):
                part = slice(start, start + _CHUNK)
                mask.extend(map(predicate, self._searched[part], shelf.catalog.sizes[part]))
                yield
        self._mask, self._dirty = mask, None
        shelf.unfolded = self._unfolded
        if mask is not None:
            # While filtering, folders fold on their own; it begins with everything in sight.
            many = mask.count(1) > _MANY_FOUND
            shelf.unfolded = bytearray(not many or not path.count("/") for path in shelf.catalog.folder_paths)

    # Rows

    def _settle(self) -> None:
        """Show what is wanted now, at once or as soon as it is found out."""
        self._reshape = True
        self._go_on()

    def _find_out(self, wisher: Iterator[None]) -> None:
        """Find out what a wish means, and wish it."""
        self._stages[_Stage.WISH] = wisher
        self._go_on()

    def _found_out(self) -> None:
        """Whoever hears of the wish may have another one."""
        self._stages.pop(_Stage.WISH, None)

    def _go_on(self, *, at_once: bool = True) -> None:
        files = self._pending[0] if self._pending else self._shelf.catalog.files
        self._slices.run(self._work(), whole=len(files) <= _AT_ONCE, at_once=at_once)

    def _catch_up(self) -> None:
        if (self._order.stale or self._order.moved) and not self.busy:
            self._go_on()

    def _work(self) -> Iterator[None]:
        yield from self._prepare()
        while True:
            yield from self._order.catch_up()
            if self._order.moved or self._reshape:
                ids = yield from self._flatten()
                self._reshape = self._order.moved = False
                self._show(cast("list[Hashable]", ids), cast("list[FileRow]", ids.copy()))
                self._dirty = set()
            if not self._order.stale or self.held:
                break
        if self._just_built:
            self._just_built = False
            self.built.emit()
        self.settled.emit()

    def _prepare(self) -> Iterator[None]:
        while self._stages:
            stage = min(self._stages)
            steps = self._stages[stage]
            # By hand: "yield from" would end it together with this work.
            for _ in steps:
                yield
            if self._stages.get(stage) is steps:
                del self._stages[stage]

    def _flatten(self) -> Steps[list[int]]:
        mask, shelf = self._mask, self._shelf
        if shelf.flat:
            return self._let_through((yield from self._order.children(FLAT)))
        catalog = shelf.catalog
        found: list[int] = []
        stack = [folder_id(ROOT)]
        worked = 0
        while stack:
            worked += 1
            if worked % _CHUNK == 0:
                yield
            id = stack.pop()
            if id >= 0:
                if mask is None or mask[id]:
                    found.append(id)
                continue
            folder = folder_id(id)
            if folder != ROOT:
                if mask is not None and mask.find(1, *catalog.range(folder)) < 0:
                    continue
                found.append(id)
                if not shelf.unfolded[folder]:
                    continue
            inside = yield from self._order.children(folder)
            if catalog.has_folders(folder):
                stack.extend(reversed(inside))
            else:
                found.extend(self._let_through(inside))
        return found

    def _let_through(self, places: Sequence[int]) -> list[int]:
        mask = self._mask
        return list(places) if mask is None else list(compress(places, map(mask.__getitem__, places)))

    def _differing(self, before: Sequence[FileRow], rows: Sequence[FileRow]) -> list[int]:
        """Rows are made when they are looked at: what changed of them is known."""
        if self._dirty is None:
            return []
        places = map(self._places().get, self._dirty) if self._dirty else ()
        return sorted(place for place in places if place is not None)

    def _say_changed(self, changed: list[int]) -> None:
        """All rows are one stretch, without counting them: there may be 100,000."""
        if self._dirty is not None:
            super()._say_changed(changed)
        elif self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self.columns) - 1))

    def _let_go(self, rows: list[FileRow]) -> None:
        """Ids cost nothing to free."""

    def _sweep(self) -> None:
        """Free the columns of a torrent that is not shown any more one by one: all at once take as long as a frame."""
        if self._left:
            del self._left[-1]
        else:
            self._sweeper.stop()


def _no_key(_row: FileRow) -> Hashable:
    raise AssertionError("file trees keep ids")


def _shelf_of(catalog: Catalog, priorities: Sequence[int] = ()) -> Shelf:
    return Shelf(catalog, Ledger(catalog, priorities), bytearray([1]))
