# SPDX-License-Identifier: GPL-3.0-or-later
"""Work on torrents that goes to its end whether or not the client waits for it, and that holds up nobody else."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from typing import Any, TypeVar

from starling.tasks import spawn

T = TypeVar("T")

_SLICE = 0.008
"""Seconds of a turn of the event loop."""
_FEW = 100
"""Torrents that are told something in a turn of the event loop."""


async def lasting(work: Coroutine[Any, Any, T], name: str, patience: float | None = None) -> T | None:
    """What the work returns or raises, or None where that takes more than so many seconds: it goes on then.

    Nothing is cut short by a client that goes away. A failure that nobody waits for any more is told in the window.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait([task], timeout=patience)
    except asyncio.CancelledError:
        spawn(_outcome(task), name=name)
        raise
    if task.done():
        return task.result()
    spawn(_outcome(task), name=name)
    return None


async def _outcome(task: asyncio.Task[T]) -> T:
    return await task


async def by_turns(command: Callable[[Sequence[str]], object], ids: Sequence[str]) -> None:
    """Has torrents do something, some after the others; in between the event loop runs."""
    for at in range(0, len(ids), _FEW):
        if at:
            await asyncio.sleep(0)
        command(ids[at : at + _FEW])


async def in_turns(items: Iterable[T]) -> AsyncIterator[T]:
    """One after the other; now and then the event loop runs."""
    until = time.monotonic() + _SLICE
    for item in items:
        if time.monotonic() > until:
            await asyncio.sleep(0)
            until = time.monotonic() + _SLICE
        yield item
