# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo in the window: the notice after a removal, its key, and the list of all that can come back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from starling import settings
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.dialogs.removed import ForgetDialog, RemovedDialog
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


def removes(person: Person, *names: str) -> None:
    """Removes torrents without a question."""
    person.program.settings.set(settings.downloads.CONFIRM_REMOVE, False)
    person.selects(*names)
    with person.qtbot.waitSignal(person.program.notices.told):
        person.chooses("Torrent", "Remove")
    assert not set(names) & set(person.names())


def opens(person: Person, count: int) -> RemovedDialog:
    person.chooses("Edit", "Removed torrents")
    dialog = person.dialog(RemovedDialog)
    person.until(lambda: dialog.model.total == count)
    return dialog


def test_the_notice_brings_them_back_and_the_key_does(person: Person) -> None:
    person.makes("one", "two", "three")
    removes(person, "one", "two")
    notice = person.reads("Removed 2 torrents", "stay where they are")
    assert notice.said.lingers
    QTest.mouseClick(notice.button, LEFT)
    person.reads("2 torrents are back.")
    person.until(lambda: sorted(person.names()) == ["one", "three", "two"])
    person.until(person.selected)
    removes(person, "three")
    person.presses("Ctrl+Z")
    person.reads("“three” is back.")
    person.until(lambda: person.selected() == ["three"])
    assert not any("Removed" in said.sentence for said in person.program.notices.notices)
    person.presses("Ctrl+Z")
    person.reads("There is no removal to undo.")


def test_files_come_out_of_the_trash(person: Person) -> None:
    payload = person.swarm.payload(name="film.mkv", files=70_000)
    person.has_all(payload)
    person.clicks("film.mkv")
    person.presses("Ctrl+R")
    person.sees("film.mkv", lambda torrent: torrent.progress == 1)
    person.presses("Shift+Del")
    dialog = person.dialog(RemoveDialog)
    QTest.mouseClick(dialog.remove_button, LEFT)
    notice = person.reads("Removed “film.mkv”. Its files are in the trash.")
    assert not (person.downloads / "film.mkv").exists()
    QTest.mouseClick(notice.button, LEFT)
    person.until(lambda: person.names() == ["film.mkv"])
    assert (person.downloads / "film.mkv").stat().st_size == 70_000


def test_the_same_words_twice_undo_the_last(person: Person) -> None:
    person.makes("a1", "a2", "b1", "b2")
    removes(person, "a1", "a2")
    removes(person, "b1", "b2")
    offers = [one for one in person.program.notices.shown if "Removed 2 torrents" in one.said.sentence]
    assert len(offers) == 1
    QTest.mouseClick(offers[0].button, LEFT)
    person.until(lambda: sorted(person.names()) == ["b1", "b2"])


def test_removed_torrents_are_found_restored_and_forgotten(person: Person) -> None:
    person.makes("quagga", "zebra", "zebu")
    removes(person, "quagga")
    removes(person, "zebra", "zebu")
    dialog = opens(person, 3)
    assert "7 days" in dialog.verdict.text()
    dialog.filter.setText("zeb")
    person.until(lambda: sorted(one.name for one in dialog.model.rows()) == ["zebra", "zebu"])
    dialog.view.selectAll()
    QTest.mouseClick(dialog.restore_button, LEFT)
    person.until(lambda: dialog.model.total == 1)
    person.until(lambda: dialog.verdict.text() == "2 torrents are back.")
    dialog.filter.clear()
    dialog.filter.tell()
    person.until(lambda: dialog.view.selected_count() == 1)
    QTest.mouseClick(dialog.forget_button, LEFT)
    asked = person.dialog(ForgetDialog)
    assert asked.question.text() == "Forget “quagga” for good?"
    QTest.mouseClick(asked.forget_button, LEFT)
    person.until(lambda: not dialog.model.total)
    assert not dialog.restore_button.isEnabled()
    person.presses("Escape", dialog)
    person.until(lambda: sorted(person.names()) == ["zebra", "zebu"])
    assert opens(person, 0).isVisible()


def test_one_that_was_added_again_stays_and_says_so(person: Person) -> None:
    (payload,) = person.makes("zebra")
    removes(person, "zebra")
    person.offers(payload)
    dialog = opens(person, 1)
    QTest.mouseClick(dialog.restore_button, LEFT)
    person.until(lambda: dialog.verdict.text() == "“zebra” is in the list already.")
    assert dialog.model.total == 1
