# SPDX-License-Identifier: GPL-3.0-or-later
"""When downloads that have finished are where they belong, going by the rows that the list gets."""

import pytest
from PySide6.QtWidgets import QApplication

from starling.automation.finishing import Finishing
from starling.torrent import State, Torrent


@pytest.fixture
def heard(qapp: QApplication) -> list[Torrent]:
    return []


@pytest.fixture
def book(heard: list[Torrent]) -> Finishing:
    made = Finishing()
    made.finished.connect(heard.append)
    return made


def row(state: State, save_path: str = "", destination: str = "/done") -> Torrent:
    return Torrent("a", "a", state, size=10, done=10, save_path=save_path, destination=destination)


THERE = row(State.SEEDING, "/done", "")


def test_one_that_stays_is_there(book: Finishing, heard: list[Torrent]) -> None:
    book.begin([THERE])
    book.take([THERE])
    assert heard == [THERE]


def test_it_waits_until_it_is_where_it_belongs(book: Finishing, heard: list[Torrent]) -> None:
    book.begin([row(State.SEEDING)])
    for state in (State.SEEDING, State.MOVING, State.MOVING):
        book.take([row(state)])
    assert not heard
    book.take([THERE])
    book.take([THERE])
    assert heard == [THERE]


@pytest.mark.parametrize("begun", [[row(State.MOVING)], [row(State.SEEDING), row(State.MOVING)]])
def test_one_that_can_not_go_there_finishes_where_it_is(
    book: Finishing, heard: list[Torrent], begun: list[Torrent]
) -> None:
    book.begin(begun[:1])
    book.take(begun[1:])
    book.take([row(State.SEEDING)])
    assert heard == [row(State.SEEDING)]


def test_what_is_removed_does_not_finish(book: Finishing, heard: list[Torrent]) -> None:
    book.begin([row(State.MOVING)])
    book.forget(["a"])
    book.take([THERE])
    assert not heard
