# SPDX-License-Identifier: GPL-3.0-or-later
"""Says before torrents are stopped that nobody else has some of their pieces, and when a seeding goal has done it."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from starling import settings
from starling.engine.engine import Engine
from starling.goals import REMOVALS, After
from starling.rarity import Rarity, may_be_last
from starling.settings import Settings
from starling.torrent import Torrent
from starling.ui import rarewords
from starling.ui.dialogs.asking import ask
from starling.ui.notice import NoticeBar

_RECENT = 600.0
"""Seconds for which a look counts that can't be repeated: whoever has stopped has no peers."""

Found = Sequence[tuple[Torrent, Rarity]]


class Deed(Enum):
    """How they are stopped."""

    PAUSE = auto()
    REMOVE = auto()


class LastCopies:
    """Asks only where it is known in no time that the swarm needs us: nothing waits for it else."""

    def __init__(self, engine: Engine, chosen: Settings) -> None:
        self._engine, self._settings = engine, chosen

    def concerns(self, torrents: Iterable[Torrent]) -> bool:
        """Whether it is worth a look; costs nothing."""
        return self._settings.get(settings.seeding.WARN_RARE) and any(map(may_be_last, torrents))

    async def among(self, torrents: Sequence[Torrent]) -> Found:
        """Those of them without which their swarms can't complete."""
        return await self._engine.insight.rarity.last_copies(torrents) if self.concerns(torrents) else ()

    async def agreed(self, found: Found, deed: Deed, window: QWidget) -> bool:
        """Whether they shall be stopped all the same; without any nobody is asked."""
        if not found:
            return True
        # Dialogs are read when they are opened: the start does not pay for them.
        from starling.ui.dialogs.lastcopy import LastCopyDialog

        return bool(await ask(LastCopyDialog(found, deed, self._settings, window)))


class GoalWarnings(QObject):
    """A seeding goal asks nobody: it is told when it has stopped the last copy."""

    def __init__(self, engine: Engine, chosen: Settings, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._notices = engine, chosen, notices
        engine.goals.reached.connect(self._on_reached)

    def _on_reached(self, ids: Sequence[str]) -> None:
        if not self._settings.get(settings.seeding.WARN_RARE):
            return
        rows = self._engine.torrents
        found = []
        for torrent in (rows[id] for id in ids if id in rows):
            rarity = self._engine.insight.rarity.kept(torrent.id, _RECENT)
            goes_on = torrent.goal is not None and torrent.goal.goal.then is After.SUPER_SEED
            if rarity is not None and rarity.last_copy and not goes_on:
                found.append((torrent, rarity))
        if not found:
            return
        stay = [torrent.id for torrent, _ in found if torrent.goal is None or torrent.goal.goal.then not in REMOVALS]
        action = (self.tr("Seed on"), partial(self._engine.start, stay)) if stay else None
        self._notices.warn(rarewords.reached(found), action)
