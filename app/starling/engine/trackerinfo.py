# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's trackers, sources and web seeds, with what our book says -> `Tracker`; run on the worker thread only."""

import time
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import libtorrent as lt

from starling.engine import peerinfo, webseeds
from starling.engine.trackerbook import Address, Heard
from starling.i18n import translate
from starling.peer import Source
from starling.tracker import Cause, Kind, Tracker, TrackerState

_WEB_SEED = int(lt.peer_info.web_seed)
_LATE = 5
"""Seconds for which an announce that is due is still one to come."""
_HOLDS = 60.0
"""Seconds for which what libtorrent said of a tracker is good enough, if nothing is known to have happened."""


@dataclass(frozen=True, slots=True)
class Session:
    """What the session as a whole has switched on."""

    dht: bool
    lsd: bool
    all_tiers: bool = False
    """Whether trackers are asked though one in a tier before them works."""
    all_trackers: bool = False
    """Whether they are though one in their tier does."""

    @classmethod
    def of(cls, pack: Mapping[str, object]) -> "Session":
        """As libtorrent's settings have it."""
        return cls(
            dht=bool(pack.get("enable_dht", True)),
            lsd=bool(pack.get("enable_lsd", True)),
            all_tiers=bool(pack.get("announce_to_all_tiers", False)),
            all_trackers=bool(pack.get("announce_to_all_trackers", False)),
        )


@dataclass(frozen=True, slots=True)
class Stumble:
    """The last failure of a web seed."""

    at: float
    cause: Cause
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """What libtorrent says of everything that brings peers or data."""

    rows: tuple[Tracker, ...]
    web_seeds: Mapping[Address, tuple[str, ...]]
    """Where those are to which we connect by now; several may be at one server."""
    heard: Mapping[str, Heard]
    """What it says of each tracker; what it said before, where it cannot say."""


def sources(
    handle: lt.torrent_handle,
    told: Sequence[Tracker],
    session: Session,
    dht_found: int | None,
    stumbles: Mapping[str, Stumble],
    heard: Mapping[str, Heard],
) -> Found:
    """Everything that brings peers or data: `told` is what our book has on the trackers, by tier.

    `dht_found` is when the DHT knew peers last, `stumbles` has the failures of web seeds by URL,
    or by those of files there; `heard` is what `Found` said of the trackers before.
    """
    trackers, heard = listed(handle, told, session, heard)
    infos = handle.get_peer_info()
    urls = sorted(handle.url_seeds())
    latest = _latest(urls, stumbles)
    places = _places(urls, infos, latest)
    return Found(
        (
            *trackers,
            *_without_tracker(handle, infos, session, dht_found),
            *(_web_seed(url, info, latest.get(url)) for url, info in places.items()),
        ),
        _addresses(places),
        heard,
    )


def listed(
    handle: lt.torrent_handle, told: Sequence[Tracker], session: Session, heard: Mapping[str, Heard]
) -> tuple[list[Tracker], Mapping[str, Heard]]:
    """The trackers of `sources` alone, and what libtorrent said of each; or before, where it can't say."""
    now = time.time()
    try:
        trackers = completed(handle.trackers(), told, now)
        heard = {tracker.url: _heard(tracker, now) for tracker in trackers}
    except UnicodeDecodeError:
        # One answer that is not UTF-8 makes the whole list unreadable.
        trackers = [remembered(tracker, heard.get(tracker.url), now) for tracker in told]
    return _without_resting(trackers, session), heard


def recalled(told: Sequence[Tracker], session: Session, heard: Mapping[str, Heard]) -> list[Tracker]:
    """The same without asking libtorrent, where nothing can have happened since."""
    now = time.time()
    return _without_resting([remembered(tracker, heard.get(tracker.url), now) for tracker in told], session)


def still_holds(tracker: Tracker, heard: Heard | None, now: float) -> bool:
    """Whether libtorrent would say the same of a tracker again. Moments in `tracker` are whole seconds."""
    return (
        heard is not None
        and tracker.asking_since is None
        and max(tracker.last_announce or 0, tracker.last_scrape or 0) + 1 < heard.at <= now < heard.at + _HOLDS
        and (heard.next_announce is None or now < heard.next_announce)
    )


def _without_resting(trackers: Sequence[Tracker], session: Session) -> list[Tracker]:
    return [replace(t, next_announce=None) if _rests(t, trackers, session) else t for t in trackers]


def completed(entries: Iterable[Mapping[str, Any]], told: Iterable[Tracker], now: float) -> list[Tracker]:
    """The trackers of our book with what libtorrent keeps of them."""
    by_url = {entry["url"]: entry for entry in entries}
    return [_completed(tracker, by_url.get(tracker.url), now) for tracker in told]


def _rests(tracker: Tracker, among: Iterable[Tracker], session: Session) -> bool:
    """Whether one that failed is asked again only when others fail: libtorrent puts it last in its tier (BEP 12)."""
    return (
        tracker.state is TrackerState.FAILED
        and tracker.tier is not None
        and any(_works(other) and _precedes(other, tracker.tier, session) for other in among)
    )


def _works(tracker: Tracker) -> bool:
    """For each of the torrent's hashes."""
    works = TrackerState.WORKING
    return tracker.state is works and all(state is works for _version, state, _message in tracker.versions)


def _precedes(tracker: Tracker, tier: int, session: Session) -> bool:
    if tracker.tier is None:
        return False
    return (tracker.tier < tier and not session.all_tiers) or (tracker.tier == tier and not session.all_trackers)


def remembered(tracker: Tracker, heard: Heard | None, now: float) -> Tracker:
    """A tracker of our book with what libtorrent said of it earlier."""
    if heard is None:
        return tracker
    return replace(
        tracker,
        seeds=heard.seeds,
        leeches=heard.leeches,
        downloads=heard.downloads,
        next_announce=_upcoming([heard.next_announce], now),
        min_announce=_allowed([heard.min_announce], tracker.state, now),
    )


def _heard(tracker: Tracker, now: float) -> Heard:
    return Heard(now, tracker.seeds, tracker.leeches, tracker.downloads, tracker.next_announce, tracker.min_announce)


def _upcoming(moments: Iterable[int | None], now: float) -> int | None:
    return min((moment for moment in moments if moment and moment > now - _LATE), default=None)


def _allowed(moments: Iterable[int | None], state: TrackerState, now: float) -> int | None:
    """When a tracker may be asked: one that failed said nothing, and libtorrent has the time of the question there."""
    latest = max((moment for moment in moments if moment and moment > 0), default=None)
    return None if latest is None or (latest <= now and state is TrackerState.FAILED) else latest


def _completed(tracker: Tracker, entry: Mapping[str, Any] | None, now: float) -> Tracker:
    if entry is None or tracker.state is TrackerState.OFF:
        return tracker
    hashes = [h for endpoint in entry["endpoints"] for h in endpoint["info_hashes"]]
    asking = any(h["updating"] for h in hashes)
    state: TrackerState = tracker.state
    if asking and state is TrackerState.NOT_ASKED:
        state = TrackerState.ASKING
    elif state is TrackerState.ASKING and not asking and now - (tracker.asking_since or now) > _LATE:
        # A pause calls announces off without a word.
        tracker = replace(tracker, asking_since=None)
        state = _last(tracker)
    return replace(
        tracker,
        state=state,
        seeds=_known([*(h["scrape_complete"] for h in hashes)], tracker.seeds),
        leeches=_known([*(h["scrape_incomplete"] for h in hashes)], tracker.leeches),
        downloads=_known([*(h["scrape_downloaded"] for h in hashes)], tracker.downloads),
        next_announce=_upcoming((h["next_announce"] for h in hashes), now),
        min_announce=_allowed((h["min_announce"] for h in hashes), state, now),
    )


def _last(tracker: Tracker) -> TrackerState:
    if tracker.cause is not Cause.NONE:
        return TrackerState.FAILED
    return TrackerState.NOT_ASKED if tracker.peers is None else TrackerState.WORKING


def _known(counts: list[int], otherwise: int | None) -> int | None:
    return max((count for count in counts if count >= 0), default=otherwise)


def _without_tracker(
    handle: lt.torrent_handle, infos: Sequence[lt.peer_info], session: Session, dht_found: int | None
) -> list[Tracker]:
    status = handle.status(0)
    info = handle.torrent_file()
    private = info is not None and info.priv()
    secret = translate("Engine", "The torrent is private: only its trackers may name peers.") if private else ""
    off = {kind: secret or _why_off(kind, status, session) for kind in (Kind.DHT, Kind.PEX, Kind.LSD)}
    brought = shares(map(peerinfo.source, infos), {kind for kind, why in off.items() if not why})
    return [
        Tracker(
            url=kind.value,
            tier=None,
            state=TrackerState.OFF if why else TrackerState.WORKING,
            message=why,
            peers=None if why else brought[kind],
            last_announce=dht_found if kind is Kind.DHT else None,
            kind=kind,
        )
        for kind, why in off.items()
    ]


def _why_off(kind: Kind, status: lt.torrent_status, session: Session) -> str:
    """Why a torrent that is not private does without a source; empty if it does not."""
    flags, names = status.flags, lt.torrent_flags
    if (
        (kind is Kind.DHT and not session.dht)
        or (kind is Kind.LSD and not session.lsd)
        # Which the settings say of every torrent.
        or (kind is Kind.PEX and flags & names.disable_pex)
    ):
        return translate("Engine", "It is switched off in the settings.")
    if (kind is Kind.DHT and flags & names.disable_dht) or (kind is Kind.LSD and flags & names.disable_lsd):
        return translate("Engine", "It is switched off for this torrent.")
    if flags & names.paused:
        return (
            translate("Engine", "The torrent waits in the queue.")
            if flags & names.auto_managed
            else translate("Engine", "The torrent is paused.")
        )
    if (kind is Kind.DHT and not status.announcing_to_dht) or (kind is Kind.LSD and not status.announcing_to_lsd):
        return translate("Engine", "The torrent is not announced there now.")
    return ""


_CLAIMS = ((Kind.LSD, Source.LSD), (Kind.DHT, Source.DHT), (Kind.PEX, Source.PEX))
"""Whose a peer is that several tell of: peer exchange repeats what others have found."""


def shares(peers: Iterable[Source], on: Collection[Kind]) -> Counter[Kind]:
    """How many of the peers each of the sources that are `on` brought; none is counted twice.

    Those that a tracker names are the tracker's.
    """
    found: Counter[Kind] = Counter()
    for source in peers:
        if not source & Source.TRACKER:
            found.update([kind for kind, bit in _CLAIMS if kind in on and source & bit][:1])
    return found


def _places(
    urls: Sequence[str], infos: Iterable[lt.peer_info], failed: Container[str]
) -> dict[str, lt.peer_info | None]:
    connections = [info for info in infos if info.connection_type == _WEB_SEED]
    found: dict[str, lt.peer_info | None] = dict.fromkeys(urls)
    # libtorrent does not say which of several at one server it is: each is taken once, those that failed at the end.
    for url in sorted(urls, key=lambda url: url in failed):
        info = found[url] = next((info for info in connections if _is_of(info, url, urls)), None)
        if info is not None:
            connections.remove(info)
    return found


def _addresses(places: Mapping[str, lt.peer_info | None]) -> dict[Address, tuple[str, ...]]:
    known = {webseeds.place_of(url): info.ip for url, info in places.items() if info is not None}
    found: dict[Address, tuple[str, ...]] = {}
    for url in places:
        place = webseeds.place_of(url)
        # One that is not connected is where another of its server is.
        address = known.get(place, place)
        if address is not None and all(character in ".:0123456789abcdef" for character in address[0]):
            found[address] = (*found.get(address, ()), url)
    return found


def _latest(urls: Sequence[str], stumbles: Mapping[str, Stumble]) -> dict[str, Stumble]:
    """The last failure of each web seed, which may be one of its files."""
    found: dict[str, Stumble] = {}
    for place, stumble in stumbles.items():
        owner = max((url for url in urls if place.startswith(url)), key=len, default=None)
        if owner is not None and (owner not in found or found[owner].at < stumble.at):
            found[owner] = stumble
    return found


def _web_seed(url: str, info: lt.peer_info | None, stumble: Stumble | None) -> Tracker:
    if info is not None and (info.total_download or not info.flags & (info.connecting | info.handshake)):
        return Tracker(
            url=url,
            tier=None,
            kind=Kind.WEB_SEED,
            state=TrackerState.WORKING,
            rate=info.payload_down_speed,
            downloaded=info.total_download,
        )
    if stumble is not None:
        return Tracker(
            url=url,
            tier=None,
            kind=Kind.WEB_SEED,
            state=TrackerState.FAILED,
            message=stumble.message,
            cause=stumble.cause,
            last_announce=int(stumble.at),
        )
    state = TrackerState.NOT_ASKED if info is None else TrackerState.ASKING
    return Tracker(url=url, tier=None, kind=Kind.WEB_SEED, state=state)


def _is_of(info: lt.peer_info, url: str, urls: Sequence[str]) -> bool:
    address, port = info.ip
    return url in webseeds.at(webseeds.said(info.client, address, urls).host, address, port, urls)
