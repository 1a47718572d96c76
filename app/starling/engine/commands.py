# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders to torrents in the session: all asynchronous in libtorrent, every index checked before it gets there."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import libtorrent as lt

from starling.engine import holding, ownlimits
from starling.engine.record import Hold, Record
from starling.engine.session import Config
from starling.torrent import Problem

_AUTO_MANAGED = lt.torrent_flags.auto_managed
_STOP_WHEN_READY = lt.torrent_flags.stop_when_ready


def start(record: Record) -> None:
    """Lets a torrent run when the queue allows it, after an error too."""
    record.paused = record.forced = record.exempt = False
    if (handle := _present(record, start)) is None or _kept(record):
        return
    _recover(record, handle)
    handle.unset_flags(_STOP_WHEN_READY)
    handle.set_flags(_AUTO_MANAGED)
    handle.resume()


def force_start(record: Record) -> None:
    """Lets a torrent run whatever the queue says."""
    record.paused, record.forced = False, True
    if record.wait is not None:
        # Whoever says so sees that it would wait.
        record.exempt, record.wait = True, None
        if record.held is Hold.SCHEDULE:
            record.held = None
    if (handle := _present(record, force_start)) is None or _kept(record):
        return
    _recover(record, handle)
    handle.unset_flags(_AUTO_MANAGED | _STOP_WHEN_READY)
    handle.resume()


def try_again(record: Record) -> None:
    """Lets a torrent go on that its disk has stopped; whether it is to run stays as it was."""
    if (handle := record.handle) is not None and not record.paused and record.held is None:
        _recover(record, handle)
        handle.resume()


def pause(record: Record) -> None:
    """Stops a torrent until its owner starts it."""
    record.paused, record.forced, record.insists, record.exempt = True, False, False, False
    if (handle := _present(record, pause)) is None:
        return
    if record.held is Hold.SPACE:
        # It rests because its owner says so: that needs no reason.
        holding.forget(record)
    handle.unset_flags(_AUTO_MANAGED | _STOP_WHEN_READY)
    handle.pause()


def recheck(record: Record) -> None:
    """Hashes everything that is on disk; a paused torrent is paused again afterwards.

    libtorrent sends one that waits in the queue to its end.
    """
    if (handle := _present(record, recheck)) is None or not record.has_metadata:
        return
    if record.moving is not None:
        # Where it is by then.
        record.deferred.append(recheck)
        return
    if record.held in holding.AWAY:
        # There is nothing to be read, and what is known of it shall stay, unless the drive is there without its files.
        record.insists = record.insists or (record.held is Hold.DRIVE and holding.is_begun(record))
        return
    stopped = record.paused or record.problem is not Problem.NONE
    if record.held is not None:
        holding.release(record)
    _recover(record, handle)
    handle.force_recheck()
    rests = record.paused or record.held is not None
    if stopped or rests:
        # A paused torrent would not be checked.
        handle.resume()
    if rests:
        # Last: where the check is done already it stops at once, and would run again if it were resumed then.
        handle.set_flags(_STOP_WHEN_READY)


def _kept(record: Record) -> bool:
    """Whether a torrent goes on waiting although its owner starts it; it runs then when its reason is gone."""
    if record.held in (Hold.SPACE, *holding.AWAY):
        record.insists = True
    if record.held in (Hold.SPACE, Hold.FILES):
        holding.forget(record)
    return record.held is not None


def reannounce(record: Record) -> None:
    """Asks every tracker, the DHT and the local network for peers, no sooner than the trackers allow."""
    if (handle := _present(record, reannounce)) is None:
        return
    handle.force_reannounce()
    if not record.private:
        handle.force_dht_announce()


def configure(record: Record, config: Config) -> None:
    """Gives a torrent what libtorrent has no setting of the session for."""
    if _present(record, partial(configure, config=config)) is not None:
        ownlimits.count(record, config)
        set_flag(record, lt.torrent_flags.disable_pex, not config.pex)


def put_in_queue(record: Record, place: int, count: int) -> None:
    """Moves a torrent that has just been added, and so stands last among at most `count`, to a place in the queue."""
    handle = record.handle
    if handle is None:
        return
    if place <= count // 2:
        handle.queue_position_top()
        for _ in range(place):
            handle.queue_position_down()
    else:
        for _ in range(count - 1 - place):
            handle.queue_position_up()


def set_flag(record: Record, flag: int, on: bool) -> None:
    """Sets or clears one of libtorrent's torrent flags."""
    if (handle := _present(record, partial(set_flag, flag=flag, on=on))) is not None:
        (handle.set_flags if on else handle.unset_flags)(flag)


def add_trackers(record: Record, trackers: Iterable[tuple[str, int]]) -> None:
    """Gives a torrent trackers: (URL, tier)."""
    trackers = tuple(trackers)
    if (handle := _present(record, partial(add_trackers, trackers=trackers))) is not None:
        for url, tier in trackers:
            handle.add_tracker({"url": url, "tier": tier})


def catch_up(record: Record) -> None:
    """Does what was asked of a torrent before it was in the session, or while it was not."""
    wishes, record.deferred = record.deferred, []
    for wish in wishes:
        wish(record)


def _present(record: Record, wish: Callable[[Record], None]) -> lt.torrent_handle | None:
    """The handle of a torrent; None if it is not in the session: what is wished is done when it is."""
    if record.handle is None:
        record.deferred.append(wish)
    return record.handle


def turned(record: Record, changes: Mapping[int, int]) -> set[int]:
    """The files that changes skip or want again; those that are not there are left out."""
    now = record.priorities or []
    return {i for i, value in changes.items() if 0 <= i < len(now) and bool(now[i]) is not bool(value)}


def change_priorities(record: Record, changes: Mapping[int, int]) -> None:
    """Sets the priorities of some files; `record.priorities` must have been read.

    Raises IndexError or ValueError for a file that is not there or a priority outside 0-7.
    """
    if record.priorities is None:
        raise ValueError("the priorities are not known yet")
    for index, priority in changes.items():
        if not 0 <= index < len(record.priorities):
            raise IndexError(f"no file {index}")
        if not 0 <= priority <= 7:
            raise ValueError(f"no priority {priority}")
    for index, priority in changes.items():
        record.priorities[index] = priority
    if record.handle is not None:
        record.handle.prioritize_files(record.priorities)


def _recover(record: Record, handle: lt.torrent_handle) -> None:
    handle.unset_flags(lt.torrent_flags.upload_mode)
    if record.problem is not Problem.NONE:
        handle.clear_error()
        if record.problem is Problem.MISSING_FILES:
            # libtorrent goes on believing that it has what was there.
            handle.force_recheck()
        record.clear_problem()
    record.unconfirmed = False
    record.error_mode = False
    # As if it had just begun.
    record.received = -1
