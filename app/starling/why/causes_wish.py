# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes that its owner chose, that are being seen to, and those of the disk."""

from collections.abc import Callable

from starling.torrent import Problem, State
from starling.why.reason import Doing, Evidence
from starling.why.situation import Situation

_NOTHING = Evidence()


def opening(s: Situation) -> Evidence | None:
    """It is on its way into the session."""
    return _NOTHING if s.opening else None


def paused(s: Situation) -> Evidence | None:
    """Its owner has paused it."""
    return _NOTHING if s.row.state is State.PAUSED else None


def schedule(s: Situation) -> Evidence | None:
    """It is not its time."""
    if s.row.state is not State.QUEUED or s.row.wait is None:
        return None
    until = s.row.wait.until
    return Evidence(until=None if until is None else until.timestamp())


def check_waits(s: Situation) -> Evidence | None:
    """Others are checked before it."""
    return _NOTHING if s.row.state is State.QUEUED and s.check_waits else None


def queued(s: Situation) -> Evidence | None:
    """Others come before it."""
    return Evidence(count=s.line.ahead, of=s.line.place) if s.row.state is State.QUEUED else None


def skipped(s: Situation) -> Evidence | None:
    """Nothing of it is wanted."""
    row = s.row
    runs = row.state in (State.SEEDING, State.FINISHED, State.STALLED)
    return _NOTHING if runs and row.has_metadata and row.total_size and not row.size and not row.up else None


def checking(s: Situation) -> Evidence | None:
    """Its files are hashed."""
    return _NOTHING if s.row.state is State.CHECKING else None


def moving(s: Situation) -> Evidence | None:
    """Its files go to another folder."""
    if s.row.state is not State.MOVING:
        return None
    return Evidence(path=s.row.save_path if s.row.moving is None else s.row.moving.target)


def problem(which: Problem) -> Callable[[Situation], Evidence | None]:
    """That problem of its files stops it."""

    def holds(s: Situation) -> Evidence | None:
        return Evidence(text=s.row.error) if s.row.state is State.ERROR and s.row.problem is which else None

    return holds


def disk_full(s: Situation) -> Evidence | None:
    """A write failed for want of space."""
    row = s.row
    if row.state is not State.ERROR or row.problem is not Problem.DISK_FULL:
        return None
    lacking = 0 if s.disk.free is None else max(0, row.size - row.done - s.disk.free)
    return Evidence(text=row.error, path=s.disk.folder or row.save_path, size=_rounded(lacking))


def _rounded(size: int) -> int:
    """Up to two digits: what is free changes all the time."""
    step: int = 10 ** max(0, len(str(size)) - 2)
    return -(-size // step) * step


def disk_slow(s: Situation) -> Evidence | None:
    """Connections wait for the disk."""
    if s.crowd is None:
        return None
    waits = {Doing.DOWNLOADING: s.crowd.down_disk, Doing.SEEDING: s.crowd.up_disk}.get(s.doing, 0)
    return Evidence(count=waits, kind="read" if s.doing is Doing.SEEDING else "") if waits else None
