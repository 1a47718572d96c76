# SPDX-License-Identifier: GPL-3.0-or-later
"""The log of one connection: every message of a peer that wrote down what it said and heard, in its order."""

from collections.abc import Iterator

import libtorrent as lt
import pytest

from starling.engine.errors import EngineError
from starling.engine.wire import Wire
from starling.peer import Encryption, Transport
from starling.wire import Message, Verb, Way
from tests.helpers import User
from tests.swarm import Swarm
from tests.swarm.scripted import Scripted

NAMES = {
    Verb.HANDSHAKE: "handshake",
    Verb.KEEP_ALIVE: "keep-alive",
    Verb.NOT_INTERESTED: "not interested",
    Verb.HAVE_ALL: "have all",
    Verb.HAVE_NONE: "have none",
    Verb.SUGGEST: "suggest",
    Verb.REJECT: "reject",
    Verb.ALLOWED_FAST: "allowed fast",
    Verb.EXTENDED_HANDSHAKE: "extended",
}
"""Of the scripted peer, where it has others than ours in lower case."""

Said = tuple[str, int, int, int]


def ours(message: Message) -> Said:
    name = NAMES.get(message.verb, message.verb.value.lower())
    name = "extended" if name.startswith("extended") else name
    found = (message.piece, message.offset, message.length)
    return (name, *(-1 if number is None else number for number in found))


def theirs(peer: Scripted, *, sent: bool) -> list[Said]:
    found = []
    for one in peer.messages:
        if one.sent is sent and one.kind != "closed":
            numbers = (one.piece, one.offset, one.length) if one.piece >= 0 else (-1, -1, -1)
            found.append((one.kind, *numbers))
    return found


class Listener:
    """Who reads."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.messages: list[Message] = []
        wire.said.connect(self.messages.extend)

    def of(self, way: Way) -> list[Message]:
        return [message for message in self.messages if message.way is way]

    def heard(self, *verbs: Verb) -> bool:
        return set(verbs) <= {message.verb for message in self.messages}


@pytest.fixture
def listeners(user: User) -> Iterator[list[Listener]]:
    opened: list[Listener] = []
    yield opened
    for one in opened:
        one.wire.close()


def follows(user: User, listeners: list[Listener], id: str, peer: Scripted) -> Listener:
    listeners.append(Listener(user.engine.wire.follow(id, *peer.address)))
    return listeners[-1]


def asks_for_logs(user: User) -> bool:
    assert user.engine._running
    wanted = user.engine._running.session._heard.get("wire", 0)
    return bool(wanted & lt.alert.category_t.peer_log_notification)


@pytest.mark.parametrize("fast", [False, True])
def test_every_message_is_there_in_its_order(user: User, swarm: Swarm, listeners: list[Listener], fast: bool) -> None:
    # Without the fast extension libtorrent writes down rejections that nobody has sent, and wishes in either case.
    payload = swarm.payload(name="==> PIECE [ ", files={"a.bin": 400_000}, piece_size=64 << 10)
    peer = swarm.scripted(payload, have=[0, 1, 2, 4, 5], fast=fast, wants=True)
    id = user.adds(payload)
    reader = follows(user, listeners, id, peer)
    user.handle(id).connect_peer(peer.address, 0, 0)
    user.until(lambda: user.torrent(id).progress > 0.7)
    peer.choke()
    peer.send("request", 1, 16384, 16384)
    peer.send("cancel", 1, 16384, 16384)
    peer.have(3, 6)
    peer.unchoke()
    user.until(lambda: user.torrent(id).progress == 1.0 and reader.heard(Verb.CLOSED))
    assert [ours(message) for message in reader.of(Way.IN)] == theirs(peer, sent=True)
    # It may have hung up before it had read all.
    heard = theirs(peer, sent=False)
    assert [ours(message) for message in reader.of(Way.OUT)][: len(heard)] == heard
    assert len(heard) > 30
    numbers = [message.number for message in reader.messages]
    assert numbers == list(range(1, len(numbers) + 1))
    greeting = next(one for one in reader.of(Way.IN) if one.verb is Verb.HANDSHAKE)
    assert greeting.text.startswith("qBittorrent 5.1.2 -qB5120-")
    assert ("FAST" in greeting.text) is fast
    bits = next(one for one in reader.messages if one.verb is Verb.BITFIELD)
    assert (bits.numbers, bits.size) == ((5, 7), 6)


def test_it_listens_only_while_somebody_reads(user: User, swarm: Swarm, listeners: list[Listener]) -> None:
    payload = swarm.payload(files={"a.bin": 400_000}, piece_size=64 << 10)
    peer, other = (swarm.scripted(payload, have=[0]) for _ in range(2))
    id = user.adds(payload)
    assert not asks_for_logs(user)
    reader = follows(user, listeners, id, peer)
    assert asks_for_logs(user)
    for each in (peer, other):
        user.handle(id).connect_peer(each.address, 0, 0)
        user.until(lambda each=each: each.standing.connected)
    user.until(lambda: reader.heard(Verb.BITFIELD))
    line = user.run(user.engine.wire.line(id, *peer.address))
    assert line is not None
    assert (line.transport, line.encryption, line.incoming) == (Transport.TCP, Encryption.NONE, False)
    assert "qBittorrent" in line.client
    reader.wire.hold()
    assert not asks_for_logs(user)
    peer.have(1)
    other.have(1, 2)
    user.until(lambda: user.torrent(id).progress > 0.3)
    reader.wire.go_on()
    peer.have(3)
    user.until(lambda: any(one.verb is Verb.HAVE and one.piece == 3 for one in reader.of(Way.IN)))
    assert reader.heard(Verb.UNHEARD)
    haves = [one.piece for one in reader.of(Way.IN) if one.verb is Verb.HAVE]
    assert haves == [3], "neither what was said meanwhile, nor what others say"
    second = follows(user, listeners, id, other)
    other.leave()
    user.until(lambda: second.heard(Verb.CLOSED))
    second.wire.close()
    reader.wire.close()
    assert not asks_for_logs(user)
    assert user.run(user.engine.wire.line(id, *other.address)) is None
    with pytest.raises(EngineError):
        user.engine.wire.follow("0" * 40, *peer.address)
