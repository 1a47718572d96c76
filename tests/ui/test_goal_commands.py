# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeding goals and the order of the queue, as somebody at the window sets them: by menu, dialog and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from starling.goals import Goal
from starling.torrent import State, Torrent
from starling.ui.dialogs.goal import GoalDialog
from starling.ui.dialogs.labelgoal import Until
from starling.ui.dialogs.queueplace import PlaceDialog
from tests.swarm import Swarm
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


def queue(person: Person) -> str:
    """The names in the queue, in the order of libtorrent's last word."""
    rows = [row for row in person.program.engine.torrents.values() if row.queue is not None]
    return "".join(row.name for row in sorted(rows, key=lambda row: row.queue or 0))


@pytest.fixture
def abcde(person: Person) -> Person:
    """Five torrents in the queue, the list in its order."""
    person.makes(*"abcde")
    person.until(lambda: queue(person) == "abcde")
    person.window.model.sort_by("queue", falling=False)
    return person


def presses(person: Person, name: str) -> QPoint:
    view = person.window.list
    where = view.visualRect(person.index(name)).center()
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    return where


def above(person: Person, name: str) -> QPoint:
    """The upper edge of a row."""
    return person.window.list.visualRect(person.index(name)).topLeft() + QPoint(60, 3)


def below(person: Person, name: str) -> QPoint:
    return person.window.list.visualRect(person.index(name)).bottomLeft() + QPoint(60, -3)


def moves(person: Person, where: QPoint) -> None:
    viewport = person.window.list.viewport()
    QTest.mouseMove(viewport, where - QPoint(0, 9))
    QTest.mouseMove(viewport, where)


def drags(person: Person, name: str, where: QPoint) -> None:
    presses(person, name)
    moves(person, where)
    QTest.mouseRelease(person.window.list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)


@pytest.mark.parametrize(
    ("chosen", "by", "target", "upper", "after"),
    [
        ("d", "d", "b", True, "adbce"),
        ("b", "b", "d", False, "acdbe"),
        ("bd", "d", "a", True, "bdace"),
        ("ac", "a", "e", False, "bdeac"),
        ("c", "c", "c", True, "abcde"),
    ],
)
def test_rows_are_dragged_as_a_block(abcde: Person, chosen: str, by: str, target: str, upper: bool, after: str) -> None:
    abcde.selects(*chosen)
    drags(abcde, by, (above if upper else below)(abcde, target))
    abcde.until(lambda: abcde.program.engine.queue.settled and queue(abcde) == after)
    assert sorted(abcde.selected()) == sorted(chosen)
    assert not abcde.window.model.held
    abcde.until(lambda: abcde.names() == list(after))


def test_what_is_not_selected_is_dragged_by_itself_and_falling_lists_are_the_other_way_round(abcde: Person) -> None:
    abcde.selects("b", "c")
    abcde.window.model.sort_by("queue", falling=True)
    assert abcde.names() == list("edcba")
    drags(abcde, "a", above(abcde, "d"))
    abcde.until(lambda: queue(abcde) == "bcdae")
    assert abcde.selected() == ["a"]


def test_a_line_shows_where_and_escape_takes_it_back(abcde: Person) -> None:
    line = abcde.window.goals.drop.line
    presses(abcde, "d")
    assert not abcde.window.goals.drag.keys
    moves(abcde, above(abcde, "b"))
    assert line.isVisible()
    assert abs(line.geometry().center().y() - abcde.window.list.visualRect(abcde.index("b")).top()) <= 1
    assert abcde.window.model.held
    abcde.presses("Esc", abcde.window.list)
    assert not line.isVisible()
    assert not abcde.window.model.held
    # The button is still down: that selects nothing.
    moves(abcde, above(abcde, "a"))
    QTest.mouseRelease(abcde.window.list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, above(abcde, "b"))
    assert abcde.selected() == ["d"]
    assert abcde.program.engine.queue.settled


def test_the_list_goes_on_at_its_edges(abcde: Person) -> None:
    view = abcde.window.list
    view.setFixedHeight(view.header().height() + 3 * view.row_height)
    abcde.until(lambda: view.verticalScrollBar().maximum() > 0)
    view.verticalScrollBar().setValue(0)
    presses(abcde, "a")
    moves(abcde, QPoint(60, view.viewport().height() + 40))
    abcde.until(lambda: view.verticalScrollBar().value() == view.verticalScrollBar().maximum())
    where = below(abcde, "e")
    moves(abcde, where)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, where)
    abcde.until(lambda: queue(abcde) == "bcdea")


def test_another_order_offers_that_of_the_queue(abcde: Person) -> None:
    abcde.window.model.sort_by("name", falling=True)
    drags(abcde, "a", above(abcde, "e"))
    notice = abcde.reads("sort the list")
    assert abcde.program.engine.queue.settled
    QTest.mouseClick(notice.button, LEFT)
    assert abcde.window.model.sorting == ("queue", False)


def test_complete_ones_are_not_moved(person: Person, swarm: Swarm) -> None:
    payload = swarm.payload(name="whole", files=50_000)
    person.has_all(payload)
    person.program.engine.start([payload.id])
    person.sees("whole", State.SEEDING)
    person.makes("a")
    person.window.model.sort_by("queue", falling=False)
    presses(person, "whole")
    moves(person, above(person, "a"))
    drop = person.window.goals.drop
    takes, words = drop.hover([payload.id], person.window.list.viewport().mapToGlobal(above(person, "a")))
    assert not takes
    assert "no place" in words
    QTest.mouseRelease(person.window.list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, above(person, "a"))


def test_to_a_place_by_its_number(abcde: Person) -> None:
    abcde.selects("a", "b")
    abcde.chooses("Torrent", "Queue", "To place")
    dialog = abcde.dialog(PlaceDialog)
    assert (dialog.place, dialog.field.minimum(), dialog.field.maximum()) == (1, 1, 4)
    dialog.field.setValue(3)
    dialog.accept()
    abcde.until(lambda: queue(abcde) == "cdabe")


def opens(person: Person, *names: str) -> GoalDialog:
    person.selects(*names)
    person.chooses("Torrent", "Seed until")
    return person.dialog(GoalDialog)


def own(row: Torrent) -> Goal | None:
    return row.goal.goal if row.goal is not None and row.goal.own else None


def test_a_goal_of_its_own(person: Person) -> None:
    person.makes("a", "b")
    dialog = opens(person, "a")
    assert "until you pause it" in dialog.line.text()
    until = dialog.choice.until
    until.setCurrentIndex(until.findData(Until.GOAL))
    # Nothing is asked yet.
    QTest.mouseClick(dialog.ok_button, LEFT)
    assert dialog.isVisible()
    assert "ratio" in dialog.line.text()
    person.types("1.5", dialog.choice.ratio)
    person.types("2 h", dialog.choice.time)
    QTest.mouseClick(dialog.ok_button, LEFT)
    person.sees("a", lambda row: own(row) == Goal(ratio=1.5, time=7200))
    assert person.cells("goal")[person.names().index("a")].startswith("ratio 1.50 or 2")
    person.comes_back()
    assert own(person.sees("a", lambda row: row.goal is not None)) == Goal(ratio=1.5, time=7200)
    assert own(person.torrent("b")) is None


def test_several_that_differ_keep_their_goals_unless_another_is_chosen(person: Person) -> None:
    made = person.makes("a", "b")
    person.program.engine.goals.set_goal([made[0].id], Goal(ratio=3))
    person.sees("a", lambda row: own(row) is not None)
    dialog = opens(person, "a", "b")
    assert dialog.choice.until.currentText().startswith("different")
    QTest.mouseClick(dialog.ok_button, LEFT)
    person.until(lambda: not dialog.isVisible())
    assert own(person.torrent("a")) == Goal(ratio=3)
    dialog = opens(person, "a", "b")
    dialog.choice.until.setCurrentIndex(dialog.choice.until.findData(Until.EVER))
    QTest.mouseClick(dialog.ok_button, LEFT)
    for name in "ab":
        person.sees(name, lambda row: own(row) == Goal())


@pytest.fixture(autouse=True)
def _pointer_stays(person: Person) -> Iterator[None]:
    yield
    person.window.goals.drag.cancel()
