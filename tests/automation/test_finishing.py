# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torrents have just been downloaded, going by the rows that the list gets."""

import pytest
from PySide6.QtWidgets import QApplication

from starling.automation import finishing
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


def row(state: State, done: int = 0, downloaded: int = 0, completed: int | None = None, **rest: str) -> Torrent:
    if done == 10 and completed is None:
        completed = 1
    return Torrent("a", "a", state, size=10, done=done, downloaded=downloaded, completed=completed, **rest)


FETCHING, HALF = row(State.DOWNLOADING), row(State.DOWNLOADING, 5, 5)
CHECKING, CHECKED = row(State.CHECKING, 5), row(State.CHECKING, 10)
SEEDING, COUNTED = row(State.SEEDING, 10), row(State.SEEDING, 10, 10)


@pytest.mark.parametrize(
    ("rows", "times"),
    [
        ([FETCHING, HALF, COUNTED, COUNTED], 1),
        ([FETCHING, SEEDING, COUNTED], 1),
        ([CHECKING, HALF, COUNTED], 1),
        ([HALF, row(State.CHECKING, 10, 5), row(State.SEEDING, 10, 5)], 1),
        ([CHECKING, CHECKED, SEEDING, SEEDING], 0),
        ([SEEDING, COUNTED], 0),
        ([COUNTED, row(State.CHECKING, 0, 10, 1), row(State.DOWNLOADING, 9, 10, 1), COUNTED], 0),
        ([HALF, COUNTED, row(State.QUEUED, 0, 10, 1), COUNTED], 1),
        ([row(State.METADATA), row(State.METADATA, 10), COUNTED], 1),
    ],
)
def test_a_download_finishes_once(book: Finishing, heard: list[Torrent], rows: list[Torrent], times: int) -> None:
    for one in rows:
        book.take([one])
    assert len(heard) == times


def test_one_that_is_complete_before_it_is_seen(book: Finishing, heard: list[Torrent]) -> None:
    book.expect("a")
    book.take([SEEDING])
    assert not heard
    book.take([COUNTED])
    assert heard == [COUNTED]


def test_what_is_repaired_long_after_it_was_added_complete(
    book: Finishing, heard: list[Torrent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "COUNTED_S", -1.0)
    book.expect("a")
    for one in (CHECKED, SEEDING, COUNTED, COUNTED):
        book.take([one])
    assert not heard


def test_it_waits_until_it_is_where_it_belongs(book: Finishing, heard: list[Torrent]) -> None:
    for one in (
        row(State.DOWNLOADING, destination="/done"),
        row(State.SEEDING, 10, 10, destination="/done"),
        row(State.MOVING, 10, 10, destination="/done"),
    ):
        book.take([one])
    assert not heard
    book.take([there := row(State.SEEDING, 10, 10, save_path="/done")])
    assert heard == [there]


def test_one_that_can_not_go_there_finishes_where_it_is(book: Finishing, heard: list[Torrent]) -> None:
    for state in (State.MOVING, State.SEEDING):
        book.take([row(State.DOWNLOADING), row(state, 10, 10, destination="/done")])
    assert len(heard) == 1


def test_what_is_removed_does_not_finish(book: Finishing, heard: list[Torrent]) -> None:
    book.take([FETCHING])
    book.forget(["a"])
    book.take([COUNTED])
    assert not heard
