# SPDX-License-Identifier: GPL-3.0-or-later
"""What went wrong with each torrent's peers since it went well: calls without an answer, wrong data, wrong metadata.

Counted, not told: each address once, and no more of them than are worth counting. The stories are `peerjournal`'s.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import libtorrent as lt

from starling.engine import partings, peerinfo
from starling.engine.record import Record, Records
from starling.peerstory import Side, Why
from starling.why.situation import MOST, Calls, Trouble

_BY_FILTER = 0
"""libtorrent's peer_blocked_alert.ip_filter."""
_SECRECY = frozenset({Why.NO_COMMON_ENCRYPTION, Why.MUST_ENCRYPT, Why.MUST_NOT_ENCRYPT})
_HUNG_UP = frozenset({Why.CLOSED, Why.RESET})
_VAIN = frozenset({Why.NO_ANSWER, Why.NO_HANDSHAKE, Why.SILENT, Why.PROXY})
"""It is we who gave these up, for want of an answer."""

_LONG = 180.0
"""Seconds of calls in vain after which it is not only that they have just begun."""
_PAST = 300.0
"""Seconds after which wrong data that were not followed by others are of the past."""
_METADATA_PAST = 120.0
"""The same of wrong metadata: whoever sends them is asked again within seconds."""


@dataclass(slots=True)
class Mishaps:
    """Of one torrent."""

    failed: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    filtered: set[str] = field(default_factory=set)
    secrecy: set[str] = field(default_factory=set)
    hung_up: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    banned: set[str] = field(default_factory=set)
    since: float | None = None
    hash_fails: int = 0
    fails_since: float | None = None
    passed: int = 0
    """Pieces that had passed when the last of these failed."""
    failed_at: float = 0.0
    """When that was, of the clock that never jumps."""
    metadata_fails: int = 0
    metadata_failed_at: float = 0.0

    def calls(self) -> Calls:
        """As the causes see it."""
        return Calls(
            failed=len(self.failed),
            vain=min(MOST, len(self.failed | self.hung_up | self.secrecy)),
            long=self.since is not None and time.time() - self.since >= _LONG,
            outside=len(self.outside),
            since=self.since,
            filtered=len(self.filtered),
            secrecy=len(self.secrecy),
            hung_up=len(self.hung_up),
            own=len(self.own),
            banned=len(self.banned),
        )

    def trouble(self) -> Trouble:
        """As the causes see it."""
        lately = bool(self.metadata_fails) and time.monotonic() - self.metadata_failed_at < _METADATA_PAST
        return Trouble(self.hash_fails, self.fails_since, self.metadata_fails, lately)

    def met(self) -> None:
        """Somebody is connected: what failed before has been got over."""
        for kind in (self.failed, self.outside, self.filtered, self.secrecy, self.hung_up):
            kind.clear()
        self.since = None

    def admit(self, refuses: Callable[[str], bool]) -> None:
        """Forgets who was kept out and no longer is: the filter or the bans are others now."""
        self.filtered = {address for address in self.filtered if refuses(address)}

    def come(self, passed: int) -> None:
        """Forgets wrong data as soon as one more piece is here, or after some minutes without others."""
        if self.hash_fails and (passed > self.passed or time.monotonic() - self.failed_at >= _PAST):
            self.hash_fails, self.fails_since = 0, None
            self.banned.clear()


class MishapBook:
    """Written by alerts that are always on."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.changed: Callable[[Record], None] = _ignored
        """Is told of each torrent with something new."""
        self._books: dict[str, Mishaps] = {}

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.peer_disconnected_alert: self._on_disconnect,
            lt.peer_error_alert: self._on_error,
            lt.peer_blocked_alert: self._on_blocked,
            lt.peer_ban_alert: self._on_ban,
            lt.hash_failed_alert: self._on_hash_failed,
            lt.metadata_failed_alert: self._on_metadata_failed,
        }

    def of(self, record: Record) -> Mishaps | None:
        """None where nothing went wrong."""
        return self._books.get(record.id)

    def begin_anew(self) -> None:
        """The way to everybody is another one: who was out of reach may be so no more."""
        for mishaps in self._books.values():
            mishaps.met()

    def forget(self, ids: Iterable[str]) -> None:
        """These torrents are gone."""
        for id in ids:
            self._books.pop(id, None)

    def _on_disconnect(self, alert: lt.peer_disconnected_alert) -> None:
        self._ended(alert, int(alert.reason))

    def _on_error(self, alert: lt.peer_error_alert) -> None:
        if not partings.goes_on(alert.error):
            self._ended(alert, 0)

    def _ended(self, alert: Any, given: int) -> None:
        record = self._records.of(alert.handle)
        if record is None:
            return
        error = alert.error
        parting = partings.of(error.category().name(), error.value(), int(alert.op), given=given)
        host, port = alert.endpoint
        address = f"{peerinfo.bare(host)} {port}"
        why = parting.why
        if why is Why.OURSELVES:
            _add(self._book(record).own, address)
        elif why in (Why.CORRUPT, Why.BANNED):
            _add(self._book(record).banned, peerinfo.bare(host))
        elif any(alert.pid.to_bytes()):
            # The handshake was done: that it ended is no mishap.
            return
        elif why in _SECRECY:
            _add(self._failing(record).secrecy, address)
        elif why in _HUNG_UP and int(alert.op) != partings.CONNECT:
            _add(self._failing(record).hung_up, address)
        elif parting.by is not Side.WE or why in _VAIN:
            book = self._failing(record)
            _add(book.failed, address)
            if _is_outside(host):
                _add(book.outside, address)
        else:
            return
        self.changed(record)

    def _on_blocked(self, alert: lt.peer_blocked_alert) -> None:
        record = self._records.of(alert.handle)
        if record is not None and int(alert.reason) == _BY_FILTER:
            _add(self._book(record).filtered, peerinfo.bare(alert.endpoint[0]))
            self.changed(record)

    def _on_ban(self, alert: lt.peer_ban_alert) -> None:
        if record := self._records.of(alert.handle):
            _add(self._book(record).banned, peerinfo.bare(alert.endpoint[0]))
            self.changed(record)

    def _on_hash_failed(self, alert: lt.hash_failed_alert) -> None:
        if record := self._records.of(alert.handle):
            book = self._book(record)
            book.come(record.passed)
            if not book.hash_fails:
                book.fails_since = time.time()
            book.hash_fails += 1
            book.passed, book.failed_at = record.passed, time.monotonic()
            self.changed(record)

    def _on_metadata_failed(self, alert: lt.metadata_failed_alert) -> None:
        if record := self._records.of(alert.handle):
            book = self._book(record)
            book.metadata_fails += 1
            book.metadata_failed_at = time.monotonic()
            self.changed(record)

    def _failing(self, record: Record) -> Mishaps:
        book = self._book(record)
        book.since = book.since or time.time()
        return book

    def _book(self, record: Record) -> Mishaps:
        return self._books.get(record.id) or self._books.setdefault(record.id, Mishaps())


def _add(found: set[str], address: str) -> None:
    if len(found) < MOST:
        found.add(address)


def _is_outside(host: str) -> bool:
    """Whether it is beyond our own network."""
    try:
        return ip_address(peerinfo.bare(host)).is_global
    except ValueError:
        return False


def _ignored(_record: Record) -> None:
    pass
