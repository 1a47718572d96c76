# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries libtorrent's alerts to the GUI thread: a socket wakes the event loop, each alert goes to its handler at once.

Alerts are raw C++ pointers that dangle after the next pop, so a handler takes what it needs and keeps no alert.
"""

import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from time import monotonic
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from starling.engine.session import Session
from starling.tasks import report

_SLICE = 0.004
"""Seconds of alerts in a turn of the event loop: where libtorrent's logs are read, 100,000 may come in a second."""
_STEP = 50
"""Alerts between two looks at the clock."""

Handlers = Mapping[type, Callable[[Any], None]]


def together(*parts: Handlers) -> Handlers:
    """The handlers of several, each of which gets the alerts that it wants."""
    wanted: dict[type, list[Callable[[Any], None]]] = {}
    for part in parts:
        for kind, handler in part.items():
            wanted.setdefault(kind, []).append(handler)
    return {kind: handlers[0] if len(handlers) == 1 else partial(_each, handlers) for kind, handlers in wanted.items()}


def _each(handlers: Sequence[Callable[[Any], None]], alert: Any) -> None:
    for handler in handlers:
        try:
            handler(alert)
        except Exception as error:  # noqa: BLE001
            # It shall not cost the others theirs.
            report(error)


class AlertPump(QObject):
    """Pops alerts when libtorrent says that there are some and hands each to the handler of its type."""

    def __init__(self, session: Session, handlers: Handlers, batch_done: Callable[[], None]) -> None:
        """`batch_done` is called after each pop, when no alert is alive any more."""
        super().__init__()
        self._session = session
        self._handlers = dict(handlers)
        self._batch_done = batch_done
        self._left: Iterator[lt.alert] | None = None
        """Those of the last pop that are not handled yet: they are alive, for nobody pops before they are."""
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._go_on)
        self._owed = False
        """libtorrent has said that there are more."""
        # A socket pair and not a pipe or eventfd: libtorrent writes one byte, and QSocketNotifier
        # takes sockets on every platform. The write end must not block: libtorrent's thread writes there.
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._ready)
        session.lt.set_alert_fd(self._writer.fileno())

    def stop(self) -> None:
        """Ends the deliveries; the session may be destroyed afterwards."""
        self._next.stop()
        self._owed = False
        while self._left is not None:
            self._step()
        self._session.lt.set_alert_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _ready(self) -> None:
        # Drain first, pop second: a byte written in between wakes us once more instead of getting lost.
        try:
            while self._reader.recv(4096):
                pass
        except BlockingIOError:
            pass
        self._owed = True
        self._go_on()

    def _go_on(self) -> None:
        """Handles what is left, for a while; then pops what is there, if there is any."""
        until = monotonic() + _SLICE
        self._next.stop()
        try:
            while self._left is not None or self._owed:
                self._step()
                if monotonic() >= until:
                    break
        finally:
            if self._left is not None or self._owed:
                # Nobody else would come back to it: libtorrent writes no second byte.
                self._next.start()

    def _step(self) -> None:
        if self._left is None:
            self._left = iter(self._session.lt.pop_alerts())
            self._owed = False
        if not self._deliver_some(self._left):
            self._left = None
            try:
                self._batch_done()
            except Exception as error:  # noqa: BLE001
                # It shall not cost what comes after.
                report(error)

    def _deliver_some(self, alerts: Iterator[lt.alert]) -> bool:
        """Whether there may be more."""
        # On its own: when it returns, no name refers to an alert any more. They dangle from the next pop on.
        count = 0
        for alert in islice(alerts, _STEP):
            self._handle(alert)
            count += 1
        return count == _STEP

    def _handle(self, alert: lt.alert) -> None:
        handler = self._handlers.get(type(alert))
        if handler is not None:
            try:
                handler(alert)
            except Exception as error:  # noqa: BLE001
                # One alert that cannot be read must not cost the hundreds behind it.
                report(error)
