# SPDX-License-Identifier: GPL-3.0-or-later
"""A handle on a proxy that runs in another process."""

from tests.swarm.child import Child
from tests.swarm.values import Passage, ProxyManner


class Proxy:
    """SOCKS4, SOCKS5 and HTTP at one port."""

    def __init__(self, child: Child) -> None:
        self.child = child

    @property
    def ip(self) -> str:
        """Where it listens."""
        return str(self.child.hello()["ip"])

    @property
    def port(self) -> int:
        """The port for all of it."""
        return int(self.child.hello()["port"])

    @property
    def out(self) -> str:
        """The address from which it connects: what others see of who comes by it."""
        return str(self.child.hello()["out"])

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What it was asked for, the oldest first."""
        return tuple(Passage(**passage) for passage in self.child.ask("passages"))

    def behave(self, manner: ProxyManner) -> None:
        """Like this from now on."""
        self.child.ask("behave", manner=manner.value)
