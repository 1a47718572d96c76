# SPDX-License-Identifier: GPL-3.0-or-later
"""Awaiting dialogs: the answer comes, everything else goes on, nothing is left."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from starling.ui.dialogs.asking import ask, choose_folder, choose_torrents

T = TypeVar("T")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def begin(loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
    return loop.create_task(coro)


def answer(qtbot: QtBot, task: "asyncio.Task[T]") -> T:
    qtbot.waitUntil(task.done)
    return task.result()


def file_dialog(qtbot: QtBot) -> QFileDialog:
    def found() -> list[QFileDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_the_result_is_what_the_dialog_is_finished_with(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, window: QWidget
) -> None:
    dialog = QDialog(window)
    task = begin(qloop, ask(dialog))
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.isModal()
    dialog.done(7)
    assert answer(qtbot, task) == 7
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_other_tasks_go_on_meanwhile(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, window: QWidget) -> None:
    steps: list[int] = []

    async def work() -> None:
        for step in range(3):
            await asyncio.sleep(0)
            steps.append(step)

    dialog = QDialog(window)
    task = begin(qloop, ask(dialog))
    qtbot.waitUntil(dialog.isVisible)
    answer(qtbot, begin(qloop, work()))
    assert steps == [0, 1, 2]
    assert not task.done()
    dialog.reject()
    assert answer(qtbot, task) == 0


def test_cancelling_closes_the_dialog(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, window: QWidget) -> None:
    dialog = QDialog(window)
    task = begin(qloop, ask(dialog))
    qtbot.waitUntil(dialog.isVisible)
    task.cancel()
    qtbot.waitUntil(task.done)
    assert task.cancelled()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_torrents_are_chosen(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, window: QWidget, tmp_path: Path) -> None:
    chosen = tmp_path / "ä b.torrent"
    chosen.write_bytes(b"d4:infode")
    task = begin(qloop, choose_torrents(window, str(tmp_path)))
    dialog = file_dialog(qtbot)
    assert dialog.nameFilters() == ["Torrents (*.torrent)", "All files (*)"]
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(chosen))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert answer(qtbot, task) == [str(chosen)]


def test_no_choice_is_an_empty_one(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, window: QWidget, tmp_path: Path
) -> None:
    files = begin(qloop, choose_torrents(window, str(tmp_path)))
    file_dialog(qtbot).reject()
    assert answer(qtbot, files) == []
    folder = begin(qloop, choose_folder(window, "Save in", str(tmp_path)))
    dialog = file_dialog(qtbot)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()
    assert answer(qtbot, folder) == ""
