# SPDX-License-Identifier: GPL-3.0-or-later
"""What libtorrent is heard to tell of its rounds and choices while a torrent's board is shown, and of its slots."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import libtorrent as lt

from starling.bottleneck import Meter
from starling.engine.choker import ROUND, Counters, Decisions
from starling.engine.magnets import MagnetWatch
from starling.engine.network import Network
from starling.engine.picking import Picks
from starling.engine.record import Record, Records
from starling.engine.session import SettingsPack, in_force
from starling.engine.text import safe

_WHO = "swarm"
_ROUNDS = int(lt.alert.category_t.session_log_notification)
_PICKS = int(lt.alert.category_t.picker_log_notification)


_ENOUGH = 25
"""Choices after which no more are listened to until the next look: each wakes the event loop, which takes 50 µs."""


class SwarmWatch:
    """Part of a session that runs. With 100 peers at 4.5 MB/s rounds cost an alert in seconds, choices 200 a second.

    The log of peers, which alone tells when optimistic slots are given, would be 5,800 a second already at 1.7 MB/s:
    see `Rotation`.
    """

    def __init__(self, network: Network, records: Records) -> None:
        self._network = network
        self._records = records
        self._record: Record | None = None
        self.counters: Counters | None = None
        """As they were told last, once a second."""
        self.meter = Meter()
        """What holds everything back."""
        self.magnets = MagnetWatch(network, records)
        """How the search for metadata goes."""
        self.decisions = Decisions()
        self.picks = Picks()
        self._needs = 0
        self._heard = 0
        """Choices since the last look."""

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {lt.log_alert: self._on_log, lt.picker_log_alert: self._on_pick, **self.magnets.handlers()}

    def take_stats(self, values: Mapping[str, int]) -> None:
        """The session's counters came."""
        self.counters = Counters.of(values)
        self.magnets.take_stats(values)
        down, up = self._network.pack.get("download_rate_limit"), self._network.pack.get("upload_rate_limit")
        self.meter.take(values, time.monotonic(), down_limit=bool(down), up_limit=bool(up))
        if self._record is not None and self._records.get(self._record.id) is not self._record:
            self.watch(None)

    @property
    def pack(self) -> SettingsPack:
        """All of libtorrent's settings as they are now."""
        return in_force(self._network.pack)

    def watch(self, record: Record | None) -> None:
        """This torrent is looked at from now on, or none."""
        if record is self._record:
            return
        self._record, self.picks = record, Picks()
        if record is None:
            self.decisions = Decisions()
            self.need(rounds=False, picks=False)

    def need(self, *, rounds: bool, picks: bool) -> None:
        """What is worth to be heard of it until the next look."""
        self._needs = rounds * _ROUNDS | picks * _PICKS
        self._heard = 0
        self._network.session.hear(_WHO, self._needs)

    def _on_log(self, alert: lt.log_alert) -> None:
        if self._record is not None and safe(alert.log_message).startswith(ROUND):
            self.decisions.heard(time.time(), int(self.pack["unchoke_interval"]))

    def _on_pick(self, alert: lt.picker_log_alert) -> None:
        if self._record is None:
            return
        if alert.handle == self._record.handle:
            self.picks.note(time.time(), alert.picker_flags, len(alert.blocks()))
        # Those of other torrents cost as much.
        self._heard += 1
        if self._heard == _ENOUGH:
            self.picks.cut()
            self._network.session.hear(_WHO, self._needs & ~_PICKS)
