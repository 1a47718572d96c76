# SPDX-License-Identifier: GPL-3.0-or-later
"""Open Link: what the clipboard offers, and what is said of what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.ui.dialogs.frame import ERR, MUTED
from starling.ui.dialogs.link import LinkDialog
from starling.ui.theme import ThemeManager

HASH = "0123456789abcdef0123456789abcdef01234567"
MAGNET = f"magnet:?xt=urn:btih:{HASH}"
URL = "https://example.org/a.torrent"


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeManager) -> Iterator[LinkDialog]:
    QGuiApplication.clipboard().clear()
    made = LinkDialog()
    qtbot.addWidget(made)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("clipboard", "offered"),
    [(MAGNET, [MAGNET]), (f" {HASH}\n{URL}\n", [HASH, URL]), ("https://example.org/", []), ("a shopping list", [])],
)
def test_it_begins_with_what_the_clipboard_offers(
    qtbot: QtBot, themes: ThemeManager, clipboard: str, offered: list[str]
) -> None:
    QGuiApplication.clipboard().setText(clipboard)
    dialog = LinkDialog()
    qtbot.addWidget(dialog)
    QGuiApplication.clipboard().clear()
    assert dialog.items() == offered
    assert dialog.open_button.isEnabled() == bool(offered)


def test_several_links_are_typed_and_opened_by_enter(dialog: LinkDialog, qtbot: QtBot) -> None:
    assert not dialog.open_button.isEnabled()
    QTest.keyClicks(dialog.field, MAGNET)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(dialog.field, URL)
    assert dialog.verdict.text() == "2 links"
    assert dialog.verdict.foregroundRole() is MUTED
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.items() == [MAGNET, URL]


def test_enter_opens_nothing_while_a_line_is_wrong(dialog: LinkDialog, qtbot: QtBot) -> None:
    dialog.field.setPlainText("nonsense")
    with qtbot.assertNotEmitted(dialog.accepted):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nonsense", "“nonsense” is no magnet link, info-hash or web address."),
        (f"{MAGNET}\nnonsense", "Line 2, “nonsense”, is no magnet link"),
        ("magnet:?dn=film", "has no info-hash"),
        ("https://", "names no server"),
        ("/films/a.torrent", "is a file, not a link"),
        ("x" * 500, "…” is no magnet link"),
    ],
)
def test_what_is_wrong_is_said_as_one_types(dialog: LinkDialog, typed: str, words: str) -> None:
    dialog.field.setPlainText(typed)
    assert words in dialog.verdict.text()
    assert dialog.verdict.foregroundRole() is ERR
    assert not dialog.open_button.isEnabled()
