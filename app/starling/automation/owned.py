# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the files of torrents in the list from what was put into a watch folder: a stranger chose what is in those."""

import os
import unicodedata
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from starling.automation.folderlook import SUFFIXES
from starling.engine.engine import Engine, EngineError


class Owned(QObject):
    """Remembers which files of each torrent could be taken for something to add: hardly any torrent has such."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._named: dict[str, frozenset[str]] = {}
        """By id the paths below the save folder, folded; torrents whose files are not known are missing."""
        engine.files_changed.connect(self._forget)
        engine.removed.connect(self._forget_all)

    async def has(self, path: str, real: str) -> bool:
        """Whether a torrent saves, or is moved, to this file; `real` is the same without links on the way to it."""
        spelt = {path, real}
        above: dict[str, list[str]] = {}
        for one in spelt:
            folder = one
            while (up := os.path.dirname(folder)) != folder:  # noqa: PTH120  (texts, thousands of times)
                folder = up
                above.setdefault(folder, []).append(_folded(one.removeprefix(folder).lstrip(os.sep)))
        for torrent in list(self._engine.torrents.values()):
            places = {torrent.save_path, torrent.destination, torrent.moving.target if torrent.moving else ""}
            below = [place for folder in places for place in above.get(folder.rstrip("/") or folder, ())]
            if below and await self._names_one(torrent.id, torrent.name, below):
                return True
        return False

    async def _names_one(self, id: str, name: str, places: Sequence[str]) -> bool:
        named = self._named.get(id)
        if named is None:
            try:
                named = frozenset(map(_folded, await self._engine.details.named(id, SUFFIXES)))
            except EngineError:
                # It can't be asked at the moment, but all of it is called like itself as a rule.
                top = _folded(name)
                return any(place.split(os.sep, 1)[0] == top for place in places)
            if (torrent := self._engine.torrents.get(id)) is not None and torrent.has_metadata:
                self._named[id] = named
        return not named.isdisjoint(places)

    def _forget(self, id: str) -> None:
        self._named.pop(id, None)

    def _forget_all(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._forget(id)


def _folded(path: str) -> str:
    """Names that some disk takes for one are one here."""
    return unicodedata.normalize("NFC", os.path.normpath(path)).casefold()
