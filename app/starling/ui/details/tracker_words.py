# SPDX-License-Identifier: GPL-3.0-or-later
"""What trackers and other sources are called, and their states, causes and announces in words."""

import re
import time
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QDateTime

from starling import formats
from starling.i18n import Counted, translate
from starling.spelling import shown
from starling.tracker import Announce, Cause, Event, Kind, Tracker, TrackerState
from starling.ui.details.tracker_rows import TrackerRow

_STANDARD_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_KEY = re.compile(r"[0-9A-Za-z]{16}")
"""What looks like a passkey, in hex, base 32 or the like: nobody reads a word of that length in a path."""
_LEFT_OUT = "…"


class Place(NamedTuple):
    """Where a tracker stands: its host, and what else its URL says."""

    host: str
    rest: str


class Trackers(Counted):
    """Counted texts."""


@lru_cache(maxsize=1024)
def place(url: str) -> Place:
    """Host, scheme, port where it is unusual, last part of the path: a passkey in the address is nobody's business."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Place(shown(masked(url)), "")
    words = [parts.scheme]
    if port and port != _STANDARD_PORTS.get(parts.scheme):
        words.append(translate("Trackers", "port {port}").format(port=port))
    readable = [part for part in parts.path.split("/") if part and not _hides(part)]
    if parts.scheme != "udp" and readable:
        words.append(readable[-1])
    return Place(shown(host or masked(url)), shown(", ".join(words)))


def masked(url: str) -> str:
    """The address with an ellipsis for what may be a secret: user, parts of the path like keys, values of the query."""
    address, _, query = url.partition("#")[0].partition("?")
    scheme, mark, place = address.rpartition("://")
    server, *path = place.split("/")
    clear = "/".join([server.rpartition("@")[2], *(_LEFT_OUT if _hides(part) else part for part in path)])
    names = [name.partition("=")[0] if "=" in name else "" for name in query.split("&")] if query else []
    values = "&".join(f"{name}={_LEFT_OUT}" if name else _LEFT_OUT for name in names)
    return f"{scheme}{mark}{clear}?{values}" if values else f"{scheme}{mark}{clear}"


def _hides(part: str) -> bool:
    return _KEY.search(unquote(part)) is not None


def rest_of(row: TrackerRow) -> str:
    """What explains its name."""
    tracker = row.tracker
    if row.nodes is not None:
        return Trackers.tr("%n nodes", "of the DHT", row.nodes)
    if tracker.kind is Kind.WEB_SEED:
        words = [translate("Trackers", "web seed"), place(tracker.url).rest.partition(",")[0]]
        if tracker.downloaded:
            words.append(translate("Trackers", "{size} got").format(size=formats.size(tracker.downloaded)))
        return ", ".join(words)
    return place(tracker.url).rest if tracker.kind is Kind.TRACKER else ""


def protocol_of(tracker: Tracker) -> str:
    """The scheme of its URL in capitals; empty for what has none."""
    return tracker.url.partition("://")[0].upper() if "://" in tracker.url else ""


def name_of(tracker: Tracker) -> str:
    """A tracker's host, or the source's name."""
    match tracker.kind:
        case Kind.DHT:
            return translate("Trackers", "DHT")
        case Kind.PEX:
            return translate("Trackers", "Peer exchange")
        case Kind.LSD:
            return translate("Trackers", "Local network")
        case Kind.TRACKER | Kind.WEB_SEED:
            return place(tracker.url).host


def status_words(row: TrackerRow) -> str:
    """The state in a word or two."""
    tracker = row.tracker
    match tracker.state:
        case TrackerState.WORKING if tracker.kind is Kind.WEB_SEED:
            if rate := formats.rate(tracker.rate):
                return translate("Trackers", "Sends {rate}").format(rate=rate)
            return translate("Trackers", "Sends nothing now")
        case TrackerState.WORKING if tracker.kind is not Kind.TRACKER:
            return translate("Trackers", "On")
        case TrackerState.WORKING if tracker.message:
            return translate("Trackers", "Works, but warns")
        case TrackerState.WORKING:
            return translate("Trackers", "Working")
        case TrackerState.FAILED:
            return cause_words(tracker.cause)
        case TrackerState.ASKING:
            return translate("Trackers", "Asking…")
        case TrackerState.OFF:
            return translate("Trackers", "Off")
        case TrackerState.NOT_ASKED if tracker.kind is Kind.WEB_SEED:
            return translate("Trackers", "Not used yet")
        case TrackerState.NOT_ASKED:
            if row.reserve:
                return translate("Trackers", "In reserve")
            asked = tracker.last_announce is not None
            return translate("Trackers", "Not asked now") if asked else translate("Trackers", "Not asked")


def cause_words(cause: Cause) -> str:
    """Why it failed, in a word or two."""
    match cause:
        case Cause.NAME:
            return translate("Trackers", "Name not found")
        case Cause.REFUSED:
            return translate("Trackers", "Connection refused")
        case Cause.TIMED_OUT:
            return translate("Trackers", "No answer")
        case Cause.UNREACHABLE:
            return translate("Trackers", "Out of reach")
        case Cause.CLOSED:
            return translate("Trackers", "Cut off")
        case Cause.CERTIFICATE:
            return translate("Trackers", "Bad certificate")
        case Cause.REDIRECT:
            return translate("Trackers", "Moved away")
        case Cause.HTTP:
            return translate("Trackers", "Server error")
        case Cause.BAD_ANSWER:
            return translate("Trackers", "Bad answer")
        case Cause.TRACKER:
            return translate("Trackers", "Turned down")
        case Cause.BLOCKED:
            return translate("Trackers", "Blocked")
        case Cause.OTHER | Cause.NONE:
            return translate("Trackers", "Failing")


def event_words(event: Event) -> str:
    """What an announce told; a regular one nothing."""
    match event:
        case Event.NONE:
            return translate("Trackers", "regular")
        case Event.STARTED:
            return translate("Trackers", "started")
        case Event.COMPLETED:
            return translate("Trackers", "completed")
        case Event.STOPPED:
            return translate("Trackers", "stopped")


def announce_words(announce: Announce, *, both: bool) -> str:
    """Time, event, how long it took, and the peers or the failure; `both` says that there are two hashes."""
    words = [clock(announce.at), event_words(announce.event)]
    if both:
        words.append(translate("Trackers", "hash v{number}").format(number=announce.version))
    return ", ".join([*words, *outcome_words(announce)])


def outcome_words(announce: Announce) -> list[str]:
    """How long it took, and the peers or the failure."""
    words = [] if announce.latency is None else [seconds(announce.latency)]
    if announce.failed:
        words.append(announce.message.rstrip(".") or cause_words(announce.cause))
    else:
        words.append(Trackers.tr("%n peers", "", announce.peers or 0))
        if announce.message:
            words.append(quoted(announce.message))
    return words


def clock(moment: float) -> str:
    """The time of a moment today, else with its date."""
    today = QDateTime.fromSecsSinceEpoch(int(moment)).date() == QDateTime.currentDateTime().date()
    return formats.clock(moment) if today else formats.moment(moment)


def seconds(length: float) -> str:
    """A short time: 40 ms, 0.4 s, 15 s."""
    if length < 0.1:
        return translate("Trackers", "{count} ms").format(count=formats.count(max(1, round(length * 1000))))
    if length < 10:
        return translate("Trackers", "{count} s").format(count=formats.figure(round(length, 1)))
    return formats.duration(length)


def quoted(words: str) -> str:
    """A stranger's words as such; what is quoted already stays so."""
    words = words.strip()
    return words if {"“", "«"} & set(words) else translate("Trackers", "“{words}”").format(words=words)


def again(tracker: Tracker) -> str:
    """The time until it is asked again; empty where it is not known."""
    if tracker.next_announce is None or tracker.state is TrackerState.OFF:
        return ""
    left = tracker.next_announce - time.time()
    return formats.duration(left, coarse=True) if left >= 1 else translate("Trackers", "now")
