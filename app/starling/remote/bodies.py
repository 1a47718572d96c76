# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what clients send, as much as there is room for and as long as they keep sending."""

import asyncio

from aiohttp import HttpVersion11, web

from starling.i18n import translate
from starling.remote.connection import Bounds
from starling.remote.guard import Refusal


class RefusedBody(Exception):  # noqa: N818  (it is an answer: nothing went wrong here)
    """Ends the reading of a body."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.refusal = Refusal(status, sentence)


class Bodies:
    """Counts the bytes of all bodies that are being read and worked on."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self.held = 0

    def let_go(self, body: bytes) -> None:
        """It has been worked on."""
        self.held -= len(body)

    async def read(self, request: web.BaseRequest) -> bytes:
        """What was sent, which counts as held until `let_go`. Raises RefusedBody."""
        if request.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise RefusedBody(415, translate("Remote", "Requests must not be compressed."))
        if (request.content_length or 0) > self._bounds.body:
            raise self._too_large()
        if _asks_first(request):
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.writer.output_size = 0  # it is no part of the answer
        pieces: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._bounds.upload):
                while piece := await self._piece(request):
                    pieces.append(piece)
                    size += len(piece)
                    self.held += len(piece)
                    if size > self._bounds.body:
                        raise self._too_large()
                    if self.held > self._bounds.bodies:
                        raise RefusedBody(503, translate("Remote", "Starling has too much to read just now."))
            return b"".join(pieces)
        except BaseException as error:
            self.held -= size
            pieces.clear()  # the request keeps the error with which it broke off, and that this frame
            if isinstance(error, TimeoutError):
                raise RefusedBody(408, translate("Remote", "The request did not arrive in time.")) from error
            if isinstance(error, web.RequestPayloadError):
                raise RefusedBody(400, translate("Remote", "The request broke off.")) from error
            raise

    async def skip(self, request: web.BaseRequest) -> bool:
        """Reads what nobody wants, for many clients hear no answer before they have sent all; whether that was all."""
        if _asks_first(request) or (request.content_length or 0) > self._bounds.body:
            return False
        size = 0
        try:
            async with asyncio.timeout(self._bounds.upload):
                while size <= self._bounds.body and (piece := await self._piece(request)):
                    size += len(piece)
        except (TimeoutError, web.RequestPayloadError):
            return False
        return size <= self._bounds.body

    async def _piece(self, request: web.BaseRequest) -> bytes:
        async with asyncio.timeout(self._bounds.idle):
            return await request.content.readany()

    def _too_large(self) -> RefusedBody:
        sentence = translate("Remote", "Starling reads requests of at most {size} MiB.")
        return RefusedBody(413, sentence.format(size=self._bounds.body >> 20))


def _asks_first(request: web.BaseRequest) -> bool:
    """Whether the client waits for a word before it sends the body (RFC 9110, 10.1.1)."""
    return request.version >= HttpVersion11 and request.headers.get("Expect", "").lower() == "100-continue"
