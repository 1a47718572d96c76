# SPDX-License-Identifier: GPL-3.0-or-later
"""Where to save: real folders on the real disk, their room, and what is said of those that will not do."""

import asyncio
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from shiboken6 import isValid

from starling import formats
from starling.settings.appearance import Appearance
from starling.ui.dialogs.savein import SaveIn, recent
from starling.ui.dialogs.space import look
from starling.ui.theme import ThemeManager, Token
from starling.uistate import UiState
from tests.ui.desk import Desk

NBSP = "\u00a0"


@pytest.fixture
def save_in(desk: Desk, tmp_path: Path) -> Iterator[SaveIn]:
    made = SaveIn(desk.themes, desk.worker, desk.state, str(tmp_path))
    made.show()
    desk.user.until(lambda: made.place is not None)
    yield made
    made.close()
    made.deleteLater()


def typed(desk: Desk, save_in: SaveIn, text: str) -> str:
    """Types a folder and returns what is said of it."""
    save_in.combo.setEditText(text)
    desk.user.until(lambda: save_in.place is not None)
    return save_in.note


def colour(save_in: SaveIn) -> object:
    return save_in._room.label.palette().color(QPalette.ColorRole.WindowText)


def test_a_disk_that_does_not_answer_is_asked_once(desk: Desk, save_in: SaveIn, tmp_path: Path) -> None:
    answer = threading.Event()
    hung = desk.user.loop.create_task(desk.worker.run(answer.wait))
    before = len(asyncio.all_tasks(desk.user.loop))
    save_in._look()
    for number in range(20):
        save_in.combo.setEditText(str(tmp_path / str(number)))
        save_in._look()
    assert len(asyncio.all_tasks(desk.user.loop)) == before + 1
    answer.set()
    desk.user.until(lambda: save_in.place is not None and save_in.place.path == str(tmp_path / "19"))
    assert hung.done()


def test_a_folder_has_the_room_of_its_disk(tmp_path: Path) -> None:
    before = shutil.disk_usage(tmp_path)
    place = look(str(tmp_path))
    assert place.problem == ""
    assert place.exists
    assert place.total == before.total
    assert abs(place.free - before.free) < 10**9  # others write meanwhile
    assert os.path.ismount(place.mount)
    assert tmp_path.is_relative_to(place.mount)


def test_a_folder_that_will_be_made_has_the_room_of_where_it_will_be(tmp_path: Path) -> None:
    place = look(str(tmp_path / "not" / "there" / "yet"))
    assert (place.problem, place.exists, place.mount) == ("", False, look(str(tmp_path)).mount)


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert look(str(file)).problem == f"{file} is a file, not a folder."
    assert look(str(file / "below")).problem == f"{file} is a file, not a folder."
    assert look("").problem == "A folder is needed."
    assert "no full path" in look("films").problem
    assert "no full path" in look("/films\0").problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert look(str(closed / "films")).problem == f"{closed} may not be written."


def test_it_says_what_is_left_after_what_is_chosen(save_in: SaveIn) -> None:
    place = save_in.place
    assert place is not None
    free = formats.size(place.free)
    assert save_in.note == f"{free} free on {place.mount}"
    save_in.set_wanted(1_000_000)
    assert save_in.note == f"{free} free on {place.mount}, {formats.size(place.free - 1_000_000)} after this"
    assert colour(save_in) == save_in._themes.theme.text


def test_too_little_room_is_a_warning_and_no_obstacle(save_in: SaveIn) -> None:
    place = save_in.place
    assert place is not None
    save_in.set_wanted(place.free + 5_000_000_000)
    assert save_in.note.endswith(f", 5.00{NBSP}GB too little for this")
    assert colour(save_in) == save_in._themes.theme.colour(Token.WARN)
    assert save_in.problem == ""


def test_a_wrong_folder_is_said_as_one_types_and_stays_typed(desk: Desk, save_in: SaveIn, tmp_path: Path) -> None:
    assert "no full path of a folder" in typed(desk, save_in, "films")
    assert save_in.problem
    assert colour(save_in) == desk.themes.theme.err
    desk.themes.set_appearance(Appearance.DARK)
    assert save_in.combo.currentText() == "films"
    assert colour(save_in) == desk.themes.theme.err
    assert typed(desk, save_in, str(tmp_path / "films")).endswith("The folder will be made.")
    assert save_in.problem == ""
    assert save_in.folder == str(tmp_path / "films")


def test_a_tilde_is_the_home(desk: Desk, save_in: SaveIn, home: Path) -> None:
    typed(desk, save_in, "~/films/")
    assert save_in.folder == str(home / "films")
    typed(desk, save_in, "~")
    assert save_in.folder == str(home)


def test_folders_that_were_used_are_offered_the_latest_first(
    desk: Desk, save_in: SaveIn, themes: ThemeManager, tmp_path: Path
) -> None:
    for number in range(12):
        typed(desk, save_in, str(tmp_path / f"{number}"))
        save_in.remember()
    assert recent(desk.state) == [str(tmp_path / f"{number}") for number in range(11, 1, -1)]
    again = SaveIn(themes, desk.worker, desk.state, str(tmp_path / "10"))
    offered = [again.combo.itemText(n) for n in range(again.combo.count())]
    assert offered[:3] == [str(tmp_path / name) for name in ("10", "11", "9")]
    assert len(offered) == 10
    again.deleteLater()


@pytest.mark.usefixtures("qapp")  # the timer of the state needs an application
@pytest.mark.parametrize("kept", ["", "{", "3", '{"a": 1}', "[1, null]"])
def test_a_spoilt_memory_of_folders_is_none(tmp_path: Path, kept: str) -> None:
    state = UiState(tmp_path / "state.json")
    state.set("add.folders", kept)
    assert recent(state) == []


def test_the_bar_shows_what_would_come(save_in: SaveIn) -> None:
    place = save_in.place
    assert place is not None
    flight = save_in._themes.theme.flight.rgb()

    def coming() -> int:
        image = save_in._room.bar.grab().toImage()
        return sum(image.pixel(x, image.height() // 2) == flight for x in range(image.width()))

    assert coming() == 0
    save_in.set_wanted(1)
    assert 2 <= coming() <= 4
    save_in.set_wanted(place.free)
    assert coming() > 0.9 * save_in._room.bar.width() * place.free / place.total - 4


def test_an_answer_for_a_closed_dialog_does_no_harm(desk: Desk, tmp_path: Path) -> None:
    gate = threading.Event()
    desk.worker.post(gate.wait)
    made = SaveIn(desk.themes, desk.worker, desk.state, str(tmp_path))
    made.deleteLater()
    desk.user.until(lambda: not isValid(made))
    gate.set()
    desk.user.run(desk.worker.run(int))  # whatever fails in a task or a slot fails the test
    assert made.place is None
