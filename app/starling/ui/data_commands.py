# SPDX-License-Identifier: GPL-3.0-or-later
"""What the actions about data, names and .torrent files do: each method bears the key of its row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from starling.tasks import spawn
from starling.torrent import Torrent
from starling.ui.dialogs.asking import ask, choose_folder
from starling.ui.dialogs.means import Means

_EXPORTED = "export.folder"


class DataCommands(QObject):
    """For whatever is selected; dialogs are read when they are opened: the start does not pay for them."""

    told = Signal(str)
    """A sentence worth an info notice."""

    def __init__(self, window: QWidget, means: Means, selected: Callable[[], Sequence[Torrent]]) -> None:
        super().__init__(window)
        self._window, self._means, self._selected = window, means, selected

    def relocate(self) -> None:
        self.relocate_these(self._selected())

    def relocate_these(self, torrents: Sequence[Torrent]) -> None:
        """The same for any torrents."""
        spawn(self._relocate(list(torrents)), name="move data")

    def stop_moving(self) -> None:
        self._means.engine.relocation.cancel([torrent.id for torrent in self._selected()])

    def rename_torrent(self) -> None:
        spawn(self._rename(list(self._selected())), name="rename torrent")

    def export_torrents(self) -> None:
        spawn(self._export(list(self._selected())), name="export torrents")

    async def _relocate(self, torrents: Sequence[Torrent]) -> None:
        from starling.ui.dialogs.relocate import RelocateDialog

        if not torrents:
            return
        dialog = RelocateDialog(torrents, self._means, self._window)
        if await ask(dialog):
            relocation = self._means.engine.relocation
            goes = relocation.move if dialog.moves else relocation.adopt
            await goes([torrent.id for torrent in torrents], dialog.folder)

    async def _rename(self, torrents: Sequence[Torrent]) -> None:
        from starling.ui.dialogs.name import NameDialog

        if len(torrents) != 1:
            return
        dialog = NameDialog(torrents[0], self._window)
        if await ask(dialog):
            await self._means.engine.identity.rename(torrents[0].id, dialog.name)

    async def _export(self, torrents: Sequence[Torrent]) -> None:
        state = self._means.state
        start = state.get(_EXPORTED) or torrents[0].save_path if torrents else ""
        folder = await choose_folder(self._window, self.tr("Write .torrent files to"), start)
        if torrents and folder:
            state.set(_EXPORTED, folder)
            written = await self._means.engine.identity.export([torrent.id for torrent in torrents], folder)
            self.told.emit(self.tr("%n .torrent files are in {folder} now.", "", len(written)).format(folder=folder))
