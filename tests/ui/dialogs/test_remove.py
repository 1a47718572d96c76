# SPDX-License-Identifier: GPL-3.0-or-later
"""The question before torrents are removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from starling import settings
from starling.settings import Settings
from starling.torrent import State, Torrent
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.theme import ThemeManager
from tests.ui.desk import texts


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


def torrents(count: int) -> list[Torrent]:
    return [Torrent(str(n), f"Torrent {n}", State.SEEDING, done=1_000_000_000) for n in range(count)]


def test_one_is_asked_by_name_and_its_files_stay(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    dialog = RemoveDialog([Torrent("a", "<b>A & B</b>", State.SEEDING, done=7_612_345_678)], chosen)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.question.text() == "Remove “<b>A & B</b>”?"
    assert dialog.question.textFormat() is Qt.TextFormat.PlainText
    assert dialog.files_box.text().replace("&", "") == "Move the downloaded files to the trash too (7.61\u00a0GB)"
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.data


def test_several_are_counted_and_the_first_named(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    dialog = RemoveDialog(torrents(8), chosen)
    qtbot.addWidget(dialog)
    assert dialog.question.text() == "Remove 8 torrents?"
    assert "Torrent 0\nTorrent 1\nTorrent 2\nTorrent 3\nTorrent 4\nand 3 more" in texts(dialog.findChildren(QLabel))
    assert "8.00" in dialog.files_box.text()


def test_nothing_downloaded_is_no_size(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    dialog = RemoveDialog([Torrent("a", "A", State.PAUSED)], chosen)
    qtbot.addWidget(dialog)
    assert "(" not in dialog.files_box.text()


def test_the_box_for_the_files_can_be_ticked_beforehand(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    dialog = RemoveDialog(torrents(1), chosen, data=True)
    qtbot.addWidget(dialog)
    assert dialog.data


def test_not_to_be_asked_again_takes_a_yes(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    for answer in (RemoveDialog.reject, RemoveDialog.accept):
        dialog = RemoveDialog(torrents(1), chosen)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.ask_box.click()
        answer(dialog)
        assert chosen.get(settings.downloads.CONFIRM_REMOVE) == (answer is RemoveDialog.reject)


def test_it_grows_with_the_font_as_one_made_in_it(qtbot: QtBot, themes: ThemeManager, chosen: Settings) -> None:
    def opened() -> RemoveDialog:
        dialog = RemoveDialog(torrents(2), chosen)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    grown = opened()
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    fresh = opened()
    assert grown.scale == 2
    qtbot.waitUntil(lambda: grown.sizeHint() == fresh.sizeHint())
    assert grown.question.font().pixelSize() == 30
