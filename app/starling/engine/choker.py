# SPDX-License-Identifier: GPL-3.0-or-later
"""By which rule libtorrent's choker decides, and when: what its settings say, what it tells, what is seen of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

import libtorrent as lt

from starling.engine.session import SettingsPack
from starling.swarm import Choker

ROUND = "RECALCULATE UNCHOKE SLOTS"
"""Begins what libtorrent says when a round begins (session_log)."""

_RATE_BASED = int(lt.choking_algorithm_t.rate_based_choker)
_SEEDING = {
    int(lt.seed_choking_algorithm_t.round_robin): Choker.ROUND_ROBIN,
    int(lt.seed_choking_algorithm_t.fastest_upload): Choker.FASTEST,
    int(lt.seed_choking_algorithm_t.anti_leech): Choker.ANTI_LEECH,
}
_NO_LIMIT = 2**31 - 1
"""As libtorrent counts slots where there is no limit."""

_EARLY = 1.5
"""Seconds before its time from which a round was forced: libtorrent counts in seconds, some of which are longer."""
_LATE = 3.0
"""Seconds after which a round that was due did not come: nobody is connected, or there is no limit on slots."""
_WATCHED = 2.5
"""Seconds between two looks that tell well enough when something happened in between."""


def rule(pack: SettingsPack, *, seeding: bool) -> Choker:
    """Who gets slots by these settings. While downloading the rule for seeds decides only between equals."""
    if int(pack["choking_algorithm"]) == _RATE_BASED:
        return Choker.RATE_BASED
    if int(pack["unchoke_slots_limit"]) < 0:
        return Choker.EVERYBODY
    return _SEEDING[int(pack["seed_choking_algorithm"])] if seeding else Choker.TIT_FOR_TAT


@dataclass(frozen=True, slots=True)
class Counters:
    """Slots of the session, of all torrents."""

    used: int
    """Those given by chance included."""
    optimistic: int
    slots: int | None
    """None = no limit."""
    served: int = 0
    """Peers that may ask, those for whom slots do not count included."""

    @property
    def crowded(self) -> bool:
        """More are served than there are slots: then optimistic slots that are given force a round."""
        return self.slots is not None and self.served > self.slots

    @classmethod
    def of(cls, values: Mapping[str, int]) -> "Counters":
        """What the session's statistics say."""
        slots = values["ses.num_unchoke_slots"]
        return cls(
            values["peer.num_peers_up_unchoked"],
            values["peer.num_peers_up_unchoked_optimistic"],
            slots if slots < _NO_LIMIT else None,
            values["peer.num_peers_up_unchoked_all"],
        )

    @classmethod
    def before(cls, pack: SettingsPack) -> "Counters":
        """As long as there are no statistics."""
        limit = int(pack["unchoke_slots_limit"])
        return cls(0, 0, limit if limit >= 0 else None)


class Decisions:
    """The rounds that libtorrent told of; moments are Unix seconds."""

    def __init__(self) -> None:
        self.last: float | None = None
        self.before: float | None = None
        """The last but one."""
        self.forced = False
        """The last one came before its time."""
        self._due = 0.0
        self._forced = (-inf, -inf)
        """When the last two forced ones were."""

    def heard(self, at: float, period: int) -> None:
        """A round has begun, and libtorrent counts down so many seconds from now."""
        self.forced = self.last is not None and at < self._due - _EARLY
        if self.forced:
            self._forced = self._forced[1], at
        self.before, self.last, self._due = self.last, at, at + period

    def next(self, at: float) -> float | None:
        """When the next is due; None where none was heard of, or does not come."""
        return self._due if self.last is not None and at <= self._due + _LATE else None

    def turn(self, at: float, period: int) -> float | None:
        """When optimistic slots are given next, if the last two forced rounds came a period of theirs apart."""
        before, last = self._forced
        due = last + period
        return due if abs(last - before - period) < _EARLY and at <= due + _LATE else None


def earlier(due: float | None, turn: float | None) -> float | None:
    """The next round, where it is due then or forced by the next turn of optimistic slots; None if neither is known."""
    return min((moment for moment in (due, turn) if moment is not None), default=None)


class Rotation:
    """When optimistic slots are given: libtorrent tells only in a log of everything, so it is seen from who has one.

    It counts down from each time it gives them, also if it finds nobody else. It gives them at once when one is given
    up: when its peer leaves, has all it wanted, or has won a slot of its own.
    """

    def __init__(self) -> None:
        self._holders: frozenset[str] = frozenset()
        self._looked: float | None = None
        self._next: float | None = None

    def forget(self) -> None:
        """Others are looked at from now on: what is due stays so."""
        self._looked = None

    def see(self, at: float, holders: frozenset[str], period: int, *, rivals: bool) -> float | None:
        """When they are given next, after a look at this moment; None where that is not known.

        `rivals` are those who would get one: peers that wait, and those of other torrents.
        """
        before, self._holders = self._holders, holders
        gap = None if self._looked is None else at - self._looked
        self._looked = at
        if gap is not None and before != holders:
            # Somewhere between the two looks.
            self._next = at - gap / 2 + period if gap <= _WATCHED else None
        elif self._next is not None and at > self._next + _EARLY:
            # Without a rival the same peer keeps it. With one they were given elsewhere, at a time that was not seen.
            self._next = None if rivals else self._next + period
        return self._next
