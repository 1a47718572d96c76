# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo: what was removed comes back as it was, files and all, whatever happened in between."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling import settings
from starling.engine import bintrash
from starling.engine.record import Record
from starling.engine.rows import Removal
from starling.removed import DAY, Farewell, Removed, Return
from starling.torrent import Problem, QueueMove, State
from tests.engine.cutshort import cut_short
from tests.helpers import User, sentence
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="T", files={"a.bin": 300_000, "b/c.bin": 70_000}, piece_size=32_768, version=Version.V1)


@pytest.fixture
def trash(home: Path) -> Path:
    return home / ".local/share/Trash"


def removes(user: User, *ids: str, data: bool) -> list[Removed]:
    user.run(user.engine.remove(ids, data=data))
    return entries(user)


def entries(user: User) -> list[Removed]:
    return user.run(user.engine.bin.entries())


def undoes(user: User, *troubles: str) -> Return:
    """Undoes the last removal, after which there is so much to tell."""
    found = user.run(user.engine.bin.undo())
    assert len(found.troubles) == len(troubles), found.troubles
    for told, words in zip(found.troubles, troubles, strict=True):
        assert words in sentence(told)
    user.until(lambda: all(id in user.engine.torrents for id in found.ids))
    return found


def checks(user: User, id: str) -> list[str]:
    """The torrent, each time that its files are hashed from now on."""
    seen: list[str] = []

    def look(record: Record, hashed: bool) -> None:
        if hashed and record.id == id:
            seen.append(id)

    running = user.engine._running
    assert running is not None
    running.listener.checked.connect(look)
    return seen


@pytest.mark.parametrize("data", [False, True])
def test_all_of_it_comes_back_without_a_check(user: User, payload: Payload, trash: Path, data: bool) -> None:
    payload.prefill(user.downloads, range(payload.pieces))
    id = user.adds(payload, name="Mine", labels=("x", "ñ"), sequential=True, first_last=True)
    user.sees(id, State.SEEDING)
    before = user.torrent(id)
    said: list[Farewell] = []
    user.engine.bin.kept.connect(said.append)
    (entry,) = removes(user, id, data=data)
    assert said == [Farewell(entry.batch, ("Mine",), data)]
    assert (entry.id, entry.name, entry.size, entry.trashed) == (id, "Mine", payload.size, data)
    assert (user.downloads / "T").exists() is not data
    assert user.stored() == []
    checked = checks(user, id)
    assert undoes(user) == Return((id,), ("Mine",), ())
    after = user.sees(id, State.SEEDING)
    for fact in ("name", "labels", "save_path", "done", "added", "sequential", "first_last"):
        assert getattr(after, fact) == getattr(before, fact), fact
    assert (checked, entries(user), user.stored()) == ([], [], [id])
    assert payload.arrives(user.downloads) == ()
    assert [path for path in trash.rglob("*") if path.is_file()] == []
    assert user.restart().sees(id, State.SEEDING).labels == ("x", "ñ")


def test_an_unfinished_one_goes_on_where_it_was(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.adds(payload, priorities={1: 0})
    user.connects(id, swarm.leech(payload, have=range(4)))
    user.sees(id, lambda row: row.done == 4 * 32_768)
    removes(user, id, data=True)
    undoes(user)
    assert user.sees(id, lambda row: row.state is not State.CHECKING).done == 4 * 32_768
    assert user.priorities(id) == [4, 0]
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert (user.downloads / "T/a.bin").read_bytes() == (payload.root / "T/a.bin").read_bytes()


def test_a_magnet_link_comes_back_with_what_was_chosen(user: User) -> None:
    id = user.adds(f"magnet:?xt=urn:btih:{'ab' * 20}&dn=Birds", first_last=True, excluded=("*.nfo",))
    removes(user, id, data=True)
    undoes(user)
    assert user.torrent(id).name == "Birds"
    assert user.engine._records.get(id).pending.excluded == ("*.nfo",)  # type: ignore[union-attr]


def test_what_was_skipped_after_its_beginning_comes_back_too(swarm: Swarm, user: User, trash: Path) -> None:
    payload = swarm.payload(name="T", files={"a.bin": 3_000_000, "b/c.bin": 70_000}, piece_size=32_768)
    id = user.adds(payload)
    user.connects(id, swarm.leech(payload, have=range(3)))
    user.sees(id, lambda row: row.done)
    user.sets_priorities(id, {0: 0})
    aside = user.data_dir / "parts/aside" / id / "T/a.bin"
    user.until(aside.exists)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    kept = aside.read_bytes()
    removes(user, id, data=False)
    assert (aside.exists(), (trash / "files/a.bin").exists()) == (False, True)
    undoes(user)
    assert aside.read_bytes() == kept
    assert user.sees(id, State.SEEDING).done >= 70_000


def test_queue_is_what_it_was(swarm: Swarm, user: User) -> None:
    ids = [user.adds(swarm.payload(files=1000, name=f"{n}"), start=False) for n in range(8)]
    user.until(lambda: user.queue() == ids)
    for gone in ([ids[0], ids[3], ids[7]], [ids[5]], ids[1:7], ids):
        removes(user, *gone, data=False)
        undoes(user)
        user.engine.refresh()
        user.until(lambda: user.queue() == ids)


def test_changed_files_are_checked_and_those_in_the_way_stay(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    removes(user, id, data=True)
    mine = user.downloads / "T/a.bin"
    mine.parent.mkdir()
    mine.write_text("mine")
    undoes(user, "stay in the trash")
    row = user.sees(id, lambda row: row.paused and row.state is not State.CHECKING and row.done)
    assert row.done < payload.size
    assert mine.read_text() == "mine"
    assert (user.downloads / "T/b/c.bin").exists()
    assert (trash / "files/T/a.bin").stat().st_size == 300_000
    assert (trash / "info/T.trashinfo").exists()


def test_file_that_became_another_is_found_out(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.owns(payload)
    removes(user, id, data=False)
    file = user.downloads / "T/a.bin"
    mine = b"\0" * file.stat().st_size
    file.write_bytes(mine)
    undoes(user, "may not be what they were")
    seed = swarm.seed(payload)
    row = user.sees(id, lambda row: row.paused and row.state is not State.CHECKING and row.done)
    assert row.done < payload.size
    assert file.read_bytes() == mine
    user.engine.start([id])
    user.connects(id, seed)
    user.sees(id, State.SEEDING)


def test_emptied_trash_gives_back_the_torrent_alone(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    removes(user, id, data=True)
    shutil.rmtree(trash)
    undoes(user, "not in the trash any more")
    assert user.sees(id, State.ERROR).problem is Problem.MISSING_FILES
    payload.prefill(user.downloads, range(payload.pieces))
    user.engine.start([id])
    user.sees(id, State.SEEDING)


@pytest.mark.parametrize("data", [False, True])
def test_added_again_meanwhile(user: User, payload: Payload, data: bool) -> None:
    id = user.owns(payload)
    (first,) = removes(user, id, data=data)
    assert user.adds(payload, start=False) == id
    assert user.run(user.engine.bin.restore([first.number])).troubles == ("“T” is in the list already.",)
    second, *_ = removes(user, id, data=False)
    assert len(entries(user)) == 2
    undoes(user)
    assert [one.number for one in entries(user)] == [first.number]
    assert second.number != first.number


def test_undo_while_it_is_still_leaving(user: User, payload: Payload) -> None:
    id = user.owns(payload)

    async def regret() -> Return:
        going = user.loop.create_task(user.engine.remove([id], data=True))
        while not user.engine.bin._going:  # noqa: ASYNC110
            await asyncio.sleep(0)
        found = await user.engine.bin.undo()
        await going
        return found

    assert user.run(regret()).ids == (id,)
    assert user.sees(id, State.SEEDING)


def test_nothing_to_undo_is_said(user: User) -> None:
    assert user.refused(user.engine.bin.undo()) == "There is no removal to undo."


def test_removals_are_undone_one_after_the_other(swarm: Swarm, user: User) -> None:
    a, b, c = (user.adds(swarm.payload(files=1000, name=name), start=False) for name in "abc")
    removes(user, a, b, data=False)
    removes(user, c, data=False)
    assert undoes(user).ids == (c,)
    assert set(undoes(user.restart()).ids) == {a, b}


def test_forgotten_for_good(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    (entry,) = removes(user, id, data=True)
    user.run(user.engine.bin.forget([entry.number]))
    assert (entries(user), names(trash / "files")) == ([], ["T"])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_forgotten_after_a_week(user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch) -> None:
    from starling.engine import bin as module

    id = user.owns(payload)
    (entry,) = removes(user, id, data=False)
    real = module.time.time
    monkeypatch.setattr(module.time, "time", lambda: real() + 7 * DAY - 60)
    assert len(entries(user.restart())) == 1
    assert (entry.days_left(entry.at, 7), entry.days_left(entry.at + 7 * DAY - 60, 7)) == (7, 1)
    monkeypatch.setattr(module.time, "time", lambda: real() + 7 * DAY + 60)
    user.engine.bin._on_day()
    user.until(lambda: not entries(user))


def test_nothing_is_kept_where_nothing_shall_be(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    user.changes({settings.downloads.KEEP_REMOVED: 0})
    assert removes(user, id, data=True) == []
    assert names(trash / "files") == ["T"]
    assert list((user.data_dir / "parts").iterdir()) == []


def test_shorter_time_holds_from_the_next_start(user: User, payload: Payload) -> None:
    (entry,) = removes(user, user.owns(payload), data=False)
    user.changes({settings.downloads.KEEP_REMOVED: 0})
    user.changes({settings.downloads.KEEP_REMOVED: 7})
    user.changes({settings.downloads.KEEP_REMOVED: 0})
    for _ in range(5):
        assert entries(user) == [entry]
    assert entries(user.restart()) == []


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("forgotten", [True, False])
def test_each_of_two_that_shared_files_comes_back_with_them(
    swarm: Swarm, user: User, at_once: bool, forgotten: bool
) -> None:
    shapes: list[tuple[dict[str, int], int]] = [({"a": 100_000, "b": 50_000}, 32_768), ({"a": 100_000}, 65_536)]
    both = [swarm.payload(name="T", files=files, piece_size=size, version=Version.V1) for files, size in shapes]
    ids = [user.owns(payload) for payload in both]
    # The files go with the first of those that are removed at once, and with the last of the others.
    holder, other = ids if at_once else reversed(ids)
    if at_once:
        user.run(user.engine.remove(ids, data=True))
    else:
        assert "have it too" in user.refused(user.engine.remove([other], data=True))
        user.run(user.engine.remove([holder], data=True))
    numbers = {one.id: one.number for one in entries(user)}
    if forgotten:
        user.run(user.engine.bin.forget([numbers[holder]]))
    checked = checks(user, other)
    assert user.run(user.engine.bin.restore([numbers[other]])).troubles == ()
    user.sees(other, State.SEEDING)
    assert both[ids.index(other)].arrives(user.downloads) == ()
    if not forgotten:
        undoes(user)
        user.sees(holder, State.SEEDING)
        assert both[ids.index(holder)].arrives(user.downloads) == ()
    assert checked == []


def test_one_whose_files_went_with_another_and_are_gone_is_told_of(swarm: Swarm, user: User, trash: Path) -> None:
    ids = [
        user.owns(swarm.payload(name="T", files={"a": 100_000}, piece_size=size, version=Version.V1))
        for size in (32_768, 65_536)
    ]
    numbers = {one.id: one.number for one in removes(user, *ids, data=True)}
    shutil.rmtree(trash)
    (told,) = user.run(user.engine.bin.restore([numbers[ids[1]]])).troubles
    assert "not in the trash any more" in told
    assert str(user.downloads / "T/a") in told


def test_removed_twice_it_comes_back_as_it_was_the_last_time(swarm: Swarm, user: User, payload: Payload) -> None:
    user.adds(swarm.payload(name="P", files=1000), start=False)
    (older, *_) = removes(user, user.adds(payload, name="older", start=False), data=False)
    id = user.adds(payload, name="newer", start=False)
    user.engine.queue.move([id], QueueMove.TOP)
    user.until(lambda: user.queue()[0] == id)
    (newer, *_) = removes(user, id, data=False)
    found = user.run(user.engine.bin.restore([newer.number, older.number]))
    assert (found.ids, found.names) == ((id,), ("newer",))
    assert found.troubles == ("“newer” was removed more than once: it is back as it was the last time.",)
    assert older in entries(user)


def test_strangers_file_in_the_trash_is_left_alone(user: User, payload: Payload, trash: Path, tmp_path: Path) -> None:
    id = user.owns(payload)
    removes(user, id, data=True)
    shutil.rmtree(trash)
    holiday = tmp_path / "holiday/T"
    holiday.mkdir(parents=True)
    (holiday / "a.bin").write_text("mine")
    assert bintrash.put(holiday)
    undoes(user, "not in the trash any more")
    user.sees(id, State.ERROR)
    assert ((trash / "files/T/a.bin").read_text(), (user.downloads / "T").exists()) == ("mine", False)


@pytest.mark.parametrize("kind", [Removal.ONLY, Removal.WITH_DATA])
@pytest.mark.parametrize("trashed", [False, True])
def test_undone_after_a_kill_in_its_removal(
    user: User, payload: Payload, trash: Path, kind: Removal, trashed: bool
) -> None:
    id = user.owns(payload)
    user.quit()
    cut_short(user.data_dir, kind, id)
    if trashed and kind is Removal.WITH_DATA:
        # The kill came between the trash and the note about it.
        assert bintrash.put(user.downloads / "T")
    user.start()
    assert (user.downloads / "T").exists() is (kind is Removal.ONLY)
    checked = checks(user, id)
    undoes(user)
    user.sees(id, State.SEEDING)
    assert (checked, payload.verify(user.downloads)) == ([], ())


def test_undone_after_a_kill_in_its_undo(user: User, payload: Payload, trash: Path) -> None:
    id = user.owns(payload)
    removes(user, id, data=True)
    user.quit()
    # The kill came when the files were back, and the torrent was not.
    assert bintrash.take_back(bintrash.Move(str(user.downloads / "T"), str(trash / "files/T"))) is bintrash.Fate.BACK
    user.start()
    undoes(user)
    user.sees(id, State.SEEDING)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A second disk, with room for a trash of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounts("-t", "tmpfs", "none", str(folder)):
        pytest.skip("mounting is not allowed here")
    yield folder
    if os.path.ismount(folder):
        subprocess.run(["umount", "-l", str(folder)], check=True)


def mounts(*words: str) -> bool:
    able = shutil.which("mount") and os.geteuid() == 0
    return bool(able) and not subprocess.run(["mount", *words], capture_output=True, check=False).returncode


def test_another_disk_has_a_trash_of_its_own(user: User, payload: Payload, disk: Path) -> None:
    payload.prefill(disk / "films", range(payload.pieces))
    id = user.adds(payload, save_path=str(disk / "films"))
    user.sees(id, State.SEEDING)
    removes(user, id, data=True)
    assert names(disk / f".Trash-{os.getuid()}/files") == ["T"]
    checked = checks(user, id)
    undoes(user)
    user.sees(id, State.SEEDING)
    assert (checked, payload.verify(disk / "films")) == ([], ())


def test_disk_that_is_away_is_waited_for(user: User, payload: Payload, disk: Path, tmp_path: Path) -> None:
    payload.prefill(disk / "films", range(payload.pieces))
    id = user.adds(payload, save_path=str(disk / "films"))
    user.sees(id, State.SEEDING)
    (entry,) = removes(user, id, data=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run(["mount", "--bind", str(disk), str(elsewhere)], check=True)
    try:
        subprocess.run(["umount", "-l", str(disk)], check=True)
        found = user.run(user.engine.bin.undo())
        assert (found.ids, entries(user)) == ((), [entry])
        assert "is not there" in sentence(found.troubles[0])
        subprocess.run(["mount", "--bind", str(elsewhere), str(disk)], check=True)
    finally:
        subprocess.run(["umount", "-l", str(elsewhere)], check=True)
    undoes(user)
    user.sees(id, State.SEEDING)


def test_past_comes_back_until_it_is_forgotten(swarm: Swarm, user: User, payload: Payload) -> None:
    id = user.downloads_all(payload, swarm.seed(payload, up=300_000))

    def came() -> int:
        return user.run(user.engine.history.series([id], 300)).down.total

    user.until(lambda: came() >= payload.size)
    removes(user, id, data=True)
    user.restart()
    undoes(user)
    user.until(lambda: came() >= payload.size)
    (entry,) = removes(user, id, data=True)
    user.run(user.engine.bin.forget([entry.number]))
    payload.prefill(user.downloads, range(payload.pieces))
    user.adds(payload)
    user.sees(id, State.SEEDING)
    user.restart()
    user.until(lambda: len(user.run(user.engine.history.series([id], 300))))
    assert came() == 0
