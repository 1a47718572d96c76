# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever waits for a rename hears of it, or that nobody will answer any more."""

import asyncio

import pytest

from starling.engine.errors import EngineError
from starling.engine.moves import Moves
from starling.torrent import State
from tests.helpers import User
from tests.swarm import Payload, Swarm


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files={"a.bin": 20_000, "b.bin": 10_000}, name="T")


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Files whose next answer is lost."""
    lost: list[int] = []
    hear = Moves.answered

    def answered(self: Moves, record: object, index: int, error: str) -> None:
        if index in lost:
            lost.remove(index)
            return
        hear(self, record, index, error)  # type: ignore[arg-type]

    monkeypatch.setattr(Moves, "answered", answered)
    return lost


def renames(user: User, payload: Payload, id: str) -> "asyncio.Task[None]":
    return user.loop.create_task(user.engine.contents.rename(id, "T", "U"))


def test_answers_that_got_lost_are_asked_for_again(user: User, payload: Payload, deaf: list[int]) -> None:
    id = user.owns(payload)
    deaf += [file.index for file in user.run(user.engine.details.files(id))][:1]
    task = renames(user, payload, id)
    user.until(lambda: not deaf)
    assert not task.done()
    user.engine._running.listener.dropped.emit()  # type: ignore[union-attr]
    user.finish(task)
    assert sorted(path.name for path in (user.downloads / "U").iterdir()) == ["a.bin", "b.bin"]
    user.restart().sees(id, State.SEEDING)


def test_end_of_the_program_ends_the_wait(user: User, payload: Payload, deaf: list[int]) -> None:
    id = user.owns(payload)
    deaf += [file.index for file in user.run(user.engine.details.files(id))][:1]
    task = renames(user, payload, id)
    user.until(lambda: not deaf)
    user.quit()
    with pytest.raises(EngineError, match="closing"):
        user.finish(task)
    user.start().sees(id, State.SEEDING)
    assert [file.path for file in user.run(user.engine.details.files(id))] == ["U/a.bin", "U/b.bin"]
