# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers that every new torrent gets beside its own, unless it is private: its trackers choose who may see it."""

from collections.abc import Collection, Iterable, Sequence

import libtorrent as lt

from starling.engine import commands
from starling.engine.record import Record

Tiers = Sequence[Sequence[str]]


def give(params: lt.add_torrent_params, tiers: Tiers) -> None:
    """To one that is about to be added; nothing while it is not known whether it is private."""
    if params.ti is None or params.ti.priv():
        return
    own, places = list(params.trackers), list(params.tracker_tiers)
    places += [0] * (len(own) - len(places))
    fresh = _fresh(own, places, tiers)
    params.trackers = [*own, *(url for url, _ in fresh)]
    params.tracker_tiers = [*places[: len(own)], *(tier for _, tier in fresh)]


def give_late(record: Record, tiers: Tiers) -> bool:
    """To one whose metadata has come; whether it got any."""
    if record.private:
        return False
    own = record.trackers.tiers
    fresh = _fresh(own.keys(), own.values(), tiers)
    commands.add_trackers(record, fresh)
    for url, tier in fresh:
        record.trackers.add(url, tier)
    return bool(fresh)


def _fresh(own: Collection[str], places: Iterable[int], tiers: Tiers) -> list[tuple[str, int]]:
    """(URL, tier) of what it lacks, in tiers behind its own."""
    first = max(places, default=-1) + 1
    left = ([url for url in tier if url not in own] for tier in tiers)
    return [(url, first + number) for number, tier in enumerate(filter(None, left)) for url in tier]
