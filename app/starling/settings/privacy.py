# SPDX-License-Identifier: GPL-3.0-or-later
"""Who learns what, and who is kept out."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from starling import addresses
from starling.setting import QT_TRANSLATE_NOOP, Form, Page, Setting


class EncryptionPolicy(Enum):
    """How connections to peers are encrypted."""

    ALLOW = "allow"
    PREFER = "prefer"
    REQUIRE = "require"
    DISABLED = "disabled"


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

IP_FILTER_ON = Setting(
    "privacy.ip_filter_on",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Keep out the peers of a list"),
    QT_TRANSLATE_NOOP(
        "Settings", "No torrent connects to them or takes connections from them. Trackers are asked all the same."
    ),
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
