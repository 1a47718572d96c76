# SPDX-License-Identifier: GPL-3.0-or-later
"""Who controls Starling from elsewhere just now: everybody who was heard of in the last minute."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from starling.i18n import translate
from starling.remote.calls import Client

LASTING = 60.0
"""Seconds after its last request for which a client counts as connected."""
_MOST = 200
_AFTER_MS = 1000


@dataclass(frozen=True, slots=True)
class Visitor:
    """One program at one address."""

    address: str
    program: str
    """As it calls itself, with its version; empty where it does not."""
    user: str
    """The name that it gave with its password."""
    since: float
    """When it was first heard of, in seconds since 1970."""
    last: float
    """When it was last heard of."""
    requests: int = 0


class Connected(QObject):
    """Counts requests by client."""

    changed = Signal()
    """Somebody came, asked or went; once a second at most."""

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._visitors: dict[tuple[str, str, str], tuple[float, Visitor]] = {}
        """With the monotonic time of their last request; who was heard of last is at the end."""
        self._timer = QTimer(self)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._tell)
        self._news = False

    @property
    def visitors(self) -> tuple[Visitor, ...]:
        """Those who came first are first."""
        self._forget()
        return tuple(sorted((visitor for _, visitor in self._visitors.values()), key=lambda each: each.since))

    def heard(self, client: Client, user: str) -> None:
        """A request came from there."""
        key, now = (client.address, client.name, user), time.time()
        before = self._visitors.pop(key, None)
        since, requests = (before[1].since, before[1].requests) if before is not None else (now, 0)
        if len(self._visitors) >= _MOST:
            del self._visitors[next(iter(self._visitors))]
        self._visitors[key] = self._clock(), Visitor(*key, since, now, requests + 1)
        self._news = True
        if not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """The door was closed."""
        if self._visitors:
            self._visitors.clear()
            self._news = True

    def _forget(self) -> None:
        gone = self._clock() - LASTING
        for key in [key for key, (last, _) in self._visitors.items() if last < gone]:
            del self._visitors[key]
            self._news = True

    def _tell(self) -> None:
        self._forget()
        if self._news:
            self._news = False
            self.changed.emit()
        if not self._visitors:
            self._timer.stop()


def program_of(name: str) -> str:
    """What people call a program that names itself so: “Sonarr” for ``Sonarr/4.0.1 (ubuntu 22.04)``."""
    return name.split("/", 1)[0].split("(", 1)[0].strip()


def who(client: Client) -> str:
    """A client in words: “192.168.1.5 (Sonarr)”."""
    program = program_of(client.name)
    if not program:
        return client.address
    return translate("Remote", "{address} ({program})").format(address=client.address, program=program)
