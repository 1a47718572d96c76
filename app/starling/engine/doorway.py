# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps torrents from coming into the list in the moment in which files of removed ones go.

Nobody could tell in time that the files are theirs, too.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Doorway:
    """Any number comes in at once, while it is open."""

    def __init__(self) -> None:
        self._open = asyncio.Event()
        self._open.set()
        self._empty = asyncio.Event()
        self._empty.set()
        self._coming = 0
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def coming(self) -> AsyncIterator[None]:
        """Waits until it is open; whoever closes it waits for the end of this."""
        while not self._open.is_set():
            await self._open.wait()
        self._coming += 1
        self._empty.clear()
        try:
            yield
        finally:
            self._coming -= 1
            if not self._coming:
                self._empty.set()

    @asynccontextmanager
    async def closed(self) -> AsyncIterator[None]:
        """Nobody is on the way in meanwhile."""
        async with self._turn:
            self._open.clear()
            try:
                await self._empty.wait()
                yield
            finally:
                self._open.set()
