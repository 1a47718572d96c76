# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window in front of a real engine and a real swarm: what comes in, and what commands do to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from starling import settings
from starling.instance import Message
from starling.torrent import State
from starling.ui import outline
from starling.ui.dialogs.add import AddDialog
from starling.ui.dialogs.link import LinkDialog
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.filters import Filter, Section
from tests.swarm import Payload, Swarm
from tests.ui.person import LEFT, Person, choose, entry_of, plain

PAUSED = Filter(Section.STATUS, "paused")
SEEDING = Filter(Section.STATUS, "seeding")
GENERAL, FILES, PEERS, TRACKERS = range(4)


# -- in it comes


def drop(person: Person, payload: Payload) -> None:
    person.drops(payload.torrent_path)


def paste_link(person: Person, payload: Payload) -> None:
    QGuiApplication.clipboard().setText(payload.magnet)
    person.presses("Ctrl+V")


def paste_file(person: Person, payload: Payload) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(payload.torrent_path))])
    QGuiApplication.clipboard().setMimeData(mime)
    person.chooses("File", "Paste link")


def open_file(person: Person, payload: Payload) -> None:
    person.chooses("File", "Open torrents")
    dialog = person.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(payload.torrent_path))
    person.presses("Return", field)


def open_link(person: Person, payload: Payload) -> None:
    QGuiApplication.clipboard().clear()
    person.presses("Ctrl+U")
    dialog = person.dialog(LinkDialog)
    person.types(payload.magnet, dialog.field)
    person.presses("Return", dialog.field)


def start_again(person: Person, payload: Payload) -> None:
    person.program.take(Message((str(payload.torrent_path),)))


@pytest.mark.parametrize("way", [drop, paste_link, paste_file, open_file, open_link, start_again])
def test_every_way_in_asks_first(person: Person, payload: Payload, way: Callable[[Person, Payload], None]) -> None:
    way(person, payload)
    dialog = person.dialog(AddDialog)
    assert dialog.name.text() in {"Aves", payload.hash_v1}
    person.presses("Escape", dialog)
    person.until(lambda: person.program.incoming.dialog is None)
    assert person.names() == []


def test_a_torrent_on_the_command_line_is_asked_about_at_once(person: Person, payload: Payload, qtbot: QtBot) -> None:
    person.quits()
    person.starts(payload.torrent_path)
    person.presses("Return", person.dialog(AddDialog))
    person.sees("Aves")
    person.until(lambda: person.selected() == ["Aves"])


def test_a_file_is_unticked_and_the_rest_watched_until_it_is_there(
    person: Person, payload: Payload, swarm: Swarm
) -> None:
    seed = swarm.seed(payload, up=400_000)
    person.drops(payload.torrent_path)
    untick(person, person.dialog(AddDialog), "poster.jpg")
    person.presses("Return", person.dialog(AddDialog))
    person.until(lambda: person.selected() == ["Aves"])
    person.presses("Alt+3")
    person.connects(payload, seed)
    person.sees("Aves", lambda torrent: 0 < torrent.progress < 1 and torrent.down)
    person.until(lambda: [row.peer.address for row in person.window.details.peers.model.rows()] == [seed.ip])
    assert person.cells("status") == ["Downloading"]
    seed.limit()
    assert person.sees("Aves", State.SEEDING).size == 3_000_000
    person.until(lambda: not payload.verify(person.downloads, skip=["Aves/poster.jpg"]))
    assert not (person.downloads / "Aves" / "poster.jpg").exists()


def untick(person: Person, dialog: AddDialog, name: str) -> None:
    """Clicks on the box of a file."""
    view, tree = dialog.files.view, dialog.files.tree
    person.until(lambda: name in [row.name for row in tree.rows()])
    index = tree.index([row.name for row in tree.rows()].index(name), 0)
    box = outline.box_rect(view.cell_rect(index), tree.row(index.row()), view.scale)
    QTest.mouseClick(view.viewport(), LEFT, pos=box.center())
    assert tree.row(index.row()).check is Qt.CheckState.Unchecked


def test_what_is_in_the_list_already_is_shown(person: Person) -> None:
    one, _ = person.makes("one", "zebra")
    person.filters("zebra")
    person.drops(one.torrent_path)
    person.reads("“one” is in the list already.")
    person.until(lambda: person.selected() == ["one"])
    assert sorted(person.names()) == ["one", "zebra"]
    assert person.window.toolbar.filter.text() == ""


def test_what_cannot_be_opened_is_said(person: Person, tmp_path: Path) -> None:
    broken = tmp_path / "broken.torrent"
    broken.write_bytes(b"d4:info")
    person.drops(broken)
    person.reads("broken.torrent")
    QGuiApplication.clipboard().setText("good morning")
    person.presses("Ctrl+V")
    person.reads("There is no link")


# -- commands


def test_pause_start_and_start_now(person: Person) -> None:
    person.makes("one", "two")
    person.selects("one", "two")
    person.presses("Ctrl+S")
    person.sees("one", lambda torrent: not torrent.paused)
    person.chooses("Torrent", "Start now")
    person.sees("two", lambda torrent: torrent.forced)
    assert not person.menu("Torrent", "Start now").isEnabled()
    person.presses("Ctrl+P")
    person.sees("one", State.PAUSED)
    person.sees("two", State.PAUSED, lambda torrent: not torrent.forced)
    assert not person.menu("Torrent", "Pause").isEnabled()


def test_several_are_moved_in_the_queue_together(person: Person) -> None:
    person.makes("a", "b", "c", "d")
    person.clicks_header("queue")
    assert person.names() == ["a", "b", "c", "d"]
    person.selects("b", "c")
    person.presses("Alt+Down")
    person.until(lambda: person.names() == ["a", "d", "b", "c"])
    assert person.selected() == ["b", "c"]
    person.presses("Alt+Home")
    person.until(lambda: person.names() == ["b", "c", "a", "d"])
    person.chooses("Torrent", "Queue", "To the bottom of the queue")
    person.until(lambda: person.names() == ["a", "d", "b", "c"])
    person.presses("Alt+Up")
    person.until(lambda: person.names() == ["a", "b", "c", "d"])


def test_a_recheck_finds_what_is_gone(person: Person, payload: Payload) -> None:
    person.has_all(payload)
    person.clicks("Aves")
    person.presses("Ctrl+R")
    person.sees("Aves", lambda torrent: torrent.progress == 1)
    (person.downloads / "Aves" / "canto.flac").write_bytes(b"")
    person.presses("Ctrl+R")
    person.sees("Aves", lambda torrent: torrent.progress < 0.2 and torrent.state is not State.CHECKING)


def test_order_and_first_pieces_are_ticks(person: Person) -> None:
    person.makes("one", "two")
    person.clicks("one")
    choose(person.menu("Torrent", "Download in order"))
    person.sees("one", lambda torrent: torrent.sequential)
    person.until(lambda: person.menu("Torrent", "Download in order").isChecked())
    person.selects("one", "two")
    assert not person.menu("Torrent", "Download in order").isChecked()
    choose(person.menu("Torrent", "First and last pieces first"))
    person.sees("two", lambda torrent: torrent.first_last)
    person.sees("one", lambda torrent: torrent.first_last)


def test_the_context_menu_offers_what_is_possible(person: Person) -> None:
    person.makes("one", "two")
    menu = person.context_menu("two")
    assert person.selected() == ["two"]
    possible = {plain(entry): entry.isEnabled() for entry in menu.actions()}
    assert possible["Start"]
    assert possible["Remove"]
    assert not possible["Pause"]
    assert not possible["Ask trackers for peers"]
    choose(entry_of(menu.actions(), ["Start now"]))
    menu.close()
    person.sees("two", lambda torrent: torrent.forced)
    assert not person.torrent("one").forced


def test_no_torrent_no_command(person: Person) -> None:
    person.makes("one")
    person.window.list.clearSelection()
    for name in ("Start", "Pause", "Queue", "Labels", "Copy", "Remove"):
        assert not person.menu("Torrent", name).isEnabled(), name
    person.clicks("one")
    for name in ("Start", "Queue", "Labels", "Copy", "Remove"):
        assert person.menu("Torrent", name).isEnabled(), name


# -- copying


def test_copying_takes_every_selected_torrent(person: Person) -> None:
    one, two = person.makes("one", "two")
    person.clicks_header("name")
    person.selects("one", "two")
    person.chooses("Torrent", "Copy", "Name")
    assert person.clipboard() == "one\ntwo"
    person.chooses("Torrent", "Copy", "Info-hash")
    assert person.clipboard() == f"{one.hash_v1}\n{two.hash_v1}"
    person.chooses("Torrent", "Copy", "Save folder")
    assert person.clipboard() == str(person.downloads)
    person.presses("Ctrl+M")
    person.until(lambda: person.clipboard().startswith("magnet:?"))
    links = person.clipboard().splitlines()
    assert len(links) == 2
    assert f"urn:btih:{one.hash_v1}" in links[0]
    assert f"urn:btih:{two.hash_v1}" in links[1]


# -- removing


def test_removed_without_its_data(person: Person, payload: Payload) -> None:
    person.has_all(payload)
    person.clicks("Aves")
    person.presses("Del")
    dialog = person.dialog(RemoveDialog)
    assert not dialog.files_box.isChecked()
    person.presses("Return", dialog)
    person.until(lambda: person.names() == [])
    assert (person.downloads / "Aves" / "canto.flac").exists()
    assert person.window.empty.isVisible()


def test_removed_with_its_data(person: Person, payload: Payload, home: Path) -> None:
    person.has_all(payload)
    person.clicks("Aves")
    person.presses("Ctrl+R")
    person.sees("Aves", lambda torrent: torrent.progress == 1)
    person.presses("Shift+Del")
    dialog = person.dialog(RemoveDialog)
    assert dialog.files_box.isChecked()
    person.presses("Return", dialog)
    person.until(lambda: person.names() == [] and not (person.downloads / "Aves").exists())
    assert [path.name for path in home.rglob("canto.flac")] == ["canto.flac"]
    person.comes_back()
    assert person.names() == []


def test_a_removal_is_thought_better_of(person: Person) -> None:
    person.makes("one", "two")
    person.selects("one", "two")
    person.presses("Del")
    dialog = person.dialog(RemoveDialog)
    assert dialog.question.text() == "Remove 2 torrents?"
    person.presses("Escape", dialog)
    person.until(lambda: not person.window.findChildren(RemoveDialog))
    assert sorted(person.names()) == ["one", "two"]


def test_who_does_not_want_to_be_asked_is_not(person: Person) -> None:
    person.makes("one", "two")
    person.program.settings.set(settings.downloads.CONFIRM_REMOVE, False)
    person.clicks("one")
    person.presses("Del")
    person.until(lambda: person.names() == ["two"])
    person.clicks("two")
    person.presses("Shift+Del")
    person.presses("Escape", person.dialog(RemoveDialog))
    assert person.names() == ["two"]
