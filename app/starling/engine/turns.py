# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells each torrent's own log what it turned to: downloading, stalled, paused by its owner, finished."""

import time
from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from starling import goalwords
from starling.i18n import translate
from starling.logbook import Area, Happening, Level
from starling.spelling import shown
from starling.torrent import State, Torrent

_SLICE = 500
"""Sentences in a turn of the event loop: 10,000 torrents may be paused at once."""
_AGAIN = 600.0
"""Seconds after which it is told again that a torrent is stalled: some are every minute."""


class Turns(QObject):
    """Follows the snapshots."""

    happened = Signal(object)
    """A `Happening`."""

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[str, State] = {}
        """As they were told last."""
        self._stalled: dict[str, float] = {}
        """When that was told last, by the monotonic clock."""
        self._folders: dict[str, str] = {}
        """Where those lay that are being moved."""
        self._left: deque[tuple[Level, str, Torrent]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tell)

    def take(self, torrents: Iterable[Torrent]) -> None:
        """These changed in whatever way."""
        known = self._states
        for torrent in torrents:
            before = known.get(torrent.id)
            if before is torrent.state:
                continue
            if torrent.state is State.STALLED and before is not None and not self._is_news(torrent.id):
                continue
            known[torrent.id] = torrent.state
            # What it was when the program began is no turn.
            if before is not None:
                self._turn(torrent)
        if self._left and not self._timer.isActive():
            self._timer.start()

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone."""
        for id in ids:
            self._states.pop(id, None)
            self._stalled.pop(id, None)
            self._folders.pop(id, None)

    def _is_news(self, id: str) -> bool:
        now = time.monotonic()
        if now - self._stalled.get(id, -_AGAIN) < _AGAIN:
            return False
        self._stalled[id] = now
        return True

    def _turn(self, torrent: Torrent) -> None:
        folder = self._folders.pop(torrent.id, None)
        if torrent.state is State.MOVING:
            self._folders[torrent.id] = torrent.save_path if folder is None else folder
        elif folder is not None:
            moved, stayed = (
                translate("Log", "Its data are in {path} now."),
                translate("Log", "Its data stay in {path}."),
            )
            text = stayed if torrent.save_path == folder else moved
            self._left.append((Level.INFO, text.format(path=torrent.save_path), torrent))
        self._left.append((*_words(torrent), torrent))

    def _tell(self) -> None:
        for _ in range(min(_SLICE, len(self._left))):
            level, text, torrent = self._left.popleft()
            self.happened.emit(Happening(level, Area.TORRENTS, shown(text), torrent.id, torrent.name, own=True))
        if not self._left:
            self._timer.stop()


def _words(torrent: Torrent) -> tuple[Level, str]:
    match torrent.state:
        case State.DOWNLOADING:
            return Level.INFO, translate("Log", "It is downloading.")
        case State.SEEDING:
            return Level.INFO, translate("Log", "It is seeding.")
        case State.STALLED:
            return Level.INFO, translate("Log", "It is stalled: nobody sends.")
        case State.METADATA:
            return Level.INFO, translate("Log", "It is looking for its details.")
        case State.CHECKING:
            return Level.INFO, translate("Log", "Its data are being checked.")
        case State.MOVING:
            if torrent.moving is None:
                return Level.INFO, translate("Log", "Its data are being moved.")
            text = translate("Log", "Its data are being moved to {folder}.")
            return Level.INFO, text.format(folder=torrent.moving.target)
        case State.QUEUED:
            if torrent.wait is not None:
                return Level.INFO, translate("Log", "It waits, as the schedule says.")
            return Level.INFO, translate("Log", "It waits in the queue.")
        case State.PAUSED:
            return Level.INFO, translate("Log", "It is paused.")
        case State.FINISHED:
            if torrent.goal is not None and torrent.goal.reached is not None:
                return Level.INFO, goalwords.sentence(torrent.goal)
            return Level.INFO, translate("Log", "It is finished.")
        case State.ERROR:
            return Level.ERROR, torrent.error
