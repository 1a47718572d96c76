# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets torrents wait for a reason of the program's own; what their owners wish stays, is stored, and comes back.

libtorrent knows them as paused. The store knows whether they are to run: whoever starts without the reason goes on.
"""

import libtorrent as lt

from starling.engine.record import Hold, Record
from starling.schedule import Stretch
from starling.torrent import Problem

_FLAGS = lt.torrent_flags
_RUNNING = _FLAGS.paused | _FLAGS.auto_managed

PROBLEMS = {Hold.SPACE: Problem.LOW_SPACE, Hold.DRIVE: Problem.NO_DRIVE, Hold.FOLDER: Problem.NO_DRIVE}
AWAY = (Hold.DRIVE, Hold.FOLDER)


def hold(record: Record, why: Hold, sentence: str = "") -> None:
    """Stops a torrent that is to run, until `release`; the sentence is told in its row."""
    record.held, record.disguised = why, True
    if why in PROBLEMS:
        record.problem, record.error = PROBLEMS[why], sentence
    if record.handle is not None:
        record.handle.unset_flags(_FLAGS.auto_managed | _FLAGS.stop_when_ready)
        record.handle.pause()


def release(record: Record) -> None:
    """Lets a torrent do again what its owner wishes."""
    forget(record)
    handle = record.handle
    if handle is None:
        return
    handle.clear_error()
    handle.unset_flags(_FLAGS.upload_mode)
    record.error_mode = False
    if record.paused or record.held is not None:
        return
    handle.unset_flags(_FLAGS.stop_when_ready)
    if record.forced:
        handle.unset_flags(_FLAGS.auto_managed)
    else:
        handle.set_flags(_FLAGS.auto_managed)
    handle.resume()


def wait(record: Record, why: Stretch) -> None:
    """The schedule has a torrent wait, until `go_on`; one that is checked is checked to the end first."""
    record.wait = why
    if record.held is not None:
        return
    record.held, record.disguised = Hold.SCHEDULE, True
    if record.handle is None or record.paused:
        return
    record.handle.unset_flags(_FLAGS.auto_managed)
    if record.checking:
        record.handle.set_flags(_FLAGS.stop_when_ready)
    else:
        record.handle.unset_flags(_FLAGS.stop_when_ready)
        record.handle.pause()


def go_on(record: Record) -> None:
    """The schedule lets a torrent run."""
    record.wait = None
    if record.held is Hold.SCHEDULE:
        release(record)


def begin_waiting(record: Record, params: lt.add_torrent_params, why: Stretch) -> None:
    """A new torrent waits from the beginning; what is on disk of it is looked at all the same."""
    record.wait, record.held, record.disguised = why, Hold.SCHEDULE, True
    if not record.paused:
        params.flags &= ~_RUNNING
        params.flags |= _FLAGS.stop_when_ready if record.has_metadata else _FLAGS.paused


def is_begun(record: Record) -> bool:
    """Whether there is something of a torrent, wherever that is now."""
    return record.snapshot is not None and record.snapshot.done > 0


def forget(record: Record) -> None:
    """There is no reason any more but the schedule, if that; whoever calls says what the torrent does now."""
    record.held = None if record.wait is None else Hold.SCHEDULE
    if record.problem in PROBLEMS.values():
        record.clear_problem()


def wish(record: Record) -> int:
    """libtorrent's flags for what the owner of a torrent wishes."""
    if record.paused:
        return int(_FLAGS.paused)
    return 0 if record.forced else int(_FLAGS.auto_managed)


def as_wished(record: Record, params: lt.add_torrent_params) -> None:
    """Parameters of a torrent as they are stored: running or paused as its owner wishes, in its own folder."""
    if record.held is not None:
        params.flags = (params.flags & ~_RUNNING) | wish(record)
        if not record.paused:
            params.flags &= ~_FLAGS.stop_when_ready
    if record.absent:
        params.save_path = record.save_path


def as_held(record: Record, params: lt.add_torrent_params) -> None:
    """Parameters of a torrent that enters the session: held ones wait in it."""
    if record.held is not None:
        params.flags = (params.flags & ~_RUNNING) | _FLAGS.paused
