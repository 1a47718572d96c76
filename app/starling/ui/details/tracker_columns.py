# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the trackers table."""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from starling import formats
from starling.i18n import translate
from starling.spelling import shown
from starling.tracker import Tracker, TrackerState
from starling.ui.cells import two_tone
from starling.ui.column import Align, Column, Icon, natural
from starling.ui.theme import Token

_STANDARD_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


class Place(NamedTuple):
    """Where a tracker stands: its host, and what else its URL says."""

    host: str
    rest: str


@lru_cache(maxsize=1024)
def place(url: str) -> Place:
    """Host, scheme, port where it is unusual, last part of the path: a passkey in the path is nobody's business."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Place(shown(url), "")
    words = [parts.scheme]
    if port and port != _STANDARD_PORTS.get(parts.scheme):
        words.append(translate("Trackers", "port {port}").format(port=port))
    if parts.scheme != "udp" and (last := parts.path.rstrip("/").rpartition("/")[2]):
        words.append(last)
    return Place(shown(host or url), shown(", ".join(words)))


def name_of(tracker: Tracker) -> str:
    """A tracker's host, or the source's name."""
    names = {
        "DHT": translate("Trackers", "DHT"),
        "PEX": translate("Trackers", "Peer exchange"),
        "LSD": translate("Trackers", "Local network"),
    }
    return names.get(tracker.url, tracker.url) if tracker.tier is None else place(tracker.url).host


def status_words(tracker: Tracker) -> str:
    """The state in a word or two."""
    match tracker.state:
        case TrackerState.WORKING if tracker.tier is None:
            return translate("Trackers", "On")
        case TrackerState.WORKING if tracker.message:
            return translate("Trackers", "Works, with a warning")
        case TrackerState.WORKING:
            return translate("Trackers", "Working")
        case TrackerState.FAILED:
            return translate("Trackers", "Failing")
        case TrackerState.ASKING:
            return translate("Trackers", "Asking…")
        case TrackerState.OFF:
            return translate("Trackers", "Off")
        case TrackerState.NOT_ASKED:
            return translate("Trackers", "Not asked")


def columns() -> list[Column[Tracker]]:
    """All of them."""
    return [
        Column(
            key="tier",
            title=translate("Trackers", "Tier"),
            value=lambda tracker: tracker.tier,
            text=lambda tracker: "" if tracker.tier is None else str(tracker.tier + 1),
            width=44,
            align=Align.CENTRE,
            help=translate("Trackers", "Trackers of a higher tier are asked when those before them do not answer."),
        ),
        Column(
            key="tracker",
            title=translate("Trackers", "Tracker"),
            value=lambda tracker: natural(name_of(tracker)),
            text=name_of,
            width=270,
            tooltip=lambda tracker: shown(tracker.url) if tracker.tier is not None else "",
            paint=two_tone(name_of, lambda tracker: place(tracker.url).rest if tracker.tier is not None else ""),
            extra=110,
        ),
        Column(
            key="status",
            title=translate("Trackers", "Status"),
            value=lambda tracker: list(TrackerState).index(tracker.state),
            text=status_words,
            width=168,
            icon=_icon,
            colour=_status_colour,
            tooltip=lambda tracker: tracker.message or status_words(tracker),
        ),
        _number("peers", translate("Trackers", "Peers got"), 78, lambda tracker: tracker.peers, spare=False),
        _number("seeds", translate("Trackers", "Seeds"), 62, lambda tracker: tracker.seeds),
        _number("leechers", translate("Trackers", "Leechers"), 74, lambda tracker: tracker.leeches),
        _number("downloads", translate("Trackers", "Downloads"), 86, lambda tracker: tracker.downloads),
        Column(
            key="asked",
            title=translate("Trackers", "Last asked"),
            value=lambda tracker: tracker.last_announce,
            text=lambda tracker: formats.age(tracker.last_announce),
            width=96,
            align=Align.RIGHT,
            tooltip=lambda tracker: formats.moment(tracker.last_announce),
        ),
        Column(
            key="again",
            title=translate("Trackers", "Asks again in"),
            value=lambda tracker: tracker.next_announce,
            text=_again,
            width=106,
            align=Align.RIGHT,
            falling=False,
            tooltip=lambda tracker: formats.moment(tracker.next_announce),
        ),
        Column(
            key="message",
            title=translate("Trackers", "Message"),
            value=lambda tracker: tracker.message,
            text=lambda tracker: tracker.message,
            width=220,
            stretch=True,
            colour=lambda tracker: Token.ERR if tracker.state is TrackerState.FAILED else Token.MUTED,
        ),
    ]


def _number(
    key: str, title: str, width: int, value: Callable[[Tracker], int | None], *, spare: bool = True
) -> Column[Tracker]:
    def text(tracker: Tracker) -> str:
        number = value(tracker)
        return "" if number is None else formats.count(number)

    return Column(key=key, title=title, value=value, text=text, width=width, align=Align.RIGHT, spare=spare)


_LOOKS = {
    TrackerState.WORKING: ("finished", Token.OK),
    TrackerState.FAILED: ("error", Token.ERR),
    TrackerState.ASKING: ("reannounce", Token.TEXT),
    TrackerState.NOT_ASKED: ("paused", Token.MUTED),
    TrackerState.OFF: ("close", Token.MUTED),
}


def _icon(tracker: Tracker) -> Icon:
    if tracker.state is TrackerState.WORKING and tracker.message:
        return Icon("warning", Token.WARN)
    return Icon(*_LOOKS[tracker.state])


def _status_colour(tracker: Tracker) -> Token:
    # A tick is green enough; its word reads as any text.
    return Token.TEXT if tracker.state is TrackerState.WORKING else _LOOKS[tracker.state][1]


def _again(tracker: Tracker) -> str:
    if tracker.next_announce is None:
        return ""
    left = tracker.next_announce - time.time()
    return formats.duration(left, coarse=True) if left >= 1 else translate("Trackers", "now")
