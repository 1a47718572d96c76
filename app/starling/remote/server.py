# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP for remote control, on the loop that is there: one path, and bounds to what clients take of the program.

Imported when the door opens for the first time: aiohttp would cost every start a fifth of a second.
"""

import asyncio
import logging
import socket
import ssl
import time
import zlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from starling.remote.bodies import Bodies, RefusedBody
from starling.remote.calls import Client
from starling.remote.connection import HEADERS, Bounds, Connection
from starling.remote.guard import SESSION_HEADER, Guard, Head, Headers, Refusal, credentials, cross_origin
from starling.remote.switchboard import Reply
from starling.tasks import Worker, spawn

_SMALL = 1024
"""Bytes below which compressing gains nothing."""
_QUICK = 65_536
"""Bytes that are compressed in a millisecond, for which another thread is not worth it."""
_PIECE = 262_144
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nServer: Starling\r\nRetry-After: 5\r\n"
    b"Content-Length: 0\r\nConnection: close\r\n\r\n"
)
_LONGEST_NAME = 200
_PAUSE = 1.0
_SWEEPS = 6
"""How often a bound of time is looked at while it runs out."""

log = logging.getLogger(__name__)

Answer = Callable[[bytes, Client], Awaitable[Reply]]


class HttpServer:
    """Listens on one socket from `start` to `stop`."""

    def __init__(
        self,
        guard: Guard,
        answer: Answer,
        heard: Callable[[Client, str], None],
        worker: Worker,
        bounds: Bounds | None = None,
    ) -> None:
        """`heard` is told of every request that gets in, with the user's name; `worker` compresses large answers."""
        self._loop = asyncio.get_running_loop()
        self._guard = guard
        self._answer = answer
        self._heard = heard
        self._worker = worker
        self._bounds = bounds = bounds or Bounds()
        self._http = web.Server(self._handle)
        self._open: set[Connection] = set()
        self._empty = asyncio.Event()
        self._empty.set()
        self._bodies = Bodies(bounds)
        self._told: dict[str, float] = {}
        """When the log told last of refusals, by address."""
        self._tasks: set[asyncio.Task[None]] = set()
        """What accepts, and what is being accepted."""
        self._sweeper: asyncio.TimerHandle | None = None

    @property
    def connections(self) -> int:
        return len(self._open)

    def start(self, listener: socket.socket, tls: ssl.SSLContext | None = None) -> None:
        """Takes what comes to a socket that listens and does not block; the socket is closed by `stop`."""
        accepting = spawn(self._accept(listener, tls), name="remote")
        # Not there: it may be cancelled before it has begun.
        accepting.add_done_callback(lambda _task: listener.close())
        self._own(accepting)

    async def stop(self) -> None:
        """Answers what is on the way if that does not take long, then ends every connection."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._http.pre_shutdown()
        # Half of it for the answer, half for what has been cut short to end.
        await self._http.shutdown(self._bounds.farewell / 2)
        try:
            async with asyncio.timeout(self._bounds.farewell):
                await self._empty.wait()
        except TimeoutError:
            for connection in tuple(self._open):
                connection.drop()
            await self._empty.wait()
        if self._sweeper is not None:
            self._sweeper.cancel()

    # -- connections

    async def _accept(self, listener: socket.socket, tls: ssl.SSLContext | None) -> None:
        while True:
            try:
                accepted, peer = await self._loop.sock_accept(listener)
            except OSError as error:  # no file descriptors are left, or the client was gone at once
                log.warning("A connection could not be accepted: %s", error)
                await asyncio.sleep(_PAUSE)
                continue
            address = str(peer[0])
            if self._has_room(address):
                self._begin(accepted, address, tls)
            else:
                self._turn_away(accepted, address, encrypted=tls is not None)
            await asyncio.sleep(0)  # whatever comes, the window has its turn

    def _own(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _has_room(self, address: str) -> bool:
        same = sum(connection.address == address for connection in self._open)
        return len(self._open) < self._bounds.connections and same < self._bounds.per_client

    def _begin(self, accepted: socket.socket, address: str, tls: ssl.SSLContext | None) -> None:
        connection = Connection(self._http, self._loop, self._bounds, address, self._on_ended)
        self._open.add(connection)
        self._empty.clear()
        if self._sweeper is None:
            self._sweep()
        taking = spawn(self._take(connection, accepted, tls), name="remote connection")
        taking.add_done_callback(lambda _task: self._on_taken(connection, accepted))
        self._own(taking)

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

    def _on_taken(self, connection: Connection, accepted: socket.socket) -> None:
        if connection.transport is None:  # it is not told of its end where it has not begun
            accepted.close()
            self._on_ended(connection)

    def _on_ended(self, connection: Connection) -> None:
        self._open.discard(connection)
        if not self._open:
            self._empty.set()

    def _turn_away(self, accepted: socket.socket, address: str, *, encrypted: bool) -> None:
        self._tell(address, "there are too many connections")
        with accepted:
            if not encrypted:
                try:
                    accepted.send(_BUSY)
                except OSError as error:
                    log.debug("A client was turned away without a word: %s", error)

    def _sweep(self) -> None:
        if dropped := sum(connection.drop_if_overdue() for connection in tuple(self._open)):
            log.debug("%d connections that nobody used were cut off", dropped)
        often = min(self._bounds.head, self._bounds.idle) / _SWEEPS
        self._sweeper = self._loop.call_later(often, self._sweep) if self._open else None

    # -- requests

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if isinstance(request.protocol, Connection):
            request.protocol.spoke = True
        head = _head(request)
        if (refusal := await self._guard.refuses(head)) is not None:
            if refusal.suspect:
                self._tell(head.address, refusal.sentence)
            return _refused(refusal, self._leave(head))
        client = Client(head.address, _printable(request.headers.get("User-Agent", "")))
        self._heard(client, (credentials(head.authorization) or ("",))[0])
        try:
            body = await self._bodies.read(request)
        except RefusedBody as error:
            self._tell(head.address, str(error))
            answer = _refused(error.refusal, self._leave(head))
            answer.force_close()
            return answer
        try:
            reply = await self._answer(body, client)
        finally:
            self._bodies.let_go(body)
        return await self._send(request, reply, self._leave(head))

    def _leave(self, head: Head) -> Headers:
        return cross_origin(head, self._guard.policy) or ()

    async def _send(self, request: web.BaseRequest, reply: Reply, leave: Headers) -> web.StreamResponse:
        headers = dict((*HEADERS, *leave))
        chunks = reply.chunks
        size = sum(map(len, chunks))
        if reply.content_type:
            headers["Content-Type"] = reply.content_type
            headers["Vary"] = ", ".join(filter(None, (headers.get("Vary"), "Accept-Encoding")))
        if size > _SMALL and _takes_gzip(request):
            headers["Content-Encoding"] = "gzip"
            small = size <= _QUICK
            chunks = _compressed(chunks) if small else await self._worker.run(_compressed, chunks)
            size = sum(map(len, chunks))
        answer = web.StreamResponse(status=reply.status, headers=headers)
        if chunks:
            answer.content_length = size
        await answer.prepare(request)
        for chunk in chunks:
            for start in range(0, len(chunk), _PIECE):
                # Waits while the client is slow to take it; Connection cuts off who takes nothing.
                await answer.write(chunk[start : start + _PIECE])
        await answer.write_eof()
        return answer

    def _tell(self, address: str, why: str) -> None:
        """One line a minute for each address: a client that goes on trying must not fill the log."""
        now = time.monotonic()
        self._told = {each: at for each, at in self._told.items() if now - at < 60.0}
        if address not in self._told and len(self._told) < 64:
            self._told[address] = now
            log.warning("Refused %s: %s", address, why)


def _head(request: web.BaseRequest) -> Head:
    hosts = request.headers.getall("Host", ())
    return Head(
        request.method,
        request.rel_url.raw_path,
        request.remote or "",
        hosts[0] if len(hosts) == 1 else None,
        request.headers.get("Origin"),
        request.headers.get("Authorization"),
        request.headers.get(SESSION_HEADER),
    )


def _refused(refusal: Refusal, leave: Headers) -> web.Response:
    headers = dict((*HEADERS, *refusal.headers, *leave))
    text = f"{refusal.sentence}\n" if refusal.sentence else None
    return web.Response(status=refusal.status, text=text, headers=headers)


def _takes_gzip(request: web.BaseRequest) -> bool:
    """Whether the client says so (RFC 9110, 12.5.3)."""
    for each in request.headers.get("Accept-Encoding", "").lower().split(","):
        coding, _, weight = each.partition(";")
        if coding.strip() in ("gzip", "x-gzip"):
            return weight.replace(" ", "").rstrip("0.") not in ("q=", "q")
    return False


def _compressed(chunks: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The quickest level: JSON shrinks to a sixth with it, and to hardly less with others."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return (*filter(None, map(packer.compress, chunks)), packer.flush())


def _printable(text: str) -> str:
    return "".join(filter(str.isprintable, text[:_LONGEST_NAME]))
