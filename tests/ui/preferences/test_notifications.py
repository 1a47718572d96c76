# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Notifications tells who shows them, shows one, and says it where nobody does."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from starling import settings
from starling.setting import Page
from starling.ui.dialogs.means import Means
from starling.ui.notificationsline import NotificationsLine
from starling.ui.preferences.window import PreferencesWindow
from tests.dbus_notifications import desktop
from tests.ui.preferences.steps import goes_to


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this service")
def test_it_is_said_who_shows_them(
    opens: Callable[[], PreferencesWindow],
    means: Means,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def until(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def reads(words: str) -> None:
        until(lambda: words in line.verdict.text().replace("\u200b", ""))

    def tries() -> None:
        qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)

    (folder := tmp_path / "bus").mkdir()
    with desktop(until, folder, monkeypatch) as desk:
        desk.begins()
        window = opens()
        goes_to(window, Page.NOTIFICATIONS, qtbot)
        line = window.findChild(NotificationsLine)
        reads("They are shown by Tester.")
        means.settings.set(settings.notifications.NAMES, False)
        tries()
        said = desk.shows()
        assert (said["title"], said["body"]) == ("Download finished", "")
        reads("Tester has been asked to show one.")
        # It is not over before somebody has looked at it.
        tries()
        again = desk.shows()
        assert again["replaces"] == 0
        desk.does("NotificationClosed", again["number"], 2)
        desk.ends()
        tries()
        reads("No program of this desktop shows notifications.")
