# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter box: what it offers while a query is typed, which keys that takes, and how it says what is wrong."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from starling.querycompletion import Offers
from starling.ui.querybox import QueryBox
from starling.ui.theme import ThemeManager

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def box(qtbot: QtBot, themes: ThemeManager) -> QueryBox:
    window = QMainWindow()
    window.resize(900, 500)
    made = QueryBox(themes, 372, window)
    made.setGeometry(500, 10, 372, 28)
    other = QPushButton("elsewhere", window)
    other.setGeometry(10, 10, 90, 28)
    made.offers = lambda: Offers(("Linux", "Big ones"), ("a.example.org",))
    qtbot.addWidget(window)
    made.kept = window  # qtbot holds it by a weak reference only
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def offered(box: QueryBox) -> list[str]:
    model = box.popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if box.popup.isVisible() else []


def press(box: QueryBox, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(box, key)


def test_fields_and_values_are_chosen_by_arrows_tab_and_enter(box: QueryBox) -> None:
    told: list[str] = []
    box.filtered.connect(told.append)
    QTest.keyClicks(box, "la")
    assert offered(box) == ["label:"]
    press(box, Key.Key_Tab)
    assert box.text() == "label:"
    assert offered(box) == ["Linux", '"Big ones"', "none", "any"]
    press(box, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert box.text() == 'label:"Big ones" '
    assert offered(box) == []
    assert box.hasFocus()
    # Enter on a candidate was for the candidate.
    assert told == []
    QTest.keyClicks(box, "sta")
    press(box, Key.Key_Down, Key.Key_Up, Key.Key_Up)
    marked = box.popup.current
    assert marked is not None
    assert marked.text == offered(box)[-1]
    press(box, Key.Key_Z)
    assert offered(box) == []


def test_enter_and_escape_are_the_boxes_own_where_nothing_is_marked(box: QueryBox) -> None:
    told: list[str] = []
    left: list[bool] = []
    box.filtered.connect(told.append)
    box.left.connect(lambda: left.append(True))
    QTest.keyClicks(box, "size")
    assert offered(box) == ["size>"]
    press(box, Key.Key_Return)
    assert (offered(box), told, left) == ([], ["size"], [True])
    QTest.keyClicks(box, ">")
    assert offered(box)
    press(box, Key.Key_Escape)
    assert (offered(box), box.text(), left) == ([], "size>", [True])
    press(box, Key.Key_Escape)
    assert (box.text(), told[-1], left) == ("", "", [True, True])


def test_tab_and_down_go_on_where_nothing_is_offered(box: QueryBox, qtbot: QtBot) -> None:
    left: list[bool] = []
    box.left.connect(lambda: left.append(True))
    QTest.keyClicks(box, "debian")
    press(box, Key.Key_Down)
    assert left == [True]
    press(box, Key.Key_Tab)
    qtbot.waitUntil(lambda: not box.hasFocus())
    assert box.text() == "debian"


def test_all_fields_are_listed_for_who_asks(box: QueryBox) -> None:
    QTest.keyClick(box, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered(box)[:2] == ["state:", "why:"]
    model = box.popup.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
    assert all(", " in text for text in spoken)
    assert not box.popup.grab().isNull()
    assert box.popup.geometry().right() <= box.window().width()
    box.clearFocus()
    assert offered(box) == []


def test_the_mouse_chooses_and_the_keyboard_stays(box: QueryBox) -> None:
    QTest.keyClicks(box, "x priv")
    popup = box.popup
    QTest.mouseClick(popup.viewport(), LEFT, pos=popup.visualRect(popup.model().index(0, 0)).center())
    assert box.text() == "x private:"
    assert box.hasFocus()
    QTest.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "x priv"


def test_what_is_wrong_is_said_below_and_goes_with_it(box: QueryBox, qtbot: QtBot) -> None:
    box.say("“raito” is no field: did you mean ratio?", wrong=True)
    assert box.note.isVisible()
    assert box.note.label.text() == box.sentence
    assert box.accessibleDescription() == box.sentence
    assert box.note.y() >= box.mapTo(box.window(), QPoint(0, box.height())).y()
    assert not box.note.grab().isNull()
    # A moment of typing later it is still wrong.
    QTest.keyClicks(box, "x")
    assert not box.note.isVisible()
    box.say("“raito” is no field: did you mean ratio?", wrong=True)
    assert box.note.isVisible()
    # Who goes elsewhere sees the list again, and who comes back the sentence.
    box.clearFocus()
    assert not box.note.isVisible()
    box.setFocus()
    qtbot.waitUntil(box.note.isVisible)
    box.say("")
    assert not box.note.isVisible()
    assert box.accessibleDescription() == ""


def test_a_term_that_is_still_typed_is_given_time_but_enter_is_answered(box: QueryBox, qtbot: QtBot) -> None:
    left: list[bool] = []
    box.left.connect(lambda: left.append(True))
    box.say("added< takes an age", wrong=True, later=True)
    assert not box.note.isVisible()
    press(box, Key.Key_Return)
    assert box.note.isVisible()
    assert left == []
    box.say("seeds> takes a whole number", wrong=True, later=True)
    assert not box.note.isVisible()
    qtbot.waitUntil(box.note.isVisible)


def test_what_is_only_begun_is_said_once_it_is_left(box: QueryBox) -> None:
    left: list[bool] = []
    box.left.connect(lambda: left.append(True))
    # Nothing is offered for names, so that the note has the place.
    QTest.keyClicks(box, "name:")
    box.say("“name:” asks for nothing yet", later=True, begun=True)
    box._later.timeout.emit()
    assert not box.note.isVisible()
    press(box, Key.Key_Home)
    assert box.note.isVisible()
    press(box, Key.Key_End)
    QTest.keyClicks(box, "x")
    box.say("")
    press(box, Key.Key_Backspace)
    box.say("“name:” asks for nothing yet", later=True, begun=True)
    assert not box.note.isVisible()
    press(box, Key.Key_Return)
    assert box.note.isVisible()
    assert left == []


def test_its_menu_is_filled_when_it_opens(box: QueryBox) -> None:
    menus: list[QMenu] = []

    def fill(menu: QMenu) -> None:
        menu.addAction("Saved")
        menus.append(menu)

    box.menu_wanted.connect(fill)
    box.open_menu()
    assert [action.text() for action in menus[0].actions()] == ["Saved"]
    menus[0].close()
