# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients are told of the trackers of a torrent. A tracker's number is its position in the list, by tier."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from starling import addresses
from starling.i18n import translate
from starling.remote.listing import Listed, objects
from starling.survey import Detail
from starling.torrent import Torrent
from starling.tracker import Cause, Tracker, TrackerState

TRACKER = ("announce", "id", "scrape", "sitename", "tier")
TRACKER_STATS = (
    *("announce", "announce_state", "download_count", "downloader_count", "has_announced", "has_scraped", "host"),
    *("id", "is_backup", "last_announce_peer_count", "last_announce_result", "last_announce_start_time"),
    *("last_announce_succeeded", "last_announce_time", "last_announce_timed_out", "last_scrape_result"),
    *("last_scrape_start_time", "last_scrape_succeeded", "last_scrape_time", "last_scrape_timed_out"),
    *("leecher_count", "next_announce_time", "next_scrape_time", "scrape", "scrape_state", "seeder_count"),
    *("sitename", "tier"),
)
NOT_GIVEN = {
    "downloader_count": "libtorrent does not keep it: -1",
    "next_scrape_time": "libtorrent asks for the size of a swarm with each announce, and else only if told to: 0",
    "scrape_state": "libtorrent does not tell whether it is asking: 0",
    "last_scrape_timed_out": "the reason stands in “last_scrape_result”: false",
}
"""Why something always has the same value."""

_INACTIVE, _WAITING, _ACTIVE = 0, 1, 3
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_SHORT = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))
"""Second-level domains under which names are given away in some countries."""


class Place(NamedTuple):
    """What an announce URL says."""

    scrape: str
    """The URL that tells the size of the swarm; empty where there is none (BEP 48)."""
    host: str
    """With the port."""
    site: str
    """The name by which people know it: ``example`` of tracker.example.org."""


@lru_cache(maxsize=4096)
def place(url: str) -> Place:
    """The same few trackers stand in thousands of torrents."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Place("", "", "")
    scheme = parts.scheme.lower()
    head, slash, last = parts.path.rpartition("/")
    scrape = url if scheme == "udp" else ""
    if scheme in ("http", "https") and slash and last.startswith("announce"):
        path = f"{head}/scrape{last[len('announce') :]}"
        scrape = parts._replace(path=path).geturl()
    shown = f"[{host}]" if ":" in host else host
    return Place(scrape, f"{shown}:{port or _PORTS.get(scheme, 0)}", _site(host))


def trackers(detail: Detail, keys: tuple[str, ...]) -> Listed:
    """With `TRACKER` as the keys are spelled."""
    found = ((url, number, tier, place(url)) for number, (url, tier) in enumerate(detail.tiers))
    return objects(keys, ((url, number, at.scrape, at.site, tier) for url, number, tier, at in found))


def tracker_list(detail: Detail) -> str:
    """A URL a line, and an empty line between two tiers."""
    tiers = groupby(detail.tiers, key=itemgetter(1))
    return "\n\n".join("\n".join(url for url, _ in tier) for _, tier in tiers)


def tracker_stats(detail: Detail, torrent: Torrent, keys: tuple[str, ...]) -> Listed:
    """With `TRACKER_STATS` as the keys are spelled."""
    told = detail.trackers
    if not told:
        return []
    asked = any(each.state in (TrackerState.WORKING, TrackerState.ASKING) for each in told)
    tiers = [tier for _, tier in detail.tiers]
    return objects(keys, (_stats(each, torrent, number, tiers[number], asked) for number, each in enumerate(told)))


def magnet(torrent: Torrent, tiers: Sequence[tuple[str, int]], web_seeds: Sequence[str]) -> str:
    """The link with everything that helps to find the torrent (BEP 9)."""
    parts = [f"xt=urn:btih:{torrent.hash_v1}"] if torrent.hash_v1 else []
    if torrent.hash_v2:
        parts.append(f"xt=urn:btmh:1220{torrent.hash_v2}")
    parts.append(f"dn={quote(torrent.name, safe='', errors='replace')}")
    parts += [f"tr={_quoted(url)}" for url, _ in tiers]
    parts += [f"ws={_quoted(url)}" for url in web_seeds]
    return f"magnet:?{'&'.join(parts)}"


def _stats(tracker: Tracker, torrent: Torrent, number: int, tier: int, asked: bool) -> tuple[object, ...]:
    at = place(tracker.url)
    failed = tracker.cause is not Cause.NONE
    announced = tracker.last_announce is not None
    next_time = 0 if torrent.paused else tracker.next_announce or 0
    state = _INACTIVE
    if tracker.state is TrackerState.ASKING:
        state = _ACTIVE
    elif next_time:
        state = _WAITING
    succeeded = announced and not failed
    result = tracker.message or (translate("Remote", "Success") if succeeded else "")
    return (
        tracker.url,
        state,
        _count(tracker.downloads),
        -1,
        announced,
        tracker.last_scrape is not None,
        at.host,
        number,
        # Not asked as long as another works.
        asked and tracker.state is TrackerState.NOT_ASKED and not announced,
        tracker.peers or 0,
        result,
        int(tracker.asking_since or tracker.last_announce or 0),
        succeeded,
        tracker.last_announce or 0,
        tracker.cause is Cause.TIMED_OUT,
        tracker.scrape_message,
        tracker.last_scrape or 0,
        tracker.last_scrape is not None and not tracker.scrape_message,
        tracker.last_scrape or 0,
        False,
        _count(tracker.leeches),
        next_time,
        0,
        at.scrape,
        0,
        _count(tracker.seeds),
        at.site,
        tier,
    )


def _count(value: int | None) -> int:
    return -1 if value is None else value


def _site(host: str) -> str:
    if addresses.parse(host) is not None:
        return host
    labels = host.strip(".").split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHORT:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


@lru_cache(maxsize=4096)
def _quoted(url: str) -> str:
    return quote(url, safe="", errors="replace")
