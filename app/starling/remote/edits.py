# SPDX-License-Identifier: GPL-3.0-or-later
"""When something of a torrent changed last that clients do not ask for each time: its name, folder, files, trackers."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QObject

from starling.engine.engine import Engine
from starling.torrent import Torrent

_Lasting = tuple[object, ...]


class Edits(QObject):
    """Remembers it until the program ends."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = {torrent.id: _lasting(torrent) for torrent in engine.torrents.values()}
        self._edited: dict[str, int] = {}
        engine.updated.connect(self._on_updated)
        engine.files_changed.connect(self._on_files_changed)
        engine.removed.connect(self._on_removed)

    def of(self, id: str) -> int:
        """Seconds since 1970; 0 = not since the program was started. From any thread."""
        return self._edited.get(id, 0)

    def _on_updated(self, changed: Iterable[Torrent]) -> None:
        now = int(time.time())
        for torrent in changed:
            lasting = _lasting(torrent)
            if self._seen.setdefault(torrent.id, lasting) != lasting:
                self._seen[torrent.id] = lasting
                self._edited[torrent.id] = now

    def _on_files_changed(self, id: str) -> None:
        self._edited[id] = int(time.time())

    def _on_removed(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._seen.pop(id, None)
            self._edited.pop(id, None)


def _lasting(torrent: Torrent) -> _Lasting:
    return torrent.name, torrent.save_path, torrent.labels, torrent.tracker_hosts, torrent.has_metadata
