# SPDX-License-Identifier: GPL-3.0-or-later
"""The Pieces tab: a map of every piece, those in progress with their blocks, and those that nobody has."""

import json
import time
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from starling.engine.engine import Engine, EngineError
from starling.i18n import translate
from starling.pieces import Partial, Pieces
from starling.torrent import Torrent
from starling.ui.details import blocks, piecewords
from starling.ui.details.blocks import PieceRow
from starling.ui.details.fetching import Fetcher
from starling.ui.details.missing import MissingBar
from starling.ui.details.page import Page
from starling.ui.details.pieceasking import Fetched, PieceAsking
from starling.ui.details.pieceatlas import Atlas
from starling.ui.details.piecestrips import PieceStrips
from starling.ui.details.sentence import Segment, SentenceRow
from starling.ui.splitter import Splitter
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

_LIVE_MS = 250
_LIVE_BLOCKS = 4000
"""libtorrent takes a microsecond a block, and nobody else runs meanwhile: with more, once a second must do."""
_INSET = 14
_NARROW = 720
"""Pixels of the design below which the map has the width for itself."""
_MAP_SHARE = 4, 3


class PiecesPage(Page):
    """The pieces of the selected torrent."""

    files_wanted = Signal(object)
    """The files with these indices shall be seen."""
    files_pointed = Signal(object)
    """Those with these indices are the files of a piece that was clicked: good to know for who looks at files next."""

    def __init__(self, engine: Engine, themes: ThemeManager) -> None:
        super().__init__(themes, "pieces", translate("Details", "Pieces"))
        self._engine = engine
        self._torrent: Torrent | None = None
        self._fetched = Fetched(None)
        self._asking = PieceAsking()
        self._known = False
        self._build(themes)
        self.live = Fetcher(self._live_wanted, self._look_again, self)
        self.live.timer.setInterval(_LIVE_MS)
        self._connect()
        self.clear()

    def _build(self, themes: ThemeManager) -> None:
        label = QLabel(self.tr("Map shows"))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.atlas = Atlas(self._engine, themes, self)
        self.map = self.atlas.map
        self.sentence = SentenceRow(themes, buttons=(label, self.atlas.modes))
        self.strips = PieceStrips(themes, self)
        self.model: TableModel[PieceRow] = TableModel(blocks.columns(), blocks.key, self)
        self.model.sort_by("done", falling=True)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Pieces in progress"))
        self.missing = MissingBar(self._engine, themes)
        beside = QWidget()
        self._beside = QHBoxLayout(beside)
        self._beside.addWidget(self.map)
        self.halves = Splitter(Qt.Orientation.Horizontal, themes, self)
        self.halves.addWidget(beside)
        self.halves.addWidget(self.view)
        for number, share in enumerate(_MAP_SHARE):
            self.halves.setStretchFactor(number, share)
        self.halves.setChildrenCollapsible(False)
        for widget in (self.sentence, self.strips.have, self.strips.copies):
            self.rows.addWidget(widget)
        self.rows.addWidget(self.halves, 1)
        # Takes the room of what is hidden before the metadata.
        self.rows.addStretch()
        for below in (*dict.fromkeys(self.atlas.legends.values()), self.missing):
            self.rows.addWidget(below)
        self._restyle()

    def _connect(self) -> None:
        self.atlas.changed.connect(self._atlas_changed)
        self.atlas.files_wanted.connect(self.files_wanted)
        self.atlas.files_pointed.connect(self.files_pointed)
        self.map.menu_requested.connect(self._map_menu)
        self.view.menu_requested.connect(self._table_menu)
        self.view.activated.connect(self._row_activated)
        self.view.columns.changed.connect(self.changed)
        self.halves.splitterMoved.connect(self._moved)
        self.missing.files_wanted.connect(self.files_wanted)
        self.missing.told.connect(self.told)
        self.themes.changed.connect(self._restyle)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> Fetched:
        """Every piece, and the files of those that nobody has."""
        return await self._asking.fetch(engine, torrent_id)

    def take(self, torrent: Torrent, fetched: Fetched) -> None:
        """Show them."""
        self._torrent, self._fetched = torrent, fetched
        pieces = fetched.pieces
        self._set_known(pieces is not None)
        if pieces is None:
            words = self.tr("The pieces are not known yet: they come with the metadata.")
            self.sentence.show_words([Segment(words)])
            self.view.set_empty_text("")
            return
        self._show_rows(pieces)
        self.atlas.show(torrent, pieces)
        self._say(torrent, pieces)
        self.strips.show(torrent, pieces, self.sentence.sentence.text())
        self._arrange()
        self.missing.show_missing(torrent, fetched.unheld, fetched.hits, fetched.files)
        self.view.set_empty_text(self._why_empty(torrent))

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent, self._fetched = None, Fetched(None)
        self.atlas.clear()
        self.model.replace([])
        self.view.set_empty_text("")
        self.sentence.show_words([])
        self.missing.clear()
        self._set_known(False)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done about the piece with the cursor, and what the map shows."""
        cell = self.map.cursor_cell
        files = menu.addAction(self.tr("Show the &files of this piece"), self.atlas.choose)
        files.setEnabled(cell >= 0)
        following = menu.addAction(self.tr("&Next piece that nobody has"), self._next_unheld)
        following.setEnabled(1 in self._fetched.unheld)
        menu.addSeparator()
        for words, slot in (
            (self.tr("Copy the piece’s n&umber"), self.atlas.copy_number),
            (self.tr("Copy what is &told of it"), self.atlas.copy_told),
        ):
            menu.addAction(words, slot).setEnabled(cell >= 0)
        menu.addSeparator()
        self.atlas.fill_menu(menu)
        menu.addSeparator()
        rows = menu.addAction(self.tr("Copy &rows"), self.view.copy)
        rows.setEnabled(bool(self.view.selected_count()))
        self.view.fill_export(menu)

    def main_widget(self) -> QWidget:
        """The map."""
        return self.map

    def save_state(self) -> str:
        """The table's columns, what the map shows, and how wide it is."""
        state = {
            "table": self.view.save_state(),
            "mode": self.atlas.mode.value,
            "each": self.atlas.each,
            "halves": self.halves.sizes(),
        }
        return json.dumps(state, separators=(",", ":"))

    def restore_state(self, state: str) -> None:
        """Take them over."""
        try:
            saved = json.loads(state)
        except ValueError:
            return
        if not isinstance(saved, dict):
            return
        if isinstance(table := saved.get("table"), str):
            self.view.restore_state(table)
        self.atlas.restore(saved.get("mode"), saved.get("each"))
        sizes = saved.get("halves")
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(size, int) and size > 0 for size in sizes):
            self.halves.setSizes(sizes)

    # -- Qt's

    def showEvent(self, event: QShowEvent) -> None:
        """Blocks fill while somebody looks."""
        super().showEvent(event)
        self.live.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.live.stop()
        self.map.hide_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the map has it."""
        super().resizeEvent(event)
        self._arrange()

    # -- what is shown

    def _atlas_changed(self) -> None:
        if self._torrent is not None and self._fetched.pieces is not None:
            self._say(self._torrent, self._fetched.pieces)
        self.changed.emit()

    def _say(self, torrent: Torrent, pieces: Pieces) -> None:
        main, more = piecewords.how_many(torrent, pieces, self.atlas.n)
        self.sentence.show_words(main, more)
        self.map.set_summary(self.sentence.sentence.text())

    def _show_rows(self, pieces: Pieces) -> None:
        clients = {sender.address: sender.client for sender in pieces.senders}
        now = time.time()
        rows = [blocks.row_of(partial, now, clients) for partial in pieces.partials]
        self.atlas.show_rows(pieces, rows)
        self.model.replace(rows)

    def _why_empty(self, torrent: Torrent) -> str:
        if torrent.paused:
            return self.tr("Nothing is in progress: the torrent is paused.")
        if torrent.complete:
            return self.tr("Nothing is in progress: everything wanted is here.")
        return self.tr("Nothing is in progress.")

    # -- layout

    def _set_known(self, known: bool) -> None:
        self._known = known
        self.halves.setVisible(known)
        self._arrange()

    def _arrange(self) -> None:
        scale = self.themes.scale
        roomy = self.strips.make_room(self.height() / scale, known=self._known)
        self.view.setVisible(self.width() >= _NARROW * scale)
        self.missing.set_low(not roomy)

    def _restyle(self) -> None:
        scale = self.themes.scale
        inset = round(_INSET * scale)
        self._beside.setContentsMargins(inset, round(6 * scale), 0, round(6 * scale))
        self._arrange()

    def _moved(self) -> None:
        self.changed.emit()

    # -- what is on its way, four times a second

    def _live_wanted(self) -> bool:
        pieces, torrent = self._fetched.pieces, self._torrent
        if pieces is None or torrent is None or torrent.paused or not self.isVisible() or self.window().isMinimized():
            return False
        return 0 < sum(len(partial.blocks) for partial in pieces.partials) <= _LIVE_BLOCKS

    async def _look_again(self) -> None:
        torrent, pieces = self._torrent, self._fetched.pieces
        if torrent is None or pieces is None:
            return
        try:
            partials = await self._engine.details.partials(torrent.id)
        except EngineError:
            # The pane says so in a moment.
            return
        # What came since is newer: this only fills it in.
        if self._torrent is None or self._torrent.id != torrent.id:
            return
        self.show_partials(partials)

    def show_partials(self, partials: tuple[Partial, ...]) -> None:
        """Show how far the pieces in progress are now."""
        pieces = self._fetched.pieces
        if pieces is None:
            return
        pieces = replace(pieces, partials=partials)
        self._fetched = replace(self._fetched, pieces=pieces)
        self._show_rows(pieces)

    # -- what can be done

    def _next_unheld(self) -> None:
        flags = self._fetched.unheld
        start = (self.map.cursor_cell + 1) * self.atlas.n
        found = flags.find(1, start)
        if found < 0:
            found = flags.find(1)
        if found >= 0:
            self.atlas.go_to(found)

    def _row_activated(self, index: QModelIndex) -> None:
        self.atlas.go_to(self.model.row(index.row()).partial.index)

    def _map_menu(self, point: QPoint) -> None:
        self._menu().popup(point)

    def _table_menu(self, point: QPoint) -> None:
        self.view.popup(self._menu(), point)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        return menu
