# SPDX-License-Identifier: GPL-3.0-or-later
"""A handle on a peer: a libtorrent session with one torrent, in another process and at an address of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.swarm.child import Child
from tests.swarm.payload import Difference, Payload
from tests.swarm.values import LogLine, PeerStatus
from tests.swarm.wait import LONG, NotSeenError, wait_until


class Address(NamedTuple):
    """Where a peer listens."""

    ip: str
    port: int


class Peer:
    """A seed or a leech. Every question takes about a millisecond and may be asked in a Qt test."""

    def __init__(self, child: Child, payload: Payload, save_path: Path) -> None:
        self.child = child
        self.payload = payload
        self.save_path = save_path
        self._log: list[LogLine] = []
        self._stopped = False

    @property
    def address(self) -> Address:
        """Where it listens."""
        hello = self.child.hello()
        return Address(hello["ip"], hello["port"])

    @property
    def ip(self) -> str:
        """The address it listens at and connects from."""
        return self.address.ip

    @property
    def port(self) -> int:
        """The port it listens at."""
        return self.address.port

    @property
    def status(self) -> PeerStatus:
        """How far, how fast, with whom."""
        return PeerStatus.from_json(self.child.ask("status"))

    @property
    def log(self) -> tuple[LogLine, ...]:
        """What libtorrent reported: announces and what became of them, hash failures, bans, disconnections, errors.

        It can still be read after `stop`.
        """
        if not self._stopped:
            self._log += (LogLine(*line) for line in self.child.ask("log", start=len(self._log)))
        return tuple(self._log)

    def texts(self, kind: str) -> list[str]:
        """The log's lines of one kind, such as "tracker_error"."""
        return [line.text for line in self.log if line.kind == kind]

    def connect(self, other: "Peer | Address") -> None:
        """Connect to a peer of the kit or to any address."""
        ip, port = other.address if isinstance(other, Peer) else other
        self.child.ask("connect", ip=ip, port=port)

    def limit(self, *, up: int = 0, down: int = 0) -> None:
        """Set both rate limits, bytes/s; 0 = none."""
        self.child.ask("limit", up=up, down=down)

    def wait_for(self, accept: Callable[[PeerStatus], bool], timeout: float = LONG) -> PeerStatus:
        """Wait until its status satisfies `accept`, and return it. Raises NotSeenError with the last one."""
        return wait_until(lambda: self.status, accept, timeout, what=f"{self.child.name}'s status")

    def wait_for_log(self, kind: str, text: str = "", timeout: float = LONG) -> str:
        """Wait for a log line of a kind that contains `text`, and return all of its text."""

        def those(log: tuple[LogLine, ...]) -> list[str]:
            return [line.text for line in log if line.kind == kind and text in line.text]

        return those(wait_until(lambda: self.log, lambda log: bool(those(log)), timeout, what=f"{kind} {text!r}"))[0]

    def wait_until_done(self, timeout: float = LONG) -> PeerStatus:
        """Wait until it has every byte and its files hold them (libtorrent says "seeding" a moment earlier)."""
        status = self.wait_for(lambda status: status.seeding, timeout)
        if not self.child.ask("flush", patience=timeout, timeout=timeout + 5):
            raise NotSeenError(f"waited {timeout:g} s for {self.child.name}'s files to be written")
        return status

    def verify(self) -> tuple[Difference, ...]:
        """What is wrong with its files; empty if nothing is."""
        return self.payload.verify(self.save_path)

    def stop(self, patience: float = 2.0) -> bool:
        """Leave as one should: trackers are told "stopped". False if one did not answer in `patience` seconds."""
        answered: bool = self.child.ask("stop", patience=patience)
        self._log = list(self.log)
        self._stopped = True
        self.child.close()
        return answered

    def kill(self) -> None:
        """Be gone without a word."""
        self.child.kill()
