# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes into the log what becomes of torrents."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from starling.engine.engine import Engine
from starling.logbook import Area, Level, Logbook
from starling.torrent import Torrent

_ONE_BY_ONE = 50
"""Of more torrents than these that are removed at once only the number is written."""


class Happenings(QObject):
    """Lasts as long as the engine."""

    def __init__(self, engine: Engine, book: Logbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._book = engine, book
        self._names: dict[str, str] = {}
        """Of the torrents in the list: when one is removed, the engine has forgotten its name."""
        engine.accounts.happened.connect(book.note)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)
        engine.loaded.connect(self._on_loaded)

    def _on_updated(self, changed: Iterable[Torrent]) -> None:
        self._names.update([(torrent.id, torrent.name) for torrent in changed])

    def _on_removed(self, ids: list[str]) -> None:
        names = [self._names.pop(id, "") for id in ids]
        if len(ids) > _ONE_BY_ONE:
            self._book.write(Level.INFO, Area.TORRENTS, self.tr("%n torrents were removed.", "", len(ids)))
            return
        for id, name in zip(ids, names, strict=True):
            self._book.write(Level.INFO, Area.TORRENTS, self.tr("Removed."), id, name)

    def _on_loaded(self) -> None:
        text = self.tr("%n torrents are in the session.", "", self._engine.count)
        self._book.write(Level.INFO, Area.SESSION, text)
