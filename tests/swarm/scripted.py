# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that do exactly as they are told and write down every message: no libtorrent, only the wire protocol.

    snubber = swarm.scripted(payload, have=1.0, answers=0)      # lets us ask, and never answers
    fast = swarm.scripted(payload, have=[3, 4], up=40_000, wants=True, again=True)
    snubber.connect(user.listens_at)                            # or the engine connects to `snubber.address`
    snubber.wait_for("request", count=5)                        # heard five of them
    fast.wait_for("unchoke")                                    # … it has a slot of ours
    fast.choke()                                                # and as soon as it likes
    [message.piece for message in fast.messages if message.kind == "request" and not message.sent]

They speak plain text over TCP (no encryption, no uTP) and only v1's info-hash where a torrent has it. Everything that a
peer of this kind does by itself is in its `Script`; `change` gives it another one while it plays, the other methods say
one message that the script would not say now. All of a swarm's live in one process, each at its own address, so a
hundred of them cost a start of 50 ms once, and nothing blocks a Qt loop for longer than the millisecond of a question.

What comes and goes is in `messages`, in order, with the moment (Unix seconds) at which it was read or handed to the
system. Beside the kinds of the wire there are "handshake" and "extended" (text: which), "keep-alive", and "closed" with
the reason as text: the end of a connection. A peer has one connection at a time, and may have several in a row.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, Unpack

from tests.swarm.child import Child
from tests.swarm.payload import Payload
from tests.swarm.peer import Address, Peer
from tests.swarm.values import Client
from tests.swarm.wait import LONG, wait_until

TRIES = 100
"""To be let in by who is not ready yet: ten seconds of them."""

Kind = Literal[
    "handshake",
    "keep-alive",
    "choke",
    "unchoke",
    "interested",
    "not interested",
    "have",
    "bitfield",
    "request",
    "piece",
    "cancel",
    "port",
    "suggest",
    "have all",
    "have none",
    "reject",
    "allowed fast",
    "extended",
    "hash request",
    "hashes",
    "hash reject",
    "closed",
]


class Script(TypedDict, total=False):
    """What a scripted peer does by itself; rates are bytes/s, 0 = no limit, the default of a rate."""

    have: float | Collection[int]
    """A share of the pieces, 1.0 for a seed, or which ones; none by default. More of them later are announced."""
    unchokes: bool
    """Whoever wants something of it may ask (the default); False: nobody."""
    up: int
    """It sends no faster than that, whole blocks evenly spaced."""
    answers: int
    """Blocks that it answers in all before it falls silent; 0 snubs from the first on, -1 (the default) never."""
    delay: float
    """Seconds that it waits before each block that it sends."""
    corrupt: bool
    """What it sends is not what the torrent holds."""
    wants: bool
    """It is interested in whatever it lacks, and asks as soon as it is unchoked."""
    again: bool
    """It forgets what it got and asks for all of it again: somebody who never has enough, however small the torrent."""
    down: int
    """It asks for no more than that."""
    pipeline: int
    """Requests that it keeps outstanding; 5 by default."""
    tells: bool
    """It says which pieces it has completed (the default)."""
    fast: bool
    """It speaks the fast extension (BEP 6); not by default."""
    extended: bool
    """It speaks that for extensions (BEP 10), as by default."""
    upload_only: bool
    """It says that it wants nothing (BEP 21)."""
    takes: int
    """Requests that it says it takes ahead (BEP 10, reqq), which libtorrent then follows instead of its own setting; 0,
    the default: it does not say.
    """
    metadata: Literal["none", "give", "silent", "refuse", "spoil"]
    """What becomes of questions for the metadata (BEP 9); "none", the default: it says that it has none."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message, or the end of a connection."""

    at: float
    sent: bool
    """By the scripted peer; what it heard came from the program under test."""
    kind: str
    piece: int
    """-1 where the kind has none, as with the next ones."""
    offset: int
    length: int
    """Bytes that are asked for, or of the payload in it."""
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the other side; "we" is the scripted peer."""

    connected: bool
    """Both have shaken hands."""
    left: str
    """How the last connection ended."""
    has: tuple[int, ...]
    """Pieces, those included that it got by now."""
    we_choke: bool
    they_choke: bool
    we_want: bool
    they_want: bool
    sent: int
    """Bytes of payload, of this connection."""
    received: int
    asked: int
    """Blocks that they asked for and have not got."""
    outstanding: int
    """Blocks that we asked for and have not got."""


class Scripted:
    """A handle on a scripted peer. Every question takes about a millisecond and may be asked in a Qt test."""

    def __init__(self, stage: Child, payload: Payload, config: Mapping[str, object], script: Script) -> None:
        self._stage, self.payload = stage, payload
        cast = stage.ask("cast", config=config, script=_plain(payload, script, str(config["ip"])))
        self._number: int = cast["number"]
        self.address = Address(cast["ip"], cast["port"])
        self._messages: list[Message] = []

    @property
    def ip(self) -> str:
        """The address it listens at and connects from."""
        return self.address.ip

    @property
    def port(self) -> int:
        """The port it listens at."""
        return self.address.port

    @property
    def messages(self) -> tuple[Message, ...]:
        """All that was said so far, in order."""
        self._messages += [Message(*line) for line in self._ask("messages", start=len(self._messages))]
        return tuple(self._messages)

    @property
    def standing(self) -> Standing:
        """How it stands with the other side."""
        status = self._ask("status")
        return Standing(**{**status, "has": tuple(status["has"])})

    def heard(self, kind: Kind) -> list[Message]:
        """What came of one kind, the oldest first."""
        return [message for message in self.messages if message.kind == kind and not message.sent]

    def said(self, kind: Kind) -> list[Message]:
        """What it said of one kind, the oldest first."""
        return [message for message in self.messages if message.kind == kind and message.sent]

    def most_outstanding(self) -> int:
        """Most requests that the other side had outstanding here at once."""
        open_: set[tuple[int, int]] = set()
        most = 0
        for message in self.messages:
            block = (message.piece, message.offset)
            if message.kind == "request" and not message.sent:
                open_.add(block)
            elif (message.kind == "piece" and message.sent) or (message.kind == "cancel" and not message.sent):
                open_.discard(block)
            elif message.kind == "closed" or (message.kind == "choke" and message.sent):
                open_.clear()
            most = max(most, len(open_))
        return most

    # -- what it does

    def connect(self, other: "Peer | Scripted | Address", *, tries: int = TRIES) -> None:
        """Connect from its own address; raises ChildError where nobody listens.

        libtorrent turns away who comes while it still checks what is on disk, and that without a word: it is tried
        again then, ten times a second.
        """
        ip, port = other if isinstance(other, Address) else other.address
        self._ask("connect", ip=ip, port=port, tries=tries)

    def change(self, **script: Unpack[Script]) -> None:
        """Do this instead from now on; what is not named stays as it is."""
        self._ask("change", script=_plain(self.payload, script, self.ip))

    def choke(self) -> None:
        """Choke them, until `unchoke`."""
        self.change(unchokes=False)

    def unchoke(self) -> None:
        """Let them ask."""
        self.change(unchokes=True)

    def have(self, *pieces: int) -> None:
        """Get these pieces out of nowhere, and say so."""
        self.change(have={*self.standing.has, *pieces})

    def send(self, kind: Kind, piece: int = -1, offset: int = -1, length: int = -1) -> None:
        """Say a message that has no payload, whatever the script says. Raises ChildError without a connection."""
        self._ask("send", kind=kind, piece=piece, offset=offset, length=length)

    def leave(self) -> None:
        """Close the connection, if there is one."""
        self._ask("leave")

    # -- waiting; these block, use `qtbot.waitUntil` where a Qt loop has to run

    def wait_for(self, kind: Kind, *, sent: bool = False, count: int = 1, timeout: float = LONG) -> list[Message]:
        """Wait for so many messages of a kind, and return all there are. Raises NotSeenError."""

        def those(messages: tuple[Message, ...]) -> list[Message]:
            return [message for message in messages if message.kind == kind and message.sent is sent]

        what = f"{count} × {kind} {'from' if sent else 'at'} {self.ip}"
        return those(wait_until(lambda: self.messages, lambda all: len(those(all)) >= count, timeout, what=what))

    def wait_until(self, accept: Callable[[Standing], bool], timeout: float = LONG) -> Standing:
        """Wait until `standing` is as wanted. Raises NotSeenError."""
        return wait_until(lambda: self.standing, accept, timeout, what=f"the standing of {self.ip}")

    def _ask(self, do: str, **arguments: object) -> Any:
        return self._stage.ask(do, number=self._number, **arguments)


def config(payload: Payload, ip: str, client: Client, number: int) -> dict[str, object]:
    """Who a scripted peer is, for its process."""
    return {
        "ip": ip,
        "client": client.name,
        "fingerprint": client.fingerprint,
        "unique": f"{number:012}",
        "torrent": str(payload.torrent_path),
        "root": str(payload.root),
    }


def _plain(payload: Payload, script: Script, seed: str) -> dict[str, object]:
    """The script as it goes through the pipe."""
    plain: dict[str, object] = dict(script)
    if (have := script.get("have")) is not None:
        plain["have"] = list(payload.choose(have, seed) if isinstance(have, float | int) else have)
    return plain
