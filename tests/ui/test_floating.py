# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices lie over the window: nothing moves when they come or go, and none comes under the mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from tests.ui.person import LEFT, Person


@pytest.fixture
def calm(person: Person) -> Iterator[Person]:
    """Two torrents, the details open, the mouse in a corner and no notice."""
    QCursor.setPos(0, 0)
    person.window.resize(1_200, 800)
    person.makes("one", "two")
    person.window.notices.clear()
    yield person
    QCursor.setPos(0, 0)


def rect_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def lies(person: Person, over: QWidget) -> QRect:
    """Where the bar lies, which must be in that part and not be empty."""
    person.until(lambda: person.window.notices.height() > 20 and rect_of(over).contains(rect_of(person.window.notices)))
    return rect_of(person.window.notices)


def test_the_very_first_notice_fills_the_bar_and_can_be_read(person: Person) -> None:
    window = person.window
    assert not window.notices.notices
    first = window.notices.error("The folder can't be opened: no program of the desktop took it.")
    lies(person, window)
    person.until(lambda: first.size() == window.notices.size())
    assert first.rect().contains(first.label.geometry())


def test_nothing_moves_when_a_notice_comes_or_goes(calm: Person) -> None:
    window = calm.window
    parts = (window.list, window.details, window.sidebar, window.status)
    before = [rect_of(part) for part in parts]
    for number in range(4):
        window.notices.error(f"Error {number}.")
        lies(calm, window.list)
        assert [rect_of(part) for part in parts] == before
    assert len(window.notices.shown) == 2
    while len(window.notices.notices) > 1:
        QTest.mouseClick(window.notices.shown[0].findChild(QToolButton), LEFT)
        lies(calm, window.list)
    window.notices.clear()
    assert window.notices.isHidden()
    assert [rect_of(part) for part in parts] == before


def test_no_row_is_hidden_while_there_is_room_without_any(calm: Person) -> None:
    window = calm.window
    window.notices.error("It failed.")
    bar = lies(calm, window.list)
    last = window.list.visualRect(window.model.index(1, 0))
    assert bar.top() > window.list.viewport().mapToGlobal(last.bottomLeft()).y()
    window.notices.clear()
    calm.makes(*(f"torrent {number}" for number in range(12)))
    calm.window.notices.clear()
    window.notices.error("It failed again.")
    lies(calm, window.details)


def test_a_notice_does_not_come_under_the_mouse(calm: Person) -> None:
    window = calm.window
    window.notices.error("It failed.")
    first = lies(calm, window.list)
    window.notices.clear()
    QCursor.setPos(first.center())
    window.notices.error("It failed again.")
    assert not lies(calm, window.details).contains(first.center())
    window.notices.clear()
    window.show_details(False)
    calm.until(lambda: window.list.height() > 500)
    window.notices.error("It failed.")
    low = lies(calm, window.list)
    assert low.bottom() < rect_of(window.list).bottom()
    window.notices.clear()
    QCursor.setPos(low.center())
    window.notices.error("It failed at last.")
    assert lies(calm, window.list).bottom() < low.top()


def test_it_stays_where_it_is_until_it_would_grow_under_the_mouse(calm: Person) -> None:
    window = calm.window
    window.notices.error("It failed.")
    first = lies(calm, window.list)
    QCursor.setPos(first.center())
    window.notices.error("It failed again.")
    assert lies(calm, window.list).bottomRight() == first.bottomRight()
    window.notices.shown[0].close_it()
    calm.until(lambda: window.notices.height() == first.height())
    above = first.topLeft() + QPoint(50, -10)
    QCursor.setPos(above)
    window.notices.error("It failed for good.")
    assert not lies(calm, window.details).contains(above)


def test_a_very_long_sentence_takes_the_width_rather_than_the_height(calm: Person) -> None:
    window = calm.window
    window.notices.error("A sentence that does not end so soon. " * 60)
    host = window.notices.parentWidget()
    calm.until(lambda: window.notices.width() > 800)
    assert host.rect().contains(window.notices.geometry())
    assert window.minimumSizeHint().height() < 500
