# SPDX-License-Identifier: GPL-3.0-or-later
"""What was transferred in all: sums of the session, of days, of months and of all time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta

_MS = 1000


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a stretch of time; bytes where nothing else is said."""

    downloaded: int = 0
    """Payload, as is `uploaded`."""
    uploaded: int = 0
    overhead_down: int = 0
    """What the protocols took on top: headers of TCP, UDP and IP, peers' messages, trackers, the DHT."""
    overhead_up: int = 0
    wasted: int = 0
    """Payload that was here already."""
    failed: int = 0
    """Payload that did not have the hash it should."""
    running: int = 0
    """Milliseconds in which the program ran."""
    added: int = 0
    """Torrents."""
    finished: int = 0
    """Torrents of which all that was wanted was downloaded."""

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(*(mine + theirs for mine, theirs in zip(self.figures, other.figures, strict=True)))

    def __sub__(self, other: "Totals") -> "Totals":
        """Without what is the other's; never below zero."""
        return Totals(*(max(0, mine - theirs) for mine, theirs in zip(self.figures, other.figures, strict=True)))

    @property
    def figures(self) -> tuple[int, ...]:
        """All of them, in the order of `FIGURES`."""
        return (
            self.downloaded,
            self.uploaded,
            self.overhead_down,
            self.overhead_up,
            self.wasted,
            self.failed,
            self.running,
            self.added,
            self.finished,
        )

    @property
    def ratio(self) -> float | None:
        """Uploaded by downloaded; None where nothing was downloaded."""
        return self.uploaded / self.downloaded if self.downloaded else None

    @property
    def seconds(self) -> float:
        """In which the program ran."""
        return self.running / _MS

    @property
    def mean_down(self) -> float:
        """Payload a second while the program ran."""
        return self.downloaded * _MS / self.running if self.running else 0.0

    @property
    def mean_up(self) -> float:
        """Likewise."""
        return self.uploaded * _MS / self.running if self.running else 0.0


FIGURES = tuple(each.name for each in fields(Totals))
"""Names of what is summed up."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day, as the clock on the wall showed it."""

    date: date
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class Present:
    """How many there are now."""

    connected: int = 0
    """Peers."""
    trying: int = 0
    """Connections that are being made."""
    sending: int = 0
    """Peers that may take from us."""
    receiving: int = 0
    """Peers that let us take."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything at one moment."""

    session: Totals = field(default_factory=Totals)
    today: Totals = field(default_factory=Totals)
    month: Totals = field(default_factory=Totals)
    last_month: Totals = field(default_factory=Totals)
    always: Totals = field(default_factory=Totals)
    """Since `since`, or since the first day."""
    since: float | None = None
    """Unix time at which the sums of all time were begun anew."""
    days: Sequence[Day] = ()
    """The newest first; those on which the program did not run are not among them."""
    present: Present = field(default_factory=Present)
    known: bool = False
    """The past was read: before, only what came since the start is in the sums."""


def day_of(moment: float) -> date:
    """The day that it is on the wall at a Unix time."""
    return datetime.fromtimestamp(moment, UTC).astimezone().date()


def summed(days: Iterable[Day]) -> Totals:
    """All of them together."""
    figures = [day.totals.figures for day in days]
    return Totals(*map(sum, zip(*figures, strict=True))) if figures else Totals()


def in_month(days: Iterable[Day], today: date) -> Iterable[Day]:
    """Those of the month in which `today` lies."""
    return (day for day in days if (day.date.year, day.date.month) == (today.year, today.month))


def month_before(today: date) -> date:
    """Some day of the month before."""
    return today.replace(day=1) - timedelta(days=1)


def calendar(days: Sequence[Day], today: date, count: int) -> list[Day]:
    """The last `count` days, those without anything too, then whatever older ones there are; the newest first."""
    there = {day.date: day for day in days}
    first = today - timedelta(days=count - 1)
    recent = [today - timedelta(days=back) for back in range(count)]
    ahead = [day for day in days if day.date > today]
    return [*ahead, *(there.get(each, Day(each)) for each in recent), *(day for day in days if day.date < first)]
