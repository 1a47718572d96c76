# SPDX-License-Identifier: GPL-3.0-or-later
"""Each step of one torrent, while somebody reads its log: names, announces, handshakes, chokes, pieces."""

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import libtorrent as lt
from PySide6.QtCore import QObject, Signal

from starling import formats, partingwords
from starling.engine import partings
from starling.engine.clockface import Clockface
from starling.engine.discretion import without_secrets
from starling.engine.greetings import READY, Endpoint, Greeting, Greetings
from starling.engine.lookups import Lookups
from starling.engine.peerinfo import bare
from starling.engine.record import Record, Records
from starling.engine.session import Session
from starling.engine.text import safe
from starling.i18n import Counted, translate
from starling.logbook import Area, Happening, Level
from starling.spelling import shown

_NAME = "steps"
_CATEGORIES = (
    lt.alert.category_t.peer_log_notification
    | lt.alert.category_t.torrent_log_notification
    | lt.alert.category_t.piece_progress_notification
)
_PIECES = 500
"""Pieces of which it is noted who gives them."""
_GIVERS = 3
"""Peers that are named of a piece."""
_ASKED = 20_000
"""Announces that are under way."""
_EVENTS = {lt.event_t.started: "started", lt.event_t.completed: "completed", lt.event_t.stopped: "stopped"}
_ASSUMED = "artificial incoming INTERESTED"


class Steps(QObject):
    """What would flood the log if it were written of every torrent, all the time."""

    happened = Signal(object)
    """A `Happening` that is `fleeting`."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._session: Session | None = None
        self._id = ""
        self.since = 0.0
        """When somebody began to read; 0 while nobody does."""
        self._clock = Clockface()
        self._asked: OrderedDict[tuple[str, str, str], float] = OrderedDict()
        """When each announce left, of all torrents."""
        self._assumed: Endpoint | None = None
        """Whose next word of interest is libtorrent's own: it asked for a block, and had not said so."""
        self._begin_anew()

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.torrent_log_alert: self._on_torrent,
            lt.piece_finished_alert: self._on_piece,
            lt.hash_failed_alert: self._on_hash_failed,
            lt.peer_disconnected_alert: self._on_gone,
            lt.peer_snubbed_alert: self._on_snubbed,
            lt.peer_unsnubbed_alert: self._on_unsnubbed,
            lt.tracker_announce_alert: self._on_announce,
            lt.dht_reply_alert: self._on_dht,
        }

    def begin(self, session: Session) -> None:
        """The engine runs."""
        self._session = session
        self._hear()

    def end(self) -> None:
        """It does no more."""
        self._session = None

    def watch(self, id: str) -> None:
        """The steps of this torrent are told from now on; of none if it is empty."""
        if id == self._id:
            return
        self._id, self.since = id, time.time() if id else 0.0
        self._begin_anew()
        self._hear()
        if record := self._records.get(id):
            text = translate(
                "Log",
                "From here on every step is told while its log is open. Names that are looked up are those of UDP "
                "trackers and web seeds: of others libtorrent does not tell.",
            )
            self._tell(record, Area.TORRENTS, text)

    @property
    def watched(self) -> str:
        """Id of the torrent whose steps are told, empty for none."""
        return self._id

    def latency(self, alert: Any) -> float | None:
        """Seconds since a tracker was asked for what it answers now, however it does."""
        record = self._records.of(alert.handle)
        asked = self._asked.pop(_key(record, alert), None) if record is not None else None
        return None if asked is None else max(0.0, self._clock.seconds(alert.timestamp()) - asked)

    def failed(self, record: Record, url: str, reason: str, latency: float | None) -> None:
        """A tracker did not answer as it should, once more: told to nobody else."""
        self._lookups.failed(urlsplit(url).hostname or "")
        if record.id == self._id:
            text = translate("Log", "{tracker} failed again. {reason}.")
            if latency is not None:
                text = translate("Log", "{tracker} failed again, after {time}. {reason}.")
            text = text.format(tracker=without_secrets(url), time=milliseconds(latency or 0.0), reason=reason)
            self._tell(record, Area.TRACKERS, text)

    # -- trackers and names

    def _on_announce(self, alert: lt.tracker_announce_alert) -> None:
        if (record := self._records.of(alert.handle)) is None:
            return
        at = self._clock.seconds(alert.timestamp())
        self._asked[_key(record, alert)] = at
        if len(self._asked) > _ASKED:
            self._asked.popitem(last=False)
        if record.id == self._id:
            event = _EVENTS.get(alert.event, "")
            text = translate("Log", "{tracker} is asked for peers, from {address}.")
            if event:
                text = translate("Log", "{tracker} is asked for peers, from {address}: “{event}”.")
            tracker = without_secrets(safe(alert.tracker_url))
            text = text.format(tracker=tracker, address=written(alert.local_endpoint), event=event)
            self._tell(record, Area.TRACKERS, text, at)

    def _on_dht(self, alert: lt.dht_reply_alert) -> None:
        if (record := self._watched(alert)) is not None and alert.num_peers:
            text = StepWords.tr("The DHT gave %n peers.", "", alert.num_peers)
            self._tell(record, Area.TRACKERS, text, self._clock.seconds(alert.timestamp()))

    def _on_torrent(self, alert: lt.torrent_log_alert) -> None:
        if (record := self._watched(alert)) is not None and (text := self._lookups.read(safe(alert.log_message))):
            self._tell(record, Area.TRACKERS, text, self._clock.seconds(alert.timestamp()))

    # -- peers

    def take(self, alert: lt.peer_log_alert) -> None:
        """A line of the log of a connection."""
        # Ten for each block that any torrent gets: what is looked at first is what costs least.
        try:
            said = alert.log_message()
        except UnicodeDecodeError:
            said = safe(alert.log_message)
        if not said:
            self._on_bare(alert)
        elif said.startswith("piece: "):
            # What came. Requests say "dqs", the others nothing of the kind.
            if " qs: " in said and self._watched(alert) is not None:
                self._note_giver(int(said[7 : said.index(" ", 7)]), alert.endpoint)
        elif said == READY:
            if (record := self._watched(alert)) is not None:
                end = alert.endpoint
                self._greeted(record, end, self._greetings.finish(end), self._clock.seconds(alert.timestamp()))
        elif said.startswith(_ASSUMED):
            self._assumed = alert.endpoint
        elif said.startswith(_GREETINGS):
            record = self._records.of(alert.handle)
            # Who calls us does not say at once for which torrent.
            if record is None or record.id == self._id:
                self._greetings.hear(alert.endpoint, said)

    def _on_bare(self, alert: lt.peer_log_alert) -> None:
        """Messages that are their name alone."""
        if (record := self._watched(alert)) is None:
            return
        arrow, _, event = safe(alert.message).removesuffix(" [  ]").rpartition(" ")
        ours = arrow.endswith("==>")
        if not ours and event == "INTERESTED" and self._assumed == alert.endpoint:
            self._assumed = None
            return
        if (ours or arrow.endswith("<==")) and (words := _words(event, ours=ours)):
            peer = written(alert.endpoint)
            self._tell(record, Area.PEERS, words.format(peer=peer), self._clock.seconds(alert.timestamp()), peer)

    def _greeted(self, record: Record, end: Endpoint, greeting: Greeting, at: float) -> None:
        peer = written(end)
        text = translate("Log", "{peer} and we have shaken hands: {what}.")
        # Of one that was seen from its beginning.
        neither = translate("Log", "not encrypted") if greeting.transport else ""
        how = {
            "rc4": translate("Log", "encrypted (RC4)"),
            "plaintext": translate("Log", "only the handshake encrypted"),
        }.get(greeting.encryption, neither)
        transport = {"uTP": "µTP"}.get(greeting.transport, greeting.transport)
        what = ", ".join(filter(None, (greeting.client, transport, how)))
        self._tell(record, Area.PEERS, text.format(peer=peer, what=what), at, peer)

    def _on_gone(self, alert: lt.peer_disconnected_alert) -> None:
        if (record := self._watched(alert)) is not None:
            peer, error = written(alert.endpoint), alert.error
            self._greetings.finish(alert.endpoint)
            parting = partings.of(
                error.category().name(), error.value(), int(alert.op), safe(error.message), int(alert.reason)
            )
            text = translate("Log", "The connection with {peer} is over. {reason}")
            self._tell_of_peer(alert, record, text.format(peer=peer, reason=partingwords.sentence(parting)))

    def _on_snubbed(self, alert: lt.peer_snubbed_alert) -> None:
        if (record := self._watched(alert)) is not None:
            text = translate("Log", "{peer} snubs us: it lets us ask, and has long sent nothing.")
            self._tell_of_peer(alert, record, text.format(peer=written(alert.endpoint)))

    def _on_unsnubbed(self, alert: lt.peer_unsnubbed_alert) -> None:
        if (record := self._watched(alert)) is not None:
            text = translate("Log", "{peer} sends again what it is asked for.")
            self._tell_of_peer(alert, record, text.format(peer=written(alert.endpoint)))

    # -- pieces

    def _note_giver(self, piece: int, end: Endpoint) -> None:
        givers = self._givers.get(piece)
        if givers is None:
            if len(self._givers) >= _PIECES:
                self._givers.popitem(last=False)
            givers = self._givers[piece] = Counter()
        givers[end] += 1

    def _on_piece(self, alert: lt.piece_finished_alert) -> None:
        if (record := self._watched(alert)) is None:
            return
        piece = alert.piece_index
        givers = self._givers.pop(piece, None)
        text = translate("Log", "Piece {number} is complete.")
        if givers:
            named = ", ".join(f"{written(end)} ({blocks})" for end, blocks in givers.most_common(_GIVERS))
            text = translate("Log", "Piece {number} is complete; blocks from {peers}.")
            if len(givers) > _GIVERS:
                text = translate("Log", "Piece {number} is complete; blocks from {peers} and others.")
            text = text.format(number=piece, peers=named)
        peers = " ".join(map(written, givers or ()))
        self._tell(record, Area.PEERS, text.format(number=piece), self._clock.seconds(alert.timestamp()), peers)

    def _on_hash_failed(self, alert: lt.hash_failed_alert) -> None:
        """That is for everybody's log; who gave it is not."""
        if (record := self._watched(alert)) is None or not (givers := self._givers.pop(alert.piece_index, None)):
            return
        named = ", ".join(f"{written(end)} ({blocks})" for end, blocks in givers.most_common())
        text = translate("Log", "The blocks of piece {number}, which was wrong, came from {peers}.")
        text = text.format(number=alert.piece_index, peers=named)
        peers = " ".join(map(written, givers))
        self._tell(record, Area.PEERS, text, self._clock.seconds(alert.timestamp()), peers)

    # -- within

    def _watched(self, alert: Any) -> Record | None:
        if not self._id:
            return None
        record = self._records.of(alert.handle)
        return record if record is not None and record.id == self._id else None

    def _begin_anew(self) -> None:
        self._greetings, self._lookups = Greetings(), Lookups()
        self._givers: OrderedDict[int, Counter[Endpoint]] = OrderedDict()
        self._assumed = None

    def _hear(self) -> None:
        if self._session is not None:
            self._session.hear(_NAME, int(_CATEGORIES) if self._id else 0)

    def _tell_of_peer(self, alert: Any, record: Record, text: str) -> None:
        self._tell(record, Area.PEERS, text, self._clock.seconds(alert.timestamp()), written(alert.endpoint))

    def _tell(self, record: Record, area: Area, text: str, at: float | None = None, peer: str = "") -> None:
        said = Happening(Level.DEBUG, area, shown(text), record.id, record.name, peer=peer, at=at, fleeting=True)
        self.happened.emit(said)


class StepWords(Counted):
    """What it counts."""


_GREETINGS = ("ep: ", "received peer_id: ", "crypto select", " crypto select")


def milliseconds(seconds: float) -> str:
    """A short time, 12 ms."""
    return translate("Log", "{count} ms").format(count=formats.count(round(seconds * 1000)))


def _key(record: Record | None, alert: Any) -> tuple[str, str, str]:
    address, port = alert.local_endpoint
    return record.id if record is not None else "", safe(alert.tracker_url), f"{address} {port} {alert.version}"


def written(end: Endpoint) -> str:
    """Address and port of a peer, as one writes them."""
    address = bare(end[0])
    return f"[{address}]:{end[1]}" if ":" in address else f"{address}:{end[1]}"


def _words(event: str, *, ours: bool) -> str:
    """The sentence for a message that is its name alone; empty for others."""
    if ours:
        said = {
            "CHOKE": translate("Log", "We choke {peer}: it gets nothing for now."),
            "UNCHOKE": translate("Log", "We unchoke {peer}: it may ask for blocks."),
            "INTERESTED": translate("Log", "We are interested in pieces of {peer}."),
            "NOT_INTERESTED": translate("Log", "We want nothing of {peer} any more."),
        }
    else:
        said = {
            "CHOKE": translate("Log", "{peer} chokes us: it gives nothing for now."),
            "UNCHOKE": translate("Log", "{peer} unchokes us: we may ask for blocks."),
            "INTERESTED": translate("Log", "{peer} is interested in our pieces."),
            "NOT_INTERESTED": translate("Log", "{peer} wants nothing of us any more."),
        }
    return said.get(event, "")
