# SPDX-License-Identifier: GPL-3.0-or-later
"""What brings removed torrents back: the notice after a removal, the last one undone, and all that can be."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
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
        self._farewells: dict[int, Farewell] = {}
        """Removals that are not told yet, by their batch."""
        self._offers: dict[int, tuple[Farewell, Said]] = {}
        """What offers to undo a removal, by its batch."""
        engine.bin.kept.connect(self._on_kept)

    # -- actions

    def undo_remove(self) -> None:
        spawn(self._undo([None]), name="undo removal")

    def removed_torrents(self) -> None:
        spawn(self._show_removed(), name="removed torrents")

    # -- for who knows more about a removal

    def take_over(self, names: Iterable[str]) -> Farewell | None:
        """The latest removal of torrents of these names that is offered to be undone: from now on by somebody else."""
        wanted = sorted(names)
        known = {batch: farewell for batch, (farewell, _) in self._offers.items()} | self._farewells
        found = next((one for one in reversed(known.values()) if sorted(one.names) == wanted), None)
        if found is not None:
            self._farewells.pop(found.batch, None)
            if (offer := self._offers.get(found.batch)) is not None:
                self._notices.withdraw(offer[1])
        return found

    def offer(self, sentence: str, farewells: Sequence[Farewell]) -> None:
        """Says that these are gone and offers the way back, for a while."""
        batches = [farewell.batch for farewell in farewells]
        action = self.tr("&Undo"), partial(self._on_undo, batches)
        said = self._notices.info(sentence, action, closed=partial(self._on_closed, batches), brief=True).said
        self._offers.update((farewell.batch, (farewell, said)) for farewell in farewells)

    # -- within

    def _on_kept(self, farewell: Farewell) -> None:
        self._farewells[farewell.batch] = farewell
        # Not within the removal: whoever asked for it may tell it in another way.
        QTimer.singleShot(0, self, partial(self._tell_removal, farewell.batch))

    def _tell_removal(self, batch: int) -> None:
        if (farewell := self._farewells.pop(batch, None)) is not None:
            self.offer(self._farewell(farewell), [farewell])

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

    def _on_undo(self, batches: Sequence[int]) -> None:
        spawn(self._undo(batches), name="undo removal")

    async def _undo(self, batches: Sequence[int | None]) -> None:
        """Each of these removals, or the last one for None."""
        found: list[Return] = []
        for batch in batches:
            try:
                found.append(await self._engine.bin.undo(batch))
            except UserError as error:
                self._notices.info(str(error))
        for one in found:
            _, said = self._offers.pop(one.batch, (None, None))
            if said is not None and all(said is not other for _, other in self._offers.values()):
                # It is done: that is not to be offered any more.
                self._notices.withdraw(said)
        self._tell(
            Return(
                tuple(id for one in found for id in one.ids),
                tuple(name for one in found for name in one.names),
                tuple(dict.fromkeys(trouble for one in found for trouble in one.troubles)),
            )
        )

    def _on_closed(self, batches: Iterable[int]) -> None:
        for batch in batches:
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
