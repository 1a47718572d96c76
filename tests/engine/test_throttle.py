# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits of torrents, of labels, and while only seeding: what libtorrent is told, what is kept, what flows."""

import time
from collections.abc import Callable

import pytest

from starling import settings, speedplan
from starling.engine import labelshares, throttle
from starling.engine.sharing import OVER
from starling.labels import Label, write
from starling.options import Limits
from starling.setting import INT_MAX, RATE_MAX
from starling.torrent import State
from tests.helpers import User
from tests.swarm import Swarm, Version

SPEED = settings.speed
LABELS = settings.labels.LABELS


def told(user: User, *ids: str) -> list[tuple[int, int]]:
    """Down and up as libtorrent has them, 0 = no limit."""
    handles = [user.handle(id) for id in ids]
    return [(max(0, handle.download_limit()), max(0, handle.upload_limit())) for handle in handles]


def of_session(user: User, name: str) -> int:
    return int(user.engine._running.session.lt.get_settings()[name])


def session_up(user: User) -> int:
    return of_session(user, "upload_rate_limit")


def test_limits_of_torrents_hold_at_once_and_after_a_restart(swarm: Swarm, user: User) -> None:
    first, second = user.owns(swarm.payload(name="one")), user.owns(swarm.payload(name="two"))
    user.engine.throttle.set_limits([first, second], Limits(down=70_000, up=30_000))
    user.engine.throttle.set_limits([first], Limits(up=0, connections=7, slots=3))
    assert told(user, first, second) == [(70_000, 0), (70_000, 30_000)]
    row = user.sees(first, lambda row: row.down_limit == 70_000)
    assert row.up_limit is None
    user.sees(second, lambda row: row.up_limit == 30_000)
    user.restart()
    assert told(user, first, second) == [(70_000, 0), (70_000, 30_000)]
    user.sees(first, lambda row: (row.down_limit, row.up_limit) == (70_000, None))
    counts = [(user.handle(id).max_connections(), user.handle(id).max_uploads()) for id in (first, second)]
    assert counts[0] == (7, 3)
    assert counts[1][0] == user.config.connections
    user.changes({settings.connection.CONNECTIONS_PER_TORRENT: 50})
    assert [user.handle(id).max_connections() for id in (first, second)] == [7, 50]


@pytest.mark.parametrize("rate", [RATE_MAX, INT_MAX])
def test_the_highest_limits_stop_nothing(swarm: Swarm, users: Callable[..., User], rate: int) -> None:
    payload = swarm.payload(files=500_000)
    user = users(chosen={SPEED.DOWN_LIMIT: RATE_MAX, SPEED.UP_LIMIT: RATE_MAX, SPEED.LIMIT_LOCAL: True}).start()
    id = user.adds(payload, start=False)
    # What an earlier version took is more than libtorrent can count with.
    user.engine.throttle.set_limits([id], Limits(down=rate, up=rate))
    user.engine.start([id])
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.connects(id, taker := swarm.leech(payload))
    taker.wait_for(lambda status: status.seeding)


def test_limit_of_a_label_is_shared_and_the_own_one_is_shown(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={LABELS: write((Label("linux", up_limit=90_000),))}).start()
    payloads = [swarm.payload(name=name) for name in "abc"]
    ids = [user.owns(payload, labels=("linux",)) for payload in payloads]
    # So slow that they take from the beginning of the test to its end.
    takers = [swarm.leech(payload, down=2_000) for payload in payloads]

    def all_is_given() -> bool:
        return sum(up for _, up in told(user, *ids)) >= 89_000

    for id, taker in zip(ids, takers, strict=True):
        user.connects(id, taker)
        user.sees(id, lambda row: row.peers)
    user.until(all_is_given)
    user.until(lambda: of_session(user, "tick_interval") == 50)
    # What the settings say was told anew, as when a network comes back.
    user.engine._running.session.apply(user.config.pack)
    user.engine._running.network.changed.emit()
    user.until(lambda: of_session(user, "tick_interval") == 50)
    assert sum(up for _, up in told(user, *ids)) <= 90_000 + 90_000 // OVER
    assert [user.torrent(id).up_limit for id in ids] == [None] * 3
    user.engine.throttle.set_limits(ids[:1], Limits(up=5_000))
    user.until(all_is_given)
    assert told(user, ids[0]) == [(0, 5_000)]
    # Who is paused leaves nearly everything to the others.
    user.engine.pause(ids[1:2])
    user.until(lambda: told(user, ids[2])[0][1] >= 83_000)
    assert told(user, ids[1])[0][1] < 1_000
    user.engine.labelling.put(ids, ())
    user.until(lambda: told(user, *ids) == [(0, 5_000), (0, 0), (0, 0)])
    user.until(lambda: of_session(user, "tick_interval") == 500)
    user.restart()
    assert told(user, *ids) == [(0, 5_000), (0, 0), (0, 0)]


def test_limit_of_a_label_that_changes_holds_at_once(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={LABELS: write((Label("one", down_limit=50_000), Label("two", down_limit=20_000)))}).start()
    id = user.owns(swarm.payload(), labels=("one", "two"))
    user.until(lambda: told(user, id)[0][0] == 20_000)
    user.changes({LABELS: write((Label("one", down_limit=10_000), Label("two")))})
    assert told(user, id) == [(10_000, 0)]
    user.changes({})
    assert told(user, id) == [(0, 0)]


def test_many_are_seen_to_in_turns(swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labelshares, "_LOOKS", 2)
    monkeypatch.setattr(labelshares, "_PUTS", 1)
    monkeypatch.setattr(throttle, "_SLICE", 1)
    user = users().start()
    ids = [user.adds(swarm.payload(name=name), start=False, labels=("linux",)) for name in "abcde"]
    limited = {LABELS: write((Label("linux", down_limit=50_000),))}
    user.changes({**limited, settings.connection.CONNECTIONS_PER_TORRENT: 50})
    user.until(lambda: told(user, *ids) == [(10_000, 0)] * 5)
    user.until(lambda: all(user.handle(id).max_connections() == 50 for id in ids))
    user.engine.throttle.set_limits(ids, Limits(down=4_000, up=3_000, slots=6))
    user.engine.throttle.set_limits(ids[3:], Limits(up=0))
    user.run(user.engine.remove(ids[:1], data=False))
    user.until(lambda: told(user, *ids[1:]) == [(4_000, 3_000)] * 2 + [(4_000, 0)] * 2)
    user.until(lambda: all(user.handle(id).max_uploads() == 6 for id in ids[1:]))
    user.engine.throttle.set_limits(ids[1:], Limits(down=0, up=0))
    user.changes({})
    user.until(lambda: told(user, *ids[1:]) == [(0, 0)] * 4)
    # Who quits at once has chosen all the same.
    user.engine.throttle.set_limits(ids[1:], Limits(down=5_000))
    user.restart()
    user.until(lambda: told(user, *ids[1:]) == [(5_000, 0)] * 4)


def test_other_upload_limit_while_only_seeding(
    swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speedplan, "_AFTER", 0.5)
    chosen = {SPEED.UP_LIMIT: 400_000, SPEED.SEEDING: True, SPEED.SEEDING_UP: 900_000}
    user = users(chosen=chosen).start()
    assert session_up(user) == 400_000
    user.owns(swarm.payload())
    user.until(lambda: session_up(user) == 900_000)
    assert user.engine.throttle.only_seeding
    seed = swarm.seed(payload := swarm.payload(name="more", files=200_000, version=Version.V1), up=60_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.until(lambda: session_up(user) == 400_000)
    user.changes({**chosen, SPEED.SLOW_MODE: True})
    user.until(lambda: session_up(user) == SPEED.SLOW_UP.default)
    user.sees(id, State.SEEDING)
    user.until(lambda: user.engine.throttle.only_seeding)
    assert session_up(user) == SPEED.SLOW_UP.default
    user.changes(chosen)
    assert session_up(user) == 900_000
    user.changes(chosen, upload_rate_limit=111_000)
    user.until(lambda: session_up(user) == 111_000)


def test_torrent_that_is_opened_anew_gets_its_share_again(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={LABELS: write((Label("linux", up_limit=90_000),))}).start()
    id = user.owns(swarm.payload(), labels=("linux",))
    user.until(lambda: told(user, id) == [(0, 90_000)])
    target = user.folder / "elsewhere"
    user.run(user.engine.relocation.move([id], str(target)))
    user.sees(id, lambda row: row.save_path == str(target))
    user.until(lambda: told(user, id) == [(0, 90_000)])


def test_what_flows_keeps_to_the_limit_of_the_label(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen={LABELS: write((Label("linux", down_limit=1_500_000),))}).start()
    payloads = [swarm.payload(files=9_000_000, version=Version.V1, name=name) for name in "ab"]
    seeds = [swarm.seed(payload) for payload in payloads]
    ids = [user.adds(payload, labels=("linux",)) for payload in payloads]
    begun = time.monotonic()
    for id, seed in zip(ids, seeds, strict=True):
        user.connects(id, seed)
    user.until(lambda: user.session.downloaded >= 4_500_000)
    # Without a limit it would be a hundred times that; `bench_limits` looks closer.
    assert 4_500_000 / (time.monotonic() - begun) <= 2_200_000
