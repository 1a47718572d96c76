# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that go to another folder: renamed within a volume, copied to another one, or left where they are."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import libtorrent as lt
import pytest

from starling import settings
from starling.engine import relocation_copy
from starling.engine.relocation_links import leads
from starling.engine.relocation_log import Way
from starling.torrent import State
from tests.engine.volumes import Mount, remount
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=32_768, version=Version.V1
    )


def moves(user: User, id: str, target: Path) -> None:
    user.run(user.engine.relocation.move([id], str(target)))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_it_goes_to_another_folder_at_once(user: User, payload: Payload, tmp_path: Path) -> None:
    id = user.owns(payload)
    (user.downloads / "T/mine.txt").write_text("not the torrent's")
    inode = (user.downloads / "T/a.bin").stat().st_ino
    target = tmp_path / "new/place"
    moves(user, id, target)
    row = user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
    assert row.complete
    assert payload.verify(target) == ()
    assert (target / "T/a.bin").stat().st_ino == inode
    assert names(user.downloads) == ["T/mine.txt"]
    user.restart()
    assert user.sees(id, State.SEEDING).save_path == str(target)


def test_it_is_copied_to_another_volume_and_seeded_from_there(
    swarm: Swarm,
    user: User,
    payload: Payload,
    second_volume: Path,
) -> None:
    id = user.owns(payload)
    moves(user, id, second_volume)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(second_volume))
    assert payload.verify(second_volume) == ()
    assert names(user.downloads) == []
    assert not (user.downloads / "T").exists()
    leech = swarm.leech(payload)
    leech.connect(user.listens_at)
    leech.wait_until_done()
    user.restart()
    assert user.sees(id, State.SEEDING).save_path == str(second_volume)


def test_a_download_goes_on_from_the_other_volume(
    swarm: Swarm,
    user: User,
    payload: Payload,
    second_volume: Path,
) -> None:
    payload.prefill(user.downloads, range(5))
    id = user.adds(payload)
    user.sees(id, lambda t: t.done == 5 * 32_768)
    moves(user, id, second_volume)
    row = user.sees(id, lambda t: t.save_path == str(second_volume) and t.state is not State.MOVING)
    assert row.done == 5 * 32_768
    assert not row.paused
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.verify(second_volume) == ()
    assert names(user.downloads) == []


def test_holes_stay_holes(user: User, swarm: Swarm, second_volume: Path) -> None:
    large = swarm.payload(files={"large.bin": 8 << 20}, name="L", piece_size=65_536, version=Version.V1)
    large.prefill(user.downloads, [100])
    id = user.adds(large)
    user.sees(id, lambda t: t.done == 65_536)
    moves(user, id, second_volume)
    about = (second_volume / "L/large.bin").stat()
    assert about.st_blocks * 512 < 1 << 20
    user.sees(id, lambda t: t.done == 65_536)


class Gate:
    """Holds copies after their first file has begun."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open, self.reached = threading.Event(), threading.Event()
        original = self._original = relocation_copy._stretches
        self._monkeypatch = monkeypatch

        def wait(number: int, size: int) -> Iterator[tuple[int, int]]:
            for begin, end in original(number, size):
                yield begin, begin + (end - begin) // 2
                self.reached.set()
                self._open.wait(20)
                yield begin + (end - begin) // 2, end

        monkeypatch.setattr(relocation_copy, "_stretches", wait)

    def close_after_the_last_byte(self) -> None:
        """Holds copies there instead, where nobody looks any more whether they are still wanted."""
        self._monkeypatch.setattr(relocation_copy, "_stretches", self._original)

        def wait(_folder: Path) -> None:
            self.reached.set()
            self._open.wait(20)

        self._monkeypatch.setattr(relocation_copy, "sync_folder", wait)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open()


def test_its_row_says_how_far_it_is_and_it_can_be_cancelled(
    user: User,
    payload: Payload,
    second_volume: Path,
    gate: Gate,
) -> None:
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    row = user.sees(id, lambda t: t.state is State.MOVING and t.moving is not None and t.moving.done)
    assert row.moving is not None
    assert row.moving.target == str(second_volume)
    assert 0 < row.moving.done < row.moving.total
    assert row.progress == row.moving.done / row.moving.total
    user.engine.relocation.cancel([id])
    gate.open()
    user.finish(going)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.verify(user.downloads) == ()
    assert list(second_volume.iterdir()) == []


def test_quitting_takes_it_back(user: User, payload: Payload, second_volume: Path, gate: Gate) -> None:
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    closing = user.loop.create_task(user.engine.close())
    user.until(lambda: user.engine.relocation._closed)
    gate.open()
    user.finish(closing)
    user.finish(going)
    user.restart()
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert list(second_volume.iterdir()) == []


def test_a_kill_in_the_middle_is_taken_back_at_the_next_start(
    user: User,
    payload: Payload,
    second_volume: Path,
) -> None:
    id = user.owns(payload)
    running = user.engine._running
    assert running is not None
    user.run(running.ways.begin(id, Way(str(user.downloads), str(second_volume), True, ["T/a.bin", "T/sub/b.bin"])))
    stage = relocation_copy.staging(second_volume, id)
    paths = ["T/a.bin", "T/sub/b.bin"]
    relocation_copy.copy_all(user.downloads, stage, paths, relocation_copy.Progress())
    # One of the two is in its place already.
    (second_volume / "T").mkdir()
    (stage / "T/a.bin").rename(second_volume / "T/a.bin")
    user.restart()
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert list(second_volume.iterdir()) == []
    assert any("as before" in one for one in user.noted)
    user.restart()
    assert user.noted[-1:] == [one for one in user.noted if "as before" in one][-1:]


def test_refused_for_lack_of_room_before_anything_is_touched(
    user: User,
    payload: Payload,
    mount: Mount,
) -> None:
    id = user.owns(payload)
    disk = mount(1 << 18)
    said = user.refused(user.engine.relocation.move([id], str(disk / "new")))
    assert "takes 500" in said
    assert "free" in said
    assert list(disk.iterdir()) == []
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))


def test_together_they_have_to_find_room(user: User, swarm: Swarm, mount: Mount) -> None:
    payloads = [swarm.payload(files={f"{name}.bin": 1_200_000}, name=name, version=Version.V1) for name in "xy"]
    ids = [user.owns(payload) for payload in payloads]
    disk = mount(3 << 20)
    said = user.refused(user.engine.relocation.move(ids, str(disk)))
    assert "2 torrents" in said
    assert list(disk.iterdir()) == []


def test_bytes_that_are_shared_need_room_once(user: User, swarm: Swarm, mount: Mount) -> None:
    files = {"a.bin": 1_200_000, "b.bin": 1_200_000}
    one, two = (swarm.payload(files=files, name="T", piece_size=size, version=Version.V1) for size in (32_768, 65_536))
    ids = [user.owns(one), user.adds(two)]
    user.sees(ids[1], State.SEEDING)
    (user.downloads / "T/b.bin").unlink()
    os.link(user.downloads / "T/a.bin", user.downloads / "T/b.bin")
    disk = mount(3 << 20)
    user.run(user.engine.relocation.move(ids, str(disk)))
    for id in ids:
        user.sees(id, lambda t: t.save_path == str(disk))
    assert (disk / "T/a.bin").samefile(disk / "T/b.bin")
    assert (disk / "T/a.bin").read_bytes() == (one.root / "T/a.bin").read_bytes()
    assert names(user.downloads) == []


@pytest.mark.parametrize("same", [True, False])
def test_nothing_is_written_over(
    user: User, payload: Payload, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    target = tmp_path / "there" if same else request.getfixturevalue("second_volume")
    (target / "T/sub").mkdir(parents=True)
    (target / "T/sub/b.bin").write_text("somebody's")
    id = user.owns(payload)
    said = user.refused(user.engine.relocation.move([id], str(target)))
    assert "T/sub/b.bin" in said
    assert (target / "T/sub/b.bin").read_text() == "somebody's"
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.verify(user.downloads) == ()


def test_refused_into_itself_and_where_it_is(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    assert "inside" in user.refused(user.engine.relocation.move([id], str(user.downloads / "T/sub")))
    assert "already" in user.refused(user.engine.relocation.move([id], str(user.downloads)))
    assert payload.verify(user.downloads) == ()


def test_refused_where_nothing_can_be_written(user: User, payload: Payload, mount: Mount, tmp_path: Path) -> None:
    id = user.owns(payload)
    disk = mount(4 << 20)
    remount(disk, "ro")
    assert "may not be written" in user.refused(user.engine.relocation.move([id], str(disk)))
    (tmp_path / "file").touch()
    assert "is a file" in user.refused(user.engine.relocation.move([id], str(tmp_path / "file")))
    assert "full path" in user.refused(user.engine.relocation.move([id], "relative"))
    for there in (Path("/proc"), Path("/proc/new/folder")):
        said = user.refused(user.engine.relocation.move([id], str(there)))
        assert said == f"{there} shows the system and holds no files: choose another folder."


def test_a_target_that_fills_up_half_way(
    user: User,
    swarm: Swarm,
    mount: Mount,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    payload = swarm.payload(files={"a.bin": 2_500_000, "b.bin": 2_500_000}, name="T", version=Version.V1)
    id = user.owns(payload)
    disk = mount(6 << 20)
    begun = relocation_copy._copy

    def fill(old: Path, new: Path, progress: relocation_copy.Progress) -> None:
        begun(old, new, progress)
        filler = disk / "somebody else's"
        if not filler.exists():
            filler.write_bytes(bytes(2_000_000))

    monkeypatch.setattr(relocation_copy, "_copy", fill)
    said = user.refused(user.engine.relocation.move([id], str(disk)))
    assert "No space left" in said
    assert names(disk) == ["somebody else's"]
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(user.downloads))
    assert payload.verify(user.downloads) == ()


def test_what_others_save_too_stays(user: User, swarm: Swarm, payload: Payload, tmp_path: Path) -> None:
    other = swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=65_536, version=Version.V1
    )
    id, second = user.owns(payload), user.adds(other)
    user.sees(second, State.SEEDING)
    moves(user, id, tmp_path / "new")
    assert payload.verify(tmp_path / "new") == ()
    assert other.verify(user.downloads) == ()


def test_what_lies_aside_goes_along(swarm: Swarm, user: User, payload: Payload, second_volume: Path) -> None:
    id = user.adds(payload)
    user.connects(id, swarm.leech(payload, have=range(3)))
    user.sees(id, lambda t: t.done == 3 * 32_768)
    user.sets_priorities(id, {0: 0})
    user.until(lambda: not (user.downloads / "T/a.bin").exists())
    moves(user, id, second_volume)
    user.sets_priorities(id, {0: 4})
    user.until((second_volume / "T/a.bin").exists)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.verify(second_volume) == ()


def test_files_that_are_there_already_are_hashed(user: User, payload: Payload, tmp_path: Path) -> None:
    id = user.owns(payload)
    target = tmp_path / "by hand"
    user.downloads.rename(target)
    payload.spoil(target, [2])
    user.engine.pause([id])
    user.run(user.engine.relocation.adopt([id], str(target)))
    row = user.sees(id, State.PAUSED, lambda t: t.save_path == str(target) and t.done == t.size - 32_768)
    assert row.paused
    user.restart()
    user.sees(id, State.PAUSED, lambda t: t.done == row.done)


def test_a_magnet_link_goes_elsewhere_before_it_has_files(
    user: User, payload: Payload, tmp_path: Path, swarm: Swarm
) -> None:
    id = user.adds(payload.magnet)
    moves(user, id, tmp_path / "elsewhere")
    user.sees(id, lambda t: t.save_path == str(tmp_path / "elsewhere"))
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.verify(tmp_path / "elsewhere") == ()


@pytest.mark.parametrize("late", [False, True])
def test_removed_while_it_is_copied(user: User, payload: Payload, second_volume: Path, gate: Gate, late: bool) -> None:
    if late:
        gate.close_after_the_last_byte()
    id = user.owns(payload)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    removing = user.loop.create_task(user.engine.remove([id], data=False))
    gate.open()
    user.finish(removing)
    user.finish(going)
    assert list(second_volume.iterdir()) == []
    assert payload.verify(user.downloads) == ()


def test_it_is_started_again_while_it_is_copied(
    swarm: Swarm,
    user: User,
    payload: Payload,
    second_volume: Path,
    gate: Gate,
) -> None:
    payload.prefill(user.downloads, range(5))
    id = user.adds(payload)
    user.sees(id, lambda t: t.done == 5 * 32_768)
    user.engine.pause([id])
    user.sees(id, State.PAUSED)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    user.engine.start([id])
    assert user.handle(id).status().flags & lt.torrent_flags.paused
    gate.open()
    user.finish(going)
    user.sees(id, lambda t: t.state is not State.MOVING and not t.paused)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING)
    assert payload.verify(second_volume) == ()


@pytest.fixture
def half(swarm: Swarm) -> Payload:
    """Its first file is pieces 0 to 3, its second the others."""
    return swarm.payload(
        files={"a.bin": 4 * 32_768, "b.bin": 4 * 32_768}, name="T", piece_size=32_768, version=Version.V1
    )


def with_first(user: User, half: Payload) -> str:
    """Of whose second file nothing is on disk."""
    half.prefill(user.downloads, range(4))
    (user.downloads / "T/b.bin").unlink(missing_ok=True)
    id = user.adds(half)
    user.sees(id, lambda t: t.done == 4 * 32_768)
    return id


def diary(target: Path, name: str = "b.bin") -> Path:
    """A file of the user's."""
    path = target / "T" / name
    path.parent.mkdir(parents=True)
    path.write_text("dear diary" * 1000)
    return path


@pytest.mark.parametrize("same", [True, False])
def test_nothing_is_written_over_by_what_is_not_begun_yet(
    user: User, half: Payload, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    target = tmp_path / "there" if same else request.getfixturevalue("second_volume")
    mine = diary(target)
    id = with_first(user, half)
    assert "T/b.bin" in user.refused(user.engine.relocation.move([id], str(target)))
    assert user.torrent(id).save_path == str(user.downloads)
    assert mine.read_text() == "dear diary" * 1000
    mine.unlink()
    moves(user, id, target)
    user.sees(id, lambda t: t.save_path == str(target))


def test_a_name_that_a_file_gets_when_it_is_finished_has_to_be_free(
    users: Callable[..., User], half: Payload, tmp_path: Path
) -> None:
    user = users(chosen={settings.downloads.PART_SUFFIX: True}).start()
    mine = diary(tmp_path / "there")
    id = user.adds(half)
    assert "T/b.bin" in user.refused(user.engine.relocation.move([id], str(tmp_path / "there")))
    assert mine.read_text() == "dear diary" * 1000


def test_a_skipped_file_does_not_take_the_users(
    users: Callable[..., User], half: Payload, swarm: Swarm, tmp_path: Path
) -> None:
    user = users(chosen={settings.downloads.INCOMPLETE_FOLDER: str(tmp_path / "incomplete")}).start()
    id = user.adds(half)
    user.sets_priorities(id, {1: 0})
    mine = diary(user.downloads)
    seed = swarm.seed(half)
    user.connects(id, seed)
    # It is kept from going where it belongs, and goes on from where it is.
    user.hears("T/b.bin", "nothing is written over")
    user.sets_priorities(id, {1: 4})
    user.connects(id, seed)
    user.hears("T/b.bin", "nothing is written over")
    assert mine.read_text() == "dear diary" * 1000
    assert half.verify(tmp_path / "incomplete") == ()


def test_a_kill_takes_back_what_had_set_out_and_nothing_else(user: User, half: Payload, tmp_path: Path) -> None:
    id = with_first(user, half)
    target = tmp_path / "new"
    mine = diary(target)
    running = user.engine._running
    assert running is not None
    user.run(running.ways.begin(id, Way(str(user.downloads), str(target), False, ["T/a.bin"])))
    (user.downloads / "T/a.bin").rename(target / "T/a.bin")
    user.restart()
    user.sees(id, lambda t: t.done == 4 * 32_768)
    assert names(user.downloads) == ["T/a.bin"]
    assert mine.read_text() == "dear diary" * 1000


@pytest.fixture
def pair(swarm: Swarm) -> tuple[Payload, Payload]:
    """Two torrents of the same files."""
    files = {"a.bin": 300_000, "b.bin": 200_000}
    one, two = (swarm.payload(files=files, name="T", piece_size=size, version=Version.V1) for size in (32_768, 65_536))
    return one, two


def test_what_a_torrent_saves_that_comes_meanwhile_stays(
    user: User, pair: tuple[Payload, Payload], second_volume: Path, gate: Gate
) -> None:
    one, two = pair
    id = user.owns(one)
    going = user.loop.create_task(user.engine.relocation.move([id], str(second_volume)))
    user.until(gate.reached.is_set)
    second = user.adds(two)
    user.sees(second, State.SEEDING)
    gate.open()
    user.finish(going)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(second_volume))
    assert one.verify(second_volume) == ()
    assert two.verify(user.downloads) == ()


def test_a_kill_after_it_has_arrived_leaves_others_theirs(
    user: User, pair: tuple[Payload, Payload], second_volume: Path
) -> None:
    one, two = pair
    id = user.owns(one)
    moves(user, id, second_volume)
    second = user.owns(two)
    (user.downloads / "T/left.bin").write_bytes(b"x")
    (second_volume / "T/left.bin").write_bytes(b"x")
    running = user.engine._running
    assert running is not None
    paths = ["T/a.bin", "T/b.bin", "T/left.bin"]
    user.run(running.ways.begin(id, Way(str(user.downloads), str(second_volume), True, paths)))
    user.restart()
    user.until(lambda: not (user.downloads / "T/left.bin").exists())
    user.sees(second, State.SEEDING)
    assert two.verify(user.downloads) == ()
    assert one.verify(second_volume) == ()


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("together", [True, False])
def test_those_that_share_files_go_together(
    user: User,
    pair: tuple[Payload, Payload],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    same: bool,
    together: bool,
) -> None:
    target = tmp_path / "new" if same else request.getfixturevalue("second_volume")
    one, two = pair
    ids = [user.owns(one), user.adds(two)]
    user.sees(ids[1], State.SEEDING)
    if together:
        user.run(user.engine.relocation.move(ids, str(target)))
    else:
        moves(user, ids[0], target)
        moves(user, ids[1], target)
    for id, payload in zip(ids, pair, strict=True):
        user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
        assert payload.verify(target) == ()
    assert names(user.downloads) == []
    assert names(target) == ["T/a.bin", "T/b.bin"]


def test_what_only_seems_to_be_there_is_not_written_over(
    user: User, pair: tuple[Payload, Payload], second_volume: Path
) -> None:
    ids = [user.owns(pair[0]), user.adds(pair[1])]
    user.sees(ids[1], State.SEEDING)
    moves(user, ids[0], second_volume)
    there = second_volume / "T/b.bin"
    about = there.stat()
    there.write_bytes(bytes(about.st_size))
    os.utime(there, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert "T/b.bin" in user.refused(user.engine.relocation.move([ids[1]], str(second_volume)))
    assert pair[1].verify(user.downloads) == ()
    assert not any(there.read_bytes())


@pytest.mark.parametrize("same", [True, False])
def test_links_lead_to_where_they_led(
    user: User, swarm: Swarm, tmp_path: Path, request: pytest.FixtureRequest, same: bool
) -> None:
    files = {"a.bin": 300_000, "sub/b.bin": 100_000, "c.bin": 50_000, "d.bin": 60_000}
    payload = swarm.payload(files=files, name="T", piece_size=32_768, version=Version.V1)
    target = tmp_path / "new" if same else request.getfixturevalue("second_volume")
    id = user.owns(payload)
    top, store = user.downloads / "T", tmp_path / "store"
    store.mkdir()
    for path, link in (("a.bin", "../../../store/a.bin"), ("sub/b.bin", "../../../../store/b.bin")):
        (top / path).rename(store / Path(path).name)
        (top / path).symlink_to(link)
    (top / "d.bin").rename(store / "d.bin")
    (top / "d.bin").symlink_to(store / "d.bin")
    assert payload.verify(user.downloads) == ()
    moves(user, id, target)
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
    assert payload.verify(target) == ()
    assert names(user.downloads) == []
    assert names(store) == ["a.bin", "b.bin", "d.bin"]
    user.restart()
    assert user.sees(id, State.SEEDING).complete


def test_a_link_from_file_to_file_stays_one(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "T/sub").mkdir(parents=True)
    (source / "T/a").write_text("a")
    (source / "T/sub/near").symlink_to("../a")
    (source / "T/far").symlink_to(source / "T/a")
    (source / "T/gone").symlink_to("../nowhere")
    links = ["T/sub/near", "T/far", "T/gone"]
    said = leads(source, target, links, ["T/a", *links])
    assert said == {
        "T/sub/near": "../a",
        "T/far": str(target / "T/a"),
        "T/gone": str(source.resolve() / "nowhere"),
    }


def test_what_is_not_complete_is_sent_there_later(users: Callable[..., User], half: Payload, tmp_path: Path) -> None:
    user = users(chosen={settings.downloads.INCOMPLETE_FOLDER: str(tmp_path / "incomplete")}).start()
    id = user.adds(half)
    assert user.engine.relocation.waiting([id]) == {id}
    (tmp_path / "file").touch()
    assert "is a file" in user.refused(user.engine.relocation.move([id], str(tmp_path / "file/new")))
    assert user.torrent(id).destination == str(user.downloads)
    moves(user, id, tmp_path / "new")
    assert user.noted[-1] == f"“T” goes to {tmp_path / 'new'} when it is complete."
    user.sees(id, lambda t: t.destination == str(tmp_path / "new"))
