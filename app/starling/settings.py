# SPDX-License-Identifier: GPL-3.0-or-later
"""Every setting, in one table: the file, the preferences, the defaults and the limits derive from it."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from starling import addresses, excluded
from starling.flags import Letters
from starling.paths import default_save_path
from starling.saving import Write, at_once
from starling.setting import INT_MAX, QT_TRANSLATE_NOOP, Page, Setting, Unit
from starling.settings_store import SettingsStore


class EncryptionPolicy(Enum):
    """How connections to peers are encrypted."""

    ALLOW = "allow"
    PREFER = "prefer"
    REQUIRE = "require"
    DISABLED = "disabled"


class Language(Enum):
    """Which language the program speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    SPANISH = "es"


class Appearance(Enum):
    """Light, dark, or as the desktop is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _save_path() -> str:
    return str(default_save_path())


def _absolute(path: str) -> None:
    if not Path(path).is_absolute():
        raise SAVE_PATH.refuse(QCoreApplication.translate("Settings", "“{label}” must be a full path."))


def _patterns(patterns: tuple[str, ...]) -> None:
    if sentence := excluded.problem(patterns):
        raise ValueError(sentence)


def _interfaces(names: tuple[str, ...]) -> None:
    for name in names:
        if not name or not name.isprintable() or set(name) & set(", []"):
            text = QCoreApplication.translate(
                "Settings", "“{label}” takes names such as eth0 and addresses such as 192.0.2.1, not “{name}”."
            )
            raise INTERFACES.refuse(text, name=name)


def _nodes(nodes: tuple[str, ...]) -> None:
    for node in nodes:
        host, colon, port = node.rpartition(":")
        if not (host and colon and port.isdecimal() and 0 < int(port) < 65536) or set(host) & set(", "):
            text = QCoreApplication.translate("Settings", "“{label}” takes host:port, not “{node}”.")
            raise DHT_BOOTSTRAP.refuse(text, node=node)


def _bans(bans: tuple[str, ...]) -> None:
    for ban in bans:
        if addresses.span(ban) is None:
            text = QCoreApplication.translate(
                "Settings",
                "“{label}” takes addresses and ranges such as 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 and "
                "2001:db8::/32, not “{ban}”.",
            )
            raise BANNED.refuse(text, ban=ban)


def _fits(overrides: Mapping[str, int | bool | str]) -> None:
    for key, value in overrides.items():
        if isinstance(value, int) and not -INT_MAX - 1 <= value <= INT_MAX:
            text = QCoreApplication.translate("Settings", "“{label}”: {key} does not fit in 32 bits.")
            raise SESSION.refuse(text, key=key)


NO_LIMIT = QT_TRANSLATE_NOOP("Settings", "no limit")

SAVE_PATH = Setting(
    "downloads.save_path", _save_path, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Save to"), check=_absolute
)
START_ADDED = Setting(
    "downloads.start_added", True, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Start torrents when they are added")
)
SHOW_ADD_DIALOG = Setting(
    "downloads.show_add_dialog",
    True,
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Ask where and what to save when adding"),
)
EXCLUDED: Setting[tuple[str, ...]] = Setting(
    "downloads.excluded_files",
    (),
    Page.DOWNLOADS,
    QT_TRANSLATE_NOOP("Settings", "Never download files like"),
    QT_TRANSLATE_NOOP("Settings", "Patterns such as *.nfo or sample/*, for every torrent that is added."),
    check=_patterns,
)
CONFIRM_REMOVE = Setting(
    "ui.confirm_remove", True, Page.DOWNLOADS, QT_TRANSLATE_NOOP("Settings", "Ask before removing torrents")
)

DOWN_LIMIT = Setting(
    "speed.down_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)
UP_LIMIT = Setting(
    "speed.up_limit",
    0,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)
SLOW_MODE = Setting(
    "speed.slow_mode",
    False,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Slow mode"),
    QT_TRANSLATE_NOOP("Settings", "Uses the limits of slow mode instead of the normal ones."),
)
SLOW_DOWN = Setting(
    "speed.slow_down",
    500_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Download limit in slow mode"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)
SLOW_UP = Setting(
    "speed.slow_up",
    100_000,
    Page.SPEED,
    QT_TRANSLATE_NOOP("Settings", "Upload limit in slow mode"),
    unit=Unit.RATE,
    zero_source=NO_LIMIT,
)
LIMIT_LOCAL = Setting(
    "speed.limit_local", False, Page.SPEED, QT_TRANSLATE_NOOP("Settings", "Limit the local network too")
)

ACTIVE_DOWNLOADS = Setting(
    "queue.active_downloads",
    5,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Downloads at a time"),
    QT_TRANSLATE_NOOP("Settings", "Further ones wait in the queue."),
    maximum=10_000,
    zero_source=NO_LIMIT,
)
ACTIVE_SEEDS = Setting(
    "queue.active_seeds",
    0,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Seeding at a time"),
    maximum=10_000,
    zero_source=NO_LIMIT,
)
ACTIVE_TOTAL = Setting(
    "queue.active_total",
    0,
    Page.QUEUE,
    QT_TRANSLATE_NOOP("Settings", "Active torrents at a time"),
    maximum=10_000,
    zero_source=NO_LIMIT,
)

PORT = Setting(
    "connection.port",
    51413,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Port for incoming connections"),
    maximum=65_535,
    zero_source=QT_TRANSLATE_NOOP("Settings", "another at every start"),
)
PORT_MAPPING = Setting(
    "discovery.port_mapping",
    True,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Ask the router to forward the port"),
    QT_TRANSLATE_NOOP("Settings", "By UPnP and NAT-PMP, whichever the router understands."),
)
INTERFACES: Setting[tuple[str, ...]] = Setting(
    "connection.interfaces",
    (),
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Network interfaces"),
    QT_TRANSLATE_NOOP("Settings", "Names or addresses; none means all of them."),
    check=_interfaces,
)
UTP = Setting(
    "connection.utp",
    True,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Use µTP"),
    QT_TRANSLATE_NOOP("Settings", "Gives way to other traffic on the line and passes more routers than TCP."),
)
CONNECTIONS = Setting(
    "connection.max",
    500,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Connections in all"),
    minimum=2,
    maximum=65_535,
)
CONNECTIONS_PER_TORRENT = Setting(
    "connection.max_per_torrent",
    100,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Connections per torrent"),
    minimum=2,
    maximum=65_535,
)
DHT = Setting(
    "discovery.dht",
    True,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Find peers by DHT"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)
DHT_BOOTSTRAP: Setting[tuple[str, ...]] = Setting(
    "discovery.dht_bootstrap",
    ("dht.libtorrent.org:25401",),
    Page.ADVANCED,
    QT_TRANSLATE_NOOP("Settings", "First nodes of the DHT"),
    QT_TRANSLATE_NOOP("Settings", "Asked only while no other node is known."),
    check=_nodes,
)
PEX = Setting(
    "discovery.pex",
    True,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Exchange addresses with peers"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)
LSD = Setting(
    "discovery.lsd",
    True,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Find peers in the local network"),
    QT_TRANSLATE_NOOP("Settings", "Never for private torrents."),
)

ENCRYPTION = Setting(
    "connection.encryption",
    EncryptionPolicy.ALLOW,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Encryption"),
    QT_TRANSLATE_NOOP("Settings", "Hides the traffic from simple filters. It does not hide who you are."),
    choices_source=(
        (EncryptionPolicy.ALLOW, QT_TRANSLATE_NOOP("Settings", "Allow")),
        (EncryptionPolicy.PREFER, QT_TRANSLATE_NOOP("Settings", "Prefer")),
        (EncryptionPolicy.REQUIRE, QT_TRANSLATE_NOOP("Settings", "Require")),
        (EncryptionPolicy.DISABLED, QT_TRANSLATE_NOOP("Settings", "Off")),
    ),
)
ANONYMOUS = Setting(
    "privacy.anonymous",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Tell peers and trackers as little as possible"),
    QT_TRANSLATE_NOOP("Settings", "No client name, no version. Your address stays visible."),
)
BANNED: Setting[tuple[str, ...]] = Setting(
    "peers.banned",
    (),
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Banned peers"),
    QT_TRANSLATE_NOOP("Settings", "Addresses and ranges that no torrent connects to or takes connections from."),
    check=_bans,
)
HOST_NAMES = Setting(
    "peers.host_names",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Look up the host names of peers"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Your name server learns who your peers are. Not done with a proxy, or while you tell as little as possible.",
    ),
)
COUNTRIES = Setting(
    "peers.countries",
    "",
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Database of countries"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "An .mmdb file, or lines of first address, last address and country. None: what the system has, or the "
        "one that came with Starling.",
    ),
)

LANGUAGE = Setting(
    "appearance.language",
    Language.SYSTEM,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Language"),
    choices_source=(
        (Language.SYSTEM, QT_TRANSLATE_NOOP("Settings", "As the system")),
        (Language.ENGLISH, "English"),
        (Language.SPANISH, "Español"),
    ),
)
THEME = Setting(
    "appearance.theme",
    Appearance.SYSTEM,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Colours"),
    choices_source=(
        (Appearance.SYSTEM, QT_TRANSLATE_NOOP("Settings", "As the system")),
        (Appearance.LIGHT, QT_TRANSLATE_NOOP("Settings", "Light")),
        (Appearance.DARK, QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)
BINARY_UNITS = Setting(
    "units.binary",
    False,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Sizes in KiB, MiB and GiB"),
    QT_TRANSLATE_NOOP("Settings", "1 KiB is 1024 bytes, 1 kB is 1000 bytes."),
)

FLAG_LETTERS = Setting(
    "appearance.flag_letters",
    Letters.TRANSMISSION,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Letters for peers"),
    QT_TRANSLATE_NOOP("Settings", "What T is in Transmission, a connection over µTP, is P in µTorrent."),
    choices_source=((Letters.TRANSMISSION, "Transmission"), (Letters.UTORRENT, "µTorrent")),
)

SESSION: Setting[Mapping[str, int | bool | str]] = Setting(
    "advanced.session",
    MappingProxyType({}),
    Page.ADVANCED,
    QT_TRANSLATE_NOOP("Settings", "libtorrent's own settings"),
    QT_TRANSLATE_NOOP("Settings", "By libtorrent's names; they win over everything else here."),
    check=_fits,
)

TABLE: Mapping[str, Setting[Any]] = MappingProxyType(
    {entry.key: entry for entry in tuple(globals().values()) if isinstance(entry, Setting)}
)
"""Every setting by its key, in the order of the pages."""


class Settings(SettingsStore):
    """What the user chose; everything else has its default."""

    def __init__(self, path: Path, write: Write = at_once, parent: QObject | None = None) -> None:
        """Read ``path`` now; later changes are written soon after, through ``write``."""
        super().__init__(TABLE, path, write, parent)


def rate_limits(chosen: Settings) -> tuple[int, int]:
    """Bytes a second for all torrents together, down and up, that hold now (0 = no limit): slow mode has its own."""
    if chosen.get(SLOW_MODE):
        return chosen.get(SLOW_DOWN), chosen.get(SLOW_UP)
    return chosen.get(DOWN_LIMIT), chosen.get(UP_LIMIT)
