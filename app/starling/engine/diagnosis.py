# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds out what libtorrent does not tell of a tracker's failure: what is wrong with a certificate, where it moved.

It asks the server itself, once in a while and on a thread of its own; never where that could betray its user, that is
with a proxy, in anonymous mode, or where connections are bound to an interface by name.
"""

import asyncio
import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from starling.engine.session import SettingsPack
from starling.engine.trackerwords import Failure, Why
from starling.tasks import Worker, spawn

if TYPE_CHECKING:
    from starling.engine.dialling import Dial

_AGAIN = 600.0
"""Seconds for which an answer holds: so many trackers share a server, and so many torrents a tracker."""
_FAREWELL = 0.1
"""Seconds for which the end waits for a question under way."""
_WAITING = 40
"""Questions that may wait; more are left without an answer."""
_REMEMBERED = 1000
_REDIRECTED = {Why.NAME, Why.REFUSED, Why.CLOSED, Why.UNREACHABLE, Why.CERTIFICATE, Why.HTTP, Why.ADDRESS}
"""What may have happened elsewhere, at the end of a redirection."""

_Question = tuple[str, Failure]
"""A tracker's URL and what was reported: another failure of the same kind may have another reason."""


@dataclass(frozen=True, slots=True)
class Way:
    """How our own questions may leave this machine."""

    open: bool = False
    source: str = ""
    """Our address; empty for any."""
    user_agent: str = ""

    @classmethod
    def of(cls, pack: SettingsPack) -> "Way":
        """As these settings of libtorrent's let it."""
        names = [name for name in str(pack.get("outgoing_interfaces", "")).split(",") if name]
        bound = all(is_address(name) for name in names)
        closed = pack.get("proxy_type", 0) or pack.get("anonymous_mode", False) or not bound
        return cls(not closed, names[0] if names else "", str(pack.get("user_agent", "")))


class Diagnosis:
    """Answers questions about failures, one after another."""

    def __init__(self, worker: Worker, way: Way) -> None:
        """`worker` is for nothing else: a question takes seconds."""
        self._worker = worker
        self._way = way
        self._known: OrderedDict[_Question, tuple[float, Failure]] = OrderedDict()
        self._waiting: dict[_Question, list[Callable[[Failure], None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._dial: Dial | None = None
        self._closed = False

    def use(self, way: Way) -> None:
        """From now on. What waits or is under way was meant for another one: it is not asked any more."""
        if way != self._way:
            self._way = way
            self._call_off()

    def known(self, url: str, failure: Failure) -> Failure | None:
        """What stands behind a failure, if that was found out a short while ago."""
        at, found = self._known.get((url, failure), (0.0, None))
        return found if found is not None and monotonic() - at < _AGAIN else None

    def ask(self, url: str, failure: Failure, tell: Callable[[Failure], None]) -> None:
        """Looks what stands behind a failure, where there can be something; `tell` hears it if there is."""
        if not self._way.open or self._closed or not _worth_a_look(url, failure):
            return
        question = url, failure
        if question in self._waiting:
            self._waiting[question].append(tell)
        elif len(self._waiting) < _WAITING:
            self._waiting[question] = [tell]
            task = spawn(self._look(question), name="diagnosis")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Ends; an answer that is still to come is nobody's."""
        self._closed = True
        self._call_off()
        await self._worker.stop(_FAREWELL)

    def _call_off(self) -> None:
        # Those that have not begun are taken back.
        for task in self._tasks:
            task.cancel()
        self._waiting.clear()
        if (dial := self._dial) is not None:
            dial.cut()

    async def _look(self, question: _Question) -> None:
        _, failure = question
        found = await self._worker.run(self._looked, question)
        self._known[question] = (monotonic(), found)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        for tell in self._waiting.pop(question, ()):
            if found != failure:
                tell(found)

    def _looked(self, question: _Question) -> Failure:
        # What speaks HTTP and TLS is read when there is something to ask, and here: not on the thread of the windows.
        from starling.engine.dialling import Dial
        from starling.engine.probe import look

        url, failure = question
        # The dial first, the way second: whoever changes the way either is in time for it or cuts this one.
        self._dial = dial = Dial()
        way = self._way
        try:
            return look(url, failure, way, dial) if way.open and not self._closed else failure
        finally:
            self._dial = None


def _worth_a_look(url: str, failure: Failure) -> bool:
    parts = split(url)
    if parts is None or (parts.hostname or "").endswith((".i2p", ".onion")):
        return False
    if parts.scheme == "udp":
        return failure.why is Why.TIMED_OUT and not is_address(parts.hostname or "")
    if failure.why is Why.HTTP:
        return failure.text.startswith("3")
    return parts.scheme in ("http", "https") and failure.why in _REDIRECTED


def is_address(host: str) -> bool:
    """Whether it is one, and no name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def split(url: str) -> SplitResult | None:
    """A URL with a host; None if it is none."""
    try:
        parts = urlsplit(url)
        return parts if parts.hostname and (parts.port is None or parts.port) else None
    except ValueError:
        return None
