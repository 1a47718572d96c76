# SPDX-License-Identifier: GPL-3.0-or-later
"""The window about the connection: what it says of every state, and that it follows a real engine."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from starling import settings
from starling.peer import Transport
from starling.reach import Asked, Incoming, Mapping, Reach, Socket
from starling.ui.connection_commands import ConnectionCommands
from starling.ui.dialogs.connectivity import ConnectivityDialog
from starling.ui.dialogs.connectivitywords import Tone, parts, verdict
from starling.ui.notice import NoticeBar
from starling.ui.theme import ThemeManager
from tests.helpers import User, sentence
from tests.swarm import Swarm, Version

NOW = 1_000_000.0
LISTENS = Reach(sockets=(Socket("192.0.2.7", "eth0", 51413, ("TCP", "µTP")),), asks=(Asked.UPNP, Asked.NATPMP))
FORWARDED = (Mapping(Asked.UPNP, "TCP", 51413), Mapping(Asked.UPNP, "UDP", 51413))


def said(reach: Reach, head: str) -> str:
    return " | ".join(line.text for part in parts(reach, NOW) if part.head == head for line in part.lines).replace(
        "\xa0", " "
    )


@pytest.mark.parametrize(
    ("reach", "words", "tone"),
    [
        (LISTENS, "Nobody has connected from outside yet. That may take", Tone.WARN),
        (replace(LISTENS, outside=True), "somebody has, from outside", Tone.GOOD),
        (replace(LISTENS, mappings=FORWARDED), "The router forwards the port.", Tone.PLAIN),
        (Reach(trouble="Nobody can connect to us on 192.0.2.7:1: taken."), "192.0.2.7:1", Tone.BAD),
        (replace(LISTENS, offline="Not connected: tun0 is not there."), "tun0 is not there", Tone.BAD),
        (Reach(proxy="SOCKS5 192.0.2.9:1080", by_proxy=True), "by the proxy", Tone.PLAIN),
    ],
)
def test_verdict(reach: Reach, words: str, tone: Tone) -> None:
    line = verdict(reach)
    assert words in sentence(line.text)
    assert line.tone is tone


def test_sockets() -> None:
    assert said(LISTENS, "Listening") == "192.0.2.7:51413 on eth0: TCP, µTP"
    assert said(Reach(), "Listening") == "Nowhere."
    taken = replace(LISTENS, trouble="Port 1 is taken by another program: 51413 is used.")
    assert said(taken, "Listening").startswith("Port 1 is taken")
    assert "[2001:db8::1]:1: TCP" in said(Reach(sockets=(Socket("2001:db8::1", "", 1, ("TCP",)),)), "Listening")


def test_who_came_last() -> None:
    head = "Last who connected to Starling"
    assert "Nobody since" in said(LISTENS, head)
    far = Incoming(NOW - 38, "198.51.100.4", Transport.UTP, False)
    assert said(replace(LISTENS, incoming=far), head) == "198.51.100.4, 38 s ago, by IPv4 and µTP"
    near = replace(far, address="fd00::4", near=True)
    assert "IPv6" in said(replace(LISTENS, incoming=near), head)
    assert "your own network" in said(replace(LISTENS, incoming=near), head)


def test_what_the_router_said() -> None:
    head = "Port at the router"
    refused = Mapping(Asked.NATPMP, "", 0, "The router said: not authorized.")
    both = replace(LISTENS, mappings=(*FORWARDED, refused))
    assert said(both, head) == (
        "UPnP: the router forwards TCP 51413, UDP 51413. | NAT-PMP: The router said: not authorized."
    )
    assert said(LISTENS, head).count("no router has answered") == 2
    assert "switched off" in said(Reach(), head)
    assert "there is a proxy" in said(replace(LISTENS, proxy="SOCKS5 192.0.2.9:1080"), head)


def test_way_out() -> None:
    assert said(LISTENS, "Way out") == "By any interface, without a proxy."
    assert "Bound to tun0" in said(replace(LISTENS, bound=("tun0",)), "Way out")
    away = replace(LISTENS, bound=("tun0",), offline="tun0 is gone.")
    assert said(away, "Way out").endswith("no name is looked up. | tun0 is gone.")
    by = Reach(proxy="SOCKS5 192.0.2.9:1080")
    assert said(replace(by, proxy_answers=True), "Way out").endswith("which lets us in.")
    assert said(replace(by, proxy_trouble="It is dead.", offline="It is dead."), "Way out") == "It is dead."


def test_address_and_dht() -> None:
    address = "Your address as others see it"
    assert "Not known yet" in said(LISTENS, address)
    assert said(replace(LISTENS, external=("203.0.113.5",)), address) == "203.0.113.5"
    assert said(LISTENS, "DHT") == "Off."
    assert "no nodes" in said(replace(LISTENS, dht_nodes=0), "DHT")
    assert said(replace(LISTENS, dht_nodes=7), "DHT") == "Knows 7 nodes."


def test_window_follows_the_engine(swarm: Swarm, users: Callable[..., User], themes: ThemeManager) -> None:
    user = users().start()
    user.until(lambda: user.engine.reach.sockets)
    window = QWidget()
    notices = NoticeBar(themes, window)
    commands = ConnectionCommands(window, user.engine, themes, notices)
    commands.connectivity()
    commands.connectivity()
    (dialog,) = window.findChildren(ConnectivityDialog)

    def shown() -> str:
        return " | ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())

    assert f"{user.address}:{user.listens_at.port}" in shown()
    assert "Nobody since" in shown()
    payload = swarm.payload(version=Version.V1)
    user.owns(payload)
    leech = swarm.leech(payload)
    leech.connect(user.listens_at)
    user.until(lambda: f"{leech.ip}, just now, by IPv4 and TCP" in shown() or f"{leech.ip}, " in shown())
    assert "your own network" in shown()
    user.changes({settings.connection.INTERFACES: ["nosuch0"]})
    user.until(lambda: "nosuch0 is not there" in dialog.verdict.text())
    user.changes({})
    user.until(lambda: "nosuch0" not in shown())
    file = user.folder / "list.txt"
    user.changes({settings.privacy.IP_FILTER_ON: True, settings.privacy.IP_FILTER: str(file)})
    user.until(lambda: "list.txt is not there. | No filter is in force." in shown().replace("\u200b", ""))
    (told,) = notices.shown
    assert told.said.sentence == user.hears("list.txt is not there. No filter is in force.")
    file.write_text("192.0.2.1\n192.0.2.9\n")
    told.button.click()
    user.until(lambda: "2 ranges are in force" in shown())
    file.unlink()
    user.engine.ip_filter.read_again()
    user.until(lambda: "list.txt is not there. | 2 ranges are in force" in shown().replace("\u200b", ""))
    assert notices.notices[0].sentence == user.hears("What was read before stays in force.")
    user.changes({})
    user.until(lambda: "IP filter" not in shown())
    assert notices.notices == ()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    user.until(lambda: not window.findChildren(ConnectivityDialog))
    commands.connectivity()
    window.findChildren(ConnectivityDialog)[0].reject()
    window.deleteLater()


def test_what_is_selected_stays_so_while_time_passes(users: Callable[..., User], themes: ThemeManager) -> None:
    dialog = ConnectivityDialog(users().start().engine, themes)
    came = Incoming(NOW - 8, "198.51.100.4", Transport.TCP, False)
    dialog.show_reach(replace(LISTENS, incoming=came), NOW)
    (label,) = (label for label in dialog.findChildren(QLabel) if label.text().startswith("198.51.100.4"))
    label.setSelection(0, 12)
    dialog.show_reach(replace(LISTENS, incoming=came), NOW + 1)
    assert "9\xa0s ago" in label.text()
    assert label.selectedText() == "198.51.100.4"
    dialog.show_reach(replace(LISTENS, incoming=replace(came, address="203.0.113.5")), NOW + 1)
    assert label.text().startswith("203.0.113.5")
    assert label.selectedText() == ""
    dialog.reject()
    dialog.deleteLater()
