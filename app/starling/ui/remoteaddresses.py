# SPDX-License-Identifier: GPL-3.0-or-later
"""The addresses by which other computers find this one, where it listens at all of them."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtNetwork import QNetworkInterface

from starling import addresses

_MOST = 4
"""More would not be read; machines with containers have dozens."""
_Flag = QNetworkInterface.InterfaceFlag


def own_addresses() -> tuple[str, ...]:
    """Those of networks that this computer is in, IPv4 and lasting ones first; tunnels last. Asks the system."""
    found: list[tuple[bool, bool, str]] = []
    for device in QNetworkInterface.allInterfaces():
        flags = device.flags()
        if not (flags & _Flag.IsUp and flags & _Flag.IsRunning) or flags & _Flag.IsLoopBack:
            continue
        for entry in device.addressEntries():
            address = addresses.parse(entry.ip().toString())
            # Those that end with a day are no use to who writes one down.
            if address is not None and not address.is_link_local and not entry.isTemporary():
                found.append((bool(flags & _Flag.IsPointToPoint), address.version == 6, str(address)))
    return tuple(address for _tunnel, _six, address in sorted(found, key=lambda one: one[:2]))


def reachable(url: str, listening: str, own: Sequence[str]) -> list[str]:
    """What to give to clients elsewhere: `url` for each of our own addresses, if it listens at all of them.

    The one that `url` has comes first, as that is where this computer goes out.
    """
    everywhere = addresses.parse(listening)
    if everywhere is None or not everywhere.is_unspecified:
        return [url]
    parts = urlsplit(url)
    there = [one for one in own if everywhere.version == 6 or ":" not in one]
    there.sort(key=lambda one: one != parts.hostname)
    hosts = [f"[{one}]" if ":" in one else one for one in there[:_MOST]]
    return [parts._replace(netloc=f"{host}:{parts.port}").geturl() for host in hosts] or [url]
