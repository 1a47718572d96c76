# SPDX-License-Identifier: GPL-3.0-or-later
"""What of libtorrent's alerts is worth a line in the log; whatever comes by the hundred is counted or said once."""

import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import libtorrent as lt
from PySide6.QtCore import QObject, QTimer, Signal

from starling.engine import suffix, trackerwords
from starling.engine.discretion import without_secrets
from starling.engine.record import Record, Records
from starling.engine.steps import Steps, milliseconds, written
from starling.engine.text import safe
from starling.engine.trackerwords import Failure, Why
from starling.i18n import Counted, translate
from starling.logbook import Area, Happening, Level
from starling.spelling import shown

_AGAIN = 3600.0
"""Seconds after which the same is said again."""
_REMEMBERED = 2000
_GATHERED_MS = 60_000
"""Peers that are refused are counted so long."""
_RENAMED_MS = 100
"""After the last of several files with new names: of a folder of thousands one sentence is said."""

_KINDS = {
    lt.socket_type_t.tcp: "TCP",
    lt.socket_type_t.tcp_ssl: "TLS",
    lt.socket_type_t.utp: "µTP",
    lt.socket_type_t.utp_ssl: "µTP, TLS",
}
_warnings = lt.performance_warning_t


class ChronicleWords(Counted):
    """What the log counts."""


class Chronicle(QObject):
    """Handlers by alert type; they keep no alert."""

    happened = Signal(object)
    """A `Happening`."""

    def __init__(self, records: Records, steps: Steps) -> None:
        """`steps` knows how long trackers take, and is told what is not worth telling everybody."""
        super().__init__()
        self._records, self._steps = records, steps
        self._said: dict[Hashable, float] = {}
        self._checks: set[str] = set()
        self._refused = 0
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHERED_MS)
        self._gather.timeout.connect(self.tell_refused)
        self._renamed: dict[str, list[tuple[str, str]]] = {}
        """Old and new names of files, by torrent, until they are told."""
        self._quiet = QTimer(self, singleShot=True, interval=_RENAMED_MS)
        self._quiet.timeout.connect(self._tell_renamed)

    def handlers(self) -> Mapping[type, Callable[[Any], None]]:
        """Alert type -> handler, for the pump."""
        return {
            lt.metadata_received_alert: self._on_metadata,
            lt.torrent_checked_alert: self._on_checked,
            lt.storage_moved_failed_alert: self._on_not_moved,
            lt.hash_failed_alert: self._on_hash_failed,
            lt.file_renamed_alert: self._on_renamed,
            lt.file_rename_failed_alert: self._on_not_renamed,
            lt.tracker_error_alert: self._on_tracker_error,
            lt.tracker_warning_alert: self._on_tracker_warning,
            lt.tracker_reply_alert: self._on_tracker_reply,
            lt.url_seed_alert: self._on_web_seed,
            lt.performance_alert: self._on_performance,
            lt.peer_ban_alert: self._on_ban,
            lt.peer_blocked_alert: self._on_refused,
            lt.listen_succeeded_alert: self._on_listening,
            lt.listen_failed_alert: self._on_not_listening,
            lt.portmap_alert: self._on_mapped,
            lt.portmap_error_alert: self._on_not_mapped,
            lt.external_ip_alert: self._on_external,
            lt.socks5_alert: self._on_proxy,
            lt.dht_bootstrap_alert: self._on_dht,
        }

    def added(self, record: Record) -> None:
        """A torrent is new in the list."""
        text = translate("Log", "Added, to be saved in {path}.").format(path=record.save_path)
        self._tell(Level.INFO, Area.TORRENTS, text, record)

    def finished(self, id: str) -> None:
        """All that was wanted of it has been downloaded."""
        if record := self._records.get(id):
            self._tell(Level.INFO, Area.TORRENTS, translate("Log", "The download is finished."), record)

    def checks(self, ids: Iterable[str]) -> None:
        """Somebody wants their data checked: it is told when that is done."""
        self._checks.update(ids)

    def forget(self, ids: Iterable[str]) -> None:
        """These are gone."""
        self._checks.difference_update(ids)

    def tell_refused(self) -> None:
        """Says how many peers were refused since the last time."""
        self._gather.stop()
        refused, self._refused = self._refused, 0
        if refused:
            text = ChronicleWords.tr("%n connections with peers were refused by a filter or a limit.", "", refused)
            self._tell(Level.INFO, Area.PEERS, text)

    # -- torrents

    def _on_metadata(self, alert: lt.metadata_received_alert) -> None:
        if record := self._visible(alert):
            self._tell(Level.INFO, Area.TORRENTS, translate("Log", "Its details have come from peers."), record)

    def _on_checked(self, alert: lt.torrent_checked_alert) -> None:
        # Every torrent is checked at every start.
        if self._checks and (record := self._visible(alert)) and record.id in self._checks:
            self._checks.discard(record.id)
            self._tell(Level.INFO, Area.TORRENTS, translate("Log", "Its data have been checked."), record)

    def _on_not_moved(self, alert: lt.storage_moved_failed_alert) -> None:
        if record := self._visible(alert):
            text = translate("Log", "Its data could not be moved: {reason}")
            # Everybody is told by a notice.
            self._tell(Level.WARNING, Area.DISK, text.format(reason=safe(alert.error.message)), record, own=True)

    def _on_hash_failed(self, alert: lt.hash_failed_alert) -> None:
        if record := self._visible(alert):
            text = translate("Log", "Piece {number} was wrong, and is downloaded again.")
            self._tell(Level.WARNING, Area.PEERS, text.format(number=alert.piece_index), record)

    def _on_renamed(self, alert: lt.file_renamed_alert) -> None:
        record = self._visible(alert)
        old, new = (suffix.plain(safe(name)) for name in (alert.old_name, alert.new_name))
        # Unfinished files may have an ending of their own, which comes and goes by itself.
        if record is not None and old != new:
            self._renamed.setdefault(record.id, []).append((old, new))
            self._quiet.start()

    def _on_not_renamed(self, alert: lt.file_rename_failed_alert) -> None:
        if record := self._visible(alert):
            text = translate("Log", "A file could not be renamed: {reason}").format(reason=safe(alert.error.message))
            self._tell(Level.WARNING, Area.DISK, text, record, own=True)

    def _tell_renamed(self) -> None:
        renamed, self._renamed = self._renamed, {}
        for id, names in renamed.items():
            text = ChronicleWords.tr("%n files have other names.", "", len(names))
            if len(names) == 1:
                text = translate("Log", "“{old}” is called “{new}” now.").format(old=names[0][0], new=names[0][1])
            if record := self._records.get(id):
                self._tell(Level.INFO, Area.DISK, text, record, own=True)

    # -- trackers and web seeds

    def _on_tracker_error(self, alert: lt.tracker_error_alert) -> None:
        latency = self._steps.latency(alert)
        if (record := self._visible(alert)) is None:
            return
        url = safe(alert.tracker_url)
        failure = _failure(alert.error, safe(alert.failure_reason))
        reason = _told(failure, url)
        # Those that never answer would fill the log: the tab of the trackers tells of the others. And a hybrid torrent
        # asks it twice, both times from each of our addresses.
        if alert.times_in_row > 1 or not self._is_news(record.id, url, reason):
            self._steps.failed(record, url, reason, latency)
        else:
            text = translate("Log", "{tracker} failed. {reason}.").format(tracker=without_secrets(url), reason=reason)
            # Of one with IPv4 only that is the word of every IPv6 socket: the others may well get through.
            level = Level.DEBUG if failure.why is Why.NO_ADDRESS else Level.WARNING
            self._tell(level, Area.TRACKERS, text, record)

    def _on_tracker_warning(self, alert: lt.tracker_warning_alert) -> None:
        record, url = self._visible(alert), safe(alert.tracker_url)
        if record and self._is_news(record.id, "warning", url):
            text = translate("Log", "{tracker} warns: {message}")
            # Before it libtorrent says again which torrent and which tracker it is about.
            message = safe(alert.message).rpartition(" warning: ")[2]
            text = text.format(tracker=without_secrets(url), message=without_secrets(message, url))
            self._tell(Level.WARNING, Area.TRACKERS, text, record)

    def _on_tracker_reply(self, alert: lt.tracker_reply_alert) -> None:
        latency = self._steps.latency(alert)
        if record := self._visible(alert):
            text = ChronicleWords.tr("{tracker} gave %n peers.", "", alert.num_peers)
            if latency is not None:
                text = ChronicleWords.tr("{tracker} gave %n peers after {time}.", "", alert.num_peers)
            tracker = without_secrets(safe(alert.tracker_url))
            self._tell(
                Level.DEBUG, Area.TRACKERS, text.format(tracker=tracker, time=milliseconds(latency or 0.0)), record
            )

    def _on_web_seed(self, alert: lt.url_seed_alert) -> None:
        record, url = self._visible(alert), safe(alert.server_url)
        if record and self._is_news(record.id, "web seed", url):
            # The server's own answer is the status and its phrase.
            answered = Failure(Why.HTTP, safe(alert.error_message))
            failure = _failure(alert.error) if alert.error.value() else answered
            reason = _told(failure, url)
            text = translate("Log", "The web seed {url} failed. {reason}.")
            text = text.format(url=without_secrets(url), reason=reason)
            self._tell(Level.WARNING, Area.PEERS, text, record)

    # -- peers and the session

    def _on_performance(self, alert: lt.performance_alert) -> None:
        record = self._visible(alert)
        # Uploads or downloads of any torrent: said of one, it holds for all.
        if self._is_news("performance", alert.warning_code):
            self._tell(Level.WARNING, Area.SESSION, _slow(alert.warning_code), record)

    def _on_ban(self, alert: lt.peer_ban_alert) -> None:
        text = translate("Log", "{address} was banned: it sent wrong data.").format(address=alert.endpoint[0])
        self._tell(Level.WARNING, Area.PEERS, text, self._visible(alert), peer=written(alert.endpoint))

    def _on_refused(self, _alert: lt.peer_blocked_alert) -> None:
        self._refused += 1
        if not self._gather.isActive():
            self._gather.start()

    def _on_listening(self, alert: lt.listen_succeeded_alert) -> None:
        if kind := _KINDS.get(alert.socket_type):
            text = translate("Log", "Listening at {address}, port {port} ({kind}).")
            text = text.format(address=alert.address, port=alert.port, kind=kind)
            self._tell(Level.INFO, Area.NETWORK, text)

    def _on_not_listening(self, alert: lt.listen_failed_alert) -> None:
        text = translate("Log", "Can't listen at {address}, port {port}: {reason}")
        text = text.format(address=safe(alert.listen_interface), port=alert.port, reason=safe(alert.error.message))
        self._tell(Level.ERROR, Area.NETWORK, text)

    def _on_mapped(self, alert: lt.portmap_alert) -> None:
        text = translate("Log", "The router lets port {port} through ({how}).")
        self._tell(Level.INFO, Area.NETWORK, text.format(port=alert.external_port, how=_asked(alert)))

    def _on_not_mapped(self, alert: lt.portmap_error_alert) -> None:
        reason = safe(alert.error.message)
        if self._is_news("router", _asked(alert), reason):
            text = translate("Log", "The router was asked for the port in vain ({how}): {reason}")
            self._tell(Level.WARNING, Area.NETWORK, text.format(how=_asked(alert), reason=reason))

    def _on_external(self, alert: lt.external_ip_alert) -> None:
        address = str(alert.external_address)
        if self._is_news("address", address):
            text = translate("Log", "Others see us at {address}.").format(address=address)
            self._tell(Level.INFO, Area.NETWORK, text)

    def _on_proxy(self, alert: lt.socks5_alert) -> None:
        reason = safe(alert.error.message)
        if alert.error.value() and self._is_news("proxy", reason):
            text = translate("Log", "The proxy failed: {reason}").format(reason=reason)
            self._tell(Level.WARNING, Area.NETWORK, text)

    def _on_dht(self, _alert: lt.dht_bootstrap_alert) -> None:
        self._tell(Level.INFO, Area.NETWORK, translate("Log", "The DHT is ready."))

    # -- within

    def _visible(self, alert: Any) -> Record | None:
        record = self._records.of(alert.handle)
        return None if record is None or record.hidden else record

    def _is_news(self, *what: Hashable) -> bool:
        """Whether this was not said within the hour."""
        now = time.monotonic()
        if now - self._said.get(what, -_AGAIN) < _AGAIN:
            return False
        self._said.pop(what, None)
        self._said[what] = now
        if len(self._said) > _REMEMBERED:
            del self._said[next(iter(self._said))]
        return True

    def _tell(
        self, level: Level, area: Area, text: str, record: Record | None = None, *, own: bool = False, peer: str = ""
    ) -> None:
        id, name = (record.id, record.name) if record is not None else ("", "")
        self.happened.emit(Happening(level, area, shown(text), id, name, own=own, peer=peer))


def _failure(error: lt.error_code, own: str = "") -> Failure:
    """Why a server failed; `own` are its own words."""
    return trackerwords.failure(error.category().name(), error.value(), safe(error.message), own)


def _told(failure: Failure, url: str) -> str:
    """Its sentence. A stranger's words are shortened in it, which may cut through a key."""
    failure = replace(failure, text=without_secrets(failure.text, url))
    return without_secrets(trackerwords.sentence(failure), url)


def _asked(alert: Any) -> str:
    return "UPnP" if alert.map_transport == lt.portmap_transport.upnp else "NAT-PMP"


def _slow(code: lt.performance_warning_t) -> str:
    said = {
        _warnings.outstanding_disk_buffer_limit_reached: translate(
            "Log", "The disk takes data more slowly than peers send them: downloads are held back."
        ),
        _warnings.outstanding_request_limit_reached: translate(
            "Log", "As many blocks as are allowed have been asked of a peer: it could send faster."
        ),
        _warnings.upload_limit_too_low: translate(
            "Log", "The upload limit is so low that it holds back downloads: nothing is left to ask with."
        ),
        _warnings.download_limit_too_low: translate(
            "Log", "The download limit is so low that it holds back uploads: peers' wishes come late."
        ),
        _warnings.send_buffer_watermark_too_low: translate(
            "Log", "The send buffer is too small for the rate at which a peer takes data."
        ),
        _warnings.too_many_optimistic_unchoke_slots: translate(
            "Log", "More upload slots than necessary are given to peers on trial."
        ),
        _warnings.too_high_disk_queue_limit: translate("Log", "The disk's queue is too long for the disk cache."),
        _warnings.too_few_outgoing_ports: translate("Log", "There are too few ports for outgoing connections."),
        _warnings.too_few_file_descriptors: translate(
            "Log", "The system lets the program open too few files: fewer connections are made."
        ),
    }
    return said.get(code, str(code))
