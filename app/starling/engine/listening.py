# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether anybody can connect to us, and if not, why: the listen sockets as libtorrent opened them or failed to."""

import time
from typing import Any

from starling.engine.session import SettingsPack
from starling.i18n import translate

_PATIENCE = 3.0
"""Seconds for the first socket. libtorrent says nothing at all of an interface that is not there."""


class Listening:
    """The sockets of the present settings."""

    def __init__(self, pack: SettingsPack) -> None:
        self._interfaces: Any = None
        self.begin(pack)

    def begin(self, pack: SettingsPack) -> None:
        """Settings are taken over; libtorrent opens sockets anew only where these are others."""
        if pack.get("listen_interfaces") == self._interfaces:
            return
        self._interfaces = pack.get("listen_interfaces")
        port = str(self._interfaces or "").rpartition(":")[2]
        self._wanted = int(port) if port.isdecimal() else 0
        self._port = 0
        self._failure = ""
        self._begun = time.monotonic()

    def opened(self, port: int) -> None:
        """A TCP socket listens."""
        self._port = self._port or port

    def failed(self, place: str, message: str) -> None:
        """A socket could not be opened."""
        self._failure = translate(
            "Engine", "Nobody can connect to us on {place}: {message}. Choose another port or interface."
        ).format(place=place, message=message)

    @property
    def port(self) -> int:
        """The port that listens, 0 if none does."""
        return self._port

    @property
    def error(self) -> str:
        """A sentence, or nothing; one address of several that fails is none."""
        if self._port:
            if self._wanted in (0, self._port):
                return ""
            return translate(
                "Engine", "Port {wanted} is taken by another program: {port} is used, which a router may not forward."
            ).format(wanted=self._wanted, port=self._port)
        if self._failure or time.monotonic() - self._begun < _PATIENCE:
            return self._failure
        return translate("Engine", "Nobody can connect to us: there is no network interface as chosen.")
