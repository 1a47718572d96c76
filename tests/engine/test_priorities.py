# SPDX-License-Identifier: GPL-3.0-or-later
"""Files: what is skipped never shows up on disk, what is wanted arrives whole, and no change is lost."""

import libtorrent as lt
import pytest

from starling import tasks
from starling.torrent import Priority, State
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

SKIP, NORMAL, HIGH = Priority.SKIP, Priority.NORMAL, Priority.HIGH


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    """Four files that share pieces with their neighbours."""
    return swarm.payload(
        version=Version.V1,
        piece_size=32_768,
        files={"a.bin": 50_000, "b.bin": 70_000, "c.bin": 90_000, "d.bin": 40_000},
    )


def paths(payload: Payload, *indices: int) -> set[str]:
    return {payload.files[index].path for index in indices}


def test_skipped_file_is_never_on_disk(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.downloads_all(payload, swarm.seed(payload), priorities={1: SKIP, 3: SKIP})
    assert payload.arrives(user.downloads, skip=paths(payload, 1, 3)) == ()
    assert [file.name for file in user.downloads.iterdir()] == [payload.name]
    assert [file.name for file in (user.data_dir / "parts").iterdir()] == [f".{payload.hash_v1}.parts"]
    state = user.run(user.engine.details.file_state(id))
    assert state.priorities == (NORMAL, SKIP, NORMAL, SKIP)
    assert (state.done[0], state.done[2]) == (50_000, 90_000)


def test_skipped_file_that_is_wanted_after_all_is_whole(swarm: Swarm, user: User, payload: Payload) -> None:
    seed = swarm.seed(payload)
    id = user.downloads_all(payload, seed, priorities={1: SKIP})
    user.restart()
    user.sees(id, State.SEEDING)
    user.sets_priorities(id, {1: NORMAL})
    user.sees(id, lambda row: row.size == payload.size)
    user.connects(id, seed)
    user.sees(id, State.SEEDING, lambda row: row.size == payload.size)
    assert payload.arrives(user.downloads) == ()


def test_file_skipped_and_wanted_again_in_mid_download(swarm: Swarm, user: User, payload: Payload) -> None:
    seed = swarm.seed(payload, up=60_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.sees(id, lambda row: row.done)
    user.sets_priorities(id, {2: SKIP})
    assert user.sees(id, lambda row: row.size < payload.size).size >= payload.size - 90_000
    user.sets_priorities(id, {2: NORMAL})
    seed.limit()
    user.sees(id, State.SEEDING, lambda row: row.size == payload.size)
    assert payload.arrives(user.downloads) == ()


def test_a_change_is_on_disk_within_a_moment(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)
    running = user.engine._running
    assert running is not None
    running.keeper._timer.stop()  # the batches of every few seconds: a wish must not wait for one

    def kept() -> list[int]:
        resume = user.run(running.worker.run(running.store.resume, id))
        return [] if resume is None else list(lt.read_resume_data(resume).file_priorities)

    user.sets_priorities(id, {1: SKIP})
    user.until(lambda: kept() == [NORMAL, SKIP, NORMAL, NORMAL])
    user.sets_priorities(id, {1: NORMAL, 3: HIGH})
    user.until(lambda: kept() == [NORMAL, NORMAL, NORMAL, HIGH])


def test_quick_changes_are_all_kept(user: User, payload: Payload) -> None:
    id = user.adds(payload, start=False)
    engine = user.engine
    engine.contents.set_priorities(id, {0: SKIP})
    engine.contents.set_priorities(id, {1: HIGH})
    engine.contents.set_priorities(id, {0: NORMAL, 2: SKIP})
    user.until(lambda: user.handle(id).get_file_priorities() == [NORMAL, HIGH, SKIP, NORMAL])
    assert user.priorities(id) == [NORMAL, HIGH, SKIP, NORMAL]
    assert user.restart().priorities(id) == [NORMAL, HIGH, SKIP, NORMAL]


def test_last_of_quick_changes_wins(user: User, payload: Payload) -> None:
    id = user.adds(payload)
    for first, last in ((SKIP, NORMAL), (HIGH, SKIP), (NORMAL, HIGH), (SKIP, HIGH)):
        user.engine.contents.set_priorities(id, {1: first})
        user.engine.contents.set_priorities(id, {1: last})
        user.until(lambda: not any(task.get_name() == "file priorities" for task in tasks._running))
        assert user.priorities(id)[1] == last


def test_change_is_announced(user: User, payload: Payload) -> None:
    id = user.adds(payload)
    user.sets_priorities(id, {0: HIGH})
    assert user.priorities(id)[0] == HIGH


@pytest.mark.parametrize("change", [{4: 1}, {-1: 1}, {0: 8}, {0: -1}, {0: HIGH, 99: 1}])
def test_change_that_makes_no_sense_is_refused_whole(user: User, payload: Payload, change: dict[int, int]) -> None:
    id = user.adds(payload)
    user.engine.contents.set_priorities(id, change)
    user.hears(payload.name, "stay as they are")
    assert user.priorities(id) == [NORMAL] * 4


def test_skipping_everything_finishes_and_writes_nothing(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.adds(payload, priorities=dict.fromkeys(range(4), SKIP))
    user.connects(id, swarm.seed(payload))
    row = user.sees(id, State.SEEDING)
    assert (row.size, row.progress) == (0, 1.0)
    assert list(user.downloads.iterdir()) == []


def test_wish_before_the_metadata_is_refused_and_the_next_one_kept(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.adds(payload.magnet)
    user.engine.contents.set_priorities(id, {0: 0})
    user.hears("stay as they are", "not known yet")
    user.connects(id, swarm.seed(payload, up=50_000))
    user.sees(id, lambda row: row.has_metadata)
    user.sets_priorities(id, {0: 0})
    assert user.priorities(id)[0] == 0
