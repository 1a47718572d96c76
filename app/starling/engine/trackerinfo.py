# SPDX-License-Identifier: GPL-3.0-or-later
"""libtorrent's trackers and our book of them -> `starling.tracker.Tracker`; run on the worker thread only."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import libtorrent as lt

from starling.engine import peerinfo
from starling.engine.trackerbook import TrackerNote
from starling.peer import Source
from starling.tracker import Tracker, TrackerState

DHT, PEX, LSD = "DHT", "PEX", "LSD"
"""`Tracker.url` of the sources that are no trackers."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the session as a whole has switched on."""

    dht: bool
    lsd: bool


def trackers(
    handle: lt.torrent_handle, notes: Mapping[str, TrackerNote], tiers: Mapping[str, int], session: Sources
) -> tuple[Tracker, ...]:
    """The trackers by tier, then DHT, PEX and LSD."""
    try:
        entries: list[Mapping[str, Any]] = list(handle.trackers())
    except UnicodeDecodeError:
        # One answer that is not UTF-8 makes the whole list unreadable; our book has what it needs to say.
        entries = [{"url": url, "tier": tier, "endpoints": ()} for url, tier in tiers.items()]
    found = listed(entries, notes, time.time())
    found.sort(key=lambda tracker: tracker.tier or 0)
    return (*found, *_sources(handle, session))


def _sources(handle: lt.torrent_handle, session: Sources) -> list[Tracker]:
    connected = [peerinfo.source(info) for info in handle.get_peer_info()]
    status = handle.status(0)
    info = handle.torrent_file()
    private = info is not None and info.priv()
    flags = status.flags
    on = {
        DHT: session.dht and not private and status.announcing_to_dht and not flags & lt.torrent_flags.disable_dht,
        PEX: not private and not flags & lt.torrent_flags.disable_pex,
        LSD: session.lsd and not private and status.announcing_to_lsd and not flags & lt.torrent_flags.disable_lsd,
    }
    bits = {DHT: Source.DHT, PEX: Source.PEX, LSD: Source.LSD}
    return [
        Tracker(
            url=name,
            tier=None,
            state=TrackerState.WORKING if on[name] else TrackerState.OFF,
            peers=sum(1 for source in connected if _brought(source, bits[name])) if on[name] else None,
        )
        for name in (DHT, PEX, LSD)
    ]


def _brought(source: Source, bit: Source) -> bool:
    # Peers that a tracker names too are the tracker's: counted once, and there.
    return bool(source & bit) and not source & Source.TRACKER


def listed(entries: Iterable[Mapping[str, Any]], notes: Mapping[str, TrackerNote], now: float) -> list[Tracker]:
    """The trackers of a torrent: what libtorrent keeps, completed by our own book."""
    found = []
    for entry in entries:
        hashes = [h for endpoint in entry["endpoints"] for h in endpoint["info_hashes"]]
        note = notes.get(entry["url"]) or TrackerNote()
        upcoming = [moment for h in hashes if (moment := h["next_announce"]) and moment > now - 5]
        earliest = [moment for h in hashes if (moment := h["min_announce"]) and moment > 0]
        updating = any(h["updating"] for h in hashes)
        found.append(
            Tracker(
                url=entry["url"],
                tier=entry["tier"],
                state=TrackerState.ASKING if updating else note.state,
                message=note.message,
                peers=note.peers,
                seeds=_known(h["scrape_complete"] for h in hashes),
                leeches=_known(h["scrape_incomplete"] for h in hashes),
                downloads=_known(h["scrape_downloaded"] for h in hashes),
                last_announce=note.last_announce,
                next_announce=min(upcoming) if upcoming else None,
                min_announce=max(earliest) if earliest else None,
                fails=note.fails,
            )
        )
    return found


def _known(counts: Iterable[int]) -> int | None:
    found = [count for count in counts if count >= 0]
    return max(found) if found else None
