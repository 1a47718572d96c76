# SPDX-License-Identifier: GPL-3.0-or-later
"""How loud each cause is said: what is wrong, what only takes its time, and what its owner wanted."""

from collections.abc import Iterable
from enum import IntEnum

from starling.torrent import Torrent
from starling.why.reason import Cause


class Tone(IntEnum):
    """How loud a cause is said, the loudest last."""

    QUIET = 0
    """Wanted so, or nothing anybody misses."""
    BUSY = 1
    """It is being seen to: there is nothing to do but to wait."""
    STUCK = 2
    """It keeps a wanted download from moving."""
    BROKEN = 3
    """It ends only if somebody does something about it."""


_QUIET = {
    *(Cause.PAUSED, Cause.QUEUED, Cause.SCHEDULE, Cause.SKIPPED),
    *(Cause.NOBODY_ASKS, Cause.NOBODY_WANTS, Cause.UP_LIMIT, Cause.SLOTS),
}
_BUSY = {
    *(Cause.OPENING, Cause.CHECKING, Cause.CHECK_WAITS, Cause.MOVING),
    *(Cause.SEARCHING, Cause.CONNECTING, Cause.WAITING),
}
_BROKEN = {
    *(Cause.DISK_FULL, Cause.LOW_SPACE, Cause.READ_ONLY, Cause.MISSING_FILES, Cause.NO_DRIVE, Cause.DISK_ERROR),
}


def tone(cause: Cause) -> Tone:
    """How loud it is said."""
    if cause in _QUIET:
        return Tone.QUIET
    if cause in _BUSY:
        return Tone.BUSY
    return Tone.BROKEN if cause in _BROKEN else Tone.STUCK


def is_told(torrent: Torrent) -> bool:
    """Whether there is something to say that its owner does not know."""
    return torrent.why is not None and torrent.why.cause is not Cause.PAUSED


def loudest(torrents: Iterable[Torrent]) -> Torrent | None:
    """The first of those for which it is worst; None where there is nothing to say of any."""
    told = [torrent for torrent in torrents if is_told(torrent)]
    return max(told, key=_loudness, default=None)


def _loudness(torrent: Torrent) -> int:
    return -1 if torrent.why is None else tone(torrent.why.cause)
