# SPDX-License-Identifier: GPL-3.0-or-later
"""Bound to an interface, nothing leaves by another: counted on the wire, in a network of the test's own."""

import asyncio
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import binding, silence
from starling.engine.binding import State, found, held
from starling.engine.interfaces import Interface, interfaces
from starling.engine.session import Config
from starling.settings.connection import NOWHERE, Family
from tests.engine.bindingproof import BOUND, OTHER
from tests.helpers import User, sentence
from tests.swarm import Swarm, Version
from tests.swarm.child import ROOT

ALONE = ["unshare", "--user", "--map-root-user", "--net", "--mount"]
SECONDS = "0.6"

AWAY = {
    "down": "Not connected: tun9 is down.",
    "without address": "Not connected: tun9 has no address.",
    "gone": "Not connected: tun9 is not there.",
    "not there at the start": "Not connected: tun9 is not there.",
    "address gone": "Not connected: 10.9.0.1 is not there.",
    "SOCKS5 for trackers alone": (
        "Not connected: the way to the proxy can't be bound to tun9. Choose either of the two."
    ),
}
THERE = ("bound", "up again", "comes later", "IPv4 only", "address")
BY_ADDRESS = ("address", "going: address gone", "address gone", "quit while an address is gone")
"""While it is there, and until it is missed, the system chooses the way; libtorrent then says goodbye to the router."""

Phases = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def phases(tmp_path_factory: pytest.TempPathFactory) -> Phases:
    """What left by each interface while they came and went."""
    probe = [*ALONE, "ip", "link", "add", "a0", "type", "veth", "peer", "name", "a1"]
    try:
        allowed = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        allowed = False
    if not allowed:
        pytest.skip("a network of one's own is not allowed here")
    proof = [sys.executable, "-m", "tests.engine.bindingproof", str(tmp_path_factory.mktemp("proof")), SECONDS]
    run = subprocess.run([*ALONE, *proof], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stderr[-3000:]
    return {line["phase"]: line for line in map(json.loads, run.stdout.splitlines())}


def test_packets_leave_by_the_other_interface_where_nothing_is_bound(phases: Phases) -> None:
    assert phases["not bound"][OTHER]["tcp"] > 0
    assert phases["not bound"][OTHER]["udp"] > 0


def test_bound_nothing_leaves_by_the_other(phases: Phases) -> None:
    by_name = phases.keys() - {"not bound", *BY_ADDRESS}
    assert {name: phases[name][OTHER] for name in by_name if phases[name][OTHER]} == {}


def test_an_address_that_is_gone_calls_nobody(phases: Phases) -> None:
    assert [phases[name][OTHER].get("tcp", 0) for name in BY_ADDRESS[2:]] == [0, 0]


@pytest.mark.parametrize("name", AWAY)
def test_while_it_is_away_nothing_leaves_or_is_looked_up_or_blamed_on_others(phases: Phases, name: str) -> None:
    seen = phases[name]
    assert (seen["names"], seen["blamed"]) == (0, [])
    assert sentence(seen["offline"]) == AWAY[name]


def test_where_it_was_never_there_nothing_is_looked_up_from_the_first_moment_to_the_last(phases: Phases) -> None:
    names = ("going: not there at the start", "going: SOCKS5 for trackers alone", "quit with SOCKS5")
    assert [phases[name]["names"] for name in (*names, "quit while it is gone")] == [0, 0, 0, 0]
    assert phases["comes later"]["names"] > 0, "the server counts"


@pytest.mark.parametrize("name", THERE)
def test_it_goes_on_by_itself(phases: Phases, name: str) -> None:
    assert phases[name]["back"]
    assert phases[name][BOUND]["tcp"] > 0


# -- what is made of what is there

TUN = Interface("tun0", True, ("10.1.0.2", "fd01::2"))
LAN = Interface("eth0", True, ("192.0.2.7",))


def bound(*names: str, family: Family = Family.BOTH, **pack: object) -> Config:
    listen = ",".join(f"[{name}]:6881" if ":" in name else f"{name}:6881" for name in names)
    return Config({"listen_interfaces": listen, "outgoing_interfaces": ",".join(names), **pack}, family=family)


def told(config: Config, *there: Interface) -> tuple[str, str, str]:
    """Where it listens, by which it calls, and what is wrong."""
    state = found(config, {device.name: device for device in there})
    pack = held(config, state)
    return pack["listen_interfaces"], pack["outgoing_interfaces"], state.trouble


def test_nothing_chosen_is_everything() -> None:
    config = Config({"listen_interfaces": "0.0.0.0:1", "outgoing_interfaces": ""})
    assert found(config, {}) == State()
    assert held(config, State()) == config.pack


@pytest.mark.parametrize(
    ("config", "listen", "outgoing"),
    [
        (bound("tun0"), "tun0:6881", "tun0"),
        (bound("tun0", "ppp0"), "tun0:6881", "tun0"),
        (bound("tun0", family=Family.IPV4), "10.1.0.2:6881", "tun0"),
        (bound("tun0", family=Family.IPV6), "[fd01::2]:6881", "tun0"),
        (bound("192.0.2.7"), "192.0.2.7:6881", "192.0.2.7"),
        (bound("127.5.5.5"), "127.5.5.5:6881", "127.5.5.5"),
        (bound("tun0", proxy_type=4, proxy_peer_connections=False), "tun0:6881", "tun0"),
        (bound("127.5.5.5", proxy_type=2, proxy_peer_connections=True), "127.5.5.5:6881", ""),
    ],
)
def test_what_is_there_is_used(config: Config, listen: str, outgoing: str) -> None:
    assert told(config, TUN, LAN) == (listen, outgoing, "")


@pytest.mark.parametrize(
    ("config", "there", "words"),
    [
        (bound("tun0"), (LAN,), "tun0 is not there"),
        (bound("tun0"), (replace(TUN, running=False), LAN), "tun0 is down"),
        (bound("tun0"), (replace(TUN, addresses=()), LAN), "tun0 has no address"),
        (bound("eth0", family=Family.IPV6), (LAN,), "eth0 has no IPv6 address"),
        (bound("tun0", "ppp0"), (LAN,), "none of tun0, ppp0"),
        (bound("198.51.100.1"), (LAN,), "198.51.100.1 is not there"),
        (bound("192.0.2.7"), (replace(LAN, running=False),), "192.0.2.7 is not there"),
        (bound("tun0", proxy_type=2, proxy_peer_connections=True), (TUN,), "can't be bound to tun0"),
        (bound("192.0.2.7", proxy_type=2), (LAN,), "can't be bound to 192.0.2.7"),
        (bound("tun0", proxy_type=1, proxy_peer_connections=False), (TUN,), "can't be bound to tun0"),
        (bound("tun0", proxy_type=3, proxy_peer_connections=False), (TUN,), "can't be bound to tun0"),
        (bound("tun0", proxy_type=4, proxy_peer_connections=True), (TUN,), "can't be bound to tun0"),
    ],
)
def test_what_is_not_there_closes_everything(config: Config, there: tuple[Interface, ...], words: str) -> None:
    listen, outgoing, trouble = told(config, *there)
    assert (listen, outgoing) == ("", NOWHERE)
    assert words in sentence(trouble)
    assert len(NOWHERE) > 15, "Linux has no longer names"


def test_the_loopback_interface_is_seen() -> None:
    assert "127.0.0.1" in interfaces()["lo"].addresses


# -- in the program


def test_interface_that_is_not_there_is_told_and_everything_waits(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={settings.connection.INTERFACES: ["nosuch0"]}).start()
    payload = swarm.payload(version=Version.V1)
    id = user.adds(payload)
    seed = swarm.seed(payload)
    user.connects(id, seed)
    user.until(lambda: user.session.offline)
    assert sentence(user.session.offline) == "Not connected: nosuch0 is not there."
    assert (user.session.port, user.session.listen_error) == (0, "")
    assert "bound to nosuch0" in user.refused(user.engine.intake.preview("http://127.0.0.1:9/a.torrent"))
    assert seed.status.peers == ()
    user.changes({})
    user.until(lambda: user.session.port and not user.session.offline)
    seed.connect(user.listens_at)
    user.sees(id, lambda row: row.progress == 1)


def test_nodes_of_the_dht_are_kept_while_none_could_be_learned(users: Callable[..., User]) -> None:
    user = users(chosen={settings.connection.INTERFACES: ["nosuch0"]}).start()
    user.quit()
    known = lt.bencode({b"dht state": {b"node-id": [], b"nodes": [bytes((127, 0, 0, 9, 1, 2))]}})
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database, database:
        database.execute("INSERT INTO meta (key, value) VALUES ('session', ?)", (known,))
    user.start()
    user.quit()
    with closing(sqlite3.connect(user.data_dir / "starling.db")) as database:
        assert database.execute("SELECT value FROM meta WHERE key = 'session'").fetchall() == [(known,)]


def test_interface_that_comes_back_while_it_closes_changes_nothing(
    users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binding, "_EVERY_MS", 10)
    user = users(chosen={settings.connection.INTERFACES: ["nosuch0"]}).start()
    running = user.engine._running
    assert running is not None
    paused: list[bool] = []
    drain = running.keeper.drain

    async def slowly(seconds: float) -> None:
        back = {"nosuch0": Interface("nosuch0", True, (user.address,))}
        monkeypatch.setattr(binding, "interfaces", lambda: back)
        while running.network._binding._timer.isActive() and running.session.lt.is_paused():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        paused.append(running.session.lt.is_paused())
        await drain(seconds)

    monkeypatch.setattr(running.keeper, "drain", slowly)
    user.quit()
    assert paused == [True]


def test_address_that_went_away_closes_the_way_of_our_own_questions(
    users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    lo = Interface("lo", True, ("127.0.0.1",))
    there = {"lo": lo, "tun0": Interface("tun0", True, ("192.0.2.7",))}
    monkeypatch.setattr(binding, "interfaces", lambda: dict(there))
    user = users(chosen={settings.connection.INTERFACES: ["192.0.2.7"]}).start()
    running = user.engine._running
    assert running is not None
    peers = running.peers
    assert peers.open
    # No descriptor is left: that the system can't say what is there means nothing.
    monkeypatch.setattr(silence, "socket", None)
    there.clear()
    running.network._binding.look()
    assert peers.open
    there["lo"] = lo
    user.until(lambda: not peers.open)
    assert running.session.lt.get_settings()["proxy_type"] == lt.proxy_type_t.socks5
    assert not running._diagnosis._way.open
    there["tun0"] = Interface("tun0", True, ("192.0.2.7",))
    user.until(lambda: peers.open)
    assert running.session.lt.get_settings()["proxy_type"] == lt.proxy_type_t.none
    del there["tun0"]
    user.engine.apply(user.config)
    assert running.network.listening.offline
    assert not peers.open


def test_sockets_that_stay_open_are_still_known(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users().start()
    user.until(lambda: user.session.port)
    host, port = user.listens_at
    other = swarm.address()

    def known() -> set[str]:
        return {socket.address for socket in user.engine.reach.sockets}

    user.changes({}, listen_interfaces=f"{host}:{port},{other}:{port}")
    user.until(lambda: other in known())
    assert known() == {host, other}
    user.changes({}, listen_interfaces=f"{host}:{port}")
    assert known() == {host}
    assert (user.session.port, user.session.listen_error) == (port, "")
    user.changes({}, listen_interfaces=f"{host}:{port + 1}")
    user.until(lambda: {socket.port for socket in user.engine.reach.sockets} == {user.listens_at.port} != {port})


def test_one_protocol_alone(users: Callable[..., User], tmp_path: Path) -> None:
    chosen = {settings.connection.INTERFACES: ["lo"], settings.connection.FAMILY: "ipv4"}
    user = users(chosen=chosen).start()
    user.until(lambda: user.session.port)
    assert {socket.address for socket in user.engine.reach.sockets} == {"127.0.0.1"}
    assert "::/0" in user.config.banned
