# SPDX-License-Identifier: GPL-3.0-or-later
"""The Log tab: what happened to this torrent since the program was started, the latest on top.

While it is on screen every step is told too: see `starling.engine.steps`.
"""

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from starling import formats
from starling.addresses import endpoint
from starling.engine.engine import Engine
from starling.i18n import Counted, translate
from starling.logbook import Entry, Level, Logbook
from starling.spelling import folded
from starling.torrent import Torrent
from starling.ui.details.page import Page
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.filterfield import FilterField
from starling.ui.logmodel import TIME
from starling.ui.logtable import LogFilter, forgotten, no_name, offer_levels, offer_times, story_columns
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

_FILTER, _PEER = 190, 150


class TorrentLog(Counted):
    """The texts of this module that count."""


class LogPage(Page):
    """Entries of the log that are about the selected torrent, and those that are told nowhere else."""

    log_wanted = Signal(str)
    """Id of a torrent whose entries shall be shown in the window of the log."""
    wire_wanted = Signal(str, str, int)
    """Id of a torrent, address and port of the peer of it whose words are to be read."""

    def __init__(self, book: Logbook, themes: ThemeManager) -> None:
        super().__init__(themes, "log", translate("Details", "Log"))
        self._book = book
        self._torrent: Torrent | None = None
        self._engine: Engine | None = None
        self._filter = LogFilter()
        self.model: TableModel[Entry] = TableModel(story_columns(), _number, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Log"))
        self.times = QComboBox()
        offer_times(self.times)
        self.level = QComboBox()
        offer_levels(self.level)
        self.peer = FilterField(themes, _PEER)
        self.peer.setPlaceholderText(self.tr("Peer’s address"))
        self.peer.setAccessibleName(self.tr("Only what is about the peer with this address"))
        self.search = FilterField(themes, _FILTER)
        self.search.setPlaceholderText(self.tr("Search sentences"))
        self.search.setAccessibleName(self.tr("Search the log of the torrent"))
        self.sentence = SentenceRow(themes, buttons=(self.times, self.level, self.peer, self.search))
        self.rows.addWidget(self.sentence)
        self.rows.addWidget(self.view)
        self.model.sort_by(TIME, falling=True)
        for box in (self.times, self.level):
            box.activated.connect(self._apply)
        for field in (self.peer, self.search):
            field.filtered.connect(self._apply)
            field.left.connect(self.view.setFocus)
        self.view.columns.changed.connect(self.changed)
        self.view.menu_requested.connect(self._menu)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> Sequence[Entry]:
        """What the log has about it, and every step from now on."""
        self._engine = engine
        engine.accounts.steps.watch(torrent_id)
        return self._book.of(torrent_id)

    def take(self, torrent: Torrent, fetched: Sequence[Entry]) -> None:
        """Show them."""
        self._torrent = torrent
        if self.times.currentData():
            # What is shown grows older.
            self._filter_again()
        self.model.replace(fetched)
        self._say()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = None
        self._rest()
        if self.peer.text():
            self.peer.clear()
            self.peer.tell()
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
        menu.addSeparator()
        peers = self._peers()
        only = menu.addAction(self.tr("Only this &peer"), self._on_only)
        only.setEnabled(len(peers) == 1)
        wire = menu.addAction(self.tr("Wire &log of this peer…"), self._on_wire)
        wire.setEnabled(len(peers) == 1)
        menu.addSeparator()
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads any more."""
        super().hideEvent(event)
        self._rest()

    # -- within

    def _rest(self) -> None:
        if self._engine is not None:
            self._engine.accounts.steps.watch("")

    def _apply(self) -> None:
        self._filter_again()
        self._say()

    def _filter_again(self) -> None:
        words = tuple(folded(self.search.text()).split())
        age = self.times.currentData()
        after = time.time() - age if age else 0.0
        self._filter = LogFilter(self.level.currentData(), words=words, peer=self.peer.text().strip(), after=after)
        self.model.set_filter(None if self._filter.lets_all_through else self._filter.predicate(no_name))

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
        since = self._engine.accounts.steps.since if self._engine is not None else 0.0
        self.sentence.show_words(
            _found(shown, total, since, shortened=shortened), [Segment(more, Token.MUTED)] if more else []
        )

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        self.view.popup(menu, point)

    def _peers(self) -> tuple[str, ...]:
        """Whom the current entry is about."""
        key = self.view.current_key()
        entry = self.model.get(key) if key is not None else None
        return tuple(entry.peer.split()) if entry is not None else ()

    def _on_only(self) -> None:
        if len(peers := self._peers()) == 1:
            self.peer.setText(peers[0])
            self.peer.tell()

    def _on_wire(self) -> None:
        peers = self._peers()
        if self._torrent is not None and len(peers) == 1 and (found := endpoint(peers[0])):
            self.wire_wanted.emit(self._torrent.id, *found)

    def _on_window(self) -> None:
        if self._torrent is not None:
            self.log_wanted.emit(self._torrent.id)


def _found(shown: int, total: int, since: float, *, shortened: bool) -> list[Segment]:
    """`since` is when somebody began to read every step."""
    said = {
        "shown": strong(formats.count(shown)),
        "all": strong(formats.count(total)),
        "time": strong(formats.clock(since, exact=True)),
    }
    if since and not shortened and shown < total:
        return rich(TorrentLog.tr("{shown} of {all} entries, every step since {time}.", "", total), said)
    if since and not shortened:
        return rich(TorrentLog.tr("{all} entries, every step since {time}.", "", total), said)
    if shown < total:
        words = TorrentLog.tr("{shown} of {all} entries since Starling was started.", "", total)
        if shortened:
            words = TorrentLog.tr("{shown} of the latest {all} entries.", "", total)
        return rich(words, said)
    if shortened:
        return rich(TorrentLog.tr("The latest {all} entries.", "", total), said)
    return rich(TorrentLog.tr("{all} entries since Starling was started.", "", total), said)


def _number(entry: Entry) -> int:
    return entry.number
