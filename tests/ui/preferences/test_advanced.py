# SPDX-License-Identifier: GPL-3.0-or-later
"""All of libtorrent's own settings: found, edited in place, refused in a sentence, reset, and who decides them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from starling import settings
from starling.advanced.row import Kind
from starling.advanced.table import TABLE
from starling.setting import Page
from starling.settings import TABLE as SETTINGS
from starling.ui.dialogs.means import Means
from starling.ui.preferences.advancedpage import AdvancedPage
from starling.ui.preferences.advancedvalues import figure, in_words, typed
from starling.ui.preferences.window import PreferencesWindow
from tests.ui.preferences.steps import Key, goes_to, searches, settled

SESSION = settings.advanced.SESSION
EDITABLE = [row for row in TABLE.values() if row.editable]


@pytest.fixture
def page(window: PreferencesWindow, qtbot: QtBot) -> AdvancedPage:
    goes_to(window, Page.ADVANCED, qtbot)
    return window.advanced


def listed(page: AdvancedPage) -> list[str]:
    """The names of the settings that are not hidden."""
    model, found = page.table.model(), []
    for group in range(model.rowCount()):
        head = model.index(group, 0)
        if not page.table.isRowHidden(group, QModelIndex()):
            found += [
                model.index(number, 0, head).data()
                for number in range(model.rowCount(head))
                if not page.table.isRowHidden(number, head)
            ]
    return found


def cell(page: AdvancedPage, key: str, column: int = 1) -> QModelIndex:
    page.table.pick(key)
    current = page.table.currentIndex()
    assert current.sibling(current.row(), 0).data() == key
    return current.sibling(current.row(), column)


def edits(page: AdvancedPage, key: str) -> QLineEdit | QComboBox:
    """Opens the editor of a value by the keyboard."""
    index = cell(page, key)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Return)
    found = page.table.indexWidget(index)
    assert isinstance(found, QLineEdit | QComboBox)
    return found


def types(page: AdvancedPage, key: str, text: str) -> QLineEdit:
    field = edits(page, key)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    return field


def test_every_setting_of_libtorrent_is_there_with_its_default(page: AdvancedPage, means: Means) -> None:
    assert set(listed(page)) == set(TABLE) == set(means.engine.given)
    for key, row in TABLE.items():
        assert cell(page, key, 2).data() == in_words(row, means.engine.given[key])
        assert not page.values.is_changed(row)


def test_a_number_is_typed_in_its_cell(page: AdvancedPage, means: Means, qtbot: QtBot) -> None:
    types(page, "peer_timeout", "60")
    qtbot.waitUntil(lambda: means.settings.get(SESSION) == {"peer_timeout": 60})
    assert cell(page, "peer_timeout").data() == "60\N{NO-BREAK SPACE}s"
    assert cell(page, "peer_timeout", 0).data(Qt.ItemDataRole.AccessibleTextRole) == "peer_timeout, changed"
    assert cell(page, "peer_timeout").data(Qt.ItemDataRole.FontRole).bold()
    assert page.details.reset_button.isVisible()
    page.details.reset_button.click()
    assert means.settings.get(SESSION) == {}
    assert cell(page, "peer_timeout").data() == "120\N{NO-BREAK SPACE}s"


def test_the_default_typed_is_no_change(page: AdvancedPage, means: Means, qtbot: QtBot) -> None:
    types(page, "peer_timeout", "60")
    qtbot.waitUntil(lambda: means.settings.get(SESSION) == {"peer_timeout": 60})
    types(page, "peer_timeout", "120 s")
    qtbot.waitUntil(lambda: means.settings.get(SESSION) == {})


def test_what_will_not_do_stays_in_the_cell_with_a_sentence(page: AdvancedPage, means: Means, qtbot: QtBot) -> None:
    field = types(page, "torrent_connect_boost", "300")
    assert page.table.indexWidget(cell(page, "torrent_connect_boost")) is field
    assert field.text() == "300"
    assert page.details.facts.text() == "“torrent_connect_boost” must be from 0 to 255."
    assert means.settings.get(SESSION) == {}
    field.selectAll()
    QTest.keyClicks(field, "200")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: means.settings.get(SESSION) == {"torrent_connect_boost": 200})


def test_a_switch_is_flipped_with_space(page: AdvancedPage, means: Means) -> None:
    cell(page, "smooth_connects")
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Space)
    assert means.settings.get(SESSION) == {"smooth_connects": False}
    QTest.keyClick(page.table, Key.Key_Delete)
    assert means.settings.get(SESSION) == {}


def test_a_choice_is_picked_by_name(page: AdvancedPage, means: Means, qtbot: QtBot) -> None:
    row = next(row for row in EDITABLE if row.kind is Kind.CHOICE)
    combo = edits(page, row.key)
    assert isinstance(combo, QComboBox)
    other = next(value for value, _ in row.named if value != page.values.default(row))
    combo.setCurrentIndex(combo.findData(other))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: means.settings.get(SESSION) == {row.key: other})
    assert cell(page, row.key).data() == dict(row.named)[other]


def test_what_another_setting_decides_leads_there(page: AdvancedPage, window: PreferencesWindow, qtbot: QtBot) -> None:
    index = cell(page, "upload_rate_limit")
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    owner = SETTINGS[TABLE["upload_rate_limit"].owners[0]]
    assert owner.label in page.details.facts.text()
    assert owner.label in page.details.there_button.text()
    page.details.there_button.click()
    settled(window, qtbot)
    assert window.pages.page is owner.page
    row = window.sheet.row(owner.key)
    assert row is not None
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_what_is_fixed_says_why(page: AdvancedPage) -> None:
    for row in (row for row in TABLE.values() if row.fixed):
        index = cell(page, row.key)
        assert not index.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        assert row.reason in page.details.facts.text()


def test_every_owner_is_a_setting_and_every_value_can_be_typed(page: AdvancedPage) -> None:
    for row in TABLE.values():
        assert all(key in SETTINGS for key in row.owners), row.key
        if row.editable and row.kind not in {Kind.SWITCH, Kind.CHOICE}:
            default = page.values.default(row)
            assert typed(row, figure(default)) == default
            assert typed(row, in_words(row, default)) == default


def test_the_filter_and_what_is_changed(page: AdvancedPage, means: Means, qtbot: QtBot) -> None:
    page.filter.setText("dht upload")
    page.filter.settle()
    assert listed(page) == ["dht_upload_rate_limit"]
    page.filter.clear()
    page.filter.settle()
    assert len(listed(page)) == len(TABLE)
    means.settings.set(SESSION, {"peer_timeout": 60, "smooth_connects": False})
    page.only_changed.click()
    assert listed(page) == ["smooth_connects", "peer_timeout"]


def test_the_search_over_all_pages_leads_into_the_table(window: PreferencesWindow, qtbot: QtBot) -> None:
    searches(window, "unchoke_slots", qtbot)
    assert window.pages.hits is not None
    name, _ = window.sheet.advanced.lines[0]
    assert "unchoke_slots" in name.text()
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert window.pages.page is Page.ADVANCED
    current = window.advanced.table.current()
    assert current is not None
    assert current.key == "unchoke_slots_limit"
    searches(window, "unchoke", qtbot)
    window.sheet.advanced.button.click()
    settled(window, qtbot)
    assert 0 < len(listed(window.advanced)) < 10
    assert window.search.text() == ""


def test_resetting_the_page_forgets_all_changes(window: PreferencesWindow, means: Means, page: AdvancedPage) -> None:
    means.settings.set(SESSION, {"peer_timeout": 60, "smooth_connects": False})
    assert Page.ADVANCED in window.pages.changed
    QTest.mouseClick(window.reset_button, Qt.MouseButton.LeftButton)
    assert means.settings.get(SESSION) == {}
    assert cell(page, "smooth_connects").data() == "on"
