# SPDX-License-Identifier: GPL-3.0-or-later
"""One scripted peer: what it has, what it is to do, where it listens, and with whom it talks at the moment."""

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import libtorrent as lt

from tests.swarm.processes.conversation import TURNED_AWAY, Conversation
from tests.swarm.processes.messages import BLOCK, Line

_AGAIN = 0.1
"""Seconds between two attempts."""


@dataclass(slots=True)
class Script:
    """See `tests.swarm.scripted.Script`, whose words these are."""

    have: set[int] = field(default_factory=set)
    unchokes: bool = True
    up: int = 0
    answers: int = -1
    delay: float = 0.0
    corrupt: bool = False
    wants: bool = False
    again: bool = False
    down: int = 0
    pipeline: int = 5
    tells: bool = True
    fast: bool = False
    extended: bool = True
    upload_only: bool = False
    takes: int = 0
    metadata: str = "none"


class Payload:
    """The pieces of the torrent, as they lie in the files of the payload."""

    def __init__(self, torrent: str, root: str) -> None:
        params = lt.load_torrent_file(torrent)
        assert params.ti
        self._info, self._root = params.ti, Path(root)
        hashes = params.ti.info_hashes()
        self.info_hash: bytes = (hashes.v1 if hashes.has_v1() else hashes.v2).to_bytes()[:20]
        self.count: int = params.ti.num_pieces()
        self.metadata: bytes = bytes(params.ti.info_section())

    def size(self, piece: int) -> int:
        """Bytes of a piece."""
        return int(self._info.piece_size(piece))

    def blocks(self, piece: int) -> list[tuple[int, int]]:
        """Offset and length of each."""
        size = self.size(piece)
        return [(offset, min(BLOCK, size - offset)) for offset in range(0, size, BLOCK)]

    def read(self, piece: int, offset: int, length: int) -> bytes:
        """Some bytes of a piece; padding is zeros."""
        layout, data = self._info.layout(), b""
        for part in self._info.map_block(piece, offset, length):
            if layout.file_flags(part.file_index) & lt.file_storage.flag_pad_file:
                data += bytes(part.size)
                continue
            with (self._root / layout.file_path(part.file_index)).open("rb") as file:
                file.seek(part.offset)
                data += file.read(part.size)
        return data


class Part:
    """A peer with at most one connection at a time; whoever else comes is turned away."""

    def __init__(self, config: dict[str, Any], script: dict[str, Any]) -> None:
        self.ip: str = config["ip"]
        self.client: str = config["client"]
        self.peer_id: bytes = config["fingerprint"].encode() + config["unique"].encode()
        self.payload = Payload(config["torrent"], config["root"])
        self.script = Script()
        self._take(script)
        self.lines: list[Line] = []
        self.talk: Conversation | None = None
        self.left = ""
        """Why the last connection ended."""
        self.port = 0
        self._insisting: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Listen, at a port of the system's choice."""
        server = await asyncio.start_server(self._on_incoming, self.ip, 0)
        self.port = server.sockets[0].getsockname()[1]

    async def connect(self, ip: str, port: int, tries: int) -> None:
        """From its own address, which is how it is known; so often if it is turned away without a word."""
        reader, writer = await asyncio.open_connection(ip, port, local_addr=(self.ip, 0))
        talk = Conversation(self, reader, writer, calls=True)
        self._begin(talk)
        if tries > 1:
            again = asyncio.create_task(self._insist(talk, ip, port, tries - 1))
            self._insisting.add(again)
            again.add_done_callback(self._insisting.discard)

    async def _insist(self, talk: Conversation, ip: str, port: int, tries: int) -> None:
        await talk.ended
        if talk.greeted or talk.ended.result() != TURNED_AWAY:
            return
        await asyncio.sleep(_AGAIN)
        try:
            await self.connect(ip, port, tries)
        except OSError as error:
            self.left = str(error)

    def change(self, script: dict[str, Any]) -> None:
        """What else it does from now on; new pieces are announced."""
        before = set(self.script.have)
        self._take(script)
        if self.talk is not None:
            self.talk.changed(self.script.have - before)

    def record(self, line: Line) -> None:
        """Write down a message."""
        self.lines.append(line)

    def status(self) -> dict[str, Any]:
        """How it stands with the other side; as with nobody while there is no connection."""
        talk = self.talk
        return {
            "connected": talk is not None and talk.met,
            "left": self.left,
            "has": sorted(self.script.have),
            **(talk.status() if talk is not None else Conversation.nothing()),
        }

    def _take(self, script: dict[str, Any]) -> None:
        for name, value in script.items():
            setattr(self.script, name, set(value) if name == "have" else value)

    async def _on_incoming(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.talk is not None:
            writer.close()
            return
        self._begin(Conversation(self, reader, writer, calls=False))

    def _begin(self, talk: Conversation) -> None:
        self.talk = talk
        talk.ended.add_done_callback(self._on_end)
        talk.start()

    def _on_end(self, ended: "asyncio.Future[str]") -> None:
        self.left = ended.result()
        self.talk = None
        self.record(Line(time.time(), False, "closed", text=self.left))
