# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the search for a magnet link's metadata while somebody looks at it."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import libtorrent as lt

from starling.engine.network import Network
from starling.engine.peers import Peers
from starling.engine.questions import Questions
from starling.engine.record import Record, Records
from starling.magnetsearch import DhtSearch, MagnetSearch, Messages
from starling.peer import Peer, Source
from starling.tracker import Kind, Tracker, TrackerState

if TYPE_CHECKING:
    from starling.engine.running import Running

_WHO = "magnets"
_DHT = int(lt.alert.category_t.dht_notification)
_STAYS = 4.0
"""Seconds without a question after which nobody looks any more."""
_SOURCES = (Source.INCOMING, Source.TRACKER, Source.DHT, Source.PEX, Source.LSD, Source.RESUME)
"""The first that holds is how a peer is said to be found."""


class MagnetWatch:
    """Part of a session that runs: the DHT tells whom it asks only while somebody looks. A search asks 20 nodes."""

    def __init__(self, network: Network, records: Records) -> None:
        self._network, self._records = network, records
        self._record: Record | None = None
        self._until = 0.0
        self._asked: set[tuple[str, int]] = set()
        self._answers = self._peers = 0
        self._first: Messages | None = None
        self._last = Messages()
        self.nodes = 0

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {lt.dht_outgoing_get_peers_alert: self._on_asked, lt.dht_reply_alert: self._on_answer}

    def watch(self, record: Record) -> None:
        """Somebody looks at this one, and does for some seconds."""
        self._until = time.monotonic() + _STAYS
        if record is not self._record:
            self._forget(record)
            self._network.session.hear(_WHO, _DHT)

    def take_stats(self, values: Mapping[str, int]) -> None:
        """The session's counters came."""
        self.nodes = values["dht.dht_nodes"]
        self._last = Messages(values["ses.num_outgoing_metadata"], values["ses.num_incoming_metadata"])
        if self._record is not None:
            self._first = self._first or self._last
            if time.monotonic() > self._until:
                self._forget(None)
                self._network.session.hear(_WHO, 0)

    def dht(self) -> DhtSearch:
        """What was heard of the one that is looked at."""
        return DhtSearch(self.nodes, len(self._asked), self._answers, self._peers)

    def messages(self) -> Messages:
        """Likewise, of all torrents."""
        first = self._first or self._last
        return Messages(self._last.sent - first.sent, self._last.came - first.came)

    def _forget(self, record: Record | None) -> None:
        self._record, self._first = record, None
        self._asked.clear()
        self._answers = self._peers = 0

    def _on_asked(self, alert: lt.dht_outgoing_get_peers_alert) -> None:
        record = self._record
        # The DHT knows no more of a v2 hash than its first 20 bytes.
        if record is not None and str(alert.info_hash) in (record.hash_v1, record.hash_v2[:40]):
            host, port = alert.endpoint
            self._asked.add((str(host), int(port)))

    def _on_answer(self, alert: lt.dht_reply_alert) -> None:
        if self._record is not None and alert.handle == self._record.handle:
            self._answers += 1
            self._peers = max(self._peers, alert.num_peers)


class Magnets:
    """Raises EngineError if the torrent is gone."""

    def __init__(self, details: Questions, peers: Peers, running: "Callable[[], Running | None]") -> None:
        self._details, self._peers, self._running = details, peers, running

    async def search(self, id: str, trackers: Iterable[Tracker]) -> MagnetSearch | None:
        """How far it has come; None of one that has its metadata. To be asked about once a second while it is shown."""
        record, running = self._details.known(id), self._running()
        row = record.snapshot
        if row is None or running is None or row.has_metadata:
            return None
        watch = running.swarm.magnets
        watch.watch(record)
        mishaps = running.mishaps.of(record)
        connected = await self._peers.connected(id)
        sources = list(trackers)
        own = [tracker for tracker in sources if tracker.kind is Kind.TRACKER]
        by_dht = any(one.kind is Kind.DHT and one.state is not TrackerState.OFF for one in sources)
        told = [peer for peer in connected if not peer.connecting]
        return MagnetSearch(
            known=row.known_peers,
            connecting=len(connected) - len(told),
            connected=len(told),
            capable=sum(peer.extensions for peer in told),
            sources=tuple(Counter(map(_source, connected)).most_common()),
            unanswered=0 if mishaps is None else mishaps.calls().failed,
            wrong=0 if mishaps is None else mishaps.trouble().metadata_fails,
            trackers=len(own),
            trackers_working=sum(one.state is TrackerState.WORKING for one in own),
            trackers_failing=sum(one.state is TrackerState.FAILED for one in own),
            dht=watch.dht() if by_dht else None,
            messages=watch.messages(),
        )


def _source(peer: Peer) -> Source:
    found = peer.found or peer.source
    if peer.incoming:
        return Source.INCOMING
    return next((source for source in _SOURCES if source in found), Source.NONE)
