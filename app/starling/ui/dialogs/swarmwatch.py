# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks who is in the swarm of a torrent that is not added yet: its trackers once, connected peers every second."""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from starling.engine.engine import Engine, EngineError
from starling.tasks import spawn
from starling.torrent import Preview

_POLL_MS = 1_000


class SwarmWatch(QObject):
    """Give it what is known of a torrent, and again when it is more."""

    answered = Signal(object)
    """tuple[Tracker, ...]: what the trackers have said by now."""
    counted = Signal(int)
    """Peers that are connected while the details of a magnet link are sought."""

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._preview: Preview | None = None
        self._asked = False
        self.seconds = 0
        """How long the details have been sought."""
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        engine.scraped.connect(self._on_scraped)

    def watch(self, preview: Preview) -> None:
        """This is what is known by now."""
        self._preview = preview
        if preview.known or preview.has_metadata:
            self._poll.stop()
        else:
            self._poll.start()
        if not preview.known and not self._asked:
            self._asked = True
            spawn(self._ask_trackers(preview.id), name="scrape")

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._poll.stop()

    async def _ask_trackers(self, id: str) -> None:
        try:
            await self._engine.intake.scrape(id)
        except EngineError:  # the program closes, or libtorrent has refused it: Add will say so
            return

    def _on_scraped(self, id: str, trackers: object) -> None:
        if self._preview is not None and self._preview.id == id:
            self.answered.emit(trackers)

    def _on_poll(self) -> None:
        self.seconds += 1
        spawn(self._count_peers(), name="peers of a preview")

    async def _count_peers(self) -> None:
        if self._preview is None:
            return
        try:
            peers = await self._engine.peers.connected(self._preview.id)
        except EngineError:  # it was added or discarded while the question was on its way
            return
        if isValid(self) and self._poll.isActive():
            self.counted.emit(sum(not peer.connecting for peer in peers))
