# SPDX-License-Identifier: GPL-3.0-or-later
"""A handle on a tracker that runs in another process."""

from collections.abc import Callable, Sequence

from tests.swarm.child import Child
from tests.swarm.values import Announce, Answer, Event, Scheme
from tests.swarm.wait import LONG, wait_until

UDP_ANSWERS = frozenset({Answer.OK, Answer.HANG, Answer.GARBAGE, Answer.EMPTY, Answer.FAILURE, Answer.BAD_UTF8})


class Tracker:
    """An HTTP, HTTPS or UDP tracker. Every question takes about a millisecond and may be asked in a Qt test."""

    def __init__(self, child: Child, scheme: Scheme) -> None:
        self.child = child
        self.scheme = scheme
        self._log: list[Announce] = []

    @property
    def url(self) -> str:
        """Its announce URL."""
        url: str = self.child.hello()["url"]
        return url

    @property
    def announces(self) -> tuple[Announce, ...]:
        """Every announce it received, the oldest first."""
        self._log += map(Announce.from_json, self.child.ask("announces", start=len(self._log)))
        return tuple(self._log)

    @property
    def scrapes(self) -> tuple[str, ...]:
        """The info-hash of every scrape it received (40 hex digits)."""
        return tuple(self.child.ask("scrapes"))

    def events(self, *, ip: str | None = None, info_hash: str | None = None) -> list[Event]:
        """Why was announced, in order, optionally by one peer or for one torrent only."""
        return [a.event for a in self.announces if ip in (None, a.ip) and info_hash in (None, a.info_hash)]

    def counts(self, info_hash: str) -> tuple[int, int, int]:
        """Seeds, finished downloads and leeches it knows of."""
        counts = self.child.ask("counts", info_hash=info_hash)
        return counts["complete"], counts["downloaded"], counts["incomplete"]

    def behave(self, answer: Answer, text: str = "") -> None:
        """Answer like this from now on; `text` is the reason, the warning or the URL to redirect to."""
        if self.scheme == "udp" and answer not in UDP_ANSWERS:
            raise ValueError(f"a UDP tracker cannot answer {answer}")
        self.child.ask("behave", answer=answer.value, text=text)

    def wait_for(self, accept: Callable[[Sequence[Announce]], bool], timeout: float = LONG) -> tuple[Announce, ...]:
        """Wait until the announces satisfy `accept`, and return them. Raises NotSeenError with those that came."""
        return wait_until(lambda: self.announces, accept, timeout, what=f"announces at {self.url}")

    def wait_for_event(self, event: Event, *, ip: str | None = None, timeout: float = LONG) -> Announce:
        """Wait for the first announce with an event, optionally of one peer."""

        def those(announces: Sequence[Announce]) -> list[Announce]:
            return [a for a in announces if a.event is event and ip in (None, a.ip)]

        return those(self.wait_for(lambda announces: bool(those(announces)), timeout))[0]
