# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab: what is done with chosen files - opened, renamed, rechecked, copied, played."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from starling.engine import playing
from starling.ui.files.renaming import RenameDialog
from tests.helpers import User
from tests.media.films import film
from tests.opener import opener
from tests.swarm import Payload, Swarm, Version
from tests.ui.details.fileslooker import PIECE, Looker, ShowPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LACKING = 5
"""A piece without which nothing plays."""


@pytest.fixture
def payload(swarm: Swarm) -> Payload:
    return swarm.payload(
        name="Sita",
        version=Version.V1,
        piece_size=PIECE,
        files={
            "film.mp4": film(900_000, index_first=True),
            "film.nfo": 2_000,
            "sample/film-sample.mkv": 30_000,
            "extras/a.srt": 5_000,
            "extras/b.srt": 5_000,
            "extras/photos.zip": 200_000,
        },
    )


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop's opener writes what it was given."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return opener(tmp_path, monkeypatch, "exit 0")


@pytest.fixture
def looks(user: User, show_pane: ShowPane) -> Callable[[str], Looker]:
    return lambda id: Looker(user, id, show_pane(user, id))


ALL = {"film.mp4", "film.nfo", "film-sample.mkv", "a.srt", "b.srt", "photos.zip"}


def test_files_are_chosen_by_rules(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.adds(payload, start=False))
    assert look.wanted() == ALL
    look.chooses("Skip by rule", "No samples, no .nfo")
    user.until(lambda: look.wanted() == ALL - {"film-sample.mkv", "film.nfo"})
    look.selects("extras")
    look.chooses("Download only these")
    user.until(lambda: look.wanted() == {"a.srt", "b.srt", "photos.zip"})
    look.finds("*.srt")
    look.chooses("Download none of what was found")
    user.until(lambda: look.wanted() == {"photos.zip"})
    look.chooses("Download only what was found")
    user.until(lambda: look.wanted() == {"a.srt", "b.srt"})
    look.finds("")
    look.chooses("Invert what is downloaded")
    user.until(lambda: look.wanted() == ALL - {"a.srt", "b.srt"})
    look.chooses("Skip by rule", "Only video")
    user.until(lambda: look.wanted() == {"film.mp4", "film-sample.mkv"})
    look.chooses("Download all")
    user.until(lambda: look.wanted() == ALL)


def test_priorities_by_shown_order(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.adds(payload, start=False))
    look.page.tree.sort_by("size", falling=True)
    look.selects("extras")
    look.chooses("Priority", "By shown order: first third maximum, last third normal")
    user.until(lambda: look.cell("photos.zip", "priority") == "Maximum")
    assert {look.cell(name, "priority") for name in ("a.srt", "b.srt")} == {"High", "Normal"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")
def test_a_complete_file_opens_and_others_say_why_not(
    user: User, payload: Payload, looks: Callable[[str], Looker], opened: Path, told: list[str]
) -> None:
    payload.prefill(user.downloads, [0, 1])
    id = user.adds(payload, start=False)
    look = looks(id)
    look.selects("extras")
    QTest.keyClick(look.page.view, Qt.Key.Key_Return)
    assert "a.srt" not in look.names(), "a folder folds"
    look.selects("film.nfo")
    QTest.keyClick(look.page.view, Qt.Key.Key_Return)
    assert user.hears("film.nfo", "once it is complete")
    look.skips("film.nfo")
    look.chooses("Open")
    assert user.hears("film.nfo is skipped")
    assert not opened.exists()
    (user.downloads / "Sita").mkdir(exist_ok=True)
    look.chooses("Show in its folder")
    user.until(opened.exists)
    assert opened.read_text() == f"{user.downloads / 'Sita'}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")
def test_what_is_here_opens(user: User, payload: Payload, looks: Callable[[str], Looker], opened: Path) -> None:
    look = looks(user.owns(payload))
    look.selects("a.srt")
    user.until(lambda: look.cell("a.srt", "percent") == "100 %")
    QTest.keyClick(look.page.view, Qt.Key.Key_Return)
    user.until(opened.exists)
    assert opened.read_text() == f"{user.downloads / 'Sita/extras/a.srt'}\n"


def test_a_file_is_renamed_once_the_name_will_do(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.owns(payload))
    look.selects("a.srt")
    look.presses("F2")
    user.until(lambda: look.pane.findChildren(RenameDialog))
    dialog = look.pane.findChildren(RenameDialog)[0]
    assert dialog.field.selectedText() == "a"
    assert not dialog.rename_button.isEnabled()
    dialog.field.setText("b.srt")
    dialog.rename_button.click()
    user.until(lambda: dialog.refusal.isVisible() and dialog.rename_button.isEnabled())
    assert "b.srt" in dialog.refusal.text()
    assert dialog.field.text() == "b.srt", "what was typed stays"
    for name in ("deep/c.srt", "/etc/x"):
        dialog.field.setText(name)
        dialog.rename_button.click()
        assert dialog.refusal.text() == "A name can't hold “/”: renaming moves nothing to another folder."
        assert dialog.field.isEnabled()
    dialog.field.setText("c.srt")
    assert not dialog.refusal.isVisible()
    dialog.rename_button.click()
    user.until(lambda: "c.srt" in look.names())
    assert (user.downloads / "Sita/extras/c.srt").exists()
    look.selects("extras")
    look.presses("F2")
    user.until(lambda: [one for one in look.pane.findChildren(RenameDialog) if one.isVisible()])
    dialog = next(one for one in look.pane.findChildren(RenameDialog) if one.isVisible())
    assert dialog.windowTitle() == "Rename folder"
    dialog.field.setText("subtitles")
    dialog.rename_button.click()
    user.until((user.downloads / "Sita/subtitles/c.srt").exists)
    user.until(lambda: "subtitles" in look.names())
    view = look.page.view
    user.until(lambda: view.current_key() == "Sita/subtitles" and view.selected_keys() == ["Sita/subtitles"])
    look.presses("F2")
    user.until(lambda: [one for one in look.pane.findChildren(RenameDialog) if one.isVisible()])
    dialog = next(one for one in look.pane.findChildren(RenameDialog) if one.isVisible())
    assert dialog.field.text() == "subtitles", "the folder that was renamed is still the current row"
    dialog.reject()


def test_f2_is_about_the_row_whose_box_was_clicked_last(
    user: User, payload: Payload, looks: Callable[[str], Looker]
) -> None:
    look = looks(user.adds(payload, start=False))
    look.selects("a.srt")
    look.ticks("film.nfo")
    user.until(lambda: look.cell("film.nfo", "priority") == "Skip")
    look.presses("F2")
    user.until(lambda: [one for one in look.pane.findChildren(RenameDialog) if one.isVisible()])
    dialog = next(one for one in look.pane.findChildren(RenameDialog) if one.isVisible())
    assert dialog.field.text() == "film.nfo"
    dialog.reject()


def test_chosen_files_are_rechecked(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.owns(payload))
    said: list[str] = []
    look.page.told.connect(said.append)
    look.selects("photos.zip")
    (user.downloads / "Sita/extras/photos.zip").write_bytes(bytes(200_000))
    look.chooses("Recheck these files")
    user.until(lambda: said)
    user.until(lambda: look.cell("photos.zip", "percent") != "100 %")
    assert look.cell("film.mp4", "done") == look.cell("film.mp4", "size") or said


def test_paths_are_copied(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.adds(payload, start=False))
    look.selects("a.srt", "film.nfo")
    look.presses("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().splitlines() == [
        str(user.downloads / "Sita/extras/a.srt"),
        str(user.downloads / "Sita/film.nfo"),
    ]


def test_first_and_last_pieces_are_a_tick(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    id = user.adds(payload, start=False)
    look = looks(id)
    look.chooses("First and last pieces first")
    user.sees(id, lambda torrent: torrent.first_last)
    user.until(look.page.view.file_actions["first_last"].isChecked)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")
def test_a_film_plays_before_it_is_whole(
    user: User,
    swarm: Swarm,
    looks: Callable[[str], Looker],
    opened: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files: dict[str, int | bytes] = {"film.mp4": film(4_000_000, index_first=True), "film.nfo": 2_000}
    payload = swarm.payload(name="Sita", version=Version.V1, piece_size=PIECE, files=files)
    monkeypatch.setattr(playing, "TURN", 0.05)
    monkeypatch.setattr(playing, "START", 10 * PIECE)
    monkeypatch.setattr(playing, "WINDOW", 20 * PIECE)
    monkeypatch.setattr(playing, "AHEAD", 0.0)
    monkeypatch.setattr(playing, "FIRST", 0.0)
    id = user.adds(payload)
    look = looks(id)
    look.selects("film.mp4")
    look.chooses("Play from the start")
    user.until(lambda: "nothing arrives now" in look.page.hint.sentence.text())
    assert look.page.view.file_actions["play"].isChecked()
    # While a piece of the beginning is nowhere, the others come and nothing can be played, however fast they come.
    user.connects(id, swarm.leech(payload, have=set(range(payload.pieces)) - {LACKING}, up=80_000))
    user.until(lambda: "until film.mp4 plays" in look.page.hint.sentence.text())
    assert not opened.exists()
    user.connects(id, swarm.seed(payload, up=60_000))
    user.until(opened.exists)
    assert opened.read_text() == f"{user.downloads / 'Sita/film.mp4'}\n"
    assert look.row("film.mp4").part < 1
    user.until(lambda: look.page.hint.sentence.text().startswith("film.mp4 can be played"))
    user.until(lambda: look.cell("film.mp4", "streamable") == "Yes, now")
    opened.unlink()
    look.chooses("Open")
    user.until(opened.exists)
    other = user.adds(swarm.payload(name="Aves", files={"bird.mp4": 90_000, "bird.nfo": 2_000}), start=False)
    look.turns_to(other)
    look.selects("bird.mp4")
    assert not look.page.view.file_actions["play"].isChecked()
    look.turns_to(id)
    look.selects("film.mp4")
    assert look.page.view.file_actions["play"].isChecked()
    look.chooses("Play from the start")
    user.until(lambda: user.engine.playing.index(id) is None)
    user.until(lambda: not look.page.hint.isVisible())
