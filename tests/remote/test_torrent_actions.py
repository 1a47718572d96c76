# SPDX-License-Identifier: GPL-3.0-or-later
"""Torrents are started, stopped, verified, removed and moved in the queue from elsewhere, as in the window."""

from collections.abc import Iterator

import pytest

from starling import settings
from starling.remote import hearing
from starling.torrent import State
from tests.helpers import User
from tests.remote.asking import Remote, remote_of
from tests.swarm import Swarm, Version


@pytest.fixture
def remote(user: User) -> Iterator[Remote]:
    with remote_of(user) as made:
        yield made


def test_started_stopped_forced_and_seen_at_once(swarm: Swarm, user: User, remote: Remote) -> None:
    first, second = (user.adds(swarm.payload(name=name, files=40_000), start=False) for name in ("a", "b"))
    number = remote.ids.number(first)
    remote.ask("torrent_start_now", ids=number)
    assert user.torrent(first).forced, "what a client asks next shows it"
    remote.ask("torrent_start")
    assert user.torrent(first).forced, "one that was let go ahead is not put back"
    assert not user.torrent(second).paused
    remote.ask("torrent_stop", ids=[first.upper(), second, 99])
    assert user.torrent(first).paused
    assert user.torrent(second).paused
    remote.ask("torrent_start", ids=[first])
    assert (user.torrent(first).paused, user.torrent(first).forced) == (False, False)
    assert user.torrent(second).paused
    remote.ask("torrent_reannounce", ids=[first])


def test_nobody_waits_for_what_is_so_already(
    swarm: Swarm, user: User, remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever waits for news would never be answered.
    monkeypatch.setattr(hearing, "SOON", 3600)
    link = f"magnet:?xt=urn:btih:{'ab' * 20}"
    first, second = user.adds(link, start=False), user.adds(swarm.payload(name="b", files=10_000), start=False)
    user.until(lambda: user.queue() == [first, second])
    remote.ask("torrent_stop")
    remote.ask("torrent_verify", ids=[first])
    remote.ask("queue_move_top", ids=[first])
    remote.ask("queue_move_bottom")
    remote.ask("torrent_set_location", location=str(user.downloads), move=True)
    remote.ask(
        "torrent_set",
        location=str(user.downloads),
        labels=[],
        sequential_download=False,
        upload_limit=7,
        seed_ratio_mode=2,
        tracker_add=["http://127.0.0.1:1/announce"],
    )
    for method in ("torrent_start", "torrent_start_now"):
        remote.ask(method, ids=[second])
        user.sees(second, lambda row: not row.paused and row.state is not State.CHECKING)
        remote.ask(method, ids=[second])


def test_verified(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files=400_000, version=Version.V1)
    id = user.owns(payload)
    payload.spoil(user.downloads, [0])
    remote.ask("torrent_stop", ids=[id])
    remote.ask("torrent_verify", ids=[id])
    user.sees(id, lambda row: row.state is State.PAUSED and not row.complete)


def test_moved_in_the_queue(swarm: Swarm, user: User, remote: Remote) -> None:
    a, b, c = (user.adds(swarm.payload(name=name, files=10_000), start=False) for name in "abc")
    user.until(lambda: user.queue() == [a, b, c])
    for method, ids, wanted in (
        ("queue_move_top", [c], [c, a, b]),
        ("queue_move_down", [c], [a, c, b]),
        ("queue_move_bottom", [a], [c, b, a]),
        ("queue_move_up", [b], [b, c, a]),
    ):
        remote.ask(method, ids=ids)
        user.until(lambda wanted=wanted: user.queue() == wanted)
    seed = user.owns(swarm.payload(name="d", files=10_000))
    user.sees(seed, lambda row: row.queue is None)
    for method in ("queue_move_top", "queue_move_up", "queue_move_down", "queue_move_bottom"):
        assert "queue" in remote.refused(method, ids=[seed])
    assert "queue" in remote.refused("torrent_set", ids=[seed], queue_position=0, sequential_download=True)
    assert not user.torrent(seed).sequential
    remote.ask("queue_move_top", ids=[seed, a])
    user.until(lambda: user.queue() == [a, b, c])
    remote.ask("queue_move_top", ids=[])


def test_removed_only_where_it_is_said_which(swarm: Swarm, user: User, remote: Remote) -> None:
    payload, other = swarm.payload(name="a", files=40_000), swarm.payload(name="b", files=40_000)
    id, kept = user.owns(payload), user.owns(other)
    assert "“ids”" in remote.refused("torrent_remove")
    remote.ask("torrent_remove", ids="all")
    assert "“delete_local_data”" in remote.refused("torrent_remove", ids=[id], delete_local_data="yes")
    remote.ask("torrent_remove", ids=[])
    assert len(user.engine.torrents) == 2
    remote.ask("torrent_remove", ids=[id], delete_local_data=True)
    assert list(user.engine.torrents) == [kept]
    assert remote.removed == ["a"]
    assert not (user.downloads / "a").exists()
    assert user.run(user.engine.bin.undo()).names == ("a",), "as in the window"
    assert (user.downloads / "a").exists()
    remote.ask("torrent_remove", ids=kept)
    assert remote.removed == ["a", "b"]
    assert (user.downloads / "b").exists()


def test_removed_for_good_where_the_settings_say_so(swarm: Swarm, user: User, remote: Remote) -> None:
    id, other = (user.owns(swarm.payload(name=name, files=40_000)) for name in "ab")
    remote.settings.set(settings.remote.FOR_GOOD, True)
    remote.ask("torrent_remove", ids=[id], delete_local_data=True)
    assert not (user.downloads / "a").exists()
    assert user.run(user.engine.bin.entries()) == []
    remote.ask("torrent_remove", ids=[other])
    assert (user.downloads / "b").exists()
    assert user.run(user.engine.bin.undo()).names == ("b",)
