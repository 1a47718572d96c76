# SPDX-License-Identifier: GPL-3.0-or-later
"""What the labels of the settings make of a torrent that is about to be added, and of those that are there."""

import asyncio
from collections.abc import Iterable
from time import perf_counter

from starling import labels, settings
from starling.labels import Label
from starling.settings import Settings
from starling.settings.labels import LABELS
from starling.torrent import AddOptions, Preview, Torrent

_SLICE = 0.008
"""Seconds of work between which the event loop runs."""


def ruled(chosen: Settings, options: AddOptions, preview: Preview) -> AddOptions:
    """The options with the labels that the rules give too, and in the folder of its labels unless another is asked for.

    Every way on which torrents come in goes by here; where a dialog asks, it shows this and the user may change it.
    """
    hosts = labels.hosts_of(preview.trackers)
    return labels.for_new(chosen.get(LABELS), options, preview.name, hosts, chosen.get(settings.downloads.SAVE_PATH))


async def lacking(those: Iterable[Label], torrents: Iterable[Torrent]) -> dict[str, tuple[str, ...]]:
    """Id -> labels that the rules would give to torrents that have not got them; the event loop runs meanwhile."""
    found: dict[str, tuple[str, ...]] = {}
    having = tuple(one for one in those if one.rules)
    until = perf_counter() + _SLICE
    for torrent in list(torrents) if having else ():
        names = labels.given(having, torrent.name, torrent.tracker_hosts)
        if missing := tuple(name for name in names if name not in torrent.labels):
            found[torrent.id] = missing
        if perf_counter() > until:
            await asyncio.sleep(0)
            until = perf_counter() + _SLICE
    return found
