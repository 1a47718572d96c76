# SPDX-License-Identifier: GPL-3.0-or-later
"""Room on disks, the way in from outside, the list of addresses, and goals that would remove: asked over HTTP."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from starling import settings
from starling.goals import After
from starling.peer import Transport
from starling.reach import Asked, Incoming, Reach, Socket
from starling.reach import Mapping as Mapped
from starling.remote.calls import Code, RemoteError
from starling.remote.places import way_in
from starling.setting import Setting
from starling.torrent import State
from tests.helpers import sentence
from tests.remote.conftest import Doorstep
from tests.swarm import Swarm

SOCKETS = (Socket("0.0.0.0", "", 51413, ("TCP",)),)


def chosen(door: Doorstep, values: Mapping[Setting[Any], Any]) -> None:
    """The user chooses, and the engine hears of it."""
    for setting, value in values.items():
        door.settings.set(setting, value)
    door.user.changes({setting: setting.stored(value) for setting, value in values.items()})


def test_room_is_that_of_the_disk(door: Doorstep, tmp_path: Path) -> None:
    answer = door.ask("free_space", path=str(tmp_path))
    usage = shutil.disk_usage(tmp_path)
    assert answer["path"] == str(tmp_path)
    assert answer["total_size"] == usage.total
    assert 0 < answer["size_bytes"] <= usage.total
    assert set(door.ask_classic("free-space", {"path": "/"})) == {"path", "size-bytes", "total_size"}
    # Where there is no folder there is no room, and that is said beside the reason.
    missing = str(tmp_path / "missing")
    heard = door.post({"method": "free-space", "arguments": {"path": missing}}).json
    assert missing in sentence(heard["result"])
    assert heard["arguments"] == {"path": missing, "size-bytes": -1, "total_size": -1}
    error = door.post({"jsonrpc": "2.0", "id": 1, "method": "free_space", "params": {"path": "a\0b"}}).json["error"]
    assert error["code"] == Code.PATH_NOT_ABSOLUTE
    for wrong in ({}, {"path": 5}, {"path": "downloads"}, {"path": "/a\0b"}):
        sentence(door.refused("free_space", **wrong))


def test_the_port_is_told_as_far_as_it_is_known(door: Doorstep) -> None:
    assert "nobody has connected" in sentence(door.refused("port_test"))
    assert "ip_protocol" in sentence(door.refused("port_test", ip_protocol="ipx"))


@pytest.mark.parametrize(
    ("reach", "asked", "answer"),
    [
        (Reach(), None, {"port_is_open": False}),
        (Reach(SOCKETS, offline="No device."), "ipv6", {"ip_protocol": "ipv6", "port_is_open": False}),
        (Reach(SOCKETS, by_proxy=True), None, {"port_is_open": False}),
        (
            Reach(SOCKETS, incoming=Incoming(0, "192.0.2.1", Transport.TCP, near=False), outside=True),
            None,
            {"ip_protocol": "ipv4", "port_is_open": True},
        ),
        (
            Reach(SOCKETS, incoming=Incoming(0, "2001:db8::1", Transport.UTP, near=False), outside=True),
            "ipv6",
            {"ip_protocol": "ipv6", "port_is_open": True},
        ),
        # Somebody near proves nothing anew, and takes nothing back.
        (
            Reach(SOCKETS, incoming=Incoming(0, "192.168.1.5", Transport.TCP, near=True), outside=True),
            None,
            {"port_is_open": True},
        ),
    ],
)
def test_what_is_certain_about_the_port(reach: Reach, asked: str | None, answer: Mapping[str, object]) -> None:
    assert way_in(reach, asked) == answer


def test_what_is_not_certain_is_no_answer() -> None:
    outside = Reach(SOCKETS, incoming=Incoming(0, "192.0.2.1", Transport.TCP, near=False), outside=True)
    with pytest.raises(RemoteError) as refused:
        way_in(outside, "ipv6")
    assert refused.value.result == {"ip_protocol": "ipv6"}
    with pytest.raises(RemoteError, match="router"):
        way_in(Reach(SOCKETS, mappings=(Mapped(Asked.UPNP, "TCP", 51413),)), None)


def test_the_list_of_addresses_is_read_again(door: Doorstep, tmp_path: Path) -> None:
    assert "No list" in sentence(door.refused("blocklist_update"))
    file = tmp_path / "list.p2p"
    file.write_text("one:192.0.2.1-192.0.2.2\n")
    chosen(door, {settings.privacy.IP_FILTER: str(file), settings.privacy.IP_FILTER_ON: True})
    assert door.ask("blocklist_update") == {"blocklist_size": 1}
    file.write_text("one:192.0.2.1-192.0.2.2\ntwo:198.51.100.1-198.51.100.9\n")
    assert door.ask_classic("blocklist-update") == {"blocklist-size": 2}
    assert door.ask_classic("session-get", {"fields": ["blocklist-size"]}) == {"blocklist-size": 2}
    file.write_text("nothing of the kind")
    assert str(file) in sentence(door.refused("blocklist_update"))
    door.user.hears(str(file))


def test_a_goal_that_removes_is_asked_about_in_starling_only(door: Doorstep, swarm: Swarm) -> None:
    id = door.user.owns(swarm.payload())
    door.user.sees(id, State.SEEDING)
    chosen(door, {settings.seeding.THEN: After.REMOVE, settings.seeding.RATIO: 0.0})
    assert "1" in door.refused("session_set", seed_ratio_limited=True, pex_enabled=False)
    assert not door.settings.get(settings.seeding.RATIO_ON)
    assert door.settings.get(settings.connection.PEX)
    assert door.ask("session_set", seed_ratio_limited=True, seed_ratio_limit=5) == {}
    assert door.settings.get(settings.seeding.RATIO_ON)
    assert id in door.user.engine.torrents
