# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection of a scripted peer: says what the script wants said, answers as it allows, and misses nothing."""

import asyncio
import time
from typing import TYPE_CHECKING, Any

import libtorrent as lt

from tests.swarm.processes import messages
from tests.swarm.processes.messages import BLOCK, NAMES, Line

if TYPE_CHECKING:
    from tests.swarm.processes.part import Part

_OURS = {"ut_metadata": 3}
"""Numbers under which the other side reaches our extensions."""
TURNED_AWAY = "they left"
"""How a connection ended that the other side closed."""
_STEP = 0.05
"""Seconds after which a rate that was reached is looked at again."""


class Conversation:
    """From the handshake to the end, whichever side makes it."""

    def __init__(
        self, part: "Part", reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, calls: bool
    ) -> None:
        self._part, self._reader, self._writer, self._calls = part, reader, writer, calls
        self.ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.met = False
        """Both handshakes are through."""
        self.greeted = False
        """They have said anything at all."""
        self._we_choke = self._they_choke = True
        self._we_want = self._they_want = False
        self._their_pieces: set[int] = set()
        self._their_numbers: dict[str, int] = {}
        self._fast = False
        self._queue: list[tuple[int, int, int]] = []
        """What they asked for and was not sent yet."""
        self._outstanding: dict[tuple[int, int, int], float] = {}
        self._got: set[tuple[int, int]] = set()
        """Piece and offset of blocks that came."""
        self._plan: list[tuple[int, int, int]] = []
        self._sent = self._received = self._answered = 0
        self._due = self._asks_since = 0.0
        """When the next block may leave, since when we ask (monotonic)."""
        self._timer: asyncio.TimerHandle | None = None
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._why = ""

    def start(self) -> None:
        """Begin to talk."""
        self._tasks = [asyncio.create_task(self._run())]

    def close(self, why: str = "we left") -> None:
        """Hang up."""
        self._why = self._why or why
        self._writer.close()

    def changed(self, new: set[int]) -> None:
        """The script is another one."""
        if not self.met:
            return
        for piece in sorted(new):
            self.say("have", piece)
        self._decide()

    @staticmethod
    def nothing() -> dict[str, Any]:
        """`status` without a connection."""
        names = ("we_choke", "they_choke", "we_want", "they_want", "sent", "received", "asked", "outstanding")
        return dict(zip(names, (True, True, False, False, 0, 0, 0, 0), strict=True))

    def status(self) -> dict[str, Any]:
        """How it stands; payload in bytes, requests in blocks."""
        return {
            "we_choke": self._we_choke,
            "they_choke": self._they_choke,
            "we_want": self._we_want,
            "they_want": self._they_want,
            "sent": self._sent,
            "received": self._received,
            "asked": len(self._queue),
            "outstanding": len(self._outstanding),
        }

    def say(self, kind: str, piece: int = -1, offset: int = -1, length: int = -1) -> None:
        """One message, now; what it means for us holds from now on."""
        if kind in ("choke", "unchoke"):
            self._we_choke = kind == "choke"
            if self._we_choke:
                self._refuse()
        elif kind in ("interested", "not interested"):
            self._we_want = kind == "interested"
        elif kind == "request":
            self._outstanding[piece, offset, length] = time.time()
        self._send(kind, messages.body(kind, piece, offset, length))

    # -- within

    async def _run(self) -> None:
        try:
            await self._meet()
            self.met = True
            self._introduce()
            self._tasks.append(asyncio.create_task(self._upload()))
            while True:
                size = int.from_bytes(await self._reader.readexactly(4))
                said = await self._reader.readexactly(size)
                kind = NAMES.get(said[0], f"unknown {said[0]}") if said else "keep-alive"
                self._hear(kind, said[1:])
        except (asyncio.IncompleteReadError, OSError) as error:
            self._why = self._why or (
                TURNED_AWAY if isinstance(error, asyncio.IncompleteReadError | ConnectionError) else str(error)
            )
        except ValueError as error:
            self._why = str(error)
        finally:
            self._writer.close()
            for task in self._tasks[1:]:
                task.cancel()
            self.ended.set_result(self._why)

    async def _meet(self) -> None:
        if self._calls:
            self._say_hello()
        theirs = await self._reader.readexactly(messages.HANDSHAKE)
        self.greeted = True
        start = len(messages.PROTOCOL)
        if not theirs.startswith(messages.PROTOCOL):
            self._record(False, "unknown", text="no handshake in plain text: it may be an encrypted one")
            raise ValueError("it was no handshake in plain text")
        reserved, info_hash, peer_id = theirs[start : start + 8], theirs[start + 8 : start + 28], theirs[start + 28 :]
        self._record(False, "handshake", text=peer_id.decode("latin-1"))
        if info_hash != self._part.payload.info_hash:
            raise ValueError("it was for another torrent")
        if not self._calls:
            self._say_hello()
        fast, extended = messages.speaks(reserved)
        self._fast = fast and self._part.script.fast
        if extended and self._part.script.extended:
            self._tell_extensions()

    def _say_hello(self) -> None:
        script, peer_id = self._part.script, self._part.peer_id
        hash_ = self._part.payload.info_hash
        self._writer.write(messages.handshake(hash_, peer_id, fast=script.fast, extended=script.extended))
        self._record(True, "handshake", text=peer_id.decode("latin-1"))

    def _tell_extensions(self) -> None:
        script, payload = self._part.script, self._part.payload
        gives = script.metadata != "none"
        said = messages.extension_handshake(
            self._part.client,
            _OURS if gives else {},
            metadata_size=len(payload.metadata) if gives else 0,
            upload_only=script.upload_only,
            most=script.takes,
        )
        self._send("extended", said, text="handshake")

    def _introduce(self) -> None:
        have, count = self._part.script.have, self._part.payload.count
        if self._fast and len(have) in (0, count):
            self._send("have all" if have else "have none")
        elif have:
            self._send("bitfield", messages.bitfield(have, count))
        self._decide()

    def _hear(self, kind: str, said: bytes) -> None:
        line = messages.line(time.time(), False, kind, said)
        if kind == "extended":
            self._hear_extension(said)
            return
        self._part.record(line)
        count = self._part.payload.count
        if kind in ("choke", "unchoke"):
            self._they_choke = kind == "choke"
            if self._they_choke and not self._fast:
                self._forget()
        elif kind in ("interested", "not interested"):
            self._they_want = kind == "interested"
        elif kind == "have":
            self._their_pieces.add(line.piece)
        elif kind == "bitfield":
            self._their_pieces = messages.pieces(said, count)
        elif kind == "have all":
            self._their_pieces = set(range(count))
        elif kind == "request":
            self._asked(line)
        elif kind == "cancel":
            self._queue = [each for each in self._queue if each != (line.piece, line.offset, line.length)]
        elif kind == "reject":
            self._outstanding.pop((line.piece, line.offset, line.length), None)
        elif kind == "piece":
            self._take(line)
        self._decide()

    def _hear_extension(self, said: bytes) -> None:
        names = {0: "handshake", **{number: name for name, number in _OURS.items()}}
        name = names.get(said[0], str(said[0]))
        self._record(False, "extended", length=len(said), text=name)
        if name == "handshake":
            numbers = lt.bdecode(said[1:]).get(b"m", {})
            self._their_numbers = {key.decode(): number for key, number in numbers.items()}
        elif name == "ut_metadata" and self._part.script.metadata in ("give", "refuse", "spoil"):
            self._answer_metadata(lt.bdecode(said[1:]))

    def _answer_metadata(self, asked: dict[bytes, Any]) -> None:
        number = self._their_numbers.get("ut_metadata")
        if asked.get(b"msg_type") != 0 or number is None:
            return
        metadata, piece = self._part.payload.metadata, asked[b"piece"]
        if self._part.script.metadata == "refuse":
            answer = lt.bencode({b"msg_type": 2, b"piece": piece})
        else:
            data = metadata[piece * BLOCK : (piece + 1) * BLOCK]
            if self._part.script.metadata == "spoil":
                data = bytes(byte ^ 0xFF for byte in data)
            answer = lt.bencode({b"msg_type": 1, b"piece": piece, b"total_size": len(metadata)}) + data
        self._send("extended", bytes([number]) + answer, text="ut_metadata")

    def _asked(self, line: Line) -> None:
        if self._we_choke:
            if self._fast:
                self.say("reject", line.piece, line.offset, line.length)
            return
        self._queue.append((line.piece, line.offset, line.length))
        self._wake.set()

    def _take(self, line: Line) -> None:
        self._received += line.length
        self._outstanding.pop((line.piece, line.offset, line.length), None)
        if self._part.script.again:
            return
        self._got.add((line.piece, line.offset))
        have, payload = self._part.script.have, self._part.payload
        if line.piece not in have and all(
            (line.piece, offset) in self._got for offset, _ in payload.blocks(line.piece)
        ):
            have.add(line.piece)
            if self._part.script.tells:
                self.say("have", line.piece)

    def _decide(self) -> None:
        """Say what the script now wants to be said, ask for what it wants to have."""
        script = self._part.script
        if self._they_want and self._we_choke == script.unchokes:
            self.say("unchoke" if script.unchokes else "choke")
        wants = script.wants and bool(self._their_pieces if script.again else self._their_pieces - script.have)
        if wants != self._we_want:
            self.say("interested" if wants else "not interested")
        self._wake.set()
        if wants and not self._they_choke:
            self._ask()

    def _ask(self) -> None:
        script = self._part.script
        while len(self._outstanding) < script.pipeline:
            if script.down and self._received + len(self._outstanding) * BLOCK > self._allowed():
                self._later()
                return
            block = self._next_block()
            if block is None:
                return
            self.say("request", *block)

    def _next_block(self) -> tuple[int, int, int] | None:
        script, payload = self._part.script, self._part.payload
        if not self._plan:
            wanted = self._their_pieces if script.again else self._their_pieces - script.have
            self._plan = [(piece, *block) for piece in sorted(wanted) for block in payload.blocks(piece)]
            self._plan = [
                each for each in self._plan if each not in self._outstanding and (each[0], each[1]) not in self._got
            ]
        return self._plan.pop(0) if self._plan else None

    def _allowed(self) -> float:
        """Bytes that we may have asked for by now where our rate is limited: a second's worth at once."""
        self._asks_since = self._asks_since or time.monotonic()
        return self._part.script.down * (time.monotonic() - self._asks_since + 1.0)

    def _later(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_STEP, self._go_on)

    def _go_on(self) -> None:
        self._timer = None
        if not self.ended.done() and not self._they_choke and self._we_want:
            self._ask()

    def _forget(self) -> None:
        """They choke us: what was asked for will not come."""
        self._plan = [*self._outstanding, *self._plan]
        self._outstanding.clear()

    def _refuse(self) -> None:
        queue, self._queue = self._queue, []
        if self._fast:
            for block in queue:
                self.say("reject", *block)

    async def _upload(self) -> None:
        script = self._part.script
        while True:
            may = self._queue and not self._we_choke and (script.answers < 0 or self._answered < script.answers)
            if not may:
                self._wake.clear()
                await self._wake.wait()
                continue
            if script.delay:
                await asyncio.sleep(script.delay)
            if self._queue and not self._we_choke:
                self._answered += 1
                await self._give(*self._queue.pop(0))

    async def _give(self, piece: int, offset: int, length: int) -> None:
        script = self._part.script
        if script.up:
            # A whole block at a time: nothing may come between the parts of a message.
            self._due = max(self._due, time.monotonic()) + length / script.up
            await asyncio.sleep(self._due - time.monotonic())
            if self._we_choke:
                return
        data = self._part.payload.read(piece, offset, length)
        if script.corrupt:
            data = bytes(byte ^ 0xFF for byte in data)
        self._send("piece", piece.to_bytes(4) + offset.to_bytes(4) + data)
        self._sent += length
        await self._writer.drain()

    def _send(self, kind: str, said: bytes = b"", text: str = "") -> None:
        self._writer.write(messages.frame(kind, said))
        self._part.record(messages.line(time.time(), True, kind, said, text))

    def _record(self, sent: bool, kind: str, *, length: int = -1, text: str = "") -> None:
        self._part.record(Line(time.time(), sent, kind, length=length, text=text))
