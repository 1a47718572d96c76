# SPDX-License-Identifier: GPL-3.0-or-later
"""Which downloads have finished just now, of all that libtorrent calls finished."""

import asyncio
from collections.abc import Callable

import libtorrent as lt
import pytest

from starling.engine.questions import Questions
from tests.helpers import User
from tests.swarm import Swarm, Version

SIZE = 200_000


def test_a_download_finishes_when_its_last_wanted_byte_comes(user: User, swarm: Swarm) -> None:
    payload = swarm.payload(name="Aves", files={"a": SIZE, "b": SIZE, "c": SIZE}, version=Version.V1)
    told = list[str]()
    user.engine.accounts.downloaded.connect(told.extend)
    id = user.adds(payload, priorities={1: 0, 2: 0})
    # Each time somebody else: libtorrent comes back to those it has left only after a while.
    user.connects(id, swarm.seed(payload))
    user.until(lambda: told == [id])
    assert user.torrent(id).complete
    # More is wanted than was.
    user.sets_priorities(id, {1: 4})
    user.connects(id, swarm.seed(payload))
    user.until(lambda: told == [id] * 2)
    # Nothing is: neither by a look at what is there, nor by a wish that costs nothing.
    user.engine.recheck([id])
    user.sees(id, lambda t: not t.session_downloaded and t.complete)
    user.sets_priorities(id, {1: 0})
    user.sets_priorities(id, {1: 4})
    user.sees(id, lambda t: t.complete and t.size > SIZE)
    # What was broken is repaired.
    user.engine.pause([id])
    with (user.downloads / "Aves" / "a").open("r+b") as file:
        file.write(bytes(10))
    user.engine.recheck([id])
    user.sees(id, lambda t: t.size > t.done > 0)
    assert told == [id] * 2
    user.engine.start([id])
    user.connects(id, swarm.seed(payload))
    user.until(lambda: told == [id] * 3)
    user.restart()
    after = list[str]()
    user.engine.accounts.downloaded.connect(after.extend)
    other = swarm.payload(name="Other", files={"a": 5_000}, version=Version.V1)
    new = user.downloads_all(other, swarm.seed(other))
    user.until(lambda: after == [new])
    assert user.torrent(id).complete


def test_one_that_is_moved_as_soon_as_it_is_there_has_finished(user: User, swarm: Swarm) -> None:
    told = list[str]()
    user.engine.accounts.downloaded.connect(told.extend)
    folder = user.folder / "done"
    payload = swarm.payload(name="Aves", files={"a": SIZE}, version=Version.V1)
    id = user.adds(payload)
    user.engine.relocation.set_destination([id], str(folder))
    user.connects(id, swarm.seed(payload))
    user.sees(id, lambda t: t.save_path == str(folder) and t.complete)
    user.until(lambda: told == [id])


def test_one_whose_last_byte_comes_while_it_is_looked_at_is_moved(
    user: User, swarm: Swarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, answers, gate, about = list[str](), list[object](), asyncio.Event(), Questions.about
    user.engine.accounts.downloaded.connect(told.extend)
    payload = swarm.payload(name="Aves", files={"a": SIZE}, version=Version.V1)
    id = user.adds(payload)

    async def late(questions: Questions, id: str, question: Callable[[lt.torrent_handle], object]) -> object:
        answers.append(answer := await about(questions, id, question))
        await gate.wait()
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(Questions, "about", late)
        user.engine.relocation.set_destination([id], str(folder := user.folder / "done"))
        user.until(lambda: answers)
    assert answers == [False]
    user.connects(id, swarm.seed(payload))
    user.until(lambda: told == [id])
    gate.set()
    user.sees(id, lambda t: t.save_path == str(folder) and not t.destination)
