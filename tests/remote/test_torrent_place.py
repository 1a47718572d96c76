# SPDX-License-Identifier: GPL-3.0-or-later
"""Data are moved or looked for elsewhere, files and torrents get other names, as clients expect of Transmission's."""

import shutil
from collections.abc import Iterator

import pytest

from starling.remote.calls import Code
from starling.torrent import State
from tests.helpers import User
from tests.remote.asking import Remote, remote_of
from tests.swarm import Swarm


@pytest.fixture
def remote(user: User) -> Iterator[Remote]:
    with remote_of(user) as made:
        yield made


def paths(user: User, id: str) -> tuple[str, ...]:
    return user.run(user.engine.details.files(id)).paths


def test_data_are_moved_or_looked_for(swarm: Swarm, user: User, remote: Remote) -> None:
    payload = swarm.payload(name="a", files={"one": 40_000, "sub/two": 30_000})
    id = user.owns(payload)
    new, other = user.folder / "new", user.folder / "other"
    remote.ask("torrent_set_location", ids=[id], location=str(new), move=True)
    assert user.sees(id, State.SEEDING).save_path == str(new)
    assert not payload.verify(new)
    remote.ask("torrent_set_location", ids=[id], location=str(new), move=True)
    # However it is spelled, it is one folder.
    spelled = f"/{user.folder}/./gone/..//new/"
    remote.ask("torrent_set_location", ids=[id], location=spelled, move=True)
    remote.sets(id, location=spelled)
    assert user.sees(id, State.SEEDING).save_path == str(new)
    shutil.move(new, other)
    remote.ask("torrent_set_location", ids=id, location=f"{other}/x/../")
    user.sees(id, State.SEEDING, lambda row: row.save_path == str(other))
    remote.ask("torrent_set_location", ids=id, location=f"{other}/../new/", move=True)
    user.sees(id, State.SEEDING, lambda row: row.save_path == str(new))
    user.run(user.engine.remove([id], data=True))
    assert not (new / "a").exists()


def test_what_can_be_known_is_refused(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(name="a", files=40_000))
    assert "“location”" in remote.refused("torrent_set_location", ids=[id])
    for location in ("", "relative", "~/x", "/a\0b"):
        for method in ("torrent_set_location", "torrent_set"):
            sentence, code = remote.error(method, ids=[id], location=location)
            assert "full path" in sentence
            assert code is Code.PATH_NOT_ABSOLUTE
    file = user.folder / "file"
    file.touch()
    assert "is a file" in remote.refused("torrent_set_location", ids=[id], location=str(file), move=True)
    (user.folder / "taken").mkdir()
    (user.folder / "taken" / "a").write_text("somebody's")
    assert "nothing is written over" in remote.refused("torrent_set", ids=[id], location=str(user.folder / "taken"))
    assert user.sees(id, State.SEEDING).save_path == str(user.downloads)


def test_files_and_folders_get_other_names(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(name="a", files={"one": 40_000, "sub/two": 30_000}))
    number = remote.ids.number(id)
    answer = remote.ask("torrent_rename_path", ids=[number], path="a/sub/two", name="zwei")
    assert answer == {"id": number, "path": "a/sub/two", "name": "zwei"}
    assert paths(user, id) == ("a/one", "a/sub/zwei")
    assert user.torrent(id).name == "a"
    remote.ask("torrent_rename_path", ids=[id], path="a/sub", name="unter")
    remote.ask("torrent_rename_path", ids=[id], path="a", name="b")
    assert paths(user, id) == ("b/one", "b/unter/zwei")
    assert (user.downloads / "b" / "unter" / "zwei").is_file()
    assert user.sees(id, lambda row: row.name == "b")
    # Clients know its folder by the torrent's name, which its owner may have changed in the list alone.
    user.run(user.engine.identity.rename(id, "Mine"))
    user.sees(id, lambda row: row.name == "Mine")
    remote.ask("torrent_rename_path", ids=[id], path="Mine", name="c")
    assert paths(user, id) == ("c/one", "c/unter/zwei")
    user.sees(id, lambda row: row.name == "c")


def test_one_that_is_a_single_file_and_one_without_files(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(name="a.bin", files=40_000))
    remote.ask("torrent_rename_path", ids=[id], path="a.bin", name="b.bin")
    assert (user.downloads / "b.bin").is_file()
    user.sees(id, lambda row: row.name == "b.bin")
    bare = user.adds("ab" * 20, start=False)
    said, code = remote.error("torrent_rename_path", ids=[bare], path=user.torrent(bare).name, name="€" * 86)
    assert ("255 bytes" in said, code) == (True, Code.SYSTEM_ERROR)
    remote.ask("torrent_rename_path", ids=[bare], path=user.torrent(bare).name, name="Soon")
    user.sees(bare, lambda row: row.name == "Soon")


def test_names_that_can_not_be(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(name="a", files={"one": 40_000, "two": 30_000}))
    for path, name in (("a/one", ""), ("", "x"), ("a/one", ".."), ("a/one", "x/y")):
        assert "“path”" in remote.refused("torrent_rename_path", ids=[id], path=path, name=name)
    for path, name, words in (
        ("a/one", "two", "already"),
        ("a/three", "x", "not in this torrent"),
        ("a/one", "x\\y", "x"),
    ):
        sentence, code = remote.error("torrent_rename_path", ids=[id], path=path, name=name)
        assert words in sentence
        assert code is Code.SYSTEM_ERROR
    assert "one torrent" in remote.refused("torrent_rename_path", path="a/one", name="x")
    assert paths(user, id) == ("a/one", "a/two")


def test_nobody_waits_for_a_long_move_and_its_failure_is_told(
    swarm: Swarm, user: User, remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("starling.remote.torrent_place.AT_ONCE", 0)
    id = user.owns(swarm.payload(name="a", files=40_000))
    new, taken = user.folder / "new", user.folder / "taken"
    remote.ask("torrent_set_location", ids=[id], location=str(new), move=True)
    user.sees(id, State.SEEDING, lambda row: row.save_path == str(new))
    taken.mkdir()
    (taken / "a").write_text("somebody's")
    remote.ask("torrent_set_location", ids=[id], location=str(taken), move=True)
    user.hears("nothing is written over")


def test_a_client_that_goes_away_cuts_nothing_short(swarm: Swarm, user: User, remote: Remote) -> None:
    id = user.owns(swarm.payload(name="a", files=40_000))
    params = {"ids": [id], "delete_local_data": True}
    asked = user.loop.create_task(remote._ask("torrent_remove", params))
    user.loop.call_soon(asked.cancel)
    user.until(lambda: remote.removed == ["a"])
    assert asked.cancelled()
    user.until(lambda: not (user.downloads / "a").exists())
