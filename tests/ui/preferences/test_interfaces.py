# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of network interfaces in the preferences, and the port by chance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.ui.dialogs.means import Means
from starling.ui.preferences import interfaces
from starling.ui.preferences.interfaces import ChancePort, InterfacesEditor
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.preferences.steps import row_of

CHOSEN = settings.connection.INTERFACES
TICKED, NOT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def editor_of(window: PreferencesWindow, qtbot: QtBot) -> InterfacesEditor:
    editor = row_of(window, CHOSEN, qtbot).editor
    assert isinstance(editor, InterfacesEditor)
    return editor


def lines(editor: InterfacesEditor) -> dict[str, Qt.CheckState]:
    items = [editor.list.item(row) for row in range(editor.list.count())]
    return {item.text(): item.checkState() for item in items}


def tick(editor: InterfacesEditor, text: str, state: Qt.CheckState) -> None:
    (item,) = editor.list.findItems(text, Qt.MatchFlag.MatchStartsWith)
    item.setCheckState(state)


def test_interfaces_are_chosen_from_those_there_are(window: PreferencesWindow, qtbot: QtBot, means: Means) -> None:
    editor, store = editor_of(window, qtbot), means.settings
    assert [text for text in lines(editor) if text.startswith("lo: 127.0.0.1")]
    assert set(lines(editor).values()) == {NOT}
    tick(editor, "lo:", TICKED)
    qtbot.waitUntil(lambda: store.get(CHOSEN) == ("lo",))
    tick(editor, "lo:", NOT)
    qtbot.waitUntil(lambda: store.get(CHOSEN) == ())


def test_one_that_is_away_stays_chosen(
    window: PreferencesWindow, qtbot: QtBot, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, store = editor_of(window, qtbot), means.settings
    editor.field.setText(" tun0 ")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert store.get(CHOSEN) == ("tun0",)
    assert editor.field.text() == ""
    assert lines(editor)["tun0: not there now"] is TICKED
    monkeypatch.setattr(interfaces, "there", lambda: {"lo": (), "tun0": ("10.1.0.2",)})
    editor.refresh()
    assert lines(editor) == {"lo: no address": NOT, "tun0: 10.1.0.2": TICKED}
    editor.field.setText("10.1.0.2")
    editor.add_button.click()
    assert lines(editor)["10.1.0.2, on tun0"] is TICKED
    assert store.get(CHOSEN) == ("tun0", "10.1.0.2")


def test_what_is_none_is_refused_and_stays_in_the_field(window: PreferencesWindow, qtbot: QtBot, means: Means) -> None:
    editor, row = editor_of(window, qtbot), row_of(window, CHOSEN, qtbot)
    editor.field.setText("eth0, eth1")
    editor.add_button.click()
    assert "takes names such as eth0" in row.verdict.text()
    assert editor.field.text() == "eth0, eth1"
    assert means.settings.get(CHOSEN) == ()


def test_port_by_chance(window: PreferencesWindow, qtbot: QtBot, means: Means) -> None:
    line = row_of(window, settings.connection.PORT, qtbot).below
    assert isinstance(line, ChancePort)
    line.button.click()
    port = means.settings.get(settings.connection.PORT)
    assert 49_152 <= port <= 65_535
