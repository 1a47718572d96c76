# SPDX-License-Identifier: GPL-3.0-or-later
"""The status bar: what it says of the port, the DHT, the disk and both directions, and how it stays in place."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from starling import formats
from starling.tasks import Worker
from starling.torrent import SessionState
from starling.ui.statusbar import Fact, Flow, Sparkline, StatusBar, free_space
from starling.ui.theme import Appearance, ThemeManager, Token


@pytest.fixture
def bar(qtbot: QtBot, qloop: asyncio.AbstractEventLoop, themes: ThemeManager) -> Iterator[StatusBar]:
    worker = Worker(qloop, "test-disk")
    made = StatusBar(themes, worker, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1200, made.height())
    made.show()
    yield made
    made.set_folder("")
    stopped = qloop.create_task(worker.stop())
    qtbot.waitUntil(stopped.done)


def facts(bar: StatusBar) -> list[str]:
    """What the left side says."""
    return [fact.accessibleName() for fact in bar.findChildren(Fact) if fact.isVisible()]


def flows(bar: StatusBar) -> list[str]:
    """What the right side says."""
    return [flow.accessibleName().replace("\xa0", " ") for flow in bar.findChildren(Flow)]


def test_nothing_is_said_before_anything_is_known(bar: StatusBar) -> None:
    assert facts(bar) == []
    assert flows(bar) == ["Download: nothing, no limit", "Upload: nothing, no limit"]


@pytest.mark.parametrize(
    ("state", "words", "tip"),
    [
        (SessionState(port=51413, reachable=True), "Port 51413 open", "A peer has connected to us from outside."),
        (SessionState(port=51413), "Port 51413", "Nobody has connected to us from outside yet."),
        (SessionState(listen_error="Port 80 is taken."), "Not reachable", "Port 80 is taken."),
    ],
)
def test_the_port_says_who_can_reach_it(bar: StatusBar, state: SessionState, words: str, tip: str) -> None:
    bar.show_session(state, 0, 0)
    assert facts(bar)[0] == words
    assert next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip() == tip


def test_the_dht_counts_its_nodes_or_is_off(bar: StatusBar) -> None:
    bar.show_session(SessionState(dht_nodes=412), 0, 0)
    assert facts(bar) == ["DHT 412 nodes"]
    bar.show_session(SessionState(dht_nodes=None), 0, 0)
    assert facts(bar) == ["DHT off"]


def test_rates_and_limits_are_said_of_each_direction(bar: StatusBar) -> None:
    bar.show_session(SessionState(down=5_920_000, up=449_000), 0, 1_500_000)
    assert flows(bar) == ["Download: 5.92 MB/s, no limit", "Upload: 449 kB/s, of 1.5 MB/s"]


def test_numbers_do_not_jump(bar: StatusBar) -> None:
    places = set()
    for rate in (0, 1_000, 98_000, 5_920_000, 888_000_000):
        bar.show_session(SessionState(down=rate, up=rate), 0, 0)
        bar.layout().activate()
        places.add(tuple(flow.geometry().getRect() for flow in bar.findChildren(Flow)))
    assert len(places) == 1


def test_the_free_space_of_the_folder_is_measured(bar: StatusBar, qtbot: QtBot, tmp_path: Path) -> None:
    bar.set_folder(str(tmp_path))
    qtbot.waitUntil(lambda: len(facts(bar)) == 1)
    assert facts(bar)[0].endswith(" free")
    assert next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip() == str(tmp_path)


def test_the_space_is_that_of_the_disk_a_folder_will_be_on(tmp_path: Path) -> None:
    assert formats.size(free_space(str(tmp_path / "not" / "there")) or 0)[0].isdigit()
    (tmp_path / "file").write_text("")
    assert free_space(str(tmp_path / "file" / "below")) is None


def test_a_line_shows_the_last_forty_seconds(qtbot: QtBot, themes: ThemeManager) -> None:
    line = Sparkline(themes, Token.DOWN, None)  # type: ignore[arg-type]
    qtbot.addWidget(line)
    line.resize(80, 16)
    bare = line.grab().toImage()
    line.add(0)
    line.add(0)
    assert line.grab().toImage() == bare
    for second in range(100):
        line.add(second * 1_000)
    drawn = line.grab().toImage()
    assert drawn != bare
    assert drawn.pixelColor(79, 15) != bare.pixelColor(79, 15)
    for _ in range(40):
        line.add(0)
    assert line.grab().toImage() == bare


def test_it_has_the_height_of_the_design_and_follows_the_theme(bar: StatusBar, themes: ThemeManager) -> None:
    assert bar.height() == 28
    bar.show_session(SessionState(port=1, down=9_000), 0, 0)
    before = bar.grab().toImage()
    themes.set_appearance(Appearance.DARK)
    assert bar.grab().toImage() != before
    assert bar.height() == 28
