# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard in the whole window: panes, tabs, fields that keep their keys, and names for whoever can't see."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from starling import settings
from starling.settings.appearance import Appearance
from starling.ui.dialogs.about import AboutDialog
from starling.ui.dialogs.add import AddDialog
from starling.ui.dialogs.excluded import ExcludedDialog
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.theme import ThemeManager
from tests.opener import opener
from tests.swarm import Swarm
from tests.ui.person import Person

INTERACTIVE = QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar


@pytest.fixture
def person(qtbot: QtBot, qloop: object, themes: ThemeManager, swarm: Swarm, tmp_path: Path) -> Iterator[Person]:
    made = Person(qtbot, qloop, tmp_path, swarm)  # type: ignore[arg-type]
    made.starts().window.resize(1600, 860)
    yield made
    made.leave()


def pane(person: Person) -> str:
    """Which pane has the keyboard."""
    focus = QApplication.focusWidget()
    window = person.window
    for name, widget in (
        ("sidebar", window.sidebar),
        ("list", window.list),
        ("tabs", window.details.tabs),
        ("content", window.details),
    ):
        if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
            return name
    return f"nowhere: {focus}"


# -- files


def test_the_keyboard_finds_files_and_comes_back(person: Person) -> None:
    person.offers(person.swarm.payload(name="films", files={"one.mkv": 9, "two.txt": 9}))
    person.clicks("films")
    person.presses("Ctrl+Shift+F")
    page = person.window.details.files
    person.until(page.filter.hasFocus)
    person.until(lambda: len(page.tree.rows()) == 3)
    person.types("*.mkv")
    person.until(lambda: [row.name for row in page.tree.rows()] == ["films", "one.mkv"])
    person.presses("Return")
    assert page.view.hasFocus()


def test_the_menu_of_files_is_about_those_in_sight(person: Person) -> None:
    person.offers(person.swarm.payload(name="films", files={"one.mkv": 9, "two.txt": 9}))
    person.makes("one")
    person.selects("films", "one")
    assert not person.menu("Torrent", "Files", "Show the Files tab").isEnabled()
    person.clicks("films")
    person.chooses("Torrent", "Files", "Show the Files tab")
    page = person.window.details.files
    person.until(lambda: len(page.tree.rows()) == 3)
    page.view.select_keys(["films"])
    person.chooses("Torrent", "Files", "Download none")
    person.until(lambda: page.tree.totals.wanted_files == 0)
    assert not person.menu("Torrent", "Files", "Play from the start").isEnabled()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the way")
def test_the_folder_of_a_torrent_opens_or_it_is_told(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    opened = opener(tmp_path, monkeypatch, "exit 0")
    payload = person.swarm.payload(name="films", files={"one.mkv": 9})
    person.has_all(payload)
    person.clicks("films")
    person.presses("Ctrl+E")
    person.until(opened.exists)
    assert opened.read_text() == f"{person.downloads}\n"
    opener(tmp_path, monkeypatch, "exit 4")
    person.presses("Ctrl+E")
    person.reads(str(person.downloads), "can't be opened")


# -- panes and tabs


def test_the_list_has_the_keyboard_from_the_start(person: Person) -> None:
    person.makes("one")
    person.comes_back()
    assert pane(person) == "list"


def test_tab_goes_from_the_tool_bar_to_the_details(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    window = person.window
    parts = {
        "tools": window.toolbar,
        "sidebar": window.sidebar,
        "list": window.list,
        "details": window.details,
        "status": window.status,
    }
    window.toolbar.filter.setFocus()
    seen = ["tools"]
    while len(seen) < 6:
        person.presses("Tab")
        focus = QApplication.focusWidget()
        assert focus is not None
        (here,) = [name for name, part in parts.items() if part is focus or part.isAncestorOf(focus)]
        if here != seen[-1]:
            seen.append(here)
    assert seen == ["tools", "sidebar", "list", "details", "status", "tools"]


def test_f6_goes_round_the_panes(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    went = [pane(person)]
    for _ in range(4):
        person.presses("F6")
        went.append(pane(person))
    assert went == ["list", "tabs", "content", "sidebar", "list"]
    back = []
    for _ in range(4):
        person.presses("Shift+F6")
        back.append(pane(person))
    assert back == ["sidebar", "content", "tabs", "list"]


def test_f6_passes_hidden_and_folded_panes_by(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    person.presses("F7")
    person.window.details.set_folded(True)
    went = []
    for _ in range(3):
        person.presses("F6")
        went.append(pane(person))
    assert went == ["tabs", "list", "tabs"]


def test_alt_and_a_number_chooses_a_tab(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    tabs = person.window.details.tabs
    for number in range(tabs.count()):
        person.presses(f"Alt+{number + 1}")
        assert tabs.currentIndex() == number
    assert pane(person) == "list"


# -- the filter box


def test_the_filter_keeps_the_keys_of_a_text_field(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    QGuiApplication.clipboard().setText("magnet:?xt=urn:btih:" + "a" * 40)
    person.presses("Ctrl+F")
    field = person.window.toolbar.filter
    assert field.hasFocus()
    person.types("one")
    person.presses("Home")
    person.presses("Del")
    assert field.text() == "ne"
    person.presses("Ctrl+A")
    assert field.selectedText() == "ne"
    person.presses("Shift+Del")
    assert field.text() == ""
    person.presses("Ctrl+V")
    assert field.text() == "ne"
    assert not person.window.findChildren(RemoveDialog)
    assert not person.window.findChildren(AddDialog)


@pytest.mark.parametrize(("key", "text"), [("Escape", ""), ("Return", "quag"), ("Down", "quag")])
def test_the_filter_gives_the_keyboard_back_to_the_list(person: Person, key: str, text: str) -> None:
    person.makes("quagga", "zebra")
    person.filters("quag")
    person.presses(key)
    assert pane(person) == "list"
    assert person.window.toolbar.filter.text() == text
    assert sorted(person.names()) == (["quagga"] if text else ["quagga", "zebra"])


# -- the list


def test_typing_arrows_and_space_in_the_list(person: Person) -> None:
    person.makes("alpha", "beta", "gamma")
    person.clicks_header("name")
    person.window.list.setFocus()
    person.types("ga")
    assert person.selected() == ["gamma"]
    person.presses("Up")
    assert person.selected() == ["beta"]
    QTest.keyClick(person.window.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert person.selected() == ["beta"]
    person.presses("Ctrl+Space")
    assert person.selected() == ["alpha", "beta"]
    person.presses("Ctrl+A")
    assert person.selected() == ["alpha", "beta", "gamma"]
    person.presses("End")
    assert person.selected() == ["gamma"]


def test_keys_of_the_list_do_nothing_to_it_elsewhere(person: Person) -> None:
    person.makes("one", "two")
    person.clicks("one")
    person.presses("Alt+2")
    files = person.window.details.files
    person.until(files.tree.rowCount)
    files.view.setFocus()
    person.presses("Del")
    person.presses("Shift+Del")
    assert not person.window.findChildren(RemoveDialog)
    person.presses("Ctrl+A")
    assert len(files.view.selected_keys()) == files.tree.rowCount()
    assert person.selected() == ["one"]
    person.chooses("Edit", "Select all")
    assert sorted(person.selected()) == ["one", "two"]


def test_the_menu_key_opens_the_context_menu(person: Person) -> None:
    person.makes("one")
    menu = person.context_menu("one")
    assert menu.isVisible()
    menu.close()


# -- what else the keys do


def test_slow_mode_is_switched(person: Person) -> None:
    tool = person.window.menu_actions["slow_mode"]
    person.presses("Ctrl+L")
    assert person.program.settings.get(settings.speed.SLOW_MODE)
    assert tool.isChecked()
    person.program.settings.set(settings.speed.SLOW_MODE, False)
    assert not tool.isChecked()


def test_colours_are_chosen(person: Person) -> None:
    before = person.program.themes.theme
    person.chooses("View", "Colours", "Dark")
    assert person.program.settings.get(settings.appearance.THEME) is Appearance.DARK
    assert person.program.themes.theme.dark
    assert person.menu("View", "Colours", "Dark").isChecked()
    person.chooses("View", "Colours", "Light")
    assert person.program.themes.theme is before
    assert not person.menu("View", "Colours", "Dark").isChecked()


def test_what_is_never_downloaded_is_said_without_any_torrent(person: Person) -> None:
    person.chooses("Edit", "Files that are never downloaded")
    dialog = person.dialog(ExcludedDialog)
    dialog.field.setPlainText("*.nfo")
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)
    person.until(lambda: person.program.settings.get(settings.downloads.EXCLUDED) == ("*.nfo",))


def test_f1_tells_about_starling(person: Person) -> None:
    person.presses("F1")
    dialog = person.dialog(AboutDialog)
    person.presses("Escape", dialog)
    person.until(lambda: not person.window.findChildren(AboutDialog))


def test_ctrl_q_quits(person: Person) -> None:
    assert person._task is not None
    person.presses("Ctrl+Q")
    person.until(person._task.done)


# -- names


def test_everything_one_can_work_with_has_a_name(person: Person) -> None:
    person.makes("one")
    person.clicks("one")
    person.program.notices.error("Something went wrong.")
    seen = set()
    for number in range(person.window.details.tabs.count()):
        person.presses(f"Alt+{number + 1}")
        shown = [widget for widget in person.window.findChildren(QWidget) if widget.isVisible()]
        assert [describe(widget) for widget in shown if not is_named(widget)] == []
        seen.update(type(widget).__name__ for widget in shown if isinstance(widget, INTERACTIVE))
    assert {"TableView", "FileView", "Sidebar", "QueryBox", "Tabs", "QToolButton"} <= seen


def is_named(widget: QWidget) -> bool:
    internal = widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)
    if internal or not isinstance(widget, INTERACTIVE) or isinstance(widget.parentWidget(), QLineEdit):
        return True
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface.text(QAccessible.Text.Name))


def describe(widget: QWidget) -> str:
    path = []
    above: QWidget | None = widget
    while above is not None:
        path.append(f"{type(above).__name__} {above.objectName()}".strip())
        above = above.parentWidget()
    return " in ".join(path)
