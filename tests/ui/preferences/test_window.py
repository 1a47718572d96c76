# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the preferences: pages, the search over all of them, resetting and taking it back, what it keeps."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from starling import settings
from starling.labels import By, Label, Rule
from starling.setting import Page, Setting
from starling.settings import TABLE
from starling.settings.appearance import Appearance
from starling.ui.dialogs.banned import BannedDialog
from starling.ui.dialogs.means import Means
from starling.ui.preferences.matching import Needle
from starling.ui.preferences.pagelist import ICONS
from starling.ui.preferences.resetting import GuardsDialog, ResetDialog
from starling.ui.preferences.row import editor_of
from starling.ui.preferences.window import PreferencesWindow
from starling.ui.theme import ThemeManager
from starling.watchfolders import WatchFolder
from tests.ui.preferences.steps import Key, goes_to, row_of, searches, settled, shown, types

UP, DOWN, PORT = settings.speed.UP_LIMIT, settings.speed.DOWN_LIMIT, settings.connection.PORT
LEFT = Qt.MouseButton.LeftButton


def test_every_row_stands_on_its_page(window: PreferencesWindow, qtbot: QtBot) -> None:
    for page in window.pages.pages:
        goes_to(window, page, qtbot)
        if page is not Page.ADVANCED:
            rows = [row.setting.key for row in window.sheet.rows]
            expected = {key for key, one in TABLE.items() if one.page is page and editor_of(one) is not None}
            assert set(rows) == expected
            assert len(rows) == len(expected)
    assert set(ICONS) == set(Page)


def test_arrow_keys_go_from_page_to_page(window: PreferencesWindow, qtbot: QtBot) -> None:
    goes_to(window, window.pages.pages[0], qtbot)
    window.pages.setFocus()
    QTest.keyClick(window.pages, Key.Key_Down)
    settled(window, qtbot)
    assert window.pages.page is window.pages.pages[1]
    assert {row.setting.page for row in window.sheet.rows} == {window.pages.pages[1]}


def test_tab_goes_as_the_eye_does(window: PreferencesWindow, qtbot: QtBot) -> None:
    searches(window, "limit", qtbot)
    goes_to(window, Page.SPEED, qtbot)
    window.pages.setFocus()
    rows = [row for row in window.sheet.rows if row.editor.isEnabled()]
    visited = []
    for _ in range(20 * len(rows)):
        focused = window.focusWidget()
        assert focused is not None
        if focused is window.close_button:
            break
        visited += [row for row in rows if row.isAncestorOf(focused) and row not in visited]
        QTest.keyClick(focused, Key.Key_Tab)
    assert window.focusWidget() is window.close_button
    assert visited == rows


def test_search_finds_by_label_help_choice_section_and_key(window: PreferencesWindow, qtbot: QtBot) -> None:
    assert searches(window, "upload limit", qtbot)[0] == UP.key
    assert settings.connection.UTP.key in searches(window, "gives way", qtbot)
    assert settings.privacy.ENCRYPTION.key in searches(window, "PRÉFER", qtbot)
    assert settings.general.LANGUAGE.key in searches(window, "espanol", qtbot)
    assert searches(window, "discovery.lsd", qtbot) == [settings.connection.LSD.key]
    assert set(searches(window, "privacy", qtbot)) >= {settings.privacy.BANNED.key, settings.privacy.ANONYMOUS.key}


def test_hits_are_grouped_marked_and_counted(window: PreferencesWindow, qtbot: QtBot) -> None:
    found = searches(window, "limit", qtbot)
    pages = [TABLE[key].page for key in found]
    assert pages == sorted(pages, key=list(Page).index)
    assert [page for page, block in window.sheet.blocks.items() if not block.isHidden()]
    row = window.sheet.row(UP.key)
    assert row is not None
    marked = row.label.grab().toImage()
    row.mark(Needle())
    assert row.label.grab().toImage() != marked
    assert window.pages.hits is not None
    assert window.pages.hits[Page.SPEED] == pages.count(Page.SPEED)
    assert window.pages.hits[Page.ADVANCED] > 10
    window.search.clear()
    window.search.settle()
    settled(window, qtbot)
    assert window.pages.hits is None
    assert not isValid(row) or not row.isVisible()


def test_what_is_found_can_be_changed_there(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    searches(window, "upload limit", qtbot)
    row = window.sheet.row(UP.key)
    assert row is not None
    types(row, "90")
    assert means.settings.get(UP) == 90_000
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    QTest.keyClick(window.search, Key.Key_Down)
    focused = window.focusWidget()
    assert focused is not None
    assert row.isAncestorOf(focused)


def test_no_more_is_looked_for_than_one_types(window: PreferencesWindow, qtbot: QtBot) -> None:
    window.find_setting()
    window.search.insert("word " * 50_000)
    assert len(window.search.text()) == 100


def test_nothing_found_says_so_and_leads_back(window: PreferencesWindow, qtbot: QtBot) -> None:
    goes_to(window, Page.SPEED, qtbot)
    assert searches(window, "xyzzy", qtbot) == []
    assert window.sheet.nothing.text() == "No setting is found by “xyzzy”."
    QTest.mouseClick(window.sheet.clear_button, LEFT)
    settled(window, qtbot)
    assert window.search.text() == ""
    assert UP.key in [row.setting.key for row in window.sheet.rows]
    assert window.sheet.nothing.isHidden()


def test_escape_empties_the_search_before_it_closes(window: PreferencesWindow, qtbot: QtBot) -> None:
    searches(window, "limit", qtbot)
    QTest.keyClick(window.search, Key.Key_Escape)
    assert window.isVisible()
    assert window.pages.hits is None
    QTest.keyClick(window.search, Key.Key_Escape)
    assert not window.isVisible()


def test_a_page_is_reset_and_that_taken_back(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    goes_to(window, Page.SPEED, qtbot)
    assert not window.reset_button.isEnabled()
    means.settings.set(UP, 5000)
    means.settings.set(DOWN, 7000)
    means.settings.set(PORT, 6881)
    assert window.pages.changed == {Page.SPEED, Page.CONNECTION}
    QTest.mouseClick(window.reset_button, LEFT)
    assert [means.settings.get(one) for one in (UP, DOWN, PORT)] == [0, 0, 6881]
    assert not window.reset_button.isEnabled()
    QTest.mouseClick(window.undo_button, LEFT)
    assert [means.settings.get(one) for one in (UP, DOWN, PORT)] == [5000, 7000, 6881]
    assert window.undo_button.isHidden()


def test_what_keeps_something_closed_is_reset_with_its_page_only_after_a_yes(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    goes_to(window, Page.CONNECTION, qtbot)
    means.settings.set(settings.connection.INTERFACES, ("192.0.2.1",))
    means.settings.set(PORT, 6881)
    for yes in (False, True):
        window.reset_button.click()
        qtbot.waitUntil(lambda: bool(window.findChildren(GuardsDialog)))
        dialog = window.findChildren(GuardsDialog)[0]
        assert means.settings.get(settings.connection.INTERFACES) == ("192.0.2.1",)
        assert "“Network interfaces”." in dialog.words.text()
        (dialog.reset_button if yes else dialog.cancel_button).click()
        qtbot.waitUntil(lambda: not window.findChildren(GuardsDialog))
    qtbot.waitUntil(lambda: means.settings.get(PORT) == 51413)
    assert means.settings.get(settings.connection.INTERFACES) == ()
    window.undo_button.click()
    assert means.settings.get(settings.connection.INTERFACES) == ("192.0.2.1",)


LISTS: list[tuple[Setting[Any], Any]] = [
    (settings.labels.LABELS, (Label("films", rules=(Rule(By.NAME, "film"),)), Label("music"))),
    (settings.automation.WATCH_FOLDERS, (WatchFolder("/watched"),)),
    (settings.automation.RUN_ADDED, ("/bin/echo", "{name}")),
]


@pytest.mark.parametrize(("setting", "value"), LISTS, ids=[setting.key for setting, _ in LISTS])
def test_a_row_that_is_reset_can_be_taken_back(
    window: PreferencesWindow, means: Means, qtbot: QtBot, setting: Setting[Any], value: Any
) -> None:
    means.settings.set(setting, value)
    row = row_of(window, setting, qtbot)
    row.reset_button.click()
    assert means.settings.get(setting) == ()
    assert window.note.text() == f"“{setting.label}” has its default again."
    window.undo_button.click()
    assert means.settings.get(setting) == value
    assert not window.undo_button.isVisible()


def test_taking_back_a_reset_leaves_what_was_changed_since(
    window: PreferencesWindow, means: Means, qtbot: QtBot
) -> None:
    means.settings.set(UP, 5000)
    means.settings.set(DOWN, 7000)
    goes_to(window, Page.SPEED, qtbot)
    window.reset_button.click()
    means.settings.set(UP, 9000)
    window.undo_button.click()
    assert [means.settings.get(one) for one in (UP, DOWN)] == [9000, 7000]
    window.reset_button.click()
    for one in (UP, DOWN):
        means.settings.set(one, 8000)
    assert not window.undo_button.isVisible(), "there is nothing left to be taken back"


def reset_dialog(window: PreferencesWindow, qtbot: QtBot) -> ResetDialog:
    QTest.mouseClick(window.everything_button, LEFT)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ResetDialog)))
    return next(dialog for dialog in window.findChildren(ResetDialog) if dialog.isVisible())


def test_everything_is_reset_only_after_a_yes(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    assert not window.everything_button.isEnabled()
    for one, value in ((UP, 5000), (PORT, 6881)):
        means.settings.set(one, value)
    means.settings.set(settings.advanced.SESSION, {"peer_timeout": 60})
    reset_dialog(window, qtbot).reject()
    qtbot.waitUntil(lambda: not window.findChildren(ResetDialog))
    assert means.settings.get(PORT) == 6881
    reset_dialog(window, qtbot).reset_button.click()
    qtbot.waitUntil(lambda: means.settings.get(PORT) == 51413)
    assert means.settings.get(UP) == 0
    assert dict(means.settings.get(settings.advanced.SESSION)) == {}
    QTest.mouseClick(window.undo_button, LEFT)
    assert means.settings.get(settings.advanced.SESSION) == {"peer_timeout": 60}


def test_it_remembers_its_page_and_size(opens: Callable[[], PreferencesWindow], means: Means, qtbot: QtBot) -> None:
    first = opens()
    goes_to(first, Page.PRIVACY, qtbot)
    first.resize(700, 500)
    first.close()
    second = opens()
    settled(second, qtbot)
    assert second.pages.page is Page.PRIVACY
    assert second.size() == QSize(700, 500)


def test_a_setting_can_be_led_to(window: PreferencesWindow, qtbot: QtBot) -> None:
    searches(window, "privacy", qtbot)
    window.show_setting(settings.connection.LSD.key)
    settled(window, qtbot)
    assert window.pages.page is Page.CONNECTION
    row = window.sheet.row(settings.connection.LSD.key)
    assert row is not None
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    focused = window.focusWidget()
    assert focused is not None
    assert row.isAncestorOf(focused)


def test_lists_open_the_dialog_of_the_menu(window: PreferencesWindow, means: Means, qtbot: QtBot) -> None:
    row = row_of(window, settings.privacy.BANNED, qtbot)
    button = row.editor.focusProxy()
    assert isinstance(button, QAbstractButton)
    button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(BannedDialog)))
    dialog = window.findChildren(BannedDialog)[0]
    dialog.field.setPlainText("192.0.2.1\n192.0.2.0/24")
    dialog.ok_button.click()
    qtbot.waitUntil(lambda: row.changed)
    assert means.settings.get(settings.privacy.BANNED) == ("192.0.2.1", "192.0.2.0/24")
    assert row.reset_button.toolTip() == "Back to the default: nothing"


def test_theme_and_font_change_while_it_is_open(window: PreferencesWindow, themes: ThemeManager, qtbot: QtBot) -> None:
    row = row_of(window, UP, qtbot)
    before = row.label.width()
    themes.set_appearance(Appearance.DARK)
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    qtbot.waitUntil(lambda: row.label.width() == 2 * before)
    assert window.pages.visualRect(window.pages.model().index(0, 0)).height() == 62
    assert shown(row) == "no limit"


def test_it_fits_a_small_screen(window: PreferencesWindow, qtbot: QtBot) -> None:
    for page in window.pages.pages:
        goes_to(window, page, qtbot)
        assert window.minimumSizeHint().width() <= 984, page
        assert window.minimumSizeHint().height() <= 540, page


def test_a_letter_with_alt_means_one_thing(window: PreferencesWindow, qtbot: QtBot) -> None:
    for page in window.pages.pages:
        goes_to(window, page, qtbot)
    searches(window, "limit", qtbot)
    texts = [button.text() for button in window.findChildren(QAbstractButton)]
    keys = Counter(key.toString() for text in texts if not (key := QKeySequence.mnemonic(text)).isEmpty())
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []
