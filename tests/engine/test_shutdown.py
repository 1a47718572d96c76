# SPDX-License-Identifier: GPL-3.0-or-later
"""Quitting: trackers hear "stopped", nobody can hold the program up, and nothing is lost on the way."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from starling.engine import adding
from starling.torrent import State
from starling.tracker import TrackerState
from tests.helpers import User
from tests.swarm import Answer, Event, Scheme, Swarm, Version

SOON = 3.0


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], threading.Event]]:
    """Makes a question to the disk hang until the event is set; it is at the end of the test."""
    gate = threading.Event()

    def hang(name: str) -> threading.Event:
        real = getattr(adding, name)

        def wait(*args: object) -> object:
            gate.wait(20)
            return real(*args)

        monkeypatch.setattr(adding, name, wait)
        return gate

    yield hang
    gate.set()


def closes(user: User) -> float:
    """Ends the engine alone; the seconds that took."""
    begun = time.monotonic()
    user.run(user.engine.close())
    return time.monotonic() - begun


def listed(user: User, id: str, url: str) -> bool:
    return user.trackers(id)[url].state is TrackerState.WORKING


@pytest.mark.parametrize("scheme", ["udp", "http"])
@pytest.mark.parametrize("version", [Version.V1, Version.HYBRID], ids=lambda version: version.value)
def test_trackers_hear_stopped(swarm: Swarm, user: User, scheme: Scheme, version: Version) -> None:
    tracker = swarm.tracker(scheme)
    payload = swarm.payload(version=version, trackers=[tracker.url])
    id = user.adds(payload)
    user.until(lambda: listed(user, id, tracker.url) and len(tracker.announces) == len(payload.announced))
    assert user.quit() < SOON
    for digest in payload.announced:
        assert tracker.events(info_hash=digest) == [Event.STARTED, Event.STOPPED]


def test_tracker_that_hangs_holds_nobody_up(swarm: Swarm, user: User) -> None:
    good, hung, dead = swarm.tracker("udp"), swarm.tracker("http"), swarm.tracker("udp")
    payload = swarm.payload(version=Version.V1, trackers=[[good.url], [hung.url], [dead.url]])
    ids = [user.adds(payload), user.adds(swarm.payload(name="b", version=Version.V1, trackers=[hung.url]))]
    user.until(lambda: listed(user, ids[1], hung.url) and listed(user, ids[0], good.url))
    hung.behave(Answer.HANG)
    dead.behave(Answer.HANG)
    assert user.quit() < SOON
    assert Event.STOPPED in good.events()
    assert Event.STOPPED in hung.events()
    assert sorted(user.stored()) == sorted(ids)


def test_what_changed_in_the_last_moment_is_kept(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(version=Version.V1)
    id = user.owns(payload)
    user.engine.set_labels([id], ("late",))
    user.engine.contents.set_priorities(id, {0: 6})
    user.engine.set_sequential([id], True)
    user.engine.pause([id])
    user.until(lambda: user.handle(id).get_file_priorities()[0] == 6)
    user.restart()
    row = user.sees(id, State.FINISHED)
    assert (row.labels, row.sequential, row.paused) == (("late",), True, True)
    assert user.priorities(id)[0] == 6


def test_quitting_twice_and_before_anything_was_opened(users: Callable[..., User]) -> None:
    user = users()
    user.launch()
    user.quit()
    user.quit()
    user.start()
    assert user.quit() < SOON


def test_quitting_while_torrents_are_loaded(swarm: Swarm, users: Callable[..., User]) -> None:
    user = users().start()
    ids = [user.adds(swarm.payload(files=1000, name=f"{number}"), start=False) for number in range(5)]
    user.quit()
    user.launch()
    user.quit()
    assert sorted(user.stored()) == sorted(ids)
    user.start()
    assert user.queue() == ids


def test_seconds_of_a_full_list(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker("udp")
    for number in range(15):
        user.adds(swarm.payload(files=100, name=f"{number}", version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: len(tracker.announces) == 15)
    tracker.behave(Answer.HANG)
    assert user.quit() < SOON
    assert len(user.stored()) == 15


def test_what_changed_while_it_was_being_stored_is_kept(swarm: Swarm, user: User) -> None:
    id = user.adds(swarm.payload(version=Version.V1), start=False)
    keeper = user.engine._running.keeper

    async def late() -> None:
        # The answer that is on its way knows nothing of the last change.
        keeper.save_now(id, info=True)
        user.engine.set_sequential([id], True)
        await user.engine.close()

    user.run(late())
    user.restart()
    assert user.torrent(id).sequential


def test_folder_that_does_not_answer_holds_neither_the_database_nor_the_end_up(
    swarm: Swarm, user: User, hung: Callable[[str], threading.Event]
) -> None:
    id = user.adds(swarm.payload(name="a"), start=False)
    shown = user.previews(swarm.payload(name="b").torrent_path)
    gate = hung("check_folder")
    adding_it = user.loop.create_task(user.engine.intake.add(shown.id, user.options()))
    user.engine.set_labels([id], ("stored",))
    assert user.stored() == [id]
    assert closes(user) < SOON
    adding_it.cancel()
    gate.set()
    user.restart()
    assert user.torrent(id).labels == ("stored",)


def test_folder_that_does_not_answer_at_the_start(
    swarm: Swarm, user: User, hung: Callable[[str], threading.Event]
) -> None:
    id = user.adds(swarm.payload(), start=False)
    user.quit()
    gate = hung("part_file_dir")
    opening = user.launch()
    user.until(lambda: user.engine._running is not None and user.engine._running._loading is not None)
    assert closes(user) < SOON
    user.finish(opening)
    gate.set()
    user.restart()
    assert user.stored() == [id]


def test_a_history_that_is_busy_holds_nobody_up(swarm: Swarm, user: User) -> None:
    tracker = swarm.tracker("http")
    id = user.adds(swarm.payload(version=Version.V1, trackers=[tracker.url]))
    user.until(lambda: listed(user, id, tracker.url))
    gate, begun = threading.Event(), threading.Event()

    def fold(_db: object) -> None:
        begun.set()
        gate.wait(20)

    folding = user.loop.create_task(user.engine._running.annals.run(fold))
    user.until(begun.is_set)
    try:
        assert user.quit() < SOON
    finally:
        gate.set()
    user.finish(folding)
    assert tracker.events() == [Event.STARTED, Event.STOPPED]
