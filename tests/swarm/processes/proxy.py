# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy in its own process: SOCKS4(a), SOCKS5 (RFC 1928, 1929; CONNECT and UDP ASSOCIATE) and HTTP CONNECT.

``{"ip", "out", "user", "password"}``; it connects from the address ``out``, so that a server can tell who came by it.
"""

import asyncio
import base64
import dataclasses
import socket
import struct
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from typing import Any, cast

from tests.swarm.processes.serve import config, serve
from tests.swarm.values import Passage, ProxyManner

Place = tuple[str, int]
_GONE = OSError, EOFError, ValueError, TimeoutError
"""What whoever asks may bring about: it goes away, or says what nobody understands."""


class Refusal(Exception):  # noqa: N818
    """An answer that ends the conversation."""


class Proxy:
    """Speaks whatever it is spoken to in: the first byte tells."""

    def __init__(self, out: str, user: str, password: str) -> None:
        self._out, self._user, self._password = out, user, password
        self.manner = ProxyManner.HONEST
        self.log: list[Passage] = []
        self._at = ""
        self._writers: set[StreamWriter] = set()

    async def start(self, ip: str) -> int:
        """Listens; the port."""
        self._at = ip
        self._server = await asyncio.start_server(self._serve, ip, 0)
        return int(self._server.sockets[0].getsockname()[1])

    def behave(self, manner: ProxyManner) -> None:
        """From now on; who passed until now is cut off."""
        self.manner = manner
        for writer in self._writers:
            writer.close()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._writers.add(writer)
        try:
            if self.manner is ProxyManner.HANG:
                await reader.read(-1)
            elif self.manner is ProxyManner.HONEST:
                first = await reader.readexactly(1)
                if first == b"\x05":
                    await self._socks5(reader, writer)
                elif first == b"\x04":
                    await self._socks4(reader, writer)
                else:
                    await self._http(first, reader, writer)
        except Refusal as refusal:
            with suppress(OSError):
                writer.write(refusal.args[0])
                await writer.drain()
        except _GONE:
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    # -- the three of them

    async def _socks5(self, reader: StreamReader, writer: StreamWriter) -> None:
        methods = await reader.readexactly((await reader.readexactly(1))[0])
        wanted = 2 if self._user else 0
        if wanted not in methods:
            self._note("socks5", "refused", ("", 0), "")
            raise Refusal(b"\x05\xff")
        writer.write(bytes((5, wanted)))
        user = ""
        if wanted:
            await reader.readexactly(1)
            user, password = [(await self._counted(reader)).decode() for _ in range(2)]
            if (user, password) != (self._user, self._password):
                self._note("socks5", "refused", ("", 0), user)
                raise Refusal(b"\x01\x01")
            writer.write(b"\x01\x00")
        _, command, _, kind = await reader.readexactly(4)
        host = await self._host(reader, kind)
        (port,) = struct.unpack("!H", await reader.readexactly(2))
        if command == 3:
            self._note("socks5", "udp", (host, port), user)
            await self._associate(reader, writer)
            return
        self._note("socks5", "connect", (host, port), user)
        try:
            there = await self._connect(host, port)
        except OSError as error:
            raise Refusal(b"\x05\x05\x00\x01" + bytes(6)) from error
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        await self._pipe(reader, writer, *there)

    async def _socks4(self, reader: StreamReader, writer: StreamWriter) -> None:
        _, port, raw = struct.unpack("!BH4s", await reader.readexactly(7))
        user = (await reader.readuntil(b"\0"))[:-1].decode()
        named = raw[:3] == bytes(3) and raw[3]
        host = (await reader.readuntil(b"\0"))[:-1].decode() if named else socket.inet_ntoa(raw)
        self._note("socks4", "connect", (host, port), user)
        if self._user and user != self._user:
            raise Refusal(b"\x00\x5d" + bytes(6))
        try:
            there = await self._connect(host, port)
        except OSError as error:
            raise Refusal(b"\x00\x5b" + bytes(6)) from error
        writer.write(b"\x00\x5a" + bytes(6))
        await self._pipe(reader, writer, *there)

    async def _http(self, first: bytes, reader: StreamReader, writer: StreamWriter) -> None:
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, target, _ = head.split("\r\n", 1)[0].split(" ", 2)
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        given = next((value for name, value in fields.items() if name.lower() == "proxy-authorization"), "")
        user = base64.b64decode(given.rpartition(" ")[2]).decode().partition(":")[0] if given else ""
        plain = target.removeprefix("http://").partition("/")
        host, _, port = (target if method == "CONNECT" else plain[0]).rpartition(":")
        place = (host.strip("[]"), int(port)) if host else (port, 80)
        own = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if self._user and given.rpartition(" ")[2] != own:
            self._note("http", "refused", place, user)
            raise Refusal(b'HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n')
        self._note("http", method.lower(), place, user)
        try:
            there = await self._connect(*place)
        except OSError as error:
            raise Refusal(b"HTTP/1.1 502 Not there\r\n\r\n") from error
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 There\r\n\r\n")
        else:
            there[1].write(head.replace(target, "/" + plain[2], 1).encode("latin-1"))
        await self._pipe(reader, writer, *there)

    # -- what they share

    async def _associate(self, reader: StreamReader, writer: StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        inside, outside = _Inside(), _Outside()
        near, _ = await loop.create_datagram_endpoint(lambda: inside, (self._at, 0))
        far, _ = await loop.create_datagram_endpoint(lambda: outside, (self._out, 0))
        inside.far, outside.near, outside.inside = far, near, inside
        try:
            port = near.get_extra_info("sockname")[1]
            writer.write(b"\x05\x00\x00\x01" + socket.inet_aton(self._at) + struct.pack("!H", port))
            await reader.read(-1)
        finally:
            near.close()
            far.close()

    async def _connect(self, host: str, port: int) -> tuple[StreamReader, StreamWriter]:
        return await asyncio.open_connection(host, port, local_addr=(self._out, 0))

    async def _pipe(self, reader: StreamReader, writer: StreamWriter, *there: StreamReader | StreamWriter) -> None:
        answers, far = cast("StreamReader", there[0]), cast("StreamWriter", there[1])
        self._writers.add(far)
        try:
            await asyncio.gather(_copy(reader, far), _copy(answers, writer))
        finally:
            self._writers.discard(far)
            far.close()

    async def _counted(self, reader: StreamReader) -> bytes:
        return await reader.readexactly((await reader.readexactly(1))[0])

    async def _host(self, reader: StreamReader, kind: int) -> str:
        if kind == 3:
            return (await self._counted(reader)).decode()
        family, size = (socket.AF_INET6, 16) if kind == 4 else (socket.AF_INET, 4)
        return socket.inet_ntop(family, await reader.readexactly(size))

    def _note(self, kind: str, what: str, place: Place, user: str) -> None:
        self.log.append(Passage(kind, what, *place, user))


class _Inside(asyncio.DatagramProtocol):
    """From the client, each datagram with the address it is for."""

    def __init__(self) -> None:
        self.client: Place | None = None
        self.far: asyncio.DatagramTransport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self.client = addr
        # IPv4, or a name that is an address: the kit has no others.
        start, end = (4, 8) if data[3] == 1 else (5, 5 + data[4])
        host = socket.inet_ntoa(data[start:end]) if data[3] == 1 else data[start:end].decode()
        self.far.sendto(data[end + 2 :], (host, struct.unpack("!H", data[end : end + 2])[0]))


class _Outside(asyncio.DatagramProtocol):
    """From the world, for the client."""

    near: asyncio.DatagramTransport
    inside: _Inside

    def datagram_received(self, data: bytes, addr: Any) -> None:
        if self.inside.client is not None:
            head = b"\x00\x00\x00\x01" + socket.inet_aton(addr[0]) + struct.pack("!H", addr[1])
            self.near.sendto(head + data, self.inside.client)


async def _copy(source: StreamReader, target: StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(1 << 16):
            target.write(data)
            await target.drain()
    # Both ways end together: nobody who is tested here says goodbye to one half only.
    target.close()


async def main() -> None:
    """Pass on until the parent hangs up."""
    chosen = config()
    proxy = Proxy(chosen["out"], chosen["user"], chosen["password"])
    port = await proxy.start(chosen["ip"])

    async def behave(request: dict[str, Any]) -> None:
        proxy.behave(ProxyManner(request["manner"]))

    async def passages(request: dict[str, Any]) -> list[dict[str, object]]:
        return [dataclasses.asdict(passage) for passage in proxy.log]

    hello = {"ip": chosen["ip"], "port": port, "out": chosen["out"]}
    await serve(hello, {"behave": behave, "passages": passages})


if __name__ == "__main__":
    asyncio.run(main())
