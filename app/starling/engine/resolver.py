# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and addresses, asked of the system's resolver on a few threads, for it may take as long as it likes."""

import asyncio
import re
import socket
import time
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

from starling.tasks import Worker, spawn

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that an answer may take."""
_FAREWELL = 0.1
"""Seconds that a thread gets at the end; one that waits for an answer is left to itself."""

_AT_ONCE = 3
_WAITING = 64
"""Host names that are asked for or wait for their turn; others are asked for later, if they are still wanted."""
_KEPT = 4096
_FRESH = 3600.0
"""Seconds for which a name is believed."""
_RETRY = 600.0
"""Seconds after which an address without a name is asked about again."""

_NAME = re.compile(r"[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*")


class Resolver:
    """A few threads; whoever waits in vain goes on, the thread ends when its answer comes."""

    def __init__(self, threads: int) -> None:
        loop = asyncio.get_running_loop()
        self._workers = [Worker(loop, f"names-{number}") for number in range(threads)]
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)
        self._asked: set[asyncio.Task[object]] = set()

    async def ask(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function returns or raises, when its turn has come; TimeoutError if it takes too long then."""
        worker = await self._idle.get()
        task = asyncio.create_task(worker.run(function, *args, **kwargs))
        self._asked.add(task)

        def answered(_: object) -> None:
            self._asked.discard(task)
            self._idle.put_nowait(worker)
            if not task.cancelled():
                # Perhaps nobody waits for it any more.
                task.exception()

        task.add_done_callback(answered)
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(task)

    async def close(self) -> None:
        """Ends the threads that have nothing to do; whatever is asked is forgotten."""
        for task in list(self._asked):
            task.cancel()
        await asyncio.gather(*(worker.stop(_FAREWELL) for worker in self._workers))


class HostNames:
    """The host names of addresses, kept for an hour; nobody is asked unless it is on."""

    def __init__(self, look_up: Callable[[str], str] | None = None) -> None:
        """`look_up` asks for one name and raises OSError if there is none; the system's resolver if not given."""
        self._look_up = look_up or reverse
        self._resolver = Resolver(_AT_ONCE)
        self._on = False
        self._known: dict[str, tuple[str, float]] = {}
        self._asked: dict[str, asyncio.Task[None]] = {}

    def switch(self, *, on: bool) -> None:
        """Off forgets everything, and what waits for its turn is not asked any more."""
        self._on = on
        if not on:
            self._known.clear()
            self._drop()

    def of(self, address: str) -> str:
        """What is known, empty if nothing is. Any thread may ask."""
        return self._known.get(address, ("", 0.0))[0]

    def want(self, addresses: Iterable[str]) -> None:
        """Asks for what is not known, a few at a time."""
        if not self._on:
            return
        now = time.monotonic()
        for address in addresses:
            if len(self._asked) >= _WAITING:
                break
            if address not in self._asked and self._known.get(address, ("", 0.0))[1] < now:
                self._asked[address] = spawn(self._learn(address), name="host name")

    async def close(self) -> None:
        """Asks nobody any more."""
        self.switch(on=False)
        await self._resolver.close()

    async def _learn(self, address: str) -> None:
        try:
            name = hostname(await self._resolver.ask(self._look_up, address))
        except (OSError, UnicodeError):
            # No name, no answer in time (TimeoutError is one), or one that is none.
            name = ""
        finally:
            self._asked.pop(address, None)
        if self._on:
            if len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[address] = (name, time.monotonic() + (_FRESH if name else _RETRY))

    def _drop(self) -> None:
        for task in list(self._asked.values()):
            task.cancel()
        self._asked.clear()


def hostname(answer: str) -> str:
    """A host name as somebody's name server gave it; empty if it is none that can stand in the DNS."""
    name = answer.rstrip(".")
    return name if len(name) <= 253 and _NAME.fullmatch(name) else ""


def reverse(address: str) -> str:
    """The host name of an address. Raises OSError if it has none; blocks."""
    return socket.getnameinfo((address, 0), socket.NI_NAMEREQD)[0]


def forward(host: str) -> list[str]:
    """The addresses of a host. Raises OSError if there are none; blocks."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
