# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of our listen sockets are gone: libtorrent tells when it opens one, and never when it closes one."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from PySide6.QtNetwork import QNetworkInterface

Own = frozenset[IPv4Address | IPv6Address]


class Sockets:
    """Those that were opened; a socket's name is its address, a blank, and its port."""

    def __init__(self) -> None:
        self._ports: dict[str, str] = {}

    def opened(self, address: str, port: int) -> None:
        """One listens; the one before at that address does not any more."""
        self._ports[address] = str(port)

    def moved(self, name: str) -> bool:
        """Whether its address has another port by now."""
        address, _, port = name.partition(" ")
        return self._ports.get(address, port) != port

    def gone(self, name: str, own: Own) -> bool:
        """Whether it has moved, or its address is none of ours (`own_addresses`) any more."""
        if self.moved(name):
            return True
        found = _address(name.partition(" ")[0])
        return found is not None and not (found.is_loopback or found.is_unspecified or found in own)


def own_addresses() -> Own:
    """Those of this computer at the moment; takes less than a millisecond."""
    found = (_address(address.toString()) for address in QNetworkInterface.allAddresses())
    return frozenset(address for address in found if address is not None)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None
