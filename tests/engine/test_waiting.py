# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours in which torrents wait: whose do, whose do not, and that nothing else of them becomes another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import libtorrent as lt
import pytest

from starling.engine import waiting
from starling.schedule import Mode, Stretch
from starling.torrent import State, Torrent
from tests.helpers import User
from tests.swarm import Swarm, Version

SEEDING = Stretch(Mode.SEEDING, datetime(2026, 11, 22, 18))  # noqa: DTZ001  (as the clock on the wall shows it)
PAUSED = Stretch(Mode.PAUSED, datetime(2026, 11, 23, 8))  # noqa: DTZ001
PAUSE, AUTO = lt.torrent_flags.paused, lt.torrent_flags.auto_managed


def it_is(user: User, stretch: Stretch | None, *, running: bool = True) -> None:
    """These hours begin."""
    user.config = replace(user.config, rates=replace(user.config.rates, wait=stretch))
    if running:
        user.engine.apply(user.config)


def waits(row: Torrent) -> bool:
    return row.state is State.QUEUED and row.wait is not None and not row.paused


def runs(row: Torrent) -> bool:
    return row.wait is None and row.state in (State.DOWNLOADING, State.STALLED, State.SEEDING)


def flags(user: User, id: str) -> int:
    return int(user.handle(id).flags())


def test_seeding_only_holds_downloads_and_lets_seeds_go_on(swarm: Swarm, user: User) -> None:
    seed, download = user.owns(swarm.payload(name="whole")), user.adds(swarm.payload(name="part"))
    resting, forced = user.adds(swarm.payload(name="rests"), start=False), user.adds(swarm.payload(name="forced"))
    user.engine.force_start([forced])
    user.sees(forced, lambda row: row.forced)
    order = user.queue()
    it_is(user, SEEDING)
    for id in (download, forced):
        assert user.sees(id, waits).wait == SEEDING
        assert flags(user, id) & PAUSE
    assert user.sees(seed, State.SEEDING).wait is None
    assert user.sees(resting, State.PAUSED).wait is None
    assert user.torrent(forced).forced, "its owner's wish stays"
    assert user.queue() == order
    it_is(user, None)
    user.sees(download, runs)
    user.sees(forced, runs, lambda row: row.forced)
    assert flags(user, download) & AUTO
    assert user.sees(resting, State.PAUSED).paused


def test_everything_waits_and_what_is_told_meanwhile_holds_afterwards(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if they were thousands.
    monkeypatch.setattr(waiting, "_SLICE", 1)
    seed, rests, goes = (user.owns(swarm.payload(name=name)) for name in ("one", "two", "three"))
    user.engine.pause([goes])
    user.sees(goes, lambda row: row.paused)
    it_is(user, PAUSED)
    assert user.sees(seed, waits).wait == PAUSED
    user.engine.pause([rests])
    user.sees(rests, State.FINISHED, lambda row: row.paused and row.wait is None)
    user.engine.start([goes])
    user.sees(goes, waits)
    assert flags(user, goes) & PAUSE
    it_is(user, None)
    user.sees(seed, State.SEEDING)
    user.sees(goes, State.SEEDING)
    assert user.sees(rests, State.FINISHED).paused


def test_start_now_lets_one_run_until_other_hours_come(swarm: Swarm, user: User) -> None:
    one, other = user.owns(swarm.payload(name="one")), user.owns(swarm.payload(name="two"))
    it_is(user, PAUSED)
    user.sees(one, waits)
    user.engine.force_start([one])
    user.sees(one, State.SEEDING)
    user.engine.throttle.tick()
    assert user.sees(one, State.SEEDING).forced
    user.sees(other, waits)
    it_is(user, replace(PAUSED, until=None))
    user.sees(one, waits)
    it_is(user, None)
    user.sees(one, State.SEEDING, lambda row: row.forced)


@pytest.mark.parametrize("stretch", [SEEDING, PAUSED])
def test_a_restart_in_these_hours_and_after_them(swarm: Swarm, user: User, stretch: Stretch) -> None:
    seed, download = user.owns(swarm.payload(name="whole")), user.adds(swarm.payload(name="part"))
    it_is(user, stretch)
    user.sees(download, waits)
    user.restart()
    user.sees(download, waits)
    user.sees(seed, State.SEEDING if stretch is SEEDING else waits)
    it_is(user, None, running=False)
    user.restart()
    user.sees(download, runs, lambda row: not row.forced and not row.paused)
    user.sees(seed, State.SEEDING)


def test_new_torrents_wait_too_and_are_looked_at(swarm: Swarm, user: User) -> None:
    it_is(user, SEEDING)
    whole, part = swarm.payload(name="whole"), swarm.payload(name="part", version=Version.V1)
    whole.prefill(user.downloads, range(whole.pieces))
    part.prefill(user.downloads, range(2))
    there, begun = user.adds(whole), user.adds(part)
    user.sees(there, State.SEEDING)
    assert user.sees(begun, waits).done > 0
    magnet = user.adds(swarm.payload(name="unknown").magnet)
    user.sees(magnet, waits)
    user.restart()
    for id in (begun, magnet):
        user.sees(id, waits)
    it_is(user, None)
    for id in (begun, magnet):
        user.sees(id, lambda row: not row.paused and row.wait is None and row.state is not State.QUEUED)


def test_a_download_waits_from_the_next_byte_that_is_wanted(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(files={"a": 100_000, "b": 100_000}, version=Version.V1)
    payload.prefill(user.downloads, range(payload.pieces // 2 + 1))
    id = user.adds(payload, priorities={1: 0})
    user.sees(id, State.SEEDING)
    it_is(user, SEEDING)
    user.sees(id, State.SEEDING)
    user.sets_priorities(id, {1: 4})
    user.sees(id, waits)


def test_what_is_checked_in_these_hours_waits_when_it_is_done(swarm: Swarm, user: User) -> None:
    id = user.owns(swarm.payload(name="whole", files=300_000))
    it_is(user, PAUSED)
    user.sees(id, waits)
    (user.downloads / "whole").rename(user.folder / "aside")
    user.engine.recheck([id])
    user.sees(id, waits, lambda row: not row.done)
    (user.folder / "aside").rename(user.downloads / "whole")
    user.engine.recheck([id])
    user.sees(id, waits, lambda row: row.complete)
    assert flags(user, id) & PAUSE
    it_is(user, None)
    user.sees(id, State.SEEDING)


def test_it_is_moved_while_it_waits(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users().start()
    id = user.adds(swarm.payload(name="part"))
    it_is(user, SEEDING)
    user.sees(id, waits)
    target = user.folder / "elsewhere"
    user.run(user.engine.relocation.move([id], str(target)))
    user.sees(id, waits, lambda row: row.save_path == str(target))
    assert flags(user, id) & PAUSE
    it_is(user, None)
    user.sees(id, runs)
