# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting in its row: applied at once, marked, reset, refused in a sentence, never overwritten while typed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from starling import settings
from starling.setting import Form, Setting
from starling.settings import TABLE
from starling.settings.general import Language
from starling.ui.dialogs.means import Means
from starling.ui.preferences.choices import SwitchEditor
from starling.ui.preferences.own import ELSEWHERE
from starling.ui.preferences.row import SettingRow, editor_of
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.preferences.steps import Key, field_of, row_of, shown, types

UP, PORT, BINARY = settings.speed.UP_LIMIT, settings.connection.PORT, settings.appearance.BINARY_UNITS


@pytest.mark.parametrize("setting", TABLE.values(), ids=TABLE)
def test_every_setting_has_its_row(setting: Setting[Any], means: Means, qtbot: QtBot) -> None:
    make = editor_of(setting)
    if setting.key in ELSEWHERE:
        assert make is None
        return
    assert make is not None, "name its editor in starling.ui.preferences.own"
    row = SettingRow(setting, make, means)
    qtbot.addWidget(row)
    assert not row.changed
    assert row.reset_button.isHidden()
    assert (row.editor.focusProxy() or row.editor).accessibleName()
    assert not row.editor.editing
    assert row.verdict.isHidden() is not setting.at_start
    assert "{" not in row.reset_button.toolTip()


def test_a_box_is_ticked_by_its_words_too(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, BINARY, qtbot)
    assert isinstance(row.editor, SwitchEditor)
    QTest.mouseClick(row.label, Qt.MouseButton.LeftButton)
    assert means.settings.get(BINARY)
    assert row.editor.box.isChecked()
    QTest.mouseClick(row.editor.box, Qt.MouseButton.LeftButton, pos=QPoint(5, row.editor.box.height() // 2))
    assert not means.settings.get(BINARY)


def test_a_number_holds_with_enter_and_can_go_back(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, UP, qtbot)
    types(row, "1.5M")
    assert means.settings.get(UP) == 1_500_000
    assert shown(row) == "1,500 kB/s"
    assert row.changed
    assert row.reset_button.toolTip() == "Back to the default: no limit"
    assert "changed" in field_of(row).accessibleDescription()
    QTest.mouseClick(row.reset_button, Qt.MouseButton.LeftButton)
    assert means.settings.get(UP) == 0
    assert shown(row) == "no limit"
    assert row.reset_button.isHidden()


def test_a_number_holds_when_its_field_is_left(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, UP, qtbot)
    types(row, "700", None)
    assert means.settings.get(UP) == 0, "nobody wants 7 and 70 on the way"
    QTest.keyClick(field_of(row), Key.Key_Tab)
    assert means.settings.get(UP) == 700_000


def test_arrows_step_at_once(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, UP, qtbot)
    QTest.keyClick(field_of(row), Key.Key_Up)
    assert means.settings.get(UP) == 1000
    assert shown(row) == "1 kB/s"
    types(row, "250", None)
    QTest.keyClick(field_of(row), Key.Key_Up)
    assert means.settings.get(UP) == 260_000


def test_what_will_not_do_stays_with_its_sentence(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, PORT, qtbot)
    types(row, "70000")
    assert means.settings.get(PORT) == 51413
    assert shown(row) == "70000"
    assert not row.verdict.isHidden()
    assert row.verdict.text() == f"“{PORT.label}” must be from 0 to 65535."
    assert row.verdict.text() in field_of(row).accessibleDescription()
    types(row, "7000", None)
    assert row.verdict.isHidden(), "it was about what stood there before"
    QTest.keyClick(field_of(row), Key.Key_Return)
    assert means.settings.get(PORT) == 7000


def test_escape_takes_back_what_was_typed_and_then_closes(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    row = row_of(window, PORT, qtbot)
    types(row, "no port")
    QTest.keyClick(field_of(row), Key.Key_Escape)
    assert window.isVisible()
    assert shown(row) == "51413"
    assert row.verdict.isHidden()
    QTest.keyClick(field_of(row), Key.Key_Escape)
    assert not window.isVisible()
    assert means.settings.get(PORT) == 51413


def test_closing_takes_over_what_was_typed(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    types(row_of(window, PORT, qtbot), "6000", None)
    window.close()
    assert means.settings.get(PORT) == 6000


def test_changes_from_elsewhere_show_but_overwrite_nothing(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    row = row_of(window, UP, qtbot)
    means.settings.set(UP, 40_000)
    assert shown(row) == "40 kB/s"
    types(row, "99", None)
    means.settings.set(UP, 50_000)
    assert shown(row) == "99"
    assert row.changed
    QTest.keyClick(field_of(row), Key.Key_Escape)
    assert shown(row) == "50 kB/s"


def test_other_units_are_shown_at_once(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    from PySide6.QtCore import QLocale

    from starling import formats

    means.settings.set(UP, 1 << 20)
    formats.use(QLocale("en_GB"), binary=True)
    row = row_of(window, UP, qtbot)
    means.settings.set(BINARY, True)
    assert shown(row) == "1,024 KiB/s"


def test_what_needs_another_is_grey_without_it(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, settings.advanced.DHT_BOOTSTRAP, qtbot)
    assert row.editor.isEnabled()
    means.settings.set(settings.connection.DHT, False)
    assert not row.editor.isEnabled()
    assert not row.label.isEnabled()
    assert row.toolTip() == f"Has an effect only with “{settings.connection.DHT.label}”."
    means.settings.set(settings.connection.DHT, True)
    assert row.editor.isEnabled()
    assert row.toolTip() == ""


def test_the_language_waits_for_the_next_start(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, settings.general.LANGUAGE, qtbot)
    combo = row.editor.focusProxy()
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClicks(combo, "Esp")
    assert means.settings.get(settings.general.LANGUAGE) is Language.SPANISH
    assert row.verdict.text() == "Holds from the next start of Starling on."
    row.reset()
    assert row.verdict.text() == "A change holds from the next start of Starling on."
    assert combo.currentText() == "As the system"


@pytest.fixture
def broken(file: Path) -> None:
    file.write_text("[connection]\nport = 99999\n")


def test_what_was_wrong_in_the_file_is_said_beside_the_field(
    broken: None, opens: Callable[[], PreferencesWindow], means: Means, qtbot: QtBot
) -> None:
    row = row_of(opens(), PORT, qtbot)
    assert "connection.port = 99999" in row.verdict.text()
    assert row.changed, "its reset takes it out of the file"
    types(row, "51413")
    assert not row.changed
    assert row.verdict.isHidden()
    assert means.settings.problem(PORT) == ""


def wheel(widget: Any) -> None:
    middle = QPointF(widget.rect().center())
    down, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), down, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_only_what_has_the_keyboard(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, settings.queue.ACTIVE_DOWNLOADS, qtbot)
    field = row.editor.focusProxy()
    assert field is not None
    window.pages.setFocus()
    wheel(field)
    assert means.settings.get(settings.queue.ACTIVE_DOWNLOADS) == 5
    field.setFocus()
    wheel(field)
    assert means.settings.get(settings.queue.ACTIVE_DOWNLOADS) == 4


def test_forms_need_texts() -> None:
    for setting in TABLE.values():
        if setting.form in {Form.FOLDER, Form.FILE, Form.PASSWORD}:
            assert isinstance(setting.default, str)
        elif setting.form is Form.ARGUMENTS:
            assert isinstance(setting.default, tuple)
