# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which torrents were downloaded, where libtorrent says "finished" at every start and after every check too."""

from collections.abc import Iterable

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine.convert import STATUS_FLAGS
from starling.engine.record import Record, Records
from starling.torrent import State, Torrent

_FETCHING = (State.DOWNLOADING, State.STALLED)


class Finishes(QObject):
    """Hears libtorrent's "finished", and believes it once the news say that something was downloaded."""

    done = Signal(list)
    """list[str]: ids of torrents whose last wanted byte has come. Once for each: again only if more was wanted after
    that, or a check found that something was missing, and it was downloaded."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._heard: dict[str, tuple[lt.torrent_handle | None, bool]] = {}
        """Those of which libtorrent says it, as what, and whether they were seen being downloaded before."""
        self._told: dict[str, int] = {}
        """What each had downloaded in this session when it was told."""

    def heard(self, record: Record) -> None:
        """libtorrent says that it is finished."""
        row = record.snapshot
        fetched = row is not None and row.state in _FETCHING and row.session_downloaded > 0
        self._heard.setdefault(record.id, (record.handle, fetched))
        if record.options.destination and record.handle is not None:
            # It is about to be opened anew in its folder, and whatever is counted of it begins with zero then.
            record.handle.post_status(STATUS_FLAGS)

    def take(self, changed: Iterable[Torrent]) -> None:
        """The news that come after it; cheap while nothing was heard or told."""
        if not self._heard and not self._told:
            return
        done = []
        for row in changed:
            if row.session_downloaded < self._told.get(row.id, 0):
                # A check or another folder: libtorrent counts from zero again.
                del self._told[row.id]
            if row.id in self._heard and row.complete and self._is_done(row):
                done.append(row.id)
        if done:
            self.done.emit(done)

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone: whoever comes back begins anew."""
        for id in ids:
            self._heard.pop(id, None)
            self._told.pop(id, None)

    def _is_done(self, row: Torrent) -> bool:
        handle, fetched = self._heard.pop(row.id)
        record = self._records.get(row.id)
        if record is None:
            return False
        if record.handle is not handle:
            # Moved before the news came.
            return fetched
        if not row.session_downloaded or row.session_downloaded == self._told.get(row.id):
            return False
        self._told[row.id] = row.session_downloaded
        return True
