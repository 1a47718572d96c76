# SPDX-License-Identifier: GPL-3.0-or-later
"""What trackers know of a swarm before anybody joins it: scrapes, without one announce."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling.engine import trackerwords
from starling.engine.record import Record, Records
from starling.engine.text import safe
from starling.engine.trackerwords import Why
from starling.tracker import Tracker, TrackerState

_NOT_ASKED = (Why.NO_SCRAPE, Why.OWN_NETWORK)
"""An address that has no scrape, for it does not end in "announce", and one that libtorrent will not ask."""


class Scraper(QObject):
    """Asks every tracker of hidden torrents, once each, and keeps what they answered."""

    answered = Signal(str, object)
    """Id, and tuple[Tracker, ...]: all of its trackers, as far as they have answered."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._asked: dict[str, dict[str, Tracker]] = {}

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {lt.scrape_reply_alert: self._on_reply, lt.scrape_failed_alert: self._on_failed}

    def ask(self, record: Record) -> None:
        """Asks the trackers of a torrent that is in the session; they answer by `answered`."""
        if record.handle is None:
            return
        tiers = record.trackers.tiers
        self._asked[record.id] = {url: Tracker(url, tier, TrackerState.ASKING) for url, tier in tiers.items()}
        for index in range(len(tiers)):
            record.handle.scrape_tracker(index)
        self._tell(record.id)

    def forget(self, id: str) -> None:
        """Nobody waits for these answers any more."""
        self._asked.pop(id, None)

    def _on_reply(self, alert: lt.scrape_reply_alert) -> None:
        found = self._found(alert)
        if found is not None:
            # A hybrid torrent is asked about twice, and its seeds are counted under both hashes.
            seeds, leeches = max(alert.complete, found.seeds or 0), max(alert.incomplete, found.leeches or 0)
            self._take(alert, replace(found, state=TrackerState.WORKING, message="", seeds=seeds, leeches=leeches))

    def _on_failed(self, alert: lt.scrape_failed_alert) -> None:
        found = self._found(alert)
        if found is None or found.state is TrackerState.WORKING:
            return
        error = alert.error
        category, reason = error.category().name(), safe(alert.error_message)
        failure = trackerwords.failure(category, error.value(), safe(error.message), reason)
        if failure.why in _NOT_ASKED:
            self._take(alert, replace(found, state=TrackerState.OFF, message=""))
        else:
            told = trackerwords.sentence(failure)
            self._take(alert, replace(found, state=TrackerState.FAILED, message=told, cause=failure.cause))

    def _found(self, alert: Any) -> Tracker | None:
        record = self._records.of(alert.handle)
        return None if record is None else self._asked.get(record.id, {}).get(safe(alert.tracker_url))

    def _take(self, alert: Any, tracker: Tracker) -> None:
        record = self._records.of(alert.handle)
        if record is not None:
            self._asked[record.id][tracker.url] = tracker
            self._tell(record.id)

    def _tell(self, id: str) -> None:
        self.answered.emit(id, tuple(self._asked[id].values()))
