# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracker's HTTP side: announce (BEP 3, BEP 23) and scrape (BEP 48)."""

import asyncio
import random
import socket
from collections.abc import Sequence
from http import HTTPStatus

from tests.swarm.processes import bencode
from tests.swarm.processes.http import Request, listen, response
from tests.swarm.processes.table import Member, Table
from tests.swarm.values import Announce, Answer, Event


class HttpTracker:
    """Answers as its table says."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._never = asyncio.Event()

    async def start(self, ip: str, certificate: str | None) -> str:
        """Listen, over TLS with a certificate; returns the announce URL."""
        # The server lives as long as the process: nobody stops a tracker in mid-flight but by ending it.
        self._server, port = await listen(ip, certificate, self._answer)
        host = f"[{ip}]" if ":" in ip else ip
        return f"{'https' if certificate else 'http'}://{host}:{port}/announce"

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if request.path == "/announce" and "info_hash" not in request.query:
            # Somebody who looks where the tracker is, and announces nothing.
            reply = await self._reply(request, {b"failure reason": b"no info_hash"})
        elif request.path == "/announce":
            announce = self._hear(request)
            reply = await self._reply(request, self._announce_fields(request, announce))
        elif request.path == "/scrape":
            reply = await self._reply(request, self._scrape_fields(request))
        else:
            reply = response(b"", HTTPStatus.NOT_FOUND)
        writer.write(reply)

    async def _reply(self, request: Request, fields: dict[bytes, bencode.Value]) -> bytes:
        text = self._table.text
        match self._table.answer:
            case Answer.OK:
                return response(bencode.encode(fields))
            case Answer.WARNING:
                return response(bencode.encode({**fields, b"warning message": text.encode()}))
            case Answer.HANG:
                await self._never.wait()
                return b""
            case Answer.GARBAGE:
                return response(random.Random("garbage").randbytes(300))
            case Answer.EMPTY:
                return response(b"")
            case Answer.FAILURE:
                return response(bencode.encode({b"failure reason": text.encode()}))
            case Answer.BAD_UTF8:
                return response(bencode.encode({b"failure reason": text.encode("latin-1")}))
            case Answer.NOT_FOUND:
                return response(b"not here", HTTPStatus.NOT_FOUND)
            case Answer.SERVER_ERROR:
                return response(b"on fire", HTTPStatus.INTERNAL_SERVER_ERROR)
            case Answer.REDIRECT:
                return response(b"", HTTPStatus.FOUND, Location=f"{text}?{request.raw_query}")

    def _hear(self, request: Request) -> Announce:
        return self._table.hear(
            info_hash=request.query["info_hash"][0].hex(),
            event=Event(request.text("event")),
            ip=request.ip,
            port=request.number("port"),
            peer_id=request.query["peer_id"][0],
            uploaded=request.number("uploaded"),
            downloaded=request.number("downloaded"),
            left=request.number("left"),
            numwant=request.number("numwant", -1),
            user_agent=request.user_agent,
        )

    def _announce_fields(self, request: Request, announce: Announce) -> dict[bytes, bencode.Value]:
        table = self._table
        counts, peers = table.counts(announce.info_hash), table.others(announce)
        fields: dict[bytes, bencode.Value] = {
            b"interval": table.interval,
            b"complete": counts.complete,
            b"incomplete": counts.incomplete,
            b"downloaded": counts.downloaded,
            b"external ip": socket.inet_pton(socket.AF_INET6 if ":" in announce.ip else socket.AF_INET, announce.ip),
        }
        if table.min_interval:
            fields[b"min interval"] = table.min_interval
        if table.compact and request.text("compact") == "1":
            fields[b"peers"] = compact(peers)
        else:
            fields[b"peers"] = [_spelt_out(member, request.text("no_peer_id") != "1") for member in peers]
        return fields

    def _scrape_fields(self, request: Request) -> dict[bytes, bencode.Value]:
        files: dict[bytes, bencode.Value] = {}
        for info_hash in request.query.get("info_hash", []):
            self._table.scraped.append(info_hash.hex())
            counts = self._table.counts(info_hash.hex())
            files[info_hash] = {
                b"complete": counts.complete,
                b"downloaded": counts.downloaded,
                b"incomplete": counts.incomplete,
            }
        return {b"files": files}


def compact(peers: Sequence[Member]) -> bytes:
    """Six bytes a peer (BEP 23)."""
    return b"".join(socket.inet_aton(member.ip) + member.port.to_bytes(2, "big") for member in peers)


def _spelt_out(member: Member, with_id: bool) -> dict[bytes, bencode.Value]:
    fields: dict[bytes, bencode.Value] = {b"ip": member.ip.encode(), b"port": member.port}
    return {**fields, b"peer id": member.peer_id} if with_id else fields
