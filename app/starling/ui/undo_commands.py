# SPDX-License-Identifier: GPL-3.0-or-later
"""What brings removed torrents back: the notice after a removal, the last one undone, and all that can be."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from starling import settings
from starling.engine.engine import Engine
from starling.errors import UserError
from starling.removed import Farewell, Return
from starling.settings import Settings
from starling.spelling import shortened
from starling.tasks import spawn
from starling.ui.dialogs.asking import ask
from starling.ui.notice import NoticeBar, Said
from starling.ui.theme import ThemeManager

_NAME = 60
_TOLD = 3


class UndoCommands(QObject):
    """Offers to undo each removal, and does it; methods of actions bear the key of their row."""

    returned = Signal(str)
    """Id of a torrent that is in the list again: one of those that came back together."""

    def __init__(
        self, window: QWidget, engine: Engine, chosen: Settings, themes: ThemeManager, notices: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window, self._engine, self._settings = window, engine, chosen
        self._themes, self._notices = themes, notices
        self._offers: dict[int, Said] = {}
        """What offers to undo a removal, by its batch."""
        engine.bin.kept.connect(self._offer)

    # -- actions

    def undo_remove(self) -> None:
        spawn(self._undo(None), name="undo removal")

    def removed_torrents(self) -> None:
        spawn(self._show_removed(), name="removed torrents")

    # -- within

    def _offer(self, farewell: Farewell) -> None:
        """Offers the way back, for a while."""
        action = self.tr("&Undo"), partial(self._on_undo, farewell.batch)
        closed = partial(self._on_closed, farewell.batch)
        notice = self._notices.info(self._farewell(farewell), action, closed=closed, brief=True)
        self._offers[farewell.batch] = notice.said

    def _farewell(self, farewell: Farewell) -> str:
        count = len(farewell.names)
        if count == 1:
            if farewell.stayed:
                text = self.tr("Removed “{name}”.")
            elif farewell.trashed:
                text = self.tr("Removed “{name}”. Its files are in the trash.")
            else:
                text = self.tr("Removed “{name}”. Its files stay where they are.")
            return text.format(name=shortened(farewell.names[0], _NAME))
        if farewell.stayed:
            return self.tr("Removed %n torrents.", "", count)
        if farewell.trashed:
            return self.tr("Removed %n torrents. Their files are in the trash.", "", count)
        return self.tr("Removed %n torrents. Their files stay where they are.", "", count)

    def _on_undo(self, batch: int) -> None:
        spawn(self._undo(batch), name="undo removal")

    async def _undo(self, batch: int | None) -> None:
        try:
            found = await self._engine.bin.undo(batch)
        except UserError as error:
            self._notices.info(str(error))
            return
        if (offer := self._offers.get(found.batch)) is not None:
            # It is done: that is not to be offered any more.
            self._notices.withdraw(offer)
        self._tell(found)

    def _on_closed(self, batch: int) -> None:
        self._offers.pop(batch, None)

    def _tell(self, found: Return) -> None:
        if len(found.names) == 1:
            self._notices.ok(self.tr("“{name}” is back.").format(name=shortened(found.names[0], _NAME)))
        elif found.names:
            self._notices.ok(self.tr("%n torrents are back.", "", len(found.names)))
        lines = list(found.troubles[:_TOLD])
        if found.troubles[_TOLD:]:
            lines.append(self.tr("and %n more", "", len(found.troubles) - _TOLD))
        if lines:
            self._notices.warn("\n".join(lines))
        if found.ids:
            self.returned.emit(found.ids[0])

    async def _show_removed(self) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.removed import RemovedDialog

        days = self._settings.get(settings.downloads.KEEP_REMOVED)
        dialog = RemovedDialog(self._engine, self._themes, days, self._window)
        await ask(dialog)
        if dialog.returned:
            self.returned.emit(dialog.returned[0])
