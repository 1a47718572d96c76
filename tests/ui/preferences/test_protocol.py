# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Protocol: the values of the profile in force, greyed out until they are the user's own."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.mechanisms import in_force
from starling.settings.mechanisms import NAMES, PARTIAL_FIRST, PIPELINE, PROFILE, ROUND, SEED_RULE, Profile
from starling.ui.dialogs.means import Means
from starling.ui.preferences.choices import ChoiceEditor, SwitchEditor
from starling.ui.preferences.profiles import ProfileEditor
from starling.ui.preferences.typed import NumberEditor
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.preferences.steps import row_of

SLOTS = settings.connection.SLOTS


def picks(window: PreferencesWindow, profile: Profile, qtbot: QtBot) -> None:
    """Another profile, with the mouse."""
    editor = row_of(window, PROFILE, qtbot).editor
    assert isinstance(editor, ProfileEditor)
    button = editor.buttons[profile]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


def test_the_rows_show_what_is_in_force_and_only_custom_lets_them_be_changed(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    picks(window, Profile.CLASSIC, qtbot)
    assert means.settings.get(PROFILE) is Profile.CLASSIC
    rows = {setting: row_of(window, setting, qtbot) for setting in NAMES.values()}
    pipeline, partial, seed = (rows[each].editor for each in (PIPELINE, PARTIAL_FIRST, SEED_RULE))
    assert isinstance(pipeline, NumberEditor)
    assert isinstance(partial, SwitchEditor)
    assert isinstance(seed, ChoiceEditor)
    assert (pipeline.field.text(), partial.box.isChecked(), seed.field.currentText()) == (
        "5",
        True,
        "Who takes it fastest",
    )
    assert not any(row.editor.isEnabled() or row.changed for row in rows.values())
    assert rows[ROUND].toolTip() == "“Rules of the swarm” decides this: Classic BitTorrent."

    picks(window, Profile.CUSTOM, qtbot)
    now = in_force(means.settings)
    assert all(row.editor.isEnabled() for row in rows.values())
    assert rows[PIPELINE].changed
    assert (now.pipeline, now.round, now.slots) == (5, 10, 8)
    assert means.engine.given["max_out_request_queue"] == 5

    picks(window, Profile.LIBTORRENT, qtbot)
    assert pipeline.field.text() == "500"
    assert not rows[PIPELINE].editor.isEnabled()
    picks(window, Profile.CUSTOM, qtbot)
    assert pipeline.field.text() == "5", "nobody's own values are lost by a look at others"


def test_the_slots_on_the_page_connection_say_who_decides(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    row = row_of(window, SLOTS, qtbot)
    editor = row.editor
    assert isinstance(editor, NumberEditor)
    assert editor.isEnabled()
    means.settings.set(PROFILE, Profile.CLASSIC)
    assert (editor.isEnabled(), editor.field.text()) == (False, "5")
    means.settings.reset(PROFILE)
    assert (editor.isEnabled(), editor.field.text()) == (True, "8")
