# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that go to another folder: renamed within a volume, copied to another one, or left where they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from starling import settings
from starling.engine import skipping
from starling.torrent import State
from tests.engine.relocating import moves, names
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        files={"a.bin": 300_000, "sub/b.bin": 200_000, "c.bin": 0}, name="T", piece_size=32_768, version=Version.V1
    )


def test_it_goes_to_another_folder_at_once(user: User, payload: Payload, tmp_path: Path) -> None:
    id = user.owns(payload)
    (user.downloads / "T/mine.txt").write_text("not the torrent's")
    inode = (user.downloads / "T/a.bin").stat().st_ino
    target = tmp_path / "new/place"
    moves(user, id, target)
    row = user.sees(id, State.SEEDING, lambda t: t.save_path == str(target))
    assert row.complete
    assert payload.arrives(target) == ()
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
    assert payload.arrives(second_volume) == ()
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
    assert payload.arrives(second_volume) == ()
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


def test_what_lies_aside_goes_along(
    swarm: Swarm, user: User, payload: Payload, second_volume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skipping, "MOMENT", 0.2)
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
    assert payload.arrives(second_volume) == ()


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
    assert payload.arrives(tmp_path / "elsewhere") == ()


@pytest.fixture
def half(swarm: Swarm) -> Payload:
    """Its first file is pieces 0 to 3, its second the others."""
    return swarm.payload(
        files={"a.bin": 4 * 32_768, "b.bin": 4 * 32_768}, name="T", piece_size=32_768, version=Version.V1
    )


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
