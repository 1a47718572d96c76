# SPDX-License-Identifier: GPL-3.0-or-later
"""The libtorrent settings behind what can be chosen for a peer of the kit."""

from typing import Any

import libtorrent as lt

from tests.swarm.values import Encryption, Manner, Transport

_KINDS = lt.alert_category
ALERTS = _KINDS.error | _KINDS.peer | _KINDS.storage | _KINDS.tracker | _KINDS.connect | _KINDS.status
HERMETIC: dict[str, Any] = {
    "enable_dht": False,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "enable_ip_notifier": False,
    "dht_bootstrap_nodes": "",
    "webtorrent_stun_server": "",
}
"""Nothing that looks beyond loopback."""
_ENCRYPTION: dict[Encryption, dict[str, Any]] = {
    Encryption.ANY: {"out_enc_policy": 1, "in_enc_policy": 1, "allowed_enc_level": 3},
    Encryption.OFF: {"out_enc_policy": 2, "in_enc_policy": 2, "allowed_enc_level": 3},
    Encryption.HANDSHAKE: {"out_enc_policy": 0, "in_enc_policy": 0, "allowed_enc_level": 1},
    Encryption.RC4: {"out_enc_policy": 0, "in_enc_policy": 0, "allowed_enc_level": 2},
}
_TRANSPORT: dict[Transport, dict[str, Any]] = {
    Transport.TCP: {"enable_incoming_utp": False, "enable_outgoing_utp": False},
    # The buffers keep loopback from dropping the datagrams, which uTP takes for congestion.
    Transport.UTP: {
        "enable_incoming_tcp": False,
        "enable_outgoing_tcp": False,
        "recv_socket_buffer_size": 4_000_000,
        "send_socket_buffer_size": 4_000_000,
    },
}
_MANNER: dict[Manner, dict[str, Any]] = {
    Manner.HONEST: {},
    Manner.SLOW: {},
    Manner.METADATA_ONLY: {},
    # Peers on loopback are otherwise unchoked outside all slots.
    Manner.FREE_RIDER: {
        "ignore_limits_on_local_network": False,
        "unchoke_slots_limit": 0,
        "num_optimistic_unchoke_slots": 0,
        "allowed_fast_set_size": 0,
    },
    # Without this a seed in seed_mode checks a piece before it uploads it, and stops being one.
    Manner.CORRUPT: {"disable_hash_checks": True},
}


def settings(chosen: dict[str, Any]) -> Any:
    """libtorrent's settings_pack for a peer's configuration (see `peer`)."""
    return {
        **HERMETIC,
        "alert_mask": ALERTS,
        "alert_queue_size": 20_000,
        "listen_interfaces": f"{chosen['ip']}:0",
        # Without it connections leave from 127.0.0.1, and nobody takes two from one address.
        "outgoing_interfaces": chosen["ip"],
        "user_agent": chosen["client"],
        "peer_fingerprint": chosen["fingerprint"],
        # The reconnections of a short test must not take longer than the test.
        "min_reconnect_time": 1,
        **_ENCRYPTION[Encryption(chosen["encryption"])],
        **_TRANSPORT[Transport(chosen["transport"])],
        **_MANNER[Manner(chosen["manner"])],
    }
