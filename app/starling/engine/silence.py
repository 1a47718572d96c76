# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps libtorrent from looking up names while nothing may leave, and servers from being blamed for that.

Without sockets it asks no tracker and no node, but looks up the names of web seeds all the same, by way of the system.
It leaves that to a SOCKS5 proxy if there is one: so there is one, where nobody can be. For a proxy it would open a
socket of its own, by which trackers would be asked, in vain: the port that it wants for it is taken.
"""

import socket
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import libtorrent as lt

from starling.engine.session import Session, SettingsPack
from starling.settings.connection import NOWHERE

Handlers = Mapping[type, Callable[[Any], None]]
"""Alert type -> handler, for the pump."""

_BLAMES = (lt.tracker_error_alert, lt.url_seed_alert, lt.peer_disconnected_alert, lt.listen_failed_alert)
# On Windows one address of several does not take the port of all.
_PLACE = "0.0.0.0" if sys.platform == "win32" else "127.0.0.1"  # noqa: S104


class Silence:
    """Stands between the settings and a session that has just been made with some."""

    def __init__(self, session: Session, *, held: bool) -> None:
        """`held`: nothing may leave, and those settings say so."""
        self._session = session
        # When something goes away, no descriptor may be left for it.
        self._plug = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        if sys.platform == "win32":
            self._plug.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        self._plug.bind((_PLACE, 0))
        self._held = self._deaf = held
        if held:
            session.change(self._speechless())

    def give(self, pack: SettingsPack, *, held: bool) -> None:
        """Other settings, likewise."""
        before, self._held = self._held, held
        if held:
            self._deaf = True
            # Taken back in between, the proxy would not keep a name for a moment.
            self._session.apply({**pack, **self._speechless()} if before else pack)
            self._session.change(self._speechless())
            return
        if before:
            # What happened until now is reported before the answer to this.
            self._session.lt.post_dht_stats()
        # At once: between two of them, what the user's proxy is to look up the system would be asked for.
        self._session.apply(pack)

    def handlers(self) -> Handlers:
        """Its own."""
        return {lt.dht_stats_alert: self._on_marker}

    def fair(self, handlers: Handlers) -> Handlers:
        """The same, spared what looks like somebody's failure while nothing could leave."""
        return {
            kind: partial(self._judge, handler) if kind in _BLAMES else handler for kind, handler in handlers.items()
        }

    def close(self) -> None:
        """Gives the port back."""
        self._plug.close()

    def _speechless(self) -> SettingsPack:
        return {
            "proxy_type": int(lt.proxy_type_t.socks5),
            "proxy_hostname": "127.0.0.1",
            # Nobody can listen at this one.
            "proxy_port": 0,
            "proxy_hostnames": True,
            "proxy_peer_connections": True,
            "listen_interfaces": f"{NOWHERE}:{self._plug.getsockname()[1]}",
            "max_retry_port_bind": 0,
            "listen_system_port_fallback": False,
        }

    def _on_marker(self, _alert: lt.dht_stats_alert) -> None:
        self._deaf = self._held

    def _judge(self, handler: Callable[[Any], None], alert: Any) -> None:
        if not self._deaf:
            handler(alert)
