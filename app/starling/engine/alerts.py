# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries libtorrent's alerts to the GUI thread: a socket wakes the event loop, each alert goes to its handler at once.

Alerts are raw C++ pointers that dangle after the next pop, so a handler takes what it needs and keeps no alert.
"""

import socket
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, QSocketNotifier

from starling.engine.session import Session
from starling.tasks import report

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
        self._deliver()
        self._batch_done()

    def _deliver(self) -> None:
        # On its own: when it returns, no name refers to an alert any more. They dangle from the next pop on.
        for alert in self._session.lt.pop_alerts():
            self._handle(alert)

    def _handle(self, alert: lt.alert) -> None:
        handler = self._handlers.get(type(alert))
        if handler is not None:
            try:
                handler(alert)
            except Exception as error:  # noqa: BLE001
                # One alert that cannot be read must not cost the hundreds behind it.
                report(error)
