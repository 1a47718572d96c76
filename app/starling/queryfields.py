# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a query, one row each: how they are called, what they take, and what they ask of a torrent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from starling.spelling import folded
from starling.torrent import Torrent


class Kind(Enum):
    """What a field takes."""

    TEXT = "text"
    NAMES = "names"
    """Any of several names, separated by commas; none and any for whether there is one."""
    STATE = "state"
    CAUSE = "cause"
    """Why it does not move: any of several words; none and any for whether something keeps it."""
    HASH = "hash"
    INSIDE = "inside"
    """What the filter of the Files tab reads."""
    SIZE = "size"
    RATE = "rate"
    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    DURATION = "duration"
    MOMENT = "moment"
    """An age or a date."""
    YES_NO = "yes or no"
    LIMIT = "limit"


MEASURED = frozenset({Kind.SIZE, Kind.RATE, Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.DURATION, Kind.MOMENT})
"""What can be smaller and larger."""


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table."""

    key: str
    kind: Kind
    value: Callable[[Torrent], Any]
    """A text or several for texts, a number or None for what is measured, truth for yes and no."""
    aliases: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    """Values that are offered."""


def _queue(torrent: Torrent) -> int | None:
    return None if torrent.queue is None else torrent.queue + 1


def _percent(torrent: Torrent) -> float:
    return torrent.progress * 100


def _limits(torrent: Torrent) -> tuple[int | None, int | None]:
    return torrent.down_limit, torrent.up_limit


def _left(torrent: Torrent) -> int:
    return torrent.size - torrent.done


_SIZES, _RATES, _SPANS = ("100M", "1G", "10G"), ("10k", "100k", "1M"), ("10m", "1h", "1d")
_MOMENTS = ("1d", "7d", "30d", "today", "yesterday")

FIELDS = (
    Field("state", Kind.STATE, attrgetter("state"), ("is", "status")),
    Field("why", Kind.CAUSE, attrgetter("why"), ("cause", "reason"), ("any", "none")),
    Field("label", Kind.NAMES, attrgetter("labels"), ("labels", "tag", "category")),
    Field("tracker", Kind.NAMES, attrgetter("tracker_hosts"), ("trackers", "host")),
    Field("name", Kind.TEXT, attrgetter("name"), ("title",)),
    Field("path", Kind.TEXT, attrgetter("save_path"), ("folder", "dir")),
    Field("file", Kind.INSIDE, attrgetter("id"), ("files",)),
    Field("size", Kind.SIZE, attrgetter("size"), (), _SIZES),
    Field("progress", Kind.PERCENT, _percent, ("percent", "done"), ("50%", "90%", "100%")),
    Field("left", Kind.SIZE, _left, ("remaining",), _SIZES),
    Field("ratio", Kind.NUMBER, attrgetter("ratio"), (), ("0.5", "1", "2")),
    Field("down", Kind.RATE, attrgetter("down"), ("dl",), _RATES),
    Field("up", Kind.RATE, attrgetter("up"), ("ul",), _RATES),
    Field("eta", Kind.DURATION, attrgetter("eta"), ("time",), (*_SPANS, "never")),
    Field("seeds", Kind.COUNT, attrgetter("seeds"), ("seed", "seeders"), ("0", "1", "10")),
    Field("peers", Kind.COUNT, attrgetter("peers"), ("peer", "leechers"), ("0", "1", "10")),
    Field("swarmseeds", Kind.COUNT, attrgetter("swarm_seeds"), (), ("0", "1", "10")),
    Field("swarmpeers", Kind.COUNT, attrgetter("swarm_peers"), (), ("0", "1", "10")),
    Field("availability", Kind.NUMBER, attrgetter("availability"), ("copies",), ("1", "2")),
    Field("added", Kind.MOMENT, attrgetter("added"), ("age",), _MOMENTS),
    Field("completed", Kind.MOMENT, attrgetter("completed"), ("finished",), (*_MOMENTS, "never")),
    Field("active", Kind.MOMENT, attrgetter("last_activity"), ("activity",), (*_MOMENTS, "never")),
    Field("seen", Kind.MOMENT, attrgetter("last_seen_complete"), (), (*_MOMENTS, "never")),
    Field("created", Kind.MOMENT, attrgetter("created"), (), ("7d", "30d", "365d")),
    Field("downloaded", Kind.SIZE, attrgetter("downloaded"), (), _SIZES),
    Field("uploaded", Kind.SIZE, attrgetter("uploaded"), (), _SIZES),
    Field("wasted", Kind.SIZE, attrgetter("wasted"), (), ("1M", "100M")),
    Field("seedtime", Kind.DURATION, attrgetter("seeding_time"), (), ("1d", "7d", "30d")),
    Field("runtime", Kind.DURATION, attrgetter("active_time"), (), ("1d", "7d", "30d")),
    Field("queue", Kind.COUNT, _queue, ("position",), ("1", "10", "none")),
    Field("limit", Kind.LIMIT, _limits, ("limits", "limited")),
    Field("private", Kind.YES_NO, attrgetter("private")),
    Field("forced", Kind.YES_NO, attrgetter("forced")),
    Field("sequential", Kind.YES_NO, attrgetter("sequential")),
    Field("error", Kind.TEXT, attrgetter("error"), ("message",)),
    Field("hash", Kind.HASH, attrgetter("hash_v1"), ("infohash", "id")),
)
"""In the order in which they are offered."""

NAMED: Mapping[str, Field] = MappingProxyType({name: field for field in FIELDS for name in (field.key, *field.aliases)})


def find(key: str) -> Field | None:
    """The field of that name, however it is written."""
    return NAMED.get(folded(key))
