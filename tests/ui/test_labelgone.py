# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of labels and goals that would remove torrents at once: whoever makes them is asked first."""

import pytest
from PySide6.QtCore import Qt

from starling import settings
from starling.goals import After, Goal
from starling.labels import By, Label, Rule
from starling.torrent import State
from starling.ui.dialogs.label import LabelDialog
from starling.ui.dialogs.labelgoal import Until
from starling.ui.dialogs.labelgone import GoneDialog
from starling.ui.dialogs.labelrules import RulesDialog
from starling.ui.filters import Filter, Section
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.person import Person
from tests.ui.preferences.steps import row_of, types
from tests.ui.test_label_commands import chooses, defined, defines, drags, has, menu_of

FILMS = Filter(Section.LABELS, "Films")
AT_ONCE = Goal(ratio=0, then=After.REMOVE_DATA)
EVER = Goal()


@pytest.fixture
def seeding(person: Person) -> Person:
    """Two that are complete and run, and one that is neither."""
    done = [person.swarm.payload(name=name, files={"a.bin": 40_000}) for name in ("one", "two")]
    person.has_all(*done)
    person.makes("three")
    person.program.engine.start([payload.id for payload in done])
    for name in ("one", "two"):
        person.sees(name, State.SEEDING)
    return person


def own_goal(person: Person, name: str) -> Goal | None:
    aim = person.torrent(name).goal
    return aim.goal if aim is not None and aim.own else None


def test_a_label_is_given_and_who_has_reached_its_goal_stays_or_goes(seeding: Person) -> None:
    defines(seeding, Label("Films", goal=AT_ONCE), Label("Ever", goal=EVER))
    seeding.selects("one", "three")
    drags(seeding, "one", FILMS)
    dialog = seeding.dialog(GoneDialog)
    assert dialog.question.text().startswith("Remove 1 torrent")
    assert "their files go to the trash" in dialog.said.text()
    dialog.cancel_button.click()
    drags(seeding, "one", FILMS)
    assert seeding.torrent("one").labels == ()
    seeding.dialog(GoneDialog).keep_button.click()
    has(seeding, "one", "Films")
    has(seeding, "three", "Films")
    seeding.until(lambda: own_goal(seeding, "one") == EVER)
    assert own_goal(seeding, "three") is None
    # A label that says otherwise comes first, until it is taken away.
    defines(seeding, *reversed(defined(seeding)))
    seeding.until(lambda: list(seeding.program.engine._config.goals.labels) == ["Ever", "Films"])
    seeding.clicks("two")
    seeding.chooses("Torrent", "Labels", "Ever")
    has(seeding, "two", "Ever")
    seeding.chooses("Torrent", "Labels", "Films")
    has(seeding, "two", "Ever", "Films")
    seeding.chooses("Torrent", "Labels", "Ever")
    seeding.dialog(GoneDialog).cancel_button.click()
    seeding.chooses("Torrent", "Labels", "Ever")
    assert seeding.torrent("two").labels == ("Ever", "Films")
    seeding.dialog(GoneDialog).remove_button.click()
    seeding.until(lambda: seeding.names() == ["one", "three"])


def test_rules_and_what_a_label_says_are_asked_about_too(seeding: Person) -> None:
    defines(seeding, Label("Films", goal=AT_ONCE, rules=(Rule(By.NAME, "t*"),)), Label("Mine"))
    chooses(menu_of(seeding, Section.LABELS), "Apply the rules")
    seeding.dialog(RulesDialog).accept()
    seeding.dialog(GoneDialog).reject()
    seeding.program.engine.set_labels([seeding.torrent("two").id], ("Mine",))
    has(seeding, "two", "Mine")
    seeding.until(lambda: seeding.counts(Filter(Section.LABELS, "Mine")) == 1)
    chooses(menu_of(seeding, Filter(Section.LABELS, "Mine")), "Edit")
    dialog = seeding.dialog(LabelDialog)
    dialog.name.setText("Other")
    dialog.goal.until.setCurrentIndex(dialog.goal.until.findData(Until.GOAL))
    dialog.goal.ratio.setText("0")
    dialog.goal.then.setCurrentIndex(dialog.goal.then.findData(After.REMOVE))
    dialog.accept()
    asked = seeding.dialog(GoneDialog)
    assert "their files stay" in asked.said.text()
    asked.cancel_button.click()
    again = seeding.dialog(LabelDialog)
    assert again.name.text() == "Other"
    assert defined(seeding)[1] == Label("Mine")
    again.accept()
    seeding.dialog(GoneDialog).keep_button.click()
    has(seeding, "two", "Other")
    seeding.until(lambda: own_goal(seeding, "two") == EVER)


def test_the_goal_of_all_is_asked_about_in_the_preferences(seeding: Person) -> None:
    chosen = seeding.program.settings
    chosen.set(settings.seeding.THEN, After.REMOVE)
    chosen.set(settings.seeding.RATIO, 0.0)
    seeding.program.engine.goals.set_goal([seeding.torrent("one").id], EVER)
    seeding.until(lambda: own_goal(seeding, "one") == EVER)
    seeding.chooses("Edit", "Preferences")
    window = seeding.dialog(PreferencesWindow)
    row = row_of(window, settings.seeding.RATIO_ON, seeding.qtbot)
    field = row.editor.focusProxy()
    assert field is not None
    seeding.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert seeding.dialog(GoneDialog).question.text().startswith("Remove 1 torrent")
    seeding.dialog(GoneDialog).reject()
    seeding.until(lambda: not field.property("checked"))
    assert not chosen.get(settings.seeding.RATIO_ON)
    chosen.set(settings.seeding.RATIO, 1000.0)
    seeding.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    seeding.until(lambda: chosen.get(settings.seeding.RATIO_ON))
    types(row_of(window, settings.seeding.RATIO, seeding.qtbot), "0")
    seeding.dialog(GoneDialog).remove_button.click()
    seeding.until(lambda: seeding.names() == ["one", "three"])
    window.close()
