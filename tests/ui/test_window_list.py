# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window in front of a real engine: finding torrents, the list, and how it is left and found again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from starling import settings
from starling.torrent import State
from starling.ui.dialogs.remove import RemoveDialog
from starling.ui.filters import ALL, Filter, Section
from starling.uistate import UiState
from tests.swarm import Payload
from tests.ui.desk import texts
from tests.ui.person import LEFT, Person, plain

PAUSED = Filter(Section.STATUS, "paused")
SEEDING = Filter(Section.STATUS, "seeding")
GENERAL, FILES, PEERS, TRACKERS = range(4)


# -- finding


def test_the_list_is_filtered_by_text(person: Person) -> None:
    person.makes("Möwe", "Star", "Meise")
    person.filters("mowe")
    assert person.names() == ["Möwe"]
    person.filters("albatross")
    assert person.names() == []
    assert person.window._no_match.sentence == "No torrent matches albatross."
    person.presses("Escape")
    person.until(lambda: len(person.names()) == 3)
    assert person.window.list.hasFocus()
    assert person.window._no_match.sentence == ""


def test_a_filter_that_lets_nothing_through_is_cleared_with_a_button(person: Person) -> None:
    person.makes("one", "two")
    way_back = person.window._no_match
    assert not way_back.isVisible()
    person.filters("<b>three</b>")
    assert way_back.isVisible()
    assert texts(way_back.findChildren(QLabel)) == ["No torrent matches <b>three</b>."]
    person.window.grab()
    QTest.mouseClick(way_back.button, LEFT)
    assert sorted(person.names()) == ["one", "two"]
    assert not way_back.isVisible()
    assert not person.window.toolbar.filter.text()
    person.picks(SEEDING)
    assert texts(way_back.findChildren(QLabel)) == ["No torrent here now."]
    assert way_back.isVisible()
    QTest.mouseClick(way_back.button, LEFT)
    assert person.window.filter.entry == ALL
    assert sorted(person.names()) == ["one", "two"]
    person.picks(SEEDING)
    person.has_all(person.swarm.payload(name="whole", files={"a.bin": 70_000}))
    person.program.engine.start([person.torrent("whole").id])
    person.sees("whole", State.SEEDING)
    assert not way_back.isVisible()


def test_the_sidebar_counts_and_filters(person: Person, payload: Payload) -> None:
    person.makes("one", "two")
    person.has_all(payload)
    person.clicks("Aves")
    person.presses("Ctrl+S")
    person.sees("Aves", State.SEEDING)
    person.until(lambda: (person.counts(ALL), person.counts(PAUSED), person.counts(SEEDING)) == (3, 2, 1))
    person.picks(SEEDING)
    assert person.names() == ["Aves"]
    person.presses("Ctrl+P", person.window.list)
    person.until(lambda: person.names() == [])
    assert person.window._no_match.sentence == "No torrent here now."
    person.until(lambda: (person.counts(PAUSED), person.counts(SEEDING)) == (3, 0))
    person.picks(ALL)
    assert len(person.names()) == 3


# -- the list


def test_headers_sort_and_columns_hide(person: Person) -> None:
    person.makes("b", "c", "a")
    person.clicks_header("name")
    assert person.names() == ["a", "b", "c"]
    person.clicks_header("name")
    assert person.names() == ["c", "b", "a"]
    assert "size" in person.titles()
    person.chooses("View", "Columns", "Size")
    assert "size" not in person.titles()
    person.chooses("View", "Columns", "Labels")
    assert "labels" in person.titles()


def test_the_columns_menu_is_filled_anew_each_time(person: Person) -> None:
    before = [plain(entry) for entry in columns(person)]
    assert before.count("Size") == 1
    assert [plain(entry) for entry in columns(person)] == before
    menu = person.menu("View", "Columns").menu()
    assert isinstance(menu, QMenu)
    person.until(lambda: len(menu.findChildren(QMenu)) == 1)


def columns(person: Person) -> list[object]:
    person.menu("View", "Columns", "Size")
    menu = person.menu("View", "Columns").menu()
    assert isinstance(menu, QMenu)
    return list(menu.actions())


def test_units_change_everywhere_at_once(person: Person, payload: Payload) -> None:
    person.offers(payload)
    person.presses("Alt+2")
    person.clicks("Aves")
    sentence = person.window.details.files.sentence.sentence
    person.until(lambda: "3.30\xa0MB" in sentence.text())
    assert person.cells("size") == ["3.30\xa0MB"]
    before = person.window.list.viewport().grab().toImage()
    person.program.settings.set(settings.appearance.BINARY_UNITS, True)
    assert person.cells("size") == ["3.14\xa0MiB"]
    person.until(lambda: "3.14\xa0MiB" in sentence.text())
    assert person.window.list.viewport().grab().toImage() != before
    person.until(lambda: "GiB" in person.window.status._space.accessibleName())


# -- the first run, and every later one


def test_the_first_run_turns_into_a_list_and_back(person: Person) -> None:
    window = person.window
    assert window.empty.isVisible()
    assert not window.details.isVisible()
    person.makes("one")
    assert window.list.isVisible()
    assert window.details.isVisible()
    person.clicks("one")
    person.presses("Del")
    person.presses("Return", person.dialog(RemoveDialog))
    person.until(window.empty.isVisible)
    assert not window.details.isVisible()
    person.presses("Ctrl+D")
    person.presses("Ctrl+D")
    assert not window.details.isVisible()


def test_everything_is_as_it_was(person: Person) -> None:
    person.makes("b", "c", "a")
    person.clicks("b")
    person.program.engine.set_labels([person.torrent("b").id], ("Films",))
    person.chooses("View", "Columns", "Labels")
    person.clicks_header("name")
    person.clicks_header("name")
    person.window.list.columns.moveSection(3, 1)
    person.window.list.columns.resizeSection(person.column("size"), 123)
    person.presses("Alt+4")
    person.window.resize(1000, 700)
    # The sidebar has become a rail, and leaves room.
    person.until(lambda: person.window.minimumWidth() < 790)
    person.window.setGeometry(5, 45, 790, 700)  # the screen has 800
    person.window._halves.setSizes([210, 300])
    person.picks(PAUSED)
    person.until(lambda: person.torrent("b").labels)
    before = looks(person)
    person.comes_back()
    person.until(lambda: person.torrent("b").labels and len(person.names()) == 3)
    assert looks(person) == before


def test_in_a_low_window_the_list_gives_way_until_somebody_moves_the_line(person: Person) -> None:
    window = person.window
    window.resize(1024, 600)
    person.makes("one")
    person.until(window.details.isVisible)
    above, below = window._halves.sizes()
    assert 100 <= above <= 112
    window.resize(1024, 900)
    above, below = window._halves.sizes()
    assert above / (above + below) == pytest.approx(350 / 750, abs=0.02)
    handle = window._halves.handle(1)
    person.qtbot.mousePress(handle, LEFT)
    person.qtbot.mouseMove(handle, handle.rect().center() + QPoint(0, 60))
    person.qtbot.mouseRelease(handle, LEFT)
    moved = window._halves.sizes()[0]
    assert moved > above
    window.resize(1024, 600)
    assert window._halves.sizes()[0] > 200


def test_hidden_panes_stay_hidden(person: Person) -> None:
    person.makes("one")
    person.presses("F7")
    person.presses("Ctrl+D")
    person.comes_back()
    assert not person.window.sidebar.isVisible()
    assert not person.window.details.isVisible()
    assert not person.menu("View", "Sidebar").isChecked()
    person.presses("Alt+2")
    assert person.window.details.isVisible()
    assert person.menu("View", "Details").isChecked()
    person.presses("F7")
    assert person.window.sidebar.isVisible()


def test_folded_details_and_a_picked_label_return(person: Person) -> None:
    person.makes("one", "two")
    person.program.engine.set_labels([person.torrent("one").id], ("Films",))
    films = Filter(Section.LABELS, "Films")
    person.until(lambda: person.counts(films) == 1)
    person.picks(films)
    person.window.resize(780, 640)
    assert person.window.sidebar.rail
    person.window.details.set_folded(True)
    person.comes_back()
    assert person.window.details.is_folded
    person.until(lambda: person.names() == ["one"])
    person.presses("Alt+1")
    assert not person.window.details.is_folded
    assert person.window.details.height() > 100


def test_what_was_picked_outlives_a_quick_quit(person: Person) -> None:
    person.makes("one", "two")
    films = Filter(Section.LABELS, "Films")
    person.program.engine.set_labels([person.torrent("one").id], ("Films",))
    person.until(lambda: person.counts(films) == 1)
    person.picks(films)
    person.quits()
    person.starts(loads=False)
    person.comes_back()
    person.until(lambda: person.window.filter.entry == films)


def test_what_was_picked_and_is_gone_does_not_jump_in_later(person: Person) -> None:
    person.makes("one", "two")
    films = Filter(Section.LABELS, "Films")
    person.quits()
    state = UiState(person.profile.ui_state_file)
    state.set("window.filter", "labels:Films")
    state.flush()
    person.starts()
    person.until(lambda: person.counts(ALL) == 2)
    person.program.engine.set_labels([person.torrent("one").id], ("Films",))
    person.until(lambda: person.counts(films) == 1)
    assert person.window.filter.entry == ALL
    person.comes_back()
    person.until(lambda: person.counts(films) == 1)
    assert person.window.filter.entry == ALL


def test_an_added_torrent_whose_row_is_there_already_is_selected(person: Person) -> None:
    person.makes("one", "two")
    person.clicks("one")
    person.program.incoming.added.emit(person.torrent("two").id)
    assert person.selected() == ["two"]


def looks(person: Person) -> dict[str, object]:
    """All that is to be the same."""
    window = person.window
    return {
        "torrents": [replace(row, active_time=0) for row in window.model.rows()],
        "columns": window.list.save_state(),
        "titles": person.titles(),
        "sorted": window.model.sorting,
        "halves": window._halves.sizes(),
        "place": window.geometry(),
        "entry": (window.filter.entry, window.sidebar.entry(window.sidebar.currentIndex())),
        "tab": window.details.tabs.currentIndex(),
    }
