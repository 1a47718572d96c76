# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does in the preferences."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from starling.setting import Page, Setting
from starling.ui.preferences.editor import Editor
from starling.ui.preferences.row import SettingRow
from starling.ui.preferences.window import PreferencesWindow

E = TypeVar("E", bound=Editor)
Key = Qt.Key


def settled(window: PreferencesWindow, qtbot: QtBot) -> None:
    """Every row that is wanted is there."""
    qtbot.waitUntil(lambda: not window.busy)


def goes_to(window: PreferencesWindow, page: Page, qtbot: QtBot) -> None:
    """Another page."""
    window.show_page(page)
    settled(window, qtbot)


def row_of(window: PreferencesWindow, setting: Setting[object], qtbot: QtBot) -> SettingRow:
    """The row of a setting, on its page."""
    goes_to(window, setting.page, qtbot)
    row = window.sheet.row(setting.key)
    assert row is not None
    return row


def field_of(row: SettingRow) -> QWidget:
    """What has the keyboard when something is typed."""
    field = row.editor.focusProxy()
    assert field is not None
    field.setFocus()
    return field


def types(row: SettingRow, text: str, key: Key | None = Key.Key_Return) -> None:
    """In place of what stands there; then a key."""
    field = field_of(row)
    assert isinstance(field, QAbstractSpinBox | QLineEdit | QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    if key is not None:
        QTest.keyClick(field, key)


def shown(row: SettingRow) -> str:
    """What stands in the field."""
    field = field_of(row)
    text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.property("text")
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


def searches(window: PreferencesWindow, text: str, qtbot: QtBot) -> list[str]:
    """Types into the search field; the keys of the settings found, from top to bottom."""
    window.find_setting()
    window.search.selectAll()
    QTest.keyClicks(window.search, text)
    window.search.settle()
    settled(window, qtbot)
    return [row.setting.key for row in window.sheet.rows]
