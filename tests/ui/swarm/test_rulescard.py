# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of the rules says what is in force, what of it is unusual, and leads to where it can be changed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import mechanisms
from starling.settings import Settings
from starling.settings.mechanisms import PROFILE, Profile, SlotRule
from starling.ui.preferences.profiles import ProfileEditor
from starling.ui.swarm.lines import Figure
from starling.ui.swarm.rulescard import lines
from starling.ui.theme import Token
from tests.ui.person import LEFT, Person


def test_the_rules_of_a_profile_and_which_are_unusual(qtbot: QtBot, tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.toml")
    usual = list(lines(mechanisms.in_force(chosen), seeding=False))
    assert {line.token for line in usual if isinstance(line, Figure)} == {Token.MUTED}
    chosen.set(PROFILE, Profile.CLASSIC)
    now = mechanisms.in_force(chosen)
    said = {line.key: line for line in lines(now, seeding=False)}
    assert said["slots"].words == "Upload slots: 5, 1 by turns"
    assert said["pipeline"].words.endswith(": 5 blocks, unless it says how many it takes")
    assert "by default" in said["pipeline"].tip()
    assert said["snub"].words.endswith("after 1\u00a0min at most")
    assert [line.key for line in lines(now, seeding=True)] == ["slots", "round", "seed_rule"]
    chosen.set(PROFILE, Profile.LIBTORRENT)
    plain = mechanisms.in_force(chosen)
    rate = next(lines(replace(plain, slot_rule=SlotRule.RATE, unusual=frozenset({"slot_rule"})), seeding=False))
    assert rate.words == "Upload slots: as many as the upload fills"
    assert "Not as libtorrent has it by default." in rate.tip()
    more = next(lines(replace(plain, optimistic=4, unusual=frozenset({"optimistic"})), seeding=False))
    assert "Not as libtorrent has it by default." in more.tip()
    assert "round" not in [line.key for line in lines(replace(plain, slots=None), seeding=False)], "nothing is decided"
    chosen.deleteLater()


def test_its_button_opens_the_preferences_there(person: Person) -> None:
    card = person.window.details.swarm.rules
    card.button.click()
    dialog = person.window.preferences.dialog
    assert dialog is not None
    person.until(lambda: not dialog.busy and dialog.sheet.row(PROFILE.key) is not None)
    row = dialog.sheet.row(PROFILE.key)
    assert row is not None
    assert isinstance(row.editor, ProfileEditor)
    buttons = row.editor.buttons
    person.until(buttons[Profile.LIBTORRENT].hasFocus)
    QTest.mouseClick(buttons[Profile.CLASSIC], LEFT, pos=QPoint(8, buttons[Profile.CLASSIC].height() // 2))
    person.until(lambda: person.program.engine.given["unchoke_slots_limit"] == 5)
