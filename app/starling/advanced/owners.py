# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of Starling's own settings decide one of libtorrent's, as `engine.pack` has it."""

from collections.abc import Mapping
from types import MappingProxyType

OWNERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "active_checking": ("queue.checking",),
        "active_downloads": ("queue.active_downloads",),
        "active_limit": ("queue.active_total",),
        "active_seeds": ("queue.active_seeds",),
        "allowed_enc_level": ("connection.encryption",),
        "anonymous_mode": ("privacy.anonymous",),
        "auto_manage_prefer_seeds": ("queue.prefer_seeds",),
        "auto_manage_startup": ("queue.slow_after",),
        "connections_limit": ("connection.max",),
        "dht_bootstrap_nodes": ("discovery.dht_bootstrap",),
        "dont_count_slow_torrents": ("queue.slow_free",),
        "download_rate_limit": ("speed.down_limit", "speed.slow_mode", "speed.slow_down"),
        "enable_dht": ("discovery.dht",),
        "enable_incoming_utp": ("connection.utp",),
        "enable_lsd": ("discovery.lsd",),
        "enable_natpmp": ("discovery.port_mapping",),
        "enable_outgoing_utp": ("connection.utp",),
        "enable_upnp": ("discovery.port_mapping",),
        "handshake_client_version": ("privacy.anonymous",),
        "ignore_limits_on_local_network": ("speed.limit_local",),
        "in_enc_policy": ("connection.encryption",),
        "inactive_down_rate": ("queue.slow_down",),
        "inactive_up_rate": ("queue.slow_up",),
        "listen_interfaces": ("connection.port", "connection.interfaces"),
        "out_enc_policy": ("connection.encryption",),
        "outgoing_interfaces": ("connection.interfaces",),
        "peer_fingerprint": ("privacy.anonymous",),
        "prefer_rc4": ("connection.encryption",),
        "upload_rate_limit": ("speed.up_limit", "speed.slow_mode", "speed.slow_up"),
        "user_agent": ("privacy.anonymous",),
    }
)
"""libtorrent's name: the keys of ours, the one to send the user to first."""
