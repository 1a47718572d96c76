# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter box finds torrents by the names of the files inside, and says when only these would."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from starling.ui.filters import Filter, Section
from starling.ui.theme import ThemeManager
from tests.swarm import Swarm
from tests.ui.person import Person

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def person(
    qtbot: QtBot, qloop: asyncio.AbstractEventLoop, themes: ThemeManager, swarm: Swarm, tmp_path: Path
) -> Iterator[Person]:
    made = Person(qtbot, qloop, tmp_path, swarm)
    yield made.starts()
    made.leave()


@pytest.fixture
def looking(person: Person) -> Person:
    """Somebody with two torrents, one with a film and one with music inside."""
    swarm = person.swarm
    person.offers(
        swarm.payload(name="Sita", files={"Film.mkv": 70_000, "Extras/Ñandú.srt": 10}),
        swarm.payload(name="Murmuration", files={"CD1/01.flac": 20_000, "CD1/02.flac": 30}),
    )
    person.until(lambda: person.program.engine.names_read)
    return person


def shows(person: Person, *names: str) -> None:
    person.until(lambda: sorted(person.names()) == sorted(names))


def test_names_inside_are_found(looking: Person) -> None:
    looking.filters("file:*.mkv")
    shows(looking, "Sita")
    looking.presses("Escape")
    assert sorted(looking.names()) == ["Murmuration", "Sita"]
    looking.filters("FILE:nandu")
    shows(looking, "Sita")
    looking.filters("file:(flac size<1k) murm")
    shows(looking, "Murmuration")
    looking.filters("-file:flac file:*.srt")
    shows(looking, "Sita")
    looking.filters("file:srt or file:flac size<50k")
    shows(looking, "Murmuration", "Sita")
    looking.filters("sita file:flac")
    shows(looking)
    assert looking.window._no_match.sentence == "No torrent matches sita file:flac."
    looking.filters("file:zebra")
    looking.until(lambda: looking.window._no_match.sentence == "No torrent holds a file that matches zebra.")
    assert not looking.window._no_match.inside_button.isVisible()
    looking.presses("Escape")
    assert sorted(looking.names()) == ["Murmuration", "Sita"]


def test_what_comes_later_and_matches_appears(looking: Person) -> None:
    looking.filters("file:flac")
    shows(looking, "Murmuration")
    looking.offers(looking.swarm.payload(name="Later", files={"new.flac": 5_000}))
    shows(looking, "Later", "Murmuration")
    sita = looking.program.engine._records.get(looking.torrent("Sita").id)
    assert sita is not None
    assert sita.handle is not None
    sita.handle.rename_file(0, "Sita/Extras/Film.flac")
    shows(looking, "Later", "Murmuration", "Sita")


def test_the_sidebar_holds_too(looking: Person) -> None:
    looking.filters("file:*.mkv")
    shows(looking, "Sita")
    looking.picks(Filter(Section.STATUS, "seeding"))
    shows(looking)
    looking.picks(Filter(Section.STATUS, "paused"))
    shows(looking, "Sita")


def test_where_nothing_is_found_the_names_inside_are_offered(looking: Person) -> None:
    way_out = looking.window._no_match
    looking.filters("flac")
    assert looking.names() == []
    looking.until(way_out.inside_button.isVisible)
    assert "inside: 1 torrent" in way_out.inside_button.text()
    looking.window.grab()
    QTest.mouseClick(way_out.inside_button, LEFT)
    shows(looking, "Murmuration")
    assert looking.window.toolbar.filter.text() == "file:flac"
    looking.filters("two flac state:paused")
    looking.filters("state:paused 01 flac")
    looking.until(way_out.inside_button.isVisible)
    QTest.mouseClick(way_out.inside_button, LEFT)
    shows(looking, "Murmuration")
    assert looking.window.toolbar.filter.text() == "state:paused file:(01 flac)"
    looking.filters("zebra")
    looking.until(lambda: way_out.isVisible() and not way_out.inside_button.isVisible())


def test_a_torrent_brought_into_sight_ends_the_search(looking: Person) -> None:
    looking.filters("file:*.mkv")
    shows(looking, "Sita")
    looking.window.show_torrent(looking.torrent("Murmuration").id)
    assert looking.selected() == ["Murmuration"]
    assert looking.window.filter.query.text == ""
