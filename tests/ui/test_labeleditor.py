# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels in the preferences: listed with what they mean, made, changed, ordered, removed and applied."""

import asyncio
from typing import Any

import pytest
from shiboken6 import isValid

from starling import settings
from starling.engine.labelling import Labelling
from starling.goals import After, Goal
from starling.labels import By, Label, Rule
from starling.setting import Page
from starling.ui.dialogs.label import LabelDialog
from starling.ui.dialogs.labelgoal import Until
from starling.ui.dialogs.labelrules import RulesDialog
from starling.ui.labeleditor import LabelsEditor, RemoveLabelDialog
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.person import Person
from tests.ui.preferences.steps import goes_to


@pytest.fixture
def editor(person: Person) -> LabelsEditor:
    """Opened by somebody with one torrent, whose label is not defined."""
    person.makes("Debian 13")
    person.program.engine.set_labels([person.torrent("Debian 13").id], ("Free",))
    person.sees("Debian 13", lambda row: row.labels)
    person.program.settings.set(settings.labels.LABELS, (Label("Films", folder="/films"),))
    person.chooses("Edit", "All labels")
    window = person.dialog(PreferencesWindow)
    person.until(lambda: [one for one in window.findChildren(LabelsEditor) if one.isVisible()])
    return window.findChildren(LabelsEditor)[0]


def listed(editor: LabelsEditor) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


def defined(person: Person) -> tuple[Label, ...]:
    return person.program.settings.get(settings.labels.LABELS)


def test_one_is_made_with_everything(person: Person, editor: LabelsEditor) -> None:
    assert listed(editor) == ["Films  —  /films", "Free  —  not defined: torrents have it"]
    editor.new_button.click()
    dialog = person.dialog(LabelDialog)
    dialog.name.setText("Linux")
    dialog.colour.choose("#128c8c")
    dialog.folder.setText("linux")
    assert "its folder must be named in full" in dialog.refusal.text()
    (file := person.downloads / "file").touch()
    dialog.folder.setText(str(file))
    person.qtbot.waitUntil(lambda: "file is a file, not a folder" in dialog.refusal.text())
    assert not dialog.save_button.isEnabled()
    file.unlink()
    dialog.folder.setText("/data//linux/")
    dialog.move_box.setChecked(True)
    dialog.down.setText("fast")
    assert "Download limit" in dialog.refusal.text() or "must be" in dialog.refusal.text()
    assert not dialog.save_button.isEnabled()
    dialog.down.setText("500 kB/s")
    goal = dialog.goal
    goal.until.setCurrentIndex(goal.until.findData(Until.GOAL))
    assert dialog.refusal.text() == "A seeding goal needs a ratio or a time."
    goal.ratio.setText("1.5")
    goal.time.setText("2 h")
    goal.then.setCurrentIndex(goal.then.findData(After.REMOVE))
    dialog.trackers.setPlainText("https://bt.Debian.org:443/announce\n\n")
    dialog.names.setPlainText("*")
    assert "holds for every torrent" in dialog.refusal.text()
    dialog.names.setPlainText("debian\n*.iso")
    assert dialog.refusal.text() == ""
    dialog.save_button.click()
    rules = Rule(By.TRACKER, "bt.debian.org"), Rule(By.NAME, "debian"), Rule(By.NAME, "*.iso")
    made = Label(
        "Linux",
        "#128c8c",
        "/data/linux",
        500_000,
        goal=Goal(ratio=1.5, time=7200, then=After.REMOVE),
        rules=rules,
        move=True,
    )
    person.until(lambda: defined(person)[1:] == (made,))
    person.until(lambda: len(listed(editor)) == 3)
    assert listed(editor)[1] == "Linux  —  /data/linux, down 500\xa0kB/s, a seeding goal, 3 rules"
    editor.list.setCurrentRow(1)
    editor.edit_button.click()
    dialog = person.dialog(LabelDialog)
    assert dialog.label == made, "it is shown as it is"
    dialog.reject()
    editor.rules_button.click()
    person.dialog(RulesDialog).accept()
    person.sees("Debian 13", lambda row: row.labels == ("Free", "Linux"))


def test_they_are_defined_ordered_and_removed(person: Person, editor: LabelsEditor) -> None:
    editor.list.setCurrentRow(1)
    assert not editor.up_button.isEnabled()
    editor.edit_button.click()
    dialog = person.dialog(LabelDialog)
    dialog.goal.until.setCurrentIndex(dialog.goal.until.findData(Until.EVER))
    dialog.name.setText("Free of charge")
    dialog.save_button.click()
    person.sees("Debian 13", lambda row: row.labels == ("Free of charge",))
    free = Label("Free of charge", goal=Goal())
    assert defined(person) == (Label("Films", folder="/films"), free)
    person.until(lambda: listed(editor)[-1] == "Free of charge  —  seeds for ever")
    editor.list.setCurrentRow(1)
    editor.up_button.click()
    person.until(lambda: defined(person)[0] == free)
    assert editor.name == "Free of charge", "it stays selected"
    editor.remove_button.click()
    person.dialog(RemoveLabelDialog).reject()
    person.until(lambda: not [one for one in editor.window().findChildren(RemoveLabelDialog) if one.isVisible()])
    assert defined(person)[0] == free
    editor.remove_button.click()
    person.dialog(RemoveLabelDialog).accept()
    person.sees("Debian 13", lambda row: row.labels == ())
    person.until(lambda: listed(editor) == ["Films  —  /films"])


def test_what_was_begun_goes_on_when_the_window_is_closed(
    person: Person, editor: LabelsEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, change = asyncio.Event(), Labelling.change

    async def changes(*given: Any, **named: Any) -> None:
        await held.wait()
        await change(*given, **named)

    monkeypatch.setattr(Labelling, "change", changes)
    window, dialogs = editor.window(), person.window.findChildren
    assert isinstance(window, PreferencesWindow)
    editor.list.setCurrentRow(1)
    editor.remove_button.click()
    person.dialog(RemoveLabelDialog).accept()
    person.until(lambda: not [one for one in dialogs(RemoveLabelDialog) if one.isVisible()])
    goes_to(window, Page.SPEED, person.qtbot)
    assert isValid(editor)
    assert editor.busy
    window.close()
    person.until(lambda: not isValid(editor))
    held.set()
    person.sees("Debian 13", lambda row: row.labels == ())
