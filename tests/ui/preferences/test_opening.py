# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences in the running program: opened by menu, key and tool, followed by everything, closed with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from starling import settings
from starling.setting import Page
from starling.ui.preferences.choices import SwitchEditor
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.person import Person
from tests.ui.preferences.steps import row_of, shown, types

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(person: Person) -> PreferencesWindow:
    dialog = person.window.preferences.dialog
    assert dialog is not None
    person.until(dialog.isActiveWindow)
    return dialog


def test_one_window_however_it_is_opened(person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_Comma, CTRL)
    first = opened(person)
    assert not first.isModal()
    gear = person.window.toolbar.widgetForAction(person.window.menu_actions["preferences"])
    assert isinstance(gear, QToolButton)
    gear.click()
    person.window.menu_actions["preferences"].trigger()
    assert opened(person) is first
    first.show_page(Page.SPEED)
    first.close()
    assert person.window.preferences.dialog is None
    person.window.preferences.show_setting(settings.connection.LSD.key)
    assert opened(person).pages.page is Page.CONNECTION
    person.quits()
    person.starts()
    person.window.preferences.preferences()
    assert opened(person).pages.page is Page.CONNECTION, "that is where it was when the program ended"


def test_window_and_preferences_follow_each_other(person: Person, qtbot: QtBot) -> None:
    person.window.preferences.preferences()
    window = opened(person)
    slow = row_of(window, settings.speed.SLOW_MODE, qtbot)
    assert isinstance(slow.editor, SwitchEditor)
    turtle = person.window.menu_actions["slow_mode"]
    turtle.trigger()
    assert slow.editor.box.isChecked()
    slow.editor.box.click()
    assert not turtle.isChecked()
    limit = row_of(window, settings.speed.UP_LIMIT, qtbot)
    types(limit, "2 MB/s")
    person.until(lambda: person.program.engine.given["upload_rate_limit"] == 2_000_000)
    units = row_of(window, settings.appearance.BINARY_UNITS, qtbot)
    assert isinstance(units.editor, SwitchEditor)
    units.editor.box.click()
    limit = row_of(window, settings.speed.UP_LIMIT, qtbot)
    assert shown(limit) == "1,953.125 KiB/s"
    assert person.program.settings.get(settings.speed.UP_LIMIT) == 2_000_000
