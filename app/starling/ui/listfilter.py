# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of torrents lets through: the entry of the sidebar, and the query of the filter box."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from starling.engine.engine import Engine
from starling.query import Query, parse
from starling.querystates import Predicate
from starling.torrent import Torrent
from starling.ui import filters, querywords
from starling.ui.filters import ALL, Filter, Section
from starling.ui.insidesearch import InsideSearch
from starling.ui.nomatch import NoMatch
from starling.ui.querybox import QueryBox
from starling.ui.querysaved import SavedFilters
from starling.ui.sidebar import Sidebar
from starling.ui.slices import Slices
from starling.ui.table import TableModel

_MINUTE_MS = 60_000


class ListFilter(QObject):
    """Follows sidebar and box, and tells why there is nothing to see."""

    def __init__(
        self,
        engine: Engine,
        model: TableModel[Torrent],
        box: QueryBox,
        sidebar: Sidebar,
        no_match: NoMatch,
        saved: SavedFilters,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engine, self._model, self._box = engine, model, box
        self._sidebar, self._no_match, self._saved = sidebar, no_match, saved
        self._vocabulary = querywords.vocabulary()
        self.entry = ALL
        """What is picked in the sidebar."""
        self.text = ""
        """What is typed in the box."""
        self.query = Query("")
        """What holds: the latest of what was typed that is understood."""
        self._deeper = Query("")
        """The same words asked of the files inside, while nothing else is found."""
        self._search = InsideSearch(engine, self)
        self._search.found.connect(self._on_found)
        self._counting = Slices(self)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._age)
        sidebar.picked.connect(self._on_entry)
        box.filtered.connect(self._on_text)
        saved.rules_changed.connect(self._on_saved)
        no_match.clear_requested.connect(self._clear)
        no_match.inside_requested.connect(self._look_inside)
        model.filtered.connect(self._on_filtered)
        # A row may have been the last one.
        model.rowsRemoved.connect(self._seek)

    def let_all_through(self) -> None:
        """No filter any more."""
        self._empty_box()
        self._sidebar.pick(ALL)

    def _on_entry(self, entry: Filter) -> None:
        self.entry = entry
        self._refilter()

    def _on_text(self, text: str) -> None:
        self.text = text
        query = parse(text, self._vocabulary)
        if query.problem is not None:
            # What was shown stays: the rest of what is typed may mean something else altogether.
            self._box.say(querywords.sentence(query.problem), wrong=True, later=query.problem.at_end)
            return
        note = query.note
        at_end = note is not None and note.at_end
        begun = at_end and query.flaw is not None
        self._box.say(querywords.sentence(note) if note else "", later=at_end, begun=begun)
        self._hold(query)

    def _hold(self, query: Query) -> None:
        self.query = query
        if query.timed:
            self._minute.start()
        else:
            self._minute.stop()
        self._seek()
        self._refilter()

    def _age(self) -> None:
        """What was young a minute ago may be no more."""
        self._hold(parse(self.query.text, self._vocabulary))

    def _on_saved(self) -> None:
        if self.entry.section is Section.SAVED:
            self._refilter()

    def _seek(self) -> None:
        """Looks inside torrents where that was asked for, or where nothing else is found."""
        query = self.query
        deeper = query.words_inside if not self._model.rowCount() and not query.inside else ""
        if deeper != self._deeper.text:
            self._deeper = parse(deeper, self._vocabulary)
        self._search.look_for(query.inside or self._deeper.inside)

    def _on_found(self) -> None:
        if self.query.inside:
            self._refilter()
        else:
            self._say_why_empty()

    def _refilter(self) -> None:
        answers = self._search.answers if self.query.inside else {}
        if answers is None or not self._is_ready():
            # What is shown stays until there is an answer, a moment later.
            return
        self._model.set_filter(filters.both(self._entry_rule(), self.query.rule(answers)), whole=False)

    def _on_filtered(self) -> None:
        self._seek()
        self._say_why_empty()

    def _is_ready(self) -> bool:
        return self.entry.section is not Section.SAVED or self._saved.is_ready(self.entry.name)

    def _entry_rule(self) -> Predicate | None:
        return self._saved.rule(self.entry.name) if self.entry.section is Section.SAVED else filters.rule(self.entry)

    def _say_why_empty(self) -> None:
        query = self.query
        if query.inside and not self._engine.names_read:
            words = self.tr("The names of the files inside are still being read.")
        elif self.entry.section is Section.SAVED and (problem := self._saved.problem(self.entry.name)):
            words = self.tr("“{name}” finds nothing: {problem}").format(name=self.entry.name, problem=problem)
        elif len(query.inside) == 1 and query.text.strip().casefold() == f"file:{query.inside[0]}".casefold():
            words = self.tr("No torrent holds a file that matches {text}.").format(text=query.inside[0])
        elif query.text.strip():
            words = self.tr("No torrent matches {text}.").format(text=query.text)
        elif self.entry != ALL:
            words = self.tr("No torrent here now.")
        else:
            words = ""
        self._no_match.say(words)
        self._counting.run(self._count_inside(), whole=False)

    def _count_inside(self) -> Iterator[None]:
        """Offers the torrents of the entry that only the names of their files bring to light."""
        answers, count = self._search.answers, 0
        if not self.query.inside and self._deeper.inside and answers is not None and self._is_ready():
            rule = filters.both(self._entry_rule(), self._deeper.rule(answers))
            for id in answers[self._deeper.inside[0]]:
                torrent = self._model.get(id)
                count += torrent is not None and (rule is None or rule(torrent))
                yield
        self._no_match.offer_inside(count)

    def _look_inside(self) -> None:
        self._box.set_query(self._deeper.text)

    def _clear(self) -> None:
        if self.text:
            self._empty_box()
        else:
            self._sidebar.pick(ALL)

    def _empty_box(self) -> None:
        self._box.clear()
        self._box.tell()
