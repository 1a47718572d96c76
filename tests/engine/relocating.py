# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of tests that have data go to another folder."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from starling.engine import relocation_copy
from tests.helpers import User
from tests.swarm import Payload


def moves(user: User, id: str, target: Path) -> None:
    user.run(user.engine.relocation.move([id], str(target)))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


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
