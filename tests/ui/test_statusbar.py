# SPDX-License-Identifier: GPL-3.0-or-later
"""The status bar: what it says of the port, the DHT, the disk and both directions, and how it stays in place."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from starling.settings.appearance import Appearance
from starling.tasks import Worker
from starling.torrent import SessionState
from starling.ui.statusbar import Fact, Flow, Sparkline, StatusBar
from starling.ui.theme import ThemeManager, Token
from starling.ui.tips import plain_tip


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


def settle(bar: StatusBar) -> None:
    """Puts everything in its place."""
    layout = bar.layout()
    assert layout is not None
    layout.activate()


def test_nothing_is_said_before_anything_is_known(bar: StatusBar) -> None:
    assert facts(bar) == []
    assert flows(bar) == ["Download: nothing, no limit", "Upload: nothing, no limit"]
    assert [len(line._samples) for line in bar.findChildren(Sparkline)] == [0, 0]


@pytest.mark.parametrize(
    ("state", "words", "tip"),
    [
        (SessionState(port=51413, reachable=True), "Port 51413 open", "A peer has connected to us from outside."),
        (SessionState(port=51413), "Port 51413", "Nobody has connected to us from outside yet."),
        (SessionState(listen_error="Port 80 is taken."), "Not reachable", "Port 80 is taken."),
        (
            SessionState(port=81, listen_error="Port 80 is taken: 81 is used."),
            "Port 81",
            "Port 80 is taken: 81 is used.",
        ),
        (
            SessionState(proxy=True),
            "By the proxy",
            "Nobody can connect to Starling, which reaches others by the proxy.",
        ),
        (
            SessionState(offline="Not connected: tun0 is not there.", listen_error="Nobody."),
            "Not connected: tun0 is not there",
            "Not connected: tun0 is not there.",
        ),
    ],
)
def test_the_port_says_who_can_reach_it(bar: StatusBar, state: SessionState, words: str, tip: str) -> None:
    bar.show_session(state, 0, 0)
    assert facts(bar)[0] == words
    assert next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip() == plain_tip(tip)


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
        settle(bar)
        places.add(tuple(flow.geometry().getRect() for flow in bar.findChildren(Flow)))
    assert len(places) == 1


def test_the_free_space_of_the_folder_is_measured(bar: StatusBar, qtbot: QtBot, tmp_path: Path) -> None:
    bar.set_folder(str(tmp_path))
    qtbot.waitUntil(lambda: len(facts(bar)) == 1)
    assert facts(bar)[0].endswith(" free")
    assert next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip() == plain_tip(str(tmp_path))


def test_a_disk_that_does_not_answer_is_asked_once(
    bar: StatusBar, qtbot: QtBot, qloop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    answer = threading.Event()
    hung = qloop.create_task(bar._worker.run(answer.wait))
    first, second = tmp_path / "first", tmp_path / "second"
    bar.set_folder(str(first))
    for _ in range(20):
        bar.measure()
    bar.set_folder(str(second))
    assert len(asyncio.all_tasks(qloop)) == 2
    answer.set()
    qtbot.waitUntil(lambda: len(facts(bar)) == 1)
    assert next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip() == plain_tip(str(second))
    assert hung.done()


def test_a_folder_that_cannot_be_used_has_no_space_to_tell_of(bar: StatusBar, qtbot: QtBot, tmp_path: Path) -> None:
    bar.set_folder(str(tmp_path))
    qtbot.waitUntil(lambda: len(facts(bar)) == 1)
    (tmp_path / "file").write_text("")
    bar.set_folder(str(tmp_path / "file" / "below"))
    qtbot.waitUntil(lambda: facts(bar) == [])


def test_a_folder_named_like_markup_is_no_markup(bar: StatusBar, qtbot: QtBot, tmp_path: Path) -> None:
    bar.set_folder(str(tmp_path / "<h1>now"))
    qtbot.waitUntil(lambda: len(facts(bar)) == 1)
    tip = next(fact for fact in bar.findChildren(Fact) if fact.isVisible()).toolTip()
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == str(tmp_path / "<h1>now")


def test_a_port_that_is_not_listened_on_any_more_is_not_shown(bar: StatusBar) -> None:
    bar.show_session(SessionState(port=51413), 0, 0)
    bar.show_session(SessionState(port=0), 0, 0)
    assert facts(bar) == ["DHT off"]


def test_it_grows_with_the_font_as_one_made_in_it(bar: StatusBar, themes: ThemeManager, qtbot: QtBot) -> None:
    bar.show_session(SessionState(port=51413, down=9_000), 0, 0)
    font = QFont(QApplication.font())
    font.setPixelSize(26)
    QApplication.setFont(font)
    fresh = StatusBar(themes, bar._worker, None)  # type: ignore[arg-type]
    qtbot.addWidget(fresh)
    fresh.resize(bar.size())
    fresh.show()
    fresh.show_session(SessionState(port=51413, down=9_000), 0, 0)
    qtbot.waitUntil(lambda: places(bar) == places(fresh))
    assert bar.height() == 56


def places(bar: StatusBar) -> list[tuple[int, ...]]:
    """Sizes of everything in it."""
    settle(bar)
    return [
        (widget.x(), widget.y(), widget.width(), widget.height())
        for widget in bar.findChildren(QWidget)
        if widget.isVisible()
    ]


def test_a_line_shows_the_last_forty_seconds(qtbot: QtBot, themes: ThemeManager) -> None:
    line = Sparkline(themes, Token.DOWN, None)  # type: ignore[arg-type]
    qtbot.addWidget(line)
    line.resize(80, 16)
    assert line.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed
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


def test_the_port_opens_the_window_about_the_connection(bar: StatusBar, qtbot: QtBot) -> None:
    bar.show_session(SessionState(port=51413), 0, 0)
    port = next(fact for fact in bar.findChildren(Fact) if fact.isVisible())
    with qtbot.waitSignal(bar.connection_wanted):
        QTest.mouseClick(port, Qt.MouseButton.LeftButton)
    port.setFocus()
    with qtbot.waitSignal(bar.connection_wanted):
        QTest.keyClick(port, Qt.Key.Key_Space)
    assert not port.grab().isNull()
