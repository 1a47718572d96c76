# SPDX-License-Identifier: GPL-3.0-or-later
"""The saved filters at work: read once, asked of the files inside where they want it, counted as torrents change."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine.engine import Engine
from starling.query import Query, parse
from starling.querystates import Predicate
from starling.savedfilters import SavedFilter
from starling.settings import Settings, organising
from starling.torrent import Torrent
from starling.ui import querywords
from starling.ui.filters import Counts
from starling.ui.insidesearch import InsideSearch
from starling.ui.slices import Slices
from starling.ui.table import TableModel

_AT_ONCE, _STEP = 200, 64
"""Torrents that are asked in any case before the event loop runs again, and those after which time is looked at."""
_MINUTE_MS, _AGAIN_MS = 60_000, 1_000
"""Numbers beside names may come a moment after the list itself."""


class SavedFilters(QObject):
    """What the setting holds, with rules."""

    changed = Signal()
    """Others are there, or in another order, or other numbers stand beside them."""
    rules_changed = Signal()
    """One of them may let something else through now."""

    def __init__(
        self, engine: Engine, chosen: Settings, counts: Counts, model: TableModel[Torrent], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings, self._counts, self._model = chosen, counts, model
        self._vocabulary = querywords.vocabulary()
        self._queries: dict[str, Query] = {}
        self._uncounted: dict[str, None] = {}
        """Those that not all torrents were asked about yet."""
        self._late = False
        """Whether others were told of numbers that are still to come."""
        self._slices = Slices(self)
        self._search = InsideSearch(engine, self, _AGAIN_MS)
        self._search.found.connect(self._on_found)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._age)
        chosen.changed.connect(self._on_setting)
        self._read()

    @property
    def all(self) -> Sequence[SavedFilter]:
        """In the order of the user."""
        return self._settings.get(organising.SAVED_FILTERS)

    def keep(self, filters: Sequence[SavedFilter]) -> None:
        """Have these, in this order."""
        self._settings.set(organising.SAVED_FILTERS, tuple(filters))

    def problem(self, name: str) -> str:
        """Why one is not understood, in a sentence; empty if it is."""
        flaw = self._queries[name].flaw if name in self._queries else None
        return querywords.sentence(flaw) if flaw is not None else ""

    def is_ready(self, name: str) -> bool:
        """Whether everything that it asks of files has an answer; one that is gone waits for nothing."""
        query = self._queries.get(name)
        return query is None or not query.inside or self._search.answers is not None

    def rule(self, name: str) -> Predicate | None:
        """What one lets through once it is ready, None for everything; nothing if it is gone or not understood."""
        query = self._queries.get(name)
        if query is None or query.flaw is not None:
            return _nothing
        return query.rule(self._search.answers or {})

    def _on_setting(self, key: str) -> None:
        if key == organising.SAVED_FILTERS.key:
            self._read()

    def _read(self) -> None:
        before = self._queries
        self._queries = {one.name: parse(one.query, self._vocabulary) for one in self.all}
        for name in before.keys() - self._queries.keys():
            self._counts.unwatch(name)
        self._search.look_for(asked for query in self._queries.values() for asked in query.inside)
        if any(query.timed for query in self._queries.values()):
            self._minute.start()
        else:
            self._minute.stop()
        known = {name: query.text for name, query in before.items()}
        self._count([name for name, query in self._queries.items() if known.get(name) != query.text])
        self.changed.emit()
        self.rules_changed.emit()

    def _count(self, names: Sequence[str]) -> None:
        for name in names:
            rule = (self.rule(name) or _everything) if self.is_ready(name) else None
            self._counts.watch(name, rule, ())
            self._uncounted[name] = None
        self._slices.run(self._look_at_all(), whole=False)
        self._late = self._slices.busy

    def _look_at_all(self) -> Iterator[None]:
        """Counts what they find, a few torrents at a time; those that come or change meanwhile are counted anyway."""
        while self._uncounted:
            name = next(iter(self._uncounted))
            keys, first = [torrent.id for torrent in self._model.all_rows()], 0
            while first < len(keys) and name in self._queries:
                last = first + (_STEP if first else _AT_ONCE)
                self._counts.look_at(name, filter(None, map(self._model.get, keys[first:last])))
                first = last
                if first < len(keys):
                    yield
            self._uncounted.pop(name, None)
        if self._late:
            self._late = False
            self.changed.emit()

    def _on_found(self) -> None:
        self._again([name for name, query in self._queries.items() if query.inside])

    def _age(self) -> None:
        aged = [one for one in self.all if self._queries[one.name].timed]
        self._queries |= {one.name: parse(one.query, self._vocabulary) for one in aged}
        self._again([one.name for one in aged])

    def _again(self, names: Sequence[str]) -> None:
        self._count(names)
        self.changed.emit()
        self.rules_changed.emit()


def _nothing(_torrent: Torrent) -> bool:
    return False


def _everything(_torrent: Torrent) -> bool:
    return True
