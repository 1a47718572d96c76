# SPDX-License-Identifier: GPL-3.0-or-later
"""What trackers, the DHT and web seeds report: alert handlers that fill the torrents' books and the annals."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from sys import intern
from time import monotonic, time
from typing import Any, Concatenate, ParamSpec

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import trackerwords
from starling.engine.announces import Announces
from starling.engine.diagnosis import Diagnosis
from starling.engine.record import Record, Records
from starling.engine.sockets import Sockets, own_addresses
from starling.engine.text import safe
from starling.engine.trackerbook import Entry, Key, is_websocket
from starling.engine.trackerwords import Failure, Why
from starling.spelling import shown
from starling.tasks import report, spawn
from starling.tracker import Event, Kind

P = ParamSpec("P")

_EVENTS = {
    lt.event_t.started: Event.STARTED,
    lt.event_t.completed: Event.COMPLETED,
    lt.event_t.stopped: Event.STOPPED,
}
_V2 = lt.protocol_version.V2
_NOT_ASKED = {24, 46}
"""What libtorrent says of a WebTorrent tracker that it does not ask: unsupported URL protocol, torrent aborted."""

_ENTERING = {lt.operation_t.connect, lt.operation_t.ssl_handshake}

Said = tuple[str, int, str, str]
"""Of an error: its category, number and text, and the tracker's own word."""

_SLICE = 0.004
"""Seconds in which reports are taken in between two turns of the event loop."""
_BATCH = 200
"""Torrents that are looked through between two turns of the event loop."""


class Tracking(QObject):
    """Handlers by alert type; an alert is not kept, what it says goes into `Record.trackers`."""

    changed = Signal(object)
    """Record whose trackers have news."""

    def __init__(self, records: Records, announces: Announces, diagnosis: Diagnosis) -> None:
        super().__init__()
        self._records = records
        self._announces = announces
        self._diagnosis = diagnosis
        self._sockets = Sockets()
        self._parting: asyncio.Task[None] | None = None
        self._reports: deque[tuple[Record, Callable[[], None]]] = deque()

    def opened(self, address: str, port: int) -> None:
        """A socket listens: what was said to the one before is nothing to go by any more."""
        self._sockets.opened(address, port)
        if self._parting is not None:
            self._parting.cancel()
        self._parting = spawn(self._part(), name="part with sockets")

    def refresh(self, records: Iterable[Record]) -> None:
        """Forgets what was said to sockets that are gone; libtorrent does not tell when one closes."""
        gone = partial(self._sockets.gone, own=own_addresses())
        for record in records:
            if record.trackers.part_with(gone):
                self.changed.emit(record)

    def close(self) -> None:
        """Nothing is reported any more; what was is taken in."""
        self.finish()
        if self._parting is not None:
            self._parting.cancel()

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.tracker_announce_alert: self._on_announce,
            lt.tracker_reply_alert: self._on_reply,
            lt.tracker_warning_alert: self._on_warning,
            lt.tracker_error_alert: self._on_error,
            lt.scrape_reply_alert: self._on_scrape,
            lt.scrape_failed_alert: self._on_scrape_failed,
            lt.dht_reply_alert: self._on_dht_reply,
            lt.url_seed_alert: self._on_web_seed,
            lt.peer_disconnected_alert: self._on_disconnect,
        }

    def finish(self) -> None:
        """Does what is left to do."""
        while self._reports:
            self._take()

    # -- what libtorrent says, copied while it may be read: thousands of torrents may start at once

    def _on_announce(self, alert: lt.tracker_announce_alert) -> None:
        if record := self._records.of(alert.handle):
            event = _EVENTS.get(alert.event, Event.NONE)
            self._report(self._asked, record, safe(alert.tracker_url), _key(alert), event, time())

    def _on_reply(self, alert: lt.tracker_reply_alert) -> None:
        if record := self._records.of(alert.handle):
            self._report(self._answered, record, safe(alert.tracker_url), _key(alert), alert.num_peers, time())

    def _on_warning(self, alert: lt.tracker_warning_alert) -> None:
        if record := self._records.of(alert.handle):
            self._report(self._warned, record, safe(alert.tracker_url), _key(alert), safe(alert.message))

    def _on_error(self, alert: lt.tracker_error_alert) -> None:
        if record := self._records.of(alert.handle):
            said = (*_said(alert.error), safe(alert.failure_reason))
            self._report(self._failed, record, safe(alert.tracker_url), _key(alert), said, alert.times_in_row, time())

    def _on_scrape(self, alert: lt.scrape_reply_alert) -> None:
        if record := self._records.of(alert.handle):
            self._report(self._scraped, record, safe(alert.tracker_url), alert.complete, alert.incomplete)

    def _on_scrape_failed(self, alert: lt.scrape_failed_alert) -> None:
        if record := self._records.of(alert.handle):
            said = (*_said(alert.error), safe(alert.error_message))
            self._report(self._not_scraped, record, safe(alert.tracker_url), said)

    def _on_dht_reply(self, alert: lt.dht_reply_alert) -> None:
        if (record := self._records.of(alert.handle)) and not record.hidden:
            self._report(self._found_by_dht, record, alert.num_peers, _version(alert))

    def _on_web_seed(self, alert: lt.url_seed_alert) -> None:
        if record := self._records.of(alert.handle):
            record.trackers.web_seed_failed(safe(alert.server_url), _web_failure(alert))
            self.changed.emit(record)

    def _on_disconnect(self, alert: lt.peer_disconnected_alert) -> None:
        record = self._records.of(alert.handle)
        # A web seed that does not let us in has no other alert.
        if record and record.trackers.web_seeds and (urls := record.trackers.web_seeds.get(alert.endpoint)):
            failure = _failure(alert.error)
            # Of several at one server it is not said which one it was, but who is not let in is none of them.
            if failure.why is not Why.OTHER and (len(urls) == 1 or alert.op in _ENTERING):
                for url in urls:
                    record.trackers.web_seed_failed(url, failure)
                self.changed.emit(record)

    # -- what becomes of it: a few milliseconds' worth between two turns of the event loop, in the order it came

    def _report(self, do: Callable[Concatenate[Record, P], None], record: Record, *args: P.args, **_: P.kwargs) -> None:
        if not self._reports:
            QTimer.singleShot(0, self, self._go_on)
        self._reports.append((record, partial(do, record, *args)))

    def _go_on(self) -> None:
        until = monotonic() + _SLICE
        while self._reports:
            self._take()
            if monotonic() >= until:
                break
        if self._reports:
            QTimer.singleShot(0, self, self._go_on)

    def _take(self) -> None:
        record, do = self._reports.popleft()
        # It may have been removed meanwhile.
        if self._records.get(record.id) is record:
            try:
                do()
            except Exception as error:  # noqa: BLE001
                # One report that cannot be understood must not cost those behind it.
                report(error)

    def _asked(self, record: Record, url: str, key: Key, event: Event, at: float) -> None:
        record.trackers.asked(url, key, event, at)
        self.changed.emit(record)

    def _answered(self, record: Record, url: str, key: Key, peers: int, at: float) -> None:
        self._keep(record, url, record.trackers.answered(url, key, peers, at), key)

    def _warned(self, record: Record, url: str, key: Key, message: str) -> None:
        record.trackers.warned(url, key, shown(message.rpartition(" warning: ")[2]))
        self.changed.emit(record)

    def _failed(self, record: Record, url: str, key: Key, said: Said, times: int, at: float) -> None:
        if _is_unused(url, said):
            record.trackers.unused(url, key)
            self.changed.emit(record)
            return
        failure = trackerwords.failure(*said)
        found = self._diagnosis.known(url, failure)
        entry = record.trackers.failed(url, key, found or failure, times, at)
        self._keep(record, url, entry, key)
        if found is None and entry is not None and not record.hidden:
            self._diagnosis.ask(url, failure, partial(self.explained, record, url, key, entry, failure))

    def _scraped(self, record: Record, url: str, seeds: int, leeches: int) -> None:
        record.trackers.scraped(url, seeds, leeches)
        self._keep(record, url, None)

    def _not_scraped(self, record: Record, url: str, said: Said) -> None:
        record.trackers.not_scraped(url, trackerwords.failure(*said))
        self._keep(record, url, None)

    def _found_by_dht(self, record: Record, peers: int, version: int) -> None:
        entry, fresh = record.trackers.found_by_dht(peers, version)
        self._announces.keep(record.id, Kind.DHT.value, record.trackers.dht, entry if fresh else None)
        if not fresh:
            self._announces.amend(record.id, Kind.DHT.value, entry)

    def explained(self, record: Record, url: str, key: Key, entry: Entry, before: Failure, after: Failure) -> None:
        """It was found out what stands behind a failure."""
        if self._records.get(record.id) is not record:
            return
        entry.failure = after
        record.trackers.explained(url, key, before, after)
        self._keep(record, url, None)
        self._announces.amend(record.id, url, entry)

    async def _part(self) -> None:
        records = iter(list(self._records))
        while batch := list(islice(records, _BATCH)):
            self.refresh(batch)
            await asyncio.sleep(0)

    def _keep(self, record: Record, url: str, entry: Entry | None, key: Key | None = None) -> None:
        # What one that was removed still says is nobody's.
        if not record.hidden and url in record.trackers.tiers:
            self._announces.keep(record.id, url, record.trackers.note(url), entry)
        if key is not None and self._sockets.moved(key[0]):
            # The answer to a socket that is gone by now.
            record.trackers.note(url).lines.pop(key, None)
        self.changed.emit(record)


def _is_unused(url: str, said: Said) -> bool:
    return is_websocket(url) and said[0] == "libtorrent" and said[1] in _NOT_ASKED


def _key(alert: Any) -> Key:
    address, port = alert.local_endpoint
    # Of a few sockets, and in the books of thousands of torrents.
    return intern(f"{address} {port}"), _version(alert)


def _version(alert: Any) -> int:
    return 2 if alert.version == _V2 else 1


def _said(error: lt.error_code) -> tuple[str, int, str]:
    return error.category().name(), error.value(), safe(error.message)


def _failure(error: lt.error_code) -> Failure:
    return trackerwords.failure(*_said(error), "")


def _web_failure(alert: lt.url_seed_alert) -> Failure:
    if alert.error.value():
        return _failure(alert.error)
    # The server's own answer: the status and its phrase.
    return Failure(Why.HTTP, safe(alert.error_message))
