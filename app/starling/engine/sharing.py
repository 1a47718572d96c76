# SPDX-License-Identifier: GPL-3.0-or-later
"""How a limit that is for several torrents together is shared out among them: by what each can use, the rest evenly.

libtorrent's peer classes, which have limits of their own, can't be given to torrents.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

_HUNGRY = 0.9
"""Who uses this much of its share could do with more."""
_ROOM = 1.4
"""How much more than it uses one gets that could not use more; with that it must not seem hungry again, although what
flows comes in gulps."""
_GROWTH = 3
"""How much more one gets that uses its share all of a sudden: an even share, if that was a gulp, would lie idle."""
_START = 50
"""Every other torrent gets this part of an even share in any case: from nothing it could not show what it can use."""
OVER = 32
"""What is given to some beyond what they use may pass the limit by this part of it: it is hardly ever used."""
_IDLE = 100
"""All that have nobody to give to get this part of it together, so that they do not pass it when somebody comes."""
_STEADY = 2
"""Their part stays as it was while it is between this part of what it may be and all of it: they may be very many."""
_KEPT = 0.8
"""What libtorrent's averages of rates keep each second of what was before."""
_LATE = 4
"""Looks after which a rate shows what was given: it flows in gulps of a second, which are averaged when one is over,
and told another one later."""


@dataclass(frozen=True, slots=True)
class Taker:
    """One of them; bytes a second."""

    rate: int = 0
    """What flows now, on the average of some seconds."""
    share: int | None = None
    """What it has been given by now; None for nothing yet."""
    most: int = 0
    """Its own limit, 0 = none."""
    due: float | None = None
    """What its rate would be by now if it had always used its share, see `Following`; None = the same as that."""


class Following:
    """Averages what a torrent was given as libtorrent averages what flows, which takes it ten seconds to show."""

    def __init__(self, rate: int) -> None:
        """`rate` is what flows when it is given something for the first time, bytes a second."""
        self._average = float(rate)
        self._recent = deque([self._average], maxlen=_LATE)

    def go_on(self, share: int, seconds: float) -> None:
        """It has had this share for so long."""
        self._average = share + (self._average - share) * _KEPT**seconds
        self._recent.append(self._average)

    @property
    def due(self) -> float:
        """The least that flows if all of it is used."""
        return min(self._recent)


def share_out(limit: int, takers: Sequence[Taker], idle: int = 0, spare: int = 0) -> tuple[list[int], int]:
    """What each gets, and each of some that are `idle`, who had `spare` until now: one at least.

    Together never more than `limit` and the `OVER`th part of it, but for what is given to more idle ones than that has
    bytes: nobody uses it, and so it takes nothing from the others.
    """
    spare = _spare(limit, idle, spare, alone=not takers)
    whole = max(limit - min(spare * idle, limit // _IDLE), len(takers))
    caps = [min(one.most, whole) if one.most else whole for one in takers]
    even = whole // max(1, len(takers))
    demands = [min(_demand(one, whole, even), cap) for one, cap in zip(takers, caps, strict=True)]
    room = sum(max(0, demand - one.rate) for one, demand in zip(takers, demands, strict=True) if not _hungry(one))
    whole += min(room, whole // OVER)
    shares = _poured(whole, demands)
    # What is left goes to those of whom nothing else is known yet; if there is more than that, to all.
    for welcome in ([_hungry(one) for one in takers], [True] * len(takers)):
        left = [cap - share if there else 0 for cap, share, there in zip(caps, shares, welcome, strict=True)]
        shares = [share + more for share, more in zip(shares, _poured(whole - sum(shares), left), strict=True)]
    return shares, spare


def _spare(limit: int, idle: int, before: int, *, alone: bool) -> int:
    """What each gets that has nobody; where there are few of them and nobody else, that is everything."""
    if not idle:
        return 0
    most = max(1, limit // (idle if alone and idle <= _IDLE else _IDLE * idle))
    if alone and idle <= _IDLE:
        return most
    return before if most <= before * _STEADY and before <= most else max(1, most * 3 // 4)


def _hungry(one: Taker) -> bool:
    return one.share is None or one.rate >= _HUNGRY * (one.share if one.due is None else one.due)


def _demand(one: Taker, whole: int, even: int) -> int:
    """What one would take: everything only if it has shown that."""
    if not _hungry(one):
        return max(int(one.rate * _ROOM), even // _START, 1)
    if one.share is None:
        return even
    more = one.share * _GROWTH
    if more < even:
        return more
    return whole if one.rate >= _HUNGRY * one.share else max(one.share, even)


def _poured(whole: int, vessels: Sequence[int]) -> list[int]:
    """Water fills vessels: each up to its brim, or to the level of all that are not full."""
    amounts, left = [0] * len(vessels), whole
    order = sorted(range(len(vessels)), key=vessels.__getitem__)
    for at, index in enumerate(order):
        amounts[index] = min(vessels[index], left // (len(order) - at))
        left -= amounts[index]
    return amounts
