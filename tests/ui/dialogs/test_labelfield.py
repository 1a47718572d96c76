# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels in the add dialog: rules give them, the folder follows them, and what the user says stays."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from starling import settings
from starling.instance import Message
from starling.labels import By, Label, Rule
from starling.ui.dialogs.add import AddDialog
from tests.swarm import Payload, Swarm
from tests.ui.person import Person


@pytest.fixture
def linux(person: Person) -> Path:
    """The folder of a label that a rule gives to what is called Debian."""
    folder = person.downloads.parent / "linux"
    person.program.settings.set(
        settings.labels.LABELS,
        (
            Label("Big"),
            Label("Linux", folder=str(folder), rules=(Rule(By.NAME, "debian"),)),
            Label("Example", rules=(Rule(By.TRACKER, "example.org"),)),
        ),
    )
    return folder


def opens(person: Person, *payloads: Payload) -> AddDialog:
    person.program.take(Message(tuple(str(one.torrent_path) for one in payloads)))
    dialog = person.dialog(AddDialog)
    person.until(lambda: len(dialog.entries) == len(payloads) and all(one.preview for one in dialog.entries))
    return dialog


def test_rules_and_folders_without_a_dialog(person: Person, swarm: Swarm, linux: Path) -> None:
    debian = swarm.payload(name="Debian 13", files={"a": 10}, trackers=[["http://t.example.org:1/a"]])
    person.offers(debian, *person.makes("Sita"))
    torrent = person.torrent("Debian 13")
    assert torrent.labels == ("Linux", "Example")
    assert torrent.save_path == str(linux)
    assert person.torrent("Sita").labels == ()
    # A folder that was asked for stays.
    other = swarm.payload(name="Debian 12", files={"a": 10})
    there = person.downloads.parent / "there"
    person.program.take(Message((str(other.torrent_path),), save_path=str(there), paused=True, no_dialog=True))
    person.sees("Debian 12", lambda row: row.save_path == str(there) and row.labels == ("Linux",))


def test_the_dialog_shows_them_and_the_folder_follows(person: Person, swarm: Swarm, linux: Path) -> None:
    dialog = opens(person, swarm.payload(name="Debian 13", files={"a": 10}))
    field, folder = dialog.switches.label, dialog.save_in.combo
    person.until(lambda: field.currentText() == "Linux")
    assert folder.currentText() == str(linux)
    field.setEditText("Linux, BIG")
    assert dialog.switches.labels == ("Linux", "Big")
    field.setEditText("Big")
    assert folder.currentText() == str(person.downloads), "back to the usual one"
    field.setEditText("")
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "new, li")
    assert field.currentText().casefold() == "new, linux", "the last one is completed"
    assert dialog.switches.labels == ("new", "Linux")
    assert folder.currentText() == str(linux)
    mine = str(person.downloads.parent / "mine")
    folder.setEditText(mine)
    field.setEditText("Big")
    field.setEditText("Linux")
    assert folder.currentText() == mine
    person.until(dialog.ok_button.isEnabled)
    field.setEditText("Linux, " + "x" * 61)
    assert dialog.switches.refusal.text() == "The name of a label has at most 60 characters."
    assert not dialog.ok_button.isEnabled()
    field.setEditText("Linux, odd")
    person.until(dialog.ok_button.isEnabled)
    dialog.ok_button.click()
    person.sees("Debian 13", lambda row: row.labels == ("Linux", "odd") and row.save_path == mine)


def test_a_rule_that_the_user_overrules_is_overruled(person: Person, swarm: Swarm, linux: Path) -> None:
    dialog = opens(person, swarm.payload(name="Debian 13", files={"a": 10}))
    person.until(lambda: dialog.switches.label.currentText() == "Linux")
    dialog.switches.label.setEditText("")
    person.until(dialog.ok_button.isEnabled)
    dialog.ok_button.click()
    person.sees("Debian 13", lambda row: row.labels == () and row.save_path == str(person.downloads))


def test_those_that_nobody_looks_at_go_by_the_rules_too(person: Person, swarm: Swarm, linux: Path) -> None:
    dialog = opens(person, *(swarm.payload(name=name, files={"a": 10}) for name in ("Sita", "Debian 13")))
    person.until(lambda: dialog.ok_button.isEnabled() and all(one.ready for one in dialog.entries))
    dialog.ok_button.click()
    person.sees("Debian 13", lambda row: row.labels == ("Linux",) and row.save_path == str(linux))
    person.sees("Sita", lambda row: row.labels == () and row.save_path == str(person.downloads))
