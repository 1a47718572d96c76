# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal of every torrent's peers: who came, what passed between us, why it left; kept for those that are gone."""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import libtorrent as lt

from starling.engine import partings
from starling.engine.peerdraft import EARLY, Draft
from starling.engine.peerwatch import Endpoint, Looked
from starling.engine.record import Record, Records
from starling.engine.text import safe
from starling.peer import Transport
from starling.peerstory import Event, Parting, Side, Step, Story, Why, Witness

GONE, VAIN = 200, 100
"""How many stories of a torrent are kept: of peers that were met, and of vain attempts."""
ALL, ALL_VAIN = 2000, 1000
"""The same of all torrents: vain attempts come by thousands, and must not push out who was met."""

_REOPENED = Parting(Why.REOPENED, Side.WE)
_UNSEEN = Parting(Why.UNKNOWN)
_BEGINNINGS = frozenset({partings.CONNECT, 12, 13})
"""Operations (to open, bind and connect a socket) that fail before there is a connection."""


class _Book:
    """The stories of one torrent."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.handle = record.handle
        self.open: dict[Endpoint, Draft] = {}
        self.gone: dict[int, Draft] = {}
        self.vain: dict[Endpoint, Draft] = {}
        """Who was called, or heard of, and not met; by where it is, since it is called again and again: also at once,
        when it has closed because of an encrypted handshake that it does not know."""
        self.totals: Mapping[Endpoint, tuple[int, int]] = {}
        self.looked = 0.0

    def drafts(self) -> Iterable[Draft]:
        """All of them, the latest first."""
        return sorted((*self.open.values(), *self.gone.values(), *self.vain.values()), key=_latest, reverse=True)


class PeerJournal:
    """Written by alerts that are always on, by looks at the peers of who is looked at, and by the wire log."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._books: dict[str, _Book] = {}
        self._tidy_at = 64
        self._last = 0
        self._order: dict[int, tuple[_Book, Draft]] = {}
        """Those that were met and are over, the one that was so first in front."""
        self._vain: dict[int, tuple[_Book, Draft]] = {}
        """The same of vain attempts."""

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.peer_connect_alert: self._on_connect,
            lt.peer_disconnected_alert: self._on_disconnect,
            lt.peer_error_alert: self._on_error,
            lt.peer_blocked_alert: self._on_blocked,
            lt.peer_ban_alert: self._on_ban,
            lt.peer_snubbed_alert: self._on_snubbed,
            lt.peer_unsnubbed_alert: self._on_unsnubbed,
            lt.invalid_request_alert: self._on_bad_request,
            lt.unwanted_block_alert: self._on_unasked,
        }

    def stories(self, record: Record) -> tuple[Story, ...]:
        """All that are kept of a torrent, the latest first."""
        book = self._books.get(record.id)
        if book is None or book.record is not record:
            return ()
        self._mind_reopening(book)
        for endpoint, draft in book.open.items():
            self._read_totals(book, endpoint, draft)
        return tuple(draft.story() for draft in book.drafts())

    def gone(self, record: Record) -> int:
        """How many of them are over."""
        book = self._books.get(record.id)
        return len(book.gone) + len(book.vain) if book is not None and book.record is record else 0

    def looked(self, record: Record, looks: Iterable[Looked]) -> None:
        """Takes over what looks at a torrent's peers have found."""
        book = self._books.get(record.id)
        if book is None or book.record is not record:
            return
        for look in looks:
            book.totals, book.looked = look.totals, look.at
            for endpoint, identity in look.identities.items():
                if draft := book.open.get(endpoint):
                    draft.identify(identity)
            for endpoint, step, number in look.changes:
                draft = book.open.get(endpoint)
                # One that has left since the look, or come since.
                if draft is None or draft.begun > look.at:
                    continue
                after = draft.begun if look.after is None else max(look.after, draft.begun)
                known = look.after is not None or draft.incoming is not None
                witness = Witness.LOOKS if known else Witness.FIRST_LOOK
                draft.add(Event(look.at, step, witness, after if known else None, number))

    def told(self, id: str, address: str, port: int, step: Step, at: float) -> None:
        """A message that was read off the wire."""
        book = self._books.get(id)
        if book is None:
            return
        draft = book.open.get((address, port))
        if draft is None:
            # libtorrent writes the zone of a local address behind it.
            ends = (end for end in book.open if end[1] == port and end[0].partition("%")[0] == address)
            draft = next((book.open[end] for end in ends), None)
        if draft is not None and at >= draft.begun - EARLY:
            draft.read(Event(at, step, Witness.WIRE))

    # -- alerts

    def _on_connect(self, alert: lt.peer_connect_alert) -> None:
        book = self._book(alert)
        if book is None:
            return
        now, endpoint = time.time(), alert.endpoint
        if (lost := book.open.get(endpoint)) is not None:
            self._close(book, endpoint, lost, Event(now, Step.LEFT, parting=_UNSEEN))
        # The bindings have no direction, but the text ends with it: "… incoming connection to peer (TCP)".
        head, _, kind = safe(alert.message).rpartition(" connection to peer (")
        incoming = head.endswith(" incoming")
        transport = Transport.UTP if "uTP" in kind else Transport.TCP
        draft = book.vain.pop(endpoint, None)
        if draft is None:
            draft = self._new(endpoint, now)
        else:
            self._vain.pop(draft.number, None)
        draft.begin(now, transport, incoming=incoming)
        draft.add(Event(now, Step.CAME if incoming else Step.CALLED, transport=transport))
        book.open[endpoint] = draft

    def _on_disconnect(self, alert: lt.peer_disconnected_alert) -> None:
        error = alert.error
        self._end(alert, error, given=int(alert.reason), again=error.category().name() == "socks")

    def _on_error(self, alert: lt.peer_error_alert) -> None:
        error = alert.error
        if partings.goes_on(error):
            self._note(alert, Step.EMPTY_PIECE)
        else:
            self._end(alert, error)

    def _end(self, alert: Any, error: lt.error_code, *, given: int = 0, again: bool = False) -> None:
        """`again`: where the story is over already, it was told of twice."""
        book = self._book(alert)
        if book is None:
            return
        endpoint, operation, now = alert.endpoint, int(alert.op), time.time()
        category, code = error.category().name(), error.value()
        parting = partings.of(category, code, operation, safe(error.message), given)
        draft = book.open.get(endpoint)
        vain = operation in _BEGINNINGS
        if draft is None:
            if again:
                return
            draft = book.vain.pop(endpoint, None) if vain else None
            if draft is None:
                draft = self._new(endpoint, now)
        draft.recognise(alert.pid.to_bytes(), now)
        self._read_totals(book, endpoint, draft)
        if vain and not draft.shaken:
            self._close(book, endpoint, draft, Event(now, Step.UNREACHED, parting=parting))
        else:
            draft.reached = True
            self._close(book, endpoint, draft, Event(now, Step.LEFT, parting=parting))

    def _on_blocked(self, alert: lt.peer_blocked_alert) -> None:
        book = self._book(alert)
        if book is None:
            return
        endpoint, now = alert.endpoint, time.time()
        if endpoint in book.open:
            return
        draft = book.vain.get(endpoint) or self._new(endpoint, now)
        parting = partings.blocked(int(alert.reason))
        self._close(book, endpoint, draft, Event(now, Step.BLOCKED, parting=parting))

    def _on_ban(self, alert: lt.peer_ban_alert) -> None:
        self._note(alert, Step.BANNED)

    def _on_snubbed(self, alert: lt.peer_snubbed_alert) -> None:
        self._note(alert, Step.SNUBBED)

    def _on_unsnubbed(self, alert: lt.peer_unsnubbed_alert) -> None:
        self._note(alert, Step.UNSNUBBED)

    def _on_bad_request(self, alert: lt.invalid_request_alert) -> None:
        # It is also posted of one that did not say that it is interested, and is served. Only the text tells that.
        if safe(alert.message).endswith(": we don't have piece"):
            self._note(alert, Step.BAD_REQUEST)

    def _on_unasked(self, alert: lt.unwanted_block_alert) -> None:
        self._note(alert, Step.UNASKED)

    # -- within

    def _note(self, alert: Any, step: Step) -> None:
        book = self._book(alert)
        if book is not None and (draft := book.open.get(alert.endpoint)):
            draft.add(Event(time.time(), step, number=1))

    def _book(self, alert: Any) -> _Book | None:
        record = self._records.of(alert.handle)
        if record is None:
            return None
        book = self._books.get(record.id)
        if book is None or book.record is not record:
            if len(self._books) >= self._tidy_at:
                self._tidy()
            book = self._books[record.id] = _Book(record)
        self._mind_reopening(book)
        return book

    def _mind_reopening(self, book: _Book) -> None:
        """A torrent that was taken out of the session and put back: its peers went with it, and nobody said so."""
        if book.handle == book.record.handle:
            return
        book.handle = book.record.handle
        now = time.time()
        for endpoint, draft in list(book.open.items()):
            self._close(book, endpoint, draft, Event(now, Step.LEFT, parting=_REOPENED))

    def _new(self, endpoint: Endpoint, now: float) -> Draft:
        self._last += 1
        return Draft(self._last, endpoint, now)

    def _read_totals(self, book: _Book, endpoint: Endpoint, draft: Draft) -> None:
        if book.looked >= draft.begun and (totals := book.totals.get(endpoint)) is not None:
            draft.note_totals(totals, book.looked)

    def _close(self, book: _Book, endpoint: Endpoint, draft: Draft, event: Event) -> None:
        book.open.pop(endpoint, None)
        draft.end(event)
        self._vain.pop(draft.number, None)
        order, most = (self._order, ALL) if draft.shaken else (self._vain, ALL_VAIN)
        order[draft.number] = book, draft
        if draft.shaken:
            book.gone[draft.number] = draft
            if len(book.gone) > GONE:
                self._order.pop(next(iter(book.gone)), None)
                del book.gone[next(iter(book.gone))]
        else:
            book.vain.pop(endpoint, None)
            book.vain[endpoint] = draft
            if len(book.vain) > VAIN:
                first = next(iter(book.vain))
                self._vain.pop(book.vain.pop(first).number, None)
        if len(order) > most:
            number = next(iter(order))
            other, oldest = order.pop(number)
            if oldest.shaken:
                other.gone.pop(number, None)
            else:
                other.vain.pop(oldest.endpoint, None)

    def _tidy(self) -> None:
        """Torrents that are gone are forgotten, each time that there are twice as many books."""
        self._books = {id: book for id, book in self._books.items() if self._records.get(id) is book.record}
        kept = {id(book) for book in self._books.values()}
        self._order = {number: entry for number, entry in self._order.items() if id(entry[0]) in kept}
        self._vain = {number: entry for number, entry in self._vain.items() if id(entry[0]) in kept}
        self._tidy_at = max(64, 2 * len(self._books))


def _latest(draft: Draft) -> tuple[bool, float, int]:
    return (draft.ended is None, draft.ended or draft.begun, draft.number)
