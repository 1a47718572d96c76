# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells each torrent's own log what it turned to: downloading, stalled, paused; and everybody of errors and moves."""

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
        self._settled: dict[str, Torrent] = {}
        """What each was when it was seen last and not on its way."""
        self._left: deque[Happening] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tell)

    def take(self, torrents: Iterable[Torrent]) -> None:
        """These changed in whatever way."""
        for torrent in torrents:
            before, last = self._states.get(torrent.id), self._settled.get(torrent.id)
            if torrent.state is not State.MOVING:
                self._settled[torrent.id] = torrent
                if torrent.unmoved and (last is None or before is State.MOVING or last.unmoved != torrent.unmoved):
                    text = translate("Log", "Its data could not be moved: {reason}").format(reason=torrent.unmoved)
                    # Everybody is told by a notice.
                    self._put(Level.WARNING, text, torrent, area=Area.DISK, own=True)
                elif last is not None and (last.save_path != torrent.save_path or before is State.MOVING):
                    self._arrived(last, torrent)
            # One error may follow another.
            if before is torrent.state and (last is None or last.problem is torrent.problem):
                continue
            if torrent.state is State.STALLED and not self._is_news(torrent.id) and before is State.DOWNLOADING:
                continue
            self._states[torrent.id] = torrent.state
            error = torrent.state is State.ERROR
            # What it was when the program began is no turn; what is wrong is told then too.
            if before is not None or error:
                own = not error and before is not State.ERROR
                self._put(*_words(torrent), torrent, own=own)
        if self._left and not self._timer.isActive():
            self._timer.start()

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone."""
        for id in ids:
            self._states.pop(id, None)
            self._stalled.pop(id, None)
            self._settled.pop(id, None)

    def _is_news(self, id: str) -> bool:
        now = time.monotonic()
        if now - self._stalled.get(id, -_AGAIN) < _AGAIN:
            return False
        self._stalled[id] = now
        return True

    def _arrived(self, last: Torrent, torrent: Torrent) -> None:
        """It was on its way, or that was over before any snapshot could say so."""
        if last.save_path == torrent.save_path:
            text = translate("Log", "Its data stay in {path}.")
        elif last.done or torrent.done:
            text = translate("Log", "Its data are in {path} now.")
        else:
            text = translate("Log", "Its folder is {path} now.")
        self._put(Level.INFO, text.format(path=torrent.save_path), torrent, area=Area.DISK)

    def _put(self, level: Level, text: str, torrent: Torrent, *, area: Area = Area.TORRENTS, own: bool = False) -> None:
        self._left.append(Happening(level, area, shown(text), torrent.id, torrent.name, own=own))

    def _tell(self) -> None:
        for _ in range(min(_SLICE, len(self._left))):
            self.happened.emit(self._left.popleft())
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
