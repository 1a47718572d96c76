# SPDX-License-Identifier: GPL-3.0-or-later
"""No way out, no way in, no common language, no room: each arranged for a whole session, told, and gone with it."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from starling import settings
from starling.engine import proxywatch, whyrules
from starling.settings import privacy
from starling.why.reason import Cause, Doing, Remedy
from tests.helpers import Chosen
from tests.swarm import Address, Encryption, Swarm
from tests.why.conftest import Stages
from tests.why.stage import PIECES, Scene, Stage


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies and silence are judged in a second."""
    monkeypatch.setattr(proxywatch, "_PATIENCE_MS", 600)
    monkeypatch.setattr(proxywatch, "_SOON_MS", 100)
    monkeypatch.setattr(whyrules, "_LONG", 1.0)


@pytest.fixture
def taken(swarm: Swarm) -> Iterator[Address]:
    """A port that belongs to another program."""
    with socket.socket() as other:
        other.bind((swarm.address(), 0))
        other.listen()
        yield Address(*other.getsockname())


def is_off(stage: Stage, cause: Cause, mend: Callable[[], object], *said: str, certain: bool = True) -> None:
    """A download and a seed both say that the network is why; and neither once it is mended."""
    download, seed = stage.adds(stage.payload("download")), stage.adds(stage.payload("seed"), range(PIECES))
    scenes = [
        Scene(
            id,
            cause,
            lift,
            says=said,
            offers=[Remedy.CONNECTION],
            doing=doing,
            certain=certain,
            before=[Cause.NOBODY_ASKS, Cause.SEARCHING],
        )
        for id, doing, lift in ((download, Doing.DOWNLOADING, lambda: None), (seed, Doing.SEEDING, mend))
    ]
    stage.see(scenes)
    stage.lift(scenes)


def test_the_interface_is_away(stages: Stages) -> None:
    stage = stages({settings.connection.INTERFACES: ["nosuch0"]})
    is_off(stage, Cause.OFFLINE, lambda: stage.user.changes({}), "nosuch0 is not there")


def test_nothing_at_all_is_heard(stages: Stages) -> None:
    # No node answers: there is none to ask.
    stage = stages({settings.connection.DHT: True})
    said = "As far as can be seen: This computer has no connection to the internet"
    is_off(stage, Cause.OFFLINE, lambda: stage.user.changes({}), said, certain=False)


def test_the_proxy_is_not_there(stages: Stages, taken: Address) -> None:
    chosen: Chosen = {privacy.PROXY: "socks5", privacy.PROXY_HOST: taken.ip, privacy.PROXY_PORT: taken.port}
    stage = stages(chosen)
    is_off(stage, Cause.PROXY, lambda: stage.user.changes({}), "proxy", "does not answer")


def test_nobody_can_connect_to_us(stages: Stages, taken: Address) -> None:
    where: Chosen = {settings.connection.INTERFACES: [taken.ip], settings.connection.PORT: taken.port}
    stage = stages(where, max_retry_port_bind=0, listen_system_port_fallback=False)
    is_off(
        stage,
        Cause.NOT_LISTENING,
        lambda: stage.user.changes({settings.connection.INTERFACES: [stage.user.address]}),
        "Nobody can connect to us",
    )


@dataclass(frozen=True, slots=True)
class Tongues:
    """What we insist on, and what they do."""

    ours: str
    theirs: Encryption
    kind: str
    says: str


@pytest.mark.parametrize(
    "tongues",
    [
        Tongues("require", Encryption.OFF, "required", "You require encryption, and they do not speak it."),
        Tongues("disabled", Encryption.RC4, "disabled", "You have switched encryption off, and they require it."),
    ],
    ids=lambda tongues: tongues.kind,
)
def test_no_encryption_in_common(stages: Stages, tongues: Tongues) -> None:
    stage = stages({privacy.ENCRYPTION: tongues.ours})
    payload = stage.payload("secret")
    id = stage.adds(payload)
    seed = stage.swarm.seed(payload, encryption=tongues.theirs)
    stage.user.connects(id, seed)

    def lift() -> None:
        stage.user.changes({})
        stage.user.connects(id, seed)

    refused = Scene(
        id,
        Cause.ENCRYPTION,
        lift,
        evidence={"count": 1, "kind": tongues.kind},
        says=["you have no encryption in common", tongues.says],
        offers=[Remedy.ALLOW_ENCRYPTION, Remedy.ASK_TRACKERS],
        certain=False,
        before=[Cause.CONNECTING],
    )
    stage.see([refused])
    stage.lift([refused])


def test_all_connections_are_taken(stages: Stages) -> None:
    stage = stages({settings.connection.CONNECTIONS: 2})
    user, busy, other = stage.user, stage.payload("busy"), stage.payload("other")
    stage.adds(busy)
    others = [stage.swarm.scripted(busy, have=[0], unchokes=False) for _ in range(2)]
    for peer in others:
        peer.connect(user.listens_at)
    id = stage.adds(other)
    user.connects(id, stage.swarm.seed(other))

    def lift() -> None:
        for peer in others:
            peer.leave()

    crowded = Scene(
        id,
        Cause.CONNECTION_LIMIT,
        lift,
        evidence={"limit": 2},
        says=["2 connections are taken by other torrents."],
        offers=[Remedy.MORE_CONNECTIONS],
        before=[Cause.CONNECTING],
    )
    stage.see([crowded])
    stage.lift([crowded])
