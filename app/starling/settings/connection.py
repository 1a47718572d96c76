# SPDX-License-Identifier: GPL-3.0-or-later
"""How peers are found and reached."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from starling.setting import NO_LIMIT, QT_TRANSLATE_NOOP, Form, Page, Rule, Setting
from starling.settings.mechanisms import CLASSIC_SLOTS, PROFILE, Profile

NOWHERE = "no-such-interface"
"""Longer than a device's name may be: no such one can ever come to be. Bound to it, nothing is transferred."""


class Family(Enum):
    """Which internet protocols are spoken."""

    BOTH = "both"
    IPV4 = "ipv4"
    IPV6 = "ipv6"


class Preference(Enum):
    """What gives way where TCP and µTP share the line."""

    EQUAL = "equal"
    TCP = "tcp"


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
    section_source=QT_TRANSLATE_NOOP("Settings", "Listening"),
)

LAST_PORT = Setting(
    "connection.last_port",
    0,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Up to port"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "With a last port only those in between are used: the first one that is free. Without, Starling takes any "
        "other if its own is taken, and says so.",
    ),
    maximum=65_535,
    zero_source=QT_TRANSLATE_NOOP("Settings", "any"),
)

UPNP = Setting(
    "discovery.upnp",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Ask the router to forward the port by UPnP"),
    QT_TRANSLATE_NOOP("Settings", "Not done while Starling is bound to an interface by its name, or uses a proxy."),
    closed=False,
)

NATPMP = Setting(
    "discovery.natpmp",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Ask the router to forward the port by NAT-PMP or PCP"),
    QT_TRANSLATE_NOOP("Settings", "Not done while Starling is bound to an interface by its name, or uses a proxy."),
    closed=False,
)

INTERFACES: Setting[tuple[str, ...]] = Setting(
    "connection.interfaces",
    (),
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Network interfaces"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "None means all of them. Bound to one by its name, nothing of a torrent leaves by another, and all waits while "
        "it is not there. While it is, the names of trackers and web seeds are looked up by your system, in its own "
        "way. An address is no more than the sender's: which way its packets go decides your system.",
    ),
    check=_interfaces,
    form=Form.OWN,
    holds=True,
)

FAMILY = Setting(
    "connection.family",
    Family.BOTH,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Internet protocol"),
    choices_source=(
        (Family.BOTH, QT_TRANSLATE_NOOP("Settings", "IPv4 and IPv6")),
        (Family.IPV4, QT_TRANSLATE_NOOP("Settings", "IPv4 only")),
        (Family.IPV6, QT_TRANSLATE_NOOP("Settings", "IPv6 only")),
    ),
    holds=True,
)

TCP = Setting(
    "connection.tcp",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Use TCP"),
    QT_TRANSLATE_NOOP("Settings", "Peers are out of reach while both TCP and µTP are off."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Connections"),
)

UTP = Setting(
    "connection.utp",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Use µTP"),
    QT_TRANSLATE_NOOP("Settings", "Gives way to other traffic on the line and passes more routers than TCP."),
)

PREFERENCE = Setting(
    "connection.preference",
    Preference.EQUAL,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Where both share the line"),
    choices_source=(
        (Preference.EQUAL, QT_TRANSLATE_NOOP("Settings", "Each gets its share")),
        (Preference.TCP, QT_TRANSLATE_NOOP("Settings", "TCP comes first")),
    ),
    needs=UTP,
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

CALLS = Setting(
    "connection.calls",
    30,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "New connections a second"),
    QT_TRANSLATE_NOOP("Settings", "Fewer spare a router that can't hold many half-open connections."),
    minimum=1,
    maximum=1000,
)

SLOTS = Setting(
    "connection.upload_slots",
    8,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Upload slots in all"),
    QT_TRANSLATE_NOOP("Settings", "To so many peers Starling uploads at once."),
    maximum=10_000,
    zero_source=NO_LIMIT,
    rule=Rule(PROFILE, {Profile.CLASSIC: CLASSIC_SLOTS}),
)

SLOTS_PER_TORRENT = Setting(
    "connection.upload_slots_per_torrent",
    0,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Upload slots per torrent"),
    maximum=10_000,
    zero_source=NO_LIMIT,
)

DHT = Setting(
    "discovery.dht",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Find peers by DHT"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
    section_source=QT_TRANSLATE_NOOP("Settings", "Finding peers"),
    closed=False,
)

PEX = Setting(
    "discovery.pex",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Exchange addresses with peers"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
    closed=False,
)

LSD = Setting(
    "discovery.lsd",
    True,
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "Find peers in the local network"),
    QT_TRANSLATE_NOOP(
        "Settings", "Never for private torrents, nor while Starling is bound to an interface by its name."
    ),
    closed=False,
)
