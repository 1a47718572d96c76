# SPDX-License-Identifier: GPL-3.0-or-later
"""An address that a stranger wrote is opened, copied or left, and only the web is ever opened."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from starling import showing
from starling.tasks import spawn
from starling.ui.dialogs.address import AddressDialog, open_after_asking
from tests.opener import opener

ADDRESS = "https://example.org/page"

pytestmark = [
    pytest.mark.usefixtures("qloop"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def asked(qtbot: QtBot) -> AddressDialog:
    """The user is asked about the address."""
    spawn(open_after_asking(ADDRESS, None), name="open address")

    def there() -> list[AddressDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, AddressDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def done(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not [task for task in asyncio.all_tasks() if task.get_name() == "open address"])


def test_it_is_opened_once_that_is_said(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = opener(tmp_path, monkeypatch, "exit 0")
    dialog = asked(qtbot)
    assert not said.exists()
    dialog.open_button.click()
    done(qtbot)
    assert said.read_text() == f"{ADDRESS}\n"


def test_it_is_copied_or_left(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = opener(tmp_path, monkeypatch, "exit 0")
    QGuiApplication.clipboard().setText("before")
    asked(qtbot).reject()
    done(qtbot)
    assert QGuiApplication.clipboard().text() == "before"
    asked(qtbot).copy_button.click()
    done(qtbot)
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert not said.exists()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "--help", ""])
def test_only_the_web_is_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str], address: str
) -> None:
    said = opener(tmp_path, monkeypatch, "exit 0")
    spawn(showing.open_address(address))
    qtbot.waitUntil(lambda: bool(told))
    assert "can't be opened" in told.pop()
    assert not said.exists()


def test_without_a_browser_that_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    opener(tmp_path, monkeypatch, "exit 3")
    asked(qtbot).open_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told.pop() == f"{ADDRESS} can't be opened: no program of the desktop took it."
