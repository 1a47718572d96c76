# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which torrents were downloaded, where libtorrent says "finished" at every start and after every check too."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from starling.engine.record import Record
from starling.torrent import Torrent


class Finishes(QObject):
    """Hears libtorrent's "finished", and believes it once the news say that something was downloaded."""

    done = Signal(str)
    """Id of a torrent of which all that was wanted was downloaded: at most once a session."""

    def __init__(self) -> None:
        super().__init__()
        self._heard: set[str] = set()
        self._done: set[str] = set()

    def heard(self, record: Record) -> None:
        """libtorrent says that it is finished."""
        if record.id not in self._done:
            self._heard.add(record.id)

    def take(self, changed: Iterable[Torrent]) -> None:
        """The news that come after it; cheap while nothing was heard."""
        if not self._heard:
            return
        for torrent in changed:
            if torrent.id in self._heard and torrent.done >= torrent.size > 0:
                self._heard.discard(torrent.id)
                if torrent.session_downloaded:
                    self._done.add(torrent.id)
                    self.done.emit(torrent.id)

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone: whoever comes back begins anew."""
        self._heard.difference_update(ids)
        self._done.difference_update(ids)
