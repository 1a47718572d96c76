# SPDX-License-Identifier: GPL-3.0-or-later
"""What is waited for until it is stored is stored, or it is said that it is not."""

import libtorrent as lt
import pytest

from starling.engine import keeper
from starling.engine.errors import EngineError
from tests.helpers import User
from tests.swarm import Swarm


def test_data_that_got_lost_on_their_way_are_asked_for_again(swarm: Swarm, user: User) -> None:
    id = user.owns(swarm.payload(files=40_000, name="one"))
    running = user.engine._running
    assert running is not None
    user.run(running.keeper.stored(id))
    handlers, lost = running._pump._handlers, []
    hear = handlers[lt.save_resume_data_alert]
    handlers[lt.save_resume_data_alert] = lambda alert: lost.append(type(alert))
    user.engine.set_sequential([id], True)
    task = user.loop.create_task(running.keeper.stored(id))
    user.until(lambda: lost)
    handlers[lt.save_resume_data_alert] = hear
    assert not task.done()
    running.keeper.start_over()
    user.finish(task)
    raw = user.run(user._workers[0].run(running.store.resume, id))
    assert raw is not None
    assert lt.read_resume_data(raw).flags & lt.torrent_flags.sequential_download


def test_refusal_of_the_disk_is_heard_until_it_takes_it(swarm: Swarm, user: User) -> None:
    id = user.owns(swarm.payload(files=40_000, name="one"))
    running = user.engine._running
    assert running is not None
    save = running.store.save

    def full(batch: object) -> None:
        raise EngineError("The disk is full.")

    running.store.save = full  # type: ignore[method-assign,assignment]
    assert user.refused(running.keeper.stored(id)) == user.hears("full")
    running.store.save = save  # type: ignore[method-assign]
    user.run(running.keeper.stored(id))


def test_what_waits_to_be_asked_for_is_not_asked_for_twice(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = user.owns(swarm.payload(files=40_000, name="one"))
    running = user.engine._running
    assert running is not None
    with monkeypatch.context() as patch:
        patch.setattr(keeper, "_IN_FLIGHT", 0)
        for _ in range(2):
            running.keeper.touch(id)
            running.keeper.request_dirty()
        assert not user.run(running.keeper.drain(0))
        assert len(running.keeper._queue) == 1
    assert user.run(running.keeper.drain(10))
