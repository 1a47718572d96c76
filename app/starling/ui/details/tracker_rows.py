# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the trackers table: each source of peers, and what can be said of it only beside the others."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
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
    """Not asked, or not again, as long as another one answers."""
    nodes: int | None = None
    """Of the DHT, those that are known."""

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


def rows_of(
    found: Sequence[Tracker], before: Mapping[Hashable, TrackerRow], nodes: int | None = None
) -> list[TrackerRow]:
    """The rows, with the moments they had `before` where those differ by nothing but rounding; `nodes` of the DHT."""
    working = _first(found, {TrackerState.WORKING})
    busy = _first(found, {TrackerState.WORKING, TrackerState.ASKING})
    made = []
    for number, tracker in enumerate(found):
        reserve = (tracker.state is TrackerState.NOT_ASKED and _behind(tracker, busy)) or (
            tracker.state is TrackerState.FAILED and tracker.next_announce is None and _behind(tracker, working)
        )
        on = tracker.kind is Kind.DHT and tracker.state is not TrackerState.OFF
        row = TrackerRow(tracker, number, reserve, nodes if on else None)
        old = before.get(row.key)
        made.append(replace(row, tracker=_steady(tracker, old.tracker)) if old else row)
    return made


def foremost(rows: Iterable[TrackerRow]) -> TrackerRow | None:
    """Which one to tell of while none is chosen: what fails if nothing works, else what works."""
    ordered = sorted(rows, key=lambda row: row.number)
    trackers = [row for row in ordered if row.tracker.kind is Kind.TRACKER]
    for state in (TrackerState.WORKING, TrackerState.FAILED, TrackerState.ASKING):
        for row in trackers:
            if row.tracker.state is state:
                return row
    return next(iter(trackers or ordered), None)


def _first(found: Sequence[Tracker], states: Collection[TrackerState]) -> int | None:
    return min((t.tier for t in found if t.tier is not None and t.state in states), default=None)


def _behind(tracker: Tracker, tier: int | None) -> bool:
    return tier is not None and tracker.tier is not None and tracker.tier >= tier


def _steady(tracker: Tracker, old: Tracker) -> Tracker:
    upcoming = _kept(tracker.next_announce, old.next_announce)
    earliest = _kept(tracker.min_announce, old.min_announce)
    # The tuple that was there before: what was made of it is remembered.
    announces = old.announces if tracker.announces == old.announces else tracker.announces
    same = (upcoming, earliest) == (tracker.next_announce, tracker.min_announce) and announces is tracker.announces
    return tracker if same else replace(tracker, next_announce=upcoming, min_announce=earliest, announces=announces)


def _kept(new: int | None, old: int | None) -> int | None:
    return old if new is not None and old is not None and abs(new - old) < _JITTER else new
