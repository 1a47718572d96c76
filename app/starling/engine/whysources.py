# SPDX-License-Identifier: GPL-3.0-or-later
"""Our book of a torrent's trackers and web seeds -> what the causes see of them; libtorrent is not asked."""

import re
from ipaddress import ip_address

from starling.engine.trackerbook import TrackerBook, host_of, is_websocket
from starling.engine.trackerwords import Failure, sentence
from starling.tracker import Cause, TrackerState
from starling.why.situation import Sources

_UNREACHED = (Cause.NAME, Cause.UNREACHABLE)
_OF_TORRENT = re.compile(r"\btorrents?\b|info.?hash|unregistered|not registered|requested download", re.IGNORECASE)
"""In the words of a tracker: that it is about this torrent, and not about us or how often we ask."""


def sources(book: TrackerBook, *, dht: bool, dht_asked: bool, websockets: bool) -> Sources:
    """`dht` says whether it may be used for this torrent, `dht_asked` whether it has had the time to answer."""
    trackers = working = failing = 0
    failure: tuple[str, Failure] | None = None
    refusal: tuple[str, Failure] | None = None
    failing_since = answered = None
    outside, unreachable = False, True
    for url, note in book.notes.items():
        if url not in book.tiers or (not websockets and is_websocket(url)):
            continue
        trackers += 1
        state, facts = note.outcome, note.facts
        if state is TrackerState.WORKING:
            working += 1
            unreachable = False
            answered = max(answered or 0.0, facts.last_announce or 0.0) or None
            outside = outside or is_outside(host_of(url))
        elif state is TrackerState.FAILED and (found := facts.failure) is not None:
            failing += 1
            unreachable = unreachable and found.cause in _UNREACHED
            failure = failure or (url, found)
            if found.cause is Cause.TRACKER and _OF_TORRENT.search(found.text):
                refusal = refusal or (url, found)
            if facts.failing_since is not None:
                failing_since = min(failing_since or facts.failing_since, facts.failing_since)
    stumble = next(reversed(book.stumbles.items()), None)
    return Sources(
        trackers=trackers,
        working=working,
        failing=failing,
        host=host_of(failure[0]) if failure else book.last_working,
        text=sentence(failure[1]) if failure else "",
        refuser=host_of(refusal[0]) if refusal else "",
        refusal=sentence(refusal[1]) if refusal else "",
        unreachable=bool(failing) and unreachable,
        failing_since=failing_since,
        answered=answered,
        dht=dht,
        dht_asked=dht_asked,
        outside=outside,
        web_host=host_of(stumble[0]) if stumble else "",
        web_text=sentence(stumble[1][1]) if stumble else "",
    )


def reached(book: TrackerBook) -> bool | None:
    """Whether the tracker that was asked last could be reached; None where none was, or it is not known."""
    asked = [note for note in book.notes.values() if note.facts.last_announce is not None and note.lines]
    note = max(asked, key=lambda note: note.facts.last_announce or 0.0, default=None)
    if note is None:
        return None
    if note.outcome is TrackerState.WORKING:
        return True
    failure = note.facts.failure
    return failure.cause not in _UNREACHED if note.outcome is TrackerState.FAILED and failure is not None else None


def is_outside(host: str) -> bool:
    """Whether a tracker is beyond our own network; one that has a name is taken to be."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return bool(host) and host != "localhost" and not host.endswith(".local")
