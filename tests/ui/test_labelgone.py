# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of labels and goals that would remove torrents at once: whoever makes them is asked first."""

import pytest
from PySide6.QtCore import Qt

from starling import settings
from starling.engine.goalconfig import GoalConfig
from starling.goals import After, Goal
from starling.labels import By, Label, Rule
from starling.setting import Page
from starling.settings.labels import LABELS
from starling.torrent import Problem, State
from starling.ui.dialogs.goal import GoalDialog
from starling.ui.dialogs.label import LabelDialog
from starling.ui.dialogs.labelgoal import Until
from starling.ui.dialogs.labelgone import GoneDialog
from starling.ui.dialogs.labelrules import RulesDialog
from starling.ui.filters import Filter, Section
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.person import Person
from tests.ui.preferences.steps import goes_to, row_of, types
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


def asked(person: Person) -> list[GoneDialog]:
    return [one for one in person.window.findChildren(GoneDialog) if one.isVisible()]


def ids(person: Person) -> list[str]:
    return [person.torrent(name).id for name in ("one", "two")]


def removes_from(person: Person, ratio: float) -> None:
    """By what the settings say."""
    chosen = person.program.settings
    chosen.set(settings.seeding.RATIO, ratio)
    chosen.set(settings.seeding.THEN, After.REMOVE_DATA)
    chosen.set(settings.seeding.RATIO_ON, True)
    person.until(lambda: person.program.engine._config.goals.session is not None)


def undoes(person: Person) -> None:
    button = person.reads("The label “Films” is removed").button
    assert button is not None
    button.click()


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


def test_defaults_and_what_was_before_them_are_asked_about(seeding: Person) -> None:
    chosen = seeding.program.settings
    chosen.set(settings.seeding.TIME_ON, True)
    chosen.set(settings.seeding.EVERY, True)
    chosen.set(settings.seeding.RATIO, 0.0)
    chosen.set(settings.seeding.THEN, After.REMOVE_DATA)
    chosen.set(settings.seeding.RATIO_ON, True)
    seeding.until(lambda: seeding.program.engine._config.goals.session is not None)
    seeding.chooses("Edit", "Preferences")
    window = seeding.dialog(PreferencesWindow)
    # Of a row.
    row_of(window, settings.seeding.EVERY, seeding.qtbot).reset_button.click()
    assert seeding.dialog(GoneDialog).question.text().startswith("Remove 2 torrents")
    seeding.dialog(GoneDialog).reject()
    seeding.until(lambda: not asked(seeding))
    assert chosen.get(settings.seeding.EVERY)
    # Of all labels, of which one has them seed for ever.
    defines(seeding, Label("Keep", goal=EVER))
    seeding.program.engine.set_labels(ids(seeding), ("Keep",))
    has(seeding, "two", "Keep")
    seeding.until(lambda: "Keep" in seeding.program.engine._config.goals.labels)
    chosen.set(settings.seeding.EVERY, False)
    row_of(window, LABELS, seeding.qtbot).reset_button.click()
    seeding.dialog(GoneDialog).reject()
    seeding.until(lambda: not asked(seeding))
    assert [one.name for one in defined(seeding)] == ["Keep"]
    # Of the page, which removes nothing; but what was before does.
    goes_to(window, Page.SEEDING, seeding.qtbot)
    window.reset_button.click()
    assert not chosen.get(settings.seeding.RATIO_ON)
    defines(seeding)
    seeding.until(lambda: seeding.program.engine._config.goals == GoalConfig())
    window.undo_button.click()
    seeding.dialog(GoneDialog).keep_button.click()
    seeding.until(lambda: chosen.get(settings.seeding.RATIO_ON))
    seeding.until(lambda: own_goal(seeding, "one") == own_goal(seeding, "two") == EVER)
    assert not window.undo_button.isVisible()
    window.close()


def test_what_is_typed_when_the_preferences_are_closed_is_asked_about_once(seeding: Person) -> None:
    chosen = seeding.program.settings
    removes_from(seeding, 1000.0)
    seeding.chooses("Edit", "Preferences")
    window = seeding.dialog(PreferencesWindow)
    types(row_of(window, settings.seeding.RATIO, seeding.qtbot), "0", None)
    window.close()
    dialog = seeding.dialog(GoneDialog)
    assert dialog.parentWidget() is seeding.window
    dialog.keep_button.click()
    seeding.until(lambda: chosen.get(settings.seeding.RATIO) == 0)
    seeding.until(lambda: not asked(seeding))
    assert own_goal(seeding, "one") == EVER


def test_goals_of_their_own_are_asked_about(seeding: Person) -> None:
    seeding.program.engine.goals.set_goal(ids(seeding), EVER)
    seeding.until(lambda: own_goal(seeding, "one") == own_goal(seeding, "two") == EVER)
    removes_from(seeding, 0.0)
    seeding.selects("one", "two")

    def chosen(until: Until) -> GoalDialog:
        seeding.chooses("Torrent", "Seed until")
        dialog = seeding.dialog(GoalDialog)
        dialog.choice.until.setCurrentIndex(dialog.choice.until.findData(until))
        return dialog

    chosen(Until.SETTINGS).accept()
    seeding.dialog(GoneDialog).keep_button.click()
    seeding.until(lambda: not asked(seeding))
    seeding.clicks("two")
    dialog = chosen(Until.GOAL)
    dialog.choice.ratio.setText("0")
    dialog.choice.then.setCurrentIndex(dialog.choice.then.findData(After.REMOVE))
    dialog.accept()
    seeding.dialog(GoneDialog).reject()
    seeding.until(lambda: not asked(seeding))
    assert own_goal(seeding, "one") == own_goal(seeding, "two") == EVER
    chosen(Until.SETTINGS).accept()
    seeding.dialog(GoneDialog).remove_button.click()
    seeding.until(lambda: seeding.names() == ["one", "three"])


def test_a_label_that_comes_back_is_asked_about_and_lets_go_whom_its_removal_kept(seeding: Person) -> None:
    defines(seeding, Label("Films", goal=EVER))
    seeding.program.engine.set_labels(ids(seeding), ("Films",))
    has(seeding, "two", "Films")
    removes_from(seeding, 0.0)
    seeding.until(lambda: seeding.counts(FILMS) == 2)
    chooses(menu_of(seeding, FILMS), "Remove")
    seeding.dialog(GoneDialog).keep_button.click()
    has(seeding, "two")
    seeding.until(lambda: own_goal(seeding, "one") == own_goal(seeding, "two") == EVER)
    undoes(seeding)
    has(seeding, "two", "Films")
    seeding.until(lambda: own_goal(seeding, "one") is own_goal(seeding, "two") is None)
    assert sorted(seeding.names()) == ["one", "three", "two"]
    # One that has torrents removed that did not go while they had it.
    seeding.program.engine.goals.set_goal(ids(seeding), EVER)
    seeding.until(lambda: own_goal(seeding, "one") == own_goal(seeding, "two") == EVER)
    seeding.program.settings.set(settings.seeding.RATIO_ON, False)
    defines(seeding, Label("Films", goal=AT_ONCE))
    seeding.until(lambda: seeding.program.engine._config.goals == GoalConfig(None, {"Films": AT_ONCE}))
    chooses(menu_of(seeding, FILMS), "Remove")
    has(seeding, "one")
    has(seeding, "two")
    seeding.until(lambda: seeding.program.engine._config.goals == GoalConfig())
    seeding.program.engine.goals.set_goal(ids(seeding), None)
    seeding.until(lambda: own_goal(seeding, "one") is own_goal(seeding, "two") is None)
    undoes(seeding)
    seeding.dialog(GoneDialog).reject()
    seeding.until(lambda: not asked(seeding))
    assert not defined(seeding)
    undoes(seeding)
    seeding.dialog(GoneDialog).remove_button.click()
    seeding.until(lambda: seeding.names() == ["three"])


def test_those_whose_drive_is_away_are_counted(seeding: Person) -> None:
    away = seeding.downloads.with_name("unplugged")
    seeding.downloads.rename(away)
    for name in ("one", "two"):
        seeding.sees(name, lambda row: row.problem is Problem.NO_DRIVE)
    defines(seeding, Label("Films", goal=AT_ONCE))
    drags(seeding, "one", FILMS)
    seeding.dialog(GoneDialog).keep_button.click()
    has(seeding, "one", "Films")
    away.rename(seeding.downloads)
    seeding.sees("one", State.SEEDING)
    seeding.until(lambda: own_goal(seeding, "one") == EVER)
