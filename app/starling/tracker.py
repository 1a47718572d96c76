# SPDX-License-Identifier: GPL-3.0-or-later
"""Trackers and the other sources of peers as frozen snapshots; moments are Unix seconds."""

from dataclasses import dataclass
from enum import Enum


class TrackerState(Enum):
    """What became of the last announce."""

    NOT_ASKED = "not asked"
    ASKING = "asking"
    WORKING = "working"
    FAILED = "failed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Tracker:
    """One tracker of a torrent, or one of the sources without a tracker (DHT, PEX, LSD; `tier` is None)."""

    url: str
    tier: int | None
    state: TrackerState
    message: str = ""
    """A sentence for a failure or a tracker's own words; empty if there is nothing to say."""
    peers: int | None = None
    """Peers in its last answer; for DHT, PEX and LSD those connected that no tracker named."""
    seeds: int | None = None
    leeches: int | None = None
    downloads: int | None = None
    last_announce: int | None = None
    next_announce: int | None = None
    min_announce: int | None = None
    fails: int = 0
