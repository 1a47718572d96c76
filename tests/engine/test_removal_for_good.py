# SPDX-License-Identifier: GPL-3.0-or-later
"""Removal past the trash: the files are deleted, nothing else is touched, and nothing is kept to be undone."""

from pathlib import Path

import pytest

from starling.engine.rows import Removal
from starling.removed import Farewell
from tests.engine.cutshort import cut_short
from tests.helpers import User
from tests.swarm import Payload, Swarm, Version


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(version=Version.V1)


@pytest.fixture
def trash(home: Path) -> Path:
    """The folder of the desktop's trash in which the files would lie."""
    return home / ".local/share/Trash/files"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("killed", [False, True])
def test_files_are_deleted_for_good(user: User, payload: Payload, trash: Path, killed: bool) -> None:
    id = user.owns(payload)
    top = user.downloads / payload.files[0].path.split("/", 1)[0]
    (top / "notes.txt").write_text("mine")
    said: list[Farewell] = []
    user.engine.bin.kept.connect(said.append)
    if killed:
        user.quit()
        cut_short(user.data_dir, Removal.FOR_GOOD)
        user.start()
    else:
        user.run(user.engine.remove([id], data=True, for_good=True))
    assert names(top) == ["notes.txt"], "nothing else goes"
    assert (names(trash), user.stored(), user.run(user.engine.bin.entries()), said) == ([], [], [], [])
