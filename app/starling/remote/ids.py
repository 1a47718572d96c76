# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers by which clients call torrents until the program ends, and which were active or removed of late."""

import time
from collections import deque
from collections.abc import Container, Iterable
from itertools import count
from operator import attrgetter

from PySide6.QtCore import QObject

from starling.engine.engine import Engine
from starling.i18n import translate
from starling.remote.params import ParamError, Params
from starling.torrent import Torrent

RECENT = 60.0
"""Seconds for which a torrent counts as recently active, or removed."""
MOST = 100_000
"""Torrents that can be named in a call: to find so many takes some 25 ms."""
RECENTLY_ACTIVE = ("recently_active", "recently-active")


class Ids(QObject):
    """Gives every torrent a number when it is first heard of, by age those that were there; none is given twice.

    One that is removed and added again gets another one: a client that has not asked in between must not take it for
    the one that it knows. What is brought back is the same as before.
    """

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._numbers: dict[str, int] = {}
        self._fresh = count(1)
        self._all = False
        """Whether those that were there when the program was started have theirs."""
        self._hashes: dict[int, str] = {}
        self._second: dict[str, str] = {}
        """A v2 hash -> the id of its torrent. A hybrid one goes by its v1 hash; clients may know the other one."""
        self._second_of: dict[str, str] = {}
        """The other way round."""
        self._active: dict[str, float] = {}
        """When each was last heard of, by the monotonic clock."""
        self._removed: deque[tuple[float, int]] = deque(maxlen=100_000)
        self._gone: set[str] = set()
        """Those that have a number, and were removed."""
        self._note(engine.torrents.values())
        self._give_all_once()
        engine.added.connect(self._on_added)
        engine.updated.connect(self._on_updated)
        engine.removed.connect(self._on_removed)

    def number(self, id: str) -> int:
        """The number of a torrent."""
        found = self._numbers.get(id)
        if found is None and not self._all:
            self._give_all()
            found = self._numbers.get(id)
        return self._give(id) if found is None else found

    def selected(self, params: Params) -> list[str]:
        """The torrents that ``ids`` names: one number or hash, a list of them, "recently_active"; all without it.

        Those that are not in the list are left out, as Transmission does. Raises ParamError for anything else.
        """
        there = self._engine.torrents
        given = params.raw("ids")
        if given is None:
            return list(there)
        if given in RECENTLY_ACTIVE:
            since = time.monotonic() - RECENT
            return [id for id, at in self._active.items() if at >= since and id in there]
        wanted = given if isinstance(given, list) else [given]
        if any(not isinstance(each, str) and type(each) is not int for each in wanted):
            raise ParamError(translate("Remote", "“ids” must be a list of numbers and hashes."))
        if len(wanted) > MOST:
            raise params.refuse("ids", translate("Remote", "“{name}” takes {count} names at most."), count=MOST)
        found = (self._id_of(each, there) for each in wanted)
        return list(dict.fromkeys(id for id in found if id is not None and id in there))

    def one(self, params: Params) -> str:
        """The one torrent that ``ids`` names. Raises ParamError if it is none, or several."""
        found = self.selected(params)
        if "ids" not in params or len(found) != 1:
            raise ParamError(translate("Remote", "“ids” must name exactly one torrent that is in the list."))
        return found[0]

    def removed_recently(self) -> list[int]:
        """Numbers of the torrents that were removed in the last minute, and have not been brought back."""
        since = time.monotonic() - RECENT
        while self._removed and self._removed[0][0] < since:
            self._removed.popleft()
        there = self._engine.torrents
        return list(dict.fromkeys(number for _, number in self._removed if self._hashes.get(number) not in there))

    def _id_of(self, each: object, there: Container[str]) -> str | None:
        if isinstance(each, str):
            text = each.lower()
            return text if text in there else self._second.get(text)
        return self._hashes.get(each) if isinstance(each, int) else None

    def _give(self, id: str) -> int:
        fresh = self._numbers[id] = next(self._fresh)
        self._hashes[fresh] = id
        return fresh

    def _give_all_once(self) -> None:
        """As soon as all are known: clients may still have the numbers of the last time."""
        if not self._all and len(self._engine.torrents) >= self._engine.count:
            self._give_all()

    def _give_all(self) -> None:
        """By age, as far as they are known: libtorrent tells of them in another order at each start."""
        there = self._engine.torrents
        self._all = len(there) >= self._engine.count
        for torrent in sorted(there.values(), key=attrgetter("added", "id")):
            if torrent.id not in self._numbers:
                self._give(torrent.id)

    def _note(self, torrents: Iterable[Torrent]) -> None:
        for torrent in torrents:
            if torrent.hash_v2:
                self._second[torrent.hash_v2] = torrent.id
                self._second_of[torrent.id] = torrent.hash_v2

    def _on_added(self, id: str) -> None:
        if id in self._gone:
            self._gone.remove(id)
            del self._hashes[self._numbers.pop(id)]

    def _on_updated(self, changed: Iterable[Torrent]) -> None:
        now = time.monotonic()
        self._note(changed)
        self._give_all_once()
        for torrent in changed:
            if self._all:
                self.number(torrent.id)
            self._active[torrent.id] = now

    def _on_removed(self, ids: Iterable[str]) -> None:
        now = time.monotonic()
        for id in ids:
            self._active.pop(id, None)
            self._second.pop(self._second_of.pop(id, ""), None)
            if (number := self._numbers.get(id)) is not None:
                self._removed.append((now, number))
                self._gone.add(id)
