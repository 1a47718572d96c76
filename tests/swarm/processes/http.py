# SPDX-License-Identifier: GPL-3.0-or-later
"""As much HTTP/1.1 as a tracker and a web server for tests need: one GET a connection."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote_to_bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A request; `query` is percent-decoded bytes, a key may come several times."""

    ip: str
    path: str
    raw_query: str
    query: Mapping[str, list[bytes]]
    user_agent: str

    def text(self, key: str, default: str = "") -> str:
        """The first value of a query key."""
        return self.query[key][0].decode() if key in self.query else default

    def number(self, key: str, default: int = 0) -> int:
        """The first value of a query key, as an integer."""
        return int(self.text(key) or default)


Answerer = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


def head(status: HTTPStatus, headers: Mapping[str, str | int]) -> bytes:
    """A response up to its body."""
    lines = [f"{key}: {value}" for key, value in headers.items()]
    return "\r\n".join([f"HTTP/1.1 {status.value} {status.phrase}", *lines, "Connection: close", "", ""]).encode()


def response(
    body: bytes, status: HTTPStatus = HTTPStatus.OK, content_type: str = "text/plain", **headers: str
) -> bytes:
    """A whole response."""
    return head(status, {"Content-Type": content_type, "Content-Length": len(body), **headers}) + body


async def listen(ip: str, certificate: str | None, answer: Answerer) -> tuple[asyncio.Server, int]:
    """Serve on a free port of `ip`, over TLS if there is a PEM file with key and chain; returns the port too."""
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(await _read(reader, writer), writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # clients may leave at any moment, and tests make them do it
        finally:
            writer.close()

    server = await asyncio.start_server(converse, ip, 0, ssl=context)
    return server, server.sockets[0].getsockname()[1]


async def _read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Request:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("utf-8", "replace").split("\r\n")
    _method, target, _version = lines[0].split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    path, _, raw_query = target.partition("?")
    query: dict[str, list[bytes]] = {}
    for pair in filter(None, raw_query.split("&")):
        key, _, value = pair.partition("=")
        query.setdefault(key, []).append(unquote_to_bytes(value))
    ip = writer.get_extra_info("peername")[0]
    return Request(ip, unquote_to_bytes(path).decode(), raw_query, query, headers.get("user-agent", ""))
