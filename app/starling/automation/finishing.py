# SPDX-License-Identifier: GPL-3.0-or-later
"""Waits until downloads that have finished are where they belong."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from starling.torrent import State, Torrent

MOVE_MS = 60_000
"""A torrent that belongs elsewhere when it is complete has begun to go there by then, or stays."""


class Finishing(QObject):
    """Which downloads have finished `Accounts.downloaded` tells; here their way to their folders is followed."""

    finished = Signal(object)
    """Torrent whose download is finished, where it belongs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._going: dict[str, bool] = {}
        """Those that belong elsewhere, and whether they were seen on their way."""
        self._latest: dict[str, Torrent] = {}
        self._left: set[str] = set()
        """Those that were on their way when the program ended, and whose rows are to come."""

    def resume(self, ids: Iterable[str]) -> None:
        """The downloads of these had finished before the program was started."""
        self._left.update(ids)

    def begin(self, torrents: Iterable[Torrent]) -> None:
        """The downloads of these have finished."""
        for torrent in torrents:
            self._left.discard(torrent.id)
            if not torrent.destination and torrent.state is not State.MOVING:
                self.forget([torrent.id])
                self.finished.emit(torrent)
                continue
            self._going[torrent.id], self._latest[torrent.id] = torrent.state is State.MOVING, torrent
            if torrent.state is not State.MOVING:
                QTimer.singleShot(MOVE_MS, self, partial(self._look_again, torrent.id))

    def take(self, rows: Iterable[Torrent]) -> None:
        """New or changed rows; cheap while nothing is on its way."""
        if self._going or self._left:
            for torrent in rows:
                if torrent.id in self._going:
                    self._follow(torrent)
                elif torrent.id in self._left and torrent.complete:
                    self.begin([torrent])

    def forget(self, ids: Sequence[str]) -> None:
        """They were removed, or go nowhere any more."""
        for id in ids:
            self._left.discard(id)
            self._going.pop(id, None)
            self._latest.pop(id, None)

    def _follow(self, torrent: Torrent) -> None:
        self._latest[torrent.id] = torrent
        if torrent.state is State.MOVING:
            self._going[torrent.id] = True
        elif self._going[torrent.id] or not torrent.destination:
            self._arrive(torrent.id)

    def _look_again(self, id: str) -> None:
        if self._going.get(id) is False:
            self._arrive(id)

    def _arrive(self, id: str) -> None:
        del self._going[id]
        self.finished.emit(self._latest.pop(id))
