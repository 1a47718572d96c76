# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast peers may be: what differs or nobody touched stays, to the byte."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from starling import formats
from starling.peer import LEAVE, Peer
from starling.ui.dialogs.peerlimit import PeerLimitDialog, RateField


def peer(number: int, down: int | None = None, up: int | None = None) -> Peer:
    return Peer(f"203.0.113.{number}", 6881, down_limit=down, up_limit=up)


@pytest.fixture(autouse=True)
def english() -> None:
    formats.use(QLocale("en_GB"))


@pytest.fixture
def differing(qtbot: QtBot) -> PeerLimitDialog:
    dialog = PeerLimitDialog([peer(1, 50_000, 20_000), peer(2, 100_000)])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def text(field: RateField) -> str:
    return field.text().replace(formats.NBSP, " ")


def test_what_differs_is_left_as_it_is(differing: PeerLimitDialog, qtbot: QtBot) -> None:
    for field in (differing.down_field, differing.up_field):
        assert text(field) == "different: leave as they are"
    assert (differing.down, differing.up) == (LEAVE, LEAVE)
    qtbot.keyClicks(differing.down_field, "1500")
    assert (differing.down, differing.up) == (1_500_000, LEAVE)
    differing.down_field.interpretText()
    assert text(differing.down_field) == "1,500 kB/s"


def test_keys_lead_from_what_differs_to_no_limit_and_to_rates(differing: PeerLimitDialog, qtbot: QtBot) -> None:
    field = differing.down_field
    shown = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
        shown.append((text(field), field.change))
    left = ("different: leave as they are", LEAVE)
    assert shown == [("no limit", None), ("10 kB/s", 10_000), ("no limit", None), left, left]


@pytest.mark.parametrize(("limit", "words"), [(500, "500 B/s"), (1500, "1.5 kB/s"), (30_000, "30 kB/s")])
def test_a_limit_that_nobody_touched_stays_to_the_byte(qtbot: QtBot, limit: int, words: str) -> None:
    dialog = PeerLimitDialog([peer(1, None, limit), peer(2, None, limit)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert text(dialog.up_field) == words
    qtbot.keyClick(dialog.down_field, Qt.Key.Key_Up)
    dialog.up_field.setFocus()
    dialog.up_field.interpretText()
    assert (dialog.down, dialog.up) == (10_000, LEAVE)
    assert text(dialog.up_field) == words
    dialog.up_field.selectAll()
    qtbot.keyClicks(dialog.up_field, "1")
    assert dialog.up == 1000, "typed, it is what is typed"


def test_no_limit_can_be_typed_as_nought_and_is_none(qtbot: QtBot) -> None:
    dialog = PeerLimitDialog([peer(1, 30_000)])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.down_field.selectAll()
    qtbot.keyClicks(dialog.down_field, "0")
    dialog.down_field.interpretText()
    assert text(dialog.down_field) == "no limit"
    assert (dialog.down, dialog.up) == (None, LEAVE)
    qtbot.keyClick(dialog.down_field, Qt.Key.Key_Backspace)
    dialog.down_field.selectAll()
    qtbot.keyClicks(dialog.down_field, "77 kB/s")
    assert dialog.down == 77_000


@pytest.mark.parametrize(("limits", "warned"), [((None, None), True), ((9000, None), True), ((9000, 5000), False)])
def test_a_first_limit_is_said_to_connect_anew(
    qtbot: QtBot, limits: tuple[int | None, int | None], warned: bool
) -> None:
    dialog = PeerLimitDialog([peer(number, limit) for number, limit in enumerate(limits, 1)])
    qtbot.addWidget(dialog)
    dialog.show()
    notes = [label for label in dialog.findChildren(QLabel) if "connected to anew" in label.text()]
    assert [label.isVisible() for label in notes] == ([True] if warned else [])
    assert all(label.height() >= label.heightForWidth(label.width()) for label in notes), "all of it is seen"
