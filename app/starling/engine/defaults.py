# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent's settings are before anybody changes them; the catalogue in `advanced` has the words for them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

import libtorrent as lt

_EMPTY = (
    *("announce_ip", "handshake_client_version", "i2p_hostname", "mmap_cache", "natpmp_gateway"),
    *("outgoing_interfaces", "proxy_hostname", "proxy_password", "proxy_username"),
)
"""What default_settings() leaves out: the texts that are empty by default."""

DEFAULTS: Mapping[str, bool | int | str] = MappingProxyType(
    {**dict.fromkeys(_EMPTY, ""), **cast("Mapping[str, bool | int | str]", lt.default_settings())}
)
"""Every setting by its name, with the value and the type that libtorrent itself gives it."""
