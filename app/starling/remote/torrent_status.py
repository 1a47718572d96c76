# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent is doing, in the numbers that Transmission has for it."""

from enum import IntEnum

from starling.survey import Detail
from starling.torrent import NEVER, Problem, State, Torrent


class Status(IntEnum):
    """``status``."""

    STOPPED = 0
    CHECK_WAIT = 1
    """Starling has no list of what waits to be checked: never told."""
    CHECK = 2
    DOWNLOAD_WAIT = 3
    DOWNLOAD = 4
    SEED_WAIT = 5
    SEED = 6


class Fault(IntEnum):
    """``error``."""

    NONE = 0
    TRACKER_WARNING = 1
    TRACKER_ERROR = 2
    LOCAL = 3


NOT_AVAILABLE, UNKNOWN = -1, -2
"""Times that are left: none is, and one that nobody knows."""


def status(torrent: Torrent) -> Status:
    """What it is doing. One that an error has stopped is stopped, whatever its owner wishes."""
    match torrent.state:
        case State.CHECKING:
            return Status.CHECK
        case State.PAUSED | State.FINISHED | State.ERROR:
            return Status.STOPPED
        case State.QUEUED:
            return Status.SEED_WAIT if _complete(torrent) else Status.DOWNLOAD_WAIT
        case State.MOVING if torrent.paused:
            return Status.STOPPED
        case State.SEEDING | State.MOVING if _complete(torrent):
            return Status.SEED
    return Status.DOWNLOAD


def fault(torrent: Torrent, detail: Detail) -> Fault:
    """What is wrong with it."""
    if torrent.problem is not Problem.NONE:
        return Fault.LOCAL
    if detail.refused:
        return Fault.TRACKER_ERROR
    return Fault.TRACKER_WARNING if detail.complaint else Fault.NONE


def fault_words(torrent: Torrent, detail: Detail) -> str:
    """The sentence to it."""
    return torrent.error if torrent.problem is not Problem.NONE else detail.complaint


def left(torrent: Torrent) -> int:
    """Wanted bytes that are missing."""
    return max(0, torrent.size - torrent.done)


def eta(torrent: Torrent) -> int:
    """Seconds until all that is wanted is here, or until its ratio is reached."""
    match status(torrent):
        case Status.DOWNLOAD:
            if torrent.eta == NEVER:
                return NOT_AVAILABLE
            return UNKNOWN if torrent.eta is None else round(torrent.eta)
        case Status.SEED:
            goal = torrent.goal
            if goal is None or goal.goal.ratio is None:
                return NOT_AVAILABLE
            if not torrent.up:
                return UNKNOWN
            # What the ratio is taken of is not told, but follows from it.
            base = torrent.uploaded / torrent.ratio if torrent.ratio else torrent.downloaded or torrent.size
            return max(0, round((goal.goal.ratio - torrent.ratio) * base / torrent.up))
    return NOT_AVAILABLE


def eta_idle(torrent: Torrent, now: float) -> int:
    """Seconds until nobody has taken anything for too long."""
    goal = torrent.goal
    if goal is None or goal.idle_due is None or torrent.up or status(torrent) is not Status.SEED:
        return NOT_AVAILABLE
    return max(0, round(goal.idle_due - now))


def started(torrent: Torrent, now: float) -> int:
    """When it was started; 0 for one that never ran.

    Starling keeps for how long a torrent ran, and not since when: one that runs is told of as if it had run without a
    break, one that rests as if it had begun when it was added.
    """
    if status(torrent) is Status.STOPPED:
        return torrent.added if torrent.active_time else 0
    return max(torrent.added, round(now - torrent.active_time))


def _complete(torrent: Torrent) -> bool:
    return torrent.has_metadata and torrent.done >= torrent.size
