# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at an engine, with the settings and the memory of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from starling import settings
from starling.automation import watch
from starling.automation.memory import Memory
from starling.automation.programs import Programs
from starling.automation.watching import Watching
from starling.settings import Settings
from starling.watchfolders import WatchFolder
from tests.helpers import User


class Automat:
    """What runs beside an engine."""

    def __init__(self, user: User) -> None:
        self.user, self.told, self.noted = user, list[str](), list[str]()
        self.settings = Settings(user.folder / "automation.toml")
        self.settings.set(settings.downloads.SAVE_PATH, str(user.downloads))
        self.memory = Memory(user.folder / "automation.json")
        self.watching: Watching | None = None
        self.programs: Programs | None = None

    def watches(self, *folders: WatchFolder, chosen: bool = True) -> None:
        """Begins to watch as the program does when it has started."""
        if chosen:
            self.settings.set(settings.automation.WATCH_FOLDERS, folders)
        self.watching = Watching(self.user.engine, self.settings, self.memory)
        self.watching.trouble.connect(self.told.append)
        self.watching.noted.connect(self.noted.append)
        self.user.engine.loaded.emit()

    def runs(self, added: tuple[str, ...] = (), finished: tuple[str, ...] = (), seeded: tuple[str, ...] = ()) -> None:
        """Has programs run from now on."""
        self.settings.set(settings.automation.RUN_ADDED, added)
        self.settings.set(settings.automation.RUN_FINISHED, finished)
        self.settings.set(settings.automation.RUN_SEEDED, seeded)
        self.programs = Programs(self.user.engine, self.settings, self.memory)
        self.programs.trouble.connect(self.told.append)

    def hears(self, *words: str) -> str:
        """Waits for a sentence with these words, and takes it."""

        def found() -> list[str]:
            return [one for one in self.told if all(word in one for word in words)]

        self.user.until(found)
        self.told.remove(sentence := found()[0])
        return sentence

    def stops(self) -> None:
        """As the program when it ends."""
        for part in (self.watching, self.programs):
            if part is not None:
                self.user.run(part.close())
                part.deleteLater()
        self.watching = self.programs = None
        self.memory.flush()


@pytest.fixture
def automat(user: User) -> Iterator[Automat]:
    made = Automat(user)
    yield made
    made.stops()
    made.settings.flush()
    assert made.told == [], "the user was told what no test expected"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are short: what a test waits for is not how long they are."""
    for name, value in (("STABLE_S", 0.1), ("UNREADABLE_S", 0.4), ("SOON_S", 0.05), ("NEAR_S", 0.3), ("FAR_S", 0.3)):
        monkeypatch.setattr(watch, name, value)
    monkeypatch.setattr(watch, "AGAIN_S", 0.3)


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], str]:
    """Makes a program of the lines of a shell script; its path."""

    def make(text: str, name: str = "program.sh") -> str:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
        return str(path)

    return make
