# SPDX-License-Identifier: GPL-3.0-or-later
"""The Peers tab: who is connected, what each gives and takes, and what it does now."""

from contextlib import suppress

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling import flags, settings
from starling.engine.engine import Engine, EngineError
from starling.flags import Letters
from starling.i18n import translate
from starling.peer import Peer, Source
from starling.peerstory import Story
from starling.settings import Settings
from starling.torrent import Torrent
from starling.tracker import Tracker
from starling.ui.details import peer_words
from starling.ui.details.chip import Mark
from starling.ui.details.chips import Chips
from starling.ui.details.gone import GonePeers
from starling.ui.details.page import Page
from starling.ui.details.peer_cells import flag_look
from starling.ui.details.peer_columns import NARROW, NARROW_WIDTHS, columns
from starling.ui.details.peer_commands import PeerCommands
from starling.ui.details.peer_filter import FilterBar, Wanted
from starling.ui.details.peer_head import GONE, PeerHead
from starling.ui.details.peer_row import PeerRow, key_of, rows_of
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager

_WIDE_FROM = 1000
"""Pixels of the design; below, the columns stand in Transmission's order until the user has arranged them."""
_HIGH_FROM = 330
"""Pixels of the design; below, the legend says only what stands in the table."""
_INSET = 14
_ORDER = "DdUuKOSTEeXHI?LhF"
"""The legend: what happens most comes first."""
_RARE = "?LhF"
"""Explained once a peer has it."""


class PeersPage(Page):
    """The peers of the selected torrent; what is clicked in the legend filters them until another torrent comes."""

    def __init__(self, engine: Engine, chosen: Settings, themes: ThemeManager) -> None:
        super().__init__(themes, "peers", translate("Details", "Peers"))
        self._settings = chosen
        self._engine = engine
        self._torrent: Torrent | None = None
        self._peers: tuple[Peer, ...] = ()
        self._wanted = Wanted()
        self._seen: frozenset[str] = frozenset()
        """Letters that some peer of the torrent has had."""
        self._countries = False
        """Some peer of the torrent was in a country."""
        self._asked: tuple[str, tuple[Tracker, ...]] = "", ()
        """A torrent without peers, and all that was asked for some."""
        self._stories: tuple[str, int, tuple[Story, ...]] = "", 0, ()
        """A torrent, how many of its peers are gone, and what became of them while they are shown."""
        self._narrow = False
        self._pointed = ""
        """Key of a peer that shall be selected when it is there."""
        self.model: TableModel[PeerRow] = TableModel(columns(), key_of, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Peers"))
        self.commands = PeerCommands(engine, chosen, themes, self.view, self.model)
        self.sentence = PeerHead(themes)
        self.bar = FilterBar(themes)
        self.legend = Chips(themes, self.tr("Show peers by flag"), margin=_INSET)
        self.gone = GonePeers(engine, themes, self)
        self.gone.view.hide()
        for widget in (self.sentence, self.bar, self.view, self.gone.view, self.legend):
            self.rows.addWidget(widget)
        self.model.sort_by("down", falling=True)
        self._show_legend()
        self._step_back()
        self._connect()

    def _connect(self) -> None:
        self.view.columns.changed.connect(self._columns_changed)
        self.view.menu_requested.connect(self._menu)
        self.commands.told.connect(self.told)
        self.gone.view.columns.changed.connect(self.changed)
        self.legend.picked.connect(self._filter)
        self.sentence.sources.picked.connect(self._filter)
        self.sentence.filter.filtered.connect(self._filter)
        self.sentence.filter.left.connect(self.view.setFocus)
        self.bar.cleared.connect(self.show_all)
        self._settings.changed.connect(self._on_setting)

    # -- as a page

    async def fetch(self, engine: Engine, torrent_id: str) -> tuple[Peer, ...]:
        """Who is connected; while nobody is, who was asked for peers."""
        found = await engine.peers.connected(torrent_id)
        torrent = engine.torrents.get(torrent_id)
        self._stories = torrent_id, engine.peers.gone(torrent_id), self._journal(torrent_id)
        waits = not found and torrent is not None and not torrent.paused
        self._asked = torrent_id, await engine.trackers.of(torrent_id) if waits else ()
        return found

    def take(self, torrent: Torrent, fetched: tuple[Peer, ...]) -> None:
        """Show them."""
        self._torrent = self.commands.torrent = torrent
        self._peers = fetched
        self._countries |= any(peer.country for peer in fetched)
        self._step_back()
        self.model.replace(rows_of(torrent, fetched, self._letters))
        self._point()
        self._tell()
        seen = self._seen.union(*({flag.letter for flag in row.flags} for row in self.model.all_rows()))
        if seen != self._seen:
            self._seen = seen
            self._show_legend()
        self._say()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._torrent = self.commands.torrent = None
        self._stories = "", 0, ()
        self.gone.clear()
        self._peers = ()
        self._seen = frozenset()
        self._countries = False
        self._pointed = ""
        self.show_all()
        self.model.replace([])
        self.sentence.forget()
        self._show_legend()
        self.view.set_empty_text("")

    def show_peer(self, key: str) -> None:
        """Select the peer with this key as soon as the tab knows of it; a filter that may hide it goes."""
        self.show_all()
        self._pointed = key
        self.view.setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the selected peers."""
        if self.shows_gone:
            self.gone.fill(menu)
        else:
            self.commands.fill(menu)

    def main_widget(self) -> QWidget:
        """The table."""
        return self.gone.view if self.shows_gone else self.view

    def save_state(self) -> str:
        """Columns, if the user has arranged them, and sorting; those of the peers that are gone on a second line."""
        connected, gone = self.view.save_state(), self.gone.view.save_state()
        return f"{connected}\n{gone}" if gone else connected

    def restore_state(self, state: str) -> None:
        """Take them over."""
        connected, _, gone = state.partition("\n")
        self.view.restore_state(connected)
        if gone:
            self.gone.view.restore_state(gone)
        self._arrange()

    # -- filtering

    @property
    def wanted(self) -> Wanted:
        """What the filter lets through."""
        return self._wanted

    def show_all(self) -> None:
        """No filter any more."""
        self.legend.all_off()
        self.sentence.sources.all_off()
        self.sentence.filter.clear()
        self.sentence.filter.tell()
        self._filter()

    def _filter(self) -> None:
        letters = frozenset(str(key) for key in self.legend.on())
        sources = Source.NONE
        marked = self.sentence.sources.on()
        for key in marked:
            sources |= key if isinstance(key, Source) else Source.NONE
        self._show_gone(GONE in marked)
        wanted = Wanted(letters, sources, tuple(self.sentence.filter.text().split()))
        self.gone.find(wanted.terms)
        if wanted != self._wanted:
            self._wanted = wanted
            self.model.set_filter(wanted.lets if wanted else None)
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all peers again, and those that are connected."""
        if event.key() == Qt.Key.Key_Escape and (self._wanted or self.shows_gone):
            self.show_all()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    # -- those that are gone

    @property
    def shows_gone(self) -> bool:
        """Whether they are shown instead of those that are connected."""
        return not self.gone.view.isHidden()

    def _show_gone(self, on: bool) -> None:
        if on == self.shows_gone:
            return
        focused = self.main_widget().hasFocus()
        self.gone.view.setVisible(on)
        self.view.setVisible(not on)
        self.legend.setVisible(not on and bool(self.legend.chips))
        if focused:
            self.main_widget().setFocus()
        if self._torrent is not None:
            id = self._torrent.id
            # Not in a second: it was clicked now.
            with suppress(EngineError):
                self._stories = id, self._engine.peers.gone(id), self._journal(id)
            self._tell()

    def _journal(self, id: str) -> tuple[Story, ...]:
        return self._engine.peers.journal(id) if self.shows_gone else ()

    def _tell(self) -> None:
        if self._torrent is None:
            return
        id, gone, stories = self._stories
        if id != self._torrent.id:
            gone, stories = 0, ()
        if self.shows_gone:
            self.gone.take(self._torrent, stories)
            self.sentence.tell_gone(*self.gone.sentence(), gone)
        else:
            self.sentence.tell(self._torrent, self._peers, self._wanted.sources, gone)

    # -- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the user has arranged them the columns stand as the width asks."""
        super().resizeEvent(event)
        narrow = self.width() < _WIDE_FROM * self.themes.scale
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
        self._show_legend()

    # -- within

    @property
    def _letters(self) -> Letters:
        return self._settings.get(settings.appearance.FLAG_LETTERS)

    def _point(self) -> None:
        """Whoever has left meanwhile is not waited for."""
        if self._pointed and self.model.index_of(self._pointed) is not None:
            self.view.select_keys([self._pointed])
        self._pointed = ""

    def _show_legend(self) -> None:
        """Where room is short the letters that nobody has had are left out."""
        letters = self._letters
        short = self.height() < _HIGH_FROM * self.themes.scale
        asked = self._seen | self._wanted.letters
        marks = []
        for letter in _ORDER:
            if letter in asked or not (short or letter in _RARE):
                flag = flags.BY_LETTER[letter]
                click = self.tr("A click shows only these peers, a second letter those with both.")
                tip = "\n".join(filter(None, (flag.rule(), click)))
                marks.append(Mark(letter, flag.written(letters), flag.legend(), *flag_look(flag), tip=tip))
        self.legend.show_marks(marks)
        self.legend.setVisible(bool(marks) and not self.shows_gone)

    def _arrange(self) -> None:
        if self.view.columns.arranged:
            return
        columns = self.model.columns
        order = [column.key for column in columns]
        hidden = {column.key for column in columns if column.hidden}
        if self._narrow:
            order = [*NARROW, *(key for key in order if key not in NARROW)]
            hidden.update(key for key in order if key not in NARROW)
        self.view.columns.arrange(order, hidden, NARROW_WIDTHS if self._narrow else None)

    def _step_back(self) -> None:
        """Of columns that have nothing to show."""
        # In a network of one's own nobody is in a country.
        nowhere = bool(self._peers) and not self._countries
        idle = [] if self._engine.peers.has_countries and not nowhere else ["country"]
        idle += [] if self._settings.get(settings.privacy.HOST_NAMES) else ["host"]
        self.view.columns.set_idle(idle)

    def _columns_changed(self) -> None:
        # They may have been reset.
        self._arrange()
        self.changed.emit()

    def _on_setting(self, key: str) -> None:
        if key == settings.privacy.HOST_NAMES.key:
            self._step_back()
        elif key == settings.appearance.FLAG_LETTERS.key:
            self._show_legend()
            if self._torrent:
                self.take(self._torrent, self._peers)

    def _say(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.bar.show_filter(Wanted() if self.shows_gone else self._wanted, self._letters, shown, total)
        if self._torrent is None:
            return
        if self._wanted and total:
            words = self.tr("No peer has {what}. Esc shows all.").format(what=self._wanted.words(self._letters))
        elif self._torrent.paused:
            words = self.tr("No peers: the torrent is paused.")
        else:
            id, asked = self._asked
            words = peer_words.nobody(asked if id == self._torrent.id else (), self._torrent.why)
        if words != self.view.empty_text:
            self.view.set_empty_text(words)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.view.popup(menu, point)
