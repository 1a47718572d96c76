# SPDX-License-Identifier: GPL-3.0-or-later
"""What the log is told when torrents turn from one thing to another: to them alone, or to everybody."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from starling.engine.turns import Turns
from starling.logbook import Happening, Level
from starling.torrent import Problem, State, Torrent

ID = "ab" * 20


class Life:
    """One torrent, and what is told of it."""

    def __init__(self) -> None:
        self.torrent = Torrent(ID, "Aves", State.DOWNLOADING, size=9, done=1, save_path="/old")
        self.turns = Turns()
        self.told: list[Happening] = []
        self.turns.happened.connect(self.told.append)
        self.turns.take([self.torrent])

    def turns_to(self, **changes: Any) -> list[Happening]:
        """What is told of it then."""
        self.told.clear()
        self.torrent = replace(self.torrent, **changes)
        self.turns.take([self.torrent])
        while self.turns._left:
            self.turns._tell()
        return [*self.told]

    def says(self, **changes: Any) -> list[tuple[str, bool]]:
        """Texts, and whether they are its own affair."""
        return [(one.text, one.own) for one in self.turns_to(**changes)]


@pytest.fixture
def life(qtbot: QtBot) -> Life:
    return Life()


def test_a_move_is_told_as_soon_as_it_is_over(life: Life) -> None:
    assert life.says(state=State.STALLED) == [("It is stalled: nobody sends.", True)]
    assert life.says(state=State.DOWNLOADING) == [("It is downloading.", True)]
    assert life.says(state=State.STALLED) == [], "that was told a minute ago"
    assert life.says(state=State.MOVING) == [("Its data are being moved.", True)]
    assert life.says(save_path="/new") == []
    assert life.says(state=State.STALLED) == [
        ("Its data are in /new now.", False),
        ("It is stalled: nobody sends.", True),
    ]
    life.says(state=State.MOVING)
    assert life.says(state=State.STALLED)[0] == ("Its data stay in /new.", False)


def test_a_move_that_no_snapshot_has_shown_is_told(life: Life) -> None:
    assert life.says(save_path="/new") == [("Its data are in /new now.", False)]
    assert life.says(done=2) == []
    life.says(done=0)
    assert life.says(save_path="/other") == [("Its folder is /other now.", False)], "there is nothing to be moved"


def test_everybody_is_told_of_errors_and_that_they_are_over(life: Life) -> None:
    (error,) = life.turns_to(state=State.ERROR, problem=Problem.LOW_SPACE, error="No room.")
    assert (error.level, error.text, error.torrent, error.own) == (Level.ERROR, "No room.", ID, False)
    assert life.says(error="Still no room.") == []
    assert life.says(problem=Problem.NO_DRIVE, error="No drive.") == [("No drive.", False)]
    assert life.says(state=State.STALLED, problem=Problem.NONE, error="") == [("It is stalled: nobody sends.", False)]
    assert life.says(state=State.PAUSED) == [("It is paused.", True)]
    life.turns.forget([ID])
    assert life.says(state=State.SEEDING, save_path="/new") == [], "what it is at first is no turn"
    life.turns.forget([ID])
    assert life.says(state=State.ERROR, problem=Problem.NO_DRIVE, error="No drive.") == [("No drive.", False)]


def test_it_is_told_to_one_that_could_not_be_moved_why(life: Life) -> None:
    life.says(state=State.SEEDING)
    said = [("Its data could not be moved: No room.", True)]
    assert life.says(unmoved="No room.") == said
    assert life.says(up=9) == []
    life.says(state=State.MOVING, unmoved="")
    assert life.says(state=State.SEEDING, unmoved="No room.")[:1] == said
