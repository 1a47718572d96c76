# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers and web seeds of a torrent in libtorrent, read and changed; run on the worker thread only."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

import libtorrent as lt

from starling.tracker import Refusal


def order(handle: lt.torrent_handle) -> list[str]:
    """The trackers in libtorrent's own order, by which they are asked one by one."""
    try:
        return [entry["url"] for entry in handle.trackers()]
    except UnicodeDecodeError:
        # An answer that is not UTF-8 makes the list unreadable. A link has them in the same order, and no answers.
        return parse_qs(lt.make_magnet_uri(handle).partition("?")[2]).get("tr", [])


def replace(handle: lt.torrent_handle, tiers: Mapping[str, int]) -> None:
    """Gives a torrent these trackers by tier; libtorrent takes every one of them for new."""
    entries = []
    for url, tier in tiers.items():
        entry = lt.announce_entry(url)
        entry.tier = tier
        entries.append(entry)
    handle.replace_trackers(entries)


def extend(handle: lt.torrent_handle, tiers: Mapping[str, int]) -> None:
    """Gives a torrent more trackers; those it has go on undisturbed."""
    for url, tier in tiers.items():
        handle.add_tracker({"url": url, "tier": tier})


def announce(handle: lt.torrent_handle, wanted: Collection[str], *, force: bool) -> tuple[Refusal, ...]:
    """Asks these trackers now; returns those that wish to be left alone until then, which are asked then."""
    now = time.time()
    allowed = _allowed(handle)
    refusals = []
    for index, url in enumerate(order(handle)):
        if url not in wanted:
            continue
        handle.force_reannounce(0, index, lt.torrent_handle.ignore_min_interval if force else 0)
        if not force and (until := allowed.get(url, 0)) > now:
            refusals.append(Refusal(url, until))
    return tuple(refusals)


def scrape(handle: lt.torrent_handle, wanted: Collection[str]) -> None:
    """Asks these trackers for the size of the swarm."""
    for index, url in enumerate(order(handle)):
        if url in wanted:
            handle.scrape_tracker(index)


def web_seeds(handle: lt.torrent_handle) -> list[str]:
    """The addresses of the web seeds."""
    return list(handle.url_seeds())


def change_web_seeds(handle: lt.torrent_handle, gone: Iterable[str], fresh: Sequence[str]) -> None:
    """Removes web seeds and adds others."""
    for url in gone:
        handle.remove_url_seed(url)
    for url in fresh:
        handle.add_url_seed(url)


def _allowed(handle: lt.torrent_handle) -> Mapping[str, int]:
    """When each tracker may be asked again by its own word: the earliest of its sockets and hashes counts."""
    try:
        entries: list[Mapping[str, Any]] = list(handle.trackers())
    except UnicodeDecodeError:
        return {}
    found = {}
    for entry in entries:
        moments = [h["min_announce"] or 0 for endpoint in entry["endpoints"] for h in endpoint["info_hashes"]]
        found[entry["url"]] = min((moment for moment in moments if moment > 0), default=0)
    return found
