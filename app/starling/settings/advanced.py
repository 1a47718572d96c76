# SPDX-License-Identifier: GPL-3.0-or-later
"""What few people change."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from starling.setting import INT_MAX, QT_TRANSLATE_NOOP, Form, Page, Setting
from starling.settings.connection import DHT


def _nodes(nodes: tuple[str, ...]) -> None:
    for node in nodes:
        host, colon, port = node.rpartition(":")
        if not (host and colon and port.isdecimal() and 0 < int(port) < 65536) or set(host) & set(", "):
            text = QCoreApplication.translate("Settings", "“{label}” takes host:port, not “{node}”.")
            raise DHT_BOOTSTRAP.refuse(text, node=node)


def _fits(overrides: Mapping[str, int | bool | str]) -> None:
    for key, value in overrides.items():
        if isinstance(value, int) and not -INT_MAX - 1 <= value <= INT_MAX:
            text = QCoreApplication.translate("Settings", "“{label}”: {key} does not fit in 32 bits.")
            raise SESSION.refuse(text, key=key)


DHT_BOOTSTRAP: Setting[tuple[str, ...]] = Setting(
    "discovery.dht_bootstrap",
    ("dht.libtorrent.org:25401",),
    Page.CONNECTION,
    QT_TRANSLATE_NOOP("Settings", "First nodes of the DHT"),
    QT_TRANSLATE_NOOP("Settings", "Asked only while no other node is known."),
    check=_nodes,
    needs=DHT,
)

SESSION: Setting[Mapping[str, int | bool | str]] = Setting(
    "advanced.session",
    MappingProxyType({}),
    Page.ADVANCED,
    QT_TRANSLATE_NOOP("Settings", "libtorrent's own settings"),
    QT_TRANSLATE_NOOP("Settings", "By libtorrent's names; they win over everything else here."),
    check=_fits,
    form=Form.OWN,
    holds=True,
)
