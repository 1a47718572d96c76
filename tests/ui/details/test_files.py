# SPDX-License-Identifier: GPL-3.0-or-later
"""The Files tab at a real engine: what media files say, finding files, and what can be done with them."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from starling.engine import skipping
from starling.torrent import State
from starling.ui.details.pane import DetailsPane
from starling.ui.files.actions import FILE_ACTIONS
from tests.helpers import User
from tests.media.films import film
from tests.opener import opener
from tests.swarm import Payload, Swarm, Version
from tests.ui.details.fileslooker import PIECE, Looker, ShowPane
from tests.ui.person import plain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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
