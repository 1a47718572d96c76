# SPDX-License-Identifier: GPL-3.0-or-later
"""What a kill has left of renames is finished, or kept for later; pieces are looked for where they really are."""

from pathlib import Path

import libtorrent as lt
import pytest

from starling.engine import settling
from starling.engine.journal import Plan
from starling.torrent import Priority, State
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(files={"a.bin": 90_000, "b.bin": 40_000}, name="T", piece_size=32_768, version=Version.V1)


def stored(payload: Payload, folder: Path, have: int) -> lt.add_torrent_params:
    """As a torrent is read from the store of which so many pieces are here."""
    params = lt.load_torrent_file(str(payload.torrent_path))
    params.save_path = str(folder)
    params.have_pieces = [piece < have for piece in range(payload.pieces)]
    return params


def test_rename_waits_for_the_disk_with_the_files(payload: Payload, tmp_path: Path) -> None:
    top, plan = tmp_path / "usb", Plan(renames={0: "T/new.bin", 1: "T/other.bin"})
    params = stored(payload, top, payload.pieces)
    # First there is no such folder, then it is the empty one on which the disk will be mounted.
    assert not settling.settle(payload.id, params, tmp_path / "parts", plan)
    top.mkdir()
    assert not settling.settle(payload.id, params, tmp_path / "parts", plan)
    assert (plan.renames, params.renamed_files) == ({0: "T/new.bin", 1: "T/other.bin"}, {})
    payload.prefill(top, range(payload.pieces))
    (top / "T/b.bin").rename(top / "T/other.bin")
    assert settling.settle(payload.id, params, tmp_path / "parts", plan)
    assert (plan.renames, params.renamed_files) == ({}, {0: "T/new.bin", 1: "T/other.bin"})
    assert sorted(path.name for path in (top / "T").iterdir()) == ["new.bin", "other.bin"]


def test_file_that_was_never_begun_gets_its_name(payload: Payload, tmp_path: Path) -> None:
    plan = Plan(renames={1: "T/other.bin"})
    params = stored(payload, tmp_path, 1)
    assert settling.settle(payload.id, params, tmp_path / "parts", plan)
    assert (plan.renames, params.renamed_files) == ({}, {1: "T/other.bin"})


def test_part_file_in_the_save_folder_is_found(
    swarm: Swarm, user: User, payload: Payload, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("adding", "loading", "reopen"):
        # As on Windows, where the downloads are on another drive.
        monkeypatch.setattr(f"starling.engine.{module}.part_file_dir", lambda parts, save_path: "")
    id = user.downloads_all(payload, swarm.seed(payload), priorities={1: Priority.SKIP})

    def have() -> int:
        return sum(user.handle(id).status(lt.torrent_handle.query_pieces).pieces)

    before = have()
    assert [path.name for path in user.downloads.iterdir() if path.suffix] == [f".{payload.hash_v1}.parts"]
    assert "is right" in user.run(user.engine.contents.recheck_files(id, [0, 1]))
    user.restart().sees(id, State.SEEDING)
    assert have() == before
