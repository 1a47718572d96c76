# SPDX-License-Identifier: GPL-3.0-or-later
"""Since when each peer is connected: libtorrent does not keep it, but says when it connects and when it is over."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import libtorrent as lt

from starling.engine import partings
from starling.engine.record import Records


class Connections:
    """Writes into `Record.connected`."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.peer_connect_alert: self._on_connect,
            lt.peer_disconnected_alert: self._on_disconnect,
            lt.peer_error_alert: self._on_error,
        }

    def _on_connect(self, alert: lt.peer_connect_alert) -> None:
        if record := self._records.of(alert.handle):
            record.connected[alert.endpoint] = time.time()

    def _on_error(self, alert: lt.peer_error_alert) -> None:
        """Who breaks the protocol is disconnected as well, and no other alert says so."""
        if not partings.goes_on(alert.error) and (record := self._records.of(alert.handle)):
            record.connected.pop(alert.endpoint, None)

    def _on_disconnect(self, alert: lt.peer_disconnected_alert) -> None:
        if record := self._records.of(alert.handle):
            record.connected.pop(alert.endpoint, None)
