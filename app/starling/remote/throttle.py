# SPDX-License-Identifier: GPL-3.0-or-later
"""Slows down who guesses passwords: each address for itself, twice as long each time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address

from starling import addresses

_FREE = 5
"""Wrong ones within a minute before the address has to wait."""
_WINDOW = 60.0
_FIRST, _LONGEST = 5.0, 900.0
"""Seconds to wait: 5 at first, twice as long for each wrong one after that, up to 15 minutes."""
_MOST = 1024
"""Addresses that are remembered."""
_NETWORK_BITS = 64
"""Of an IPv6 address: what follows anybody can choose for himself."""


@dataclass(slots=True)
class _Trial:
    wrong: int
    last: float
    until: float = 0.0


class Throttle:
    """Counts wrong passwords by address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._trials: dict[object, _Trial] = {}
        """Those that failed last are at the end."""

    def wait(self, address: str) -> float:
        """Seconds for which nothing is taken from there."""
        trial = self._trials.get(network(address))
        return max(trial.until - self._clock(), 0.0) if trial is not None else 0.0

    def failed(self, address: str) -> None:
        """A wrong password came from there."""
        now, key = self._clock(), network(address)
        trial = self._trials.pop(key, None)
        if trial is None or now - max(trial.last, trial.until) > _forgiven(trial):
            trial = _Trial(0, now)
        trial.wrong += 1
        trial.last = now
        if trial.wrong >= _FREE:
            trial.until = now + min(_FIRST * 2.0 ** min(trial.wrong - _FREE, 30), _LONGEST)
        self._make_room()
        self._trials[key] = trial

    def passed(self, address: str) -> None:
        """The right one came from there."""
        self._trials.pop(network(address), None)

    def __len__(self) -> int:
        return len(self._trials)

    def _make_room(self) -> None:
        if len(self._trials) < _MOST:
            return
        now = self._clock()
        # Whoever has to wait goes on waiting if others can be forgotten; else who has the least of it left.
        self._trials.pop(min(self._trials, key=lambda key: max(self._trials[key].until, now)))


def _forgiven(trial: _Trial) -> float:
    """Seconds without a wrong one after which those before count no more."""
    return _WINDOW if trial.wrong < _FREE else _LONGEST


def network(address: str) -> object:
    """What counts as one client: an address, of IPv6 the network that it is in."""
    found = addresses.parse(address.partition("%")[0])
    if isinstance(found, IPv6Address) and not found.is_loopback:
        return int(found) >> (128 - _NETWORK_BITS)
    return found
