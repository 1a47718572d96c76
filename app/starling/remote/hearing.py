# SPDX-License-Identifier: GPL-3.0-or-later
"""Waits until the list shows what a client has done: whatever it asks next, it sees that."""

import asyncio
from collections.abc import Callable, Iterable

from starling.engine.engine import Engine
from starling.torrent import Torrent

SOON = 0.3
"""Seconds after which there is no news, for nothing has changed."""
LATER = 5.0
"""Seconds in which a torrent that is added has its row, unless the machine is very busy."""


async def shown(engine: Engine, ids: Iterable[str]) -> None:
    """Until there is news of any of these torrents, but not for long."""
    wanted = frozenset(ids)
    if wanted:
        await _Hearing(engine, lambda torrent: torrent.id in wanted).wait(SOON)


async def listed(engine: Engine, id: str) -> None:
    """Until a torrent that was added has a row."""
    if id not in engine.torrents:
        await _Hearing(engine, lambda torrent: torrent.id == id).wait(LATER)


class _Hearing:
    """Listens once."""

    def __init__(self, engine: Engine, wanted: Callable[[Torrent], bool]) -> None:
        self._engine, self._wanted = engine, wanted
        self._heard = asyncio.Event()

    async def wait(self, patience: float) -> None:
        self._engine.updated.connect(self._on_updated)
        try:
            self._engine.refresh()
            async with asyncio.timeout(patience):
                await self._heard.wait()
        except TimeoutError:
            # Nothing has changed, or it takes its time: the client sees it when it asks again.
            return
        finally:
            self._engine.updated.disconnect(self._on_updated)

    def _on_updated(self, changed: Iterable[Torrent]) -> None:
        if any(map(self._wanted, changed)):
            self._heard.set()
