# SPDX-License-Identifier: GPL-3.0-or-later
"""Editors of every form: folders and files are picked, passwords hidden, programs get their arguments one a line."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from starling.saving import at_once
from starling.setting import Form, Page, Setting, Unit
from starling.settings import Settings
from starling.settings_store import SettingsStore
from starling.ui.dialogs.means import Means
from starling.ui.preferences.places import ArgumentsEditor, PasswordEditor, PathEditor
from starling.ui.preferences.row import SettingRow, editor_of
from starling.ui.preferences.typed import LinesEditor
from tests.ui.preferences.steps import Key, shown, types


def short(texts: tuple[str, ...]) -> None:
    if any(len(text) > 3 for text in texts):
        raise ValueError("That is too long.")


FOLDER = Setting("t.folder", "", Page.GENERAL, "Folder", form=Form.FOLDER)
FILE = Setting("t.file", "", Page.GENERAL, "File", form=Form.FILE)
PASSWORD = Setting("t.password", "", Page.GENERAL, "Password", form=Form.PASSWORD)
PROGRAM: Setting[tuple[str, ...]] = Setting("t.program", (), Page.GENERAL, "Program", form=Form.ARGUMENTS)
LINES: Setting[tuple[str, ...]] = Setting("t.lines", ("a",), Page.GENERAL, "Lines", check=short)
LEVEL = Setting("t.level", 1, Page.GENERAL, "Level", choices_source=((0, "none"), (1, "some"), (2, "all")))
RATIO = Setting("t.ratio", 2.0, Page.GENERAL, "Ratio", unit=Unit.RATIO, maximum=100)
TABLE = {one.key: one for one in (FOLDER, FILE, PASSWORD, PROGRAM, LINES, LEVEL, RATIO)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SettingsStore]:
    made = SettingsStore(TABLE, tmp_path / "own.toml", at_once)
    yield made
    made.deleteLater()


@pytest.fixture
def row(means: Means, store: SettingsStore, qtbot: QtBot) -> Callable[[Setting[Any]], SettingRow]:
    made: list[SettingRow] = []

    def make(setting: Setting[Any]) -> SettingRow:
        maker = editor_of(setting)
        assert maker is not None
        found = SettingRow(setting, maker, replace(means, settings=cast("Settings", store)))
        made.append(found)
        qtbot.addWidget(found)
        found.resize(600, 200)
        found.show()
        return found

    return make


def picks(qtbot: QtBot, path: Path) -> None:
    def found() -> list[QFileDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    dialog = found()[0]
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(path.name)
    cast("Any", dialog).accept()


def test_a_folder_is_picked_or_typed(
    row: Callable[[Setting[Any]], SettingRow], store: SettingsStore, qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    (tmp_path / "there").mkdir()
    made = row(FOLDER)
    assert isinstance(made.editor, PathEditor)
    made.editor.button.click()
    picks(qtbot, tmp_path / "there")
    qtbot.waitUntil(lambda: store.get(FOLDER) == str(tmp_path / "there"))
    types(made, "~/films")
    qtbot.waitUntil(lambda: store.get(FOLDER) == str(home / "films"))
    assert shown(made) == str(home / "films")


def test_a_file_is_no_folder(
    row: Callable[[Setting[Any]], SettingRow], store: SettingsStore, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    made = row(FOLDER)
    types(made, str(tmp_path / "file/within"))
    qtbot.waitUntil(lambda: "file is a file, not a folder" in made.verdict.text())
    assert store.get(FOLDER) == ""
    assert shown(made) == str(tmp_path / "file/within")


def test_a_file_is_picked(
    row: Callable[[Setting[Any]], SettingRow], store: SettingsStore, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "list.dat").write_text("x")
    made = row(FILE)
    assert isinstance(made.editor, PathEditor)
    made.editor.button.click()
    picks(qtbot, tmp_path / "list.dat")
    qtbot.waitUntil(lambda: store.get(FILE) == str(tmp_path / "list.dat"))


def test_a_password_is_hidden_until_the_eye_is_clicked(
    row: Callable[[Setting[Any]], SettingRow], store: SettingsStore
) -> None:
    made = row(PASSWORD)
    editor = made.editor
    assert isinstance(editor, PasswordEditor)
    types(made, " s3cret ")
    assert store.get(PASSWORD) == " s3cret "
    assert editor.field.echoMode() is QLineEdit.EchoMode.Password
    assert "s3cret" not in editor.field.displayText()
    editor.eye.trigger()
    assert editor.field.echoMode() is QLineEdit.EchoMode.Normal
    assert editor.eye.toolTip() == "Hide"


def test_a_program_gets_its_arguments_one_a_line(
    row: Callable[[Setting[Any]], SettingRow], store: SettingsStore
) -> None:
    made = row(PROGRAM)
    editor = made.editor
    assert isinstance(editor, ArgumentsEditor)
    editor.arguments.setFocus()
    QTest.keyClicks(editor.arguments, "--to a b")
    QTest.keyClick(editor.arguments, Key.Key_Return)
    QTest.keyClicks(editor.arguments, "%N; rm")
    QTest.keyClick(editor.arguments, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.verdict.text() == "“Program” has arguments, but no program."
    assert store.get(PROGRAM) == ()
    types(made, "/usr/bin/notify")
    assert store.get(PROGRAM) == ("/usr/bin/notify", "--to a b", "%N; rm")
    assert made.verdict.isHidden()
    editor.clear.click()
    assert store.get(PROGRAM) == ()
    assert editor.arguments.toPlainText() == ""
    store.set(PROGRAM, ("one", "two"))
    assert (editor.program.text(), editor.arguments.toPlainText()) == ("one", "two")


def test_lines_are_a_list_once_each(row: Callable[[Setting[Any]], SettingRow], store: SettingsStore) -> None:
    made = row(LINES)
    assert isinstance(made.editor, LinesEditor)
    made.editor.field.setPlainText("b\n\n c \nb")
    assert made.editor.editing
    QTest.keyClick(made.editor.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.get(LINES) == ("b", "c")
    assert shown(made) == "b\nc"
    made.editor.field.setPlainText("long")
    made.editor.settle()
    assert made.verdict.text() == "That is too long."
    assert shown(made) == "long"
    assert store.get(LINES) == ("b", "c")
    assert made.reset_button.toolTip() == "Back to the default: a"


def test_numbers_with_names_are_picked(row: Callable[[Setting[Any]], SettingRow], store: SettingsStore) -> None:
    made = row(LEVEL)
    combo = made.editor.focusProxy()
    assert combo is not None
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert store.get(LEVEL) == 2
    store.set(LEVEL, 0)
    assert combo.property("currentText") == "none"


def test_a_ratio_has_two_decimals(row: Callable[[Setting[Any]], SettingRow], store: SettingsStore) -> None:
    made = row(RATIO)
    types(made, "1.5")
    assert store.get(RATIO) == 1.5
    assert shown(made) == "1.50"
