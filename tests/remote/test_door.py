# SPDX-License-Identifier: GPL-3.0-or-later
"""The door: open, shut or elsewhere as the settings say."""

import asyncio
import base64
import os
import socket
import ssl
import tomllib
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from pytestqt.qtbot import QtBot
from yarl import URL

from starling.remote import connected, tls
from starling.remote.calls import Call, Client
from starling.remote.connection import Bounds
from starling.remote.guard import PATH, SESSION_HEADER
from starling.remote.passwords import hashed, is_hash
from starling.settings import remote
from tests.helpers import sentence
from tests.remote.conftest import Doorstep
from tests.swarm.certificates import Authority
from tests.swarm.values import Certificate


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def test_clients_of_both_dialects_are_answered_and_shown(door: Doorstep) -> None:
    first = door.sends("GET")
    assert (first.status, first.headers["X-Transmission-Rpc-Version"]) == (409, "6.0.1")
    assert first.headers[SESSION_HEADER] == door.session_id
    assert len(door.session_id) == 48
    assert door.ask("session_get", fields=["session_id"]) == {"session_id": door.session_id}
    assert door.ask_classic("session-get", {"fields": ["rpc-version"]}) == {"rpc-version": 17}
    assert door.ask("torrent_get", fields=["id"]) == {"torrents": []}
    (visitor,) = door.door.connected.visitors
    assert (visitor.address, visitor.program, visitor.requests) == ("127.0.0.1", "Tester/1.0", 3)


def test_it_is_shut_until_the_settings_want_it(doorstep: Doorstep) -> None:
    changes: list[bool] = []
    door = doorstep.builds(always=False)
    door.changed.connect(lambda: changes.append(door.state.open))
    doorstep.user.run(door.open())
    assert not door.state.open
    assert door._room is None, "it costs nothing until then"
    doorstep.chooses(remote.ENABLED, True)
    port = doorstep.port
    assert doorstep.sends("GET").status == 409
    doorstep.chooses(remote.HOSTS, ("nas.example",))
    doorstep.user.until(lambda: doorstep.sends("GET", Host="nas.example").status == 409)
    assert doorstep.port == port, "that needed no other door"
    doorstep.chooses(remote.ENABLED, False)
    doorstep.user.until(lambda: not door.state.open)
    with pytest.raises(ConnectionRefusedError), closing(socket.create_connection(("127.0.0.1", port))):
        pass
    assert changes == [True, False]


def test_it_moves_to_another_port_and_tells_if_that_is_taken(doorstep: Doorstep) -> None:
    address = doorstep.user.address  # its ports are nobody else's, free or not
    doorstep.chooses(remote.ADDRESS, address)
    with closing(socket.create_server((address, 0))) as other:
        taken = other.getsockname()[1]
        doorstep.chooses(remote.PORT, taken)
        door = doorstep.opens(port=None).door
        assert not door.state.open
        assert str(taken) in sentence(door.state.problem)
        assert doorstep.trouble == [door.state.problem]
        door._on_time()
        doorstep.user.until(lambda: not door._turn.locked() and door._again.isActive())
        assert len(doorstep.trouble) == 1, "what is known is not told again"
    door._on_time()
    assert doorstep.port == taken
    assert door.state.problem == ""
    known = doorstep.session_id
    with closing(socket.create_server((address, 0))) as other:
        free = other.getsockname()[1]
    doorstep.chooses(remote.PORT, free)
    doorstep.user.until(lambda: door.state.open and doorstep.port == free)
    assert doorstep.session_id == known, "clients need no other session id"


def test_the_network_needs_a_password(doorstep: Doorstep) -> None:
    doorstep.chooses(remote.ADDRESS, " ::ffff:0.0.0.0 ")
    assert doorstep.settings.get(remote.ADDRESS) == "0.0.0.0", "what is bound is not looked up as a name"
    door = doorstep.opens().door
    assert not door.state.open
    assert "password" in sentence(door.state.problem)
    doorstep.chooses(remote.PASSWORD, hashed("right"))
    doorstep.chooses(remote.USER, "anna")
    port = doorstep.port
    assert door.state.problem == ""
    url = URL(f"http://127.0.0.1:{port}{PATH}")

    async def statuses(*passwords: str) -> list[int]:
        async with aiohttp.ClientSession() as client:
            return [(await client.get(url, headers=basic("anna", each))).status for each in passwords]

    assert doorstep.user.run(statuses("wrong", "right")) == [401, 409]
    doorstep.chooses(remote.PASSWORD, hashed("other"))
    doorstep.user.until(lambda: doorstep.user.run(statuses("right")) == [401])
    assert doorstep.user.run(statuses("other")) == [409]


def test_a_password_that_somebody_wrote_into_the_file_becomes_a_hash(doorstep: Doorstep, tmp_path: Path) -> None:
    doorstep.chooses(remote.USER, "anna")
    doorstep.settings.flush()
    doorstep.chooses(remote.PASSWORD, "right")
    doorstep.settings.flush()
    doorstep.chooses(remote.USER, "")
    doorstep.settings.flush()
    changes: list[str] = []
    doorstep.settings.changed.connect(changes.append)
    doorstep.opens()
    assert changes == [remote.PASSWORD.key], "one hash"
    assert is_hash(kept := doorstep.settings.get(remote.PASSWORD))
    files = {file.name: file.read_text() for file in (tmp_path / "door").iterdir()}
    found = {name: tomllib.loads(text)["remote"] for name, text in files.items()}
    assert found == {
        "settings.toml": {"password": kept},
        "settings.toml.1": {"password": kept},
        "settings.toml.2": {"user": "anna", "password": kept},
    }, "what the user had before is there"
    assert doorstep.sends("GET").status == 401
    doorstep.headers.update(basic("whoever", "right"))
    assert doorstep.sends("GET").status == 409


def test_it_speaks_tls_with_the_certificate_of_the_user(doorstep: Doorstep, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    doorstep.chooses(remote.CERTIFICATE, str(authority.issue("127.0.0.1", Certificate.VALID)))
    doorstep.opens(bounds=Bounds(farewell=0.5))
    assert doorstep.url.startswith("https://127.0.0.1:")
    assert doorstep.door.state.problem == ""
    trusting = ssl.create_default_context(cafile=str(authority.ca_file))
    old = ssl.create_default_context(cafile=str(authority.ca_file))
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1

    async def get(context: ssl.SSLContext) -> int:
        async with aiohttp.ClientSession() as client, client.get(doorstep.url, ssl=context) as answer:
            return answer.status

    assert doorstep.user.run(get(trusting)) == 409
    with pytest.raises(aiohttp.ClientConnectionError):
        doorstep.user.run(get(old))
    plain = doorstep.connects().says(b"GET / HTTP/1.1\r\n\r\n")
    assert b"HTTP/1.1 200" not in plain.hears()
    assert doorstep.user.run(get(trusting)) == 409


def test_who_never_ends_the_handshake_is_cut_off(doorstep: Doorstep, tmp_path: Path) -> None:
    certificate = Authority(tmp_path).issue("127.0.0.1", Certificate.VALID)
    doorstep.chooses(remote.CERTIFICATE, str(certificate))
    doorstep.opens(bounds=Bounds(head=0.3))
    assert doorstep.connects().says(b"\x16\x03\x01\x02\x00").hears() == b""
    server = doorstep.door._server
    assert server is not None
    doorstep.user.until(lambda: server.connections == 0)


def test_what_is_wrong_with_a_certificate_is_told(doorstep: Doorstep, tmp_path: Path) -> None:
    made = trustme.CA().issue_cert("127.0.0.1")
    other = trustme.CA().issue_cert("127.0.0.1")
    files = {
        "certificate": made.cert_chain_pems[0].bytes(),
        "key": made.private_key_pem.bytes(),
        "foreign": other.private_key_pem.bytes(),
        "nonsense": b"nonsense",
        "locked": load_pem_private_key(made.private_key_pem.bytes(), None).private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")
        ),
    }
    paths = {name: tmp_path / f"{name}.pem" for name in (*files, "missing")}
    for name, data in files.items():
        paths[name].write_bytes(data)
    door = doorstep.builds()
    doorstep.user.run(door.open())
    expected = {
        ("missing", ""): "could not be read",
        ("certificate", "missing"): "could not be read",
        ("nonsense", "key"): "no certificate",
        ("certificate", ""): "no private key",
        ("certificate", "nonsense"): "no private key",
        ("certificate", "foreign"): "does not belong",
        ("certificate", "locked"): "protected by a password",
    }
    for (certificate, key), words in expected.items():
        doorstep.chooses(remote.CERTIFICATE, str(paths[certificate]))
        doorstep.chooses(remote.KEY, str(paths[key]) if key else "")
        named = str(paths[certificate if words == "no certificate" else key or certificate])
        doorstep.user.until(lambda parts=(words, named): all(part in door.state.problem for part in parts))
        sentence(door.state.problem)
        assert not door.state.open
    doorstep.chooses(remote.KEY, str(paths["key"]))
    assert doorstep.url.startswith("https://")
    expired = Authority(tmp_path).issue("127.0.0.1", Certificate.EXPIRED)
    doorstep.chooses(remote.CERTIFICATE, str(expired))
    doorstep.chooses(remote.KEY, "")
    doorstep.user.until(lambda: "expired" in door.state.problem)
    assert door.state.open, "some clients do not mind"


def test_a_disk_that_hangs_holds_nothing_up(
    doorstep: Doorstep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tls, "PATIENCE", 0.3)
    door = doorstep.opens().door
    port = doorstep.port
    hung = tmp_path / "hung.pem"
    os.mkfifo(hung)
    doorstep.chooses(remote.CERTIFICATE, str(hung))
    doorstep.user.until(lambda: door._loading is not None)
    assert not door.state.open, "nobody gets in, and nothing else is said"
    with pytest.raises(ConnectionRefusedError), closing(socket.create_connection(("127.0.0.1", port))):
        pass
    doorstep.user.until(lambda: door.state.problem)
    assert str(hung) in sentence(door.state.problem)
    monkeypatch.setattr(tls, "PATIENCE", 1000.0)
    door._on_time()
    doorstep.user.until(lambda: door._loading is not None)
    doorstep.chooses(remote.CERTIFICATE, "")
    doorstep.user.until(lambda: door.state.open)
    doorstep.chooses(remote.CERTIFICATE, str(hung))
    doorstep.user.until(lambda: door._loading is not None)
    doorstep.closes()
    with hung.open("wb"):  # lets the thread go on
        hung.unlink()
        hung.write_bytes(b"nonsense")


def test_a_certificate_that_is_renewed_is_used(doorstep: Doorstep, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pem"

    def issue() -> str:
        made = trustme.CA().issue_cert("127.0.0.1")
        made.private_key_and_cert_chain_pem.write_to_path(file)
        return made.cert_chain_pems[0].bytes().decode().strip()

    def served() -> str:
        return doorstep.in_thread(lambda: ssl.get_server_certificate(("127.0.0.1", port)).strip())

    first = issue()
    doorstep.chooses(remote.CERTIFICATE, str(file))
    door = doorstep.opens().door
    port = doorstep.port
    assert served() == first
    assert door._renewal.isActive()
    file.write_bytes(b"nonsense")
    door._on_renewal()
    doorstep.user.until(lambda: door.state.problem)
    assert door.state.open
    assert served() == first, "what was read is as good as it was"
    file.write_bytes(Path(Authority(tmp_path).issue("127.0.0.1", Certificate.EXPIRED)).read_bytes())
    door._on_renewal()
    doorstep.user.until(lambda: "expired" in door.state.problem)
    second = issue()
    door._on_renewal()
    doorstep.user.until(lambda: not door.state.problem)
    assert served() == second
    assert doorstep.port == port, "nobody was sent away for it"


def test_what_is_under_way_ends_before_what_it_works_with(door: Doorstep) -> None:
    room = door.door._room
    assert room is not None
    begun: list[str] = []
    ended: list[str] = []

    async def hangs(call: Call) -> dict[str, object]:
        begun.append(call.method)
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(call.method)
        return {}

    room.switchboard._methods["torrent_add"] = hangs
    head = {SESSION_HEADER.replace("-", "_"): door.session_id}
    asked = asyncio.ensure_future(
        door.sent("POST", {"method": "torrent-add", "arguments": {"filename": "x"}}, **head), loop=door.user.loop
    )
    door.user.until(lambda: begun)
    door.closes()
    assert ended == ["torrent_add"]
    door.user.until(asked.done)
    sentence(asked.result().json["result"])


def test_who_ends_the_program_hears_of_it(door: Doorstep) -> None:
    assert door.ask("session_close") == {}
    door.user.until(lambda: door.quits)
    asked = asyncio.ensure_future(door.sent("GET"), loop=door.user.loop)
    door.user.until(asked.done)
    door.closes()
    assert asked.result().status == 409


def test_those_who_were_heard_of_in_the_last_minute_are_connected(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(connected, "_AFTER_MS", 10)
    there = connected.Connected(clock=lambda: now[0])
    sonarr = Client("192.0.2.1", "Sonarr/4.0")
    with qtbot.waitSignal(there.changed):
        for _ in range(3):
            there.heard(sonarr, "anna")
    (visitor,) = there.visitors
    assert (visitor.program, visitor.user, visitor.requests) == ("Sonarr/4.0", "anna", 3)
    assert connected.who(sonarr) == "192.0.2.1 (Sonarr)"
    now[0] += 50
    for number in range(300):
        there.heard(Client(f"198.51.100.{number & 127}", f"Guest {number}"), "")
    assert len(there.visitors) == 200, "their number is bounded"
    now[0] += 61
    with qtbot.waitSignal(there.changed):
        assert there.visitors == ()
    there.deleteLater()


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("Sonarr/4.0.1.929 (ubuntu 22.04)", "Sonarr"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Mozilla"),
        ("Transmission Remote", "Transmission Remote"),
        ("(nothing)", ""),
        ("", ""),
    ],
)
def test_programs_are_called_as_people_call_them(name: str, program: str) -> None:
    assert connected.program_of(name) == program
