# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to peers: the entries of the menu, for all that are selected, and what each of them does."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from starling import settings
from starling.addresses import with_bans
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.flags import Letters
from starling.peer import Peer, Transport
from starling.settings import Settings
from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.details import peer_words
from starling.ui.details.journal_commands import JournalCommands
from starling.ui.details.peer_row import PeerRow
from starling.ui.dialogs.asking import ask
from starling.ui.table import TableModel
from starling.ui.tableview import TableView
from starling.ui.theme import ThemeManager


class PeerCommands(QObject):
    """For the peers that are selected in a table."""

    told = Signal(str)
    """A sentence for the notice bar."""
    wire_wanted = Signal(str, str, int)
    """Id of a torrent, address and port of the peer of it whose words are to be read."""

    def __init__(
        self,
        engine: Engine,
        chosen: Settings,
        themes: ThemeManager,
        view: TableView,
        model: TableModel[PeerRow],
    ) -> None:
        super().__init__(view)
        self.journals = JournalCommands(engine, themes, view, self.selected)
        self._engine, self._settings, self._view, self._model = engine, chosen, view, model

    @property
    def torrent(self) -> Torrent | None:
        """Whose peers they are."""
        return self.journals.torrent

    @torrent.setter
    def torrent(self, torrent: Torrent | None) -> None:
        self.journals.torrent = torrent

    def fill(self, menu: QMenu) -> None:
        """Put into a menu what is possible now."""
        selected, served = self.selected(), self._served()
        self.journals.fill(menu)
        menu.addSeparator()
        menu.addAction(self.tr("&Add peers…"), self.add).setEnabled(self.torrent is not None)
        menu.addSeparator()
        menu.addAction(self.tr("&Copy address"), self.copy_addresses).setEnabled(bool(selected))
        menu.addAction(self.tr("Copy &rows"), self._view.copy).setEnabled(bool(selected))
        self._view.fill_export(menu)
        menu.addSeparator()
        menu.addAction(self.tr("&Wire log…"), self.show_wire).setEnabled(len(served) == 1)
        menu.addAction(self.tr("&Limit…"), self.limit).setEnabled(bool(served))
        menu.addAction(self.tr("&Kick"), self.kick).setEnabled(bool(served))
        menu.addAction(self.tr("&Ban…"), self.ban).setEnabled(bool(served))
        menu.addAction(self.tr("Ba&nned peers…"), self.show_banned)
        menu.addSeparator()
        names = menu.addAction(self.tr("Look up &host names"))
        names.setCheckable(True)
        names.setChecked(self._settings.get(settings.privacy.HOST_NAMES))
        names.toggled.connect(self.look_up_names)
        letters = menu.addAction(self.tr("&Flags as in µTorrent"))
        letters.setCheckable(True)
        letters.setChecked(self._settings.get(settings.appearance.FLAG_LETTERS) is Letters.UTORRENT)
        letters.toggled.connect(self.letters_of_utorrent)

    def selected(self) -> list[Peer]:
        """The selected peers, top to bottom."""
        found = (self._model.get(key) for key in self._view.selected_keys())
        return [row.peer for row in found if row]

    def copy_addresses(self) -> None:
        """Addresses with ports, a line each: what "Add peers" takes."""
        QGuiApplication.clipboard().setText("\n".join(map(peer_words.address, self.selected())))

    def add(self) -> None:
        """Ask for addresses, and connect to them."""
        if self.torrent is not None:
            self.add_to(self.torrent)

    def add_to(self, torrent: Torrent) -> None:
        """Ask for addresses, and have any torrent connect to them."""
        spawn(self._add(torrent), name="add peers")

    def limit(self) -> None:
        """Ask how fast the selected ones may be."""
        spawn(self._limit(), name="limit peers")

    def kick(self) -> None:
        """Disconnect everybody at the addresses of the selected ones, for ten minutes."""
        if self.torrent is not None and (addresses := self._addresses()):
            # Counted as they are shown now: whoever leaves before the deed is gone as well.
            rows = (row.peer for row in self._model.all_rows())
            there = {
                peer.key for peer in rows if peer.address in addresses and peer.transport is not Transport.WEB_SEED
            }
            spawn(self._kick(self.torrent.id, addresses, there), name="kick peers")

    def ban(self) -> None:
        """Ask whether to ban the selected ones for good."""
        spawn(self._ban(), name="ban peers")

    def show_wire(self) -> None:
        """Read what is said between us and the selected one."""
        if self.torrent is not None and (served := self._served()):
            self.wire_wanted.emit(self.torrent.id, served[0].address, served[0].port)

    def show_banned(self) -> None:
        """Open the list of those that are banned."""
        spawn(self._show_banned(), name="banned peers")

    def look_up_names(self, on: bool) -> None:
        """Whether names are looked up, and shown."""
        self._settings.set(settings.privacy.HOST_NAMES, on)

    def letters_of_utorrent(self, on: bool) -> None:
        """Whose letters the flags are."""
        self._settings.set(settings.appearance.FLAG_LETTERS, Letters.UTORRENT if on else Letters.TRANSMISSION)

    def _served(self) -> list[Peer]:
        """Those that an address can be held against: a web seed is a server, removed among the trackers."""
        return [peer for peer in self.selected() if peer.transport is not Transport.WEB_SEED]

    def _addresses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(peer.address for peer in self._served()))

    async def _add(self, torrent: Torrent) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.addpeers import AddPeersDialog

        async def add(texts: Sequence[str]) -> int:
            return len(await self._engine.peers.add(torrent.id, texts))

        dialog = AddPeersDialog(torrent, add, self._view.window())
        if await ask(dialog):
            self.told.emit(self.tr("Connecting to %n peers.", "", dialog.added))

    async def _kick(self, id: str, addresses: Sequence[str], there: set[str]) -> None:
        await self._engine.peers.kick(addresses)
        # The answer comes after the deed: whoever is not in it is gone.
        gone = there.difference(peer.key for peer in await self._engine.peers.connected(id))
        words = self.tr(
            "%n peers are disconnected. Whoever is at their addresses can come back in ten minutes.", "", len(gone)
        )
        self.told.emit(words)

    async def _limit(self) -> None:
        from starling.ui.dialogs.peerlimit import PeerLimitDialog

        peers = self._served()
        dialog = PeerLimitDialog(peers, self._view.window())
        if await ask(dialog):
            await self._engine.peers.limit(tuple({peer.address for peer in peers}), dialog.down, dialog.up)

    async def _ban(self) -> None:
        from starling.ui.dialogs.ban import BanDialog

        addresses = self._addresses()
        if addresses and await ask(BanDialog(addresses, self._view.window())):
            try:
                self._settings.set(
                    settings.privacy.BANNED, with_bans(self._settings.get(settings.privacy.BANNED), addresses)
                )
            except ValueError as error:
                raise UserError(str(error)) from error
            words = self.tr("%n addresses are banned. Edit ▸ Banned peers… takes that back.", "", len(addresses))
            self.told.emit(words)

    async def _show_banned(self) -> None:
        from starling.ui.dialogs.banned import BannedDialog

        await ask(BannedDialog(self._settings, self._view.window()))
