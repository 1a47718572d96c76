# SPDX-License-Identifier: GPL-3.0-or-later
"""Only the chosen files are hashed again: what is damaged is fetched again, what is found is kept, the rest goes on."""

import asyncio

import libtorrent as lt
import pytest

from starling.engine import rechecking
from starling.torrent import Priority, State
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

SIZE = 32_768
FILES = {"a.bin": 200_000, "b.bin": 300_000, "c.bin": 100_000}


@pytest.fixture(params=list(Version), ids=lambda version: version.value)
def payload(request: pytest.FixtureRequest, swarm: Swarm) -> Payload:
    return swarm.payload(files=FILES, version=request.param, piece_size=SIZE)


def damages(user: User, payload: Payload, number: int, at: int) -> None:
    """Changes one byte of a file."""
    with (user.downloads / payload.files[number].path).open("r+b") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 1]))


def have(user: User, id: str) -> list[bool]:
    return list(user.handle(id).status(lt.torrent_handle.query_pieces).pieces)


def index(user: User, id: str, number: int) -> int:
    """libtorrent's index of a file."""
    return user.run(user.engine.details.files(id))[number].index


def piece(user: User, id: str, number: int, at: int) -> int:
    info = user.handle(id).torrent_file()
    assert info is not None
    return (info.layout().file_offset(index(user, id, number)) + at) // SIZE


def rechecks(user: User, id: str, *numbers: int) -> str:
    indices = [index(user, id, number) for number in numbers]
    return user.run(user.engine.contents.recheck_files(id, indices))


def test_damaged_byte_costs_its_piece_only(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload, labels=("kept",))
    damages(user, payload, 1, 150_000)
    damages(user, payload, 2, 70_000)
    lost = piece(user, id, 1, 150_000)
    assert "pieces: 1; right pieces that were not known: 0." in rechecks(user, id, 1)
    user.until(lambda: [i for i, here in enumerate(have(user, id)) if not here] == [lost])
    assert user.gone == []
    user.sees(id, lambda row: row.state in (State.DOWNLOADING, State.STALLED), lambda row: row.labels == ("kept",))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    user.run(user.engine._running.keeper.stored(id))  # type: ignore[union-attr]
    # The other one was not asked for.
    assert [wrong.path for wrong in payload.verify(user.downloads)] == [payload.files[2].path]
    assert user.restart().sees(id, State.SEEDING).downloaded <= SIZE


def test_right_files_stay_as_they_are(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    handle = user.handle(id)
    assert "is right" in rechecks(user, id, 0, 1, 2)
    # It never left the session.
    assert user.handle(id) is handle
    user.sees(id, State.SEEDING)


def test_paused_torrent_stays_paused_and_in_its_place(swarm: Swarm, user: User, payload: Payload) -> None:
    others = [user.adds(swarm.payload(name=name, files=50_000), start=False) for name in ("one", "two")]
    payload.prefill(user.downloads, range(payload.pieces - 1))
    id = user.adds(payload, start=False)
    user.engine.start([id])
    user.sees(id, lambda row: row.done > 300_000)
    user.engine.pause([id])
    last = user.adds(swarm.payload(name="three", files=50_000), start=False)
    user.sees(id, State.PAUSED, lambda row: row.queue == 2)
    damages(user, payload, 0, 10)
    assert "Damaged pieces: 1;" in rechecks(user, id, 0)
    assert not have(user, id)[0]
    user.until(lambda: user.queue() == [*others, id, last])
    user.sees(id, State.PAUSED)


def test_file_that_somebody_completed_is_found(user: User, payload: Payload) -> None:
    payload.prefill(user.downloads, [])
    id = user.adds(payload)
    user.sees(id, lambda row: row.state in (State.DOWNLOADING, State.STALLED), lambda row: not row.done)
    (user.downloads / payload.files[1].path).write_bytes((payload.root / payload.files[1].path).read_bytes())
    assert "Damaged pieces: 0;" in rechecks(user, id, 1)
    inner = piece(user, id, 1, SIZE), piece(user, id, 1, 300_000 - SIZE)
    user.until(lambda: all(have(user, id)[inner[0] : inner[1]]))
    user.restart()
    user.until(lambda: all(have(user, id)[inner[0] : inner[1]]))


def test_pieces_that_lie_in_the_part_file_are_read_there(swarm: Swarm, user: User, payload: Payload) -> None:
    middle = 1 if not payload.hash_v2 else 2  # between them lie pad files
    id = user.downloads_all(payload, swarm.seed(payload), priorities={middle: Priority.SKIP})
    before = have(user, id)
    assert "is right" in rechecks(user, id, 0, 1, 2)
    assert have(user, id) == before


def test_check_shows_its_progress_and_ends_with_the_program(
    user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = user.owns(payload)
    monkeypatch.setattr(rechecking, "_SLICE", 0.0)  # a look after every piece
    go = asyncio.Event()
    hashed = rechecking.Rechecking._hash

    async def slowly(self: rechecking.Rechecking, *args: object) -> object:
        found = await hashed(self, *args)  # type: ignore[arg-type]
        await go.wait()
        return found

    monkeypatch.setattr(rechecking.Rechecking, "_hash", slowly)
    task = user.loop.create_task(user.engine.contents.recheck_files(id, [0]))
    user.sees(id, State.CHECKING, lambda row: row.progress == 0.0)
    assert "being checked already" in user.refused(user.engine.contents.recheck_files(id, [0]))
    user.quit()
    go.set()
    user.until(task.done)
    assert "not in the list" in str(task.exception())
    user.start().sees(id, State.SEEDING)
