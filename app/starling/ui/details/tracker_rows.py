# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the trackers table: each source of peers, and what can be said of it only beside the others."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from starling.tracker import Kind, Tracker, TrackerState

_JITTER = 3
"""Seconds by which libtorrent's moments differ from one question to the next, though nothing has happened."""


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """One tracker, or another source."""

    tracker: Tracker
    number: int = 0
    """Its place in the order the engine gives, which is that of the tiers."""
    reserve: bool = False
    """Not asked as long as another one answers."""

    @property
    def tier(self) -> int | None:
        """From 0; None for what is no tracker."""
        return self.tracker.tier

    @property
    def url(self) -> str:
        """Of a tracker or web seed."""
        return self.tracker.url

    @property
    def key(self) -> Hashable:
        """What the row is known by while its facts change; an address may be a tracker's and a web seed's."""
        return self.url if self.tracker.kind is not Kind.WEB_SEED else (self.tracker.kind, self.url)


def rows_of(found: Sequence[Tracker], before: Mapping[Hashable, TrackerRow]) -> list[TrackerRow]:
    """The rows, with the moments they had `before` where those differ by nothing but rounding."""
    busy = [t.tier for t in found if t.tier is not None and t.state in {TrackerState.WORKING, TrackerState.ASKING}]
    first = min(busy, default=None)
    made = []
    for number, tracker in enumerate(found):
        reserve = (
            first is not None
            and tracker.tier is not None
            and tracker.tier >= first
            and tracker.state is TrackerState.NOT_ASKED
        )
        row = TrackerRow(tracker, number, reserve)
        old = before.get(row.key)
        made.append(replace(row, tracker=_steady(tracker, old.tracker)) if old else row)
    return made


def _steady(tracker: Tracker, old: Tracker) -> Tracker:
    upcoming = _kept(tracker.next_announce, old.next_announce)
    earliest = _kept(tracker.min_announce, old.min_announce)
    if (upcoming, earliest) == (tracker.next_announce, tracker.min_announce):
        return tracker
    return replace(tracker, next_announce=upcoming, min_announce=earliest)


def _kept(new: int | None, old: int | None) -> int | None:
    return old if new is not None and old is not None and abs(new - old) < _JITTER else new
