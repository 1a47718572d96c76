# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens to what is said to one peer and by it, while somebody reads it: it comes by thousands."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import peerinfo
from starling.engine.clockface import Clockface
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.engine.session import Session
from starling.engine.text import safe
from starling.engine.wirelines import Reader, is_chatter
from starling.peer import Encryption, Transport
from starling.wire import KEPT, Line, Message, Verb, Way

Endpoint = tuple[str, int]

_GATHERED_MS = 100
"""Messages are handed on so often, however fast they come."""
_AT_ONCE = 1_000
"""And at most so many: showing them shall not hold up the window."""
_MORE_MS = 20
"""So much later the next ones."""
_NAME = "wire"
_CONNECTING = int(lt.peer_info.connecting | lt.peer_info.handshake)
_UTP_SOCKET = 1 << 17
"""Not exported by name, see `peerinfo`."""
_LOG = int(lt.alert.category_t.peer_log_notification)


class Wire(QObject):
    """One peer of one torrent, until `close`: also over the end of a connection, to the next one if there is."""

    said = Signal(list)
    """list[Message], their numbers rising; a gap is told of by a message of its own."""

    def __init__(self, torrent: str, address: str, port: int, changed: Callable[["Wire"], None]) -> None:
        """`changed` is told when it listens, or no more."""
        super().__init__()
        self.torrent, self.address, self.port = torrent, address, port
        self.listens = True
        """Not while it is held."""
        self.closed = False
        self._changed = changed
        self.since = time.time()
        """From when on it listens: what libtorrent tells late may be older."""
        self._held_since = 0.0
        self._queue: deque[Message] = deque()
        self._lost = 0
        self.reader = Reader(self._take)
        self._timer = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._timer.timeout.connect(self.hand_on)

    def hold(self) -> None:
        """What is said from now on is not written down."""
        if self.listens and not self.closed:
            self.listens, self._held_since = False, time.time()
            self._changed(self)

    def go_on(self) -> None:
        """It is again; for how long it was not is said by a message."""
        if not self.listens and not self.closed:
            self.listens, self.since = True, time.time()
            self.reader.note(self.since, Verb.UNHEARD, round(self.since - self._held_since))
            self._changed(self)

    def close(self) -> None:
        """Nobody listens any more."""
        if not self.closed:
            self.closed, self.listens = True, False
            self._timer.stop()
            self._queue.clear()
            self._changed(self)
            self.deleteLater()

    def hand_on(self) -> None:
        """Says what has come by now, or the beginning of it."""
        batch = [self._queue.popleft() for _ in range(min(_AT_ONCE, len(self._queue)))]
        if self._lost and batch:
            gap = Message(batch[0].number - 1, batch[0].at, Way.NONE, Verb.LOST, None, (self._lost,))
            batch.insert(0, gap)
            self._lost = 0
        if self._queue:
            self._timer.start(_MORE_MS)
        if batch:
            self.said.emit(batch)

    def lost(self) -> None:
        """libtorrent had more to tell than was taken from it in time."""
        self.reader.note(time.time(), Verb.LOST)

    def _take(self, message: Message) -> None:
        if len(self._queue) >= KEPT:
            # The window had no time for it, and whoever looks now wants to see the latest.
            self._queue.popleft()
            self._lost += 1
        self._queue.append(message)
        if not self._timer.isActive():
            self._timer.start(_GATHERED_MS)


class Wires(QObject):
    """All that are listened to, usually none: then libtorrent is not asked for its logs at all."""

    opened = Signal(object)
    """A `Wire`: whoever wants to know finer things of the peer, while somebody reads, can listen too."""

    def __init__(self, records: Records, details: Questions) -> None:
        super().__init__()
        self._records, self._details = records, details
        self._session: Session | None = None
        self._wires: list[Wire] = []
        self._by_end: dict[Endpoint, list[Wire]] = {}
        """Those that listen, by the peer's end as libtorrent writes it."""
        self._clock = Clockface()

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {lt.alerts_dropped_alert: self._on_dropped}

    def begin(self, session: Session) -> None:
        """The engine runs."""
        self._session = session

    def end(self) -> None:
        """It does no more."""
        for wire in list(self._wires):
            wire.close()
        self._session = None

    def follow(self, id: str, address: str, port: int) -> Wire:
        """Listens to a peer from now on. Raises EngineError if the torrent is gone.

        The peer need not be connected; if it is called again at this port, that is heard from the first word.
        """
        self._details.known(id)
        wire = Wire(id, address, port, self._on_changed)
        self._wires.append(wire)
        self._on_changed(wire)
        self.opened.emit(wire)
        return wire

    async def line(self, id: str, address: str, port: int) -> Line | None:
        """The connection with a peer, as it is now; None while there is none. Raises EngineError if the torrent is
        gone."""
        record = self._details.known(id)
        return await self._details.about(id, _line, address, port, record.connected)

    @property
    def listens(self) -> bool:
        """Whether somebody reads."""
        return bool(self._by_end)

    def take(self, alert: lt.peer_log_alert) -> None:
        """A line of the log of a connection."""
        # Ten for each block that any torrent gets. To read it takes 0.2 µs, and seven of ten are no messages; to ask
        # who it is about takes 0.3.
        said = safe(alert.log_message)
        if is_chatter(said) or (found := self._by_end.get(alert.endpoint)) is None:
            return
        # Others may have the same peer.
        record, at = self._records.of(alert.handle), self._clock.seconds(alert.timestamp())
        for wire in found:
            if record is not None and wire.torrent == record.id and at >= wire.since:
                wire.reader.read(at, safe(alert.message), said)

    # -- within

    def _on_dropped(self, _alert: lt.alerts_dropped_alert) -> None:
        for wire in self._wires:
            if wire.listens:
                wire.lost()

    def _on_changed(self, wire: Wire) -> None:
        if wire.closed and wire in self._wires:
            self._wires.remove(wire)
        self._by_end.clear()
        for each in self._wires:
            record = self._records.get(each.torrent)
            if each.listens and record is not None:
                self._by_end.setdefault(_end(record, each.address, each.port), []).append(each)
        if self._session is not None:
            self._session.hear(_NAME, _LOG if self._by_end else 0)


def _end(record: Record, address: str, port: int) -> Endpoint:
    """As libtorrent writes it: with the zone of a local address."""
    ends = (end for end in record.connected if end[1] == port and peerinfo.bare(end[0]) == address)
    return next(ends, (address, port))


def _line(handle: lt.torrent_handle, address: str, port: int, connected: Mapping[Endpoint, float]) -> Line | None:
    for info in handle.get_peer_info():
        end = info.ip
        if end[1] != port or peerinfo.bare(end[0]) != address or info.flags & _CONNECTING:
            continue
        flags = info.flags
        encryption = Encryption.FULL if flags & int(lt.peer_info.rc4_encrypted) else Encryption.NONE
        if flags & int(lt.peer_info.plaintext_encrypted):
            encryption = Encryption.HANDSHAKE
        return Line(
            client=peerinfo.client_name(info.client, info.pid.to_bytes()),
            transport=Transport.UTP if flags & _UTP_SOCKET else Transport.TCP,
            encryption=encryption,
            incoming=not flags & int(lt.peer_info.outgoing_connection),
            since=connected.get(end),
        )
    return None
