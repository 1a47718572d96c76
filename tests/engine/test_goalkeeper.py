# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeding goals, with peers that really take: what is done at the end, and what is not, over restarts and kills."""

from collections.abc import Callable
from pathlib import Path
from time import time
from typing import Any

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import goalkeeper
from starling.engine.goalconfig import GoalConfig
from starling.engine.record import Record
from starling.goals import After, Aim, Goal, Part
from starling.setting import Setting
from starling.torrent import State, Torrent
from tests.engine.headless import Headless
from tests.helpers import User
from tests.swarm import Payload, Swarm

SIZE = 400_000
BLOCK = 16_384
HALF, NOW = Goal(ratio=0.5), Goal(ratio=0)
UNTIL_HALF = {settings.seeding.RATIO_ON: True, settings.seeding.RATIO: 0.5}
AT_ONCE = {settings.seeding.RATIO_ON: True, settings.seeding.RATIO: 0.0}


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files=SIZE)


def takes(swarm: Swarm, user: User, id: str, payload: Payload, have: float = 0.0) -> None:
    """A peer comes and takes what it lacks."""
    user.connects(id, swarm.leech(payload, have=have))


def has_given_all(row: Torrent) -> bool:
    """Who has taken everything has gone; libtorrent may not count the last block where that was quick."""
    return not row.peers + row.seeds and row.uploaded >= SIZE - BLOCK


def rests(row: Torrent) -> bool:
    return row.goal is not None and row.goal.rests


def own(row: Torrent) -> bool:
    return row.goal is not None and row.goal.own


def test_a_ratio_pauses_it_until_somebody_starts_it_or_the_goal_is_another(
    swarm: Swarm, users: Callable[..., User], payload: Payload
) -> None:
    user = users(chosen=UNTIL_HALF).start()
    told: list[list[str]] = []
    user.engine.goals.reached.connect(told.append)
    id = user.owns(payload)
    before = user.torrent(id).goal
    assert before is not None
    assert (before.goal, before.own, before.reached) == (HALF, False, None)
    takes(swarm, user, id, payload)
    row = user.sees(id, State.FINISHED, rests)
    assert row.ratio >= 0.5
    assert row.goal is not None
    assert row.goal.reached is not None
    assert row.goal.reached.by == (Part.RATIO,)
    assert row.goal_reached
    assert told == [[id]]
    assert user.restart().sees(id, State.FINISHED, rests).paused
    user.engine.start([id])
    assert user.sees(id, State.SEEDING).goal_reached
    user.restart()
    assert user.sees(id, State.SEEDING).goal_reached
    user.engine.goals.tick()
    user.sees(id, State.SEEDING)
    user.changes({settings.seeding.RATIO_ON: True, settings.seeding.RATIO: 0.6})
    user.sees(id, State.FINISHED, rests)
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    # Told once more it counts once more.
    user.engine.goals.set_goal([id], Goal(ratio=0.6))
    user.engine.goals.set_goal([id], Goal(ratio=0.6))
    user.sees(id, State.FINISHED, rests)


def test_a_higher_goal_lets_it_go_on_by_itself(users: Callable[..., User], payload: Payload) -> None:
    user = users(chosen=AT_ONCE).start()
    id = user.owns(payload)
    user.sees(id, State.FINISHED, rests)
    user.changes({settings.seeding.RATIO_ON: True, settings.seeding.RATIO: 100.0})
    user.sees(id, State.SEEDING, lambda row: not row.goal_reached)
    user.engine.goals.set_goal([id], NOW)
    user.sees(id, State.FINISHED, rests)
    user.engine.goals.set_goal([id], Goal())
    user.sees(id, State.SEEDING)
    assert user.restart().sees(id, State.SEEDING, lambda row: row.goal is not None).goal.goal.endless  # type: ignore[union-attr]


def test_one_that_its_owner_paused_stays_paused_and_may_go_on_beyond_its_goal(
    users: Callable[..., User], payload: Payload
) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.pause([id])
    user.sees(id, State.FINISHED)
    user.engine.goals.set_goal([id], NOW)
    user.engine.goals.tick()
    assert not user.sees(id, State.FINISHED, lambda row: row.goal is not None).goal_reached
    user.engine.goals.set_goal([id], Goal(ratio=5))
    user.sees(id, State.FINISHED)
    user.engine.goals.set_goal([id], NOW)
    user.engine.start([id])
    assert user.sees(id, State.SEEDING).goal_reached


def test_one_that_its_owner_paused_after_its_goal_did_does_not_start_by_itself(
    users: Callable[..., User], payload: Payload
) -> None:
    user = users(chosen=AT_ONCE).start()
    id = user.owns(payload)
    user.sees(id, State.FINISHED, rests)
    user.engine.pause([id])
    user.sees(id, State.FINISHED, lambda row: row.goal_reached and not rests(row))
    user.changes({})
    user.sees(id, State.FINISHED, lambda row: not row.goal_reached)
    user.restart()
    assert user.sees(id, State.FINISHED).paused


def test_neither_downloads_nor_forced_ones_are_ended(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users(chosen=AT_ONCE).start()
    some, other = swarm.payload(name="some", files=SIZE), swarm.payload(name="other", files=SIZE)
    download = user.adds(some)
    other.prefill(user.downloads, range(other.pieces))
    forced = user.adds(other, start=False)
    user.engine.force_start([forced])
    user.sees(forced, State.SEEDING, lambda row: row.forced)
    user.engine.goals.tick()
    aim = user.sees(download, lambda row: row.goal is not None).goal
    assert aim is not None
    assert aim.share is None
    user.sees(forced, State.SEEDING)
    user.connects(download, swarm.seed(some))
    # A goal of 0 ends it as soon as it is complete.
    user.sees(download, State.FINISHED, rests)


def test_time_ends_it_without_any_news(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(time=user.torrent(id).seeding_time + 2))
    due = user.torrent(id).goal
    assert due is not None
    assert due.time_due is not None
    assert 0 <= due.time_due - time() <= 3
    user.until(lambda: user.torrent(id).state is State.FINISHED)
    reached = user.torrent(id).goal
    assert reached is not None
    assert reached.reached is not None
    assert reached.reached.by == (Part.TIME,)


def test_idle_time_begins_anew_with_what_is_taken_and_survives_a_restart(
    swarm: Swarm, users: Callable[..., User], payload: Payload
) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(idle=3600))
    takes(swarm, user, id, payload)
    user.sees(id, has_given_all)
    record = user.engine._records.get(id)
    assert record is not None
    # As if the last peer had come half an hour ago.
    record.clock.idle_from -= 1800
    idle = record.clock.last_taken
    user.restart()
    after = user.sees(id, lambda row: row.goal is not None and row.goal.share is not None).goal
    assert after is not None
    assert after.share is not None
    assert 1800 <= after.share.idle < 1900
    assert user.engine._records.get(id).options.idle == idle  # type: ignore[union-attr]
    user.engine.goals.set_goal([id], Goal(idle=1800))
    user.sees(id, State.FINISHED, rests)


def test_no_second_counts_in_which_nobody_could_come(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    user.sees(id, State.SEEDING)
    nowhere: dict[Setting[Any], object] = {settings.connection.INTERFACES: ["nosuch0"]}
    user.changes(nowhere)
    user.until(lambda: user.session.offline)
    record = user.engine._records.get(id)
    assert record is not None
    counted = user.handle(id).status().finished_duration.total_seconds()
    goal = Goal(time=int(counted) + 2, idle=int(counted) + 2)
    user.engine.goals.set_goal([id], goal)
    # libtorrent counts all the same.
    user.until(lambda: user.handle(id).status().finished_duration.total_seconds() > counted + 3)
    user.engine.refresh()
    user.engine.goals.tick()
    aim = user.torrent(id).goal
    assert aim is not None
    assert aim.share is not None
    assert (aim.reached, aim.time_due, aim.idle_due) == (None, None, None)
    user.restart()
    aim = user.sees(id, lambda row: row.goal is not None and row.goal.share is not None).goal
    assert aim is not None
    assert aim.share is not None
    assert aim.share.idle <= counted + 1
    user.changes({})
    user.sees(id, State.FINISHED, rests)


def test_many_are_looked_at_in_slices(
    swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = users().start()
    ids = [user.adds(swarm.payload(name=f"part {n}", files=SIZE), start=False) for n in range(3)]
    records = [user.engine._records.get(id) for id in ids]
    running = user.engine._running
    assert running is not None
    at_once: list[int] = []
    amend = running.news.amend

    def count(aims: list[tuple[Record, Aim | None]]) -> None:
        at_once.append(len(aims))
        amend(aims)

    monkeypatch.setattr(running.news, "amend", count)
    monkeypatch.setattr(goalkeeper, "_SLICE", 1)
    user.engine.goals.set_goal(ids, HALF)
    assert at_once == [1]
    user.until(lambda: all(own(user.torrent(id)) for id in ids))
    assert at_once == [1, 1, 1]
    user.engine.goals._wakes.update((record, 0.0) for record in records if record is not None)
    user.engine.goals.tick()
    assert at_once == [1, 1, 1, 1]
    user.until(lambda: len(at_once) == 6)
    assert set(at_once) == {1}
    user.engine.goals.set_goal(ids, None)
    user.restart()
    assert not any(own(user.torrent(id)) for id in ids)


def test_all_of_it_has_to_be_reached(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(ratio=0, time=3600, every=True))
    user.engine.goals.tick()
    assert not user.sees(id, State.SEEDING).goal_reached
    user.engine.goals.set_goal([id], Goal(ratio=0, time=0, every=True))
    reached = user.sees(id, State.FINISHED, rests).goal
    assert reached is not None
    assert reached.reached is not None
    assert reached.reached.by == (Part.RATIO, Part.TIME)


def test_it_goes_with_its_data_and_comes_back_to_stay(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(ratio=0, then=After.REMOVE_DATA))
    user.until(lambda: id in user.gone)
    user.until(lambda: not any(user.downloads.iterdir()))
    assert len(user.noted) == 1
    assert payload.torrent_path.exists()
    assert "ratio 0.00" in user.noted[0]
    assert user.run(user.engine.bin.undo()).ids == (id,)
    assert user.sees(id, State.SEEDING).goal_reached
    assert payload.arrives(user.downloads) == ()
    user.engine.goals.tick()
    user.restart()
    user.sees(id, State.SEEDING)
    record = user.engine._records.get(id)
    assert record is not None
    assert record.options.reached is not None
    assert not record.options.reached.rests, "else it is due to be removed once more"


def test_none_goes_whose_goal_was_taken_back_while_others_were_looked_at(
    swarm: Swarm, users: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = users().start()
    ids = [user.owns(swarm.payload(name=f"part {n}", files=SIZE)) for n in range(2)]
    engine, goals, off = user.engine, user.engine.goals, Goal(ratio=0, then=After.REMOVE_DATA)
    monkeypatch.setattr(goalkeeper, "_SLICE", 1)
    # At once: for the first one its goal was looked at, and it was due.
    goals.set_goal(ids, off)
    assert len(goals._leaving) == 1
    goals.set_goal(ids, Goal())
    user.until(lambda: not goals.giving and not goals._slices.isActive())
    assert not goals._leaving
    user.changes({**AT_ONCE, settings.seeding.THEN: After.REMOVE_DATA.value})
    goals.set_goal(ids, None)
    assert len(goals._leaving) == 1
    user.changes({})
    user.until(lambda: not goals.giving and not goals._slices.isActive())
    assert not goals._leaving
    goals.set_goal(ids, off)
    assert len(goals._leaving) == 1
    engine.pause(ids)
    user.until(lambda: not goals.giving and not goals._slices.isActive())
    assert not goals._leaving
    assert [user.sees(id, State.FINISHED).paused for id in ids] == [True, True]
    assert (user.gone, user.noted) == ([], [])


def test_removal_keeps_the_files(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(ratio=0.0, then=After.REMOVE))
    user.until(lambda: id in user.gone)
    assert payload.arrives(user.downloads) == ()


def test_who_quits_while_one_goes_is_told_of_no_trouble(
    users: Callable[..., User], payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = users().start()
    id = user.owns(payload)
    monkeypatch.setattr(user.engine.bin, "_running", lambda: None)
    user.run(user.engine.bin.left({id: 1}, {}, keep=True))


def test_it_goes_on_as_a_super_seed(users: Callable[..., User], payload: Payload) -> None:
    user = users().start()
    id = user.owns(payload)
    flag = lt.torrent_flags.super_seeding
    user.engine.goals.set_goal([id], Goal(ratio=0.0, then=After.SUPER_SEED))
    user.until(lambda: user.handle(id).flags() & flag)
    assert user.sees(id, State.SEEDING).goal_reached
    user.engine.goals.set_goal([id], Goal(ratio=7.0, then=After.SUPER_SEED))
    user.until(lambda: not user.handle(id).flags() & flag)


def test_the_first_label_that_has_a_goal_says_it(users: Callable[..., User], payload: Payload) -> None:
    user = users(chosen=UNTIL_HALF).start()
    id = user.owns(payload)
    far, near = Goal(ratio=9), Goal(ratio=0)
    user.engine.goals.use(GoalConfig(session=HALF, labels={"far": far, "near": near}))
    user.engine.set_labels([id], ("near", "far", "x"))
    aim = user.sees(id, State.SEEDING, lambda row: row.goal is not None and row.goal.label).goal
    assert aim is not None
    assert (aim.goal, aim.label, aim.own) == (far, "far", False)
    user.engine.set_labels([id], ("near",))
    user.sees(id, State.FINISHED, rests)
    user.engine.set_labels([id], ("far",))
    user.sees(id, State.SEEDING)


def test_a_kill_changes_nothing(swarm: Swarm, users: Callable[..., User], payload: Payload, tmp_path: Path) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], HALF)
    user.quit()
    program = Headless(user.folder, user.address, [])
    program.start([tuple(swarm.leech(payload).address)])
    program.wait_for(lambda seen: id in seen and seen[id].state == State.FINISHED.value)
    program.kill()
    user.start()
    assert user.sees(id, State.FINISHED, rests).paused
    user.engine.start([id])
    user.sees(id, State.SEEDING)
    user.quit()
    program.start()
    program.wait_for(lambda seen: id in seen and seen[id].state == State.SEEDING.value)
    program.kill()
    assert user.start().sees(id, State.SEEDING).goal_reached


def test_one_is_paused_if_a_kill_came_between_the_word_and_the_deed(
    users: Callable[..., User], payload: Payload
) -> None:
    user = users().start()
    id = user.owns(payload)
    user.engine.goals.set_goal([id], Goal(ratio=0))
    user.sees(id, State.FINISHED, rests)
    record = user.engine._records.get(id)
    assert record is not None
    # As the next start would find it: it runs, and rests according to what is stored.
    record.paused = False
    user.handle(id).set_flags(lt.torrent_flags.auto_managed)
    user.handle(id).resume()
    user.sees(id, State.FINISHED, lambda row: row.paused and rests(row))


def test_what_was_got_elsewhere_counts_by_its_size(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(files=4_000_000)
    payload.prefill(user.downloads, range(payload.pieces))
    payload.spoil(user.downloads, [0])
    id = user.adds(payload)
    seed = swarm.seed(payload)
    user.connects(id, seed)
    user.sees(id, State.SEEDING, lambda row: row.downloaded >= payload.piece_size)
    takes(swarm, user, id, payload)
    # One piece of 123 was fetched: compared with that alone, the ratio would be 123.
    # libtorrent may not count the last block where the taker has gone at once.
    row = user.sees(id, lambda row: row.uploaded >= payload.size - BLOCK)
    assert 0.99 <= row.ratio < 1.1
