# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits of single torrents, which for Transmission are a number and whether it holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from starling import settings
from starling.options import Limits, Options
from starling.remote.lasting import in_turns
from starling.remote.params import Params
from starling.remote.switched import KILO, MOST, Kept, kilobytes, no_nothing
from starling.setting import Setting

USUAL = 100
"""kB/s of a limit that nobody has given a number, as in Transmission."""
WAYS = ("download", "upload")
_LEAST_PEERS, _MOST_PEERS = 2, 10_000
"""libtorrent takes one connection for two."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of the limit in one direction; None = nothing."""

    number: int | None
    """kB/s."""
    on: bool | None


@dataclass(slots=True)
class Prepared:
    """What torrents get, and what is remembered of it as soon as they have it."""

    limits: dict[Limits, list[str]] = field(default_factory=dict)
    numbers: list[tuple[tuple[str, str], int]] = field(default_factory=list)
    """kB/s by id and way."""


class OwnLimits:
    """Remembers the numbers of limits that are off until Starling ends."""

    def __init__(self, get: Callable[[Setting[Any]], Any], told: Callable[[str], Options]) -> None:
        """`get` gives what the settings say, `told` what a torrent was told, by its id."""
        self._get, self._told = get, told
        self._kept: Kept[int] = Kept()

    async def prepare(self, params: Params, ids: Iterable[str]) -> Prepared:
        """Changes nothing. Raises ParamError."""
        wishes = [Wish(params.integer(f"{way}_limit", 0, MOST), params.flag(f"{way}_limited")) for way in WAYS]
        peers, found = peer_limit(params), Prepared()
        if peers is None and wishes == [Wish(None, None)] * 2:
            return found
        usual = self.usual()
        async for id in in_turns(ids):
            told = self._told(id)
            limits = []
            for way, wish, now, other in zip(WAYS, wishes, (told.down_limit, told.up_limit), usual, strict=True):
                number = self.number(id, way, now, other) if wish.number is None else wish.number
                on = bool(now) if wish.on is None else wish.on
                if on and not number:
                    raise no_nothing(f"{way}_limit")
                if now or wish.number is not None:
                    found.numbers.append(((id, way), number))
                # One that says what is so already leaves it to the byte.
                limits.append((now if number == kilobytes(now) else number * KILO) if on else 0)
            # Nor does it make a limit of the settings the torrent's own: clients send back what they see.
            same = peers == (told.connections or self._get(settings.connection.CONNECTIONS_PER_TORRENT))
            found.limits.setdefault(Limits(limits[0], limits[1], None if same else peers), []).append(id)
        return found

    async def keep(self, prepared: Prepared) -> None:
        """The torrents have got what was prepared."""
        async for key, number in in_turns(prepared.numbers):
            self._kept.keep(key, number)

    def usual(self) -> tuple[int, int]:
        """kB/s down and up of torrents of which nobody has said a number."""
        down, up = (self._get(each) for each in (settings.speed.DOWN_LIMIT, settings.speed.UP_LIMIT))
        return kilobytes(down) or USUAL, kilobytes(up) or USUAL

    def number(self, id: str, way: str, now: int, usual: int) -> int:
        """kB/s that clients see, whether the limit (bytes a second, 0 = off) holds or not. From any thread."""
        return kilobytes(now) or self._kept.get((id, way), usual)

    def forget(self, ids: Iterable[str]) -> None:
        """Torrents are gone."""
        self._kept.forget((id, way) for id in ids for way in WAYS)


def peer_limit(params: Params) -> int | None:
    """Connections of a torrent that are asked for; 0 = as the settings say. Raises ParamError."""
    asked = params.integer("peer_limit", 0, _MOST_PEERS)
    return max(asked, _LEAST_PEERS) if asked else asked
