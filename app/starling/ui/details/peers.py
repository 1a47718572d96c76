# SPDX-License-Identifier: GPL-3.0-or-later
"""The Peers tab: who is connected, what each gives and takes, and what it does now."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from starling import flags, formats
from starling.engine.engine import Engine
from starling.i18n import translate
from starling.peer import Peer
from starling.settings import Settings
from starling.torrent import Torrent
from starling.ui.details import verdict
from starling.ui.details.legend import Item, Legend
from starling.ui.details.page import Page
from starling.ui.details.peer_columns import NARROW, PeerRow, columns, flag_look
from starling.ui.details.sentence import Segment, SentenceRow, rich, strong
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager, Token

_WIDE_FROM = 1000
"""Pixels of the design; below, the columns stand in Transmission's order until the user has arranged them."""

_IN_LEGEND = "DdUuKOSTEeXHLI"
_INSET = 14


class PeersPage(Page):
    """The peers of the selected torrent."""

    def __init__(self, engine: Engine, chosen: Settings, themes: ThemeManager) -> None:
        super().__init__(themes, "peers", translate("Details", "Peers"))
        self._engine, self._settings = engine, chosen
        self.model: TableModel[PeerRow] = TableModel(columns(), _key, self)
        self.view = TableView(self.model, themes, dense=True)
        self.view.setAccessibleName(self.tr("Peers"))
        self.sentence = SentenceRow(themes)
        self.legend = Legend(themes, _legend, margin=_INSET)
        for widget in (self.sentence, self.view, self.legend):
            self.rows.addWidget(widget)
        self.model.sort_by("down", falling=True)
        self._narrow = False
        self.view.columns.changed.connect(self._columns_changed)
        self.view.menu_requested.connect(self._menu)

    async def fetch(self, engine: Engine, torrent_id: str) -> tuple[Peer, ...]:
        """Who is connected."""
        return await engine.peers.connected(torrent_id)

    def take(self, torrent: Torrent, fetched: tuple[Peer, ...]) -> None:
        """Show them."""
        complete = bool(torrent.size) and torrent.done >= torrent.size
        self.model.replace([PeerRow(peer, verdict.of(peer, complete=complete)) for peer in fetched])
        self._say(torrent, fetched)
        self.view.set_empty_text(self._why_empty(torrent))

    def clear(self) -> None:
        """Nothing is known yet."""
        self.model.replace([])
        self.sentence.show_words([])
        self.view.set_empty_text("")

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done to the selected peers."""
        address = menu.addAction(self.tr("Copy address"), self._copy_addresses)
        rows = menu.addAction(self.tr("Copy rows"), self.view.copy)
        for action in (address, rows):
            action.setEnabled(bool(self.view.selected_keys()))

    def main_widget(self) -> QWidget:
        """The table."""
        return self.view

    def save_state(self) -> str:
        """Columns, if the user has arranged them, and sorting."""
        return self.view.save_state()

    def restore_state(self, state: str) -> None:
        """Take them over."""
        self.view.restore_state(state)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the user has arranged them the columns stand as the width asks."""
        super().resizeEvent(event)
        narrow = self.width() < _WIDE_FROM * self.themes.scale
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        if self.view.columns.arranged:
            return
        columns = self.model.columns
        order = [column.key for column in columns]
        hidden = {column.key for column in columns if column.hidden}
        if self._narrow:
            order = [*NARROW, *(key for key in order if key not in NARROW)]
            hidden.update(key for key in order if key not in NARROW)
        self.view.columns.arrange(order, hidden)

    def _columns_changed(self) -> None:
        # They may have been reset.
        self._arrange()
        self.changed.emit()

    def _say(self, torrent: Torrent, peers: tuple[Peer, ...]) -> None:
        connected = [peer for peer in peers if not peer.connecting]
        if not connected:
            self.sentence.show_words([])
            return
        senders = [peer for peer in connected if peer.down >= verdict.MOVING]
        takers = [peer for peer in connected if peer.up >= verdict.MOVING]
        values = {
            "senders": strong(formats.count(len(senders))),
            "takers": strong(formats.count(len(takers))),
            "all": strong(formats.count(len(connected))),
            "down": strong(_rate(sum(peer.down for peer in senders)), Token.DOWN),
            "up": strong(_rate(sum(peer.up for peer in takers)), Token.UP),
        }
        count = len(connected)
        if senders and takers:
            words = self.tr(
                "Downloading from {senders} of {all} connected peers at {down}, uploading to {takers} at {up}.",
                "",
                count,
            )
        elif senders:
            words = self.tr("Downloading from {senders} of {all} connected peers at {down}.", "", count)
        elif takers:
            words = self.tr("Uploading to {takers} of {all} connected peers at {up}.", "", count)
        else:
            words = self.tr("{all} connected peers; nothing moves now.", "", count)
        more = torrent.known_peers - len(peers)
        known = self.tr("%n more are known but not connected.", "", more) if more > 0 else ""
        self.sentence.show_words(rich(words, values), [Segment(known, Token.MUTED)] if known else [])

    def _why_empty(self, torrent: Torrent) -> str:
        if torrent.paused:
            return self.tr("No peers: the torrent is paused.")
        return self.tr("No peers yet.")

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        self.view.popup(menu, point)

    def _copy_addresses(self) -> None:
        found = (self.model.get(key) for key in self.view.selected_keys())
        peers = [row.peer for row in found if row]
        lines = [f"[{p.address}]:{p.port}" if ":" in p.address else f"{p.address}:{p.port}" for p in peers]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _key(row: PeerRow) -> Hashable:
    return row.peer.key


def _rate(per_second: int) -> str:
    return formats.rate(per_second)


def _legend() -> list[Item]:
    by_letter = {flag.letter: flag for flag in flags.FLAGS}
    return [Item(letter, by_letter[letter].legend(), *flag_look(letter)) for letter in _IN_LEGEND]
