# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells downloads that have just finished from torrents that are merely found to be complete."""

import time
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from starling.torrent import State, Torrent

MOVE_MS = 60_000
"""A torrent that belongs elsewhere when it is complete has begun to go there by then, or stays."""
COUNTED_S = 10.0
"""libtorrent tells how much came up to a second after it told that nothing is missing; a torrent whose files were there
already has downloaded nothing even then."""
_FETCHING, _CHECKED = (State.DOWNLOADING, State.STALLED), (State.CHECKING, State.METADATA)


class Finishing(QObject):
    """Looks at every row that comes; once a torrent was complete it does not finish again, whatever becomes of it."""

    finished = Signal(object)
    """Torrent whose download is finished, where it belongs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unfinished: dict[str, bool] = {}
        """Those that were never complete, and whether they were fetching what they lack when they were seen last."""
        self._counting: dict[str, float] = {}
        """Those that are complete, and until when bytes that were downloaded for it may yet be counted."""
        self._going: dict[str, bool] = {}
        """Those that are complete and belong elsewhere, and whether they were seen on their way."""
        self._latest: dict[str, Torrent] = {}

    def take(self, rows: Iterable[Torrent]) -> None:
        """New or changed rows."""
        for torrent in rows:
            if torrent.id in self._going:
                self._follow(torrent)
            elif not torrent.complete:
                # Its moment of completion stays, also when it is checked anew or more of its files are wanted.
                if torrent.completed is None:
                    self._unfinished[torrent.id] = torrent.state in _FETCHING
            elif torrent.state in _CHECKED:
                continue
            elif (fetched := self._unfinished.pop(torrent.id, None)) is not None:
                if fetched or torrent.downloaded:
                    self._finish(torrent)
                else:
                    self._counting[torrent.id] = time.monotonic() + COUNTED_S
            elif torrent.id in self._counting:
                self._count(torrent)

    def expect(self, id: str) -> None:
        """It was added: it may be complete before it is seen."""
        self._unfinished.setdefault(id, False)

    def forget(self, ids: Sequence[str]) -> None:
        """They were removed."""
        for id in ids:
            self._unfinished.pop(id, None)
            self._counting.pop(id, None)
            self._going.pop(id, None)
            self._latest.pop(id, None)

    def _count(self, torrent: Torrent) -> None:
        if time.monotonic() > self._counting[torrent.id]:
            del self._counting[torrent.id]
        elif torrent.downloaded:
            del self._counting[torrent.id]
            self._finish(torrent)

    def _finish(self, torrent: Torrent) -> None:
        if not torrent.destination and torrent.state is not State.MOVING:
            self.finished.emit(torrent)
            return
        self._going[torrent.id], self._latest[torrent.id] = torrent.state is State.MOVING, torrent
        if torrent.state is not State.MOVING:
            QTimer.singleShot(MOVE_MS, self, partial(self._look_again, torrent.id))

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
