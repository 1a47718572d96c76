# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files in watch folders are torrents' own."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from starling.automation.owned import Owned
from starling.engine.engine import Engine
from starling.torrent import Torrent
from tests.engine.relocating import moves
from tests.helpers import User
from tests.swarm import Swarm, Version


def test_files_of_torrents_are_known_wherever_they_go_and_torrents_are_looked_through_once(
    user: User, swarm: Swarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        user.owns(swarm.payload(name=name, files={file: 5_000, "b.bin": 5}, version=Version.V1))
        for name, file in (("A", "x.torrent"), ("B", "a.bin"))
    )
    owned, read, there = Owned(user.engine), list[Engine](), dict(user.engine.torrents)

    def look(engine: Engine) -> Mapping[str, Torrent]:
        read.append(engine)
        return there

    def has(path: Path) -> bool:
        return user.run(owned.has(str(path), str(path)))

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "torrents", property(look))
        for _ in range(2):
            assert has(user.downloads / "A/X.torrent")
            assert not has(user.downloads / "B/x.torrent")
        assert len(read) == 1
    user.run(user.engine.contents.rename(second, "B/a.bin", "B/x.torrent"))
    user.until(lambda: second in user.files_changed)
    assert has(user.downloads / "B/x.torrent")
    moves(user, first, tmp_path / "there")
    user.sees(first, lambda t: t.save_path == str(tmp_path / "there") and t.moving is None)
    assert has(tmp_path / "there/A/x.torrent")
    assert not has(user.downloads / "A/x.torrent")
    user.run(user.engine.remove([first], data=False))
    user.until(lambda: first in user.gone)
    assert not has(tmp_path / "there/A/x.torrent")
