# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab at a real engine: what media files say, finding files, and what can be done with them."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from starling import formats
from starling.engine import playing, skipping
from starling.torrent import State
from starling.ui import outline
from starling.ui.details.files import FilesPage
from starling.ui.details.pane import DetailsPane
from starling.ui.files.actions import FILE_ACTIONS
from starling.ui.files.node import FileRow
from starling.ui.files.renaming import RenameDialog
from tests.helpers import User
from tests.media.films import film
from tests.opener import opener
from tests.swarm import Payload, Swarm, Version
from tests.ui.person import choose, entry_of, plain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PIECE = 16_384
LACKING = 5
"""A piece without which nothing plays."""
ShowPane = Callable[..., DetailsPane]


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


class Looker:
    """Somebody in front of the Files tab of one torrent."""

    def __init__(self, user: User, id: str, pane: DetailsPane) -> None:
        self.user, self.id, self.pane = user, id, pane
        self.page: FilesPage = pane.files
        pane.show_tab(pane.pages.index(pane.files))
        user.until(lambda: self.page.tree.rows() and self.page._sharing)
        pane.activateWindow()
        self.page.view.setFocus()
        user.until(self.page.view.hasFocus)

    def turns_to(self, id: str) -> None:
        self.id = id
        self.pane.set_torrents([self.user.torrent(id)])
        shown = self.page.view
        self.user.until(lambda: shown.torrent and shown.torrent.id == id and self.page.tree.rows())

    def names(self) -> list[str]:
        return [row.name for row in self.page.tree.rows()]

    def key(self, name: str) -> int | str:
        return next(row.key for row in self.page.tree.rows() if row.name == name)

    def selects(self, *names: str) -> None:
        self.page.view.select_keys([self.key(name) for name in names])
        QApplication.sendPostedEvents()

    def presses(self, keys: str) -> None:
        # Here is no window manager to activate the window once a dialog has closed.
        self.pane.activateWindow()
        self.user.until(self.pane.isActiveWindow)
        self.page.view.setFocus()
        QTest.keySequence(self.page.view, QKeySequence(keys))

    def chooses(self, *path: str) -> None:
        """From the context menu."""
        menu = QMenu(self.page.view)
        self.page.view.fill_menu(menu)
        choose(entry_of(menu.actions(), path))
        menu.deleteLater()

    def finds(self, text: str) -> None:
        self.page.find_files()
        self.page.filter.setText(text)
        self.page.filter.settle()

    def row(self, name: str) -> FileRow:
        found = self.page.tree.find(self.key(name))
        assert found is not None
        return found

    def cell(self, name: str, column: str) -> str:
        found = next(each for each in self.page.tree.columns if each.key == column)
        return found.text(self.row(name)).replace(formats.NBSP, " ")

    def tip(self, name: str, column: str) -> str:
        found = next(each for each in self.page.tree.columns if each.key == column)
        assert found.tooltip is not None
        return found.tooltip(self.row(name))

    def ticks(self, name: str) -> None:
        """Clicks on its box."""
        view, number = self.page.view, self.names().index(name)
        index = self.page.tree.index(number, self.page.tree.column_number("name"))
        box = outline.box_rect(view.cell_rect(index), self.page.tree.row(number), view.scale)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    def skips(self, name: str) -> None:
        index = self.row(name).file
        assert index is not None
        self.user.sets_priorities(self.id, {index: 0})
        self.user.until(lambda: self.cell(name, "priority") == "Skip")

    def titles(self) -> list[str]:
        return [self.page.tree.columns[number].key for number in self.page.view.columns.visible()]

    def wanted(self) -> set[str]:
        """Names of the files that are not skipped."""
        files = self.user.run(self.user.engine.details.files(self.id))
        levels = self.user.priorities(self.id)
        return {file.path.rpartition("/")[2] for file, level in zip(files, levels, strict=True) if level}


@pytest.fixture
def looks(user: User, show_pane: ShowPane) -> Callable[[str], Looker]:
    return lambda id: Looker(user, id, show_pane(user, id))


ALL = {"film.mp4", "film.nfo", "film-sample.mkv", "a.srt", "b.srt", "photos.zip"}


# -- columns


def test_media_columns_are_there_where_there_is_media(
    user: User, swarm: Swarm, payload: Payload, looks: Callable[[str], Looker]
) -> None:
    look = looks(user.owns(payload))
    user.until(lambda: look.titles()[-4:] == ["rate", "resolution", "duration", "streamable"])
    user.until(lambda: look.cell("film.mp4", "duration") == "3 s")
    assert look.cell("film.mp4", "streamable") == "Yes"
    assert "×" in look.cell("film.mp4", "resolution")
    assert look.cell("film.mp4", "rate").endswith("kB/s")
    user.until(lambda: look.cell("film-sample.mkv", "streamable") == "–")
    assert look.tip("film-sample.mkv", "streamable").startswith("What it says of itself can't be read")
    assert look.cell("a.srt", "streamable") == ""


def test_without_media_they_step_back_unless_asked_for(
    user: User, swarm: Swarm, looks: Callable[[str], Looker]
) -> None:
    look = looks(user.owns(swarm.payload(name="texts", files={"a.txt": 10, "b.txt": 20})))
    user.until(lambda: look.titles()[-1] == "priority")
    look.page.view.columns.set_hidden("rate", False)
    assert look.titles()[-1] == "rate"


def test_empty_files_and_odd_priorities(user: User, swarm: Swarm, looks: Callable[[str], Looker]) -> None:
    id = user.owns(swarm.payload(name="odd", files={"a.txt": 10, "empty": 0}))
    user.sets_priorities(id, {0: 5})
    look = looks(id)
    user.until(lambda: look.cell("a.txt", "priority") == "5")
    assert [look.cell("empty", key) for key in ("size", "done", "percent", "pieces")] == ["0 B", "0 B", "", "0"]


def test_speed_time_left_and_remaining_follow_a_download(
    user: User, swarm: Swarm, payload: Payload, looks: Callable[[str], Looker]
) -> None:
    id = user.adds(payload)
    look = looks(id)
    user.connects(id, swarm.seed(payload, up=150_000))
    user.until(lambda: look.cell("film.mp4", "speed") and look.cell("film.mp4", "eta"))
    assert look.cell("film.mp4", "remaining")
    look.page.view.columns.set_hidden("availability", False)
    user.until(lambda: look.cell("film.mp4", "availability"))


# -- what skipping costs


def test_skipping_is_told_below_and_in_the_tooltip(
    user: User, payload: Payload, looks: Callable[[str], Looker]
) -> None:
    id = user.adds(payload, start=False)
    look = looks(id)
    look.skips("b.srt")
    look.selects("b.srt")
    user.until(look.page.hint.isVisible)
    assert look.page.hint.sentence.text().startswith("b.srt is skipped, yet 5.00\u00a0kB of it are still fetched: ")
    user.until(lambda: len(look.tip("b.srt", "name").splitlines()) == 4)
    lines = look.tip("b.srt", "name").splitlines()
    assert lines[0].endswith("extras/b.srt")
    assert lines[2:] == [
        "They stay in a hidden part file, not in your folder.",
        "2 wanted files share pieces with it: a.srt, photos.zip",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")
def test_what_is_told_of_skipped_files_is_what_is_on_disk(
    user: User, swarm: Swarm, looks: Callable[[str], Looker], opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {"a.bin": 300_000, "b.tiny": 302, "c.bin": 200_000, "d.bin": 4_000_000, "e.tiny": 300, "f.bin": 100_000}
    payload = swarm.payload(name="Aves", files=dict(sizes), piece_size=65_536, version=Version.V1)
    monkeypatch.setattr(skipping, "MOMENT", 0.2)
    id = user.adds(payload, priorities={1: 0})
    look = looks(id)
    look.page.view.columns.set_hidden("strip", True)
    user.connects(id, seed := swarm.seed(payload, up=400_000))
    user.until(lambda: look.row("d.bin").done > 700_000)
    user.sets_priorities(id, {3: 0})
    seed.limit()
    user.sees(id, State.SEEDING)
    user.sets_priorities(id, {4: 0, 5: 0})

    def tells(name: str, *words: str) -> None:
        user.until(lambda: all(each in look.tip(name, "name") for each in words), timeout=20)

    tells("b.tiny", "302\u00a0B of it are here", "All of it is here, but in a hidden part file")
    tells("d.bin", "of it are here", "What is here of it is kept in a hidden part file")
    tells("e.tiny", "It is complete and stays in your folder.")
    tells("f.bin", "It is complete and stays in your folder.")
    assert {path.name for path in (user.downloads / "Aves").iterdir()} == set(sizes) - {"b.tiny", "d.bin"}
    look.selects("b.tiny")
    assert "302\u00a0B of it are here" in look.page.hint.sentence.text()
    look.chooses("Open")
    assert user.hears("b.tiny is skipped and kept aside: tick its box to have it in your folder.")
    assert not opened.exists()
    user.sets_priorities(id, {1: 4})
    user.until(lambda: look.cell("b.tiny", "priority") == "Normal" and (user.downloads / "Aves/b.tiny").exists())
    look.chooses("Open")
    user.until(opened.exists)


# -- finding and choosing


def test_without_files_there_is_nothing_to_do_with_them(
    user: User, swarm: Swarm, payload: Payload, looks: Callable[[str], Looker], show_pane: ShowPane
) -> None:
    def possible(pane: DetailsPane) -> set[str]:
        menu = QMenu(pane)
        pane.files.view.fill_menu(menu)
        found = {plain(entry) for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator()}
        menu.deleteLater()
        return found

    link = user.adds("magnet:?xt=urn:btih:" + "ef" * 20)
    pane = show_pane(user, link)
    pane.show_tab(pane.pages.index(pane.files))
    user.until(lambda: pane.files.view.empty_text)
    assert possible(pane) == {"First and last pieces first"}
    id, alone = user.adds(payload, start=False), user.adds(swarm.payload(name="alone.iso", files=9_000), start=False)
    pane.set_torrents([user.torrent(id), user.torrent(link)])
    assert possible(pane) == set()
    pane.set_torrents([])
    assert possible(pane) == set()
    assert "Expand all" in possible(looks(id).pane)
    look = looks(alone)
    assert not {"Expand all", "Collapse all", "One list without folders"} & possible(look.pane)
    look.page.find_files()
    assert look.page.view.hasFocus()


def test_the_filter_finds_and_esc_leaves(user: User, payload: Payload, looks: Callable[[str], Looker]) -> None:
    look = looks(user.adds(payload, start=False))
    look.finds("ext:srt size>1k")
    assert look.names() == ["Sita", "extras", "a.srt", "b.srt"]
    look.finds("nothing like it")
    assert look.page.view.empty_text == "No file matches nothing like it."
    look.finds("size>")
    assert (len(look.names()), look.page.hint.isVisible()) == (9, False)
    look.finds("ext:srt size>abc")
    assert look.names() == ["Sita", "extras", "a.srt", "b.srt"]
    assert look.page.hint.sentence.text() == "size>abc is not understood, and filters nothing."
    look.finds("nothing like it")
    assert not look.page.hint.isVisible()
    QTest.keyClick(look.page.filter, Qt.Key.Key_Escape)
    assert len(look.names()) == 9
    assert look.page.filter.hasFocus()
    QTest.keyClick(look.page.filter, Qt.Key.Key_Escape)
    assert look.page.view.hasFocus()


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


def test_one_list_is_remembered(
    user: User, payload: Payload, looks: Callable[[str], Looker], show_pane: ShowPane
) -> None:
    id = user.adds(payload, start=False)
    look = looks(id)
    look.chooses("One list without folders")
    assert look.names()[:2] == ["extras/a.srt", "extras/b.srt"]
    look.pane._state.flush()
    again = Looker(user, id, show_pane(user, id))
    assert again.names()[:2] == ["extras/a.srt", "extras/b.srt"]


# -- actions


def test_keys_and_words_are_unique() -> None:
    keys = [row.shortcut for row in FILE_ACTIONS if row.shortcut]
    assert len(keys) == len(set(keys))
    assert all(not QKeySequence(key).isEmpty() for key in keys)


@pytest.mark.parametrize("filtering", [False, True])
def test_mnemonics_are_unique(user: User, payload: Payload, looks: Callable[[str], Looker], filtering: bool) -> None:
    look = looks(user.adds(payload, start=False))
    if filtering:
        look.finds("srt")
    menu = QMenu(look.page.view)
    look.page.view.fill_menu(menu)
    keys = [QKeySequence.mnemonic(entry.text()).toString() for entry in menu.actions() if not entry.isSeparator()]
    assert "" not in keys
    assert sorted(keys) == sorted(set(keys))
    menu.deleteLater()


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
