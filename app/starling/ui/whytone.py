# SPDX-License-Identifier: GPL-3.0-or-later
"""How loud each cause is said: what is wrong, what only takes its time, and what its owner wanted."""

from enum import Enum

from starling.why.reason import Cause


class Tone(Enum):
    """How loud a cause is said."""

    QUIET = "quiet"
    """Wanted so, or nothing anybody misses."""
    BUSY = "busy"
    """It is being seen to: there is nothing to do but to wait."""
    STUCK = "stuck"
    """It keeps a wanted download from moving."""
    BROKEN = "broken"
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
