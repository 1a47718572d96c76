# SPDX-License-Identifier: GPL-3.0-or-later
"""How peers are found and reached."""

from PySide6.QtCore import QCoreApplication

from starling.setting import QT_TRANSLATE_NOOP, Page, Setting


def _interfaces(names: tuple[str, ...]) -> None:
    for name in names:
        if not name or not name.isprintable() or set(name) & set(", []"):
            text = QCoreApplication.translate(
                "Settings", "“{label}” takes names such as eth0 and addresses such as 192.0.2.1, not “{name}”."
            )
            raise INTERFACES.refuse(text, name=name)


PORT = Setting(
    "connection.port",
    51413,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Port for incoming connections"),
    maximum=65_535,
    zero_source=QT_TRANSLATE_NOOP("Settings", "another at every start"),
)

PORT_MAPPING = Setting(
    "discovery.port_mapping",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Ask the router to forward the port"),
    QT_TRANSLATE_NOOP("Settings", "By UPnP and NAT-PMP, whichever the router understands."),
)

INTERFACES: Setting[tuple[str, ...]] = Setting(
    "connection.interfaces",
    (),
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Network interfaces"),
    QT_TRANSLATE_NOOP("Settings", "Names or addresses; none means all of them."),
    check=_interfaces,
)

UTP = Setting(
    "connection.utp",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Use µTP"),
    QT_TRANSLATE_NOOP("Settings", "Gives way to other traffic on the line and passes more routers than TCP."),
)

CONNECTIONS = Setting(
    "connection.max",
    500,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Connections in all"),
    minimum=2,
    maximum=65_535,
)

CONNECTIONS_PER_TORRENT = Setting(
    "connection.max_per_torrent",
    100,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Connections per torrent"),
    minimum=2,
    maximum=65_535,
)

DHT = Setting(
    "discovery.dht",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Find peers by DHT"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)

PEX = Setting(
    "discovery.pex",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Exchange addresses with peers"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)

LSD = Setting(
    "discovery.lsd",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Find peers in the local network"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)
