# SPDX-License-Identifier: GPL-3.0-or-later
"""How a limit that is for several torrents together is shared out among them: by what each can use, the rest evenly.

libtorrent's peer classes, which have limits of their own, can't be given to torrents.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_HUNGRY = 0.8
"""Who uses this much of its share could do with more."""
_ROOM = 1.25
"""How much more than it uses one gets that could not use more."""
_START = 50
"""A torrent that runs gets this part of an even share in any case: from nothing it could not show what it can use."""
_IDLE = 100
"""All that do not run get this part of it together, so that they are not beyond it in the second they start."""


@dataclass(frozen=True, slots=True)
class Taker:
    """One of them; bytes a second."""

    runs: bool = True
    rate: int = 0
    """What flows now."""
    share: int | None = None
    """What it has been given by now; None for nothing yet."""
    most: int = 0
    """Its own limit, 0 = none."""


def share_out(limit: int, takers: Sequence[Taker]) -> list[int]:
    """What each gets, one at least; together never more than `limit`, unless that is less than there are torrents."""
    running = [one for one in takers if one.runs]
    idle = len(takers) - len(running)
    spare = max(1, limit // (_IDLE * idle)) if idle else 0
    whole = max(limit - spare * idle, len(running))
    caps = [min(one.most, whole) if one.most else whole for one in running]
    even = whole // max(1, len(running))
    demands = [min(_demand(one, whole, even), cap) for one, cap in zip(running, caps, strict=True)]
    shares = _poured(whole, demands)
    rest = _poured(whole - sum(shares), [cap - share for cap, share in zip(caps, shares, strict=True)])
    given = iter(share + more for share, more in zip(shares, rest, strict=True))
    return [next(given) if one.runs else spare for one in takers]


def _demand(one: Taker, whole: int, even: int) -> int:
    if one.share is None or one.rate >= _HUNGRY * one.share:
        return whole
    return max(int(one.rate * _ROOM), even // _START, 1)


def _poured(whole: int, vessels: Sequence[int]) -> list[int]:
    """Water fills vessels: each up to its brim, or to the level of all that are not full."""
    amounts, left = [0] * len(vessels), whole
    order = sorted(range(len(vessels)), key=vessels.__getitem__)
    for at, index in enumerate(order):
        amounts[index] = min(vessels[index], left // (len(order) - at))
        left -= amounts[index]
    return amounts
