# SPDX-License-Identifier: GPL-3.0-or-later
"""File names with invisible joiners: files lie where every other client has them, and nowhere they must not."""

import shutil
from pathlib import Path
from typing import Any

import libtorrent as lt
import pytest

from starling.engine import names, sources
from starling.torrent import State
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version

PILOT = "👩\u200d🚀.webp"
FOLDER = "می\u200cخواهم"
NAMES = {PILOT: 70_000, "plain.bin": 40_000, "کتاب\u200cها/क्\u200dष.txt": 5_000}

versions = pytest.mark.parametrize("version", list(Version))


def copied(payload: Payload, folder: Path) -> None:
    """What another client has left: the files as the torrent names them."""
    for file in payload.files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(payload.root / file.path, target)


def paths(user: User, id: str) -> set[str]:
    return {file.path for file in user.run(user.engine.details.files(id))}


def own_paths(**info: Any) -> dict[int, str]:
    given = {b"name": b"n", b"piece length": 16384, b"pieces": b"x" * 20}
    section = {**given, **{key.encode(): value for key, value in info.items()}}
    found = lt.load_torrent_buffer(lt.bencode({b"info": section})).ti
    assert found
    return names.own_paths(found)


@versions
def test_files_of_another_client_are_found(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name=FOLDER, files=NAMES, version=version)
    copied(payload, user.downloads)
    id = user.adds(payload)
    assert user.sees(id, State.SEEDING).name == FOLDER
    assert paths(user, id) == {file.path for file in payload.files}


@versions
def test_a_download_has_the_names_of_the_torrent_and_keeps_them(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name=PILOT, files=90_000, version=version)
    id = user.downloads_all(payload, swarm.seed(payload))
    assert payload.arrives(user.downloads) == ()
    assert [path.name for path in user.downloads.iterdir()] == [PILOT]
    user.restart()
    assert user.sees(id, State.SEEDING).name == PILOT
    assert paths(user, id) == {PILOT}


@versions
def test_a_link_s_files_get_their_names_when_the_metadata_comes(swarm: Swarm, user: User, version: Version) -> None:
    payload = swarm.payload(name=FOLDER, files=NAMES, version=version)
    id = user.adds(payload.magnet)
    user.connects(id, swarm.seed(payload))
    user.sees(id, State.SEEDING, lambda row: row.name == FOLDER)
    user.until(lambda: payload.verify(user.downloads) == ())
    assert paths(user, id) == {file.path for file in payload.files}


def test_a_link_finds_the_files_of_another_client(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name=FOLDER, files=NAMES)
    copied(payload, user.downloads)
    id = user.adds(payload.magnet)
    # Slow: whatever is there within the time limit was there before.
    user.connects(id, swarm.seed(payload, up=8_000))
    user.sees(id, State.SEEDING, timeout=8)
    assert payload.arrives(user.downloads) == ()


def test_a_preview_of_a_link_has_the_names(swarm: Swarm, user: User) -> None:
    payload = swarm.payload(name=FOLDER, files=NAMES)
    seed = swarm.seed(payload)
    found = user.previews(payload.magnet)
    user.connects(found.id, seed)
    user.until(lambda: user.completed)
    assert user.completed[0].name == FOLDER
    assert {file.path for file in user.completed[0].files} == {file.path for file in payload.files}
    id = user.run(user.engine.intake.add(found.id, user.options()))
    user.connects(id, seed)
    user.sees(id, State.SEEDING)
    assert payload.arrives(user.downloads) == ()


@pytest.mark.parametrize(
    "path",
    [
        ["a\u200d/../../b"],
        ["\u200d..", "b\u200d"],
        ["..\u200d", "..\u200d", "b"],
        ["\u200d"],
        ["a\u200d\0b"],
        [".\u200d", "x"],
        ["x\u200d" * 120],
    ],
)
def test_nothing_but_joiners_comes_back(path: list[str]) -> None:
    found = own_paths(files=[{b"length": 5, b"path": [part.encode() for part in path]}])
    assert found == {}


def test_marks_of_direction_stay_out() -> None:
    assert own_paths(length=5, name="a\u200d\u202egpj.exe\u2066\u200e".encode()) == {0: "a\u200dgpj.exe"}


def test_names_that_differ_in_joiners_only_stay_apart() -> None:
    twins = [{b"length": 5, b"path": [name.encode()]} for name in ("ab", "a\u200db", "c\u200dd")]
    assert own_paths(files=twins) == {1: "n/ab.1", 2: "n/c\u200dd"}


def test_a_path_that_libtorrent_chose_stays() -> None:
    twins = [{b"length": 5, b"path": [name.encode()]} for name in ("a\u200d/x", "a\u200d", "b\u200d")]
    info = {b"name": b"n", b"piece length": 16384, b"pieces": b"x" * 20, b"files": twins}
    renamed = lt.load_torrent_buffer(lt.bencode({b"info": info})).renamed_files
    chosen = sources.parse_buffer(lt.bencode({b"info": info}), "t").renamed_files
    assert chosen | renamed == chosen
    assert chosen[2] == "n/b\u200d"
