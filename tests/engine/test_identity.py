# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in the list, and .torrent files for others."""

from pathlib import Path

import libtorrent as lt
import pytest

from starling.torrent import State
from tests.helpers import User
from tests.swarm import Swarm, Version


def test_another_name_and_back(user: User, swarm: Swarm) -> None:
    payload = swarm.payload(files={"a.bin": 40_000}, name="Own", version=Version.V1)
    id = user.owns(payload)
    user.run(user.engine.identity.rename(id, "  Mine\nand\tmine "))
    user.sees(id, lambda t: t.name == "Mine and mine")
    assert payload.arrives(user.downloads) == ()
    user.restart()
    assert user.torrent(id).name == "Mine and mine"
    user.run(user.engine.identity.rename(id, ""))
    user.sees(id, lambda t: t.name == "Own")
    user.restart()
    assert user.torrent(id).name == "Own"


@pytest.mark.parametrize("version", list(Version))
def test_the_torrent_file_is_that_of_the_torrent(user: User, swarm: Swarm, version: Version, tmp_path: Path) -> None:
    payload = swarm.payload(
        files={"a.bin": 400_000, "b.bin": 40_000}, name="T", piece_size=32_768, version=version, trackers=[]
    )
    id = user.owns(payload)
    written = user.run(user.engine.identity.export([id], str(tmp_path / "out")))
    assert [path.name for path in written] == ["T.torrent"]
    read, original = lt.load_torrent_file(str(written[0])), lt.load_torrent_file(str(payload.torrent_path))
    assert read.ti.info_hashes() == original.ti.info_hashes()
    user.run(user.engine.remove([id], data=False))
    assert user.adds(written[0]) == id
    user.sees(id, State.SEEDING)


def test_names_that_are_no_names_of_files_and_names_that_are_taken(user: User, swarm: Swarm, tmp_path: Path) -> None:
    ids = [
        user.owns(swarm.payload(files={f"{number}.bin": 40_000}, name=f"T{number}", version=Version.V1))
        for number in range(2)
    ]
    for id in ids:
        user.run(user.engine.identity.rename(id, "../a/b: ..."))
    written = user.run(user.engine.identity.export(ids, str(tmp_path)))
    assert [path.parent for path in written] == [tmp_path, tmp_path]
    assert written[1].name == written[0].name.replace(".torrent", " (2).torrent")
    assert user.run(user.engine.identity.export(ids[:1], str(tmp_path))) == written[:1]


def test_a_link_without_details_has_none(user: User, swarm: Swarm, tmp_path: Path) -> None:
    payload = swarm.payload(files={"a.bin": 40_000}, name="T", version=Version.V1)
    id = user.adds(payload.magnet)
    assert "still being found" in user.refused(user.engine.identity.export([id], str(tmp_path / "out")))
    assert list((tmp_path / "out").iterdir()) == []
