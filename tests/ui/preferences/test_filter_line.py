# SPDX-License-Identifier: GPL-3.0-or-later
"""What the preferences say of the IP filter, and the way from there to its dialog."""

from pytestqt.qtbot import QtBot

from starling import settings
from starling.ui.dialogs.ipfilter import IpFilterDialog
from starling.ui.preferences.own import FilterLine
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.preferences.steps import row_of


def test_the_ip_filter_is_told_of_and_opened(window: PreferencesWindow, qtbot: QtBot) -> None:
    line = row_of(window, settings.privacy.IP_FILTER, qtbot).below
    assert isinstance(line, FilterLine)
    assert line.summary.text() == "No filter is in force."
    line.button.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(IpFilterDialog)))
    (dialog,) = window.findChildren(IpFilterDialog)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not window.findChildren(IpFilterDialog))
