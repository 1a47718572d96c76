# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the network -> libtorrent's: where it listens, what it speaks, and by which way it goes."""

import libtorrent as lt

from starling import settings
from starling.engine.diagnosis import is_address
from starling.engine.session import SettingsPack
from starling.settings import Settings
from starling.settings.connection import NOWHERE, Family, Preference
from starling.settings.privacy import ProxyKind

_UNLIMITED = -1
_EVERYWHERE = {
    Family.BOTH: ("0.0.0.0", "::"),  # noqa: S104
    Family.IPV4: ("0.0.0.0",),  # noqa: S104
    Family.IPV6: ("::",),
}
_OTHER = {Family.BOTH: (), Family.IPV4: ("::/0",), Family.IPV6: ("0.0.0.0/0",)}
_RETRIES = 10
"""How many ports after a taken one libtorrent tries by itself."""
_TYPES = lt.proxy_type_t
_PROXIES = {
    ProxyKind.NONE: (_TYPES.none, _TYPES.none),
    ProxyKind.SOCKS4: (_TYPES.socks4, _TYPES.socks4),
    ProxyKind.SOCKS5: (_TYPES.socks5, _TYPES.socks5_pw),
    ProxyKind.HTTP: (_TYPES.http, _TYPES.http_pw),
}
"""Without and with a user."""
_MIXED = {
    Preference.EQUAL: lt.bandwidth_mixed_algo_t.peer_proportional,
    Preference.TCP: lt.bandwidth_mixed_algo_t.prefer_tcp,
}


def network_pack(chosen: Settings) -> SettingsPack:
    """What libtorrent gets."""
    connection, privacy = settings.connection, settings.privacy
    names = _names(chosen)
    port, last = chosen.get(connection.PORT), chosen.get(connection.LAST_PORT)
    ranged = bool(port) and last >= port
    kind, only = chosen.get(privacy.PROXY), chosen.get(privacy.PROXY_ONLY)
    # What they send to the router or the local network is bound to an address alone, or by IPv6 to nothing: it leaves
    # by another interface where the system thinks that better.
    near = all(map(is_address, names))
    return {
        "listen_interfaces": ",".join(_endpoint(name, port) for name in names or _EVERYWHERE[_family(chosen)]),
        "outgoing_interfaces": ",".join(names),
        "max_retry_port_bind": last - port if ranged else _RETRIES,
        "listen_system_port_fallback": not ranged,
        "enable_upnp": chosen.get(connection.UPNP) and near,
        "enable_natpmp": chosen.get(connection.NATPMP) and near,
        "enable_lsd": chosen.get(connection.LSD) and near,
        "enable_dht": chosen.get(connection.DHT) and not (only and kind in (ProxyKind.SOCKS4, ProxyKind.HTTP)),
        "dht_bootstrap_nodes": ",".join(_bootstrap(chosen, plain=only and kind is not ProxyKind.NONE)),
        "enable_outgoing_tcp": chosen.get(connection.TCP),
        "enable_incoming_tcp": chosen.get(connection.TCP),
        "enable_outgoing_utp": chosen.get(connection.UTP),
        "enable_incoming_utp": chosen.get(connection.UTP),
        "mixed_mode_algorithm": int(_MIXED[chosen.get(connection.PREFERENCE)]),
        "connections_limit": chosen.get(connection.CONNECTIONS),
        "connection_speed": chosen.get(connection.CALLS),
        "unchoke_slots_limit": chosen.in_force(connection.SLOTS) or _UNLIMITED,
        "proxy_type": int(_PROXIES[kind][bool(chosen.get(privacy.PROXY_USER))]),
        "proxy_hostname": chosen.get(privacy.PROXY_HOST),
        "proxy_port": chosen.get(privacy.PROXY_PORT),
        "proxy_username": chosen.get(privacy.PROXY_USER),
        "proxy_password": chosen.get(privacy.PROXY_PASSWORD),
        "proxy_peer_connections": only or chosen.get(privacy.PROXY_PEERS),
        "proxy_tracker_connections": only or chosen.get(privacy.PROXY_TRACKERS),
        "proxy_hostnames": only or chosen.get(privacy.PROXY_NAMES),
    }


def other_family(chosen: Settings) -> tuple[str, ...]:
    """The ranges that nobody is called at: what we listen to does not keep libtorrent from it."""
    return _OTHER[_family(chosen)]


def _family(chosen: Settings) -> Family:
    family: Family = chosen.get(settings.connection.FAMILY)
    return family


def _names(chosen: Settings) -> tuple[str, ...]:
    names: tuple[str, ...] = chosen.get(settings.connection.INTERFACES)
    return (NOWHERE,) if chosen.holds else names


def _bootstrap(chosen: Settings, *, plain: bool) -> list[str]:
    """`plain`: addresses alone, for libtorrent looks up the names in the open whatever the proxy could do."""
    nodes: tuple[str, ...] = chosen.get(settings.advanced.DHT_BOOTSTRAP)
    return [node for node in nodes if not plain or is_address(node.rpartition(":")[0].strip("[]"))]


def _endpoint(name: str, port: int) -> str:
    return f"[{name}]:{port}" if ":" in name else f"{name}:{port}"
