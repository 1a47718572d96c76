# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes what libtorrent reports of sockets, routers and of who connects, and sums it up when asked."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import libtorrent as lt

from starling.engine.binding import Binding
from starling.engine.interfaces import interfaces, is_near
from starling.engine.listening import Listening
from starling.engine.proxywatch import ProxyWatch
from starling.engine.session import Session
from starling.engine.text import safe
from starling.i18n import translate
from starling.peer import Transport
from starling.reach import Asked, Incoming, Reach, Socket
from starling.reach import Mapping as Mapped
from starling.spelling import shown
from starling.torrent import SessionState

_KINDS = {
    lt.socket_type_t.tcp: "TCP",
    lt.socket_type_t.utp: "µTP",
    lt.socket_type_t.udp: "µTP",
    lt.socket_type_t.tcp_ssl: "TCP, TLS",
    lt.socket_type_t.utp_ssl: "µTP, TLS",
}
_UTP = {lt.socket_type_t.utp, lt.socket_type_t.utp_ssl, lt.socket_type_t.udp}
_LINES, _ADDRESSES = 200, 4


class ReachBook:
    """Belongs to an engine that runs."""

    def __init__(self, session: Session, listening: Listening, binding: Binding, proxy: ProxyWatch) -> None:
        self._session, self._listening, self._binding, self._proxy = session, listening, binding, proxy
        self._sockets: dict[tuple[str, int], set[str]] = {}
        self._incoming: Incoming | None = None
        self._mappings: dict[tuple[Asked, int], Mapped] = {}
        self._external: dict[str, None] = {}
        self._log: deque[str] = deque(maxlen=_LINES)

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.listen_succeeded_alert: self._on_listening,
            lt.listen_failed_alert: self._on_not_listening,
            lt.incoming_connection_alert: self._on_incoming,
            lt.portmap_alert: self._on_mapped,
            lt.portmap_error_alert: self._on_refused,
            lt.portmap_log_alert: self._on_log,
            lt.external_ip_alert: self._on_external,
        }

    def watch(self, on: bool) -> None:
        """Somebody wants to read every word between us and the router."""
        self._session.hear("router", lt.alert.category_t.port_mapping_log_notification if on else 0)
        if not on:
            self._log.clear()

    def begin(self, *, anew: bool) -> None:
        """Other settings hold; `anew`: it listens elsewhere."""
        if anew:
            # Of those that stay open nothing is reported again.
            self._sockets = {place: kinds for place, kinds in self._sockets.items() if self._listening.stays(*place)}
            if not self._sockets:
                self._mappings.clear()

    def sum_up(self, state: SessionState, pack: Mapping[str, Any]) -> Reach:
        """What is known now."""
        names = {address: device.name for device in interfaces().values() for address in device.addresses}
        offline = self._binding.trouble or self._proxy.trouble
        return Reach(
            sockets=tuple(
                Socket(address, names.get(address.partition("%")[0], address.partition("%")[2]), port, tuple(kinds))
                for (address, port), kinds in sorted((place, sorted(kinds)) for place, kinds in self._sockets.items())
            ),
            trouble=self._listening.error,
            offline=offline,
            incoming=self._incoming,
            outside=state.reachable,
            asks=tuple(
                asked
                for asked, key in ((Asked.UPNP, "enable_upnp"), (Asked.NATPMP, "enable_natpmp"))
                if pack.get(key) and not self._proxy.place
            ),
            mappings=tuple(self._mappings.values()),
            external=tuple(reversed(self._external)),
            dht_nodes=state.dht_nodes,
            bound=self._binding.names,
            proxy=self._proxy.place,
            by_proxy=self._listening.proxy,
            proxy_trouble=self._proxy.trouble,
            proxy_answers=self._proxy.answers,
            log=tuple(self._log),
        )

    def _on_listening(self, alert: lt.listen_succeeded_alert) -> None:
        if kind := _KINDS.get(alert.socket_type):
            self._sockets.setdefault((str(alert.address), alert.port), set()).add(kind)

    def _on_not_listening(self, alert: lt.listen_failed_alert) -> None:
        self._sockets.pop((str(alert.address), alert.port), None)

    def _on_incoming(self, alert: lt.incoming_connection_alert) -> None:
        address = str(alert.endpoint[0])
        transport = Transport.UTP if alert.socket_type in _UTP else Transport.TCP
        self._incoming = Incoming(time.time(), address, transport, is_near(address))

    def _on_mapped(self, alert: lt.portmap_alert) -> None:
        asked = _asked(alert)
        protocol = "TCP" if alert.map_protocol == lt.portmap_protocol.tcp else "UDP"
        self._mappings[asked, alert.mapping] = Mapped(asked, protocol, alert.external_port)

    def _on_refused(self, alert: lt.portmap_error_alert) -> None:
        asked, reason = _asked(alert), shown(safe(alert.error.message))
        if alert.error.category().name() == "system":
            text = translate("Engine", "No router answered.")
        else:
            text = translate("Engine", "The router said: {reason}.").format(reason=reason.rstrip("."))
        self._mappings[asked, alert.mapping] = Mapped(asked, "", 0, text)

    def _on_log(self, alert: lt.portmap_log_alert) -> None:
        self._log.append(f"{time.strftime('%H:%M:%S')} {shown(safe(alert.message))}")

    def _on_external(self, alert: lt.external_ip_alert) -> None:
        address = str(alert.external_address)
        self._external.pop(address, None)
        self._external[address] = None
        while len(self._external) > _ADDRESSES:
            del self._external[next(iter(self._external))]


def _asked(alert: Any) -> Asked:
    return Asked.UPNP if alert.map_transport == lt.portmap_transport.upnp else Asked.NATPMP
