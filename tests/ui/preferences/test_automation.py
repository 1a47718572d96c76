# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Automation: watch folders in a list and a dialog, tiers of trackers, programs that are tried."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.ui.automationrows import TryLine
from starling.ui.dialogs.means import Means
from starling.ui.dialogs.watchfolder import WatchFolderDialog
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.watcheditor import WatchFoldersEditor
from starling.watchfolders import Done, WatchFolder, check, read, write
from tests.ui.preferences.steps import row_of

FOLDERS, TRACKERS, RUN = (
    settings.automation.WATCH_FOLDERS,
    settings.automation.TRACKERS,
    settings.automation.RUN_FINISHED,
)
LEFT = Qt.MouseButton.LeftButton


def editor_of(window: PreferencesWindow, qtbot: QtBot) -> WatchFoldersEditor:
    editor = row_of(window, FOLDERS, qtbot).editor
    assert isinstance(editor, WatchFoldersEditor)
    return editor


def opened(window: PreferencesWindow, qtbot: QtBot) -> WatchFolderDialog:
    def there() -> list[WatchFolderDialog]:
        return [one for one in window.findChildren(WatchFolderDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def test_folders_are_added_changed_and_removed(
    window: PreferencesWindow, means: Means, qtbot: QtBot, tmp_path: Path
) -> None:
    editor = editor_of(window, qtbot)
    assert not editor.edit_button.isEnabled()
    QTest.mouseClick(editor.new_button, LEFT)
    dialog = opened(window, qtbot)
    assert not dialog.save_button.isEnabled()
    dialog.folder.setText("in")
    assert "from the root on" in dialog.refusal.text()
    dialog.folder.setText(f"{tmp_path}/in/")
    dialog.labels.setEditText("Linux,  ISO ")
    dialog.done_choice.setCurrentIndex(1)
    QTest.mouseClick(dialog.save_button, LEFT)
    first = WatchFolder(f"{tmp_path}/in", labels=("Linux", "ISO"), done=Done.TRASH)
    qtbot.waitUntil(lambda: means.settings.get(FOLDERS) == (first,))
    assert editor.list.item(0).text() == f"{tmp_path}/in  —  Linux, ISO, files to the trash"
    QTest.mouseClick(editor.new_button, LEFT)
    dialog = opened(window, qtbot)
    dialog.folder.setText(f"{tmp_path}/in")
    assert "is watched already" in dialog.refusal.text()
    assert not dialog.save_button.isEnabled()
    QTest.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    QTest.mouseClick(editor.edit_button, LEFT)
    dialog = opened(window, qtbot)
    assert dialog.watch_folder == first
    dialog.subfolders.click()
    dialog.start.click()
    dialog.save_path.setText("/data")
    QTest.mouseClick(dialog.save_button, LEFT)
    changed = WatchFolder(f"{tmp_path}/in", ("Linux", "ISO"), "/data", start=False, done=Done.TRASH, subfolders=True)
    qtbot.waitUntil(lambda: means.settings.get(FOLDERS) == (changed,))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    assert means.settings.get(FOLDERS) == ()


def test_a_folder_where_torrents_are_saved_is_remarked_upon(
    window: PreferencesWindow, means: Means, qtbot: QtBot, tmp_path: Path
) -> None:
    means.settings.set(settings.downloads.SAVE_PATH, f"{tmp_path}/save/here")
    QTest.mouseClick(editor_of(window, qtbot).new_button, LEFT)
    dialog = opened(window, qtbot)
    remarked = {}
    for folder in ("save", "save/here", "save/here/in", "else"):
        dialog.folder.setText(f"{tmp_path}/{folder}")
        remarked[folder] = dialog.advice.text()
        assert dialog.save_button.isEnabled()
    assert [bool(words) for words in remarked.values()] == [False, True, True, False]
    dialog.folder.setText(f"{tmp_path}/save")
    dialog.subfolders.click()
    assert f"Torrents are saved in {tmp_path}/save/here:" in dialog.advice.text()
    assert dialog.advice.isVisible()
    QTest.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_folder_that_is_watched_already_or_lies_in_one_is_told(
    window: PreferencesWindow, means: Means, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "in")
    means.settings.set(FOLDERS, (WatchFolder(f"{tmp_path}/in", subfolders=True),))
    QTest.mouseClick(editor_of(window, qtbot).new_button, LEFT)
    dialog = opened(window, qtbot)
    dialog.folder.setText(f"{tmp_path}/in/side")
    assert "is watched with its subfolders" in dialog.advice.text()
    assert dialog.save_button.isEnabled()
    dialog.folder.setText(f"{tmp_path}")
    assert dialog.advice.text() == ""
    dialog.subfolders.click()
    assert "is watched by itself" in dialog.advice.text()
    dialog.folder.setText(f"{tmp_path}/link")
    qtbot.waitUntil(lambda: f"it is {tmp_path}/in by another name" in dialog.refusal.text())
    assert not dialog.save_button.isEnabled()
    dialog.folder.setText(f"{tmp_path}/link/x")
    assert dialog.save_button.isEnabled()
    QTest.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("/a", "must be a list"),
        ([{"labels": []}], "needs a folder"),
        ([{"folder": "in"}], "from the root on"),
        ([{"folder": "/a\n"}], "from the root on"),
        ([{"folder": "/a", "save_path": "b"}], "from the root on"),
        ([{"folder": "/a"}, {"folder": "/a/"}], "/a is watched already"),
        ([{"folder": "/a", "done": "burn"}], "done is not understood"),
        ([{"folder": "/a", "start": 1}], "start is not understood"),
        ([{"folder": "/a", "labels": [1]}], "labels is not understood"),
        ([{"folder": "/a", "labels": ["x,y"]}], "Commas"),
        ([{"folder": f"/{number}"} for number in range(51)], "at most 50"),
    ],
)
def test_what_the_file_says_wrongly_is_said(raw: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(raw)


def test_folders_are_written_as_they_are_read() -> None:
    folders = (
        WatchFolder("/a"),
        check(WatchFolder("/b//", (" x ", "X"), "/c/", start=False, done=Done.KEEP, subfolders=True)),
    )
    assert folders[1] == WatchFolder("/b", ("x",), "/c", start=False, done=Done.KEEP, subfolders=True)
    assert read(write(folders)) == folders


def test_tiers_of_trackers_stay(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, TRACKERS, qtbot)
    field = row.editor.field  # type: ignore[attr-defined]
    field.setPlainText("udp://a.example:1/announce\n\n\nhttp://b.example/announce http://c.example/announce\n")
    row.editor.settle()
    kept = ("udp://a.example:1/announce", "", "http://b.example/announce", "http://c.example/announce")
    assert means.settings.get(TRACKERS) == kept
    assert field.toPlainText() == "\n".join(kept)
    field.setPlainText("udp://a.example/announce")
    row.editor.settle()
    assert "udp://a.example/announce lacks its port" in row.verdict.text()
    assert means.settings.get(TRACKERS) == kept


def test_a_program_is_tried(window: PreferencesWindow, means: Means, qtbot: QtBot, tmp_path: Path) -> None:
    row = row_of(window, RUN, qtbot)
    line = row.below
    assert isinstance(line, TryLine)
    assert not line.button.isEnabled()
    (tmp_path / "say.py").write_text("import sys; print(sys.argv[1:]); sys.exit(len(sys.argv) - 3)")
    means.settings.set(RUN, (sys.executable, str(tmp_path / "say.py"), "{name}", "{event}"))
    QTest.mouseClick(line.button, LEFT)
    assert line.button.text() == "End it"
    qtbot.waitUntil(lambda: "ended well" in line.verdict.text())
    assert line.button.text() == "Try it"
    assert line.verdict.text().endswith("“['Example', 'finished']”.")
    assert line.button.isEnabled()
    means.settings.set(RUN, (sys.executable, str(tmp_path / "say.py"), "{name}", "1", "2"))
    assert line.verdict.text() == ""
    QTest.mouseClick(line.button, LEFT)
    qtbot.waitUntil(lambda: "ended with status 1" in line.verdict.text())
    means.settings.set(RUN, (sys.executable, "-c", "import time; time.sleep(1000)"))
    QTest.mouseClick(line.button, LEFT)
    QTest.mouseClick(line.button, LEFT)
    qtbot.waitUntil(lambda: "was ended" in line.verdict.text())
    means.settings.set(RUN, ("/no/such/program",))
    QTest.mouseClick(line.button, LEFT)
    qtbot.waitUntil(lambda: line.verdict.text() == "The program /no/such/program is not there.")
