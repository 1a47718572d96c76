# SPDX-License-Identifier: GPL-3.0-or-later
"""The network interfaces of this computer, as the system tells them now."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

_V6 = QAbstractSocket.NetworkLayerProtocol.IPv6Protocol


@dataclass(frozen=True, slots=True)
class Interface:
    """One that exists."""

    name: str
    running: bool
    addresses: tuple[str, ...] = ()
    """Without those that hold for the cable alone (fe80::)."""


def interfaces() -> Mapping[str, Interface]:
    """By name."""
    return {found.name(): _interface(found) for found in QNetworkInterface.allInterfaces()}


def is_loopback(address: str) -> bool:
    """Whether it leads to this computer itself."""
    return QHostAddress(address).isLoopback()


def is_near(address: str) -> bool:
    """Whether it is on this computer or in its network."""
    found = QHostAddress(address)
    return not found.isGlobal() or found.isPrivateUse()


def _interface(found: QNetworkInterface) -> Interface:
    flags = found.flags()
    wanted = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
    addresses = [entry.ip() for entry in found.addressEntries()]
    return Interface(
        found.name(),
        flags & wanted == wanted,
        tuple(ip.toString() for ip in addresses if not (ip.protocol() is _V6 and ip.isLinkLocal())),
    )
