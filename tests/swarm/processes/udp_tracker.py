# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracker's UDP side (BEP 15): connect, announce, scrape."""

import asyncio
import random
import secrets
import socket
import struct
from enum import IntEnum

from tests.swarm.processes.http_tracker import compact
from tests.swarm.processes.table import Table
from tests.swarm.values import Answer, Event

MAGIC = 0x41727101980
EVENTS = (Event.NONE, Event.COMPLETED, Event.STARTED, Event.STOPPED, Event.PAUSED)
"""By their numbers on the wire."""


_BUFFER = 4 << 20
"""Bytes; the kernel may grant less."""


class Action(IntEnum):
    """What a datagram is."""

    CONNECT = 0
    ANNOUNCE = 1
    SCRAPE = 2
    ERROR = 3


class UdpTracker(asyncio.DatagramProtocol):
    """Answers as its table says; a connection is always granted, so that every announce can be heard."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._connections: set[int] = set()

    async def start(self, ip: str) -> str:
        """Bind a free port of `ip`; returns the announce URL."""
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=(ip, 0))
        # A thousand torrents that say goodbye at once must find room: who quits sends no datagram twice.
        self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        return f"udp://{ip}:{self._transport.get_extra_info('sockname')[1]}/announce"

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """One request; what is too short to be one is dropped, as trackers do."""
        if len(data) < 16:
            return
        connection, action, transaction = struct.unpack_from("!qii", data)
        if action == Action.CONNECT and connection == MAGIC:
            granted = secrets.randbits(63)
            self._connections.add(granted)
            reply: bytes | None = struct.pack("!iiq", Action.CONNECT, transaction, granted)
        elif connection not in self._connections:
            reply = _error(transaction, b"unknown connection id")
        elif action == Action.ANNOUNCE and len(data) >= 98:
            reply = self._reply(transaction, self._announce(transaction, data, addr[0]))
        elif action == Action.SCRAPE:
            reply = self._reply(transaction, self._scrape(transaction, data))
        else:
            reply = _error(transaction, b"unknown action")
        if reply is not None:
            self._transport.sendto(reply, addr)

    def _reply(self, transaction: int, regular: bytes) -> bytes | None:
        text = self._table.text
        match self._table.answer:
            case Answer.OK:
                return regular
            case Answer.HANG:
                return None
            case Answer.EMPTY:
                return b""
            case Answer.GARBAGE:
                return struct.pack("!ii", Action.ANNOUNCE, transaction) + random.Random("garbage").randbytes(17)
            case Answer.FAILURE:
                return _error(transaction, text.encode())
            case Answer.BAD_UTF8:
                return _error(transaction, text.encode("latin-1"))
            case other:
                raise ValueError(f"a UDP tracker cannot answer {other}")

    def _announce(self, transaction: int, data: bytes, ip: str) -> bytes:
        info_hash, peer_id, downloaded, left, uploaded, event, _ip, _key, numwant, port = struct.unpack_from(
            "!20s20sqqqiIIiH", data, 16
        )
        announce = self._table.hear(
            info_hash=info_hash.hex(),
            event=EVENTS[event] if event < len(EVENTS) else Event.NONE,
            ip=ip,
            port=port,
            peer_id=peer_id,
            uploaded=uploaded,
            downloaded=downloaded,
            left=left,
            numwant=numwant,
            user_agent="",
        )
        counts = self._table.counts(announce.info_hash)
        start = (Action.ANNOUNCE, transaction, self._table.interval, counts.incomplete, counts.complete)
        return struct.pack("!iiiii", *start) + compact(self._table.others(announce))

    def _scrape(self, transaction: int, data: bytes) -> bytes:
        reply = struct.pack("!ii", Action.SCRAPE, transaction)
        for start in range(16, len(data) - 19, 20):
            info_hash = data[start : start + 20].hex()
            self._table.scraped.append(info_hash)
            counts = self._table.counts(info_hash)
            reply += struct.pack("!iii", counts.complete, counts.downloaded, counts.incomplete)
        return reply


def _error(transaction: int, text: bytes) -> bytes:
    return struct.pack("!ii", Action.ERROR, transaction) + text
