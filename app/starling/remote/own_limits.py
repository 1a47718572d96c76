# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits of single torrents, which for Transmission are a number and whether it holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from starling import settings
from starling.options import Limits
from starling.remote.lasting import in_turns
from starling.remote.means import Means
from starling.remote.params import Params
from starling.remote.switched import KILO, MOST, Kept, kilobytes, no_nothing

USUAL = 100
"""kB/s of a limit that nobody has given a number, as in Transmission."""
_WAYS = ("download", "upload")
_LEAST_PEERS, _MOST_PEERS = 2, 10_000
"""libtorrent takes one connection for two."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of the limit in one direction; None = nothing."""

    number: int | None
    """kB/s."""
    on: bool | None


class OwnLimits:
    """Remembers the numbers of limits that are off until Starling ends."""

    def __init__(self, means: Means) -> None:
        self._throttle, self._settings = means.engine.throttle, means.settings
        self._kept: Kept[int] = Kept()

    async def prepare(self, params: Params, ids: Iterable[str]) -> list[tuple[str, Limits]]:
        """What torrents get, by their ids. Raises ParamError."""
        wishes = [Wish(params.integer(f"{way}_limit", 0, MOST), params.flag(f"{way}_limited")) for way in _WAYS]
        peers = peer_limit(params)
        if peers is None and wishes == [Wish(None, None)] * 2:
            return []
        changes = []
        numbers: list[tuple[tuple[str, str], int]] = []
        async for id in in_turns(ids):
            told = self._throttle.options_of(id)
            found = []
            for way, wish, now in zip(_WAYS, wishes, (told.down_limit, told.up_limit), strict=True):
                number = self.number(id, way, now) if wish.number is None else wish.number
                on = bool(now) if wish.on is None else wish.on
                if on and not number:
                    raise no_nothing(f"{way}_limit")
                if now or wish.number is not None:
                    numbers.append(((id, way), number))
                # One that says what is so already leaves it to the byte.
                found.append((now if number == kilobytes(now) else number * KILO) if on else 0)
            changes.append((id, Limits(found[0], found[1], peers)))
        for key, number in numbers:
            self._kept.keep(key, number)
        return changes

    def apply(self, changes: Iterable[tuple[str, Limits]]) -> None:
        """Does what was prepared."""
        same: dict[Limits, list[str]] = {}
        for id, limits in changes:
            same.setdefault(limits, []).append(id)
        for limits, ids in same.items():
            self._throttle.set_limits(ids, limits)

    def number(self, id: str, way: str, now: int) -> int:
        """kB/s that clients see, whether the limit (bytes a second, 0 = off) holds or not."""
        usual = settings.speed.DOWN_LIMIT if way == _WAYS[0] else settings.speed.UP_LIMIT
        return kilobytes(now) or self._kept.get((id, way), kilobytes(self._settings.get(usual)) or USUAL)


def peer_limit(params: Params) -> int | None:
    """Connections of a torrent that are asked for; 0 = as the settings say. Raises ParamError."""
    asked = params.integer("peer_limit", 0, _MOST_PEERS)
    return max(asked, _LEAST_PEERS) if asked else asked
