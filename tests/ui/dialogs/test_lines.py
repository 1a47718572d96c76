# SPDX-License-Identifier: GPL-3.0-or-later
"""Long lists of texts: judged without making the user wait, each line once, and never longer than is kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling import settings
from starling.addresses import span
from starling.settings import Settings
from starling.ui.dialogs.lines import LinesDialog

BANNED = settings.privacy.BANNED


@pytest.fixture
def chosen(qapp: object, tmp_path: Path) -> Iterator[Settings]:
    store = Settings(tmp_path / "settings.toml")
    yield store
    store.deleteLater()


@pytest.fixture
def judged() -> list[str]:
    """The lines that have been looked at, in their order."""
    return []


@pytest.fixture
def dialog(chosen: Settings, judged: list[str], themes: object, qtbot: QtBot) -> Iterator[LinesDialog]:
    assert BANNED.check is not None
    check = BANNED.check

    def judge(lines: tuple[str, ...]) -> None:
        judged.extend(lines)
        check(lines)

    made = LinesDialog(chosen, replace(BANNED, check=judge), "&Lines", "What they mean.")
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


def addresses(count: int) -> str:
    return "\n".join(f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}" for n in range(count))


def test_many_lines_are_judged_in_slices_and_each_but_once(
    dialog: LinesDialog, chosen: Settings, judged: list[str], qtbot: QtBot
) -> None:
    span.cache_clear()
    dialog.field.setPlainText(addresses(9_000))
    assert not dialog.ok_button.isEnabled()
    assert len(judged) < 9_000, "the window goes on meanwhile"
    dialog.accept()
    assert dialog.isVisible(), "nothing is kept before it has been judged"
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    assert len(judged) == 9_000
    dialog.field.moveCursor(QTextCursor.MoveOperation.End)
    judged.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field, "9x")
    qtbot.waitUntil(lambda: "not “9x”" in dialog.verdict.text())
    assert not dialog.ok_button.isEnabled()
    assert set(judged) <= {"9", "9x"}
    QTest.keyClick(dialog.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(dialog.field, ".9.9.9")
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    dialog.ok_button.click()
    assert len(chosen.get(BANNED)) == 9_001
    assert not dialog.isVisible()


def test_more_lines_than_are_kept_are_refused_without_being_judged(
    dialog: LinesDialog, judged: list[str], qtbot: QtBot
) -> None:
    dialog.field.setPlainText(addresses(10_001))
    qtbot.waitUntil(lambda: dialog.verdict.text() == "“Banned peers” takes 10000 entries at most.")
    assert not dialog.ok_button.isEnabled()
    assert judged == []
