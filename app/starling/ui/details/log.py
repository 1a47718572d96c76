# SPDX-License-Identifier: GPL-3.0-or-later
"""The Log tab: what happened to this torrent since the program was started, the latest on top."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from starling import formats
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.logbook import Entry, Level, Logbook
from starling.spelling import folded
from starling.torrent import Torrent
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.filterfield import FilterField
from starling.ui.logmodel import TIME
from starling.ui.logtable import LogFilter, forgotten, no_name, offer_levels, story_columns
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

_FILTER = 190


class TorrentLog(Counted):
    """The texts of this module that count."""


class LogPage(Page):
    """Entries of the log that are about the selected torrent, and those that are told nowhere else."""

    log_wanted = Signal(str)
    """Id of a torrent whose entries shall be shown in the window of the log."""

    def __init__(self, book: Logbook, themes: ThemeManager) -> None:
        super().__init__(themes, "log", translate("Details", "Log"))
        self._book = book
        self._torrent: Torrent | None = None
        self._filter = LogFilter()
        self.model: TableModel[Entry] = TableModel(story_columns(), _number, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Log"))
        self.level = QComboBox()
        offer_levels(self.level)
        self.search = FilterField(themes, _FILTER)
        self.search.setPlaceholderText(self.tr("Search sentences"))
        self.search.setAccessibleName(self.tr("Search the log of the torrent"))
        self.sentence = SentenceRow(themes, buttons=(self.level, self.search))
        self.rows.addWidget(self.sentence)
        self.rows.addWidget(self.view)
        self.model.sort_by(TIME, falling=True)
        self.level.activated.connect(self._apply)
        self.search.filtered.connect(self._apply)
        self.search.left.connect(self.view.setFocus)
        self.view.columns.changed.connect(self.changed)
        self.view.menu_requested.connect(self._menu)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> Sequence[Entry]:
        """What the log has about it."""
        return self._book.of(torrent_id)

    def take(self, torrent: Torrent, fetched: Sequence[Entry]) -> None:
        """Show them."""
        self._torrent = torrent
        self.model.replace(fetched)
        self._say()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = None
        self.model.replace([])
        self.sentence.show_words([])
        self.view.set_empty_text("")

    def main_widget(self) -> QWidget:
        """The table."""
        return self.view

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the entries."""
        copy = menu.addAction(self.tr("&Copy"), self.view.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutVisibleInContextMenu(True)
        copy.setEnabled(self.view.selected_count() > 0)
        whole = menu.addAction(self.tr("Show in the &window of the log"), self._on_window)
        whole.setEnabled(self._torrent is not None)
        menu.addSeparator()
        self.view.fill_export(menu)

    def save_state(self) -> str:
        """Columns and sorting."""
        return self.view.save_state()

    def restore_state(self, state: str) -> None:
        """Take them over."""
        self.view.restore_state(state)

    # -- within

    def _apply(self) -> None:
        words = tuple(folded(self.search.text()).split())
        self._filter = LogFilter(self.level.currentData(), words=words)
        self.model.set_filter(None if self._filter.lets_all_through else self._filter.predicate(no_name))
        self._say()

    def _say(self) -> None:
        if self._torrent is None:
            return
        total, shown = self.model.total, self.model.rowCount()
        shortened = self._book.is_shortened(self._torrent.id)
        if not total:
            self.sentence.show_words([])
            nothing = self.tr("Nothing has happened to it since Starling was started.")
            self.view.set_empty_text(forgotten() if shortened else nothing)
            return
        self.view.set_empty_text(self.tr("No entry matches."))
        grave = sum(entry.level >= Level.WARNING for entry in self.model.all_rows())
        more = TorrentLog.tr("%n warnings and errors.", "", grave) if grave else ""
        self.sentence.show_words(
            _found(shown, total, shortened=shortened), [Segment(more, Token.MUTED)] if more else []
        )

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        self.view.popup(menu, point)

    def _on_window(self) -> None:
        if self._torrent is not None:
            self.log_wanted.emit(self._torrent.id)


def _found(shown: int, total: int, *, shortened: bool) -> list[Segment]:
    all_of_them = strong(formats.count(total))
    if shown < total:
        words = TorrentLog.tr("{shown} of {all} entries since Starling was started.", "", total)
        if shortened:
            words = TorrentLog.tr("{shown} of the latest {all} entries.", "", total)
        return rich(words, {"shown": strong(formats.count(shown)), "all": all_of_them})
    if shortened:
        return rich(TorrentLog.tr("The latest {all} entries.", "", total), {"all": all_of_them})
    return rich(TorrentLog.tr("{all} entries since Starling was started.", "", total), {"all": all_of_them})


def _number(entry: Entry) -> int:
    return entry.number
