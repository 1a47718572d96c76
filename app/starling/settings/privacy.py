# SPDX-License-Identifier: GPL-3.0-or-later
"""Who learns what, and who is kept out."""

import re
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from starling import addresses
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting


class ProxyKind(Enum):
    """What a proxy speaks."""

    NONE = "none"
    SOCKS4 = "socks4"
    SOCKS5 = "socks5"
    HTTP = "http"


class EncryptionPolicy(Enum):
    """How connections to peers are encrypted."""

    ALLOW = "allow"
    PREFER = "prefer"
    REQUIRE = "require"
    DISABLED = "disabled"


_HOST = re.compile(r"(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*\.?")
_LONGEST = 255


def _bans(bans: tuple[str, ...]) -> None:
    for ban in bans:
        if addresses.span(ban) is None:
            text = QCoreApplication.translate(
                "Settings",
                "“{label}” takes addresses and ranges such as 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 and "
                "2001:db8::/32, not “{ban}”.",
            )
            raise BANNED.refuse(text, ban=ban)


def _file(path: str) -> None:
    if path and ("\0" in path or not Path(path).is_absolute()):
        raise IP_FILTER.refuse(QCoreApplication.translate("Settings", "“{label}” must be a full path."))


def _host(host: str) -> None:
    if host and addresses.parse(host) is None and not _HOST.fullmatch(host):
        text = QCoreApplication.translate(
            "Settings", "“{label}” takes a name such as proxy.example or an address such as 192.0.2.1, not “{host}”."
        )
        raise PROXY_HOST.refuse(text, host=host)


def _user(setting: "Setting[str]", text: str) -> None:
    # RFC 1929 counts them in one byte.
    if len(text.encode()) > _LONGEST or not text.isprintable():
        sentence = QCoreApplication.translate("Settings", "“{label}” must be one line of at most {count} bytes.")
        raise setting.refuse(sentence, count=_LONGEST)


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
    closed=EncryptionPolicy.REQUIRE,
)

ANONYMOUS = Setting(
    "privacy.anonymous",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Tell peers and trackers as little as possible"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "No client name, no version. Your address stays visible. Torrents that are in the list already keep the id by "
        "which peers know them until the next start.",
    ),
    at_start=True,
    closed=True,
)

BANNED: Setting[tuple[str, ...]] = Setting(
    "peers.banned",
    (),
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Banned peers"),
    QT_TRANSLATE_NOOP("Settings", "Addresses and ranges that no torrent connects to or takes connections from."),
    check=_bans,
    closed=("0.0.0.0/0", "::/0"),
)

IP_FILTER_ON = Setting(
    "privacy.ip_filter_on",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Keep out the peers of a list"),
    QT_TRANSLATE_NOOP(
        "Settings", "No torrent connects to them or takes connections from them. Trackers are asked all the same."
    ),
    closed=True,
)

IP_FILTER = Setting(
    "privacy.ip_filter",
    "",
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "List of addresses"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "ipfilter.dat, PeerGuardian's lists as text or P2B, or one address, range or network a line; also packed as "
        "gzip or zip.",
    ),
    check=_file,
    form=Form.FILE,
    needs=IP_FILTER_ON,
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

PROXY = Setting(
    "privacy.proxy",
    ProxyKind.NONE,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Proxy"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "SOCKS5 carries everything. SOCKS4 and HTTP carry no µTP, no DHT and no UDP trackers: those are given up, "
        "and the names of web seeds and of some trackers are looked up by your system.",
    ),
    choices_source=(
        (ProxyKind.NONE, QT_TRANSLATE_NOOP("Settings", "None")),
        (ProxyKind.SOCKS5, "SOCKS5"),
        (ProxyKind.SOCKS4, "SOCKS4"),
        (ProxyKind.HTTP, "HTTP"),
    ),
    section_source=QT_TRANSLATE_NOOP("Settings", "Proxy"),
    holds=True,
)

PROXY_HOST = Setting(
    "privacy.proxy_host",
    "",
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Host of the proxy"),
    check=_host,
    holds=True,
)

PROXY_PORT = Setting(
    "privacy.proxy_port",
    1080,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Port of the proxy"),
    minimum=1,
    maximum=65_535,
)

PROXY_USER: Setting[str] = Setting(
    "privacy.proxy_user",
    "",
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "User name for the proxy"),
    QT_TRANSLATE_NOOP("Settings", "None if it takes everybody. SOCKS4 is given none."),
    check=lambda text: _user(PROXY_USER, text),
)

PROXY_PASSWORD: Setting[str] = Setting(
    "privacy.proxy_password",
    "",
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Password for the proxy"),
    QT_TRANSLATE_NOOP("Settings", "Kept as plain text in settings.toml."),
    check=lambda text: _user(PROXY_PASSWORD, text),
    form=Form.PASSWORD,
    secret=True,
)

PROXY_ONLY = Setting(
    "privacy.proxy_only",
    True,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Nothing past the proxy"),
    QT_TRANSLATE_NOOP(
        "Settings", "All that it can carry goes through it, what it can't carry is given up, whatever is chosen below."
    ),
)

PROXY_PEERS = Setting(
    "privacy.proxy_peers",
    True,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Through the proxy: peers and web seeds"),
    QT_TRANSLATE_NOOP("Settings", "Nobody can connect to Starling then."),
)

PROXY_TRACKERS = Setting(
    "privacy.proxy_trackers",
    True,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Through the proxy: trackers"),
)

PROXY_NAMES = Setting(
    "privacy.proxy_names",
    True,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Through the proxy: looking up host names"),
    QT_TRANSLATE_NOOP("Settings", "SOCKS4 can't, HTTP can for trackers without encryption."),
)
