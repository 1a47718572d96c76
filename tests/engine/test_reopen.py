# SPDX-License-Identifier: GPL-3.0-or-later
"""A torrent that is taken out of the session and put back: nothing asked of it is lost, whatever goes wrong."""

import threading
from collections.abc import Iterator

import libtorrent as lt
import pytest

from starling.engine import piecehash, reopen
from starling.engine.errors import EngineError
from starling.engine.keeper import Keeper
from starling.engine.record import Record
from starling.engine.running import Running
from starling.torrent import Problem, QueueMove, State
from tests.helpers import User
from tests.swarm import Swarm, Version

FULL = "The list of torrents can't be saved: the disk is full."


def running(user: User) -> Running:
    found = user.engine._running
    assert found is not None
    return found


@pytest.fixture
def id(swarm: Swarm, user: User) -> str:
    """A complete torrent, one of whose bytes is wrong by now."""
    payload = swarm.payload(files={"a.bin": 90_000, "b.bin": 40_000}, name="T", piece_size=32_768, version=Version.V1)
    id = user.owns(payload)
    user.run(running(user).keeper.stored(id))
    damages(user)
    return id


def damages(user: User) -> None:
    with (user.downloads / "T/a.bin").open("r+b") as file:
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))


def flags(user: User, id: str) -> int:
    return user.handle(id).status().flags


class Gate:
    """Holds a torrent where its files are closed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        right = piecehash.Pieces.is_right

        def wait(pieces: piecehash.Pieces, piece: int) -> bool:
            if threading.current_thread().name == "test-files":
                self._open.wait(20)
            return right(pieces, piece)

        monkeypatch.setattr(piecehash.Pieces, "is_right", wait)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open()


def test_what_is_asked_of_it_meanwhile_is_done_when_it_is_back(swarm: Swarm, user: User, id: str, gate: Gate) -> None:
    record = user.engine._records.get(id)
    assert record is not None
    check = user.loop.create_task(user.engine.contents.recheck_files(id, [0]))
    user.until(lambda: record.handle is None)
    user.engine.force_start([id])
    user.engine.set_sequential([id], True)
    known = swarm.payload(files={"a.bin": 90_000, "b.bin": 40_000}, name="T", piece_size=32_768, version=Version.V1)
    link = f"{known.magnet}&tr=http%3A%2F%2F127.0.0.1%3A9%2Fannounce"
    assert user.run(user.engine.intake.merge_trackers(user.previews(link).id)) == 1
    asked = user.loop.create_task(user.engine.details.file_state(id))
    gate.open()
    assert "Damaged pieces: 1;" in user.finish(check)
    assert len(user.finish(asked).priorities) == 2
    assert flags(user, id) & lt.torrent_flags.sequential_download
    assert not flags(user, id) & lt.torrent_flags.auto_managed
    assert "http://127.0.0.1:9/announce" in user.trackers(id)


def test_nothing_waits_for_what_it_was_asked_for_before(user: User, id: str, gate: Gate) -> None:
    record, keeper = user.engine._records.get(id), running(user).keeper
    assert record is not None
    take_out = Running.take_out

    async def in_haste(self: Running, record: Record) -> None:
        keeper.save_now(record.id)
        await take_out(self, record)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Running, "take_out", in_haste)
        check = user.loop.create_task(user.engine.contents.recheck_files(id, [0]))
        user.until(lambda: record.handle is None)
        assert id not in keeper._flying
        gate.open()
        user.finish(check)
    # Else this and everything after it would be given up each time.
    user.run(keeper.stored(id))


def test_moves_in_the_queue_count_while_it_is_out(swarm: Swarm, user: User, gate: Gate) -> None:
    payload = swarm.payload(files={"a.bin": 90_000, "b.bin": 40_000}, name="T", piece_size=32_768, version=Version.V1)
    payload.prefill(user.downloads, range(3))
    id = user.adds(payload)
    others = [user.adds(swarm.payload(name=name, files=40_000), start=False) for name in ("one", "two", "three")]
    user.sees(id, lambda row: row.done > 0)
    user.until(lambda: user.queue() == [id, *others])
    damages(user)
    record = user.engine._records.get(id)
    assert record is not None
    check = user.loop.create_task(user.engine.contents.recheck_files(id, [0]))
    user.until(lambda: record.handle is None)
    user.engine.queue.move([id], QueueMove.DOWN)
    user.engine.queue.move([id], QueueMove.DOWN)
    gate.open()
    user.finish(check)

    def queue() -> list[str]:
        user.engine.refresh()
        return user.queue()

    user.until(lambda: queue() == [*others[:2], id, others[2]])


def test_disk_that_refuses_keeps_it_from_being_opened_as_it_was(
    user: User, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(batch: object) -> None:
        raise EngineError(FULL)

    with monkeypatch.context() as patch:
        patch.setattr(running(user).store, "save", full)
        user.run(user.engine.contents.rename(id, "T/b.bin", "T/new.bin"))
        assert user.hears("can't be saved") == FULL
        assert user.refused(user.engine.contents.recheck_files(id, [0])) == FULL
    assert not flags(user, id) & lt.torrent_flags.upload_mode
    assert "T/new.bin" in [file.path for file in user.run(user.engine.details.files(id))]
    # The plan of the rename is kept, for the new name was not stored.
    assert running(user).journal.plans
    user.restart().sees(id, State.SEEDING)
    assert "T/new.bin" in [file.path for file in user.run(user.engine.details.files(id))]


def test_disk_that_is_slow_is_told_of_and_the_torrent_goes_on(
    user: User, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = running(user).keeper
    landing, calls = Keeper._landing, []

    async def slow(self: Keeper, which: str) -> None:
        calls.append(which)
        # The second of those with which it is reopened.
        monkeypatch.setattr("starling.engine.keeper._PATIENCE", 0.0 if len(calls) == 3 else 15.0)
        await landing(self, which)

    monkeypatch.setattr(Keeper, "_landing", slow)
    assert keeper is running(user).keeper
    assert "takes too long" in user.refused(user.engine.contents.recheck_files(id, [0]))
    assert not flags(user, id) & lt.torrent_flags.upload_mode


def test_unexpected_failure_leaves_it_in_the_session(user: User, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = piecehash.Pieces.is_right

    def fail(pieces: piecehash.Pieces, piece: int) -> bool:
        if threading.current_thread().name == "test-files":
            raise MemoryError
        return right(pieces, piece)

    with monkeypatch.context() as patch:
        patch.setattr(piecehash.Pieces, "is_right", fail)
        with pytest.raises(MemoryError):
            user.run(user.engine.contents.recheck_files(id, [0]))
    assert not flags(user, id) & lt.torrent_flags.upload_mode
    assert "Damaged pieces: 1;" in user.run(user.engine.contents.recheck_files(id, [0]))


def test_one_that_is_not_taken_back_says_so_in_its_row(user: User, id: str) -> None:
    record = user.engine._records.get(id)
    assert record is not None

    def spoil(params: lt.add_torrent_params) -> None:
        params.save_path = ""

    parts = user.data_dir / "parts"
    said = user.refused(reopen.reopen(running(user), record, user._workers[1], parts, spoil))
    assert "could not be opened again" in said
    row = user.torrent(id)
    assert (row.state, row.problem, row.error) == (State.ERROR, Problem.OTHER, said)
    assert user.refused(user.engine.details.file_state(id)) == said
    user.run(user.engine.remove([id], data=False))
    assert (user.gone, user.stored()) == ([id], [])


def test_what_came_in_its_last_second_counts(swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = swarm.payload(files=600_000, version=Version.V1)
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    payload.spoil(user.downloads, [0])
    restore = reopen.keeper.restore

    def early(id: str, resume: bytes, section: bytes) -> lt.add_torrent_params:
        """As it was stored before libtorrent's next second."""
        params = restore(id, resume, section)
        params.total_downloaded = 0
        return params

    with monkeypatch.context() as patch:
        patch.setattr(reopen.keeper, "restore", early)
        user.run(user.engine.contents.recheck_files(id, [0]))
    assert user.restart().sees(id).downloaded >= payload.size
