# SPDX-License-Identifier: GPL-3.0-or-later
"""One client's connection: aiohttp reads and writes HTTP on it, and this sees that nobody keeps one for nothing."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from starling.i18n import translate
from starling.tasks import report

HEADERS = (
    ("Server", "Starling"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
)
"""Of every answer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one client may take: bytes and seconds."""

    connections: int = 128
    """At once; further ones are turned away."""
    per_client: int = 64
    """Of them from one address (of IPv6: one network): whoever crowds leaves room for others."""
    local: int = 16
    """Of them that only programs of this computer get."""
    body: int = 32 << 20
    """A torrent of 100,000 files is 10 MiB of base64."""
    bodies: int = 96 << 20
    """All that are being read and worked on."""
    head: float = 30.0
    """From the connection to the end of the first request's head, with the handshake of TLS."""
    idle: float = 30.0
    """Without a byte coming or going while one is due."""
    upload: float = 300.0
    """For a whole body."""
    keep_alive: float = 75.0
    """Between requests."""
    farewell: float = 2.0
    """For requests on the way when the door closes."""


class Connection(web.RequestHandler):
    """From the moment it is accepted; `ended` is told when nothing is left of it."""

    __slots__ = ("_bounds", "_closing_since", "_ended", "_made", "_stuck_since", "address", "spoke")

    def __init__(
        self,
        server: web.Server,
        loop: asyncio.AbstractEventLoop,
        bounds: Bounds,
        address: str,
        ended: Callable[["Connection"], None],
    ) -> None:
        super().__init__(
            server,
            loop=loop,
            keepalive_timeout=bounds.keep_alive,
            access_log=None,  # type: ignore[arg-type]  # none is what switches it off
            auto_decompress=False,
            lingering_time=bounds.farewell,
        )
        self._bounds = bounds
        self._ended = ended
        self._made = time.monotonic()
        self._stuck_since: float | None = None
        self._closing_since: float | None = None
        self.address = address
        self.spoke = False
        """Whether a request has come."""

    def connection_lost(self, exc: BaseException | None) -> None:
        super().connection_lost(exc)
        self._ended(self)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stuck_since = time.monotonic()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stuck_since = None

    def drop_if_overdue(self) -> bool:
        """Ends it at once if its client says nothing, or takes nothing of what it asked for."""
        if self.transport is None:
            return False  # the handshake has a limit of its own
        now, bounds = time.monotonic(), self._bounds
        if self.transport.is_closing() and self._closing_since is None:
            self._closing_since = now
        silent = not self.spoke and now - self._made > bounds.head
        stuck = self._stuck_since is not None and now - self._stuck_since > bounds.idle
        closing = self._closing_since is not None and now - self._closing_since > bounds.idle
        if silent or stuck or closing:
            self.transport.abort()
        return silent or stuck or closing

    def drop(self) -> None:
        """Ends it at once."""
        if self.transport is not None:
            self.transport.abort()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The answer to what is no HTTP, and to what went wrong here; aiohttp's own would log a traceback of both."""
        if isinstance(exc, ConnectionError):
            # The client went away without its answer. aiohttp keeps the error in a circle, and by its frames all that
            # was to be sent; raised again it would be one more.
            exc.__traceback__ = None
            return web.Response(status=status)
        if status >= 500 and exc is not None:
            report(exc)
        if request.writer.output_size > 0:
            raise ConnectionResetError("part of another answer has been sent")
        sentence = (
            translate("Remote", "Starling has made a mistake in answering this; its log tells more.")
            if status >= 500
            else translate("Remote", "This is no request in HTTP that can be understood.")
        )
        answer = web.Response(status=status, text=f"{sentence}\n", headers=dict(HEADERS))
        answer.force_close()
        return answer
