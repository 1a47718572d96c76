# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of Starling's own settings decide one of libtorrent's, as `engine.pack` has it."""

from collections.abc import Mapping
from types import MappingProxyType

from starling.settings.mechanisms import NAMES, PROFILE

OWNERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "active_checking": ("queue.checking",),
        "active_downloads": ("queue.active_downloads",),
        "active_limit": ("queue.active_total",),
        "active_seeds": ("queue.active_seeds",),
        **{name: (setting.key, PROFILE.key) for name, setting in NAMES.items()},
        "allowed_enc_level": ("connection.encryption",),
        "anonymous_mode": ("privacy.anonymous",),
        "auto_manage_prefer_seeds": ("queue.prefer_seeds",),
        "auto_manage_startup": ("queue.slow_after",),
        "connection_speed": ("connection.calls",),
        "connections_limit": ("connection.max",),
        "dht_bootstrap_nodes": ("discovery.dht_bootstrap",),
        "dont_count_slow_torrents": ("queue.slow_free",),
        "download_rate_limit": ("speed.down_limit", "speed.slow_mode", "speed.slow_down"),
        "enable_dht": ("discovery.dht",),
        "enable_incoming_tcp": ("connection.tcp",),
        "enable_incoming_utp": ("connection.utp",),
        "enable_lsd": ("discovery.lsd",),
        "enable_natpmp": ("discovery.natpmp",),
        "enable_outgoing_tcp": ("connection.tcp",),
        "enable_outgoing_utp": ("connection.utp",),
        "enable_upnp": ("discovery.upnp",),
        "handshake_client_version": ("privacy.anonymous",),
        "ignore_limits_on_local_network": ("speed.limit_local",),
        "in_enc_policy": ("connection.encryption",),
        "inactive_down_rate": ("queue.slow_down",),
        "inactive_up_rate": ("queue.slow_up",),
        "listen_interfaces": ("connection.port", "connection.interfaces", "connection.family"),
        "listen_system_port_fallback": ("connection.last_port",),
        "max_retry_port_bind": ("connection.last_port",),
        "mixed_mode_algorithm": ("connection.preference",),
        "out_enc_policy": ("connection.encryption",),
        "outgoing_interfaces": ("connection.interfaces",),
        "peer_fingerprint": ("privacy.anonymous",),
        "prefer_rc4": ("connection.encryption",),
        "proxy_hostname": ("privacy.proxy_host",),
        "proxy_hostnames": ("privacy.proxy_names", "privacy.proxy_only"),
        "proxy_password": ("privacy.proxy_password",),
        "proxy_peer_connections": ("privacy.proxy_peers", "privacy.proxy_only"),
        "proxy_port": ("privacy.proxy_port",),
        "proxy_tracker_connections": ("privacy.proxy_trackers", "privacy.proxy_only"),
        "proxy_type": ("privacy.proxy",),
        "proxy_username": ("privacy.proxy_user",),
        "unchoke_slots_limit": ("connection.upload_slots", "protocol.profile"),
        "upload_rate_limit": (
            *("speed.up_limit", "speed.slow_mode", "speed.slow_up"),
            *("speed.seeding", "speed.seeding_up"),
        ),
        "user_agent": ("privacy.anonymous",),
    }
)
"""libtorrent's name: the keys of ours, the one to send the user to first."""
