# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done about pieces that nobody has: their files are skipped, or more peers are asked for."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from starling.engine.engine import Engine
from starling.errors import UserError
from starling.pieces import Hit
from starling.tasks import spawn
from starling.torrent import Priority
from starling.ui.details import piecewords
from starling.ui.details.pieceasking import PieceAsking
from starling.ui.details.tracker_words import clock
from starling.ui.dialogs.asking import ask
from starling.why.reason import Cause
from starling.why.words import sentence


class MissingDeeds(QObject):
    """Tells what it did once the engine says that it is so."""

    told = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, engine: Engine, parent: QWidget) -> None:
        """Its dialogs stand above the window of `parent`."""
        super().__init__(parent)
        self._engine, self._above = engine, parent
        self._skipping: dict[str, tuple[Hit, ...]] = {}
        """By torrent: files that the engine was asked to skip, and has not said that they are."""
        engine.files_changed.connect(self._files_changed)

    def skip(self, id: str, hits: tuple[Hit, ...]) -> None:
        """Ask whether to skip these files, and skip them then."""
        spawn(self._ask_to_skip(id, hits), name="skip files")

    def skip_unheld(self, id: str) -> None:
        """Likewise all files of a torrent that need a piece which nobody has."""
        spawn(self._find_and_ask(id), name="skip files")

    def ask_for_peers(self, id: str) -> None:
        """Ask the trackers and the DHT; says which of them allow that only later."""
        spawn(self._ask(id), name="ask trackers")

    def forget(self) -> None:
        """Nothing more is told of what was asked for until now."""
        self._skipping.clear()

    async def _find_and_ask(self, id: str) -> None:
        found = await PieceAsking().fetch(self._engine, id)
        if not found.hits:
            torrent = self._engine.torrents.get(id)
            if torrent is not None and not torrent.complete and not torrent.peers + torrent.seeds:
                raise UserError(self.tr("By now nobody is connected: who would have what is not known."))
            raise UserError(self.tr("By now every wanted piece is to be had."))
        if len(found.hits) == found.files:
            raise UserError(self.tr("There is no file that can be finished without those pieces."))
        await self._ask_to_skip(id, found.hits)

    async def _ask_to_skip(self, id: str, hits: tuple[Hit, ...]) -> None:
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.skipfiles import SkipFilesDialog

        if await ask(SkipFilesDialog(hits, self._above.window())):
            self._skipping[id] = hits
            self._engine.contents.set_priorities(id, {hit.file: Priority.SKIP for hit in hits})

    def _files_changed(self, id: str) -> None:
        if hits := self._skipping.get(id):
            spawn(self._tell_skipped(id, hits), name="skipped files")

    async def _tell_skipped(self, id: str, hits: tuple[Hit, ...]) -> None:
        files = await self._engine.details.files(id)
        state = await self._engine.details.file_state(id)
        skipped = {
            index for index, level in zip(files.indices, state.priorities, strict=True) if level == Priority.SKIP
        }
        if skipped.issuperset(hit.file for hit in hits) and self._skipping.get(id) is hits:
            del self._skipping[id]
            self.told.emit(piecewords.skipped(hits))

    async def _ask(self, id: str) -> None:
        torrent = self._engine.torrents.get(id)
        why = None if torrent is None else torrent.why
        refusals = await self._engine.trackers.announce(id)
        if why is not None and why.cause is Cause.TRACKERS_FAIL:
            words = self.tr("Peers were asked for once more.") + " " + sentence(why)
        else:
            words = self.tr("More peers were asked for.")
        if refusals:
            later = self.tr("%n trackers allow that only later, from {time} on, and are asked then.", "", len(refusals))
            words += " " + later.format(time=clock(min(refusal.until for refusal in refusals)))
        self.told.emit(words)
