# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands to torrents in the list: each does what its name says, is seen in the row, and survives a restart."""

from collections.abc import Callable

import libtorrent as lt
import pytest

from starling.torrent import QueueMove, State
from tests.helpers import User
from tests.swarm import Event, Payload, Swarm, Version

UP, DOWN, TOP, BOTTOM = QueueMove.UP, QueueMove.DOWN, QueueMove.TOP, QueueMove.BOTTOM


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(version=Version.V1)


def test_pause_and_start(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload, up=50_000))
    user.sees(id, State.DOWNLOADING, lambda row: row.down and row.peers + row.seeds)
    user.engine.pause([id])
    row = user.sees(id, State.PAUSED, lambda row: not row.seeds)
    assert (row.paused, row.forced) == (True, False)
    assert user.restart().sees(id, State.PAUSED).paused
    user.engine.start([id])
    row = user.sees(id, State.DOWNLOADING)
    assert (row.paused, row.forced) == (False, False)


def test_effect_is_seen_long_before_the_next_tick(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)
    user.engine._tick.stop()
    user.engine.start([id])
    user.until(lambda: user.torrent(id).state is State.DOWNLOADING)


def test_queue_lets_one_run_and_force_start_another(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(active_downloads=1, active_limit=1, dont_count_slow_torrents=False).start()
    first, second, third = (user.adds(swarm.payload(name=name)) for name in ("1", "2", "3"))
    user.sees(first, State.DOWNLOADING)
    user.sees(second, State.QUEUED)
    user.engine.force_start([third])
    row = user.sees(third, lambda row: row.forced and row.state is State.DOWNLOADING)
    assert not row.paused
    user.sees(second, State.QUEUED)
    user.engine.start([third])
    assert not user.sees(third, State.QUEUED).forced


@pytest.mark.parametrize("paused", [False, True], ids=["running", "paused"])
def test_recheck_finds_what_is_wrong_and_a_paused_torrent_stays_paused(
    swarm: Swarm, user: User, payload: Payload, paused: bool
) -> None:
    id = user.owns(payload)
    if paused:
        user.engine.pause([id])
        user.sees(id, State.FINISHED)
    payload.spoil(user.downloads, [3])
    user.engine.recheck([id])
    row = user.sees(id, lambda row: row.done == payload.size - payload.piece_size)
    assert row.paused == paused
    user.sees(id, State.PAUSED if paused else State.DOWNLOADING)


def test_recheck_of_a_paused_torrent_shows_its_progress(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(hashing_threads=1, checking_mem_usage=4).start()
    payload = swarm.payload(files=200 << 20, version=Version.V1, piece_size=1 << 20)
    id = user.adds(payload, start=False, save_path=str(payload.root))
    user.sees(id, State.PAUSED)
    user.engine.recheck([id])
    user.sees(id, State.CHECKING, lambda row: 0 < row.progress < 1)
    row = user.sees(id, State.FINISHED)
    assert (row.progress, row.paused) == (1.0, True)


def test_reannounce_asks_the_tracker(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker(min_interval=1)
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: tracker.events() == [Event.STARTED])
    user.until(lambda: user.trackers(id)[tracker.url].last_announce)
    user.engine.reannounce([id])
    user.until(lambda: tracker.events() == [Event.STARTED, Event.NONE])


@pytest.mark.parametrize(
    ("chosen", "move", "expected"),
    [
        ("c", UP, "acbde"),
        ("bc", UP, "bcade"),
        ("ab", UP, "abcde"),
        ("abd", UP, "abdce"),
        ("bc", DOWN, "adbce"),
        ("de", DOWN, "abcde"),
        ("bde", DOWN, "acbde"),
        ("db", TOP, "bdace"),
        ("ac", BOTTOM, "bdeac"),
        ("abcde", BOTTOM, "abcde"),
    ],
)
def test_several_move_in_the_queue_as_a_block(
    swarm: Swarm, user: User, chosen: str, move: QueueMove, expected: str
) -> None:
    ids = {name: user.adds(swarm.payload(files=1000, name=name), start=False) for name in "abcde"}
    user.until(lambda: user.queue() == [ids[name] for name in "abcde"])
    user.engine.queue.move([ids[name] for name in chosen], move)
    # A move more whose end is known, so that "nothing moved" is not seen too early.
    user.engine.set_sequential([ids["e"]], True)
    user.sees(ids["e"], lambda row: row.sequential)
    user.until(lambda: user.queue() == [ids[name] for name in expected])


def test_sequential(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)
    user.engine.set_sequential([id], True)
    user.sees(id, lambda row: row.sequential)
    assert user.restart().torrent(id).sequential
    user.engine.set_sequential([id], False)
    user.sees(id, lambda row: not row.sequential)


def edges(user: User, id: str) -> set[int]:
    files = user.run(user.engine.details.files(id))
    wanted = [f for f, p in zip(files, user.priorities(id), strict=True) if p and f.pieces]
    return {piece for f in wanted for piece in (f.first_piece, f.first_piece + f.pieces - 1)}


def raised(user: User, id: str) -> set[int]:
    return {piece for piece, priority in enumerate(user.handle(id).get_piece_priorities()) if priority == 7}


def test_first_and_last_pieces_first_whatever_the_priorities(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)
    before = user.handle(id).get_piece_priorities()
    user.engine.contents.set_first_last([id], True)
    assert user.sees(id, lambda row: row.first_last)
    user.until(lambda: raised(user, id) == edges(user, id))
    user.sets_priorities(id, {0: 0, 2: 6})
    user.until(lambda: raised(user, id) == edges(user, id))
    # As libtorrent leaves them for a moment whenever a file's priority changes: the program may end just then.
    handle = user.handle(id)
    handle.prioritize_pieces([4] * len(before))
    user.until(lambda: not raised(user, id))
    user.restart()
    assert raised(user, id) == edges(user, id)
    user.sets_priorities(id, {0: 4, 2: 4})
    user.engine.contents.set_first_last([id], False)
    user.until(lambda: user.handle(id).get_piece_priorities() == before)
    assert not user.restart().torrent(id).first_last


def test_first_and_last_pieces_first_from_the_beginning(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False, first_last=True, priorities={0: 0})
    assert raised(user, id) == edges(user, id)
    assert user.priorities(id)[:2] == [0, 4]


def test_labels(user: User, payload: Payload) -> None:
    id = user.adds(payload)
    user.engine.set_labels([id], ("Películas", "x"))
    assert user.sees(id, lambda row: row.labels).labels == ("Películas", "x")
    assert user.restart().torrent(id).labels == ("Películas", "x")


def test_commands_to_what_is_gone_do_nothing(user: User, payload: Payload) -> None:
    id = user.adds(payload)
    user.run(user.engine.remove([id], data=False))
    engine = user.engine
    for command in (engine.start, engine.pause, engine.force_start, engine.recheck, engine.reannounce):
        command([id, "0" * 40])
    engine.queue.move([id], UP)
    engine.contents.set_first_last([id], True)
    engine.set_labels([id], ("x",))
    engine.contents.set_priorities(id, {0: 0})
    assert "not in the list" in user.refused(engine.peers.connected(id))
    assert "not in the list" in user.refused(engine.details.facts(id))
    assert dict(engine.torrents) == {}


def test_start_during_the_check_of_a_paused_torrent_is_not_forgotten(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(hashing_threads=1, checking_mem_usage=4).start()
    payload = swarm.payload(files=200 << 20, version=Version.V1, piece_size=1 << 20)
    id = user.adds(payload, start=False, save_path=str(payload.root))
    user.sees(id, State.PAUSED)
    user.engine.recheck([id])
    user.sees(id, State.CHECKING)
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    assert not user.handle(id).flags() & lt.torrent_flags.stop_when_ready


def test_pause_and_recheck_at_once_ends_paused(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    payload.spoil(user.downloads, [3])
    user.engine.pause([id])
    user.engine.recheck([id])
    row = user.sees(id, State.PAUSED, lambda row: row.done == payload.size - payload.piece_size)
    assert row.paused


def test_start_and_recheck_at_once_ends_running(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    payload.spoil(user.downloads, [3])
    user.engine.start([id])
    user.engine.recheck([id])
    row = user.sees(id, lambda row: row.done == payload.size - payload.piece_size, State.DOWNLOADING)
    assert not row.paused


@pytest.mark.parametrize(
    ("who", "move", "after"), [("bc", UP, "bcade"), ("cd", DOWN, "abecd"), ("d", UP, "adbce"), ("ae", TOP, "aebcd")]
)
def test_two_quick_moves_in_the_queue_keep_the_block(
    swarm: Swarm, user: User, who: str, move: QueueMove, after: str
) -> None:
    ids = {name: user.adds(swarm.payload(files=1_000, name=name), start=False) for name in "abcde"}
    user.until(lambda: user.queue() == list(ids.values()))
    for _ in range(2):
        user.engine.queue.move([ids[name] for name in who], move)
    user.until(lambda: user.queue() == [ids[name] for name in after])
