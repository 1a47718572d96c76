# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether anybody can connect to us, and if not, why: the listen sockets as libtorrent opened them or failed to."""

import time
from typing import Any

from PySide6.QtNetwork import QHostAddress, QNetworkInterface

from starling.engine.session import SettingsPack
from starling.i18n import translate

_EVERY = ("0.0.0.0", "::")  # noqa: S104
"""By whether the address is an IPv6 one."""
_PATIENCE = 3.0
"""Seconds for the first socket. libtorrent says nothing at all of an interface that is not there."""


class Listening:
    """The sockets of the present settings."""

    def __init__(self, pack: SettingsPack) -> None:
        self._interfaces: Any = None
        self.offline = ""
        """Why nothing goes out at all, a sentence."""
        self._wanted = 0
        self._sockets: set[tuple[str, int]] = set()
        self.begin(pack)

    def begin(self, pack: SettingsPack) -> bool:
        """Settings are taken over; libtorrent opens and reports those sockets only that were not open before.

        Returns whether other ones are wanted.
        """
        self._proxy = bool(pack.get("proxy_type", 0)) and bool(pack.get("proxy_peer_connections", True))
        if pack.get("listen_interfaces") == self._interfaces:
            return False
        self._interfaces = pack.get("listen_interfaces")
        entries = [entry.rpartition(":") for entry in str(self._interfaces or "").split(",")]
        port = entries[-1][2]
        before, self._wanted = self._wanted, int(port) if port.isdecimal() else 0
        self._before = before
        self._places = {address for name, _, _ in entries for address in _addresses(name.strip("[] "))}
        self._sockets = {(address, port) for address, port in self._sockets if self.stays(address, port)}
        self._failure = ""
        self._begun = time.monotonic()
        return True

    def stays(self, address: str, port: int) -> bool:
        """Whether a socket that was open before these settings is still wanted."""
        wanted = address in self._places or _EVERY[":" in address] in self._places
        return wanted and self._wanted in (self._before, port)

    def opened(self, address: str, port: int) -> None:
        """A TCP socket listens."""
        self._sockets.add((address, port))

    def failed(self, address: str, port: int, message: str) -> None:
        """A socket could not be opened."""
        self._sockets.discard((address, port))
        self._failure = translate(
            "Engine", "Nobody can connect to us on {place}: {message}. Choose another port or interface."
        ).format(place=f"[{address}]:{port}" if ":" in address else f"{address}:{port}", message=message)

    @property
    def proxy(self) -> bool:
        """Peers are reached by a proxy, and none can reach us."""
        return self._proxy

    @property
    def port(self) -> int:
        """The port that listens, the one that was asked for if possible; 0 if none does."""
        ports = {port for _, port in self._sockets}
        return self._wanted if self._wanted in ports else min(ports, default=0)

    @property
    def error(self) -> str:
        """A sentence, or nothing; one address of several that fails is none."""
        if self._proxy or self.offline:
            # Nothing listens then, and nothing should.
            return ""
        if port := self.port:
            if self._wanted in (0, port):
                return ""
            return translate(
                "Engine", "Port {wanted} is taken by another program: {port} is used, which a router may not forward."
            ).format(wanted=self._wanted, port=port)
        if self._failure or time.monotonic() - self._begun < _PATIENCE:
            return self._failure
        return translate("Engine", "Nobody can connect to us: there is no network interface as chosen.")


def _addresses(name: str) -> set[str]:
    """Those of a network device; an address is its own."""
    if not QHostAddress(name).isNull():
        return {name}
    found = QNetworkInterface.interfaceFromName(name).addressEntries()
    return {entry.ip().toString().partition("%")[0] for entry in found}
