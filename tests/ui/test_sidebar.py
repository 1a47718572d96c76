# SPDX-License-Identifier: GPL-3.0-or-later
"""The sidebar: what it lists, what it counts, how it is picked, and its narrow form."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from starling import formats
from starling.torrent import State, Torrent
from starling.ui.column import Weight
from starling.ui.filters import ALL, Counts, Filter, Section
from starling.ui.sidebar import Sidebar, short
from starling.ui.theme import ThemeManager
from starling.ui.tips import plain_tip

FILM = Torrent(
    id="1" * 40, name="film", state=State.DOWNLOADING, size=9, labels=("Films",), tracker_hosts=("one.example",)
)


@pytest.fixture
def counts() -> Counts:
    return Counts()


@pytest.fixture
def sidebar(qtbot: QtBot, counts: Counts, themes: ThemeManager) -> Sidebar:
    made = Sidebar(themes, counts)
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show()
    return made


def spoken(sidebar: Sidebar) -> list[str]:
    model = sidebar.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row, 0).data(role) for row in range(model.rowCount())]
    return [text for text in said if text]


def test_counts_are_spoken_and_follow(sidebar: Sidebar, counts: Counts) -> None:
    counts.update([FILM])
    sidebar.refresh()
    assert {"All, 1", "Downloading, 1", "Seeding, 0", "Films, 1", "one.example, 1"} <= set(spoken(sidebar))
    counts.update([replace(FILM, state=State.SEEDING, labels=(), tracker_failing=True)])
    sidebar.refresh()
    assert {"Downloading, 0", "Seeding, 1", "one.example, 1, failing"} <= set(spoken(sidebar))
    assert not any(text.startswith("Films") for text in spoken(sidebar))
    # One torrent that a tracker refuses says little of the tracker.
    counts.update([replace(FILM, id="2" * 40), replace(FILM, id="3" * 40)])
    sidebar.refresh()
    assert "one.example, 3" in spoken(sidebar)


def test_a_label_named_like_markup_is_no_markup(sidebar: Sidebar, counts: Counts) -> None:
    counts.update([replace(FILM, labels=("<h1>Films</h1>",))])
    sidebar.refresh()
    model = sidebar.model()
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]
    assert plain_tip("<h1>Films</h1>, 1") in tips


def test_a_click_picks_and_a_vanished_entry_falls_back_to_all(qtbot: QtBot, sidebar: Sidebar, counts: Counts) -> None:
    counts.update([FILM])
    sidebar.refresh()
    picked: list[Filter] = []
    sidebar.picked.connect(picked.append)
    row = next(r for r in range(sidebar.model().rowCount()) if sidebar.model().index(r, 0).data() == "Films")
    qtbot.mouseClick(
        sidebar.viewport(),
        Qt.MouseButton.LeftButton,
        pos=sidebar.visualRect(sidebar.model().index(row, 0)).center(),
    )
    assert picked == [Filter(Section.LABELS, "Films")]
    counts.update([replace(FILM, labels=())])
    sidebar.refresh()
    assert picked[-1] == ALL


def test_the_keyboard_passes_over_heads(qtbot: QtBot, sidebar: Sidebar, counts: Counts) -> None:
    counts.update([FILM])
    sidebar.refresh()
    picked: list[Filter] = []
    sidebar.picked.connect(picked.append)
    for _ in range(10):
        qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    assert picked[-1] == Filter(Section.LABELS, "Films")


def test_a_rail_keeps_the_states_and_what_is_picked(sidebar: Sidebar, counts: Counts) -> None:
    counts.update([FILM])
    sidebar.refresh()
    sidebar.pick(Filter(Section.LABELS, "Films"))
    wide = sidebar.width()
    sidebar.set_rail(True)
    assert wide == 216
    assert sidebar.width() == 48
    assert "All, 1" in spoken(sidebar)
    assert "Films, 1" in spoken(sidebar)
    assert "one.example, 1" not in spoken(sidebar)
    assert not sidebar.grab().isNull()
    sidebar.set_rail(False)
    assert "one.example, 1" in spoken(sidebar)


def test_large_counts_fit_into_the_rail(sidebar: Sidebar, counts: Counts) -> None:
    assert [short(count) for count in (0, 7, 999, 1_000, 1_299, 9_999)] == ["", "7", "999", "1.0k", "1.2k", "9.9k"]
    assert short(12_345) == "12k"
    counts.update(replace(FILM, id=str(number)) for number in range(8_881))
    sidebar.set_rail(True)
    font = QFont(sidebar.context.fonts[Weight.NORMAL])
    font.setPixelSize(11)
    assert all(QFontMetrics(font).horizontalAdvance(short(count)) <= 24 for count in (888, 8_881, 88_888))
    assert sidebar.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == plain_tip(f"All, {formats.count(8_881)}")


def test_who_has_the_keyboard_sees_it(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.activateWindow()
    sidebar.setFocus()
    qtbot.waitUntil(sidebar.hasFocus)
    entry = sidebar.visualRect(sidebar.currentIndex())
    with_focus = sidebar.viewport().grab(entry).toImage()
    sidebar.clearFocus()
    without = sidebar.viewport().grab(entry).toImage()
    place = entry.width() // 2, 1
    assert with_focus.pixelColor(*place) == sidebar.context.theme.accent
    assert without.pixelColor(*place) == sidebar.context.theme.sel
