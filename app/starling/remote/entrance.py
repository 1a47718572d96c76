# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes in those who connect, as many as there is room for; strangers are told to go before they take anything."""

import asyncio
import logging
import socket
import ssl
import time
from collections.abc import Callable
from http import HTTPStatus

from aiohttp import web

from starling import addresses
from starling.remote.connection import Bounds, Connection
from starling.remote.guard import Policy, Refusal, address_allowed, stranger
from starling.remote.listener import is_local
from starling.remote.throttle import network
from starling.tasks import spawn

_BUSY = Refusal(503, "", (("Retry-After", "5"),))
_PAUSE = 1.0
"""Seconds without accepting where the system has no more connections to give."""
_SWEEPS = 6
"""How often a bound of time is looked at while it runs out."""
_GONE = BlockingIOError, InterruptedError, ConnectionAbortedError
"""Nobody is there any more."""

log = logging.getLogger(__name__)


class Entrance:
    """All connections of one socket that listens."""

    def __init__(self, http: web.Server, bounds: Bounds, policy: Callable[[], Policy]) -> None:
        self._loop = asyncio.get_running_loop()
        self._http, self._bounds, self._policy = http, bounds, policy
        self._listener: socket.socket | None = None
        self._tls: ssl.SSLContext | None = None
        self._open: dict[Connection, object] = {}
        """With the network that each counts for."""
        self._empty = asyncio.Event()
        self._empty.set()
        self._taking: dict[asyncio.Task[None], socket.socket] = {}
        """What is no connection yet."""
        self._told: dict[str, float] = {}
        """When the log told last of refusals, by address."""
        self._timers: dict[Callable[[], None], asyncio.TimerHandle] = {}

    def __len__(self) -> int:
        return len(self._open)

    def open(self, listener: socket.socket, tls: ssl.SSLContext | None) -> None:
        """Takes in who comes to a socket that listens and does not block; it is closed by `shut`."""
        self._listener, self._tls = listener, tls
        self._listen()

    def encrypt(self, tls: ssl.SSLContext) -> None:
        """With another certificate for those who come from now on."""
        self._tls = tls

    async def shut(self) -> None:
        """Takes in nobody any more; those who are not in yet are turned away."""
        # Not a task that waits for somebody: one that is cancelled while somebody comes would lose him.
        if (listener := self._listener) is not None:
            self._listener = None
            self._loop.remove_reader(listener)
            listener.close()
        if self._tls is not None:
            for accepted in self._taking.values():
                _interrupt(accepted)  # the handshake ends by itself then
        if self._taking:
            await asyncio.wait(self._taking)

    async def emptied(self, patience: float) -> None:
        """Waits until everybody has gone; after `patience` seconds without asking."""
        try:
            async with asyncio.timeout(patience):
                await self._empty.wait()
        except TimeoutError:
            for connection in tuple(self._open):
                connection.drop()
            await self._empty.wait()
        for timer in self._timers.values():
            timer.cancel()

    def tell(self, address: str, why: str) -> None:
        """One line a minute for each address: a client that goes on trying must not fill the log."""
        now = time.monotonic()
        self._told = {each: at for each, at in self._told.items() if now - at < 60.0}
        if address not in self._told and len(self._told) < 64:
            self._told[address] = now
            log.warning("Refused %s: %s", address, why)

    # -- coming in

    def _listen(self) -> None:
        if self._listener is not None:
            self._loop.add_reader(self._listener, self._on_knock)

    def _on_knock(self) -> None:
        """One at a time: whatever comes, the window has its turn."""
        if self._listener is None:
            return
        try:
            accepted, peer = self._listener.accept()
        except _GONE:
            return
        except OSError as error:  # no file descriptors are left
            log.warning("A connection could not be accepted: %s", error)
            self._loop.remove_reader(self._listener)
            self._later(_PAUSE, self._listen)
            return
        accepted.setblocking(False)
        # Where IPv6 listens for IPv4 too it writes these addresses in its own way.
        address = str(addresses.parse(str(peer[0])) or peer[0])
        if not address_allowed(address, self._policy()):
            self._turn_away(accepted, address, stranger())
        elif not self._has_room(address):
            self._turn_away(accepted, address, _BUSY)
        else:
            self._begin(accepted, address)

    def _has_room(self, address: str) -> bool:
        bounds, where = self._bounds, network(address)
        room = bounds.connections if is_local(address) else bounds.connections - bounds.local
        return len(self._open) < room and sum(each == where for each in self._open.values()) < bounds.per_client

    def _turn_away(self, accepted: socket.socket, address: str, refusal: Refusal) -> None:
        self.tell(address, refusal.sentence or "there are too many connections")
        with accepted:
            if self._tls is None:
                try:
                    accepted.send(_written(refusal))
                    accepted.recv(65_536)  # what is left unread may throw away the answer
                except OSError as error:
                    log.debug("A client was turned away without a word: %s", error)

    def _begin(self, accepted: socket.socket, address: str) -> None:
        connection = Connection(self._http, self._loop, self._bounds, address, self._on_ended)
        self._open[connection] = network(address)
        self._empty.clear()
        if self._sweep not in self._timers:
            self._sweep()
        taking = spawn(self._take(connection, accepted, self._tls), name="remote connection")
        self._taking[taking] = accepted
        taking.add_done_callback(lambda _task: self._on_taken(taking, connection))

    async def _take(self, connection: Connection, accepted: socket.socket, tls: ssl.SSLContext | None) -> None:
        try:
            await self._loop.connect_accepted_socket(
                lambda: connection,
                accepted,
                ssl=tls,
                ssl_handshake_timeout=None if tls is None else self._bounds.head,
                ssl_shutdown_timeout=None if tls is None else self._bounds.farewell,
            )
        except OSError as error:
            log.debug("A connection came to nothing: %s", error)

    def _on_taken(self, taking: asyncio.Task[None], connection: Connection) -> None:
        accepted = self._taking.pop(taking)
        if connection.transport is None:  # it is not told of its end where it has not begun
            accepted.close()
            self._on_ended(connection)

    # -- going out

    def _on_ended(self, connection: Connection) -> None:
        self._open.pop(connection, None)
        if not self._open:
            self._empty.set()

    def _sweep(self) -> None:
        if dropped := sum(connection.drop_if_overdue() for connection in tuple(self._open)):
            log.debug("%d connections that nobody used were cut off", dropped)
        if self._open:
            self._later(min(self._bounds.head, self._bounds.idle) / _SWEEPS, self._sweep)

    def _later(self, seconds: float, function: Callable[[], None]) -> None:
        def due() -> None:
            del self._timers[function]
            function()

        self._timers[function] = self._loop.call_later(seconds, due)


def _interrupt(accepted: socket.socket) -> None:
    try:
        accepted.shutdown(socket.SHUT_RDWR)
    except OSError as error:
        log.debug("A connection had been interrupted: %s", error)


def _written(refusal: Refusal) -> bytes:
    text = f"{refusal.sentence}\n".encode() if refusal.sentence else b""
    fields = [
        ("Server", "Starling"),
        *refusal.headers,
        *([("Content-Type", "text/plain; charset=utf-8")] if text else []),
        ("Content-Length", str(len(text))),
        ("Connection", "close"),
    ]
    lines = [f"HTTP/1.1 {refusal.status} {HTTPStatus(refusal.status).phrase}", *map(": ".join, fields), "", ""]
    return "\r\n".join(lines).encode() + text
