# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders get other names, in the torrent and on disk, and nothing of anybody else's is touched."""

from pathlib import Path

import pytest

from starling.engine import skipping
from starling.torrent import Priority, State
from tests.engine.skipcase import tree
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

FILES = {"a.bin": 50_000, "sub/b.bin": 40_000, "sub/deep/c.bin": 30_000, "z.bin": 10_000}


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(name="Film", files=FILES, version=Version.V1, piece_size=16_384)


def names(user: User, id: str) -> list[str]:
    """The paths in the files tab."""
    return sorted(file.path for file in user.run(user.engine.details.files(id)))


def lies(user: User, payload: Payload, **moved: str) -> None:
    """Whether every file of the payload is on disk under its name, or the one it moved to, and nothing else is."""
    hashes = {file.path: file.sha256.hex() for file in payload.files}
    expected = {moved.get(path.rpartition("/")[2].removesuffix(".bin"), path): hashes[path] for path in hashes}
    assert tree(user.downloads) == expected


def renames(user: User, id: str, path: str, new: str) -> None:
    user.run(user.engine.contents.rename(id, path, new))


def test_file_gets_another_name_for_good(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    heard = len(user.files_changed)
    renames(user, id, "Film/a.bin", "Film/Ä b.mkv")
    lies(user, payload, a="Film/Ä b.mkv")
    user.until(lambda: id in user.files_changed[heard:])
    assert "Film/Ä b.mkv" in names(user, id)
    user.restart()
    assert user.sees(id, State.SEEDING).name == "Film"
    assert "Film/Ä b.mkv" in names(user, id)


def test_root_folder_gets_another_name_and_the_old_one_goes(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    renames(user, id, "Film", "Other")
    moved = {"a": "Other/a.bin", "b": "Other/sub/b.bin", "c": "Other/sub/deep/c.bin", "z": "Other/z.bin"}
    lies(user, payload, **moved)
    assert user.torrent(id).name == "Film"
    user.restart().sees(id, State.SEEDING)
    lies(user, payload, **moved)
    assert names(user, id) == sorted(moved.values())


def test_folder_within_moves_with_all_in_it(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    (user.downloads / "Film/sub/mine.txt").write_text("mine")
    renames(user, id, "Film/sub", "Film/new/place")
    assert (user.downloads / "Film/sub/mine.txt").read_text() == "mine"
    (user.downloads / "Film/sub/mine.txt").unlink()
    (user.downloads / "Film/sub").rmdir()
    lies(user, payload, b="Film/new/place/b.bin", c="Film/new/place/deep/c.bin")


def test_download_goes_on_under_the_new_name(swarm: Swarm, user: User, payload: Payload) -> None:
    seed = swarm.seed(payload, up=30_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.sees(id, lambda row: row.done)
    renames(user, id, "Film", "Other")
    renames(user, id, "Other/a.bin", "Other/first.bin")
    seed.limit()
    user.sees(id, State.SEEDING)
    user.run(user.engine._running.keeper.stored(id))  # type: ignore[union-attr]
    user.restart().sees(id, State.SEEDING)
    lies(
        user,
        payload,
        a="Other/first.bin",
        b="Other/sub/b.bin",
        c="Other/sub/deep/c.bin",
        z="Other/z.bin",
    )


def test_file_that_was_put_aside_comes_back_under_its_new_name(
    swarm: Swarm, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skipping, "MOMENT", 0.1)
    payload = swarm.payload(name="Film", files={"a.bin": 40_000, "b.bin": 900_000}, version=Version.V1)
    seed = swarm.seed(payload, up=200_000)
    id = user.adds(payload)
    user.connects(id, seed)
    user.until((user.downloads / "Film/b.bin").exists)
    user.sets_priorities(id, {1: Priority.SKIP})
    user.until(lambda: not (user.downloads / "Film/b.bin").exists())
    user.until(lambda: not user.engine._running.journal.plans)  # type: ignore[union-attr]
    renames(user, id, "Film/b.bin", "Film/new.bin")
    assert names(user, id) == ["Film/a.bin", "Film/new.bin"]
    user.restart()
    user.sees(id, lambda row: row.done)
    user.sets_priorities(id, {1: Priority.NORMAL})
    user.until((user.downloads / "Film/new.bin").exists)
    seed.limit()
    user.connects(id, seed)
    user.sees(id, State.SEEDING, lambda row: row.size == payload.size)
    user.run(user.engine._running.keeper.stored(id))  # type: ignore[union-attr]
    lies(user, payload, b="Film/new.bin")


@pytest.mark.parametrize(
    ("path", "new", "words"),
    [
        ("Film/a.bin", "../a.bin", ("means a folder",)),
        ("Film/a.bin", "/etc/a.bin", ("inside the torrent",)),
        ("Film/a.bin", "Film/", ("empty",)),
        ("Film/a.bin", "Film/" + "x" * 256, ("too long",)),
        ("Film/a.bin", "Film/z.bin", ("has", "Film/z.bin", "already")),
        ("Film/a.bin", "Film/Z.BIN", ("has", "Film/z.bin", "already")),
        ("Film/a.bin", "Film/SUB", ("has", "Film/sub", "already")),
        ("Film/a.bin", "Film/Sub/a.bin", ("Film/sub", "write it like that")),
        ("Film/a.bin", "Film/z.bin/a.bin", ("is a file of the torrent",)),
        ("Film/sub", "Film/sub/inner", ("into itself",)),
        ("Film/none", "Film/x", ("not in this torrent",)),
        ("Film/a.bin", "Film/foreign.bin", ("exists already",)),
        ("Film/sub", "Film/foreign", ("exists already",)),
    ],
)
def test_name_that_can_not_be_is_refused_and_nothing_moves(
    user: User, payload: Payload, path: str, new: str, words: tuple[str, ...]
) -> None:
    id = user.owns(payload)
    (user.downloads / "Film/foreign").mkdir()
    for foreign in ("Film/foreign.bin", "Film/foreign/b.bin"):
        (user.downloads / foreign).write_text("mine")
    before = tree(user.downloads)
    said = user.refused(user.engine.contents.rename(id, path, new))
    assert all(word in said for word in words), said
    assert tree(user.downloads) == before
    assert names(user, id) == sorted(file.path for file in payload.files)


def test_file_of_a_folder_that_moves_up_takes_no_other_ones_place(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="T", files={"T/T/x.bin": 40_000, "T/x.bin": 30_000}, version=Version.V1)
    id = user.owns(payload)
    before = tree(user.downloads)
    assert "“T/T/x.bin” is in the way" in user.refused(user.engine.contents.rename(id, "T/T", "T"))
    assert tree(user.downloads) == before
    renames(user, id, "T/T", "U")
    renames(user, id, "U", "T")
    assert names(user, id) == ["T/T/x.bin", "T/x.bin"]
    assert sorted(before.values()) == sorted(tree(user.downloads).values())


def test_link_leads_no_file_out_of_the_save_folder(user: User, payload: Payload, tmp_path: Path) -> None:
    id = user.owns(payload)
    outside = tmp_path / "outside"
    outside.mkdir()
    (user.downloads / "Film/link").symlink_to(outside)
    for path, new in (("Film/a.bin", "Film/link/a.bin"), ("Film/sub", "Film/link/new/sub")):
        assert "leads out of" in user.refused(user.engine.contents.rename(id, path, new))
    assert not list(outside.iterdir())


def test_folder_that_its_owner_has_linked_elsewhere_is_his_to_name(
    user: User, payload: Payload, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (user.downloads / "Film").symlink_to(outside)
    id = user.owns(payload)
    renames(user, id, "Film/sub", "Film/new")
    assert sorted(path.name for path in outside.iterdir()) == ["a.bin", "new", "z.bin"]


def test_name_is_changed_in_its_capitals_only(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    renames(user, id, "Film/a.bin", "Film/A.bin")
    lies(user, payload, a="Film/A.bin")


def test_magnet_without_metadata_has_nothing_to_rename(user: User) -> None:
    id = user.adds("magnet:?xt=urn:btih:" + "ab" * 20)
    assert "not known yet" in user.refused(user.engine.contents.rename(id, "a", "b"))


def test_disk_that_refuses_is_heard_of(user: User, payload: Payload) -> None:
    id = user.owns(payload)
    # A folder where the file is to go: found by libtorrent, not by us, when it comes between the look and the rename.
    target = user.downloads / "Film/new.bin"
    running = user.engine._running
    assert running is not None
    write = running.journal.renaming

    async def then_somebody_comes(*args: object) -> None:
        await write(*args)  # type: ignore[arg-type]
        (target / "in the way").mkdir(parents=True)

    running.journal.renaming = then_somebody_comes  # type: ignore[assignment,method-assign]
    said = user.refused(user.engine.contents.rename(id, "Film/a.bin", "Film/new.bin"))
    assert "could not be renamed" in said
    assert "Film/a.bin" in names(user, id)
    assert Path(user.downloads, "Film/a.bin").stat().st_size == FILES["a.bin"]


def test_folder_of_many_files_is_renamed_while_the_window_lives(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name="Many", files={f"{n:04}.txt": 10 for n in range(3000)}, version=Version.V1)
    id = user.owns(payload)
    heard = len(user.files_changed)
    renames(user, id, "Many", "More")
    assert len(names(user, id)) == 3000
    assert len(list((user.downloads / "More").iterdir())) == 3000
    assert not (user.downloads / "Many").exists()
    user.until(lambda: id in user.files_changed[heard:])
    # For each of the 15 batches at most, and not for each file.
    assert len(user.files_changed) - heard <= 15
