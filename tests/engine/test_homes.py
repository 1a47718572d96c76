# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder for incomplete torrents, and where they go when they are complete."""

from collections.abc import Callable
from pathlib import Path

import pytest

from starling import settings
from starling.engine import relocation_room
from starling.torrent import State
from tests.engine.relocating import moves, names
from tests.engine.volumes import Mount, remount
from tests.helpers import User, hermetic
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files={"a.bin": 300_000, "b.bin": 90_000}, name="T", piece_size=32_768, version=Version.V1)


@pytest.fixture
def incomplete(tmp_path: Path) -> Path:
    return tmp_path / "incomplete"


@pytest.fixture
def user(users: Callable[..., User], incomplete: Path) -> User:
    return users(chosen={settings.downloads.INCOMPLETE_FOLDER: str(incomplete)}).start()


def arrives(user: User, id: str, folder: Path) -> None:
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(folder) and not t.destination)


@pytest.mark.parametrize("magnet", [False, True])
def test_it_is_moved_to_its_own_folder_when_it_is_complete(
    swarm: Swarm, user: User, payload: Payload, incomplete: Path, magnet: bool
) -> None:
    id = user.adds(payload.magnet if magnet else payload)
    row = user.torrent(id)
    assert (row.save_path, row.destination) == (str(incomplete), str(user.downloads))
    user.connects(id, swarm.seed(payload))
    arrives(user, id, user.downloads)
    assert payload.arrives(user.downloads) == ()
    assert names(incomplete) == []


def test_completed_while_the_program_did_not_run(swarm: Swarm, user: User, payload: Payload, incomplete: Path) -> None:
    id = user.adds(payload)
    user.connects(id, swarm.leech(payload, have=range(5)))
    user.sees(id, lambda t: t.done == 5 * 32_768)
    user.restart()
    assert user.torrent(id).destination == str(user.downloads)
    user.quit()
    payload.prefill(incomplete, range(payload.pieces))
    user.start()
    user.engine.recheck([id])
    arrives(user, id, user.downloads)


def test_what_is_complete_already_stays_where_it_is(user: User, payload: Payload, incomplete: Path) -> None:
    id = user.owns(payload)
    row = user.torrent(id)
    assert (row.save_path, row.destination) == (str(user.downloads), "")
    assert not incomplete.exists() or names(incomplete) == []


def test_a_magnet_link_whose_files_are_there_already(
    swarm: Swarm, user: User, payload: Payload, incomplete: Path
) -> None:
    payload.prefill(user.downloads, range(payload.pieces))
    id = user.adds(payload.magnet)
    user.connects(id, swarm.seed(payload))
    arrives(user, id, user.downloads)
    assert user.torrent(id).session_downloaded == 0
    assert names(incomplete) == []


def test_two_of_one_name_do_not_meet(swarm: Swarm, user: User, payload: Payload, incomplete: Path) -> None:
    other = swarm.payload(files={"a.bin": 250_000}, name="T", piece_size=32_768, version=Version.V1)
    first = user.adds(payload)
    second = user.adds(other, save_path=str(user.folder / "elsewhere"))
    assert user.torrent(second).save_path == str(incomplete / second[:12])
    user.connects(first, swarm.seed(payload))
    user.connects(second, swarm.seed(other))
    arrives(user, first, user.downloads)
    arrives(user, second, user.folder / "elsewhere")
    assert payload.arrives(user.downloads) == ()
    assert other.arrives(user.folder / "elsewhere") == ()
    user.until(lambda: list(incomplete.iterdir()) == [])


def test_another_folder_is_chosen_while_it_is_incomplete(
    swarm: Swarm, user: User, payload: Payload, incomplete: Path, tmp_path: Path
) -> None:
    id = user.adds(payload)
    user.run(user.engine.relocation.move([id], str(tmp_path / "other")))
    row = user.sees(id, lambda t: t.destination == str(tmp_path / "other"))
    assert row.save_path == str(incomplete)
    user.connects(id, swarm.seed(payload))
    arrives(user, id, tmp_path / "other")


def test_its_name_is_taken_in_its_own_folder(
    swarm: Swarm, user: User, payload: Payload, incomplete: Path, told: list[str]
) -> None:
    id = user.adds(payload)
    (user.downloads / "T").mkdir()
    (user.downloads / "T/a.bin").write_text("somebody's")
    user.connects(id, swarm.seed(payload))
    assert "T/a.bin" in user.hears("nothing is written over")
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(incomplete))
    (user.downloads / "T/a.bin").unlink()
    user.restart()
    arrives(user, id, user.downloads)


def test_a_folder_that_can_not_be_made(
    swarm: Swarm, users: Callable[..., User], payload: Payload, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    user = users(chosen={settings.downloads.INCOMPLETE_FOLDER: str(tmp_path / "file")}).start()
    id = user.adds(payload)
    assert user.torrent(id).save_path == str(user.downloads)
    assert "is a file" in user.noted[0]


def test_all_complete_ones_go_to_one_folder(
    swarm: Swarm, users: Callable[..., User], payload: Payload, tmp_path: Path
) -> None:
    user = users(chosen={settings.downloads.DONE_FOLDER: str(tmp_path / "done")}).start()
    id = user.adds(payload)
    assert user.torrent(id).save_path == str(user.downloads)
    user.connects(id, swarm.seed(payload))
    arrives(user, id, tmp_path / "done")
    assert payload.arrives(tmp_path / "done") == ()


def test_where_its_owner_moves_it_stays_though_it_was_to_go_elsewhere(
    swarm: Swarm, users: Callable[..., User], payload: Payload, tmp_path: Path, told: list[str]
) -> None:
    (done := tmp_path / "done").touch()
    user = users(chosen={settings.downloads.DONE_FOLDER: str(done)}).start()
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    assert "“T” can't be moved" in user.hears("is a file")
    user.sees(id, State.SEEDING, lambda t: "is a file" in t.unmoved and t.destination == str(done))
    moves(user, id, tmp_path / "by hand")
    user.sees(id, State.SEEDING, lambda t: t.save_path == str(tmp_path / "by hand") and not t.destination)
    assert not user.torrent(id).unmoved
    done.unlink()
    user.restart()
    user.sees(id, State.SEEDING)
    user.quit()
    assert payload.arrives(tmp_path / "by hand") == ()
    assert not done.exists()


def test_what_waits_for_the_folder_of_all_heeds_the_settings_and_what_its_owner_said_of_it_alone(
    swarm: Swarm, users: Callable[..., User], payload: Payload, incomplete: Path, tmp_path: Path
) -> None:
    chosen = {
        settings.downloads.INCOMPLETE_FOLDER: str(incomplete),
        settings.downloads.DONE_FOLDER: str(tmp_path / "a"),
    }
    other = swarm.payload(files={"o.bin": 90_000}, name="O", version=Version.V1)
    user = users(chosen=chosen).start()
    id, own = user.adds(payload), user.adds(other)
    user.engine.relocation.set_destination([own], str(tmp_path / "a"))
    user.changes({**chosen, settings.downloads.DONE_FOLDER: str(tmp_path / "b")})
    user.sees(id, lambda t: t.destination == str(tmp_path / "b"))
    user.quit()
    user.config = hermetic(user.folder, user.address, {settings.downloads.INCOMPLETE_FOLDER: str(incomplete)}, {})
    user.start()
    user.sees(id, lambda t: t.destination == str(user.downloads))
    assert user.torrent(own).destination == str(tmp_path / "a")
    user.connects(id, swarm.seed(payload))
    arrives(user, id, user.downloads)


def test_one_that_found_no_room_goes_as_soon_as_there_is_some(
    swarm: Swarm, users: Callable[..., User], payload: Payload, mount: Mount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relocation_room, "EVERY", 0.05)
    disk = mount(1 << 18)
    user = users(chosen={settings.downloads.DONE_FOLDER: str(disk)}).start()
    id = user.adds(payload)
    user.connects(id, swarm.seed(payload))
    said = user.hears("“T” takes 390", "1.00", "only 262", "make 1.13")
    user.sees(id, State.SEEDING, lambda t: t.unmoved == said)
    remount(disk, "size=20m")
    arrives(user, id, disk)
    assert not user.torrent(id).unmoved


def test_files_have_their_room_from_the_beginning(swarm: Swarm, users: Callable[..., User], tmp_path: Path) -> None:
    large = swarm.payload(files={"large.bin": 4_000_000}, name="L", piece_size=65_536, version=Version.V1)
    user = users(chosen={settings.downloads.PREALLOCATE: True}).start()
    id = user.adds(large)
    user.connects(id, swarm.leech(large, have=[3]))
    user.sees(id, lambda t: t.done)
    user.handle(id).flush_cache()
    file = user.downloads / "L/large.bin"
    user.until(lambda: file.exists() and file.stat().st_blocks * 512 >= 4_000_000)
