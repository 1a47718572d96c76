# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP for remote control, on the loop that is there: one path, and bounds to what clients take of the program.

Imported when the door opens for the first time: aiohttp would cost every start a fifth of a second.
"""

import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable
from typing import cast

from aiohttp import web

from starling.remote.bodies import Bodies, RefusedBody
from starling.remote.calls import Client
from starling.remote.connection import HEADERS, Bounds, Connection
from starling.remote.entrance import Entrance
from starling.remote.guard import SESSION_HEADER, Guard, Head, Headers, Refusal, credentials, cross_origin
from starling.remote.switchboard import Reply
from starling.tasks import Worker

_SMALL = 1024
"""Bytes below which compressing gains nothing."""
_QUICK = 65_536
"""Bytes that are compressed in a millisecond, for which another thread is not worth it."""
_PIECE = 262_144
_LONGEST_NAME = 200

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
        self._guard = guard
        self._answer = answer
        self._heard = heard
        self._worker = worker
        self._bounds = bounds = bounds or Bounds()
        self._http = web.Server(self._handle)
        self._bodies = Bodies(bounds)
        self._entrance = Entrance(self._http, bounds, lambda: guard.policy)

    @property
    def connections(self) -> int:
        return len(self._entrance)

    def start(self, listener: socket.socket, tls: ssl.SSLContext | None = None) -> None:
        """Takes what comes to a socket that listens and does not block; the socket is closed by `stop`."""
        self._entrance.open(listener, tls)

    def encrypt(self, tls: ssl.SSLContext) -> None:
        """With another certificate for those who connect from now on."""
        self._entrance.encrypt(tls)

    async def stop(self) -> None:
        """Answers what is on the way if that does not take long, then ends every connection."""
        await self._entrance.shut()
        self._http.pre_shutdown()
        # Half of it for the answer, half for what has been cut short to end.
        await self._http.shutdown(self._bounds.farewell / 2)
        await self._entrance.emptied(self._bounds.farewell)

    # -- requests

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = cast("Connection", request.protocol)  # there are no others
        connection.spoke = True
        head = _head(request, connection.address)
        if (refusal := await self._guard.refuses(head)) is not None:
            if refusal.suspect:
                self._entrance.tell(head.address, refusal.sentence)
            answer = _refused(refusal, self._leave(head))
            if not await self._bodies.skip(request):
                answer.force_close()
            return answer
        client = Client(head.address, _printable(request.headers.get("User-Agent", "")))
        self._heard(client, (credentials(head.authorization) or ("",))[0])
        try:
            reply = await self._reply(request, client)
        except RefusedBody as error:
            self._entrance.tell(head.address, str(error))
            answer = _refused(error.refusal, self._leave(head))
            answer.force_close()
            return answer
        return await self._send(request, reply, self._leave(head))

    async def _reply(self, request: web.BaseRequest, client: Client) -> Reply:
        body = await self._bodies.read(request)
        try:
            return await self._answer(body, client)
        finally:
            self._bodies.let_go(body)
            del body  # it must be gone as it counts as gone: an error would keep this frame

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


def _head(request: web.BaseRequest, address: str) -> Head:
    hosts = request.headers.getall("Host", ())
    return Head(
        request.method,
        request.rel_url.raw_path,
        address,
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
