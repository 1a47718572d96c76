# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the files of torrents in the list from what was put into a watch folder: a stranger chose what is in those."""

import asyncio
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject

from starling.automation.folderlook import SUFFIXES
from starling.engine.engine import Engine, EngineError
from starling.torrent import Torrent

_SLICE = 0.008
"""Seconds of a turn of the event loop: thousands of torrents may lie where a file does."""


class Owned(QObject):
    """Remembers which files of each torrent could be taken for something to add: hardly any torrent has such."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._rows: dict[str, Torrent] = {}
        self._named: dict[str, frozenset[str]] = {}
        """By id the paths below the save folder, folded; torrents whose files are not known are missing."""
        self._in: defaultdict[str, set[str]] = defaultdict(set)
        """By folder, the ids of those that save there or go there, without those that are known to have no such file.
        """
        self._begun = False
        engine.files_changed.connect(self._forget)
        engine.removed.connect(self._forget_all)

    async def has(self, path: str, real: str) -> bool:
        """Whether a torrent saves, or is moved, to this file; `real` is the same without links on the way to it."""
        self._begin()
        below: defaultdict[str, list[str]] = defaultdict(list)
        for one in {path, real}:
            folder = one
            while (up := os.path.dirname(folder)) != folder:  # noqa: PTH120  (texts, thousands of times)
                folder = up
                if ids := self._in.get(folder):
                    place = _folded(one.removeprefix(folder).lstrip(os.sep))
                    for id in ids:
                        below[id].append(place)
        until = perf_counter() + _SLICE
        for id, places in below.items():
            if await self._names_one(id, places):
                return True
            if perf_counter() > until:
                await asyncio.sleep(0)
                until = perf_counter() + _SLICE
        return False

    async def _names_one(self, id: str, places: Sequence[str]) -> bool:
        named = self._named.get(id)
        if named is None:
            if (torrent := self._rows.get(id)) is None:
                return False
            try:
                named = frozenset(map(_folded, await self._engine.details.named(id, SUFFIXES)))
            except EngineError:
                # It can't be asked at the moment, but all of it is called like itself as a rule.
                top = _folded(torrent.name)
                return any(place.split(os.sep, 1)[0] == top for place in places)
            if (now := self._rows.get(id)) is not None and now.has_metadata:
                self._named[id] = named
                self._enter(now)
        return not named.isdisjoint(places)

    def _begin(self) -> None:
        """Nothing of this is needed before there is a file."""
        if not self._begun:
            self._begun = True
            self._on_updated(self._engine.torrents.values())
            self._engine.updated.connect(self._on_updated)

    def _on_updated(self, rows: Iterable[Torrent]) -> None:
        for torrent in rows:
            before = self._rows.get(torrent.id)
            self._rows[torrent.id] = torrent
            if before is None or _folders(before) != _folders(torrent):
                self._leave(before)
                self._enter(torrent)

    def _enter(self, torrent: Torrent) -> None:
        named = self._named.get(torrent.id)
        for place in _places(torrent):
            if named is None or named:
                self._in[place].add(torrent.id)
            else:
                self._in[place].discard(torrent.id)

    def _leave(self, torrent: Torrent | None) -> None:
        if torrent is not None:
            for place in _places(torrent):
                self._in[place].discard(torrent.id)

    def _forget(self, id: str) -> None:
        if self._named.pop(id, None) is not None and (torrent := self._rows.get(id)) is not None:
            self._enter(torrent)

    def _forget_all(self, ids: Iterable[str]) -> None:
        for id in ids:
            self._named.pop(id, None)
            self._leave(self._rows.pop(id, None))


def _folders(torrent: Torrent) -> tuple[str, ...]:
    """Where it saves, and where it goes; empty for nowhere."""
    return torrent.save_path, torrent.destination, torrent.moving.target if torrent.moving else ""


def _places(torrent: Torrent) -> set[str]:
    return {folder.rstrip("/") or folder for folder in _folders(torrent) if folder}


def _folded(path: str) -> str:
    """Names that some disk takes for one are one here."""
    return unicodedata.normalize("NFC", os.path.normpath(path)).casefold()
