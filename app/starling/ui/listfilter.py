# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of torrents lets through: the entry of the sidebar, the words of the filter box, files inside."""

from PySide6.QtCore import QObject, Signal

from starling.engine.engine import Engine
from starling.torrent import Torrent
from starling.ui import filters
from starling.ui.filterfield import FilterField
from starling.ui.filters import ALL, Filter, Typed
from starling.ui.insidesearch import InsideSearch
from starling.ui.nomatch import NoMatch
from starling.ui.sidebar import Sidebar
from starling.ui.table import TableModel


class ListFilter(QObject):
    """Follows sidebar and box, and tells why there is nothing to see."""

    inside_changed = Signal(str)
    """`inside` is another now."""

    def __init__(
        self,
        engine: Engine,
        model: TableModel[Torrent],
        box: FilterField,
        sidebar: Sidebar,
        no_match: NoMatch,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engine, self._model, self._box = engine, model, box
        self._sidebar, self._no_match = sidebar, no_match
        self.entry = ALL
        """What is picked in the sidebar."""
        self.text = ""
        """What is typed in the box."""
        self._typed = Typed("", "")
        self._search = InsideSearch(engine, self)
        self._search.found.connect(self._on_found)
        sidebar.picked.connect(self._on_entry)
        box.filtered.connect(self._on_text)
        no_match.clear_requested.connect(self._clear)
        no_match.inside_requested.connect(self._look_inside)
        # A row may have been the last one.
        model.rowsRemoved.connect(self._seek)

    @property
    def inside(self) -> str:
        """What is looked for in the names of files inside torrents; empty while that is nothing."""
        return self._typed.inside

    def let_all_through(self) -> None:
        """No filter any more."""
        self._empty_box()
        self._sidebar.pick(ALL)

    def _on_entry(self, entry: Filter) -> None:
        self.entry = entry
        self._refilter()

    def _on_text(self, text: str) -> None:
        before = self.inside
        self.text, self._typed = text, filters.typed(text)
        self._seek()
        self._refilter()
        if self.inside != before:
            self.inside_changed.emit(self.inside)

    def _seek(self) -> None:
        """Looks inside torrents where that was asked for, or where nothing else is found."""
        if self.inside:
            self._search.look_for(self.inside)
        else:
            self._search.look_for("" if self._model.rowCount() else self._typed.plain)

    def _on_found(self) -> None:
        if self.inside:
            self._refilter()
        else:
            self._say_why_empty()

    def _refilter(self) -> None:
        found = self._search.ids if self.inside else None
        if self.inside and found is None:
            # What is shown stays until there is an answer, a moment later.
            return
        self._model.set_filter(filters.predicate(self.entry, self._typed.plain, found))
        self._seek()
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self.inside and not self._engine.names_read:
            words = self.tr("The names of the files inside are still being read.")
        elif self.inside:
            words = self.tr("No torrent holds a file that matches {text}.").format(text=self.inside)
        elif self.text:
            words = self.tr("No torrent matches {text}.").format(text=self.text)
        elif self.entry != ALL:
            words = self.tr("No torrent here now.")
        else:
            words = ""
        self._no_match.say(words)
        self._no_match.offer_inside(0 if self.inside else self._count_inside())

    def _count_inside(self) -> int:
        """The torrents of the entry that only the names of their files bring to light."""
        rule = filters.predicate(self.entry, "", self._search.ids or frozenset())
        found = (self._model.get(id) for id in self._search.ids or ())
        return sum(1 for torrent in found if torrent is not None and rule is not None and rule(torrent))

    def _look_inside(self) -> None:
        self._box.setText(f"{filters.INSIDE}{self._typed.plain}")
        self._box.tell()

    def _clear(self) -> None:
        if self.text:
            self._empty_box()
        else:
            self._sidebar.pick(ALL)

    def _empty_box(self) -> None:
        self._box.clear()
        self._box.tell()
