# SPDX-License-Identifier: GPL-3.0-or-later
"""Host names of peers: a few at a time, kept, never believed blindly, and nobody waits for a resolver that hangs."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.engine import resolver
from starling.engine.resolver import HostNames, hostname
from tests.helpers import User
from tests.swarm import Swarm, Version


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("peer-1.example.org.", "peer-1.example.org"),
        ("xn--nave-6pa.example", "xn--nave-6pa.example"),
        ("_srv.example", "_srv.example"),
        ("a" * 63 + ".org", "a" * 63 + ".org"),
        ("a" * 64 + ".org", ""),
        (".".join(["abcdefg"] * 40), ""),
        ("evil\x1b[31m.example", ""),
        ("<b>x</b>.example", ""),
        ("naïve.example", ""),
        ("two words", ""),
        ("line\n", ""),
        ("..", ""),
        ("", ""),
    ],
)
def test_only_what_can_be_a_host_name_is_one(answer: str, name: str) -> None:
    assert hostname(answer) == name


class Server:
    """A name server that answers when the test lets it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.busy = self.most = 0
        self.open = threading.Event()
        self._lock = threading.Lock()

    def look_up(self, address: str) -> str:
        with self._lock:
            self.asked.append(address)
            self.busy += 1
            self.most = max(self.most, self.busy)
        self.open.wait(20)
        with self._lock:
            self.busy -= 1
        if address.endswith(".0"):
            raise OSError("Name or service not known")
        return f"host-{address.replace('.', '-')}.example."


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.open.set()


@pytest.fixture
def names(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, server: Server) -> Iterator[HostNames]:
    made = HostNames(server.look_up)
    yield made
    task = qloop.create_task(made.close())
    qtbot.waitUntil(task.done)


ADDRESSES = [f"192.0.2.{number}" for number in range(10)]


def test_nobody_is_asked_unless_it_is_on(qtbot: QtBot, names: HostNames, server: Server) -> None:
    names.want(ADDRESSES)
    names.switch(on=True)
    names.want(["192.0.2.1"])
    server.open.set()
    qtbot.waitUntil(lambda: bool(names.of("192.0.2.1")))
    assert server.asked == ["192.0.2.1"]
    names.switch(on=False)
    assert names.of("192.0.2.1") == ""


def test_few_at_once_each_once_and_kept(
    qtbot: QtBot, names: HostNames, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.switch(on=True)
    names.want(ADDRESSES)
    names.want(ADDRESSES)
    qtbot.waitUntil(lambda: server.busy == 3)
    server.open.set()
    qtbot.waitUntil(lambda: all(names.of(address) for address in ADDRESSES[1:]))
    qtbot.waitUntil(lambda: not names._asked)
    assert names.of("192.0.2.7") == "host-192-0-2-7.example"
    assert names.of("192.0.2.0") == "", "it has none"
    assert server.most == 3
    names.want(ADDRESSES)
    assert sorted(server.asked) == ADDRESSES, "none is asked again"
    later = time.monotonic() + 700
    monkeypatch.setattr(resolver.time, "monotonic", lambda: later)
    names.want(ADDRESSES)
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not names._asked)
    assert server.asked.count("192.0.2.0") == 2, "but one without a name, after a while"
    assert len(server.asked) == 11


def test_hanging_resolver_is_given_up(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolver, "PATIENCE", 0.1)
    names = HostNames(server.look_up)
    names.switch(on=True)
    names.want(ADDRESSES[1:4])
    qtbot.waitUntil(lambda: not names._asked)
    assert [names.of(address) for address in ADDRESSES] == [""] * 10
    names.want(ADDRESSES[4:7])
    begun = time.monotonic()
    task = qloop.create_task(names.close())
    qtbot.waitUntil(task.done)
    assert time.monotonic() - begun < 2
    assert sorted(server.asked) == ADDRESSES[1:4], "who waited for a thread is not asked after the end"
    # The threads end with the answers that nobody waits for any more.
    server.open.set()


def test_no_more_wait_than_can_be_asked_soon(qtbot: QtBot, names: HostNames, server: Server) -> None:
    names.switch(on=True)
    many = [f"198.51.{number // 200}.{1 + number % 200}" for number in range(500)]
    names.want(many)
    assert len(names._asked) == 64
    names.switch(on=False)
    server.open.set()
    qtbot.waitUntil(lambda: not server.busy)
    assert len(server.asked) <= 3


def test_host_name_of_a_real_peer(swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own answer for this machine; other loopback addresses would be asked of a name server.
    monkeypatch.setattr(resolver, "reverse", lambda _, real=resolver.reverse: real("127.0.0.1"))
    user = users(chosen={settings.privacy.HOST_NAMES: True}).start()
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    seed = swarm.seed(payload, up=20_000)
    user.connects(id, seed)
    user.until(lambda: any(peer.host for peer in user.run(user.engine.peers.connected(id))))
    (peer,) = user.run(user.engine.peers.connected(id))
    assert peer.host == hostname(resolver.reverse("127.0.0.1"))
    user.changes({})
    (peer,) = user.run(user.engine.peers.connected(id))
    assert peer.host == ""
