# SPDX-License-Identifier: GPL-3.0-or-later
"""How a limit that is for several torrents together is shared out among them: by what each can use, the rest evenly.

libtorrent's peer classes, which have limits of their own, can't be given to torrents.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_HUNGRY = 0.9
"""Who uses this much of its share could do with more."""
_ROOM = 1.3
"""How much more than it uses one gets that could not use more; with that it must not seem hungry again."""
_START = 50
"""Every other torrent gets this part of an even share in any case: from nothing it could not show what it can use."""
_IDLE = 100
"""All that have nobody to give to get this part of it together, so that they do not pass it when somebody comes."""


@dataclass(frozen=True, slots=True)
class Taker:
    """One of them; bytes a second."""

    rate: int = 0
    """What flows now."""
    share: int | None = None
    """What it has been given by now; None for nothing yet."""
    most: int = 0
    """Its own limit, 0 = none."""


def share_out(limit: int, takers: Sequence[Taker], idle: int = 0) -> tuple[list[int], int]:
    """What each gets, and each of some that are `idle`: one at least.

    Together never more than `limit`, unless that is less than there are torrents.
    """
    spare = max(1, limit // (_IDLE * idle if takers else idle)) if idle else 0
    whole = max(limit - spare * idle, len(takers))
    caps = [min(one.most, whole) if one.most else whole for one in takers]
    even = whole // max(1, len(takers))
    demands = [min(_demand(one, whole, even), cap) for one, cap in zip(takers, caps, strict=True)]
    shares = _poured(whole, demands)
    rest = _poured(whole - sum(shares), [cap - share for cap, share in zip(caps, shares, strict=True)])
    return [share + more for share, more in zip(shares, rest, strict=True)], spare


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
